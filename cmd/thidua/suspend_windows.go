package main

import tea "charm.land/bubbletea/v2"

// suspendable does nothing: no program is stopped from outside here.
func suspendable(*tea.Program, *keyboard) (end func()) { return func() {} }
