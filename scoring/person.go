package scoring

import (
	"strings"
	"unicode"
)

// samePerson reports whether two names are one person's: the same name, case and spaces folded. Both must be in NFC, as
// all text that has come in is. The first edition takes every spelling for a person of its own.
func (b *Rulebook) samePerson(name, other string) bool {
	return name == other || b.second() && FoldName(name) == FoldName(other)
}

// loginOf is what a person signs in by, as the record compares it: small letters and digits without diacritics, one
// hyphen between words. Two people are never invited under one, so that nobody comes in under a name that would be
// taken for another's.
func loginOf(name string) string {
	bare := strings.Map(func(r rune) rune {
		switch r = bareLetter(unicode.ToLower(r)); {
		case unicode.Is(unicode.Mn, r): // a mark that was not composed with its letter
			return -1
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return r
		}
		return ' '
	}, name)
	return strings.Join(strings.Fields(bare), "-")
}

// bareLetter is a small letter without its diacritics: those of Vietnamese, and of the languages that share letters
// with it.
func bareLetter(r rune) rune {
	if r < 0x80 {
		return r
	}
	for _, row := range []string{
		"aàáảãạăằắẳẵặâầấẩẫậäå", "eèéẻẽẹêềếểễệë", "iìíỉĩịîï", "oòóỏõọôồốổỗộơờớởỡợö", "uùúủũụưừứửữựûü", "yỳýỷỹỵÿ", "dđ",
		"cç", "nñ",
	} {
		if strings.ContainsRune(row, r) {
			return rune(row[0])
		}
	}
	return r
}
