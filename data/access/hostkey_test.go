package access_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"thidua/data/access"
	"thidua/data/meeting"
	"thidua/scoring/lang"
)

// All meetings of one user have one key: an address that people know is the same host at every meeting.
func TestOneHostKeyForAllMeetings(t *testing.T) {
	dir := t.TempDir()
	own := filepath.Join(dir, "config", "host_key")
	keys := make([][]byte, 8)
	var all sync.WaitGroup
	for i := range keys {
		all.Go(func() {
			var err error
			if keys[i], err = access.EnsureHostKey(filepath.Join(dir, string(rune('a'+i))), own); err != nil {
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
	if i, err := os.Stat(own); err != nil || i.Mode().Perm()&0o077 != 0 {
		t.Errorf("the key of the user: %v, %v", i.Mode(), err)
	}
}

// A meeting that has a key keeps it, and a user who has none takes it over.
func TestHostKeyOfAMeetingIsTakenOver(t *testing.T) {
	dir := t.TempDir()
	old, next, other := filepath.Join(dir, "old"), filepath.Join(dir, "next"), filepath.Join(dir, "other")
	first, err := access.EnsureHostKey(old, "")
	if err != nil {
		t.Fatal(err)
	}
	second, err := access.EnsureHostKey(other, "")
	if err != nil || bytes.Equal(first, second) {
		t.Fatalf("two meetings to themselves have one key, %v", err)
	}
	own := filepath.Join(dir, "host_key")
	for _, tt := range []struct {
		path string
		want []byte
	}{{old, first}, {next, first}, {other, second}, {next, first}} {
		if got, err := access.EnsureHostKey(tt.path, own); err != nil || !bytes.Equal(got, tt.want) {
			t.Errorf("%s: another key, %v", filepath.Base(tt.path), err)
		}
	}
}

// A file that holds no key is never replaced: whoever comes in would be warned, and nobody would know why.
func TestDamagedHostKey(t *testing.T) {
	dir := t.TempDir()
	own := filepath.Join(dir, "host_key")
	if err := os.WriteFile(own, []byte("no key"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := access.EnsureHostKey(filepath.Join(dir, "m"), own)
	if err == nil || !strings.Contains(meeting.Say(err).In(lang.EN), "restore it from a copy") {
		t.Errorf("a damaged key: %v", err)
	}
	if text, _ := os.ReadFile(own); string(text) != "no key" {
		t.Error("it was replaced")
	}
}
