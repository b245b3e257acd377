package scoring

import (
	"strings"
	"time"

	"thidua/scoring/lang"
)

// Decide is what the upper body decided in the end, beside what the cluster proposed; a closed meeting takes it, and it
// changes nothing of what was agreed.
type Decide struct {
	Unit     string
	Award    string    // an award's id, or AwardNone
	Document string    // the decision, as one cites it
	Date     time.Time // a day; zero where nobody said
	Reason   string
}

// KindDecide is the kind of Decide.
const KindDecide Kind = "decide"

// Kind is KindDecide.
func (Decide) Kind() Kind { return KindDecide }

func (a Decide) unit() string { return a.Unit }
func (Decide) late() bool     { return true }

func (a Decide) enter(s *State, d *Decision) error {
	if d.Seq > s.Seq() && !s.Closed() {
		return refuse(ErrNotClosed,
			lang.Sayf("cuộc họp chưa chốt: cấp trên chưa thể quyết định",
				"the meeting is not closed: nobody above can have decided yet"),
			lang.Sayf("chốt cuộc họp trước", "close the meeting first"))
	}
	if a.Award != AwardNone {
		if _, err := s.awardAt(a.Award); err != nil {
			return err
		}
	}
	if strings.TrimSpace(a.Document) == "" {
		return refuse(ErrNoReason, lang.Sayf("quyết định của cấp trên phải có số văn bản",
			"what was decided above needs its document"), lang.Sayf("ghi document", "give the document"))
	}
	return s.edit(a.Unit, func(u *Unit) { u.decided = u.decided.put(d, a) })
}

func (a Decide) leave(s *State, d *Decision) error {
	return s.edit(a.Unit, func(u *Unit) { u.decided = u.decided.mark(d.Seq, false) })
}

// Awarded is what was decided in the end about the unit's award; ok is false before anything was.
func (u *Unit) Awarded() (a Decide, d *Decision, ok bool) {
	if c := u.decided.top(); c != nil {
		return c.value, c.dec, true
	}
	return Decide{}, nil, false
}
