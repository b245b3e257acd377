package record_test

import (
	"maps"
	"os"
	"path/filepath"
	"testing"

	"thidua/data/record"
)

// alone fails unless a meeting is the only file in its folder, and a copy of it is the whole record.
func alone(t *testing.T, path string, want int) {
	t.Helper()
	if got := files(t, filepath.Dir(path)); len(got) != 1 {
		t.Fatalf("left behind: %q", got)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	other := meetingIn(t)
	if err := os.WriteFile(other, b, 0o644); err != nil {
		t.Fatal(err)
	}
	whole(t, other, want)
}

// TestLastReaderTidies lets readers outlive the writer: the last of them leaves one file.
func TestLastReaderTidies(t *testing.T) {
	t.Parallel()
	path := meetingIn(t)
	s := created(t, path, 1)
	extend(t, s, 2)
	first, last := opened(t, path), opened(t, path)
	for _, r := range []*record.SQLite{first, last} {
		if n := len(entries(t, r)); n != 3 {
			t.Fatalf("%d entries, want 3", n)
		}
	}
	closes(t, s)
	closes(t, first)
	if n := len(entries(t, last)); n != 3 {
		t.Errorf("the reader that is left sees %d entries, want 3", n)
	}
	closes(t, last)
	alone(t, path, 3)
}

// TestReadersInOtherProcesses has several of them go at the same moment, before the writer, beside it and after it.
func TestReadersInOtherProcesses(t *testing.T) {
	t.Parallel()
	path := meetingIn(t)
	closes(t, created(t, path, 1))
	for round := range 6 {
		writer := play(t, "hold", path)
		writer.line()
		readers := []*player{play(t, "look", path), play(t, "look", path), play(t, "look", path)}
		for _, r := range readers {
			r.line()
		}
		for i, p := range append(readers, writer) {
			if i == round%4 { // from here on they go together
				writer.leave()
			}
			p.leave()
		}
		for _, p := range append(readers, writer) {
			p.finish()
		}
		alone(t, path, 1)
	}
}

// TestWriterAfterReaders opens for writing what a reader is about to tidy up: the writer waits its turn.
func TestWriterAfterReaders(t *testing.T) {
	t.Parallel()
	path := meetingIn(t)
	closes(t, created(t, path, 1))
	n := 1
	for range 4 {
		writer, reader := play(t, "hold", path), (*player)(nil)
		writer.line()
		reader = play(t, "look", path)
		reader.line()
		writer.finish()
		reader.leave()
		s, err := record.OpenWriter(t.Context(), path, someone())
		if err != nil {
			t.Fatal(err)
		}
		extend(t, s, 1)
		n++
		closes(t, s)
		reader.finish()
		alone(t, path, n)
	}
}

// TestReaderAfterCrash reads what a killed writer left: that is not tidied up by somebody who only looks.
func TestReaderAfterCrash(t *testing.T) {
	t.Parallel()
	m := crashedMeeting(t, 2)
	path := meetingIn(t)
	m.put(t, path)
	whole(t, path, 3)
	after := taken(t, path, 3)
	if !maps.EqualFunc(m.files, after.files, func(a, b []byte) bool { return string(a) == string(b) }) {
		t.Errorf("a reader has changed the files")
	}
}
