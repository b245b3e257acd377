package follow

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"

	"thidua/data/record"
	"thidua/scoring/lang"
)

// Subsystem is the name by which a copy asks an SSH host for the record.
const Subsystem = "record@thidua"

// version is that of what the two say to one another: a JSON object a line. First the copy says what it has (hello),
// then the host sends what comes after it, and the copy confirms what is on its disk.
const version = 1

// hello is the copy's first word.
type hello struct {
	Version int    `json:"thidua"`
	Have    []Mark `json:"have"` // newest first; none: it is new
}

// word is what the host says: why the copy cannot be continued, or entries that are new, of so many that there are. The
// first may have none, so that the copy knows at once how far the record is.
type word struct {
	Version int      `json:"thidua"`
	Refused *Refused `json:"refused,omitempty"`
	Newest  int      `json:"newest"`
	Entries []entry  `json:"entries,omitempty"`
}

// answer is what the copy says: the last entry that is on its disk, or that it goes on purpose.
type answer struct {
	Confirmed int  `json:"confirmed"`
	Leaving   bool `json:"leaving,omitempty"`
}

// entry is one of the record, as it is kept there.
type entry struct {
	Seq  int    `json:"seq"`
	Body string `json:"body"`
	Hash string `json:"hash"`
}

func (w word) entries() []record.Entry {
	out := make([]record.Entry, len(w.Entries))
	for i, e := range w.Entries {
		out[i] = record.Entry{Seq: e.Seq, Body: []byte(e.Body), Hash: e.Hash}
	}
	return out
}

// The most that one line may hold, and how much a host puts into one. A first decision holds a rulebook and all sheets.
const (
	longestHello = 256 << 10
	longestWord  = 256 << 20
	fullWord     = 1 << 20 // bytes of bodies
	mostInWord   = 256     // entries: as many go onto the disk at once
)

// lines reads JSON objects, one a line.
type lines struct {
	in      *bufio.Reader
	longest int
}

func newLines(in io.Reader, longest int) *lines {
	return &lines{bufio.NewReaderSize(in, 64<<10), longest}
}

// next reads the next object.
func (l *lines) next(to any) error {
	var line []byte
	for {
		part, err := l.in.ReadSlice('\n')
		line = append(line, part...)
		switch {
		case len(line) > l.longest:
			return lang.Errorf("máy bên kia gửi một dòng quá dài", "the other side sent a line that is too long")
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil:
			return err
		}
		return json.Unmarshal(line, to)
	}
}
