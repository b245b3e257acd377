package start

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/overlay"
	"thidua/tui/screen"
)

// front is what lies in front of a page for a moment, as it lies in front of the screens of a meeting: the help, or the
// palette.
type front struct {
	overlay.Overlay
	opts *Options
	page page          // below
	all  []kit.Binding // what the keys do there
	own  int           // how many of them, the first ones, are the page's own
}

// help explains a page and lists its keys; what a line says can be done from it.
func (m *Model) help() *front {
	f := m.before()
	f.Overlay = overlay.NewHelpOn(f.page.title, f.page.about)
	return f
}

// palette finds the meetings that were open here, what can be done, lessons, and the keys of the page.
func (m *Model) palette() *front {
	f := m.before()
	f.Overlay = overlay.NewActions(f.env(m.env()), m.home.groups()...)
	return f
}

// before is in front of the page.
func (m *Model) before() *front {
	f := &front{opts: &m.opts, page: m.top(), all: m.bindings()}
	f.own = len(f.page.keys())
	return f
}

func (f *front) env(env screen.Env) overlay.Env {
	return overlay.Env{Env: env, Keys: f.all, Own: f.own}
}

// plain is what may be known where nothing is drawn.
func (f *front) plain() overlay.Env { return f.env(screen.Env{Lang: f.opts.Lang}) }

func (f *front) title() lang.Text {
	if f.ID() == overlay.Finder {
		return lang.Text{VI: "Tìm", EN: "Find"}
	}
	return f.page.title()
}

func (f *front) about() lang.Text    { return f.page.about() }
func (f *front) keys() []kit.Binding { return f.Keys(f.plain()) }

func (f *front) do(env screen.Env, a kit.Action) effect {
	e := f.Do(f.env(env), a)
	out := effect{close: e.Close, press: e.Press, note: e.Note, alarm: e.Alarm}
	if e.Press != nil && !e.Press.Off.IsZero() {
		out.press = nil
	}
	return out
}

func (f *front) draw(env screen.Env, body kit.Rect) screen.View { return f.Draw(f.env(env), body) }

func (f *front) speak(env screen.Env) []string { return f.Speak(f.env(env)) }

func (f *front) key(msg tea.KeyPressMsg) effect {
	if t, ok := f.Overlay.(overlay.Typer); ok {
		t.Type(f.plain(), msg)
	}
	return effect{}
}

func (f *front) insert(text string) effect {
	if t, ok := f.Overlay.(overlay.Typer); ok {
		t.Paste(f.plain(), text)
	}
	return effect{}
}

func (f *front) click(screen.Env, int, int) effect { return effect{} }

func (f *front) wheel(rows int) {
	if s, ok := f.Overlay.(overlay.Scroller); ok {
		s.Scroll(f.plain(), rows)
	}
}

// What the palette finds, by what stands before its id in the action that it asks for.
const (
	findsMeeting = "start-meeting:"
	findsTask    = "start-task:"
	findsLesson  = "start-lesson:"
)

// groups are what the palette finds from every page.
func (h *home) groups() []overlay.Actions {
	meetings := overlay.Actions{Kind: lang.Text{VI: "cuộc họp", EN: "meeting"}}
	for i := range min(len(h.recents), mostShown) {
		r := &h.recents[i]
		meetings.Keys = append(meetings.Keys, kit.Binding{Action: kit.Action(findsMeeting + r.Path),
			Label: lang.Both(r.name()), Help: lang.Both(short(r.Path))})
	}
	tasks := overlay.Actions{Kind: lang.Text{VI: "việc", EN: "task"}}
	for _, t := range slices.Concat(h.begin(), h.others()) {
		tasks.Keys = append(tasks.Keys, kit.Binding{Action: kit.Action(findsTask + t.id), Label: t.label, Help: t.more})
	}
	lessons := overlay.Actions{Kind: lang.Text{VI: "luyện tập", EN: "practice"}}
	for _, l := range h.opts.Lessons {
		lessons.Keys = append(lessons.Keys, kit.Binding{Action: kit.Action(findsLesson + l.ID), Label: l.Title,
			Help: l.About})
	}
	return []overlay.Actions{meetings, tasks, lessons}
}

// found does what the palette has found: from the first page, whatever page it was found on. ok is false for any other
// action.
func (m *Model) found(a kit.Action) (cmd tea.Cmd, ok bool) {
	kind, id, ok := strings.Cut(string(a), ":")
	if !ok {
		return nil, false
	}
	var do func(screen.Env) effect
	switch t, known := m.home.task(id); kind + ":" {
	case findsMeeting:
		do = func(screen.Env) effect { return m.home.open(id) }
	case findsTask:
		if !known {
			return nil, false
		}
		do = func(env screen.Env) effect { return t.do(m.home, env) }
	case findsLesson:
		do = func(screen.Env) effect { return effect{leave: &Choice{Task: Demo, Lesson: id}} }
	default:
		return nil, false
	}
	pages := m.pages
	m.pages, m.home.practice = nil, ""
	return m.load(func(context.Context) outcome { // what pages have open is closed first
		letGoOf(pages)
		return outcome{then: do}
	}), true
}
