package ssh

import (
	"bytes"
	"io"
	"strings"
	"sync"
	"testing"

	"thidua/data/meeting"
	"thidua/data/names"
	"thidua/scoring"
)

// listener is somebody who came in to listen.
type listener struct {
	t    *testing.T
	in   io.Writer
	gone chan error
	mu   sync.Mutex
	out  bytes.Buffer
	at   int // how much has been found by says
}

// Write takes what is said.
func (l *listener) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.out.Write(b)
}

// says waits until something has been said after what was waited for before.
func (l *listener) says(want string) {
	l.t.Helper()
	eventually(l.t, want, func() bool {
		l.mu.Lock()
		defer l.mu.Unlock()
		i := strings.Index(l.out.String()[l.at:], want)
		if i >= 0 {
			l.at += i + len(want)
		}
		return i >= 0
	})
}

func (l *listener) press(keys string) {
	l.t.Helper()
	if _, err := io.WriteString(l.in, keys); err != nil {
		l.t.Fatal(err)
	}
}

// listen lets a reviewer in who listens.
func (h *harness) listen(t *testing.T, unit string) *listener {
	t.Helper()
	name := "Reviewer of " + unit
	sess, err := h.signIn(names.Slug(name), h.invite(name, scoring.Reviewer, unit)).NewSession()
	if err != nil {
		t.Fatal(err)
	}
	l := &listener{t: t, gone: make(chan error, 1)}
	sess.Stdout, sess.Stderr = l, l
	if l.in, err = sess.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if err := sess.Setenv("LANG", "en_GB.UTF-8"); err != nil {
		t.Fatal(err)
	}
	if err := sess.RequestPty("xterm-256color", 24, 80, nil); err != nil {
		t.Fatal(err)
	}
	if err := sess.Start("plain"); err != nil {
		t.Fatal(err)
	}
	go func() { l.gone <- sess.Wait() }()
	return l
}

// Who cannot see follows by ear, looks around, casts a ballot and leaves; no sequence is sent.
func TestByEar(t *testing.T) {
	h := startServer(t)
	h.room.Lead(nil, meeting.Stand{Screen: "review", Unit: 5, Node: -1})
	l := h.listen(t, h.unit(0))
	l.says("Screen Review.\r\n" + h.unit(5))
	h.room.Lead(nil, meeting.Stand{Screen: "board", Unit: -1, Node: -1})
	l.says("Screen Ranking.\r\nrank ")
	l.press("\x1b[H\x1b[B")
	l.says("; 2 of 9")
	h.decide(33)
	l.says("Decision 27, test: " + h.unit(0))
	if err := h.room.Ask(nil,
		meeting.NewPoll(&h.meeting.Snapshot().State, scoring.Vote{Subject: "Praise"})); err != nil {
		t.Fatal(err)
	}
	l.says("The ballot of " + h.unit(0) + ": F5 to cast it")
	l.press("\x1b[15~")
	l.says("A vote: Praise\r\nThe ballot of " + h.unit(0) + ", nothing marked yet: 1 For; 2 Against; 3 Abstain")
	l.press("2")
	l.says("Marked: Against, 2 of 3; not cast yet")
	l.press("\r")
	l.says("counted as: Against")
	l.press("\x11")
	l.says("Leave? ")
	l.press("\r")
	l.says("thidua: goodbye")
	if err := <-l.gone; err != nil {
		t.Error(err)
	}
	if bytes.Contains(l.out.Bytes(), []byte("\x1b")) {
		t.Errorf("sequences are sent: %q", &l.out)
	}
}

// While a box is open, what is sent for a key has one size, whichever line of the ballot it marks.
func TestSizesByEarDoNotTell(t *testing.T) {
	h := startServer(t)
	state := &h.meeting.Snapshot().State
	race, _ := state.Race(scoring.Leader)
	if err := h.room.AskBox(nil, meeting.NewBox(state, race)); err != nil {
		t.Fatal(err)
	}
	h.room.Lead(nil, meeting.Stand{Screen: "election", Unit: -1, Node: -1})
	l := h.listen(t, h.unit(0))
	l.says("nothing marked yet: 1 ")
	l.says("Keys: ")
	sizes := map[int]bool{}
	for _, key := range []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"} {
		var before int
		whole := func() bool {
			l.mu.Lock()
			defer l.mu.Unlock()
			before = l.out.Len()
			return before > 0 && before%wholeSize == 0
		}
		eventually(t, "whole lines", whole)
		was := before
		l.press(key)
		l.says("Marked: ")
		eventually(t, "whole lines", whole)
		sizes[before-was] = true
	}
	if len(sizes) != 1 {
		t.Errorf("what is sent has the sizes %v", sizes)
	}
}
