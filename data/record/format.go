package record

import (
	"context"
	"slices"

	"thidua/scoring/lang"
)

// The form of a meeting file. Whatever changes here needs a new formVersion.
const (
	applicationID = 0x74686475 // "thdu", bytes 68 to 71 of the file
	formVersion   = 1
	pageSize      = 4096
)

// schema is every object in the file, in order. The triggers tell whoever writes by other means that the record only
// grows.
func schema() []string {
	return []string{
		`CREATE TABLE entries (seq INTEGER PRIMARY KEY CHECK (seq > 0), body TEXT NOT NULL, hash TEXT NOT NULL) STRICT`,
		`CREATE TRIGGER entries_no_update BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'append-only'); END`,
		`CREATE TRIGGER entries_no_delete BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'append-only'); END`,
	}
}

const (
	insertEntry = `INSERT INTO entries (seq, body, hash) VALUES (?, ?, ?)`
	lastEntry   = `SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1`
	lastEntries = `SELECT seq, body, hash FROM entries ORDER BY seq DESC LIMIT 2`
	readEntries = `SELECT seq, body, hash FROM entries WHERE seq >= ? ORDER BY seq`
)

// identify refuses a file that is not a meeting's, or of a form this version does not know.
func (c *conn) identify(path string) error {
	id, err := get[int64](c, `PRAGMA application_id`)
	if err != nil {
		return explain(path, err)
	}
	if id != applicationID {
		return notMeeting(path, nil)
	}
	version, err := get[int64](c, `PRAGMA user_version`)
	if err != nil {
		return explain(path, err)
	}
	if version > formVersion {
		return &Error{path,
			lang.Sayf("tệp do phiên bản thidua mới hơn tạo (dạng %d, bản này đọc đến dạng %d)",
				"the file was made by a newer thidua (form %d, this one reads up to %d)", version, formVersion),
			lang.Sayf("cập nhật thidua", "update thidua"), ErrVersion}
	}
	found, err := c.objects()
	if err != nil {
		return explain(path, err)
	}
	if version < 1 || !slices.Equal(found, schema()) {
		return altered(path)
	}
	return nil
}

// objects lists what the file defines, as SQL.
func (c *conn) objects() ([]string, error) {
	rows, err := c.c.QueryContext(context.Background(), `SELECT coalesce(sql, '') FROM sqlite_schema ORDER BY rowid`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, rows.Err()
}
