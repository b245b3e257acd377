package main

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"thidua/data/decision"
	"thidua/data/finding"
	"thidua/data/meeting"
	"thidua/data/names"
	"thidua/data/rulebook"
	"thidua/scoring/lang"
)

func (a *app) applyCommand() *cobra.Command {
	return &cobra.Command{
		Use: "apply MEETING FILE...",
		Short: a.text("Ghi một loạt quyết định từ tệp TOML: tất cả hoặc không gì cả",
			"Record a batch of decisions from TOML files: all or none"),
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
	m, err := meeting.Open(ctx, path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, m.Close()) }()
	first := m.Snapshot().Seq() + 1
	snap, err := m.Propose(ctx, batch)
	if err != nil {
		return wrongBatch(err, items, nil, files)
	}
	a.tell("đã ghi %s (số %d đến %d), dấu kiểm %s", "recorded %s (%d to %d), fingerprint %s",
		lang.Count(len(items), "quyết định", "decision", "decisions"), first, snap.Seq(), snap.Fingerprint())
	return nil
}

// readBatch reads the decisions of files and tries them on the meeting. What cannot be read as a decision does not keep
// the others from being tried: everything that is wrong with the batch is said at once.
func readBatch(seen *meeting.Snapshot, files []string) ([]decision.Item, meeting.Proposal, error) {
	items, found := decision.Load(unitNames(seen), files...)
	batch := meeting.Batch(person(), items)
	err := seen.Try(batch)
	if err != nil || len(found) > 0 {
		return nil, batch, wrongBatch(err, items, found, files)
	}
	if len(items) == 0 {
		return nil, batch,
			finding.List{{File: strings.Join(files, ", "),
				What: lang.Text{VI: "không có quyết định nào", EN: "there are no decisions"},
				Mend: lang.Text{VI: "ghi mỗi quyết định trong một bảng [[decision]]",
					EN: "write each decision as a table [[decision]]"}}}
	}
	return items, batch, nil
}

// unitNames finds the units of a meeting by the ways people write them.
func unitNames(s *meeting.Snapshot) *names.Index {
	var all []string
	for _, u := range s.Units() {
		all = append(all, u.Name())
	}
	return rulebook.Names(s.Rulebook(), all)
}
