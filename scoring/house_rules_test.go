package scoring_test

import (
	"slices"
	"strings"
	"testing"
)

// houseCase is a file and the beginning of the one fault it has; empty if all is well.
type houseCase struct{ file, text, want string }

// importCases are about who imports whom.
func importCases() []houseCase {
	return []houseCase{
		{"scoring/a.go", `package scoring; import ("time"; "thidua/scoring/lang"); var _ time.Time; var _ lang.Lang`,
			""},
		{"scoring/a.go", `package scoring; import "thidua/data/record"`,
			"scoring/a.go:1: scoring must not import data/record: "},
		{"scoring/a.go", "package scoring\nimport \"github.com/a/b\"",
			"scoring/a.go:2: scoring takes only the standard library, not github.com/a/b: "},
		{"scoring/a.go", `package scoring; import "charm.land/lipgloss/v2"`,
			"scoring/a.go:1: scoring takes only the standard library, not charm.land/lipgloss/v2: "},
		{"scoring/a.go", `package scoring; import "os/user"`, "scoring/a.go:1: scoring must not import os/user: "},
		{"scoring/a.go", `package scoring; import "math/rand/v2"`,
			"scoring/a.go:1: scoring must not import math/rand/v2: "},
		{"scoring/a.go", "package scoring\nimport clock \"time\"\nfunc f() { clock.Now() }",
			"scoring/a.go:3: scoring must not use time.Now: "},
		{"scoring/lang/a.go", `package lang; import "thidua/scoring"`,
			"scoring/lang/a.go:1: scoring/lang must not import scoring: "},
		{"sample/a.go", `package sample; import "embed"; var files embed.FS`, ""},
		{"sample/a.go", `package sample; import "thidua/data/demo"`,
			"sample/a.go:1: sample must not import data/demo: "},
		{"data/x/a.go",
			`package x; import ("os"; "github.com/a/b"; "thidua/sample"; "thidua/scoring"); var n = os.Args`, ""},
		{"data/x/a.go", `package x; import "thidua/tui/kit"`, "data/x/a.go:1: data must not import tui/kit: "},
		{"data/x/a.go", `package x; import "github.com/charmbracelet/x/ansi"`,
			"data/x/a.go:1: data must not import github.com/charmbracelet/x/ansi: "},
		{"tui/x/a.go", `package x; import ("charm.land/bubbletea/v2"; "thidua/data/meeting"; "thidua/tui/kit")`, ""},
		{"tui/x/a.go", `package x; import "thidua/cmd/thidua"`, "tui/x/a.go:1: tui must not import cmd/thidua: "},
		{"tui/x/a.go", `package x; import "thidua/sample"`, "tui/x/a.go:1: tui must not import sample: "},
		{"data/x/a.go", `package x; import "github.com/clipperhouse/displaywidth"`, ""},
		{"data/x/a.go", `package x; import "github.com/rivo/uniseg"`, "data/x/a.go:1: github.com/rivo/uniseg beside "},
		{"tui/ssh/a.go", `package ssh; import "charm.land/wish/v2"`, ""},
		{"tui/sshx/a.go", `package sshx; import "charm.land/wish/v2"`, "tui/sshx/a.go:1: wish belongs into tui/ssh: "},
		{"cmd/thidua/a.go",
			`package main; import ("thidua/tui"; "thidua/sample"; "charm.land/bubbletea/v2"); var n = 1`, ""},
		{"cmd/thidua/a.go", `package main; import "charm.land/wish/v2/logging"`,
			"cmd/thidua/a.go:1: wish belongs into tui/ssh: "},

		{"data/report/a.go", `package report; import "thidua/data/meeting"`, ""},
		{"data/meeting/a.go", `package meeting; import "thidua/data/report"`,
			"data/meeting/a.go:1: data/meeting must not import data/report: "},
		{"data/x/a.go", `package x; import "thidua/data/meeting"`,
			"data/x/a.go:1: data/x must not import data/meeting: it is not in the list"},
		{"tui/board/a.go", `package board; import ("thidua/tui/kit"; "thidua/tui/screen"; "thidua/data/view")`, ""},
		{"tui/board/a.go", `package board; import "thidua/tui/edit"`,
			"tui/board/a.go:1: tui/board must not import tui/edit: "},
		{"tui/roll/a.go", `package roll; import ("thidua/tui/kit"; "thidua/tui/edit"; "thidua/data/meeting")`, ""},
		{"tui/board/a.go", `package board; import "thidua/tui/record"`,
			"tui/board/a.go:1: tui/board must not import tui/record: "},
		{"tui/board/a.go", `package board; import "thidua/tui"`, "tui/board/a.go:1: tui/board must not import tui: "},
		{"tui/edit/a.go", `package edit; import "thidua/tui/board"`,
			"tui/edit/a.go:1: tui/edit must not import tui/board: "},
		{"tui/kit/a.go", `package kit; import "thidua/data/clean"`, ""},
		{"tui/kit/a.go", `package kit; import "thidua/data/meeting"`,
			"tui/kit/a.go:1: tui/kit must not import data/meeting: "},
		{"tui/a.go", `package tui; import ("thidua/tui/board"; "thidua/tui/kit")`, ""},
		{"tui/a.go", `package tui; import "thidua/tui/ssh"`, "tui/a.go:1: tui must not import tui/ssh: "},
	}
}

