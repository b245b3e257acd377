package record_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"unsafe"
)

// state is the files of a folder at one moment, by what is added to the name of the meeting, and how many entries had
// been acknowledged by then.
type state struct {
	files        map[string][]byte
	acknowledged int
}

// TestTorturePrefixes stops a session before each of its calls that change a file, takes the files as they are then,
// and half of each write besides: whatever a process leaves that dies there opens with all it acknowledged.
func TestTorturePrefixes(t *testing.T) {
	t.Parallel()
	path := meetingIn(t)
	closes(t, created(t, path, 3))
	states, err := traced(t, path, "session", 3)
	if errors.Is(err, syscall.EPERM) || errors.Is(err, syscall.EIO) || errors.Is(err, syscall.ENOSYS) {
		t.Skipf("no process can be traced here: %v", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	whole(t, path, 9)
	if len(states) < 30 || states[len(states)-1].acknowledged != 9 {
		t.Fatalf("%d states, %d acknowledged at the last", len(states), states[len(states)-1].acknowledged)
	}
	all := slices.Clone(states)
	for i, s := range states[1:] {
		all = append(all, torn(states[i], s)...)
	}
	step := size(max(len(all)/60, 1), 1)
	tried := 0
	for i := 0; i < len(all); i += step {
		for _, write := range []bool{false, true} {
			other := meetingIn(t)
			for end, b := range all[i].files {
				if err := os.WriteFile(other+end, b, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			tried++
			if list, err := read(other, write); err != nil || len(list) < all[i].acknowledged {
				t.Errorf("state %d of %d (write %t): %d entries, %d were acknowledged: %v",
					i, len(all), write, len(list), all[i].acknowledged, err)
			}
		}
	}
	t.Logf("tried %d openings of %d states that %d calls leave", tried, len(all), len(states))
}

// torn is states between two: those in which half of what changed in a file is there.
func torn(before, after state) []state {
	var out []state
	for end, b := range after.files {
		a, ok := before.files[end]
		if !ok || len(a) > len(b) || bytes.Equal(a, b) {
			continue
		}
		from, to := 0, len(b)
		for from < len(a) && a[from] == b[from] {
			from++
		}
		for to > from && to <= len(a) && a[to-1] == b[to-1] {
			to--
		}
		middle := (from + to) / 2
		mixed := slices.Clone(b[:middle])
		if middle < len(a) {
			mixed = append(mixed, a[middle:]...)
		}
		s := state{map[string][]byte{}, before.acknowledged}
		for k, v := range before.files {
			s.files[k] = v
		}
		s.files[end] = mixed
		out = append(out, s)
	}
	return out
}

// traced plays a part in a process that is stopped before each call that changes a file, and gives the states it was
// in.
func traced(t *testing.T, path, part string, acknowledged int) (states []state, err error) {
	t.Helper()
	runtime.LockOSThread() // the system knows who traces by the thread
	defer runtime.UnlockOSThread()
	cmd := exec.Command(os.Args[0], path)
	cmd.Env = append(os.Environ(), playEnv+"="+part, "GORACE=atexit_sleep_ms=0")
	cmd.Stderr = os.Stderr
	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		return nil, err
	}
	defer null.Close()
	cmd.Stdout = null
	cmd.SysProcAttr = &syscall.SysProcAttr{Ptrace: true, Setpgid: true}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	pid := cmd.Process.Pid
	defer cmd.Process.Kill()
	var ws syscall.WaitStatus
	if _, err := syscall.Wait4(pid, &ws, 0, nil); err != nil {
		return nil, err
	}
	const goodStop, exitKill = syscall.PTRACE_O_TRACESYSGOOD | syscall.PTRACE_O_TRACECLONE, 0x100000
	if err := syscall.PtraceSetOptions(pid, goodStop|exitKill); err != nil {
		return nil, err
	}
	if err := syscall.PtraceSyscall(pid, 0); err != nil {
		return nil, err
	}
	for {
		thread, err := syscall.Wait4(-pid, &ws, 0x40000000, nil)
		if errors.Is(err, syscall.EINTR) {
			continue
		}
		if err != nil {
			return states, err
		}
		if thread == pid && (ws.Exited() || ws.Signaled()) {
			if ws.ExitStatus() != 0 {
				return states, fmt.Errorf("the session ended with %v", ws)
			}
			return states, nil
		}
		if !ws.Stopped() {
			continue
		}
		deliver := 0
		switch sig := ws.StopSignal(); {
		case sig == syscall.SIGTRAP|0x80:
			nr, first, err := entered(thread)
			if err != nil {
				return states, err
			}
			if nr == syscall.SYS_WRITE && first == 1 {
				acknowledged++
			} else if changes(nr) {
				states = appendState(states, path, acknowledged)
			}
		case sig != syscall.SIGTRAP && sig != syscall.SIGSTOP:
			deliver = int(sig)
		}
		if err := syscall.PtraceSyscall(thread, deliver); err != nil && !errors.Is(err, syscall.ESRCH) {
			return states, err
		}
	}
}

// entered gives the number and the first argument of the call that a thread is about to make; -1 where it comes back
// from one.
func entered(thread int) (nr int64, first uint64, err error) {
	const getSyscallInfo, entry = 0x420e, 1
	var info [88]byte
	_, _, e := syscall.RawSyscall6(syscall.SYS_PTRACE, getSyscallInfo, uintptr(thread), uintptr(len(info)),
		uintptr(unsafe.Pointer(&info)), 0, 0)
	if e != 0 {
		return -1, 0, e
	}
	if info[0] != entry {
		return -1, 0, nil
	}
	return int64(binary.NativeEndian.Uint64(info[24:])), binary.NativeEndian.Uint64(info[32:]), nil
}

// changes reports whether a call changes a file, or what is in a folder.
func changes(nr int64) bool {
	return slices.Contains([]int64{syscall.SYS_PWRITE64, syscall.SYS_WRITE, syscall.SYS_FTRUNCATE, syscall.SYS_UNLINKAT,
		syscall.SYS_RENAMEAT, syscall.SYS_OPENAT, syscall.SYS_FSYNC, syscall.SYS_FDATASYNC, oldUnlink()}, nr)
}

// appendState takes the files as they are now, unless they are as they were.
func appendState(states []state, path string, acknowledged int) []state {
	s := state{map[string][]byte{}, acknowledged}
	names, _ := filepath.Glob(filepath.Dir(path) + "/*")
	for _, name := range names {
		end := strings.TrimPrefix(name, path)
		if b, err := os.ReadFile(name); err == nil && end != "-shm" { // that one is gone with a crash
			s.files[end] = b
		}
	}
	if n := len(states); n > 0 && states[n-1].acknowledged == acknowledged && sameFiles(states[n-1].files, s.files) {
		return states
	}
	return append(states, s)
}

func sameFiles(a, b map[string][]byte) bool {
	if len(a) != len(b) {
		return false
	}
	for end, text := range a {
		if other, ok := b[end]; !ok || !bytes.Equal(text, other) {
			return false
		}
	}
	return true
}
