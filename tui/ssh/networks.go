package ssh

import (
	"net"
	"net/netip"
	"slices"
	"sync"
	"time"
)

// networks tells what counts as one address: of IPv4 each; of IPv6 each of those that are near, where every laptop of a
// room has one in the same network, and else the network that a household has.
type networks struct {
	clock func() time.Time
	read  func() []netip.Prefix // the networks on the links of this machine; nil: none

	mu   sync.Mutex
	seen time.Time
	near []netip.Prefix
}

// networksPeriod is how long links are taken to be the same.
const networksPeriod = 10 * time.Second

// of is what an address counts as.
func (n *networks) of(a netip.Addr) netip.Prefix {
	a = a.Unmap()
	bits := a.BitLen()
	if a.Is6() && !a.IsPrivate() && !a.IsLinkLocalUnicast() && !n.onLink(a) {
		bits = 64
	}
	p, _ := a.Prefix(bits)
	return p
}

// onLink reports whether an address is of a network that this machine is in itself.
func (n *networks) onLink(a netip.Addr) bool {
	if n.read == nil {
		return false
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	if now := n.clock(); n.seen.IsZero() || now.Sub(n.seen) >= networksPeriod {
		n.near, n.seen = n.read(), now
	}
	return slices.ContainsFunc(n.near, func(p netip.Prefix) bool { return p.Contains(a) })
}

// ownNetworks is the networks of this machine's interfaces.
func ownNetworks() (out []netip.Prefix) {
	addrs, err := net.InterfaceAddrs()
	if err != nil {
		return nil
	}
	for _, a := range addrs {
		if p, err := netip.ParsePrefix(a.String()); err == nil {
			out = append(out, p.Masked())
		}
	}
	return out
}