// nameCases are about names and about what packages keep.
func nameCases() []houseCase {
	return []houseCase{
		{"tui/a.go",
			`package tui; var ( ErrX = errors.New("x"); re = regexp.MustCompile("x"); files embed.FS; _ I = T{} )`, ""},
		{"tui/a.go", "package tui\nvar (\n\tErrX = errors.New(\"x\")\n\tcache map[string]int\n)",
			"tui/a.go:4: package-level variable cache: "},
		{"scoring/a.go", `package scoring; var limit = 250`, "scoring/a.go:1: package-level variable limit: "},
		{"data/util/a.go", `package x`, "data/util/a.go:1: package util: "},
		{"data/x/a.go", `package helpers`, "data/x/a.go:1: package helpers: "},
		{"data/x/utils.go", `package x`, "data/x/utils.go:1: file utils.go: "},
		{"data/x/a.go", `package x; type unitInfo struct{}`, "data/x/a.go:1: unitInfo: "},
		{"data/x/a.go", `package x; type unit struct{}; func inform() {}`, ""},
	}
}

// sizeCases are about how long and wide things are.
func sizeCases() []houseCase {
	lines := func(n int) string { return strings.Repeat("\n", n) }
	many := func(code string, n, each int) (out string) {
		for i := range n {
			if out += code; i%each == each-1 {
				out += "\n"
			}
		}
		return out
	}
	calls := func(n int) string { return many("f();", n, 20) } // of size 3 each
	f := func(body string) string { return "package main\nfunc f() {" + body + "}" }
	table := func(row string, n int) string { return "use([]row{" + many(row+",", n, 2) + "})" }
	const row = "{g(1, 2, 3, 4, 5, 6, 7, 8, 9)}"
	return []houseCase{
		{"tui/a.go", "package tui" + lines(longestFile), ""},
		{"tui/a.go", "package tui" + lines(longestFile+1), "tui/a.go:401: 401 lines, at most 400: "},
		{"cmd/a.go", "package main\nfunc f() {" + lines(longestFunc-1) + "}", ""},
		{"cmd/a.go", "package main\nfunc f() {" + lines(longestFunc) + "}", "cmd/a.go:2: f has 81 lines, at most 80: "},
		{"cmd/a.go", f(calls(largestFunc/3 - 1)), ""},
		{"cmd/a.go", f(calls(largestFunc/3 + 1)), "cmd/a.go:2: f has size 403, at most 400: "},
		{"cmd/a.go", f(table(row, largestFunc/rowSize-1)), ""},
		{"cmd/a.go", f(table(row, largestFunc/rowSize+1)), "cmd/a.go:2: f has size 413, at most 400: "},
		{"cmd/a.go", f(table("{func() {"+calls(largestFunc/3)+"}}", 1)),
			"cmd/a.go:2: f has size 417, at most 400: "},
		{"cmd/a_test.go", "package main\n\t// " + strings.Repeat("ộ", widestLine-7), ""},
		{"cmd/a_test.go", "package main\n\t// " + strings.Repeat("ộ", widestLine-6),
			"cmd/a_test.go:2: 121 columns, at most 120: "},
	}
}

