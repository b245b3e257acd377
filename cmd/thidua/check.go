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
	"thidua/data/workbook"
	"thidua/scoring"
	"thidua/scoring/lang"
)

func (a *app) checkCommand() *cobra.Command {
	var hint workbook.Hint
	var book string
	cmd := &cobra.Command{
		Use: "check FILE...",
		Short: a.text("Kiểm tra bản tự chấm, tệp quyết định, bộ tiêu chí; báo mọi lỗi",
			"Check sheets, decisions and rulebooks; report every finding"),
		Args: a.args(1, -1, "FILE..."),
		RunE: func(_ *cobra.Command, args []string) error { return a.check(args, book, hint) },
	}
	cmd.Flags().StringVar(&hint.Unit, "unit", "",
		a.text("đơn vị của bảng XLSX, CSV không ghi tên đơn vị",
			"the unit of an XLSX or CSV table that does not name it"))
	cmd.Flags().StringVar(&hint.Year, "year", "",
		a.text("năm của bảng không ghi năm", "the year of a table that does not say"))
	cmd.Flags().StringVar(&book, "rulebook", rulebook.Default,
		a.text("bộ tiêu chí của bảng không ghi bộ tiêu chí", "the rulebook of a table that does not say"))
	return cmd
}

// checking is a run of `check`: what it read so far.
type checking struct {
	files  []checked // in the order of the arguments
	books  map[string]*rulebook.Book
	faulty map[string]bool          // ids of rulebooks with findings, by which no sheet can be read
	owners map[string]*sheet.Owners // by rulebook and year
	usual  string                   // the rulebook of a table that does not say
	hint   workbook.Hint            // what is known of such a table
	told   []lang.Text              // what was understood of workbooks
}

// checked is a file with what was found while it was read; its document has findings of its own.
type checked struct {
	doc   *tomldoc.Doc // nil where it could not be read
	found finding.List
	table *workbook.Book // a workbook, until it is known by which rulebook to read it
}

// check reads files of any kind. Rulebooks among them are known to the sheets among them.
func (a *app) check(paths []string, usual string, hint workbook.Hint) error {
	c := checking{books: map[string]*rulebook.Book{}, faulty: map[string]bool{}, owners: map[string]*sheet.Owners{},
		usual: usual, hint: hint}
	count := 0
	for _, p := range paths {
		files, found := sheet.Files(p)
		c.files = append(c.files, checked{found: found})
		for _, file := range files {
			if workbook.Is(file) {
				table, found := workbook.Open(file)
				c.files = append(c.files, checked{table: table, found: found})
				continue
			}
			doc, found := tomldoc.Load(file)
			c.files = append(c.files, checked{doc: doc, found: found})
			if doc != nil && rulebook.Is(doc) {
				c.rulebook(doc)
			}
		}
		count += len(files)
	}
	var found finding.List
	for _, f := range c.files {
		found = append(found, f.found...)
		if f.table != nil {
			f.doc, f.found = c.workbook(f.table)
			found = append(found, f.found...)
		}
		if f.doc != nil {
			c.check(f.doc)
			found = append(found, f.doc.Findings...)
		}
	}
	if err := found.Sorted().Err(); err != nil {
		return err
	}
	for _, t := range c.told {
		fmt.Fprintln(a.out, t.In(a.lang))
	}
	fmt.Fprintln(a.out, a.say("%s, không có lỗi", "%s, no findings", lang.Count(count, "tệp", "file", "files")))
	return nil
}

// rulebook reads a rulebook, to know it when sheets name it.
func (c *checking) rulebook(doc *tomldoc.Doc) {
	book, err := rulebook.Parse(doc)
	if err == nil {
		c.books[book.ID] = book
	} else if root := doc.Root(); root.IsText("id") && root.String("id") != "" {
		c.faulty[root.String("id")] = true
	}
}

// sheetBook is the rulebook that a sheet says it follows, of those that are built in or checked along with it. A sheet
// that does not say is read by the default one, to see what else is wrong with it.
func (c *checking) sheetBook(doc *tomldoc.Doc) (*rulebook.Book, error) {
	id := doc.Root().String("rulebook")
	if id == "" {
		id = rulebook.Default
	}
	return c.book(id)
}

// workbook reads a workbook by the rulebook that it names, or by the one that is meant for tables that name none.
func (c *checking) workbook(b *workbook.Book) (*tomldoc.Doc, finding.List) {
	id := b.RulebookID()
	if id == "" {
		id = c.usual
	}
	book, err := c.book(id)
	if err != nil {
		return nil, finding.List{{File: b.File, What: meetingText(err)}}
	}
	return b.Sheet(book, c.hint)
}

// book is a rulebook by its id, of those that are built in or checked along with it, or by its file.
func (c *checking) book(id string) (*rulebook.Book, error) {
	if book := c.books[id]; book != nil {
		return book, nil
	}
	if !slices.Contains(rulebook.IDs(), id) && !strings.ContainsAny(id, `/\.`) {
		return nil, &scoring.Refusal{What: lang.Sayf("không có bộ tiêu chí %q", "there is no rulebook %q", id),
			Mend: lang.Sayf("dùng một mã có sẵn (%[1]s), hoặc kiểm tra cùng với tệp bộ tiêu chí",
				"use a built-in id (%[1]s), or check it together with the rulebook's file",
				strings.Join(rulebook.IDs(), ", "))}
	}
	book, err := rulebook.Open(id)
	if err == nil {
		c.books[id] = book
	}
	return book, err
}

// check reads a sheet or a file of decisions. Rulebooks have been read already.
func (c *checking) check(doc *tomldoc.Doc) {
	switch {
	case rulebook.Is(doc):
	case decision.Is(doc):
		decision.Read(doc, nil, nil)
	case sheet.Is(doc) && c.faulty[doc.Root().String("rulebook")]:
	case sheet.Is(doc):
		book, err := c.sheetBook(doc)
		if err != nil {
			doc.Fail("rulebook", meetingText(err), lang.Text{})
			return
		}
		sh := sheet.Read(doc, book, sheet.Expect{})
		if len(doc.Cells) > 0 {
			c.told = append(c.told, sheet.Understood(book, sh))
		}
		if sh.Unit != "" {
			c.of(book.ID+" "+doc.Root().String("year")).Claim(doc, sh.Unit)
		}
	default:
		doc.Findings = append(doc.Findings, finding.Finding{File: doc.File,
			What: lang.Text{VI: "không phải bản tự chấm, tệp quyết định hay bộ tiêu chí",
				EN: "not a sheet, decisions or a rulebook"},
			Mend: lang.Text{
				VI: "bản tự chấm có unit và [percent], tệp quyết định có [[decision]], bộ tiêu chí có [[criterion]]",
				EN: "a sheet has unit and [percent], decisions [[decision]], a rulebook [[criterion]]"}})
	}
}

// of are those who handed in sheets by one rulebook for one year.
func (c *checking) of(meeting string) *sheet.Owners {
	if c.owners[meeting] == nil {
		c.owners[meeting] = sheet.NewOwners()
	}
	return c.owners[meeting]
}
