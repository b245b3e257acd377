package main

import (
	"os"
	"strings"

	"github.com/spf13/cobra"

	"thidua/scoring/lang"
)

// root builds the command tree in the language of the run.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "thidua [MEETING]",
		Short:         a.text("Cuộc họp rà soát thi đua của cụm: chấm, xếp hạng, khen thưởng, nhật ký", "The review meeting of an emulation cluster: scores, ranks, awards, record"),
		SilenceErrors: true, SilenceUsage: true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 || len(args) == 1 && !isMeeting(args[0]) {
				return a.unknown(cmd, args[0])
			}
			return nil
		},
		ValidArgsFunction: completeMeeting,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return cmd.Help()
			}
			return a.openMeeting(cmd.Context(), args[0])
		},
	}
	root.PersistentFlags().StringVar(&a.langTag, "lang", a.lang.String(), a.text("ngôn ngữ: vi hoặc en", "language: vi or en"))
	root.PersistentFlags().BoolVar(&a.noColor, "no-color", os.Getenv("NO_COLOR") != "", a.text("không dùng màu", "use no colour"))
	root.PersistentPreRunE = func(*cobra.Command, []string) error {
		if _, ok := lang.Parse(a.langTag); !ok {
			return a.usage("không có ngôn ngữ %q; dùng vi hoặc en", "there is no language %q; use vi or en", a.langTag)
		}
		return nil
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.AddCommand(
		a.demoCommand(), a.newCommand(), a.openCommand(), a.checkCommand(), a.applyCommand(),
		a.standingsCommand(), a.logCommand(), a.verifyCommand(), a.rulebookCommand(),
	)
	a.localize(root)
	return root
}

// isMeeting reports whether an argument can only be a meeting: a file that exists, or a name like one.
func isMeeting(arg string) bool {
	if strings.HasSuffix(arg, ".thidua") || strings.HasPrefix(arg, "postgres://") || strings.ContainsRune(arg, os.PathSeparator) {
		return true
	}
	info, err := os.Stat(arg)
	return err == nil && !info.IsDir()
}

// unknown says that there is no such command, and which one was probably meant.
func (a *app) unknown(cmd *cobra.Command, word string) error {
	if near := cmd.SuggestionsFor(word); len(near) > 0 {
		return a.usage("không có lệnh %q; có phải là %s không?", "there is no command %q; did you mean %s?", word, near[0])
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

// localize puts the words that the command library brings into the language of the run.
func (a *app) localize(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	if a.lang == lang.EN {
		return
	}
	template := root.UsageTemplate()
	for _, w := range [][2]string{
		{"Usage:", "Cách dùng:"}, {"Aliases:", "Tên khác:"}, {"Examples:", "Ví dụ:"}, {"Available Commands:", "Các lệnh:"},
		{"Additional Commands:", "Lệnh khác:"}, {"Global Flags:", "Tùy chọn chung:"}, {"Flags:", "Tùy chọn:"},
		{"Additional help topics:", "Xem thêm:"}, {`Use "{{.CommandPath}} [command] --help" for more information about a command.`, `Dùng "{{.CommandPath}} [lệnh] --help" để xem từng lệnh.`},
	} {
		template = strings.ReplaceAll(template, w[0], w[1])
	}
	root.SetUsageTemplate(template)
	words := map[string]string{"help": "Trợ giúp về một lệnh", "completion": "Tạo lệnh hoàn thành tự động cho shell"}
	for _, c := range root.Commands() {
		if w, ok := words[c.Name()]; ok {
			c.Short = w
		}
		c.InitDefaultHelpFlag()
		if f := c.Flags().Lookup("help"); f != nil {
			f.Usage = "xem trợ giúp"
		}
	}
	root.InitDefaultHelpFlag()
	root.Flags().Lookup("help").Usage = "xem trợ giúp"
}
