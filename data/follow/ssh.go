package follow

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"strings"
	"sync"
	"time"

	"golang.org/x/crypto/ssh"

	"thidua/data/clean"
	"thidua/data/record"
	"thidua/scoring/lang"
)

// SSH is a meeting that a host serves over SSH, to a copy that was invited with the role standby.
type SSH struct {
	Address  Address
	Known    Known
	Vouch    func(host, fingerprint string) error // accepts a host that is not known yet
	Keys     func() ([]ssh.Signer, error)         // the keys that are offered first; nil: none
	Passcode func() (string, error)               // asked where no key is taken; nil: there is none
	Lang     lang.Lang                            // in which the host answers
}

// How long a host may take to answer, how often it is asked whether it is there, and for how long it need not say so.
const (
	dialTimeout  = 10 * time.Second
	signInTime   = time.Minute // somebody may have to type the passcode
	askEvery     = 5 * time.Second
	answerWithin = 15 * time.Second
	banner       = 1024 // bytes of what a host says that are shown
)

// Connect is Source's.
func (s *SSH) Connect(ctx context.Context, have []Mark) (Stream, error) {
	d := net.Dialer{Timeout: dialTimeout}
	conn, err := d.DialContext(ctx, "tcp", s.Address.Host)
	if err != nil {
		return nil, &Lost{lang.Errorf("không nối được %s: %v", "%s cannot be reached: %v", s.Address.Host, err)}
	}
	stop := context.AfterFunc(ctx, func() { _ = conn.Close() })
	defer stop()
	client, err := s.signIn(conn)
	if err != nil {
		_ = conn.Close()
		return nil, err
	}
	stream, err := s.ask(client, have)
	if err != nil {
		_ = client.Close()
		return nil, err
	}
	return stream, nil
}

// signIn shows the host who this is, and makes sure which host it is.
func (s *SSH) signIn(conn net.Conn) (*ssh.Client, error) {
	var wrong error // what ends the attempt for good
	var tried bool
	var said string
	final := func(err error) error { wrong = err; return err }
	check := s.Known.check(s.Vouch)
	config := &ssh.ClientConfig{User: s.Address.Login, ClientVersion: "SSH-2.0-thidua",
		HostKeyCallback: func(host string, remote net.Addr, key ssh.PublicKey) error {
			if err := check(host, remote, key); err != nil {
				return final(err)
			}
			return nil
		},
		BannerCallback: func(text string) error { said = text[:min(len(text), banner)]; return nil }}
	if s.Keys != nil {
		config.Auth = append(config.Auth, ssh.PublicKeysCallback(func() ([]ssh.Signer, error) {
			tried = true
			return s.Keys()
		}))
	}
	if s.Passcode != nil {
		config.Auth = append(config.Auth, ssh.PasswordCallback(func() (string, error) {
			tried = true
			code, err := s.Passcode()
			if err != nil {
				return "", final(err)
			}
			return code, nil
		}))
	}
	_ = conn.SetDeadline(time.Now().Add(signInTime))
	c, chans, reqs, err := ssh.NewClientConn(conn, s.Address.Host, config)
	switch {
	case wrong != nil:
		return nil, wrong
	case err != nil && tried && strings.Contains(err.Error(), "unable to authenticate"):
		return nil, s.notLetIn(said)
	case err != nil:
		return nil, &Lost{lang.Errorf("%s không trả lời như máy chủ SSH: %v", "%s does not answer as an SSH host: %v",
			s.Address.Host, err)}
	}
	_ = conn.SetDeadline(time.Time{})
	return ssh.NewClient(c, chans, reqs), nil
}

func (s *SSH) notLetIn(said string) error {
	if said = clean.Show(strings.Join(strings.Fields(said), " ")); said != "" {
		said = " (" + said + ")"
	}
	return lang.Errorf("%s không cho %s vào%s; mời máy này ở máy chủ (thidua invite … --role standby --name …), "+
		"dùng đúng tên, mã hoặc khóa", "%s does not let %s in%s; invite this machine on the host (thidua invite … "+
		"--role standby --name …), and use that name, passcode or key", s.Address.Host, s.Address.Login, said)
}

