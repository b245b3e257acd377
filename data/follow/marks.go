package follow

import (
	"slices"

	"thidua/data/clean"
	"thidua/scoring/lang"
)

// Mark is an entry of a record by its number and hash. Where two records have one in common they are the same up to
// there: the hash stands for all before it.
type Mark struct {
	Seq  int    `json:"seq"`
	Hash string `json:"hash"`
}

// each is how many of the last entries are all named in marks; before them ever fewer are.
const each = 256

// marksOf names entries of a record of n, newest first: enough to find where another record has parted from it.
func marksOf(n int, hash func(seq int) string) (out []Mark) {
	step := 1
	for seq := n; seq > 0; seq -= step {
		out = append(out, Mark{seq, hash(seq)})
		if len(out) >= each {
			step *= 2
		}
	}
	if n > 0 && out[len(out)-1].Seq != 1 {
		out = append(out, Mark{1, hash(1)})
	}
	return out
}

// Why is why a copy cannot be continued from a record.
type Why string

// The reasons.
const (
	Other    Why = "other"    // they are two meetings
	Diverged Why = "diverged" // both were continued, each its own way
	Ahead    Why = "ahead"    // the copy has all of the record, and more
)

// Refused is a copy that cannot be continued from a record.
type Refused struct {
	Why    Why `json:"why"`
	Common int `json:"common"` // the last entry that both are known to have; 0: none
	Source int `json:"source"` // how many the record has
	Copy   int `json:"copy"`   // how many the copy has

	Path string `json:"-"` // of the copy
}

func (r *Refused) Error() string { return r.In(lang.EN) }

// In says what does not fit, and what to do.
func (r *Refused) In(l lang.Lang) string {
	path := lang.Both(clean.Escape(r.Path))
	switch r.Why {
	case Diverged:
		return lang.Sayf(
			"%[1]s: hai bên chỉ giống nhau đến quyết định số %[2]d, rồi mỗi bên ghi tiếp (tệp này đến số %[3]d, "+
				"nguồn đến số %[4]d); so hai bên bằng «thidua log», giữ bên đúng, rồi theo tiếp vào một tệp mới",
			"%[1]s: the two are the same only up to decision %[2]d, then each was continued (this file to %[3]d, "+
				"the source "+
				"to %[4]d); compare them with «thidua log», keep the right one, then follow it into a new file",
			path, r.Common, r.Copy, r.Source).In(l)
	case Ahead:
		return lang.Sayf("%[1]s: tệp này có %[2]d quyết định, nguồn mới có %[3]d: nguồn là bản cũ hơn; "+
			"họp tiếp bằng tệp này («thidua open»), hoặc đưa nó sang máy kia («thidua copy»)",
			"%[1]s: this file has %[2]d decisions and the source only %[3]d: the source is older; "+
				"go on with this file («thidua open»), or bring it to the other machine («thidua copy»)",
			path, r.Copy, r.Source).In(l)
	}
	return lang.Sayf("%s: tệp này là của cuộc họp khác; chọn tên tệp chưa có, bản sao sẽ được tạo ở đó",
		"%s: this file is of another meeting; name a file that is not there yet, and the copy is made there",
		path).In(l)
}

// judge finds whether a record of n entries continues a copy with these marks.
func judge(have []Mark, n int, hash func(seq int) string) *Refused {
	if len(have) == 0 {
		return nil
	}
	end := have[0].Seq
	i := slices.IndexFunc(have, func(m Mark) bool { return m.Seq >= 1 && m.Seq <= n && hash(m.Seq) == m.Hash })
	switch {
	case i == 0:
		return nil
	case i < 0:
		return &Refused{Why: Other, Source: n, Copy: end}
	case have[i].Seq == n:
		return &Refused{Why: Ahead, Common: n, Source: n, Copy: end}
	}
	return &Refused{Why: Diverged, Common: have[i].Seq, Source: n, Copy: end}
}
