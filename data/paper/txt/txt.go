// Package txt writes papers as plain text: to look at one before it is made, and to hear it.
package txt

import (
	"strings"

	"github.com/clipperhouse/displaywidth"

	"thidua/data/paper"
)

// Lines are the document in lines of at most so many cells.
func Lines(d paper.Document, width int) []string {
	w := &writer{width: max(width, 20)}
	d = d.Clean()
	for i, s := range d.Sections {
		if i > 0 {
			w.line("", "")
			w.line("", strings.Repeat("─", w.width))
		}
		w.blocks(s.Blocks)
	}
	return w.out
}

// writer gathers lines.
type writer struct {
	width int
	out   []string
}

func (w *writer) blocks(blocks []paper.Block) {
	for _, b := range blocks {
		w.block(b)
	}
}

func (w *writer) block(b paper.Block) {
	switch b := b.(type) {
	case paper.Letterhead:
		w.centred(append(append([]string{}, b.Parent...), b.Issuer...)...)
		w.centred(b.Number, paper.Country, paper.Motto, b.Place)
	case paper.Title:
		w.line("", "")
		w.centred(b.Name)
		w.centred(b.Subject...)
		w.line("", "")
	case paper.Paragraph:
		w.paragraph(b)
	case paper.Table:
		w.table(b)
	case paper.Chart:
		w.table(b.Table())
	case paper.Fold:
		w.blocks(b.Open())
	case paper.Signatures:
		w.line("", "")
		w.recipients(b.Copies)
		w.signer(b.Left)
		w.signer(b.Right)
	case paper.Recipients:
		w.recipients(b)
	case paper.Group:
		w.blocks(b.Blocks)
	}
}

func (w *writer) paragraph(p paper.Paragraph) {
	var text strings.Builder
	for _, r := range p.Runs {
		text.WriteString(r.Text)
	}
	switch p.Style {
	case paper.Centred:
		w.centred(text.String())
	case paper.Section1:
		w.line("", "")
		w.line("", text.String())
	case paper.Section2:
		w.line("  ", text.String())
	default:
		w.line("", text.String())
	}
}

func (w *writer) signer(s paper.Signer) {
	w.centred(s.Authority...)
	w.centred(s.Hint, s.Post, s.Name)
}

func (w *writer) recipients(r paper.Recipients) {
	if len(r.Lines) == 0 {
		return
	}
	w.line("", r.Head)
	for _, l := range r.Lines {
		w.line("", l)
	}
}

func (w *writer) centred(texts ...string) {
	for _, t := range texts {
		if t == "" {
			continue
		}
		for _, l := range wrap(t, w.width) {
			w.out = append(w.out, strings.Repeat(" ", (w.width-displaywidth.String(l))/2)+l)
		}
	}
}

func (w *writer) line(indent, text string) {
	for i, l := range wrap(text, w.width-len(indent)) {
		if i > 0 {
			indent = strings.Repeat(" ", len(indent))
		}
		w.out = append(w.out, strings.TrimRight(indent+l, " "))
	}
}

// wrap breaks a text at its spaces into lines of at most so many cells; a longer word has a line of its own.
func wrap(text string, width int) (lines []string) {
	for part := range strings.SplitSeq(text, "\n") {
		line := ""
		for _, word := range strings.Fields(part) {
			if line != "" && displaywidth.String(line)+1+displaywidth.String(word) > width {
				lines = append(lines, line)
				line = ""
			}
			if line != "" {
				line += " "
			}
			line += word
		}
		lines = append(lines, line)
	}
	return lines
}
