package pdf

import (
	"slices"

	"thidua/data/paper"
)

// together is how many lines of a paragraph stay together at the foot or the head of a page.
const together = 2

func (l *layout) paragraph(p paper.Paragraph, next paper.Block) {
	size := p.Style.Size()
	runs := make([]styled, len(p.Runs))
	for i, r := range p.Runs {
		bold, italic := p.Style.Face(r)
		runs[i] = styled{r.Text, face{bold, italic, size}}
	}
	first, others := p.Style.Indents()
	room := l.page.Room()
	lines := fill(l.words(runs, room-max(first, others)), room-first, room-others)
	height := rise(size)
	gap := paper.SpaceBefore * mmPerPoint
	wanted := min(len(lines), together)
	if p.Keep || p.Style == paper.Section1 || p.Style == paper.Section2 {
		wanted = len(lines)
		gap += l.headOf(next)
	}
	l.need(gap + float64(wanted)*height)
	l.y += paper.SpaceBefore * mmPerPoint
	for i, ln := range lines {
		rest := len(lines) - i
		if l.y+height > l.bottom()+0.01 || rest == together && i > 1 && l.y+together*height > l.bottom()+0.01 {
			l.newPage()
		}
		indent := others
		if i == 0 {
			indent = first
		}
		l.paragraphLine(p.Style, ln, indent, size)
		l.y += height
	}
}

func (l *layout) paragraphLine(s paper.Style, ln line, indent, size float64) {
	room := l.page.Room() - indent
	x, spread := l.page.Left+indent, 0.0
	switch {
	case s == paper.Centred:
		x += (room - ln.width) / 2
	case s.Justified() && !ln.last:
		spread = room
	}
	l.draw(ln, x, l.y, spread, size)
}

// headOf is how much of a block has to stand on the page of the heading above it.
func (l *layout) headOf(b paper.Block) float64 {
	switch b := b.(type) {
	case nil:
		return 0
	case paper.Paragraph:
		return together*rise(b.Style.Size()) + paper.SpaceBefore*mmPerPoint
	case paper.Table:
		t := l.measure(b)
		height := 0.0
		for _, r := range t.head {
			height += r.height
		}
		if len(t.rows) > 0 {
			height += min(t.rows[0].height, l.page.Height/3)
		}
		return height
	}
	return 4 * rise(paper.SizeBody)
}

// centred writes lines of text in the middle of a column and gives the height they take.
func (l *layout) centred(x, y, room float64, texts []string, f face) (height float64) {
	for _, text := range texts {
		for _, ln := range fill(l.words([]styled{{text, f}}, room), room, room) {
			l.draw(ln, x+(room-ln.width)/2, y+height, 0, f.size)
			height += rise(f.size)
		}
	}
	return height
}

func (l *layout) letterhead(h paper.Letterhead) {
	x, y := l.page.Left, l.y
	y += l.centred(x, y, paper.IssuerWidth, h.Parent, face{size: paper.SizeCountry})
	y += l.centred(x, y, paper.IssuerWidth, h.Issuer, face{bold: true, size: paper.SizeCountry})
	if len(h.Issuer) > 0 {
		short := paper.ShortRule(l.family, h.Issuer[len(h.Issuer)-1], paper.SizeCountry, paper.IssuerWidth)
		y += l.rule(x, y, short, paper.IssuerWidth)
	}
	if h.Number != "" {
		y += l.centred(x, y, paper.IssuerWidth, []string{h.Number}, face{size: paper.SizeNumber})
	}
	x += paper.IssuerWidth
	bold := face{bold: true, size: paper.SizeName}
	right := l.y + l.centred(x, l.y, paper.CountryWidth, []string{paper.Country},
		face{bold: true, size: paper.SizeCountry})
	right += l.centred(x, right, paper.CountryWidth, []string{paper.Motto}, bold)
	right += l.rule(x, right, min(l.width(paper.Motto, bold), paper.CountryWidth), paper.CountryWidth)
	if h.Place != "" {
		right += l.centred(x, right, paper.CountryWidth, []string{h.Place}, face{italic: true, size: paper.SizeNumber})
	}
	l.y = max(y, right) + rise(6)
}

// rule draws a rule in the middle of a room and gives the height of the line that it stands in.
func (l *layout) rule(x, y, length, room float64) float64 {
	if l.trial {
		return paper.RuleHeight * mmPerPoint
	}
	l.pdf.SetLineWidth(paper.RuleWeight * mmPerPoint)
	l.pdf.Line(x+(room-length)/2, y+mmPerPoint, x+(room+length)/2, y+mmPerPoint)
	return paper.RuleHeight * mmPerPoint
}

func (l *layout) title(t paper.Title) {
	f := face{bold: true, size: paper.SizeName}
	l.need(6 * rise(paper.SizeName))
	l.y += 2 * paper.SpaceBefore * mmPerPoint
	l.y += l.centred(l.page.Left, l.y, l.page.Room(), []string{t.Name}, f)
	l.y += l.centred(l.page.Left, l.y, l.page.Room(), t.Subject, f)
	if t.Rule && len(t.Subject) > 0 {
		length := paper.ShortRule(l.family, t.Subject[len(t.Subject)-1], paper.SizeName, l.page.Room())
		l.y += l.rule(l.page.Left, l.y, length, l.page.Room())
	}
}

// signatures writes who signs; all of it stays on one page, and so does the room to sign in.
func (l *layout) signatures(s paper.Signatures) {
	half := l.page.Room() / 2
	rows := max(len(s.Left.Authority), len(s.Right.Authority)) + paper.SignatureLines + 3
	l.need(float64(rows)*rise(paper.SizeName) + rise(6))
	l.y += rise(6)
	top := l.y
	left := l.signer(s.Left, l.page.Left, half)
	if len(s.Copies.Lines) > 0 {
		l.recipients(s.Copies, l.page.Left, half)
		left = l.y - top
		l.y = top
	}
	l.y += max(left, l.signer(s.Right, l.page.Left+half, half)) + rise(6)
}

func (l *layout) signer(s paper.Signer, x, room float64) float64 {
	if len(s.Authority) == 0 {
		return 0
	}
	bold := face{bold: true, size: paper.SizeName}
	h := l.centred(x, l.y, room, s.Authority, bold)
	if s.Hint != "" {
		h += l.centred(x, l.y+h, room, []string{s.Hint}, face{italic: true, size: paper.SizeNumber})
	}
	h += paper.SignatureLines * rise(paper.SizeBody)
	return h + l.centred(x, l.y+h, room,
		slices.DeleteFunc([]string{s.Post, s.Name}, func(t string) bool { return t == "" }), bold)
}

// recipients writes who gets the paper, in a column.
func (l *layout) recipients(r paper.Recipients, x, room float64) {
	l.need(rise(paper.SizeHead) + float64(len(r.Lines))*rise(paper.SizeList))
	l.at(x, l.y, r.Head, face{bold: true, italic: true, size: paper.SizeHead}, paper.Left)
	l.y += rise(paper.SizeHead)
	for _, text := range r.Lines {
		words := l.words([]styled{{text, face{size: paper.SizeList}}}, room)
		for _, ln := range fill(words, room, room) {
			l.draw(ln, x, l.y, 0, paper.SizeList)
			l.y += rise(paper.SizeList)
		}
	}
}
