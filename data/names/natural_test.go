package names_test

import (
	"slices"
	"testing"

	"thidua/data/names"
)

// Numbers in names are ordered as numbers, whatever the diacritics.
func TestNatural(t *testing.T) {
	want := []string{"Cụm 1", "Cụm 2", "cum 2", "Cụm 2b", "Cụm 10", "Cụm 010 x", "Đắk Lắk", "Khối 1"}
	for _, order := range [][]int{{7, 6, 5, 4, 3, 2, 1, 0}, {3, 1, 4, 0, 5, 2, 7, 6}} {
		var got []string
		for _, i := range order {
			got = append(got, want[i])
		}
		slices.SortFunc(got, names.Natural)
		if !slices.Equal(got, want) {
			t.Errorf("%q", got)
		}
	}
}
