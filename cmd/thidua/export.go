package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"thidua/data/clean"
	"thidua/data/export"
	"thidua/data/meeting"
	"thidua/data/outputs"
	"thidua/scoring/lang"
)

// exportOptions are the flags of `export`.
type exportOptions struct {
	to   string
	only []string
}

func (a *app) exportCommand() *cobra.Command {
	var o exportOptions
	cmd := &cobra.Command{
		Use: "export MEETING",
		Short: a.text("Xuất biên bản, báo cáo, tờ trình, bảng tính vào một thư mục",
			"Write minutes, report, proposal and workbook into a folder"),
		Args:              a.args(1, 1, "MEETING"),
		ValidArgsFunction: completeMeeting,
		RunE: func(cmd *cobra.Command, args []string) error {
			if strings.TrimSpace(o.to) == "" {
				return a.usage("thiếu --to: thư mục để ghi các tệp", "--to is missing: the folder to write into")
			}
			return a.export(cmd.Context(), args[0], o)
		},
	}
	cmd.Flags().StringVar(&o.to, "to", "", a.text("thư mục để ghi các tệp", "the folder to write into"))
	cmd.Flags().StringSliceVar(&o.only, "only", nil,
		a.text("chỉ những tệp này, như minutes.docx,results.xlsx",
			"only these files, such as minutes.docx,results.xlsx"))
	_ = cmd.MarkFlagDirname("to")
	completeWords(cmd, "only", outputs.Usual()...)
	return cmd
}

// export writes the files of a meeting, all or none, and names them on standard output.
func (a *app) export(ctx context.Context, path string, o exportOptions) error {
	snap, err := meeting.Read(ctx, path)
	if err != nil {
		return err
	}
	lost := map[string][]rune{}
	all := outputs.All(snap, a.lang, func(name string, missing []rune) { lost[name] = missing })
	if len(o.only) > 0 {
		some, unknown := outputs.Only(all, o.only)
		if unknown != "" {
			return a.usage("không có tệp %q; dùng %s", "there is no file %q; use %s", clean.Show(unknown),
				strings.Join(outputs.Names(all), ", "))
		}
		all = some
	}
	if err := export.To(o.to, outputs.Files(all), nil); err != nil {
		return err
	}
	for _, f := range all {
		if _, err := fmt.Fprintln(a.out, clean.Escape(filepath.Join(o.to, f.Name))); err != nil {
			return err
		}
		if missing := lost[f.Name]; len(missing) > 0 {
			a.complain(lang.Sayf("%s: chữ in không có %q, thay bằng □; xem lại chỗ đó trước khi ký",
				"%s: the letters of papers have no %q, □ stands for it; look at the place before signing", f.Name,
				string(missing)))
		}
	}
	for _, l := range snap.Lacks() {
		a.complain(
			lang.Sayf("biên bản để dòng chấm: %s; điền trên màn hình Điểm danh, hoặc bằng «particulars» trong tệp "+
				"quyết định",
				"the minutes have a row of dots: %s; fill it in on the roll's screen, or by «particulars» in a "+
					"file of decisions", l.What))
	}
	if !snap.Closed() {
		a.complain(lang.Sayf("cuộc họp chưa chốt: các văn bản ghi DỰ THẢO; chốt cuộc họp rồi xuất lại để ký",
			"the meeting is not closed: the papers say DỰ THẢO (draft); close it, then export again to sign"))
	}
	return nil
}
