package scoring

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"thidua/scoring/lang"
)

// Words are what a rulebook calls things by. The zero value are the words of this program.
type Words struct {
	Group lang.Text // the group of units that meets, in lower case: «khối», “bloc”; empty: «cụm», “cluster”
}

// Said is a sentence of the program in the rulebook's words: where it says «cụm», that is what the rulebook calls the
// group.
func (b *Rulebook) Said(t lang.Text) lang.Text {
	if b == nil || b.Words.Group.IsZero() {
		return t
	}
	return lang.Text{VI: reword(t.VI, "cụm", b.Words.Group.VI), EN: reword(t.EN, "cluster", b.Words.Group.EN)}
}

// GroupName is what a group is called that goes by a number, or by none.
func (b *Rulebook) GroupName(id string) lang.Text {
	if id == "" {
		return b.Said(lang.Text{VI: "Cụm thi đua", EN: "Emulation cluster"})
	}
	return b.Said(lang.Sayf("Cụm thi đua số %s", "Emulation cluster %s", id))
}

// reword puts a word in place of another one, which stands alone or in the plural, in the case in which it stands.
func reword(in, old, now string) string {
	var out strings.Builder
	for {
		at := indexFold(in, old)
		if at < 0 {
			out.WriteString(in)
			return out.String()
		}
		end := at + len(old)
		before, _ := utf8.DecodeLastRuneInString(in[:at])
		after, _ := utf8.DecodeRuneInString(in[end:])
		out.WriteString(in[:at])
		if unicode.IsLetter(before) || unicode.IsLetter(after) && after != 's' {
			out.WriteString(in[at:end])
		} else {
			out.WriteString(inCase(now, in[at:end]))
		}
		in = in[end:]
	}
}

// indexFold is where a word stands in a text as it is written, with a capital, or in capitals; -1: nowhere.
func indexFold(in, word string) int {
	first := -1
	for _, w := range []string{word, capital(word), strings.ToUpper(word)} {
		if at := strings.Index(in, w); at >= 0 && (first < 0 || at < first) {
			first = at
		}
	}
	return first
}

// inCase writes a word as another one is written.
func inCase(word, as string) string {
	switch {
	case as == strings.ToUpper(as):
		return strings.ToUpper(word)
	case as == capital(as):
		return capital(word)
	}
	return word
}

// capital writes the first letter large.
func capital(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:n]) + s[n:]
}
