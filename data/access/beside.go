package access

import (
	"context"
	"errors"
	"slices"
	"time"

	"thidua/data/finding"
	"thidua/data/meeting"
	"thidua/data/record"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// What is here changes who may come in to a meeting that this process has not open: another may have.

// A program that has the meeting open gets this long to record what waits, which a running «serve» does at once.
const (
	patience = 1500 * time.Millisecond
	pause    = 20 * time.Millisecond
)

// InviteTo lets a person in to a meeting in a file: into its list first, as waiting, and then on the record, as decided
// by somebody, or leaves that to whoever has it open. held says who has, where that is still to be recorded. other is
// what could not be recorded of somebody else meanwhile.
func InviteTo(ctx context.Context, file, by string, p Person) (_ Person, held *record.LockedError, other, err error) {
	err = ChangeOf(ctx, file, func(l *List, s *scoring.State) (err error) {
		p, err = l.Invite(s, p)
		return err
	})
	if err != nil {
		return p, nil, nil, err
	}
	held, err = Put(ctx, file, by, p.ID)
	if err != nil {
		if gone := takeBack(file, p.ID); gone == nil {
			return p, nil, nil, err
		}
		other = err // it is about somebody else, and this one is recorded
	}
	return p, held, other, nil
}

// ChangeOf changes who may come in to a meeting in a file as its record stands. The record is read under the list's
// lock: so both fit. A refusal is a finding about the file.
func ChangeOf(ctx context.Context, file string, f func(*List, *scoring.State) error) error {
	if _, err := meeting.Read(ctx, file); err != nil { // no list beside what is no meeting
		return err
	}
	err := Change(Path(file), func(l *List) error {
		snap, err := meeting.Read(ctx, file)
		if err != nil {
			return err
		}
		return f(l, &snap.State)
	})
	if r := (*scoring.Refusal)(nil); errors.As(err, &r) {
		said := meeting.Say(err)
		return finding.List{{File: file, What: lang.Text{VI: said.In(lang.VI), EN: said.In(lang.EN)}}}
	}
	return err
}

// Put records what waits in the list of a meeting in a file, unless another program has the meeting open and does not
// record the change of this person soon: then it says which.
func Put(ctx context.Context, file, by, id string) (held *record.LockedError, err error) {
	for end := time.Now().Add(patience); ; {
		m, err := meeting.Open(ctx, file)
		if err == nil {
			err = RecordWaiting(ctx, Path(file), m, by)
			return nil, errors.Join(err, m.Close())
		}
		if !errors.As(err, &held) {
			return nil, err
		}
		if !stillWaiting(file, id) {
			return nil, nil
		}
		select {
		case <-ctx.Done():
			return held, nil
		case <-time.After(pause):
		}
		if time.Now().After(end) {
			return held, nil
		}
	}
}

// stillWaiting reports whether a person's invitation or revocation is still to be recorded.
func stillWaiting(file, id string) bool {
	l, err := Load(Path(file))
	return err != nil ||
		slices.ContainsFunc(l.People, func(p Person) bool { return p.ID == id && p.State != Recorded })
}

// errRecorded says that an invitation is on record and cannot be taken back quietly any more.
var errRecorded = errors.New("recorded already")

// takeBack takes an invitation that is not recorded out of the list again.
func takeBack(file, id string) error {
	return Change(Path(file), func(l *List) error {
		i := slices.IndexFunc(l.People, func(p Person) bool { return p.ID == id })
		if i >= 0 && l.People[i].State != Waiting {
			return errRecorded
		}
		if i >= 0 {
			_, err := l.Remove(l.People[i].Name)
			return err
		}
		return nil
	})
}

// Waits says that a change is still to be recorded, and who will do that.
func Waits(held *record.LockedError) lang.Text {
	who := lang.Text{VI: "chương trình khác", EN: "another program"}
	if h := held.Holder; h.Who != "" {
		who = lang.Sayf("%s (máy %s, tiến trình %d)", "%s (on %s, process %d)", h.Who, h.Host, h.PID)
	}
	return lang.Sayf(
		"%s đang mở cuộc họp: điều này có hiệu lực, được ghi vào nhật ký ngay khi chương trình đó thấy "+
			"(«thidua serve» đang chạy thấy ngay), muộn nhất ở lần mở sau",
		"%s has the meeting open: this holds, and is recorded as soon as that program sees it (a running "+
			"«thidua serve» does at once), at the latest when the meeting is next opened", who)
}

// Handed says how a passcode is to be handed over, which is shown once.
func Handed(p Person) lang.Text {
	return lang.Sayf(
		"đó là mã vào họp của %s (%s), chỉ hiện lần này: đưa riêng cho người đó, đừng gửi vào nhóm chung",
		"that is the passcode of %s (%s), shown this once: give it to that person alone, not to a group",
		p.Name, p.As())
}

// ComesIn says how the person comes in.
func ComesIn(p Person) lang.Text {
	return lang.Sayf("vào họp: ssh -p CỔNG %s@MÁY, với cổng và máy đang chạy «thidua serve»",
		"to come in: ssh -p PORT %s@HOST, with the port and machine that «thidua serve» runs on", p.Login())
}

// As is in which role the person comes, and of which unit.
func (p Person) As() lang.Text {
	if p.Unit == "" {
		return p.Role.Name()
	}
	return lang.Sayf("%s, %s", "%s, %s", p.Role.Name(), lang.Both(p.Unit))
}
