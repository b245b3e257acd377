package ssh

import (
	"net/netip"
	"testing"
	"time"
)

// The laptops of a room count one by one, also over IPv6: a wrong code of one is not the others'. Those of a household
// elsewhere count together.
func TestNetworks(t *testing.T) {
	c := &clock{now: time.Unix(1e9, 0)}
	links := []netip.Prefix{netip.MustParsePrefix("2001:db8:1:1::/64")}
	n := &networks{clock: c.Now, read: func() []netip.Prefix { return links }}
	for _, tt := range []struct {
		name, a, b string
		one        bool
	}{
		{"unique local", "fd00::11", "fd00::12", false},
		{"link-local", "fe80::1%eth0", "fe80::2%eth0", false},
		{"on the link", "2001:db8:1:1::11", "2001:db8:1:1::12", false},
		{"of a household", "2001:db8::1", "2001:db8::2:3", true},
		{"of two households", "2001:db8:0:1::1", "2001:db8:0:2::1", false},
		{"IPv4", "10.0.0.9", "10.0.0.10", false},
		{"IPv4 as IPv6", "10.0.0.9", "::ffff:10.0.0.9", true},
	} {
		if one := n.of(netip.MustParseAddr(tt.a)) == n.of(netip.MustParseAddr(tt.b)); one != tt.one {
			t.Errorf("%s: %s and %s count as one: %v", tt.name, tt.a, tt.b, one)
		}
	}
	links = nil // the machine has moved to another network
	c.pass(networksPeriod)
	if n.of(netip.MustParseAddr("2001:db8:1:1::11")) != n.of(netip.MustParseAddr("2001:db8:1:1::12")) {
		t.Error("a network that is left still counts as near")
	}
}

// Five people in one room with a wrong code each, over IPv6: a sixth, who typed nothing wrong, does not wait.
func TestThrottleInARoomWithIPv6(t *testing.T) {
	c := &clock{now: time.Unix(1e9, 0)}
	th := newThrottle(c.Now, &networks{clock: c.Now})
	for _, a := range []string{"fd00::11", "fd00::12", "fd00::13", "fd00::14", "fd00::15"} {
		th.wrong(netip.MustParseAddr(a), a)
	}
	if d := th.pause(netip.MustParseAddr("fd00::16"), "sixth"); d != 0 {
		t.Errorf("the sixth waits %v", d)
	}
}
