package workbook_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"io"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"thidua/scoring"
)

// compound is a compound file with a directory of some names, as old programs and encryption write it.
func compound(names ...string) string {
	const sector, nameRoom = 512, 64
	b := []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", sector-8))
	for _, name := range append([]string{"Root Entry"}, names...) {
		entry := make([]byte, 128)
		units := utf16.Encode([]rune(name + "\x00"))
		for i, u := range units {
			entry[2*i], entry[2*i+1] = byte(u), byte(u>>8)
		}
		entry[nameRoom] = byte(2 * len(units))
		b = append(b, entry...)
	}
	return string(append(b, make([]byte, sector)...))
}

// repacked is a workbook with some of its files changed, and others put in.
func repacked(t testing.TB, src []byte, change map[string]func(io.Writer)) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(w, flate.BestSpeed)
	})
	good, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range good.File {
		if change[f.Name] == nil {
			if err := z.Copy(f); err != nil {
				t.Fatal(err)
			}
		}
	}
	for name, write := range change {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		write(w)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// encrypted is a workbook with a password, as Excel saves it.
func encrypted(t testing.TB, src []byte) string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var b bytes.Buffer
	if err := f.Write(&b, excelize.Options{Password: "bí mật"}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A file that is no workbook of ours says what it is, and what to do.
func TestStrangeFiles(t *testing.T) {
	book := open(t, "5350-2019")
	good := filled(t, book, "Nam Định", "2019-2020", nil)
	secret := encrypted(t, good)
	macros := repacked(t, good, map[string]func(io.Writer){
		"xl/vbaProject.bin": func(w io.Writer) { _, _ = io.WriteString(w, compound("VBA")) }})
	const passwordOff = "has a password; open it in Excel with its password, take the password off"
	for name, tt := range map[string]struct{ file, src, want string }{
		"a password":         {"f.xlsx", secret, passwordOff},
		"a password, old":    {"f.xls", secret, passwordOff},
		"an old file":        {"f.xls", compound("Workbook"), "f.xls: an old Excel file (.xls); open it in Excel and"},
		"an old file, 1995":  {"f.xls", compound("Book"), "f.xls: an old Excel file (.xls); open it in Excel and"},
		"an old one renamed": {"f.xlsx", compound("Workbook"), "an old Excel file (.xls) named .xlsx; open it in"},
		"an old letter":      {"f.xlsx", compound("WordDocument"), "no Excel workbook"},
		"text":               {"f.xlsx", "hello", "not an XLSX file"},
		"macros":             {"f.xlsm", string(macros), "macros; save it as .xlsx, the kind without macros"},
		"macros, renamed":    {"f.xlsx", string(macros), "macros; save it as .xlsx, the kind without macros"},
		"half a file":        {"f.xlsx", string(good[:len(good)/2]), "cannot be read"},
		"a large file":       {"f.xlsx", strings.Repeat("x", 17<<20), "limit"},
	} {
		if _, found := read(t, book, tt.file, []byte(tt.src)); !strings.Contains(found, tt.want) {
			t.Errorf("%s: %s", name, found)
		}
	}
}

// A small file that unpacks to more than any form has is refused before it fills the memory.
func TestBomb(t *testing.T) {
	book := open(t, "5350-2019")
	bomb := repacked(t, filled(t, book, "Nam Định", "2019-2020", nil), map[string]func(io.Writer){
		"xl/worksheets/sheet1.xml": func(w io.Writer) {
			blank := bytes.Repeat([]byte(" "), 1<<20)
			for range 66 { // megabytes: two more than are unpacked
				_, _ = w.Write(blank)
			}
		}})
	if _, found := read(t, book, "f.xlsx", bomb); len(bomb) > 1<<20 || !strings.Contains(found, "cannot be read") {
		t.Errorf("%d bytes: %s", len(bomb), found)
	}
}

// utf16Of is a text as Excel saves «Unicode text» and other programs do: two bytes a character, a mark first that says
// in which order.
func utf16Of(text string, bigEndian bool) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune("\ufeff" + text)) {
		if bigEndian {
			b = append(b, byte(u>>8), byte(u))
		} else {
			b = append(b, byte(u), byte(u>>8))
		}
	}
	return b
}

