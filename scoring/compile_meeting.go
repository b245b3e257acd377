package scoring

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"thidua/scoring/lang"
)

// meeting checks the thresholds of votes, elections and the end.
func (c *compiler) meeting() {
	b := c.book
	if b.Closing.Quorum.Ratio.Den == 0 { // a rulebook may say it once, for votes
		b.Closing.Quorum = b.Vote.Quorum
	}
	seen := map[Kind]bool{}
	for _, o := range b.VoteOn {
		if !slices.Contains(VoteKinds(), o.Kind) || seen[o.Kind] {
			c.fault("vote."+string(o.Kind),
				lang.Sayf("không biểu quyết về %q", "no vote is held on %q", string(o.Kind)),
				lang.Sayf("dùng một trong: %s, mỗi loại một lần", "use one of: %s, each once", voteKinds()))
		}
		seen[o.Kind] = true
	}
	for _, t := range []struct {
		path string
		Threshold
		or []string
	}{{"vote.threshold", b.Vote.Threshold, nil}, {"closing.quorum", b.Closing.Quorum, []string{"vote.quorum"}},
		{"election.threshold", b.Election.Threshold, nil}} {
		if t.Ratio.Den == 0 {
			c.fault(t.path, lang.Sayf("thiếu %s", "%s is missing", t.path),
				lang.Sayf(`viết { more_than = "1/2" } hoặc { at_least = "2/3" }`,
					`write { more_than = "1/2" } or { at_least = "2/3" }`), t.or...)
		}
	}
}

// voteKinds lists what a rulebook may have a rule of votes for.
func voteKinds() string {
	var names []string
	for _, k := range VoteKinds() {
		names = append(names, string(k))
	}
	return strings.Join(names, ", ")
}

// election checks what a cluster elects and how.
func (c *compiler) election() {
	b := c.book
	if b.Election.Runoff < 2 {
		c.fault("election.runoff",
			lang.Sayf("vòng sau cần ít nhất hai ứng cử", "a further round needs at least two candidates"),
			lang.Sayf("viết runoff = 2", "write runoff = 2"))
	}
	if len(b.Election.Offices) == 0 {
		c.fault("election.offices", lang.Sayf("chưa có chức danh nào", "there are no offices"),
			lang.Sayf(`viết offices = ["leader", "deputy"]`, `write offices = ["leader", "deputy"]`))
	}
	offices := map[Office]bool{}
	for i, o := range b.Election.Offices {
		switch {
		case len(b.Offices) == 0 && (o != Leader && o != Deputy || offices[o]):
			c.fault("election.offices",
				lang.Sayf("chức danh %q không dùng được", "office %q cannot be used", string(o)),
				lang.Sayf(`dùng "leader" và "deputy", mỗi chức danh một lần; chức danh khác viết thành [[office]]`,
					`use "leader" and "deputy", each once; write other offices as [[office]]`))
		case len(b.Offices) > 0 && o != "":
			c.office(i, o, offices[o])
		}
		offices[o] = true
	}
}

// officeForm is an id that a key of a file can be.
var officeForm = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

// office checks the id of an office that the rulebook names.
func (c *compiler) office(i int, o Office, twice bool) {
	path := fmt.Sprintf("office[%d].id", i)
	switch {
	case twice:
		c.fault(path, lang.Sayf("chức danh %s có hai lần", "office %s appears twice", string(o)),
			lang.Sayf("bỏ bớt một", "drop one of them"))
	case !officeForm.MatchString(string(o)) || o == "year":
		c.fault(path, lang.Sayf("%q không dùng làm mã chức danh được", "%q cannot be the id of an office", string(o)),
			lang.Sayf(`viết chữ thường không dấu, như "deputy2"`, `write it in plain lower case, like "deputy2"`))
	}
}

// officeIDs lists the offices as files name them.
func (b *Rulebook) officeIDs() string {
	var ids []string
	for _, o := range b.Election.Offices {
		ids = append(ids, string(o))
	}
	return strings.Join(ids, ", ")
}

// deadlines checks the calendar. A date with an id that no code asks for would bind nobody.
func (c *compiler) deadlines() {
	b := c.book
	known := deadlines()
	seen := map[string]bool{}
	for i, d := range b.Deadlines {
		path := fmt.Sprintf("deadline[%d].id", i)
		if d.ID != "" && !slices.Contains(known, d.ID) {
			c.fault(path, lang.Sayf("không có thời hạn %q", "there is no deadline %q", d.ID),
				lang.Sayf("dùng một trong: %s", "use one of: %s", strings.Join(known, ", ")))
		} else if d.ID != "" && seen[d.ID] {
			c.fault(path, lang.Sayf("thời hạn %s có hai lần", "deadline %s appears twice", d.ID),
				lang.Sayf("bỏ bớt một", "drop one of them"))
		}
		seen[d.ID] = true
	}
}
