package ceremony

import (
	"strconv"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/files"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// closed is the closed meeting before its results are announced: whether they can be, what the ceremony will have,
// what was done and what is left, and the papers. Of the results themselves it says nothing: the room may see it.
func (s *Screen) closed(env screen.Env, p *kit.Canvas) {
	st := env.Styles
	p.Text(st.Good,
		env.Say("✓ Cuộc họp đã chốt · %s · mã kiểm chứng %s", "✓ The meeting is closed · %s · fingerprint %s",
			lang.Count(env.Snap.Seq(), "quyết định", "decision", "decisions"),
			kit.Fingerprint(env.Snap.Fingerprint())), 2)
	p.Blank()
	switch missing := env.Snap.Preflight(); {
	case len(missing) > 0:
		p.Text(st.Alarm, env.Say(" Chưa thể công bố: ", " The results cannot be announced yet: "), 1)
		for _, m := range missing {
			p.Text(st.Warn, "✗ "+m.What.In(env.Lang), 2)
		}
	case !env.Leads():
		p.Text(st.Text, env.Say("Đợi chủ tọa công bố.", "Waiting for the chair to announce the results."), 2)
		return
	default:
		p.Text(st.Text,
			env.Say("Thứ tự công bố: %s (%s để đổi).", "Order of the ceremony: %s (%s changes it).",
				ordered(s.order), keyOrder), 2)
		p.Text(st.Text,
			env.Say("%s để bắt đầu. %s phóng to cho cả phòng trước khi bắt đầu.",
				"%s begins. %s first makes it large for the room.", keyStart, screen.KeyProject), 2)
		s.outline(env, p)
	}
	s.done(env, p)
}

// stepWidth is how wide the numbers of the steps are.
const stepWidth = 5

// outline is how many steps the ceremony has, and of what: never whom.
func (s *Screen) outline(env screen.Env, p *kit.Canvas) {
	steps, err := env.Snap.Ceremony(s.order)
	if err != nil || p.Room() < 8 {
		return
	}
	places := 0
	var more []lang.Text
	for _, step := range steps {
		switch step.Kind {
		case scoring.RevealPlace:
			places++
		case scoring.RevealAward:
			more = append(more, lang.Sayf("%s: %s", "%s: %s", env.Snap.Rulebook().AwardName(step.Award),
				lang.Count(len(step.Units), "đơn vị", "unit", "units")))
		case scoring.RevealOfficer:
			more = append(more, env.OfficeName(step.Office))
		case scoring.RevealAll:
			more = append(more, lang.Text{VI: "toàn bộ kết quả", EN: "all results"})
		}
	}
	st := env.Styles
	p.Blank()
	p.Text(st.Title, env.Say("LỄ CÔNG BỐ · %s", "THE CEREMONY · %s", lang.Count(len(steps), "BƯỚC", "STEP", "STEPS")),
		1)
	for i, said := range append([]lang.Text{lang.Count(places, "thứ hạng", "place", "places")}, more...) {
		at := strconv.Itoa(places + i)
		if i == 0 {
			at = env.Say("1–%d", "1–%d", places)
			said = lang.Sayf("%s, mỗi bước một đơn vị", "%s, a unit at a step", said)
		}
		p.Add(kit.NewRow(p.W).Right(st.Strong, at, stepWidth).Gap(2).Put(st.Text, said.In(env.Lang)).String())
	}
}

// done is what was done and what is left, what was decided above, and the papers, as far as there is room.
func (s *Screen) done(env screen.Env, p *kit.Canvas) {
	st := env.Styles
	if checks := s.files.Checks(env); p.Room() > len(checks)+2 {
		p.Blank()
		p.Text(st.Title, env.Say("ĐÃ LÀM GÌ", "WHAT WAS DONE"), 1)
		files.DrawChecks(env, p, checks)
		decided := 0
		for _, u := range env.Snap.Units() {
			if _, _, ok := u.Awarded(); ok {
				decided++
			}
		}
		said := env.Say("cấp trên đã quyết định khen thưởng cho %d trên %d đơn vị",
			"the body above has decided on the awards of %d of %d units", decided, len(env.Snap.Units()))
		p.Add(kit.NewRow(p.W).Put(st.Text, "· "+said).Put(st.Key, "  → "+screen.Board.Key()).String())
	}
	if p.Room() > 4 {
		p.Blank()
		s.files.Draw(env, p)
	}
}

// ordered says in which order the results are revealed.
func ordered(o scoring.RevealOrder) lang.Text {
	if o == scoring.SwingLast {
		return lang.Text{VI: "thay đổi nhiều nhất so với tự chấm công bố sau cùng",
			EN: "the largest change since the self-scores last"}
	}
	return lang.Text{VI: "từ hạng cuối lên", EN: "from the last place up"}
}
