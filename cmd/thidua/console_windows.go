package main

import (
	tea "charm.land/bubbletea/v2"
	"golang.org/x/sys/windows"

	"thidua/tui/paint"
)

// sequences has the console send keys as other terminals do, and obey what they are told.
func (c *console) sequences() {
	add := func(e consoleEnd, mode uint32) {
		var is uint32
		if e.state != nil && windows.GetConsoleMode(windows.Handle(e.fd), &is) == nil {
			_ = windows.SetConsoleMode(windows.Handle(e.fd), is|mode)
		}
	}
	add(c.in, windows.ENABLE_VIRTUAL_TERMINAL_INPUT)
	if !c.plain {
		add(c.out, windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING|windows.DISABLE_NEWLINE_AUTO_RETURN)
	}
}

// attended does nothing: no program is stopped from outside here, and the size comes with the keys.
func attended(*tea.Program, *console, *paint.Screen) (end func()) { return func() {} }
