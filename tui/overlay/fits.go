package overlay

import (
	"slices"
	"strings"
	"unicode"
)

// How well something that is searched for fits: what is typed are its words, one after the other; or words of it; or
// its words begin so; or what is typed are first letters of its words, or stands somewhere within one. Nobody who types
// a whole word means the last: then it is left out.
const (
	fitsNot = iota
	fitsWithin
	fitsLetters
	fitsStart
	fitsWord
	fitsPhrase
)

// fit says how well words fit an item: the class, and what orders items of one class.
func (it *item) fit(words []string) (class, score int) {
	if len(words) == 0 {
		return fitsStart, 0
	}
	class = fitsPhrase
	for _, w := range words {
		c := it.fitWord(w)
		if c == fitsNot {
			return fitsNot, 0
		}
		class = min(class, c)
		score += 10 * c
		if slices.ContainsFunc(it.named, func(n string) bool { return strings.HasPrefix(n, w) }) {
			score += 20
		}
		if w == it.code {
			score += 30
		}
	}
	phrase := strings.Join(words, " ")
	if len(words) > 1 && class >= fitsStart && strings.Contains(" "+it.bare, " "+phrase) {
		class = fitsPhrase
	}
	if phrase == it.kinds.VI || phrase == it.kinds.EN { // all of that kind are meant
		score += 100
	}
	return class, score - len(it.bare)/40
}

// fitWord says how well one word fits.
func (it *item) fitWord(w string) int {
	class := fitsNot
	switch {
	case len(w) >= 2 && w == it.letters:
		return fitsStart
	case len(w) >= 2 && strings.Contains(it.first, w):
		class = fitsLetters
	case strings.Contains(it.bare, w):
		class = fitsWithin
	}
	for _, have := range it.words {
		switch {
		case have == w:
			return fitsWord
		case strings.HasPrefix(have, w):
			class = fitsStart
		}
	}
	return class
}

// wordsOf are the words of a text, without what stands around them: «(điểm)» is a word like any other, and 12.4 is one.
func wordsOf(text string) []string {
	words := strings.Fields(text)
	for i, w := range words {
		words[i] = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	}
	return words
}

// initialsOf are the first letters of the words of a text.
func initialsOf(text string) string {
	var b strings.Builder
	for _, w := range wordsOf(text) {
		if w != "" {
			b.WriteByte(w[0])
		}
	}
	return b.String()
}
