package postgrestest

import (
	"os/exec"
	"syscall"
)

func endsWithUs(cmd *exec.Cmd) { cmd.SysProcAttr.Pdeathsig = syscall.SIGQUIT }
