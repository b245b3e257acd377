package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"thidua/data/decision"
	"thidua/data/finding"
	"thidua/data/rulebook"
	"thidua/data/sheet"
	"thidua/data/tomldoc"
	"thidua/scoring"
	"thidua/scoring/lang"
)

func (a *app) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check FILE...",
		Short: a.text("Kiểm tra bản tự chấm, tệp quyết định, bộ tiêu chí; báo mọi lỗi", "Check sheets, decisions and rulebooks; report every finding"),
		Args:  a.args(1, -1, "FILE..."),
		RunE:  func(_ *cobra.Command, args []string) error { return a.check(args) },
	}
}

// check reads files of any kind. Rulebooks among them are known to the sheets among them.
func (a *app) check(paths []string) error {
	files, found := sheet.Files(paths...)
	var docs []*tomldoc.Doc
	books := map[string]*rulebook.Book{}
	for _, file := range files {
		doc, bad := tomldoc.Load(file)
		found = append(found, bad...)
		switch {
		case doc == nil:
		case rulebook.Is(doc):
			book, err := rulebook.Parse(doc)
			if err != nil {
				found = append(found, doc.Findings...)
			} else {
				books[book.ID] = book
			}
		default:
			docs = append(docs, doc)
		}
	}
	for _, doc := range docs {
		checkDoc(doc, books)
		found = append(found, doc.Findings...)
	}
	if err := found.Sorted().Err(); err != nil {
		return err
	}
	fmt.Fprintln(a.out, a.say("%d tệp, không có lỗi", "%d files, no findings", len(files)))
	return nil
}

// sheetBook is the rulebook that a sheet says it follows, of those that are built in or checked along with it. A sheet that does
// not say is read by the default one, to see what else is wrong with it.
func sheetBook(doc *tomldoc.Doc, books map[string]*rulebook.Book) (*rulebook.Book, error) {
	id := doc.Root().String("rulebook")
	if id == "" {
		id = rulebook.Default
	}
	if book := books[id]; book != nil {
		return book, nil
	}
	if !slices.Contains(rulebook.IDs(), id) {
		return nil, &scoring.Refusal{What: lang.Sayf("không có bộ tiêu chí %q", "there is no rulebook %q", id),
			Mend: lang.Sayf("dùng một mã có sẵn (%[1]s), hoặc kiểm tra cùng với tệp bộ tiêu chí", "use a built-in id (%[1]s), or check it together with the rulebook's file", strings.Join(rulebook.IDs(), ", "))}
	}
	book, err := rulebook.Open(id)
	if err == nil {
		books[id] = book
	}
	return book, err
}

// checkDoc reads a sheet or a file of decisions.
func checkDoc(doc *tomldoc.Doc, books map[string]*rulebook.Book) {
	switch {
	case decision.Is(doc):
		decision.Read(doc, nil)
	case sheet.Is(doc):
		book, err := sheetBook(doc, books)
		if err != nil {
			doc.Fail("rulebook", meetingText(err), lang.Text{})
			return
		}
		sheet.Read(doc, book, sheet.Expect{})
	default:
		doc.Findings = append(doc.Findings, finding.Finding{File: doc.File,
			What: lang.Text{VI: "không phải bản tự chấm, tệp quyết định hay bộ tiêu chí", EN: "not a sheet, decisions or a rulebook"},
			Mend: lang.Text{VI: "bản tự chấm có unit và [percent], tệp quyết định có [[decision]], bộ tiêu chí có [[criterion]]", EN: "a sheet has unit and [percent], decisions [[decision]], a rulebook [[criterion]]"}})
	}
}
