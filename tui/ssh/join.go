package ssh

import (
	"cmp"
	"fmt"
	"net"
	"net/netip"
	"slices"
	"strconv"

	gossh "golang.org/x/crypto/ssh"
	"rsc.io/qr"

	"thidua/scoring/lang"
	"thidua/tui"
)

// Join says how others come in to a server that listens at an address with a host key (PEM). login stands in the lines
// for the name that each puts in.
func Join(at net.Addr, hostKey []byte, login string) (*tui.Join, error) {
	signer, err := gossh.ParsePrivateKey(hostKey)
	if err != nil {
		return nil, fmt.Errorf("read the host key: %w", err)
	}
	j := &tui.Join{Fingerprint: gossh.FingerprintSHA256(signer.PublicKey())}
	port := netip.MustParseAddrPort(at.String()).Port()
	all := reachable(at)
	for _, a := range all {
		j.Lines = append(j.Lines, line(login, a, port))
	}
	if len(all) > 0 {
		j.QR, j.Forget = code(j.Lines[0]), forget(all[0], port)
	}
	return j, nil
}

// line is what to type.
func line(login string, a netip.Addr, port uint16) string {
	to := login + "@" + a.String()
	if port == 22 {
		return "ssh " + to
	}
	return "ssh -p " + strconv.Itoa(int(port)) + " " + to
}

// forget is what makes a machine forget by which key it knows an address.
func forget(a netip.Addr, port uint16) string {
	if port == 22 {
		return "ssh-keygen -R " + a.String()
	}
	return fmt.Sprintf(`ssh-keygen -R "[%s]:%d"`, a, port)
}

// mostLines is how many addresses are shown: of more, nobody would know which to take.
const mostLines = 4

// reachable is the addresses under which others find a listener: its own, or those of this machine, likeliest first.
func reachable(at net.Addr) []netip.Addr {
	own := netip.MustParseAddrPort(at.String()).Addr().Unmap()
	if !own.IsUnspecified() {
		return []netip.Addr{own}
	}
	addrs, err := net.InterfaceAddrs()
	if err != nil {
		return nil
	}
	var out []netip.Addr
	for _, a := range addrs {
		if p, err := netip.ParsePrefix(a.String()); err == nil {
			out = append(out, p.Addr().Unmap())
		}
	}
	return likeliest(out)
}

// likeliest puts addresses in order: those of a room's network first, those that only this machine has left out.
func likeliest(addrs []netip.Addr) []netip.Addr {
	addrs = slices.DeleteFunc(slices.Clone(addrs), func(a netip.Addr) bool {
		return a.IsLoopback() || a.IsLinkLocalUnicast()
	})
	rank := func(a netip.Addr) int {
		switch {
		case a.Is4() && a.IsPrivate():
			return 0
		case a.Is4():
			return 1
		}
		return 2
	}
	slices.SortStableFunc(addrs, func(a, b netip.Addr) int { return cmp.Compare(rank(a), rank(b)) })
	return addrs[:min(len(addrs), mostLines)]
}

// code is a text for a camera, as rows of modules.
func code(text string) [][]bool {
	c, err := qr.Encode(text, qr.M)
	if err != nil {
		return nil // too long for any: it can still be typed
	}
	rows := make([][]bool, c.Size)
	for y := range rows {
		rows[y] = make([]bool, c.Size)
		for x := range rows[y] {
			rows[y][x] = c.Black(x, y)
		}
	}
	return rows
}

// Placeholder stands in the lines for the name of whoever types them.
func Placeholder(l lang.Lang) string { return lang.Sayf("TÊN", "NAME").In(l) }
