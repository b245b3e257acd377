package ssh

import (
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"thidua/tui/paint"
	"thidua/tui/paint/painttest"
)

// Real pictures, one after the other, as people move about and decide: what is sent for each makes the terminal show
// what it would if it were drawn anew.
func TestStepsOfTheMeeting(t *testing.T) {
	h := startServer(t)
	term := paint.Terminal{Profile: colorprofile.ANSI256}
	for _, z := range []size{{80, 24}, {120, 40}, {45, 12}} {
		s := h.newScreen(t.Context(), screenOptions{who: h.guestOf("observer")})
		s.Resize(z.w, z.h)
		var old *paint.Picture
		stepped := newEmulator(z.w, z.h)
		pen := &paint.Pen{}
		for i := range 9 {
			if i%3 == 0 {
				h.decide(i)
			} else {
				h.lead(i)
			}
			s.Refresh()
			now := paint.Of(s.View(), z.w, z.h)
			for y, line := range now.Lines {
				if w := ansi.StringWidth(line); w != z.w {
					t.Fatalf("%v: line %d has %d cells: %q", z, y, w, line)
				}
			}
			whole := newEmulator(z.w, z.h)
			_, _ = whole.Write(pen.Whole(now, term, true))
			if old == nil {
				_, _ = stepped.Write(pen.Whole(now, term, false))
			} else {
				_, _ = stepped.Write(pen.Step(old, now, term))
			}
			if diff := painttest.Diff(whole.Terminal, stepped.Terminal); diff != "" || !stepped.Whole() {
				t.Fatalf("%v, picture %d:\n%s%q", z, i, diff, stepped.Strange)
			}
			old = now
		}
	}
}
