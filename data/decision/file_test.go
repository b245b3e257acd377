package decision_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"thidua/data/decision"
	"thidua/data/names"
	"thidua/data/tomldoc"
	"thidua/scoring"
	"thidua/scoring/lang"
)

func units() *names.Index {
	return names.New([]string{"Nam Định", "Hà Nam", "Ninh Bình"}, map[string][]string{"Hà Nam": {"Phủ Lý"}})
}

// read reads a text as a file of that name.
func read(t testing.TB, text string, units *names.Index) ([]decision.Item, *tomldoc.Doc) {
	t.Helper()
	doc, found := tomldoc.Parse("b.toml", []byte(text))
	if doc == nil {
		t.Fatal(found)
	}
	return decision.Read(doc, units, &scoring.Rulebook{}), doc
}

// Every kind that a file may hold, with every key it may have.
func TestRead(t *testing.T) {
	at := time.Date(2020, 6, 30, 8, 0, 0, 0, time.FixedZone("", 7*3600))
	want := []struct {
		text string
		act  scoring.Act
	}{
		{`kind = "score"` + "\n" + `unit = "nam-dinh"` + "\n" + `criterion = "3.1.2"` + "\n" + `percent = 87.5` + "\n" +
			`reason = " vì "`, scoring.Score{Unit: "Nam Định", Criterion: "3.1.2", Mark: scoring.InPercent(8750),
			Reason: "vì"}},
		{`kind = "bonus"` + "\n" + `unit = "Phủ Lý"` + "\n" + `target = "3"` + "\n" + `points = 1.25` + "\n" +
			`reason = "a"`, scoring.Bonus{Unit: "Hà Nam", Target: "3", Points: 5 * scoring.Point / 4, Reason: "a"}},
		{`kind = "penalty"` + "\n" + `unit = "HÀ NAM"` + "\n" + `target = "3.1"` + "\n" + `points = 0` + "\n" +
			`reason = "b"`, scoring.Penalty{Unit: "Hà Nam", Target: "3.1", Reason: "b"}},
		{`kind = "sanction"` + "\n" + `unit = "Hà Nam"` + "\n" + `sanction = "excluded"` + "\n" + `reason = "c"`,
			scoring.Sanctioned{Unit: "Hà Nam", Sanction: scoring.Excluded, Reason: "c"}},
		{`kind = "order"` + "\n" + `units = ["ninh binh", "Nam Định"]`,
			scoring.Order{Units: []string{"Ninh Bình", "Nam Định"}}},
		{`kind = "accept"` + "\n" + `unit = "Hà Nam"`, scoring.Accept{Unit: "Hà Nam"}},
		{`kind = "attend"` + "\n" + `unit = "Hà Nam"` + "\n" + `present = true` + "\n" + `person = "Giám đốc"`,
			scoring.Attend{Unit: "Hà Nam", Present: true, Person: "Giám đốc"}},
		{`kind = "appraise"` + "\n" + `unit = "Hà Nam"` + "\n" + `criterion = "1.1"` + "\n" + `percent = 0` + "\n" +
			`assessor = "Thanh tra"`, scoring.Appraise{Unit: "Hà Nam", Criterion: "1.1", Mark: scoring.InPercent(0),
			Assessor: "Thanh tra"}},
		{`kind = "note"` + "\n" + `unit = "Hà Nam"` + "\n" + `target = "3.1"` + "\n" + `text = "xem lại"`,
			scoring.Note{Unit: "Hà Nam", Target: "3.1", Text: "xem lại"}},
		{`kind = "confirm"` + "\n" + `unit = "Hà Nam"`, scoring.Confirm{Unit: "Hà Nam"}},
		{`kind = "vote"` + "\n" + `subject = "a"` + "\n" + `for = 5` + "\n" + `against = 2` + "\n" +
			`act = { kind = "bonus", unit = "ha-nam", target = "3", points = 2, reason = "r" }`,
			scoring.Vote{Subject: "a", For: 5, Against: 2,
				Act: scoring.Bonus{Unit: "Hà Nam", Target: "3", Points: 2 * scoring.Point, Reason: "r"}}},
		{`kind = "vote"` + "\n" + `subject = "b"` + "\n" + `for = 1` + "\n" + `against = 0` + "\n" + `abstain = 1` +
			"\n" + `votes = { "nam dinh" = "for", "Phủ Lý" = "abstain" }`,
			scoring.Vote{Subject: "b", For: 1, Abstain: 1,
				Votes: map[string]scoring.Choice{"Nam Định": scoring.For, "Hà Nam": scoring.Abstain}}},
		{`kind = "ballot"` + "\n" + `office = "leader"` + "\n" + `round = 1` + "\n" +
			`votes = { "nam-dinh" = 2, "Hà Nam" = 1 }` + "\n" + `blank = 1` + "\n" + `spoiled = 0`,
			scoring.Ballot{Office: scoring.Leader, Round: 1, Votes: map[string]int{"Nam Định": 2, "Hà Nam": 1},
				Blank: 1}},
		{`kind = "vote"` + "\n" + `subject = "c"` + "\n" + `unanimous = true` + "\n" + `not_voting = ["ha nam"]`,
			scoring.Vote{Subject: "c", Unanimous: true, NotVoting: []string{"Hà Nam"}}},
		{`kind = "order"` + "\n" + `units = ["Hà Nam", "Nam Định"]` + "\n" + `how = "ruling"` + "\n" + `reason = "r"`,
			scoring.Order{Units: []string{"Hà Nam", "Nam Định"}, How: scoring.OrderByRuling, Reason: "r"}},
		{`kind = "leave"` + "\n" + `unit = "Hà Nam"` + "\n" + `criterion = "1.1"` + "\n" + `reason = "r"`,
			scoring.Leave{Unit: "Hà Nam", Criterion: "1.1", Reason: "r"}},
		{`kind = "reject"` + "\n" + `unit = "Hà Nam"` + "\n" + `target = "1.1"` + "\n" + `reason = "r"`,
			scoring.Reject{Unit: "Hà Nam", Target: "1.1", Reason: "r"}},
		{`kind = "lots"` + "\n" + `office = "deputy"` + "\n" + `winner = "ninh binh"` + "\n" + `reason = "r"`,
			scoring.Lots{Office: scoring.Deputy, Winner: "Ninh Bình", Reason: "r"}},
		{`kind = "undo"` + "\n" + `seq = 7`, scoring.Undo{Seq: 7}},
		{`kind = "close"` + "\n" + `reason = "xong"`, scoring.Close{Reason: "xong"}},
		{`kind = "reopen"` + "\n" + `reason = "sai"`, scoring.Reopen{Reason: "sai"}},
		{`kind = "invite"` + "\n" + `person = "Phó Giám đốc Sở"` + "\n" + `role = "reviewer"` + "\n" +
			`unit = "ha-nam"` + "\n" + `key = "passcode"`,
			scoring.Invite{Person: "Phó Giám đốc Sở", Role: "reviewer", Unit: "Hà Nam", Key: "passcode"}},
		{`kind = "revoke"` + "\n" + `person = "Phó Giám đốc Sở"`, scoring.Revoke{Person: "Phó Giám đốc Sở"}},
	}
	text, lines := "", []int{}
	for _, w := range want {
		lines = append(lines, strings.Count(text, "\n")+1)
		text += "[[decision]]\n" + w.text + "\nby = \"Thư ký\"\nat = 2020-06-30T08:00:00+07:00\n\n"
	}
	items, doc := read(t, text, units())
	if err := doc.Findings.Err(); err != nil {
		t.Fatal(err)
	}
	if len(items) != len(want) {
		t.Fatalf("%d decisions, want %d", len(items), len(want))
	}
	for i, it := range items {
		if diff := cmp.Diff(want[i].act, it.Act, cmpopts.EquateComparable(scoring.Mark{})); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", it.Act.Kind(), diff)
		}
		if it.By != "Thư ký" || !it.At.Equal(at) || it.File != "b.toml" || it.Line != lines[i] {
			t.Errorf("%s: by %q, at %v, %s:%d, want line %d", it.Act.Kind(), it.By, it.At, it.File, it.Line, lines[i])
		}
	}
}

