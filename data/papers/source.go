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

// source is a meeting as its papers ask about it.
type source struct {
	*meeting.Snapshot
	book   *scoring.Rulebook
	blanks scoring.Blanks
	occasion
}

// person is somebody with a post and the unit or body that sent them; what is not known is empty.
type person struct{ name, post, body string }

func (p person) String() string {
	var parts []string
	for _, s := range []string{p.name, p.post, p.body} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

// occasion is what is known of the meeting as an event, beside what it decided.
type occasion struct {
	title              string
	form, place        string
	start, end         time.Time
	chair, secretary   person
	invitation         string
	agenda, recipients []string
	tellers            []string
	copies             int
	spoken             []speech
	guests             []person
}

// speech is what was said in a section of the minutes.
type speech struct {
	section string
	speaker person
	text    string
}

func newSource(s *meeting.Snapshot) *source {
	x := &source{Snapshot: s, book: s.Rulebook()}
	x.blanks = scoring.Blanks{Cluster: x.cluster(), Leader: x.leader(), Year: s.Year()}
	x.title = x.blanks.Fill(cmp.Or(x.book.Paper.Meeting, "Cuộc họp {cluster} năm {year}"))
	x.start, x.end = x.began(), x.ended()
	return x
}

// ended is when the meeting was closed.
func (x *source) ended() (t time.Time) {
	for _, e := range x.Log {
		if e.Act.Kind() == scoring.KindClose && x.Closed() {
			t = e.At
		}
	}
	return t
}

// cluster is what the group is called: by the rulebook, or by its id.
func (x *source) cluster() string {
	if c, ok := x.Group(); ok && !c.Name.IsZero() {
		return c.Name.In(vi)
	}
	return x.book.Said(lang.Both("Cụm thi đua " + x.Cluster())).VI
}

// leader is the unit that leads the group in the year of the meeting; a row of dots where nobody has said.
func (x *source) leader() string {
	if o, ok := x.Sitting(); ok && o.Leader != "" {
		return o.Leader
	}
	return "…………"
}

// began is when the first unit was called, or else the first thing was decided.
func (x *source) began() (t time.Time) {
	for _, e := range x.Log {
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

// day is the day of the meeting, for the grounds that hold on it.
func (x *source) day() time.Time {
	if x.start.IsZero() {
		return x.Saved()
	}
	return x.start
}

// document is a paper of the meeting with all that every paper has.
func (x *source) document(title string, sections ...paper.Section) paper.Document {
	d := paper.Document{
		Title: title + " · " + x.title, Author: x.blanks.Cluster, Lang: vi, Made: x.Saved(), Sections: sections,
		Foot: fmt.Sprintf("Mã kiểm chứng: %s (%d quyết định)", grouped(x.Fingerprint()), x.Seq()),
	}
	if !x.Closed() {
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
