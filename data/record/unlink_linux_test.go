//go:build linux && !amd64

package record_test

// oldUnlink is the call by which a file was removed before there was unlinkat: this system never had it.
func oldUnlink() int64 { return -2 }
