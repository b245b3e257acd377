package roll

import (
	"strings"

	"thidua/data/decision"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/files"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Beside the roll stands what is known of the unit under the cursor, what the number of those present is enough for,
// what the minutes want of the roll, the sittings, and what is left before the meeting is closed.

// Where there is room for it, and how wide it is.
const (
	sideFrom  = 110
	sideWidth = 46
	sideGap   = 2
)

// side draws as much of it as there is room for.
func (s *Screen) side(env screen.Env, roll []scoring.Attendance, area kit.Rect) []string {
	p := kit.NewCanvas(area)
	if u := s.unit(env); u != nil {
		about(env, p, roll[s.here().unit])
		p.Blank()
	}
	enough(env, p)
	p.Blank()
	wanted(env, p)
	sittings(env, p)
	if checks := s.files.Checks(env); p.Room() > len(checks)+1 {
		p.Blank()
		p.Text(env.Styles.Title, env.Say("TRƯỚC KHI CHỐT", "BEFORE CLOSING"), 1)
		files.DrawChecks(env, p, checks)
	}
	recent(env, p)
	return kit.Fill(p.Lines, area.W, area.H)
}

// about is what is known of a unit beside the roll: who is there for it, its sheet, its place, what is open, its
// office.
func about(env screen.Env, p *kit.Canvas, a scoring.Attendance) {
	st, u, unit := env.Styles, env.Snap.Units()[a.Unit], a.Unit
	p.Text(st.Strong, strings.ToUpper(u.Name()), 1)
	for _, o := range env.Snap.Rulebook().Election.Offices {
		if name, elected := env.Officer(o); name == u.Name() {
			said := env.Say("%s đương nhiệm", "sitting %s", env.OfficeName(o))
			if elected {
				said = env.Say("được bầu làm %s năm học tới", "elected %s of the coming year", env.OfficeName(o))
			}
			p.Text(st.Accent, view.Capital(said), 1)
		}
	}
	attending(env, p, a)
	if !u.HasSheet() {
		p.Text(st.Warn, "! "+view.NoSheet(u).In(env.Lang), 2)
		return
	}
	sheet(env, p, u)
	self, agreed := view.PlacesOf(env.Snap.Standings(scoring.Self), env.Lang),
		view.PlacesOf(env.Snap.Standings(scoring.Agreed), env.Lang)
	p.Text(st.Text, env.Say("Tự chấm %s, %s; cụm %s, %s", "Self-scored %s, %s; agreed %s, %s",
		self.Whole(unit), self.SaidRank(unit), agreed.Whole(unit), agreed.SaidRank(unit)), 2)
	if n := len(u.OpenRequests()); n > 0 {
		p.Text(st.Warn, env.Say("! %s chưa trả lời", "! %s without an answer",
			lang.Count(n, "đề nghị thưởng", "request", "requests")), 1)
	}
}

// attending is who is there for a unit, or why nobody is, and who speaks for it.
func attending(env screen.Env, p *kit.Canvas, a scoring.Attendance) {
	st, u := env.Styles, env.Snap.Units()[a.Unit]
	var names []string
	for _, x := range u.Attendees() {
		names = append(names, x.String())
	}
	switch {
	case len(names) > 0:
		p.Text(st.Text, env.Say("Người dự: %s", "Present: %s", lang.Both(strings.Join(names, "; "))), 3)
	case u.Present():
		p.Text(st.Warn, env.Say("! chưa có họ tên người dự (%s)", "! no names of those who are there (%s)",
			keyPerson), 1)
	case a.Reason != "":
		p.Text(st.Text, env.Say("Vắng: %s", "Absent: %s", a.Reason), 2)
	default:
		p.Text(st.Warn,
			env.Say("! chưa ghi có mặt (%s) hay lý do vắng (%s)",
				"! neither present (%s) nor excused (%s)", keyToggle, keyExcuse), 1)
	}
	if a.Mandate != "" {
		p.Text(st.Text, env.Say("Ủy quyền: %s", "Mandate: %s", a.Mandate), 1)
	}
}

// sheet is when the unit's sheet came, whether in time, and whether it is accepted.
func sheet(env screen.Env, p *kit.Canvas, u *scoring.Unit) {
	st, came := env.Styles, u.Submitted()
	if !came.IsZero() {
		said, style := env.Say("Nộp bản tự chấm %s", "Sheet handed in %s", came.Format("02/01/2006")), st.Text
		if env.Snap.Rulebook().Late(scoring.SheetsDeadline, env.Snap.Year(), came) {
			said, style = said+env.Say(", nộp chậm", ", late"), st.Warn
		}
		p.Text(style, said, 1)
	}
	if u.Accepted() {
		p.Text(st.Good, env.Say("✓ đã thống nhất bản chấm", "✓ its sheet is accepted"), 1)
	} else {
		p.Add(kit.NewRow(p.W).Put(st.Warn, "! ").Put(st.Text, env.Say("chưa thống nhất bản chấm",
			"its sheet is not accepted")).Put(st.Key, "  → "+screen.Review.Key()).String())
	}
}

// enough is what the number of those present is enough for.
func enough(env screen.Env, p *kit.Canvas) {
	st := env.Styles
	need, met := env.Snap.Quorum()
	p.Text(st.Title, env.Say("SỐ CÓ MẶT ĐỦ CHO VIỆC GÌ", "WHAT THOSE PRESENT ARE ENOUGH FOR"), 1)
	say := func(ok bool, said string) {
		sign, style := "! ", st.Warn
		if ok {
			sign, style = "✓ ", st.Good
		}
		lines := kit.Wrap(said, p.W-2, 2)
		for i, line := range lines {
			if i > 0 {
				sign = "  "
			}
			p.Add(kit.NewRow(p.W).Put(style, sign).Put(st.Text, line).String())
		}
	}
	say(met, env.Say("chốt cuộc họp: cần %d, có %d", "closing: %d needed, %d present", need, env.Snap.Present()))
	vote := scoring.Vote{Subject: "…"}
	if r, err := env.Snap.Provisional(vote); err == nil {
		say(r.Verdict != scoring.TooFew, env.Say("biểu quyết: thông qua từ %d phiếu tán thành trên %d",
			"a vote: carried from %d for, of %d", r.Needed, r.Base))
	}
}

// wanted is what the minutes want of the roll and nobody has given.
func wanted(env screen.Env, p *kit.Canvas) {
	st := env.Styles
	p.Text(st.Title, env.Say("BIÊN BẢN CẦN Ở ĐÂY", "WHAT THE MINUTES WANT HERE"), 1)
	none := true
	for _, l := range env.Snap.Lacks() {
		if screen.Fills(l) == screen.Roll {
			none = false
			p.Text(st.Text, "! "+l.What.In(env.Lang), 3)
		}
	}
	if none {
		p.Text(st.Good, env.Say("✓ không thiếu họ tên hay lý do vắng", "✓ no name or reason is lacking"), 1)
	}
}

// sittings are all sittings, with how many units came.
func sittings(env screen.Env, p *kit.Canvas) {
	all := env.Snap.Sittings()
	if len(all) < 2 || p.Room() < len(all)+2 {
		return
	}
	p.Blank()
	p.Text(env.Styles.Title, env.Say("CÁC PHIÊN HỌP", "THE SITTINGS"), 1)
	for _, x := range all {
		came := 0
		for _, a := range env.Snap.Attendance(x) {
			if a.Came {
				came++
			}
		}
		p.Text(env.Styles.Text, env.Say("%d. %s: %s có mặt", "%d. %s: %s came", x.Number, x.Form.Name(),
			lang.Count(came, "đơn vị", "unit", "units")), 1)
	}
}

// recent is what was put on record of the roll last, the newest first, as far as there is room.
func recent(env screen.Env, p *kit.Canvas) {
	const fewest = 3
	if p.Room() < fewest {
		return
	}
	log, headed := env.Snap.Log, false
	for i := len(log) - 1; i >= 0 && p.Room() > 0; i-- {
		e := log[i]
		if _, gone := env.Snap.Withdrawn(e.Seq); gone || e.Act.Kind() != scoring.KindAttend {
			continue
		}
		if !headed {
			p.Blank()
			p.Text(env.Styles.Title, env.Say("MỚI ĐIỂM DANH", "LAST CALLED"), 1)
			headed = true
		}
		p.Text(env.Styles.Text, e.At.Format("15:04")+"  "+decision.Sentence(&env.Snap.State, e.Decision).In(env.Lang),
			2)
	}
}
