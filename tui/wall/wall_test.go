package wall

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"flag"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"thidua/data/decision"
	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/data/wall"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
)

var update = flag.Bool("update", false, "write the golden files anew")

// scene is what may stand on the wall, after what has been decided.
func scenes(t *testing.T, s *meeting.Snapshot) map[string]meeting.OnWall {
	t.Helper()
	code := func(c string) int {
		n, ok := s.Rulebook().Index(c)
		if !ok {
			t.Fatalf("no criterion %s", c)
		}
		return n
	}
	act := scoring.Score{Unit: "Hải Dương", Criterion: "12.4", Mark: scoring.InPercent(55_00), Reason: "Ý kiến của Sở"}
	body, err := decision.Encode(scoring.Decision{Seq: 1, At: time.Unix(0, 0).UTC(),
		Act: scoring.Vote{Subject: "Hải Dương 12.4", Act: act}})
	if err != nil {
		t.Fatal(err)
	}
	question := "Hải Dương, 12.4: 55 % thay cho 100 % (Ý kiến của Sở)"
	votes := s.Votes()
	out := map[string]meeting.OnWall{
		"blank":     {Unit: -1, Node: -1},
		"criterion": {Kind: meeting.WallCriterion, Unit: 0, Node: code("12.4")},
		"compare":   {Kind: meeting.WallCompare, Unit: 0, Node: code("12.4")},
		"board":     {Kind: meeting.WallBoard, Unit: -1, Node: -1},
		"vote": {Kind: meeting.WallVote, Unit: -1, Node: -1,
			Asked: meeting.Asked{Question: question, Vote: string(body), In: 6, Of: 9}},
		"vote-by-hand": {Kind: meeting.WallVote, Unit: -1, Node: -1,
			Asked: meeting.Asked{Question: question, Vote: string(body)}},
		"election": {Kind: meeting.WallElection, Unit: -1, Node: -1, Office: "leader"},
		"election-open": {Kind: meeting.WallElection, Unit: -1, Node: -1, Office: "deputy",
			Asked: meeting.Asked{In: 4, Of: 9}},
	}
	if len(votes) > 0 {
		out["verdict"] = meeting.OnWall{Kind: meeting.WallVerdict, Unit: -1, Node: -1, Seq: votes[0].Decision.Seq}
	}
	return out
}

// sample is the sample's meeting with a vote and an election.
func sample(t *testing.T) *meeting.Snapshot {
	t.Helper()
	now := time.Date(2020, 7, 14, 9, 0, 0, 0, time.UTC)
	m, err := demo.Meeting(func() time.Time { return now })
	if err != nil {
		t.Fatal(err)
	}
	take := func(acts ...scoring.Act) {
		_, err := m.Propose(t.Context(), meeting.Proposal{By: "Thư ký", Acts: acts})
		if err != nil {
			t.Fatal(errors.New(meeting.Say(err).In(lang.EN)))
		}
	}
	for _, u := range m.Snapshot().Units() {
		if !u.Present() {
			take(scoring.Attend{Unit: u.Name(), Present: true})
		}
	}
	take(scoring.Score{Unit: m.Snapshot().Units()[0].Name(), Criterion: "12.4", Mark: scoring.InPercent(70_00),
		Reason: "Chưa công khai kết quả khảo sát"})
	take(scoring.Vote{Subject: "Thông qua chương trình", For: 7, Against: 1, Abstain: 1})
	take(scoring.Ballot{Office: scoring.Leader, Votes: map[string]int{m.Snapshot().Units()[0].Name(): 5,
		m.Snapshot().Units()[1].Name(): 3}, Blank: 1})
	return m.Snapshot()
}

// Everything that can stand on the wall has its picture, in every size: as wide and as high as the terminal.
func TestScenes(t *testing.T) {
	s := sample(t)
	for name, on := range scenes(t, s) {
		var b strings.Builder
		for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}, {45, 12}} {
			m := New(wall.News{Snap: s, Shown: on, Host: wall.Here}, Options{Lang: lang.VI, Theme: kit.Dark})
			m.Resize(size[0], size[1])
			lines := m.Lines()
			if len(lines) != size[1] {
				t.Errorf("%s at %v: %d lines", name, size, len(lines))
			}
			fmt.Fprintf(&b, "-- %dx%d --\n", size[0], size[1])
			for _, line := range lines {
				if kit.Width(ansi.Strip(line)) != size[0] {
					t.Errorf("%s at %v: %q", name, size, ansi.Strip(line))
				}
				b.WriteString(strings.TrimRight(ansi.Strip(line), " ") + "\n")
			}
		}
		golden(t, filepath.Join("testdata", "scenes", name+".txt"), b.String())
	}
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(got), 0o644))
		if err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; write it with -update", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs (-want +got):\n%s", path, diff)
	}
}

// What is sent to the wall is trusted no further than need be: a place that there is not is the blank wall, as is a
// verdict that does not count any more.
func TestWhatThereIsNot(t *testing.T) {
	s := sample(t)
	of := func(on meeting.OnWall) string {
		m := New(wall.News{Snap: s, Shown: on}, Options{Theme: kit.Dark})
		m.Resize(120, 40)
		return m.Text()
	}
	for _, on := range []meeting.OnWall{
		{Kind: meeting.WallCriterion, Unit: 99, Node: 1}, {Kind: meeting.WallCompare, Unit: 1, Node: 9999},
		{Kind: meeting.WallCriterion, Unit: -1, Node: -1}, {Kind: meeting.WallCompare, Unit: -1, Node: -1},
		{Kind: meeting.WallVerdict, Seq: 1}, {Kind: meeting.WallVerdict, Seq: 9999, Unit: -1, Node: -1},
		{Kind: meeting.WallElection, Office: "nobody"}, {Kind: "strange"},
		{Kind: meeting.WallCeremony, Unit: -1, Node: -1, Reveal: meeting.Reveal{Running: true, Shown: 3, Of: 14}},
		{Kind: meeting.WallVote, Asked: meeting.Asked{Question: "?", Vote: "{"}},
	} {
		if said := of(on); said == "" || strings.Contains(said, "F9") {
			t.Errorf("%+v: %s", on, said)
		}
	}
}
