package access_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thidua/data/access"
	"thidua/data/clean"
	"thidua/data/finding"
	"thidua/scoring/lang"
)

// harmless fails where what is said about a file could upset a terminal.
func harmless(t *testing.T, err error) {
	t.Helper()
	list, ok := err.(finding.List)
	if err != nil && !ok {
		t.Fatalf("no finding: %v", err)
	}
	for _, l := range []lang.Lang{lang.VI, lang.EN} {
		for line := range strings.Lines(list.In(l)) {
			if what, bad := clean.Find(strings.TrimSuffix(line, "\n")); bad {
				t.Fatalf("%s in %q", what, line)
			}
		}
	}
}

// Whatever a key file says: it is a key that is taken, written as a list keeps it, or a finding.
func FuzzReadKey(f *testing.F) {
	f.Add([]byte(line(newKey(f)) + " a\n"))
	f.Add([]byte("\ufeff# x\r\nssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQ==\r\n"))
	f.Add([]byte("command=\"\x1b[31m\" ssh-ed25519 AAAA\u202e"))
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, text []byte) {
		file := filepath.Join(dir, "key.pub")
		if err := os.WriteFile(file, text, 0o600); err != nil {
			t.Fatal(err)
		}
		key, err := access.ReadKey(file)
		harmless(t, err)
		if err != nil {
			return
		}
		if p, err := (&access.List{}).Add(access.Person{Name: "A", Role: "chair", Key: key}); err != nil ||
			p.Key != key {
			t.Fatalf("%q was read, and kept as %q: %v", key, p.Key, err)
		}
	})
}

// Whatever a list's file says: it is a list that could be kept again, or a finding.
func FuzzLoad(f *testing.F) {
	f.Add([]byte(`{"form":1,"people":[{"id":"a","name":"A","role":"chair","hash":"` + hash +
		`","since":"2020-06-30T08:00:00Z"},` +
		`{"id":"b","state":"revoke","name":"B","role":"observer","since":"2020-06-30T08:00:00Z"}]}`))
	f.Add([]byte(`{"form":1,"people":[{"id":"a","name":"A","role":"chair","key":"` + line(newKey(f)) +
		`","state":"invite"}],"host_key":"x"}`))
	f.Add([]byte(`{"form":2,"people":null,"\u001b":1}`))
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, text []byte) {
		path := filepath.Join(dir, "m.thidua.access")
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		l, err := access.Load(path)
		harmless(t, err)
		if err != nil {
			return
		}
		if err := access.Change(path, add("Một người nữa", hash)); err != nil {
			if _, taken := l.Find("mot nguoi nua"); !taken {
				t.Fatalf("a list that was read cannot be kept: %v", err)
			}
			return
		}
		if n := len(load(t, path).People); n != len(l.People)+1 {
			t.Fatalf("%d people, want %d", n, len(l.People)+1)
		}
	})
}
