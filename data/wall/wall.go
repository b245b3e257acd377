// Package wall brings what the chair puts on the wall to a second window of the same machine. The process that has the
// meeting open listens on the loopback address; where, and the key that is asked for, stand in a file that only the
// same person can read. The wall is sent the record, entry by entry, and what stands on it: it decides nothing and can
// send nothing.
package wall

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"

	"thidua/data/meeting"
	"thidua/data/record"
	"thidua/scoring/lang"
)

// Meeting is what the wall needs of a meeting.
type Meeting interface {
	Snapshot() *meeting.Snapshot
	Subscribe(context.Context) <-chan *meeting.Snapshot
}

// address is where a host listens, and the key that it asks for: new each time.
type address struct {
	At  string `json:"at"`
	Key string `json:"key"`
}

// addressFile is where the address of a meeting's host stands: beside the settings of the person, under a name that is
// made of the meeting's.
func addressFile(meeting string) (string, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", lang.Errorf("máy này không có thư mục để hai cửa sổ tìm thấy nhau: %v",
			"this machine has no folder in which two windows could find one another: %v", err)
	}
	if full, err := filepath.Abs(meeting); err == nil {
		meeting = full
	}
	if real, err := filepath.EvalSymlinks(meeting); err == nil {
		meeting = real
	}
	sum := sha256.Sum256([]byte(meeting))
	return filepath.Join(dir, "thidua", "wall-"+hex.EncodeToString(sum[:8])+".json"), nil
}

// write keeps the address where only the same person finds it. The file is whole at any time.
func (a address) write(file string) error {
	b, err := json.Marshal(a)
	if err != nil {
		return err
	}
	const onlyOwner = 0o700
	if err := os.MkdirAll(filepath.Dir(file), onlyOwner); err != nil {
		return err
	}
	temp, err := os.CreateTemp(filepath.Dir(file), ".wall-*") // made for its owner alone
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name()) // gone already when all went well
	if _, err = temp.Write(b); err != nil {
		_ = temp.Close()
		return err
	}
	if err := temp.Close(); err != nil {
		return err
	}
	return os.Rename(temp.Name(), file)
}

// readAddress is the address in a file; ok is false where there is none.
func readAddress(file string) (a address, ok bool) {
	b, err := os.ReadFile(file)
	if err != nil || json.Unmarshal(b, &a) != nil {
		return a, false
	}
	return a, a.At != "" && a.Key != ""
}

// message is what the host sends: the entries that are new, and what stands on the wall.
type message struct {
	Entries []entry        `json:"entries,omitempty"`
	Shown   meeting.OnWall `json:"shown"`
}

// entry is one of the record, as it is kept there.
type entry struct {
	Seq  int    `json:"seq"`
	Body string `json:"body"`
	Hash string `json:"hash"`
}

// messageOf is what has come since a decision, with what stands on the wall.
func messageOf(s *meeting.Snapshot, since int, shown meeting.OnWall) message {
	m := message{Shown: shown}
	for _, e := range s.Log[since:] {
		m.Entries = append(m.Entries, entry{e.Seq, string(e.Body), e.Hash})
	}
	return m
}

// extend is a snapshot with the entries of a message.
func (m message) extend(s *meeting.Snapshot) (*meeting.Snapshot, error) {
	if len(m.Entries) == 0 {
		return s, nil
	}
	entries := make([]record.Entry, len(m.Entries))
	for i, e := range m.Entries {
		entries[i] = record.Entry{Seq: e.Seq, Body: []byte(e.Body), Hash: e.Hash}
	}
	return meeting.Extend(s, entries)
}
