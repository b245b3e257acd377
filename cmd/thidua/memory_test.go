package main

import (
	"testing"

	"thidua/tui/ssh"
)

// What the environment says of the collector holds; where it says nothing the program's own does.
func TestMemory(t *testing.T) {
	for _, tt := range []struct {
		env     map[string]string
		percent int
		limit   int64
	}{
		{nil, ssh.GCPercent, ssh.MemoryLimit},
		{map[string]string{"GOGC": "50"}, 0, ssh.MemoryLimit},
		{map[string]string{"GOMEMLIMIT": "1GiB"}, ssh.GCPercent, 0},
		{map[string]string{"GOGC": "off", "GOMEMLIMIT": "off"}, 0, 0},
	} {
		var percent int
		var limit int64
		memory(func(name string) string { return tt.env[name] },
			func(n int) int { percent = n; return 100 }, func(n int64) int64 { limit = n; return 0 })
		if percent != tt.percent || limit != tt.limit {
			t.Errorf("%v: %d %%, %d bytes, want %d %%, %d bytes", tt.env, percent, limit, tt.percent, tt.limit)
		}
	}
}
