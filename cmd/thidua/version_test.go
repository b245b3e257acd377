package main

import (
	"runtime/debug"
	"strings"
	"testing"
)

func TestVersionNamesTheCommit(t *testing.T) {
	if v := version("3c0de42a1b2c"); !strings.Contains(v.VI, ", mã nguồn 3c0de42a1b2c, ") ||
		!strings.Contains(v.EN, ", commit 3c0de42a1b2c, ") {
		t.Errorf("the commit that was linked in is not named: %q", v)
	}
	long := debug.BuildSetting{Key: "vcs.revision", Value: strings.Repeat("0123456789abcdef", 3)}
	changed := debug.BuildSetting{Key: "vcs.modified", Value: "true"}
	for want, settings := range map[string][]debug.BuildSetting{
		"":                   {changed},
		"0123456789ab":       {long},
		"0123456789ab-dirty": {long, changed},
	} {
		if got := revision(settings); got != want {
			t.Errorf("%v: %q, want %q", settings, got, want)
		}
	}
}
