package main

import (
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"thidua/data/report"
	"thidua/data/table"
	"thidua/scoring/lang"
)

// formatFlag adds --format to a command that writes a table.
func (a *app) formatFlag(cmd *cobra.Command, format *string) {
	words := strings.Join(formats(), ", ")
	cmd.Flags().StringVar(format, "format", "table", a.text("dạng: "+words, "the format: "+words))
	completeWords(cmd, "format", formats()...)
}

// formats are the words that --format takes.
func formats() (words []string) {
	for _, f := range report.Formats() {
		words = append(words, f.Name)
	}
	return slices.Insert(words, 1, "json")
}

// checkFormat refuses a word that is no format.
func (a *app) checkFormat(format string) error {
	words := formats()
	if slices.Contains(words, format) {
		return nil
	}
	var said []lang.Sayer
	for _, w := range words {
		said = append(said, lang.Both(w))
	}
	all := lang.Choice(said...)
	return a.usage("không có dạng %q; dùng %s", "there is no format %q; use %s", format, all)
}

// write writes a table in a format that was checked; json writes its JSON.
func (a *app) write(format string, t table.Table, json func(io.Writer) error) error {
	for _, f := range report.Formats() {
		if f.Name == format {
			return f.Write(a.out, t)
		}
	}
	return json(a.out)
}
