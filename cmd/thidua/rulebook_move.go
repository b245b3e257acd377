package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"thidua/data/meeting"
	"thidua/data/report"
	"thidua/data/rulebook"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// moveOptions are the flags of `rulebook move`.
type moveOptions struct {
	reason      string
	drop        []string
	dryRun, yes bool
}

func (a *app) rulebookMoveCommand() *cobra.Command {
	var o moveOptions
	cmd := &cobra.Command{
		Use: "move MEETING RULEBOOK --reason R",
		Short: a.text("Chuyển cuộc họp sang bộ tiêu chí đã sửa; kết quả cũ được giữ và đặt bên cạnh",
			"Move a meeting to a corrected rulebook; what stood before is kept, and shown beside"),
		Long: a.text(
			"Chuyển cuộc họp sang bộ tiêu chí đã sửa, như một quyết định trong nhật ký, hoàn tác được. Điểm, thưởng, "+
				"trừ theo mã tiêu chí; tiêu chí có điểm mà bộ mới không còn thì phải nêu bằng --drop. Không đổi "+
				"được sau khi "+
				"chốt, khi đang bỏ phiếu, hay sang bộ có khen thưởng, chức danh, quy tắc bỏ phiếu khác.\n"+
				"Không có RULEBOOK thì xem các lần chuyển đã ghi.",
			"Move a meeting to a corrected rulebook, as a decision on record that can be undone. Scores, bonuses and "+
				"penalties go by the criteria's codes; a criterion with scores that the new one has not must be "+
				"named by "+
				"--drop. Not after closing, not while a vote is open, not to one with other awards, offices or "+
				"rules of "+
				"votes.\nWithout RULEBOOK the moves on record are shown."),
		Example: `  thidua rulebook move cum2.thidua ./5350-dinh-chinh.toml --reason "Công văn đính chính" --dry-run`,
		Args:    a.args(1, 2, "MEETING RULEBOOK"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				return a.showMoves(cmd.Context(), args[0])
			}
			if o.reason == "" {
				return a.usage("thiếu --reason: lý do chuyển", "--reason is missing")
			}
			return a.moveTo(cmd.Context(), args[0], args[1], o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.reason, "reason", "", a.text("lý do", "the reason"))
	f.StringArrayVar(&o.drop, "drop", nil, a.text("mã tiêu chí có điểm mà bộ mới không còn; ghi nhiều lần được",
		"a criterion with scores that falls away; repeatable"))
	f.BoolVar(&o.dryRun, "dry-run", false, a.text("chỉ xem, không ghi gì", "show what would change and record nothing"))
	f.BoolVarP(&o.yes, "yes", "y", false, a.text("ghi mà không hỏi", "record without asking"))
	return cmd
}

// moveTo shows what the corrected rulebook changes, and records the move.
func (a *app) moveTo(ctx context.Context, path, id string, o moveOptions) error {
	seen, err := meeting.Read(ctx, path)
	if err != nil {
		return err
	}
	book, err := rulebook.Open(id)
	if err != nil {
		return err
	}
	act := scoring.Move{Rulebook: book.Rulebook, Text: book.Text, Dropped: o.drop, Reason: o.reason}
	p := meeting.Proposal{By: person(), Acts: []scoring.Act{act}}
	after, err := seen.After(p)
	if err != nil {
		return err
	}
	moves := after.Moves()
	if err := a.showMove(moves[len(moves)-1], &after); err != nil {
		return err
	}
	again := 0
	for i, u := range seen.Units() {
		if u.Accepted() && !after.Units()[i].Accepted() {
			again++
		}
	}
	if again > 0 {
		fmt.Fprintln(a.err, a.say("! %s cần thống nhất lại bản chấm", "! the sheets of %s have to be accepted again",
			lang.Count(again, "đơn vị", "unit", "units")))
	}
	if o.dryRun {
		return nil
	}
	if !a.agreed(o.yes) {
		return lang.Errorf("không ghi gì; chạy lại và trả lời «c» để ghi",
			"nothing was recorded; run it again and say «y»")
	}
	snap, err := a.record(ctx, path, seen, p)
	if err != nil {
		return err
	}
	fmt.Fprintln(a.err,
		a.say("đã ghi quyết định %d, mã kiểm chứng %s", "recorded decision %d, fingerprint %s", snap.Seq(),
			snap.Fingerprint()))
	return nil
}

// showMoves shows every move on record: what stood before each beside what stands now.
func (a *app) showMoves(ctx context.Context, path string) error {
	seen, err := meeting.Read(ctx, path)
	if err != nil {
		return err
	}
	moves := seen.Moves()
	if len(moves) == 0 {
		fmt.Fprintln(a.out, a.say("chưa chuyển bộ tiêu chí lần nào: %s", "never moved: %s", seen.Rulebook().ID))
	}
	for i, m := range moves {
		after := &seen.State
		if i+1 < len(moves) {
			after = moves[i+1].Before
		}
		if err := a.showMove(m, after); err != nil {
			return err
		}
	}
	return nil
}

func (a *app) showMove(m scoring.Moved, after *scoring.State) error {
	if err := report.Text(a.out, view.MovedUnits(m, after, a.lang)); err != nil {
		return err
	}
	for _, line := range view.MovedCriteria(m) {
		fmt.Fprintln(a.out, line.In(a.lang))
	}
	return nil
}
