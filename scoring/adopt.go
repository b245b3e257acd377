package scoring

import "thidua/scoring/lang"

// Adopt is the subject of the vote by which a plenary sitting adopts all that preparatory sittings settled.
const Adopt = "adopt"

// adopts refuses a vote to adopt what was settled beforehand where nothing was. In a meeting without sittings it is a
// question like any other.
func (a Vote) adopts(s *State) error {
	if a.Subject != Adopt || s.sat.begun.top() == nil {
		return nil
	}
	all := s.Sittings()
	if s.Running().Form != Plenary {
		return refuse(ErrSitting, lang.Sayf("chỉ phiên tổng kết thông qua kết quả phiên trù bị",
			"only a plenary sitting adopts what a preparatory one settled"),
			lang.Sayf("bắt đầu phiên tổng kết (sitting, form = plenary)",
				"begin the plenary (sitting, form = plenary)"))
	}
	for _, x := range all[:len(all)-1] {
		if x.Form == Preparatory {
			return nil
		}
	}
	return refuse(ErrSitting, lang.Sayf("chưa có phiên trù bị nào để thông qua kết quả",
		"there was no preparatory sitting to adopt anything of"),
		lang.Sayf("ghi nội dung biểu quyết khác", "give another subject"))
}

// Adopts reports whether a vote is to adopt what preparatory sittings settled.
func (s *State) Adopts(a Vote) bool { return a.Subject == Adopt && s.sat.begun.top() != nil }

// Question is what was voted on, in words.
func (t *Tallied) Question() lang.Text {
	if t.adopts {
		return AdoptQuestion()
	}
	return lang.Both(t.Vote.Subject)
}

// AdoptQuestion is what a vote to adopt is about, in words.
func AdoptQuestion() lang.Text {
	return lang.Text{VI: "thông qua kết quả phiên trù bị", EN: "to adopt what the preparatory sitting settled"}
}

// Adopted is the carried vote by which a sitting adopted what preparatory ones settled; nil: there is none that counts.
func (s *State) Adopted(x Convened) *Tallied {
	for t := range s.votes.all {
		if t.adopts && t.Ruling.Verdict == Carried && x.Holds(t.Decision.Seq) {
			return t
		}
	}
	return nil
}
