package access_test

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"thidua/data/access"
	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Who is who, the name tells: composed or not, in whatever case, with whatever spaces. A login that two names would
// share is refused when the second is invited, and how to mend that is said.
func TestNamesTellWhoIsWho(t *testing.T) {
	m, path := live(t)
	first := invite(t, m, path, access.Person{Name: "Šimon  A", Role: scoring.Observer, Hash: hash})
	recordWaiting(t, m, path)
	for _, same := range []string{"šimon a", "ŠIMON A", norm.NFD.String("Šimon A"), " Šimon A "} {
		if p, ok := load(t, path).Find(same); !ok || p.ID != first.ID {
			t.Errorf("%q is somebody else", same)
		}
	}
	err := access.Change(path, func(l *access.List) error {
		_, err := l.Invite(&m.Snapshot().State, access.Person{Name: "Simon A", Role: scoring.Observer, Hash: hash})
		return err
	})
	if said := meeting.Say(err).In(lang.EN); !errors.Is(err, access.ErrTaken) || !strings.Contains(said, "simon-a") ||
		!strings.Contains(said, "add to the name") {
		t.Errorf("a login that two would share: %v", err)
	}
}

// A record may have both, made before that was refused, or by a file of decisions: each is told apart by the name.
func TestTwoOfOneLoginOnRecord(t *testing.T) {
	m, path := live(t)
	first := invite(t, m, path, access.Person{Name: "Šimon A", Role: scoring.Observer, Hash: hash})
	recordWaiting(t, m, path)
	propose(t, m, scoring.Invite{Person: "Simon A", Role: "observer", Key: scoring.ByPasscode})
	for _, g := range load(t, path).Guests(&m.Snapshot().State) {
		want := map[string]access.Status{"Šimon A": access.In, "Simon A": access.NoSecret}[g.Name]
		if g.Status != want {
			t.Errorf("%s: %s, want %s", g.Name, g.Status, want)
		}
	}
	if err := revoke(path, m, "Simon A"); err != nil {
		t.Fatal(err)
	}
	recordWaiting(t, m, path)
	if !admitted(t, m, path, first.ID) {
		t.Error("the other one was revoked as well")
	}
	if on := m.Snapshot().Invited(); len(on) != 1 || on[0].Person != "Šimon A" {
		t.Errorf("on record: %v", on)
	}
	if err := revoke(path, m, "simon-a"); err != nil { // the login is that of who may come in
		t.Fatal(err)
	}
	recordWaiting(t, m, path)
	if on := m.Snapshot().Invited(); len(on) != 0 || admitted(t, m, path, first.ID) {
		t.Errorf("on record: %v", on)
	}
}
