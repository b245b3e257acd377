package scoring_test

import (
	"fmt"
	"go/ast"
	"go/token"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// unlikeFormats finds sentences whose two languages do not take the same arguments: a verb that one of them lacks,
// another kind of verb, or another number of arguments than are given. vet does not see it, for the formats come in
// pairs.
func unlikeFormats(s source) (out []fault) {
	const why = "a sentence with a hole in one language is read aloud in that language"
	ast.Inspect(s.File, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if name := n.Name.Name; takesFormats(n.Type) && !slices.Contains(sayers(), name) {
				out = append(out, s.at(n, "its calls are not looked at", "%s is not among sayers", name))
			}
		case *ast.CallExpr:
			if what := unlikeCall(n); what != "" {
				out = append(out, s.at(n, why, "%s", what))
			}
		case *ast.CompositeLit:
			if what := unlikeText(n); what != "" {
				out = append(out, s.at(n, why, "%s", what))
			}
		}
		return true
	})
	return out
}

// sayers are the functions whose first arguments are a Vietnamese and an English format. Errorf is lang's: others take
// one.
func sayers() []string {
	return []string{"Errorf", "Sayf", "Say", "say", "Note", "note", "usage", "tell", "unreadable", "text"}
}

// takesFormats reports whether a function's parameters begin with vi and en.
func takesFormats(f *ast.FuncType) bool {
	var names []string
	for _, p := range f.Params.List {
		for _, name := range p.Names {
			names = append(names, name.Name)
		}
	}
	return len(names) >= 2 && names[0] == "vi" && names[1] == "en"
}

// unlikeCall says what is wrong with a call of a function that takes both formats.
func unlikeCall(call *ast.CallExpr) string {
	name := called(call.Fun)
	foreign := name == "Errorf" && selector(call.Fun) != "lang.Errorf"
	if !slices.Contains(sayers(), name) || foreign || len(call.Args) < 2 {
		return ""
	}
	vi, isVI := literal(call.Args[0])
	en, isEN := literal(call.Args[1])
	if !isVI || !isEN {
		return ""
	}
	args := call.Args[2:]
	if len(args) == 0 {
		if strings.Contains(vi+en, "%%") {
			return fmt.Sprintf("%s(%q, %q) gets no arguments and shows both signs", name, vi, en)
		}
		if name != "text" && (len(verbs(vi, false)) > 0 || len(verbs(en, false)) > 0) {
			return fmt.Sprintf("%s(%q, %q) takes arguments and gets none", name, vi, en)
		}
		return unlike(vi, en, false)
	}
	if what := unlike(vi, en, true); what != "" {
		return what
	}
	takes := verbs(vi, true)
	last := slices.Max(append(slices.Collect(maps.Keys(takes)), -1))
	if !call.Ellipsis.IsValid() && last+1 != len(args) {
		return fmt.Sprintf("%q takes %d arguments and gets %d", vi, last+1, len(args))
	}
	return ""
}

// unlikeText says what is wrong with a lang.Text that is written out, which somebody may use as a format.
func unlikeText(lit *ast.CompositeLit) string {
	var vi, en ast.Expr
	for _, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			switch called(kv.Key) {
			case "VI":
				vi = kv.Value
			case "EN":
				en = kv.Value
			}
		}
	}
	if vi == nil || en == nil {
		return ""
	}
	v, isVI := literal(vi)
	e, isEN := literal(en)
	if !isVI || !isEN {
		return ""
	}
	return unlike(v, e, false)
}

func unlike(a, b string, strict bool) string {
	inA, inB := verbs(a, strict), verbs(b, strict)
	if maps.Equal(inA, inB) {
		return ""
	}
	return fmt.Sprintf("%q and %q take different arguments: %v and %v", a, b, inA, inB)
}

// called is the last name of what is called: Say of env.Say.
func called(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}

// literal is a text written out, or several put together.
func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(e.Value)
		return text, err == nil && e.Kind == token.STRING
	case *ast.BinaryExpr:
		a, isA := literal(e.X)
		b, isB := literal(e.Y)
		return a + b, isA && isB && e.Op == token.ADD
	case *ast.ParenExpr:
		return literal(e.X)
	}
	return "", false
}

// verbs are the arguments that a format takes, each with how it is shown ("*" for a width). A text that is no format
// yet may say "50 % of": unless strict, a verb must be one that the program uses and stand close to its sign.
func verbs(format string, strict bool) map[int]string {
	out, next := map[int]string{}, 0
	for i := 0; i < len(format); i++ {
		if format[i] != '%' {
			continue
		}
		i++
		flags := i
		for i < len(format) && strings.IndexByte("+-# 0123456789.*", format[i]) >= 0 {
			if format[i] == '*' {
				out[next], next = "*", next+1
			}
			if !strict && format[i] == ' ' {
				break
			}
			i++
		}
		if i < len(format) && format[i] == '[' {
			end := strings.IndexByte(format[i:], ']')
			if n, err := strconv.Atoi(format[i+1 : i+max(end, 1)]); err == nil {
				next = n - 1
				i += end + 1
			}
		}
		switch {
		case i >= len(format):
			if strict {
				out[next] = "%!"
			}
		case format[i] == '%' && i == flags:
		case strict || strings.IndexByte("sdvqtxXfgc", format[i]) >= 0:
			out[next], next = string(format[i]), next+1
		}
	}
	return out
}
