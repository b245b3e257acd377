package main

import (
	"errors"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"thidua/scoring/lang"
)

// addHelp adds help and completion to a command tree that is whole, and puts the words that the command library brings
// into the language of the run.
func (a *app) addHelp(root *cobra.Command) {
	root.SetHelpCommand(a.helpCommand())
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	if c, _, err := root.Find([]string{"completion"}); err == nil {
		a.completion(c)
	}
	a.adapt(root)
	if a.lang == lang.VI {
		inVietnamese(root)
	}
}

// helpCommand is `thidua help`; unlike the library's it fails where there is no such command.
func (a *app) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   a.text("help [LỆNH]", "help [COMMAND]"),
		Short: a.text("Trợ giúp về một lệnh", "Help about a command"),
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			var names []string
			if c, rest, err := cmd.Root().Find(args); err == nil && len(rest) == 0 {
				for _, sub := range c.Commands() {
					names = append(names, sub.Name())
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			c, rest, err := cmd.Root().Find(args)
			if len(rest) > 0 {
				return a.unknown(c, rest[0])
			}
			if err != nil {
				return usageError{err}
			}
			return c.Help()
		},
	}
}

// completion makes the library's command fail as ours do where it is used wrongly.
func (a *app) completion(c *cobra.Command) {
	c.Short = a.text("Tạo lệnh hoàn thành tự động cho shell", "Write the completion script for a shell")
	c.Args = func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return a.unknown(cmd, args[0])
		}
		return nil
	}
	c.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
	for _, shell := range c.Commands() {
		shell.Args = a.args(0, 0, "")
		shell.Short = a.say("Lệnh hoàn thành cho %s", "The completion script for %s", shell.Name())
	}
}

// adapt says of every command how far a misspelt word may be from what it has, and names its flag --help.
func (a *app) adapt(c *cobra.Command) {
	c.SuggestionsMinimumDistance = 2
	c.InitDefaultHelpFlag()
	if f := c.Flags().Lookup("help"); f != nil {
		f.Usage = a.text("xem trợ giúp", "show this help")
	}
	for _, sub := range c.Commands() {
		a.adapt(sub)
	}
}

// wrongFlag says what the library found wrong with a flag.
func (a *app) wrongFlag(err error) error {
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var value *pflag.InvalidValueError
	var syntax *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "":
		return a.usage("không có tùy chọn -%s", "there is no flag -%s", unknown.GetSpecifiedShortnames())
	case errors.As(err, &unknown):
		return a.usage("không có tùy chọn --%s", "there is no flag --%s", unknown.GetSpecifiedName())
	case errors.As(err, &bare):
		return a.usage("tùy chọn --%s cần một giá trị", "the flag --%s needs a value", bare.GetFlag().Name)
	case errors.As(err, &value):
		return a.usage("tùy chọn --%s không nhận %q",
			"the flag --%s does not take %q", value.GetFlag().Name, value.GetValue())
	case errors.As(err, &syntax):
		return a.usage("%q không phải là một tùy chọn", "%q is no flag", syntax.GetSpecifiedFlag())
	}
	return usageError{err}
}
