package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// exportWhileFull writes the papers of a meeting with more and more room left: all of them are there, or the folder is
// as it was.
func exportWhileFull(ctx context.Context, dir, from string) error {
	out, ends := filepath.Join(dir, "out"), map[int]int{}
	for left := int64(32 << 10); left <= 2<<20; left *= 8 { // none, some, all of the papers have room
		if err := os.MkdirAll(out, 0o700); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(out, "minutes.docx"), []byte("old"), 0o600); err != nil {
			return err
		}
		code, said, err := withRoom(dir, left, func(said *bytes.Buffer) int {
			return run(ctx, []string{"--lang", "en", "export", from, "--to", out},
				stdio{strings.NewReader(""), said, said})
		})
		if err != nil {
			return err
		}
		old, err := os.ReadFile(filepath.Join(out, "minutes.docx"))
		if err != nil {
			return err
		}
		all, err := os.ReadDir(out)
		if err != nil {
			return err
		}
		kept := string(old) == "old" && len(all) == 1
		if code == exitDone && len(all) < 9 || code != exitDone &&
			(!kept || !strings.Contains(said, "no space left on device") || !strings.Contains(said, "as they were")) {
			return fmt.Errorf("export with %d kB left: exit status %d, %d files: %s", left>>10, code, len(all), said)
		}
		ends[code]++
		if err := os.RemoveAll(out); err != nil {
			return err
		}
	}
	if len(ends) < 2 {
		return fmt.Errorf("export: the disk was not full, or always: %v", ends)
	}
	return nil
}

// withRoom does something while a file leaves only so many bytes of a disk.
func withRoom(dir string, left int64, do func(*bytes.Buffer) int) (code int, said string, err error) {
	filler := filepath.Join(dir, "filler")
	var st syscall.Statfs_t
	if err := syscall.Statfs(dir, &st); err != nil {
		return 0, "", err
	}
	if err := os.WriteFile(filler, make([]byte, max(0, int64(st.Bavail)*st.Bsize-left)), 0o600); err != nil {
		return 0, "", err
	}
	var out bytes.Buffer
	code = do(&out)
	return code, out.String(), os.Remove(filler)
}
