package start

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/data/overview"
	"thidua/data/store"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// national is all meetings of a store side by side, live: the national board. What is typed searches; Enter looks on at
// a meeting, and from there one comes back.
type national struct {
	from   Meetings
	store  string // as it may be shown
	all    []overview.Meeting
	lost   error
	search kit.Field
	list   kit.List[string] // of paths
	by     map[string]*overview.Meeting
	gone   bool // the page is left: nothing more is listened to
}

// Meetings are those of a store, kept up to date (overview.Watch). changed is closed at the next change; nil: there
// will be none.
type Meetings interface {
	Meetings() (all []overview.Meeting, changed <-chan struct{}, lost error)
}

// Watched is the board of a store that the page begins with, and where it was left.
type Watched struct {
	From  Meetings
	Store string // as it may be shown
	At    string // the meeting under the cursor, by its path; empty: the first
	Typed string // what is searched for
}

// newNational shows the meetings of a store.
func newNational(b *Watched) *national {
	const longestSearch = 100
	n := &national{from: b.From, store: b.Store, search: kit.NewField(longestSearch)}
	n.search.Set(b.Typed)
	n.take()
	n.list.Select(b.At)
	return n
}

// take takes the newest of all meetings.
func (n *national) take() {
	n.all, _, n.lost = n.from.Meetings()
	n.show()
}

// show lists the meetings that are searched for.
func (n *national) show() {
	n.by = make(map[string]*overview.Meeting, len(n.all))
	var paths []string
	for i := range n.all {
		m := &n.all[i]
		n.by[m.Path] = m
		if m.Fits(n.search.Value()) {
			paths = append(paths, m.Path)
		}
	}
	n.list.Show(paths)
}

// follow waits for the next change and shows it, as long as the page is there.
func (n *national) follow() loading {
	if n.gone {
		return nil
	}
	_, changed, _ := n.from.Meetings()
	if changed == nil {
		return nil
	}
	return func(ctx context.Context) outcome {
		select {
		case <-ctx.Done():
			return outcome{}
		case <-changed:
		}
		return outcome{then: func(screen.Env) effect {
			n.take()
			return effect{load: n.follow()}
		}}
	}
}

func (n *national) title() lang.Text {
	return lang.Text{VI: "Bảng toàn quốc", EN: "The national board"}
}

func (n *national) about() lang.Text {
	return lang.Text{
		VI: "Mọi cuộc họp ở đây cạnh nhau, tự cập nhật: đã thống nhất bao nhiêu đơn vị, ai dẫn đầu, bằng điểm nào " +
			"chưa xếp, khen thưởng nào chưa quyết, quyết định mới nhất. Gõ chữ để tìm, có dấu hay không. " +
			"Ở đây không ghi gì.",
		EN: "All meetings here side by side, kept up to date: how many units are agreed, who leads, which ties " +
			"are open, " +
			"which awards are pending, the last decision. Type to search, with or without diacritics. Nothing is " +
			"recorded here."}
}

func (n *national) keys() []kit.Binding {
	enter := taking(lang.Text{VI: "vào xem", EN: "look on"},
		lang.Text{VI: "xem cuộc họp này, không ghi gì; rời ra thì về đây",
			EN: "look on at this meeting, recording nothing; leaving it comes back here"})
	if _, ok := n.list.Here(); !ok {
		enter.Off = lang.Text{VI: "không có cuộc họp nào", EN: "there is no meeting"}
	}
	back := leaving()
	back.Label, back.Help = lang.Text{VI: "thoát", EN: "leave"}, lang.Text{VI: "rời bảng", EN: "leave the board"}
	if n.search.Value() != "" {
		back.Label = lang.Text{VI: "bỏ tìm", EN: "all again"}
		back.Help = lang.Text{VI: "thôi tìm, xem tất cả", EN: "search no more, show all"}
	}
	return append([]kit.Binding{enter, back}, n.list.Keys(50)...)
}

func (n *national) do(_ screen.Env, a kit.Action) effect {
	switch {
	case n.list.Do(a):
	case a == doBack && n.search.Value() != "":
		n.search.Set("")
		n.show()
	case a == doBack:
		n.gone = true
		return effect{leave: &Choice{}}
	case a == doTake:
		path, ok := n.list.Here()
		if !ok {
			return effect{}
		}
		e := lookOn(path)
		return e
	}
	return effect{}
}

func (n *national) key(msg tea.KeyPressMsg) effect {
	n.search.Key(msg)
	n.show()
	return effect{}
}

func (n *national) insert(text string) effect {
	n.search.Insert(text)
	n.show()
	return effect{}
}

func (n *national) click(env screen.Env, x, y int) effect {
	here, _ := n.list.Here()
	if at, ok := n.list.At(x, y); ok && at == here {
		return n.do(env, doTake)
	}
	n.list.Click(x, y)
	return effect{}
}

func (n *national) wheel(rows int) { n.list.Move(rows) }

// Board is where the board was left; nil: there is none.
func (m *Model) Board() *Watched {
	for _, p := range m.pages {
		if n, ok := p.(*national); ok {
			at, _ := n.list.Here()
			return &Watched{From: n.from, Store: n.store, At: at, Typed: n.search.Value()}
		}
	}
	return nil
}

// speak says how many there are, and the meeting under the cursor.
func (n *national) speak(env screen.Env) []string {
	said := []string{env.In(n.count())}
	if n.lost != nil {
		said = append(said, env.Say("Không đọc được: %s", "Cannot be read: %s", meeting.Say(n.lost)))
	}
	if v := n.search.Value(); v != "" {
		said = append(said, env.Say("Tìm: %s", "Search: %s", v))
	}
	path, ok := n.list.Here()
	if !ok {
		return append(said, env.Say("không có cuộc họp nào", "there is no meeting"))
	}
	m := n.by[path]
	parts := []string{m.Called(env.Lang), env.In(m.State()), env.In(n.progress(m))}
	for _, t := range []lang.Text{leads(m), m.Open(), n.last(m)} {
		if !t.IsZero() {
			parts = append(parts, env.In(t))
		}
	}
	return append(said, strings.Join(append(parts, env.In(n.list.Spoken())), "; "))
}

// count is how many meetings there are, and how many are searched for.
func (n *national) count() lang.Text {
	all := lang.Count(len(n.all), "cuộc họp", "meeting", "meetings")
	if n.search.Value() == "" {
		return lang.Sayf("%s ở %s", "%s in %s", all, lang.Both(store.Shown(n.store)))
	}
	return lang.Sayf("%d trong %s", "%d of %s", n.list.Len(), all)
}
