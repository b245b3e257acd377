package start

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"thidua/data/overview"
	"thidua/scoring/lang"
)

// still are meetings in which nothing happens.
type still struct {
	all  []overview.Meeting
	lost error
}

func (s *still) Meetings() ([]overview.Meeting, <-chan struct{}, error) { return s.all, nil, s.lost }

// eight are the clusters of the country, in every state that a meeting can be in.
func eight() *still {
	at := time.Date(2020, 6, 30, 9, 41, 0, 0, time.UTC)
	s := &still{}
	for i := range 8 {
		s.all = append(s.all, overview.Meeting{Path: fmt.Sprintf("/họp/Cụm %d.thidua", i+1),
			Name: fmt.Sprintf("Cụm %d", i+1), Read: true, Title: lang.Sayf("Cụm thi đua số %d", "Cluster %d", i+1),
			Year: "2019-2020", Seq: 20 + i, Units: 9, Sheets: 9, Accepted: i + 1, Present: 9,
			Leaders: []string{"Nam Định"}, Figure: lang.Text{VI: "2.011,25", EN: "2,011.25"}, By: "Thư ký",
			Last: lang.Sayf("Hà Nam 5.2: %d %%", "Hà Nam 5.2: %d %%", 80+i),
			At:   at.Add(time.Duration(i) * time.Minute)})
	}
	s.all[1].Leaders = []string{"Nam Định", "Hải Dương"}
	s.all[1].Ties, s.all[1].Pending = 1, 2
	s.all[2].Accepted, s.all[2].Present, s.all[2].Seq = 0, 0, 1
	s.all[3] = overview.Meeting{Path: "/họp/Cụm 4.thidua", Name: "Cụm 4"}
	s.all[4].Err = errors.New("the file is damaged")
	s.all[7].Closed, s.all[7].Accepted = true, 9
	return s
}

// onBoard opens the page on the board.
func onBoard(from Meetings) func(*Options) {
	return func(o *Options) { o.Board = &Watched{From: from, Store: "/họp"} }
}

// The board shows eight meetings at once at every size, each with how far it is, who leads, what is open and the last
// decision; typing searches without diacritics; Esc ends the search, then the board.
func TestBoard(t *testing.T) {
	v := come(t, 80, 24, onBoard(eight()))
	for i := range 8 {
		if i != 3 {
			v.shows(fmt.Sprintf("Cụm thi đua số %d · 2019–2020", i+1))
		}
	}
	v.shows("bằng điểm: Nam Định, Hải Dương",
		"! 1 bằng điểm, 2 chưa quyết", "✓ đã chốt", "đang đọc",
		"không đọc được", "chưa họp", "9/9")
	v.press("down", "down", "text:cum thi dua so 8").shows("1 trong 8 cuộc họp")
	if p := v.picture(); strings.Contains(p, "số 1 ·") {
		t.Errorf("more than was searched for:\n%s", p)
	}
	v.press("text:xyz").shows("0 trong 8", "Không có cuộc họp nào")
	v.press("enter").shows("không có cuộc họp nào")
	v.press("esc").shows("8 cuộc họp")
	if v.over {
		t.Fatal("the first Esc left the board")
	}
	left := v.press("text:so 2").m.Board()
	if left == nil || left.Typed != "so 2" || left.At != "/họp/Cụm 2.thidua" {
		t.Errorf("left at %+v", left)
	}
	again := come(t, 80, 24, func(o *Options) { o.Board = left })
	again.shows("1 trong 8")
	v.press("esc", "esc")
	if !v.over || v.m.Choice().Task != Quit {
		t.Error("the second Esc does not leave the board")
	}
}

// A thousand meetings are searched through letter by letter.
func TestBoardOfAThousand(t *testing.T) {
	s := &still{}
	for i := range 1000 {
		m := eight().all[i%8]
		m.Path, m.Title = fmt.Sprint(i), lang.Sayf("Cụm trường %d", "School cluster %d", i)
		m.Read, m.Err = true, nil
		s.all = append(s.all, m)
	}
	v := come(t, 120, 40, onBoard(s)).shows("1000 cuộc họp", "Cụm trường 0 ")
	v.press("text:truong 77").shows("Cụm trường 77 ", "Cụm trường 770", "11 trong 1000")
	v.press("text:7").shows("1 trong 1000", "Cụm trường 777")
}

// What cannot be reached is said, and what is known stays.
func TestBoardLost(t *testing.T) {
	s := eight()
	s.lost = errors.New("the database cannot be reached")
	come(t, 80, 24, onBoard(s)).shows("✗ the database cannot be reached", "Cụm thi đua số 1")
}
