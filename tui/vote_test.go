package tui

import (
	"slices"
	"strings"
	"testing"

	"thidua/scoring"
	"thidua/tui/screen"
)

// A carried vote applies what it was about, in one decision; one that is not carried only stands on record.
func TestVoteOnWhatIsTyped(t *testing.T) {
	for counts, carried := range map[[2]string]bool{{"5", "2"}: true, {"4", "3"}: false} {
		s := begin(t, 109, 40).press("pgdown", "pgdown") // Hải Dương, not accepted yet
		unit, seq := s.live.Units()[s.at().Unit].Name(), s.live.Seq()
		s.press("8", "5", "f5")
		// nobody knows a criterion by its number: the question says all of it, and what would come of it
		want := unit + ", 1.1 Chủ trương của địa phương: 85 % thay cho 92,5 % (17,00 thay cho 18,50 điểm); vẫn hạng 2"
		if p := s.picture(); !strings.Contains(p, want) {
			t.Fatalf("F5 does not ask about what was typed:\n%s", p)
		}
		s.press("text:"+counts[0], "enter", "2", "enter")
		if s.live.Seq() != seq+1 {
			t.Fatalf("the vote made %d decisions:\n%s", s.live.Seq()-seq, s.picture())
		}
		i, _ := s.live.Index(unit)
		node, _ := s.live.Rulebook().Index("1.1")
		if got, _ := s.live.Units()[i].Percent(scoring.Agreed, node); (got == 8500) != carried {
			t.Errorf("%s for: the percent is %s, carried %v", counts, got, carried)
		}
		if s.on() != screen.Vote || !strings.Contains(s.picture(), "tán thành "+counts[0]+
			", không tán thành 2, không biểu quyết "+counts[1]) {
			t.Errorf("the result does not stay:\n%s", s.picture())
		}
		s.press("ctrl+z") // takes the verdict away, and nothing else
		if at := s.at(); len(s.live.Votes()) != 1 || s.on() != screen.Review || at.Unit != i || at.Node != node {
			t.Errorf("%d votes, on %s at %+v: want the field that the vote was about", len(s.live.Votes()), s.on(), at)
		}
		if s.press("ctrl+z"); len(s.live.Votes()) != 0 {
			t.Errorf("undone, the vote still stands")
		}
		if got, _ := s.live.Units()[i].Percent(scoring.Agreed, node); got == 8500 {
			t.Errorf("undone, its effect still stands")
		}
	}
}

// More votes than units are refused with the numbers, nothing is recorded, and what was typed is still there.
func TestVoteThatDoesNotAddUp(t *testing.T) {
	s := begin(t, 120, 40).press("f5", "enter", "8", "enter", "4", "enter")
	seq := s.live.Seq()
	s.press("enter")
	if s.live.Seq() != seq || !strings.Contains(s.picture(), "12 phiếu, nhưng chỉ có 9 đơn vị") ||
		!strings.Contains(s.picture(), "[   8]") {
		t.Errorf("12 votes of 9 units:\n%s", s.picture())
	}
}

// Two units level for the last certificate: the announced tie leads to a vote, and the vote to an order.
func TestTieLeadsToAnOrder(t *testing.T) {
	s := begin(t, 120, 40).press("do:tie", "f4")
	if p := s.picture(); !strings.Contains(p, "cần biểu quyết thứ tự (IV.1.c)") {
		t.Fatalf("the tie is not announced with its clause:\n%s", p)
	}
	undecided := s.live.Standings(scoring.Agreed).Undecided()
	if len(undecided) != 1 || len(undecided[0]) != 2 {
		t.Fatalf("undecided: %v", undecided)
	}
	second := undecided[0][1]
	s.press("f5", "enter", "3", "enter", "6", "enter")
	if got := s.live.Standings(scoring.Agreed); len(got.Undecided()) != 0 ||
		got.At(got.Place(second)).Award != "certificate" {
		t.Errorf("after the vote: %+v\n%s", got.All(), s.picture())
	}
	if v := s.live.Votes(); len(v) != 1 || v[0].Ruling.Verdict != scoring.Carried {
		t.Errorf("votes on record: %+v", v)
	}
}

