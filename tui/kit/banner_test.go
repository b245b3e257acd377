package kit_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"thidua/data/rulebook"
	"thidua/tui/kit"
)

func TestBanner(t *testing.T) {
	want := []string{
		"       ▀█    ",
		"▄   ▄  ▄▄▄   ",
		"█   █ █   █  ",
		"█▀▀▀█ █▀▀▀█  ",
		"█   █ █   █ ▄",
		"             ",
	}
	got, ok := kit.Banner("hả.", 1)
	if diff := cmp.Diff(want, got); !ok || diff != "" {
		t.Errorf("ok %t (-want +got):\n%s", ok, diff)
	}
	if _, ok := kit.Banner("日本", 1); ok {
		t.Error("drew letters that there are none of")
	}
}

// Every unit of the built-in rulebooks can be drawn, the same in any composition, twice as large at twice the scale.
func TestBannerOfEveryUnit(t *testing.T) {
	for _, id := range rulebook.IDs() {
		book, err := rulebook.Open(id)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range book.Clusters {
			for _, unit := range c.Units {
				nfc, ok := kit.Banner(norm.NFC.String(unit), 1)
				nfd, _ := kit.Banner(norm.NFD.String(unit), 1)
				if !ok || cmp.Diff(nfc, nfd) != "" || strings.TrimSpace(nfc[0]) == "" {
					t.Errorf("%s: ok %t\n%s", unit, ok, strings.Join(nfc, "\n"))
				}
				twice, _ := kit.Banner(unit, 2)
				for _, line := range twice {
					if kit.Width(line) != 2*kit.Width(nfc[0]) {
						t.Fatalf("%s: a line of %d cells at twice the scale of %d", unit, kit.Width(line),
							kit.Width(nfc[0]))
					}
				}
			}
		}
	}
}

// Every vowel of Vietnamese with every tone, and đ: no mark is cut or drawn over another, and no two letters are the
// same picture.
func TestEveryLetterHasItsMarks(t *testing.T) {
	seen := map[string]string{}
	for _, letter := range vietnamese() {
		lines, ok := kit.Banner(letter, 1)
		if !ok {
			t.Errorf("%s cannot be drawn", letter)
			continue
		}
		var want int
		for _, r := range norm.NFD.String(letter) {
			want += dotsOf(r)
		}
		picture := strings.Join(lines, "\n")
		if got := dots(picture); got != want {
			t.Errorf("%s has %d dots, its parts %d:\n%s", letter, got, want, picture)
		}
		if other := seen[picture]; other != "" {
			t.Errorf("%s looks like %s:\n%s", letter, other, picture)
		}
		seen[picture] = letter
		if small, _ := kit.Banner(strings.ToLower(letter), 1); cmp.Diff(small, lines) != "" {
			t.Errorf("%s is drawn some other way in small letters", letter)
		}
		for _, word := range []string{"V" + letter + "NH", "M" + letter, letter + "M"} { // nor beside others
			v, _ := kit.Banner(word, 1)
			n := dots(picture)
			for _, r := range strings.Replace(word, letter, "", 1) {
				n += dotsOf(r)
			}
			if got := dots(strings.Join(v, "\n")); got != n {
				t.Errorf("%s has %d dots, its letters %d:\n%s", word, got, n, strings.Join(v, "\n"))
			}
		}
	}
	if len(seen) != 12*6+2 {
		t.Errorf("%d letters", len(seen))
	}
}

// vietnamese are the letters that can have marks, and D for comparison with Đ.
func vietnamese() (out []string) {
	for _, base := range []string{"A", "Ă", "Â", "E", "Ê", "I", "O", "Ô", "Ơ", "U", "Ư", "Y"} {
		for _, tone := range []string{"", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"} {
			out = append(out, norm.NFC.String(base+tone))
		}
	}
	return append(out, "D", "Đ")
}

// dots counts the dots of a picture.
func dots(picture string) int {
	return strings.Count(picture, "▀") + strings.Count(picture, "▄") + 2*strings.Count(picture, "█")
}

// dotsOf is how many dots a letter without marks has, or a mark by itself.
func dotsOf(r rune) int {
	switch r {
	case '\u0323':
		return 1
	case '\u0301', '\u0300', '\u031b':
		return 2
	case '\u0302', '\u0306', '\u0309':
		return 3
	case '\u0303':
		return 5
	}
	lines, _ := kit.Banner(string(r), 1)
	return dots(strings.Join(lines, "\n"))
}
