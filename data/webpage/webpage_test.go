package webpage_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/data/paper/html"
	"thidua/data/webpage"
	"thidua/scoring"
	"thidua/scoring/lang"
)

func sampleMeeting(t testing.TB) *meeting.Meeting {
	t.Helper()
	m, err := demo.Meeting(nil)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func page(t *testing.T, s *meeting.Snapshot, l lang.Lang) string {
	t.Helper()
	var b bytes.Buffer
	if err := html.Write(&b, webpage.Document(s, l)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The page is well formed, loads nothing, and says what the meeting says.
func TestPage(t *testing.T) {
	s := sampleMeeting(t).Snapshot()
	for _, l := range []lang.Lang{lang.VI, lang.EN} {
		text := page(t, s, l)
		if path := os.Getenv("PAGE"); path != "" {
			_ = os.WriteFile(path+l.String()+".html", []byte(text), 0o666)
		}
		for _, u := range s.Units() {
			if !strings.Contains(text, u.Name()) {
				t.Errorf("%s: no %s", l, u.Name())
			}
		}
		if !strings.Contains(text, s.Fingerprint()) || strings.Contains(text, "http://") ||
			strings.Contains(text, "https://") || strings.Contains(text, "ZgotmplZ") {
			t.Errorf("%s: no fingerprint, or it reaches out", l)
		}
		balanced(t, text)
	}
}

// balanced reads the page as XML, in the way that HTML allows.
func balanced(t *testing.T, text string) {
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

// What people wrote is text, whatever it looks like.
func TestTextStaysText(t *testing.T) {
	m := sampleMeeting(t)
	unit := m.Snapshot().Units()[0].Name()
	s, err := m.Propose(t.Context(), meeting.Proposal{By: "Thư ký", Acts: []scoring.Act{
		scoring.Score{Unit: unit, Criterion: "1.1", Mark: scoring.InPercent(5000),
			Reason: "<script>alert(1)</script>"}}})
	if err != nil {
		t.Fatal(err)
	}
	if text := page(t, s, lang.VI); strings.Contains(text, "<script>") || !strings.Contains(text, "&lt;script&gt;") {
		t.Error("a reason is obeyed")
	}
}
