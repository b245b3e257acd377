package review

import (
	"maps"
	"sync"

	"thidua/data/meeting"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// What does not change from key to key is drawn once: most of a picture is as it was in the one before.
type kept struct {
	units   kit.Kept[unitsOf]
	legend  kit.Kept[legendOf]
	detail  kit.Kept[detailOf]
	ranking kit.Kept[rankingOf]
	grid    keptGrid
	numbers numbers
	rows    keptRows
}

// look is how a state looks to somebody: what all parts of a picture depend on.
type look struct {
	snap  *meeting.Snapshot
	lang  lang.Lang
	theme kit.ThemeName
	signs kit.SignSet
}

func lookOf(env screen.Env) look {
	return look{env.Snap, env.Lang, env.Styles.Theme, env.Styles.Signs.Set()}
}

// What the parts depend on beside that.
type (
	unitsOf struct {
		look
		area kit.Rect
		unit int
	}
	legendOf struct {
		look
		w, unit int
	}
	detailOf struct {
		look
		area kit.Rect
		at   screen.Place
	}
	rankingOf struct {
		look
		area        kit.Rect
		unit, field int // the field is marked in the strip
	}
)

// keptGrid is the tree's columns as they were laid out last.
type keptGrid struct {
	of    gridOf
	last  kit.Grid
	tight bool
}

type gridOf struct {
	look
	unit, w int
}

// grid is the columns: those that were kept, or newly laid out.
func (k *keptGrid) grid(of gridOf, lay func() (kit.Grid, bool)) (g kit.Grid, tight bool) {
	if k.of != of {
		k.of = of
		k.last, k.tight = lay()
	}
	return k.last, k.tight
}

// keptRows are lines of the tree that was drawn last.
type keptRows struct {
	of  rowsOf
	all *rows
}

// rows are lines of a tree of one width, which pictures of different heights have in common.
type rows struct {
	mu    sync.Mutex
	text  map[rowOf]string
	drawn map[drawnOf]string // with those of earlier states: a decision changes few
}

// mostRows is how many lines are kept from one state to the next.
const mostRows = 200

type rowsOf struct {
	look
	book    *scoring.Rulebook
	wrapped wrapping
	columns columns
	unit, w int
	rows    int // so many rows: the same number of a row is another where some are folded away
	tight   bool
}

type rowOf struct {
	line
	node         int
	here, folded bool
}

// drawnOf is all that a line says.
type drawnOf struct {
	rowOf
	row
	numberOf
	mark view.Mark
}

// row is a line of the tree: one that was drawn before, or newly drawn.
func (k *keptRows) row(env screen.Env, of rowsOf, at rowOf, r row, draw func() string) string {
	if k.all == nil || k.of != of {
		k.begin(env, of)
	}
	k.all.mu.Lock()
	text, ok := k.all.text[at]
	k.all.mu.Unlock()
	if ok {
		return text
	}
	as := drawnOf{rowOf: at, row: r}
	if u := env.Snap.Units()[of.unit]; !r.extra() {
		as.numberOf, as.mark = numbersAt(u, r.node), view.MarkOf(of.book, u, r.node)
	}
	k.all.mu.Lock()
	text, ok = k.all.drawn[as]
	k.all.mu.Unlock()
	if !ok {
		text = draw()
	}
	k.all.mu.Lock()
	k.all.text[at], k.all.drawn[as] = text, text
	k.all.mu.Unlock()
	return text
}

// begin goes on to other rows, or to another state of the same.
func (k *keptRows) begin(env screen.Env, of rowsOf) {
	was, now, before := k.of, of, k.all
	was.snap, now.snap = nil, nil
	k.of = of
	k.all = screen.Share(env, of, func() *rows {
		r := &rows{text: map[rowOf]string{}, drawn: map[drawnOf]string{}}
		if before != nil && was == now {
			before.mu.Lock()
			defer before.mu.Unlock()
			if len(before.drawn) < mostRows {
				r.drawn = maps.Clone(before.drawn)
			}
		}
		return r
	})
}
