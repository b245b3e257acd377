package access_test

import (
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"encoding/base64"
	"encoding/pem"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/crypto/ssh"

	"thidua/data/access"
	"thidua/data/finding"
	"thidua/scoring/lang"
)

// public is the line of any key that Go knows.
func public(t *testing.T, key any) string {
	t.Helper()
	k, err := ssh.NewPublicKey(key)
	if err != nil {
		t.Fatal(err)
	}
	return line(k)
}

// ofBits is an RSA key of that size that nobody can use: its size is all that is looked at.
func ofBits(n uint) *rsa.PublicKey {
	return &rsa.PublicKey{N: new(big.Int).SetBit(new(big.Int).SetBit(new(big.Int), int(n)-1, 1), 0, 1), E: 65537}
}

func curve(t *testing.T, c elliptic.Curve) *ecdsa.PublicKey {
	t.Helper()
	k, err := ecdsa.GenerateKey(c, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return &k.PublicKey
}

// certificate is the line of a key that an authority vouches for.
func certificate(t *testing.T) string {
	t.Helper()
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := ssh.NewSignerFromKey(private)
	if err != nil {
		t.Fatal(err)
	}
	c := &ssh.Certificate{Key: newKey(t), CertType: ssh.UserCert, ValidBefore: ssh.CertTimeInfinity}
	if err := c.SignCert(rand.Reader, signer); err != nil {
		t.Fatal(err)
	}
	return line(c)
}

// legacy is the line of a DSA key of 1024 bits.
func legacy() string {
	const kind = "ssh-dss"
	wire := ssh.Marshal(struct {
		Kind       string
		P, Q, G, Y *big.Int
	}{kind, ofBits(1024).N, ofBits(160).N, big.NewInt(2), big.NewInt(4)})
	return kind + " " + base64.StdEncoding.EncodeToString(wire)
}

// token is the line of a key that is in a piece of hardware.
func token(t *testing.T) string {
	t.Helper()
	key := make([]byte, ed25519.PublicKeySize)
	_, _ = rand.Read(key)
	wire := ssh.Marshal(struct {
		Kind string
		Key  []byte
		App  string
	}{ssh.KeyAlgoSKED25519, key, "ssh:"})
	return ssh.KeyAlgoSKED25519 + " " + base64.StdEncoding.EncodeToString(wire)
}

func private(t *testing.T) string {
	t.Helper()
	_, k, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	block, err := ssh.MarshalPrivateKey(k, "")
	if err != nil {
		t.Fatal(err)
	}
	return string(pem.EncodeToMemory(block))
}

func TestReadKey(t *testing.T) {
	ed, other := line(newKey(t)), line(newKey(t))
	weak := legacy()
	large, sk := public(t, ofBits(2048)), token(t)
	p256, p384, p521 := public(t, curve(t, elliptic.P256())), public(t, curve(t, elliptic.P384())),
		public(t, curve(t, elliptic.P521()))
	for name, tt := range map[string]struct{ text, key, err string }{
		"ed25519":               {ed + " somebody@host\n", ed, ""},
		"without a line end":    {ed, ed, ""},
		"with BOM and CRLF":     {"\ufeff" + ed + " a b c\r\n", ed, ""},
		"comments, empty lines": {"# from a laptop\n\n  " + ed + "\n\t\n# end\n", ed, ""},
		"RSA of 2048 bits":      {large, large, ""},
		"ECDSA 256":             {p256, p256, ""},
		"ECDSA 384":             {p384, p384, ""},
		"ECDSA 521":             {p521, p521, ""},
		"a token's":             {sk, sk, ""},
		"RSA of 1024 bits": {public(t, ofBits(1024)), "",
			":1: the RSA key has only 1024 bits, at least 2048 are needed; make a new one with ssh-keygen -t ed25519"},
		"RSA of 2047 bits": {public(t, ofBits(2047)), "", ":1: the RSA key has only 2047 bits"},
		"DSA":              {weak, "", ":1: keys of the kind ssh-dss are not taken; make a new one"},
		"a certificate": {certificate(t), "",
			":1: keys of the kind ssh-ed25519-cert-v01@openssh.com are not taken"},
		"two keys":           {ed + "\n" + other + "\n", "", ":2: this is a second key; one key a person"},
		"the same key twice": {ed + "\n" + ed + "\n", "", ":2: this is a second key"},
		"options":            {"from=\"10.0.0.0/8\",no-pty " + ed, "", ":1: options stand before the key"},
		"a private key": {private(t), "",
			": this is a private key; give it to nobody; use the public key beside it"},
		"an older private key": {"-----BEGIN RSA PRIVATE KEY-----\n", "", ": this is a private key"},
		"PuTTY's private key":  {"PuTTY-User-Key-File-3: ssh-ed25519\n", "", ": this is a private key"},
		"PuTTY's public key": {"---- BEGIN SSH2 PUBLIC KEY ----\nComment: \"x\"\n", "",
			": this is a public key in PuTTY's form; copy PuTTYgen's line"},
		"nothing": {"", "",
			": the file has no key; use the file of a public key, such as id_ed25519.pub"},
		"only a comment":        {"# nothing\n", "", ": the file has no key"},
		"no key":                {"hello\n", "", ":1: not an SSH public key"},
		"half a key":            {ed[:40], "", ":1: not an SSH public key"},
		"UTF-16":                {"\xff\xfes\x00s\x00h\x00", "", ":1: not an SSH public key"},
		"the kind does not fit": {strings.Replace(ed, "ssh-ed25519 ", "ssh-rsa ", 1), "", ":1: not an SSH public key"},
		"too large":             {strings.Repeat("#", 70_000), "", ": the file is too large for an SSH public key"},
	} {
		file := filepath.Join(t.TempDir(), "key.pub")
		if err := os.WriteFile(file, []byte(tt.text), 0o600); err != nil {
			t.Fatal(err)
		}
		key, err := access.ReadKey(file)
		if key != tt.key {
			t.Errorf("%s: %q, want %q", name, key, tt.key)
		}
		if got := said(err); tt.err == "" && err != nil || !strings.HasPrefix(strings.TrimPrefix(got, file), tt.err) {
			t.Errorf("%s: %s\nwant %s", name, got, tt.err)
		}
	}
	for _, file := range []string{filepath.Join(t.TempDir(), "none"), t.TempDir()} {
		if _, err := access.ReadKey(file); !strings.HasPrefix(said(err), file+": ") {
			t.Errorf("%s: %v", file, err)
		}
	}
}

// said is a finding in English; every one must speak Vietnamese too.
func said(err error) string {
	list, ok := err.(finding.List)
	if !ok {
		return ""
	}
	if en := list.In(lang.EN); en != list.In(lang.VI) {
		return en
	}
	return "not in both languages"
}

// A key is found by itself and by no other.
func TestByKey(t *testing.T) {
	a, b := newKey(t), newKey(t)
	l := &access.List{}
	p, err := l.Add(access.Person{Name: "A", Role: "chair", Key: line(a)})
	if err != nil {
		t.Fatal(err)
	}
	if got, ok := l.ByKey(a); !ok || got.ID != p.ID || got.Fingerprint() != ssh.FingerprintSHA256(a) {
		t.Errorf("by the key: %+v, %v", got, ok)
	}
	for _, k := range []ssh.PublicKey{b, nil} {
		if got, ok := l.ByKey(k); ok {
			t.Errorf("by another: %+v", got)
		}
	}
}
