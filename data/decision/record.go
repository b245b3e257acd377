package decision

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"time"
	"unicode/utf8"

	"thidua/data/clean"
	"thidua/data/record"
	"thidua/scoring"
)

// Encode writes a decision as canonical JSON (RFC 8785), as it is hashed and kept. Every kind has the keys it needs and
// no others; numbers are exact decimals.
func Encode(d scoring.Decision) ([]byte, error) {
	body, err := encode(d)
	if err != nil {
		return nil, fmt.Errorf("write decision %d: %w", d.Seq, err)
	}
	return record.Canonical(body)
}

func encode(d scoring.Decision) ([]byte, error) {
	out, err := written(d.Act)
	if err != nil {
		return nil, err
	}
	out["seq"], out["at"] = d.Seq, d.At.Format(time.RFC3339Nano)
	if d.By != "" {
		out["by"] = d.By
	}
	if err := check(reflect.ValueOf(out)); err != nil {
		return nil, err
	}
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	err = enc.Encode(out)
	return buf.Bytes(), err
}

// written is what is decided, as JSON.
func written(act scoring.Act) (map[string]any, error) {
	k, ok := kinds()[act.Kind()]
	if !ok {
		return nil, fmt.Errorf("a decision of kind %q cannot be written", act.Kind())
	}
	return writtenAs(k, act)
}

func writtenAs(k kind, act scoring.Act) (map[string]any, error) {
	out := map[string]any{"kind": string(act.Kind())}
	for _, key := range k.keysOf(act) {
		v, err := key.record()
		if err != nil {
			return nil, err
		}
		if v != nil {
			out[key.name] = v
		}
	}
	return out, nil
}

// Decode reads a decision from the record. Nothing in it is taken on trust: numbers, the rulebook and the kind are
// checked as they are in files; the rules are checked when it is applied.
func Decode(body []byte) (scoring.Decision, error) {
	var d scoring.Decision
	o, err := parse(body)
	if err != nil {
		return d, err
	}
	if err := checkBody(body, o); err != nil {
		return d, err
	}
	var at string
	for _, k := range []key{may("seq", (*seq)(&d.Seq)), may("at", (*text)(&at)), may("by", (*text)(&d.By))} {
		if err := o.take(k); err != nil {
			return d, err
		}
	}
	if d.Seq < 1 { // 0 would take whatever number comes next
		return d, unreadable("quyết định không có số", "the decision has no number")
	}
	if d.At, err = time.Parse(time.RFC3339Nano, at); err != nil {
		return d, unreadable("quyết định %d: thời điểm %q không đúng RFC 3339",
			"decision %d: its time %q is not as RFC 3339 has it", d.Seq, clean.Show(at))
	}
	if d.Act, err = o.act(); err != nil {
		return d, unreadable("quyết định %d: %s", "decision %d: %s", d.Seq, err)
	}
	return d, nil
}

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
