// Package recordtest tests that a store of package record keeps its contract. Every store's tests call TestStore.
package recordtest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"thidua/data/record"
)

// Make makes entries that continue a record whose last entry is last (the zero Entry for an empty one).
func Make(t testing.TB, last record.Entry, bodies ...string) []record.Entry {
	t.Helper()
	out := make([]record.Entry, 0, len(bodies))
	for _, b := range bodies {
		body, err := record.Canonical([]byte(b))
		if err != nil {
			t.Fatal(err)
		}
		last = record.Entry{Seq: last.Seq + 1, Body: body, Hash: record.Chain(last.Hash, body)}
		out = append(out, last)
	}
	return out
}

// Bodies are n bodies of about size bytes each.
func Bodies(n, size int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf(`{"kind":"score","n":%d,"reason":"%s"}`, i, strings.Repeat("x", max(0, size-40)))
	}
	return out
}

// TestStore tests the stores that open gives: each time one of its own, empty or with some entries already.
func TestStore(t *testing.T, open func(t *testing.T) record.Store) {
	for _, tt := range []struct {
		name string
		test func(*testing.T, record.Store)
	}{
		{"reads back what was appended", readBack},
		{"refuses a wrong number", wrongSeq},
		{"refuses a wrong hash", wrongChain},
		{"refuses a body that is not canonical", wrongForm},
		{"takes all of a batch or none", allOrNone},
		{"keeps big and strange bodies", strangeBodies},
		{"hands out copies", copies},
		{"serves many at once", manyAtOnce},
		{"heeds a cancelled context", cancelled},
		{"is closed after Close", closing},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := open(t)
			t.Cleanup(func() {
				if err := s.Close(); err != nil {
					t.Errorf("Close: %v", err)
				}
			})
			tt.test(t, s)
			if faults := record.Check(all(t, s)); len(faults) > 0 && tt.name != "is closed after Close" {
				t.Errorf("the record has faults: %v", faults)
			}
		})
	}
}

// all reads the whole record; nothing from one that is closed.
func all(t *testing.T, s record.Store) []record.Entry {
	t.Helper()
	entries, err := s.Entries(context.Background(), 1)
	if err != nil && !errors.Is(err, fs.ErrClosed) {
		t.Fatalf("Entries: %v", err)
	}
	return entries
}

// last is the last entry of a store.
func last(t *testing.T, s record.Store) record.Entry {
	t.Helper()
	if entries := all(t, s); len(entries) > 0 {
		return entries[len(entries)-1]
	}
	return record.Entry{}
}

func appended(t *testing.T, s record.Store, entries []record.Entry) {
	t.Helper()
	if err := s.Append(context.Background(), entries); err != nil {
		t.Fatalf("Append: %v", err)
	}
}

// unchanged fails unless Append refuses entries with want and leaves the record as it is.
func unchanged(t *testing.T, s record.Store, entries []record.Entry, want error) {
	t.Helper()
	before := all(t, s)
	if err := s.Append(context.Background(), entries); !errors.Is(err, want) {
		t.Fatalf("Append = %v, want %v", err, want)
	}
	if after := all(t, s); !same(before, after) {
		t.Fatalf("a refused Append changed the record (-before +after):\n%s", cmp.Diff(before, after))
	}
}

// same reports whether two records are equal; cmp.Diff, which says how they are not, takes long for long ones.
func same(a, b []record.Entry) bool {
	return slices.EqualFunc(a, b, func(x, y record.Entry) bool {
		return x.Seq == y.Seq && x.Hash == y.Hash && bytes.Equal(x.Body, y.Body)
	})
}

func readBack(t *testing.T, s record.Store) {
	want := all(t, s)
	for _, n := range []int{1, 0, 3, 1, 200} {
		batch := Make(t, last(t, s), Bodies(n, 300)...)
		appended(t, s, batch)
		want = append(want, batch...)
	}
	for _, from := range []int{-1, 0, 1, 2, 3, len(want) - 1, len(want), len(want) + 1, len(want) + 2,
		len(want) + 100} {
		got, err := s.Entries(context.Background(), from)
		if err != nil {
			t.Fatalf("Entries(%d): %v", from, err)
		}
		rest := want[min(max(from, 1)-1, len(want)):]
		if !same(rest, got) {
			t.Fatalf("Entries(%d) (-want +got):\n%s", from, cmp.Diff(rest, got))
		}
		got = nil
		if err := s.Each(context.Background(), from, func(e record.Entry) { got = append(got, e) }); err != nil ||
			!same(rest, got) {
			t.Fatalf("Each(%d): %v (-want +got):\n%s", from, err, cmp.Diff(rest, got))
		}
	}
}

func wrongSeq(t *testing.T, s record.Store) {
	appended(t, s, Make(t, last(t, s), `{"a":1}`, `{"a":2}`))
	end := last(t, s)
	for _, seq := range []int{-1, 0, 1, end.Seq, end.Seq + 2, end.Seq + 1000} {
		batch := Make(t, end, `{"a":3}`)
		batch[0].Seq = seq
		unchanged(t, s, batch, record.ErrSequence)
	}
	unchanged(t, s, all(t, s), record.ErrSequence) // the same once more
}

