package record_test

import (
	"context"
	"errors"
	"testing"

	"thidua/data/record"
)

// FuzzOpen opens arbitrary bytes as a meeting: whatever comes, there is an error or a record that Check accepts or
// complains of, and what can be opened for writing keeps what is written.
func FuzzOpen(f *testing.F) {
	whole, crashed := closedMeeting(f), crashedMeeting(f, 2)
	for _, m := range []meeting{whole, crashed, crashed.with("-wal", nil), crashed.with("-lock", nil),
		whole.with("-wal", crashed.files["-wal"]), whole.with("-lock", crashed.files["-lock"])} {
		f.Add(m.files[""], m.files["-wal"], m.files["-lock"])
	}
	f.Add([]byte("SQLite format 3\x00"), []byte(nil), []byte(nil))
	f.Add([]byte{}, crashed.files["-wal"], []byte("{}"))
	f.Fuzz(func(t *testing.T, main, wal, lock []byte) {
		m := meeting{files: map[string][]byte{"": main}}
		if len(wal) > 0 {
			m.files["-wal"] = wal
		}
		if len(lock) > 0 {
			m.files["-lock"] = lock
		}
		path := meetingIn(t)
		m.put(t, path)
		_, err := read(path, false)
		if e := (*record.Error)(nil); err != nil && !errors.As(err, &e) {
			t.Errorf("an error without a mend: %v", err)
		}
		s, err := record.OpenWriter(context.Background(), path, someone())
		if err != nil {
			return
		}
		list, err := s.Entries(context.Background(), 1)
		if err != nil {
			s.Close()
			return
		}
		if err := s.Append(context.Background(), []record.Entry{next(list[len(list)-1])}); err != nil {
			s.Close()
			return
		}
		closes(t, s)
		if again, err := read(path, false); err != nil || len(again) != len(list)+1 {
			t.Errorf("%d entries after %d and one more: %v", len(again), len(list), err)
		}
	})
}
