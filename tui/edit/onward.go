package edit

import (
	"thidua/scoring/lang"
	"thidua/tui/kit"
)

// What keys of movement do while something is typed: as in a spreadsheet they record it and go on.
const (
	keyNext  = "PgDn"
	keyPrior = "PgUp"

	DoDown  kit.Action = "edit-record-down"
	DoUp    kit.Action = "edit-record-up"
	DoNext  kit.Action = "edit-record-next"
	DoPrior kit.Action = "edit-record-prior"

	DoAccepted kit.Action = "edit-accepted" // the sheet is accepted: on to the next
)

// onwardKeys record what is typed and go on; off says why it cannot be recorded just now. In a list of levels the
// arrows choose.
func (e *Edit) onwardKeys(off lang.Text) []kit.Binding {
	key := func(a kit.Action, shown, vi, en string) kit.Binding {
		return kit.Binding{Action: a, Once: true, Keys: kit.Named(shown), Shown: shown, Off: off,
			Label: lang.Text{VI: "ghi, sang tiếp", EN: "record, go on"}, Help: lang.Text{VI: vi, EN: en}}
	}
	all := []kit.Binding{
		key(DoDown, "↓", "ghi, rồi sang dòng dưới", "record, and go to the line below"),
		key(DoUp, "↑", "ghi, rồi sang dòng trên", "record, and go to the line above"),
		key(DoNext, keyNext, "ghi, rồi sang đơn vị sau ở Rà soát, tiêu chí sau ở Đối chiếu",
			"record, and go to the next unit on Review, the next criterion on Compare"),
		key(DoPrior, keyPrior, "ghi, rồi sang đơn vị trước ở Rà soát, tiêu chí trước ở Đối chiếu",
			"record, and go to the unit before on Review, the criterion before on Compare"),
	}
	all[0].Weight = 35
	switch {
	case e.kind == Sanction:
		return nil
	case e.chooses() && !e.inText:
		return all[2:]
	}
	return all
}

// Onward is where to go on, once what was typed is on record: one of the actions above, or DoAccepted; empty where
// nothing is to be gone on to. It says so once.
func (d *Editor) Onward() kit.Action {
	to := d.onward
	d.onward = ""
	return to
}
