package decision

import (
	"bytes"
	"encoding/json"
	"io"

	"thidua/data/record"
	"thidua/scoring"
)

// object is a JSON object of which keys are taken one by one: what is left at the end nobody knows. Thousands are read
// when a meeting is opened, so that it is cut up in place and not copied.
type object []member

// member is a key with its value as it is written.
type member struct {
	name  string
	raw   json.RawMessage
	taken bool
}

// parse reads one object and nothing else.
func parse(body []byte) (object, error) { return make(object, 0, 10).parse(body) }

// parse is parse, in the room of an object that nobody needs any more.
func (o object) parse(body []byte) (object, error) {
	if record.IsPlain(body) || json.Valid(body) {
		if out, ok := o.split(body); ok {
			return out, nil
		}
	}
	var value map[string]json.RawMessage
	dec := json.NewDecoder(bytes.NewReader(body))
	if err := dec.Decode(&value); err != nil {
		return nil, notJSON(err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, unreadable("có gì đó đứng sau quyết định", "the entry is more than a decision")
	}
	return nil, nil // null, which says nothing
}

// split cuts up an object of which the library has seen that it is JSON; ok is false for any other value.
func (o object) split(body []byte) (out object, ok bool) {
	at := blanks(body, 0)
	if body[at] != '{' {
		return nil, false
	}
	out = o[:0]
	for at = blanks(body, at+1); body[at] != '}'; {
		end := endOf(body, at)
		var m member
		if m.name, ok = o.name(len(out), body[at:end]); !ok {
			return nil, false
		}
		at = blanks(body, blanks(body, end)+1) // over the colon
		end = endOf(body, at)
		m.raw = body[at:end]
		out = append(out, m)
		if at = blanks(body, end); body[at] == ',' {
			at = blanks(body, at+1)
		}
	}
	return out, true
}

// name is the name of the key at a place. Those of one entry are mostly those of the entry before, whose room it is.
func (o object) name(i int, raw []byte) (name string, ok bool) {
	if i < cap(o) {
		was := o[:i+1][i].name
		if n := len(was); len(raw) == n+2 && string(raw[1:n+1]) == was && bytes.IndexByte(raw, '\\') < 0 {
			return was, true
		}
	}
	return name, unmarshalText(raw, &name) == nil
}

// blanks is the first place from at on where something stands.
func blanks(body []byte, at int) int {
	for body[at] == ' ' || body[at] == '\t' || body[at] == '\n' || body[at] == '\r' {
		at++
	}
	return at
}

// endOf is where the value that begins at a place ends.
func endOf(body []byte, at int) int {
	depth := 0
	for ; at < len(body); at++ {
		switch body[at] {
		case '"':
			for at++; body[at] != '"'; at++ {
				if body[at] == '\\' {
					at++
				}
			}
			if depth == 0 {
				return at + 1
			}
		case '{', '[':
			depth++
		case '}', ']':
			if depth == 0 { // the object's own, behind a number or a word
				return at
			}
			if depth--; depth == 0 {
				return at + 1
			}
		case ',', ' ', '\t', '\n', '\r':
			if depth == 0 {
				return at
			}
		}
	}
	return at
}

// take takes one key. What has none, or null, is left as it is, unless it is demanded.
func (o object) take(k key) error {
	for i := range o { // a key that is there twice stays behind, and is then one that nobody knows
		if m := &o[i]; m.name == k.name && !m.taken {
			m.taken = true
			if string(m.raw) == "null" {
				break
			}
			return wrongAt(k.name, k.read(m.raw))
		}
	}
	if d, ok := k.value.(demanded); ok {
		return d.missing()
	}
	return nil
}

// is reports whether a kind of decision is written here.
func (o object) is(id scoring.Kind) bool {
	for _, m := range o {
		var name string
		if m.name == "kind" && unmarshalText(m.raw, &name) == nil && name == string(id) {
			return true
		}
	}
	return false
}

// act takes what is decided.
func (o object) act() (scoring.Act, error) {
	k, err := o.kind()
	if err != nil {
		return nil, err
	}
	return o.actOf(k.bind())
}

// kind takes the kind of what is decided.
func (o object) kind() (kind, error) {
	var id text
	if err := o.take(may("kind", &id)); err != nil {
		return nil, err
	}
	k, ok := kinds()[scoring.Kind(id)]
	if !ok {
		return nil, unreadable("chương trình này không biết loại quyết định %q; dùng bản mới hơn",
			"its kind %q is not known to this program; use a newer one", string(id))
	}
	return k, nil
}

// actOf takes an act through the keys of its kind, and with it all that is left: a key that the kind does not have
// would be lost.
func (o object) actOf(b bound) (scoring.Act, error) {
	for _, key := range b.keys {
		if err := o.take(key); err != nil {
			return nil, err
		}
	}
	for _, m := range o {
		if !m.taken {
			return nil, unknownKey(m.name)
		}
	}
	return b.act(), nil
}
