package main

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"thidua/data/access"
	"thidua/data/meeting"
	"thidua/scoring"
)

// While another program has the meeting open: what it has recorded already is done, also where the command itself could
// not record it; what it has not is said to wait, and by whom.
func TestWaitingWhileHeld(t *testing.T) {
	t.Parallel()
	path := everyKind(t)
	m, err := meeting.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	thidua(t, "invite", path, "--role", "secretary", "--name", "Thư ký")
	l, err := access.Load(access.Path(path))
	if err != nil {
		t.Fatal(err)
	}
	p, ok := l.Find("thu-ky")
	if _, on := m.Snapshot().Invitation("Thư ký"); !ok || p.State != access.Waiting || on {
		t.Fatalf("in the list %+v, on record %v", p, on)
	}
	if held, err := access.Put(t.Context(), path, "Thư ký", p.ID); err != nil || held == nil ||
		held.Holder.Who != meeting.Holder(time.Now).Who {
		t.Errorf("while it waits: held by %+v, %v", held, err)
	}
	if err := access.RecordWaiting(t.Context(), access.Path(path), m, "Máy chủ"); err != nil {
		t.Fatal(err)
	}
	if v, on := m.Snapshot().Invitation("Thư ký"); !on || v.Decision.By != "Máy chủ" ||
		v.Role != scoring.Secretary {
		t.Errorf("on record: %+v, %v", v, on)
	}
	if held, err := access.Put(t.Context(), path, "Thư ký", p.ID); err != nil || held != nil {
		t.Errorf("once it is recorded: held by %+v, %v", held, err)
	}
}

// The program's own passcodes cost what they are to cost: only the scripts' are cheap.
func TestPasscodeCost(t *testing.T) {
	path := newMeeting(t)
	cmd := exec.CommandContext(t.Context(), "thidua-itself", "invite", path, "--name", "Dự khán", "--role", "observer")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	list, err := os.ReadFile(access.Path(path))
	if err != nil {
		t.Fatal(err)
	}
	if want := fmt.Sprintf("$2a$%d$", access.HashCost); !strings.Contains(string(list), want) {
		t.Errorf("no hash of cost %d in\n%s", access.HashCost, list)
	}
}
