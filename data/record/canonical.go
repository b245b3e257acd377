package record

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"github.com/gowebpki/jcs"
)

// Canonical writes JSON in its canonical form (RFC 8785); what is in that form already may come back itself. It fails
// on what is not JSON, on a key given twice, on text that is not UTF-8. A number becomes the nearest IEEE 754 double:
// whole numbers beyond 2^53 do not survive.
func Canonical(json []byte) ([]byte, error) {
	if IsPlain(json) {
		return json, nil
	}
	out, err := jcs.Transform(json)
	if err != nil {
		return nil, fmt.Errorf("canonical JSON: %w", err)
	}
	return out, nil
}

func isCanonical(body []byte) bool {
	if IsPlain(body) {
		return true
	}
	out, err := jcs.Transform(body)
	return err == nil && bytes.Equal(out, body)
}

// deepest is how deep values may lie in each other for IsPlain to look at them.
const deepest = 16

// digits is how many significant digits every double keeps.
const digits = 15

// IsPlain reports whether a body is JSON, and in canonical form, as one look at it shows: nearly every decision's is,
// and records hold thousands. Where it says no, only the library knows.
func IsPlain(body []byte) bool {
	end, ok := plainValue(body, 0, 0)
	return ok && end == len(body)
}

// plainValue looks at the value that begins at a place, and says where it ends.
func plainValue(b []byte, at, depth int) (end int, ok bool) {
	if at >= len(b) || depth > deepest {
		return at, false
	}
	switch b[at] {
	case '"':
		return plainText(b, at)
	case '{':
		return plainObject(b, at, depth)
	case '[':
		return plainList(b, at, depth)
	case 't', 'f', 'n':
		for _, word := range []string{"true", "false", "null"} {
			if bytes.HasPrefix(b[at:], []byte(word)) {
				return at + len(word), true
			}
		}
		return at, false
	}
	return plainNumber(b, at)
}

// plainObject looks at an object: its keys must ascend. The form orders them by UTF-16 units, which is by bytes as long
// as no character takes two units; keys that have one, or an escape, are the library's.
func plainObject(b []byte, at, depth int) (end int, ok bool) {
	var last []byte
	for at++; at < len(b) && (b[at] != '}' || last != nil); at++ { // over the comma
		if b[at] != '"' {
			return at, false
		}
		if end, ok = plainText(b, at); !ok || end >= len(b) || b[end] != ':' {
			return at, false
		}
		name := b[at : end-1] // with the quote before it: no name is empty
		if !plainName(name) || bytes.Compare(last, name) >= 0 {
			return at, false
		}
		last = name
		if at, ok = plainValue(b, end+1, depth+1); !ok || at >= len(b) {
			return at, false
		}
		if b[at] == '}' {
			return at + 1, true
		}
		if b[at] != ',' {
			return at, false
		}
	}
	return at + 1, at < len(b)
}

// plainName reports whether a key's place shows in its bytes: no escape, and no character beyond U+FFFF.
func plainName(name []byte) bool {
	for _, c := range name {
		if c == '\\' || c >= 0xf0 {
			return false
		}
	}
	return true
}

// plainList looks at an array.
func plainList(b []byte, at, depth int) (end int, ok bool) {
	if at+1 < len(b) && b[at+1] == ']' {
		return at + 2, true
	}
	for {
		if at, ok = plainValue(b, at+1, depth+1); !ok || at >= len(b) {
			return at, false
		}
		switch b[at] {
		case ']':
			return at + 1, true
		case ',':
		default:
			return at, false
		}
	}
}

// plainText looks at a text: characters as they are, and the escapes of two characters that the form asks for.
func plainText(b []byte, at int) (end int, ok bool) {
	var all byte
	for from := at; at+1 < len(b); {
		at++
		switch c := b[at]; {
		case c == '"':
			return at + 1, all < utf8.RuneSelf || utf8.Valid(b[from:at])
		case c == '\\':
			if at++; at >= len(b) || bytes.IndexByte([]byte(`"\bfnrt`), b[at]) < 0 {
				return at, false
			}
		case c < ' ':
			return at, false
		default:
			all |= c
		}
	}
	return at, false
}

// plainNumber looks at a number: whole, or a decimal of so few digits that a double keeps them, which the form then
// writes as it stands.
func plainNumber(b []byte, at int) (end int, ok bool) {
	if b[at] == '-' {
		at++
	}
	whole := at
	for at < len(b) && '0' <= b[at] && b[at] <= '9' {
		at++
	}
	n := at - whole
	if n == 0 || n > 1 && b[whole] == '0' {
		return at, false
	}
	if at == len(b) || b[at] != '.' {
		return at, n <= digits && !bytes.HasSuffix(b[:at], []byte("-0"))
	}
	at++
	part := at
	for at < len(b) && '0' <= b[at] && b[at] <= '9' {
		at++
	}
	small := b[whole] == '0' && bytes.HasPrefix(b[part:at], []byte("00000")) // the form may want an exponent
	return at, at > part && b[at-1] != '0' && n+at-part <= digits && !small
}