// Three units level are put in order a place at a time; a place that nobody has is on record as not carried, and voted
// on again.
func TestTieOfThree(t *testing.T) {
	s := begin(t, 120, 40).press("do:three", "f5")
	group := s.live.Standings(scoring.Agreed).Undecided()[0]
	if len(group) != 3 {
		t.Fatalf("undecided: %v", group)
	}
	seq := s.live.Seq()
	s.press("enter", "4", "enter", "3", "enter", "2", "enter")
	s.announces(true)
	s.press("enter")
	s.shows("Lần trước: 4 phiếu", "không thông qua", "Biểu quyết lại, hoặc ! chủ tọa quyết định, * bốc thăm")
	s.press("2", "enter", "2", "enter", "5", "enter", "enter")
	if p := s.picture(); !strings.Contains(p, "Đã xếp: "+s.live.Units()[group[2]].Name()) || s.live.Seq() != seq+2 {
		t.Fatalf("the first place:\n%s", p)
	}
	s.press("4", "enter", "5", "enter", "enter")
	table := s.live.Standings(scoring.Agreed)
	if a, b, c := table.Place(group[2]), table.Place(group[1]),
		table.Place(group[0]); a >= b || b >= c || len(table.Undecided()) > 0 {
		t.Errorf("places %d, %d, %d:\n%s", a, b, c, s.picture())
	}
	if got := s.live.Seq() - seq; got != 3 || s.editing() {
		t.Errorf("the three votes made %d decisions", got)
	}
}

// The question of a tie names the real rank, the units, their points and what the rank brings, and so does what stands
// on record.
func TestTieQuestionSaysTheRank(t *testing.T) {
	s := begin(t, 100, 40).press("do:tie", "f5", "enter")
	s.shows("Vĩnh Phúc và Quảng Ninh cùng 2.002,75 điểm. Đơn vị nào xếp hạng 4 (được đề nghị tặng Bằng khen)?")
	s.press("6", "enter", "3", "enter", "enter")
	want := "Vĩnh Phúc và Quảng Ninh cùng 2.002,75 điểm: Vĩnh Phúc hạng 4, Quảng Ninh hạng 5"
	if v := s.live.Votes(); v[len(v)-1].Vote.Subject != want {
		t.Errorf("on record: %s", v[len(v)-1].Vote.Subject)
	}
}

// A vote on an order that is level is on record as not carried and decides nothing; the chair's ruling or lots, each
// with a reason, end the tie on the same screen.
func TestLevelOrderHasWaysOut(t *testing.T) {
	for key, how := range map[string]scoring.OrderHow{"!": scoring.OrderByRuling, "*": scoring.OrderByLots} {
		s := begin(t, 80, 24).press("do:tie", "f5", "enter", "4", "enter", "4")
		s.shows("không đơn vị nào dẫn đầu")
		group := s.live.Standings(scoring.Agreed).OpenTies()[0].Units
		s.press(key) // not with counts typed
		s.shows("đã gõ số phiếu")
		s.press("enter")
		v := s.live.Votes()
		if len(v) != 1 || v[0].Ruling.Verdict == scoring.Carried || v[0].Vote.For != 4 || v[0].Vote.Abstain != 1 ||
			!strings.HasSuffix(v[0].Vote.Subject, "không đơn vị nào được xếp hạng 4") {
			t.Fatalf("on record %+v\n%s", v, s.picture())
		}
		if len(s.live.Standings(scoring.Agreed).OpenTies()) != 1 {
			t.Fatal("a vote that is level put units in order")
		}
		s.press("enter", key, "down", "enter") // no reason yet
		s.shows("Ghi ")
		s.press("text:hội nghị đồng ý", "enter")
		got, ok := s.live.Last().Act.(scoring.Order)
		if !ok || got.How != how || got.Reason != "hội nghị đồng ý" ||
			got.Units[0] != s.live.Units()[group[1]].Name() || s.editing() {
			t.Errorf("%s: recorded %+v\n%s", key, s.live.Last().Act, s.picture())
		}
		s.announces(true)
		if want := got.Units[0] + " hạng 4"; !strings.Contains(s.speak(), want) {
			t.Errorf("said %q, want %s", s.speak(), want)
		}
	}
}