// A table of text is read in the encodings that Excel gives it.
func TestTextEncodings(t *testing.T) {
	book := open(t, "5350-2019")
	tabs := "STT\tTiêu chí\tTự chấm (%)\tMinh chứng\r\n1.1\tx\t85,5\tNghị quyết 05\r\n"
	semicolons := strings.ReplaceAll(tabs, "\t", ";")
	for name, src := range map[string][]byte{
		"UTF-16, low byte first, tabs":        utf16Of(tabs, false),
		"UTF-16, high byte first, tabs":       utf16Of(tabs, true),
		"UTF-16, low byte first, semicolons":  utf16Of(semicolons, false),
		"UTF-16, high byte first, semicolons": utf16Of(semicolons, true),
		"UTF-8 with its mark":                 []byte("\ufeff" + semicolons),
		"UTF-8":                               []byte(tabs),
	} {
		t.Run(name, func(t *testing.T) {
			sh, found := read(t, book, "nam-dinh.csv", src)
			if found != "" {
				t.Fatal(found)
			}
			if sh.Unit != "Nam Định" || sh.Marks["1.1"] != scoring.InPercent(85_50) {
				t.Errorf("read %s, %v", sh.Unit, sh.Marks)
			}
			if diff := cmp.Diff(map[string][]string{"1.1": {"Nghị quyết 05"}}, sh.Evidence); diff != "" {
				t.Error(diff)
			}
		})
	}
	if _, found := read(t, book, "nam-dinh.csv", []byte("STT;Ti\xeau ch\xed\n")); !strings.Contains(found, "UTF-8") {
		t.Errorf("another encoding: %s", found)
	}
}

// What came into cells from elsewhere, in pieces of letters and with characters that a reader obeys, comes out whole
// and clean.
func TestCellsComeOutClean(t *testing.T) {
	book := open(t, "5350-2019")
	src := filled(t, book, "Nam Định", "2019-2020", func(f *excelize.File) {
		set(t, f, page, "B", 3, "Nam \u0110i\u0323nh") // as handed out, decomposed
		set(t, f, page, "E", rowOf(t, book, "1.1"), "\u00a085,5\u00a0")
		set(t, f, page, "H", rowOf(t, book, "1.1"), "Nghi\u0323 quye\u0302\u0301t \u202e05\u202c<bell>")
		set(t, f, page, "I", rowOf(t, book, "1.1"), "nô\u0323p\u200b sau\u2066")
		set(t, f, bonus, "A", 4, "3.1")
		set(t, f, bonus, "B", 4, 8)
		set(t, f, bonus, "C", 4, "lan to\u0309a <escape>[31m")
	})
	sh, found := read(t, book, "f.xlsx", withControls(t, src))
	if found != "" {
		t.Fatal(found)
	}
	want := &scoring.Sheet{Unit: "Nam Định", Marks: map[string]scoring.Mark{"1.1": scoring.InPercent(85_50)},
		Evidence: map[string][]string{"1.1": {"Nghị quyết 05", "Ghi chú: nộp sau"}},
		Requests: []scoring.Request{{Target: "3.1", Points: 8 * scoring.Point, Reason: "lan tỏa [31m"}}}
	if diff := cmp.Diff(want, sh, cmp.AllowUnexported(scoring.Mark{})); diff != "" {
		t.Error(diff)
	}
}

// withControls is a workbook with control characters in the place of words, as the format writes them (ECMA-376,
// 22.9.2.19): libraries that write cells leave them out.
func withControls(t *testing.T, src []byte) []byte {
	t.Helper()
	const texts = "xl/sharedStrings.xml"
	z, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(texts)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	b, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	said := strings.NewReplacer("&lt;bell&gt;", "_x0007_", "&lt;escape&gt;", "_x001B_").Replace(string(b))
	if said == string(b) {
		t.Fatal("no control character was put in")
	}
	return repacked(t, src, map[string]func(io.Writer){texts: func(w io.Writer) { _, _ = io.WriteString(w, said) }})
}
