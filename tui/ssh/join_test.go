package ssh

import (
	"net"
	"net/netip"
	"slices"
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"
)

func TestJoin(t *testing.T) {
	signer, key := newKey(t)
	for _, tt := range []struct {
		at     string
		want   []string
		forget string
	}{
		{"192.168.1.10:2222", []string{"ssh -p 2222 TÊN@192.168.1.10"}, `ssh-keygen -R "[192.168.1.10]:2222"`},
		{"192.168.1.10:22", []string{"ssh TÊN@192.168.1.10"}, "ssh-keygen -R 192.168.1.10"},
		{"[::ffff:10.0.0.1]:2222", []string{"ssh -p 2222 TÊN@10.0.0.1"}, `ssh-keygen -R "[10.0.0.1]:2222"`},
		{"[2001:db8::1]:2222", []string{"ssh -p 2222 TÊN@2001:db8::1"}, `ssh-keygen -R "[2001:db8::1]:2222"`},
		{"[fe80::1%eth0]:2222", []string{"ssh -p 2222 TÊN@fe80::1%eth0"}, `ssh-keygen -R "[fe80::1%eth0]:2222"`},
	} {
		at, err := netip.ParseAddrPort(tt.at)
		if err != nil {
			t.Fatal(err)
		}
		j, err := Join(net.TCPAddrFromAddrPort(at), key, "TÊN")
		if err != nil || !slices.Equal(j.Lines, tt.want) ||
			j.Fingerprint != gossh.FingerprintSHA256(signer.PublicKey()) {
			t.Errorf("%s: %q, %v", tt.at, j.Lines, err)
		}
		if want := tt.forget; j.Forget != want {
			t.Errorf("%s is forgotten by %s, want %s", tt.at, j.Forget, want)
		}
		if n := len(j.QR); n < 21 || n != len(j.QR[0]) || !j.QR[0][0] || !j.QR[6][6] || j.QR[7][7] {
			t.Errorf("%s: no QR code of %d rows", tt.at, n)
		}
	}
	everywhere, err := Join(&net.TCPAddr{IP: net.IPv4zero, Port: 2222}, key, "TÊN")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range everywhere.Lines {
		if strings.Contains(line, "127.0.0.1") || strings.Contains(line, "0.0.0.0") {
			t.Errorf("nobody else finds %q", line)
		}
	}
	if _, err := Join(&net.TCPAddr{IP: net.IPv4zero, Port: 2222}, []byte("no key"), "TÊN"); err == nil {
		t.Error("no error without a key")
	}
}

func TestLikeliest(t *testing.T) {
	var in []netip.Addr
	for _, s := range []string{"127.0.0.1", "::1", "fe80::1", "2001:db8::1", "203.0.113.7", "169.254.1.1",
		"192.168.1.10", "10.1.1.1", "2001:db8::2"} {
		in = append(in, netip.MustParseAddr(s))
	}
	var got []string
	for _, a := range likeliest(in) {
		got = append(got, a.String())
	}
	if want := []string{"192.168.1.10", "10.1.1.1", "203.0.113.7", "2001:db8::1"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