// Of three the places are given one after the other, and go on record as one order; left before, nothing has changed.
func TestLotsOfThree(t *testing.T) {
	s := begin(t, 100, 40).press("do:three", "f5", "enter", "*", "text:bốc thăm", "end", "enter", "esc")
	s.shows("Đơn vị nào xếp hạng")
	s.hides("Đã xếp")
	group := s.live.Standings(scoring.Agreed).Undecided()[0]
	seq := s.live.Seq()
	s.press("*", "text:chủ tọa bốc thăm", "down", "down", "enter", "down", "enter")
	names := []string{}
	for _, i := range []int{2, 1, 0} {
		names = append(names, s.live.Units()[group[i]].Name())
	}
	got, ok := s.live.Last().Act.(scoring.Order)
	if !ok || !slices.Equal(got.Units, names) || s.live.Seq() != seq+1 {
		t.Errorf("recorded %+v, want %v\n%s", s.live.Last().Act, names, s.picture())
	}
}

// Units called one by one: an answer can be changed, the room sees who answered and not how, the record has the names.
func TestCallingUnits(t *testing.T) {
	s := begin(t, 120, 40).press("f5", "+", "text:Hội thao", "enter", "=", "1", "2", "1", "up", "1", "ctrl+p")
	p := s.picture()
	if strings.Contains(p, "không tán thành") || strings.Contains(p, "✗") || strings.Count(p, "●") != 3 ||
		!strings.Contains(p, "3 trên 9") {
		t.Errorf("the room sees:\n%s", p)
	}
	s.press("ctrl+p", "1", "1", "1", "enter", "enter") // three have not been called: it is meant
	votes := s.live.Votes()
	if len(votes) != 1 || votes[0].Ruling.Verdict != scoring.Carried ||
		len(votes[0].Vote.Votes) != votes[0].Vote.For+votes[0].Vote.Against {
		t.Fatalf("on record: %+v\n%s", votes, s.picture())
	}
}

// A secret vote puts no names on record and calls none.
func TestSecretVote(t *testing.T) {
	s := begin(t, 120, 40).press("f5", "enter", "space", "=")
	if !strings.Contains(s.picture(), "phiếu kín") || !strings.Contains(s.picture(), "không gọi tên") {
		t.Fatalf("a secret vote calls names:\n%s", s.picture())
	}
	s.press("7", "enter", "enter", "2", "enter")
	v := s.live.Votes()
	if len(v) != 1 || !v[0].Vote.Secret || v[0].Vote.Votes != nil || v[0].Vote.For != 7 || v[0].Vote.Abstain != 2 {
		t.Errorf("on record: %+v", v)
	}
}

