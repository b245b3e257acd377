package follow

import (
	"net"
	"net/url"
	"strconv"
	"strings"

	"thidua/data/clean"
	"thidua/scoring/lang"
)

// Address is a host that serves a meeting over SSH, and by which name one comes in there.
type Address struct {
	Login string
	Host  string // HOST:PORT
}

// String is the address as it is written.
func (a Address) String() string { return "ssh://" + a.Login + "@" + a.Host }

// IsSSH reports whether a source is written as such an address.
func IsSSH(source string) bool { return strings.HasPrefix(source, "ssh://") }

// ParseSSH reads ssh://NAME@HOST:PORT; without a port it is that of SSH. A passcode has no place in it: who sees the
// list of processes sees it.
func ParseSSH(source string) (Address, error) {
	u, err := url.Parse(source)
	wrong := func(what lang.Text) (Address, error) {
		return Address{}, lang.Errorf("%s: %s", "%s: %s", clean.Secrets(clean.Escape(source)), what)
	}
	if err != nil {
		return wrong(lang.Sayf("địa chỉ viết sai", "the address is miswritten"))
	}
	_, secret := u.User.Password()
	port := u.Port()
	if port == "" {
		port = "22"
	}
	n, bad := strconv.ParseUint(port, 10, 16)
	switch {
	case secret:
		return wrong(lang.Sayf("đừng ghi mã vào họp trong địa chỉ, chương trình sẽ hỏi",
			"leave the passcode out of the address, it is asked for"))
	case u.User.Username() == "":
		return wrong(lang.Sayf("thiếu tên được mời", "the name that was invited is missing"))
	case u.Hostname() == "", bad != nil, n == 0:
		return wrong(lang.Sayf("thiếu máy hoặc cổng", "host or port is missing"))
	case u.Path != "" && u.Path != "/", u.RawQuery != "", u.Fragment != "":
		return wrong(lang.Sayf("thừa phần sau cổng", "something stands behind the port"))
	}
	return Address{u.User.Username(), net.JoinHostPort(u.Hostname(), port)}, nil
}
