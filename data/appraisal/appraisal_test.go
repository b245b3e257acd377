package appraisal_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"thidua/data/appraisal"
	"thidua/data/demo"
	"thidua/data/rulebook"
	"thidua/data/workbook"
	"thidua/sample"
	"thidua/scoring"
	"thidua/scoring/lang"
)

const (
	legal      = "Vụ Pháp chế" // scores 10.1.1 to 10.1.4
	inspection = "Thanh tra"   // scores 10.3.1 to 10.3.5
)

func meeting(t *testing.T) *scoring.State {
	t.Helper()
	m, err := demo.Meeting(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &m.Snapshot().State
}

// files writes files into a folder, by name, and gives their paths in the order of the pairs.
func files(t *testing.T, pairs ...string) (paths []string) {
	t.Helper()
	dir := t.TempDir()
	for i := 0; i < len(pairs); i += 2 {
		path := filepath.Join(dir, pairs[i])
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(pairs[i+1]), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return paths
}

// table is a department's table, with a column for each unit.
const table = "Đơn vị đánh giá: Vụ Pháp chế;;;\n" +
	"STT;Tiêu chí;Nam Định (%);Hải Dương (%)\n" +
	"10.1;Công tác pháp chế;;\n" +
	"10.1.1;;80;90,5\n" +
	"10.1.2;;100%;\n" +
	"Tổng;;180;90\n"

// sheetOf is a unit's sheet.
func sheetOf(unit, assessor string, lines ...string) string {
	text := "rulebook = \"5350-2019\"\nunit = \"" + unit + "\"\nyear = \"2019-2020\"\n"
	if assessor != "" {
		text += "assessor = \"" + assessor + "\"\n"
	}
	return text + "[percent]\n" + strings.Join(lines, "\n") + "\n"
}

// form is the form of a unit, filled in at some criteria.
func form(t *testing.T, unit string, marks map[string]any, note string) string {
	t.Helper()
	book, err := rulebook.Open(sample.Rulebook)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := workbook.Form(&b, book, unit, sample.Year); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for code, v := range marks {
		at, _ := book.Index(code)
		for column, v := range map[int]any{5: v, 9: note} {
			cell, _ := excelize.CoordinatesToCellName(column, at+8)
			if err := f.SetCellValue("Phiếu tự chấm", cell, v); err != nil {
				t.Fatal(err)
			}
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// Each form in which a department may send its scores comes to the same decisions, with the file as evidence.
func TestForms(t *testing.T) {
	s := meeting(t)
	for _, tt := range []struct{ name, file, text string }{
		{"a table with a column for each unit", "bang.csv", table},
		{"a file called after its department", "vu-phap-che-lan-2.csv", table[strings.Index(table, "\n")+1:]},
		{"a sheet", "s.toml", sheetOf("Nam Định", "vu phap che", `"10.1.1" = 80`, `"10.1.2" = 100`)},
		{"the form, in a folder called after the department", "Vụ Pháp chế/nam-dinh.xlsx",
			form(t, "Nam Định", map[string]any{"10.1.1": 80, "10.1.2": 100}, "")},
		{"a plain table of one unit", "vu-phap-che.csv", "Đơn vị: Nam Định\nĐơn vị thẩm định: Vụ Pháp chế\n" +
			"STT;Tự chấm (%);Thẩm định (%)\n10.1.1;100;80\n10.1.2;50;100\n"},
		{"decisions", "d.toml", "[[decision]]\nkind = \"appraise\"\nunit = \"nam-dinh\"\ncriterion = \"10.1.1\"\n" +
			"percent = 80\nassessor = \"Vụ Pháp chế\"\n[[decision]]\nkind = \"appraise\"\nunit = \"nam-dinh\"\n" +
			"criterion = \"10.1.2\"\npercent = 100\nassessor = \"Vụ Pháp chế\"\n"},
	} {
		paths := files(t, tt.file, tt.text)
		batch, found := appraisal.Read(s, appraisal.Options{}, paths...)
		if len(found) > 0 {
			t.Errorf("%s: %s", tt.name, found.In(lang.EN))
			continue
		}
		sum := sha256.Sum256([]byte(tt.text))
		got := map[string]scoring.Appraise{}
		for _, item := range batch.Items {
			a := item.Act.(scoring.Appraise)
			if a.Unit == "Nam Định" {
				got[a.Criterion] = a
			}
		}
		for code, percent := range map[string]scoring.Percent{"10.1.1": 80_00, "10.1.2": 100_00} {
			want := scoring.Appraise{Unit: "Nam Định", Criterion: code, Mark: scoring.InPercent(percent),
				Assessor: legal,
				Source:   filepath.Base(tt.file), Digest: hex.EncodeToString(sum[:])}
			if got[code] != want {
				t.Errorf("%s: %+v, want %+v", tt.name, got[code], want)
			}
		}
	}
}

// A remark beside a score is the department's reason.
func TestReasons(t *testing.T) {
	paths := files(t, "thanh-tra/s.xlsx", form(t, "Nam Định", map[string]any{"10.3.1": 60}, "thiếu kế hoạch"))
	batch, found := appraisal.Read(meeting(t), appraisal.Options{}, paths...)
	if len(found) > 0 || len(batch.Items) != 1 {
		t.Fatal(found, batch)
	}
	if a := batch.Items[0].Act.(scoring.Appraise); a.Reason != "thiếu kế hoạch" || a.Assessor != inspection {
		t.Errorf("%+v", a)
	}
}

// What is wrong is said file by file and place by place, each with the mend.
func TestWrong(t *testing.T) {
	for _, tt := range []struct {
		name  string
		files []string
		o     appraisal.Options
		says  []string
	}{
		{"a unit that is not there", []string{"a.csv", strings.Replace(table, "Hải Dương", "Hà Nội", 1)},
			appraisal.Options{}, []string{`a.csv [D2]: this meeting has no unit "Hà Nội"`}},
		{"a unit that is not there, in a sheet", []string{"a.toml", sheetOf("Hà Nội", legal, `"10.1.1" = 80`)},
			appraisal.Options{}, []string{`a.toml:2: "Hà Nội" is none of the units`}},
		{"a criterion that is not there", []string{"a.csv", strings.Replace(table, "10.1.2", "10.1.9", 1)},
			appraisal.Options{}, []string{`a.csv [A5]: the rulebook has no criterion "10.1.9"`}},
		{"the same department twice with different scores",
			[]string{"a.csv", table, "b.toml", sheetOf("Nam Định", legal, `"10.1.1" = 70`)}, appraisal.Options{},
			[]string{"b.toml:6: Nam Định 10.1.1: 70 % here, 80 % in a.csv [C4]; keep one of the two"}},
		{"another's criterion", []string{"a.toml", sheetOf("Nam Định", legal, `"10.3.1" = 11`, `"10.1.1" = 80`)},
			appraisal.Options{}, []string{
				"a.toml:6: Vụ Pháp chế does not score criterion 10.3.1, which is assessed by Thanh tra"}},
		{"another's criterion, by the flag", []string{"a.toml", sheetOf("Nam Định", "", `"10.3.1" = 11`)},
			appraisal.Options{Assessor: "vu-phap-che"}, []string{"Vụ Pháp chế does not score criterion 10.3.1"}},
		{"a department that is not there", []string{"a.toml", sheetOf("Nam Định", "Vụ Pháp", `"10.1.1" = 80`)},
			appraisal.Options{}, []string{`a.toml:4: the rulebook names no department "Vụ Pháp"`}},
		{"out of range", []string{"a.csv", strings.Replace(table, "90,5", "190,5", 1), "b.toml",
			sheetOf("Nam Định", inspection, `"10.3.1" = 100.5`)}, appraisal.Options{},
			[]string{"a.csv [D4]: 10.1.1, Hải Dương: 190.5 % is outside 0–100 %", "b.toml:6: "}},
		{"no number", []string{"a.csv", strings.Replace(table, "90,5", "tốt", 1)}, appraisal.Options{},
			[]string{`a.csv [D4]: 10.1.1, Hải Dương: "tốt" is no number; type a number into the cell`}},
		{"a part of 1", []string{"a.csv", strings.Replace(table, "90,5", "0,9", 1)}, appraisal.Options{},
			[]string{"a.csv [D4]: criterion 10.1.1: 0.9 %, or a part of 1?"}},
		{"only self-scores", []string{"nam-dinh.csv", "STT;Tự chấm (%)\n10.1.1;80\n"}, appraisal.Options{},
			[]string{"nam-dinh.csv: there is no table of the appraisal"}},
		{"a decision of the meeting", []string{"a.toml",
			"[[decision]]\nkind = \"score\"\nunit = \"nam-dinh\"\ncriterion = \"1.1\"\npercent = 5\n"},
			appraisal.Options{}, []string{`a.toml:1: the decision "score" is none of the appraisal`}},
		{"nothing", []string{"a.csv", "STT;Nam Định\n10.1.1;\n"}, appraisal.Options{},
			[]string{"there is no score of the appraisal"}},
	} {
		batch, found := appraisal.Read(meeting(t), tt.o, files(t, tt.files...)...)
		said := found.In(lang.EN)
		if len(found) != len(tt.says) {
			t.Errorf("%s: %d findings, want %d:\n%s\n%+v", tt.name, len(found), len(tt.says), said, batch)
		}
		for _, want := range tt.says {
			if !strings.Contains(said, want) {
				t.Errorf("%s:\n%s\nwant %s", tt.name, said, want)
			}
		}
	}
}

// What a department left in a form as it came is passed over; what is on record already is not recorded again, and is
// only replaced by who says so.
func TestAgain(t *testing.T) {
	s := meeting(t)
	unit, _ := s.Index("Nam Định")
	at, _ := s.Rulebook().Index("10.3.2")
	stands, _ := s.Units()[unit].Percent(scoring.Agreed, at)
	text := sheetOf("Nam Định", legal, `"10.1.1" = 80`, `"10.3.2" = `+stands.String())
	batch, found := appraisal.Read(s, appraisal.Options{}, files(t, "a.toml", text)...)
	if len(found) > 0 || len(batch.Items) != 1 || batch.Passed != 1 {
		t.Fatalf("%v %+v", found, batch)
	}
	next, err := scoring.Apply(*s, scoring.Decision{Act: batch.Items[0].Act})
	if err != nil {
		t.Fatal(err)
	}
	batch, found = appraisal.Read(&next, appraisal.Options{}, files(t, "a.toml", text)...)
	if len(found) > 0 || len(batch.Items) != 0 || batch.Same != 1 {
		t.Errorf("the same again: %v %+v", found, batch)
	}
	other := files(t, "a.toml", sheetOf("Nam Định", legal, `"10.1.1" = 75`))
	if _, found = appraisal.Read(&next, appraisal.Options{}, other...); len(found) != 1 ||
		!strings.Contains(found.In(lang.EN), "is appraised already: 80 %, by decision") {
		t.Errorf("a second score: %s", found.In(lang.EN))
	}
	batch, found = appraisal.Read(&next, appraisal.Options{Replace: true}, other...)
	if len(found) > 0 || len(batch.Items) != 1 {
		t.Errorf("replaced: %v %+v", found, batch)
	}
}

// A file with the unit's own self-scores is remarked on, and so are requests in it.
func TestRemarks(t *testing.T) {
	s := meeting(t)
	text, err := os.ReadFile("../../sample/cluster-2/nam-dinh.toml")
	if err != nil {
		t.Fatal(err)
	}
	batch, found := appraisal.Read(s, appraisal.Options{}, files(t, "a.toml", string(text))...)
	if len(found) > 0 || len(batch.Remarks) == 0 ||
		!strings.Contains(batch.Remarks[len(batch.Remarks)-1].What.EN, "is it the unit's own file?") {
		t.Errorf("%v %+v", found, batch.Remarks)
	}
}
