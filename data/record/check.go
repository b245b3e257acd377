package record

import "thidua/scoring/lang"

// Fault is one thing that is wrong with a record.
type Fault struct {
	Seq  int // the entry it concerns; of a gap the first that is missing
	What lang.Text
	Mend lang.Text
}

// In says what is wrong and what to do, in one line.
func (f Fault) In(l lang.Lang) string { return f.What.In(l) + "; " + f.Mend.In(l) }

// Check finds every fault of a record, from its first entry on: gaps, entries out of order, hashes that do not fit,
// bodies not in canonical form. It stands alone: what the stores check while reading and writing it checks again.
// Entries cut off at the end it cannot see; for that compare the last hash with the meeting's fingerprint.
func Check(entries []Entry) []Fault {
	restore := lang.Sayf("lấy lại tệp từ bản sao, so với mã kiểm chứng trong biên bản",
		"restore the file from a copy, compare it with the fingerprint in the minutes")
	var faults []Fault
	add := func(seq int, what lang.Text) { faults = append(faults, Fault{seq, what, restore}) }
	prev, next := "", 1
	for _, e := range entries {
		switch {
		case e.Seq > next+1:
			add(next,
				lang.Sayf("thiếu các quyết định từ số %d đến số %d", "decisions %d to %d are missing", next, e.Seq-1))
		case e.Seq == next+1:
			add(next, lang.Sayf("thiếu quyết định số %d", "decision %d is missing", next))
		case e.Seq < next:
			add(e.Seq,
				lang.Sayf("quyết định số %d không đúng thứ tự: ở đây phải là số %d",
					"decision %d is out of order: here belongs %d", e.Seq, next))
		case !e.Follows(prev):
			add(e.Seq,
				lang.Sayf("quyết định số %d không khớp mã kiểm chứng: nội dung hoặc mã kiểm chứng đã bị thay đổi",
					"decision %d does not match its hash: its body or a hash was changed", e.Seq))
		}
		if !isCanonical(e.Body) {
			add(e.Seq,
				lang.Sayf("nội dung quyết định số %d không ở dạng JSON chuẩn (RFC 8785)",
					"the body of decision %d is not canonical JSON (RFC 8785)", e.Seq))
		}
		prev, next = e.Hash, e.Seq+1
	}
	return faults
}
