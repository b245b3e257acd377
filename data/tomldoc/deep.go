package tomldoc

import "strings"

// deepest is how deep tables and arrays may lie in each other: ten times what any of our files needs. What the library
// takes to parse a document grows with the square of its depth, so that a small file with nothing but brackets could
// keep it busy for an hour. The depth is therefore looked at before parsing.
const deepest = 64

// tooDeep finds the line on which a text, TOML or not, goes deeper than that.
func tooDeep(src string) (line int, found bool) {
	s := scanner{src: src}
	open, dots := 0, 0
	for s.pos < len(src) {
		switch src[s.pos] {
		case '"', '\'':
			s.quoted()
			continue
		case '#':
			s.space(false)
			continue
		case '[', '{':
			open++
		case ']', '}':
			open = max(0, open-1)
		case '.':
			dots++
		case '\n', '=', ',':
			dots = 0
		}
		if open+dots > deepest {
			return 1 + strings.Count(src[:s.pos], "\n"), true
		}
		s.pos++
	}
	return 0, false
}
