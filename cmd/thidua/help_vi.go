package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// inVietnamese says in Vietnamese what the command library says in a help text.
func inVietnamese(root *cobra.Command) {
	root.SetUsageTemplate(usageTemplate)
	usage := root.UsageFunc()
	// only now, since what the shell is told about a flag is another matter
	root.SetUsageFunc(func(c *cobra.Command) error {
		c.LocalFlags().VisitAll(flagInVietnamese)
		c.InheritedFlags().VisitAll(flagInVietnamese)
		return usage(c)
	})
	useInVietnamese(root)
	if c, _, err := root.Find([]string{"completion"}); err == nil {
		c.Long = "Tạo lệnh hoàn thành tự động cho một shell. Cách dùng: xem trợ giúp của từng shell."
		for _, shell := range c.Commands() {
			shell.Long = completionInVietnamese(shell.Name())
			if f := shell.Flags().Lookup("no-descriptions"); f != nil {
				f.Usage = "không kèm mô tả"
			}
		}
	}
}

// usageTemplate is the library's, without what the program has not: aliases, groups of commands, topics.
const usageTemplate = `Cách dùng:{{if .Runnable}}
  {{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} [lệnh]{{end}}{{if .HasExample}}

Ví dụ:
{{.Example}}{{end}}{{if .HasAvailableSubCommands}}

Các lệnh:{{range .Commands}}{{if (or .IsAvailableCommand (eq .Name "help"))}}
  {{rpad .Name .NamePadding }} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

Tùy chọn:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

Tùy chọn chung:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableSubCommands}}

Dùng "{{.CommandPath}} [lệnh] --help" để xem từng lệnh.{{end}}
`

// useInVietnamese says in the line on how a command is used that it has flags.
func useInVietnamese(c *cobra.Command) {
	if !c.DisableFlagsInUseLine {
		c.Use += " [tùy chọn]"
		c.DisableFlagsInUseLine = true
	}
	for _, sub := range c.Commands() {
		useInVietnamese(sub)
	}
}

// named is a flag's value of which the help says in other words than the library's what it is.
type named struct {
	pflag.Value
	kind string
}

// Type is what stands behind the flag in the help.
func (n named) Type() string { return n.kind }

// flagInVietnamese says what a flag takes, and what it is where it is not given.
func flagInVietnamese(f *pflag.Flag) {
	if _, done := f.Value.(named); done || f.Value.Type() == "bool" {
		return
	}
	if f.DefValue != "" && f.DefValue != "[]" {
		f.Usage += fmt.Sprintf(" (mặc định: %s)", f.DefValue)
	}
	// the library counts bytes where it lines up: no letters with marks here
	f.Value, f.DefValue = named{f.Value, "..."}, ""
}

// completionInVietnamese is how completion is switched on in a shell: before anything, in this window, in every later
// one.
func completionInVietnamese(shell string) string {
	var before, here string
	var later []string
	switch shell {
	case "bash":
		before = "Cần có gói «bash-completion»; nếu chưa có, cài bằng trình quản lý gói của hệ điều hành."
		here = "source <(thidua completion bash)"
		later = []string{
			"#### Linux:", "\tthidua completion bash > /etc/bash_completion.d/thidua",
			"#### macOS:", "\tthidua completion bash > $(brew --prefix)/etc/bash_completion.d/thidua"}
	case "zsh":
		before = "Nếu chưa bật hoàn thành tự động, chạy một lần:\n\n" +
			"\techo \"autoload -U compinit; compinit\" >> ~/.zshrc"
		here = "source <(thidua completion zsh)"
		later = []string{
			"#### Linux:", "\tthidua completion zsh > \"${fpath[1]}/_thidua\"",
			"#### macOS:", "\tthidua completion zsh > $(brew --prefix)/share/zsh/site-functions/_thidua"}
	case "fish":
		here = "thidua completion fish | source"
		later = []string{"\tthidua completion fish > ~/.config/fish/completions/thidua.fish"}
	case "powershell":
		here = "thidua completion powershell | Out-String | Invoke-Expression"
		later = []string{"\tthidua completion powershell >> $PROFILE"}
	}
	said := []string{"Tạo lệnh hoàn thành tự động cho " + shell + "."}
	if before != "" {
		said = append(said, before)
	}
	said = append(said, "Để dùng ngay trong cửa sổ này:", "\t"+here)
	said = append(said, "Để dùng trong mọi cửa sổ mở sau này, chạy một lần:")
	return strings.Join(append(said, later...), "\n\n") + "\n"
}
