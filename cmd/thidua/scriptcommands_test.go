package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"thidua/data/clean"
	"thidua/data/meeting"
)

type scriptCommand = func(ts *testscript.TestScript, neg bool, args []string)

// scriptCommands are the commands that our scripts have besides those of testscript. None can be negated.
//
//	exits N COMMAND...        the command ends with that exit status
//	refuses N COMMAND...      it ends with 1, writes nothing to standard output and N clean lines, each beginning with
//	                          "thidua: ", to standard error
//	fact FILE PATH VALUE      the JSON in a file, or stdout, has a value at a path like standings/0/unit; where there
//	                          are several JSON values, one a line, the path begins with the number of one, from 0
//	variable NAME FILE N...   puts the first line of a file into a variable; with numbers only so many characters of
//	                          it, in groups
//	lines FILE N              a file, stdout or stderr has that many lines
//	harmless FILE             ... and holds nothing but lines of text that a terminal shows as they are
//	replace FILE OLD NEW      replaces a text that must be there, once or more often
//	cut FILE TO N             copies the first N bytes of a file
//	big FILE N                makes a file of N million bytes of TOML
//	hold MEETING              has a meeting open for writing in another process than thidua's, as $WHO, until
//	release MEETING
//	again MEETING NEW OLD TEXT
//	                          makes another meeting of its record, with the last decision once more at its end, a
//	                          text in it replaced, and no rule asked: what another version may have taken
func scriptCommands() map[string]scriptCommand {
	return map[string]scriptCommand{
		"exits": scriptExits, "refuses": scriptRefuses, "fact": scriptFact, "variable": scriptVariable,
		"lines": scriptLines, "harmless": scriptHarmless,
		"replace": scriptReplace, "cut": scriptCut, "big": scriptBig, "hold": scriptHold, "release": scriptRelease,
		"again": scriptAgain,
	}
}

// scriptArgs checks how a command is used.
func scriptArgs(ts *testscript.TestScript, neg bool, args []string, least int, usage string) {
	if neg || len(args) < least {
		ts.Fatalf("usage: %s", usage)
	}
}

func scriptNumber(ts *testscript.TestScript, s string) int {
	n, err := strconv.Atoi(s)
	ts.Check(err)
	return n
}

// scriptExit runs a command and gives its exit status.
func scriptExit(ts *testscript.TestScript, args []string) int {
	err := ts.Exec(args[0], args[1:]...)
	if failed := (*exec.ExitError)(nil); errors.As(err, &failed) {
		return failed.ExitCode()
	}
	ts.Check(err)
	return 0
}

func scriptExits(ts *testscript.TestScript, neg bool, args []string) {
	scriptArgs(ts, neg, args, 2, "exits N COMMAND...")
	if got, want := scriptExit(ts, args[1:]), scriptNumber(ts, args[0]); got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

func scriptRefuses(ts *testscript.TestScript, neg bool, args []string) {
	scriptArgs(ts, neg, args, 2, "refuses N COMMAND...")
	if got := scriptExit(ts, args[1:]); got != exitFail {
		ts.Fatalf("exit status %d, want %d", got, exitFail)
	}
	if out := ts.ReadFile("stdout"); out != "" {
		ts.Fatalf("something on standard output: %q", out)
	}
	text := ts.ReadFile("stderr")
	if got, want := strings.Count(text, "\n"), scriptNumber(ts, args[0]); got != want {
		ts.Fatalf("%d lines on standard error, want %d", got, want)
	}
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "thidua: ") {
			ts.Fatalf("a line that does not begin with thidua: %q", line)
		}
	}
	scriptHarmless(ts, false, []string{"stderr"})
}

func scriptHarmless(ts *testscript.TestScript, neg bool, args []string) {
	scriptArgs(ts, neg, args, 1, "harmless FILE")
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		if what, bad := clean.Find(strings.TrimSuffix(line, "\n")); bad {
			ts.Fatalf("%s holds %s: %q", args[0], what, line)
		}
	}
}

