package tui

import (
	"fmt"
	"strings"
	"testing"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/screen"
)

// What the papers lack is asked for, one thing after the other, until nothing is lacking; what is left out comes again.
func TestMinutesAreFilledIn(t *testing.T) {
	s := begin(t, 120, 40).press("f10", "*", "down", "text:Hội trường", "enter", "text:Chủ tọa, Giám đốc, nam dinh",
		"enter", "text:Thư ký", "enter")
	x := s.live.Running()
	if x.Place != "Hội trường" || x.Chair != (scoring.Person{Name: "Chủ tọa", Post: "Giám đốc", From: "Nam Định"}) ||
		x.Secretary.Name != "Thư ký" || !x.Start.IsZero() {
		t.Fatalf("filled in: %+v", x.Particulars)
	}
	if s.editing() {
		t.Errorf("something is asked after the end:\n%s", s.picture())
	}
	s.press("*", "text:25:00", "enter")
	if !s.editing() || !strings.Contains(s.picture(), "Gõ giờ như 8:30") || s.live.Seq() != 29 {
		t.Errorf("a time that is none is not refused:\n%s", s.picture())
	}
	s.press("esc", "*", "text:8h05", "enter")
	if at := s.live.Running().Start; at.Format("15:04 02/01/2006 -07") != "08:05 30/06/2020 +07" {
		t.Errorf("it begins at %s", at)
	}
	seq := s.live.Seq()
	if s.press("*"); s.editing() || !strings.Contains(s.picture(), "không thiếu gì") || s.live.Seq() != seq {
		t.Errorf("with nothing lacking something is asked:\n%s", s.picture())
	}
}

// What is refused, or is not on disk, can be typed on; a field that is emptied stays what it was.
func TestMinutesThatAreNotTaken(t *testing.T) {
	m, err := sampleMeeting()
	if err != nil {
		t.Fatal(err)
	}
	d := &fullDisk{Meeting: m}
	s := beginWith(t, d, 120, 40).press("f10", "down", "down", "enter", "text:Hội trường", "enter", "enter")
	for range len([]rune("Hội trường")) {
		s.press("backspace")
	}
	if s.press("enter"); !s.editing() || s.live.Running().Place != "Hội trường" {
		t.Errorf("emptied, the place is %q", s.live.Running().Place)
	}
	d.full = true
	s.press("text:Nhà văn hóa", "enter")
	if !s.editing() || !strings.Contains(s.picture(), "Nhà văn hóa") {
		t.Errorf("what is not on disk is gone:\n%s", s.picture())
	}
	d.full = false
	if s.press("enter"); s.editing() || s.live.Running().Place != "Nhà văn hóa" {
		t.Errorf("tried again, the place is %q", s.live.Running().Place)
	}
	s.press("down", "down", "down", "enter", "text:X", "enter", "down", "enter", "text:Một; Hai; một", "enter")
	if !s.editing() || !strings.Contains(s.picture(), "hai lần") {
		t.Errorf("tellers named twice are not refused:\n%s", s.picture())
	}
}

// A line of the minutes is added, corrected in its place, and taken out with one key more.
func TestMinutesAreWrittenAndCorrected(t *testing.T) {
	s := begin(t, 120, 40).press(withMinutes()...)
	said := func() string {
		var all []string
		for _, l := range s.live.Statements(s.live.Running()) {
			all = append(all, l.Speaker.String()+"|"+l.Text)
		}
		return strings.Join(all, "; ")
	}
	if got := said(); got != "Vụ trưởng, Vụ Thi đua|biểu dương các đơn vị; |nhất trí kết quả" {
		t.Fatalf("written: %s", got)
	}
	s.press("up", "enter", "enter", "text: trong cụm", "enter")
	if got := said(); got != "Vụ trưởng, Vụ Thi đua|biểu dương các đơn vị trong cụm; |nhất trí kết quả" {
		t.Errorf("corrected: %s", got)
	}
	s.press("delete", "delete")
	if !strings.Contains(s.picture(), "Rút dòng này") || s.live.Last().Act.Kind() == scoring.KindUndo {
		t.Errorf("it is not asked first:\n%s", s.picture())
	}
	if s.press("enter"); said() != "|nhất trí kết quả" {
		t.Errorf("withdrawn: %s", said())
	}
	if s.press("ctrl+y"); !strings.Contains(said(), "trong cụm") {
		t.Errorf("done again: %s\n%s", said(), s.picture())
	}
}

