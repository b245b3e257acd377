package kit

import (
	"slices"

	"thidua/scoring/lang"
)

// List is a list of which as much is in sight as there is room for, with a cursor on one of its items. The cursor keeps
// to its item and not to its line: when the list grows above it, it stays on what it was on. Where not all is in sight,
// marks at the right edge say that more follows, above or below. The zero value is an empty list.
type List[K comparable] struct {
	Margin int          // items kept in sight on either side of the cursor, as far as there is room
	Passes func(K) bool // items that the cursor passes by; nil: none

	items []K
	at    int  // of the cursor
	here  K    // the item it is on
	moved bool // somebody has put it there: until then it is on the first, whichever that is
	top   int  // the first item in sight
	area  Rect // where the items were placed last
	each  int  // lines to an item
}

// Centred is a margin that keeps the cursor in the middle.
const Centred = 1 << 16

// gutter is how many cells at the right edge the marks take, where there are any.
const gutter = 2

// What the keys of a list do.
const (
	ListDown     Action = "list-down"
	ListUp       Action = "list-up"
	ListPageDown Action = "list-page-down"
	ListPageUp   Action = "list-page-up"
	ListFirst    Action = "list-first"
	ListLast     Action = "list-last"
)

// Keys are the keys that move the cursor. The first is the one that goes down, and has the weight.
func (l *List[K]) Keys(weight int) []Binding {
	var down, up lang.Text
	if _, ok := l.next(l.at, +1); !ok {
		down = lang.Text{VI: "đây là dòng cuối", EN: "this is the last line"}
	}
	if _, ok := l.next(l.at, -1); !ok {
		up = lang.Text{VI: "đây là dòng đầu", EN: "this is the first line"}
	}
	if !down.IsZero() && !up.IsZero() {
		down = lang.Text{VI: "không có dòng nào khác", EN: "there is no other line"}
		up = down
	}
	return []Binding{
		{Action: ListDown, Keys: []string{"down"}, Shown: "↓", Weight: weight, Off: down,
			Label: lang.Text{VI: "xuống", EN: "down"}, Help: lang.Text{VI: "dòng sau", EN: "the next line"}},
		{Action: ListUp, Keys: []string{"up"}, Shown: "↑", Off: up,
			Label: lang.Text{VI: "lên", EN: "up"}, Help: lang.Text{VI: "dòng trước", EN: "the line before"}},
		{Action: ListPageDown, Keys: []string{"pgdown"}, Shown: "PgDn", Off: down,
			Label: lang.Text{VI: "trang sau", EN: "page down"}, Help: lang.Text{VI: "trang sau", EN: "one page down"}},
		{Action: ListPageUp, Keys: []string{"pgup"}, Shown: "PgUp", Off: up,
			Label: lang.Text{VI: "trang trước", EN: "page up"}, Help: lang.Text{VI: "trang trước", EN: "one page up"}},
		{Action: ListFirst, Keys: []string{"home"}, Shown: "Home", Off: up,
			Label: lang.Text{VI: "đầu", EN: "first"}, Help: lang.Text{VI: "dòng đầu", EN: "the first line"}},
		{Action: ListLast, Keys: []string{"end"}, Shown: "End", Off: down,
			Label: lang.Text{VI: "cuối", EN: "last"}, Help: lang.Text{VI: "dòng cuối", EN: "the last line"}},
	}
}

// Do carries out an action of the keys; false for any other.
func (l *List[K]) Do(a Action) bool {
	switch a {
	case ListDown:
		l.Move(+1)
	case ListUp:
		l.Move(-1)
	case ListPageDown:
		l.page(+1)
	case ListPageUp:
		l.page(-1)
	case ListFirst:
		l.Move(-len(l.items))
	case ListLast:
		l.Move(+len(l.items))
	default:
		return false
	}
	return true
}

// Show takes the items as they are now. The cursor stays on its item; if that is gone, it is on what stands in its
// place. A cursor that nobody has moved is on the first item.
func (l *List[K]) Show(items []K) {
	l.items = items
	if i := slices.Index(items, l.here); i >= 0 && l.moved {
		l.put(i)
		return
	}
	if !l.moved {
		l.at = 0
	}
	l.put(max(min(l.at, len(items)-1), 0))
}

// put moves the cursor to a place in the list.
func (l *List[K]) put(i int) {
	if l.at = i; i < len(l.items) {
		l.here = l.items[i]
	}
}

// Len is how many items there are.
func (l *List[K]) Len() int { return len(l.items) }

// Item is the item at a place, from 0.
func (l *List[K]) Item(i int) K { return l.items[i] }

