package review

import (
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

// keptRows are lines of the tree: those of the picture that was drawn last, and in all those that look the same in any
// state.
type keptRows struct {
	of   rowsOf
	text map[rowOf]string
	all  *rows
}

// rows are lines of a tree of one width, which pictures of different heights have in common, and states in which they
// are the same: a decision changes few.
type rows struct {
	mu   sync.Mutex
	text map[drawnOf]string
}

// mostRows is how many lines are kept from one state to the next.
const mostRows = 500

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
	row
	here, folded bool
}

// drawnOf is all that a line says.
type drawnOf struct {
	rowOf
	numberOf
	mark view.Mark
}

// row is a line of the tree: one that was drawn before, or newly drawn.
func (k *keptRows) row(env screen.Env, of rowsOf, r rowOf, draw func() string) string {
	if k.all == nil || k.of != of {
		k.begin(env, of)
	}
	text, ok := k.text[r]
	if !ok {
		text = k.all.line(drawnAs(env.Snap.Units()[of.unit], of.book, r), draw)
		k.text[r] = text
	}
	return text
}

// begin goes on to other rows, or to another state of the same.
func (k *keptRows) begin(env screen.Env, of rowsOf) {
	was, now, all := k.of, of, k.all
	was.snap, now.snap = nil, nil
	k.of, k.text = of, map[rowOf]string{}
	k.all = screen.Share(env, now, func() *rows {
		if all != nil && was == now && all.few() {
			return all
		}
		return &rows{text: map[drawnOf]string{}}
	})
}

func drawnAs(u *scoring.Unit, b *scoring.Rulebook, r rowOf) drawnOf {
	if r.extra() {
		return drawnOf{rowOf: r}
	}
	return drawnOf{r, numbersAt(u, r.node), view.MarkOf(b, u, r.node)}
}

func (r *rows) few() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.text) < mostRows
}

func (r *rows) line(of drawnOf, draw func() string) string {
	r.mu.Lock()
	text, ok := r.text[of]
	r.mu.Unlock()
	if !ok {
		text = draw()
		r.mu.Lock()
		r.text[of] = text
		r.mu.Unlock()
	}
	return text
}
