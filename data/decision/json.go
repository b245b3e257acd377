package decision

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"time"
	"unicode/utf8"

	"thidua/scoring"
)

// pair is a key with its value, on its way to the record.
type pair struct {
	name string
	v    any
}

// pairs are an object on its way to the record, in the order of the keys.
type pairs []pair

// kindOf is the kind of an act.
func kindOf(act scoring.Act) (kind, error) {
	k, ok := kinds()[act.Kind()]
	if !ok {
		return nil, fmt.Errorf("a decision of kind %q cannot be written", act.Kind())
	}
	return k, nil
}

// pairsOf adds what is decided, with its kind.
func pairsOf(out pairs, id scoring.Kind, keys []key) (pairs, error) {
	out = append(out, pair{"kind", string(id)})
	for i := range keys {
		v, err := keys[i].record()
		if err != nil {
			return nil, err
		}
		if v != nil {
			out = append(out, pair{keys[i].name, v})
		}
	}
	slices.SortFunc(out, func(a, b pair) int { return cmp.Compare(a.name, b.name) })
	return out, nil
}

// appendJSON writes a value as JSON. Texts and numbers, of which nearly all of a record is made, come out in canonical
// form; anything else is the library's, and may not.
func appendJSON(out []byte, v any) ([]byte, error) {
	switch v := v.(type) {
	case pairs:
		return appendObject(out, v)
	case string:
		if utf8.ValidString(v) && !slices.ContainsFunc([]byte(v), escaped) {
			return append(append(append(out, '"'), v...), '"'), nil
		}
	case int:
		return strconv.AppendInt(out, int64(v), 10), nil
	case bool:
		return strconv.AppendBool(out, v), nil
	case json.Number:
		return append(out, v...), nil
	case time.Time:
		return append(v.AppendFormat(append(out, '"'), time.RFC3339Nano), '"'), nil
	}
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return append(out, bytes.TrimSuffix(buf.Bytes(), []byte{'\n'})...), nil
}

// appendObject writes an object.
func appendObject(out []byte, all pairs) (_ []byte, err error) {
	out = append(out, '{')
	for i, p := range all {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(append(append(out, '"'), p.name...), '"', ':') // a key of ours has nothing to escape
		if out, err = appendJSON(out, p.v); err != nil {
			return nil, err
		}
	}
	return append(out, '}'), nil
}

// escaped reports whether a byte does not stand for itself in a JSON text.
func escaped(c byte) bool { return c < ' ' || c == '"' || c == '\\' }
