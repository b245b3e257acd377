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
func (r *request) lang() lang.Lang { return lang.OfLocale(r.getenv) }

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

// signs is what the terminal can draw with.
func (r *request) signs() kit.SignSet {
	return kit.SignsFor(func(name string) string {
		if name == "TERM" {
			return r.term
		}
		return r.getenv(name)
	})
}

// profile is how many colours the terminal has.
func (r *request) profile() colorprofile.Profile {
	return max(colorprofile.Env(r.environ()), colorprofile.ASCII)
}

// preferenceStore keeps what people have chosen while the meeting is open, so that they find it again when they come
// back.
type preferenceStore struct {
	mu     sync.Mutex
	people map[string]preferences // by the guest's id
}

// preferences is how a person wants to see the meeting.
type preferences struct {
	chosen  bool
	display tui.Prefs
	light   bool           // the terminal's background, where it has said so
	at      *meeting.Stand // where the person was when the connection was lost; nil: with the others
}

func (s *preferenceStore) get(id string) preferences {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.people[id]
}

func (s *preferenceStore) update(id string, change func(*preferences)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.people == nil {
		s.people = map[string]preferences{}
	}
	t := s.people[id]
	change(&t)
	s.people[id] = t
}

// theme is the one that a person sees.
func (t preferences) theme(p colorprofile.Profile) kit.ThemeName {
	switch {
	case p <= colorprofile.ASCII:
		return kit.Mono
	case t.display.Theme != "":
		return t.display.Theme
	case t.light:
		return kit.Light
	}
	return kit.Dark
}
