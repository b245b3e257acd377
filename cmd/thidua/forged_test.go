package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"thidua/data/record"
)

// forged makes another meeting of the record of one, with something replaced in its first decision and all hashes made
// anew.
func forged(t *testing.T, from, old, new string) (path string) {
	t.Helper()
	s, err := record.OpenReader(t.Context(), from)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	entries, err := s.Entries(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(entries[0].Body, []byte(old)) {
		t.Fatalf("the first decision does not hold %s", old)
	}
	entries[0].Body = bytes.Replace(entries[0].Body, []byte(old), []byte(new), 1)
	path = filepath.Join(t.TempDir(), "forged.thidua")
	if err := recordAnew(t.Context(), path, entries); err != nil {
		t.Fatal(err)
	}
	return path
}

// recordAnew writes a record of these decisions, with all hashes made anew and no rule asked.
func recordAnew(ctx context.Context, path string, entries []record.Entry) error {
	prev := ""
	for i, e := range entries {
		prev = record.Chain(prev, e.Body)
		entries[i].Hash = prev
	}
	w, err := record.Create(ctx, path, record.Holder{PID: os.Getpid()}, entries)
	if err != nil {
		return err
	}
	return w.Close()
}

// scriptAgain is the script command again.
func scriptAgain(ts *testscript.TestScript, neg bool, args []string) {
	scriptArgs(ts, neg, args, 4, "again MEETING NEW OLD TEXT")
	s, err := record.OpenReader(context.Background(), ts.MkAbs(args[0]))
	ts.Check(err)
	defer s.Close()
	entries, err := s.Entries(context.Background(), 1)
	ts.Check(err)
	last := entries[len(entries)-1]
	body := last.Body
	for _, change := range [][2]string{{args[2], args[3]},
		{fmt.Sprintf(`"seq":%d`, last.Seq), fmt.Sprintf(`"seq":%d`, last.Seq+1)}} {
		if !bytes.Contains(body, []byte(change[0])) {
			ts.Fatalf("the last decision does not hold %s: %s", change[0], body)
		}
		body = bytes.Replace(body, []byte(change[0]), []byte(change[1]), 1)
	}
	ts.Check(recordAnew(context.Background(), ts.MkAbs(args[1]), append(entries, record.Entry{Seq: last.Seq + 1,
		Body: body})))
}

// What verify says of a first decision that was never made so, every command says.
func TestForgedBeginning(t *testing.T) {
	path := forged(t, everyKind(t), `"units":["`, `"units":["Hà Nội","`)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	batch := path + ".toml"
	if err := os.WriteFile(batch, []byte("[[decision]]\nkind = \"accept\"\nunit = \"Nam Định\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	const want = ": decision 1 is not in the canonical form of a decision; use a copy of the file"
	for _, args := range [][]string{{"verify", path}, {"standings", path}, {"log", path}, {"apply", path, batch}} {
		var out, complaint bytes.Buffer
		code := run(t.Context(), append([]string{"--lang", "en"}, args...),
			stdio{in: strings.NewReader(""), out: &out, err: &complaint})
		if code != exitFail || out.Len() > 0 || !strings.HasPrefix(complaint.String(), "thidua: "+path+want) ||
			strings.Count(complaint.String(), "\n") != 1 {
			t.Errorf("%s: exit status %d, %q, %q", args[0], code, &out, &complaint)
		}
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the meeting has changed; %v", err)
	}
}
