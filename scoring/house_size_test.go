package scoring_test

import (
	"fmt"
	"go/ast"
	"strings"
	"unicode/utf8"
)

const (
	longestFile = 400 // lines
	longestFunc = 80  // lines
	widestLine  = 120 // columns, a tab being four

	// The size of a function is what the parser sees in it, statement, name or operator, so that density is not bought
	// with width. A row of a table counts as no more than rowSize, for a table is read a row at a time.
	largestFunc = 400
	rowSize     = 12
)

// tooWide finds lines that run out of a window beside another. Test files are held to it as well.
func tooWide(s source) (out []fault) {
	n := 0
	for line := range strings.Lines(s.text) {
		n++
		line = strings.ReplaceAll(strings.TrimRight(line, "\r\n"), "\t", "    ")
		if w := utf8.RuneCountInString(line); w > widestLine {
			out = append(out, fault{s.path, n, fmt.Sprintf("%d columns, at most %d", w, widestLine),
				"two windows stand side by side; a line each for the Vietnamese and the English text reads well"})
		}
	}
	return out
}

func tooLong(s source) (out []fault) {
	if n := s.set.File(s.FileStart).LineCount(); n > longestFile {
		out = append(out, fault{s.path, n, fmt.Sprintf("%d lines, at most %d", n, longestFile),
			"a file has one subject; this one has grown a second"})
	}
	const why = "a function is seen whole or not understood"
	for _, d := range s.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok || f.Body == nil {
			continue
		}
		if n := s.set.Position(f.End()).Line - s.set.Position(f.Pos()).Line + 1; n > longestFunc {
			out = append(out, s.at(f, why, "%s has %d lines, at most %d", f.Name.Name, n, longestFunc))
		}
		if n := size(f.Body); n > largestFunc {
			out = append(out, s.at(f, why, "%s has size %d, at most %d", f.Name.Name, n, largestFunc))
		}
	}
	return out
}

// size counts the nodes of a piece of code, with the rows of tables at rowSize, and with the code in them in full.
func size(n ast.Node) (total int) {
	ast.Inspect(n, func(x ast.Node) bool {
		if x == nil {
			return false
		}
		total++
		table, ok := x.(*ast.CompositeLit)
		if !ok || !isTable(table) {
			return true
		}
		for _, row := range table.Elts {
			total += min(size(row), rowSize) + codeIn(row)
		}
		return false
	})
	return total
}

func isTable(lit *ast.CompositeLit) bool {
	switch lit.Type.(type) {
	case *ast.ArrayType, *ast.MapType:
		return true
	}
	return false
}

// codeIn is the size of the functions written inside a row.
func codeIn(row ast.Node) (total int) {
	ast.Inspect(row, func(x ast.Node) bool {
		f, ok := x.(*ast.FuncLit)
		if ok {
			total += size(f.Body)
		}
		return !ok
	})
	return total
}
