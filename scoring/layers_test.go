package scoring_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The rules of the house, for the whole module and not only this package: who may import whom, what scoring may not
// touch, and how long things may be. Test files are free.
//
//	cmd     →  everything
//	tui     →  data, scoring               Charm from here on, wish only in tui/ssh
//	data    →  sample, scoring
//	scoring →  scoring/lang                no files, no network, no clock, no chance
//	sample  →  nothing

const module = "thidua/"

// room is a folder, what the files in and below it may import of ours, and of others.
type room struct {
	folder string
	ours   []string // folders, each with all below it
	others bool     // modules from outside
	charm  bool     // and the Charm modules among them
	why    string
}

// rooms lists the folders; of two that hold a file, the first counts.
func rooms() []room {
	const pure = "what is true is proved without anything that can fail or change"
	return []room{
		{folder: "scoring/lang", why: pure},
		{folder: "scoring", ours: []string{"scoring/lang"}, why: pure},
		{folder: "sample", why: "the sample is files that data reads like anybody's"},
		{folder: "data", ours: []string{"data", "sample", "scoring"}, others: true,
			why: "data serves commands and other programs too, and knows no screen"},
		{folder: "tui", ours: []string{"tui", "data", "scoring"}, others: true, charm: true,
			why: "screens show the meeting that they are given and know nothing of commands or of the sample"},
		{folder: "cmd", ours: []string{"cmd", "tui", "data", "scoring", "sample"}, others: true, charm: true,
			why: "the house has these rooms and no others"},
	}
}

// outside lists packages of the standard library that reach out of the process.
func outside() []string {
	return []string{"crypto/rand", "database", "io/ioutil", "log", "math/rand", "net", "os", "plugin", "syscall",
		"unsafe"}
}

// impure lists functions of otherwise innocent packages that do so.
func impure() []string {
	return []string{
		"fmt.Print", "fmt.Printf", "fmt.Println", "fmt.Scan", "fmt.Scanf", "fmt.Scanln",
		"time.After", "time.AfterFunc", "time.NewTicker", "time.NewTimer", "time.Now", "time.Since", "time.Sleep",
		"time.Tick", "time.Until",
	}
}

const (
	longestFile = 400
	longestFunc = 80
)

// fault is a place where a rule is broken, and why there is the rule.
type fault struct {
	file      string
	line      int
	what, why string
}

func (f fault) String() string { return fmt.Sprintf("%s:%d: %s: %s", f.file, f.line, f.what, f.why) }

// source is a Go file with its path from the top of the module.
type source struct {
	path string
	set  *token.FileSet
	*ast.File
}

func (s source) at(n ast.Node, why, format string, args ...any) fault {
	return fault{s.path, s.set.Position(n.Pos()).Line, fmt.Sprintf(format, args...), why}
}

// in reports whether the file is in one of the folders, or below it.
func (s source) in(folders ...string) bool { return under(path.Dir(s.path), folders...) }

func under(p string, folders ...string) bool {
	return slices.ContainsFunc(folders, func(f string) bool { return p == f || strings.HasPrefix(p, f+"/") })
}

// faults checks one file against every rule.
func faults(s source) []fault {
	var out []fault
	for _, rule := range []func(source) []fault{wrongImports, wish, impureCalls, globals, tooLong, vagueName} {
		out = append(out, rule(s)...)
	}
	return out
}

func wrongImports(s source) (out []fault) {
	all := rooms()
	i := slices.IndexFunc(all, func(r room) bool { return s.in(r.folder) })
	if i < 0 {
		return nil // strangeNames reports the folder
	}
	r := all[i]
	for _, spec := range s.Imports {
		p := importPath(spec)
		first, _, _ := strings.Cut(p, "/")
		switch ours, isOurs := strings.CutPrefix(p, module); {
		case isOurs && !under(ours, r.ours...):
			out = append(out, s.at(spec, r.why, "%s must not import %s", r.folder, ours))
		case under(p, "charm.land", "github.com/charmbracelet") && r.others && !r.charm:
			out = append(out,
				s.at(spec, "the next version of the screen library must cost nothing below tui",
					"%s must not import %s", r.folder, p))
		case !isOurs && strings.Contains(first, ".") && !r.others:
			out = append(out, s.at(spec, r.why, "%s takes only the standard library, not %s", r.folder, p))
		}
	}
	return out
}

