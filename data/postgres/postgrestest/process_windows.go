package postgrestest

import (
	"os"
	"os/exec"
)

func newFolder() (string, error) { return os.MkdirTemp("", "thidua-postgres-") }

func asOwner(*exec.Cmd) error { return nil }

func (p *process) kill() { p.stop() }

func (p *process) stop() {
	_ = p.cmd.Process.Kill()
	<-p.ended
}
