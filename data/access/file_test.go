package access_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"golang.org/x/crypto/ssh"

	"thidua/data/access"
)

// files are the names in a folder.
func files(t *testing.T, dir string) (names []string) {
	t.Helper()
	all, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range all {
		names = append(names, e.Name())
	}
	return names
}

// add puts an observer into a list.
func add(name, hash string) func(*access.List) error {
	return func(l *access.List) error {
		_, err := l.Add(access.Person{Name: name, Role: "observer", Hash: hash})
		return err
	}
}

// Many change a list at once: nothing is lost, nobody reads half a file, and nothing is left beside it.
func TestChangeFromMany(t *testing.T) {
	path := filepath.Join(t.TempDir(), "m.thidua.access")
	const many = 24
	var all sync.WaitGroup
	for i := range many {
		all.Go(func() {
			if err := access.Change(path, add(fmt.Sprintf("Khách %d", i), hash)); err != nil {
				t.Error(err)
			}
			if l, err := access.Load(path); err != nil || len(l.People) == 0 {
				t.Errorf("read meanwhile: %v", err)
			}
		})
	}
	all.Wait()
	if n := len(load(t, path).People); n != many {
		t.Errorf("%d people, want %d", n, many)
	}
	if got := files(t, filepath.Dir(path)); len(got) != 1 && runtime.GOOS != "windows" {
		t.Errorf("left in the folder: %q", got)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 && runtime.GOOS != "windows" {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

// What fails changes nothing, and what changes nothing writes nothing.
func TestChangeAllOrNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "m.thidua.access")
	if err := access.Change(path, func(*access.List) error { return nil }); err != nil ||
		len(files(t, filepath.Dir(path))) != 0 {
		t.Errorf("a change that is none: %v, %q", err, files(t, filepath.Dir(path)))
	}
	if err := access.Change(path, add("A", hash)); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	w := access.NewWatch(path)
	w.Changed()
	no := errors.New("no")
	for name, f := range map[string]func(*access.List) error{
		"fails":             func(l *access.List) error { return errors.Join(add("B", hash)(l), no) },
		"a list that lies":  func(l *access.List) error { l.People = append(l.People, l.People[0]); return nil },
		"a list of nothing": func(l *access.List) error { l.People = append(l.People, access.Person{}); return nil },
	} {
		if err := access.Change(path, f); err == nil {
			t.Errorf("%s: kept", name)
		}
	}
	if err := access.Change(path, func(l *access.List) error {
		l.People = append([]access.Person{}, l.People...)
		return nil
	}); err != nil {
		t.Error(err)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) || w.Changed() {
		t.Errorf("the file was written: %v", err)
	}
}

// A file that cannot be written is said, with its name.
func TestChangeWhereNobodyMayWrite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none", "m.thidua.access")
	err := access.Change(path, add("A", hash))
	if err == nil || !strings.Contains(err.Error(), path) ||
		!strings.Contains(err.Error(), "the folder may be written to") {
		t.Errorf("%v", err)
	}
}

