package table

// Class is what a cell means beside its text: screens give it a style, papers and workbooks one of theirs. Every
// class also shows in the text, so that nothing is lost without it.
type Class uint8

// The classes.
const (
	Plain      Class = iota
	Detail           // may be overlooked: what other cells are made of
	Name             // who or what the row is
	Rank             // a place
	Measure          // what a ranking goes by
	Gap              // the distance to the place above
	Rose             // has gone up
	Fell             // has gone down
	FirstAward       // holds the highest award
	Award            // holds another one
	Undecided        // the meeting has to settle it
	Barred           // kept from awards
	Good             // agreed, granted, carried
	Bad              // taken away
	Warning          // wants attention
	Changed          // not as the unit had it
	Missing          // nobody has said it yet
	Withdrawn        // on record, but counts no longer
	Field            // a heading among criteria
	Kind             // of what kind the row is
)
