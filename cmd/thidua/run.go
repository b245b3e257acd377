package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/user"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"thidua/data/access"
	"thidua/data/clean"
	"thidua/data/meeting"
	"thidua/scoring/lang"
)

// Exit codes, as the contract has them.
const (
	exitDone  = 0
	exitFail  = 1 // it could not be done; nothing changed
	exitUsage = 2 // the command line was wrong
)

// stdio is what a run reads from and writes to: results to out, everything else to err.
type stdio struct {
	in       io.Reader
	out, err io.Writer
}

// app is one run of the program.
type app struct {
	stdio
	given   stdio // the streams as they were given: what a screen is drawn on
	point   point
	lang    lang.Lang
	noColor bool
	langTag string

	hashCost  int  // of the passcodes that are made
	langGiven bool // by --lang, which goes before what was chosen on screen
}

// run is the whole program as a function of its arguments and streams, so that tests call it without a process.
func run(ctx context.Context, args []string, std stdio) int {
	return runAt(ctx, args, std, access.HashCost)
}

// runAt is run, with what the hash of a passcode costs: tests make many.
func runAt(ctx context.Context, args []string, std stdio, hashCost int) int {
	results := &results{to: std.out}
	a := &app{stdio: stdio{std.in, results, std.err}, given: std, hashCost: hashCost,
		lang: chosenLang(args, os.Getenv)}
	root := a.root()
	root.SetArgs(args)
	err := a.point.interruptible(ctx, func() error { return root.ExecuteContext(ctx) })
	switch {
	case errors.Is(err, context.Canceled):
	case results.lost():
		err = lost(results.err)
	case errors.Is(err, syscall.EPIPE):
		err = nil // standard output, and whoever read it has gone
	}
	if err == nil {
		return exitDone
	}
	var usage usageError
	if errors.As(err, &usage) {
		a.complain(lang.Both(usage.Error()))
		fmt.Fprintln(std.err, a.say("xem: %s --help", "see: %s --help", commandOf(root, args)))
		return exitUsage
	}
	if errors.Is(err, context.Canceled) {
		err = errors.New(a.text("đã dừng giữa chừng; không có gì thay đổi", "interrupted; nothing has changed"))
	}
	a.complain(meeting.Say(err))
	return exitFail
}

// complain writes an error as people read it: each of its lines by itself, cleaned of whatever a file name may hold,
// and without the password of an address that somebody typed.
func (a *app) complain(s lang.Sayer) {
	for line := range strings.Lines(s.In(a.lang)) {
		fmt.Fprintln(a.err, "thidua: "+clean.Secrets(clean.Line(strings.TrimRight(line, "\n"))))
	}
}

// say picks the language of the run.
func (a *app) say(vi, en string, args ...any) string { return lang.Sayf(vi, en, args...).In(a.lang) }

// text picks the language of a fixed sentence.
func (a *app) text(vi, en string) string { return lang.Text{VI: vi, EN: en}.In(a.lang) }

// usageError is a command line that makes no sense.
type usageError struct{ error }

func (a *app) usage(vi, en string, args ...any) error {
	return usageError{errors.New(a.say(vi, en, args...))}
}

// chosenLang is the language asked for by --lang, else by the locale (lang.OfLocale), else Vietnamese. It is looked for
// before the arguments are parsed, because the help texts need it.
func chosenLang(args []string, getenv func(string) string) lang.Lang {
	chosen, said := lang.VI, false
	for i, arg := range args {
		tag, found := strings.CutPrefix(arg, "--lang=")
		if arg == "--lang" && i+1 < len(args) {
			tag, found = args[i+1], true
		}
		if arg == "--" {
			break
		}
		if l, ok := lang.Parse(tag); found && ok {
			chosen, said = l, true // of several the last counts, as with every flag
		}
	}
	if said {
		return chosen
	}
	return lang.OfLocale(getenv)
}

// commandOf is the command that the arguments were meant for, for pointing at its help.
func commandOf(root *cobra.Command, args []string) string {
	if c, _, err := root.Find(args); err == nil {
		return c.CommandPath()
	}
	return root.CommandPath()
}

// person is who records decisions from this machine, where nobody says otherwise.
func person() string {
	u, err := user.Current()
	if err != nil {
		return ""
	}
	if u.Name != "" && u.Name != "root" {
		return clean.Line(strings.Split(u.Name, ",")[0])
	}
	return clean.Line(u.Username)
}
