package paint

import (
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"thidua/tui/kit"
	"thidua/tui/paint/painttest"
)

// pieces is what lines are made of: letters, marks, wide characters, what only looks like one.
func pieces() []string {
	return []string{"a", "B", " ", "          ", "7", "ế", "e\u0302\u0301", "Huế", "Hu\u0065\u0302\u0301", "Đ", "漢",
		"字", "⚑", "…", "━", "👩‍🔬", "›", strings.Repeat("Ủy ban ", 6)[:40]}
}

func styles() []string {
	return []string{"", "\x1b[1m", "\x1b[2m", "\x1b[1;2m", "\x1b[4m", "\x1b[38;5;114m", "\x1b[38;5;231;48;5;24m",
		"\x1b[1;38;5;231;48;5;24m", "\x1b[7m", "\x1b[38;2;10;200;30m", "\x1b[31m", "\x1b[97;100m", "\x1b[48;5;5m"}
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

// cut is the cells of a line from one column to another, as a line.
func cut(line string, from, to int) string {
	all := cells(nil, line, to)
	var b strings.Builder
	style := ""
	for _, c := range all[from:] {
		b.Write(turn(nil, style, c.style))
		style = c.style
		b.WriteString(c.text)
	}
	b.Write(turn(nil, style, ""))
	return b.String()
}

// drawPicture makes a picture, or another one that has much in common with it.
func drawPicture(t *rapid.T, was *Picture, w, h int) *Picture {
	p := &Picture{W: w, H: h, Lines: make([]string, rapid.IntRange(max(h-1, 0), h).Draw(t, "lines"))}
	if rapid.Bool().Draw(t, "cursor") {
		p.Cursor = &kit.Cursor{X: rapid.IntRange(0, w-1).Draw(t, "x"), Y: rapid.IntRange(0, h-1).Draw(t, "y")}
	}
	colours := rapid.SampledFrom([]string{"", "#101010", "#ffffff"})
	p.Colours = Colours{colours.Draw(t, "text"), colours.Draw(t, "background")}
	for y := range p.Lines {
		if was == nil {
			p.Lines[y] = drawLine(t, w)
			continue
		}
		old := was.line(y)
		switch p.Lines[y] = old; rapid.IntRange(0, 2).Draw(t, "change") {
		case 0:
			p.Lines[y] = drawLine(t, w)
		case 1: // something in the middle
			head := rapid.IntRange(0, w).Draw(t, "head")
			p.Lines[y] = cut(old, 0, head) + cut(drawLine(t, w), head, w)
		}
	}
	return p
}

// seen is what a terminal shows after some bytes; nil: it does not understand them.
func seen(w, h int, bytes ...[]byte) *painttest.Terminal {
	e := painttest.New(w, h, nil)
	for _, b := range append([][]byte{[]byte(On)}, bytes...) {
		_, _ = e.Write(b)
	}
	if !e.Whole() {
		return nil
	}
	return e
}

// A difference on top of the old picture is the new picture, in every colour profile, with the cursor where it belongs.
func TestStepIsThePicture(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.IntRange(1, 60).Draw(t, "w"), rapid.IntRange(1, 6).Draw(t, "h")
		term := Terminal{rapid.SampledFrom([]colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI256,
			colorprofile.ANSI, colorprofile.ASCII}).Draw(t, "profile"), rapid.Bool().Draw(t, "synced")}
		old := drawPicture(t, nil, w, h)
		now := drawPicture(t, old, w, h)
		wipe := rapid.Bool().Draw(t, "wipe")
		pen := &Pen{}
		whole := seen(w, h, pen.Whole(now, term, wipe))
		stepped := seen(w, h, pen.Whole(old, term, wipe), pen.Step(old, now, term))
		if whole == nil || stepped == nil {
			t.Fatalf("%q\n→ %q is not understood", old.Lines, now.Lines)
		}
		if diff := painttest.Diff(whole, stepped); diff != "" {
			t.Fatalf("%q\n→ %q\n%s", old.Lines, now.Lines, diff)
		}
		if c := now.Cursor; c != nil && (stepped.X != c.X || stepped.Y != c.Y) || stepped.Cursor() != (c != nil) {
			t.Fatalf("the cursor is at %d,%d, want %v", stepped.X, stepped.Y, c)
		}
		if cmp.Equal(old, now) && pen.Step(old, now, term) != nil {
			t.Fatal("bytes for nothing")
		}
	})
}

