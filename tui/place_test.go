package tui

import (
	"strings"
	"testing"

	"thidua/scoring"
	"thidua/tui/screen"
)

// named is a place in words.
func (s *session) named(at screen.Place) (unit, code string) {
	if at.Unit >= 0 {
		unit = s.live.Units()[at.Unit].Name()
	}
	if at.Node >= 0 {
		code = s.live.Rulebook().Criteria[at.Node].Code
	}
	return unit, code
}

// stands checks where the session is.
func (s *session) stands(on screen.ID, unit, code string) {
	s.t.Helper()
	if u, c := s.named(s.at()); s.on() != on || u != unit || c != code {
		s.t.Errorf("on %s at %s %q, want %s at %s %q", s.on(), u, c, on, unit, code)
	}
}

// Where somebody goes on one screen, the others begin: a unit, a criterion, the request there, the decision about it.
func TestOnePlace(t *testing.T) {
	s := begin(t, 120, 40).press("ctrl+k", "text:hai duong 12.4", "enter")
	s.stands(screen.Review, "Hải Dương", "12.4")
	s.press("f3").stands(screen.Compare, "Hải Dương", "12.4")
	s.press("f4").stands(screen.Board, "Hải Dương", "")
	if l := s.press("f5").carried(); l != s.place.at {
		t.Errorf("the votes are at %+v, not at the request of Hải Dương", l)
	}
	s.press("f3", "down", "right").stands(screen.Compare, "Hưng Yên", "12.5")
	s.press("f2").stands(screen.Review, "Hưng Yên", "12.5")
	s.press("7", "0", "enter", "f4", "home", "f2")
	first, _ := s.named(screen.Place{Unit: s.place.at.Unit, Node: -1})
	if at := s.live.Standings(scoring.Agreed).At(0).Unit; s.live.Units()[at].Name() != first {
		t.Errorf("the cursor of the board is not taken along: %s", first)
	}
	s.press("f8")
	s.press("f2", "ctrl+k", "text:hung yen 12.5", "enter", "f8").stands(screen.Record, "Hưng Yên", "12.5")
	s.press("up", "up", "f2")
	if u, c := s.named(s.carried()); u == "Hưng Yên" && c == "12.5" {
		t.Error("a decision that was gone to on the record leads nowhere")
	}
	s.press("f2", "tab", "tab", "tab", "shift+tab", "shift+tab", "shift+tab")
	if s.on() != screen.Review || s.at() != s.place.at {
		t.Errorf("round the screens the place becomes %+v", s.at())
	}
}

// The roll and the elections go their own way: who types the next name or the next count must not find the cursor
// elsewhere.
func TestRollKeepsItsPlace(t *testing.T) {
	s := begin(t, 120, 40).press("f9", "home", "down", "down", "f2", "pgdown", "f9")
	if u, _ := s.named(s.at()); u != "Hải Dương" {
		t.Errorf("the roll goes on at %s", u)
	}
	s.press("f2").stands(screen.Review, "Bắc Ninh", "1.1")
	s.press("f6", "5", "f2", "pgdown", "f6")
	before := s.picture()
	if s.press("f2", "f6").picture() != before {
		t.Error("the ballots of an election are elsewhere")
	}
}

// A field that the board is sorted by is gone to as well; keys typed ahead of the disk move the place too.
func TestPlaceOfKeysTypedAhead(t *testing.T) {
	s := begin(t, 120, 40).press("f4", "right", "right", "f3")
	if _, code := s.named(s.at()); code != "2" {
		t.Errorf("the compare screen is at %s", code)
	}
	w := newWriter(t).typed("8", "1", "enter", "pgdown", "pgdown", "f3").settle()
	w.stands(screen.Compare, "Hải Dương", "1.1")
}

// A session begins on whatever screen the one before was left, at its unit and criterion, and so do the others from
// there.
func TestBeginsWhereItWasLeft(t *testing.T) {
	for _, id := range screen.IDs() {
		s := begin(t, 120, 40).press("ctrl+k", "text:hai duong 12.4", "enter", strings.ToLower(id.Key()))
		left, on := s.stand(), s.on()
		again := begin(t, 120, 40, func(o *Options) { o.At = &left })
		if again.on() != on {
			t.Errorf("left on %s, begun on %s", on, again.on())
		}
		if was, is := s.at(), again.at(); was.Unit >= 0 && was.Unit != is.Unit || was.Node >= 0 && was.Node != is.Node {
			t.Errorf("%s was left at %+v, and begins at %+v", on, was, is)
		}
		if again.press("f2"); left.Unit >= 0 && again.at().Unit != left.Unit {
			t.Errorf("from %s the review begins at %+v, left was %+v", on, again.at(), left)
		}
	}
}
