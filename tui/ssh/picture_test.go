package ssh

import (
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"thidua/tui/kit"
)

// pieces is what lines are made of: letters, marks, wide characters, what only looks like one.
func pieces() []string {
	return []string{"a", "B", " ", "  ", "7", "ế", "e\u0302\u0301", "Đ", "漢", "字", "⚑", "…", "━", "👩‍🔬", "›"}
}

func styles() []string {
	return []string{"", "\x1b[1m", "\x1b[38;5;114m", "\x1b[1;38;5;231;48;5;24m", "\x1b[7m", "\x1b[38;2;10;200;30m"}
}

// drawLine makes a line of w cells, in the default style at both ends.
func drawLine(t *rapid.T, w int) string {
	var b strings.Builder
	for used := 0; used < w; {
		style := rapid.SampledFrom(styles()).Draw(t, "style")
		text := ""
		for range rapid.IntRange(1, 12).Draw(t, "length") {
			p := rapid.SampledFrom(pieces()).Draw(t, "piece")
			if n := kit.Width(p); used+n <= w {
				text += p
				used += n
			}
		}
		if style != "" && text != "" {
			text = style + text + "\x1b[m"
		}
		b.WriteString(text)
	}
	return b.String()
}

// seen is what a terminal shows after some bytes.
func seen(w, h int, bytes ...[]byte) []cell {
	e := newEmulator(w, h)
	for _, b := range bytes {
		_, _ = e.Write(b)
	}
	if len(e.rest) > 0 || len(e.strange) > 0 || e.style != "" {
		return nil
	}
	return e.cells
}

// A difference on top of the old picture is the new picture, in every colour profile.
func TestStepIsThePicture(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.IntRange(1, 40).Draw(t, "w"), rapid.IntRange(1, 6).Draw(t, "h")
		p := rapid.SampledFrom([]colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI256, colorprofile.ANSI,
			colorprofile.ASCII}).Draw(t, "profile")
		old, now := make([]string, h), make([]string, h)
		for y := range h {
			old[y] = drawLine(t, w)
			switch now[y] = old[y]; rapid.IntRange(0, 2).Draw(t, "change") {
			case 0:
				now[y] = drawLine(t, w)
			case 1: // something in the middle
				head := rapid.IntRange(0, w).Draw(t, "head")
				now[y] = cut(old[y], 0, head) + cut(drawLine(t, w), head, w)
				if kit.Width(now[y]) != w {
					now[y] = drawLine(t, w)
				}
			}
		}
		whole := seen(w, h, paintAll(now, p))
		stepped := seen(w, h, paintAll(old, p), new(painter).step(old, now, p))
		if whole == nil || !cmp.Equal(whole, stepped, cmp.AllowUnexported(cell{})) {
			t.Fatalf("%q\n→ %q\n%s", old, now, cmp.Diff(whole, stepped, cmp.AllowUnexported(cell{})))
		}
		if cmp.Equal(old, now) && new(painter).step(old, now, p) != nil {
			t.Fatal("bytes for nothing")
		}
	})
}

// cut is the cells of a line from one column to another, as a line.
func cut(line string, from, to int) string {
	all := cells(nil, line)
	var b []byte
	b = drawRun(b, all[min(from, len(all)):min(to, len(all))])
	return string(b)
}

// Real pictures, one after the other, as people move about and decide.
func TestStepsOfTheMeeting(t *testing.T) {
	h := startServer(t)
	for _, z := range []size{{80, 24}, {120, 40}, {45, 12}} {
		s := h.newScreen(t.Context(), screenOptions{who: h.guestOf("observer")})
		s.Resize(z.w, z.h)
		var old []string
		screen := newEmulator(z.w, z.h)
		for i := range 9 {
			if i%3 == 0 {
				h.decide(i)
			} else {
				h.lead(i)
			}
			s.Refresh()
			now := fit(s.Lines(), z.w, z.h)
			if old == nil {
				_, _ = screen.Write(paintAll(now, colorprofile.ANSI256))
			} else {
				_, _ = screen.Write(new(painter).step(old, now, colorprofile.ANSI256))
			}
			for y, line := range now {
				if w := kit.Width(plainText(line)); w != z.w {
					t.Fatalf("%v: line %d has %d cells: %q", z, y, w, line)
				}
			}
			if want := seen(z.w, z.h, paintAll(now, colorprofile.ANSI256)); !cmp.Equal(want, screen.cells,
				cmp.AllowUnexported(cell{})) {
				t.Fatalf("%v, picture %d:\n%s", z, i, cmp.Diff(want, screen.cells, cmp.AllowUnexported(cell{})))
			}
			old = now
		}
	}
}

func plainText(line string) string {
	var b strings.Builder
	for _, c := range cells(nil, line) {
		b.WriteString(c.text)
	}
	return b.String()
}