// ask asks for the record.
func (s *SSH) ask(client *ssh.Client, have []Mark) (Stream, error) {
	st := &sshStream{client: client, host: s.Address.Host, done: make(chan struct{}), over: make(chan struct{})}
	ch, requests, err := client.OpenChannel("session", nil)
	if err != nil {
		return nil, st.lost(err)
	}
	st.out, st.in, st.send = ch, newLines(ch, longestWord), json.NewEncoder(ch)
	go st.hear(ch, requests)
	locale := "vi_VN.UTF-8"
	if s.Lang == lang.EN {
		locale = "en_GB.UTF-8"
	}
	_, _ = ch.SendRequest("env", true, ssh.Marshal(struct{ Name, Value string }{"LANG", locale}))
	ok, err := ch.SendRequest("subsystem", true, ssh.Marshal(struct{ Name string }{Subsystem}))
	switch {
	case err != nil:
		return nil, st.lost(err)
	case !ok:
		return nil, lang.Errorf("%s không gửi nhật ký cho ai; dùng thidua mới hơn ở máy đó",
			"%s sends the record to nobody; use a newer thidua there", s.Address.Host)
	}
	if err := st.send.Encode(hello{version, have}); err != nil {
		return nil, st.ended(io.EOF)
	}
	go st.watch()
	return st, nil
}

// sshStream is a record that comes over SSH.
type sshStream struct {
	client *ssh.Client
	host   string
	in     *lines
	out    ssh.Channel
	once   sync.Once
	done   chan struct{} // closed once nobody wants it any more

	over   chan struct{} // closed once the host has said all; then:
	words  string        // what it said beside
	status uint32

	mu   sync.Mutex
	send *json.Encoder
}

// hear takes what the host says beside the record, until the end of the session.
func (s *sshStream) hear(ch ssh.Channel, requests <-chan *ssh.Request) {
	defer close(s.over)
	said := make(chan string, 1)
	go func() {
		b, _ := io.ReadAll(io.LimitReader(ch.Stderr(), banner))
		said <- clean.Show(strings.Join(strings.Fields(string(b)), " "))
		_, _ = io.Copy(io.Discard, ch.Stderr())
	}()
	for r := range requests {
		var exit struct{ Status uint32 }
		if r.Type == "exit-status" && ssh.Unmarshal(r.Payload, &exit) == nil {
			s.status = exit.Status
		}
		if r.WantReply {
			_ = r.Reply(false, nil)
		}
	}
	s.words = <-said
}

// Next is Stream's.
func (s *sshStream) Next() ([]record.Entry, int, error) {
	var w word
	if err := s.in.next(&w); err != nil {
		return nil, 0, s.ended(err)
	}
	switch {
	case w.Refused != nil:
		return nil, 0, w.Refused
	case w.Version != version:
		return nil, 0, lang.Errorf("máy chủ chạy phiên bản thidua khác; dùng cùng một phiên bản ở hai máy",
			"the host runs another version of thidua; use the same on both machines")
	}
	return w.entries(), w.Newest, nil
}

func (s *sshStream) lost(err error) error {
	return &Lost{lang.Errorf("mất kết nối với %s: %v", "the connection to %s is lost: %v", s.host, err)}
}

// ended says why a stream has ended: a host that refuses says so, and that is for good.
func (s *sshStream) ended(err error) error {
	if !errors.Is(err, io.EOF) {
		return s.lost(err)
	}
	select {
	case <-s.over:
	case <-time.After(answerWithin): // a host that says nothing more
		return s.lost(err)
	}
	switch {
	case s.words != "" && s.status != 0:
		return lang.Errorf("%s", "%s", s.words)
	case s.words != "":
		return &Lost{lang.Errorf("%s", "%s", s.words)}
	}
	return s.lost(err)
}

// Confirm is Stream's.
func (s *sshStream) Confirm(seq int) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.send.Encode(answer{Confirmed: seq})
}

// Close is Stream's.
func (s *sshStream) Close(leaving bool) {
	s.once.Do(func() {
		close(s.done)
		gone := time.AfterFunc(time.Second, func() { _ = s.client.Close() }) // what is dead takes no word any more
		defer gone.Stop()
		if leaving {
			s.mu.Lock()
			if s.send.Encode(answer{Leaving: true}) == nil {
				_ = s.out.Close()
			}
			s.mu.Unlock()
		}
		_ = s.client.Close()
	})
}

// watch asks the host now and then whether it is there, and ends the connection where it does not say so.
func (s *sshStream) watch() {
	tick := time.NewTicker(askEvery)
	defer tick.Stop()
	for {
		select {
		case <-s.done:
			return
		case <-tick.C:
		}
		late := time.AfterFunc(answerWithin, func() { _ = s.client.Close() })
		_, _, err := s.client.SendRequest("keepalive@openssh.com", true, nil)
		if late.Stop(); err != nil {
			_ = s.client.Close()
			return
		}
	}
}
