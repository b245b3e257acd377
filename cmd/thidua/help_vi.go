package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// inVietnamese puts what the command library says in a help text into Vietnamese.
func inVietnamese(root *cobra.Command) {
	root.SetUsageTemplate(translated(root.UsageTemplate(), usageWords()))
	usage := root.UsageFunc()
	// only now, since what the shell is told about a flag is another matter
	root.SetUsageFunc(func(c *cobra.Command) error {
		c.LocalFlags().VisitAll(flagInVietnamese)
		c.InheritedFlags().VisitAll(flagInVietnamese)
		return usage(c)
	})
	useInVietnamese(root)
	if c, _, err := root.Find([]string{"completion"}); err == nil {
		for _, c := range append(c.Commands(), c) {
			c.Long = translated(c.Long, completionWords())
			if f := c.Flags().Lookup("no-descriptions"); f != nil {
				f.Usage = "không kèm mô tả"
			}
		}
	}
}

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

// translated replaces the library's words by others.
func translated(text string, words [][2]string) string {
	for _, w := range words {
		text = strings.ReplaceAll(text, w[0], w[1])
	}
	return text
}

// usageWords are those of the template of a usage text.
func usageWords() [][2]string {
	return [][2]string{
		{"Usage:", "Cách dùng:"}, {"Aliases:", "Tên khác:"}, {"Examples:", "Ví dụ:"},
		{"Available Commands:", "Các lệnh:"},
		{"Additional Commands:", "Lệnh khác:"}, {"Global Flags:", "Tùy chọn chung:"}, {"Flags:", "Tùy chọn:"},
		{"Additional help topics:", "Xem thêm:"},
		{`Use "{{.CommandPath}} [command] --help" for more information about a command.`,
			`Dùng "{{.CommandPath}} [lệnh] --help" để xem từng lệnh.`},
		{"[command]", "[lệnh]"},
	}
}

// completionWords are those of the help on completion.
func completionWords() [][2]string {
	return [][2]string{
		{"Generate the autocompletion script for thidua for the specified shell.",
			"Tạo lệnh hoàn thành tự động cho một shell."},
		{"See each sub-command's help for details on how to use the generated script.",
			"Cách dùng: xem trợ giúp của từng shell."},
		{"Generate the autocompletion script for the bash shell.", "Tạo lệnh hoàn thành tự động cho bash."},
		{"Generate the autocompletion script for the zsh shell.", "Tạo lệnh hoàn thành tự động cho zsh."},
		{"Generate the autocompletion script for the fish shell.", "Tạo lệnh hoàn thành tự động cho fish."},
		{"Generate the autocompletion script for powershell.", "Tạo lệnh hoàn thành tự động cho powershell."},
		{"This script depends on the 'bash-completion' package.", "Cần có gói «bash-completion»."},
		{"If it is not installed already, you can install it via your OS's package manager.",
			"Nếu chưa có, cài bằng trình quản lý gói của hệ điều hành."},
		{
			"If shell completion is not already enabled in your environment you will need\nto enable it.  You can " +
				"execute the following once:", "Nếu chưa bật hoàn thành tự động, chạy một lần:"},
		{"To load completions in your current shell session:", "Để dùng ngay trong cửa sổ này:"},
		{"To load completions for every new session, execute once:",
			"Để dùng trong mọi cửa sổ mở sau này, chạy một lần:"},
		{"To load completions for every new session, add the output of the above command\nto your powershell profile.",
			"Để dùng trong mọi cửa sổ mở sau này, thêm kết quả của lệnh trên vào hồ sơ (profile) powershell."},
		{"You will need to start a new shell for this setup to take effect.",
			"Cửa sổ mở sau đó mới có hoàn thành tự động."},
	}
}
