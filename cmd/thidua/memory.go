package main

import (
	"runtime/debug"

	"thidua/tui/ssh"
)

// memory says how the program's memory is collected: how much it may grow before what is not needed any more goes, and
// what it should not go beyond, if it can. Go reads GOGC and GOMEMLIMIT by itself: whoever sets one has the last word.
func memory(getenv func(string) string, percent func(int) int, limit func(int64) int64) {
	if getenv("GOGC") == "" {
		percent(ssh.GCPercent)
	}
	if getenv("GOMEMLIMIT") == "" {
		limit(ssh.MemoryLimit)
	}
}

// collect is memory in the process that runs.
func collect(getenv func(string) string) { memory(getenv, debug.SetGCPercent, debug.SetMemoryLimit) }
