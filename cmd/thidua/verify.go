package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"thidua/data/meeting"
	"thidua/data/record"
	"thidua/scoring/lang"
)

func (a *app) verifyCommand() *cobra.Command {
	var against string
	cmd := &cobra.Command{
		Use:               "verify MEETING",
		Short:             a.text("Chạy lại và kiểm tra toàn bộ nhật ký; in dấu kiểm", "Replay and check the whole record; print the fingerprint"),
		Args:              a.args(1, 1, "MEETING"),
		ValidArgsFunction: completeMeeting,
		RunE:              func(cmd *cobra.Command, args []string) error { return a.verify(cmd.Context(), args[0], against) },
	}
	cmd.Flags().StringVar(&against, "against", "", a.text("dấu kiểm phải khớp (từ 12 ký tự đầu trở lên)", "the fingerprint it must have (its first 12 digits or more)"))
	return cmd
}

func (a *app) verify(ctx context.Context, path, against string) error {
	store, err := record.OpenReader(ctx, path)
	if err != nil {
		return err
	}
	defer store.Close()
	entries, err := store.Entries(ctx, 1)
	if err != nil {
		return err
	}
	snap, faults := meeting.Replay(entries, true)
	if len(faults) > 0 {
		return faultList{path, faults}
	}
	if err := a.compare(snap, against); err != nil {
		return err
	}
	fmt.Fprintln(a.err, a.say("✓ %d quyết định, chuỗi dấu kiểm liền mạch, chạy lại đúng quy định", "✓ %d decisions, the chain is whole, every decision keeps the rules", snap.Seq()))
	fmt.Fprintln(a.out, snap.Fingerprint())
	return nil
}

// shortest is the fewest digits of a fingerprint that mean anything.
const shortest = 12

// compare holds the record against a fingerprint that somebody kept: the whole of it, or its beginning as a page shows it.
func (a *app) compare(s *meeting.Snapshot, against string) error {
	kept := strings.ToLower(strings.Join(strings.Fields(against), ""))
	if against == "" || kept == s.Fingerprint() {
		return nil
	}
	if len(kept) < shortest || strings.Trim(kept, "0123456789abcdef") != "" {
		return a.usage("%q không phải là dấu kiểm: cần ít nhất %d chữ số 0–9, a–f", "%q is no fingerprint: at least %d digits 0-9, a-f", against, shortest)
	}
	if strings.HasPrefix(s.Fingerprint(), kept) {
		return nil
	}
	for _, e := range s.Log {
		if strings.HasPrefix(e.Hash, kept) {
			return errors.New(a.say("dấu kiểm này là của quyết định số %d; sau đó nhật ký còn %d quyết định nữa, dấu kiểm nay là %s",
				"that is the fingerprint after decision %d; the record has %d more since, and its fingerprint is %s", e.Seq, s.Seq()-e.Seq, s.Fingerprint()))
		}
	}
	return errors.New(a.say("dấu kiểm không khớp: nhật ký này có dấu kiểm %s", "the fingerprint does not match: this record has %s", s.Fingerprint()))
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
		lines = append(lines, lang.Sayf("%s: quyết định số %d: %s; %s", "%s: decision %d: %s; %s", f.path, x.Seq, x.What, x.Mend).In(l))
	}
	return strings.Join(lines, "\n")
}
