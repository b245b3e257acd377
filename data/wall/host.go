package wall

import (
	"bufio"
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/json"
	"net"
	"os"
	"strings"
	"sync"
	"time"

	"thidua/data/meeting"
	"thidua/scoring/lang"
)

// Host lets walls of the same machine in while a meeting is open.
type Host struct {
	meeting Meeting
	wall    *meeting.Wall
	own     address
	file    string

	listener net.Listener
	ctx      context.Context
	cancel   context.CancelFunc
	tasks    sync.WaitGroup
}

// How long a wall may take to say its key, and to take what it is sent. Both are on this machine.
const (
	keyTimeout  = 3 * time.Second
	sendTimeout = 5 * time.Second
)

// Open begins to let walls of a meeting in. Where that cannot be done the meeting goes on without.
func Open(path string, m Meeting, w *meeting.Wall) (*Host, error) {
	file, err := addressFile(path)
	if err != nil {
		return nil, err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, notOpened(err)
	}
	h := &Host{meeting: m, wall: w, file: file, listener: listener,
		own: address{At: listener.Addr().String(), Key: rand.Text()}}
	if err := h.own.write(file); err != nil {
		_ = listener.Close()
		return nil, notOpened(err)
	}
	h.ctx, h.cancel = context.WithCancel(context.Background())
	h.tasks.Go(h.accept)
	return h, nil
}

func notOpened(err error) error {
	return lang.Errorf("cửa sổ màn chiếu không nối vào được: %v", "no window for the wall can connect: %v", err)
}

// Close lets the walls go, and waits for that. A nil Host has none.
func (h *Host) Close() {
	if h == nil {
		return
	}
	h.cancel()
	_ = h.listener.Close()
	h.tasks.Wait()
	if now, ok := readAddress(h.file); ok && now == h.own { // else another process has the meeting by now
		_ = os.Remove(h.file)
	}
}

func (h *Host) accept() {
	for {
		c, err := h.listener.Accept()
		if err != nil {
			return
		}
		h.tasks.Go(func() { h.serve(c) })
	}
}

// serve sends one wall what there is, until it goes or the host closes.
func (h *Host) serve(c net.Conn) {
	defer c.Close()
	ctx, cancel := context.WithCancel(h.ctx)
	defer cancel()
	stop := context.AfterFunc(ctx, func() { _ = c.Close() })
	defer stop()
	_ = c.SetReadDeadline(time.Now().Add(keyTimeout))
	const longest = 256
	in := bufio.NewReaderSize(c, longest)
	line, err := in.ReadSlice('\n')
	key := strings.TrimSpace(string(line))
	if err != nil || subtle.ConstantTimeCompare([]byte(key), []byte(h.own.Key)) != 1 {
		return
	}
	_ = c.SetReadDeadline(time.Time{})
	defer h.wall.Attach()()
	h.tasks.Go(func() { // a wall sends nothing more: what ends the reading is its end
		defer cancel()
		_, _ = in.ReadByte()
	})
	h.send(ctx, c)
}

// send sends the newest, each time that there is something new.
func (h *Host) send(ctx context.Context, c net.Conn) {
	snaps, shown := h.meeting.Subscribe(ctx), h.wall.Subscribe(ctx)
	out, sent := json.NewEncoder(c), 0
	for {
		select {
		case <-ctx.Done():
			return
		case _, ok := <-snaps:
			if !ok {
				return
			}
		case _, ok := <-shown:
			if !ok {
				return
			}
		}
		on := h.wall.Shown() // before the snapshot: what it is about is on record then
		s := h.meeting.Snapshot()
		_ = c.SetWriteDeadline(time.Now().Add(sendTimeout))
		if out.Encode(messageOf(s, sent, on)) != nil {
			return
		}
		sent = s.Seq()
	}
}
