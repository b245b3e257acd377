package create_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thidua/data/create"
	"thidua/data/finding"
	"thidua/data/meeting"
	"thidua/data/rulebook"
	"thidua/data/verify"
	"thidua/data/view"
	"thidua/sample"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// ofYear makes the sample's meeting in another year: low has 60 percent in all criteria of fields 3. It leaves the
// meeting closed, with a leader elected.
func ofYear(t *testing.T, dir, year, low string, history ...string) (path string, err error) {
	t.Helper()
	sheets := filepath.Join(dir, year)
	if err := os.MkdirAll(sheets, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, s := range sample.Sheets() {
		text := strings.ReplaceAll(string(s.Text), sample.Year, year)
		if strings.Contains(s.Name, low) {
			head, rest, _ := strings.Cut(text, "[evidence]")
			var lines []string
			for line := range strings.Lines(head) {
				if key, _, ok := strings.Cut(line, "="); ok && strings.HasPrefix(line, `"3.`) {
					line = key + "= 60\n"
				}
				lines = append(lines, line)
			}
			text = strings.Join(lines, "") + "[evidence]" + rest
		}
		if err := os.WriteFile(filepath.Join(sheets, filepath.Base(s.Name)), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	book, err := rulebook.Open(sample.Rulebook)
	if err != nil {
		t.Fatal(err)
	}
	p := create.Plan{Book: book, Cluster: sample.Cluster, Year: year, History: history}
	d, found := create.Read(p, sheets)
	if len(found) > 0 {
		t.Fatal(found)
	}
	if err := d.PastYears(t.Context(), p); err != nil {
		return "", err
	}
	path = filepath.Join(dir, year+".thidua")
	m, err := d.Begin(t.Context(), path, "Thư ký")
	if err != nil {
		t.Fatal(err)
	}
	unit := m.Snapshot().Units()[2].Name()
	_, err = m.Propose(context.Background(), meeting.Proposal{By: "Thư ký",
		Acts: []scoring.Act{scoring.Appoint{Office: scoring.Leader, Unit: unit, How: "agreed", Reason: "thống nhất"}}})
	if err = errors.Join(err, m.Close()); err != nil {
		t.Fatal(err)
	}
	return path, nil
}

// Three years one after the other: each knows what the years before came to, the change by unit and field against the
// year before, and who was chosen there. The record holds it, and verifies.
func TestThreeYears(t *testing.T) {
	dir := t.TempDir()
	first, err := ofYear(t, dir, "2017-2018", "bac-ninh")
	if err != nil {
		t.Fatal(err)
	}
	second, err := ofYear(t, dir, "2018-2019", "nam-dinh", first)
	if err != nil {
		t.Fatal(err)
	}
	third, err := ofYear(t, dir, "2019-2020", "none", second, first)
	if err != nil {
		t.Fatal(err)
	}
	report, err := verify.Check(t.Context(), third)
	if err != nil {
		t.Fatal(err)
	}
	s := &report.Snap.State
	if all := s.Pasts(); len(all) != 2 || all[0].Year != "2017-2018" || all[1].Year != "2018-2019" {
		t.Fatalf("the years before are %+v", all)
	}
	unit, ok := s.Index("Nam Định")
	field, found := s.Rulebook().Index("3")
	if !ok || !found {
		t.Fatal("no such unit or field")
	}
	r := view.RiseOf(s, unit, field)
	if !r.Known || r.Was != 60_00 || r.By() != r.Is-60_00 || r.By() < view.Marked {
		t.Errorf("Nam Định in field 3: %+v", r)
	}
	steady, _ := s.Index("Hà Nam")
	if r := view.RiseOf(s, steady, field); !r.Known || r.By() != 0 {
		t.Errorf("Hà Nam in field 3: %+v", r)
	}
	ranks := view.YearRanks(s, lang.VI)
	for y := range ranks.Len {
		if ranks.At(y, "unit").Text == "Nam Định" {
			if ranks.At(y, "rank-0").Text != "1" || ranks.At(y, "rank-1").Text != "9" ||
				ranks.At(y, "moved").Text != "▲7" {
				t.Errorf("Nam Định was %s, %s, moved %s", ranks.At(y, "rank-0").Text, ranks.At(y, "rank-1").Text,
					ranks.At(y, "moved").Text)
			}
		}
	}
	marked := 0
	changes := view.YearChanges(s, lang.EN)
	for y := range changes.Len {
		if changes.At(y, "remark").Text != "" {
			marked++
			if changes.At(y, "unit").Text != "Nam Định" || changes.At(y, "code").Text != "3" {
				t.Errorf("marked: %s %s", changes.At(y, "unit").Text, changes.At(y, "code").Text)
			}
		}
	}
	if marked != 1 {
		t.Errorf("%d rises are marked", marked)
	}
	chosen := s.Units()[2].Name()
	held := view.Held(s)
	if len(held) < 2 || held[0].Year != "2019-2020" || held[0].Leader != chosen || held[1].Year != "2018-2019" ||
		held[1].Leader != chosen {
		t.Errorf("held office: %+v", held)
	}
	if _, err := ofYear(t, t.TempDir(), "2019-2020", "none", second, second); !isFinding(err, "another meeting of") {
		t.Errorf("the same year twice: %v", err)
	}
	if _, err := ofYear(t, t.TempDir(), "2017-2018", "none", second); !isFinding(err, "not before") {
		t.Errorf("a later year: %v", err)
	}
}

func isFinding(err error, says string) bool {
	var found finding.List
	return errors.As(err, &found) && strings.Contains(found.In(lang.EN), says)
}
