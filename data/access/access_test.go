package access_test

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"
	"golang.org/x/text/unicode/norm"

	"thidua/data/access"
	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/scoring"
)

// newKey is a public key of nobody's.
func newKey(t testing.TB) ssh.PublicKey {
	t.Helper()
	public, _, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	key, err := ssh.NewPublicKey(public)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// line is a key as a Person has it.
func line(key ssh.PublicKey) string {
	b := ssh.MarshalAuthorizedKey(key)
	return string(b[:len(b)-1])
}

// hash is that of a passcode that nobody knows any more.
const hash = "$2a$04$R5hYfzKXZDmsjzKELNGAxuH9hcc7PCZNnBX5u4l4wZrTfk9e/8sh."

// passcode is one with its hash.
func passcode(t testing.TB) (shown, hash string) {
	t.Helper()
	shown, hash, err := access.CheapPasscode()
	if err != nil {
		t.Fatal(err)
	}
	return shown, hash
}

// live is the sample meeting, and where its list is.
func live(t testing.TB) (*meeting.Meeting, string) {
	t.Helper()
	m, err := demo.Meeting(func() time.Time { return time.Date(2020, 6, 30, 12, 0, 0, 0, time.UTC) })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = m.Close() })
	return m, filepath.Join(t.TempDir(), "m.thidua.access")
}

func propose(t testing.TB, m *meeting.Meeting, acts ...scoring.Act) {
	t.Helper()
	if _, err := m.Propose(context.Background(), meeting.Proposal{By: "Chủ tọa", Acts: acts}); err != nil {
		t.Fatal(err)
	}
}

