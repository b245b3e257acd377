package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"thidua/data/batch"
	"thidua/data/clean"
	"thidua/data/decision"
	"thidua/data/finding"
	"thidua/data/meeting"
	"thidua/data/names"
	"thidua/data/rulebook"
	"thidua/scoring"
	"thidua/scoring/lang"
)

func (a *app) applyCommand() *cobra.Command {
	return &cobra.Command{
		Use: "apply MEETING FILE...",
		Short: a.text("Ghi một loạt quyết định từ tệp TOML: tất cả hoặc không gì cả",
			"Record a batch of decisions from TOML files: all or none"),
		Long: a.text("Ghi một loạt quyết định từ tệp TOML: tất cả hoặc không gì cả. Một tệp là bản tự chấm "+
			"thì bổ sung bản của đơn vị chưa nộp khi tạo cuộc họp (--without).",
			"Record a batch of decisions from TOML files: all or none. A file that is a sheet brings in that of a "+
				"unit which had none when the meeting was made (--without)."),
		Args: a.args(2, -1, "MEETING FILE..."),
		RunE: func(cmd *cobra.Command, args []string) error { return a.apply(cmd.Context(), args[0], args[1:]) },
	}
}

// apply tries the batch on the meeting as it stands before it opens it for writing: what is refused has not touched the
// file.
func (a *app) apply(ctx context.Context, path string, files []string) (err error) {
	seen, err := meeting.Read(ctx, path)
	if err != nil {
		return err
	}
	items, batch, err := readBatch(seen, files)
	if err != nil {
		return err
	}
	if err := a.point.pass(ctx); err != nil {
		return err
	}
	m, err := meeting.OpenFrom(ctx, path, seen)
	if err != nil {
		return err
	}
	defer func() { err = a.closed(m, path, err) }()
	first := m.Snapshot().Seq() + 1
	snap, err := m.Propose(ctx, batch)
	if err != nil {
		return wrongBatch(err, items, nil, files)
	}
	a.remark(seen, items)
	a.tell("đã ghi %s (số %d đến %d), mã kiểm chứng %s", "recorded %s (%d to %d), fingerprint %s",
		lang.Count(len(items), "quyết định", "decision", "decisions"), first, snap.Seq(), snap.Fingerprint())
	return nil
}

// remark says what the decisions of a batch withdraw and what else is worth a word, each with its place.
func (a *app) remark(before *meeting.Snapshot, items []decision.Item) {
	state := before.State
	for _, item := range items {
		e, err := scoring.Effects(state, item.Decision)
		if err != nil { // another program has recorded something since: the batch was taken all the same
			return
		}
		for _, r := range e.Remarks {
			fmt.Fprintln(a.err, a.say("! %s:%d: %s", "! %s:%d: %s", clean.Escape(item.File), item.Line, r))
		}
		if at := item.At; at.After(time.Now().Add(time.Hour)) {
			fmt.Fprintln(a.err, a.say("! %s:%d: giờ %s ở tương lai", "! %s:%d: its time %s is yet to come",
				clean.Escape(item.File), item.Line, at.Format(time.RFC3339)))
		}
		state = e.Next
	}
}

// readBatch reads the decisions of files and tries them on the meeting. What cannot be read as a decision does not keep
// the others from being tried: everything that is wrong with the batch is said at once.
func readBatch(seen *meeting.Snapshot, files []string) ([]decision.Item, meeting.Proposal, error) {
	items, found := batch.Load(&seen.State, files...)
	all := meeting.Batch(person(), items)
	err := seen.Try(all)
	if err != nil || len(found) > 0 {
		return nil, all, wrongBatch(err, items, found, files)
	}
	if len(items) == 0 {
		return nil, all,
			finding.List{{File: strings.Join(files, ", "),
				What: lang.Text{VI: "không có quyết định nào", EN: "there are no decisions"},
				Mend: lang.Text{VI: "ghi mỗi quyết định trong một bảng [[decision]]",
					EN: "write each decision as a table [[decision]]"}}}
	}
	return items, all, nil
}

// unitNames finds the units of a meeting by the ways people write them.
func unitNames(s *meeting.Snapshot) *names.Index {
	var all []string
	for _, u := range s.Units() {
		all = append(all, u.Name())
	}
	return rulebook.Names(s.Rulebook(), all)
}
