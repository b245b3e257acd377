package workbook_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
)

// forms are forms by name: as they were filled in, and as an office program opened and saved them.
type forms struct {
	filled, saved map[string][]byte
	err           error
}

// offices keeps what an office program made of all forms of these tests: it begins once, which takes longer than the
// tests do.
var offices = struct {
	sync.Once
	forms
}{}

// inOffice is the form "form" of the one meeting, and those that are added up by their rulebooks. Without an office
// program the test is left out.
func inOffice(t *testing.T) forms {
	t.Helper()
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Skip("left out: soffice is not installed, so no office program worked the forms out and saved them")
	}
	offices.Do(func() {
		book := open(t, "5350-2019")
		all := map[string][]byte{"form": filled(t, book, "Nam Định", "2019-2020", fillIn(t, book))}
		for _, id := range totalled() {
			book := open(t, id).With(units())
			all[id] = filled(t, book, units()[0], year(book), fillAll(t, book))
		}
		offices.filled = all
		offices.saved, offices.err = savedInOffice(t, all)
	})
	if offices.err != nil || len(offices.saved) == 0 {
		t.Fatalf("no forms out of the office program: %v", offices.err)
	}
	return offices.forms
}

// savedInOffice opens and saves forms in one run of the office program.
func savedInOffice(t *testing.T, filled map[string][]byte) (map[string][]byte, error) {
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	args := []string{"-env:UserInstallation=file://" + t.TempDir(), "--headless",
		"--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out}
	for name, form := range filled {
		path := filepath.Join(dir, name+".xlsx")
		if err := os.WriteFile(path, form, 0o600); err != nil {
			return nil, err
		}
		args = append(args, path)
	}
	if said, err := exec.CommandContext(t.Context(), "soffice", args...).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, said)
	}
	saved := map[string][]byte{}
	for name := range filled {
		form, err := os.ReadFile(filepath.Join(out, name+".xlsx"))
		if err != nil {
			return nil, err
		}
		saved[name] = form
	}
	return saved, nil
}
