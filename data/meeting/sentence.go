package meeting

import (
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Sentence says in one line what a decision decided, as the log and the minutes do. The state is the one after it, or
// any later one.
func Sentence(s *scoring.State, d *scoring.Decision) lang.Text {
	switch a := d.Act.(type) {
	case scoring.New:
		return lang.Sayf("tạo cuộc họp: %s, %s",
			"the meeting is made: %s, %s", a.Year, lang.Count(len(a.Sheets), "đơn vị", "unit", "units"))
	case scoring.Score:
		return because(lang.Sayf("%s %s: %s %%", "%s %s: %s %%", a.Unit, a.Criterion, a.Percent), a.Reason)
	case scoring.Bonus:
		if a.Points == 0 {
			return because(lang.Sayf("%s %s: bỏ điểm thưởng", "%s %s: bonus taken away", a.Unit, a.Target), a.Reason)
		}
		return because(lang.Sayf("%s %s: thưởng %s điểm", "%s %s: bonus of %s points", a.Unit, a.Target, a.Points),
			a.Reason)
	case scoring.Penalty:
		if a.Points == 0 {
			return because(lang.Sayf("%s %s: bỏ điểm trừ", "%s %s: penalty taken away", a.Unit, a.Target), a.Reason)
		}
		return because(lang.Sayf("%s %s: trừ %s điểm", "%s %s: penalty of %s points", a.Unit, a.Target, a.Points),
			a.Reason)
	case scoring.Sanctioned:
		return because(lang.Sayf("%s: xử lý khen thưởng: %s", "%s: sanction: %s", a.Unit, a.Sanction.Name()), a.Reason)
	case scoring.Order:
		return lang.Sayf("thứ tự do biểu quyết: %s", "order by vote: %s", sequence(a.Units))
	case scoring.Accept:
		return lang.Sayf("thông qua bản chấm của %s", "the sheet of %s is accepted", a.Unit)
	case scoring.Attend:
		return attendance(a)
	case scoring.Appraise:
		return because(lang.Sayf("thẩm định %s %s: %s %%", "appraisal of %s %s: %s %%", a.Unit, a.Criterion, a.Percent),
			a.Assessor)
	case scoring.Note:
		if a.Text == "" {
			return lang.Sayf("%s %s: bỏ ghi chú", "%s %s: note taken away", a.Unit, a.Target)
		}
		return lang.Sayf("%s %s: ghi chú «%s»", "%s %s: note «%s»", a.Unit, a.Target, a.Text)
	case scoring.Undo:
		target, ok := s.Decision(a.Seq)
		if !ok {
			return lang.Sayf("hoàn tác số %d", "undo of %d", a.Seq)
		}
		return lang.Sayf("hoàn tác số %d (%s)", "undo of %d (%s)", a.Seq, Sentence(s, target))
	case scoring.Confirm:
		return lang.Sayf("%s xác nhận điểm thống nhất của mình", "%s confirms its agreed scores", a.Unit)
	case scoring.Vote:
		return voted(s, d, a)
	case scoring.Ballot:
		return counted(s, d, a)
	case scoring.Lots:
		return because(lang.Sayf("bốc thăm %s: %s", "lots for %s: %s", a.Office.Name(), a.Winner), a.Reason)
	case scoring.Close:
		return because(lang.Text{VI: "chốt cuộc họp", EN: "the meeting is closed"}, a.Reason)
	case scoring.Reopen:
		return because(lang.Text{VI: "mở lại cuộc họp", EN: "the meeting is reopened"}, a.Reason)
	case scoring.Invite:
		return invited(a)
	case scoring.Revoke:
		return lang.Sayf("hủy lời mời của %s", "the invitation of %s is revoked", a.Person)
	}
	return lang.Both(string(d.Act.Kind()))
}

func because(what lang.Text, reason string) lang.Text {
	if reason == "" {
		return what
	}
	return lang.Sayf("%s (%s)", "%s (%s)", what, reason)
}

func sequence(units []string) string {
	out := ""
	for i, u := range units {
		if i > 0 {
			out += " › "
		}
		out += u
	}
	return out
}

func invited(a scoring.Invite) lang.Text {
	as, by := Role(a.Role).Name(), lang.Sayf("khóa %s", "key %s", a.Key)
	if a.Unit != "" {
		as = lang.Sayf("%s, %s", "%s, %s", as, a.Unit)
	}
	if a.Key == scoring.ByPasscode {
		by = lang.Text{VI: "mã vào họp", EN: "passcode"}
	}
	return lang.Sayf("mời %s (%s), vào bằng %s", "%s (%s) is invited, by %s", a.Person, as, by)
}

func attendance(a scoring.Attend) lang.Text {
	who := lang.Both(a.Unit)
	if a.Person != "" {
		who = lang.Sayf("%s (%s)", "%s (%s)", a.Unit, a.Person)
	}
	if a.Present {
		return lang.Sayf("%s có mặt", "%s is present", who)
	}
	return lang.Sayf("%s rời họp", "%s has left", who)
}

// voted says what a vote came to.
func voted(s *scoring.State, d *scoring.Decision, a scoring.Vote) lang.Text {
	for _, t := range s.Votes() {
		if t.Decision.Seq == d.Seq {
			return lang.Sayf("biểu quyết «%s»: %s", "vote «%s»: %s", a.Subject, t.Ruling.Sum)
		}
	}
	return lang.Sayf("biểu quyết «%s»: %d thuận, %d không, %d không biểu quyết",
		"vote «%s»: %d for, %d against, %d abstained", a.Subject, a.For, a.Against, a.Abstain)
}

// counted says what a round of an election came to.
func counted(s *scoring.State, d *scoring.Decision, a scoring.Ballot) lang.Text {
	if r, ok := s.Race(a.Office); ok {
		for i, round := range r.Rounds {
			if round.Decision.Seq == d.Seq {
				return lang.Sayf("bầu %s, vòng %d: %s",
					"election of the %s, round %d: %s", a.Office.Name(), i+1, round.Sum)
			}
		}
	}
	return lang.Sayf("bầu %s", "election of the %s", a.Office.Name())
}
