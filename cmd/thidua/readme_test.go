package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const readmeTop = "../.."

// TestReadmeTour runs what the README shows in its ```console blocks, one after the other in one folder beside the
// sample, and compares what comes out. There a line that begins with "$ " is a command and all others are output; …
// stands for anything within a line, alone on a line for any lines. Runs of spaces are equal, because columns are as
// wide as their contents.
func TestReadmeTour(t *testing.T) {
	steps := readmeSteps(t, readmeText(t))
	sample, err := filepath.Abs(filepath.Join(readmeTop, "sample"))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := os.CopyFS("sample", os.DirFS(sample)); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"} {
		t.Setenv(name, "")
	}
	var sh readmeShell
	ran := map[string]bool{}
	for _, s := range steps {
		got, err := sh.run(t, s)
		if err != nil {
			t.Fatalf("README.md:%d: $ %s: %v", s.line, s.command, err)
		}
		if !readmePattern(s.output).MatchString(readmeSpaces(got)) {
			t.Errorf("README.md:%d: $ %s\ngot:\n%s\nwant:\n%s", s.line, s.command, got, s.output)
		}
		for _, word := range strings.Fields(s.command) {
			ran[word] = true
		}
	}
	for _, command := range []string{"new", "check", "apply", "standings", "log", "verify"} {
		if !ran[command] {
			t.Errorf("the tour leaves %s out", command)
		}
	}
}

// readmeStep is a command of the README with what it prints there.
type readmeStep struct {
	line    int
	command string
	output  string
}

func readmeText(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(readmeTop, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func readmeSteps(t *testing.T, text string) (steps []readmeStep) {
	t.Helper()
	inside := false
	for i, line := range strings.Split(text, "\n") {
		switch command, isCommand := strings.CutPrefix(line, "$ "); {
		case line == "```console":
			inside = true
		case strings.HasPrefix(line, "```"):
			inside = false
		case inside && isCommand:
			steps = append(steps, readmeStep{line: i + 1, command: command})
		case inside && len(steps) == 0:
			t.Fatalf("README.md:%d: output before the first command", i+1)
		case inside:
			steps[len(steps)-1].output += line + "\n"
		}
	}
	return steps
}

// readmePattern matches the output that a step shows.
func readmePattern(shown string) *regexp.Regexp {
	var b strings.Builder
	for line := range strings.Lines(readmeSpaces(shown)) {
		if line == "…\n" {
			b.WriteString(`(?:.*\n)*`)
			continue
		}
		b.WriteString(strings.ReplaceAll(regexp.QuoteMeta(line), "…", ".*"))
	}
	return regexp.MustCompile(`^` + b.String() + `$`)
}

// readmeSpaces makes one space of many and takes away those at the ends of lines.
func readmeSpaces(s string) string {
	var b strings.Builder
	for line := range strings.Lines(s) {
		b.WriteString(strings.Join(strings.Fields(line), " ") + "\n")
	}
	return b.String()
}

// readmeShell understands as much of a shell as the README uses.
type readmeShell struct {
	alias []string // what `thidua` stands for
}

var (
	readmeAlias = regexp.MustCompile(`^alias thidua='(bin/thidua.*)'$`)
	readmeCat   = regexp.MustCompile(`^cat > ([\w.-]+) <<END$`)
	readmeWord  = regexp.MustCompile(`"[^"]*"|\S+`)
)

// run carries out one step. A command fails exactly where the README shows a complaint of the program.
func (sh *readmeShell) run(t *testing.T, s readmeStep) (string, error) {
	t.Helper()
	if m := readmeAlias.FindStringSubmatch(s.command); m != nil {
		sh.alias = strings.Fields(m[1])
		return "", nil
	}
	if m := readmeCat.FindStringSubmatch(s.command); m != nil {
		text, found := strings.CutSuffix(s.output, "END\n")
		if !found {
			return "", fmt.Errorf("no END")
		}
		return s.output, os.WriteFile(m[1], []byte(text), 0o600)
	}
	words := readmeWord.FindAllString(s.command, -1)
	for i := range words {
		words[i] = strings.Trim(words[i], `"`)
	}
	if len(words) > 0 && words[0] == "thidua" {
		words = slices.Concat(sh.alias, words[1:])
	}
	if len(words) == 0 || words[0] != "bin/thidua" {
		return "", fmt.Errorf("not a command that this test knows")
	}
	var out bytes.Buffer // both streams, as a terminal shows them
	code := run(t.Context(), words[1:], stdio{in: strings.NewReader(""), out: &out, err: &out})
	if complains := strings.Contains("\n"+s.output, "\nthidua: "); complains != (code != exitDone) {
		return "", fmt.Errorf("exit code %d, output:\n%s", code, &out)
	}
	return out.String(), nil
}

// TestReadmePattern tests that the comparison can fail.
func TestReadmePattern(t *testing.T) {
	for _, tt := range []struct {
		shown, got string
		want       bool
	}{
		{"", "", true},
		{"", "x\n", false},
		{"a\n", "a\n", true},
		{"a\n", "a\nb\n", false},
		{"a  b\n", "a b  \n", true},
		{"a (1.5)\n", "a (1x5)\n", false},
		{"made, …\n", "made, 0123\n", true},
		{"made, …\n", "made, 0123\nand more\n", false},
		{"a\n…\nz\n", "a\nz\n", true},
		{"a\n…\nz\n", "a\nb\nc\nz\n", true},
		{"a\n…\nz\n", "a\nb\nc\n", false},
	} {
		if got := readmePattern(tt.shown).MatchString(readmeSpaces(tt.got)); got != tt.want {
			t.Errorf("%q matches %q: %t, want %t", tt.shown, tt.got, got, tt.want)
		}
	}
}

// TestReadmePointers looks for the files and the make targets that the README names.
func TestReadmePointers(t *testing.T) {
	text := readmeText(t)
	for _, m := range regexp.MustCompile(`\[[^]]*\]\(([^)#:]+)\)`).FindAllStringSubmatch(text, -1) {
		if _, err := os.Stat(filepath.Join(readmeTop, filepath.FromSlash(m[1]))); err != nil {
			t.Errorf("README.md points to %s: %v", m[1], err)
		}
	}
	makefile, err := os.ReadFile(filepath.Join(readmeTop, "Makefile"))
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile("make ([a-z-]+)[^\n`]*`").FindAllStringSubmatch(text, -1) {
		if !strings.Contains(string(makefile), "\n"+m[1]+":") {
			t.Errorf("README.md names make %s, which the Makefile has not", m[1])
		}
	}
}
