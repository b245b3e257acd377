package ceremony

import (
	"fmt"
	"strings"

	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// headLines is how many lines stand above the blockers.
const headLines = 2

// View draws what is missing, the closed meeting, or the ceremony.
func (s *Screen) View(env screen.Env, body kit.Rect) screen.View {
	p := kit.NewPaper(body)
	v := screen.View{}
	switch {
	case s.running && s.blank:
	case s.running:
		s.stage(env, p)
	case env.Snap.Closed():
		s.closed(env, p)
	default:
		s.missing(env, p)
	}
	if s.typing {
		label := env.Say("Lý do mở lại: ", "Reason to reopen: ")
		text, at := s.field.View(max(body.W-kit.Width(label)-1, 1))
		p.Blank()
		p.Add(kit.NewRow(body.W).Put(env.Styles.Strong, label).Put(env.Styles.Edit, text).String())
		v.Cursor = &screen.Cursor{X: body.X + kit.Width(label) + at, Y: body.Y + len(p.Lines) - 1}
	}
	v.Parts = []kit.Placed{{Rect: body, Lines: kit.Fill(p.Lines, body.W, body.H)}}
	return v
}

// missing lists what stands in the way of closing, each with the key that leads there.
func (s *Screen) missing(env screen.Env, p *kit.Paper) {
	st := env.Styles
	blockers := env.Snap.Blockers()
	if len(blockers) == 0 {
		p.Text(st.Good, env.Say("✓ Không còn việc nào: nhấn = để chốt cuộc họp.", "✓ Nothing is missing: press = to close the meeting."), 2)
		p.Blank()
		p.Text(st.Dim, env.Say("Sau khi chốt chỉ còn có thể mở lại, có lý do. Kết quả công bố lấy từ lúc chốt.", "Once closed it can only be reopened, with a reason. What is announced is what was closed."), 2)
		return
	}
	p.Text(st.Title, env.Say("CÒN %d VIỆC TRƯỚC KHI CHỐT", "%d THINGS BEFORE THE MEETING CAN BE CLOSED", len(blockers)), 1)
	p.Blank()
	first := max(min(s.at-p.Room()+2, len(blockers)-1), 0)
	for i := first; i < len(blockers); i++ {
		row := kit.NewRow(p.W)
		if i == s.at {
			row = kit.NewMarked(p.W, st.Cursor)
		}
		p.Add(row.Put(st.Warn, "✗ ").Put(st.Text, blockers[i].What.In(env.Lang)).Put(st.Dim, "  → "+leadsTo(blockers[i].Kind)).String())
	}
}

// leadsTo is the key of the screen where a blocker is settled.
func leadsTo(k scoring.BlockerKind) string {
	switch k {
	case scoring.NotAccepted:
		return "F2"
	case scoring.Undecided:
		return "F5"
	}
	return "F9"
}

// closed is the closed meeting before its results are announced.
func (s *Screen) closed(env screen.Env, p *kit.Paper) {
	st := env.Styles
	p.Text(st.Good, env.Say("✓ Cuộc họp đã chốt · %d quyết định · dấu kiểm %s", "✓ The meeting is closed · %d decisions · fingerprint %s", env.Snap.Seq(), kit.Fingerprint(env.Snap.Fingerprint())), 2)
	p.Blank()
	if missing := env.Snap.Preflight(); len(missing) > 0 {
		p.Text(st.Alarm, env.Say(" Chưa thể công bố: ", " The results cannot be announced yet: "), 1)
		for _, m := range missing {
			p.Text(st.Warn, "✗ "+m.In(env.Lang), 2)
		}
		return
	}
	order := env.Say("từ hạng cuối lên", "from the last place up")
	if s.order == scoring.SwingLast {
		order = env.Say("thay đổi nhiều nhất so với tự chấm công bố sau cùng", "the largest change since the self-scores last")
	}
	p.Text(st.Text, env.Say("Thứ tự công bố: %s (Space để đổi).", "Order of the ceremony: %s (Space changes it).", order), 2)
	p.Text(st.Text, env.Say("Enter để bắt đầu. Ctrl+P phóng to cho cả phòng trước khi bắt đầu.", "Enter begins. Ctrl+P first makes it large for the room."), 2)
}

// stage is the board filling up.
func (s *Screen) stage(env screen.Env, p *kit.Paper) {
	st := env.Styles
	t := env.Snap.Standings(scoring.Agreed)
	revealed := map[int]bool{}
	awarded := map[string]bool{}
	for _, step := range s.steps[:s.shown] {
		switch step.Kind {
		case scoring.RevealPlace:
			revealed[step.Units[0]] = true
		case scoring.RevealAward:
			awarded[step.Award] = true
		}
	}
	p.Text(st.Title, kit.Center(env.Say("KẾT QUẢ THI ĐUA", "THE RESULTS"), p.W), 1)
	size, height := s.size(t, p)
	for i := range t.Len() {
		s.place(env, p, t.At(i), size, height, revealed[t.At(i).Unit], awarded)
	}
	p.Blank()
	s.headline(env, p)
	if !env.Projector && s.shown < len(s.steps) {
		p.Text(st.Dim, env.Say("chỉ chủ tọa thấy · tiếp theo: %s", "only you see this · next: %s", s.words(env, s.steps[s.shown])), 2)
	}
}

// size is how large the totals can be drawn with all units on screen.
func (s *Screen) size(t scoring.Table, p *kit.Paper) (kit.FigureSize, int) {
	room := p.H - 5
	switch {
	case room >= t.Len()*6 && p.W >= 100:
		return kit.FigureBig, 6
	case room >= t.Len()*3 && p.W >= 70:
		return kit.FigureSmall, 3
	case room >= t.Len()*2:
		return kit.FigurePlain, 2
	}
	return kit.FigurePlain, 1
}

// place is one line of the board: empty until it is revealed; the one about to be shown waits with dots.
func (s *Screen) place(env screen.Env, p *kit.Paper, x scoring.Standing, size kit.FigureSize, height int, shown bool, awarded map[string]bool) {
	st := env.Styles
	rank, total := kit.Figures(fmt.Sprint(x.Rank), size), kit.Figures(x.Total.Fixed(env.Lang, 2), size)
	next := !shown && s.shown < len(s.steps) && s.steps[s.shown].Kind == scoring.RevealPlace && s.steps[s.shown].Units[0] == x.Unit
	current := s.shown > 0 && s.steps[s.shown-1].Kind == scoring.RevealPlace && s.steps[s.shown-1].Units[0] == x.Unit
	style := st.Text
	if current {
		style = st.Accent
	}
	sign, name := "", ""
	for i, a := range env.Snap.Rulebook().Awards {
		if a.ID == x.Award && awarded[a.ID] {
			sign, name, style = a.Sign, a.Short.In(env.Lang), st.Silver
			if i == 0 {
				style = st.Gold
			}
		}
	}
	middle := len(total) / 2
	for y := range height {
		row := kit.NewRow(p.W)
		if y >= len(total) {
			p.Add(row.String())
			continue
		}
		row.Gap(2).Right(st.Dim, rank[y], kit.Width(rank[0])+1).Gap(3)
		switch {
		case shown:
			text := ""
			if y == middle {
				text = strings.ToUpper(env.Snap.Units()[x.Unit].Name())
			}
			row.Left(style, text, 26).Right(style, total[y], max(kit.Width(total[0]), 10)).Gap(3)
			if y == middle && sign != "" {
				row.Put(style, sign+"  "+name)
			}
		case next && y == middle:
			row.Put(st.Warn, "· · ·")
		}
		p.Add(row.String())
	}
}

// headline is what was revealed last, in words.
func (s *Screen) headline(env screen.Env, p *kit.Paper) {
	st := env.Styles
	if s.shown == 0 {
		return
	}
	step := s.steps[s.shown-1]
	style := st.Strong
	switch step.Kind {
	case scoring.RevealAward:
		style = st.Gold
	case scoring.RevealOfficer:
		style = st.Good
	}
	p.Text(style, kit.Center(strings.ToUpper(s.words(env, step)), p.W), 2)
	for _, earlier := range s.steps[:s.shown-1] {
		if earlier.Kind == scoring.RevealOfficer {
			p.Text(st.Good, kit.Center(strings.ToUpper(s.words(env, earlier)), p.W), 1)
		}
	}
}
