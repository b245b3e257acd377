package main

import (
	"fmt"

	"thidua/data/access"
	"thidua/data/clean"
	"thidua/data/record"
)

// waits says that a change is still to be recorded, and who will do that.
func (a *app) waits(held *record.LockedError) {
	if held != nil {
		fmt.Fprintln(a.err, clean.Line(access.Waits(held).In(a.lang)))
	}
}