// A meeting of two sittings from the keys alone: the roll anew, the first's end filled in later, the adoption.
func TestTwoSittings(t *testing.T) {
	s := begin(t, 120, 40).press("f9", "=", "1", "*", "=", "esc", "=", "2")
	if x := s.live.Running(); len(s.live.Sittings()) != 3 || x.Form != scoring.Plenary || s.live.Present() != 0 {
		t.Fatalf("%d sittings, the last %s, %d present", len(s.live.Sittings()), x.Form, s.live.Present())
	}
	s.press("*", "f10", "left", "end")
	for range 20 {
		s.press("up")
	}
	s.press("*", "text:7:30", "enter", "esc")
	if first := s.live.Sittings()[1]; first.Start.Hour() != 7 || !s.live.Running().Start.IsZero() {
		t.Errorf("the first begins at %s, the second at %s", first.Start, s.live.Running().Start)
	}
	s.press("left", "home", "down", "down", "enter", "text:Phòng họp", "enter")
	if all := s.live.Sittings(); all[0].Place != "Phòng họp" || all[1].Place != "" {
		t.Errorf("the nameless sitting is at %q, the next at %q\n%s", all[0].Place, all[1].Place, s.picture())
	}
	s.press("right", "right", "=")
	if s.on() != screen.Vote || !strings.Contains(s.picture(), "thông qua kết quả phiên trù bị") {
		t.Fatalf("the adoption is not put to the vote:\n%s", s.picture())
	}
	s.press("*", "enter", "esc", "f10")
	if s.live.Adopted(s.live.Running()) == nil || !strings.Contains(s.picture(), "✓ đã thông qua kết quả") {
		t.Errorf("it is not adopted: %+v\n%s", s.live.Last().Act, s.picture())
	}
}

// On the roll stand posts, who is excused and why, guests and tellers.
func TestRollHasPosts(t *testing.T) {
	s := begin(t, 120, 40).press("f9", "+", "text:Một, Trưởng phòng", "enter", "home", "right", "right", "/",
		"text:ốm", "enter")
	u := s.live.Attendance(s.live.Running())[0]
	if len(u.People) != 2 || u.People[1] != (scoring.Person{Name: "Một", Post: "Trưởng phòng"}) ||
		len(u.Excused) != 1 || u.Excused[0].Name != "Một" || u.Excused[0].Reason != "ốm" {
		t.Errorf("the first unit: %+v", u)
	}
	s.press("home", "down", "/", "text:bão", "enter", "text:Vĩnh Phúc", "enter")
	if u := s.live.Attendance(s.live.Running())[1]; u.There || u.Reason != "bão" || u.Mandate != "Vĩnh Phúc" {
		t.Errorf("the second unit: %+v", u)
	}
	if pic := s.picture(); !strings.Contains(pic, "vắng        bão · ủy quyền: Vĩnh Phúc") ||
		!strings.Contains(pic, "Một, Trưởng phòng · vắng: ốm") {
		t.Errorf("the roll shows no reason:\n%s", pic)
	}
	s.press(withGuests()...).press("up", "right", "−", "end", "left", "left", "/", "text:bận", "enter")
	guests := s.live.Guests(s.live.Running())
	if len(guests) != 2 || guests[0].There || guests[1].Reason != "bận" {
		t.Errorf("guests %+v\n%s", guests, s.picture())
	}
	if got := s.live.Running().Tellers; len(got) != 1 || got[0] != "Kiểm phiếu viên" {
		t.Errorf("tellers %v", got)
	}
	s.press("end", "−")
	if got := s.live.Running().Tellers; len(got) != 1 || !strings.Contains(s.picture(), "hoàn tác ở Nhật ký") {
		t.Errorf("the last teller is gone: %v\n%s", got, s.picture())
	}
}

