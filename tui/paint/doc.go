// Package paint draws the pictures of the interface on terminals: what a program shows comes in, bytes go out, and only
// for what has changed. Everybody's screen is drawn by it: the host's own (Screen), and those far away, who share
// pictures (Pen). It knows the modes of a terminal, and nothing of meetings.
//
//	picture.go  what stands on a terminal
//	pen.go      what brings a terminal from one picture to the next (cells.go, style.go)
//	modes.go    what a terminal is told before and after
//	screen.go   a terminal of this machine, drawn at once and without holding anybody up
//	model.go    a Bubble Tea program that is drawn on it
package paint
