package ssh

import (
	"bytes"
	"fmt"
	"image/color"
	"io"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/charmbracelet/x/ansi"

	"thidua/tui/kit"
)

// terminal is the far end of a session. Whatever is written to it is written whole.
type terminal struct {
	out    io.Writer
	within time.Duration // for the other side to take what is sent
	giveUp func()        // ends the connection where it does not

	mu    sync.Mutex
	timer *time.Timer
}

func newTerminal(out io.Writer, within time.Duration, giveUp func()) *terminal {
	t := &terminal{out: out, within: within, giveUp: giveUp}
	t.timer = time.AfterFunc(time.Hour, giveUp)
	t.timer.Stop()
	return t
}

// Write sends, and ends the connection where that takes too long.
func (t *terminal) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.timer.Reset(t.within)
	defer t.timer.Stop()
	return t.out.Write(p)
}

// The modes of a terminal in a session are the same whether somebody follows or looks around alone, so that changing
// between the two shows nothing: the other screen, reports of clicks, pasted text marked as such.
const (
	modesOn = ansi.SetModeAltScreenSaveCursor + ansi.SetModeBracketedPaste + ansi.SetModeMouseButtonEvent +
		ansi.SetModeMouseExtSgr
	modesOff = ansi.ResetModeSynchronizedOutput + plain + ansi.SetModeAutoWrap + ansi.ResetModeMouseExtSgr +
		ansi.ResetModeMouseButtonEvent + ansi.ResetModeBracketedPaste +
		ansi.ResetBackgroundColor + ansi.ResetForegroundColor + ansi.ResetModeAltScreenSaveCursor +
		ansi.SetModeTextCursorEnable

	// Asked once: the answers may never come.
	questions = ansi.RequestBackgroundColor + ansi.RequestModeSynchronizedOutput

	// Those who follow have no cursor, and the last cell of a line must not begin another.
	followOn  = ansi.ResetModeTextCursorEnable + ansi.ResetModeAutoWrap
	followOff = ansi.SetModeAutoWrap
)

// themeColours asks for the colours of a theme below all others, or for the terminal's own.
func themeColours(st kit.Styles) string {
	return colour(st.Background(), ansi.SetBackgroundColor, ansi.ResetBackgroundColor) + colour(st.Foreground(),
		ansi.SetForegroundColor, ansi.ResetForegroundColor)
}

func colour(c color.Color, set func(string) string, reset string) string {
	if c == nil {
		return reset
	}
	r, g, b, _ := c.RGBA()
	return set(fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8))
}

// programOutput is the terminal as a program of somebody who looks around has it. The program believes that it enters
// and leaves the other screen; what it writes when it has been told to end is dropped, since the terminal goes on.
type programOutput struct {
	*terminal
	silent atomic.Bool
	ballot func() bool // what is on the screen may be a secret ballot; nil: never
}

// Write sends a picture of the program. Programs end lines for a terminal that adds the carriage return.
func (o *programOutput) Write(p []byte) (int, error) {
	if o.silent.Load() {
		return len(p), nil
	}
	b := bytes.ReplaceAll(p, []byte(ansi.SetModeAltScreenSaveCursor), nil)
	b = bytes.ReplaceAll(b, []byte(ansi.ResetModeAltScreenSaveCursor), nil)
	b = bytes.ReplaceAll(b, []byte("\n"), []byte("\r\n"))
	if bytes.Contains(b, []byte(ansi.EraseEntireScreen)) && !bytes.Contains(b, []byte(paintBegin)) {
		b = slices.Concat([]byte(paintBegin), b, []byte(paintEnd)) // or it would flicker
	}
	if o.ballot != nil && o.ballot() {
		b = padded(b)
	}
	if _, err := o.terminal.Write(b); err != nil {
		return 0, err
	}
	return len(p), nil
}
