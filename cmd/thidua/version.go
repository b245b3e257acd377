package main

import (
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"thidua/scoring/lang"
)

// commit is the state of the source that the program was built from; the Makefile sets it. Whoever builds without it
// gets what the toolchain knows, which is nothing outside a checkout.
var commit = ""

// addVersion gives a command tree its flag --version.
func (a *app) addVersion(root *cobra.Command) {
	root.Version = version(commit).In(a.lang)
	root.SetVersionTemplate("{{.Version}}\n")
	root.Flags().Bool("version", false, a.text("cho biết đây là bản nào", "tell which version this is"))
}

// version names the program as a secretary reads it to somebody else on the telephone: the version where it has one,
// the commit where that is known, and for which machine it was built.
func version(commit string) lang.Text {
	number := ""
	if info, ok := debug.ReadBuildInfo(); ok {
		if v := info.Main.Version; v != "(devel)" {
			number = v
		}
		if commit == "" {
			commit = revision(info.Settings)
		}
	}
	said := []lang.Text{{VI: "thidua, bản phát triển", EN: "thidua, development version"}}
	if number != "" {
		said = []lang.Text{lang.Both("thidua " + number)}
	}
	if commit != "" {
		said = append(said, lang.Sayf("mã nguồn %s", "commit %s", commit))
	}
	said = append(said, lang.Both(runtime.GOOS+"/"+runtime.GOARCH+", "+runtime.Version()))
	var vi, en []string
	for _, t := range said {
		vi, en = append(vi, t.VI), append(en, t.EN)
	}
	return lang.Text{VI: strings.Join(vi, ", "), EN: strings.Join(en, ", ")}
}

// revision is the commit that the toolchain has written into the program, marked where files were changed since.
func revision(settings []debug.BuildSetting) string {
	of := map[string]string{}
	for _, s := range settings {
		of[s.Key] = s.Value
	}
	r := of["vcs.revision"]
	if len(r) > 12 {
		r = r[:12]
	}
	if r != "" && of["vcs.modified"] == "true" {
		r += "-dirty"
	}
	return r
}
