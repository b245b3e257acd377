package ssh

import (
	"context"
	"slices"
	"testing"
	"time"

	"thidua/data/meeting"
	"thidua/scoring"
)

// Keys as a terminal sends them.
const (
	keyF5, keyF6, keyF7, keyF9 = "\x1b[15~", "\x1b[17~", "\x1b[18~", "\x1b[20~"
	keyRight, keyPageDown      = "\x1b[C", "\x1b[6~"
	keyCtrlN, keyCtrlO         = "\x0e", "\x0f"
	keyCtrlQ, keyCtrlZ         = "\x11", "\x1a"
)

// deed is how a kind of decision is made at a terminal, and by whom.
type deed struct {
	before []func(*harness) // how far the meeting has come
	keys   []string         // from the first unit's first criterion
	by     []scoring.Role   // whose decision is recorded
	asked  []scoring.Role   // whose decision is suggested to those
}

// deeds has a row for every kind of decision for which there are keys.
func deeds() map[scoring.Kind]deed {
	record := []scoring.Role{scoring.Chair, scoring.Secretary}
	chair, reviewer := []scoring.Role{scoring.Chair}, []scoring.Role{scoring.Reviewer}
	return map[scoring.Kind]deed{
		scoring.KindScore:    {keys: []string{"4", "\r"}, by: record, asked: reviewer},
		scoring.KindBonus:    {keys: []string{"+", "1", "\t", "l", "\r"}, by: record, asked: reviewer},
		scoring.KindPenalty:  {keys: []string{"-", "1", "\t", "l", "\r"}, by: record, asked: reviewer},
		scoring.KindSanction: {keys: []string{"!", keyRight, "\t", "l", "\r"}, by: record, asked: reviewer},
		scoring.KindNote:     {keys: []string{keyCtrlN, "l", "\r"}, by: record, asked: reviewer},
		scoring.KindAccept:   {keys: []string{keyPageDown, keyPageDown, "=", "z", "="}, by: record}, // as below
		scoring.KindConfirm:  {keys: []string{"="}, by: reviewer},
		scoring.KindAttend:   {keys: []string{keyF9, " "}, by: record},
		scoring.KindVote:     {keys: []string{keyF5, "+", "l", "\r", "5", "\r", "4", "\r"}, by: record},
		scoring.KindOrder: {before: []func(*harness){(*harness).tie},
			keys: []string{keyF5, "\r", "6", "\r", "3", "\r", "\r"}, by: record},
		scoring.KindBallot: {keys: []string{keyF6, "9", "="}, by: record},
		scoring.KindLots: {before: []func(*harness){(*harness).level},
			keys: []string{keyF6, "*", "l", "\r"}, by: chair},
		scoring.KindUndo: {keys: []string{keyCtrlZ, "\r"}, by: record},
		// "=" asks; after another key it has been let go, and is the answer
		scoring.KindClose: {before: []func(*harness){(*harness).agree}, keys: []string{keyF7, "=", "z", "="},
			by: chair},
		scoring.KindReopen: {before: []func(*harness){(*harness).agree, (*harness).shut},
			keys: []string{keyF7, keyCtrlO, "l", "\r"}, by: chair},
	}
}

// Every role tries every kind of decision at a real terminal. What it may not decide is not recorded, whatever is
// pressed.
func TestEveryRoleTriesEverything(t *testing.T) {
	for kind, d := range deeds() {
		for _, role := range scoring.Roles() {
			if role == scoring.Standby { // has no terminal
				continue
			}
			t.Run(string(kind)+" by "+string(role), func(t *testing.T) {
				t.Parallel()
				tryDeed(t, kind, d, role)
			})
		}
	}
}

