package kit

import (
	"strings"

	"thidua/scoring/lang"
)

// Number is a number being typed: digits and one decimal comma, nothing else. It needs no cursor: what is typed goes to
// the end, backspace takes from there.
type Number struct{ text string }

// maxDigits is the most characters of a number being typed.
const maxDigits = 9

// Type adds what a key stands for; false if it is no part of a number.
func (n *Number) Type(key string) bool {
	switch {
	case len(key) == 1 && key[0] >= '0' && key[0] <= '9':
	case key == "," || key == ".":
		key = ","
		if strings.Contains(n.text, ",") {
			return true
		}
		if n.text == "" {
			n.text = "0"
		}
	default:
		return false
	}
	if len(n.text) < maxDigits {
		n.text += key
	}
	return true
}

// Back takes the last character away; false if there is none.
func (n *Number) Back() bool {
	if n.text == "" {
		return false
	}
	n.text = n.text[:len(n.text)-1]
	return true
}

// Set replaces the number.
func (n *Number) Set(s string) {
	n.text = ""
	for _, r := range s {
		n.Type(string(r))
	}
}

// Text is the number as typed, with a decimal comma.
func (n Number) Text() string { return n.text }

// Complete is the number without a decimal sign that nothing follows yet.
func (n Number) Complete() Number { return Number{strings.TrimSuffix(n.text, ",")} }

// In is the number as typed, with the decimal sign of the language.
func (n Number) In(l lang.Lang) string {
	if l == lang.EN {
		return strings.Replace(n.text, ",", ".", 1)
	}
	return n.text
}

// Empty reports whether nothing has been typed.
func (n Number) Empty() bool { return n.text == "" }
