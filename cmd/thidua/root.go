package main

import (
	"os"
	"strings"

	"github.com/spf13/cobra"

	"thidua/scoring/lang"
)

// root builds the command tree in the language of the run.
func (a *app) root() *cobra.Command {
	var plain bool
	root := &cobra.Command{
		Use: "thidua [MEETING]",
		Short: a.text("Cuộc họp rà soát thi đua của cụm: chấm, xếp hạng, khen thưởng, nhật ký",
			"The review meeting of an emulation cluster: scores, ranks, awards, record"),
		Long: a.text("Cuộc họp rà soát thi đua của cụm: chấm, xếp hạng, khen thưởng, nhật ký.\n\n"+
			"Gõ thidua không kèm gì trong cửa sổ dòng lệnh, hoặc nhấn đúp vào chương trình: trang bắt đầu,\n"+
			"từ đó làm được mọi việc thường ngày.",
			"The review meeting of an emulation cluster: scores, ranks, awards, record.\n\n"+
				"thidua alone in a terminal, or by a double click: the start page, from which\n"+
				"everything usual is done."),
		SilenceErrors: true, SilenceUsage: true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 && !isMeeting(args[0]) {
				return a.unknown(cmd, args[0])
			}
			return a.args(0, 1, "MEETING")(cmd, args)
		},
		ValidArgsFunction: completeMeeting,
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case a.needTerminal(plain) == nil:
				return a.start(cmd.Context(), plain, args...)
			case len(args) == 0:
				return cmd.Help()
			}
			return a.openMeeting(cmd.Context(), args[0], screenOptions{})
		},
	}
	root.SetIn(a.in)
	root.SetOut(a.out) // before addHelp: the library's completion keeps the stream it finds
	root.SetErr(a.err)
	a.rootFlags(root)
	a.plainFlag(root, &plain)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return a.wrongFlag(err) })
	root.AddCommand(
		a.demoCommand(), a.newCommand(), a.openCommand(), a.serveCommand(), a.wallCommand(),
		a.boardCommand(),
		a.inviteCommand(), a.checkCommand(),
		a.applyCommand(), a.appraiseCommand(), a.decideCommand(), a.formCommand(),
		a.standingsCommand(), a.logCommand(), a.exportCommand(), a.verifyCommand(), a.copyCommand(),
		a.followCommand(),
		a.rulebookCommand(),
	)
	a.addVersion(root)
	a.addHelp(root)
	return root
}

// rootFlags adds the flags that every command has.
func (a *app) rootFlags(root *cobra.Command) {
	root.PersistentFlags().StringVar(&a.langTag, "lang", a.lang.String(),
		a.text("ngôn ngữ: vi hoặc en", "language: vi or en"))
	root.PersistentFlags().BoolVar(&a.noColor, "no-color", os.Getenv("NO_COLOR") != "",
		a.text("không dùng màu", "use no colour"))
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error {
		a.langGiven = cmd.Flags().Changed("lang")
		if _, ok := lang.Parse(a.langTag); !ok {
			return a.usage("không có ngôn ngữ %q; dùng vi hoặc en", "there is no language %q; use vi or en", a.langTag)
		}
		return nil
	}
}

// isMeeting reports whether an argument can only be a meeting: a file that exists, or a name like one.
func isMeeting(arg string) bool {
	if strings.HasSuffix(arg, ".thidua") || strings.Contains(arg, "/") || strings.ContainsRune(arg, os.PathSeparator) {
		return true
	}
	info, err := os.Stat(arg)
	return err == nil && !info.IsDir()
}

// unknown says that there is no such command, and which one was probably meant.
func (a *app) unknown(cmd *cobra.Command, word string) error {
	if near := cmd.SuggestionsFor(word); len(near) > 0 {
		return a.usage("không có lệnh %q; có phải là %s không?",
			"there is no command %q; did you mean %s?", word, near[0])
	}
	if cmd.HasParent() {
		return a.usage("không có lệnh %q", "there is no command %q", word)
	}
	return a.usage("không có lệnh hay cuộc họp %q", "there is no command or meeting %q", word)
}

// args makes a check of how many arguments a command takes; what is wrong with them is a matter of usage.
func (a *app) args(low, high int, what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) < low:
			return a.usage("thiếu %s", "%s is missing", what)
		case high >= 0 && len(args) > high:
			return a.usage("thừa %q", "%q is one too many", args[high])
		}
		return nil
	}
}

func completeMeeting(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return []string{"thidua"}, cobra.ShellCompDirectiveFilterFileExt
}

func completeSheets(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return []string{"toml"}, cobra.ShellCompDirectiveFilterFileExt
}
