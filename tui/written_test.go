package tui

import (
	"slices"
	"strings"
	"testing"

	"thidua/data/meeting"
	"thidua/data/rulebook"
	"thidua/scoring"
)

// beginWritten opens a meeting of four units, two of them absent, in which scores are voted on by a rule of their own
// that lets absent units vote in writing.
func beginWritten(t *testing.T) *session {
	t.Helper()
	text := strings.Replace(marksBook, "[election]", `[vote.score]
threshold = { at_least = "2/3" }
written = true
clause = "V"
[election]`, 1) + `[[clause]]
id = "V"
text = "Sửa điểm cần hai phần ba."
`
	book, err := rulebook.Read("written.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	begun := scoring.New{Rulebook: book.Rulebook, Text: book.Text, Year: "2025"}
	for _, unit := range []string{"A", "B", "C", "D"} {
		begun.Sheets = append(begun.Sheets, &scoring.Sheet{Unit: unit, Marks: map[string]scoring.Mark{
			"I": scoring.InPoints(12 * scoring.Point)}})
	}
	m, err := meeting.InMemory("Thư ký", begun, clock)
	if err != nil {
		t.Fatal(err)
	}
	s := beginWith(t, m, 100, 40)
	for _, unit := range []string{"A", "B", "C"} {
		s.makes(scoring.Attend{Unit: unit, Present: true})
	}
	return s
}

// A vote says the rule of what it decides; absent units whose votes came in writing are marked, counted with those in
// the room, named on the screen, aloud and on record.
func TestVotesInWriting(t *testing.T) {
	s := beginWritten(t).goToCriterion("I").press("8", "f5")
	s.shows("3 đơn vị có mặt", "có từ 2 phiếu tán thành (V)", "được biểu quyết bằng văn bản")
	s.press("/")
	s.shows("Đơn vị vắng mặt nào biểu quyết bằng văn bản?", "[ ] D")
	s.press("space")
	s.says("bằng văn bản? D: biểu quyết bằng văn bản; 1 trên 1")
	s.press("enter")
	s.shows("trên 4 phiếu", "bằng văn bản: D", "có từ 3 phiếu tán thành (V)")
	s.press("2", "enter", "2", "tab")
	s.says("bằng văn bản: D", "2 phiếu tán thành trong 4 đơn vị", "cần ít nhất 3: ", "1 đơn vị vắng mặt")
	s.press("up", "up", "backspace", "3", "down", "backspace", "1", "down", "0", "enter")
	votes := s.live.Votes()
	if len(votes) != 1 || votes[0].Ruling.Verdict != scoring.Carried || votes[0].Ruling.Base != 4 ||
		!slices.Equal(votes[0].Vote.Written, []string{"D"}) {
		t.Fatalf("on record %+v\n%s", votes, s.picture())
	}
	if got := s.live.Units()[0].Points(scoring.Agreed, 0); got != 8*scoring.Point {
		t.Errorf("carried, A has %v", got)
	}
}

// A mark is taken back before the count is recorded; where the rulebook knows no votes in writing nothing leads to
// them, and with one the units are not called by name.
func TestWritingIsOffered(t *testing.T) {
	s := beginWritten(t).goToCriterion("I").press("8", "f5", "/", "space", "enter", "=")
	s.shows("có phiếu bằng văn bản: đếm tay")
	s.press("/", "up", "space", "esc")
	s.shows("bằng văn bản: D")
	s.press("/", "space", "enter")
	s.shows("trên 3 phiếu")
	s.hides("bằng văn bản: D")
	s = beginWritten(t).goToCriterion("I").press("+", "1", "tab", "text:sáng kiến", "f5")
	s.shows("có từ 2 phiếu tán thành")
	s.hides("bằng văn bản")
	s.press("/")
	s.hides("Đơn vị vắng mặt nào")
}
