package ssh

import (
	"time"

	gossh "golang.org/x/crypto/ssh"
)

const pulseTime = 20 * time.Second // between signs of life

func pulse() (<-chan time.Time, func()) {
	t := time.NewTicker(pulseTime)
	return t.C, t.Stop
}

// keepAlive asks a client for a sign of life now and then, and ends the session where none comes.
func (p *session) keepAlive(conn *gossh.ServerConn) {
	beats, stop := p.server.pulse()
	defer stop()
	answered := make(chan error, 1)
	waiting := false
	for {
		select {
		case <-p.ctx.Done():
			return
		case err := <-answered:
			if waiting = false; err != nil {
				p.cancel()
				return
			}
			p.signs.Add(1)
		case <-beats:
			if waiting {
				p.log.Info("dropped", "why", "gives no sign of life")
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
