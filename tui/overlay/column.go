package overlay

import (
	"thidua/data/meeting"
	"thidua/data/workbook"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// column shows what a pasted column of scores would change, from what to what, and asks. Where one of its cells cannot
// be taken nothing can be recorded: a cell left out would put all below it in the wrong place.
type column struct {
	pasted screen.Column
	cells  []string
	seen   int           // the newest decision when it was pasted
	list   kit.List[int] // of rows
	of     *meeting.Snapshot
	rows   []pastedRow
	tally  pastedTally
	acts   []scoring.Act
	effect scoring.Effect // of all of them
}

// pastedRow is a cell, and the criterion of a unit that it is for.
type pastedRow struct {
	cell     string
	at       screen.Place // Unit -1: there is none left
	old, new scoring.Mark
	fraction bool  // a percent not above 1: read as it stands
	err      error // why it cannot be taken
}

// pastedTally counts the rows.
type pastedTally struct{ changes, same, blank, fractions, wrong, over int }

// NewColumn shows a column of scores.
func NewColumn(env Env, pasted screen.Column) Overlay {
	c := &column{pasted: pasted, cells: workbook.Column(pasted.Text), seen: env.Snap.Seq()}
	c.look(env)
	return c
}

// ID is Column.
func (c *column) ID() ID { return Column }

// look reads the column again where the meeting has gone on.
func (c *column) look(env Env) {
	if c.of == env.Snap {
		return
	}
	c.of, c.rows, c.acts, c.tally = env.Snap, nil, nil, pastedTally{}
	places := c.places(env)
	for i, cell := range c.cells {
		row := pastedRow{cell: cell, at: screen.Place{Unit: -1, Node: -1}}
		if i < len(places) {
			row.at = places[i]
		}
		c.read(env, &row)
		c.rows = append(c.rows, row)
	}
	c.tries(env)
	shown := make([]int, len(c.rows))
	for i := range shown {
		shown[i] = i
	}
	c.list.Show(shown)
}

// places are where the cells are for, in order.
func (c *column) places(env Env) (out []screen.Place) {
	if at := c.pasted.At; c.pasted.Units {
		for u := at.Unit; u < len(env.Snap.Units()); u++ {
			out = append(out, screen.Place{Unit: u, Node: at.Node})
		}
	} else {
		for _, node := range env.Snap.Rulebook().Leaves() {
			if node >= at.Node {
				out = append(out, screen.Place{Unit: at.Unit, Node: node})
			}
		}
	}
	return out
}

// read reads one cell. A blank one leaves its criterion as it is.
func (c *column) read(env Env, row *pastedRow) {
	if row.at.Unit >= 0 {
		row.old, _ = env.Snap.Units()[row.at.Unit].Mark(scoring.Agreed, row.at.Node)
	}
	switch {
	case row.cell == "":
		c.tally.blank++
		return
	case row.at.Unit < 0:
		c.tally.over++
		row.err = &scoring.Refusal{Kind: scoring.ErrNumber,
			What: lang.Text{VI: "thừa: không còn dòng nào cho số này", EN: "too many: no line is left for this"},
			Mend: lang.Text{VI: "chép ít ô hơn", EN: "copy fewer cells"}}
		return
	}
	n, u := &env.Snap.Rulebook().Criteria[row.at.Node], env.Snap.Units()[row.at.Unit]
	row.new, row.fraction, row.err = workbook.Mark(n, row.cell)
	if row.err == nil && row.new == row.old {
		c.tally.same++
		return
	}
	if row.err == nil {
		act := scoring.Score{Unit: u.Name(), Criterion: n.Code, Mark: row.new}
		if _, row.err = scoring.Apply(env.Snap.State, scoring.Decision{Act: act}); row.err == nil {
			c.acts = append(c.acts, act)
		}
	}
	switch {
	case row.err != nil:
		c.tally.wrong++
		return
	case row.fraction:
		c.tally.fractions++
	}
	c.tally.changes++
}

// tries works out what all the scores together would bring about.
func (c *column) tries(env Env) {
	c.effect = scoring.Effect{Next: env.Snap.State}
	for _, act := range c.acts {
		e, err := scoring.Effects(c.effect.Next, scoring.Decision{Act: act})
		if err != nil { // each of them alone was taken
			continue
		}
		e.Acceptances = append(c.effect.Acceptances, e.Acceptances...)
		e.Remarks = append(c.effect.Remarks, e.Remarks...)
		c.effect = e
	}
}

// off says why the scores cannot be recorded; empty: they can.
func (c *column) off(env Env) lang.Text {
	if t := env.Shut(scoring.KindScore); !t.IsZero() {
		return t
	}
	switch t := c.tally; {
	case t.wrong > 0 && t.over > 0:
		return lang.Sayf("%d ô không nhận được, %d số thừa: sửa trong bảng tính rồi dán lại",
			"cells that cannot be taken: %d, numbers too many: %d; mend it in the spreadsheet and paste again", t.wrong,
			t.over)
	case t.over > 0:
		return lang.Sayf("thừa %d số: chép ít ô hơn rồi dán lại",
			"numbers too many: %d; copy fewer cells and paste again", t.over)
	case t.wrong > 0:
		return lang.Sayf("%d ô không nhận được: sửa trong bảng tính rồi dán lại",
			"cells that cannot be taken: %d; mend it in the spreadsheet and paste again", t.wrong)
	case t.changes == 0:
		return lang.Text{VI: "không có gì thay đổi", EN: "nothing would change"}
	}
	return lang.Text{}
}

// Keys record all or leave all. A key that is held down records nothing.
func (c *column) Keys(env Env) []kit.Binding {
	c.look(env)
	take := taking(lang.Sayf("ghi cả %d", "record all %d", c.tally.changes),
		lang.Sayf("ghi tất cả vào nhật ký, hoặc không ghi gì; %s ngay sau đó hoàn tác tất cả một lần",
			"put all of them on record, or none; %s right after takes all of them back at once", screen.KeyUndo))
	take.Once, take.Off = true, c.off(env)
	leave := closing()
	leave.Label, leave.Help = lang.Text{VI: "bỏ", EN: "cancel"},
		lang.Text{VI: "bỏ, không ghi gì", EN: "leave it; nothing is recorded"}
	return append([]kit.Binding{take, leave}, c.list.Keys(50)...)
}

// Do carries out an action.
func (c *column) Do(_ Env, a kit.Action) Effect {
	switch a {
	case doClose:
		return Effect{Close: true, Effect: screen.Note("Đã bỏ, không ghi gì.", "Left; nothing was recorded.")}
	case doTake:
		return Effect{Close: true, Effect: screen.Effect{Acts: c.acts, Seen: c.seen}}
	}
	c.list.Do(a)
	return Effect{}
}

// Scroll moves through the rows.
func (c *column) Scroll(_ Env, rows int) { c.list.Move(rows) }
