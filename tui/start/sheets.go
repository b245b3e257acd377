package start

import (
	"cmp"
	"path/filepath"
	"strings"

	"thidua/data/clean"
	"thidua/data/create"
	"thidua/data/finding"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// making is a meeting that is being made.
type making struct {
	home   *home
	plan   create.Plan
	folder string
	draft  *create.Draft
}

// sheets is what was read of the sheets: what was understood, unit by unit, or what is to be mended, file by file.
type sheets struct {
	making
	text
	found finding.List
}

const doAgain kit.Action = "start-again"

// KeyAgain reads again what was mended elsewhere.
const KeyAgain = "F5"

func newSheets(h *home, p create.Plan, folder string, draft *create.Draft, found finding.List) *sheets {
	s := &sheets{making: making{home: h, plan: p, folder: folder, draft: draft}, found: found}
	s.text = text{head: lang.Text{VI: "Các phiếu đã đọc", EN: "What was read"}, help: lang.Sayf(
		"Những gì chương trình hiểu từ các phiếu, hoặc những gì phải sửa: tệp, ô, điều gì và sửa thế nào. Sửa trong "+
			"Excel, lưu lại, rồi nhấn %s để đọc lại; không cần rời trang này. Chưa có gì được tạo.",
		"What was understood of the sheets, or what has to be mended: file, cell, what, and how. Mend it in Excel, "+
			"save, and press %s to read again, without leaving this page. Nothing has been made yet.", KeyAgain)}
	s.write, s.own, s.act = s.lines, s.ownKeys, s.carryOut
	return s
}

// take takes what was read the last time.
func (s *sheets) take(draft *create.Draft, found finding.List) { s.draft, s.found = draft, found }

func (s *sheets) ownKeys() []kit.Binding {
	enter := going()
	if len(s.found) > 0 {
		enter.Off = lang.Sayf("còn %s; sửa rồi đọc lại", "%s; mend, then read again",
			lang.Count(len(s.found), "điều phải sửa", "thing to mend", "things to mend"))
	}
	return []kit.Binding{enter, {Action: doAgain, Keys: kit.Named(KeyAgain), Shown: KeyAgain, Weight: 88,
		Label: lang.Text{VI: "đọc lại", EN: "read again"},
		Help: lang.Text{VI: "đọc lại thư mục sau khi sửa trong Excel",
			EN: "read the folder again after mending it in Excel"}}}
}

func (s *sheets) carryOut(_ screen.Env, a kit.Action) effect {
	switch a {
	case doAgain:
		return s.home.readSheets(s.plan, s.folder, s)
	case doTake:
		if len(s.draft.Missing) > 0 {
			return effect{open: newMissing(&s.making)}
		}
		s.draft.First.Without = nil
		return s.askFile()
	}
	return effect{}
}

// lines are the page.
func (s *sheets) lines(env screen.Env, w int) []string {
	st := env.Styles
	lines := paragraph(st.Text, short(s.folder), w)
	if len(s.found) > 0 {
		head := lang.Sayf("✗ %s. Sửa trong tệp, lưu lại, rồi nhấn %s để đọc lại.",
			"✗ %s. Mend the files, save them, and press %s to read again.",
			lang.Count(len(s.found), "điều phải sửa", "thing to mend", "things to mend"), KeyAgain)
		lines = append(lines, paragraph(st.Bad, env.In(head), w)...)
		return append(lines, findings(env, s.found, w)...)
	}
	head := lang.Sayf("✓ %s đọc được, không có gì phải sửa.", "✓ %s read, nothing to mend.",
		lang.Count(len(s.draft.First.Sheets), "phiếu", "sheet", "sheets"))
	lines = append(append(lines, paragraph(st.Good, env.In(head), w)...), kit.Blank(w))
	for _, said := range s.draft.Understood(s.plan.Book) {
		lines = append(lines, paragraph(st.Text, "· "+env.In(said), w)...)
	}
	for _, said := range s.draft.Late() {
		lines = append(lines, paragraph(st.Warn, "! "+env.In(said), w)...)
	}
	for _, o := range s.draft.First.History {
		if o.Leader == "" && o.Deputy == "" {
			continue
		}
		said := env.Say("· năm %s: cụm trưởng %s, cụm phó %s", "· %s: leader %s, deputy %s", o.Year,
			cmp.Or(o.Leader, "—"), cmp.Or(o.Deputy, "—"))
		lines = append(lines, paragraph(st.Text, said, w)...)
	}
	for _, said := range s.draft.Looked() {
		lines = append(lines, paragraph(st.Warn, "! "+env.In(said), w)...)
	}
	for _, unit := range s.draft.Missing {
		said := env.Say("! %s: chưa có phiếu (bước sau hỏi lý do)", "! %s: no sheet (the next step asks why)", unit)
		lines = append(lines, paragraph(st.Warn, said, w)...)
	}
	return lines
}

// findings lists what is wrong, file by file: where in the file, what, and how to mend it.
func findings(env screen.Env, found finding.List, w int) (lines []string) {
	st, last := env.Styles, ""
	for _, f := range found.Sorted() {
		place := f.File
		if place == "" {
			place = env.In(f.About)
		}
		if place != last {
			last = place
			lines = append(lines, kit.Blank(w))
			lines = append(lines, paragraph(st.Strong, clean.Line(filepath.Base(place)), w)...)
		}
		at := ""
		switch {
		case f.Cell != "":
			at = "[" + f.Cell + "] "
		case f.Line > 0:
			at = env.Say("dòng %d: ", "line %d: ", f.Line)
		}
		lines = append(lines, indented(st.Text, "✗ "+at+env.In(f.What), w, 2)...)
		if !f.Mend.IsZero() {
			lines = append(lines, indented(st.Accent, "→ "+env.In(f.Mend), w, 4)...)
		}
	}
	return lines
}

// indented is a paragraph that begins some cells from the left edge.
func indented(st kit.Style, said string, w, by int) (lines []string) {
	for _, line := range paragraph(st, clean.Line(said), max(w-by, 1)) {
		lines = append(lines, kit.Blank(min(by, w))+line)
	}
	return lines
}

// missing asks why members have no sheet.
type missing struct {
	*choose
	making  *making
	reasons map[string]string
}

// answer is nothing that the head should say.
func (x *missing) answer() lang.Text { return lang.Text{} }

// doneID goes on when every reason is given.
const doneID = "done"

func newMissing(m *making) *missing {
	x := &missing{making: m, reasons: map[string]string{}}
	x.choose = newChoose(lang.Text{VI: "Chưa có phiếu", EN: "No sheet"},
		lang.Sayf("Các đơn vị này chưa nộp phiếu. Thêm tệp vào thư mục rồi quay lại đọc lại (%s), hoặc ghi lý do cho "+
			"từng đơn vị: đơn vị vẫn dự họp và biểu quyết, nhưng không xếp hạng cho đến khi nộp.",
			"These units have handed in no sheet. Put the files into the folder, go back and read again (%s), or "+
				"give a reason for each: it may be present and vote, and has no rank until it hands one in.",
			KeyAgain),
		nil, x.chosen)
	x.show()
	return x
}

// show lists the units with their reasons, and the way on.
func (x *missing) show() {
	var options []option
	for _, unit := range x.making.draft.Missing {
		o := option{id: ownID + unit, label: lang.Both(unit), more: lang.Text{VI: "? lý do", EN: "? why"}}
		if why := x.reasons[unit]; why != "" {
			o.more = lang.Sayf("✓ không có phiếu: %s", "✓ no sheet: %s", why)
		}
		options = append(options, o)
	}
	on := option{id: doneID, label: lang.Text{VI: "Tiếp tục", EN: "Go on"}}
	if n := len(x.making.draft.Missing) - len(x.reasons); n > 0 {
		on.off = lang.Sayf("còn %s chưa có lý do", "%s without a reason", lang.Count(n, "đơn vị", "unit", "units"))
	}
	x.set(append(options, on))
}

// chosen asks for the reason of a unit, or goes on.
func (x *missing) chosen(_ screen.Env, id string) effect {
	unit, isUnit := strings.CutPrefix(id, ownID)
	if !isUnit {
		first := &x.making.draft.First
		first.Without = nil
		for _, u := range x.making.draft.Missing {
			first.Without = append(first.Without, scoring.Without{Unit: u, Reason: x.reasons[u]})
		}
		return x.making.askFile()
	}
	return effect{open: newAsk(lang.Both(unit), lang.Sayf("Vì sao %s không có phiếu? Lý do được ghi vào nhật ký.",
		"Why has %s no sheet? The reason goes on record.", unit),
		lang.Text{VI: "Lý do", EN: "Reason"}, lang.Text{VI: "gõ lý do", EN: "type a reason"}, x.reasons[unit],
		func(_ screen.Env, why string) effect {
			x.reasons[unit] = why
			x.show()
			x.list.Move(+1)
			return effect{back: true}
		})}
}
