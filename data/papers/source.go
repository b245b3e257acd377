package papers

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"thidua/data/meeting"
	"thidua/data/paper"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// vi is the language of the papers.
const vi = lang.VI

// dots stand where the record does not know what belongs there: to be filled in by hand.
const dots = "…………………………"

// source is a meeting as its papers ask about it, at the end of one of its sittings.
type source struct {
	*meeting.Snapshot
	book    *scoring.Rulebook
	blanks  scoring.Blanks
	sitting scoring.Convened
	title   string
	before  *scoring.State // at the end of the sitting before; nil in the first
	final   bool           // the meeting is closed
}

// newSource is the meeting as it stands, at its last sitting.
func newSource(s *meeting.Snapshot) *source {
	all := s.Sittings()
	return sourceOf(s, all, len(all)-1)
}

// sourceOf is the meeting at the end of a sitting.
func sourceOf(s *meeting.Snapshot, all []scoring.Convened, at int) *source {
	x := &source{Snapshot: until(s, all[at].To), sitting: all[at], final: s.Closed()}
	x.book = x.Rulebook()
	x.blanks = scoring.Blanks{Cluster: x.cluster(), Leader: x.leader(), Year: s.Year()}
	x.title = cmp.Or(x.sitting.Title, x.blanks.Fill(cmp.Or(x.book.Paper.Meeting, "Cuộc họp {cluster} năm {year}")))
	if len(all) > 1 && x.sitting.Title == "" {
		x.title += " (" + x.sitting.Form.Name().In(vi) + ")"
	}
	if at > 0 {
		x.before = &until(s, all[at-1].To).State
	}
	return x
}

// until is the meeting as it stood after a decision.
func until(s *meeting.Snapshot, seq int) *meeting.Snapshot {
	if seq >= s.Seq() {
		return s
	}
	out := &meeting.Snapshot{Log: s.Log[:seq]}
	for _, e := range out.Log {
		next, err := scoring.Replay(out.State, *e.Decision)
		if err != nil { // it was replayed when the meeting was opened
			return s
		}
		out.State = next
	}
	return out
}

// cluster is what the group is called: by the rulebook, or by its number.
func (x *source) cluster() string {
	if c, ok := x.Group(); ok && !c.Name.IsZero() {
		return c.Name.In(vi)
	}
	return x.book.GroupName(x.Cluster()).In(vi)
}

// leader is the unit that leads the group in the year of the meeting; a row of dots where nobody has said.
func (x *source) leader() string {
	if o, ok := x.Sitting(); ok && o.Leader != "" {
		return o.Leader
	}
	return "…………"
}

// start is when the sitting began: as somebody said, or when the first unit was called, or else when the first thing
// was decided.
func (x *source) start() (t time.Time) {
	if !x.sitting.Start.IsZero() {
		return x.sitting.Start
	}
	for _, e := range x.Log[max(x.sitting.From-1, 0):] {
		if e.Act.Kind() == scoring.KindNew {
			continue
		}
		if t.IsZero() {
			t = e.At
		}
		if e.Act.Kind() == scoring.KindAttend {
			return e.At
		}
	}
	return t
}

// end is when the sitting ended: as somebody said, or when the meeting was closed in it.
func (x *source) end() (t time.Time) {
	if !x.sitting.End.IsZero() {
		return x.sitting.End
	}
	for _, e := range x.Log[max(x.sitting.From-1, 0):] {
		if e.Act.Kind() == scoring.KindClose && x.Closed() {
			t = e.At
		}
	}
	return t
}

// said writes a person: name, post, unit or body.
func said(p scoring.Person) string {
	var parts []string
	for _, s := range []string{p.Name, p.Post, p.From} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

// day is the day of the meeting, for the grounds that hold on it.
func (x *source) day() time.Time {
	if t := x.start(); !t.IsZero() {
		return t
	}
	return x.Saved()
}

// document is a paper of the meeting with all that every paper has.
func (x *source) document(title string, sections ...paper.Section) paper.Document {
	d := paper.Document{
		Title: title + " · " + x.title, Author: x.blanks.Cluster, Lang: vi, Made: x.Saved(), Sections: sections,
		Foot: fmt.Sprintf("Mã kiểm chứng: %s (%d quyết định)", grouped(x.Fingerprint()), x.Seq()),
	}
	if !x.final {
		d.Draft = "DỰ THẢO"
	}
	return d
}

// grouped is the beginning of a fingerprint in groups of four.
func grouped(hash string) string {
	var parts []string
	for i := 0; i+4 <= min(len(hash), 32); i += 4 {
		parts = append(parts, hash[i:i+4])
	}
	return strings.Join(parts, " ")
}

// letterhead is the head of a paper of a kind: BB, BC, TTr.
func (x *source) letterhead(kind, place string) paper.Letterhead {
	p := x.book.Paper
	issuer := p.Issuer
	if len(issuer) == 0 {
		issuer = []string{"{cluster}"}
	}
	number := "Số: ……/" + kind
	if p.Symbol != "" {
		number += "-" + p.Symbol
	}
	return paper.Letterhead{
		Parent: upper(x.blanks.FillAll(p.Parent)), Issuer: upper(x.blanks.FillAll(issuer)), Number: number,
		Place: place,
	}
}

func upper(texts []string) []string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = strings.ToUpper(t)
	}
	return out
}

// bases are the legal grounds that hold on the day of the meeting.
func (x *source) bases() (out []paper.Block) {
	for _, b := range x.book.Paper.Bases {
		if b.Holds(x.day()) {
			out = append(out, paper.Plain(paper.Basis, "Căn cứ "+x.blanks.Fill(b.Text)+";"))
		}
	}
	return out
}

// orDots is a text, or a row of dots.
func orDots(s string) string { return cmp.Or(s, dots) }

// date writes a day as the decree does: two digits for days below 10 and for January and February (II.4).
func date(t time.Time) string {
	if t.IsZero() {
		return "ngày …… tháng …… năm ……"
	}
	month := fmt.Sprint(int(t.Month()))
	if t.Month() <= time.February {
		month = "0" + month
	}
	return fmt.Sprintf("ngày %02d tháng %s năm %d", t.Day(), month, t.Year())
}

// moment writes a time of a day: «08 giờ 00, ngày 30 tháng 6 năm 2020».
func moment(t time.Time) string {
	if t.IsZero() {
		return "…… giờ ……, " + date(t)
	}
	return fmt.Sprintf("%02d giờ %02d, %s", t.Hour(), t.Minute(), date(t))
}

// unitName is a unit's name by its index.
func (x *source) unitName(unit int) string { return x.Units()[unit].Name() }
