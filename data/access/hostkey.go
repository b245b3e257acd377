package access

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/crypto/ssh"

	"thidua/scoring/lang"
)

// newHostKey makes the key by which people know the host again.
func newHostKey() ([]byte, error) {
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, fmt.Errorf("make a host key: %w", err)
	}
	block, err := ssh.MarshalPrivateKey(private, "thidua")
	if err != nil {
		return nil, fmt.Errorf("make a host key: %w", err)
	}
	return pem.EncodeToMemory(block), nil
}

func checkHostKey(text []byte) error {
	if len(text) == 0 {
		return nil
	}
	if _, err := ssh.ParsePrivateKey(text); err != nil {
		return refuse(ErrKey, lang.Sayf("khóa của máy chủ không đọc được", "the host's key cannot be read"),
			lang.Text{})
	}
	return nil
}

// HostKeyFile is where the key of this machine's user is kept: thidua/host_key in the user's configuration folder.
func HostKeyFile() (string, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", fmt.Errorf("there is no folder for the host's key: %w", err)
	}
	return filepath.Join(dir, "thidua", "host_key"), nil
}

// EnsureHostKey gives the host's key (PEM) of a meeting, and makes it first where there is none. People know an address
// by its key, whatever meeting is held there: so all meetings of one user have one, which is kept in the file own, and
// with each meeting. A meeting that has another, from another machine or an older version, keeps it, or whoever comes
// back is warned of a stranger; the user takes it over who has none. Where own is empty or its folder cannot be used
// the meeting has a key to itself.
func EnsureHostKey(path, own string) (pemBytes []byte, err error) {
	l, err := Load(path)
	if err != nil {
		return nil, err
	}
	ownKey, err := ensureOwnKey(own, l.HostKey)
	if err != nil {
		return nil, err
	}
	switch {
	case inDatabase(path) && len(ownKey) > 0: // each host of a meeting there has its own
		return ownKey, nil
	case inDatabase(path):
		return newHostKey()
	case len(l.HostKey) > 0:
		return l.HostKey, nil
	}
	err = Change(path, func(l *List) (err error) {
		switch {
		case len(l.HostKey) > 0: // somebody was faster
		case len(ownKey) > 0:
			l.HostKey = ownKey
		default:
			l.HostKey, err = newHostKey()
		}
		pemBytes = l.HostKey
		return err
	})
	if err != nil {
		return nil, err
	}
	return pemBytes, nil
}

// ensureOwnKey gives the key of the machine's user. Where there is none yet it is one that a meeting has, or new; where
// its folder cannot be used there is none.
func ensureOwnKey(file string, taken []byte) ([]byte, error) {
	if file == "" || os.MkdirAll(filepath.Dir(file), 0o700) != nil {
		return nil, nil
	}
	release, err := lock(file)
	if err != nil {
		return nil, nil
	}
	defer release()
	key, err := readSome(file, maxFile)
	switch {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err == nil && (len(key) == 0 || checkHostKey(key) != nil):
		return nil, wrongFile(file, lang.Sayf("không phải là khóa của máy chủ", "it is no key of a host"),
			lang.Sayf("lấy lại tệp từ bản sao, hoặc xóa tệp: khi đó máy có khóa mới và người vào sẽ được cảnh báo",
				"restore it from a copy, or delete it: there is a new key then, and whoever comes in is warned"))
	case err == nil:
		return key, nil
	}
	if key = taken; len(key) == 0 {
		if key, err = newHostKey(); err != nil {
			return nil, err
		}
	}
	if replace(file, key) != nil {
		return nil, nil
	}
	return key, nil
}
