package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/crypto/bcrypt"

	"thidua/scoring/lang"
)

// An interrupted run changes nothing and says so.
func TestInterrupted(t *testing.T) {
	path := everyKind(t)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	batch := path + ".toml"
	if err := os.WriteFile(batch, []byte("[[decision]]\nkind = \"accept\"\nunit = \"Nam Định\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var out, complaint bytes.Buffer
	code := run(ctx, []string{"--lang", "en", "apply", path, batch},
		stdio{in: strings.NewReader(""), out: &out, err: &complaint})
	if code != exitFail || out.Len() > 0 || complaint.String() != "thidua: interrupted; nothing has changed\n" {
		t.Errorf("exit status %d, %q, %q", code, &out, &complaint)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the meeting has changed; %v", err)
	}
}

// full is a disk with no room left.
type full struct{}

func (full) Write([]byte) (int, error) {
	return 0, &os.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.ENOSPC}
}

// A result that cannot be written is a failure.
func TestResultLost(t *testing.T) {
	path := everyKind(t)
	book := filepath.Join("..", "..", "data", "rulebook", "5350-2019.toml")
	for _, args := range [][]string{
		{"standings", path}, {"standings", path, "--format", "json"}, {"standings", path, "--format", "csv"},
		{"log", path}, {"log", path, "--format", "json"}, {"verify", path},
		{"rulebook", "show", "5350-2019"}, {"rulebook", "show", "5350-2019", "--format", "json"}, {"rulebook", "list"},
		{"rulebook", "check", book},
		{"check", book}, {}, {"help"}, {"--help"}, {"help", "log"}, {"log", "--help"}, {"rulebook"}, {"completion"},
		{"completion", "bash"}, {"completion", "zsh"},
		{"completion", "fish"}, {"completion", "powershell"}, {"__complete", "st"},
	} {
		for l, want := range map[string]string{
			"vi": "thidua: stdout: không viết được kết quả: ổ đĩa đầy; chạy lại, cho kết quả vào chỗ khác\n",
			"en": "thidua: stdout: the result cannot be written: the disk is full; run it again with its output " +
				"going elsewhere\n",
		} {
			var complaint bytes.Buffer
			args := append([]string{"--lang", l}, args...)
			if code := run(t.Context(), args,
				stdio{in: strings.NewReader(""), out: full{}, err: &complaint}); code != exitFail ||
				!strings.HasSuffix(complaint.String(), want) {
				t.Errorf("%q: exit status %d, %q", args, code, &complaint)
			}
		}
	}
}

// What was recorded is recorded, also where standard output cannot take the news: exit status 1 would say that nothing
// changed.
func TestNewsLost(t *testing.T) {
	path := everyKind(t)
	batch := path + ".toml"
	if err := os.WriteFile(batch, []byte("[[decision]]\nkind = \"attend\"\nunit = \"Hà Nam\"\npresent = true\n"),
		0o600); err != nil {
		t.Fatal(err)
	}
	var news bytes.Buffer
	code := run(t.Context(), []string{"--lang", "en", "apply", path, batch},
		stdio{in: strings.NewReader(""), out: full{}, err: &news})
	if code != exitDone || !strings.HasPrefix(news.String(), "recorded 1 decision (") {
		t.Errorf("exit status %d, %q", code, &news)
	}

	// A passcode is shown only once: it must not get lost.
	news.Reset()
	code = runAt(t.Context(),
		[]string{"--lang", "en", "invite", path, "--role", "observer", "--name", "Bộ Giáo dục và Đào tạo"},
		stdio{in: strings.NewReader(""), out: full{}, err: &news}, bcrypt.MinCost)
	if passcode, rest, _ := strings.Cut(news.String(), "\n"); code != exitDone || passcode == "" ||
		!strings.HasPrefix(rest, "that is the passcode of ") {
		t.Errorf("exit status %d, %q", code, &news)
	}
}

// The language is looked for before the arguments are parsed, since what is wrong with them is said in it.
func TestChosenLang(t *testing.T) {
	for _, tt := range []struct {
		args, messages, env string
		want                lang.Lang
	}{
		{"", "", "", lang.VI},
		{"", "", "en_US.UTF-8", lang.EN},
		{"", "vi_VN.UTF-8", "en_US.UTF-8", lang.VI},
		{"", "en", "vi", lang.EN},
		{"", "de_DE", "en", lang.VI},
		{"", "", "C", lang.VI},
		{"--lang en", "vi", "vi", lang.EN},
		{"log x --lang=vi", "en", "en", lang.VI},
		{"--lang=en --lang=vi", "", "", lang.VI},
		{"--lang xx", "en", "", lang.EN},
		{"--lang", "en", "", lang.EN},
		{"log -- --lang=en", "", "", lang.VI},
	} {
		env := map[string]string{"LC_MESSAGES": tt.messages, "LANG": tt.env}
		if got := chosenLang(strings.Fields(tt.args), func(k string) string { return env[k] }); got != tt.want {
			t.Errorf("%q, LC_MESSAGES=%s, LANG=%s: %v, want %v", tt.args, tt.messages, tt.env, got, tt.want)
		}
	}
}
