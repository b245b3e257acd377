package outputs_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"

	"thidua/data/demo"
	"thidua/data/export"
	"thidua/data/meeting"
	"thidua/data/outputs"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// clock stands still.
func clock() time.Time { return time.Date(2020, 6, 30, 14, 32, 7, 0, time.FixedZone("", 7*3600)) }

func sampleMeeting(t testing.TB) *meeting.Snapshot {
	t.Helper()
	m, err := demo.Meeting(clock)
	if err != nil {
		t.Fatal(err)
	}
	return m.Snapshot()
}

// needs leaves the test out where programs are missing, and says which.
func needs(t *testing.T, programs ...string) {
	t.Helper()
	for _, p := range programs {
		if _, err := exec.LookPath(p); err != nil {
			t.Skipf("left out: %s is not installed, so nobody looked at the files as an office would", p)
		}
	}
}

func run(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %q: %v\n%s", name, args, err, out)
	}
	return string(out)
}

// written is a folder with all files of the meeting.
func written(t *testing.T, s *meeting.Snapshot) (dir string, names []string) {
	t.Helper()
	dir = t.TempDir()
	all := outputs.All(s, lang.VI, nil)
	if err := export.To(dir, outputs.Files(all), nil); err != nil {
		t.Fatal(err)
	}
	return dir, outputs.Names(all)
}

// An office program opens every paper: in the letters of the decree and no others, with the text that was written, and
// with as many pages as its PDF has, give or take one.
func TestOfficeOpensPapers(t *testing.T) {
	needs(t, "soffice", "pdfinfo", "pdffonts", "pdftotext")
	s := sampleMeeting(t)
	dir, names := written(t, s)
	home := "-env:UserInstallation=file://" + t.TempDir() // not that of whoever runs the tests
	args := []string{home, "--headless", "--convert-to", "pdf", "--outdir", filepath.Join(dir, "office")}
	var papers []string
	for _, n := range names {
		if strings.HasSuffix(n, ".docx") || strings.HasSuffix(n, ".xlsx") {
			args = append(args, filepath.Join(dir, n))
			papers = append(papers, n)
		}
	}
	run(t, "soffice", args...)
	for _, n := range papers {
		pdf := filepath.Join(dir, "office", strings.TrimSuffix(n, filepath.Ext(n))+".pdf")
		text := norm.NFC.String(run(t, "pdftotext", "-layout", pdf, "-"))
		if n != "counting.docx" && !strings.Contains(text, "Nam Định") {
			t.Errorf("%s: Nam Định is not in it", n)
		}
		if filepath.Ext(n) == ".docx" {
			onlySerif(t, n, run(t, "pdffonts", pdf))
		}
	}
	own, office := pages(t, filepath.Join(dir, "minutes.pdf")), pages(t, filepath.Join(dir, "office", "minutes.pdf"))
	if own-office > 1 || office-own > 1 {
		t.Errorf("the minutes have %d pages as PDF and %d as Word", own, office)
	}
	text := norm.NFC.String(run(t, "pdftotext", "-layout", filepath.Join(dir, "minutes.pdf"), "-"))
	for _, u := range s.Standings(scoring.Agreed).All() {
		if !strings.Contains(text, s.Units()[u.Unit].Name()) {
			t.Errorf("minutes.pdf: no %s", s.Units()[u.Unit].Name())
		}
	}
}

// onlySerif takes what pdffonts says, two lines of heads first.
func onlySerif(t *testing.T, name, fonts string) {
	t.Helper()
	lines := strings.Split(strings.TrimSpace(fonts), "\n")[2:]
	if len(lines) == 0 {
		t.Errorf("%s: no letters at all", name)
	}
	for _, line := range lines {
		if !strings.Contains(line, "LiberationSerif") {
			t.Errorf("%s: letters of another face: %s", name, line)
		}
	}
}

var pageCount = regexp.MustCompile(`Pages:\s+(\d+)`)

func pages(t *testing.T, pdf string) (n int) {
	t.Helper()
	m := pageCount.FindStringSubmatch(run(t, "pdfinfo", pdf))
	if m == nil {
		t.Fatalf("%s: no number of pages", pdf)
	}
	for _, d := range m[1] {
		n = n*10 + int(d-'0')
	}
	return n
}

// A browser shows the page, and prints it.
func TestBrowserOpensPage(t *testing.T) {
	needs(t, "chromium", "pdftotext")
	s := sampleMeeting(t)
	dir, _ := written(t, s)
	pdf := filepath.Join(dir, "page.pdf")
	run(t, "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+t.TempDir(),
		"--print-to-pdf="+pdf, "file://"+filepath.Join(dir, "report.html"))
	text := norm.NFC.String(run(t, "pdftotext", pdf, "-"))
	for _, want := range []string{"Nam Định", "2.011,25", "Nhật ký", "Nam Định (Giám đốc Sở) có mặt"} {
		if !strings.Contains(text, want) {
			t.Errorf("the printed page has no %s", want)
		}
	}
}

// All files of the sample meeting, written.
func BenchmarkAll(b *testing.B) {
	s := sampleMeeting(b)
	dir := b.TempDir()
	for b.Loop() {
		if err := export.To(dir, outputs.Files(outputs.All(s, lang.VI, nil)), nil); err != nil {
			b.Fatal(err)
		}
	}
}

// Asking for a file that there is not names it.
func TestOnly(t *testing.T) {
	all := outputs.All(sampleMeeting(t), lang.VI, nil)
	if some, unknown := outputs.Only(all, []string{"Minutes.docx", " meeting.json"}); unknown != "" || len(some) != 2 {
		t.Errorf("%d files, %q", len(some), unknown)
	}
	if _, unknown := outputs.Only(all, []string{"minutes.docx", "x"}); unknown != "x" {
		t.Errorf("unknown %q", unknown)
	}
	if _, err := os.Stat("minutes.docx"); err == nil {
		t.Error("asking wrote a file")
	}
}
