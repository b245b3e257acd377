package paint

import (
	"io"
	"sync"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// Screen draws the views of one program on the terminal of this machine. Whoever shows it a view goes on at once: a
// goroutine of the screen's own draws, only what has changed, and of several views that come while the terminal still
// takes one, the newest.
type Screen struct {
	out   io.Writer
	fault atomic.Pointer[string] // what the program failed of; nil: it has not

	mu      sync.Mutex // guards what is to be drawn
	w, h    int
	view    *tea.View // the newest; nil: none yet
	fresh   bool      // it is not drawn yet
	anew    bool      // what stands on the terminal is not known
	sent    []byte    // what the program sends by itself, before the next picture
	term    Terminal
	letters bool // the terminal counts cells by letters because it was asked to
	wake    chan struct{}

	drawing sync.Mutex // held while something is written, and guards what follows
	pen     Pen
	shown   *Picture
	title   string
	on      bool // the terminal's modes
	ended   chan struct{}
	over    bool
}

// NewScreen makes a screen of w by h cells. It leaves the terminal as it is until Begin.
func NewScreen(out io.Writer, profile colorprofile.Profile, w, h int) *Screen {
	s := &Screen{out: out, term: Terminal{Profile: profile}, wake: make(chan struct{}, 1), ended: make(chan struct{})}
	s.w, s.h = sized(w, h)
	return s
}

// sized is a size that something can be drawn in: terminals that do not know theirs say that they have none.
func sized(w, h int) (int, int) {
	const usualW, usualH = 80, 24
	if w <= 0 || h <= 0 {
		return usualW, usualH
	}
	return w, h
}

// Begin enters the terminal and draws from then on, until Leave.
func (s *Screen) Begin() {
	s.enter(Questions + askOfLetters)
	go s.draw()
}

// Size is how large pictures are, in cells.
func (s *Screen) Size() (w, h int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.w, s.h
}

// Resize has pictures drawn in another size, all anew: nobody knows what a terminal does with those it has.
func (s *Screen) Resize(w, h int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.w, s.h = sized(w, h)
	s.anew = true
}

// Show has a view drawn. It never waits.
func (s *Screen) Show(v tea.View) {
	s.mu.Lock()
	s.view, s.fresh = &v, true
	s.mu.Unlock()
	s.nudge()
}

// Send sends a sequence of the program's own, between two pictures.
func (s *Screen) Send(sequence string) {
	s.mu.Lock()
	s.sent = append(s.sent, sequence...)
	s.mu.Unlock()
	s.nudge()
}

func (s *Screen) nudge() {
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// answered takes what the terminal says of itself.
func (s *Screen) answered(m tea.ModeReportMsg) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.term.Synced = s.term.Synced || Synced(m)
	if m.Mode == ansi.ModeUnicodeCore && m.Value == ansi.ModeReset {
		s.letters = true
		s.sent = append(s.sent, ansi.SetModeUnicodeCore...)
	}
}

// Pause leaves the terminal as it was found, until Resume. It waits for the picture that is being drawn.
func (s *Screen) Pause() {
	s.drawing.Lock()
	defer s.drawing.Unlock()
	s.leave()
}

// Resume enters the terminal again and draws everything anew.
func (s *Screen) Resume() { s.enter("") }

func (s *Screen) enter(questions string) {
	s.drawing.Lock()
	defer s.drawing.Unlock()
	if s.over {
		return
	}
	s.mu.Lock()
	s.anew, s.fresh = true, s.view != nil
	letters := s.letters
	s.mu.Unlock()
	modes := On
	if !s.on {
		modes += pushKeys()
	}
	if letters {
		modes += ansi.SetModeUnicodeCore
	}
	s.on, s.title = true, ""
	_, _ = io.WriteString(s.out, modes+questions) // a terminal that has gone ends the program in other ways
	s.nudge()
}

// Leave leaves the terminal as it was found, for good. What was still to be drawn is not.
func (s *Screen) Leave() {
	s.drawing.Lock()
	defer s.drawing.Unlock()
	s.leave()
	if !s.over {
		s.over = true
		close(s.ended)
	}
}

// leave switches the terminal's modes off. The caller holds drawing.
func (s *Screen) leave() {
	if !s.on {
		return
	}
	s.on = false
	s.mu.Lock()
	letters := s.letters
	s.mu.Unlock()
	modes := popKeys() + Off
	if letters {
		modes += ansi.ResetModeUnicodeCore
	}
	if s.title != "" {
		modes += ansi.SetWindowTitle("")
	}
	_, _ = io.WriteString(s.out, modes)
}

// draw draws what is shown, until the screen is left.
func (s *Screen) draw() {
	for {
		select {
		case <-s.ended:
			return
		case <-s.wake:
			s.drawNewest()
		}
	}
}

// drawNewest brings the terminal up to the newest view.
func (s *Screen) drawNewest() {
	s.drawing.Lock()
	defer s.drawing.Unlock()
	if !s.on {
		return
	}
	s.mu.Lock()
	b, view, anew, t := s.sent, s.view, s.anew, s.term
	if s.sent = nil; !s.fresh {
		view = nil
	}
	w, h := s.w, s.h
	if view != nil {
		s.fresh, s.anew = false, false
	}
	s.mu.Unlock()
	if view != nil {
		b = append(b, s.picture(Of(*view, w, h), t, anew)...)
		if view.WindowTitle != s.title {
			s.title = view.WindowTitle
			b = append(b, ansi.SetWindowTitle(s.title)...)
		}
	}
	if len(b) > 0 {
		_, _ = s.out.Write(b)
	}
}

// picture is the bytes of the next picture. The caller holds drawing.
func (s *Screen) picture(now *Picture, t Terminal, anew bool) []byte {
	was := s.shown
	s.shown = now
	if anew || was == nil || was.W != now.W || was.H != now.H {
		return s.pen.Whole(now, t, true)
	}
	return s.pen.Step(was, now, t)
}
