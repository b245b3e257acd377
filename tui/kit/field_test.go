package kit_test

import (
	"bufio"
	"encoding/hex"
	"os"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"golang.org/x/text/unicode/norm"

	"thidua/tui/kit"
)

// What Vietnamese input methods send, byte for byte, as captured: case, text the field must hold, the reads in hex.
func telexCases(t *testing.T) [][]string {
	t.Helper()
	f, err := os.Open("testdata/telex.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var cases [][]string
	for sc := bufio.NewScanner(f); sc.Scan(); {
		if line := sc.Text(); line != "" && !strings.HasPrefix(line, "#") {
			cases = append(cases, strings.Split(line, "\t"))
		}
	}
	return cases
}

// keys decodes reads the way the terminal library does.
func keys(t *testing.T, reads []string) (msgs []tea.Msg) {
	t.Helper()
	var dec uv.EventDecoder
	var buf []byte
	paste, pasting := "", false
	for _, read := range reads {
		b, err := hex.DecodeString(strings.TrimSpace(read))
		if err != nil {
			t.Fatal(err)
		}
		buf = append(buf, b...)
		for len(buf) > 0 && completeRune(buf) {
			n, ev := dec.Decode(buf)
			if n == 0 {
				break
			}
			buf = buf[n:]
			switch ev := ev.(type) {
			case uv.PasteStartEvent:
				pasting = true
			case uv.PasteEndEvent:
				pasting = false
				msgs = append(msgs, tea.PasteMsg{Content: paste})
			case uv.KeyPressEvent:
				if pasting {
					paste += ev.Text
				} else {
					msgs = append(msgs, tea.KeyPressMsg(ev))
				}
			}
		}
	}
	return msgs
}

// completeRune reports whether the first character is all there.
func completeRune(b []byte) bool {
	need := 1
	switch c := b[0]; {
	case c >= 0xf0:
		need = 4
	case c >= 0xe0:
		need = 3
	case c >= 0xc0:
		need = 2
	}
	return len(b) >= need
}

func TestTelex(t *testing.T) {
	for _, c := range telexCases(t) {
		t.Run(c[0], func(t *testing.T) {
			f := kit.NewField(200)
			for _, msg := range keys(t, c[2:]) {
				switch msg := msg.(type) {
				case tea.KeyPressMsg:
					f.Key(msg)
				case tea.PasteMsg:
					f.Insert(msg.Content)
				}
			}
			if got := f.Value(); got != c[1] || got != norm.NFC.String(got) {
				t.Errorf("the field holds %q (% x), want %q", got, got, c[1])
			}
		})
	}
}

func TestFieldTakesNoControlCharacters(t *testing.T) {
	f := kit.NewField(50)
	f.Insert("a\x1b[31mb\u202ec\r\nd\x00" + strings.Repeat("x", 1<<20))
	if got := f.Value(); !strings.HasPrefix(got, "a[31mbc d") || len(got) != 50 {
		t.Errorf("the field holds %q", got)
	}
}

func TestFieldDeletesWholeCharacters(t *testing.T) {
	f := kit.NewField(50)
	f.Insert("a👍🏽b")
	f.Key(tea.KeyPressMsg{Code: tea.KeyBackspace})
	f.Key(tea.KeyPressMsg{Code: 'h', Mod: tea.ModCtrl})
	if got := f.Value(); got != "a" {
		t.Errorf("after a backspace and 0x08: %q", got)
	}
	f.Set("trước")
	f.Key(tea.KeyPressMsg{Code: tea.KeyHome})
	f.Key(tea.KeyPressMsg{Code: 'h', Mod: tea.ModCtrl})
	if got := f.Value(); got != "trước" {
		t.Errorf("0x08 at the front: %q", got)
	}
	if text, at := f.View(3); kit.Width(text) != 3 || at != 0 {
		t.Errorf("View(3) = %q, %d", text, at)
	}
}
