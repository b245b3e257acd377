package report_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"thidua/data/access"
	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/data/report"
	"thidua/data/rulebook"
	"thidua/data/table"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
)

var update = flag.Bool("update", false, "write the golden files anew")

// clock stands still.
func clock() time.Time { return time.Date(2020, 6, 30, 14, 32, 7, 0, time.FixedZone("", 7*3600)) }

// sample is the sample meeting, in which everybody is present, a vote was taken and a leader elected.
func sample(t *testing.T) *meeting.Snapshot {
	t.Helper()
	m, err := demo.Meeting(clock)
	if err != nil {
		t.Fatal(err)
	}
	var acts []scoring.Act
	units := m.Snapshot().Units()
	for _, u := range units {
		if !u.Present() {
			acts = append(acts, scoring.Attend{Unit: u.Name(), Present: true})
		}
	}
	return decide(t, m, append(acts,
		scoring.Vote{Subject: "Bổ sung @ hai tiêu chí", For: 7, Against: 1, Abstain: 1},
		scoring.Vote{Subject: "=Đổi ngày tổng kết", For: 3, Against: 5, Abstain: 1},
		scoring.Ballot{Office: scoring.Leader, Blank: 1, Votes: map[string]int{
			units[0].Name(): 5, units[2].Name(): 3}})...)
}

// school is a meeting of the second rulebook: ranked by share, with criteria that do not apply, bands, a bar, units
// that are level and an order by vote.
func school(t *testing.T) *meeting.Snapshot {
	t.Helper()
	book, err := rulebook.Open("school-cluster-example")
	if err != nil {
		t.Fatal(err)
	}
	begun := scoring.New{Rulebook: book.Rulebook, Text: book.Text, Cluster: "2", Year: "2025-2026"}
	for i, unit := range book.Clusters[1].Units {
		sh := &scoring.Sheet{Unit: unit, Marks: map[string]scoring.Mark{}}
		for k, at := range book.Leaves() {
			c := book.Criteria[at]
			switch {
			case i == 5 && k%2 == 0: // half of the tasks are left undone
				sh.Marks[c.Code] = scoring.InPercent(0)
			case i < 2 && c.Optional: // no boarders, no minorities, no vocational stream
				sh.NotApplicable = append(sh.NotApplicable, c.Code)
			case c.Scale == scoring.ScalePercent && i < 2:
				sh.Marks[c.Code] = scoring.InPercent(80_00)
			case c.Scale == scoring.ScalePercent:
				sh.Marks[c.Code] = scoring.InPercent(scoring.Percent(90_00 - min(i, 4)*5_00))
			case c.Scale == scoring.ScaleBands:
				sh.Marks[c.Code] = scoring.InPercent(96_50)
			default:
				sh.Marks[c.Code] = scoring.InPercent(scoring.FullPercent)
			}
		}
		begun.Sheets = append(begun.Sheets, sh)
	}
	m, err := meeting.InMemory("Thư ký", begun, clock)
	if err != nil {
		t.Fatal(err)
	}
	names := func(i int) string { return begun.Sheets[i].Unit }
	return decide(t, m,
		scoring.Order{Units: []string{names(1), names(0)}},
		scoring.Bonus{Unit: names(2), Target: "1.1.1", Points: scoring.Point / 2, Reason: "cách làm mới"},
		scoring.Penalty{Unit: names(3), Target: "3.3", Points: scoring.Point, Reason: "kết luận số 3"},
		scoring.Undo{Seq: 4})
}

func decide(t *testing.T, m *meeting.Meeting, acts ...scoring.Act) *meeting.Snapshot {
	t.Helper()
	snap, err := m.Propose(context.Background(), meeting.Proposal{By: "Thư ký", Acts: acts})
	if err != nil {
		t.Fatal(err)
	}
	return snap
}

// tables are all tables of a meeting by their names.
func tables(s *meeting.Snapshot, l lang.Lang) map[string]table.Table {
	guests := []access.Guest{
		{Person: access.Person{Name: "Thư ký", Role: scoring.Secretary, Since: clock()}, By: scoring.ByPasscode,
			Status: access.NoSecret},
		{Person: access.Person{Name: "Trưởng phòng", Role: scoring.Reviewer, Unit: s.Units()[0].Name(), Since: clock()},
			By: "SHA256:0123", Status: access.NoSecret},
	}
	out := map[string]table.Table{
		"rulebook": view.Rulebook(s.Rulebook(), l), "log": view.Log(s, l), "guests": view.Guests(guests, l),
		"votes": view.Votes(&s.State, l), "rounds": view.Rounds(&s.State, l), "criteria": view.Criteria(&s.State, 0, l),
		"across": view.Across(&s.State, s.Rulebook().Leaves()[3]).Table(l),
	}
	for _, st := range []scoring.Stage{scoring.Self, scoring.Agreed, scoring.Appraised} {
		out["standings-"+st.String()] = view.Standings(&s.State, st, l)
	}
	return out
}

