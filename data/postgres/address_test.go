package postgres

import (
	"errors"
	"io/fs"
	"strings"
	"testing"

	"thidua/data/clean"
	"thidua/data/record"
	"thidua/scoring/lang"
)

func TestParse(t *testing.T) {
	for name, want := range map[string]struct {
		meeting, host string
		port          uint16
		tls, verified bool
	}{
		"postgres://may/db?meeting=Cụm%202":                        {"Cụm 2", "may", 5432, true, true},
		"postgresql://may:6543/db?meeting=++c%E1%BB%A5m+2+":        {"cụm 2", "may", 6543, true, true},
		"postgres://may/db?sslmode=require&meeting=a":              {"a", "may", 5432, true, false},
		"postgres://may/db?meeting=a&sslmode=disable":              {"a", "may", 5432, false, false},
		"postgres://127.0.0.1/db?meeting=a":                        {"a", "127.0.0.1", 5432, true, false},
		"postgres://localhost/db?meeting=a&sslmode=verify-full":    {"a", "localhost", 5432, true, true},
		"postgres:///db?host=/run/postgresql&meeting=a":            {"a", "/run/postgresql", 5432, false, false},
		"postgres://a:bí-mật@may1:5432,may2:5433/db?meeting=a":     {"a", "may1", 5432, true, true},
		"postgres://localhost,may2/db?meeting=a":                   {"a", "localhost", 5432, true, true},
		"postgres://may/db":                                        {"", "may", 5432, true, true},
		"postgres://may/db?meeting=Cu%CC%A3m&application_name=thu": {"Cụm", "may", 5432, true, true},
	} {
		a, err := Parse(name)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		c := a.config
		verified := c.TLSConfig != nil && !c.TLSConfig.InsecureSkipVerify
		if a.Meeting != want.meeting || c.Host != want.host || c.Port != want.port ||
			(c.TLSConfig != nil) != want.tls || verified != want.verified {
			t.Errorf("%s: %q at %s:%d, TLS %v, verified %v", name, a.Meeting, c.Host, c.Port, c.TLSConfig != nil,
				verified)
		}
		for _, f := range c.Fallbacks {
			if want.verified && (f.TLSConfig == nil || f.TLSConfig.InsecureSkipVerify) {
				t.Errorf("%s: a server after the first is not verified", name)
			}
		}
	}
}

// TestParseRefuses: what is wrong with an address is said, and its password is not.
func TestParseRefuses(t *testing.T) {
	for _, name := range []string{
		"postgres://thuky:s3cr3t@may/db?meeting=",
		"postgres://thuky:s3cr3t@may/db?meeting=%zz",
		"postgres://thuky:s3cr3t@may/db?meeting=a%1b[31m",
		"postgres://thuky:s3cr3t@may/db?meeting=" + strings.Repeat("x", 201),
		"postgres://thuky:s3cr3t@may:port/db?meeting=a",
		"postgres://thuky:s3cr3t@[may/db?meeting=a",
		"postgres://thuky:s3cr3t@may/db?meeting=a&sslmode=yes",
		"postgres://may/db?meeting=a&password=s3cr3t&connect_timeout=x",
		"postgres://thu:ky:s3c%zzr3t@may/db?meeting=a",
	} {
		_, err := Parse(name)
		e := (*record.Error)(nil)
		if !errors.As(err, &e) || !errors.Is(err, fs.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, l := range []lang.Lang{lang.VI, lang.EN} {
			if s := e.In(l); strings.Contains(s, "s3c") || strings.Contains(s, "r3t") || strings.Contains(s, "\x1b") {
				t.Errorf("shown: %s", s)
			}
		}
	}
}

// TestRedact: whatever a server or a driver repeats, a password is not shown, however it is written.
func TestRedact(t *testing.T) {
	a, err := Parse("postgres://thuky:m%40t%20kh%E1%BA%A9u@may/db?meeting=a")
	if err != nil {
		t.Fatal(err)
	}
	for _, said := range []string{
		"user thuky, password m@t khẩu", "m%40t%20kh%E1%BA%A9u", "m%40t+kh%E1%BA%A9u",
		"cannot parse postgres://thuky:m@t khẩu@may/db", "password=x1 host=may",
	} {
		shown := a.redact(said)
		if strings.Contains(shown, "khẩu") || strings.Contains(shown, "kh%E1") || strings.Contains(shown, "x1") {
			t.Errorf("%q is shown as %q", said, shown)
		}
	}
	if clean.Secrets(a.String()) != a.String() || strings.Contains(a.String(), "thuky") {
		t.Errorf("shown as %s", a)
	}
}

func TestWithoutPassword(t *testing.T) {
	for name, want := range map[string]string{
		"postgres://a:b@may:1,may2:2/db?meeting=x":                     "postgres://a@may:1,may2:2/db?meeting=x",
		"postgres://a:b:c@d@may/db":                                    "postgres://a@may/db",
		"postgres://may/db?user=a&password=b&sslPassword=c&meeting=x%": "postgres://may/db?user=a&meeting=x%",
		"postgres://may/db":                                            "postgres://may/db",
	} {
		if got := WithoutPassword(name); got != want {
			t.Errorf("%s is kept as %s", name, got)
		}
	}
}
