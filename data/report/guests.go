package report

import (
	"encoding/json"
	"io"

	"thidua/data/access"
	"thidua/data/view"
	"thidua/scoring/lang"
)

// GuestsJSON writes who is invited: {"people":[…]}.
func GuestsJSON(w io.Writer, guests []access.Guest) error {
	rows, err := objects(view.Guests(guests, lang.VI))
	if err != nil {
		return err
	}
	return write(w, struct {
		People []json.RawMessage `json:"people"`
	}{rows})
}