func wish(s source) (out []fault) {
	for _, spec := range s.Imports {
		if under(importPath(spec), "charm.land/wish", "github.com/charmbracelet/wish") && !s.in("tui/ssh") {
			out = append(out,
				s.at(spec, "who may come in from outside is decided in one place", "wish belongs into tui/ssh"))
		}
	}
	return out
}

func impureCalls(s source) (out []fault) {
	if !s.in("scoring") {
		return nil
	}
	const why = "the same decisions must give the same result on every machine at any time"
	names := map[string]string{} // what an import is called here
	for _, spec := range s.Imports {
		p := importPath(spec)
		if under(p, outside()...) {
			out = append(out, s.at(spec, why, "scoring must not import %s", p))
		}
		name := path.Base(p)
		if spec.Name != nil {
			name = spec.Name.Name
		}
		names[name] = p
	}
	ast.Inspect(s.File, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := sel.X.(*ast.Ident); ok && slices.Contains(impure(), names[x.Name]+"."+sel.Sel.Name) {
				out = append(out, s.at(sel, why, "scoring must not use %s.%s", names[x.Name], sel.Sel.Name))
			}
		}
		return true
	})
	return out
}

// globals finds package-level variables. Those that nobody changes may be: sentinels, regular expressions, embedded
// files.
func globals(s source) (out []fault) {
	if !s.in("tui", "scoring") {
		return nil
	}
	for _, d := range s.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.VAR {
			continue
		}
		for _, spec := range g.Specs {
			v := spec.(*ast.ValueSpec)
			if v.Names[0].Name == "_" || selector(v.Type) == "embed.FS" ||
				len(v.Values) > 0 && !slices.ContainsFunc(v.Values, changeable) {
				continue
			}
			out = append(out,
				s.at(v, "one process serves many people, and what they share disturbs them",
					"package-level variable %s", v.Names[0].Name))
		}
	}
	return out
}

func changeable(value ast.Expr) bool {
	call, ok := value.(*ast.CallExpr)
	return !ok || !slices.Contains([]string{"errors.New", "fmt.Errorf", "regexp.MustCompile"}, selector(call.Fun))
}

// selector is an expression like fmt.Errorf as text; empty for any other.
func selector(e ast.Expr) string {
	if sel, ok := e.(*ast.SelectorExpr); ok {
		if x, ok := sel.X.(*ast.Ident); ok {
			return x.Name + "." + sel.Sel.Name
		}
	}
	return ""
}

func tooLong(s source) (out []fault) {
	if n := s.set.File(s.FileStart).LineCount(); n > longestFile {
		out = append(out,
			fault{s.path, n, fmt.Sprintf("%d lines, at most %d", n, longestFile),
				"a file has one subject; this one has grown a second"})
	}
	for _, d := range s.Decls {
		if f, ok := d.(*ast.FuncDecl); ok {
			if n := s.set.Position(f.End()).Line - s.set.Position(f.Pos()).Line + 1; n > longestFunc {
				out = append(out,
					s.at(f, "a function is seen whole or not understood",
						"%s has %d lines, at most %d", f.Name.Name, n, longestFunc))
			}
		}
	}
	return out
}

func vagueName(s source) []fault {
	for _, name := range []string{s.Name.Name, path.Base(path.Dir(s.path))} {
		if slices.Contains([]string{"util", "utils", "common", "helper", "helpers"}, name) {
			return []fault{s.at(s.Name, "a package is named after what it knows, or anything ends up in it",
				"package %s", name)}
		}
	}
	return nil
}

func importPath(spec *ast.ImportSpec) string {
	p, _ := strconv.Unquote(spec.Path.Value) // the parser has read it
	return p
}

// strangeNames finds what does not belong at the top of the repository. ignored are the lines of .gitignore.
func strangeNames(names, ignored []string) (out []fault) {
	house := []string{"cmd", "tui", "scoring", "data", "sample", "Makefile", "go.mod", "go.sum", "README.md"}
	for _, name := range names {
		skip := strings.HasPrefix(name, ".") || slices.ContainsFunc(ignored, func(line string) bool {
			ok, _ := path.Match(strings.Trim(strings.TrimSpace(line), "/"), name)
			return ok
		})
		if !skip && !slices.Contains(house, name) {
			out = append(out,
				fault{name, 1, "a new name at the top",
					"the house has five rooms, and a newcomer must find the way at one look"})
		}
	}
	return out
}