// Each finding by itself: the line it is on, what, and how to mend it; the decision is left out.
func TestReadFindings(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{`kind = "scor"`, `2: there is no kind of decision "scor"; did you mean score?`},
		{`kind = "xyzzy"`, `2: there is no kind of decision "xyzzy"; use one of: accept, `},
		{`kind = "new"`, `2: there is no kind of decision "new"; a meeting is made with «thidua new»`},
		{`kind = "ballot"` + "\n" + `office = "leader"` + "\n" + `votes = { "nam-dinh" = 2, "Nam Định" = 1 }`,
			`4: Nam Định has votes twice; add them up in one line`},
		{`kind = "vote"` + "\n" + `subject = "x"` + "\n" + `for = -1` + "\n" + `against = 0`,
			`4: for: -1 is not a number of votes; count again`},
		{`kind = "vote"` + "\n" + `subject = "x"` + "\n" + `for = 1` + "\n" + `against = 0` + "\n" +
			`votes = { "nam-dinh" = "yes" }`, `6: nobody can vote "yes"; use for, against or abstain`},
		{`kind = "vote"` + "\n" + `subject = "x"` + "\n" + `for = 1` + "\n" + `against = 0` + "\n" +
			`votes = { "nam-dinh" = "for", "Nam Định" = "against" }`, `6: Nam Định votes twice; keep one line`},
		{`kind = "vote"` + "\n" + `subject = "x"` + "\n" + `against = 1`, `1: the key for is missing; add for = …`},
		{`kind = ""`, `2: there is no kind of decision ""; use one of: `},
		{`kind = 1`, `2: kind must be text in quotes; mend the value`},
		{`kind = "score\u001b"`, `2: kind holds the control character U+001B; delete that character`},
		{`unit = "Hà Nam"`, `1: the key kind is missing; add kind = …`},
		{"kind = \"accept\"\nunit = \"Nam Dinnh\"", `3: this meeting has no unit "Nam Dinnh"; did you mean Nam Định?`},
		{"kind = \"accept\"\nunit = \"Cà Mau và Bạc Liêu\"",
			`3: this meeting has no unit "Cà Mau và Bạc Liêu"; see the units with «thidua standings»`},
		{"kind = \"accept\"\nunit = [\"Hà Nam\"]", `3: unit must be text in quotes; mend the value`},
		{`kind = "accept"`, `1: the key unit is missing; add unit = …`},
		{"kind = \"accept\"\nunit = \"Hà Nam\"\npercent = 5",
			`4: unknown key "percent"; delete this key; known here: by, at, kind, unit`},
		{"kind = \"accept\"\nunit = \"Hà Nam\"\nuint = \"An\"",
			`4: unknown key "uint"; delete this key; known here: by, at, kind, unit`},
		{"kind = \"accept\"\nunit = \"Hà Nam\"\nby = \"An\\u202e\"",
			`4: by holds the control character U+202E; delete that character`},
		{"kind = \"accept\"\nunit = \"Hà Nam\"\nat = \"8 giờ\"",
			`4: at must be a moment in RFC 3339, such as 2020-06-30T08:00:00+07:00; mend the value`},
		{"kind = \"accept\"\nunit = \"Hà Nam\"\nat = 2020-06-30T08:00:00",
			`4: at must be a moment in RFC 3339, such as 2020-06-30T08:00:00+07:00; mend the value`},
		{"kind = \"score\"\nunit = \"Hà Nam\"\ncriterion = \"1.1\"", `1: the key percent is missing; add percent = …`},
		{"kind = \"score\"\nunit = \"Hà Nam\"\ncriterion = 1.1\npercent = 5",
			`4: criterion must be text in quotes; mend the value`},
		{"kind = \"score\"\nunit = \"Hà Nam\"\ncriterion = \"1.1\"\npercent = 101",
			`5: percent: 101 % is outside 0–100 %; enter a percentage from 0 to 100`},
		{"kind = \"score\"\nunit = \"Hà Nam\"\ncriterion = \"1.1\"\npercent = 1.005",
			`5: percent: 1.005 has more than 2 decimals; use at most 2 decimals`},
		{"kind = \"score\"\nunit = \"Hà Nam\"\ncriterion = \"1.1\"\npercent = -0.5",
			`5: percent: -0.5 is less than 0; enter a number from 0 on`},
		{"kind = \"score\"\nunit = \"Hà Nam\"\ncriterion = \"1.1\"\npercent = \"85,5\"",
			`5: percent is the text "85,5", not a number; leave out the quotes and use a decimal point: 85.5`},
		{"kind = \"bonus\"\nunit = \"Hà Nam\"\ntarget = \"1\"\nreason = \"a\"\npoints = 1e30",
			`6: points: 1000000000000000000000000000000 is too large; enter a smaller number`},
		{"kind = \"bonus\"\nunit = \"Hà Nam\"\ntarget = \"1\"\npoints = 1",
			`1: the key reason is missing; add reason = …`},
		{"kind = \"order\"\nunits = [\"Hà Nam\", \"Hà Bắc Ninh Thuận\"]",
			`3: this meeting has no unit "Hà Bắc Ninh Thuận"; see the units with «thidua standings»`},
		{"kind = \"order\"\nunits = [\n  \"Hà Nam\",\n  5,\n]", `5: units: element 2 is not text; put it in quotes`},
		{"kind = \"attend\"\nunit = \"Hà Nam\"\npresent = 1", `4: present must be true or false; mend the value`},
		{"kind = \"undo\"\nseq = \"7\"", `3: seq must be a whole number; mend the value`},
		{`kind = "undo"`, `1: the key seq is missing; add seq = …`},
		{`kind = "reopen"`, `1: the key reason is missing; add reason = …`},
		{"kind = \"invite\"\nperson = \"A\"\nrole = \"chair\"", `1: the key key is missing; add key = …`},
		{"kind = \"invite\"\nperson = \"A\"\nrole = \"reviewer\"\nkey = \"passcode\"\nunit = \"Nam Dinnh\"",
			`6: this meeting has no unit "Nam Dinnh"; did you mean Nam Định?`},
		{`kind = "revoke"`, `1: the key person is missing; add person = …`},
	} {
		items, doc := read(t, "[[decision]]\n"+tt.text+"\n", units())
		got := doc.Findings.In(lang.EN)
		if len(items) != 0 || len(doc.Findings) != 1 || !strings.HasPrefix(got, "b.toml:"+tt.want) {
			t.Errorf("%s\n%d decisions, findings\n%s\nwant\nb.toml:%s", tt.text, len(items), got, tt.want)
		}
	}
}

