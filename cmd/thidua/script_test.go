package main

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/crypto/bcrypt"
	"golang.org/x/text/unicode/norm"

	"thidua/sample"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestMain(m *testing.M) {
	testscript.Main(tidy{m}, commands())
}

// commands are what the test binary can be started as: the program with passcodes that cost little, the same where the
// race detector looks on, the program itself, and one that fails.
func commands() map[string]func() {
	all := map[string]func(){"thidua": cheap, "thidua-raced": cheap, "thidua-itself": main, "thidua-fails": fail}
	maps.Copy(all, moreCommands())
	return all
}

// cheap is the program, but for what it costs to make a passcode: the scripts make many.
func cheap() { asProcess(bcrypt.MinCost) }

// tidy runs tests and takes away what they share.
type tidy struct{ *testing.M }

func (m tidy) Run() int {
	// Nothing is kept in the folder of whoever runs the tests.
	for _, name := range []string{"XDG_CONFIG_HOME", "AppData"} {
		_ = os.Setenv(name, filepath.Join(shared(), "config"))
	}
	if os.Getenv("GORACE") == "" { // under the race detector each process waits a second at its end, if nobody says
		_ = os.Setenv("GORACE", "atexit_sleep_ms=0")
	}
	defer os.RemoveAll(shared())
	defer databases.End()
	if raced {
		if err := unraced(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
	}
	return m.M.Run()
}

// unraced makes the commands that do one thing at a time anew without the race detector, under which each of the
// hundreds of processes of the scripts takes many times as long to begin. What runs in the test's own process, and
// "thidua-raced", keep it. All of them are one file, which lies in memory once.
func unraced() error {
	made := filepath.Join(shared(), "unraced.test")
	cmd := exec.Command("go", "test", "-c", "-ldflags=-s -w", "-o", made, ".")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%w\n%s", err, out)
	}
	for name := range commands() {
		if name == "thidua-raced" {
			continue
		}
		bin, err := exec.LookPath(name)
		if err != nil {
			return err
		}
		if err := os.Remove(bin); err != nil { // may be a link to the file that runs
			return err
		}
		if err := os.Link(made, bin); err != nil { // both are in the folder for temporary files
			return err
		}
	}
	return nil
}

// shared is the folder of what the tests of a run share, made when it is first asked for.
var shared = sync.OnceValue(func() string {
	dir, err := os.MkdirTemp("", "thidua-test-")
	if err != nil {
		panic(err)
	}
	return dir
})

// TestScripts runs the scripts of testdata/script: what a person types, and what comes of it. Each begins with a
// comment that says what it shows. The sample lies beside them as sample/, and the program runs as a process of its
// own.
//
// Besides the commands of testscript there are those of scriptCommands, and the variables ESC, CSI, RLO, ZWSP, BAD and
// NFD with what cannot be typed.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                filepath.Join("testdata", "script"),
		Setup:              setUpScript,
		Cmds:               scriptCommands(),
		UpdateScripts:      *update,
		RequireUniqueNames: true,
	})
}

func setUpScript(env *testscript.Env) error {
	for _, f := range append(sample.Sheets(), sample.Decisions()) {
		path := filepath.Join(env.WorkDir, "sample", filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(path, f.Text, 0o666); err != nil {
			return err
		}
	}
	for name, value := range map[string]string{
		"NFD": norm.NFD.String("Nam Định"),
		"ESC": "\x1b", "CSI": "\u009b", "RLO": "\u202e", "ZWSP": "\u200b", "BAD": "\xe1",
		"GORACE": "atexit_sleep_ms=0", // else each process waits a second at its end
	} {
		env.Setenv(name, value)
	}
	env.Setenv("XDG_CONFIG_HOME", filepath.Join(env.WorkDir, "config"))
	env.Values[holding{}] = held{}
	return nil
}
