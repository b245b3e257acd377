package overlay

import (
	"fmt"
	"strings"

	"thidua/data/clean"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Draw draws what the column is for, what would follow, and its rows: each with what stands there and what would.
func (c *column) Draw(env Env, body kit.Rect) screen.View {
	c.look(env)
	st := env.Styles
	canvas := kit.NewCanvas(body)
	canvas.Text(st.Title, c.title(env), 2)
	style := st.Text
	if c.tally.wrong+c.tally.over > 0 {
		style = st.Bad
	}
	canvas.Text(style, c.summary(env), 2)
	for _, said := range c.follows(env) {
		canvas.Text(st.Warn, said, 2)
	}
	canvas.Rule(st)
	const below = 1
	c.list.Place(canvas.Rest(below), 1)
	canvas.Add(c.list.Draw(st, func(p *kit.Canvas, i int, here bool) { c.row(env, p, c.rows[i], here) })...)
	for canvas.Room() > below {
		canvas.Blank()
	}
	canvas.Text(st.Accent, c.asks(env), 1)
	return over(body, canvas.Lines)
}

// title says for which unit or criterion the column is, and from where on.
func (c *column) title(env Env) string {
	unit := env.Snap.Units()[c.pasted.At.Unit].Name()
	n := &env.Snap.Rulebook().Criteria[c.pasted.At.Node]
	if c.pasted.Units {
		return env.Say("DÁN MỘT CỘT · %s %s · từ %s xuống", "A PASTED COLUMN · %s %s · from %s down", n.Code, n.Label(),
			unit)
	}
	return env.Say("DÁN MỘT CỘT · %s · từ %s xuống", "A PASTED COLUMN · %s · from %s down", unit, n.Code)
}

// summary counts the rows.
func (c *column) summary(env Env) string {
	t := c.tally
	parts := []string{lang.Count(t.changes, "thay đổi", "change", "changes").In(env.Lang)}
	add := func(n int, vi, en string) {
		if n > 0 {
			parts = append(parts, env.Say(vi, en, n))
		}
	}
	add(t.same, "%d như cũ", "%d as before")
	add(t.blank, "%d ô trống: giữ nguyên", "%d blank: left as they are")
	add(t.fractions, "! %d số không quá 1", "! %d not above 1")
	add(t.wrong, "✗ %d ô không nhận được", "✗ %d that cannot be taken")
	add(t.over, "✗ thừa %d số", "✗ %d too many")
	return strings.Join(parts, " · ")
}

// follows says what the scores would bring about: totals and ranks, and what they withdraw.
func (c *column) follows(env Env) (out []string) {
	if len(c.acts) == 0 {
		return nil
	}
	was := view.PlacesOf(env.Snap.Standings(scoring.Agreed), env.Lang)
	is := view.PlacesOf(c.effect.Next.Standings(scoring.Agreed), env.Lang)
	var moved []string
	for i, u := range env.Snap.Units() {
		before, after := was.At(was.Place(i)).Rank, is.At(is.Place(i)).Rank
		own := !c.pasted.Units && i == c.pasted.At.Unit
		switch {
		case own:
			moved = append([]string{env.Say("%s: tổng %s → %s, hạng %d → %d", "%s: total %s → %s, rank %d → %d",
				u.Name(), lang.Both(was.Whole(i)), lang.Both(is.Whole(i)), before, after)}, moved...)
		case before != after:
			moved = append(moved, env.Say("%s hạng %d → %d", "%s rank %d → %d", u.Name(), before, after))
		}
	}
	if len(moved) > 0 {
		out = append(out, "→ "+strings.Join(moved, " · "))
	}
	for _, said := range c.effect.Remarks {
		out = append(out, "! "+said.In(env.Lang))
	}
	return out
}

// asks is the question.
func (c *column) asks(env Env) string {
	if t := c.off(env); !t.IsZero() {
		return env.Say("Không ghi được: %s. %s để bỏ.", "Nothing can be recorded: %s. %s leaves it.", t,
			screen.KeyClose)
	}
	return env.Say("Ghi cả %[1]d? %[2]s ghi tất cả hoặc không gì cả; %[3]s ngay sau đó hoàn tác một lần. %[4]s để bỏ.",
		"Record all %[1]d? %[2]s records all or none; %[3]s right after takes all back at once. %[4]s leaves it.",
		c.tally.changes, kit.KeyTake, screen.KeyUndo, screen.KeyClose)
}

// name is the criterion, or the unit, of a row.
func (c *column) name(env Env, row pastedRow) string {
	switch {
	case row.at.Unit < 0:
		return "—"
	case c.pasted.Units:
		return env.Snap.Units()[row.at.Unit].Name()
	}
	n := &env.Snap.Rulebook().Criteria[row.at.Node]
	return n.Code + " " + n.Label()
}

// words says what would become of a row, and whether that stands in the way of all.
func (c *column) words(env Env, row pastedRow) (text string, wrong bool) {
	said := func(m scoring.Mark) string {
		if !m.Given() {
			return env.Say("chưa chấm", "no score")
		}
		return env.Snap.Rulebook().Criteria[row.at.Node].Said(m).In(env.Lang)
	}
	switch {
	case row.err != nil && row.at.Unit < 0:
		return fmt.Sprintf("✗ «%s»: %s", clean.Show(row.cell), screen.Said(row.err).In(env.Lang)), true
	case row.err != nil:
		return "✗ " + screen.Said(row.err).In(env.Lang), true
	case row.cell == "" && row.at.Unit < 0:
		return env.Say("ô trống", "blank"), false
	case row.cell == "":
		return env.Say("ô trống: giữ %s", "blank: stays at %s", said(row.old)), false
	case row.new == row.old:
		return env.Say("%s như cũ", "%s as before", said(row.old)), false
	}
	text = said(row.old) + " → " + said(row.new)
	if row.fraction {
		text += env.Say("  ! đọc là %s, không phải %s %%", "  ! read as %s, not %s %%",
			said(row.new), scoring.Percent(100*row.new.Percent()))
	}
	return text, false
}

// row draws one row.
func (c *column) row(env Env, p *kit.Canvas, row pastedRow, here bool) {
	const longest, least = 48, 14
	st, line := env.Styles, kit.NewRow(p.W)
	if here {
		line = kit.NewMarked(p.W, st.Cursor)
	}
	text, wrong := c.words(env, row)
	style := st.Strong
	switch {
	case wrong:
		style = st.Bad
	case row.fraction:
		style = st.Warn
	case row.cell == "" || row.new == row.old:
		style = st.Text
	}
	line.Left(st.Text, c.name(env, row), min(max(p.W*2/5, least), longest)).Gap(2).Put(style, text)
	p.Add(line.String())
}

// Speak says the whole when it comes, later the row under the cursor.
func (c *column) Speak(env Env) []string {
	c.look(env)
	said := append([]string{c.title(env), c.summary(env)}, c.follows(env)...)
	said = append(said, c.asks(env))
	if i, ok := c.list.Here(); ok {
		text, _ := c.words(env, c.rows[i])
		said = append(said, env.Say("%s: %s; %s", "%s: %s; %s", c.list.Spoken(), c.name(env, c.rows[i]), text))
	}
	return said
}
