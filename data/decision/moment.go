package decision

import (
	"encoding/json"
	"time"

	"thidua/data/clean"
)

// moment is a point of time (RFC 3339), with the zone of the place; left out on record where nobody gave it.
type moment time.Time

func (v *moment) record() (any, error) {
	if time.Time(*v).IsZero() {
		return nil, nil
	}
	return time.Time(*v).Format(time.RFC3339Nano), nil
}

func (v *moment) read(raw json.RawMessage) error {
	var written string
	if err := unmarshalText(raw, &written); err != nil {
		return err
	}
	t, err := time.Parse(time.RFC3339Nano, written)
	if err != nil {
		return unreadable("thời điểm %q không đúng RFC 3339",
			"the time %q is not as RFC 3339 has it", clean.Show(written))
	}
	*v = moment(t)
	return nil
}

func (v *moment) take(f fields, name string) { *v = moment(f.Time(name)) }
