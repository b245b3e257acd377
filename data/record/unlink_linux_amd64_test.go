package record_test

import "syscall"

// oldUnlink is the call by which a file was removed before there was unlinkat, where the system still has it.
func oldUnlink() int64 { return syscall.SYS_UNLINK }
