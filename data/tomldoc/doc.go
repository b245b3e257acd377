// Package tomldoc reads TOML that people wrote. The library parses; this package adds what people need when something
// is wrong: the line of every key, all findings at once instead of the first, unknown keys with the one that was
// probably meant, numbers taken exactly, text cleaned.
package tomldoc

import (
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"thidua/data/finding"
	"thidua/scoring/lang"
)

// MaxSize is the largest file that is read, in bytes. The largest rulebook is a fiftieth of it.
const MaxSize = 4 << 20

// Doc is a parsed file and what was found wrong with it so far.
type Doc struct {
	File     string
	Source   string
	Findings finding.List

	// Cells are, by line, the cells that the text was made of, where it was made of a workbook: findings name them in
	// place of lines. Empty for a line that stands for none.
	Cells []string

	lines  map[string]int
	failed map[string]bool   // the paths that findings are about
	long   map[string]string // numbers with more digits than a float keeps, and moments, as they were written
	root   map[string]any
	tables map[string]*Table // one for each path, however often it is asked for
}

// Load reads and parses a file. The document is nil where it could not be parsed at all; the findings say why.
func Load(file string) (*Doc, finding.List) {
	var found finding.List
	src, err := read(file)
	if err != nil {
		found.Add(file, 0, CannotRead(err),
			lang.Sayf("kiểm tra đường dẫn và quyền đọc", "check the path and that it may be read"))
		return nil, found
	}
	return Parse(file, src)
}

// read reads a file, but never more than one byte over the limit: not every file has a size that says how much will
// come.
func read(file string) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, MaxSize+1))
}

// Parse parses what was read from a file of that name.
func Parse(file string, src []byte) (*Doc, finding.List) {
	var found finding.List
	if len(src) > MaxSize {
		found.Add(file, 0,
			lang.Sayf("tệp lớn hơn giới hạn %d MB", "the file has more than the limit of %d MB", MaxSize>>20),
			lang.Sayf("kiểm tra xem có đúng tệp không", "check that it is the right file"))
		return nil, found
	}
	if at := invalidUTF8(src); at >= 0 {
		found.Add(file, 1+strings.Count(string(src[:at]), "\n"),
			lang.Sayf("byte 0x%02X không phải là UTF-8", "byte 0x%02X is not UTF-8", src[at]),
			lang.Sayf("lưu lại tệp với mã UTF-8", "save the file as UTF-8"))
		return nil, found
	}
	text := strings.TrimPrefix(string(src), "\ufeff")
	if line, deep := tooDeep(text); deep {
		found.Add(file, line, lang.Sayf("lồng nhau quá %d lớp", "nested more than %d deep", deepest),
			lang.Sayf("kiểm tra xem có đúng tệp không", "check that it is the right file"))
		return nil, found
	}
	root, err := parse(text)
	if err != nil {
		line, _ := positionOf(text, err)
		found.Add(file, line, syntax(text, err),
			lang.Sayf("sửa cú pháp TOML ở dòng này", "mend the TOML syntax on this line"))
		return nil, found
	}
	s := scan(text)
	return &Doc{File: file, Source: text, root: root, lines: s.at, long: s.long, failed: map[string]bool{},
		tables: map[string]*Table{}}, nil
}

// parse calls the library; a panic of it on hostile input is an error like any other.
func parse(text string) (root map[string]any, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%v", p)
		}
	}()
	_, err = toml.Decode(text, &root)
	return root, err
}

func invalidUTF8(src []byte) int {
	for i := 0; i < len(src); {
		r, n := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// Root is the table of the whole document.
func (d *Doc) Root() *Table { return d.table("", d.root) }

func (d *Doc) table(path string, values map[string]any) *Table {
	t, ok := d.tables[path]
	if !ok {
		t = &Table{doc: d, path: path, values: values}
		d.tables[path] = t
	}
	return t
}

// Line is the line of a path, or of the nearest thing above it that has one; 0 if there is none.
func (d *Doc) Line(path string) int {
	for path != "" {
		if n, ok := d.lines[path]; ok {
			return n
		}
		path = above(path)
	}
	return 0
}

// Fail notes a finding about a path. What is missing from the document as a whole is missing from its first line on.
func (d *Doc) Fail(path string, what, mend lang.Text) {
	d.failed[path] = true
	f := finding.Finding{File: d.File, Line: max(d.Line(path), 1), What: what, Mend: mend}
	if len(d.Cells) > 0 {
		if f.Line <= len(d.Cells) {
			f.Cell = d.Cells[f.Line-1]
		}
		f.Line = 0
	}
	d.Findings = append(d.Findings, f)
}

// Failed lists the paths that findings are about.
func (d *Doc) Failed() []string { return slices.Sorted(maps.Keys(d.failed)) }

// Path is the path of a key below another: criterion[12].max. Keys that are more than letters, digits, _ and - are
// quoted.
func Path(prefix, key string) string {
	plain := key != ""
	for _, r := range key {
		plain = plain && (r == '_' || r == '-' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z')
	}
	if !plain {
		key = strconv.Quote(key)
	}
	if prefix == "" {
		return key
	}
	return prefix + "." + key
}

// Element is the path of an element of an array, from 0.
func Element(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

// above is the path without its last key or index.
func above(path string) string {
	quoted := false
	for i := len(path) - 1; i > 0; i-- {
		switch c := path[i]; {
		case c == '"' && path[i-1] != '\\':
			quoted = !quoted
		case !quoted && (c == '.' || c == '['):
			return path[:i]
		}
	}
	return ""
}
