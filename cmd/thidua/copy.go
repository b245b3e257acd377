package main

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"thidua/data/access"
	"thidua/data/meeting"
	"thidua/data/record"
	"thidua/data/store"
	"thidua/data/verify"
	"thidua/scoring/lang"
)

func (a *app) copyCommand() *cobra.Command {
	return &cobra.Command{
		Use: "copy SOURCE TARGET",
		Short: a.text("Chép cuộc họp sang tệp hay cơ sở dữ liệu khác, chuỗi mã kiểm chứng giữ nguyên",
			"Copy a meeting to another file or database, the chain unbroken"),
		Example: "  thidua copy cum2.thidua 'postgres://may-chu/thidua?meeting=Cụm 2'",
		Args:    a.args(2, 2, "SOURCE TARGET"),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.copy(cmd.Context(), args[0], args[1]) },
	}
}

// copy checks what it copies before and after, and takes along who is invited. A target that exists stays as it is.
func (a *app) copy(ctx context.Context, source, target string) error {
	entries, before, err := whole(ctx, source)
	if err != nil {
		return err
	}
	people, err := access.Load(access.Path(source))
	if err != nil {
		return err
	}
	if err := a.point.pass(ctx); err != nil {
		return err
	}
	if err := store.SaveCopy(ctx, target, meeting.Holder(time.Now), entries); err != nil {
		return err
	}
	_, after, err := whole(ctx, target)
	if err != nil {
		return err
	}
	if after.Fingerprint() != before.Fingerprint() {
		return lang.Errorf("%s: bản chép có mã kiểm chứng %s, không phải %s; đừng dùng bản này",
			"%s: the copy has the fingerprint %s, not %s; do not use it", store.Shown(target), after.Fingerprint(),
			before.Fingerprint())
	}
	if len(people.People) > 0 {
		err = access.Change(access.Path(target), func(l *access.List) error {
			l.People = people.People
			return nil
		})
	}
	if err != nil {
		return err
	}
	a.tell("đã chép %s sang %s, mã kiểm chứng %s", "copied %s to %s, fingerprint %s",
		lang.Count(after.Seq(), "quyết định", "decision", "decisions"), lang.Both(store.Shown(target)),
		after.Fingerprint())
	return nil
}

// whole reads a record in which nothing is wrong.
func whole(ctx context.Context, name string) ([]record.Entry, *meeting.Snapshot, error) {
	reader, err := store.OpenReader(ctx, name)
	if err != nil {
		return nil, nil, err
	}
	defer reader.Close()
	entries, err := reader.Entries(ctx, 1)
	if err != nil && len(entries) == 0 {
		return nil, nil, err
	}
	snap, faults := meeting.Replay(entries)
	if len(faults) > 0 {
		return nil, nil, &verify.Faults{Path: name, List: faults}
	}
	return entries, snap, err
}
