package paint

import "strings"

// plain leaves every style.
const plain = "\x1b[m"

// aspects is what a style says something about, a bit each: what it leaves alone stays as it was before.
type aspects uint16

const (
	bold aspects = 1 << iota
	faint
	italic
	underline
	blink
	reverse
	hidden
	struck
	foreground
	background
	others // whatever is not known here: only a reset takes it back
)

// onBlanks is what of a style is seen where there is no letter.
const onBlanks = underline | reverse | struck | background | others

// blankStyle is the style of a blank: the default one where a letter's would not be seen.
func blankStyle(style string) string {
	if aspectsOf(style)&onBlanks == 0 {
		return ""
	}
	return style
}

// aspectsOf reads the numbers of a style.
func aspectsOf(style string) (a aspects) {
	for len(style) > len("\x1b[m") {
		numbers, rest, _ := strings.Cut(style[len("\x1b["):], "m")
		for numbers != "" {
			var number string
			number, numbers, _ = strings.Cut(numbers, ";")
			bit := aspect(number)
			a |= bit
			if bit&(foreground|background) != 0 && number[1] == '8' && number[0] != '9' {
				numbers = afterColour(numbers)
			}
		}
		style = rest
	}
	return a
}

// aspect is what one number of a style is about.
func aspect(number string) aspects {
	switch {
	case len(number) == 1 && number[0] >= '1' && number[0] <= '9' && number[0] != '6':
		return [...]aspects{bold, faint, italic, underline, blink, others, reverse, hidden, struck}[number[0]-'1']
	case len(number) == 2 && (number[0] == '3' && number[1] <= '8' || number[0] == '9' && number[1] <= '7'):
		return foreground
	case len(number) == 2 && number[0] == '4' && number[1] <= '8', len(number) == 3 && number[:2] == "10":
		return background
	}
	return others
}

// afterColour is the numbers behind those of a colour: one of 256, or red, green and blue.
func afterColour(numbers string) string {
	kind, rest, _ := strings.Cut(numbers, ";")
	values := 1
	if kind == "2" {
		values = 3
	}
	for range values {
		_, rest, _ = strings.Cut(rest, ";")
	}
	return rest
}

// turn goes from one style to another with as few bytes as that takes.
func turn(b []byte, from, to string) []byte {
	switch {
	case from == to:
		return b
	case to == "":
		return append(b, plain...)
	case from == "":
		return append(b, to...)
	}
	is, was := aspectsOf(to), aspectsOf(from)
	if (is|was)&others == 0 && was&^is == 0 { // it says something about all that was said before
		return append(b, to...)
	}
	b = append(b, "\x1b[0;"...)
	return append(b, to[len("\x1b["):]...)
}
