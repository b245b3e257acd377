package main

import (
	"context"
	"fmt"
	"strings"

	"thidua/data/access"
	"thidua/data/finding"
	"thidua/data/meeting"
	"thidua/data/tomldoc"
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
	p, held, other, err := access.InviteTo(ctx, path, person(), p)
	if err != nil {
		return err
	}
	if other != nil {
		a.complain(meeting.Say(other))
	}
	if passcode != "" {
		a.tell("%s", "%s", passcode)
		fmt.Fprintln(a.err, access.Handed(p).In(a.lang))
	} else {
		a.tell("đã mời %s (%s), khóa %s", "invited %s (%s), key %s", p.Name, p.As(), p.Fingerprint())
	}
	fmt.Fprintln(a.err, access.ComesIn(p).In(a.lang))
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
	return p.WithPasscode(a.hashCost)
}