func scriptLines(ts *testscript.TestScript, neg bool, args []string) {
	scriptArgs(ts, neg, args, 2, "lines FILE N")
	if got, want := strings.Count(ts.ReadFile(args[0]), "\n"), scriptNumber(ts, args[1]); got != want {
		ts.Fatalf("%s has %d lines, want %d", args[0], got, want)
	}
}

func scriptFact(ts *testscript.TestScript, neg bool, args []string) {
	scriptArgs(ts, neg, args, 3, "fact FILE PATH VALUE")
	dec := json.NewDecoder(strings.NewReader(ts.ReadFile(args[0])))
	dec.UseNumber() // as it is written
	var all []any
	for {
		var v any
		err := dec.Decode(&v)
		if err == io.EOF {
			break
		}
		ts.Check(err)
		all = append(all, v)
	}
	var at any = all
	if len(all) == 1 {
		at = all[0]
	}
	for key := range strings.SplitSeq(args[1], "/") {
		at = scriptStep(ts, at, key)
	}
	if got := fmt.Sprint(at); got != args[2] {
		ts.Fatalf("%s is %s, want %s", args[1], got, args[2])
	}
}

// scriptStep goes one step down into JSON; len is how many elements there are.
func scriptStep(ts *testscript.TestScript, v any, key string) any {
	switch v := v.(type) {
	case map[string]any:
		if next, ok := v[key]; ok {
			return next
		}
	case []any:
		if key == "len" {
			return len(v)
		}
		if i := scriptNumber(ts, key); i < len(v) {
			return v[i]
		}
	}
	ts.Fatalf("there is no %s in %v", key, v)
	return nil
}

func scriptVariable(ts *testscript.TestScript, neg bool, args []string) {
	scriptArgs(ts, neg, args, 2, "variable NAME FILE N...")
	line, _, _ := strings.Cut(ts.ReadFile(args[1]), "\n")
	var groups []string
	for _, n := range args[2:] {
		groups = append(groups, line[:scriptNumber(ts, n)])
		line = line[scriptNumber(ts, n):]
	}
	if len(groups) > 0 {
		line = strings.Join(groups, " ")
	}
	ts.Setenv(args[0], line)
}

func scriptReplace(ts *testscript.TestScript, neg bool, args []string) {
	scriptArgs(ts, neg, args, 3, "replace FILE OLD NEW")
	file := ts.MkAbs(args[0])
	was, err := os.ReadFile(file)
	ts.Check(err)
	if !bytes.Contains(was, []byte(args[1])) {
		ts.Fatalf("%s does not hold %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(file, bytes.ReplaceAll(was, []byte(args[1]), []byte(args[2])), 0o666))
}

func scriptCut(ts *testscript.TestScript, neg bool, args []string) {
	scriptArgs(ts, neg, args, 3, "cut FILE TO N")
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(ts.ReadFile(args[0])[:scriptNumber(ts, args[2])]), 0o666))
}

func scriptBig(ts *testscript.TestScript, neg bool, args []string) {
	scriptArgs(ts, neg, args, 2, "big FILE N")
	line := "# " + strings.Repeat("x", 97) + "\n"
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Repeat(line, scriptNumber(ts, args[1])*10_000)), 0o666))
}

// holding is the key under which a script keeps the meetings that it holds, by name.
type holding struct{}

type held map[string]*meeting.Meeting

func scriptHold(ts *testscript.TestScript, neg bool, args []string) {
	scriptArgs(ts, neg, args, 1, "hold MEETING")
	m, err := meeting.Open(context.Background(), ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Defer(func() { _ = m.Close() })
	ts.Setenv("WHO", meeting.Holder(time.Now).Who)
	ts.Setenv("PID", strconv.Itoa(os.Getpid()))
	ts.Value(holding{}).(held)[args[0]] = m
}

func scriptRelease(ts *testscript.TestScript, neg bool, args []string) {
	scriptArgs(ts, neg, args, 1, "release MEETING")
	m, ok := ts.Value(holding{}).(held)[args[0]]
	if !ok {
		ts.Fatalf("%s is not held", args[0])
	}
	ts.Check(m.Close())
}