// What is typed as a person is read as minutes name people.
func TestPersonTyped(t *testing.T) {
	env := begin(t, 80, 24).env()
	for typed, want := range map[string]scoring.Person{
		"":                        {},
		" , ":                     {},
		"Chủ  tọa":                {Name: "Chủ tọa"},
		"Một, Giám đốc":           {Name: "Một", Post: "Giám đốc"},
		"Một, nam dinh":           {Name: "Một", From: "Nam Định"},
		"Một, Giám đốc, NAM ĐỊNH": {Name: "Một", Post: "Giám đốc", From: "Nam Định"},
		"Một, Vụ trưởng, Bộ":      {Name: "Một", Post: "Vụ trưởng", From: "Bộ"},
		"Một, Phó Giám đốc, Bí thư, Trực":   {Name: "Một", Post: "Phó Giám đốc, Bí thư, Trực"},
		"Một, Phó Giám đốc, Bí thư; hà nam": {Name: "Một", Post: "Phó Giám đốc, Bí thư", From: "Hà Nam"},
		"Một; Bộ": {Name: "Một", From: "Bộ"},
	} {
		if got := env.Person(typed); got != want {
			t.Errorf("%q is %+v, want %+v", typed, got, want)
		}
		if got := env.Person(screen.Retyped(want)); got != want {
			t.Errorf("typed again, %q is %+v, want %+v", screen.Retyped(want), got, want)
		}
	}
}

// By ear one hears what is lacking, what is typed, and where it will stand.
func TestMinutesAreSpoken(t *testing.T) {
	m, err := sampleMeeting()
	if err != nil {
		t.Fatal(err)
	}
	l := listen(t, m)
	l.press("f10", "down", "enter", "8", ":", "3", "0", "enter", "end", "+", "X", "enter", "y", "enter", "f9", "end")
	l.heard("Biên bản", "Bắt đầu: chưa có", "Bắt đầu: chưa gõ gì",
		"Trong biên bản: «Thời gian bắt đầu: 08 giờ 30, ngày 30 tháng 6 năm 2020»",
		"đã ghi số 27", "phần kết luận, 0 ý kiến", "phần kết luận: «- X: …»", "phần kết luận: «- X: y»", "đã ghi số 28",
		"tổ kiểm phiếu, 0 người")
}

// Who only looks on sees the minutes and changes nothing; a new sitting is news to all.
func TestMinutesOfFollowers(t *testing.T) {
	h, host := newHall(t)
	r := h.come(reviewerOf("Bắc Ninh"), true)
	h.then(host, "f9")
	h.then(host, "=", "2")
	r.shows("bắt đầu phiên tổng kết")
	seq := host.live.Seq()
	for _, key := range []string{"*", "enter", "+", "="} {
		h.then(r, "f10", key)
		r.shows("Biên bản", "đề nghị thư ký ghi")
		if r.editing() || host.live.Seq() != seq {
			t.Errorf("%s changes the minutes", key)
		}
	}
	h.then(host, "f10", "down", "down", "enter", "text:Hội trường", "enter")
	r.shows("Địa điểm        Hội trường")
}

// A decision that is longer than there is room for is read to its end: nothing of it is cut.
func TestLongDecisionIsReadWhole(t *testing.T) {
	var words []string
	for i := range 300 {
		words = append(words, fmt.Sprintf("chữ%d", i))
	}
	for _, l := range []look{{lang.VI, 80, 24}, {lang.VI, 120, 40}} {
		s := begin(t, l.w, l.h).press("f10", "end", "+", "enter", "text:"+strings.Join(words, " "), "enter", "f8")
		seen := ""
		for range 30 {
			seen += s.inside()
			s.press("right")
		}
		for _, w := range words {
			if !strings.Contains(seen, w) {
				t.Fatalf("%dx%d: %s is nowhere to be read:\n%s", l.w, l.h, w, s.inside())
			}
		}
	}
}
