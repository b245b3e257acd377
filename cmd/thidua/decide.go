package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"thidua/data/decision"
	"thidua/data/meeting"
	"thidua/data/names"
	"thidua/data/report"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// decideOptions are the flags of `decide`.
type decideOptions struct{ document, date, reason string }

func (a *app) decideCommand() *cobra.Command {
	var o decideOptions
	cmd := &cobra.Command{
		Use: "decide MEETING UNIT=AWARD... --document D",
		Short: a.text("Ghi khen thưởng mà cấp trên đã quyết định, bên cạnh đề nghị của cụm",
			"Take down what was decided above about awards, beside what was proposed"),
		Long: a.text(
			"Ghi khen thưởng mà cấp trên đã quyết định, sau khi cuộc họp đã chốt; không đổi gì cụm đã thống nhất. "+
				"AWARD là mã hoặc tên khen thưởng của bộ tiêu chí, hoặc none. Ghi tất cả hoặc không gì.",
			"Take down what was decided above about awards, once the meeting is closed; nothing of what was agreed "+
				"changes. "+
				"AWARD is the id or the name of an award of the rulebook, or none. All or none."),
		Example: `  thidua decide cum2.thidua "nam-dinh=Cờ thi đua" ha-nam=none --document "QĐ 2315" --date 2020-08-15`,
		Args:    a.args(2, -1, "MEETING UNIT=AWARD..."),
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.document == "" {
				return a.usage("thiếu --document: số văn bản của cấp trên",
					"--document is missing: the document from above")
			}
			return a.decide(cmd.Context(), args[0], args[1:], o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.document, "document", "", a.text("văn bản, như «QĐ 2315/QĐ-BGDĐT»", "the document, as one cites it"))
	f.StringVar(&o.date, "date", "", a.text("ngày của văn bản, như 2020-08-15", "its date, such as 2020-08-15"))
	f.StringVar(&o.reason, "reason", "", a.text("ghi chú, cho mọi đơn vị đã nêu", "a remark, for all units named"))
	return cmd
}

// decide reads what was decided of each unit, and records all of it.
func (a *app) decide(ctx context.Context, path string, pairs []string, o decideOptions) error {
	seen, err := meeting.Read(ctx, path)
	if err != nil {
		return err
	}
	var items []decision.Item
	day, err := a.dayOf(o.date)
	if err != nil {
		return err
	}
	for _, pair := range pairs {
		unit, award, err := a.decided(seen, pair)
		if err != nil {
			return err
		}
		act := scoring.Decide{Unit: unit, Award: award, Document: o.document, Date: day, Reason: o.reason}
		items = append(items, decision.Item{Decision: scoring.Decision{Act: act}, File: pair})
	}
	p := meeting.Batch(person(), items)
	if err := seen.Try(p); err != nil {
		return wrongBatch(err, items, nil, pairs)
	}
	snap, err := a.record(ctx, path, seen, p)
	if err != nil {
		return wrongBatch(err, items, nil, pairs)
	}
	if err := report.Text(a.out, view.Standings(&snap.State, scoring.Final, a.lang)); err != nil {
		return err
	}
	fmt.Fprintln(a.err, a.say("đã ghi %s (số %d đến %d), mã kiểm chứng %s", "recorded %s (%d to %d), fingerprint %s",
		lang.Count(len(items), "quyết định", "decision", "decisions"), seen.Seq()+1, snap.Seq(), snap.Fingerprint()))
	return nil
}

// dayOf reads a date.
func (a *app) dayOf(text string) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	for _, form := range []string{time.DateOnly, "2/1/2006"} {
		if t, err := time.Parse(form, text); err == nil {
			return t, nil
		}
	}
	return time.Time{},
		a.usage("%q không phải là ngày; viết như 2020-08-15", "%q is not a date; write it like 2020-08-15",
			text)
}

// decided reads one UNIT=AWARD.
func (a *app) decided(s *meeting.Snapshot, pair string) (unit, award string, err error) {
	written, award, found := strings.Cut(pair, "=")
	if !found {
		return "", "", a.usage("%q phải có dạng ĐƠN-VỊ=KHEN-THƯỞNG", "%q must be UNIT=AWARD", pair)
	}
	unit, ok := unitNames(s).Find(strings.TrimSpace(written))
	if !ok {
		return "", "", a.usage("cuộc họp không có đơn vị %q", "this meeting has no unit %q", written)
	}
	said := []string{scoring.AwardNone}
	if award = strings.TrimSpace(award); award == scoring.AwardNone {
		return unit, award, nil
	}
	for _, x := range s.Rulebook().Awards {
		called := []string{x.ID, x.Name.VI, x.Name.EN, x.Short.VI, x.Short.EN}
		if slices.ContainsFunc(called, func(name string) bool { return names.Slug(name) == names.Slug(award) }) {
			return unit, x.ID, nil
		}
		said = append(said, x.ID)
	}
	return "", "", a.usage("không có khen thưởng %q; dùng %s", "there is no award %q; use %s", award,
		strings.Join(said, ", "))
}