// invite puts a person into the list of a meeting.
func invite(t testing.TB, m *meeting.Meeting, path string, p access.Person) access.Person {
	t.Helper()
	err := access.Change(path, func(l *access.List) (err error) {
		p, err = l.Invite(&m.Snapshot().State, p)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func revoke(path string, m *meeting.Meeting, name string) error {
	return access.Change(path, func(l *access.List) error {
		_, err := l.Revoke(&m.Snapshot().State, name)
		return err
	})
}

func recordWaiting(t testing.TB, m *meeting.Meeting, path string) {
	t.Helper()
	if err := access.RecordWaiting(context.Background(), path, m, "Chủ tọa"); err != nil {
		t.Fatal(err)
	}
}

func load(t testing.TB, path string) *access.List {
	t.Helper()
	l, err := access.Load(path)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// admitted says whether somebody may come in now.
func admitted(t testing.TB, m *meeting.Meeting, path, id string) bool {
	t.Helper()
	_, ok := load(t, path).Admitted(&m.Snapshot().State, id)
	return ok
}

// From the invitation to the revocation: what the record has, what the list has, who may come in.
func TestFromInvitationToRevocation(t *testing.T) {
	m, path := live(t)
	key := newKey(t)
	p := invite(t, m, path,
		access.Person{Name: "  Giám  đốc Sở ", Role: scoring.Reviewer, Unit: "Nam Định", Key: line(key) + " comment"})
	if p.Name != "Giám đốc Sở" || p.State != access.Waiting || p.ID == "" || p.Since.IsZero() ||
		p.Login() != "giam-doc-so" {
		t.Errorf("as kept: %+v", p)
	}
	if _, on := m.Snapshot().Invitation(p.Name); on || !admitted(t, m, path, p.ID) {
		t.Error("an invitation that waits is on record, or does not let in")
	}
	recordWaiting(t, m, path)
	on, ok := m.Snapshot().Invitation(p.Name)
	if want := (scoring.Invite{Person: "Giám đốc Sở", Role: "reviewer", Unit: "Nam Định",
		Key: ssh.FingerprintSHA256(key)}); !ok || on.Invite != want || on.Decision.By != "Chủ tọa" {
		t.Errorf("on record: %+v", on)
	}
	l := load(t, path)
	if got, ok := l.ByKey(key); !ok || got.ID != p.ID || got.State != access.Recorded || !admitted(t, m, path, p.ID) {
		t.Errorf("in the list: %+v, %v", got, ok)
	}
	seq := m.Snapshot().Seq()
	recordWaiting(t, m, path)
	if m.Snapshot().Seq() != seq {
		t.Error("it was recorded twice")
	}

	if err := revoke(path, m, "giam-doc-so"); err != nil {
		t.Fatal(err)
	}
	l = load(t, path)
	if got, ok := l.Find("Giám đốc Sở"); !ok || got.State != access.Revoked || got.Key != "" {
		t.Errorf("revoked: %+v, %v", got, ok)
	}
	if _, ok := l.ByKey(key); ok || admitted(t, m, path, p.ID) {
		t.Error("who is revoked comes in until that is recorded")
	}
	recordWaiting(t, m, path)
	if _, on := m.Snapshot().Invitation(p.Name); on || len(load(t, path).People) != 0 {
		t.Error("the revocation is not recorded, or the list has the person still")
	}
}

// Who is in the list comes in only as the record has it, whatever is undone there.
func TestAdmittedFollowsTheRecord(t *testing.T) {
	m, path := live(t)
	p := invite(t, m, path, access.Person{Name: "Thư ký", Role: scoring.Secretary, Hash: hash})
	recordWaiting(t, m, path)
	is := func(want bool, when string) {
		t.Helper()
		if got := admitted(t, m, path, p.ID); got != want {
			t.Errorf("%s: admitted = %v", when, got)
		}
	}
	is(true, "invited")
	seq := m.Snapshot().Seq()
	propose(t, m, scoring.Undo{Seq: seq})
	is(false, "undone")
	propose(t, m, scoring.Undo{Seq: seq + 1})
	is(true, "redone")
	propose(t, m, scoring.Revoke{Person: "Thư ký"},
		scoring.Invite{Person: "Thư ký", Role: "observer", Key: scoring.ByPasscode})
	is(false, "in another role")
	propose(t, m, scoring.Revoke{Person: "Thư ký"},
		scoring.Invite{Person: "Thư ký", Role: "reviewer", Unit: "Nam Định", Key: scoring.ByPasscode})
	is(false, "for a unit")
	propose(t, m, scoring.Revoke{Person: "Thư ký"},
		scoring.Invite{Person: "Thư ký", Role: "secretary", Key: ssh.FingerprintSHA256(newKey(t))})
	is(false, "by key")
	propose(t, m, scoring.Revoke{Person: "Thư ký"},
		scoring.Invite{Person: "Thư ký", Role: "secretary", Key: scoring.ByPasscode})
	is(true, "as before")
	for _, id := range []string{"", "x", p.ID + "x"} {
		if admitted(t, m, path, id) {
			t.Errorf("%q is admitted", id)
		}
	}

	// An invitation that was undone gives way to a new one of the same name.
	propose(t, m, scoring.Undo{Seq: m.Snapshot().Seq()})
	again := invite(t, m, path, access.Person{Name: "THƯ KÝ", Role: scoring.Observer, Hash: hash})
	recordWaiting(t, m, path)
	if is(false, "given way"); !admitted(t, m, path, again.ID) || len(load(t, path).People) != 1 {
		t.Error("the new invitation does not stand alone")
	}
}

// Each way to be refused, and that nothing is kept then.
func TestInviteRefuses(t *testing.T) {
	m, path := live(t)
	key := newKey(t)
	invite(t, m, path, access.Person{Name: "Chủ tọa", Role: scoring.Chair, Key: line(key)})
	recordWaiting(t, m, path)
	invite(t, m, path, access.Person{Name: "Dự khán", Role: scoring.Observer, Hash: hash})
	propose(t, m, scoring.Invite{Person: "Ở máy khác", Role: "observer", Key: scoring.ByPasscode})
	for name, tt := range map[string]struct {
		p    access.Person
		want error
	}{
		"no name":             {access.Person{Role: scoring.Chair, Hash: hash}, access.ErrPerson},
		"no letters":          {access.Person{Name: "- -", Role: scoring.Chair, Hash: hash}, access.ErrPerson},
		"a control character": {access.Person{Name: "A\x1b[31m", Role: scoring.Chair, Hash: hash}, access.ErrPerson},
		"bidi":                {access.Person{Name: "A\u202e", Role: scoring.Chair, Hash: hash}, access.ErrPerson},
		"no role":             {access.Person{Name: "A", Hash: hash}, access.ErrPerson},
		"no such role":        {access.Person{Name: "A", Role: "boss", Hash: hash}, access.ErrPerson},
		"no unit":             {access.Person{Name: "A", Role: scoring.Reviewer, Hash: hash}, access.ErrPerson},
		"a unit too many": {access.Person{Name: "A", Role: scoring.Chair, Unit: "Nam Định", Hash: hash},
			access.ErrPerson},
		"no such unit": {access.Person{Name: "A", Role: scoring.Reviewer, Unit: "Cà Mau", Hash: hash},
			scoring.ErrUnknownUnit},
		"no secret": {access.Person{Name: "A", Role: scoring.Chair}, access.ErrPerson},
		"two secrets": {access.Person{Name: "A", Role: scoring.Chair, Hash: hash, Key: line(newKey(t))},
			access.ErrPerson},
		"a hash of what":      {access.Person{Name: "A", Role: scoring.Chair, Hash: "x"}, access.ErrPerson},
		"a key of what":       {access.Person{Name: "A", Role: scoring.Chair, Key: "ssh-ed25519 AAAA"}, access.ErrKey},
		"somebody else's key": {access.Person{Name: "A", Role: scoring.Chair, Key: line(key)}, access.ErrTaken},
		"on record":           {access.Person{Name: "chủ TỌA", Role: scoring.Observer, Hash: hash}, scoring.ErrInvite},
		"a shared login":      {access.Person{Name: "chu toa", Role: scoring.Observer, Hash: hash}, access.ErrTaken},
		"two in one": {access.Person{Name: "A theo  Đề nghị của B", Role: scoring.Observer, Hash: hash},
			access.ErrPerson},
		"two in one, in English": {access.Person{Name: "A at the suggestion of B", Role: scoring.Observer, Hash: hash},
			access.ErrPerson},
		"waiting": {access.Person{Name: "DỰ-KHÁN", Role: scoring.Observer, Hash: hash}, access.ErrTaken},
		"only on record": {access.Person{Name: "Ở  máy khác", Role: scoring.Observer, Hash: hash},
			scoring.ErrInvite},
		"only its login on record": {access.Person{Name: "o may khac", Role: scoring.Observer, Hash: hash},
			access.ErrTaken},
	} {
		err := access.Change(path, func(l *access.List) error {
			_, err := l.Invite(&m.Snapshot().State, tt.p)
			return err
		})
		if !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", name, err, tt.want)
		}
	}
	if n := len(load(t, path).People); n != 2 {
		t.Errorf("%d people in the list", n)
	}
	for _, name := range []string{"", "Nobody", string(make([]byte, 1<<14))} {
		if err := revoke(path, m, name); !errors.Is(err, access.ErrUnknown) {
			t.Errorf("revoke %.20q: %v", name, err)
		}
	}
	if err := errors.Join(revoke(path, m, "du khan"), revoke(path, m, "ở máy khác"),
		revoke(path, m, "Chủ tọa")); err != nil {
		t.Error(err)
	}
	if err := revoke(path, m, "Chủ tọa"); !errors.Is(err, access.ErrUnknown) {
		t.Errorf("revoked twice: %v", err)
	}
	if err := access.Change(path, func(l *access.List) error {
		_, err := l.Invite(&m.Snapshot().State, access.Person{Name: "Chủ tọa", Role: scoring.Chair, Hash: hash})
		return err
	}); !errors.Is(err, access.ErrTaken) {
		t.Errorf("invited anew before the revocation is recorded: %v", err)
	}
	recordWaiting(t, m, path)
	if got := m.Snapshot().Invited(); len(got) != 0 || len(load(t, path).People) != 0 {
		t.Errorf("after all were revoked: %v", got)
	}
}

// The record and the list take the same names for one person's: letter for letter, however they are composed.
func TestOnePersonInBoth(t *testing.T) {
	m, path := live(t)
	var people []access.Person
	for _, row := range []string{
		"aàáảãạăằắẳẵặâầấẩẫậ", "eèéẻẽẹêềếểễệ", "iìíỉĩị", "oòóỏõọôồốổỗộơờớởỡợ", "uùúủũụưừứửữự", "yỳýỷỹỵ", "dđ",
		"bcghklmnpqrstvx", "çñöü",
	} {
		people = append(people,
			invite(t, m, path,
				access.Person{Name: strings.Join(strings.Split(row, ""), " "), Role: scoring.Observer, Hash: hash}))
	}
	recordWaiting(t, m, path)
	list, snap := load(t, path), m.Snapshot()
	for _, p := range people {
		for _, written := range []string{strings.ToUpper(p.Name), norm.NFD.String(p.Name), p.Login(),
			strings.ReplaceAll(p.Name, " ", "-")} {
			inList, ok := list.Find(written)
			on, recorded := snap.Invitation(written)
			if !ok || !recorded || inList.ID != p.ID || on.Person != p.Name {
				t.Errorf("%q is in the list %v, on record %v", written, ok, recorded)
			}
		}
	}
}
