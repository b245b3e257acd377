package main

import (
	"github.com/spf13/cobra"

	"thidua/data/meeting"
	"thidua/data/report"
	"thidua/scoring"
)

// standingsOptions are the flags of `standings`.
type standingsOptions struct{ stage, format string }

func (a *app) standingsCommand() *cobra.Command {
	var o standingsOptions
	cmd := &cobra.Command{
		Use:               "standings MEETING",
		Short:             a.text("Bảng xếp hạng", "The standings"),
		Args:              a.args(1, 1, "MEETING"),
		ValidArgsFunction: completeMeeting,
		RunE: func(cmd *cobra.Command, args []string) error {
			stage, err := scoring.ParseStage(o.stage)
			if err != nil {
				return a.usage("không có giai đoạn %q; dùng self, agreed hoặc appraised",
					"there is no stage %q; use self, agreed or appraised", o.stage)
			}
			write, ok := map[string]func(*meeting.Snapshot) error{
				"table": func(s *meeting.Snapshot) error { return report.StandingsTable(a.out, s, stage, a.lang) },
				"json":  func(s *meeting.Snapshot) error { return report.StandingsJSON(a.out, s, stage) },
				"csv":   func(s *meeting.Snapshot) error { return report.StandingsCSV(a.out, s, stage) },
			}[o.format]
			if !ok {
				return a.usage("không có dạng %q; dùng table, json hoặc csv",
					"there is no format %q; use table, json or csv", o.format)
			}
			snap, err := meeting.Read(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			return write(snap)
		},
	}
	cmd.Flags().StringVar(&o.stage, "stage", "agreed",
		a.text("giai đoạn: self, agreed, appraised", "the stage: self, agreed, appraised"))
	cmd.Flags().StringVar(&o.format, "format", "table",
		a.text("dạng: table, json, csv", "the format: table, json, csv"))
	completeWords(cmd, "stage", "self", "agreed", "appraised")
	completeWords(cmd, "format", "table", "json", "csv")
	return cmd
}

// completeWords offers a flag's words to the shell.
func completeWords(cmd *cobra.Command, flag string, words ...string) {
	_ = cmd.RegisterFlagCompletionFunc(flag,
		func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return words, cobra.ShellCompDirectiveNoFileComp
		})
}

func (a *app) logCommand() *cobra.Command {
	format := "table"
	cmd := &cobra.Command{
		Use:               "log MEETING",
		Short:             a.text("Nhật ký: mọi quyết định, cũ nhất trước", "The record: every decision, oldest first"),
		Args:              a.args(1, 1, "MEETING"),
		ValidArgsFunction: completeMeeting,
		RunE: func(cmd *cobra.Command, args []string) error {
			if format != "table" && format != "json" {
				return a.usage("không có dạng %q; dùng table hoặc json",
					"there is no format %q; use table or json", format)
			}
			snap, err := meeting.Read(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			if format == "json" {
				return report.LogJSON(a.out, snap)
			}
			return report.LogTable(a.out, snap, a.lang)
		},
	}
	cmd.Flags().StringVar(&format, "format", format, a.text("dạng: table, json", "the format: table, json"))
	completeWords(cmd, "format", "table", "json")
	return cmd
}
