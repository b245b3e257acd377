package rulebook

import (
	"thidua/data/tomldoc"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// classes takes [[class]]: what units with enough points are called, best first.
func (r *reader) classes(t *tomldoc.Table) {
	for _, x := range t.Tables("class") {
		x.Require("id", "name", "from")
		r.book.Classes = append(r.book.Classes, scoring.Class{ID: x.Filled("id"), Name: x.Text("name"),
			From: floor(x, "from"), Clause: x.Filled("clause")})
		x.Done()
	}
}

// floor takes { share = "90/100" } or { points = 800 }.
func floor(t *tomldoc.Table, key string) (f scoring.Floor) {
	s := t.Table(key)
	if s == nil {
		return f
	}
	if s.Has("share") == s.Has("points") {
		t.Fail(key, lang.Sayf("%s cần đúng một trong share và points", "%s needs exactly one of share and points", key),
			lang.Sayf(`viết { share = "90/100" } hoặc { points = 800 }`,
				`write { share = "90/100" } or { points = 800 }`))
	}
	if s.Has("share") {
		f = scoring.Floor{By: scoring.FloorShare, Share: ratio(s, "share")}
	} else if p, ok := s.Points("points"); ok {
		f = scoring.Floor{By: scoring.FloorPoints, Points: p}
	}
	s.Done()
	return f
}

func (r *reader) awards(t *tomldoc.Table) {
	for _, x := range t.Tables("award") {
		x.Require("id", "name")
		a := scoring.Award{ID: x.Filled("id"), Name: x.Text("name"), Short: x.Text("short"), Sign: x.Filled("sign"),
			Clause: x.Filled("clause"), Min: floor(x, "min"), Class: x.Filled("class"), Beside: x.Bool("beside"),
			Quota: quota(x), Vote: r.awardVote(x), Ballot: awardBallot(x)}
		if a.Short.IsZero() {
			a.Short = a.Name
		}
		for _, c := range x.Tables("counts") {
			c.Require("units", "number")
			a.Counts = append(a.Counts, scoring.AwardCount{Units: c.Int("units"), Number: c.Int("number")})
			c.Done()
		}
		x.Done()
		r.book.Awards = append(r.book.Awards, a)
	}
}

// quota takes { share = "20/100", of = "rest", round = "down", most = 3 }.
func quota(t *tomldoc.Table) (q scoring.AwardQuota) {
	s := section(t, "quota", "share")
	if s == nil {
		return q
	}
	q.Share = ratio(s, "share")
	if s.Has("of") {
		q.Of = choice(s, "of", map[string]scoring.QuotaOf{"all": scoring.OfAll, "rest": scoring.OfRest})
	}
	if s.Has("round") {
		q.Round = choice(s, "round", map[string]scoring.Rounding{"down": scoring.RoundDown,
			"nearest": scoring.RoundNearest, "up": scoring.RoundUp})
	}
	if s.Has("most") {
		if q.Most = s.Int("most"); q.Most == 0 && !s.Failed("most") {
			s.Fail("most", lang.Sayf("most = 0 không cho suất nào", "most = 0 gives nothing"),
				lang.Sayf("ghi số lớn hơn, hoặc bỏ most", "give a larger number, or leave most out"))
		}
	}
	s.Done()
	return q
}

// awardVote takes [award.vote]: the keys of [vote], what it does not say being that of [vote.propose] or [vote], and
// whether it is by secret ballot.
func (r *reader) awardVote(t *tomldoc.Table) (v scoring.AwardVote) {
	s := t.Table("vote")
	if s == nil {
		return v
	}
	v = scoring.AwardVote{Asked: true, Secret: s.Bool("secret"),
		Rule: voteRule(s, r.book.VoteRule(scoring.Propose{}))}
	s.Done()
	return v
}

// awardBallot takes [award.ballot]: among how many from the top of the ranking the award is voted.
func awardBallot(t *tomldoc.Table) (b scoring.AwardBallot) {
	s := t.Table("ballot")
	if s == nil {
		return b
	}
	const usual = 3
	b.Nominees = usual
	if s.Has("nominees") {
		if b.Nominees = s.Int("nominees"); b.Nominees < 2 && !s.Failed("nominees") {
			s.Fail("nominees", lang.Sayf("bỏ phiếu chọn cần ít nhất 2 đơn vị", "a ballot needs at least 2 nominees"),
				lang.Sayf("ghi số lớn hơn, hoặc bỏ [award.ballot]",
					"give a larger number, or leave [award.ballot] out"))
		}
	}
	s.Done()
	return b
}
