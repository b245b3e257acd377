package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"thidua/data/rulebook"
	"thidua/data/workbook"
)

// BenchmarkNewFromWorkbooks makes a meeting of twelve units from the forms that they filled in, every criterion with
// its evidence.
func BenchmarkNewFromWorkbooks(b *testing.B) {
	dir := b.TempDir()
	forms := filepath.Join(dir, "forms")
	if err := os.Mkdir(forms, 0o777); err != nil {
		b.Fatal(err)
	}
	var units []string
	for i := range 12 {
		units = append(units, fmt.Sprintf("Đơn vị %02d", i+1))
	}
	list := strings.Join(units, "; ")
	book, err := rulebook.Open("5350-2019")
	if err != nil {
		b.Fatal(err)
	}
	for i, unit := range units {
		writeFilled(b, book.With(units), unit, filepath.Join(forms, fmt.Sprintf("%02d.xlsx", i+1)), 0)
	}
	for i := 0; b.Loop(); i++ {
		var complaint bytes.Buffer
		code := run(b.Context(), []string{"new", filepath.Join(dir, fmt.Sprint(i, ".thidua")), "--units", list,
			"--year", "2019-2020", forms}, stdio{in: strings.NewReader(""), out: io.Discard, err: &complaint})
		if code != 0 || strings.Count(complaint.String(), "111 trong 111") != len(units) {
			b.Fatal(complaint.String())
		}
	}
}

func writeFilled(b testing.TB, book *rulebook.Book, unit, path string, less int) {
	var form bytes.Buffer
	if err := workbook.Form(&form, book, unit, "2019-2020"); err != nil {
		b.Fatal(err)
	}
	f, err := excelize.OpenReader(&form)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	const page, first = "Phiếu tự chấm", 8
	for at, c := range book.Criteria {
		if !c.Scored {
			continue
		}
		for column, v := range map[string]any{"E": 80 + at%20 - less, "H": "Báo cáo số 12/BC-SGDĐT\nNghị quyết 05"} {
			cell, err := excelize.JoinCellName(column, first+at)
			if err == nil {
				err = f.SetCellValue(page, cell, v)
			}
			if err != nil {
				b.Fatal(err)
			}
		}
	}
	if err := f.SaveAs(path); err != nil {
		b.Fatal(err)
	}
}
