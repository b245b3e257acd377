package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"thidua/data/clean"
	"thidua/data/export"
	"thidua/data/finding"
	"thidua/data/forms"
	"thidua/data/rulebook"
	"thidua/scoring/lang"
)

// formOptions are the flags of `form`.
type formOptions struct{ rulebook, unit, cluster, year, to string }

func (a *app) formCommand() *cobra.Command {
	var o formOptions
	cmd := &cobra.Command{
		Use: "form --rulebook ID --unit U --year Y --to FILE.xlsx",
		Short: a.text("Phiếu tự chấm trống (XLSX) cho một đơn vị, hoặc cho cả cụm vào một thư mục",
			"An empty self-score workbook for a unit, or for a whole cluster into a folder"),
		Example: "  thidua form --unit \"Nam Định\" --year 2019-2020 --to nam-dinh.xlsx\n" +
			"  thidua form --cluster 2 --year 2019-2020 --to phieu",
		Args: a.args(0, 0, ""),
		RunE: func(*cobra.Command, []string) error { return a.form(o) },
	}
	cmd.Flags().StringVar(&o.rulebook, "rulebook", rulebook.Default,
		a.text("mã bộ tiêu chí, hoặc đường dẫn tệp TOML", "the rulebook's id, or the path of a TOML file"))
	cmd.Flags().StringVar(&o.unit, "unit", "", a.text("đơn vị", "the unit"))
	cmd.Flags().StringVar(&o.cluster, "cluster", "",
		a.text("cả cụm này: mỗi đơn vị một phiếu", "this whole cluster: a form for each unit"))
	cmd.Flags().StringVar(&o.year, "year", "", a.text("năm, như 2019-2020", "the year, such as 2019-2020"))
	cmd.Flags().StringVar(&o.to, "to", "", a.text("tệp .xlsx, hoặc thư mục cho cả cụm",
		"the .xlsx file, or the folder for a cluster"))
	_ = cmd.RegisterFlagCompletionFunc("rulebook",
		func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return rulebook.IDs(), cobra.ShellCompDirectiveDefault
		})
	return cmd
}

// form writes forms: one, or one for each unit of a cluster.
func (a *app) form(o formOptions) error {
	switch {
	case o.year == "":
		return a.usage("thiếu --year", "--year is missing")
	case o.to == "":
		return a.usage("thiếu --to", "--to is missing")
	case (o.unit == "") == (o.cluster == ""):
		return a.usage("cần một trong --unit và --cluster", "one of --unit and --cluster is needed")
	}
	book, err := rulebook.Open(o.rulebook)
	if err != nil {
		return err
	}
	if err := book.Years.Check(o.year); err != nil {
		return finding.List{{File: "--year", What: meetingText(err)}}
	}
	dir, files, err := a.forms(book, o)
	if err != nil {
		return err
	}
	if err := forms.Write(dir, files, nil); err != nil {
		return err
	}
	for _, f := range files {
		if _, err := fmt.Fprintln(a.out, clean.Escape(filepath.Join(dir, f.Name))); err != nil {
			return err
		}
	}
	return nil
}

// forms are the files to write, and the folder they go into.
func (a *app) forms(book *rulebook.Book, o formOptions) (dir string, files []export.File, err error) {
	if o.cluster != "" {
		c, ok := book.Cluster(o.cluster)
		if !ok {
			return "", nil, finding.List{{File: "--cluster",
				What: lang.Sayf("bộ tiêu chí %s không có cụm %q",
					"the rulebook %s has no cluster %q", book.ID, o.cluster),
				Mend: lang.Sayf("xem bằng «thidua rulebook show %s»", "see «thidua rulebook show %s»", book.ID)}}
		}
		return o.to, forms.Files(book, c.Units, o.year), nil
	}
	unit := o.unit
	if len(book.Units.Names()) > 0 {
		found, ok := book.Units.Find(o.unit)
		if !ok {
			return "", nil, finding.List{{File: "--unit",
				What: lang.Sayf("bộ tiêu chí %s không có đơn vị %q", "the rulebook %s has no unit %q", book.ID,
					clean.Show(o.unit)),
				Mend: lang.Sayf("xem bằng «thidua rulebook show %s»", "see «thidua rulebook show %s»", book.ID)}}
		}
		unit = found
	}
	if !strings.EqualFold(filepath.Ext(o.to), ".xlsx") {
		return "", nil, a.usage("--to phải là một tệp .xlsx", "--to must be an .xlsx file")
	}
	return filepath.Dir(o.to), []export.File{forms.File(book, unit, o.year, filepath.Base(o.to))}, nil
}
