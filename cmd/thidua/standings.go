package main

import (
	"io"

	"github.com/spf13/cobra"

	"thidua/data/meeting"
	"thidua/data/report"
	"thidua/data/view"
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
				return a.usage("không có giai đoạn %q; dùng self, agreed, appraised hoặc final",
					"there is no stage %q; use self, agreed, appraised or final", o.stage)
			}
			if err := a.checkFormat(o.format); err != nil {
				return err
			}
			snap, err := meeting.Read(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			return a.write(o.format, view.Standings(&snap.State, stage, a.lang),
				func(w io.Writer) error { return report.StandingsJSON(w, snap, stage) })
		},
	}
	cmd.Flags().StringVar(&o.stage, "stage", "agreed",
		a.text("giai đoạn: self, agreed, appraised, final", "the stage: self, agreed, appraised, final"))
	a.formatFlag(cmd, &o.format)
	completeWords(cmd, "stage", "self", "agreed", "appraised", "final")
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
	var format string
	cmd := &cobra.Command{
		Use:               "log MEETING",
		Short:             a.text("Nhật ký: mọi quyết định, cũ nhất trước", "The record: every decision, oldest first"),
		Args:              a.args(1, 1, "MEETING"),
		ValidArgsFunction: completeMeeting,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.checkFormat(format); err != nil {
				return err
			}
			snap, err := meeting.Read(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			return a.write(format, view.Log(snap, a.lang), func(w io.Writer) error { return report.LogJSON(w, snap) })
		},
	}
	a.formatFlag(cmd, &format)
	return cmd
}