// A decision with findings is left out; those around it are read.
func TestReadGoesOn(t *testing.T) {
	items, doc := read(t,
		"[[decision]]\nkind = \"accept\"\nunit = \"Hà Nam\"\n[[decision]]\nkind = \"accept\"\n[[decision]]\nkind = "+
			"\"undo\"\nseq = 1\n[decisions]\n", units())
	if len(items) != 2 || len(doc.Findings) != 2 || items[1].Line != 6 {
		t.Errorf("%v, %v", items, doc.Findings)
	}
	if items, doc = read(t, "title = \"?\"\n", units()); len(items) != 0 ||
		doc.Findings.In(lang.EN) != "b.toml:1: there are no decisions; write each decision as a table [[decision]]" {
		t.Errorf("%v, %v", items, doc.Findings)
	}
	// Without a meeting names are taken as they are.
	if items, doc = read(t, "[[decision]]\nkind = \"accept\"\nunit = \"ở đâu đó\"\n", nil); len(items) != 1 ||
		len(doc.Findings) != 0 {
		t.Errorf("%v, %v", items, doc.Findings)
	}
}

// A name without diacritics that could be that of two units names both; written in full it is one of them.
func TestSeveralUnits(t *testing.T) {
	two := names.New([]string{"Hà Nam", "Hạ Nam"}, nil)
	const accept = "[[decision]]\nkind = \"accept\"\nunit = "
	if _, doc := read(t, accept+"\"ha-nam\"\n",
		two); doc.Findings.In(lang.EN) != `b.toml:3: "ha-nam" could be Hà Nam, Hạ Nam; write it with its diacritics` {
		t.Error(doc.Findings)
	}
	if items, doc := read(t, accept+"\"HẠ NAM\"\n", two); len(items) != 1 ||
		items[0].Act != (scoring.Accept{Unit: "Hạ Nam"}) {
		t.Errorf("%v, %v", items, doc.Findings)
	}
}

func TestKindsAreKnown(t *testing.T) {
	for _, kind := range decision.InFiles() {
		if _, doc := read(t, "[[decision]]\nkind = \""+kind+"\"\n", nil); strings.Contains(doc.Findings.In(lang.EN),
			"no kind") {
			t.Errorf("%s is offered but not known", kind)
		}
	}
}
