package decision

import (
	"bytes"
	"encoding/json"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/gowebpki/jcs"
	"pgregory.net/rapid"

	"thidua/scoring"
)

// What is written is what the library makes of it, is read back as it was, and written again in the same bytes; one
// codec for all makes what one for each does.
func TestRoundTrip(t *testing.T) {
	book := smallBook(t)
	var codec Codec
	for _, id := range Kinds() {
		t.Run(string(id), rapid.MakeCheck(func(t *rapid.T) {
			zone := time.FixedZone("", 60*rapid.IntRange(-14*60, 14*60).Draw(t, "zone"))
			d := scoring.Decision{
				Seq: rapid.IntRange(1, 1<<50).Draw(t, "seq"),
				At: time.Unix(rapid.Int64Range(-2e9, 4e9).Draw(t, "at"),
					rapid.Int64Range(0, 999_999_999).Draw(t, "nanoseconds")).In(zone),
				By:  rapid.SampledFrom([]string{"", "Thư ký", `"\/ <&>`}).Draw(t, "by"),
				Act: drawer{T: t, book: book, text: anyText()}.act(kinds()[id]),
			}
			body, err := Encode(d)
			if err != nil {
				t.Fatal(err)
			}
			if want := byLibrary(t, d); !bytes.Equal(body, want) {
				t.Fatalf("%s\nthe library writes\n%s", body, want)
			}
			got, err := codec.Decode(body)
			if err != nil {
				t.Fatalf("%v\n%s", err, body)
			}
			if !codec.Writes(got, body) || codec.Writes(got, append(body, ' ')) {
				t.Fatalf("the codec writes something else\n%s", body)
			}
			if diff := cmp.Diff(d, got, alike()...); diff != "" {
				t.Fatalf("(-written +read)\n%s\n%s", diff, body)
			}
			if again, err := Encode(got); err != nil || !bytes.Equal(again, body) {
				t.Fatalf("%v\n%s\n%s", err, body, again)
			}
		}))
	}
}

// byLibrary is a decision as the JSON library and that of the canonical form write it.
func byLibrary(t *rapid.T, d scoring.Decision) []byte {
	k, err := kindOf(d.Act)
	if err != nil {
		t.Fatal(err)
	}
	all, err := pairsOf(pairs{{"seq", d.Seq}, {"at", d.At.Format(time.RFC3339Nano)}}, k.id(), k.keysOf(d.Act))
	if err != nil {
		t.Fatal(err)
	}
	if d.By != "" {
		all = append(all, pair{"by", d.By})
	}
	body, err := json.Marshal(asMap(all))
	if err != nil {
		t.Fatal(err)
	}
	if body, err = jcs.Transform(body); err != nil {
		t.Fatal(err)
	}
	return body
}

// asMap is an object as the library takes one.
func asMap(all pairs) map[string]any {
	out := map[string]any{}
	for _, p := range all {
		out[p.name] = p.v
		if within, ok := p.v.(pairs); ok {
			out[p.name] = asMap(within)
		}
	}
	return out
}

// A time is read as the library reads it, whatever zone came before.
func TestZone(t *testing.T) {
	var z zone
	here := time.Now().Format("Z07:00")
	rapid.Check(t, func(r *rapid.T) {
		offset := rapid.SampledFrom([]string{"+07:00", "+07:00", "-03:30", "Z", "+00:00", "-00:00", "+24:00", "+7", "",
			here}).Draw(r, "offset")
		at := rapid.SampledFrom([]string{"2020-12-18T08:01:00", "2020-12-18T08:01:00.25", "2020-02-30T08:01:00",
			"0000-01-01T00:00:00", "2020-12-18", "", "Z", "2020-12-18T08:01:00+07:00"}).Draw(r, "at") + offset
		got, err := z.parse(at)
		want, wantErr := time.Parse(time.RFC3339Nano, at)
		if (err == nil) != (wantErr == nil) || !got.Equal(want) || got.String() != want.String() {
			r.Fatalf("%q is %v, %v, want %v, %v", at, got, err, want, wantErr)
		}
	})
}
