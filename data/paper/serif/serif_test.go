package serif_test

import (
	"testing"

	"thidua/data/paper/serif"
)

// All letters of Vietnamese, and the signs that papers use.
func TestFacesHaveVietnamese(t *testing.T) {
	family, err := serif.Load()
	if err != nil {
		t.Fatal(err)
	}
	const letters = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ" +
		"AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬEÈÉẺẼẸÊỀẾỂỄỆIÌÍỈĨỊOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢUÙÚỦŨỤƯỪỨỬỮỰYỲÝỶỸỴĐ" +
		"0123456789.,;:-–—…«»“”()/%×=+−→≤≥₫□"
	for _, style := range [][2]bool{{}, {true, false}, {false, true}, {true, true}} {
		face := family.Face(style[0], style[1])
		for _, r := range letters {
			if !face.Has(r) || face.Width(string(r), 14) <= 0 {
				t.Errorf("bold %v italic %v: no %c", style[0], style[1], r)
			}
		}
		if face.Has('✓') || face.Has('😀') {
			t.Error("has what it cannot show")
		}
	}
}

// The decree's motto in bold letters of 14 points: as wide as in Times New Roman.
func TestWidth(t *testing.T) {
	family, err := serif.Load()
	if err != nil {
		t.Fatal(err)
	}
	bold := family.Face(true, false)
	if w := bold.Width("Độc lập - Tự do - Hạnh phúc", 14); w < 60 || w > 66 {
		t.Errorf("%.2f mm", w)
	}
	if a, b := bold.Width("Hạnh", 14), bold.Width("Hạnh", 7); a < 1.99*b || a > 2.01*b {
		t.Errorf("%.3f is not twice %.3f", a, b)
	}
}
