//go:build !linux

package record_test

import "os"

func datasync(f *os.File) error { return f.Sync() }
