package overlay

import (
	"strings"

	"thidua/scoring/lang"
	"thidua/tui/kit"
)

const (
	helpKey = 11 // cells of the key before what it does
	helpGap = 2
)

// said is the entry's sentence, with why it is off.
func (e helpEntry) said(env Env) string {
	text := env.In(e.text)
	if !e.off.IsZero() {
		text += " (" + env.In(e.off) + ")"
	}
	return text
}

// wrapped are the entry's lines of w cells.
func (e helpEntry) wrapped(env Env, w int) []string {
	if e.key != "" {
		w -= helpKey + helpGap
	}
	var lines []string
	if e.head && !e.title() {
		lines = append(lines, "")
	}
	if e.text.IsZero() {
		return lines
	}
	return append(lines, kit.Wrap(e.said(env), max(w, 1), 0)...)
}

// title reports whether the heading is that of the page, above which nothing is left free.
func (e helpEntry) title() bool {
	return e.head && !e.text.IsZero() && e.text.VI == strings.ToUpper(e.text.VI)
}

// draw draws one of the entry's lines.
func (e helpEntry) draw(env Env, c *kit.Canvas, part, w int, here bool) {
	st := env.Styles
	row, style := kit.NewRow(c.W), st.Text
	if here {
		row = kit.NewMarked(c.W, st.Cursor)
	}
	switch {
	case e.head:
		style = st.Title
	case !e.off.IsZero():
		style = st.Dim
	}
	if e.key != "" {
		key := e.key
		if part > 0 {
			key = ""
		}
		row.Right(st.Key, key, helpKey).Gap(helpGap)
	}
	lines := e.wrapped(env, w)
	c.Add(row.Put(style, lines[min(part, len(lines)-1)]).String())
}

// spoken is the entry as it is read aloud.
func (e helpEntry) spoken(env Env) string {
	return strings.TrimSpace(e.key + " " + lang.Both(e.said(env)).In(env.Lang))
}
