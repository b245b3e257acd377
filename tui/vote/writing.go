package vote

import (
	"slices"
	"strings"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/ballot"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Votes in writing of absent units, where the rulebook lets them: who has sent one is marked, and the counts then hold
// these votes too.

const (
	doWriting   kit.Action = "writing"
	doWritten   kit.Action = "written-mark"
	doWrittenOK kit.Action = "written-done"
	doWrittenNo kit.Action = "written-back"
)

const keyWriting = "/"

// writing asks which absent units vote in writing.
type writing struct {
	list   kit.List[string]
	chosen map[string]bool
}

// absentees are the absent units that may vote in writing on what is being counted.
func (q *question) absentees(env screen.Env) (names []string) {
	v := q.counted(env)
	v.Written = nil
	for _, u := range env.Snap.Units() {
		if !u.Present() {
			v.Written = append(v.Written, u.Name())
		}
	}
	voters, err := env.Snap.Voters(v)
	if err != nil {
		return nil
	}
	for _, i := range voters {
		if u := env.Snap.Units()[i]; !u.Present() {
			names = append(names, u.Name())
		}
	}
	return names
}

// writingKey leads to the votes in writing; ok is false where the rulebook knows none on this.
func (s *Screen) writingKey(env screen.Env) (b kit.Binding, ok bool) {
	q := s.q
	if q.casting() != nil || !env.Snap.Rulebook().VoteRule(q.counted(env).Act).Written {
		return b, false
	}
	b = kit.Binding{Action: doWriting, Keys: kit.Named(keyWriting), Shown: keyWriting, Weight: 79,
		Label: lang.Text{VI: "bằng văn bản", EN: "in writing"},
		Help: lang.Text{VI: "đánh dấu đơn vị vắng mặt đã gửi phiếu bằng văn bản; phiếu đó tính vào số đếm",
			EN: "mark absent units that vote in writing; their votes are part of the counts"}}
	switch {
	case s.sent:
		b.Off = lang.Text{VI: "đang ghi, xin đợi", EN: "being recorded, please wait"}
	case len(q.absentees(env)) == 0:
		b.Off = lang.Text{VI: "không có đơn vị vắng mặt nào được biểu quyết",
			EN: "there is no absent unit that may vote"}
	}
	return b, true
}

// write begins to mark the units.
func (q *question) write(env screen.Env) {
	q.writing = &writing{chosen: map[string]bool{}}
	q.writing.list.Show(q.absentees(env))
	for _, name := range q.vote.Written {
		q.writing.chosen[name] = true
	}
}

// written takes the units marked, in the order of the cluster. What was filled in for the rest no longer fits.
func (q *question) written(env screen.Env) {
	q.unfill()
	q.vote.Written = slices.DeleteFunc(q.absentees(env), func(name string) bool { return !q.writing.chosen[name] })
	q.writing = nil
}

// keys are those while units are marked.
func (w *writing) keys() []kit.Binding {
	return append([]kit.Binding{
		{Action: doWritten, Keys: []string{"space"}, Shown: "Space", Weight: 95,
			Label: lang.Text{VI: "bằng văn bản", EN: "in writing"},
			Help: lang.Text{VI: "đơn vị này biểu quyết bằng văn bản, hoặc không",
				EN: "this unit votes in writing, or not"}},
		{Action: doWrittenOK, Keys: []string{"enter"}, Shown: "Enter", Weight: 94,
			Label: lang.Text{VI: "xong", EN: "done"},
			Help: lang.Text{VI: "nhận các đơn vị đã đánh dấu, rồi nhập số phiếu",
				EN: "take those marked, then type the counts"}},
		{Action: doWrittenNo, Keys: []string{"esc"}, Shown: kit.KeyLeave, Weight: 90,
			Label: lang.Text{VI: "bỏ", EN: "cancel"},
			Help:  lang.Text{VI: "giữ nguyên như trước", EN: "leave it as it was"}},
	}, w.list.Keys(40)...)
}

// doWriting carries out an action of votes in writing; ok is false for any other.
func (q *question) doWriting(env screen.Env, a kit.Action) (ok bool) {
	switch {
	case a == doWriting:
		q.write(env)
	case q.writing == nil:
		return false
	case a == doWrittenOK:
		q.written(env)
	case a == doWrittenNo:
		q.writing = nil
	case a == doWritten:
		if name, here := q.writing.list.Here(); here {
			q.writing.chosen[name] = !q.writing.chosen[name]
			q.writing.list.Move(+1)
		}
	default:
		return q.writing.list.Do(a)
	}
	return true
}

// draw is the absent units, those that vote in writing marked.
func (w *writing) draw(env screen.Env, p *kit.Canvas) {
	p.Text(env.Styles.Warn, env.Say("Đơn vị vắng mặt nào biểu quyết bằng văn bản?",
		"Which absent units vote in writing?"), 1)
	w.list.Place(p.Rest(0), 1)
	p.Add(w.list.Draw(env.Styles, func(c *kit.Canvas, name string, here bool) {
		mark, said := "", ""
		if w.chosen[name] {
			mark, said = "✓", env.Say("bằng văn bản", "in writing")
		}
		c.Add(ballot.MarkedRow(env, c.W, name, here, mark, said))
	})...)
}

// speak says the unit under the cursor, and whether it votes in writing.
func (w *writing) speak(env screen.Env) string {
	name, _ := w.list.Here()
	mark := env.Say("không có phiếu bằng văn bản", "no vote in writing")
	if w.chosen[name] {
		mark = env.Say("biểu quyết bằng văn bản", "votes in writing")
	}
	return env.Say("Đơn vị vắng mặt nào biểu quyết bằng văn bản? %s: %s; %s",
		"Which absent units vote in writing? %s: %s; %s", name, lang.Both(mark), w.list.Spoken())
}

// inWriting names the units that vote in writing; empty: none does.
func (q *question) inWriting(env screen.Env) string {
	if len(q.vote.Written) == 0 {
		return ""
	}
	return env.Say("bằng văn bản: %s", "in writing: %s", strings.Join(q.vote.Written, ", "))
}

// matter is the vote as if all who may vote were for it, by which its rule is said.
func matter(env screen.Env, v scoring.Vote) scoring.Vote {
	voters, err := env.Snap.Voters(v)
	if err != nil {
		return v
	}
	v.Subject, v.For, v.Against, v.Abstain, v.NotVoting, v.Votes = "…", len(voters), 0, 0, nil, nil
	return v
}

// votesInWriting says why a vote with votes in writing is counted by hand.
func votesInWriting() lang.Text {
	return lang.Text{VI: "có phiếu bằng văn bản: đếm tay", EN: "there are votes in writing: count by hand"}
}
