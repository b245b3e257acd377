package kit_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"thidua/scoring/lang"
	"thidua/tui/kit"
)

func TestWidth(t *testing.T) {
	name := "Thừa Thiên - Huế"
	for _, form := range []norm.Form{norm.NFC, norm.NFD} {
		s := form.String(name)
		if kit.Width(s) != 16 || kit.Width(kit.Left(s, 20)) != 20 || kit.Width(kit.Right(s, 20)) != 20 ||
			kit.Width(kit.Cut(s, 9)) > 9 {
			t.Errorf("%q: width %d, cut %q", s, kit.Width(s), kit.Cut(s, 9))
		}
	}
	if got := kit.Cut(name, 10); got != "Thừa Thiê…" {
		t.Errorf("Cut = %q", got)
	}
	if got := kit.Cut(name, 5); got != "Thừa…" {
		t.Errorf("Cut leaves a blank before the mark: %q", got)
	}
}

// The short way to a width gives what the library says: for every character, and for any that stand together.
func TestWidthAsTheLibrarySays(t *testing.T) {
	var all []rune
	for r := rune(' '); r < 0x3000; r++ {
		if got, want := kit.Width(string(r)), ansi.StringWidth(string(r)); got != want {
			t.Errorf("%U: %d cells, the library says %d", r, got, want)
		}
		all = append(all, r)
	}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.SampledFrom(all)).Draw(t, "s")
		if got, want := kit.Width(s), ansi.StringWidth(s); got != want {
			t.Fatalf("%q: %d cells, the library says %d", s, got, want)
		}
		w := rapid.IntRange(0, 20).Draw(t, "w")
		want := s
		if ansi.StringWidth(s) > w {
			want = strings.TrimRight(ansi.Truncate(s, w-1, ""), " ") + "…"
		}
		if w == 0 {
			want = ""
		}
		if got := kit.Cut(s, w); got != want {
			t.Fatalf("Cut(%q, %d) is %q, want %q", s, w, got, want)
		}
	})
}

// Whatever the text, what is made to measure has that measure.
func TestMeasures(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.SampledFrom([]rune("aếừ 日本\u0301\u0302👍đ-…"))).Draw(t, "s")
		w := rapid.IntRange(0, 30).Draw(t, "w")
		if got := kit.Width(kit.Cut(s, w)); got > w {
			t.Fatalf("Cut(%q, %d) has %d cells", s, w, got)
		}
		for name, got := range map[string]string{"Left": kit.Left(s, w), "Right": kit.Right(s, w),
			"Row": kit.NewRow(w).Put(kit.Style{}, s).String()} {
			if kit.Width(got) != w {
				t.Fatalf("%s(%q, %d) has %d cells", name, s, w, kit.Width(got))
			}
		}
		for _, line := range kit.Wrap(s, w, 3) {
			if kit.Width(line) > max(w, 2) {
				t.Fatalf("Wrap(%q, %d) has a line of %d cells", s, w, kit.Width(line))
			}
		}
	})
}

func TestWrap(t *testing.T) {
	got := kit.Wrap("Đổi mới hoạt động chăm sóc, giáo dục trẻ", 14, 0)
	if strings.Join(got, "|") != "Đổi mới hoạt|động chăm sóc,|giáo dục trẻ" {
		t.Errorf("Wrap = %q", got)
	}
	if got := kit.Wrap("Đổi mới hoạt động chăm sóc, giáo dục trẻ", 14, 2); len(got) != 2 ||
		!strings.HasSuffix(got[1], "…") {
		t.Errorf("Wrap to two lines = %q", got)
	}
}

func TestRow(t *testing.T) {
	st := kit.NewStyles(kit.Dark)
	plain := kit.NewRow(20).Put(st.Strong, "Nam Định").End(8).Right(st.Text, "1.990,25", 8).String()
	if got := ansi.Strip(plain); got != "Nam Định    1.990,25" {
		t.Errorf("row = %q", got)
	}
	marked := kit.NewMarked(20, st.Cursor).Put(st.Strong, "Nam Định").Gap(1).Force(st.Edit, "[90]").String()
	if got := ansi.Strip(marked); kit.Width(got) != 20 || !strings.HasPrefix(got, "Nam Định [90]") {
		t.Errorf("marked row = %q", got)
	}
}

