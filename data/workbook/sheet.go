package workbook

import (
	"strconv"
	"strings"

	"thidua/data/clean"
	"thidua/data/finding"
	"thidua/data/rulebook"
	"thidua/data/tomldoc"
	"thidua/scoring/lang"
)

// Hint is what is known of a file from elsewhere: whose it is and of which year, where it does not say so itself, and
// whether it holds what the appraisal gave, which a table has in a column of its own beside the self-scores.
type Hint struct {
	Unit, Year string
	Appraisal  bool
}

// RulebookID is the id of the rulebook that a form was made by; empty for a table that is no form.
func (b *Book) RulebookID() string {
	if g := b.sheet(hiddenSheet); g != nil && g.at(1, 1).text == "thidua" {
		return g.at(2, 2).text
	}
	return ""
}

// Sheet is what a workbook says as the document of a self-score sheet, which package sheet then reads as any other.
// What is wrong with the workbook itself is among its findings; nil where there is nothing to read.
func (b *Book) Sheet(book *rulebook.Book, hint Hint) (*tomldoc.Doc, finding.List) {
	w := &writer{book: book, from: b}
	if b.RulebookID() != "" {
		w.form()
	} else if !w.plain(hint) {
		return nil, w.found
	}
	doc, found := tomldoc.Parse(b.File, []byte(strings.Join(w.lines, "\n")+"\n"))
	if doc == nil {
		return nil, append(w.found, found...)
	}
	doc.Cells = w.cells
	doc.Findings = append(doc.Findings, w.found...)
	return doc, nil
}

// writer writes the text of a sheet, and from which cell each line comes.
type writer struct {
	book  *rulebook.Book
	from  *Book
	lines []string
	cells []string
	found finding.List
}

// line adds a line that a cell says.
func (w *writer) line(text, at string) {
	w.lines = append(w.lines, text)
	w.cells = append(w.cells, at)
}

// fail notes a finding at a cell.
func (w *writer) fail(at string, what, mend lang.Text) {
	w.found = append(w.found, finding.Finding{File: w.from.File, Cell: at, What: what, Mend: mend})
}

// place is the name of a cell as findings have it: «Phiếu tự chấm!E12».
func (g *grid) place(column, row int) string {
	if g.name == "" {
		return cell(column, row)
	}
	return g.name + "!" + cell(column, row)
}

// quoted is a text as TOML has it.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range clean.Line(s) {
		if r == '"' || r == '\\' {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	b.WriteByte('"')
	return b.String()
}

// list is what stands in a cell line by line, as a list of texts.
func list(cells ...string) string {
	var parts []string
	for _, c := range cells {
		for line := range strings.Lines(strings.ReplaceAll(c, "\r", "\n")) {
			if line = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(line), "-•+")); line != "" {
				parts = append(parts, quoted(line))
			}
		}
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// decimal is a number as people and programs write it, with a decimal comma or point and perhaps a sign for percent:
// «85,5», «85.5», «85,5%», «1.234,5». ok is false where it is none. Programs keep 0.1+0.2 as 0.30000000000000004: what
// is beyond six decimals is rounded away.
func decimal(s string) (number string, percent, ok bool) {
	s = strings.TrimSpace(strings.ReplaceAll(s, "\u00a0", " "))
	if rest, cut := strings.CutSuffix(s, "%"); cut {
		s, percent = strings.TrimSpace(rest), true
	}
	if strings.Contains(s, ",") {
		if strings.Contains(s, ".") {
			s = strings.ReplaceAll(s, ".", "")
		}
		s = strings.Replace(s, ",", ".", 1)
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || strings.ContainsAny(s, "xXpPnNiI_") {
		return "", false, false
	}
	const decimals = 6
	out := strconv.FormatFloat(f, 'f', decimals, 64)
	out = strings.TrimRight(strings.TrimRight(out, "0"), ".")
	if out == "" || out == "-0" {
		out = "0"
	}
	return out, percent, true
}
