//go:build unix

package postgrestest

import (
	"os"
	"os/exec"
	"os/user"
	"strconv"
	"syscall"
)

// newFolder makes a folder that belongs to whom the server runs as.
func newFolder() (string, error) {
	folder, err := os.MkdirTemp("", "thidua-postgres-")
	if err != nil {
		return "", err
	}
	id, err := owner()
	if err != nil || id == nil {
		return folder, err
	}
	return folder, os.Chown(folder, int(id.Uid), int(id.Gid))
}

// owner is whom a server runs as that is started by root, which PostgreSQL does not allow; nil: as who starts it.
func owner() (*syscall.Credential, error) {
	if os.Geteuid() != 0 {
		return nil, nil
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		u, err = user.Lookup("nobody")
	}
	if err != nil {
		return nil, err
	}
	uid, err1 := strconv.ParseUint(u.Uid, 10, 32)
	gid, err2 := strconv.ParseUint(u.Gid, 10, 32)
	if err1 != nil {
		return nil, err1
	}
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, err2
}

func asOwner(cmd *exec.Cmd) error {
	id, err := owner()
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: id}
	return err
}

// kill ends a server without a word to it. What it has started ends when it sees that.
func (p *process) kill() { p.signal(syscall.SIGKILL) }

// stop ends a server quickly: what it has on disk it puts together at the next start.
func (p *process) stop() { p.signal(syscall.SIGQUIT) }

func (p *process) signal(s os.Signal) {
	_ = p.cmd.Process.Signal(s)
	<-p.ended
}