// Each field of the file, spoilt by itself: the list is refused as a whole, with the file's name and what to do.
func TestLoadDamaged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "m.thidua.access")
	key := line(newKey(t))
	err := access.Change(path, func(l *access.List) error {
		_, err1 := l.Add(access.Person{Name: "Thư ký", Role: "secretary", Hash: hash})
		_, err2 := l.Add(access.Person{Name: "Giám đốc", Role: "reviewer", Unit: "Nam Định", Key: key})
		return errors.Join(err1, err2)
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := access.EnsureHostKey(path, ""); err != nil {
		t.Fatal(err)
	}
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	ids := load(t, path).People
	for name, tt := range map[string]struct{ old, new, want string }{
		"not JSON":           {"{", "", "not a list of people invited"},
		"cut":                {"]", "", "not a list of people invited"},
		"more than a list":   {"}\n", "}\n{}", "not a list of people invited"},
		"an unknown key":     {`"people"`, `"peple"`, "not a list of people invited"},
		"a newer form":       {`"form": 1`, `"form": 3`, "written by a newer version"},
		"no form":            {`"form": 1,`, ``, "does not say its form"},
		"no id":              {ids[0].ID, "", "person 1 of the list: the id is empty"},
		"an id twice":        {ids[0].ID, ids[1].ID, "person 2 of the list: the id is empty or another's"},
		"no name":            {`"Thư ký"`, `""`, "person 1 of the list: the name is missing"},
		"spaces in a name":   {`"Thư ký"`, `"Thư  ký"`, "person 1 of the list: name, unit or key"},
		"ESC in a name":      {`"Thư ký"`, `"Thư \u001bký"`, "person 1 of the list: the name"},
		"a name twice":       {`"Thư ký"`, `"GIÁM ĐỐC"`, "person 2 of the list: GIÁM ĐỐC is invited already"},
		"no such role":       {`"secretary"`, `"boss"`, "person 1 of the list: there is no role"},
		"a role with a unit": {`"reviewer"`, `"chair"`, "person 2 of the list: a chair does not speak for a unit"},
		"no unit":            {`"Nam Định"`, `""`, "person 2 of the list: a reviewer is of a unit"},
		"no such state": {`"name": "Thư ký"`, `"state": "x\u001b", "name": "Thư ký"`,
			"person 1 of the list: there is no state"},
		"no secret":           {hash, "", "person 1 of the list: Thư ký must have an SSH key or a passcode"},
		"half a hash":         {hash, hash[:30], "person 1 of the list: the hash of the passcode"},
		"a hash that is dear": {"$2a$04$", "$2a$19$", "person 1 of the list: the hash of the passcode"},
		"a key that is none":  {key, "ssh-ed25519 AAAA", "person 2 of the list: not an SSH public key"},
		"a key with options":  {key, "no-pty " + key, "person 2 of the list: options stand before the key"},
		"a key with comment":  {key, key + " x", "person 2 of the list: name, unit or key"},
		"no moment":           {`"since": "`, `"since": "x`, "not a list of people invited"},
		"a host key broken":   {"BEGIN OPENSSH PRIVATE KEY", "BEGIN OPENSSH PRIVATE", "the host's key cannot be read"},
		"too large":           {"{", strings.Repeat(" ", 2<<20) + "{", "the file is too large"},
	} {
		if !bytes.Contains(good, []byte(tt.old)) {
			t.Fatalf("%s: the file does not hold %q", name, tt.old)
		}
		bad := filepath.Join(t.TempDir(), "bad.access")
		if err := os.WriteFile(bad, bytes.Replace(good, []byte(tt.old), []byte(tt.new), 1), 0o600); err != nil {
			t.Fatal(err)
		}
		l, err := access.Load(bad)
		if got := said(err); l != nil || !strings.HasPrefix(got, bad+": ") || !strings.Contains(got, tt.want) ||
			!strings.Contains(got, "; ") {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
		if err := access.Change(bad, func(*access.List) error {
			t.Errorf("%s: changed all the same", name)
			return nil
		}); err == nil {
			t.Errorf("%s: changed", name)
		}
	}
}

// The host's key is made once, also where many ask for it, and is one that SSH reads.
func TestEnsureHostKey(t *testing.T) {
	path := filepath.Join(t.TempDir(), "m.thidua.access")
	keys := make([][]byte, 8)
	var all sync.WaitGroup
	for i := range keys {
		all.Go(func() {
			var err error
			if keys[i], err = access.EnsureHostKey(path, ""); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	for _, k := range keys {
		if len(k) == 0 || !bytes.Equal(k, keys[0]) {
			t.Fatal("not one key")
		}
	}
	if _, err := ssh.ParsePrivateKey(keys[0]); err != nil {
		t.Error(err)
	}
}

// The list is beside the meeting, whatever the meeting is called by.
func TestPath(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	real, link := filepath.Join(dir, "m.thidua"), filepath.Join(dir, "link")
	if err := errors.Join(os.WriteFile(real, nil, 0o600), os.Symlink(real, link)); err != nil {
		noLinks(t, err)
	}
	for _, name := range []string{real, link} {
		if got := access.Path(name); got != real+".access" {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// A watch sees every change, and only changes.
func TestWatch(t *testing.T) {
	path := filepath.Join(t.TempDir(), "m.thidua.access")
	w := access.NewWatch(path)
	is := func(want bool, when string) {
		t.Helper()
		if got := w.Changed(); got != want {
			t.Errorf("%s: changed = %v", when, got)
		}
	}
	is(true, "at first")
	is(false, "without a file")
	for i := range 5 {
		if err := access.Change(path, add(fmt.Sprintf("Khách %d", i), hash)); err != nil {
			t.Fatal(err)
		}
		is(true, "one more")
		is(false, "then nothing")
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	is(true, "gone")
	is(false, "still gone")
}

// noLinks leaves a test out on Windows, where links are made by administrators alone; elsewhere it fails.
func noLinks(t *testing.T, err error) {
	t.Helper()
	if runtime.GOOS != "windows" {
		t.Fatal(err)
	}
	t.Skipf("left out: no link can be made here: %v", err)
}
