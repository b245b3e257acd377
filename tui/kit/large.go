package kit

import "strings"

// Large is a text in letters for the back row, as large as there is room for, on one line or broken into two; the text
// itself where there is no room for such letters, or there are none.
func Large(text string, w, h int) []string {
	const largest = 3
	for scale := largest; scale > 0; scale-- {
		for _, lines := range splits(strings.Fields(text)) {
			if drawn := bannerLines(lines, scale, w); drawn != nil && len(drawn) <= h {
				return drawn
			}
		}
	}
	return []string{text}
}

// splits are the ways to write words: on one line, and broken where the longer of two lines is shortest.
func splits(words []string) [][]string {
	out := [][]string{{strings.Join(words, " ")}}
	var best []string
	for i := 1; i < len(words); i++ {
		lines := []string{strings.Join(words[:i], " "), strings.Join(words[i:], " ")}
		if best == nil || max(Width(lines[0]), Width(lines[1])) < max(Width(best[0]), Width(best[1])) {
			best = lines
		}
	}
	if best != nil {
		out = append(out, best)
	}
	return out
}

// bannerLines draws lines for the back row; nil where one is wider than there is room for, or cannot be drawn.
func bannerLines(lines []string, scale, w int) (out []string) {
	for _, line := range lines {
		drawn, ok := Banner(line, scale)
		if !ok || Width(drawn[0]) > w {
			return nil
		}
		out = append(out, drawn...)
	}
	for n := len(out); n > 1 && strings.TrimSpace(out[n-1]) == ""; n-- { // no dot stands below the last
		out = out[:n-1]
	}
	return out
}
