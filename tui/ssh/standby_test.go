package ssh

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"thidua/data/follow"
	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// standby is a source that somebody follows by key.
func (h *harness) standby(name string, key gossh.Signer) *follow.SSH {
	return &follow.SSH{Address: follow.Address{Login: name, Host: h.addr}, Lang: lang.EN,
		Known: follow.Known(filepath.Join(h.t.TempDir(), "thidua", "known_hosts")),
		Vouch: func(string, string) error { return nil },
		Keys:  func() ([]gossh.Signer, error) { return []gossh.Signer{key}, nil }}
}

// copied follows a source into a file until stop; what is told comes by the channel.
func copied(t *testing.T, from follow.Source, path string) (told chan follow.Status, stop func() error) {
	t.Helper()
	c, err := follow.OpenCopy(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	told, ended := make(chan follow.Status, 10000), make(chan error, 1)
	go func() {
		err := follow.Run(ctx, from, c, time.Now, func(s follow.Status) { told <- s })
		ended <- errors.Join(err, c.Close())
	}()
	return told, func() error { cancel(); return <-ended }
}

func untilTold(t *testing.T, told chan follow.Status, what string, so func(follow.Status) bool) {
	t.Helper()
	late := time.After(patience)
	for {
		select {
		case s := <-told:
			if so(s) {
				return
			}
		case <-late:
			t.Fatalf("waited in vain for %s", what)
		}
	}
}

// A standby gets each decision, the room shows that it has, and that it was lost; a host that is back is followed again
// without a word.
func TestStandbyOverSSH(t *testing.T) {
	h := startServer(t)
	key := h.invite("Du phong", scoring.Standby, "")
	path := filepath.Join(t.TempDir(), "c.thidua")
	told, stop := copied(t, h.standby("du-phong", key), path)
	inStep := func(s follow.Status) bool {
		return s.State == follow.Following && s.Has == h.meeting.Snapshot().Seq() && s.Behind() == 0
	}
	untilTold(t, told, "the first copy", inStep)
	chair := h.join("Chair", scoring.Chair, "", 160, 40)
	h.unhost()
	chair.shows(t, "✓ standby")
	for i := range 20 {
		h.decide(i)
	}
	untilTold(t, told, "what was decided", inStep)
	if at := h.room.Floor().Standbys; len(at) != 1 || at[0].Name != "Du phong" || !at[0].Gone.IsZero() {
		t.Errorf("the room knows %+v", at)
	}
	if h.room.Floor().Here[0].Role != scoring.Chair {
		t.Error("a standby counts as somebody who looks on")
	}
	for _, p := range h.sessions.all() { // as if the network broke
		if p.guest.Who.Role == scoring.Standby {
			p.cancel()
		}
	}
	untilTold(t, told, "the break", func(s follow.Status) bool { return s.State == follow.Away })
	h.decide(77)
	untilTold(t, told, "the next connection", inStep)
	chair.shows(t, "✓ standby")
	if err := stop(); err != nil {
		t.Fatal(err)
	}
	chair.shows(t, "does not keep a copy any more")
	if n := len(h.room.Floor().Standbys); n != 0 {
		t.Errorf("%d standbys are left that went on purpose", n)
	}
	kept, err := meeting.Read(t.Context(), path)
	if err != nil || kept.Fingerprint() != h.meeting.Snapshot().Fingerprint() {
		t.Errorf("%v, %s is not %s", err, kept.Fingerprint(), h.meeting.Snapshot().Fingerprint())
	}
}

// Who is no standby is not sent the record, a standby sees no screen, whoever is revoked gets nothing more; a host that
// is not known, or shows another key than before, is told nothing.
func TestStandbyRefused(t *testing.T) {
	h := startServer(t)
	dir := t.TempDir()
	ends := func(name string, from follow.Source, want string) {
		t.Helper()
		done := make(chan error, 1)
		c, err := follow.OpenCopy(t.Context(), filepath.Join(dir, name+".thidua"))
		if err != nil {
			t.Fatal(err)
		}
		go func() { done <- follow.Run(t.Context(), from, c, time.Now, func(follow.Status) {}) }()
		select {
		case err := <-done:
			if err == nil || !strings.Contains(meeting.Say(err).In(lang.EN), want) {
				t.Errorf("%s: %v", name, err)
			}
		case <-time.After(patience):
			t.Errorf("%s goes on", name)
		}
		if c.Seq() != 0 {
			t.Errorf("%s got %d decisions", name, c.Seq())
		}
	}
	for _, role := range scoring.Roles() {
		if role != scoring.Standby {
			key := h.invite("Guest "+string(role), role, h.unit(0))
			ends(string(role), h.standby("guest-"+string(role), key), "not as a standby")
		}
	}
	key, stranger := h.invite("Du phong", scoring.Standby, ""), h.invite("Revoked", scoring.Standby, "")
	h.list.revoke("revoked")
	ends("stranger", h.standby("revoked", stranger), "does not let revoked in")

	unknown := h.standby("du-phong", key)
	unknown.Vouch = func(string, string) error { return follow.ErrStranger }
	ends("unknown host", unknown, follow.ErrStranger.Error())

	another := h.standby("du-phong", key)
	if err := another.Known.Remember(h.addr, stranger.PublicKey()); err != nil {
		t.Fatal(err)
	}
	ends("another key", another, "HAS CHANGED")

	c := h.enter(h.signIn("du-phong", key), 80, 24, "LANG=en_GB.UTF-8")
	c.shows(t, "thidua follow")
	if c.ends() == nil {
		t.Error("a standby has a screen")
	}

	told, stop := copied(t, h.standby("du-phong", key), filepath.Join(dir, "later.thidua"))
	untilTold(t, told, "the copy", func(s follow.Status) bool { return s.Has > 0 && s.Behind() == 0 })
	h.list.revoke("du-phong")
	h.checkGuests()
	eventually(t, "the end", func() bool { return len(h.sessions.all()) == 0 })
	h.decide(5)
	if err := stop(); err != nil && !strings.Contains(err.Error(), "revoked") {
		t.Error(err)
	}
}

// What a standby is sent while a secret vote is open is the record and nothing else.
func TestStandbySeesOnlyTheRecord(t *testing.T) {
	h := startServer(t)
	units := h.meeting.Snapshot().Units()
	for _, u := range units {
		h.propose(scoring.Attend{Unit: u.Name(), Present: true})
	}
	key := h.invite("Du phong", scoring.Standby, "")
	sess, err := h.signIn("du-phong", key).NewSession()
	if err != nil {
		t.Fatal(err)
	}
	in, err := sess.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := sess.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := sess.RequestSubsystem(follow.Subsystem); err != nil {
		t.Fatal(err)
	}
	fmt.Fprintln(in, `{"thidua":1,"have":[]}`)
	h.propose(scoring.Open{What: "Điều bí mật", Secret: true, Terminals: true})
	poll := meeting.NewPoll(&h.meeting.Snapshot().State, scoring.Vote{Subject: "Điều bí mật", Secret: true})
	if err := h.room.Ask(nil, poll); err != nil {
		t.Fatal(err)
	}
	for _, u := range units[:4] {
		if err := poll.Cast(u.Name(), scoring.Against); err != nil {
			t.Fatal(err)
		}
	}
	h.decide(3)
	lines := bufio.NewReader(out)
	for seq := 0; seq < h.meeting.Snapshot().Seq(); {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			t.Fatal(err)
		}
		var word map[string]json.RawMessage
		if err := json.Unmarshal(line, &word); err != nil {
			t.Fatal(err)
		}
		for _, name := range slices.Sorted(maps.Keys(word)) {
			if !slices.Contains([]string{"entries", "newest", "thidua"}, name) {
				t.Errorf("it is sent %q", name)
			}
		}
		var entries []struct{ Body, Hash string }
		if raw, ok := word["entries"]; ok {
			if err := json.Unmarshal(raw, &entries); err != nil {
				t.Fatal(err)
			}
		}
		for _, e := range entries {
			if on := h.meeting.Snapshot().Log[seq]; string(on.Body) != e.Body || on.Hash != e.Hash {
				t.Errorf("decision %d is sent as %.80s", seq+1, e.Body)
			}
			seq++
		}
	}
	_ = in.Close()
	_, _ = io.Copy(io.Discard, out)
}
