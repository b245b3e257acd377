package scoring

import (
	"reflect"
	"slices"
	"strings"
	"time"

	"thidua/scoring/lang"
)

// Particulars fill in or correct what is known of the sitting that runs, or of an earlier one: what they leave out
// stays as it is.
type Particulars struct {
	Facts
	Sitting    int // optional: the decision that began the sitting, where it is not the one that runs
	End        time.Time
	Tellers    []string // who counts ballots
	Copies     int      // of the minutes
	Recipients []string // who gets one
}

// KindParticulars is the kind of Particulars.
const KindParticulars Kind = "particulars"

// Kind is KindParticulars.
func (Particulars) Kind() Kind { return KindParticulars }

// mostCopies is far more than anybody signs.
const mostCopies = 999

func (a Particulars) enter(s *State, d *Decision) error {
	blank := a
	blank.Sitting = 0
	if reflect.ValueOf(blank).IsZero() {
		return refuse(ErrSitting, lang.Sayf("không có thông tin nào", "nothing is filled in"),
			lang.Sayf("ghi ít nhất một mục, như place", "give one thing at least, such as place"))
	}
	if err := a.Facts.check(); err != nil {
		return err
	}
	if a.Copies < 0 || a.Copies > mostCopies {
		return refuse(ErrSitting, lang.Sayf("%d không phải là số bản", "%d is not a number of copies", a.Copies),
			lang.Sayf("ghi số từ 1 đến %d", "give a number from 1 to %d", mostCopies))
	}
	if err := s.book.once(people(a.Tellers)); err != nil {
		return err
	}
	if err := filled(a.Recipients); err != nil {
		return err
	}
	x, ok := s.sittingOf(a)
	if !ok {
		return refuse(ErrSitting, lang.Sayf("quyết định số %d không bắt đầu một phiên họp",
			"decision %d begins no sitting", a.Sitting),
			lang.Sayf("bỏ sitting để ghi cho phiên đang họp", "leave out sitting for the one that runs"))
	}
	if d.Seq > s.Seq() {
		if err := x.Particulars.over(a).inOrder(); err != nil {
			return err
		}
	}
	s.sat.known = s.sat.known.put(d, a)
	return nil
}

func (a Particulars) leave(s *State, d *Decision) error {
	s.sat.known = s.sat.known.mark(d.Seq, false)
	return nil
}

// sittingOf is the sitting that particulars are about.
func (s *State) sittingOf(a Particulars) (Convened, bool) {
	all := s.Sittings()
	if a.Sitting == 0 {
		return all[len(all)-1], true
	}
	i := slices.IndexFunc(all, func(x Convened) bool { return x.Begun() == a.Sitting })
	if i < 0 {
		return Convened{}, false
	}
	return all[i], true
}

// about reports whether particulars, in a decision, are about the sitting.
func (x *Convened) about(a Particulars, seq int) bool {
	if a.Sitting > 0 {
		return x.Begun() == a.Sitting
	}
	return x.Holds(seq)
}

// inOrder refuses a sitting that ends before it begins, when that is said.
func (a Particulars) inOrder() error {
	if a.Start.IsZero() || a.End.IsZero() || a.End.After(a.Start) {
		return nil
	}
	const layout = "15:04 02/01/2006"
	return refuse(ErrSitting, lang.Sayf("phiên họp kết thúc lúc %s, không sau khi bắt đầu lúc %s",
		"the sitting ends at %s, not after it begins at %s", a.End.Format(layout), a.Start.Format(layout)),
		lang.Sayf("sửa start hoặc end", "mend start or end"))
}

// people are names as people.
func people(names []string) []Person {
	out := make([]Person, len(names))
	for i, name := range names {
		out[i].Name = name
	}
	return out
}

// filled refuses a list with nothing in one of its places.
func filled(list []string) error {
	for i, text := range list {
		if strings.TrimSpace(text) == "" {
			return refuse(ErrSitting, lang.Sayf("dòng thứ %d để trống", "line %d is blank", i+1),
				lang.Sayf("ghi nội dung, hoặc bỏ dòng đó", "fill it in, or leave it out"))
		}
	}
	return nil
}

// check refuses what makes no sense in any sitting.
func (f Facts) check() error {
	if f.Form != "" && !slices.Contains(Forms(), f.Form) {
		return refuse(ErrSitting, lang.Sayf("không có loại phiên họp %q", "there is no form of sitting %q",
			string(f.Form)), lang.Sayf("dùng preparatory, plenary hoặc other", "use preparatory, plenary or other"))
	}
	if err := f.Chair.named(); err != nil {
		return err
	}
	if err := f.Secretary.named(); err != nil {
		return err
	}
	return filled(f.Agenda)
}

// over is what is known after some more has been said.
func (a Particulars) over(more Particulars) Particulars {
	to, from := reflect.ValueOf(&a).Elem(), reflect.ValueOf(more)
	set := func(to, from reflect.Value) {
		for i := range from.NumField() {
			if v := from.Field(i); !v.IsZero() && v.Type() != reflect.TypeFor[Facts]() {
				to.Field(i).Set(v)
			}
		}
	}
	set(to, from)
	set(to.FieldByName("Facts"), from.FieldByName("Facts"))
	a.Sitting = 0
	return a
}
