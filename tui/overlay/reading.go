package overlay

import (
	"strings"

	"thidua/data/outputs"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// reading is one of the files of a meeting as text.
type reading struct {
	file  outputs.Output
	lines func(width int) []string
	pager kit.Pager
	width int      // for which it was broken last
	text  []string // as it was broken then
}

func (r *reading) keys() []kit.Binding {
	back := closing("enter")
	back.Label = lang.Text{VI: "về danh sách", EN: "to the list"}
	return append([]kit.Binding{back}, r.pager.Keys(50)...)
}

// broken is the text in lines of at most so many cells.
func (r *reading) broken(width int) []string {
	if r.text == nil || r.width != width {
		r.text, r.width = r.lines(width), width
	}
	return r.text
}

// draw draws the page in sight.
func (r *reading) draw(env Env, body kit.Rect) screen.View {
	st := env.Styles
	head := kit.NewRow(body.W).Put(st.Title, r.file.Name).Put(st.Dim, " · "+r.file.Title.In(env.Lang))
	if r.file.Draft {
		head.Put(st.Warn, " · "+draft().In(env.Lang))
	}
	lines := []string{head.String(), st.Rule.Render(kit.Line("─", body.W))}
	w := r.pager.Width(body.W)
	text := r.broken(min(w, widestPage))
	rows := max(body.H-len(lines), 1)
	if len(text) <= rows {
		w = body.W
	}
	return over(body, append(lines, r.page(st, text, w, rows)...))
}

// page draws only the lines in sight: all data of a meeting are thousands.
func (r *reading) page(st kit.Styles, text []string, w, rows int) []string {
	blank := make([]string, len(text))
	shown := r.pager.Draw(st, blank, rows)
	for i := range shown {
		shown[i] = kit.NewRow(w).Put(st.Text, text[r.pager.Top()+i]).String() + shown[i]
	}
	return shown
}

// speak reads it, a line each.
func (r *reading) speak(env Env) []string {
	said := []string{r.file.Name + ", " + r.file.Title.In(env.Lang)}
	for _, line := range r.broken(widestLine) {
		if line = strings.Join(strings.Fields(line), " "); strings.Trim(line, "─") != "" {
			said = append(said, line)
		}
	}
	return said
}

func draft() lang.Text {
	return lang.Text{VI: "dự thảo đến khi chốt", EN: "a draft until the meeting is closed"}
}
