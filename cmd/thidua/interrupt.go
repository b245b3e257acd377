package main

import (
	"context"
	"sync"
)

// point is the point of no return of a run.
type point struct {
	mu     sync.Mutex
	passed bool
}

// pass says that from here on the run changes a record, or has the terminal, and goes to its own end. It fails where
// the run has been interrupted before.
func (p *point) pass(ctx context.Context) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	p.passed = true
	return nil
}

// interruptible runs a command. One that is interrupted before its point of no return is left where it stands, be it
// that it waits for a pipe that nobody writes to, or reads from.
func (p *point) interruptible(ctx context.Context, command func() error) error {
	done := make(chan error, 1)
	go func() { done <- command() }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	p.mu.Lock()
	passed := p.passed
	p.mu.Unlock()
	if passed {
		return <-done
	}
	return ctx.Err()
}
