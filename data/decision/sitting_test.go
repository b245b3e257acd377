package decision_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"thidua/data/decision"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// What a file says of sittings, rolls and minutes is read as it stands there, names composed and units found.
func TestReadSittings(t *testing.T) {
	start := time.Date(2020, 6, 30, 8, 0, 0, 0, time.FixedZone("", 7*3600))
	for _, tt := range []struct {
		text string
		act  scoring.Act
	}{
		{`kind = "sitting"
form = "plenary"
place = "Hội trường"
start = 2020-06-30T08:00:00+07:00
title = "Hội nghị"
invitation = "GM số 5"
agenda = ["khai mạc", " báo cáo "]
[decision.chair]
name = " Chủ toạ "
post = "Giám đốc"
unit = "ha-nam"
[decision.secretary]
name = "Thư ký"
unit = "Vụ Thi đua"
`, scoring.Convene{Facts: scoring.Facts{Form: scoring.Plenary, Place: "Hội trường", Start: start, Title: "Hội nghị",
			Invitation: "GM số 5", Agenda: []string{"khai mạc", "báo cáo"},
			Chair:     scoring.Person{Name: "Chủ toạ", Post: "Giám đốc", From: "Hà Nam"},
			Secretary: scoring.Person{Name: "Thư ký", From: "Vụ Thi đua"}}}},
		{`kind = "particulars"
end = "2020-06-30T11:30:00+07:00"
tellers = ["Một", "Hai"]
copies = 3
recipients = ["Bộ"]
`, scoring.Particulars{End: start.Add(210 * time.Minute), Tellers: []string{"Một", "Hai"}, Copies: 3,
			Recipients: []string{"Bộ"}}},
		{`kind = "minute"
section = "discussion"
speaker = { name = "Phó", unit = "Nam Định" }
text = "đề nghị xem lại"
unit = "ninh-binh"
criterion = "3.1"
corrects = 7
`, scoring.Minute{Section: scoring.SectionDiscussion, Speaker: scoring.Person{Name: "Phó", From: "Nam Định"},
			Text: "đề nghị xem lại", Unit: "Ninh Bình", Criterion: "3.1", Corrects: 7}},
		{`kind = "attend"
unit = "Phủ Lý"
present = true
mandate = "theo giấy ủy quyền"
people = [{ name = "Một", post = "Giám đốc" }, { name = "Hai" }]
`, scoring.Attend{Unit: "Hà Nam", Present: true, Mandate: "theo giấy ủy quyền",
			People: []scoring.Person{{Name: "Một", Post: "Giám đốc"}, {Name: "Hai"}}}},
		{`kind = "attend"
present = false
reason = "bận họp"
guest = { name = "Khách", body = "Bộ" }
`, scoring.Attend{Guest: scoring.Person{Name: "Khách", From: "Bộ"}, Reason: "bận họp"}},
	} {
		items, doc := read(t, "[[decision]]\n"+tt.text, units())
		if len(doc.Findings) > 0 || len(items) != 1 {
			t.Errorf("%s\n%s", tt.text, doc.Findings.In(lang.EN))
			continue
		}
		if diff := cmp.Diff(tt.act, items[0].Act); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	}
}

// What is wrong with such a file is named with its line and the mend.
func TestReadSittingsWrong(t *testing.T) {
	for text, want := range map[string]string{
		`kind = "sitting"`: "b.toml:1: the key form is missing; add form = …",
		`kind = "sitting"` + "\n" + `form = "phien"`: `b.toml:3: there is no form of sitting "phien"; ` +
			`use one of: preparatory, plenary, other`,
		`kind = "particulars"` + "\n" + `start = 2020-06-30T08:00:00`: "b.toml:3: start must be a moment in RFC 3339",
		`kind = "particulars"` + "\n" + `chair = "X"`: `b.toml:3: chair must be a table; write { name = "full name", ` +
			`post = "office" }`,
		`kind = "particulars"` + "\n" + `chair = { post = "X" }`:             "the key name is missing",
		`kind = "particulars"` + "\n" + `chair = { name = "X", body = "Y" }`: `unknown key "body"`,
		`kind = "particulars"` + "\n" + `teller = ["X"]`:                     "did you mean tellers?",
		`kind = "minute"` + "\n" + `section = "report"`:                      "the key text is missing",
		`kind = "minute"` + "\n" + `section = "rest"` + "\n" + `text = "x"`: `minutes have no section "rest"; ` +
			`use one of: opening, report, discussion, proposal, remarks, conclusion`,
		`kind = "attend"` + "\n" + `present = true`: "the key unit is missing",
		`kind = "attend"` + "\n" + `unit = "Hà Nam"` + "\n" + `present = true` + "\n" +
			`people = ["X"]`: "people must be a list of tables",
		`kind = "attend"` + "\n" + `present = true` + "\n" + `guest = { name = "X\u202e" }`: "control character",
	} {
		_, doc := read(t, "[[decision]]\n"+text, units())
		if got := doc.Findings.In(lang.EN); !strings.Contains(got, want) {
			t.Errorf("%s\n%q, want %q", text, got, want)
		}
	}
}

// The bytes on record of what there was before are the same, and people stand there by their own keys.
func TestSittingsOnRecord(t *testing.T) {
	at := time.Date(2020, 6, 30, 8, 0, 0, 0, time.FixedZone("", 7*3600))
	for _, tt := range []struct {
		act  scoring.Act
		want string
	}{
		{scoring.Attend{Unit: "A", Present: true, Person: "P"},
			`{"at":"2020-06-30T08:00:00+07:00","kind":"attend","person":"P","present":true,"seq":1,"unit":"A"}`},
		{scoring.Attend{Guest: scoring.Person{Name: "G", From: "B"}, Present: true},
			`{"at":"2020-06-30T08:00:00+07:00",` +
				`"guest":{"body":"B","name":"G"},"kind":"attend","present":true,"seq":1}`},
		{scoring.Convene{Facts: scoring.Facts{Form: scoring.OtherForm, Start: at,
			Chair: scoring.Person{Name: "C", From: "A"}}},
			`{"at":"2020-06-30T08:00:00+07:00","chair":{"name":"C","unit":"A"},"form":"other",` +
				`"kind":"sitting","seq":1,` +
				`"start":"2020-06-30T08:00:00+07:00"}`},
	} {
		body, err := decision.Encode(scoring.Decision{Seq: 1, At: at, Act: tt.act})
		if err != nil || string(body) != tt.want {
			t.Errorf("%v\n%s, want\n%s", err, body, tt.want)
		}
	}
	for _, wrong := range []string{`"chair":{"name":"C","body":"A"}`, `"chair":{"name":1}`, `"start":"today"`,
		`"tellers":"X"`, `"agenda":[1]`} {
		body := `{"at":"2020-06-30T08:00:00+07:00","kind":"particulars","seq":1,` + wrong + `}`
		if d, err := decision.Decode([]byte(body)); err == nil {
			t.Errorf("%s is read as %+v", body, d.Act)
		}
	}
}
