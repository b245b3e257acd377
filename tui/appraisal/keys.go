package appraisal

import (
	"slices"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/award"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

const (
	doAccept  kit.Action = "accept-difference"
	doDiscuss kit.Action = "discuss-difference"
	doOpen    kit.Action = "open-difference"
	doDecide  kit.Action = "decide-award"
	doReview  kit.Action = "review-difference"
	doWhy     kit.Action = "why-appraised"
	doNext    kit.Action = "next-unit"
	doBack    kit.Action = "unit-before"
)

// The keys that sentences name as well.
const (
	keyAccept  = "="
	keyDiscuss = "*"
	keyOpen    = "Space"
	keyDecide  = "+"
	keyNext    = "→"
	keyBack    = "←"
)

// Keys is the screen's key table.
func (s *Screen) Keys(env screen.Env) []kit.Binding {
	switch {
	case s.explain != nil:
		return s.explain.reason.Keys(lang.Text{VI: "ghi giải trình vào nhật ký",
			EN: "put the explanation on record"})
	case s.form != nil:
		return s.form.Keys(env)
	}
	none := lang.Text{}
	if len(s.known.all) == 0 {
		none = nothing(env)
	}
	moves := s.list.Keys(60)
	return slices.Concat(moves[:2], []kit.Binding{
		{Action: doNext, Keys: kit.Named(keyNext), Shown: keyNext, Weight: 55, Off: none,
			Label: lang.Text{VI: "đơn vị sau", EN: "next unit"},
			Help:  lang.Text{VI: "đơn vị sau", EN: "the next unit"}},
		{Action: doBack, Keys: kit.Named(keyBack), Shown: keyBack, Off: none,
			Label: lang.Text{VI: "đơn vị trước", EN: "unit before"},
			Help:  lang.Text{VI: "đơn vị trước", EN: "the unit before"}},
	}, moves[2:], s.differenceKeys(env, none), s.awardKeys(env))
}

// nothing says that there is no difference, and why.
func nothing(env screen.Env) lang.Text {
	if !env.Snap.Appraised() {
		return lang.Text{VI: "chưa nhận điểm thẩm định", EN: "the appraisal has not been taken in"}
	}
	return lang.Text{VI: "điểm thẩm định không khác điểm thống nhất", EN: "the appraisal gives what was agreed"}
}

// differenceKeys are those about the difference under the cursor.
func (s *Screen) differenceKeys(env screen.Env, none lang.Text) []kit.Binding {
	off, open := s.whyNotExplain(env, none), none
	if _, ok := s.nextOpen(); !ok && open.IsZero() {
		open = lang.Text{VI: "mọi chênh lệch đã khép lại", EN: "every difference is closed"}
	}
	return []kit.Binding{
		{Action: doAccept, Keys: kit.Named(keyAccept), Shown: keyAccept, Weight: 90, Off: off,
			Label: lang.Text{VI: "chấp nhận…", EN: "accept…"},
			Help: lang.Text{VI: "giải trình và chấp nhận chênh lệch này: nó được khép lại",
				EN: "explain the difference and accept it, which closes it"}},
		{Action: doDiscuss, Keys: kit.Named(keyDiscuss), Shown: keyDiscuss, Weight: 80, Off: off,
			Label: lang.Text{VI: "cần trao đổi…", EN: "discuss…"},
			Help: lang.Text{VI: "giải trình, còn phải trao đổi với đơn vị đánh giá",
				EN: "explain the difference; it is still to be talked over with the department"}},
		{Action: doOpen, Keys: []string{"space"}, Shown: keyOpen, Weight: 70, Off: open,
			Label: lang.Text{VI: "chênh lệch còn mở", EN: "next open one"},
			Help: lang.Text{VI: "đến chênh lệch chưa giải trình hoặc cần trao đổi",
				EN: "the next difference that is not explained, or to be discussed"}},
		{Action: doReview, Keys: []string{"enter"}, Shown: "Enter", Weight: 45, Off: none,
			Label: lang.Text{VI: "rà soát", EN: "review"},
			Help: lang.Text{VI: "mở đơn vị và tiêu chí này ở Rà soát",
				EN: "open unit and criterion on the review screen"}},
		{Action: doWhy, Keys: kit.Named(screen.KeyWhy), Shown: screen.KeyWhy, Weight: 50,
			Label: lang.Text{VI: "vì sao", EN: "why"},
			Help: lang.Text{VI: "vì sao hạng theo điểm thẩm định, và khen thưởng theo hạng ấy",
				EN: "why the rank by the appraised scores, and the award that goes with it"}},
	}
}

// whyNotExplain says why the difference under the cursor cannot be explained; empty: it can.
func (s *Screen) whyNotExplain(env screen.Env, none lang.Text) lang.Text {
	switch {
	case !none.IsZero():
		return none
	case env.Mode == screen.Replay:
		return env.Frozen()
	}
	if t := env.Barred(scoring.KindExplain); !t.IsZero() {
		return t
	}
	if _, ok := s.here(); !ok {
		return lang.Text{VI: "ở đây điểm thẩm định bằng điểm thống nhất",
			EN: "here the appraisal gives what was agreed"}
	}
	return lang.Text{}
}

// awardKeys take down what was decided in the end.
func (s *Screen) awardKeys(env screen.Env) []kit.Binding {
	off := env.Barred(scoring.KindDecide)
	switch {
	case env.Mode == screen.Replay:
		off = env.Frozen()
	case !env.Snap.Closed():
		off = lang.Text{VI: "cấp trên quyết định sau khi cuộc họp đã chốt",
			EN: "it is decided above after the meeting is closed"}
	}
	return []kit.Binding{{Action: doDecide, Keys: kit.Named(keyDecide), Shown: keyDecide, Weight: 75, Off: off,
		Label: lang.Text{VI: "quyết định chính thức", EN: "decided in the end"},
		Help: lang.Text{VI: "ghi khen thưởng mà cấp trên đã quyết định cho đơn vị này",
			EN: "take down what was decided above about this unit's award"}}}
}

// Do carries out an action.
func (s *Screen) Do(env screen.Env, a kit.Action, _ string) screen.Effect {
	switch {
	case s.explain != nil:
		return s.doExplain(env, a)
	case s.form != nil:
		effect, done := s.form.Do(env, a)
		if done {
			s.form = nil
		}
		return effect
	case s.list.Do(a):
		return screen.Effect{}
	}
	switch a {
	case doAccept, doDiscuss:
		if d, ok := s.here(); ok {
			outcome := scoring.Accepted
			if a == doDiscuss {
				outcome = scoring.ToDiscuss
			}
			s.begin(env, d, outcome)
		}
	case doOpen:
		if d, ok := s.nextOpen(); ok {
			s.goTo(d)
		}
	case doDecide:
		s.form = award.Begin(env, award.Decide, s.unit)
	case doReview:
		return screen.Effect{Go: screen.Review, At: s.place()}
	case doWhy:
		e := why(env, s.unit)
		return screen.Effect{Why: &e}
	case doNext, doBack:
		n := len(env.Snap.Units())
		step := 1
		if a == doBack {
			step = n - 1
		}
		s.unit = (s.unit + step) % n
	}
	return screen.Effect{}
}

// why explains a unit's rank by the appraised scores, and behind it the award that they would give.
func why(env screen.Env, unit int) scoring.Explanation {
	e, prize := env.Snap.WhyRank(scoring.Appraised, unit), env.Snap.WhyAward(scoring.Appraised, unit)
	e.Notes = append(e.Notes, lang.Sayf("Khen thưởng theo điểm thẩm định: %s.", "Award by the appraised scores: %s.",
		prize.Result))
	e.Notes = append(e.Notes, prize.Notes...)
	for _, c := range prize.Clauses {
		if !slices.Contains(e.Clauses, c) {
			e.Clauses = append(e.Clauses, c)
		}
	}
	return e
}
