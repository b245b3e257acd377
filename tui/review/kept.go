package review

import (
	"sync"

	"thidua/data/meeting"
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
	mu   sync.Mutex
	text map[rowOf]string
}

type rowsOf struct {
	look
	wrapped       wrapping
	unit, w, rows int // with so many rows: the same number of a row is another where some are folded away
	tight         bool
}

type rowOf struct {
	line
	node         int
	here, folded bool
}

// row is a line of the tree: one that was drawn before, or newly drawn.
func (k *keptRows) row(env screen.Env, of rowsOf, r rowOf, draw func() string) string {
	if k.all == nil || k.of != of {
		k.of = of
		k.all = screen.Share(env, of, func() *rows { return &rows{text: map[rowOf]string{}} })
	}
	k.all.mu.Lock()
	text, ok := k.all.text[r]
	k.all.mu.Unlock()
	if !ok {
		text = draw()
		k.all.mu.Lock()
		k.all.text[r] = text
		k.all.mu.Unlock()
	}
	return text
}
