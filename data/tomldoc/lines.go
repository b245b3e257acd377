package tomldoc

import (
	"strconv"
	"strings"
)

// The TOML library says on which line a file is malformed, but not on which line a key of a well-formed one stands.
// lines finds that: it walks a document that has been parsed already, so it may rely on it being right, and notes the
// line of every key and of every element of an array under its path (see Path).

// scan maps paths to lines, from 1.
func scan(src string) *scanner {
	s := &scanner{src: src, at: map[string]int{}, long: map[string]string{}, tables: map[string]int{}}
	s.document()
	return s
}

type scanner struct {
	src    string
	pos    int
	line   int // lines ended so far
	lined  int // position up to which they were counted
	at     map[string]int
	long   map[string]string // numbers and moments of more than exactDigits characters, as they were written
	tables map[string]int    // arrays of tables: how many elements so far
}

// exactDigits is how many digits a float keeps of any decimal number.
const exactDigits = 15

func (s *scanner) document() {
	prefix := ""
	for s.space(true); s.pos < len(s.src); s.space(true) {
		if s.src[s.pos] == '[' {
			prefix = s.header()
			continue
		}
		s.pair(prefix)
	}
}

// note remembers where a path begins; the first place counts.
func (s *scanner) note(path string, pos int) {
	s.line += strings.Count(s.src[s.lined:pos], "\n")
	s.lined = pos
	if _, known := s.at[path]; !known {
		s.at[path] = s.line + 1
	}
}

// space skips blanks and comments; across lines too if asked.
func (s *scanner) space(newlines bool) {
	for s.pos < len(s.src) {
		switch c := s.src[s.pos]; {
		case c == ' ' || c == '\t' || newlines && (c == '\n' || c == '\r'):
			s.pos++
		case c == '#':
			for s.pos < len(s.src) && s.src[s.pos] != '\n' {
				s.pos++
			}
		default:
			return
		}
	}
}

// header reads [a.b] or [[a.b]] and gives the path of what follows.
func (s *scanner) header() string {
	start := s.pos
	array := strings.HasPrefix(s.src[s.pos:], "[[")
	s.pos++
	if array {
		s.pos++
	}
	path := ""
	keys := s.keys()
	for i, k := range keys {
		path = Path(path, k)
		switch n, isArray := s.tables[path]; {
		case i == len(keys)-1 && array:
			s.tables[path] = n + 1
			s.note(path, start)
			path = Element(path, n)
		case isArray:
			path = Element(path, n-1)
		default:
			s.note(path, start)
		}
	}
	s.note(path, start)
	for s.pos < len(s.src) && s.src[s.pos] != '\n' {
		s.pos++
	}
	return path
}

// pair reads key = value.
func (s *scanner) pair(prefix string) {
	start := s.pos
	path := prefix
	for _, k := range s.keys() {
		path = Path(path, k)
		s.note(path, start)
	}
	s.space(false)
	if s.pos < len(s.src) && s.src[s.pos] == '=' {
		s.pos++
	}
	s.space(false)
	s.value(path)
}

// escapes writes those of TOML's escapes as Go has them that Go does not have, or reads as a byte.
var escapes = strings.NewReplacer(`\\`, `\\`, `\e`, `\u001b`, `\x`, `\u00`)

// keys reads a dotted key.
func (s *scanner) keys() []string {
	var out []string
	for {
		s.space(false)
		switch {
		case s.pos >= len(s.src):
			return out
		case s.src[s.pos] == '"' || s.src[s.pos] == '\'':
			raw := s.quoted()
			k := strings.Trim(raw, string(raw[0]))
			if raw[0] == '"' {
				if u, err := strconv.Unquote(escapes.Replace(raw)); err == nil {
					k = u
				}
			}
			out = append(out, k)
		default:
			start := s.pos
			for s.pos < len(s.src) && !strings.ContainsRune(" \t.=]\r\n#", rune(s.src[s.pos])) {
				s.pos++
			}
			out = append(out, s.src[start:s.pos])
		}
		s.space(false)
		if s.pos >= len(s.src) || s.src[s.pos] != '.' {
			return out
		}
		s.pos++
	}
}

// quoted skips a string of any kind and gives it with its quotes.
func (s *scanner) quoted() string {
	start, q := s.pos, s.src[s.pos]
	if triple := strings.Repeat(string(q), 3); strings.HasPrefix(s.src[s.pos:], triple) {
		s.pos += 3
		for s.pos < len(s.src) && !strings.HasPrefix(s.src[s.pos:], triple) {
			s.step(q)
		}
		for s.pos < len(s.src) && s.src[s.pos] == q { // up to two quotes may precede the closing three
			s.pos++
		}
		return s.src[start:s.pos]
	}
	s.pos++
	for s.pos < len(s.src) && s.src[s.pos] != q && s.src[s.pos] != '\n' {
		s.step(q)
	}
	s.pos = min(s.pos+1, len(s.src))
	return s.src[start:s.pos]
}

// step goes over one character of a string, or an escaped one.
func (s *scanner) step(quote byte) {
	if quote == '"' && s.src[s.pos] == '\\' {
		s.pos++
	}
	s.pos = min(s.pos+1, len(s.src))
}

// value skips a value, noting what lies in arrays and inline tables.
func (s *scanner) value(path string) {
	if s.pos >= len(s.src) {
		return
	}
	switch s.src[s.pos] {
	case '"', '\'':
		s.quoted()
	case '[':
		s.pos++
		for i := 0; s.next(']'); i++ {
			s.note(Element(path, i), s.pos)
			s.value(Element(path, i))
		}
	case '{':
		s.pos++
		for s.next('}') {
			s.pair(path)
		}
	default:
		start := s.pos
		for s.pos < len(s.src) && !strings.ContainsRune(",]}#\r\n", rune(s.src[s.pos])) {
			s.pos++
		}
		if bare := strings.TrimSpace(s.src[start:s.pos]); len(bare) > exactDigits {
			s.long[path] = bare
		}
	}
}

// next moves to the next element of an array or inline table; false at its end.
func (s *scanner) next(end byte) bool {
	s.space(true)
	if s.pos < len(s.src) && s.src[s.pos] == ',' {
		s.pos++
		s.space(true)
	}
	if s.pos >= len(s.src) {
		return false
	}
	if s.src[s.pos] == end {
		s.pos++
		return false
	}
	return true
}
