package access_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"thidua/data/access"
	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// acts are the decisions of a meeting that are about who may come in.
func acts(m *meeting.Meeting) (out []string) {
	for _, e := range m.Snapshot().Log {
		switch a := e.Act.(type) {
		case scoring.Invite:
			out = append(out, "+"+a.Person)
		case scoring.Revoke:
			out = append(out, "-"+a.Person)
		}
	}
	return out
}

// closeMeeting closes the sample meeting.
func closeMeeting(t *testing.T, m *meeting.Meeting) {
	t.Helper()
	for _, u := range m.Snapshot().Units() {
		for _, at := range u.NotScored(false) {
			code := m.Snapshot().Rulebook().Criteria[at].Code
			propose(t, m, scoring.Leave{Unit: u.Name(), Criterion: code, Reason: "chưa có số liệu"})
		}
		propose(t, m, scoring.Accept{Unit: u.Name()})
	}
	propose(t, m, scoring.Close{})
}

// A closed meeting takes neither invitation nor revocation; a revocation holds all the same, and both are recorded once
// it is reopened.
func TestWaitingClosed(t *testing.T) {
	m, path := live(t)
	stays := invite(t, m, path, access.Person{Name: "Thư ký", Role: scoring.Secretary, Hash: hash})
	goes := invite(t, m, path, access.Person{Name: "Dự khán", Role: scoring.Observer, Hash: hash})
	recordWaiting(t, m, path)
	late := invite(t, m, path, access.Person{Name: "Đến muộn", Role: scoring.Observer, Hash: hash})
	closeMeeting(t, m)
	seq := m.Snapshot().Seq()

	err := access.RecordWaiting(context.Background(), path, m, "Chủ tọa")
	if !errors.Is(err, scoring.ErrClosed) ||
		!strings.Contains(meeting.Say(err).In(lang.EN),
			"the invitation of Đến muộn is not recorded: the meeting was closed by decision") ||
		!strings.Contains(meeting.Say(err).In(lang.VI), "mở lại") {
		t.Errorf("an invitation that came too late: %v", err)
	}
	if err := errors.Join(revoke(path, m, "Đến muộn"), revoke(path, m, "Dự khán")); err != nil {
		t.Fatal(err)
	}
	recordWaiting(t, m, path)
	if m.Snapshot().Seq() != seq {
		t.Error("something was recorded in a closed meeting")
	}
	for p, want := range map[*access.Person]bool{&stays: true, &goes: false, &late: false} {
		if got := admitted(t, m, path, p.ID); got != want {
			t.Errorf("%s: admitted = %v", p.Name, got)
		}
	}
	if err := access.Change(path, func(l *access.List) error {
		_, err := l.Invite(&m.Snapshot().State, access.Person{Name: "Ai đó", Role: scoring.Chair, Hash: hash})
		return err
	}); !errors.Is(err, scoring.ErrClosed) {
		t.Errorf("invited to a closed meeting: %v", err)
	}

	propose(t, m, scoring.Reopen{Reason: "r"})
	recordWaiting(t, m, path)
	if got, want := acts(m), []string{"+Thư ký", "+Dự khán", "-Dự khán"}; !slices.Equal(got, want) {
		t.Errorf("on record %q, want %q", got, want)
	}
	if people := load(t, path).People; len(people) != 1 || people[0].ID != stays.ID {
		t.Errorf("in the list %+v", people)
	}
}

