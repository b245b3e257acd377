package scoring

import "strings"

// FoldName is a name as names are compared: lower case, single spaces. Two units whose names fold alike are one. The
// name must be in NFC, as all text that has come in is.
func FoldName(s string) string { return strings.Join(strings.Fields(strings.ToLower(s)), " ") }
