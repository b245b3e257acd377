package sheet_test

import (
	"strings"
	"testing"

	"thidua/data/sheet"
	"thidua/data/tomldoc"
	"thidua/scoring/lang"
)

// Whoever writes 0.85 for 85 percent writes it everywhere: said once, with what to do. A sheet of which one percent is
// above 1 has small percents, and one of nothing but 0 is as it is.
func TestFractions(t *testing.T) {
	book := open(t, "5350-2019")
	const four = "\"1.2\" = 0.5\n\"1.3\" = 0.25\n\"2.1\" = 1\n\"2.2\" = 0\n"
	for _, tt := range []struct{ percents, want string }{
		{"\"1.1\" = 0.85\n" + four, "s.toml:4: every percent is at most 1 %: are these fractions?; " +
			"write percents: 85, not 0.85"},
		{"\"1.1\" = 1.01\n" + four, ""},
		{four, ""},
		{"\"1.1\" = 0\n\"1.2\" = 0\n\"1.3\" = 0\n\"2.1\" = 0\n\"2.2\" = 0\n", ""},
	} {
		head := "rulebook = \"5350-2019\"\nunit = \"Nam Định\"\nyear = \"2019-2020\"\n[percent]\n"
		_, doc := read(t, book, head+tt.percents)
		if got := doc.Findings.In(lang.EN); strings.TrimSpace(got) != tt.want {
			t.Errorf("%s: %q, want %q", tt.percents, got, tt.want)
		}
	}
}

// A sheet's author writes the unit as the office writes itself, and in whatever letters the old program left.
func TestUnitsAsOfficesWriteThemselves(t *testing.T) {
	book := open(t, "5350-2019")
	for written, want := range map[string]string{
		"Tỉnh Nam Định": "Nam Định", "Sở GD&ĐT Nam Định": "Nam Định", "Sở GDĐT Nam Định": "Nam Định",
		"NamDinh": "Nam Định", "Nam Ðịnh": "Nam Định", "Hanoi": "Hà Nội", "Thành phố Bắc Ninh": "Bắc Ninh",
		"Sở Giáo dục và Đào tạo Hải Dương": "Hải Dương", "TP. Huế": "Thừa Thiên - Huế", "TP Huế": "Thừa Thiên - Huế",
		"TP. Hồ Chí Minh": "Thành phố Hồ Chí Minh",
	} {
		text := "rulebook = \"5350-2019\"\nunit = \"" + written + "\"\nyear = \"2019-2020\"\n[percent]\n"
		doc, _ := tomldoc.Parse("s.toml", []byte(text))
		if got := sheet.Read(doc, book, sheet.Expect{}); got.Unit != want || len(doc.Findings) > 0 {
			t.Errorf("%q is read as %q: %v", written, got.Unit, doc.Findings)
		}
	}
}
