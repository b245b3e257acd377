package main

import (
	"context"
	"errors"
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
	"thidua/data/record"
	"thidua/data/rulebook"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// applyWithin is how long a batch waits for a database that has gone away, where --wait does not say.
const applyWithin = 30 * time.Second

func (a *app) applyCommand() *cobra.Command {
	var wait time.Duration
	cmd := &cobra.Command{
		Use: "apply MEETING FILE...",
		Short: a.text("Ghi một loạt quyết định từ tệp TOML: tất cả hoặc không gì cả",
			"Record a batch of decisions from TOML files: all or none"),
		Long: a.text("Ghi một loạt quyết định từ tệp TOML: tất cả hoặc không gì cả. Một tệp là bản tự chấm "+
			"thì bổ sung bản của đơn vị chưa nộp khi tạo cuộc họp (--without).",
			"Record a batch of decisions from TOML files: all or none. A file that is a sheet brings in that of a "+
				"unit which had none when the meeting was made (--without)."),
		Args: a.args(2, -1, "MEETING FILE..."),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.apply(cmd.Context(), args[0], args[1:], wait)
		},
	}
	cmd.Flags().DurationVar(&wait, "wait", applyWithin,
		a.text("chờ bao lâu khi cơ sở dữ liệu mất liên lạc giữa chừng, như 30s hay 5m",
			"how long to wait for a database that goes away meanwhile, such as 30s or 5m"))
	return cmd
}

// apply tries the batch on the meeting as it stands before it opens it for writing: what is refused has not touched the
// file. While a database is away it waits, but not for ever: it says then what is known of the batch.
func (a *app) apply(ctx context.Context, path string, files []string, wait time.Duration) (err error) {
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
	a.sayClock(m)
	first := m.Snapshot().Seq() + 1
	snap, err := proposeWithin(ctx, m, batch, wait)
	if err != nil {
		return wrongBatch(err, items, nil, files)
	}
	a.remark(seen, items)
	a.tell("đã ghi %s (số %d đến %d), mã kiểm chứng %s", "recorded %s (%d to %d), fingerprint %s",
		lang.Count(len(items), "quyết định", "decision", "decisions"), first, snap.Seq(), snap.Fingerprint())
	return nil
}

// proposeWithin proposes a batch, and waits no longer for a database that is away. Of a batch of which nobody knows
// then whether it was recorded it says where to look.
func proposeWithin(ctx context.Context, m *meeting.Meeting, p meeting.Proposal, wait time.Duration) (*meeting.Snapshot,
	error) {
	if m.Shared() {
		var stop context.CancelFunc
		ctx, stop = context.WithTimeout(ctx, wait)
		defer stop()
	}
	snap, err := m.Propose(ctx, p)
	if !errors.Is(err, record.ErrDoubt) {
		return snap, err
	}
	return nil, lang.Errorf("%[3]s. Nếu đã ghi thì %[1]s của lần này nằm sau số %[2]d, đủ cả; không thì không có gì",
		"%[3]s. If it was, %[1]s of this batch stand behind number %[2]d, all of them; if not, none",
		lang.Count(len(p.Acts), "quyết định", "decision", "decisions"), m.Snapshot().Seq(), err)
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
