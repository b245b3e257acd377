package ballot

import (
	"thidua/tui/screen"
)

// Speak says what is marked on the session's own ballot and what can be, or what has become of it; and how many ballots
// are in. What stands on it is said in full: nobody who listens sees the lines.
func (b *Ballot) Speak(env screen.Env, a Ask) string {
	b.take(a)
	said := env.Say("%d trên %d đơn vị đã bỏ phiếu", "%d of %d units have voted", a.in, len(a.voters))
	if a.box {
		said = env.Say("%d trên %d đơn vị đã bỏ phiếu kín", "%d of %d units have cast a secret ballot", a.in,
			len(a.voters))
	}
	if a.paper > 0 {
		said += env.Say("; giấy: %d phiếu", "; on paper: %d", a.paper)
	}
	switch {
	case a.done && a.counted.IsZero():
		return said + env.Say(". Phiếu của %s đã vào", ". The ballot of %s is in", env.Who.Unit)
	case a.done:
		return said + env.Say(". Phiếu của %s đã vào, được tính là: %s", ". The ballot of %s is in, counted as: %s",
			env.Who.Unit, a.counted)
	case a.sent:
		return said + env.Say(". Phiếu của %s đang được gửi, chưa vào",
			". The ballot of %s is being sent, and not in yet",
			env.Who.Unit)
	case !a.may:
		return said
	case b.chosen:
		return env.Say("Đang chọn %s, %s; chưa bỏ phiếu, %s hai lần để bỏ. ",
			"Marked: %s, %s; not cast yet, %s twice casts it. ", a.options[b.list.Index()], b.list.Spoken(), keyCast) +
			said
	}
	options := ""
	for i, o := range a.options {
		if i > 0 {
			options += "; "
		}
		if i < mostDigits {
			options += env.Say("%d ", "%d ", i+1)
		}
		options += o.In(env.Lang)
	}
	return env.Say("Phiếu của %s, chưa chọn gì: %s. ", "The ballot of %s, nothing marked yet: %s. ", env.Who.Unit,
		options) + said
}
