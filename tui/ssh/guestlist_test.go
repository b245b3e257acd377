package ssh

import (
	"context"
	"log/slog"
	"path/filepath"
	"testing"

	gossh "golang.org/x/crypto/ssh"

	"thidua/data/access"
	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/scoring"
)

// The list and the record together say who may come in, at every question anew.
func TestListed(t *testing.T) {
	m, err := demo.Meeting(nil)
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	path := filepath.Join(t.TempDir(), "meeting.thidua.access")
	l := newGuestList(path, m, slog.New(slog.DiscardHandler))
	key, _ := newKey(t)
	if _, ok := l.ByKey(key.PublicKey()); ok {
		t.Fatal("invited without a list")
	}
	ctx, cancel := context.WithCancel(t.Context())
	changes, ended := make(chan struct{}, 100), make(chan struct{})
	go func() {
		defer close(ended)
		l.keepCurrent(ctx, "host", func() { changes <- struct{}{} })
	}()
	change := func(f func(*access.List) error) {
		t.Helper()
		if err := access.Change(path, f); err != nil {
			t.Fatal(err)
		}
	}
	change(func(list *access.List) error {
		_, err := list.Invite(&m.Snapshot().State,
			access.Person{Name: "Dự khán", Role: scoring.Observer,
				Key: string(gossh.MarshalAuthorizedKey(key.PublicKey()))})
		return err
	})
	g, ok := l.ByKey(key.PublicKey())
	if !ok || g.Who != (meeting.Who{Name: "Dự khán", Role: scoring.Observer}) {
		t.Fatalf("%v, %v", g, ok)
	}
	recorded := func() bool { _, on := m.Snapshot().Invitation("Dự khán"); return on }
	eventually(t, "the invitation on record", recorded)
	if again, ok := l.ByID(g.ID)[g.ID]; !ok || again != g {
		t.Errorf("%v, %v", again, ok)
	}
	change(func(list *access.List) error {
		_, err := list.Revoke(&m.Snapshot().State, "du-khan")
		return err
	})
	if len(l.ByID(g.ID)) > 0 {
		t.Error("still invited")
	}
	eventually(t, "the revocation on record", func() bool { return !recorded() })
	cancel()
	<-ended
	if len(changes) < 2 {
		t.Errorf("told of %d changes", len(changes))
	}
}
