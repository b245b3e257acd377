package main

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"thidua/data/decision"
	"thidua/data/finding"
	"thidua/data/meeting"
	"thidua/scoring/lang"
)

// wrongBatch is what is wrong with a batch of decisions: the faults of form that were found while reading it, and the
// refusals among the decisions that could be read. It goes through the files in the order in which they were given, and
// through each from top to bottom. An error that is no refusal is given back as it is.
func wrongBatch(err error, items []decision.Item, found finding.List, files []string) error {
	var refused *meeting.Refused
	switch {
	case errors.As(err, &refused):
		for _, r := range refused.Acts {
			it := items[r.Index]
			found.Add(it.File, it.Line, meetingText(r.Err), lang.Text{})
		}
	case err != nil:
		return err
	}
	list := found.Sorted()
	slices.SortStableFunc(list, func(x, y finding.Finding) int {
		return cmp.Compare(slices.Index(files, x.File), slices.Index(files, y.File))
	})
	return ordered(list)
}

// ordered are findings that say themselves in the order they have.
type ordered []finding.Finding

func (o ordered) Error() string { return o.In(lang.EN) }

// In writes all findings, one a line.
func (o ordered) In(l lang.Lang) string {
	lines := make([]string, len(o))
	for i, f := range o {
		lines[i] = f.In(l)
	}
	return strings.Join(lines, "\n")
}
