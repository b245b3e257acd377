package record_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"syscall"
	"testing"
	"unsafe"

	"thidua/data/record"
)

// TestDiskSyncFails has the disk refuse to sync once and heal: what the system could not write it has dropped by then,
// so nothing more may be acknowledged on that file, and it is left as it is.
func TestDiskSyncFails(t *testing.T) {
	t.Parallel()
	path := meetingIn(t)
	closes(t, created(t, path, 1))
	play(t, "unsynced", path).finish()
	whole(t, path, 4)
	if got := files(t, path[:len(path)-len("/họp.thidua")]); len(got) < 3 {
		t.Errorf("there is only %q: a disk that failed was trusted with more", got)
	}
	s, err := record.OpenWriter(t.Context(), path, someone())
	if err != nil {
		t.Fatal(err)
	}
	extend(t, s, 1)
	closes(t, s)
	alone(t, path, 5)
}

func playUnsynced(ctx context.Context, path string) error {
	s, err := record.OpenWriter(ctx, path, someone())
	if err != nil {
		return err
	}
	if err := grow(ctx, s, 3); err != nil {
		return err
	}
	list, err := s.Entries(ctx, 1)
	if err != nil {
		return err
	}
	batch := []record.Entry{next(list[len(list)-1])}
	if err := withoutSync(func() error { return s.Append(ctx, batch) }); !errors.Is(err, record.ErrDisk) {
		return fmt.Errorf("Append = %v", err)
	}
	if err := s.Append(ctx, batch); !errors.Is(err, record.ErrDisk) { // on a thread where it would go well
		return fmt.Errorf("after the disk healed: Append = %v", err)
	}
	if got, err := s.Entries(ctx, 1); err != nil || len(got) != 4 {
		return fmt.Errorf("%d entries, want 4: %v", len(got), err)
	}
	return s.Close()
}

// withoutSync runs f on a thread of its own for which the system answers every sync with an error of the disk.
func withoutSync(f func() error) error {
	done := make(chan error)
	go func() {
		runtime.LockOSThread() // never unlocked: the thread ends with the goroutine
		if err := refuseSync(); err != nil {
			done <- err
			return
		}
		done <- f()
	}()
	return <-done
}

// refuseSync makes fsync and fdatasync fail with EIO on this thread, for good.
func refuseSync() error {
	const (
		setNoNewPrivs, setSeccomp, modeFilter = 38, 22, 2
		load, jumpEqual, ret                  = syscall.BPF_LD | syscall.BPF_W | syscall.BPF_ABS,
			syscall.BPF_JMP | syscall.BPF_JEQ | syscall.BPF_K, syscall.BPF_RET | syscall.BPF_K
		allow, fail = 0x7fff0000, 0x00050000 | uint32(syscall.EIO)
	)
	filter := []syscall.SockFilter{
		{Code: load, K: 0}, // the number of the call
		{Code: jumpEqual, Jt: 1, K: syscall.SYS_FSYNC},
		{Code: jumpEqual, Jf: 1, K: syscall.SYS_FDATASYNC},
		{Code: ret, K: fail},
		{Code: ret, K: allow},
	}
	program := syscall.SockFprog{Len: uint16(len(filter)), Filter: &filter[0]}
	if _, _, e := syscall.RawSyscall6(syscall.SYS_PRCTL, setNoNewPrivs, 1, 0, 0, 0, 0); e != 0 {
		return e
	}
	_, _, e := syscall.RawSyscall(syscall.SYS_PRCTL, setSeccomp, modeFilter, uintptr(unsafe.Pointer(&program)))
	runtime.KeepAlive(filter)
	if e != 0 {
		return e
	}
	return nil
}
