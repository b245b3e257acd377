package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"thidua/data/clean"
	"thidua/data/finding"
	"thidua/data/report"
	"thidua/data/rulebook"
	"thidua/data/tomldoc"
	"thidua/scoring/lang"
)

func (a *app) rulebookCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "rulebook list|show|check",
		Short: a.text("Các bộ tiêu chí", "The rulebooks"),
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return a.unknown(cmd, args[0])
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	format := "table"
	show := &cobra.Command{
		Use:   "show ID",
		Short: a.text("Tiêu chí, cụm và quy định của một bộ", "Criteria, clusters and rules of one"),
		Args:  a.args(1, 1, "ID"),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return rulebook.IDs(), cobra.ShellCompDirectiveDefault
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if format != "table" && format != "json" {
				return a.usage("không có dạng %q; dùng table hoặc json",
					"there is no format %q; use table or json", format)
			}
			book, err := rulebook.Open(args[0])
			if err != nil {
				return err
			}
			if format == "json" {
				return report.RulebookJSON(a.out, book.Rulebook)
			}
			return report.RulebookText(a.out, book.Rulebook, a.lang)
		},
	}
	show.Flags().StringVar(&format, "format", format, a.text("dạng: table, json", "the format: table, json"))
	completeWords(show, "format", "table", "json")
	cmd.AddCommand(show,
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
