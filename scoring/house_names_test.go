package scoring_test

import (
	"go/ast"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

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

// vagueName finds names that say nothing: of packages, of files, and of what a package gives to others.
func vagueName(s source) (out []fault) {
	vague := []string{
		"util", "utils", "common", "helper", "helpers", "misc", "base", "types", "stuff", "manager", "core",
	}
	const why = "a thing is named after what it knows, or anything ends up in it"
	for _, name := range []string{s.Name.Name, path.Base(path.Dir(s.path))} {
		if slices.Contains(vague, name) {
			return []fault{s.at(s.Name, why, "package %s", name)}
		}
	}
	if file := strings.TrimSuffix(path.Base(s.path), ".go"); slices.Contains(vague, file) {
		out = append(out, s.at(s.Name, why, "file %s.go", file))
	}
	for _, d := range s.Decls {
		for _, name := range declared(d) {
			for _, end := range []string{"Manager", "Helper", "Util", "Utils", "Info", "Impl", "Stuff"} {
				if strings.HasSuffix(name.Name, end) || strings.EqualFold(name.Name, end) {
					out = append(out, s.at(name, why, "%s", name.Name))
					break
				}
			}
		}
	}
	return out
}

// declared are the names of functions and types that a declaration makes.
func declared(d ast.Decl) (names []*ast.Ident) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		names = append(names, d.Name)
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			if t, ok := spec.(*ast.TypeSpec); ok {
				names = append(names, t.Name)
			}
		}
	}
	return names
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