func wrongChain(t *testing.T, s record.Store) {
	appended(t, s, Make(t, last(t, s), `{"a":1}`, `{"a":2}`))
	end := last(t, s)
	good := Make(t, end, `{"a":3}`)[0]
	for _, hash := range []string{"", end.Hash, strings.ToUpper(good.Hash), record.Chain("", good.Body),
		good.Hash[1:]} {
		bad := good
		bad.Hash = hash
		unchanged(t, s, []record.Entry{bad}, record.ErrChain)
	}
	appended(t, s, []record.Entry{good})
}

func wrongForm(t *testing.T, s record.Store) {
	end := last(t, s)
	for _, body := range []string{``, ` {}`, `{"b":1,"a":2}`, `{"a":1.0}`, `{"a":1,"a":1}`, `{`, "\xff",
		"{\"a\":\"\x00\"}", `{}{}`} {
		e := record.Entry{Seq: end.Seq + 1, Body: []byte(body), Hash: record.Chain(end.Hash, []byte(body))}
		unchanged(t, s, []record.Entry{e}, record.ErrForm)
	}
}

func allOrNone(t *testing.T, s record.Store) {
	for bad := range 5 {
		batch := Make(t, last(t, s), Bodies(5, 100)...)
		gap, torn := append([]record.Entry(nil), batch...), append([]record.Entry(nil), batch...)
		gap[bad].Seq++
		unchanged(t, s, gap, record.ErrSequence)
		torn[bad].Body = []byte(`{"forged":true}`)
		unchanged(t, s, torn, record.ErrChain)
		appended(t, s, batch)
	}
}

func strangeBodies(t *testing.T, s record.Store) {
	batch := Make(t, last(t, s),
		`{"who":"Nguyễn Thị Minh Khai","note":"Cụm trưởng: tán thành ✔ 𝄞 e\u0301 \u0000 \u001b[2J \u2028 \\ \""}`,
		`null`, `true`, `0`, `""`, `[]`, `{}`, `"'; DROP TABLE entries; --"`,
		`{"big":"`+strings.Repeat("điểm ", 1<<17)+`"}`)
	appended(t, s, batch)
	got, err := s.Entries(context.Background(), batch[0].Seq)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != len(batch) {
		t.Fatalf("%d entries, want %d", len(got), len(batch))
	}
	for i := range batch {
		if !same(batch[i:i+1], got[i:i+1]) {
			t.Errorf("entry %d came back changed: %.60q, want %.60q", batch[i].Seq, got[i].Body, batch[i].Body)
		}
	}
}

func copies(t *testing.T, s record.Store) {
	batch := Make(t, last(t, s), `{"a":1}`)
	appended(t, s, batch)
	batch[0].Body[2] = 'z'
	entries := all(t, s)
	entries[len(entries)-1].Body[2] = 'y'
	entries[0].Hash = ""
	if got := last(t, s); string(got.Body) != `{"a":1}` {
		t.Errorf("the record was changed from outside: %s", got.Body)
	}
}

// manyAtOnce appends while others read: each reads a beginning of the record, never less than before.
func manyAtOnce(t *testing.T, s record.Store) {
	const rounds = 20
	start := last(t, s)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for n := 0; n < start.Seq+rounds; {
				entries, err := s.Entries(context.Background(), 1)
				if err != nil || len(entries) < n || len(record.Check(entries)) > 0 {
					t.Errorf("a reader got %d entries after %d: %v", len(entries), n, err)
					return
				}
				n = len(entries)
			}
		})
	}
	for _, e := range Make(t, start, Bodies(rounds, 300)...) {
		if err := s.Append(context.Background(), []record.Entry{e}); err != nil {
			t.Errorf("Append: %v", err)
			_ = s.Close() // so that the readers end
			break
		}
	}
	wg.Wait()
}

func cancelled(t *testing.T, s record.Store) {
	ctx, cancel := context.WithCancel(context.Background())
	batch := Make(t, last(t, s), `{"a":1}`)
	cancel()
	if err := s.Append(ctx, batch); !errors.Is(err, context.Canceled) {
		t.Errorf("Append = %v, want %v", err, context.Canceled)
	}
	if _, err := s.Entries(ctx, 1); !errors.Is(err, context.Canceled) {
		t.Errorf("Entries = %v, want %v", err, context.Canceled)
	}
	if err := s.Each(ctx, 1, func(record.Entry) {}); !errors.Is(err, context.Canceled) {
		t.Errorf("Each = %v, want %v", err, context.Canceled)
	}
	appended(t, s, batch)
}

func closing(t *testing.T, s record.Store) {
	batch := Make(t, last(t, s), `{"a":1}`)
	for range 2 {
		if err := s.Close(); err != nil {
			t.Fatalf("Close: %v", err)
		}
	}
	if err := s.Append(context.Background(), batch); !errors.Is(err, fs.ErrClosed) {
		t.Errorf("Append = %v, want %v", err, fs.ErrClosed)
	}
	if _, err := s.Entries(context.Background(), 1); !errors.Is(err, fs.ErrClosed) {
		t.Errorf("Entries = %v, want %v", err, fs.ErrClosed)
	}
	if err := s.Each(context.Background(), 1, func(record.Entry) {}); !errors.Is(err, fs.ErrClosed) {
		t.Errorf("Each = %v, want %v", err, fs.ErrClosed)
	}
}