func tryDeed(t *testing.T, kind scoring.Kind, d deed, role scoring.Role) {
	h := startServer(t, func(h *harness) { h.idle = time.Hour })
	for _, before := range d.before {
		before(h)
	}
	unit := ""
	if role == scoring.Reviewer {
		unit = h.unit(0)
	}
	seq := h.meeting.Snapshot().Seq()
	c := h.join("Somebody", role, unit, 120, 40)
	if role == scoring.Screen {
		c.shows(t, "2019–2020") // it never sees how far the record is
	} else {
		c.shows(t, h.decisions())
	}
	for _, key := range d.keys {
		c.press(key)
	}
	decided := func() bool {
		return slices.ContainsFunc(h.meeting.Snapshot().Log[seq:], func(e meeting.Entry) bool {
			return is(e.Act, kind)
		})
	}
	if slices.Contains(d.by, role) {
		eventually(t, "the decision", decided)
	}
	if slices.Contains(d.asked, role) {
		eventually(t, "the suggestion", func() bool {
			return slices.ContainsFunc(h.room.Floor().Suggestions, func(s meeting.Suggestion) bool {
				return is(s.Acts[0], kind) && s.Who.Name == "Somebody"
			})
		})
	}
	if slices.Contains(d.by, role) {
		return
	}
	c.press("\x1b[27u") // what is open or typed is left, then the meeting
	c.press(keyCtrlQ)
	if role != scoring.Screen {
		c.shows(t, "Leave?")
		c.press("\r")
	}
	if err := c.ends(); err != nil {
		t.Error(err)
	}
	if n := h.meeting.Snapshot().Seq(); n != seq {
		t.Errorf("recorded %+v", h.meeting.Snapshot().Last().Act)
	}
}

// is reports whether an act is of a kind, or a vote that decides one.
func is(a scoring.Act, kind scoring.Kind) bool {
	if v, ok := a.(scoring.Vote); ok && v.Act != nil && v.Act.Kind() == kind {
		return true
	}
	return a.Kind() == kind
}

func (h *harness) propose(acts ...scoring.Act) {
	h.t.Helper()
	if _, err := h.meeting.Propose(context.Background(), meeting.Proposal{By: "test", Acts: acts}); err != nil {
		h.t.Fatal(err)
	}
}

// tie makes two units level where an award ends.
func (h *harness) tie() {
	s := h.meeting.Snapshot()
	t := s.Standings(scoring.Agreed)
	last, next := t.At(3), t.At(4)
	h.propose(scoring.Bonus{Unit: s.Units()[next.Unit].Name(), Target: "3", Points: last.Total - next.Total,
		Reason: "test"})
}

// agree settles all that has to be before the meeting can be closed.
func (h *harness) agree() {
	s := h.meeting.Snapshot()
	var acts []scoring.Act
	for _, u := range s.Units() {
		for _, at := range s.Rulebook().Leaves() {
			if _, scored := u.Percent(scoring.Agreed, at); !scored && u.Applies(at) {
				acts = append(acts,
					scoring.Score{Unit: u.Name(), Criterion: s.Rulebook().Criteria[at].Code,
						Mark: scoring.InPercent(8000)})
			}
		}
		if !u.Accepted() {
			acts = append(acts, scoring.Accept{Unit: u.Name()})
		}
	}
	h.propose(acts...)
}

func (h *harness) shut() { h.propose(scoring.Close{}) }

// level has an election end with two who are level in every way.
func (h *harness) level() {
	round := scoring.Ballot{Office: scoring.Leader, Votes: map[string]int{h.unit(0): 4, h.unit(2): 4}, Blank: 1}
	h.propose(round, round)
}

// Two secretaries change one number at once: the second is shown what the first did, and replaces it only when that is
// meant.
func TestTwoSecretariesRacing(t *testing.T) {
	h := startServer(t, func(h *harness) { h.idle = time.Hour })
	a := h.join("Secretary one", scoring.Secretary, "", 120, 40)
	b := h.join("Secretary two", scoring.Secretary, "", 120, 40)
	for _, c := range []*client{a, b} {
		c.shows(t, h.decisions())
		c.press("4")
		c.shows(t, "[    4]")
	}
	a.press("1\r")
	a.shows(t, "recorded as")
	seq := h.meeting.Snapshot().Seq()
	b.press("2\r")
	b.shows(t, "Secretary one has just changed this")
	if n := h.meeting.Snapshot().Seq(); n != seq {
		t.Fatalf("overwritten by %+v", h.meeting.Snapshot().Last().Act)
	}
	b.shows(t, "[   42]")
	b.press("\r")
	eventually(t, "the second number", func() bool {
		s, ok := h.meeting.Snapshot().Last().Act.(scoring.Score)
		return ok && s.Mark.Percent() == 4200
	})
	a.shows(t, "42")
}
