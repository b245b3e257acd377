package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"thidua/data/clean"
	"thidua/data/finding"
	"thidua/data/meeting"
	"thidua/data/record"
	"thidua/data/store"
	"thidua/scoring/lang"
)

func (a *app) verifyCommand() *cobra.Command {
	var against string
	cmd := &cobra.Command{
		Use: "verify MEETING",
		Short: a.text("Chạy lại và kiểm tra toàn bộ nhật ký; in mã kiểm chứng",
			"Replay and check the whole record; print the fingerprint"),
		Args:              a.args(1, 1, "MEETING"),
		ValidArgsFunction: completeMeeting,
		RunE: func(cmd *cobra.Command, args []string) error {
			kept, err := a.kept(against, cmd.Flags().Changed("against"))
			if err != nil {
				return err
			}
			return a.verify(cmd.Context(), args[0], kept)
		},
	}
	cmd.Flags().StringVar(&against, "against", "",
		a.text("mã kiểm chứng phải khớp (từ 12 ký tự đầu trở lên)",
			"the fingerprint it must have (its first 12 digits or more)"))
	return cmd
}

// shortest is the fewest digits of a fingerprint that mean anything.
const shortest = 12

// kept is the fingerprint that somebody kept: the whole of it, or its beginning as a page shows it, in groups or not.
// Where one is given it must say something: an empty one, from a script that went wrong, must not pass for a match.
func (a *app) kept(against string, given bool) (string, error) {
	kept := strings.ToLower(strings.Join(strings.Fields(against), ""))
	if given && (len(kept) < shortest || strings.Trim(kept, "0123456789abcdef") != "") {
		return "",
			a.usage("%q không phải là mã kiểm chứng: cần ít nhất %d chữ số 0–9, a–f",
				"%q is no fingerprint: at least %d digits 0-9, a-f", against, shortest)
	}
	return kept, nil
}

// verify checks everything there is to check. Entries that could not all be read are checked too, since that says more.
func (a *app) verify(ctx context.Context, path, kept string) error {
	reader, err := store.OpenReader(ctx, path)
	if err != nil {
		return err
	}
	defer reader.Close()
	snap, faults, err := meeting.ReplayAll(ctx, reader)
	if len(faults) > 0 {
		return faultList{path, faults}
	}
	if err != nil {
		return err
	}
	if err := compare(path, snap, kept); err != nil {
		return err
	}
	a.remarkTimes(path, snap)
	a.tellVerified(path, snap)
	if remark := store.Remark(reader); !remark.IsZero() {
		a.complain(lang.Sayf("%s: %s", "%s: %s", lang.Both(path), remark))
	}
	_, err = fmt.Fprintln(a.out, snap.Fingerprint())
	return err
}

// remarkTimes names the decisions whose time is yet to come, or before that of the one before: no rule is broken, but a
// clock was wrong or a time is mistyped. A meeting may be entered after it was held: the first decision's is left out.
func (a *app) remarkTimes(path string, snap *meeting.Snapshot) {
	for i, e := range snap.Log {
		if soon := time.Now().Add(time.Hour); e.At.After(soon) {
			fmt.Fprintln(a.err, a.say("! %s: quyết định số %d: giờ %s ở tương lai",
				"! %s: decision %d: its time %s is yet to come", clean.Escape(path), e.Seq, e.At.Format(time.RFC3339)))
		}
		if i >= 2 && e.At.Before(snap.Log[i-1].At) {
			fmt.Fprintln(a.err, a.say("! %s: quyết định số %d: giờ %s sớm hơn quyết định trước",
				"! %s: decision %d: its time %s is before that of the decision before it",
				clean.Escape(path), e.Seq, e.At.Format(time.RFC3339)))
		}
	}
}

// tellVerified says that the record is whole, and names the decisions of an older version that none takes any more: the
// record stands as it was made, and the meeting has to mend it.
func (a *app) tellVerified(path string, snap *meeting.Snapshot) {
	count := lang.Count(snap.Seq(), "quyết định", "decision", "decisions")
	mistakes := snap.Mistakes()
	if len(mistakes) == 0 {
		fmt.Fprintln(a.err, a.say("✓ %s, chuỗi mã kiểm chứng liền mạch, chạy lại đúng quy định",
			"✓ %s, the chain is whole, every decision keeps the rules", count))
		return
	}
	for _, m := range mistakes {
		fmt.Fprintln(a.err, a.say("! %s: quyết định số %d trái quy định: %s; %s",
			"! %s: decision %d breaks a rule: %s; %s",
			clean.Escape(path), m.Seq, m.What, m.Mend))
	}
	fmt.Fprintln(a.err, a.say("%s, chuỗi mã kiểm chứng liền mạch", "%s, the chain is whole", count))
}

// compare holds the record against a fingerprint that somebody kept.
func compare(path string, s *meeting.Snapshot, kept string) error {
	if strings.HasPrefix(s.Fingerprint(), kept) {
		return nil
	}
	for _, e := range s.Log {
		if strings.HasPrefix(e.Hash, kept) {
			return finding.List{{File: path,
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
	return finding.List{{File: path,
		What: lang.Sayf("mã kiểm chứng không khớp: nhật ký này có mã kiểm chứng %s",
			"the fingerprint does not match: this record has %s", s.Fingerprint()),
		Mend: lang.Sayf("đây là cuộc họp khác hoặc nhật ký đã bị sửa: lấy lại tệp từ bản sao",
			"it is another meeting, or the record was changed: restore the file from a copy")}}
}

// faultList is everything that is wrong with a record.
type faultList struct {
	path   string
	faults []record.Fault
}

func (f faultList) Error() string { return f.In(lang.EN) }

// In writes a line for each fault.
func (f faultList) In(l lang.Lang) string {
	var lines []string
	for _, x := range f.faults {
		lines = append(lines, clean.Escape(f.path)+": "+x.In(l))
	}
	return strings.Join(lines, "\n")
}
