package ssh

import (
	"time"

	gossh "golang.org/x/crypto/ssh"
)

const (
	keepaliveInterval = 20 * time.Second // between signs of life
	mostMissed        = 3                // one after the other: a Wi-Fi that is gone for half a minute misses two
)

func keepaliveTicker() (<-chan time.Time, func()) {
	t := time.NewTicker(keepaliveInterval)
	return t.C, t.Stop
}

// keepAlive asks a client for a sign of life now and then, and ends the session where none comes.
func (p *session) keepAlive(conn *gossh.ServerConn) {
	beats, stop := p.server.keepalive()
	defer stop()
	answered := make(chan error, 1)
	waiting, missed := false, 0
	for {
		select {
		case <-p.ctx.Done():
			return
		case err := <-answered:
			if waiting, missed = false, 0; err != nil {
				p.cancel()
				return
			}
			p.beats.Add(1)
		case <-beats:
			if waiting {
				if missed++; missed < mostMissed {
					continue
				}
				p.event("dropped", "why", "gives no sign of life")
				p.cancel()
				conn.Close()
				return
			}
			waiting = true
			go guard(p.log, "sign of life", nil, func() {
				_, _, err := conn.SendRequest("keepalive@openssh.com", true, nil)
				answered <- err
			})
		}
	}
}
