// Package election is the screen «Bầu cử»: the leader, then the deputy, round by round; rotation and lots where two are
// level.
package election

import (
	"crypto/rand"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/ballot"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Screen is where the cluster elects its officers.
type Screen struct {
	list    kit.List[int] // the counts
	counts  []kit.Number  // a number for each candidate, then blank, spoiled, issued, returned
	of      string        // which round the counts are of
	lots    *lots
	naming  *appointing
	sent    bool
	ballot  ballot.Ballot
	confirm kit.Confirm
	box     *meeting.Box     // whose count is on its way to the record
	missing *ballot.Missing  // which units handed in no ballot, being asked
	pending pending          // with sent: what is on its way to the record
	papers  bool             // beside an open box the counts of papers are being typed
	voters  kit.List[string] // the units that have a ballot in it
	alone   bool             // nothing stands beside the counts: they say themselves who held the office when
}

// lots is the chair's draw being typed.
type lots struct {
	list   kit.List[int] // who it is drawn between; under the cursor, who was drawn
	prompt *kit.Prompt   // how it was done
}

// The papers counted beside the candidates' votes.
const (
	blank = iota
	spoiled
	issued
	returned
	papers
)

// New begins with the first office.
func New(env screen.Env) *Screen {
	s := &Screen{}
	s.list.Margin = kit.Centred
	s.Show(env)
	return s
}

// What the screen can do.
var _ interface {
	screen.Screen
	screen.Editor
	screen.Recorder
	screen.Placer
	screen.Focuser
	screen.Pointer
} = (*Screen)(nil)

// maxReason is the most characters of what is said about a draw.
const maxReason = 300

// Title is «Bầu cử».
func (s *Screen) Title() lang.Text { return lang.Text{VI: "Bầu cử", EN: "Election"} }

// Help says what the screen is for.
func (s *Screen) Help() lang.Text {
	return lang.Text{
		VI: "Bầu lần lượt từng chức danh, mỗi đơn vị có mặt một phiếu kín. Nhập số phiếu của từng đơn vị ứng " +
			"cử, phiếu " +
			"trắng, phiếu không hợp lệ; nếu đếm, cả số phiếu phát ra và thu về. Kết luận của vòng hiện ngay khi gõ; " +
			"bên cạnh là ai đã giữ chức năm nào. " +
			"Hai đơn vị bằng phiếu trong vòng hai người: luân phiên quyết định, rồi mới đến bốc thăm.",
		EN: "One office after the other: a secret ballot for each unit present. Type each candidate's " +
			"votes, the blank and the spoiled papers and, if they were counted, those issued and returned. What the " +
			"round comes to follows while you type, with who held the office when beside it. Two level in a round of " +
			"two: rotation decides, and only then lots.",
	}
}

// race is the election under way: the first office that nobody holds yet; ok is false when all are elected.
func race(env screen.Env) (r scoring.Race, ok bool) {
	for _, o := range env.Snap.Elections() {
		if r, ok = env.Snap.Race(o); ok && r.Elected < 0 {
			return r, true
		}
	}
	return r, false
}

// Show takes the newer snapshot: counts of a round that is over are put away.
func (s *Screen) Show(env screen.Env) {
	r, ok := race(env)
	if f := env.Floor; env.Room != nil && f.Box != nil && f.Box.Subject() == "" && !f.Box.Shared() &&
		(!ok || boxOpen(env, r) == nil) &&
		env.Who.Decides(scoring.KindBallot) {
		env.Room.Asked(nil, f.Box) // the round was recorded some other way: its box is of no use any more
	}
	if !ok {
		s.counts, s.of = nil, ""
		s.list.Show(nil)
		return
	}
	if of := string(r.Office) + strconv.Itoa(len(r.Rounds)); of != s.of || len(s.counts) != len(r.Candidates)+papers {
		s.of, s.counts, s.missing = of, make([]kit.Number, len(r.Candidates)+papers), nil
		all := make([]int, len(s.counts))
		for i := range all {
			all[i] = i
		}
		s.list.Show(all)
		s.list.Select(0)
	}
}

// number is a count as typed; nothing typed is none.
func (s *Screen) number(i int) int {
	n, err := strconv.Atoi(s.counts[i].Text())
	if err != nil {
		return 0
	}
	return n
}

// counted is the count as typed.
func (s *Screen) counted(env screen.Env, r scoring.Race) scoring.Ballot {
	n := len(r.Candidates)
	b := scoring.Ballot{Office: r.Office, Votes: map[string]int{}, Blank: s.number(n + blank),
		Spoiled: s.number(n + spoiled), Issued: s.number(n + issued), Returned: s.number(n + returned)}
	for i, unit := range r.Candidates {
		if v := s.number(i); v > 0 {
			b.Votes[env.Snap.Units()[unit].Name()] = v
		}
	}
	if s.missing != nil && s.missing.Left() == 0 {
		b.NotVoting = s.missing.Units(present(env))
	}
	return b
}

// typed is how many ballots have been counted so far.
func (s *Screen) typed(r scoring.Race) int {
	sum := 0
	for i := range len(r.Candidates) + issued {
		sum += s.number(i)
	}
	return sum
}

// Editing reports whether a draw is being typed: numbers can be left at any time.
func (s *Screen) Editing() bool { return s.lots != nil || s.naming != nil || s.missing != nil }

// Type takes what is typed.
func (s *Screen) Type(_ screen.Env, msg tea.KeyPressMsg) screen.Effect {
	switch {
	case s.sent || s.missing != nil:
	case s.lots != nil:
		s.lots.prompt.Key(msg)
	case s.naming != nil:
		s.naming.prompt.Key(msg)
	case len(s.counts) > 0 && msg.String() == "backspace":
		s.counts[s.list.Index()].Back()
	}
	return screen.Effect{}
}

// Paste takes pasted text about a draw.
func (s *Screen) Paste(_ screen.Env, text string) screen.Effect {
	if s.lots != nil && !s.sent {
		s.lots.prompt.Insert(text)
	}
	if s.naming != nil {
		s.naming.prompt.Insert(text)
	}
	return screen.Effect{}
}

// At is the candidate under the cursor.
func (s *Screen) At(env screen.Env) screen.Place {
	// where a secret ballot is being filled in is nobody's business
	if r, ok := race(env); ok && s.list.Index() < len(r.Candidates) && boxOpen(env, r) == nil {
		return screen.Place{Unit: r.Candidates[s.list.Index()], Node: -1}
	}
	return screen.Place{Unit: -1, Node: -1}
}

// Focus moves the cursor to a candidate.
func (s *Screen) Focus(env screen.Env, p screen.Place) {
	r, _ := race(env)
	if boxOpen(env, r) != nil {
		return
	}
	for i, unit := range r.Candidates {
		if unit == p.Unit {
			s.list.Select(i)
		}
	}
}

// Click selects the count under the mouse, or the option of the ballot.
func (s *Screen) Click(env screen.Env, _ kit.Rect, x, y int) screen.Effect {
	r, open := race(env)
	switch b := boxOpen(env, r); {
	case b != nil && open:
		s.ballot.Click(ballot.Units(env, b), x, y)
	case s.missing != nil:
		s.missing.Click(x, y)
	case s.lots != nil:
		s.lots.list.Click(x, y)
	case s.naming != nil:
		s.naming.hows.Click(x, y)
	default:
		s.list.Click(x, y)
	}
	return screen.Effect{}
}

// Wheel moves the cursor.
func (s *Screen) Wheel(_ screen.Env, rows int) { s.list.Move(rows) }

// label names a count.
func (s *Screen) label(env screen.Env, r scoring.Race, i int) lang.Text {
	if i < len(r.Candidates) {
		return lang.Both(env.Snap.Units()[r.Candidates[i]].Name())
	}
	return [...]lang.Text{
		{VI: "phiếu trắng", EN: "blank"}, {VI: "phiếu không hợp lệ", EN: "spoiled"},
		{VI: "phiếu phát ra", EN: "issued"}, {VI: "phiếu thu về", EN: "returned"},
	}[i-len(r.Candidates)]
}

// outstanding is how many ballots the count is short of.
func (s *Screen) outstanding(env screen.Env, r scoring.Race) int {
	return env.Snap.State.Outstanding(s.counted(env, r))
}

// present are the units that have a ballot, by name.
func present(env screen.Env) (names []string) {
	for _, u := range env.Snap.Units() {
		if u.Present() {
			names = append(names, u.Name())
		}
	}
	return names
}

// preview is what the round would come to with what has been typed.
func (s *Screen) preview(env screen.Env, r scoring.Race) (lang.Text, error) {
	next, err := scoring.Apply(env.Snap.State, scoring.Decision{Act: s.counted(env, r)})
	if err != nil {
		return lang.Text{}, err
	}
	after, _ := next.Race(r.Office)
	return after.Rounds[len(after.Rounds)-1].Sum, nil
}

// seed is what a draw by the program comes from: new each time, and recorded with the draw.
func seed() string { return rand.Text() }
