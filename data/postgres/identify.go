package postgres

import (
	"context"
	"errors"
	"io/fs"

	"thidua/data/record"
	"thidua/scoring/lang"
)

// identify gives the version of the tables in a database, 0 where there are none. It refuses a schema of that name that
// is not ours, and a newer version.
func identify(ctx context.Context, s *session, a *Address) (int, error) {
	tables, err := s.number(ctx, `SELECT count(*) FROM pg_catalog.pg_class c
		JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'thidua'`)
	if err != nil || tables == 0 {
		return 0, err
	}
	version, err := s.number(ctx, `SELECT version FROM thidua.version WHERE mark = $1`, mark)
	switch c := code(err); {
	case c == "42P01", c == "42703", err == nil && version < 1: // no such table, no such column
		return 0, a.notOurs(err)
	case err != nil:
		return 0, err
	case version > schemaVersion():
		return 0, &record.Error{Path: a.shown,
			What: lang.Sayf("cơ sở dữ liệu do phiên bản thidua mới hơn dùng (dạng %d, bản này biết đến dạng %d)",
				"the database is used by a newer thidua (form %d, this one knows up to %d)", version, schemaVersion()),
			Mend: lang.Sayf("cập nhật thidua", "update thidua"), Err: record.ErrVersion}
	}
	return version, nil
}

func (a *Address) notOurs(cause error) error {
	return &record.Error{Path: a.shown,
		What: lang.Sayf("lược đồ thidua trong cơ sở dữ liệu này không phải của chương trình này",
			"the schema thidua in this database is not this program's"),
		Mend: lang.Sayf("dùng cơ sở dữ liệu khác", "use another database"), Err: joined(record.ErrNotMeeting, cause)}
}

// empty says that a database has no meetings at all.
func (a *Address) empty() error {
	return &record.Error{Path: a.shown,
		What: lang.Sayf("cơ sở dữ liệu chưa có cuộc họp nào của thidua", "the database holds no meetings of thidua"),
		Mend: lang.Sayf("kiểm tra lại tên cơ sở dữ liệu, hoặc tạo cuộc họp bằng «thidua new»",
			"check the name of the database, or make a meeting with «thidua new»"), Err: record.ErrNotMeeting}
}

// ready makes sure that a database can be read, and for writing that it has the tables of this version and keeps what
// it takes.
func ready(ctx context.Context, s *session, a *Address, writing bool) error {
	version, err := identify(ctx, s, a)
	switch {
	case err != nil:
		return a.explain(err)
	case version == 0:
		return a.empty()
	case !writing:
		return nil
	}
	if version < schemaVersion() {
		if err := migrate(ctx, s, a); errors.Is(err, fs.ErrPermission) {
			return a.older(version)
		} else if err != nil {
			return err
		}
	}
	return a.checkDurable(ctx, s)
}

// older says that the tables are of an older form, and who can bring them to this one.
func (a *Address) older(version int) error {
	return a.said(fs.ErrPermission,
		lang.Sayf("bảng trong cơ sở dữ liệu ở dạng cũ (%d, bản này dùng dạng %d) và người dùng này không nâng cấp được",
			"the tables are of an older form (%d, this thidua uses %d), and this user may not change them", version,
			schemaVersion()),
		lang.Sayf("mở một cuộc họp ở đó một lần bằng người dùng sở hữu các bảng, rồi cấp lại quyền (xem README)",
			"open a meeting there once as the owner of the tables, then repeat the grants (see README)"))
}

// checkDurable refuses a server that says of what it took that it is on disk and does not see to it.
func (a *Address) checkDurable(ctx context.Context, s *session) error {
	fsync, known, err := s.text(ctx, `SELECT current_setting('fsync', true)`)
	if err != nil {
		return a.explain(err)
	}
	if known && fsync == "off" {
		return &record.Error{Path: a.shown,
			What: lang.Sayf("máy chủ cơ sở dữ liệu đặt fsync = off: mất điện là mất quyết định đã ghi",
				"the database server has fsync = off: a power loss takes decisions that were recorded"),
			Mend: lang.Sayf("đặt fsync = on trong postgresql.conf", "set fsync = on in postgresql.conf"),
			Err:  record.ErrDatabase}
	}
	return nil
}
