package main

import (
	"thidua/data/access"
	"thidua/data/store"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// hostKey is the key by which people know this host, at whatever meeting.
func hostKey(list string) ([]byte, error) {
	own, err := access.HostKeyFile()
	if err != nil {
		own = "" // a system without such a folder: the meeting has one to itself
	}
	return access.EnsureHostKey(list, own)
}

// missing says who was invited on the record and cannot come in here, as where a meeting was copied or renamed without
// its list; it is zero where nobody is.
func missing(list string, s *scoring.State) (lang.Text, error) {
	l, err := access.Load(list)
	if err != nil {
		return lang.Text{}, err
	}
	var who []lang.Sayer
	for _, g := range l.Guests(s) {
		if g.Status == access.NoSecret {
			who = append(who, lang.Both(g.Name))
		}
	}
	n := len(who)
	if n == 0 {
		return lang.Text{}, nil
	}
	const named = 3
	if n > named {
		who = append(who[:named], lang.Sayf("%d người khác", "%d others", n-named))
	}
	return lang.Sayf("%s có trong nhật ký không vào được: %s. Tệp %s không có khóa hay mã của họ; "+
		"chép tệp .access của cuộc họp gốc vào đó, hoặc hủy rồi mời lại từng người.",
		"%s on record cannot come in: %s. The file %s has no key or passcode of theirs; "+
			"copy the .access file of the original meeting there, or revoke and invite each anew.",
		lang.Count(n, "người", "person", "people"), lang.List(who...), store.Shown(list)), nil
}
