package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/charmbracelet/x/term"
	"golang.org/x/crypto/ssh"

	"thidua/data/clean"
	"thidua/data/follow"
	"thidua/scoring/lang"
)

// followKey gives the private key in a file. One that is protected by a passphrase is asked for it once.
func (a *app) followKey(file string) (func() ([]ssh.Signer, error), error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil,
			lang.Errorf("%s: không đọc được khóa: %v", "%s: the key cannot be read: %v", clean.Escape(file), err)
	}
	signer, err := ssh.ParsePrivateKey(text)
	if missing := (*ssh.PassphraseMissingError)(nil); errors.As(err, &missing) {
		phrase, asked := a.ask(a.text("Mật khẩu của khóa: ", "Passphrase of the key: "), true)
		if asked != nil {
			return nil, asked
		}
		signer, err = ssh.ParsePrivateKeyWithPassphrase(text, []byte(phrase))
	}
	if err != nil {
		return nil,
			lang.Errorf("%s: không phải khóa SSH bí mật dùng được (%v); dùng tệp không có đuôi .pub, hoặc tạo bằng "+
				"ssh-keygen -t ed25519",
				"%s: no private SSH key that can be used (%v); use the file without .pub, or make one "+
					"with ssh-keygen -t ed25519", clean.Escape(file), err)
	}
	return func() ([]ssh.Signer, error) { return []ssh.Signer{signer}, nil }, nil
}

// followPasscode asks for the passcode once: from then on it is known until the program ends.
func (a *app) followPasscode(to follow.Address) func() (string, error) {
	var code string
	return func() (string, error) {
		if code != "" {
			return code, nil
		}
		typed, err := a.ask(a.say("Mã vào họp của %s: ", "Passcode of %s: ", to.Login), true)
		if err == nil && typed == "" {
			err = lang.Errorf("cần mã vào họp: gõ vào, đưa qua đầu vào chuẩn, hoặc dùng --key TỆP",
				"the passcode is needed: type it, pass it on standard input, or use --key FILE")
		}
		code = typed
		return code, err
	}
}

// ask reads a line: from the terminal, where a secret is not shown, or from standard input as it is.
func (a *app) ask(question string, secret bool) (string, error) {
	var line string
	var err error
	in, terminal := a.given.in.(*os.File)
	if terminal = terminal && term.IsTerminal(in.Fd()); terminal {
		fmt.Fprint(a.err, question)
	}
	if terminal && secret {
		var typed []byte
		typed, err = term.ReadPassword(in.Fd())
		line = string(typed)
		fmt.Fprintln(a.err)
	} else {
		const longest = 4096
		line, err = bufio.NewReader(io.LimitReader(a.given.in, longest)).ReadString('\n')
		if err == io.EOF {
			err = nil
		}
	}
	if err != nil {
		return "", lang.Errorf("không đọc được câu trả lời: %v", "the answer cannot be read: %v", err)
	}
	return strings.TrimSpace(line), nil
}
