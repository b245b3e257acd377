// Package rulebook reads rulebooks: the built-in ones by id, others from TOML files. The format is described in the
// README; the built-in files beside this one are its examples.
package rulebook

import (
	"embed"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"thidua/data/finding"
	"thidua/data/names"
	"thidua/data/tomldoc"
	"thidua/scoring"
	"thidua/scoring/lang"
)

//go:embed *.toml
var files embed.FS

// Default is the id of the rulebook that everything begins with.
const Default = "5350-2019"

// Book is a rulebook together with the text it was read from, which a meeting keeps in its record.
type Book struct {
	*scoring.Rulebook
	Text  string
	Units *names.Index // finds the units of all clusters as people write them; empty where the rulebook names none
}

// IDs lists the built-in rulebooks.
func IDs() []string {
	entries, err := fs.ReadDir(files, ".")
	if err != nil {
		panic(fmt.Sprintf("the embedded rulebooks cannot be listed: %v", err)) // embedded at build time: cannot be
	}
	var ids []string
	for _, e := range entries {
		ids = append(ids, strings.TrimSuffix(e.Name(), ".toml"))
	}
	return ids
}

// Open reads a rulebook: id is a built-in one's, or the path of a TOML file. The error is a finding.List with
// everything that is wrong with it.
func Open(id string) (*Book, error) {
	if slices.Contains(IDs(), id) {
		text, err := files.ReadFile(id + ".toml")
		if err != nil {
			return nil, err
		}
		return Read(id+".toml", text)
	}
	if !strings.ContainsAny(id, `/\.`) {
		return nil, finding.List{{File: id,
			What: lang.Sayf("không có bộ tiêu chí nào có mã này", "there is no rulebook with this id"),
			Mend: lang.Sayf("dùng %s, hoặc đường dẫn của một tệp TOML",
				"use %s, or the path of a TOML file", strings.Join(IDs(), ", "))}}
	}
	doc, found := tomldoc.Load(filepath.Clean(id))
	if doc == nil {
		return nil, found.Err()
	}
	return Parse(doc)
}

// Is reports whether a document is a rulebook, to tell the kinds of file apart.
func Is(doc *tomldoc.Doc) bool {
	root := doc.Root()
	return root.Has("criterion") || root.Has("scale")
}

// Read reads a rulebook from the text of a file of that name.
func Read(file string, text []byte) (*Book, error) {
	doc, found := tomldoc.Parse(file, text)
	if doc == nil {
		return nil, found.Err()
	}
	return Parse(doc)
}

// Parse makes a rulebook of a document; what is wrong with it is in the document's findings as well.
func Parse(doc *tomldoc.Doc) (*Book, error) {
	r := reader{doc: doc, book: &scoring.Rulebook{}}
	if !Is(doc) {
		doc.Fail("",
			lang.Sayf("không phải bộ tiêu chí: thiếu [scale] và [[criterion]]",
				"not a rulebook: it has neither [scale] nor [[criterion]]"),
			lang.Sayf("kiểm tra xem có đúng tệp không", "check that it is the right file"))
		return nil, doc.Findings
	}
	r.head(doc.Root())
	doc.Root().Done()
	r.resolve()
	read := doc.Failed()
	for _, f := range r.book.Compile() {
		if !follows(f, read) {
			doc.Fail(f.Path, f.What, f.Mend)
		}
	}
	if err := doc.Findings.Sorted().Err(); err != nil {
		return nil, err
	}
	return &Book{Rulebook: r.book, Text: doc.Source, Units: Names(r.book, Units(r.book))}, nil
}

// With is the rulebook as it is read for units that were named in place of its own.
func (b *Book) With(units []string) *Book {
	return &Book{Rulebook: b.Rulebook, Text: b.Text, Units: Names(b.Rulebook, units)}
}

// Names is the index that finds the units of a rulebook, or of a meeting, as people write them.
func Names(b *scoring.Rulebook, units []string) *names.Index {
	aliases := map[string][]string{}
	for _, a := range b.Aliases {
		aliases[a.Unit] = append(aliases[a.Unit], a.Names...)
	}
	return names.New(units, aliases)
}

// Units are all units that a rulebook names, cluster by cluster.
func Units(b *scoring.Rulebook) []string {
	var out []string
	for _, c := range b.Clusters {
		out = append(out, c.Units...)
	}
	return out
}
