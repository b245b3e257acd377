package meeting_test

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"thidua/data/meeting"
	"thidua/data/record"
	"thidua/data/report"
	"thidua/scoring"
)

// kept are records that older versions of the program made: the sample meeting; one with every kind of decision of its
// time; one under a rulebook that ranks by share, with criteria that do not apply and bands. What they say is promised
// for ever.
func kept() []string { return []string{"sample", "every-kind", "school"} }

// copied is a copy of a kept record, for a test that opens it: the store may write beside it.
func copied(t *testing.T, name string) string {
	t.Helper()
	bytes, err := os.ReadFile(filepath.Join("testdata/records", name, "meeting.sqlite"))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), name+".thidua")
	if err := os.WriteFile(path, bytes, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// expected is what was said of a kept record by the version that made it.
func expected(t *testing.T, name, file string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata/records", name, file))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// A record is read for ever as it was made: each entry comes to the same bytes when it is written again, the chain
// holds, no rule refuses what one took, and fingerprint, standings and log are the same to the letter.
func TestKeptRecords(t *testing.T) {
	for _, name := range kept() {
		t.Run(name, func(t *testing.T) {
			store, err := record.OpenReader(context.Background(), copied(t, name))
			if err != nil {
				t.Fatal(err)
			}
			defer store.Close()
			entries, err := store.Entries(context.Background(), 1)
			if err != nil {
				t.Fatal(err)
			}
			snap, faults := meeting.Replay(entries)
			for _, f := range faults {
				t.Errorf("decision %d: %s", f.Seq, f.What.EN)
			}
			if want := strings.TrimSpace(expected(t, name, "fingerprint")); snap.Fingerprint() != want {
				t.Errorf("fingerprint %s, want %s", snap.Fingerprint(), want)
			}
			same(t, name, "log.json", func(w io.Writer) error { return report.LogJSON(w, snap) })
			for _, st := range []scoring.Stage{scoring.Self, scoring.Agreed, scoring.Appraised} {
				same(t, name, st.String()+".json", func(w io.Writer) error { return report.StandingsJSON(w, snap, st) })
			}
		})
	}
}

// A kept record is gone on with: it opens for writing, and takes a further decision.
func TestKeptRecordGoesOn(t *testing.T) {
	for _, name := range kept() {
		t.Run(name, func(t *testing.T) {
			m, err := meeting.Open(context.Background(), copied(t, name))
			if err != nil {
				t.Fatal(err)
			}
			defer m.Close()
			snap := m.Snapshot()
			next := scoring.Act(scoring.Note{Unit: snap.Units()[0].Name(), Target: "1", Text: "Ghi thêm"})
			if snap.Closed() {
				next = scoring.Reopen{Reason: "Ghi thêm"}
			}
			was := snap.Seq()
			p := meeting.Proposal{By: "Thư ký", Acts: []scoring.Act{next}}
			if snap, err = m.Propose(context.Background(), p); err != nil {
				t.Fatal(err)
			}
			if snap.Seq() != was+1 {
				t.Errorf("decision %d follows %d", snap.Seq(), was)
			}
		})
	}
}

// The kept record of every kind holds each kind that there was when it was made.
func TestKeptRecordOfEveryKind(t *testing.T) {
	snap, err := meeting.Read(context.Background(), copied(t, "every-kind"))
	if err != nil {
		t.Fatal(err)
	}
	has := map[scoring.Kind]bool{}
	for _, e := range snap.Log {
		has[e.Act.Kind()] = true
	}
	for _, kind := range strings.Fields("new score bonus penalty sanction order accept attend appraise note undo " +
		"vote ballot lots confirm close reopen invite revoke") {
		if !has[scoring.Kind(kind)] {
			t.Errorf("no decision of kind %s", kind)
		}
	}
}

// same holds what is written now against what was.
func same(t *testing.T, name, file string, write func(io.Writer) error) {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(expected(t, name, file), out.String()); diff != "" {
		t.Errorf("%s of %s (-then +now)\n%s", file, name, diff)
	}
}
