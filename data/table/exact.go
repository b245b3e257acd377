package table

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"thidua/scoring"
)

// Exact is a cell's value as other programs read it, and whether it is a number. Numbers have a decimal point and no
// grouping; moments are RFC 3339; lists are joined by "; ".
func (c Cell) Exact() (text string, number bool) {
	switch v := c.Value.(type) {
	case nil:
		return "", false
	case string:
		return v, false
	case int:
		return strconv.Itoa(v), true
	case scoring.Points:
		return v.String(), true
	case scoring.Percent:
		return v.String(), true
	case scoring.Measure:
		return v.String(), true
	case bool:
		return strconv.FormatBool(v), false
	case time.Time:
		return v.Format(time.RFC3339), false
	case []string:
		return strings.Join(v, "; "), false
	}
	return fmt.Sprint(c.Value), false
}
