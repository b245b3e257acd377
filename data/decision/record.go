package decision

import (
	"bytes"
	"encoding/json"
	"strconv"
	"unicode/utf8"

	"thidua/scoring"
)

// Encode writes a decision as canonical JSON (RFC 8785), as it is hashed and kept. Every kind has the keys it needs and
// no others; numbers are exact decimals.
func Encode(d scoring.Decision) ([]byte, error) { return new(Codec).Encode(d) }

// Decode reads a decision from the record. Nothing in it is taken on trust: numbers, the rulebook and the kind are
// checked as they are in files; the rules are checked when it is applied.
func Decode(body []byte) (scoring.Decision, error) { return new(Codec).Decode(body) }

// unmarshal reads a value of the record.
func unmarshal(raw json.RawMessage, to any) error {
	if err := json.Unmarshal(raw, to); err != nil {
		return errNotSuch
	}
	return nil
}

// unmarshalText reads a text of the record. Most say plainly what they are: the library is for the others.
func unmarshalText(raw json.RawMessage, to *string) error {
	if last := len(raw) - 1; raw[0] == '"' && bytes.IndexByte(raw, '\\') < 0 && utf8.Valid(raw) {
		*to = string(raw[1:last])
		return nil
	}
	return unmarshal(raw, to)
}

// unmarshalNumber reads an exact decimal of the record.
func unmarshalNumber(raw json.RawMessage) (string, error) {
	if raw[0] != '-' && (raw[0] < '0' || raw[0] > '9') {
		return "", errNotSuch
	}
	return string(raw), nil // the library has seen that it is a number
}

// unmarshalInt reads a whole number of the record.
func unmarshalInt(raw json.RawMessage, to *int) (err error) {
	if *to, err = strconv.Atoi(string(raw)); err != nil {
		return errNotSuch
	}
	if *to > exact || *to < -exact {
		return unreadable("số %d quá lớn", "the number %d is too large", *to)
	}
	return nil
}

// unmarshalStrict reads a value that has keys of its own, and no others.
func unmarshalStrict(raw json.RawMessage, to any) error {
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.DisallowUnknownFields()
	if err := dec.Decode(to); err != nil {
		return notJSON(err)
	}
	return nil
}
