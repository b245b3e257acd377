// Package outputs is the list of the files that a meeting gives: papers, workbook, page, data.
package outputs

import (
	"io"
	"strings"

	"thidua/data/export"
	"thidua/data/meeting"
	"thidua/data/paper/docx"
	"thidua/data/paper/html"
	"thidua/data/paper/pdf"
	"thidua/data/papers"
	"thidua/data/report"
	"thidua/data/results"
	"thidua/data/webpage"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Output is one of the files.
type Output struct {
	Name  string
	Title lang.Text // what it is
	Write func(io.Writer) error

	Draft bool           // the meeting is not closed, and the file says so or holds what is so far
	Lacks []scoring.Lack // what it has a row of dots for
	// Read makes the file as text, to look at it before it is written: in lines of at most so many cells where they
	// can be broken.
	Read func() func(width int) []string
}

// Lost is told what a file could not show: characters that the letters of papers do not have.
type Lost func(name string, characters []rune)

// All are the files of a meeting. Papers are Vietnamese, as the decree on papers wants them; workbook and page are in
// the language asked for.
func All(s *meeting.Snapshot, l lang.Lang, lost Lost) []Output {
	var out []Output
	for _, p := range papers.All(s) {
		o := Output{Title: p.Title, Draft: !p.Early && !s.Closed(), Lacks: p.Lacks(&s.State), Read: readPaper(s, p)}
		if p.Word {
			o.Name = p.Name + ".docx"
			o.Write = func(w io.Writer) error { return docx.Write(w, p.Make(s)) }
			out = append(out, o)
		}
		if p.PDF {
			name := p.Name + ".pdf"
			o.Name = name
			o.Write = func(w io.Writer) error {
				missing, err := pdf.Write(w, p.Make(s))
				if len(missing) > 0 && lost != nil {
					lost(name, missing)
				}
				return err
			}
			out = append(out, o)
		}
	}
	figures := func(name string, title lang.Text, write func(io.Writer) error, read func() func(int) []string) Output {
		return Output{Name: name, Title: title, Write: write, Draft: !s.Closed(), Read: read}
	}
	return append(out,
		figures("results.xlsx", lang.Text{VI: "bảng tính kết quả", EN: "workbook of results"},
			func(w io.Writer) error { return results.Write(w, s, l) }, readTables(s, l)),
		figures("report.html", lang.Text{VI: "trang kết quả cho trình duyệt", EN: "page of results for a browser"},
			func(w io.Writer) error { return html.Write(w, webpage.Document(s, l)) }, readTables(s, l)),
		figures("meeting.json", lang.Text{VI: "toàn bộ dữ liệu", EN: "all data"},
			func(w io.Writer) error { return report.MeetingJSON(w, s) }, readJSON(s)))
}

// Names are the names of all files.
func Names(all []Output) []string {
	out := make([]string, len(all))
	for i, o := range all {
		out[i] = o.Name
	}
	return out
}

// Usual are the names of the files of a meeting of one sitting.
func Usual() []string { return Names(All(&meeting.Snapshot{}, lang.VI, nil)) }

// Only are those of some names; unknown is the first name that none has, empty if there is none.
func Only(all []Output, names []string) (out []Output, unknown string) {
	for _, name := range names {
		found := false
		for _, o := range all {
			if strings.EqualFold(o.Name, strings.TrimSpace(name)) {
				out, found = append(out, o), true
			}
		}
		if !found {
			return nil, name
		}
	}
	return out, ""
}

// Files are outputs as they are written into a folder.
func Files(all []Output) []export.File {
	out := make([]export.File, len(all))
	for i, o := range all {
		out[i] = export.File{Name: o.Name, Write: o.Write}
	}
	return out
}
