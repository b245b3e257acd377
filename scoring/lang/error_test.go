package lang_test

import (
	"errors"
	"io/fs"
	"testing"

	"thidua/scoring/lang"
)

func TestErrorf(t *testing.T) {
	inner := lang.Errorf("ổ đĩa đầy (%v)", "the disk is full (%v)", fs.ErrExist)
	outer := lang.Errorf("không ghi được: %s", "cannot be written: %s", inner)
	for l, want := range map[lang.Lang]string{
		lang.VI: "không ghi được: ổ đĩa đầy (file already exists)",
		lang.EN: "cannot be written: the disk is full (file already exists)",
	} {
		if got := outer.In(l); got != want {
			t.Errorf("%v: %q, want %q", l, got, want)
		}
	}
	if !errors.Is(outer, fs.ErrExist) || outer.Error() != outer.In(lang.EN) {
		t.Errorf("%v does not wrap its cause", outer)
	}
	if err := lang.Errorf("không có gì", "nothing"); err.Unwrap() != nil {
		t.Errorf("%v has a cause", err)
	}
}
