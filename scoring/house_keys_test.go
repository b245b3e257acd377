package scoring_test

import (
	"go/ast"
	"go/token"
	"regexp"
	"strconv"
	"strings"
)

// A sentence that names a key has the name from where the key is bound: a constant or a function, such as
// screen.Roll.Key(). So a key that changes changes in every sentence.

// keyNames are keys as people write them. Signs and arrows are left out: they are too often only signs.

func keyNames() *regexp.Regexp {
	return regexp.MustCompile(`\bF([1-9]|1[0-2])\b|\b(Ctrl|Shift|Alt)\+` +
		`|\b(Enter|Esc|Tab|PgDn|PgUp|Home|Space|Del|Delete)\b`)
}

// spelledKeys finds names of keys in texts outside of the key tables.
func spelledKeys(s source) (out []fault) {
	if !s.in("tui") || s.in("tui/ssh") {
		return nil
	}
	tables := map[ast.Node]bool{}
	ast.Inspect(s.File, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GenDecl:
			for _, spec := range n.Specs {
				if v, ok := spec.(*ast.ValueSpec); ok && n.Tok == token.CONST {
					tables[v] = strings.HasPrefix(strings.ToLower(v.Names[0].Name), "key")
				}
			}
		case *ast.KeyValueExpr:
			key, ok := n.Key.(*ast.Ident)
			tables[n] = ok && (key.Name == "Shown" || key.Name == "Keys")
		case *ast.FuncDecl: // what tells the terminal's names from people's
			tables[n] = s.in("tui/kit") && n.Name.Name == "Named"
		}
		return true
	})
	names := keyNames()
	ast.Inspect(s.File, func(n ast.Node) bool {
		if tables[n] {
			return false
		}
		lit, ok := n.(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING {
			return true
		}
		text, _ := strconv.Unquote(lit.Value) // the parser has read it
		if found := names.FindString(text); found != "" {
			out = append(out, s.at(lit, "a key that changes must change in every sentence: take it from the table",
				"the key %s is spelled out in a text", strings.TrimSuffix(found, "+")))
		}
		return true
	})
	return out
}
