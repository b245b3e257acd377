package follow

import (
	"errors"
	"io/fs"
	"net"
	"os"
	"path/filepath"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/knownhosts"

	"thidua/data/clean"
	"thidua/scoring/lang"
)

// Known is the file with the keys by which hosts are known again, in the form of OpenSSH's known_hosts.
type Known string

// KnownHosts is where it is kept: thidua/known_hosts in the user's configuration folder.
func KnownHosts() (Known, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", lang.Errorf("máy này không có thư mục để nhớ khóa của máy chủ: %v",
			"there is no folder in which to remember keys of hosts: %v", err)
	}
	return Known(filepath.Join(dir, "thidua", "known_hosts")), nil
}

// ErrStranger is a host whose key is not known, and that nobody vouches for.
var ErrStranger = errors.New("the key of the host is not known")

// check accepts a host by its key: the one that was seen before, or a new one that somebody vouches for, which is
// remembered then. A host that shows another key than before is refused.
func (k Known) check(vouch func(host, fingerprint string) error) ssh.HostKeyCallback {
	return func(host string, remote net.Addr, key ssh.PublicKey) error {
		seen := &knownhosts.KeyError{}
		known, err := knownhosts.New(string(k))
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return lang.Errorf("không đọc được %s: %v; sửa hoặc xóa tệp này",
				"%s cannot be read: %v; mend or delete it",
				clean.Escape(string(k)), err)
		default:
			if err = known(host, remote, key); err == nil {
				return nil
			}
			if !errors.As(err, &seen) {
				return err
			}
		}
		if len(seen.Want) > 0 {
			was := seen.Want[0]
			return lang.Errorf("KHÓA CỦA MÁY %s ĐÃ ĐỔI: nay là %s, trước là %s. Có thể máy khác đang giả làm máy này. "+
				"Nếu máy chủ thật sự có khóa mới (F12 ở máy đó), xóa dòng %d của %s rồi chạy lại",
				"THE KEY OF %s HAS CHANGED: it is %s now and was %s. Another machine may pretend to be this one. "+
					"If the host really has a new key (F12 there), delete line %d of %s and start again",
				host, ssh.FingerprintSHA256(key), ssh.FingerprintSHA256(was.Key), was.Line, clean.Escape(was.Filename))
		}
		if err := vouch(host, ssh.FingerprintSHA256(key)); err != nil {
			return err
		}
		return k.Remember(host, key)
	}
}

// Remember adds a host and its key.
func (k Known) Remember(host string, key ssh.PublicKey) error {
	const onlyOwner, ownFile = 0o700, 0o600
	err := os.MkdirAll(filepath.Dir(string(k)), onlyOwner)
	if err != nil {
		return k.notKept(err)
	}
	f, err := os.OpenFile(string(k), os.O_APPEND|os.O_CREATE|os.O_WRONLY, ownFile)
	if err != nil {
		return k.notKept(err)
	}
	_, err = f.WriteString(knownhosts.Line([]string{knownhosts.Normalize(host)}, key) + "\n")
	if err = errors.Join(err, f.Close()); err != nil {
		return k.notKept(err)
	}
	return nil
}

func (k Known) notKept(err error) error {
	return lang.Errorf("không nhớ được khóa của máy chủ: %v", "the key of the host cannot be remembered: %v", err)
}
