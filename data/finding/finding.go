// Package finding is what a reader has to say about files people wrote: each finding one line with file, line, what is
// the matter and how to mend it. Readers collect all of them; none stops at the first.
package finding

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"thidua/data/clean"
	"thidua/scoring/lang"
)

// Finding is one thing wrong with a file.
type Finding struct {
	File string
	Line int // from 1; 0 where the finding is about the file as a whole
	What lang.Text
	Mend lang.Text

	Cell string // in place of Line, where the file has cells: «Phiếu tự chấm!E12»

	About lang.Text // in place of File, where it is about no file: a cluster
}

// In writes the finding as one line: file:line: what; mend, or file [sheet!cell]: what; mend.
func (f Finding) In(l lang.Lang) string {
	var b strings.Builder
	b.WriteString(clean.Escape(f.place(l)))
	if f.Cell != "" {
		b.WriteString(" [" + clean.Escape(f.Cell) + "]")
	} else if f.Line > 0 {
		fmt.Fprintf(&b, ":%d", f.Line)
	}
	b.WriteString(": " + f.What.In(l))
	if !f.Mend.IsZero() {
		b.WriteString("; " + f.Mend.In(l))
	}
	return clean.Line(b.String())
}

// place is the file that it is about, or whatever else.
func (f Finding) place(l lang.Lang) string {
	if f.File == "" {
		return f.About.In(l)
	}
	return f.File
}

// List is all findings of some files. It is an error when there are any; Err makes it one.
type List []Finding

// Add notes a finding.
func (l *List) Add(file string, line int, what, mend lang.Text) {
	*l = append(*l, Finding{File: file, Line: line, What: what, Mend: mend})
}

// Sorted is the list without repetitions: the files in the order in which they first appear, which is that in which
// they were read, and each by line.
func (l List) Sorted() List {
	place := map[string]int{}
	seen := map[Finding]bool{}
	var out List
	for _, f := range l {
		if _, known := place[f.place(lang.VI)]; !known {
			place[f.place(lang.VI)] = len(place)
		}
		if !seen[f] {
			seen[f] = true
			out = append(out, f)
		}
	}
	slices.SortStableFunc(out, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(place[a.place(lang.VI)], place[b.place(lang.VI)]), cmp.Compare(a.Line, b.Line))
	})
	return out
}

// Err is the list as an error, nil if it is empty.
func (l List) Err() error {
	if len(l) == 0 {
		return nil
	}
	return l
}

func (l List) Error() string { return l.In(lang.EN) }

// In writes all findings, one a line.
func (l List) In(lg lang.Lang) string {
	lines := make([]string, len(l))
	for i, f := range l.Sorted() {
		lines[i] = f.In(lg)
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n")
}
