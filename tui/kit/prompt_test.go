package kit_test

import (
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"thidua/scoring/lang"
	"thidua/tui/kit"
)

// shown is a prompt in so many cells, and where the cursor is in it.
func shown(p *kit.Prompt, w int) (string, int) {
	c := kit.NewCanvas(kit.Rect{X: 3, Y: 4, W: w, H: 1})
	at := p.Draw(c, kit.NewStyles(kit.Mono), lang.EN)
	return ansi.Strip(strings.Join(c.Lines, "|")), at.X - 3
}

// The label, the field with its limit, and marks where not all of the text is in sight.
func TestPromptShows(t *testing.T) {
	for name, try := range map[string]struct {
		typed  string
		left   int // presses of ←
		want   string
		cursor int
	}{
		"empty":         {want: "why: [     ]", cursor: 6},
		"some":          {typed: "abc", want: "why: [abc  ]", cursor: 9},
		"full":          {typed: "abcde", want: "why: ‹bcde ]", cursor: 10},
		"longer":        {typed: "abcdefgh", want: "why: ‹efgh ]", cursor: 10},
		"at the start":  {typed: "abcdefgh", left: 8, want: "why: [abcde›", cursor: 6},
		"in the middle": {typed: "abcdefgh", left: 2, want: "why: ‹cdefg›", cursor: 10},
		"the limit":     {typed: "abcdefghijklmnop", want: "why: ‹ghij ]", cursor: 10},
	} {
		p := kit.NewPrompt(lang.Both("why"), lang.Text{}, 10)
		p.Insert(try.typed)
		for range try.left {
			p.Key(tea.KeyPressMsg{Code: tea.KeyLeft})
		}
		if got, cursor := shown(p, 12); got != try.want || cursor != try.cursor {
			t.Errorf("%s: %q with the cursor at %d, want %q at %d", name, got, cursor, try.want, try.cursor)
		}
	}
}

// What is taken stays as it is until it is known what came of it; what was refused can be typed on.
func TestPromptTakes(t *testing.T) {
	missing := lang.Both("say why")
	p := kit.NewPrompt(lang.Both("why"), missing, 10)
	if _, got := p.Take(); got != missing || p.Sent() {
		t.Errorf("taken with nothing in it: %v", got)
	}
	if p.Recorded(nil) {
		t.Error("what others recorded has ended the prompt")
	}
	p.Insert("abc")
	if text, got := p.Take(); text != "abc" || !got.IsZero() || p.Keys(missing)[0].Off.IsZero() {
		t.Errorf("took %q, %v", text, got)
	}
	p.Insert("d")
	p.Key(tea.KeyPressMsg{Code: 'e', Text: "e"})
	if p.Value() != "abc" {
		t.Errorf("typed into what is on its way: %q", p.Value())
	}
	if p.Recorded(errors.New("no")) || !p.Keys(missing)[0].Off.IsZero() {
		t.Error("a refusal has ended the prompt")
	}
	if p.Key(tea.KeyPressMsg{Code: 'd', Text: "d"}); p.Value() != "abcd" {
		t.Errorf("after a refusal: %q", p.Value())
	}
	if p.Take(); !p.Recorded(nil) {
		t.Error("the prompt goes on after its text is on record")
	}
	if text, got := kit.NewPrompt(missing, lang.Text{}, 1).Take(); text != "" || !got.IsZero() {
		t.Error("what may be empty was not taken")
	}
}

// A question is answered by its own key or by those for it, and by no other.
func TestConfirmIsForOneAction(t *testing.T) {
	var c kit.Confirm
	if c.Asks("undo", 3); !c.Waits("undo") || c.Waits("drop") {
		t.Error("the question does not wait for its answer")
	}
	if c.Press("undo"); !c.Waits("undo") {
		t.Error("its own key has taken the question back")
	}
	if c.Press("move"); c.Waits("undo") || !c.Asks("undo", 3) {
		t.Error("another key has left the question open")
	}
	yes := lang.Both("yes")
	for i, b := range c.Keys(yes, yes, yes, yes, lang.Text{}) {
		if want := []kit.Action{kit.ConfirmYes, kit.ConfirmNo}[i]; b.Action != want || b.Has("delete") {
			t.Errorf("key %d is %+v", i, b)
		}
	}
}