// What every table says, in both languages and every format.
func TestTables(t *testing.T) {
	shown := []string{"standings-self", "standings-agreed", "log", "guests", "votes", "rounds", "across", "criteria"}
	for name, s := range map[string]*meeting.Snapshot{"sample": sample(t), "school": school(t)} {
		var b strings.Builder
		add := func(head, body string) { b.WriteString("-- " + head + " --\n" + body) }
		for _, l := range []lang.Lang{lang.VI, lang.EN} {
			all := tables(s, l)
			for _, id := range shown {
				add(id+"."+l.String(), text(t, report.Text, all[id]))
			}
			add("screen."+l.String(), text(t, report.Text, onScreen(all["standings-agreed"])))
		}
		all := tables(s, lang.VI)
		add("standings.csv", text(t, report.CSV, all["standings-agreed"]))
		add("standings-excel.csv", text(t, report.Excel, all["standings-agreed"]))
		add("votes-excel.csv", text(t, report.Excel, all["votes"]))
		compare(t, name+".txtar", b.String())
	}
}

// onScreen is a table with the columns of the screens, for a look at them as text.
func onScreen(t table.Table) table.Table {
	t = t.For(table.Screen)
	for i := range t.Columns {
		t.Columns[i].For = table.Text
	}
	return t
}

func text(t *testing.T, write func(io.Writer, table.Table) error, of table.Table) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, of); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func compare(t *testing.T, file, got string) {
	t.Helper()
	file = filepath.Join("testdata", file)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

// JSON, CSV and the form for Excel have the same columns in the same order, and say the same; text has no column that
// they have not, but for words that say what others do.
func TestColumnsAgree(t *testing.T) {
	words := []string{"share", "remark", "label"}
	for name, s := range map[string]*meeting.Snapshot{"sample": sample(t), "school": school(t)} {
		for id, tab := range tables(s, lang.VI) {
			plain := records(t, text(t, report.CSV, tab), ',')
			excel := records(t, strings.TrimPrefix(text(t, report.Excel, tab), "\ufeff"), ';')
			if !slices.Equal(plain[0], excel[0]) || len(plain) != tab.Len+1 || len(excel) != len(plain) {
				t.Errorf("%s %s: %q in CSV, %q for Excel", name, id, plain[0], excel[0])
			}
			for _, c := range tab.Columns {
				people := c.For&table.Text != 0
				if people && c.For&table.Programs == 0 && !slices.Contains(words, c.ID) {
					t.Errorf("%s %s: only people read %s", name, id, c.ID)
				}
				if people && c.Head.IsZero() && c.ID != "far" && c.ID != "mark" {
					t.Errorf("%s %s: the column %s has no head", name, id, c.ID)
				}
			}
		}
		var doc struct{ Standings []json.RawMessage }
		var b bytes.Buffer
		if err := report.StandingsJSON(&b, s, scoring.Agreed); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(b.Bytes(), &doc); err != nil {
			t.Fatal(err)
		}
		rows := records(t, text(t, report.CSV, view.Standings(&s.State, scoring.Agreed, lang.EN)), ',')
		for i, row := range doc.Standings {
			keys, values := object(t, row)
			for k, head := range rows[0] {
				at := slices.Index(keys, head)
				switch {
				case at < 0 && head == "barred" && rows[i+1][k] == "":
				case at < 0 || values[at] != rows[i+1][k]:
					t.Errorf("%s, place %d: %s is %q in CSV, %q in JSON", name, i+1, head, rows[i+1][k], row)
				}
			}
			want := slices.DeleteFunc(slices.Clone(rows[0]), func(h string) bool { return !slices.Contains(keys, h) })
			if !slices.Equal(keys, want) {
				t.Errorf("%s: %q in JSON, %q in CSV", name, keys, want)
			}
		}
	}
}

// The names that the contract fixes, in its order.
func TestStandingsByContract(t *testing.T) {
	want := "rank unit criteria bonus penalty total level_total maximum tie sanction barred award"
	got := records(t, text(t, report.CSV, view.Standings(&sample(t).State, scoring.Agreed, lang.VI)), ',')[0]
	if strings.Join(got, " ") != want {
		t.Errorf("%s", got)
	}
}

// object is a JSON object's names and values in their order.
func object(t *testing.T, raw []byte) (keys, values []string) {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	for i := -1; d.More() || i < 0; i++ {
		token, err := d.Token()
		switch {
		case err != nil:
			t.Fatal(err)
		case i < 0:
		case i%2 == 0:
			keys = append(keys, fmt.Sprint(token))
		default:
			values = append(values, fmt.Sprint(token))
		}
	}
	return keys, values
}

func records(t *testing.T, text string, comma rune) [][]string {
	t.Helper()
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = comma
	all, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// A text that a spreadsheet would take for a formula has an apostrophe in front; a number below zero has none.
func TestNoFormulas(t *testing.T) {
	values := []any{"=1+1", "+1", "-1", "@sum", "1=1", "", -5, -scoring.Point / 2, "Nam Định; \"x\"\n"}
	row := func(i int) any { return values[i] }
	tab := table.Make(lang.VI, lang.Text{}, len(values), row, []table.Of[any]{{
		Column: table.Column{ID: "v", For: table.All}, Cell: func(v any) table.Cell { return table.Cell{Value: v} }}})
	for name, tt := range map[string]struct {
		write func(io.Writer, table.Table) error
		want  string
	}{
		"csv": {report.CSV,
			"v\n'=1+1\n'+1\n'-1\n'@sum\n1=1\n\n-5\n-0.5\n\"Nam Định; \"\"x\"\"\n\"\n"},
		"csv-excel": {report.Excel,
			"\ufeffv\r\n'=1+1\r\n'+1\r\n'-1\r\n'@sum\r\n1=1\r\n\r\n-5\r\n-0,5\r\n\"Nam Định; \"\"x\"\"\r\n\"\r\n"},
	} {
		if got := text(t, tt.write, tab); got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}
