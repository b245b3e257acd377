package rulebook

import (
	"regexp"
	"slices"
	"strings"

	"thidua/scoring"
)

// placeInList is an index within a path.
var placeInList = regexp.MustCompile(`\[[0-9]+\]`)

// follows reports whether a fault only says again, or comes of, what could not be read at one of the failed paths.
func follows(f scoring.Fault, failed []string) bool {
	return slices.ContainsFunc(failed, func(path string) bool {
		anywhere := placeInList.ReplaceAllString(path, "[]")
		return related(path, f.Path) ||
			slices.ContainsFunc(f.After, func(place string) bool { return related(anywhere, place) })
	})
}

// related reports whether one place is the other or holds it.
func related(a, b string) bool { return within(a, b) || within(b, a) }

func within(inner, outer string) bool {
	rest, ok := strings.CutPrefix(inner, outer)
	return ok && (rest == "" || rest[0] == '.' || rest[0] == '[')
}
