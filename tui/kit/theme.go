package kit

import (
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"
)

// ThemeName is one of the ways the program may look.
type ThemeName string

// The themes. Each works without colour as well: a mark or a word carries every meaning.
const (
	Dark     ThemeName = "dark"
	Light    ThemeName = "light" // for projectors
	Contrast ThemeName = "contrast"
	Mono     ThemeName = "mono"
)

// Themes lists the themes in the order in which a key goes through them.
func Themes() []ThemeName { return []ThemeName{Dark, Light, Contrast, Mono} }

// Style is a ready fragment: the sequences that switch it on and off. Building it once and writing it often is what
// keeps a frame cheap.
type Style struct{ on, off string }

// Render puts a text in the style.
func (s Style) Render(text string) string {
	if text == "" || s.on == "" {
		return text
	}
	return s.on + text + s.off
}

// fragment takes the sequences out of a lipgloss style.
func fragment(st lipgloss.Style) Style {
	on, off, _ := strings.Cut(st.Render("\x00"), "\x00")
	return Style{on, off}
}

// Styles are the styles of one session: a value, made from a palette and handed down. Nothing about looks is global.
type Styles struct {
	Theme ThemeName

	Text   Style // ordinary
	Strong Style // what the eye should find first
	Dim    Style // rules of the meeting, repetitions: never what is being decided
	Title  Style // heads of columns and panels
	Accent Style // where we are
	Good   Style // agreed, recorded
	Warn   Style // wants attention
	Bad    Style // refused, not recorded
	Gold   Style // flag
	Silver Style // certificate
	Rule   Style // lines
	Cursor Style // the row the cursor is on
	Edit   Style // the field being typed in
	Key    Style // a key in the footer
	Here   Style // the current screen's name
	Alarm  Style // a message that must not be missed
	Code   Style // white blocks on black, for cameras

	Signs *Signs // what pictures are drawn with

	background, foreground color.Color // what the terminal is asked for; nil leaves it as it is
}

// palette is the few colours that a theme is made of, as 256-colour numbers: what an SSH session can count on. Where
// there are only sixteen each becomes the nearest of them, and a warning must not become what is bad. All but
// that of lines stand out from the background by at least 7 to 1, for a projector halves that, and the winners' most.
type palette struct {
	text, strong, dim, title, accent, good, warn, bad, gold, silver, rule string
	cursorFg, cursorBg, editFg, editBg, alarmFg, alarmBg                  string
	background, foreground                                                color.Color
}

func palettes(name ThemeName) palette {
	switch name {
	case Light:
		return palette{text: "235", strong: "16", dim: "239", title: "18", accent: "24", good: "22", warn: "90",
			bad: "124", gold: "88", silver: "16", rule: "248",
			cursorFg: "16", cursorBg: "189", editFg: "16", editBg: "228", alarmFg: "231", alarmBg: "124",
			background: lipgloss.Color("#ffffff"), foreground: lipgloss.Color("#000000")}
	case Contrast:
		return palette{text: "255", strong: "231", dim: "252", title: "231", accent: "51", good: "46", warn: "226",
			bad: "213", gold: "226", silver: "231", rule: "250",
			cursorFg: "16", cursorBg: "231", editFg: "16", editBg: "226", alarmFg: "16", alarmBg: "226",
			background: lipgloss.Color("#000000"), foreground: lipgloss.Color("#ffffff")}
	}
	return palette{text: "252", strong: "231", dim: "249", title: "153", accent: "117", good: "114", warn: "228",
		bad: "217", gold: "227", silver: "231", rule: "240",
		cursorFg: "231", cursorBg: "24", editFg: "16", editBg: "228", alarmFg: "231", alarmBg: "124"}
}

// NewStyles makes the styles of a theme. Mono uses bold, reverse, underline and faint only, as does every theme where
// NO_COLOR holds.
func NewStyles(name ThemeName) Styles {
	if name == Mono {
		return monochrome()
	}
	return coloured(name)
}

// With are the styles with the signs of a terminal.
func (s Styles) With(set SignSet) Styles {
	s.Signs = set.Signs()
	return s
}

func coloured(name ThemeName) Styles {
	p := palettes(name)
	fg := func(c string) lipgloss.Style { return lipgloss.NewStyle().Foreground(lipgloss.Color(c)) }
	on := func(f, b string) lipgloss.Style { return fg(f).Background(lipgloss.Color(b)) }
	dim := fg(p.dim)
	return Styles{
		Theme:  name,
		Signs:  Blocks.Signs(),
		Text:   fragment(fg(p.text)),
		Strong: fragment(fg(p.strong).Bold(true)),
		Dim:    fragment(dim),
		Title:  fragment(fg(p.title).Bold(true)),
		Accent: fragment(fg(p.accent).Bold(true)),
		Good:   fragment(fg(p.good)),
		Warn:   fragment(fg(p.warn)),
		Bad:    fragment(fg(p.bad).Bold(true)),
		Gold:   fragment(fg(p.gold).Bold(true)),
		Silver: fragment(fg(p.silver).Bold(true)),
		Rule:   fragment(fg(p.rule)),
		Cursor: fragment(on(p.cursorFg, p.cursorBg).Bold(true)),
		Edit:   fragment(on(p.editFg, p.editBg).Bold(true)),
		Key:    fragment(fg(p.accent).Bold(true)),
		Here:   fragment(on(p.cursorFg, p.cursorBg).Bold(true)),
		Alarm:  fragment(on(p.alarmFg, p.alarmBg).Bold(true)),
		Code:   fragment(on("231", "16")),

		background: p.background, foreground: p.foreground,
	}
}

func monochrome() Styles {
	plain, bold := lipgloss.NewStyle(), lipgloss.NewStyle().Bold(true)
	reverse := bold.Reverse(true)
	return Styles{
		Theme: Mono, Signs: Blocks.Signs(),
		Text: fragment(plain), Strong: fragment(bold), Dim: fragment(plain.Faint(true)), Title: fragment(bold),
		Accent: fragment(bold),
		Good:   fragment(plain), Warn: fragment(bold), Bad: fragment(reverse), Gold: fragment(bold),
		Silver: fragment(bold), Rule: fragment(plain.Faint(true)),
		Cursor: fragment(reverse), Edit: fragment(reverse.Underline(true)), Key: fragment(bold),
		Here: fragment(reverse), Alarm: fragment(reverse),
	}
}

// Background is the colour the terminal's background should have; nil leaves it alone.
func (s Styles) Background() color.Color { return s.background }

// Foreground is the colour of plain text; nil leaves it alone.
func (s Styles) Foreground() color.Color { return s.foreground }
