package start

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"thidua/data/meeting"
	"thidua/data/record"
	"thidua/data/settings"
	"thidua/data/store"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// recent is a meeting that was open here, with what can be seen of it now.
type recent struct {
	settings.Recent
	looked  bool                // what follows is known
	held    *record.LockedError // who has it open; nil: nobody
	cluster string              // of its rulebook, or what its group goes by
	err     error               // why it cannot be read; nil: it can
	nowhere bool                // not even its folder is there
}

// look looks at a meeting as it is now. What was remembered of it gives way to what it says itself.
func look(ctx context.Context, m settings.Recent) recent {
	r := recent{Recent: m, looked: true, held: store.Held(m.Path)}
	snap, err := meeting.Read(ctx, m.Path)
	if err != nil {
		r.err = err
		r.nowhere = nowhere(m.Path)
		return r
	}
	by, when := r.By, r.When
	r.Recent, r.cluster = Remembered(m.Path, snap, lang.VI), snap.Cluster()
	r.By = by
	if when.After(r.When) {
		r.When = when
	}
	return r
}

// nowhere reports whether not even the folder of a file is there.
func nowhere(path string) bool {
	_, gone := os.Stat(filepath.Dir(path))
	return gone != nil && store.IsFile(path)
}

// plugIn says what can be done then.
func plugIn() lang.Text {
	return lang.Sayf("Nếu tệp ở USB hay ổ mạng thì cắm hoặc nối lại, rồi nhấn %s.",
		"If it is on a stick or a network drive, plug it in or connect it, then press %s.", kit.KeyTake)
}

// Remembered is what is to be remembered of a meeting: never the password of an address.
func Remembered(path string, s *meeting.Snapshot, l lang.Lang) settings.Recent {
	title := s.Rulebook().Title
	if group, ok := s.Group(); ok {
		title = group.Name
	}
	return settings.Recent{Path: store.Kept(path), Title: title.In(l), Year: s.Year(), Units: len(s.Units()),
		Decisions: s.Seq(), Closed: s.Closed(), When: s.Saved()}
}

// name is what the meeting is called in a list.
func (r *recent) name() string {
	if r.Title == "" {
		return strings.TrimSuffix(filepath.Base(store.FileName(r.Path)), ".thidua")
	}
	if r.Year == "" {
		return r.Title
	}
	return r.Title + " · " + strings.ReplaceAll(r.Year, "-", "–")
}

// state is how it stands, in a few words, and how that is to be looked at.
func (r *recent) state(st kit.Styles) (lang.Text, kit.Style) {
	switch {
	case r.nowhere:
		return lang.Text{VI: "✗ không thấy ổ đĩa", EN: "✗ its disk is not here"}, st.Bad
	case errors.Is(r.err, fs.ErrNotExist):
		return lang.Text{VI: "✗ tệp không còn ở đó", EN: "✗ the file is gone"}, st.Bad
	case errors.Is(r.err, record.ErrVersion):
		return lang.Text{VI: "✗ của phiên bản mới hơn", EN: "✗ of a newer version"}, st.Bad
	case r.err != nil:
		return lang.Text{VI: "✗ không đọc được", EN: "✗ cannot be read"}, st.Bad
	case r.held != nil:
		return lang.Text{VI: "! đang mở ở nơi khác", EN: "! open elsewhere"}, st.Warn
	}
	return r.progress(), st.Text
}

// progress is how far the meeting is.
func (r *recent) progress() lang.Text {
	n := lang.Count(r.Decisions, "quyết định", "decision", "decisions")
	switch {
	case r.Decisions == 0:
		return lang.Text{}
	case r.Closed:
		return lang.Sayf("✓ đã chốt · %s", "✓ closed · %s", n)
	}
	return lang.Sayf("chưa chốt · %s", "not closed · %s", n)
}

// when is a moment as people say it.
func when(env screen.Env, at, now time.Time) string {
	at = at.In(now.Location())
	day := func(t time.Time) string { return t.Format("2006-01-02") }
	switch day(at) {
	case day(now):
		return env.Say("hôm nay %s", "today %s", at.Format("15:04"))
	case day(now.AddDate(0, 0, -1)):
		return env.Say("hôm qua %s", "yesterday %s", at.Format("15:04"))
	}
	return env.Say("%s", "%s", lang.Text{VI: at.Format("02/01/2006"), EN: at.Format("2006-01-02")})
}

// tell says of a meeting all there is to say, line by line.
func (r *recent) tell(env screen.Env, now time.Time) []string {
	said := []string{short(r.Path)}
	if n := r.progress(); !n.IsZero() {
		said = append(said, env.In(lang.Count(r.Units, "đơn vị", "unit", "units"))+" · "+env.In(n))
	}
	if !r.When.IsZero() {
		said = append(said, env.Say("lần cuối: %s", "last: %s", when(env, r.When, now)))
	}
	if r.By != "" {
		said = append(said, env.Say("người ghi: %s", "recorded by: %s", r.By))
	}
	switch {
	case r.nowhere:
		said = append(said, env.In(plugIn()))
	case r.err != nil:
		said = append(said, screen.Said(r.err).In(env.Lang))
	case r.held != nil:
		said = append(said, screen.Said(r.held).In(env.Lang))
	}
	return said
}
