package minutes

import (
	"thidua/tui/files"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// aside is what stands beside the page, as much as there is room for: what the papers lack, each of them with what is
// in it so far, and what is left before the meeting is closed.
func (s *Screen) aside(env screen.Env, area kit.Rect) []string {
	p := kit.NewCanvas(area)
	lacks(env, p)
	p.Blank()
	checks := s.files.Checks(env)
	papers := kit.NewCanvas(kit.Rect{W: area.W, H: p.Room() - len(checks) - 2})
	s.files.Draw(env, papers)
	p.Add(papers.Lines...)
	if p.Room() > len(checks)+1 {
		p.Blank()
		p.Text(env.Styles.Title, env.Say("TRƯỚC KHI CHỐT", "BEFORE CLOSING"), 1)
		files.DrawChecks(env, p, checks)
	}
	return p.Lines
}

// lacks are what all papers of the meeting lack, with the screens that fill it in.
func lacks(env screen.Env, p *kit.Canvas) {
	st, all := env.Styles, env.Snap.Lacks()
	if len(all) == 0 {
		p.Text(st.Good, env.Say("✓ Các văn bản có đủ thông tin.", "✓ The papers have all they need."), 2)
		return
	}
	p.Text(st.Title, env.Say("VĂN BẢN CÒN THIẾU", "WHAT THE PAPERS LACK"), 1)
	for _, l := range all {
		row := kit.Wrap(l.What.In(env.Lang), p.W-8, 3)
		for i, text := range row {
			line := kit.NewRow(p.W).Put(st.Warn, "! ").Put(st.Text, text)
			if i > 0 {
				line = kit.NewRow(p.W).Gap(2).Put(st.Text, text)
			}
			if to := screen.Fills(l); i == len(row)-1 && to != screen.Minutes {
				line.Put(st.Key, "  → "+to.Key())
			}
			p.Add(line.String())
		}
	}
}
