package names

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Bare is Fold without diacritics: "Nam Định" becomes "nam dinh".
func Bare(s string) string {
	if out, ok := quickly(s); ok {
		return out
	}
	return bare(s)
}

// bare is Bare of any text.
func bare(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(Fold(s)) {
		switch {
		case r == 'đ' || r == 'ð' || r == 'ɖ': // the others look like it: clean.Compose
			b.WriteByte('d')
		case !unicode.Is(unicode.Mn, r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

// bareOf is Bare of the characters that Vietnamese and English are written with, each by itself: what comes before and
// after one of them makes no difference. The rest has no entry.
var bareOf = sync.OnceValue(func() [][]string {
	pages := make([][]string, 0x2100/page) // the first is ASCII
	for _, few := range [][2]rune{{0x21, 0x7f}, {0xa1, 0x180}, {0x1a0, 0x1b1}, {0x1ea0, 0x1efa}, {0x2010, 0x2028}} {
		for r := few[0]; r < few[1]; r++ {
			if pages[r/page] == nil {
				pages[r/page] = make([]string, page)
			}
			pages[r/page][r%page] = bare(string(r))
		}
	}
	return pages
})

const page = 0x80 // characters

// quickly is Bare of text that has nothing but those characters and spaces, as most text has. It is asked for with
// every letter that is typed to find something.
func quickly(s string) (out string, ok bool) {
	pages, gap := bareOf(), false
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if r == ' ' {
			gap = b.Len() > 0
			continue
		}
		if int(r)/page >= len(pages) || pages[r/page] == nil || pages[r/page][r%page] == "" {
			return "", false
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteString(pages[r/page][r%page])
	}
	return b.String(), true
}
