package view

import (
	"time"

	"thidua/data/decision"
	"thidua/data/meeting"
	"thidua/data/table"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Log is the record: a row for each decision, oldest first. In programs' columns a decision says what a line of the
// record in JSON says under the same names.
func Log(s *meeting.Snapshot, l lang.Lang) table.Table {
	v := log{s, l}
	row := func(i int) meeting.Entry { return s.Log[i] }
	return table.Make(l, lang.Text{}, len(s.Log), row, []table.Of[meeting.Entry]{
		v.seq(), v.at(), v.time(), v.by(), v.kind(), v.unit(), v.criterion(), v.decision(), v.undone(), v.hash(),
	})
}

// log is the record on its way into a table.
type log struct {
	*meeting.Snapshot
	lang lang.Lang
}

func (v log) column(
	id string, head lang.Text, r table.Readers, cell func(meeting.Entry) table.Cell,
) table.Of[meeting.Entry] {
	return table.Of[meeting.Entry]{
		Column: table.Column{ID: id, Head: head, Weight: table.Always, For: r}, Cell: cell}
}

func (v log) seq() table.Of[meeting.Entry] {
	c := v.column("seq", lang.Text{VI: "STT", EN: "no."}, table.All, func(e meeting.Entry) table.Cell {
		return number(e.Seq)
	})
	c.Align = table.Right
	return c
}

func (v log) at() table.Of[meeting.Entry] {
	return v.column("at", lang.Text{VI: "giờ", EN: "when"}, table.Text|table.Programs,
		func(e meeting.Entry) table.Cell {
			return table.Cell{Text: e.At.Format(time.DateTime), Class: table.Detail, Value: e.At}
		})
}

// time is the time of the day: on screen the day is that of the meeting.
func (v log) time() table.Of[meeting.Entry] {
	return v.column("time", lang.Text{VI: "giờ", EN: "at"}, table.Screen, func(e meeting.Entry) table.Cell {
		return table.Cell{Text: e.At.Format("15:04"), Class: table.Detail, Value: e.At}
	})
}

func (v log) by() table.Of[meeting.Entry] {
	c := v.column("by", lang.Text{VI: "người ghi", EN: "by"}, table.All, func(e meeting.Entry) table.Cell {
		return table.Cell{Text: e.By, Class: table.Detail, Value: e.By}
	})
	c.Weight = 50
	return c
}

func (v log) kind() table.Of[meeting.Entry] {
	head := lang.Text{VI: "loại", EN: "kind"}
	return v.column("kind", head, table.Screen|table.Programs, func(e meeting.Entry) table.Cell {
		kind := e.Act.Kind()
		return table.Cell{Text: decision.Name(kind).In(v.lang), Class: table.Kind, Value: string(kind)}
	})
}

func (v log) unit() table.Of[meeting.Entry] {
	return v.column("unit", lang.Text{}, table.Programs, func(e meeting.Entry) table.Cell {
		return table.Cell{Value: scoring.Subject(e.Act)}
	})
}

func (v log) criterion() table.Of[meeting.Entry] {
	return v.column("criterion", lang.Text{}, table.Programs, func(e meeting.Entry) table.Cell {
		return table.Cell{Value: scoring.Target(e.Act)}
	})
}

// decision is the sentence of the decision; for people also that it counts no longer.
func (v log) decision() table.Of[meeting.Entry] {
	head := lang.Text{VI: "quyết định", EN: "decision"}
	return v.column("decision", head, table.All, func(e meeting.Entry) table.Cell {
		said := decision.Sentence(&v.State, e.Decision).In(v.lang)
		c := table.Cell{Text: said, Value: said}
		if by, gone := v.Withdrawn(e.Seq); gone {
			c.Text = lang.Sayf("[đã hoàn tác bởi số %d] %s", "[undone by %d] %s", by, lang.Both(said)).In(v.lang)
			c.Class = table.Withdrawn
		}
		return c
	})
}

func (v log) undone() table.Of[meeting.Entry] {
	return v.column("undone_by", lang.Text{}, table.Programs, func(e meeting.Entry) table.Cell {
		if by, gone := v.Withdrawn(e.Seq); gone {
			return number(by)
		}
		return table.Cell{}
	})
}

func (v log) hash() table.Of[meeting.Entry] {
	return v.column("hash", lang.Text{}, table.Programs, func(e meeting.Entry) table.Cell {
		return table.Cell{Value: e.Hash}
	})
}
