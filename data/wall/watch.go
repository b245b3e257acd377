package wall

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"time"

	"thidua/data/meeting"
)

// News is what a wall is to show now.
type News struct {
	Snap  *meeting.Snapshot
	Shown meeting.OnWall
	Host  Presence
}

// Presence is whether somebody has the meeting open on this machine.
type Presence uint8

// What a wall can find.
const (
	Absent   Presence = iota // nobody has had it open yet: what is shown is the ranking of the record
	Here                     // somebody has
	Departed                 // somebody had: the last picture stays
)

// searching is how often a wall without a host looks for one.
const searching = 300 * time.Millisecond

// Watch shows what stands on the wall of a meeting, from now on until the context ends; the channel is closed then. It
// holds the newest. Where nobody has the meeting open it is read from its record, until somebody has. A record that
// cannot be read is an error as of meeting.Read.
func Watch(ctx context.Context, path string) (<-chan News, error) {
	file, err := addressFile(path)
	if err != nil {
		return nil, err
	}
	look, err := meeting.Watch(ctx, path, searching)
	if err != nil {
		return nil, err
	}
	w := &watcher{file: file, out: make(chan News, 1)}
	w.now.Shown = meeting.OnWall{Kind: meeting.WallBoard, Unit: -1, Node: -1}
	go w.run(ctx, look)
	return w.out, nil
}

type watcher struct {
	file string
	now  News
	out  chan News
}

func (w *watcher) run(ctx context.Context, look *meeting.Watching) {
	defer close(w.out)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	read := look.Subscribe(ctx)
	for ctx.Err() == nil {
		if c := w.dial(ctx); c != nil {
			if w.follow(ctx, c); w.now.Host != Absent && read != nil { // from now on a host tells
				_ = look.Close()
				read = nil
			}
		}
		select {
		case <-ctx.Done():
		case s, ok := <-read:
			if ok && w.now.Host == Absent {
				w.now.Snap = s
				w.tell()
			} else {
				read = nil
			}
		case <-time.After(searching):
		}
	}
	if read != nil {
		_ = look.Close()
	}
}

// tell gives the newest, in place of what nobody has taken yet.
func (w *watcher) tell() {
	select {
	case <-w.out:
	default:
	}
	w.out <- w.now // there is room: only this goroutine sends
}

// dial connects to the host; nil where there is none.
func (w *watcher) dial(ctx context.Context) net.Conn {
	a, ok := readAddress(w.file)
	if !ok {
		return nil
	}
	d := net.Dialer{Timeout: keyTimeout}
	c, err := d.DialContext(ctx, "tcp", a.At)
	if err != nil {
		return nil
	}
	_ = c.SetWriteDeadline(time.Now().Add(keyTimeout))
	if _, err := fmt.Fprintln(c, a.Key); err != nil {
		_ = c.Close()
		return nil
	}
	return c
}

// follow shows what the host sends until it goes.
func (w *watcher) follow(ctx context.Context, c net.Conn) {
	defer c.Close()
	stop := context.AfterFunc(ctx, func() { _ = c.Close() })
	defer stop()
	var snap *meeting.Snapshot
	in := json.NewDecoder(c)
	for {
		var m message
		if in.Decode(&m) != nil {
			break
		}
		next, err := m.extend(snap)
		if err != nil || next == nil {
			break
		}
		snap = next
		w.now = News{Snap: snap, Shown: m.Shown, Host: Here}
		w.tell()
	}
	if w.now.Host == Here && ctx.Err() == nil {
		w.now.Host = Departed
		w.tell()
	}
}