// An invitation that waits and would break a rule lets nobody in, and holds up nobody else.
func TestWaitingRefused(t *testing.T) {
	m, path := live(t)
	a := invite(t, m, path, access.Person{Name: "A", Role: scoring.Observer, Hash: hash})
	b := invite(t, m, path, access.Person{Name: "B", Role: scoring.Observer, Hash: hash})
	c := invite(t, m, path, access.Person{Name: "C", Role: scoring.Observer, Hash: hash})
	propose(t, m, scoring.Invite{Person: "a", Role: "chair", Key: scoring.ByPasscode},
		scoring.Invite{Person: "b", Role: "chair", Key: scoring.ByPasscode})
	err := access.RecordWaiting(context.Background(), path, m, "Chủ tọa")
	if got := meeting.Say(err).In(lang.EN); !errors.Is(err, scoring.ErrInvite) ||
		!strings.HasPrefix(got,
			"2 invitations are not recorded: the invitation of A is not recorded: a is invited already") {
		t.Errorf("%v", got)
	}
	for p, want := range map[*access.Person]bool{&a: false, &b: false, &c: true} {
		if got := admitted(t, m, path, p.ID); got != want {
			t.Errorf("%s: admitted = %v", p.Name, got)
		}
	}
	if got, want := acts(m), []string{"+a", "+b", "+C"}; !slices.Equal(got, want) {
		t.Errorf("on record %q, want %q", got, want)
	}
}

// failing is a meeting whose program dies, or whose disk fails, at a proposal: before it is recorded, or after.
type failing struct {
	*meeting.Meeting
	recorded bool
}

var errDisk = errors.New("disk")

func (f failing) Propose(ctx context.Context, p meeting.Proposal) (*meeting.Snapshot, error) {
	if f.recorded {
		if _, err := f.Meeting.Propose(ctx, p); err != nil {
			return nil, err
		}
	}
	return nil, errDisk
}

// Where recording fails the mark stays, and another time it is recorded once, whether or not it was.
func TestWaitingAgain(t *testing.T) {
	for _, recorded := range []bool{false, true} {
		m, path := live(t)
		p := invite(t, m, path, access.Person{Name: "A", Role: scoring.Observer, Hash: hash})
		err := access.RecordWaiting(context.Background(), path, failing{m, recorded}, "x")
		if !errors.Is(err, errDisk) {
			t.Errorf("recorded %v: %v", recorded, err)
		}
		if !admitted(t, m, path, p.ID) {
			t.Errorf("recorded %v: not admitted while it waits", recorded)
		}
		if recorded { // revoked at this very moment: it must not stay on record
			if err := revoke(path, m, "A"); err != nil {
				t.Fatal(err)
			}
			err := access.RecordWaiting(context.Background(), path, failing{m, recorded}, "x")
			if !errors.Is(err, errDisk) {
				t.Errorf("the revocation: %v", err)
			}
		}
		recordWaiting(t, m, path)
		want := []string{"+A"}
		if recorded {
			want = []string{"+A", "-A"}
		}
		if got := acts(m); !slices.Equal(got, want) {
			t.Errorf("recorded %v: on record %q, want %q", recorded, got, want)
		}
		if in := admitted(t, m, path, p.ID); in == recorded {
			t.Errorf("recorded %v: admitted = %v", recorded, in)
		}
	}
}

// How everybody stands, as the list of who is invited shows it.
func TestGuests(t *testing.T) {
	m, path := live(t)
	key := newKey(t)
	invite(t, m, path, access.Person{Name: "Trong danh sách", Role: scoring.Observer, Key: line(key)})
	invite(t, m, path, access.Person{Name: "Đã hủy", Role: scoring.Observer, Hash: hash})
	invite(t, m, path, access.Person{Name: "Đã hoàn tác", Role: scoring.Observer, Hash: hash})
	recordWaiting(t, m, path)
	propose(t, m, scoring.Undo{Seq: m.Snapshot().Seq()},
		scoring.Invite{Person: "Chỉ trong nhật ký", Role: "chair", Key: scoring.ByPasscode})
	invite(t, m, path, access.Person{Name: "Chờ", Role: scoring.Observer, Hash: hash})
	if err := revoke(path, m, "da huy"); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, g := range load(t, path).Guests(&m.Snapshot().State) {
		got = append(got, g.Name+": "+string(g.Status))
		if name := g.Status.Name(); name.VI == "" || name.VI == name.EN {
			t.Errorf("%s has no name in words", g.Status)
		}
	}
	want := []string{"Trong danh sách: invited", "Đã hủy: revoked", "Chỉ trong nhật ký: no-key", "Đã hoàn tác: undone",
		"Chờ: waiting"}
	if !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
}
