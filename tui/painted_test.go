package tui

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/paint"
	"thidua/tui/paint/painttest"
)

// views are the pictures of all scenes, as they were drawn for their golden files.
type views struct {
	mu  sync.Mutex
	all map[look][]shown
}

// shown is the picture of one scene.
type shown struct {
	name string
	view tea.View
}

func (v *views) add(l look, name string, view tea.View) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.all == nil {
		v.all = map[look][]shown{}
	}
	v.all[l] = append(v.all[l], shown{name, view})
}

// checkPainted draws every scene after the one before with the pen and with Bubble Tea's own renderer: a terminal shows
// the same. Among them are letters that terminals count differently.
func (v *views) checkPainted(t *testing.T) {
	for l, scenes := range v.all {
		slices.SortFunc(scenes, func(a, b shown) int { return cmp.Compare(a.name, b.name) })
		profiles := []colorprofile.Profile{colorprofile.ANSI256}
		if l == (look{lang.VI, 80, 24}) {
			profiles = append(profiles, colorprofile.TrueColor, colorprofile.ANSI, colorprofile.ASCII)
		}
		for _, p := range profiles {
			t.Run(fmt.Sprintf("painted %s %s", l, p), func(t *testing.T) {
				t.Parallel()
				comparePainted(t, l, p, append(scenes[:len(scenes):len(scenes)], strangeLetters(l)...))
			})
		}
	}
}

// strangeLetters are pictures with wide letters, marks that come by themselves, and names as long as they may be.
func strangeLetters(l look) (out []shown) {
	st := kit.NewStyles(kit.Dark)
	for i, text := range []string{
		"Thừa Thiên - Huế", "Thu\u031b\u0300a Thie\u0302n - Hue\u0302\u0301", "漢字 trong tên", "x漢字", "⚑ và é, … và ━",
		"Ủy ban nhân dân thành phố trực thuộc Trung ương", "VĨNH PHÚC",
	} {
		var lines []string
		for y := range l.h {
			row := kit.NewRow(l.w).Gap((y + i) % 5)
			for _, style := range []kit.Style{st.Text, st.Bad, st.Here, st.Strong} {
				row.Left(style, text, 9+(y+i)%11).Gap(y % 3)
			}
			lines = append(lines, row.String())
		}
		v := tea.NewView(joined(lines))
		v.AltScreen, v.Cursor = true, tea.NewCursor(i, i)
		out = append(out, shown{"letters " + text, v})
	}
	return out
}

func joined(lines []string) string {
	var b bytes.Buffer
	for i, line := range lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(line)
	}
	return b.String()
}

func comparePainted(t *testing.T, l look, p colorprofile.Profile, scenes []shown) {
	library := beginLibrary(t, l, p)
	painted := painttest.New(l.w, l.h, nil)
	_, _ = painted.Write([]byte(paint.On))
	var pen paint.Pen
	var was *paint.Picture
	for i, s := range scenes {
		library.show(i, s.view)
		now := paint.Of(s.view, l.w, l.h)
		if term := (paint.Terminal{Profile: p, Synced: i%2 == 0}); was == nil {
			_, _ = painted.Write(pen.Whole(now, term, false))
		} else {
			_, _ = painted.Write(pen.Step(was, now, term))
		}
		was, painted.Title = now, library.Title
		library.Mu.Lock()
		diff := painttest.Diff(library.Terminal, painted)
		library.Mu.Unlock()
		if diff != "" || !painted.Whole() {
			t.Fatalf("%s differs from what the library draws:\n%s%q", s.name, diff, painted.Strange)
		}
	}
}

// library is a terminal on which Bubble Tea's own renderer draws.
type library struct {
	*painttest.Terminal
	t *testing.T
	p *tea.Program
}

// canvas is a program that shows what it is sent.
type canvas struct{ view tea.View }

func (c canvas) Init() tea.Cmd  { return nil }
func (c canvas) View() tea.View { return c.view }
func (c canvas) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if v, ok := msg.(tea.View); ok {
		c.view = v
	}
	return c, nil
}

// Write ends lines as terminals want it: the renderer leaves that to the system where it reads no keys.
func (b *library) Write(p []byte) (int, error) {
	_, _ = b.Terminal.Write(bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n")))
	return len(p), nil
}

func beginLibrary(t *testing.T, l look, p colorprofile.Profile) *library {
	b := &library{Terminal: painttest.New(l.w, l.h, nil), t: t}
	b.p = tea.NewProgram(canvas{}, tea.WithInput(nil), tea.WithOutput(b), tea.WithWindowSize(l.w, l.h),
		tea.WithColorProfile(p), tea.WithFPS(120), tea.WithoutSignalHandler(),
		tea.WithEnvironment([]string{"TERM=xterm-256color"}))
	ended := make(chan error, 1)
	go func() { _, err := b.p.Run(); ended <- err }()
	t.Cleanup(func() {
		b.p.Quit()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	return b
}

// show waits until the renderer has drawn a view, which its title tells.
func (b *library) show(n int, v tea.View) {
	b.t.Helper()
	v.WindowTitle = fmt.Sprint("picture ", n)
	b.p.Send(v)
	deadline := time.After(time.Minute)
	for {
		b.Mu.Lock()
		drawn, changed := b.Title == v.WindowTitle, b.Changed
		b.Mu.Unlock()
		if drawn {
			return
		}
		select {
		case <-changed:
		case <-deadline:
			b.t.Fatalf("the library does not draw picture %d", n)
		}
	}
}
