package postgrestest

import (
	"os/exec"
	"runtime"
)

// process is a server that runs.
type process struct {
	cmd   *exec.Cmd
	ended chan struct{}
}

// startProcess starts a server that ends when this program does, however that comes about, on systems that see to it:
// there the thread that started it must live as long.
func startProcess(cmd *exec.Cmd) (*process, error) {
	endsWithUs(cmd)
	p := &process{cmd, make(chan struct{})}
	started := make(chan error)
	go func() {
		runtime.LockOSThread()
		err := cmd.Start()
		started <- err
		if err == nil {
			_ = cmd.Wait()
		}
		close(p.ended)
	}()
	return p, <-started
}
