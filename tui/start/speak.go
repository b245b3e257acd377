package start

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"thidua/scoring/lang"
	"thidua/tui/screen"
)

// What pages say to those who listen: what is asked, then the line that the cursor is on, which is the last.

func (h *home) speak(env screen.Env) []string {
	place := h.list.Spoken()
	if r := h.here(); r != nil {
		state, _ := r.state(env.Styles)
		said := append([]string{r.name(), env.In(state)}, r.tell(env, h.opts.Now())...)
		return []string{strings.Join(append(said, env.In(place)), "; ")}
	}
	if t, ok := h.chosen(); ok {
		return []string{strings.Join([]string{env.In(t.label), env.In(t.more), env.In(place)}, "; ")}
	}
	return []string{env.In(h.about())}
}

func (c *choose) speak(env screen.Env) []string {
	said := []string{env.In(c.help)}
	if c.intro != nil {
		said = spoken(c.intro(env, widestLine))
	}
	if i := c.list.Index(); i < len(c.options) {
		o := c.options[i]
		line := env.In(o.label)
		for _, more := range []lang.Text{o.more, o.off, c.list.Spoken()} {
			if !more.IsZero() {
				line += "; " + env.In(more)
			}
		}
		said = append(said, line)
	}
	return said
}

func (a *ask) speak(env screen.Env) []string {
	said := []string{env.In(a.help)}
	if a.hint != nil {
		said = append(said, env.In(a.hint(env, a.prompt.Value())))
	}
	return append(said, a.prompt.Speak(env.Lang))
}

func (p *path) speak(env screen.Env) []string {
	said := []string{env.In(p.help)}
	if name, ok := p.list.Here(); ok && p.inList {
		return append(said, name+"; "+env.In(p.list.Spoken()))
	}
	return append(said, p.prompt.Speak(env.Lang))
}

func (t *text) speak(env screen.Env) []string { return spoken(t.write(env, widestLine)) }

func (p *papers) speak(env screen.Env) []string { return p.Speak(p.env(env)) }

// widestLine is how many cells a line has that is read aloud.
const widestLine = 400

// spoken is a text as it is read aloud: the lines that are not blank.
func spoken(lines []string) (said []string) {
	for _, line := range lines {
		if line = strings.Join(strings.Fields(ansi.Strip(line)), " "); line != "" {
			said = append(said, line)
		}
	}
	if len(said) == 0 {
		said = []string{""}
	}
	return said
}