// Index is the place of the item under the cursor; 0 in an empty list.
func (l *List[K]) Index() int { return l.at }

// Here is the item under the cursor; ok is false in an empty list.
func (l *List[K]) Here() (item K, ok bool) {
	if len(l.items) == 0 {
		return item, false
	}
	return l.items[l.at], true
}

// Spoken says which of how many the cursor is on; empty in an empty list.
func (l *List[K]) Spoken() lang.Text {
	if len(l.items) == 0 {
		return lang.Text{}
	}
	return Spoken(l.at, len(l.items))
}

// Spoken says which of how many a place is, from 0.
func Spoken(at, of int) lang.Text { return lang.Sayf("%d trên %d", "%d of %d", at+1, of) }

// Select moves the cursor to an item; false if it is not in the list.
func (l *List[K]) Select(item K) bool {
	i := slices.Index(l.items, item)
	if i >= 0 {
		l.put(i)
		l.moved = true
	}
	return i >= 0
}

// Move goes down by so many items, up if by is negative, and no further than the ends.
func (l *List[K]) Move(by int) {
	step := 1
	if by < 0 {
		step = -1
	}
	for ; by != 0; by -= step {
		i, ok := l.next(l.at, step)
		if !ok {
			return
		}
		l.put(i)
		l.moved = true
	}
}

// page goes a page in a direction: no further than as many lines as are in sight, those passed by among them.
func (l *List[K]) page(step int) {
	from, rows := l.at, l.rows()
	for {
		i, ok := l.next(l.at, step)
		if !ok || (i-from)*step > rows && l.at != from {
			return
		}
		l.put(i)
		l.moved = true
	}
}

// next is the next place in a direction on which the cursor can be; ok is false where there is none.
func (l *List[K]) next(from, step int) (i int, ok bool) {
	for i = from + step; i >= 0 && i < len(l.items); i += step {
		if l.Passes == nil || !l.Passes(l.items[i]) {
			return i, true
		}
	}
	return from, false
}

// Place gives the list its part of the screen, with so many lines to an item, and brings the cursor into sight. The
// result is how many cells a line has: heads of columns above the list take the same.
func (l *List[K]) Place(area Rect, each int) (w int) {
	l.area, l.each = area, max(each, 1)
	rows := l.rows()
	margin := min(l.Margin, (rows-1)/2)
	l.top = min(l.top, l.at-margin)
	l.top = max(l.top, l.at+margin-rows+1)
	l.top = max(min(l.top, len(l.items)-rows), 0)
	return l.width()
}

// rows is how many items are in sight at once.
func (l *List[K]) rows() int { return max(l.area.H/max(l.each, 1), 1) }

func (l *List[K]) width() int {
	if len(l.items) > l.rows() {
		return max(l.area.W-gutter, 0)
	}
	return l.area.W
}

// More is how many items there are above and below those in sight.
func (l *List[K]) More() (above, below int) {
	return l.top, max(len(l.items)-l.top-l.rows(), 0)
}

// At is the item drawn at a cell of the screen.
func (l *List[K]) At(x, y int) (item K, ok bool) {
	if !l.area.Has(x, y) {
		return item, false
	}
	row := (y - l.area.Y) / l.each
	if i := l.top + row; row < l.rows() && i < len(l.items) {
		return l.items[i], true
	}
	return item, false
}

// Y is the line of the screen on which the item under the cursor is drawn.
func (l *List[K]) Y() int { return l.area.Y + (l.at-l.top)*l.each }

// Click moves the cursor to what is drawn at a cell of the screen; false if nothing is, or if the cursor passes it by.
func (l *List[K]) Click(x, y int) bool {
	item, ok := l.At(x, y)
	return ok && (l.Passes == nil || !l.Passes(item)) && l.Select(item)
}

// Draw draws the items in sight, each on a canvas of its own lines, and the marks. What an item leaves free is blank.
func (l *List[K]) Draw(st Styles, draw func(c *Canvas, item K, here bool)) (lines []string) {
	c := &Canvas{W: l.width(), H: l.each}
	last := min(l.top+l.rows(), len(l.items))
	lines = make([]string, 0, max(last-l.top, 0)*l.each)
	for i := l.top; i < last; i++ {
		c.Lines = c.Lines[:0]
		draw(c, l.items[i], i == l.at)
		for c.Room() > 0 {
			c.Blank()
		}
		lines = append(lines, c.Lines...)
	}
	if c.W == l.area.W {
		return lines
	}
	above, below := l.More()
	marks(st, lines, l.area.W-c.W, above, below)
	return lines
}
