package decision

import (
	"bytes"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"thidua/scoring"
)

// What is written is read back as it was, and written again in the same bytes.
func TestRoundTrip(t *testing.T) {
	book := smallBook(t)
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
			got, err := Decode(body)
			if err != nil {
				t.Fatalf("%v\n%s", err, body)
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
