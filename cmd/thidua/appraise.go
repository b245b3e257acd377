package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"thidua/data/appraisal"
	"thidua/data/clean"
	"thidua/data/meeting"
	"thidua/data/names"
	"thidua/data/report"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// appraiseOptions are the flags of `appraise`.
type appraiseOptions struct {
	appraisal.Options
	dryRun, yes bool
	format      string
}

func (a *app) appraiseCommand() *cobra.Command {
	var o appraiseOptions
	cmd := &cobra.Command{
		Use: "appraise MEETING [SHEET...]",
		Short: a.text("Nhận điểm thẩm định của các đơn vị thuộc cấp trên; liệt kê mọi chênh lệch",
			"Take in the upper body's appraisal; report every difference"),
		Long: a.text(
			"Nhận điểm thẩm định, cả khi cuộc họp đã chốt: tất cả hoặc không gì cả. Tệp là bản chấm của từng đơn vị "+
				"(TOML, phiếu Excel, bảng có cột Thẩm định) hoặc bảng của một vụ, mỗi đơn vị một cột. Tệp thuộc "+
				"vụ nào: "+
				"--assessor, dòng «Đơn vị đánh giá: …», hoặc tên tệp hay thư mục. Không có tệp nào thì chỉ liệt kê "+
				"chênh lệch.",
			"Take in the appraisal, also when the meeting is closed: all or none. A file is the sheet of a unit "+
				"(TOML, the "+
				"form, a table with a column Thẩm định), or a department's table with a column for each unit. "+
				"Whose file "+
				"it is: --assessor, a line «Đơn vị đánh giá: …», or the name of the file or folder. Without a file "+
				"the differences are only listed."),
		Example: "  thidua appraise cum2.thidua vu-phap-che.xlsx thanh-tra.csv --dry-run\n" +
			"  thidua appraise cum2.thidua",
		Args: a.args(1, -1, "MEETING"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.checkFormat(o.format); err != nil {
				return err
			}
			return a.appraise(cmd.Context(), args[0], args[1:], o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.Assessor, "assessor", "", a.text("đơn vị đánh giá đã gửi các tệp này",
		"the department whose files these are"))
	f.StringVar(&o.Unit, "unit", "", a.text("đơn vị được chấm, khi bảng không ghi",
		"the unit that a table is about which does not say"))
	f.BoolVar(&o.Replace, "replace", false, a.text("thay điểm thẩm định đã ghi: đơn vị đánh giá đã sửa",
		"replace scores on record: the department has corrected itself"))
	f.BoolVar(&o.dryRun, "dry-run", false, a.text("chỉ xem, không ghi gì", "show what would change and record nothing"))
	f.BoolVarP(&o.yes, "yes", "y", false, a.text("ghi mà không hỏi", "record without asking"))
	a.formatFlag(cmd, &o.format)
	return cmd
}

// appraise reads the files against the meeting as it stands, shows what they change, and records them. Without a file
// it shows what is on record.
func (a *app) appraise(ctx context.Context, path string, files []string, o appraiseOptions) error {
	seen, err := meeting.Read(ctx, path)
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return a.showAppraisal(&seen.State, o.format)
	}
	if o.Unit != "" {
		name, ok := unitNames(seen).Find(o.Unit)
		if !ok {
			return a.usage("cuộc họp không có đơn vị %q", "this meeting has no unit %q", o.Unit)
		}
		o.Unit = name
	}
	if batch, found := appraisal.Read(&seen.State, o.Options, files...); len(found) > 0 {
		return found.Err()
	} else {
		return a.takeIn(ctx, path, seen, batch, files, o)
	}
}

// takeIn tries the batch, shows what it changes, and records it when that is wanted.
func (a *app) takeIn(
	ctx context.Context, path string, seen *meeting.Snapshot, batch appraisal.Batch, files []string, o appraiseOptions,
) error {
	for _, r := range batch.Remarks {
		fmt.Fprintln(a.err, a.say("! %s: %s", "! %s: %s", clean.Escape(r.File), r.What))
	}
	p := meeting.Batch(person(), batch.Items)
	after, err := seen.After(p)
	if err != nil {
		return wrongBatch(err, batch.Items, nil, files)
	}
	if err := a.showAppraisal(&after, o.format); err != nil {
		return err
	}
	fmt.Fprintln(a.err, a.comesTo(batch, &seen.State))
	if o.dryRun || len(p.Acts) == 0 {
		return nil
	}
	if !a.agreed(o.yes) {
		return lang.Errorf("không ghi gì; chạy lại và trả lời «c» để ghi",
			"nothing was recorded; run it again and say «y»")
	}
	first := seen.Seq() + 1
	snap, err := a.record(ctx, path, seen, p)
	if err != nil {
		return wrongBatch(err, batch.Items, nil, files)
	}
	fmt.Fprintln(a.err, a.say("đã ghi %s (số %d đến %d), mã kiểm chứng %s", "recorded %s (%d to %d), fingerprint %s",
		lang.Count(len(p.Acts), "quyết định", "decision", "decisions"), first, snap.Seq(), snap.Fingerprint()))
	return nil
}

// record records decisions in a meeting as it was read.
func (a *app) record(ctx context.Context, path string, seen *meeting.Snapshot, p meeting.Proposal) (
	snap *meeting.Snapshot, err error,
) {
	if err := a.point.pass(ctx); err != nil {
		return nil, err
	}
	m, err := meeting.OpenFrom(ctx, path, seen)
	if err != nil {
		return nil, err
	}
	defer func() { err = a.closed(m, path, err) }()
	return proposeWithin(ctx, m, p, applyWithin)
}

// showAppraisal writes all differences, and what they do to the units.
func (a *app) showAppraisal(s *scoring.State, format string) error {
	if format != "table" {
		return a.write(format, view.AppraisalDifferences(s, a.lang),
			func(w io.Writer) error { return report.AppraisalJSON(w, s) })
	}
	if err := report.Text(a.out, view.AppraisalDifferences(s, a.lang)); err != nil {
		return err
	}
	fmt.Fprintln(a.out)
	return report.Text(a.out, view.AppraisalEffect(s, a.lang))
}

// comesTo says what a batch comes to.
func (a *app) comesTo(b appraisal.Batch, s *scoring.State) string {
	units := map[string]bool{}
	differ := 0
	for _, item := range b.Items {
		units[scoring.Subject(item.Act)] = true
		if act, ok := item.Act.(scoring.Appraise); ok {
			unit, _ := s.Index(act.Unit)
			at, _ := s.Rulebook().Index(act.Criterion)
			if m, _ := s.Units()[unit].Mark(scoring.Agreed, at); m != act.Mark {
				differ++
			}
		}
	}
	said := a.say("%s cho %s, %d khác điểm cụm thống nhất", "%s for %s, %d other than agreed",
		lang.Count(len(b.Items), "quyết định thẩm định", "decision of the appraisal", "decisions of the appraisal"),
		lang.Count(len(units), "đơn vị", "unit", "units"), differ)
	if b.Same > 0 {
		said += a.say("; %d đã có trong nhật ký", "; %d on record already", b.Same)
	}
	if b.Passed > 0 {
		said += a.say("; bỏ qua %d điểm lặp lại thuộc đơn vị đánh giá khác",
			"; %d scores passed over that repeat what other departments' criteria have", b.Passed)
	}
	return s.Rulebook().Said(lang.Both(said)).In(a.lang)
}

// agreed asks at a terminal whether to go on; elsewhere nobody is there to ask.
func (a *app) agreed(yes bool) bool {
	in, ok := a.given.in.(*os.File)
	if yes || !ok || !term.IsTerminal(in.Fd()) {
		return true
	}
	fmt.Fprint(a.err, a.text("Ghi vào nhật ký? (c/k) ", "Record it? (y/n) "))
	line, err := bufio.NewReader(in).ReadString('\n')
	return err == nil && slices.Contains([]string{"c", "co", "y", "yes"}, names.Bare(strings.TrimSpace(line)))
}
