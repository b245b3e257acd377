package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"thidua/data/clean"
	"thidua/data/finding"
	"thidua/data/report"
	"thidua/data/rulebook"
	"thidua/data/tomldoc"
	"thidua/data/view"
	"thidua/scoring/lang"
)

func (a *app) rulebookCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "rulebook list|show|diff|from|check",
		Short: a.text("Các bộ tiêu chí", "The rulebooks"),
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return a.unknown(cmd, args[0])
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.showRulebook(), a.diffRulebooks(), a.rulebookFrom(), a.rulebookMoveCommand(),
		&cobra.Command{
			Use:   "list",
			Short: a.text("Các bộ tiêu chí có sẵn", "The built-in rulebooks"),
			Args:  a.args(0, 0, ""),
			RunE:  func(*cobra.Command, []string) error { return a.listRulebooks() },
		},
		&cobra.Command{
			Use:   "check FILE",
			Short: a.text("Kiểm tra một bộ tiêu chí; báo mọi lỗi", "Check a rulebook; report every fault"),
			Args:  a.args(1, -1, "FILE"),
			RunE:  func(_ *cobra.Command, args []string) error { return a.checkRulebooks(args) },
		},
	)
	return cmd
}

// showRulebook shows one, or prints its own file: a template to copy and change.
func (a *app) showRulebook() *cobra.Command {
	format := "table"
	show := &cobra.Command{
		Use:   "show ID",
		Short: a.text("Tiêu chí, cụm và quy định của một bộ", "Criteria, clusters and rules of one"),
		Long: a.text("Tiêu chí, cụm và quy định của một bộ. --format toml in nguyên tệp của bộ đó, có chú thích "+
			"từng khóa, để chép ra và sửa thành bộ của mình.",
			"Criteria, clusters and rules of one. --format toml prints the rulebook's own file, with a comment "+
				"on each key, to copy and change."),
		Example: "  thidua rulebook show 5350-2019 --format toml > cua-chung-toi.toml",
		Args:    a.args(1, 1, "ID"),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return rulebook.IDs(), cobra.ShellCompDirectiveDefault
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.printRulebook(args[0], format) },
	}
	show.Flags().StringVar(&format, "format", format,
		a.text("dạng: table, json, toml", "the format: table, json, toml"))
	completeWords(show, "format", "table", "json", "toml")
	return show
}

func (a *app) printRulebook(id, format string) error {
	if !slices.Contains([]string{"table", "json", "toml"}, format) {
		return a.usage("không có dạng %q; dùng table, json hoặc toml",
			"there is no format %q; use table, json or toml", format)
	}
	book, err := rulebook.Open(id)
	if err != nil {
		return err
	}
	switch format {
	case "json":
		return report.RulebookJSON(a.out, book.Rulebook)
	case "toml":
		_, err := io.WriteString(a.out, book.Text)
		return err
	}
	return report.RulebookText(a.out, book.Rulebook, a.lang)
}

// diffRulebooks says what changed from one rulebook to another.
func (a *app) diffRulebooks() *cobra.Command {
	format := ""
	diff := &cobra.Command{
		Use: "diff A B",
		Short: a.text("Hai bộ khác nhau ở đâu: tiêu chí, giới hạn, khen thưởng, quy định, cụm",
			"What changed between two: criteria, limits, awards, rules, clusters"),
		Example: "  thidua rulebook diff 5350-2019 cua-chung-toi.toml",
		Args:    a.args(2, 2, "A B"),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return rulebook.IDs(), cobra.ShellCompDirectiveDefault
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.compareRulebooks(args[0], args[1], format) },
	}
	a.formatFlag(diff, &format)
	return diff
}

func (a *app) compareRulebooks(from, to, format string) error {
	if err := a.checkFormat(format); err != nil {
		return err
	}
	was, err := rulebook.Open(from)
	if err != nil {
		return err
	}
	is, err := rulebook.Open(to)
	if err != nil {
		return err
	}
	changes, err := rulebook.Compare(was, is)
	if err != nil {
		return err
	}
	title := lang.Sayf("%s → %s: %s", "%s → %s: %s", was.ID, is.ID,
		lang.Count(len(changes), "thay đổi", "change", "changes"))
	t := view.RulebookChanges(title, changes, a.lang)
	if format == "table" {
		return report.RulebookChangesText(a.out, t)
	}
	return a.write(format, t, func(w io.Writer) error { return report.RulebookChangesJSON(w, was.ID, is.ID, t) })
}

func (a *app) listRulebooks() error {
	for _, id := range rulebook.IDs() {
		book, err := rulebook.Open(id)
		if err != nil {
			return err
		}
		example := ""
		if book.Example {
			example = a.text(" [ví dụ]", " [example]")
		}
		fmt.Fprintf(a.out, "%-24s %s%s\n", book.ID, book.Title.In(a.lang), example)
	}
	return nil
}

// checkRulebooks reports every fault of every file.
func (a *app) checkRulebooks(files []string) error {
	var found finding.List
	for _, file := range files {
		doc, bad := tomldoc.Load(file)
		found = append(found, bad...)
		if doc == nil {
			continue
		}
		book, err := rulebook.Parse(doc)
		if err != nil {
			found = append(found, doc.Findings...)
			continue
		}
		fmt.Fprintln(a.out,
			a.say("%s: bộ tiêu chí %s đúng: %s, %s điểm",
				"%s: the rulebook %s is right: %s, %s points", clean.Escape(file), book.ID,
				lang.Count(len(book.Leaves()), "tiêu chí", "criterion", "criteria"), book.Total))
	}
	return found.Sorted().Err()
}
