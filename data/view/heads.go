package view

import (
	"unicode"
	"unicode/utf8"

	"thidua/scoring"
	"thidua/scoring/lang"
)

// Heads of columns that stand in more than one table.

func unitHead() lang.Text      { return lang.Text{VI: "đơn vị", EN: "unit"} }
func criteriaHead() lang.Text  { return lang.Text{VI: "tiêu chí", EN: "criteria"} }
func bonusHead() lang.Text     { return lang.Text{VI: "thưởng", EN: "bonus"} }
func penaltyHead() lang.Text   { return lang.Text{VI: "trừ", EN: "penalty"} }
func awardHead() lang.Text     { return lang.Text{VI: "đề nghị khen thưởng", EN: "proposed award"} }
func evidenceHead() lang.Text  { return lang.Text{VI: "minh chứng", EN: "evidence"} }
func evidenceShort() lang.Text { return lang.Text{VI: "minh chứng", EN: "papers"} }
func selfHead() lang.Text      { return lang.Text{VI: "tự %", EN: "self"} }
func pointsHead() lang.Text    { return lang.Text{VI: "điểm", EN: "points"} }
func codeHead() lang.Text      { return lang.Text{VI: "mã", EN: "code"} }
func maxHead() lang.Text       { return lang.Text{VI: "tối đa", EN: "max"} }
func criterionHead() lang.Text { return lang.Text{VI: "tiêu chí", EN: "criterion"} }
func assessorHead() lang.Text  { return lang.Text{VI: "đơn vị đánh giá", EN: "assessor"} }
func awardShort() lang.Text    { return lang.Text{VI: "đề nghị", EN: "proposed"} }

// Capital is a text that begins with a capital letter, for heads and sentences.
func Capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// agreedHead names the group as the rulebook does.
func agreedHead(b *scoring.Rulebook) lang.Text { return b.Said(lang.Text{VI: "cụm %", EN: "agreed"}) }