func TestHouse(t *testing.T) {
	top := ".."
	for _, f := range strangeNames(topNames(t, top), ignoredAt(t, top)) {
		t.Error(f)
	}
	seen := 0
	err := filepath.WalkDir(top, func(p string, d fs.DirEntry, err error) error {
		switch name := d.Name(); {
		case err != nil:
			return err
		case d.IsDir() && p != top &&
			(strings.HasPrefix(name, ".") || slices.Contains([]string{"bin", "dist", "testdata"}, name)):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		text, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(top, p)
		if err != nil {
			return err
		}
		seen++
		for _, f := range faults(parse(t, filepath.ToSlash(rel), string(text))) {
			t.Error(f)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen < 50 {
		t.Errorf("only %d files were looked at: this is not the whole house", seen)
	}
}

func topNames(t *testing.T, top string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(top)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func ignoredAt(t *testing.T, top string) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(top, ".gitignore"))
	if err != nil {
		t.Fatal(err)
	}
	return append(strings.Split(string(text), "\n"), "bin", "dist")
}

func parse(t *testing.T, name, text string) source {
	t.Helper()
	set := token.NewFileSet()
	f, err := parser.ParseFile(set, name, text, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	return source{name, set, f}
}

// TestHouseRules breaks each rule once and keeps it once.
func TestHouseRules(t *testing.T) {
	lines := func(n int) string { return strings.Repeat("\n", n) }
	for _, tt := range []struct {
		file, text string
		want       string // the fault's beginning; empty if all is well
	}{
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
			`package x; import ("os"; "time"; "github.com/a/b"; "thidua/sample"; "thidua/scoring"; "thidua/data/y"); var n = time.Now`, ""},
		{"data/x/a.go", `package x; import "thidua/tui/kit"`, "data/x/a.go:1: data must not import tui/kit: "},
		{"data/x/a.go", `package x; import "github.com/charmbracelet/x/ansi"`,
			"data/x/a.go:1: data must not import github.com/charmbracelet/x/ansi: "},
		{"tui/x/a.go", `package x; import ("charm.land/bubbletea/v2"; "thidua/data/meeting"; "thidua/tui/kit")`, ""},
		{"tui/x/a.go", `package x; import "thidua/cmd/thidua"`, "tui/x/a.go:1: tui must not import cmd/thidua: "},
		{"tui/x/a.go", `package x; import "thidua/sample"`, "tui/x/a.go:1: tui must not import sample: "},
		{"tui/ssh/a.go", `package ssh; import "charm.land/wish/v2"`, ""},
		{"tui/sshx/a.go", `package sshx; import "charm.land/wish/v2"`, "tui/sshx/a.go:1: wish belongs into tui/ssh: "},
		{"cmd/thidua/a.go",
			`package main; import ("thidua/tui"; "thidua/sample"; "charm.land/bubbletea/v2"); var n = 1`, ""},
		{"cmd/thidua/a.go", `package main; import "charm.land/wish/v2/logging"`,
			"cmd/thidua/a.go:1: wish belongs into tui/ssh: "},
		{"tui/a.go",
			`package tui; var ( ErrX = errors.New("x"); re = regexp.MustCompile("x"); files embed.FS; _ I = T{} )`, ""},
		{"tui/a.go", "package tui\nvar (\n\tErrX = errors.New(\"x\")\n\tcache map[string]int\n)",
			"tui/a.go:4: package-level variable cache: "},
		{"scoring/a.go", `package scoring; var limit = 250`, "scoring/a.go:1: package-level variable limit: "},
		{"tui/a.go", "package tui" + lines(longestFile), ""},
		{"tui/a.go", "package tui" + lines(longestFile+1), "tui/a.go:401: 401 lines, at most 400: "},
		{"cmd/a.go", "package main\nfunc f() {" + lines(longestFunc-1) + "}", ""},
		{"cmd/a.go", "package main\nfunc f() {" + lines(longestFunc) + "}", "cmd/a.go:2: f has 81 lines, at most 80: "},
		{"data/util/a.go", `package x`, "data/util/a.go:1: package util: "},
		{"data/x/a.go", `package helpers`, "data/x/a.go:1: package helpers: "},
	} {
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
