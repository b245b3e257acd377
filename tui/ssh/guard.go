package ssh

import (
	"errors"
	"log/slog"
	"runtime/debug"
)

// One session that fails must not end the meeting: what this package starts on a goroutine of its own, or gives to
// somebody else's, runs guarded.

// guard runs f. Where it panics that is logged, and cleanup called.
func guard(log *slog.Logger, where string, cleanup func(), f func()) {
	defer func() {
		if r := recover(); r != nil {
			log.Error("failed", "where", where, "panic", r, "stack", string(debug.Stack()))
			if cleanup != nil {
				cleanup()
			}
		}
	}()
	f()
}

// errFailed is what a check answers that failed itself.
var errFailed = errors.New("the check failed")

// guarded guards a function that checks who somebody is: one that fails lets nobody in.
func guarded[A, B, R any](log *slog.Logger, f func(A, B) (*R, error)) func(A, B) (*R, error) {
	return func(a A, b B) (r *R, err error) {
		guard(log, "sign-in", func() { r, err = nil, errFailed }, func() { r, err = f(a, b) })
		return r, err
	}
}
