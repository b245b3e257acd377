package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"thidua/data/store"
	"thidua/data/verify"
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
			kept, ok := verify.Kept(against)
			if !ok && cmd.Flags().Changed("against") {
				return usageError{errors.New(verify.NoFingerprint(against).In(a.lang))}
			}
			return a.verify(cmd.Context(), args[0], kept)
		},
	}
	cmd.Flags().StringVar(&against, "against", "",
		a.text("mã kiểm chứng phải khớp (từ 12 ký tự đầu trở lên)",
			"the fingerprint it must have (its first 12 digits or more)"))
	return cmd
}

// verify checks a record and says what was found; the fingerprint is the result.
func (a *app) verify(ctx context.Context, path, kept string) error {
	r, err := verify.Check(ctx, path)
	if err != nil {
		return err
	}
	if err := r.Against(kept); err != nil {
		return err
	}
	for _, said := range append(r.Times(time.Now()), r.Said()...) {
		fmt.Fprintln(a.err, said.In(a.lang))
	}
	if !r.Remark.IsZero() {
		a.complain(lang.Sayf("%s: %s", "%s: %s", lang.Both(store.Shown(path)), r.Remark))
	}
	_, err = fmt.Fprintln(a.out, r.Snap.Fingerprint())
	return err
}
