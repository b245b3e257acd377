package kit_test

import (
	"flag"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"thidua/tui/kit"
)

var update = flag.Bool("update", false, "write the golden files anew")

// The looks of every theme, style by style: screens draw the same text in all of them, so that this is all the
// difference.
func TestThemes(t *testing.T) {
	var b strings.Builder
	for _, theme := range kit.Themes() {
		st := reflect.ValueOf(kit.NewStyles(theme))
		fmt.Fprintf(&b, "%s\n", theme)
		for i := range st.NumField() {
			if !st.Type().Field(i).IsExported() {
				continue
			}
			if style, ok := st.Field(i).Interface().(kit.Style); ok {
				shown := strings.ReplaceAll(style.Render("text"), "\x1b", "␛")
				fmt.Fprintf(&b, "\t%-8s %s\n", st.Type().Field(i).Name, shown)
			}
		}
	}
	const file = "testdata/themes.golden"
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("the looks differ (-want +got):\n%s", diff)
	}
}
