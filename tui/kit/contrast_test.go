package kit_test

import (
	"image/color"
	"math"
	"reflect"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"thidua/tui/kit"
)

// leastContrast is what text has to stand out by: what the accessibility guidelines call AAA. A projector in a bright
// room leaves half of it.
const leastContrast = 7

// backgrounds are those on which a theme is seen: its own, or those of dark terminals.
func backgrounds(st kit.Styles) []color.Color {
	if b := st.Background(); b != nil {
		return []color.Color{b}
	}
	return []color.Color{color.Black, color.RGBA{0x12, 0x15, 0x1b, 0xff}, color.RGBA{0x1a, 0x1d, 0x24, 0xff}}
}

// Text of every style can be read: on the theme's background, or on the style's own.
func TestContrast(t *testing.T) {
	for _, theme := range []kit.ThemeName{kit.Dark, kit.Light, kit.Contrast} {
		st := kit.NewStyles(theme)
		fields := reflect.ValueOf(st)
		for i := range fields.NumField() {
			name := fields.Type().Field(i).Name
			if !fields.Type().Field(i).IsExported() {
				continue
			}
			style, ok := fields.Field(i).Interface().(kit.Style)
			if !ok || name == "Rule" { // lines are no text
				continue
			}
			for _, background := range backgrounds(st) {
				if got := contrast(colours(style, background)); got < leastContrast {
					t.Errorf("%s, %s on %v: %.1f to 1", theme, name, background, got)
				}
			}
		}
	}
}

// Where there are sixteen colours, a warning and a field that is typed in do not look like what is bad.
func TestSixteenColours(t *testing.T) {
	for _, theme := range []kit.ThemeName{kit.Dark, kit.Light, kit.Contrast} {
		st := kit.NewStyles(theme)
		bad := ansi.Convert16(looks(st.Bad).Fg)
		if ansi.Convert16(looks(st.Warn).Fg) == bad || ansi.Convert16(looks(st.Edit).Bg) == bad {
			t.Errorf("%s: what is bad is %v, a warning %v, a field %v", theme, bad, ansi.Convert16(looks(st.Warn).Fg),
				ansi.Convert16(looks(st.Edit).Bg))
		}
	}
}

// The places that an award goes to are never paler than the others.
func TestWinnersStandOut(t *testing.T) {
	for _, theme := range kit.Themes() {
		st := kit.NewStyles(theme)
		for name, style := range map[string]kit.Style{"flag": st.Gold, "certificate": st.Silver} {
			if looks(style).Attrs&uv.AttrBold == 0 {
				t.Errorf("%s: the %s is not bold: %q", theme, name, style.Render("x"))
			}
		}
		if theme == kit.Mono {
			continue
		}
		for _, background := range backgrounds(st) {
			if a, b := contrast(colours(st.Silver, background)), contrast(colours(st.Text, background)); a <= b {
				t.Errorf("%s: a certificate stands out by %.1f, the others by %.1f", theme, a, b)
			}
		}
	}
}

// colours are those in which a terminal shows a style.
func colours(st kit.Style, background color.Color) (text, behind color.Color) {
	text, behind = looks(st).Fg, looks(st).Bg
	if behind == nil {
		behind = background
	}
	return text, behind
}

// looks is a style as a terminal understands it.
func looks(st kit.Style) uv.Style {
	buf := uv.NewScreenBuffer(1, 1)
	uv.NewStyledString(st.Render("x")).Draw(buf, uv.Rect(0, 0, 1, 1))
	return buf.CellAt(0, 0).Style
}

// contrast is by how much two colours stand out from each other, from 1 to 21.
func contrast(a, b color.Color) float64 {
	light, dark := luminance(a), luminance(b)
	if light < dark {
		light, dark = dark, light
	}
	return (light + 0.05) / (dark + 0.05)
}

// luminance is how bright a colour is, from 0 to 1.
func luminance(c color.Color) float64 {
	linear := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.03928 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	r, g, b, _ := c.RGBA()
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}
