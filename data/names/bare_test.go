package names

import (
	"testing"

	"pgregory.net/rapid"
)

// What is looked up by character is what the whole text gives, for every character that is looked up, whatever stands
// around it.
func TestBareByCharacter(t *testing.T) {
	known := 0
	for n, of := range bareOf() {
		for i, want := range of {
			if want == "" {
				continue
			}
			known++
			r := string(rune(n*page + i))
			for _, text := range []string{r, "a" + r, r + "ế", "Đ " + r + r + " đ", "  " + r + "  "} {
				if got, ok := quickly(text); !ok || got != bare(text) {
					t.Errorf("%q is %q, and not %q (%v)", text, got, bare(text), ok)
				}
			}
		}
	}
	if known < 400 {
		t.Errorf("only %d characters are looked up", known)
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.OneOf(rapid.Rune(), rapid.RuneFrom([]rune("aĐẾơư \t\u0301\u031b…«ſß"+
			"İıÅÅ한각\u00a0\u200b")))).Draw(t, "text")
		if got, want := Bare(text), bare(text); got != want {
			t.Fatalf("%q is %q, and not %q", text, got, want)
		}
	})
}

// Vietnamese as it is typed is looked up.
func TestBareIsQuick(t *testing.T) {
	for _, text := range []string{"Thừa Thiên - Huế", "tiêu chí 12.4: «Đổi mới» …", "ĐẮK LẮK, ỹ ữ"} {
		if got, ok := quickly(text); !ok {
			t.Errorf("%q is not: %q", text, got)
		}
	}
}
