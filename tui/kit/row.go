package kit

import "strings"

// Row builds one line of exactly so many cells from styled pieces. What does not fit is cut, what is missing is filled.
type Row struct {
	b    strings.Builder
	used int
	w    int
	base Style // of the whole line where it is marked as a whole: pieces then keep only their text
	flat bool
}

// NewRow begins a line of w cells.
func NewRow(w int) *Row { return newRow(Row{w: w}) }

// How much room a line begins with: its cells, of which letters with marks take more than a byte, and the sequences of
// some pieces. A line that outgrows it is copied.
const (
	bytesPerCell = 2
	bytesOfStyle = 64
)

func newRow(r Row) *Row {
	r.b.Grow(max(r.w, 0)*bytesPerCell + bytesOfStyle)
	return &r
}

// NewMarked begins a line of w cells that has one style from end to end, such as the one the cursor is on.
func NewMarked(w int, st Style) *Row {
	r := newRow(Row{w: w, base: st, flat: true})
	r.b.WriteString(st.on)
	return r
}

// Put adds a text as it is, cut to what is left of the line.
func (r *Row) Put(st Style, s string) *Row {
	if r.used >= r.w || s == "" {
		return r
	}
	s, n := fit(s, r.w-r.used)
	r.begin(st)
	r.b.WriteString(s)
	r.end(st, n)
	return r
}

// begin and end write a style's sequences around a text of n cells; a marked line has its own.
func (r *Row) begin(st Style) {
	if !r.flat {
		r.b.WriteString(st.on)
	}
}

func (r *Row) end(st Style, n int) {
	if !r.flat && st.on != "" {
		r.b.WriteString(st.off)
	}
	r.used += n
}

// Left adds a text at the left of w cells.
func (r *Row) Left(st Style, s string, w int) *Row { return r.column(st, s, w, false) }

// Right adds a text at the right of w cells.
func (r *Row) Right(st Style, s string, w int) *Row { return r.column(st, s, w, true) }

func (r *Row) column(st Style, s string, w int, right bool) *Row {
	if w <= 0 || r.used >= r.w {
		return r
	}
	s, n := fit(s, w)
	if w > r.Space() { // not even the column fits
		if right {
			return r.Put(st, spaces(w-n)+s)
		}
		return r.Put(st, s+spaces(w-n))
	}
	r.begin(st)
	if right {
		r.b.WriteString(spaces(w - n))
	}
	r.b.WriteString(s)
	if !right {
		r.b.WriteString(spaces(w - n))
	}
	r.end(st, w)
	return r
}

// Force adds a text in its own style even in a marked line: the field being typed in.
func (r *Row) Force(st Style, s string) *Row {
	if !r.flat {
		return r.Put(st, s)
	}
	if r.used >= r.w {
		return r
	}
	s = Cut(s, r.w-r.used)
	r.used += Width(s)
	for _, piece := range [...]string{r.base.off, st.Render(s), r.base.on} {
		r.b.WriteString(piece)
	}
	return r
}

// Gap adds empty cells.
func (r *Row) Gap(n int) *Row {
	n = min(n, r.w-r.used)
	if n > 0 {
		r.used += n
		r.b.WriteString(spaces(n))
	}
	return r
}

// Width is how many cells the line has in all.
func (r *Row) Width() int { return r.w }

// Space is how many cells are left.
func (r *Row) Space() int { return r.w - r.used }

// End moves on so that exactly n cells are left at the end of the line.
func (r *Row) End(n int) *Row { return r.Gap(r.Space() - n) }

// String is the finished line. Nothing more can be added to it.
func (r *Row) String() string {
	r.Gap(r.Space())
	if r.flat {
		r.b.WriteString(r.base.off)
		r.flat = false
	}
	return r.b.String()
}

// Blank is an empty line of w cells.
func Blank(w int) string { return spaces(w) }

// Fill makes exactly h lines of w cells of what there is.
func Fill(lines []string, w, h int) []string {
	if len(lines) > h {
		return lines[:max(h, 0)]
	}
	for len(lines) < h {
		lines = append(lines, spaces(w))
	}
	return lines
}

// Line repeats a one-cell sign over w cells.
func Line(sign string, w int) string { return strings.Repeat(sign, max(w, 0)) }
