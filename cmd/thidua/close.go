package main

import (
	"errors"

	"thidua/data/meeting"
	"thidua/data/record"
)

// closed closes a meeting after a command that ended with an error, or none. That a record could not be put into one
// file is no failure of the command: all is recorded, and whoever repeated it would have it twice. It is said beside.
func (a *app) closed(m *meeting.Meeting, err error) error {
	failed := m.Close()
	if errors.Is(failed, record.ErrUntidy) {
		a.complain(meeting.Say(failed))
		failed = nil
	}
	return errors.Join(err, failed)
}