// An election typed in: a first round, a runoff among the right two, lots drawn by the chair.
func TestElectionTyped(t *testing.T) {
	s := begin(t, 120, 40).press("do:accept", "f6", "4", "down", "down", "4", "down", "1", "=")
	r, _ := s.live.Race(scoring.Leader)
	if len(r.Rounds) != 1 || len(r.Candidates) != 2 {
		t.Fatalf("after the first round: %+v\n%s", r, s.picture())
	}
	seq := s.live.Seq()
	s.press("9", "down", "5", "=") // more ballots than units
	if s.live.Seq() != seq || !strings.Contains(s.picture(), "14") {
		t.Errorf("14 ballots of 9 units:\n%s", s.picture())
	}
	s.press("delete", "up", "4", "down", "4", "down", "1", "=") // one blank
	if r, _ = s.live.Race(scoring.Leader); len(r.Tied) != 2 {
		t.Fatalf("level: %+v\n%s", r, s.picture())
	}
	s.press("*", "down", "enter")
	if !strings.Contains(s.picture(), "Ghi cách bốc thăm") {
		t.Fatalf("lots without a word:\n%s", s.picture())
	}
	s.press("text:chủ tọa bốc thăm trước hội nghị", "enter")
	s.shows("Được bầu làm Cụm trưởng")
	s.press("enter")
	if unit, how, ok := s.live.Elected(scoring.Leader); !ok || unit != r.Tied[1] || how != scoring.ByLots {
		t.Fatalf("elected %d by %s, %v\n%s", unit, how, ok, s.picture())
	}
	if p := s.picture(); !strings.Contains(p, "BẦU CỤM PHÓ") ||
		strings.Contains(strings.SplitAfter(p, "VÒNG 1")[1][:200], "Hải Dương") {
		t.Errorf("the election of the deputy, without the leader:\n%s", p)
	}
}

// The program only draws when asked to, and everyone can repeat the draw from the record.
func TestDrawByProgram(t *testing.T) {
	s := begin(t, 120, 40).press("do:accept", "do:level", "f6", "ctrl+d")
	if p := s.picture(); !strings.Contains(p, "chương trình rút thăm một lần") {
		t.Errorf("nothing asks before lots are drawn:\n%s", p)
	}
	s.press("ctrl+d")
	lots, ok := s.live.Last().Act.(scoring.Lots)
	if !ok || lots.Seed == "" {
		t.Fatalf("the last decision is %+v", s.live.Last().Act)
	}
	unit, _, _ := s.live.Elected(scoring.Leader)
	r, _ := s.live.Race(scoring.Leader)
	pair := []int{0, 2}
	if got := pair[scoring.Draw(lots.Seed, 2)]; got != unit {
		t.Errorf("the seed draws %d, the record has %d (%+v)", got, unit, r.Tied)
	}
}

// A bonus asked for is put to the vote with the same question as one that is typed: title, points, rank, reason.
func TestRequestIsAskedInFull(t *testing.T) {
	s := begin(t, 100, 40).press("f5")
	i := s.live.Votes()
	text := strings.Join(strings.Fields(s.picture()), " ")
	if !strings.Contains(text, "Hải Dương, 12.4 ") ||
		!strings.Contains(text, "thưởng 1,50 điểm; hạng 1 thay cho 2 (Là") {
		t.Errorf("the line under the cursor:\n%s", s.picture())
	}
	s.press("enter", "*")
	if v := s.live.Votes(); len(v) != len(i)+1 || !strings.HasPrefix(v[len(i)].Vote.Subject, "Hải Dương, 12.4 ") {
		t.Errorf("on record %+v", v)
	}
}

// Every count of a vote typed by hand stands on its own screen and on the record, with who did not vote and that it was
// secret: minutes can be written from it.
func TestAllCountsStandAfterwards(t *testing.T) {
	s := begin(t, 120, 40).press("f5", "+", "text:Hội thao", "enter", "space", "5", "enter", "2", "tab", "1", "enter",
		"space", "enter", "enter", "end")
	want := "tán thành 5, không tán thành 2, không biểu quyết 1, không bỏ phiếu 1 (Vĩnh Phúc), phiếu kín"
	sum := "5 phiếu tán thành trong 9 đơn vị có mặt, cần ít nhất 5: thông qua"
	for _, key := range []string{"end", "f8"} {
		s.press(key)
		said := strings.Join(strings.Fields(s.speak()), " ")
		seen := strings.Join(strings.Fields(s.picture()), " ")
		if !strings.Contains(said, want) || !strings.Contains(said, sum) ||
			!strings.Contains(seen, "không biểu quyết 1") {
			t.Errorf("after %s: said %q\n%s", key, said, s.picture())
		}
	}
}
