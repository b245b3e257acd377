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

// The rules of the house, for the whole module and not only this package:
//
//	layers_test.go       who may import whom, and what scoring may not touch
//	house_size_test.go   how long and wide things may be
//	house_words_test.go  both languages of a sentence say the same things
//	house_keys_test.go   names of keys come from the key tables
//	house_names_test.go  vague names, package-level variables, what lies at the top
//	house_rules_test.go  every rule broken once and kept once

// fault is a place where a rule is broken, and why there is the rule.
type fault struct {
	file      string
	line      int
	what, why string
}

func (f fault) String() string { return fmt.Sprintf("%s:%d: %s: %s", f.file, f.line, f.what, f.why) }

// source is a Go file with its path from the top of the module.
type source struct {
	path, text string
	set        *token.FileSet
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

func importPath(spec *ast.ImportSpec) string {
	p, _ := strconv.Unquote(spec.Path.Value) // the parser has read it
	return p
}

// faults checks one file against every rule. Test files may be long and import what they like.
func faults(s source) (out []fault) {
	rules := []func(source) []fault{tooWide, unlikeFormats}
	if !strings.HasSuffix(s.path, "_test.go") {
		rules = append(rules, wrongRoom, wrongStorey, engines, spelledKeys, wish, impureCalls, globals, tooLong,
			vagueName)
	}
	for _, rule := range rules {
		out = append(out, rule(s)...)
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
		case d.IsDir() && p != top && notOurs(name):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(name, ".go"):
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

// notOurs reports whether a folder holds no code of the house.
func notOurs(name string) bool {
	return strings.HasPrefix(name, ".") || slices.Contains([]string{"bin", "dist", "testdata"}, name)
}

func parse(t *testing.T, name, text string) source {
	t.Helper()
	set := token.NewFileSet()
	f, err := parser.ParseFile(set, name, text, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	return source{name, text, set, f}
}
