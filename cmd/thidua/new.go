package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"thidua/data/create"
	"thidua/data/finding"
	"thidua/data/meeting"
	"thidua/data/rulebook"
	"thidua/data/sheet"
	"thidua/data/store"
	"thidua/data/workbook"
	"thidua/scoring/lang"
)

// newOptions are the flags of `new`.
type newOptions struct {
	rulebook, cluster, year string
	unit                    string // whose a table is that does not say so
	history                 []string

	memberOptions
}

func (a *app) newCommand() *cobra.Command {
	var o newOptions
	cmd := &cobra.Command{
		Use: "new MEETING --rulebook ID --cluster N --year Y SHEET...",
		Short: a.text("Tạo cuộc họp từ các bản tự chấm (tệp XLSX, CSV, TOML hoặc thư mục)",
			"Make a meeting from self-score sheets (XLSX, CSV or TOML files, or folders)"),
		Example: "  thidua new cum2.thidua --rulebook 5350-2019 --cluster 2 --year 2019-2020 sample/cluster-2",
		Args:    a.args(2, -1, "MEETING SHEET..."),
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.year == "" {
				return a.usage("thiếu --year", "--year is missing")
			}
			return a.newMeeting(cmd.Context(), o, args[0], args[1:])
		},
		ValidArgsFunction: completeSheets,
	}
	cmd.Flags().StringVar(&o.rulebook, "rulebook", rulebook.Default,
		a.text("mã bộ tiêu chí, hoặc đường dẫn tệp TOML", "the rulebook's id, or the path of a TOML file"))
	cmd.Flags().StringVar(&o.cluster, "cluster", "",
		a.text("mã cụm thi đua trong bộ tiêu chí", "the cluster's id in the rulebook"))
	cmd.Flags().StringVar(&o.year, "year", "", a.text("năm, như 2019-2020", "the year, such as 2019-2020"))
	cmd.Flags().StringVar(&o.unit, "unit", "",
		a.text("đơn vị của bảng XLSX, CSV không ghi tên đơn vị",
			"the unit of an XLSX or CSV table that does not name it"))
	cmd.Flags().StringSliceVar(&o.history, "history", nil,
		a.text("các cuộc họp năm trước, để biết ai đã giữ chức khi nào",
			"meetings of past years, to know who held office when"))
	a.memberFlags(cmd, &o.memberOptions)
	_ = cmd.RegisterFlagCompletionFunc("rulebook",
		func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return rulebook.IDs(), cobra.ShellCompDirectiveDefault
		})
	return cmd
}

func (a *app) newMeeting(ctx context.Context, o newOptions, path string, sheets []string) error {
	book, err := rulebook.Open(o.rulebook)
	if err != nil {
		return err
	}
	if err := a.checkPlace(book, o); err != nil {
		return err
	}
	plan, err := o.plan(book)
	if err != nil {
		return err
	}
	draft, found := create.Read(plan, sheets...)
	if len(found) > 0 {
		return found
	}
	a.tellUnderstood(plan.Book, draft, sheets)
	if err := errors.Join(draft.PastYears(ctx, plan), a.point.pass(ctx)); err != nil {
		return err
	}
	m, err := draft.Begin(ctx, path, person())
	if err != nil {
		return err
	}
	fingerprint := m.Snapshot().Fingerprint()
	if err := a.closed(m, path, nil); err != nil {
		return err
	}
	for _, late := range draft.Late() {
		fmt.Fprintln(a.err, late.In(a.lang))
	}
	for _, said := range draft.Looked() {
		fmt.Fprintln(a.err, said.In(a.lang))
	}
	units := len(draft.First.Sheets) + len(draft.First.Without)
	a.tell("đã tạo %s: %s, mã kiểm chứng %s",
		"made %s: %s, fingerprint %s", store.Shown(path), lang.Count(units, "đơn vị", "unit", "units"),
		fingerprint)
	return nil
}

// tellUnderstood says, unit by unit and before anything is made, what was read of workbooks and tables.
func (a *app) tellUnderstood(book *rulebook.Book, draft *create.Draft, paths []string) {
	for _, p := range paths {
		files, _ := sheet.Files(p)
		if slices.ContainsFunc(files, workbook.Is) {
			for _, said := range draft.Understood(book) {
				fmt.Fprintln(a.err, said.In(a.lang))
			}
			return
		}
	}
}

// checkPlace checks cluster and year against the rulebook.
func (a *app) checkPlace(book *rulebook.Book, o newOptions) error {
	if err := book.Years.Check(o.year); err != nil {
		return finding.List{{File: "--year", What: meetingText(err)}}
	}
	var ids []string
	for _, c := range book.Clusters {
		ids = append(ids, c.ID)
	}
	if o.units != "" { // the cluster is then what the group goes by, whatever the rulebook has
		return nil
	}
	if len(ids) == 0 && o.cluster != "" {
		return finding.List{{File: "--cluster",
			What: book.Said(lang.Sayf("bộ tiêu chí %s không chia cụm", "the rulebook %s has no clusters", book.ID)),
			Mend: lang.Sayf("bỏ --cluster", "leave out --cluster")}}
	}
	if _, ok := book.Cluster(o.cluster); ok || len(ids) == 0 {
		return nil
	}
	if o.cluster == "" {
		return a.usage("thiếu --cluster: bộ tiêu chí %s có các cụm %s",
			"--cluster is missing: the rulebook %s has the clusters %s", book.ID, strings.Join(ids, ", "))
	}
	return finding.List{{File: "--cluster",
		What: book.Said(lang.Sayf("bộ tiêu chí %s không có cụm %q", "the rulebook %s has no cluster %q", book.ID,
			o.cluster)),
		Mend: lang.Sayf("dùng một trong %s, hoặc nêu các đơn vị bằng --units",
			"use one of %s, or name the units by --units", strings.Join(ids, ", "))}}
}

// meetingText is an error in both languages.
func meetingText(err error) lang.Text {
	s := meeting.Say(err)
	return lang.Text{VI: s.In(lang.VI), EN: s.In(lang.EN)}
}
