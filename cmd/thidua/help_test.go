package main

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// A help text in Vietnamese has no word of the command library's in it.
func TestHelpInVietnamese(t *testing.T) {
	english := regexp.MustCompile(
		`(?i)\b(the|usage|flags?|commands?|default|string|strings|for|generate|execute|installed|session|` +
			`disable|descriptions|your|will|need)\b`)
	code := regexp.MustCompile(`(?m)^\t.*$|--[a-z-]+|«[^»]*»|"autoload[^"]*"`)
	var each func(c *cobra.Command)
	each = func(c *cobra.Command) {
		var out, complaint bytes.Buffer
		args := append(strings.Fields(c.CommandPath())[1:], "--help", "--lang", "vi")
		if status := run(t.Context(), args,
			stdio{in: strings.NewReader(""), out: &out, err: &complaint}); status != exitDone || complaint.Len() > 0 {
			t.Errorf("%q: exit status %d, %s", args, status, &complaint)
		}
		if word := english.FindString(code.ReplaceAllString(out.String(), "")); word != "" {
			t.Errorf("%q says %q:\n%s", args, word, &out)
		}
		for _, sub := range c.Commands() {
			each(sub)
		}
	}
	each((&app{stdio: stdio{out: new(bytes.Buffer), err: new(bytes.Buffer)}}).root())
}
