package access

import (
	"bytes"
	"crypto/rsa"
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"golang.org/x/crypto/ssh"

	"thidua/data/finding"
	"thidua/data/store"
	"thidua/scoring"
	"thidua/scoring/lang"
)

const (
	maxKeyFile = 64 << 10 // bytes; the largest key is a twentieth of it
	leastRSA   = 2048     // bits
)

// ReadKey reads the file with a person's public key, such as id_ed25519.pub, and gives the key as a Person has it. What
// is wrong with the file is a finding.List.
func ReadKey(file string) (string, error) {
	text, err := readSome(file, maxKeyFile)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "",
			wrongFile(file, lang.Sayf("không có tệp này", "there is no such file"),
				lang.Sayf("kiểm tra đường dẫn", "check the path"))
	case err != nil:
		return "",
			wrongFile(file, lang.Sayf("không đọc được tệp: %v", "the file cannot be read: %v", bare(err)),
				lang.Sayf("kiểm tra đường dẫn và quyền đọc", "check the path and that it may be read"))
	case len(text) > maxKeyFile:
		return "",
			wrongFile(file,
				lang.Sayf("tệp quá lớn, không phải khóa công khai SSH", "the file is too large for an SSH public key"),
				publicFile())
	case isPrivate(text):
		return "",
			wrongFile(file,
				lang.Sayf("đây là khóa bí mật; không đưa tệp này cho ai", "this is a private key; give it to nobody"),
				lang.Sayf("dùng tệp khóa công khai bên cạnh (tên kết thúc bằng .pub)",
					"use the public key beside it (its name ends in .pub)"))
	case bytes.Contains(text, []byte("BEGIN SSH2 PUBLIC KEY")):
		return "", wrongFile(file, lang.Sayf("khóa công khai ở dạng của PuTTY", "this is a public key in PuTTY's form"),
			lang.Sayf("chép dòng «Public key for pasting» của PuTTYgen vào một tệp, hoặc chạy ssh-keygen -i -f TỆP",
				"copy PuTTYgen's line «Public key for pasting» to a file, or run ssh-keygen -i -f FILE"))
	}
	return onlyKey(file, strings.TrimPrefix(string(text), "\ufeff"))
}

// onlyKey takes the one key that stands in a text.
func onlyKey(file, text string) (string, error) {
	kept := ""
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		key, err := parseKey(line)
		if err == nil && kept != "" {
			err = refuse(ErrKey, lang.Sayf("đây là khóa thứ hai trong tệp", "this is a second key"),
				lang.Sayf("mỗi người một khóa, mỗi tệp một dòng", "one key a person, one line a file"))
		}
		if r := (*scoring.Refusal)(nil); errors.As(err, &r) {
			return "", finding.List{{File: file, Line: i + 1, What: r.What, Mend: r.Mend}}
		}
		kept = keyLine(key)
	}
	if kept == "" {
		return "", wrongFile(file, lang.Sayf("tệp không có khóa nào", "the file has no key"), publicFile())
	}
	return kept, nil
}

// readSome reads a file, but never more than one byte over the limit: not every file has a size that says how much will
// come.
func readSome(file string, limit int64) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, limit+1))
}

// bare is an error of the system without the name of the file, which the message has already.
func bare(err error) error {
	if path := (*fs.PathError)(nil); errors.As(err, &path) {
		return path.Err
	}
	return err
}

func wrongFile(file string, what, mend lang.Text) error {
	return finding.List{{File: store.Shown(file), What: what, Mend: mend}}
}

func publicFile() lang.Text {
	return lang.Sayf("dùng tệp khóa công khai, như id_ed25519.pub: một dòng «ssh-ed25519 AAAA…»",
		"use the file of a public key, such as id_ed25519.pub: one line «ssh-ed25519 AAAA…»")
}

func isPrivate(text []byte) bool {
	return bytes.Contains(text, []byte("PRIVATE KEY-----")) || bytes.Contains(text, []byte("PuTTY-User-Key-File-"))
}

// parseKey reads a line of authorized_keys. Options before the key are refused, since nobody would see to it that they
// hold, and so are keys that are weak, or certificates, which are not a person's alone.
func parseKey(line string) (ssh.PublicKey, error) {
	key, _, options, rest, err := ssh.ParseAuthorizedKey([]byte(line))
	if err != nil || len(bytes.TrimSpace(rest)) > 0 {
		return nil, refuse(ErrKey, lang.Sayf("không phải khóa công khai SSH", "not an SSH public key"), publicFile())
	}
	if len(options) > 0 {
		return nil,
			refuse(ErrKey,
				lang.Sayf("trước khóa có tùy chọn, mà ở đây chúng không có hiệu lực",
					"options stand before the key, and they would have no effect here"),
				lang.Sayf("bỏ chúng đi: dòng bắt đầu bằng loại khóa, như ssh-ed25519",
					"leave them out: the line begins with the kind of key, such as ssh-ed25519"))
	}
	renew := lang.Sayf("tạo khóa mới bằng ssh-keygen -t ed25519", "make a new one with ssh-keygen -t ed25519")
	if taken := []string{ssh.KeyAlgoED25519, ssh.KeyAlgoSKED25519, ssh.KeyAlgoECDSA256, ssh.KeyAlgoECDSA384,
		ssh.KeyAlgoECDSA521, ssh.KeyAlgoSKECDSA256, ssh.KeyAlgoRSA}; !slices.Contains(taken, key.Type()) {
		return nil,
			refuse(ErrKey, lang.Sayf("không nhận khóa loại %s", "keys of the kind %s are not taken", key.Type()), renew)
	}
	if k, ok := key.(ssh.CryptoPublicKey); ok {
		if weak, ok := k.CryptoPublicKey().(*rsa.PublicKey); ok && weak.N.BitLen() < leastRSA {
			return nil,
				refuse(ErrKey,
					lang.Sayf("khóa RSA chỉ có %d bit, cần ít nhất %d",
						"the RSA key has only %d bits, at least %d are needed", weak.N.BitLen(), leastRSA), renew)
		}
	}
	return key, nil
}

// keyLine is a key as it is kept: without the comment, which says nothing that the name does not.
func keyLine(key ssh.PublicKey) string {
	return strings.TrimSpace(string(ssh.MarshalAuthorizedKey(key)))
}
