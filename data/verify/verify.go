// Package verify replays and checks the record of a meeting, and says what it found.
package verify

import (
	"context"
	"strings"
	"time"

	"thidua/data/finding"
	"thidua/data/meeting"
	"thidua/data/record"
	"thidua/data/store"
	"thidua/scoring/lang"
)

// Report is what is to be said of a record that is whole.
type Report struct {
	Path   string
	Snap   *meeting.Snapshot
	Remark lang.Text // what should be known of its file although nothing is wrong; zero: nothing
}

// Faults is everything that is wrong with a record, as an error.
type Faults struct {
	Path string
	List []record.Fault
}

func (f *Faults) Error() string { return f.In(lang.EN) }

// In writes a line for each fault.
func (f *Faults) In(l lang.Lang) string {
	var lines []string
	for _, x := range f.List {
		lines = append(lines, store.Shown(f.Path)+": "+x.In(l))
	}
	return strings.Join(lines, "\n")
}

// Check checks everything there is to check. Entries that could not all be read are checked too, since that says more.
// What is wrong with the record is a *Faults.
func Check(ctx context.Context, path string) (*Report, error) {
	reader, err := store.OpenReader(ctx, path)
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	entries, err := reader.Entries(ctx, 1)
	if err != nil && len(entries) == 0 {
		return nil, err
	}
	snap, faults := meeting.Replay(entries)
	if len(faults) > 0 {
		return nil, &Faults{path, faults}
	}
	if err != nil {
		return nil, err
	}
	return &Report{Path: path, Snap: snap, Remark: store.Remark(reader)}, nil
}

// Times names the decisions whose time is yet to come, or before that of the one before: no rule is broken, but a clock
// was wrong or a time is mistyped. A meeting may be entered after it was held: the first decision's is left out.
func (r *Report) Times(now time.Time) (said []lang.Text) {
	for i, e := range r.Snap.Log {
		if e.At.After(now.Add(time.Hour)) {
			said = append(said, lang.Sayf("! %s: quyết định số %d: giờ %s ở tương lai",
				"! %s: decision %d: its time %s is yet to come", store.Shown(r.Path), e.Seq,
				e.At.Format(time.RFC3339)))
		}
		if i >= 2 && e.At.Before(r.Snap.Log[i-1].At) {
			said = append(said, lang.Sayf("! %s: quyết định số %d: giờ %s sớm hơn quyết định trước",
				"! %s: decision %d: its time %s is before that of the decision before it",
				store.Shown(r.Path), e.Seq, e.At.Format(time.RFC3339)))
		}
	}
	return said
}

// Said says that the record is whole, and names the decisions of an older version that none takes any more: the record
// stands as it was made, and the meeting has to mend it.
func (r *Report) Said() (said []lang.Text) {
	count := lang.Count(r.Snap.Seq(), "quyết định", "decision", "decisions")
	mistakes := r.Snap.Mistakes()
	if len(mistakes) == 0 {
		return []lang.Text{lang.Sayf("✓ %s, chuỗi mã kiểm chứng liền mạch, chạy lại đúng quy định",
			"✓ %s, the chain is whole, every decision keeps the rules", count)}
	}
	for _, m := range mistakes {
		said = append(said, lang.Sayf("! %s: quyết định số %d trái quy định: %s; %s",
			"! %s: decision %d breaks a rule: %s; %s", store.Shown(r.Path), m.Seq, m.What, m.Mend))
	}
	return append(said, lang.Sayf("%s, chuỗi mã kiểm chứng liền mạch", "%s, the chain is whole", count))
}

// shortest is the fewest digits of a fingerprint that mean anything.
const shortest = 12

// Kept is a fingerprint that somebody kept: the whole of it, or its beginning as a page shows it, in groups or not. ok
// is false for what is none: an empty one, from a script that went wrong, must not pass for a match.
func Kept(written string) (kept string, ok bool) {
	kept = strings.ToLower(strings.Join(strings.Fields(written), ""))
	return kept, len(kept) >= shortest && strings.Trim(kept, "0123456789abcdef") == ""
}

// NoFingerprint says that what was written is none.
func NoFingerprint(written string) lang.Text {
	return lang.Sayf("%q không phải là mã kiểm chứng: cần ít nhất %d chữ số 0–9, a–f",
		"%q is no fingerprint: at least %d digits 0-9, a-f", written, shortest)
}

// Against holds the record against a fingerprint that somebody kept (Kept). An error says how they differ.
func (r *Report) Against(kept string) error {
	s := r.Snap
	if strings.HasPrefix(s.Fingerprint(), kept) {
		return nil
	}
	for _, e := range s.Log {
		if strings.HasPrefix(e.Hash, kept) {
			return finding.List{{File: r.Path,
				What: lang.Sayf(
					"mã kiểm chứng này là của quyết định số %d; sau đó nhật ký còn %d quyết định nữa, "+
						"mã kiểm chứng nay là %s",
					"that is the fingerprint after decision %d; "+
						"the record has %d more since, and its fingerprint is %s",
					e.Seq, s.Seq()-e.Seq, s.Fingerprint()),
				Mend: lang.Sayf("xem các quyết định sau đó bằng «thidua log»",
					"see the decisions since with «thidua log»")}}
		}
	}
	return finding.List{{File: r.Path,
		What: lang.Sayf("mã kiểm chứng không khớp: nhật ký này có mã kiểm chứng %s",
			"the fingerprint does not match: this record has %s", s.Fingerprint()),
		Mend: lang.Sayf("đây là cuộc họp khác hoặc nhật ký đã bị sửa: lấy lại tệp từ bản sao",
			"it is another meeting, or the record was changed: restore the file from a copy")}}
}
