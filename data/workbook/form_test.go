package workbook_test

import (
	"bytes"
	"testing"

	"thidua/data/rulebook"
	"thidua/data/workbook"
)

func BenchmarkForm(b *testing.B) {
	book, err := rulebook.Open("5350-2019")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := workbook.Form(new(bytes.Buffer), book, "Nam Định", "2019-2020"); err != nil {
			b.Fatal(err)
		}
	}
}
