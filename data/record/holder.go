package record

import (
	"encoding/json"
	"os"
	"time"
	"unicode/utf8"

	"github.com/gofrs/flock"

	"thidua/data/clean"
	"thidua/scoring/lang"
)

// maxName is how many bytes of a holder's name are kept.
const maxName = 200

// Holder is who has a meeting open for writing.
type Holder struct {
	Who   string    `json:"who"`   // the person
	Host  string    `json:"host"`  // the machine
	PID   int       `json:"pid"`   // the process
	Since time.Time `json:"since"` // when it was opened
}

// isClosing reports whether the lock file says of its holder that it is about to let go: it names nobody. A process
// that writes to the meeting names itself until it has done all but the last step of closing.
func (h Holder) isClosing() bool {
	return h.Who == "" && h.Host == "" && h.PID == 0 && h.Since.IsZero()
}

// encode writes the holder as JSON, short enough for the lock file.
func (h Holder) encode() []byte {
	h.Who, h.Host = cleanName(h.Who), cleanName(h.Host)
	b, err := json.Marshal(h)
	if err != nil { // a year that RFC 3339 cannot write
		h.Since = time.Time{}
		b, _ = json.Marshal(h)
	}
	return b
}

// parseHolder reads what a lock file says about its holder; the zero Holder if that is not legible. Another program may
// have written it, so nothing in it reaches a screen unclean.
func parseHolder(b []byte) Holder {
	var h Holder
	if err := json.Unmarshal(b, &h); err != nil {
		return Holder{}
	}
	h.Who, h.Host, h.PID = cleanName(h.Who), cleanName(h.Host), max(h.PID, 0)
	return h
}

// cleanName leaves of a name only what can be shown, at most maxName bytes of it.
func cleanName(s string) string {
	s = clean.Line(s)
	for len(s) > maxName {
		_, last := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-last]
	}
	return s
}

// LockedError says that somebody else has the meeting open for writing.
type LockedError struct {
	Path   string
	Holder Holder // zero if the lock file does not say
}

func (e *LockedError) Error() string { return e.In(lang.EN) }

// In says who has it open, where and since when, and what to do.
func (e *LockedError) In(l lang.Lang) string {
	h := e.Holder
	who := lang.Sayf("chương trình khác", "another program")
	if h.Who != "" {
		who = lang.Both(h.Who)
	}
	var where lang.Text
	if h.Host != "" {
		where = lang.Sayf(" (máy %s, tiến trình %d)", " (on %s, process %d)", h.Host, h.PID)
	}
	var since lang.Text
	if !h.Since.IsZero() {
		since = lang.Text{VI: h.Since.Format(" từ 15:04 ngày 02/01/2006"),
			EN: h.Since.Format(" since 15:04 on 2006-01-02")}
	}
	return clean.Escape(e.Path) + ": " +
		lang.Sayf("%s%s đang mở để ghi%s; đóng ở đó trước, hoặc chỉ mở để xem (open --read-only)",
			"%s%s has it open for writing%s; close it there first, or open it only to read (open --read-only)",
			who, where, since).In(l)
}

// Held says who has a meeting open for writing at the moment, in whatever process; nil: nobody has. It changes nothing
// and takes nothing that anybody else may want.
func Held(path string) *LockedError {
	l := readLockFile(path)
	if !l.exists || l.holder.isClosing() {
		return nil
	}
	lock := flock.New(lockPath(path), flock.SetFlag(os.O_RDONLY|noFollow))
	free, err := lock.TryRLock()
	if err != nil {
		return nil
	}
	if free { // a lock file that is left over is no lock
		_ = lock.Unlock()
		return nil
	}
	return &LockedError{path, l.holder}
}
