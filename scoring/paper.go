package scoring

import (
	"strings"
	"time"
)

// PaperRule is what the papers of a meeting say beside its record: whose papers they are, on which grounds they rest,
// to whom they go ([paper] of a rulebook). Its texts are Vietnamese, as the papers are (Nghị định 30/2020/NĐ-CP), and
// may hold {cluster}, {leader}, {unit} and {year}; see Fill. The zero value leaves all of it to be written by hand.
type PaperRule struct {
	Parent     []string // the body above, on the letterhead
	Issuer     []string // the body that issues the papers; empty: the group itself
	Symbol     string   // behind the number: «CTĐ» in «Số: 05/BB-CTĐ»
	Meeting    string   // what the meeting is called: «Hội nghị tổng kết … năm học {year}»
	Addressees []string // to whom report and proposal go: «Kính gửi»
	Recipients []string // who gets a copy: «Nơi nhận»
	Signer     []string // in whose name report and proposal are signed: «TM. CỤM THI ĐUA», «CỤM TRƯỞNG»
	Post       string   // the signer's post at home: «GIÁM ĐỐC»
	Bases      []Basis
}

// Basis is a legal ground, with the days on which it holds; a zero day is no limit.
type Basis struct {
	Text        string
	From, Until time.Time
}

// Holds reports whether the ground holds on a day.
func (b Basis) Holds(day time.Time) bool {
	return (b.From.IsZero() || !day.Before(b.From)) && (b.Until.IsZero() || day.Before(b.Until.AddDate(0, 0, 1)))
}

// Blanks are what stands for the words in braces of a PaperRule.
type Blanks struct{ Cluster, Leader, Unit, Year string }

// Fill puts words in place of the braces.
func (b Blanks) Fill(text string) string {
	return strings.NewReplacer("{cluster}", b.Cluster, "{leader}", b.Leader, "{unit}", b.Unit, "{year}", b.Year).
		Replace(text)
}

// FillAll fills each of some texts.
func (b Blanks) FillAll(texts []string) []string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = b.Fill(t)
	}
	return out
}
