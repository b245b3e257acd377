package scoring

import (
	"math"
	"slices"
	"time"

	"thidua/scoring/lang"
)

// Convene begins a sitting, and with it a new roll: nobody is present yet. What is decided from now on belongs to it. A
// meeting in which none was begun is a single nameless sitting.
type Convene struct{ Facts }

// Facts are what is known of a sitting when it begins. Nothing but the form has to be.
type Facts struct {
	Form             Form
	Place            string
	Start            time.Time
	Title            string // what the sitting is called, where the rulebook's word is not right
	Chair, Secretary Person
	Invitation       string // the paper that called it: number, day, body
	Agenda           []string
}

// Form is what kind of sitting it is.
type Form string

// The forms.
const (
	Preparatory Form = "preparatory" // settles scores and proposals beforehand
	Plenary     Form = "plenary"     // hears, adopts, votes, elects
	OtherForm   Form = "other"
)

// Forms are all forms.
func Forms() []Form { return []Form{Preparatory, Plenary, OtherForm} }

// Name is what people call a sitting of the form.
func (f Form) Name() lang.Text {
	switch f {
	case Preparatory:
		return lang.Text{VI: "phiên trù bị", EN: "preparatory sitting"}
	case Plenary:
		return lang.Text{VI: "phiên tổng kết", EN: "plenary sitting"}
	}
	return lang.Text{VI: "phiên họp", EN: "sitting"}
}

// KindSitting is the kind of Convene.
const KindSitting Kind = "sitting"

// Kind is KindSitting.
func (Convene) Kind() Kind { return KindSitting }

// sittings are what a state keeps of its sittings.
type sittings struct {
	begun  *cell[Convene]
	known  *cell[Particulars]
	guests *cell[Attend]
	said   []line // by the decision that put each on record, ascending
}

func (a Convene) enter(s *State, d *Decision) error {
	if a.Form == "" {
		return refuse(ErrSitting, lang.Sayf("chưa nói đó là phiên nào", "it does not say what form the sitting has"),
			lang.Sayf("ghi form = preparatory, plenary hoặc other", "give form = preparatory, plenary or other"))
	}
	if err := a.Facts.check(); err != nil {
		return err
	}
	return s.convene(d, func(c *cell[Convene]) *cell[Convene] { return c.put(d, a) })
}

func (a Convene) leave(s *State, d *Decision) error {
	return s.convene(d, func(c *cell[Convene]) *cell[Convene] { return c.mark(d.Seq, false) })
}

// convene changes which sittings were begun, and calls every roll by that. Under an open vote it stays as it is; so
// does what would give the decisions of one sitting to another.
func (s *State) convene(d *Decision, change func(*cell[Convene]) *cell[Convene]) error {
	if o := s.opening; o != nil {
		return refuse(ErrSitting, lang.Sayf("cuộc bỏ phiếu số %d chưa kết thúc: «%s»",
			"the vote of decision %d has not ended: «%s»", o.Decision.Seq, o.Open.What),
			lang.Sayf("kiểm phiếu hoặc hủy cuộc đó trước", "count it or declare it void first"))
	}
	owned := s.ownedAfter(d.Seq)
	s.sat.begun = change(s.sat.begun)
	begun := s.begunBefore(math.MaxInt)
	s.units = slices.Clone(s.units)
	for i, u := range s.units {
		u = u.clone()
		u.present, u.people = u.called(begun, math.MaxInt)
		s.units[i] = u
	}
	if d.Seq > s.Seq() {
		return nil
	}
	for i := range s.units {
		owned = append(owned, s.resting(i)...)
	}
	seqs, newestFirst := restingOn(owned)
	if len(seqs) == 0 {
		return nil
	}
	return refuse(ErrUndo, lang.Sayf("quyết định số %s thuộc phiên họp này", "%s belong to this sitting",
		lang.List(seqs...)),
		lang.Sayf("hoàn tác số %s trước, hoặc sửa thông tin phiên họp", "undo %s first, or mend its particulars",
			lang.List(newestFirst...)))
}

// ownedAfter are the decisions that count and say something of the sitting in which they fall, from a decision to the
// next sitting.
func (s *State) ownedAfter(seq int) (owned []int) {
	until := math.MaxInt
	s.sat.begun.each(func(c *cell[Convene]) {
		if c.dec.Seq > seq {
			until = min(until, c.dec.Seq)
		}
	})
	add := func(at int) {
		if at > seq && at < until {
			owned = append(owned, at)
		}
	}
	s.sat.known.each(func(c *cell[Particulars]) {
		switch c.value.Sitting {
		case 0:
			add(c.dec.Seq)
		case seq:
			owned = append(owned, c.dec.Seq)
		case 1: // the nameless one, which is there as long as something is known of it
			add(1)
		}
	})
	s.sat.guests.each(func(c *cell[Attend]) { add(c.dec.Seq) })
	for _, l := range s.sat.said {
		if _, ok := l.stands(); ok {
			add(l.seq)
		}
	}
	return owned
}

// begunBefore is the decision that began the sitting which runs just before a decision; 0: none has.
func (s *State) begunBefore(seq int) int {
	for c := s.sat.begun.top(); c != nil; c = c.prev.top() {
		if c.dec.Seq < seq {
			return c.dec.Seq
		}
	}
	return 0
}

// Convened is a sitting of the meeting as it stands.
type Convened struct {
	Number   int       // 1, 2, 3 …
	Decision *Decision // that began it; nil for the nameless one
	From, To int       // the decisions that belong to it: from the first up to and including the last
	Particulars
}

// Begun is the number of the decision that began the sitting: the nameless one begins with the meeting.
func (x *Convened) Begun() int {
	if x.Decision == nil {
		return x.From
	}
	return x.Decision.Seq
}

// Holds reports whether a decision belongs to the sitting.
func (x *Convened) Holds(seq int) bool { return seq >= x.From && seq <= x.To }

// Sittings are all sittings, oldest first; there is at least one. What was decided before the first was begun belongs
// to it, unless something was said of a sitting before: then that was a nameless one.
func (s *State) Sittings() (out []Convened) {
	s.sat.begun.each(func(c *cell[Convene]) {
		out = append(out, Convened{Decision: c.dec, From: c.dec.Seq, Particulars: Particulars{Facts: c.value.Facts}})
	})
	switch {
	case len(out) == 0 || s.satBefore(out[0].From):
		out = slices.Insert(out, 0, Convened{From: 1})
	default:
		out[0].From = 1
	}
	for i := range out {
		x := &out[i]
		x.Number, x.To = i+1, s.Seq()
		if i+1 < len(out) {
			x.To = out[i+1].From - 1
		}
		s.sat.known.each(func(c *cell[Particulars]) {
			if x.about(c.value, c.dec.Seq) {
				x.Particulars = x.over(c.value)
			}
		})
	}
	return out
}

// Running is the sitting that runs, or ran last.
func (s *State) Running() Convened {
	all := s.Sittings()
	return all[len(all)-1]
}

// satBefore reports whether anything that needs a sitting counts from before a decision: a roll, guests, what is known
// or was said, votes, rounds.
func (s *State) satBefore(seq int) bool {
	sat := false
	for _, u := range s.units {
		u.roll.each(func(c *cell[Attend]) { sat = sat || c.dec.Seq < seq })
	}
	for _, at := range s.ownedAfter(0) {
		sat = sat || at < seq
	}
	for t := range s.votes.all {
		sat = sat || t.Decision.Seq < seq
	}
	for _, r := range s.races {
		for _, round := range r.Rounds {
			sat = sat || round.Decision.Seq < seq
		}
	}
	return sat
}
