package painttest

import (
	"fmt"
	"slices"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
)

// mostDifferences is how many cells a difference names.
const mostDifferences = 8

// Diff says what two terminals show differently: letters, their styles as far as they can be seen, the cursor, colours;
// empty: nothing.
func Diff(want, got *Terminal) string {
	out := DiffCells(want.W, want.Cells, got.Cells)
	at := func(e *Terminal) string {
		if !e.Cursor() {
			return "hidden"
		}
		return fmt.Sprintf("at %d,%d", min(e.X, e.W-1), e.Y)
	}
	if at(want) != at(got) {
		out += fmt.Sprintf("the cursor is %s, not %s\n", at(got), at(want))
	}
	if a, b := want.tinted(), got.tinted(); a != b {
		out += fmt.Sprintf("coloured anew are %s, not %s\n", b, a)
	}
	if want.Title != got.Title {
		out += fmt.Sprintf("the title is %q, not %q\n", got.Title, want.Title)
	}
	return out
}

func (e *Terminal) tinted() string {
	var all []string
	for c := range e.colours {
		all = append(all, c)
	}
	slices.Sort(all)
	return strings.Join(all, ", ")
}

// DiffCells says in which cells two screens of a width differ.
func DiffCells(w int, want, got []Cell) string {
	var b strings.Builder
	n := 0
	for i := range want {
		if i >= len(got) || !want[i].looksLike(got[i]) {
			if n++; n > mostDifferences {
				continue
			}
			fmt.Fprintf(&b, "row %d, column %d: ", i/w, i%w)
			if i < len(got) {
				fmt.Fprintf(&b, "%q %q, ", got[i].Text, got[i].Style.String())
			}
			fmt.Fprintf(&b, "want %q %q\n", want[i].Text, want[i].Style.String())
		}
	}
	if n > mostDifferences {
		fmt.Fprintf(&b, "%d cells in all\n", n)
	}
	return b.String()
}

// looksLike reports whether nobody can tell two cells apart: of a blank the colour of letters is not seen.
func (c Cell) looksLike(d Cell) bool {
	if c.Text == " " && d.Text == " " {
		c.Style, d.Style = ofBlank(c.Style), ofBlank(d.Style)
	}
	return c.Text == d.Text && c.Style.Equal(&d.Style)
}

func ofBlank(st uv.Style) uv.Style {
	const seen = uv.AttrReverse | uv.AttrStrikethrough
	if st.Attrs&seen == 0 && st.Underline == 0 {
		return uv.Style{Bg: st.Bg}
	}
	return st
}
