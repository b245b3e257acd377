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

// look is a style read: what it says something about, and the numbers of its colours.
type look struct {
	aspects
	text, behind string
}

// aspectsOf reads the numbers of a style for what they are about.
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

// lookOf reads the numbers of a style.
func lookOf(style string) (l look) {
	for len(style) > len("\x1b[m") {
		numbers, rest, _ := strings.Cut(style[len("\x1b["):], "m")
		for numbers != "" {
			from := numbers
			var number string
			number, numbers, _ = strings.Cut(numbers, ";")
			bit := aspect(number)
			if bit&(foreground|background) != 0 && number[1] == '8' && number[0] != '9' {
				numbers = afterColour(numbers)
			}
			colour := strings.TrimSuffix(from[:len(from)-len(numbers)], ";")
			switch bit {
			case foreground:
				l.text = colour
			case background:
				l.behind = colour
			}
			l.aspects |= bit
		}
		style = rest
	}
	return l
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

// turn goes from one style to another with as few bytes as that takes: by what differs, or from the default style.
func turn(b []byte, from, to string) []byte {
	switch {
	case from == to:
		return b
	case to == "":
		return append(b, plain...)
	case from == "":
		return append(b, to...)
	}
	is, was := lookOf(to), lookOf(from)
	start, all := len(b), len("\x1b[0;")+len(to)-len("\x1b[")
	if (is.aspects|was.aspects)&others == 0 {
		b = differing(b, was, is)
		if len(b)-start <= all {
			return b
		}
	}
	return anew(b[:start], to)
}

// turnWhole goes from one style to another by all that the other says: where colours are taken out of it afterwards,
// what is left of a difference would be a reset.
func turnWhole(b []byte, from, to string) []byte {
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
	return anew(b, to)
}

// anew begins a style from the default one.
func anew(b []byte, to string) []byte {
	b = append(b, "\x1b[0;"...)
	return append(b, to[len("\x1b["):]...)
}

// differing switches off what is no longer on, and on what is new; nothing where nothing differs.
func differing(b []byte, was, is look) []byte {
	start := len(b)
	b = append(b, "\x1b["...)
	off := was.aspects &^ is.aspects
	has := was.aspects &^ off
	if off&(bold|faint) != 0 {
		b = append(b, "22;"...) // ends both
		has &^= bold | faint
	}
	for i, number := range [...]string{2: "23;", "24;", "25;", "27;", "28;", "29;"} {
		if off&(1<<i) != 0 {
			b = append(b, number...)
		}
	}
	for i, number := range [...]string{"1;", "2;", "3;", "4;", "5;", "7;", "8;", "9;"} {
		if is.aspects&^has&(1<<i) != 0 {
			b = append(b, number...)
		}
	}
	b = recolour(b, was.text, is.text, "39")
	b = recolour(b, was.behind, is.behind, "49")
	if len(b) == start+len("\x1b[") {
		return b[:start]
	}
	b[len(b)-1] = 'm'
	return b
}

// recolour goes from one colour to another, of which an empty one is the default's.
func recolour(b []byte, was, is, without string) []byte {
	switch is {
	case was:
		return b
	case "":
		is = without
	}
	return append(append(b, is...), ';')
}
