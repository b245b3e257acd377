package ssh

import (
	"strings"
	"sync"

	"github.com/charmbracelet/colorprofile"

	"thidua/data/meeting"
	"thidua/scoring/lang"
	"thidua/tui"
	"thidua/tui/kit"
)

// lang is the language that a client's variables ask for.
func (r *request) lang() lang.Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := r.getenv(name); v != "" {
			l, _ := lang.Parse(v)
			return l
		}
	}
	return lang.VI
}

func (r *request) getenv(name string) string {
	for _, v := range r.env {
		if n, value, _ := strings.Cut(v, "="); n == name {
			return value
		}
	}
	return ""
}

// environ is the variables as programs have them.
func (r *request) environ() []string {
	var env []string
	for _, v := range r.env {
		if !strings.HasPrefix(v, "TERM=") {
			env = append(env, v)
		}
	}
	return append(env, "TERM="+r.term)
}

// profile is how many colours the terminal has.
func (r *request) profile() colorprofile.Profile {
	return max(colorprofile.Env(r.environ()), colorprofile.ASCII)
}

// memory keeps what people have chosen while the meeting is open, so that they find it again when they come back.
type memory struct {
	mu     sync.Mutex
	people map[string]taste // by the guest's id
}

// taste is how a person wants to see the meeting.
type taste struct {
	chosen bool
	prefs  tui.Prefs
	light  bool           // the terminal's background, where it has said so
	at     *meeting.Stand // where the person was when the connection was lost; nil: with the others
}

func (m *memory) of(id string) taste {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.people[id]
}

func (m *memory) keep(id string, change func(*taste)) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.people == nil {
		m.people = map[string]taste{}
	}
	t := m.people[id]
	change(&t)
	m.people[id] = t
}

// theme is the one that a person sees.
func (t taste) theme(p colorprofile.Profile) kit.ThemeName {
	switch {
	case p <= colorprofile.ASCII:
		return kit.Mono
	case t.prefs.Theme != "":
		return t.prefs.Theme
	case t.light:
		return kit.Light
	}
	return kit.Dark
}
