// Command thidua runs the review meeting of an emulation cluster: it reads self-scores, records what the meeting
// decides, and shows totals, ranks and awards as the rulebook has them.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"thidua/data/access"
)

func main() { asProcess(access.HashCost) }

// asProcess is the program as a process; a passcode's hash costs what is said.
func asProcess(hashCost int) {
	cobra.MousetrapHelpText = "" // a double click on Windows is answered by the program, not by the command library
	collect(os.Getenv)
	ctx, stop := signal.NotifyContext(context.Background(), endings()...)
	signal.Ignore(syscall.SIGPIPE) // a reader who has gone is an error of the write: the run still goes to its own end
	code := runAt(ctx, os.Args[1:], stdio{in: os.Stdin, out: os.Stdout, err: os.Stderr}, hashCost)
	stop()
	os.Exit(code)
}

// endings are the signals that end the program in good order: an interrupt, what a shutdown sends (and closing the
// console on Windows), and the closing of the terminal's window, unless the program was started so as to outlive it
// (nohup).
func endings() []os.Signal {
	all := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) {
		all = append(all, syscall.SIGHUP)
	}
	return all
}
