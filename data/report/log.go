package report

import (
	"fmt"
	"io"
	"unicode/utf16"
	"unicode/utf8"

	"thidua/data/clean"
	"thidua/data/meeting"
)

// LogJSON writes the record, one decision a line, each its canonical JSON with the hash added.
func LogJSON(w io.Writer, s *meeting.Snapshot) error {
	for _, e := range s.Log {
		if _, err := fmt.Fprintf(w, "%s\n", withHash(e)); err != nil {
			return err
		}
	}
	return nil
}

// withHash is a decision as the record keeps it, with its hash.
func withHash(e meeting.Entry) []byte {
	return fmt.Appendf(nil, "%s,\"hash\":%q}", shown(e.Body[:len(e.Body)-1]), e.Hash)
}

// shown is JSON that a terminal only shows. The text of a rulebook may hold, in its comments, what a terminal would
// obey; it is written as an escape here, which to JSON is the same.
func shown(body []byte) []byte {
	if _, foul := clean.Find(string(body)); !foul {
		return body
	}
	var out []byte
	for _, r := range string(body) {
		switch {
		case !clean.Forbidden(r):
			out = utf8.AppendRune(out, r)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			out = fmt.Appendf(out, `\u%04x\u%04x`, high, low)
		default:
			out = fmt.Appendf(out, `\u%04x`, r)
		}
	}
	return out
}
