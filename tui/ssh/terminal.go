package ssh

import (
	"io"
	"sync"
	"time"
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