// keyCases are about keys that sentences name.
func keyCases() []houseCase {
	spelled := func(key string) string { return "tui/x/a.go:2: the key " + key + " is spelled out in a text: " }
	return []houseCase{
		{"tui/x/a.go", "package x\nvar _ = kit.Binding{Keys: []string{\"f5\"}, Shown: \"F5\", Weight: 9}", ""},
		{"tui/x/a.go", "package x\nconst keyPut = \"Enter\"", ""},
		{"tui/x/a.go", "package x\nconst (\nKeyPut = \"Enter\"\nkeyAsk = \"Ctrl+A\"\n)", ""},
		{"tui/x/a.go", "package x\nconst (\nkeyPut = \"Enter\"\nput = \"Enter\"\n)",
			"tui/x/a.go:4: the key Enter is spelled out in a text: "},
		{"tui/x/a.go", "package x\nvar _ = kit.Binding{Label: lang.Both(\"F5\")}", spelled("F5")},
		{"tui/x/a.go", "package x\nfunc f() string { return \"Ctrl+F follows\" }", spelled("Ctrl")},
		{"tui/x/a.go", "package x\nfunc f() string { return \"the last: PgDn\" }", spelled("PgDn")},
		{"tui/x/a.go", "package x\nfunc f() string { return \"Entered, F13, a table\" }", ""},
		{"tui/kit/a.go", "package kit\nfunc Named() string { return \"PgDn\" }", ""},
		{"tui/kit/a.go", "package kit\nfunc Other() string { return \"PgDn\" }",
			"tui/kit/a.go:2: the key PgDn is spelled out in a text: "},
		{"tui/x/a_test.go", "package x\nvar s = \"Enter\"", ""},
		{"tui/ssh/a.go", "package ssh\nfunc f() string { return \"Enter\" }", ""},
	}
}

// wordCases are about sentences in both languages.
func wordCases() []houseCase {
	say := func(call string) string { return "package x\nvar _ = " + call }
	return []houseCase{
		{"data/x/a.go", "package x\nfunc Say(vi, en string, args ...any) {}", ""},
		{"data/x/a.go", "package x\nfunc shout(vi, en string, args ...any) {}",
			"data/x/a.go:2: shout is not among sayers: "},
		{"data/x/a.go", say(`lang.Sayf("%s có %d phiếu", "%[2]d votes for %[1]s", unit, n)`), ""},
		{"data/x/a.go", say(`lang.Sayf("50 % của", "50 % of")`), ""},
		{"data/x/a.go", say(`lang.Sayf("%d %% và "+"%s", "%d %% and %s", args...)`), ""},
		{"data/x/a.go", say(`lang.Sayf(vi, "%d", n)`), ""},
		{"data/x/a.go", say(`lang.Sayf("%*d", "%*d", w, n)`), ""},
		{"data/x/a.go", say(`lang.Text{VI: "từ %s", EN: "from %s"}`), ""},
		{"data/x/a.go", say(`env.Say("%s: %d", "%d: %s", a, b)`), "data/x/a.go:2: \"%s: %d\" and \"%d: %s\" take "},
		{"data/x/a.go", say(`env.Say("%d phiếu", "%s votes", n)`), "data/x/a.go:2: \"%d phiếu\" and "},
		{"data/x/a.go", say(`screen.Note("%s", "", unit)`), "data/x/a.go:2: \"%s\" and \"\" take "},
		{"data/x/a.go", say(`env.Say("%s", "%s", a, b)`), "data/x/a.go:2: \"%s\" takes 1 arguments and gets 2: "},
		{"data/x/a.go", say(`env.Say("1 %%", "1 %%")`), "data/x/a.go:2: Say(\"1 %%\", \"1 %%\") gets no arguments "},
		{"data/x/a.go", say(`env.Say("%s", "%s")`),
			"data/x/a.go:2: Say(\"%s\", \"%s\") takes arguments and gets none: "},
		{"data/x/a_test.go", say(`lang.Text{VI: "từ %s", EN: "from"}`),
			"data/x/a_test.go:2: \"từ %s\" and \"from\" take "},
	}
}

// TestHouseRules breaks each rule once and keeps it once.
func TestHouseRules(t *testing.T) {
	for _, tt := range slices.Concat(importCases(), nameCases(), sizeCases(), wordCases(), keyCases()) {
		var got []string
		for _, f := range faults(parse(t, tt.file, tt.text)) {
			got = append(got, f.String())
		}
		switch {
		case tt.want == "" && len(got) > 0:
			t.Errorf("%s %q: %q, want nothing", tt.file, tt.text, got)
		case tt.want != "" && (len(got) != 1 || !strings.HasPrefix(got[0], tt.want) || len(got[0]) < len(tt.want)+10):
			t.Errorf("%s %.100q: %q, want %q and why", tt.file, tt.text, got, tt.want)
		}
	}
	names := []string{".git", ".ci", "cmd", "go.mod", "bin", "cum2.thidua", "cum2.thidua-wal", "internal", "TODO.md"}
	var got []string
	for _, f := range strangeNames(names, []string{"/bin/", "*.thidua", "*.thidua-wal", ""}) {
		got = append(got, f.file)
	}
	if want := []string{"internal", "TODO.md"}; !slices.Equal(got, want) {
		t.Errorf("strange names %q, want %q", got, want)
	}
}
