package clean

import "regexp"

// What of an address may be secret: what stands before the host, and a parameter that says so. A password may hold
// anything, so what looks like one is taken to reach as far as it can.
const (
	userPart     = `([A-Za-z][A-Za-z0-9+.-]*:/+).*@`
	secretParams = `(?i)((?:password|passfile|sslpassword|passwd|pwd)=)[^&\s"'«»;]*`
)

// Secrets takes the passwords out of the addresses in a text: in the place of user and password stands "…@".
func Secrets(s string) string {
	s = regexp.MustCompile(userPart).ReplaceAllString(s, "${1}…@")
	return regexp.MustCompile(secretParams).ReplaceAllString(s, "${1}…")
}
