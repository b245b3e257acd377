package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"syscall"

	"thidua/data/finding"
	"thidua/scoring/lang"
)

// results is standard output. It remembers what could not be written: not everyone who writes to it asks.
type results struct {
	to  io.Writer
	err error
}

func (r *results) Write(b []byte) (int, error) {
	n, err := r.to.Write(b)
	if r.err == nil {
		r.err = err
	}
	return n, err
}

// lost reports whether somebody misses what could not be written. Who closes a pipe, as head does, has read enough.
func (r *results) lost() bool { return r.err != nil && !errors.Is(r.err, syscall.EPIPE) }

// lost says that a result could not be written.
func lost(err error) error {
	return finding.List{{File: "stdout",
		What: lang.Sayf("không viết được kết quả: %s", "the result cannot be written: %s", noOutput(err)),
		Mend: lang.Sayf("chạy lại, cho kết quả vào chỗ khác", "run it again with its output going elsewhere")}}
}

// noOutput says why nothing can be written.
func noOutput(err error) lang.Text {
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return lang.Sayf("ổ đĩa đầy", "the disk is full")
	case errors.Is(err, syscall.EBADF), errors.Is(err, fs.ErrClosed):
		return lang.Sayf("đầu ra đã đóng", "standard output is closed")
	}
	if path := (*fs.PathError)(nil); errors.As(err, &path) {
		err = path.Err
	}
	return lang.Sayf("hệ thống báo «%v»", "the system says «%v»", err)
}

// tell says what was done to a record. It is done also where that cannot be said on standard output; then it is said
// beside it.
func (a *app) tell(vi, en string, args ...any) {
	line := a.say(vi, en, args...)
	if _, err := fmt.Fprintln(a.given.out, line); err != nil {
		fmt.Fprintln(a.err, line)
	}
}
