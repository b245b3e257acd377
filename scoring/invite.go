package scoring

import (
	"cmp"
	"encoding/base64"
	"slices"
	"strings"

	"thidua/scoring/lang"
)

// Invite lets a person come in to the meeting from another machine. What proves who the person is stays outside the
// record, which everybody may read: the record says only by which key, or that it is by passcode.
type Invite struct {
	Person string // full name
	Role   Role   // one of Roles
	Unit   string // of a reviewer the unit that the person speaks for, by name; else empty
	Key    string // fingerprint of the SSH key, SHA256:…, or ByPasscode
}

// Revoke takes an invitation back.
type Revoke struct{ Person string }

// ByPasscode stands where the fingerprint of a key would, for who comes in by passcode.
const ByPasscode = "passcode"

// Invitation is an invitation that stands.
type Invitation struct {
	Invite
	Decision *Decision // that made it
}

// invitee is who signs in by one login: the invitations and revocations of it. Those that count take turns, and an
// invitation is the first.
type invitee struct {
	login string
	cell  *cell[Act]
}

// KindInvite is the kind of Invite.
const KindInvite Kind = "invite"

// Kind is KindInvite.
func (Invite) Kind() Kind { return KindInvite }

// KindRevoke is the kind of Revoke.
const KindRevoke Kind = "revoke"

// Kind is KindRevoke.
func (Revoke) Kind() Kind { return KindRevoke }

func (a Invite) enter(s *State, d *Decision) error {
	if err := a.check(s); err != nil {
		return err
	}
	return s.turn(a.Person, func(c *cell[Act]) *cell[Act] { return c.put(d, a) })
}

func (a Invite) leave(s *State, d *Decision) error {
	return s.turn(a.Person, func(c *cell[Act]) *cell[Act] { return c.mark(d.Seq, false) })
}

func (a Revoke) enter(s *State, d *Decision) error {
	return s.turn(a.Person, func(c *cell[Act]) *cell[Act] { return c.put(d, a) })
}

func (a Revoke) leave(s *State, d *Decision) error {
	return s.turn(a.Person, func(c *cell[Act]) *cell[Act] { return c.mark(d.Seq, false) })
}

// check refuses an invitation that makes no sense in this meeting.
func (a Invite) check(s *State) error {
	switch {
	case loginOf(a.Person) == "":
		return refuse(ErrPerson,
			lang.Sayf("không rõ mời ai: tên %q không có chữ nào",
				"who is invited? the name %q has no letters", a.Person),
			lang.Sayf("ghi họ và tên", "give the full name"))
	case !slices.Contains(Roles(), a.Role):
		return refuse(ErrInvite, lang.Sayf("không có vai trò %q", "there is no role %q", a.Role),
			lang.Sayf("dùng chair, secretary, reviewer hoặc observer", "use chair, secretary, reviewer or observer"))
	case a.Role == Reviewer && a.Unit == "":
		return refuse(ErrInvite, lang.Sayf("thành viên (reviewer) phải thuộc một đơn vị", "a reviewer is of a unit"),
			lang.Sayf("nêu đơn vị", "name the unit"))
	case a.Role != Reviewer && a.Unit != "":
		return refuse(ErrInvite,
			lang.Sayf("vai trò %s không thay mặt đơn vị nào", "a %s does not speak for a unit", a.Role),
			lang.Sayf("bỏ đơn vị, hoặc mời với vai trò reviewer", "leave out the unit, or invite them as a reviewer"))
	case a.Key != ByPasscode && !fingerprint(a.Key):
		return refuse(ErrInvite,
			lang.Sayf("dấu khóa phải là SHA256:… hoặc passcode", "the key must be a fingerprint SHA256:…, or passcode"),
			lang.Sayf("mời bằng «thidua invite»; không ghi khóa hay mã vào nhật ký",
				"invite with «thidua invite»; never put a key or passcode into the record"))
	}
	if a.Unit == "" {
		return nil
	}
	_, _, err := s.unit(a.Unit)
	return err
}

// fingerprint reports whether a text is that of a key, as ssh-keygen -l writes it.
func fingerprint(key string) bool {
	sum, ok := strings.CutPrefix(key, "SHA256:")
	raw, err := base64.RawStdEncoding.Strict().DecodeString(sum)
	return ok && err == nil && len(raw) == 32 && !strings.ContainsAny(sum, "\r\n")
}

// turn changes what counts of an invitee, at the cost of that one and of who is invited.
func (s *State) turn(person string, change func(*cell[Act]) *cell[Act]) error {
	login := loginOf(person)
	i := slices.IndexFunc(s.invitees, func(p invitee) bool { return p.login == login })
	all := slices.Clone(s.invitees)
	if i < 0 {
		i, all = len(all), append(all, invitee{login: login})
	}
	all[i].cell = change(all[i].cell)
	if err := all[i].inTurn(person); err != nil {
		return err
	}
	s.invitees, s.invited = all, nil
	for _, p := range all {
		if v, ok := p.invitation(); ok {
			s.invited = append(s.invited, v)
		}
	}
	slices.SortFunc(s.invited, func(a, b Invitation) int { return cmp.Compare(a.Decision.Seq, b.Decision.Seq) })
	return nil
}

// invitation is the one that stands.
func (p invitee) invitation() (Invitation, bool) {
	if c := p.cell.top(); c != nil {
		a, ok := c.value.(Invite)
		return Invitation{a, c.dec}, ok
	}
	return Invitation{}, false
}

// inTurn refuses a second invitation of somebody who is invited, and a revocation of nobody's.
func (p invitee) inTurn(person string) error {
	var err error
	var in *Invitation // the one that stands
	p.cell.each(func(c *cell[Act]) {
		a, invited := c.value.(Invite)
		switch {
		case err != nil:
		case invited && in != nil && FoldName(a.Person) != FoldName(in.Person):
			err = refuse(ErrInvite,
				lang.Sayf("%s và %s, được mời ở quyết định số %d, sẽ có cùng tên đăng nhập",
					"%s and %s, invited by decision %d, would sign in by the same name", a.Person, in.Person,
					in.Decision.Seq),
				lang.Sayf("thêm vào tên cho khác, như chức vụ hoặc đơn vị",
					"add to the name to tell them apart, such as an office or a unit"))
		case invited && in != nil:
			err = refuse(ErrInvite,
				lang.Sayf("%s đã được mời ở quyết định số %d",
					"%s is invited already, by decision %d", in.Person, in.Decision.Seq),
				lang.Sayf("hủy lời mời cũ trước", "revoke that first"))
		case !invited && in == nil:
			err = refuse(ErrInvite,
				lang.Sayf("quyết định số %d hủy lời mời của %s, nhưng không có lời mời nào",
					"decision %d revokes the invitation of %s, and there is none", c.dec.Seq, person),
				lang.Sayf("xem ai được mời bằng «thidua invite --list»",
					"see who is invited with «thidua invite --list»"))
		case invited:
			in = &Invitation{a, c.dec}
		default:
			in = nil
		}
	})
	return err
}

// Invited is who may come in, in the order of the invitations that stand. Nobody may write to the slice.
func (s *State) Invited() []Invitation { return s.invited }

// Invitation finds the invitation that stands of a person, or of whoever signs in by the same name: case and diacritics
// do not matter. Whether it is the same person, the names tell (FoldName).
func (s *State) Invitation(person string) (Invitation, bool) {
	login := loginOf(person)
	i := slices.IndexFunc(s.invitees, func(p invitee) bool { return p.login == login })
	if i < 0 {
		return Invitation{}, false
	}
	return s.invitees[i].invitation()
}
