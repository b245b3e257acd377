package tui

import (
	"regexp"
	"strings"
	"testing"

	"thidua/data/meeting"
	"thidua/scoring/lang"
	"thidua/tui/screen"
)

// Once there are other scores than the agreed ones every screen with points says of which stage they are, in both
// languages, also for the room and by ear.
func TestScreensSayTheirStage(t *testing.T) {
	agreed := map[lang.Lang]string{lang.VI: "cụm thống nhất", lang.EN: "agreed"}
	for l, word := range agreed {
		for _, size := range [][2]int{{80, 24}, {120, 40}} {
			for _, id := range screen.IDs() {
				s := afterAppraisal(t, size[0], size[1])
				s.opts.Lang = l
				s.goTo(id, screen.Place{Unit: 0, Node: -1})
				for _, room := range []bool{false, true} {
					if room {
						s.press("ctrl+p")
					}
					head, inside := firstLine(s.picture()), s.inside()
					switch {
					case saysAgreed(id) && !strings.Contains(head, word):
						t.Errorf("%s, %v, %dx%d: the head does not say of which stage the points are:\n%s", id, l,
							size[0],
							size[1], s.picture())
					case id == screen.Appraisal &&
						(!strings.Contains(inside, word) && !strings.Contains(inside, "thống nhất")):
						t.Errorf("%s, %v: it does not say both stages:\n%s", id, l, s.picture())
					case !saysAgreed(id) && points(inside) && !strings.Contains(inside, besides(l)):
						t.Errorf("%s shows points and is not among those that say their stage:\n%s", id, s.picture())
					}
				}
			}
		}
	}
}

// besides is a stage as a screen names it beside a number.
func besides(l lang.Lang) string {
	return map[lang.Lang]string{lang.VI: "thống nhất", lang.EN: "agreed"}[l]
}

func firstLine(picture string) string {
	line, _, _ := strings.Cut(picture, "\n")
	return line
}

// points reports whether a picture has a total of the sample: a number of four digits with its marks.
func points(picture string) bool {
	return regexp.MustCompile(`[12][.,]\d{3}[.,]\d{2}`).MatchString(picture)
}

// By ear the stage is said with the screen.
func TestStageIsHeard(t *testing.T) {
	s := afterAppraisal(t, 120, 40)
	l := listen(t, s.meeting.(*meeting.Meeting))
	l.press("f4", "f11", "f9")
	l.heard("Màn hình Xếp hạng.", "Điểm và hạng ở đây theo điểm cụm thống nhất.", "Màn hình Điểm danh.")
	said := l.out.String()
	if n := strings.Count(said, "Điểm và hạng ở đây theo điểm cụm thống nhất."); n != 2 { // F2, where it begins, and F4
		t.Errorf("said %d times:\n%s", n, said)
	}
}
