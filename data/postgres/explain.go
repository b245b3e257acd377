package postgres

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io/fs"
	"net"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"

	"thidua/data/record"
	"thidua/scoring/lang"
)

// lost reports whether an error means that the connection, or the server, is gone, or is not the one that takes
// decisions any more: whoever tries again, there or at the next server of the address, may have an answer.
func lost(err error) bool {
	if err == nil || errors.As(err, new(*record.Error)) {
		return false
	}
	e := (*pgconn.PgError)(nil)
	if !errors.As(err, &e) {
		return true
	}
	switch {
	case strings.HasPrefix(e.Code, "08"), strings.HasPrefix(e.Code, "57P"): // connection, shutdown
		return true
	case e.Code == "25006", e.Code == "53300", e.Code == "40003", e.Code == "57014":
		// a standby, too many connections, the outcome not known, cancelled
		return true
	}
	return strings.EqualFold(e.Severity, "FATAL") && !strings.HasPrefix(e.Code, "28") && e.Code != "3D000"
}

// explain makes an Error of what a driver or a server said.
func (a *Address) explain(err error) error {
	if err == nil {
		return nil
	}
	if t := (*record.Error)(nil); errors.As(err, &t) {
		return t
	}
	if errors.Is(err, context.Canceled) {
		return context.Canceled
	}
	if e := (*pgconn.PgError)(nil); errors.As(err, &e) && !lost(err) {
		return a.explainServer(e)
	}
	return a.explainNetwork(err)
}

// said is an Error whose cause says nothing that may not be shown.
func (a *Address) said(kind error, what, mend lang.Text) error {
	return &record.Error{Path: a.shown, What: what, Mend: mend, Err: kind}
}

func (a *Address) explainServer(e *pgconn.PgError) error {
	switch e.Code {
	case "28P01", "28000":
		return a.said(fs.ErrPermission,
			lang.Sayf("cơ sở dữ liệu không nhận người dùng hay mật khẩu này",
				"the database does not take this user or password"),
			lang.Sayf("sửa trong địa chỉ, hoặc đặt mật khẩu trong tệp ~/.pgpass hay biến PGPASSWORD",
				"mend the address, or put the password into the file ~/.pgpass or the variable PGPASSWORD"))
	case "3D000":
		return a.said(fs.ErrNotExist,
			lang.Sayf("máy chủ không có cơ sở dữ liệu này", "the server has no such database"),
			lang.Sayf("kiểm tra tên cơ sở dữ liệu trong địa chỉ", "check the database's name in the address"))
	case "42501":
		return a.said(fs.ErrPermission,
			lang.Sayf("người dùng cơ sở dữ liệu không có quyền: %s", "the database user lacks a right: %s",
				lang.Both(a.redact(e.Message))),
			lang.Sayf("đề nghị người quản trị cấp quyền (xem README, mục PostgreSQL)",
				"have its administrator grant it (see README, PostgreSQL)"))
	case "3F000", "42P01", "42703":
		return a.notOurs(nil)
	case "53100":
		return a.said(record.ErrFull, lang.Sayf("ổ đĩa của cơ sở dữ liệu đầy", "the database's disk is full"),
			lang.Sayf("giải phóng chỗ trên máy chủ rồi ghi lại", "free some space on the server, then repeat"))
	}
	return a.said(record.ErrDatabase,
		lang.Sayf("cơ sở dữ liệu từ chối: %s (%s)", "the database refuses: %s (%s)", lang.Both(a.redact(e.Message)),
			lang.Both(e.Code)),
		lang.Sayf("xem nhật ký của máy chủ cơ sở dữ liệu", "see the database server's log"))
}

func (a *Address) explainNetwork(err error) error {
	var unknown x509.UnknownAuthorityError
	var name x509.HostnameError
	var invalid x509.CertificateInvalidError
	var header tls.RecordHeaderError
	var unverified *tls.CertificateVerificationError
	switch {
	case errors.As(err, &unknown), errors.As(err, &name), errors.As(err, &invalid), errors.As(err, &unverified):
		return a.said(record.ErrDatabase,
			lang.Sayf("chứng chỉ của máy chủ cơ sở dữ liệu không kiểm chứng được: %s",
				"the certificate of the database server cannot be verified: %s", lang.Both(a.redact(cause(err)))),
			lang.Sayf("nêu chứng chỉ gốc bằng &sslrootcert=TỆP; chỉ dùng &sslmode=require nếu chấp nhận không kiểm "+
				"chứng", "name its root certificate by &sslrootcert=FILE; &sslmode=require only if you accept not to "+
				"verify"))
	case errors.As(err, &header), strings.Contains(err.Error(), "server refused TLS connection"):
		return a.said(record.ErrDatabase,
			lang.Sayf("máy chủ cơ sở dữ liệu không nói chuyện qua TLS", "the database server does not speak TLS"),
			lang.Sayf("bật ssl trên máy chủ; chỉ dùng &sslmode=disable trong mạng tin cậy",
				"turn on ssl there; &sslmode=disable only in a network that is trusted"))
	}
	return a.said(record.ErrAway,
		lang.Sayf("không liên lạc được cơ sở dữ liệu (%s)", "the database cannot be reached (%s)",
			lang.Both(a.redact(cause(err)))),
		lang.Sayf("kiểm tra mạng và máy chủ cơ sở dữ liệu", "check the network and the database server"))
}

// cause is the innermost of an error's words that say something, on one line: the driver's own repeat the address.
func cause(err error) string {
	if e := (*pgconn.PgError)(nil); errors.As(err, &e) {
		return e.Message
	}
	if e := (*net.OpError)(nil); errors.As(err, &e) {
		return e.Err.Error()
	}
	if e := (*net.DNSError)(nil); errors.As(err, &e) {
		return e.Error()
	}
	for {
		var next error
		switch e := err.(type) { //nolint:errorlint // it walks the chain by itself
		case interface{ Unwrap() error }:
			next = e.Unwrap()
		case interface{ Unwrap() []error }:
			if all := e.Unwrap(); len(all) > 0 {
				next = all[len(all)-1]
			}
		}
		if next == nil {
			return err.Error()
		}
		err = next
	}
}

// joined is an error that is a kind and its cause, if it has one.
func joined(kind, cause error) error {
	if cause == nil {
		return kind
	}
	return errors.Join(kind, cause)
}
