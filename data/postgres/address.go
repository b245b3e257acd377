package postgres

import (
	"io/fs"
	"net"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"thidua/data/clean"
	"thidua/data/record"
	"thidua/scoring/lang"
)

// maxName is how many bytes the name of a meeting may have.
const maxName = 200

// connectTimeout is how long one server of an address has to answer, where the address does not say.
const connectTimeout = 5 * time.Second

// Address is where a meeting is kept: a database, and the meeting's name in it.
type Address struct {
	Meeting string // clean; empty where the address is that of a database with all its meetings

	shown   string
	config  *pgconn.Config
	secrets []string
}

// Is reports whether a name that people give a meeting is the address of a database.
func Is(name string) bool {
	return strings.HasPrefix(name, "postgres://") || strings.HasPrefix(name, "postgresql://")
}

// String is the address as it may be shown: without user and password.
func (a *Address) String() string { return a.shown }

// WithoutPassword is an address as it may be kept in a file: the user stays in it, a password does not.
func WithoutPassword(name string) string {
	base, query, asked := strings.Cut(name, "?")
	scheme, behind, _ := strings.Cut(base, "//")
	if at := strings.LastIndex(behind, "@"); at >= 0 {
		user, _, _ := strings.Cut(behind[:at], ":")
		behind = user + behind[at:]
	}
	if asked {
		query = "?" + strings.Join(slices.DeleteFunc(strings.Split(query, "&"), func(part string) bool {
			key, _, _ := strings.Cut(part, "=")
			return strings.Contains(strings.ToLower(key), "password")
		}), "&")
	}
	return scheme + "//" + behind + query
}

// Parse reads an address.
func Parse(name string) (*Address, error) {
	a := &Address{shown: clean.Secrets(clean.Escape(name))}
	base, query, _ := strings.Cut(name, "?")
	var rest []string
	given := map[string]bool{}
	for _, part := range strings.FieldsFunc(query, func(r rune) bool { return r == '&' }) {
		key, value, _ := strings.Cut(part, "=")
		if key != "meeting" {
			given[key] = true
			rest = append(rest, part)
			continue
		}
		typed, err := url.QueryUnescape(value)
		if err != nil {
			return nil, a.wrong(lang.Sayf("tên cuộc họp viết sai", "the meeting's name is miswritten"))
		}
		if a.Meeting, err = a.meetingName(typed); err != nil {
			return nil, err
		}
	}
	config, err := pgconn.ParseConfig(base + "?" + strings.Join(rest, "&"))
	if err != nil { // what the driver says of it may hold the password
		return nil, a.wrong(lang.Sayf("địa chỉ cơ sở dữ liệu viết sai", "the address of the database is miswritten"))
	}
	defaults := a.defaults(config, given)
	if config, err = pgconn.ParseConfig(base + "?" + strings.Join(append(rest, defaults...), "&")); err != nil {
		return nil, a.wrong(lang.Sayf("địa chỉ cơ sở dữ liệu viết sai", "the address of the database is miswritten"))
	}
	a.config = config
	a.remember(config.Password)
	_, behind, _ := strings.Cut(base, "//")
	if at := strings.LastIndex(behind, "@"); at >= 0 {
		_, typed, _ := strings.Cut(behind[:at], ":")
		a.remember(typed)
	}
	return a, nil
}

// defaults are the parameters that an address has where it does not say otherwise.
func (a *Address) defaults(c *pgconn.Config, given map[string]bool) (out []string) {
	hosts := []string{c.Host}
	for _, f := range c.Fallbacks {
		hosts = append(hosts, f.Host)
	}
	local, several := true, false
	for _, h := range hosts {
		local = local && isLocal(h)
		several = several || h != hosts[0] || strings.Contains(a.shown, ",")
	}
	switch {
	case given["sslmode"] || given["ssl"]:
	case local:
		out = append(out, "sslmode=prefer")
	default:
		out = append(out, "sslmode=verify-full")
	}
	if several && !given["target_session_attrs"] {
		out = append(out, "target_session_attrs=read-write")
	}
	if !given["connect_timeout"] {
		out = append(out, "connect_timeout="+secondsOf(connectTimeout))
	}
	if !given["application_name"] {
		out = append(out, "application_name=thidua")
	}
	return out
}

func secondsOf(d time.Duration) string {
	return strings.TrimSuffix(d.Truncate(time.Second).String(), "s")
}

// isLocal reports whether what is said to a host stays on this machine.
func isLocal(host string) bool {
	if host == "" || strings.HasPrefix(host, "/") || host == "localhost" {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

// meetingName is the name of a meeting as it is kept: composed, with single spaces.
func (a *Address) meetingName(typed string) (string, error) {
	if what, foul := clean.Find(typed); foul {
		return "", a.wrong(lang.Sayf("tên cuộc họp có ký tự điều khiển %s",
			"the meeting's name holds the control character %s", what))
	}
	name := strings.Join(strings.Fields(clean.Compose(typed)), " ")
	switch {
	case name == "":
		return "", a.wrong(lang.Sayf("tên cuộc họp để trống", "the meeting's name is blank"))
	case len(name) > maxName:
		return "", a.wrong(lang.Sayf("tên cuộc họp dài quá %d byte",
			"the meeting's name is longer than %d bytes", maxName))
	}
	return name, nil
}

func (a *Address) wrong(what lang.Text) error {
	return &record.Error{Path: a.shown, What: what,
		Mend: lang.Sayf("viết như postgres://MÁY/CSDL?meeting=TÊN", "write it like postgres://HOST/DB?meeting=NAME"),
		Err:  fs.ErrInvalid}
}

// needsMeeting refuses an address that names no meeting.
func (a *Address) needsMeeting() error {
	if a.Meeting != "" {
		return nil
	}
	return a.wrong(lang.Sayf("địa chỉ không nêu cuộc họp", "the address names no meeting"))
}

// remember notes a secret that must never be shown, in the ways in which it may be written.
func (a *Address) remember(secret string) {
	if secret == "" {
		return
	}
	a.secrets = append(a.secrets, secret)
	for _, written := range []string{url.QueryEscape(secret), url.PathEscape(secret)} {
		if written != secret {
			a.secrets = append(a.secrets, written)
		}
	}
}

// redact makes what a driver or a server says fit to be shown.
func (a *Address) redact(s string) string {
	s = clean.Secrets(clean.Line(s))
	for _, secret := range a.secrets {
		s = strings.ReplaceAll(s, secret, "…")
	}
	return s
}
