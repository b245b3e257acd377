package paper

import (
	"strings"

	"thidua/data/clean"
)

// Text makes a text fit for papers, the one border of every exporter: valid, composed, without characters that a
// reader would obey instead of showing. Line breaks stay.
func Text(s string) string {
	lines := strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n")
	for i, l := range lines {
		lines[i] = clean.Line(l)
	}
	return strings.Join(lines, "\n")
}

// Clean is the document with every text as Text leaves it.
func (d Document) Clean() Document {
	d.Title, d.Author, d.Foot, d.Draft = Text(d.Title), Text(d.Author), Text(d.Foot), Text(d.Draft)
	sections := make([]Section, len(d.Sections))
	for i, s := range d.Sections {
		sections[i] = s
		sections[i].Blocks = cleanBlocks(s.Blocks)
	}
	d.Sections = sections
	return d
}

func cleanBlocks(blocks []Block) []Block {
	out := make([]Block, len(blocks))
	for i, b := range blocks {
		out[i] = cleanBlock(b)
	}
	return out
}

func cleanBlock(b Block) Block {
	switch b := b.(type) {
	case Letterhead:
		return Letterhead{texts(b.Parent), texts(b.Issuer), Text(b.Number), Text(b.Place)}
	case Title:
		return Title{Text(b.Name), texts(b.Subject), b.Rule}
	case Paragraph:
		runs := make([]Run, len(b.Runs))
		for i, r := range b.Runs {
			r.Text = Text(r.Text)
			runs[i] = r
		}
		b.Runs = runs
		return b
	case Table:
		b.Head, b.Rows = cleanRows(b.Head), cleanRows(b.Rows)
		return b
	case Signatures:
		return Signatures{cleanSigner(b.Left), cleanSigner(b.Right),
			Recipients{Text(b.Copies.Head), texts(b.Copies.Lines)}}
	case Recipients:
		return Recipients{Text(b.Head), texts(b.Lines)}
	case Group:
		return Group{cleanBlocks(b.Blocks)}
	case Fold:
		return Fold{Text(b.Head), cleanBlocks(b.Blocks)}
	case Chart:
		return cleanChart(b)
	}
	return b
}

func cleanRows(rows []Row) []Row {
	out := make([]Row, len(rows))
	for i, r := range rows {
		cells := make([]Cell, len(r.Cells))
		for j, c := range r.Cells {
			c.Text = Text(c.Text)
			cells[j] = c
		}
		r.Cells = cells
		out[i] = r
	}
	return out
}

func cleanChart(c Chart) Chart {
	bars := make([]Bar, len(c.Bars))
	for i, b := range c.Bars {
		b.Name, b.Value = Text(b.Name), Text(b.Value)
		bars[i] = b
	}
	return Chart{Text(c.Title), [2]string{Text(c.Heads[0]), Text(c.Heads[1])}, bars}
}

func cleanSigner(s Signer) Signer {
	return Signer{texts(s.Authority), Text(s.Hint), Text(s.Post), Text(s.Name)}
}

func texts(in []string) []string {
	out := make([]string, len(in))
	for i, s := range in {
		out[i] = Text(s)
	}
	return out
}
