package main

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"thidua/data/batch"
	"thidua/data/clean"
	"thidua/data/create"
	"thidua/data/finding"
	"thidua/data/meeting"
	"thidua/data/names"
	"thidua/data/rulebook"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// memberOptions are the flags of `new` that say who takes part.
type memberOptions struct {
	units, leader, deputy string
	without               []string
}

func (a *app) memberFlags(cmd *cobra.Command, o *memberOptions) {
	f := cmd.Flags()
	f.StringArrayVar(&o.without, "without", nil,
		a.text(`đơn vị không nộp bản tự chấm, như "Hà Nam=sáp nhập" (lặp lại được)`,
			`a unit that hands in no sheet, such as "Hà Nam=merged" (repeatable)`))
	f.StringVar(&o.units, "units", "",
		a.text(`các đơn vị thay cho cụm của bộ tiêu chí, như "A; B; C"`,
			`the units in place of the rulebook's cluster, such as "A; B; C"`))
	f.StringVar(&o.leader, "leader", "", a.text("đơn vị đứng đầu năm nay (cùng --units)",
		"the unit that leads this year (with --units)"))
	f.StringVar(&o.deputy, "deputy", "", a.text("đơn vị cấp phó năm nay (cùng --units)",
		"this year's deputy (with --units)"))
}

// plan is what the flags say of the meeting and of who takes part.
func (o newOptions) plan(book *rulebook.Book) (create.Plan, error) {
	var found finding.List
	p := create.Plan{Book: book, Cluster: o.cluster, Year: o.year, Unit: o.unit, History: o.history}
	if o.units != "" {
		p.Units = o.list(&found)
		p.Book = book.With(p.Units)
	}
	p.Leader, p.Deputy = o.known(p.Book.Units, o.leader), o.known(p.Book.Units, o.deputy)
	for _, w := range o.without {
		p.Without = append(p.Without, o.absent(p.Book.Units, w, &found))
	}
	return p, found.Err()
}

// list takes the units of --units.
func (o memberOptions) list(found *finding.List) (units []string) {
	for i, name := range strings.Split(o.units, ";") {
		if name = text("--units", name, found); name != "" {
			units = append(units, name)
			continue
		}
		found.Add("--units", 0, lang.Sayf("tên thứ %d để trống", "name %d is blank", i+1),
			lang.Sayf(`viết như --units "A; B; C"`, `write it like --units "A; B; C"`))
	}
	return units
}

// absent takes one --without: the unit, and why it hands in no sheet.
func (o memberOptions) absent(units *names.Index, written string, found *finding.List) scoring.Without {
	unit, reason, ok := strings.Cut(written, "=")
	if !ok {
		found.Add("--without", 0, lang.Sayf("%q không có lý do", "%q has no reason", clean.Show(written)),
			lang.Sayf(`viết như --without "%s=lý do"`, `write it like --without "%s=reason"`, clean.Show(written)))
	}
	unit = text("--without", unit, found)
	if len(units.Names()) > 0 && !slices.Contains(units.Names(), o.known(units, unit)) {
		found.Add("--without", 0, lang.Sayf("không có đơn vị %q", "there is no unit %q", clean.Show(unit)),
			lang.Sayf("sửa tên", "mend the name"))
	}
	return scoring.Without{Unit: o.known(units, unit), Reason: text("--without", reason, found)}
}

// unit is the full name of a unit that is written in any way by which it is known; else it is left as it is.
func (memberOptions) known(units *names.Index, written string) string {
	if name, ok := units.Find(written); ok {
		return name
	}
	return clean.Compose(strings.TrimSpace(written))
}

// text is a text of the command line, clean and composed.
func text(flag, written string, found *finding.List) string {
	if what, foul := clean.Find(written); foul {
		found.Add(flag, 0, lang.Sayf("có ký tự điều khiển %s", "there is the control character %s", what),
			lang.Sayf("xóa ký tự đó", "delete that character"))
		return ""
	}
	return clean.Compose(strings.TrimSpace(written))
}

// lateSheet reads the sheet of a unit that had none, for the host's own screen.
func lateSheet(_ context.Context, s *meeting.Snapshot, file string) ([]scoring.Act, error) {
	return batch.Sheet(&s.State, file)
}
