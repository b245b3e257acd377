// Package access keeps how those who are invited to a meeting prove over SSH who they are: each person's SSH key or the
// hash of a passcode, and the key by which they know the host again.
//
// Who is invited, in which role, is decided on the record. The secrets are a file beside the meeting's, MEETING.access,
// and no part of it: the record is copied, printed and read by everybody. Whoever copies a meeting to another machine
// invites anew there, or copies this file too. Only its owner can read it (mode 0600), and it is whole at any time: it
// is written beside the old one and put in its place.
//
//	the list      access.go (List), person.go (what may stand in it), admit.go (who may come in),
//	              waiting.go (onto the record)
//	the secrets   key.go, passcode.go, hostkey.go
//	the file      file.go (read, replaced), lock.go (one change at a time), watch.go (whether it was changed)
//
// An invitation goes into the file first, marked as waiting, then onto the record, and then the mark is taken away
// (RecordWaiting). So an invitation can be made while another program has the meeting open, and a program that dies
// between leaves nothing undone for good. Who is admitted must stand in both: see List.Admitted.
package access

import (
	"crypto/rand"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"golang.org/x/crypto/ssh"

	"thidua/data/clean"
	"thidua/data/meeting"
	"thidua/data/names"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// What a refusal of this package may be, for errors.Is. The sentence that people read is in the *scoring.Refusal.
var (
	ErrPerson  = errors.New("nobody can be invited like this")
	ErrKey     = errors.New("not a public key that is taken")
	ErrTaken   = errors.New("invited already")
	ErrUnknown = errors.New("not invited")
)

// State is how far the record and the file agree about a person.
type State string

// The states.
const (
	Recorded State = ""       // the record says the same
	Waiting  State = "invite" // the invitation is not recorded yet
	Revoked  State = "revoke" // the revocation is not recorded yet, and holds already
)

// Person is somebody who may come in, or, when Revoked, may not any more.
type Person struct {
	ID    string       `json:"id"` // random, and the same as long as the invitation stands
	State State        `json:"state,omitempty"`
	Name  string       `json:"name"`
	Role  scoring.Role `json:"role"`
	Unit  string       `json:"unit,omitempty"`  // full name, of a reviewer only
	Key   string       `json:"key,omitempty"`   // a line of authorized_keys without its comment, or empty
	Hash  string       `json:"hash,omitempty"`  // of the passcode (bcrypt), or empty
	Check string       `json:"check,omitempty"` // beside a hash: see Guess; empty in lists of older versions
	Since time.Time    `json:"since"`           // when the invitation was made
}

// Who is the person as a meeting asks for rights.
func (p Person) Who() *meeting.Who { return &meeting.Who{Name: p.Name, Role: p.Role, Unit: p.Unit} }

// Login is the name that the person gives to SSH: the slug of the full name, which anybody can type. Who is who the
// full name tells (names.Same); no two of those who may come in have one login.
func (p Person) Login() string { return names.Slug(p.Name) }

// Fingerprint is that of the person's key, SHA256:…; empty where there is none.
func (p Person) Fingerprint() string {
	key, err := parseKey(p.Key)
	if err != nil {
		return ""
	}
	return ssh.FingerprintSHA256(key)
}

// Act is the person's invitation as the record has it, without any secret.
func (p Person) Act() scoring.Invite {
	key := scoring.ByPasscode
	if p.Hash == "" {
		key = p.Fingerprint()
	}
	return scoring.Invite{Person: p.Name, Role: p.Role, Unit: p.Unit, Key: key}
}

// List is the people of a meeting, in the order in which they were invited.
type List struct {
	People  []Person
	HostKey []byte // PEM; empty until it is needed
}

// Path is where the list of a meeting is kept: beside the file, also where the meeting is named by a link to it.
func Path(meetingFile string) string {
	if inDatabase(meetingFile) {
		return meetingFile
	}
	if real, err := filepath.EvalSymlinks(meetingFile); err == nil {
		meetingFile = real
	}
	return meetingFile + ".access"
}

// Find gives the person of a name, written in full or as a login; case and diacritics do not matter, since no two
// people of a list differ in nothing else.
func (l *List) Find(name string) (Person, bool) { return l.at(l.index(name)) }

// byName gives the person of a name in full, however it is composed and spaced, and in whatever case.
func (l *List) byName(name string) (Person, bool) { return l.at(l.indexByName(name)) }

func (l *List) at(i int) (Person, bool) {
	if i < 0 {
		return Person{}, false
	}
	return l.People[i], true
}

// index finds a name. Of two people with one login, who can only be there while a revocation waits, it is who may come
// in.
func (l *List) index(name string) int {
	if len(name) > 16*maxName { // nobody's, and not worth the work: it comes from the network
		return -1
	}
	if i := l.indexByName(name); i >= 0 {
		return i
	}
	slug := names.Slug(name)
	found := -1
	for i, p := range l.People {
		if slug != "" && p.Login() == slug && (found < 0 || p.State != Revoked) {
			found = i
		}
	}
	return found
}

func (l *List) indexByName(name string) int {
	fold := names.Fold(name)
	return slices.IndexFunc(l.People, func(p Person) bool { return names.Fold(p.Name) == fold })
}

// ByKey gives the person to whom a public key belongs; never one whose invitation is revoked.
func (l *List) ByKey(k ssh.PublicKey) (Person, bool) {
	if k == nil {
		return Person{}, false
	}
	return l.byLine(keyLine(k))
}

// byLine gives the person of a key as it is kept.
func (l *List) byLine(line string) (Person, bool) {
	i := slices.IndexFunc(l.People, func(p Person) bool { return line != "" && p.Key == line && p.State != Revoked })
	if i < 0 {
		return Person{}, false
	}
	return l.People[i], true
}

// Add takes a person in: with a key or the hash of a passcode, under a name and a key that nobody has yet. It gives the
// person as kept, with an id and, where none was given, the time. Of an invitation that is still to be recorded the
// State is Waiting; List.Invite sees to that.
func (l *List) Add(p Person) (Person, error) {
	p, err := p.normalized()
	if err != nil {
		return Person{}, err
	}
	if was, taken := l.byName(p.Name); taken && was.State == Revoked {
		return Person{},
			refuse(ErrTaken,
				lang.Sayf("lời mời cũ của %s đã hủy nhưng chưa ghi vào nhật ký",
					"the old invitation of %s is revoked, but that is not recorded yet", lang.Both(was.Name)),
				lang.Sayf("mời lại khi đã ghi (xem --list), hoặc thêm vào tên cho khác",
					"invite again when it is (see --list), or add to the name to tell them apart"))
	} else if taken {
		return Person{},
			refuse(ErrTaken,
				lang.Sayf("%s đã được mời (%s)", "%s is invited already (%s)", lang.Both(was.Name), was.Role.Name()),
				lang.Sayf("hủy lời mời cũ trước (--revoke), hoặc thêm vào tên cho khác",
					"revoke that first (--revoke), or add to the name to tell them apart"))
	}
	if was, taken := l.Find(p.Login()); taken && was.State != Revoked && p.State != Revoked {
		return Person{}, sameLogin(p, was)
	}
	if was, taken := l.byLine(p.Key); taken {
		return Person{},
			refuse(ErrTaken, lang.Sayf("khóa này đã là của %s", "this key is %s's already", lang.Both(was.Name)),
				lang.Sayf("mỗi người dùng khóa riêng của mình", "every person uses a key of their own"))
	}
	p.ID = strings.ToLower(rand.Text())
	if p.Since.IsZero() {
		p.Since = time.Now()
	}
	p.Since = p.Since.Truncate(time.Second)
	l.People = append(l.People, p)
	return p, nil
}

// Remove takes back the invitation of a person and gives it. One that is on record is Revoked from now on, its secret
// forgotten, until that is recorded too; one that is not is gone.
func (l *List) Remove(name string) (Person, error) {
	i := l.index(name)
	switch {
	case i < 0:
		return Person{},
			refuse(ErrUnknown,
				lang.Sayf("không có ai tên %q được mời", "nobody of the name %q is invited", clean.Show(name)),
				lang.Sayf("xem danh sách bằng --list", "see who is with --list"))
	case l.People[i].State == Revoked:
		return Person{},
			refuse(ErrUnknown,
				lang.Sayf("lời mời của %s đã hủy rồi",
					"the invitation of %s is revoked already", lang.Both(l.People[i].Name)),
				lang.Sayf("không cần làm gì thêm", "there is nothing more to do"))
	case l.People[i].State == Waiting:
		p := l.People[i]
		l.drop(p.ID)
		return p, nil
	}
	l.People = slices.Clone(l.People)
	p := &l.People[i]
	p.State, p.Key, p.Hash, p.Check = Revoked, "", "", ""
	return *p, nil
}

// drop forgets a person.
func (l *List) drop(id string) {
	l.People = slices.DeleteFunc(slices.Clone(l.People), func(p Person) bool { return p.ID == id })
}

func refuse(kind error, what, mend lang.Text) error {
	return &scoring.Refusal{Kind: kind, What: what, Mend: mend}
}
