package minutes

import (
	"strconv"
	"strings"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/screen"
)

// field is one thing that is known of a sitting: how it is called, asked for, shown and read.
type field struct {
	label lang.Text
	how   lang.Text                                              // what to type
	value func(x scoring.Particulars) string                     // as it can be typed again; empty: nobody has given it
	take  func(t typed) (a scoring.Particulars, wrong lang.Text) // what was typed
	paper string                                                 // the words before it in the minutes
	lack  scoring.LackOf                                         // what is lacking where it is empty
	usual func(env screen.Env) string                            // what papers have where it is empty, by the rulebook
	asked bool                                                   // the papers lack it where it is empty
}

// typed is what was typed into a field, and where.
type typed struct {
	env  screen.Env
	of   scoring.Convened
	text string
}

// fields are the fields in the order in which minutes have them.
func fields() []field {
	return append([]field{
		{label: lang.Text{VI: "Tên cuộc họp", EN: "Title"},
			how:   lang.Text{VI: "như «Hội nghị tổng kết …»", EN: "such as “Year-end conference …”"},
			paper: "BIÊN BẢN ", value: func(x scoring.Particulars) string { return x.Title },
			take:  func(t typed) (a scoring.Particulars, _ lang.Text) { a.Title = t.text; return },
			usual: func(env screen.Env) string { return blanks(env).Fill(env.Snap.Rulebook().Paper.Meeting) }},
		{label: lang.Text{VI: "Bắt đầu", EN: "Start"}, how: howToTime(), lack: scoring.LackStart, asked: true,
			paper: "Thời gian bắt đầu: ", value: func(x scoring.Particulars) string { return clock(x.Start) },
			take: func(t typed) (a scoring.Particulars, wrong lang.Text) {
				a.Start, wrong = t.time()
				return a, wrong
			}},
		{label: lang.Text{VI: "Địa điểm", EN: "Place"}, lack: scoring.LackPlace, asked: true,
			how: lang.Text{VI: "hội trường, cơ quan, tỉnh; hoặc «trực tuyến»",
				EN: "hall, body, province; or “online”"},
			paper: "Địa điểm: ", value: func(x scoring.Particulars) string { return x.Place },
			take: func(t typed) (a scoring.Particulars, _ lang.Text) { a.Place = t.text; return }},
		{label: lang.Text{VI: "Theo giấy mời", EN: "Called by"},
			how: lang.Text{VI: "số, ngày, cơ quan của giấy mời hoặc kế hoạch",
				EN: "number, day, body of invitation or plan"},
			paper: "Theo: ", value: func(x scoring.Particulars) string { return x.Invitation },
			take: func(t typed) (a scoring.Particulars, _ lang.Text) { a.Invitation = t.text; return }},
		{label: lang.Text{VI: "Chủ tọa", EN: "Chair"}, how: howToName(), lack: scoring.LackChair, asked: true,
			paper: "Chủ tọa: ", value: func(x scoring.Particulars) string { return screen.Retyped(x.Chair) },
			take: func(t typed) (a scoring.Particulars, _ lang.Text) { a.Chair = t.person(); return }},
		{label: lang.Text{VI: "Thư ký", EN: "Secretary"}, how: howToName(), lack: scoring.LackSecretary, asked: true,
			paper: "Thư ký: ", value: func(x scoring.Particulars) string { return screen.Retyped(x.Secretary) },
			take: func(t typed) (a scoring.Particulars, _ lang.Text) { a.Secretary = t.person(); return }},
	}, laterFields()...)
}

// laterFields are those that are often known only in the course of the sitting.
func laterFields() []field {
	return []field{
		{label: lang.Text{VI: "Tổ kiểm phiếu", EN: "Tellers"}, how: howToList(), lack: scoring.LackTellers, asked: true,
			paper: "Tổ kiểm phiếu: ",
			value: func(x scoring.Particulars) string { return strings.Join(x.Tellers, "; ") },
			take:  func(t typed) (a scoring.Particulars, _ lang.Text) { a.Tellers = t.list(); return }},
		{label: lang.Text{VI: "Chương trình", EN: "Agenda"}, how: howToList(),
			paper: "CHƯƠNG TRÌNH: ",
			value: func(x scoring.Particulars) string { return strings.Join(x.Agenda, "; ") },
			take:  func(t typed) (a scoring.Particulars, _ lang.Text) { a.Agenda = t.list(); return }},
		{label: lang.Text{VI: "Kết thúc", EN: "End"}, how: howToTime(), lack: scoring.LackEnd, asked: true,
			paper: "Cuộc họp kết thúc vào ", value: func(x scoring.Particulars) string { return clock(x.End) },
			take: func(t typed) (a scoring.Particulars, wrong lang.Text) {
				a.End, wrong = t.time()
				return a, wrong
			}},
		{label: lang.Text{VI: "Số bản", EN: "Copies"},
			how:   lang.Text{VI: "một số, như 2", EN: "a number, such as 2"},
			paper: "lập thành ", value: func(x scoring.Particulars) string { return number(x.Copies) },
			take: func(t typed) (a scoring.Particulars, wrong lang.Text) {
				n, err := strconv.Atoi(t.text)
				if a.Copies = n; err != nil || n < 1 {
					wrong = lang.Text{VI: "Gõ một số từ 1 trở lên.", EN: "Type a number, 1 or more."}
				}
				return a, wrong
			}},
		{label: lang.Text{VI: "Nơi nhận", EN: "Recipients"}, how: howToList(),
			paper: "Nơi nhận: ",
			value: func(x scoring.Particulars) string { return strings.Join(x.Recipients, "; ") },
			take:  func(t typed) (a scoring.Particulars, _ lang.Text) { a.Recipients = t.list(); return },
			usual: func(env screen.Env) string {
				return strings.Join(blanks(env).FillAll(env.Snap.Rulebook().Paper.Recipients), "; ")
			}},
	}
}

func howToTime() lang.Text {
	return lang.Text{VI: "giờ, và ngày nếu khác: 8:30 hoặc 8:30 30/6/2020",
		EN: "the time, and the day if another: 8:30 or 8:30 30/6/2020"}
}

func howToName() lang.Text {
	return lang.Text{VI: "họ tên, chức vụ, đơn vị", EN: "name, post, unit"}
}

func howToList() lang.Text {
	return lang.Text{VI: "từng mục, cách nhau bằng dấu ;", EN: "one thing after the other, with ; between"}
}

// number is a number that somebody has given.
func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// person is what was typed as a person.
func (t typed) person() scoring.Person { return t.env.Person(t.text) }

// list is what was typed as several things.
func (t typed) list() (out []string) {
	for _, part := range strings.Split(t.text, ";") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// blanks are what stands for the words in braces of the rulebook's texts.
func blanks(env screen.Env) scoring.Blanks {
	b := scoring.Blanks{Cluster: env.Snap.Rulebook().GroupName(env.Snap.Cluster()).In(lang.VI), Year: env.Snap.Year()}
	if g, ok := env.Snap.Group(); ok && !g.Name.IsZero() {
		b.Cluster = g.Name.In(lang.VI)
	}
	if o, ok := env.Snap.Sitting(); ok {
		b.Leader = o.Leader
	}
	return b
}
