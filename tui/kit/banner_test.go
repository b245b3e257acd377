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
