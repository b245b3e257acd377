package access

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"fmt"

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

// EnsureHostKey gives the host's key (PEM), and makes it first where there is none: it stays the same from then on, or
// whoever comes back is warned of a stranger.
func EnsureHostKey(path string) (pemBytes []byte, err error) {
	l, err := Load(path)
	if err != nil {
		return nil, err
	}
	if len(l.HostKey) > 0 {
		return l.HostKey, nil
	}
	err = Change(path, func(l *List) (err error) {
		if len(l.HostKey) == 0 { // nobody was faster
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
