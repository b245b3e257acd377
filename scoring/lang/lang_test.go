package lang_test

import (
	"math"
	"testing"

	"thidua/scoring/lang"
)

func TestParse(t *testing.T) {
	for tag, want := range map[string]lang.Lang{"vi": lang.VI, "vi_VN.UTF-8": lang.VI, "en": lang.EN, "EN-gb": lang.EN,
		"en.UTF-8": lang.EN} {
		if got, ok := lang.Parse(tag); !ok || got != want {
			t.Errorf("Parse(%q) = %v, %v; want %v", tag, got, ok, want)
		}
	}
	for _, tag := range []string{"", "C", "fr_FR", "english", "vietnam"} {
		if _, ok := lang.Parse(tag); ok {
			t.Errorf("Parse(%q) took a language the program does not speak", tag)
		}
	}
}

func TestSayf(t *testing.T) {
	got := lang.Sayf("còn %[2]s cho %[1]s",
		"%[1]s has %[2]s left", "Nam Định", lang.Text{VI: "hai điểm", EN: "two points"})
	if got.VI != "còn hai điểm cho Nam Định" || got.EN != "Nam Định has two points left" {
		t.Errorf("Sayf = %+v", got)
	}
	if s := lang.Sayf("100 %", "100 %"); s.VI != "100 %" {
		t.Errorf("a sentence without arguments is not a format: %q", s.VI)
	}
}

func TestTextFallsBack(t *testing.T) {
	if got := (lang.Text{VI: "Cờ"}).In(lang.EN); got != "Cờ" {
		t.Errorf("English without words = %q, want the Vietnamese", got)
	}
	if got := (lang.Text{EN: "flag"}).In(lang.VI); got != "flag" {
		t.Errorf("Vietnamese without words = %q, want the English", got)
	}
}

func TestList(t *testing.T) {
	a, b, c := lang.Both("A"), lang.Both("B"), lang.Both("C")
	for _, tt := range []struct {
		items []lang.Sayer
		want  string
	}{{nil, ""}, {[]lang.Sayer{a}, "A"}, {[]lang.Sayer{a, b}, "A và B"}, {[]lang.Sayer{a, b, c}, "A, B và C"}} {
		if got := lang.List(tt.items...).VI; got != tt.want {
			t.Errorf("List = %q, want %q", got, tt.want)
		}
	}
}

func TestCount(t *testing.T) {
	for n, want := range map[int]string{0: "0 files", 1: "1 file", 2: "2 files"} {
		if got := lang.Count(n, "tệp", "file", "files"); got.EN != want || got.VI != want[:1]+" tệp" {
			t.Errorf("Count(%d) = %q", n, got)
		}
	}
}

func TestDecimal(t *testing.T) {
	for _, tt := range []struct {
		value             int64
		places, low, high int
		vi, en            string
	}{
		{1987_500000, 6, 2, 2, "1.987,50", "1,987.50"},
		{1987_500000, 6, 0, 6, "1.987,5", "1,987.5"},
		{4_999500, 6, 2, 2, "5,00", "5.00"},
		{4_999500, 6, 2, 6, "4,9995", "4.9995"},
		{-24_500000, 6, 2, 2, "−24,50", "−24.50"},
		{-4000, 6, 2, 2, "0,00", "0.00"},
		{-5000, 6, 2, 2, "−0,01", "−0.01"},
		{0, 6, 2, 2, "0,00", "0.00"},
		{8750, 2, 0, 2, "87,5", "87.5"},
		{10000, 2, 0, 2, "100", "100"},
		{1_000_000, 0, 0, 0, "1.000.000", "1,000,000"},
		{123, 2, 4, 4, "1,2300", "1.2300"},
		{math.MinInt64, 6, 2, 2, "−9.223.372.036.854,78", "−9,223,372,036,854.78"},
		{math.MaxInt64, 6, 0, 6, "9.223.372.036.854,775807", "9,223,372,036,854.775807"},
	} {
		if got := lang.Decimal(lang.VI, tt.value, tt.places, tt.low, tt.high); got != tt.vi {
			t.Errorf("Decimal(vi, %d) = %q, want %q", tt.value, got, tt.vi)
		}
		if got := lang.Decimal(lang.EN, tt.value, tt.places, tt.low, tt.high); got != tt.en {
			t.Errorf("Decimal(en, %d) = %q, want %q", tt.value, got, tt.en)
		}
	}
}

// The variables of the environment decide in the order of POSIX; the first that says anything does, in whatever
// language.
func TestOfLocale(t *testing.T) {
	for _, tt := range []struct {
		all, messages, lang string
		want                lang.Lang
	}{
		{"", "", "", lang.VI},
		{"", "", "en_US.UTF-8", lang.EN},
		{"", "vi_VN.UTF-8", "en_US.UTF-8", lang.VI},
		{"", "en", "vi", lang.EN},
		{"en_US.UTF-8", "vi", "vi", lang.EN},
		{"vi", "en", "en", lang.VI},
		{"de_DE", "en", "en", lang.VI},
		{"C", "", "en", lang.VI},
	} {
		env := map[string]string{"LC_ALL": tt.all, "LC_MESSAGES": tt.messages, "LANG": tt.lang}
		if got := lang.OfLocale(func(name string) string { return env[name] }); got != tt.want {
			t.Errorf("LC_ALL=%s, LC_MESSAGES=%s, LANG=%s: %v, want %v", tt.all, tt.messages, tt.lang, got, tt.want)
		}
	}
}