// A style follows another with a reset only where it leaves something alone that the other has set.
func TestTurn(t *testing.T) {
	for _, tt := range []struct{ from, to, want string }{
		{"", "", ""},
		{"", "\x1b[1m", "\x1b[1m"},
		{"\x1b[1m", "", "\x1b[m"},
		{"\x1b[38;5;1m", "\x1b[38;5;2m", "\x1b[38;5;2m"},
		{"\x1b[38;5;1m", "\x1b[1;31m", "\x1b[1;31m"},
		{"\x1b[1;38;5;1m", "\x1b[38;5;2m", "\x1b[0;38;5;2m"},
		{"\x1b[2m", "\x1b[1m", "\x1b[0;1m"},
		{"\x1b[38;2;4;7;1m", "\x1b[91m", "\x1b[91m"},
		{"\x1b[4:3m", "\x1b[4:3;1m", "\x1b[0;4:3;1m"},
		{"\x1b[1;38;5;231;48;5;24m", "\x1b[1;38;5;231m", "\x1b[49m"},
		{"\x1b[38;5;252m", "\x1b[1;38;5;252m", "\x1b[1m"},
		{"\x1b[1;4;38;5;252m", "\x1b[1;38;5;252m", "\x1b[24m"},
		{"\x1b[1;2;31m", "\x1b[2;31m", "\x1b[22;2m"},
		{"\x1b[4;31m", "\x1b[4m", "\x1b[39m"},
	} {
		if got := string(turn(nil, tt.from, tt.to)); got != tt.want {
			t.Errorf("from %q to %q: %q, want %q", tt.from, tt.to, got, tt.want)
		}
	}
}

// The cursor goes where it is wanted by the shortest way; while it is not sure where it stands, by name.
func TestMove(t *testing.T) {
	for _, tt := range []struct {
		known        bool
		fromY, fromX int
		y, x         int
		want         string
	}{
		{false, 3, 3, 0, 0, "\x1b[H"},
		{false, 3, 3, 3, 3, "\x1b[4;4H"},
		{true, 3, 3, 3, 3, ""},
		{true, 3, 3, 3, 4, "\x1b[C"},
		{true, 3, 3, 3, 30, "\x1b[27C"},
		{true, 3, 30, 3, 28, "\b\b"},
		{true, 3, 30, 3, 20, "\x1b[10D"},
		{true, 3, 30, 3, 2, "\x1b[3G"},
		{true, 3, 30, 3, 0, "\r"},
		{true, 3, 100, 4, 100, "\x1b[B"},
		{true, 5, 100, 3, 99, "\x1b[2A\b"},
		{true, 3, 100, 20, 50, "\x1b[21;51H"},
	} {
		p := &Pen{known: tt.known, y: tt.fromY, x: tt.fromX}
		p.move(tt.y, tt.x)
		if got := string(p.b); got != tt.want || !p.known || p.y != tt.y || p.x != tt.x {
			t.Errorf("%+v: %q", tt, got)
		}
	}
}

// Of a picture that arrives in one go a terminal is told nothing of that; of a larger one it is, and where it does not
// know what that means no cursor is seen to jump about.
func TestOneGo(t *testing.T) {
	old := &Picture{W: 60, H: 40, Lines: []string{""}, Cursor: &kit.Cursor{}}
	little, much := *old, *old
	little.Lines = []string{"a few letters"}
	much.Lines = strings.Split(strings.Repeat(strings.Repeat("abcde", 12)+"\n", 39), "\n")
	for _, tt := range []struct {
		now           *Picture
		synced        bool
		begins, hides bool
	}{{&little, false, false, false}, {&little, true, false, false}, {&much, true, true, false},
		{&much, false, true, true}} {
		b := string(new(Pen).Step(old, tt.now, Terminal{colorprofile.ANSI256, tt.synced}))
		if strings.Contains(b, begin) != tt.begins || strings.HasSuffix(b, end) != tt.begins ||
			strings.HasPrefix(b, ansi.ResetModeTextCursorEnable) != tt.hides {
			t.Errorf("%d bytes, known %v: %q", len(b), tt.synced, b)
		}
	}
}

// Where terminals disagree how wide a character is, what stands behind it is placed by itself.
func TestWidthsThatTerminalsDisagreeAbout(t *testing.T) {
	pen := &Pen{}
	for _, line := range []string{"x漢y", "xế\u0302y", "x👩‍🔬y"} {
		w := kit.Width(line)
		b := pen.Whole(&Picture{W: w, H: 1, Lines: []string{line}}, Terminal{Profile: colorprofile.TrueColor}, false)
		if want := string(goTo(nil, 0, w-1)) + "y"; !strings.Contains(string(b), want) {
			t.Errorf("%q does not contain %q", b, want)
		}
	}
}
