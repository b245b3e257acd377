package start

import (
	tea "charm.land/bubbletea/v2"

	"thidua/data/clean"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// longest is how many characters are taken of what is typed.
const longest = 1000

// longestTitle is how many cells of an answer stand in the head.
const longestTitle = 30

// ask asks for a line of text.
type ask struct {
	head, help lang.Text
	prompt     *kit.Prompt
	hint       func(env screen.Env, typed string) lang.Text // below it, with every key; nil: nothing
	take       func(env screen.Env, typed string) effect
	label      lang.Text // of Enter; empty: to the next step
	taken      lang.Text // what was typed; empty: nothing yet
}

// newAsk asks for a line of text and offers one.
func newAsk(head, help, label, missing lang.Text, offered string, take func(screen.Env, string) effect) *ask {
	a := &ask{head: head, help: help, prompt: kit.NewPrompt(label, missing, longest), take: take}
	a.prompt.Set(offered)
	return a
}

func (a *ask) title() lang.Text { return a.head }
func (a *ask) about() lang.Text { return a.help }

func (a *ask) answer() lang.Text { return a.taken }

func (a *ask) keys() []kit.Binding {
	enter := going()
	if !a.label.IsZero() {
		enter.Label = a.label
	}
	return []kit.Binding{enter, leaving()}
}

func (a *ask) do(env screen.Env, action kit.Action) effect {
	switch action {
	case doBack:
		return effect{back: true}
	case doTake:
		if missing := a.prompt.Missing(); !missing.IsZero() {
			return alarm(missing)
		}
		typed := clean.Line(a.prompt.Value())
		a.taken = lang.Both(kit.Cut(typed, longestTitle))
		return a.take(env, typed)
	}
	return effect{}
}

func (a *ask) key(msg tea.KeyPressMsg) effect {
	a.prompt.Key(msg)
	return effect{}
}

func (a *ask) insert(pasted string) effect {
	a.prompt.Insert(pasted)
	return effect{}
}

func (a *ask) draw(env screen.Env, body kit.Rect) screen.View {
	c := kit.NewCanvas(body)
	c.Add(paragraph(env.Styles.Text, env.In(a.help), body.W)...)
	if c.H >= roomy {
		c.Blank()
	}
	at := a.prompt.Draw(c, env.Styles, env.Lang)
	if a.hint != nil {
		c.Add(paragraph(env.Styles.Accent, env.In(a.hint(env, a.prompt.Value())), body.W)...)
	}
	v := whole(body, c.Lines)
	v.Cursor = &at
	return v
}
