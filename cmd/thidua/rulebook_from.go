package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"thidua/data/clean"
	"thidua/data/export"
	"thidua/data/finding"
	"thidua/data/names"
	"thidua/data/workbook"
	"thidua/scoring/lang"
)

func (a *app) rulebookFrom() *cobra.Command {
	var to string
	cmd := &cobra.Command{
		Use: "from TABLE --to FILE.toml",
		Short: a.text("Lập bộ tiêu chí từ danh mục tiêu chí (XLSX, CSV, bảng trong DOCX)",
			"A rulebook from a list of criteria (XLSX, CSV, a table of a DOCX)"),
		Long: a.text(
			"Lập bộ tiêu chí từ danh mục tiêu chí của cơ quan: các cột STT, tiêu chí, điểm, minh chứng, đơn vị "+
				"đánh giá "+
				"được nhận theo tiêu đề, dòng không có STT được đánh số dưới mục bên trên, tổng điểm được cộng lại. "+
				"Các quy định "+
				"(thưởng, khen thưởng, biểu quyết, bầu cử) là các dòng chú thích để điền.",
			"A rulebook from an office's own list of criteria: the columns are known by their heads, rows without a "+
				"number are "+
				"numbered below the one above, the sums are checked. The rules stand as commented lines to fill in."),
		Example: "  thidua rulebook from tieu-chi.xlsx --to cua-chung-toi.toml",
		Args:    a.args(1, 1, "TABLE"),
		RunE: func(_ *cobra.Command, args []string) error {
			if to == "" {
				return a.usage("thiếu --to", "--to is missing")
			}
			return a.draftRulebook(args[0], to)
		},
	}
	cmd.Flags().StringVar(&to, "to", "", a.text("tệp TOML để ghi", "the TOML file to write"))
	return cmd
}

func (a *app) draftRulebook(table, to string) error {
	b, found := workbook.Open(table)
	if b == nil {
		return found.Err()
	}
	if exists(to) {
		return finding.List{{File: to, What: lang.Text{VI: "tệp đã có", EN: "the file exists"},
			Mend: lang.Text{VI: "chọn tên khác", EN: "choose another name"}}}
	}
	id := names.Slug(strings.TrimSuffix(filepath.Base(to), filepath.Ext(to)))
	text, found := workbook.Draft(b, id)
	if err := found.Err(); err != nil {
		return err
	}
	err := export.To(filepath.Dir(to), []export.File{{Name: filepath.Base(to),
		Write: func(w io.Writer) error { _, err := io.WriteString(w, text); return err }}}, nil)
	if err != nil {
		return err
	}
	a.tell("đã ghi %s: điền các dòng có dấu #, rồi «thidua rulebook check %s»",
		"written %s: fill in the lines that begin with #, then «thidua rulebook check %s»", clean.Escape(to),
		clean.Escape(to))
	return nil
}

// exists reports whether something is there already.
func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
