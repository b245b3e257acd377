package clean_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"thidua/data/clean"
)

func TestLine(t *testing.T) {
	for in, want := range map[string]string{
		"Thừa Thiên - Huế":                  "Thừa Thiên - Huế",
		norm.NFD.String("Thừa Thiên - Huế"): "Thừa Thiên - Huế",
		"a\x1b[31mđỏ":                       "a[31mđỏ",
		"dòng 1\r\ndòng 2\tx":               "dòng 1 dòng 2 x",
		"a\n\rb\n\nc":                       "a  b  c",
		"Nam Ðịnh, ðã Ɖɖ":                   "Nam Định, đã Đđ",
		"👨\u200d👩\u200d👧":                   "👨👩👧",
		"b\u202eidi\u2066":                  "bidi",
		"\xff\xfeabc":                       "abc",
		"kết thúc ":                         "kết thúc ",
		"\u009bC1":                          "C1",
		"👍 được":                            "👍 được",
	} {
		if got := clean.Line(in); got != want {
			t.Errorf("Line(%q) = %q, want %q", in, got, want)
		}
	}
}

// However many marks somebody puts on a letter, what is kept is clean, and stays as it is when it is read again.
func TestLineWithManyMarks(t *testing.T) {
	for n := range 80 {
		line := clean.Line("a" + strings.Repeat("\u0323", n) + "b")
		if what, bad := clean.Find(line); bad || clean.Line(line) != line || !norm.NFC.IsNormalString(line) {
			t.Errorf("%d marks: %q holds %q", n, line, what)
		}
	}
}

func TestFind(t *testing.T) {
	for in, want := range map[string]string{"\x1b]0;x\a": "U+001B", "a\u202eb": "U+202E", "\xc3": "byte 0xC3",
		"x\x7f": "U+007F"} {
		if got, ok := clean.Find(in); !ok || got != want {
			t.Errorf("Find(%q) = %q, %v; want %q", in, got, ok, want)
		}
	}
	for _, in := range []string{"", "Bà Rịa - Vũng Tàu", "5 ≤ 6 ✓ \ufffd"} {
		if got, ok := clean.Find(in); ok {
			t.Errorf("Find(%q) = %q", in, got)
		}
	}
}

// The ranges of private use and surrogates are written out, for speed; they are Unicode's.
func TestForbiddenClasses(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if unicode.In(r, unicode.Cc, unicode.Cs, unicode.Co, unicode.Bidi_Control) && !clean.Forbidden(r) {
			t.Errorf("%U is let through", r)
		}
		if r < 0x2000 && unicode.IsLetter(r) && clean.Forbidden(r) {
			t.Errorf("%U is refused", r)
		}
	}
}

func TestShow(t *testing.T) {
	if got := clean.Show("\x1b[2J\u202e\xff"); got != `\x1b[2J\u202e\xff` {
		t.Errorf("Show = %q", got)
	}
	if got := clean.Show(strings.Repeat("ế", 10_000)); utf8.RuneCountInString(got) != 121 {
		t.Errorf("Show of a long text has %d characters", utf8.RuneCountInString(got))
	}
}

// The name of a file is never cut: it must be found again.
func TestEscape(t *testing.T) {
	long := strings.Repeat("thư mục/", 40)
	if got, want := clean.Escape(long+"\x1b.toml"), long+`\x1b.toml`; got != want {
		t.Errorf("Escape = %q, want %q", got, want)
	}
}

func FuzzLine(f *testing.F) {
	f.Add("\x1b[31m ạ \xff\u202e")
	f.Add("a" + strings.Repeat("\u0323", 31))
	f.Add("Ð\u0301" + strings.Repeat("\u0344\u0315", 20) + "\r\n")
	f.Fuzz(func(t *testing.T, s string) {
		line := clean.Line(s)
		if what, bad := clean.Find(line); bad {
			t.Errorf("Line(%q) still holds %s", s, what)
		}
		if again := clean.Line(line); again != line {
			t.Errorf("Line is not stable: %q, then %q", line, again)
		}
		if what, bad := clean.Find(clean.Show(s) + clean.Escape(s)); bad {
			t.Errorf("Show(%q) holds %s", s, what)
		}
	})
}

// A text is clean where nothing is found in it.
func TestIsFindsWhatFindFinds(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		bytes := rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) })
		s := rapid.OneOf(rapid.String(), bytes,
			rapid.StringOf(rapid.RuneFrom([]rune("aĐệ \x7f\u00ad\u200b\u202e\ufeff\ufffd\U000e0001\n")))).Draw(r, "s")
		if _, foul := clean.Find(s); clean.Is([]byte(s)) == foul {
			r.Fatalf("%q: Is %v, Find %v", s, !foul, foul)
		}
	})
}