func TestFigures(t *testing.T) {
	for size, want := range map[kit.FigureSize][]string{
		kit.FigurePlain: {"1,5"},
		kit.FigureSmall: {"▄█     █▀▀", " █   ▄ ▀▀█", "▀▀▀ ▀  ▀▀▀"},
		kit.FigureBig: {
			"  ██          ██████",
			"████          ██    ",
			"  ██          ██████",
			"  ██      ██      ██",
			"██████  ██    ██████",
		},
	} {
		if diff := cmp.Diff(want, kit.Figures("1,5", size)); diff != "" {
			t.Errorf("size %d (-want +got):\n%s", size, diff)
		}
	}
}

func TestFooter(t *testing.T) {
	b := func(shown, label string, weight int) kit.Binding {
		return kit.Binding{Shown: shown, Label: lang.Both(label), Weight: weight}
	}
	off := b("x", "off", 50)
	off.Off = lang.Both("not now")
	lines := kit.Footer(kit.Styles{}, lang.VI,
		[]kit.Binding{b("+", "thưởng", 5), off, b("0–9", "sửa %", 9), b("F1", "trợ giúp", -1), b("z", "never", 0)}, 40,
		1)
	if want := "0–9 sửa %  + thưởng          F1 trợ giúp"; lines[0] != want {
		t.Errorf("footer = %q, want %q", lines[0], want)
	}
	narrow := kit.Footer(kit.Styles{}, lang.VI,
		[]kit.Binding{b("+", "thưởng", 5), b("0–9", "sửa %", 9), b("F1", "trợ giúp", -1)}, 24, 1)
	if kit.Width(narrow[0]) != 24 || !strings.Contains(narrow[0], "0–9 sửa %") ||
		!strings.Contains(narrow[0], "F1 trợ giúp") {
		t.Errorf("narrow footer = %q", narrow[0])
	}
}

func TestNumber(t *testing.T) {
	var n kit.Number
	for _, k := range []string{"8", "7", ".", "5", ",", "x", "tab"} {
		n.Type(k)
	}
	if n.Text() != "87,5" || n.In(lang.EN) != "87.5" {
		t.Errorf("number = %q", n.Text())
	}
	n.Back()
	n.Back()
	if n.Text() != "87" {
		t.Errorf("after two backspaces %q", n.Text())
	}
	var m kit.Number
	m.Type(",")
	for range 50 {
		m.Type("9")
	}
	if !strings.HasPrefix(m.Text(), "0,9") || len(m.Text()) > 12 {
		t.Errorf("number = %q", m.Text())
	}
}

func TestCompose(t *testing.T) {
	got := kit.Compose(7, 3,
		kit.Placed{Rect: kit.Rect{X: 0, Y: 0, W: 3, H: 2}, Lines: []string{"aaa", "aaa"}},
		kit.Placed{Rect: kit.Rect{X: 4, Y: 1, W: 3, H: 2}, Lines: []string{"bbb", "bbb"}},
	)
	if want := "aaa    \naaa bbb\n    bbb"; got != want {
		t.Errorf("\n%q\n%q", got, want)
	}
}

// A theme without colour may use no colour sequences at all.
func TestMonoHasNoColour(t *testing.T) {
	st := kit.NewStyles(kit.Mono)
	for _, s := range []kit.Style{st.Text, st.Strong, st.Dim, st.Good, st.Warn, st.Bad, st.Gold, st.Cursor, st.Edit,
		st.Alarm} {
		if got := s.Render("x"); strings.Contains(got, "38;") || strings.Contains(got, "48;") ||
			strings.Contains(got, "[3"+"1") {
			t.Errorf("a colour in the monochrome theme: %q", got)
		}
	}
}
