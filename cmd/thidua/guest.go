package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"thidua/data/access"
	"thidua/data/finding"
	"thidua/data/meeting"
	"thidua/data/tomldoc"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// invite puts the person into the list first, as waiting, and then on the record, or leaves that to whoever has it
// open.
func (a *app) invite(ctx context.Context, path string, o inviteOptions) error {
	p, passcode, err := a.guest(ctx, path, o)
	if err != nil {
		return err
	}
	if err := a.point.pass(ctx); err != nil {
		return err
	}
	err = changeList(ctx, path, func(l *access.List, s *scoring.State) (err error) {
		p, err = l.Invite(s, p)
		return err
	})
	if err != nil {
		return err
	}
	held, err := recordWaiting(ctx, path, p.ID)
	if err != nil {
		if gone := takeBack(path, p.ID); gone == nil {
			return err
		}
		a.complain(meeting.Say(err)) // it is about somebody else, and this one is recorded
	}
	as := lang.Sayf("%s, %s", "%s, %s", p.Role.Name(), lang.Both(p.Unit))
	if p.Unit == "" {
		as = p.Role.Name()
	}
	if passcode != "" {
		a.tell("%s", "%s", passcode)
		fmt.Fprintln(a.err,
			a.say("đó là mã vào họp của %s (%s), chỉ hiện lần này: đưa riêng cho người đó, đừng gửi vào nhóm chung",
				"that is the passcode of %s (%s), shown this once: give it to that person alone, not to a group",
				p.Name, as))
	} else {
		a.tell("đã mời %s (%s), khóa %s", "invited %s (%s), key %s", p.Name, as, p.Fingerprint())
	}
	fmt.Fprintln(a.err,
		a.say("vào họp: ssh -p CỔNG %s@MÁY, với cổng và máy đang chạy «thidua serve»",
			"to come in: ssh -p PORT %s@HOST, with the port and machine that «thidua serve» runs on", p.Login()))
	a.waits(held)
	return nil
}

// guest is the person to be invited, with the passcode where one was made.
func (a *app) guest(ctx context.Context, path string, o inviteOptions) (p access.Person, passcode string, err error) {
	snap, err := meeting.Read(ctx, path)
	if err != nil {
		return p, "", err
	}
	p = access.Person{Name: o.name, Role: o.role}
	if o.unit != "" {
		units := unitNames(snap)
		if what, mend, several := units.Several(o.unit); several {
			return p, "", finding.List{{File: "--unit", What: what, Mend: mend}}
		}
		var ok bool
		if p.Unit, ok = units.Find(o.unit); !ok {
			mend := lang.Sayf("dùng một trong %s", "use one of %s", strings.Join(units.Names(), ", "))
			if near := tomldoc.Nearest(o.unit, units.Names()); near != "" {
				mend = lang.Sayf("có phải là %s không?", "did you mean %s?", near)
			}
			return p, "",
				finding.List{{File: "--unit",
					What: lang.Sayf("cuộc họp không có đơn vị %q", "this meeting has no unit %q", o.unit), Mend: mend}}
		}
	}
	if o.key != "" {
		p.Key, err = access.ReadKey(o.key)
		return p, "", err
	}
	return p.WithPasscode()
}

// errRecorded says that an invitation is on record and cannot be taken back quietly any more.
var errRecorded = errors.New("recorded already")

// takeBack takes an invitation that is not recorded out of the list again.
func takeBack(path, id string) error {
	return access.Change(access.Path(path), func(l *access.List) error {
		i := slices.IndexFunc(l.People, func(p access.Person) bool { return p.ID == id })
		if i >= 0 && l.People[i].State != access.Waiting {
			return errRecorded
		}
		if i >= 0 {
			_, err := l.Remove(l.People[i].Name)
			return err
		}
		return nil
	})
}
