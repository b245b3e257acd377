package access

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/crypto/bcrypt"

	"thidua/data/clean"
	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
)

const (
	maxName = 100 // characters of a name: what fits beside a decision
	maxCost = 18  // of a hash; beyond it one attempt would take the host a quarter of a minute
)

// normalized is the person with name, unit and key as a list keeps them, or what is wrong with them.
func (p Person) normalized() (Person, error) {
	var err error
	if p.Name, err = normalizedText(p.Name, lang.Text{VI: "tên", EN: "name"}); err != nil {
		return p, err
	}
	if p.Login() == "" {
		return p,
			refuse(ErrPerson, lang.Sayf("tên %q không có chữ nào", "the name %q has no letters", p.Name),
				lang.Sayf("ghi họ và tên", "give the full name"))
	}
	if p.Unit != "" {
		if p.Unit, err = normalizedText(p.Unit, lang.Text{VI: "tên đơn vị", EN: "name of the unit"}); err != nil {
			return p, err
		}
	}
	switch {
	case !slices.Contains(scoring.Roles(), p.Role):
		return p,
			refuse(ErrPerson, lang.Sayf("không có vai trò %q", "there is no role %q", clean.Show(string(p.Role))),
				lang.Sayf("dùng chair, secretary, reviewer, observer, screen hoặc standby",
					"use chair, secretary, reviewer, observer, screen or standby"))
	case p.Role == scoring.Reviewer && p.Unit == "":
		return p,
			refuse(ErrPerson, lang.Sayf("%s phải thuộc một đơn vị", "a %s is of a unit", p.Role.Name()),
				lang.Sayf("nêu đơn vị (--unit)", "name it (--unit)"))
	case p.Role != scoring.Reviewer && p.Unit != "":
		return p,
			refuse(ErrPerson,
				lang.Sayf("%s không thay mặt đơn vị nào", "a %s does not speak for a unit", p.Role.Name()),
				lang.Sayf("bỏ --unit, hoặc mời với vai trò reviewer", "leave out --unit, or invite them as a reviewer"))
	case !slices.Contains([]State{Recorded, Waiting, Revoked}, p.State):
		return p,
			refuse(ErrPerson, lang.Sayf("không có trạng thái %q", "there is no state %q", clean.Show(string(p.State))),
				lang.Text{})
	case p.State == Revoked && p.Key == "" && p.Hash == "":
		return p, nil
	case p.Check != "" && (p.Hash == "" || !isCheck(p.Check)):
		return p, refuse(ErrPerson,
			lang.Sayf("dấu thử của mã vào họp không đúng dạng", "the check of the passcode is not of the right form"),
			lang.Sayf("hủy lời mời rồi mời lại", "revoke the invitation and invite anew"))
	case (p.Key == "") == (p.Hash == ""):
		return p,
			refuse(ErrPerson,
				lang.Sayf("%s phải có khóa SSH hoặc mã vào họp, một trong hai",
					"%s must have an SSH key or a passcode, one of the two", lang.Both(p.Name)),
				lang.Sayf("hủy lời mời rồi mời lại", "revoke the invitation and invite anew"))
	case p.Hash != "":
		return p, checkHash(p.Hash)
	}
	key, err := parseKey(p.Key)
	if err != nil {
		return p, err
	}
	p.Key = keyLine(key)
	return p, nil
}

// normalizedText is a name as it is kept: composed, with single spaces. What a terminal would obey instead of showing
// is refused, not dropped: a name that reads other than it was typed belongs to somebody else.
func normalizedText(s string, what lang.Text) (string, error) {
	if bad, found := clean.Find(s); found {
		return "",
			refuse(ErrPerson,
				lang.Sayf("%s %s có ký tự điều khiển %s",
					"the %[1]s %[2]s has the control character %[3]s", what, lang.Both(clean.Show(s)), bad),
				lang.Sayf("gõ lại tên", "type it again"))
	}
	s = strings.Join(strings.Fields(clean.Line(s)), " ")
	switch n := utf8.RuneCountInString(s); {
	case n == 0:
		return "", refuse(ErrPerson, lang.Sayf("thiếu %s", "the %s is missing", what), lang.Text{})
	case n > maxName:
		return "",
			refuse(ErrPerson,
				lang.Sayf("%s dài %d ký tự, quá %d", "the %s has %d characters, more than %d", what, n, maxName),
				lang.Sayf("viết ngắn lại", "write a shorter one"))
	}
	return s, nil
}

// checkHash refuses what is no hash of ours, and one that would take too long to try.
func checkHash(hash string) error {
	if cost, err := bcrypt.Cost([]byte(hash)); err != nil || len(hash) != hashLength || cost > maxCost {
		return refuse(ErrPerson,
			lang.Sayf("dấu băm của mã vào họp không đúng dạng", "the hash of the passcode is not of the right form"),
			lang.Sayf("hủy lời mời rồi mời lại", "revoke the invitation and invite anew"))
	}
	return nil
}

// check looks for what Add would not have taken in: in a file that somebody changed, and in a list before it is kept.
func (l *List) check() error {
	seen := &List{}
	ids := map[string]bool{}
	for i, p := range l.People {
		kept, err := seen.Add(p)
		switch {
		case err != nil:
		case p.ID == "" || ids[p.ID]:
			err = refuse(ErrPerson, lang.Sayf("mã số trống hoặc trùng", "the id is empty or another's"), lang.Text{})
		case kept.Name != p.Name || kept.Unit != p.Unit || kept.Key != p.Key:
			err = refuse(ErrPerson,
				lang.Sayf("tên, đơn vị hay khóa không ở dạng được lưu", "name, unit or key are not as they are kept"),
				lang.Text{})
		}
		if err != nil {
			return refuse(ErrPerson,
				lang.Sayf("người thứ %d trong danh sách: %s", "person %d of the list: %s", i+1, meeting.Say(err)),
				lang.Text{})
		}
		ids[p.ID] = true
	}
	return checkHostKey(l.HostKey)
}
