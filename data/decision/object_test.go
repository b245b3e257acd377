package decision

import (
	"encoding/json"
	"testing"
)

// An object is cut up as the library would, however it is written; what is no object is told apart.
func TestParse(t *testing.T) {
	for _, body := range []string{
		`{}`, ` { } `, `{"a":1}`, `{"a": -1.5e3 , "b" : true}`, "{\n\t\"a\" : null\r\n,\"b\":\"x\"}",
		`{"a":"}","b":"\"}","c":"\\"}`, `{"a":{"b":{"c":[1,{"d":"]}"}]}},"e":[]}`, `{"\u0061":"\u0062","c":{ }}`,
	} {
		var want map[string]json.RawMessage
		if err := json.Unmarshal([]byte(body), &want); err != nil {
			t.Fatal(err)
		}
		o, err := parse([]byte(body))
		if err != nil || len(o) != len(want) {
			t.Errorf("%s: %v, %v", body, o, err)
		}
		for _, m := range o {
			if string(m.raw) != string(want[m.name]) {
				t.Errorf("%s: %q is %s, want %s", body, m.name, m.raw, want[m.name])
			}
		}
	}
	for _, body := range []string{``, `{`, `{"a"}`, `{"a":1,}`, `[]`, `1`, `"a"`, `{}{}`, `{} x`} {
		if o, err := parse([]byte(body)); err == nil {
			t.Errorf("%s is taken for an object: %v", body, o)
		}
	}
}

// A key that is there twice would lose one of its values: it is refused.
func TestAKeyTwice(t *testing.T) {
	o, err := parse([]byte(`{"kind":"accept","unit":"A","unit":"B"}`))
	if err != nil {
		t.Fatal(err)
	}
	if act, err := o.act(); err == nil {
		t.Errorf("taken as %+v", act)
	}
}
