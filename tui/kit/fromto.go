package kit

import "strings"

// FromTo draws two numbers in large figures, with an arrow from the one to the other, in at most w cells: as large as
// fits; nil where they do not fit at all, or one is no number.
func FromTo(from, to string, w int) []string {
	if !figured(from) || !figured(to) {
		return nil
	}
	for _, s := range []struct {
		size  FigureSize
		arrow []string
	}{
		{FigureBig, []string{"    ██    ", "      ██  ", "██████████", "      ██  ", "    ██    "}},
		{FigureSmall, []string{"  ▀▄ ", "▀▀▀▀█", "  ▄▀ "}},
	} {
		if out := joinFigures(Figures(from, s.size), s.arrow, Figures(to, s.size)); Width(out[0]) <= w {
			return out
		}
	}
	return nil
}

// figured reports whether every character of a text has a figure.
func figured(s string) bool { return s != "" && strings.Trim(s, "0123456789.,%−=- ") == "" }

func joinFigures(from, arrow, to []string) []string {
	const gap = "    "
	out := make([]string, len(from))
	for i := range out {
		out[i] = from[i] + gap + arrow[i] + gap + to[i]
	}
	return out
}
