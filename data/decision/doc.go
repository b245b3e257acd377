// Package decision is the registry of the kinds of decision: for each kind how it is kept on record (JSON) and handed
// in as a file (TOML), what is said of it, whose right it is, and what it changes.
//
// A new kind of decision is two files: its act in package scoring, which knows the rules, and here one named after it:
//
//	func (registry) Accept() kind {
//		return about[scoring.Accept]{
//			Name:   lang.Text{VI: "thống nhất", EN: "accept"},
//			Keys:   func(a *scoring.Accept) []key { return []key{need("unit", (*unit)(&a.Unit))} },
//			Say:    func(a scoring.Accept) lang.Text { … },
//			Rights: decidedBy(scoring.Chair, scoring.Secretary),
//			Cell:   none[scoring.Accept],
//		}
//	}
//
// Where what is said there is read:
//
//	registry.go   finds the kinds, names them and says what was decided
//	key.go        a key of a kind; values.go, numbers.go: what a key may hold, on record and in files
//	record.go     decisions as the record keeps them: Encode, Decode
//	file.go       decisions as people hand them in: Load, Read
//	rights.go     who may decide what
//	cell.go       what a decision changes
//
// The bytes on record are promised for ever: a key that a kind has today keeps its name, its form and the cases in
// which it is left out. A kind may get a further key if it is left out where nothing is said.
package decision
