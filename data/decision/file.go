package decision

import (
	"slices"
	"strings"

	"thidua/data/clean"
	"thidua/data/finding"
	"thidua/data/names"
	"thidua/data/tomldoc"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Item is a decision with the place it was read from.
type Item struct {
	scoring.Decision
	File string
	Line int
}

// Is reports whether a document holds decisions, to tell the kinds of file apart.
func Is(doc *tomldoc.Doc) bool { return doc.Root().Has("decision") }

// Load reads decisions from files. units finds the units of the meeting by the names in the files; it may be nil where
// there is no meeting to compare with, and names are then taken as they are. book is the meeting's rulebook; nil where
// nobody knows.
func Load(units *names.Index, book *scoring.Rulebook, files ...string) (items []Item, found finding.List) {
	for _, file := range files {
		doc, bad := tomldoc.Load(file)
		found = append(found, bad...)
		if doc == nil {
			continue
		}
		items = append(items, Read(doc, units, book)...)
		found = append(found, doc.Findings...)
	}
	return items, found.Sorted()
}

// Read reads the decisions of one document. What is wrong goes to the document's findings; decisions with findings are
// left out.
func Read(doc *tomldoc.Doc, units *names.Index, book *scoring.Rulebook) (items []Item) {
	root := doc.Root()
	if !Is(doc) {
		doc.Fail("", lang.Sayf("không có quyết định nào", "there are no decisions"),
			lang.Sayf("ghi mỗi quyết định trong một bảng [[decision]]", "write each decision as a table [[decision]]"))
		return nil
	}
	if root.IsEmptyList("decision") {
		doc.Findings.Add(doc.File, 0, lang.Sayf("không có quyết định nào", "there are no decisions"),
			lang.Sayf("ghi mỗi quyết định trong một bảng [[decision]]", "write each decision as a table [[decision]]"))
	}
	for _, t := range root.Tables("decision") {
		before := len(doc.Findings)
		r := fields{Table: t, units: units, book: book}
		d := scoring.Decision{By: t.String("by"), At: t.Time("at"), Act: r.act()}
		t.Done()
		if len(doc.Findings) == before {
			items = append(items, Item{Decision: d, File: doc.File, Line: t.Line("")})
		}
	}
	root.Done()
	return items
}

// fields reads the keys of one decision.
type fields struct {
	*tomldoc.Table
	units *names.Index
	book  *scoring.Rulebook // nil where there is no meeting to compare with
}

// of reads the keys of a table within the decision.
func (f fields) of(t *tomldoc.Table) fields { f.Table = t; return f }

// require notes a finding for each key that is missing. What is blank the rules of the meeting refuse; where there is
// no meeting, it is a finding as well.
func (f fields) require(keys ...string) bool {
	all := f.Require(keys...)
	if f.units == nil {
		f.NotBlank(keys...)
	}
	return all
}

// act reads what is decided; nil, with a finding, if that cannot be made out.
func (f fields) act() scoring.Act {
	if !f.require("kind") || !f.IsText("kind") || f.Failed("kind") {
		f.String("kind") // says what it must be
		f.ignoreAll()
		return nil
	}
	id := f.String("kind")
	k, ok := kinds()[scoring.Kind(id)]
	if !ok || !k.notInFiles().IsZero() {
		f.unknown(id)
		return nil
	}
	return f.actOf(k)
}

// actOf reads an act of a kind.
func (f fields) actOf(k kind) scoring.Act {
	b := k.bind()
	f.require(f.needed(b.keys)...)
	for _, key := range b.keys {
		if !key.unsaid {
			key.take(f, key.inFile)
		}
	}
	return b.act()
}

// needed are the names of the keys that a file must have.
func (f fields) needed(keys []key) (names []string) {
	for _, k := range keys {
		if k.needed && !slices.ContainsFunc(k.or, f.Has) {
			names = append(names, k.inFile)
		}
	}
	return names
}

// unknown says that no file may hold a kind, and what may have been meant.
func (f fields) unknown(id string) {
	mend := lang.Sayf("dùng một trong: %s", "use one of: %s", strings.Join(inFiles(), ", "))
	if near := tomldoc.Nearest(id, inFiles()); near != "" {
		mend = lang.Sayf("có phải là %s không?", "did you mean %s?", near)
	}
	if k, ok := kinds()[scoring.Kind(id)]; ok {
		mend = k.notInFiles()
	}
	f.Fail("kind", lang.Sayf("không có loại quyết định %q", "there is no kind of decision %q", clean.Show(id)), mend)
	f.ignoreAll()
}

// ignoreAll passes over the keys of a decision of which nobody knows which it may have.
func (f fields) ignoreAll() {
	for _, k := range f.Keys() {
		f.Ignore(k)
	}
}

// unit reads a unit's name, by the rules of names.
func (f fields) unit(key string) string { return f.resolve(key, f.String(key)) }

func (f fields) unitList(key string) []string {
	list := f.Strings(key)
	for i := range list {
		list[i] = f.resolve(key, list[i])
	}
	return slices.Clip(list)
}

func (f fields) resolve(key, written string) string {
	if f.units == nil || written == "" {
		return written
	}
	name, ok := f.units.Find(written)
	if what, mend, several := f.units.Several(written); several {
		f.Fail(key, what, mend)
		return written
	}
	if !ok {
		mend := lang.Sayf("xem các đơn vị bằng «thidua standings»", "see the units with «thidua standings»")
		if near := tomldoc.Nearest(written, f.units.Names()); near != "" {
			mend = lang.Sayf("có phải là %s không?", "did you mean %s?", near)
		}
		f.Fail(key, lang.Sayf("cuộc họp không có đơn vị %q", "this meeting has no unit %q", written), mend)
		return written
	}
	return name
}
