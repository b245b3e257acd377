package kit_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/tui/kit"
)

// TestWrapKeepsEveryWord holds that breaking a text loses, joins and reorders nothing, whatever stands between its
// words, and that a line takes the next word wherever there is room.
func TestWrapKeepsEveryWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("ab Nđ ệ中\u00a0\t\n ")), 0, 60, -1).Draw(t, "text")
		w := rapid.IntRange(2, 12).Draw(t, "w")
		lines, words := kit.Wrap(text, w, 0), strings.Fields(text)
		if got, want := strings.ReplaceAll(strings.Join(lines, ""), " ", ""), strings.Join(words, ""); got != want {
			t.Fatalf("Wrap(%q, %d) = %q: it says %q, not %q", text, w, lines, got, want)
		}
		longest := func(word string) bool { return kit.Width(word) > w }
		for i, line := range lines {
			if line == "" || line != strings.Join(strings.Fields(line), " ") || kit.Width(line) > w {
				t.Fatalf("Wrap(%q, %d) = %q: line %d is not trim", text, w, lines, i)
			}
			if i == 0 || slices.ContainsFunc(words, longest) {
				continue
			}
			if first := strings.Fields(line)[0]; kit.Width(lines[i-1]+" "+first) <= w {
				t.Fatalf("Wrap(%q, %d) = %q: line %d would have fitted %q too", text, w, lines, i-1, first)
			}
		}
	})
}
