package main

import (
	"context"
	"io"
	"os"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// readKeys hands what is typed to a program until end is called. The library would do so as well; it is done here
// because the library's clock, which nothing needs, can be stopped only together with its reader. A terminal that
// cannot be read any more ends the program with that.
func readKeys(ctx context.Context, in io.Reader, program *tea.Program, failed func(error)) (end func(), err error) {
	const patience = 500 * time.Millisecond // for a read that cannot be given up
	r, err := uv.NewCancelReader(in)
	if err != nil {
		return nil, err
	}
	events, over := make(chan uv.Event), make(chan struct{})
	go func() {
		defer close(over)
		for e := range events {
			program.Send(e)
		}
	}()
	go func() {
		defer close(events)
		if err := uv.NewTerminalReader(r, os.Getenv("TERM")).StreamEvents(ctx, events); err != nil && ctx.Err() == nil {
			failed(err)
		}
	}()
	return func() {
		if r.Cancel() {
			select {
			case <-over:
			case <-time.After(patience):
			}
		}
		_ = r.Close()
	}, nil
}
