package clean_test

import (
	"testing"

	"thidua/data/clean"
)

func TestSecrets(t *testing.T) {
	for in, want := range map[string]string{
		"họp.thidua": "họp.thidua",
		"postgres://thuky:bí-mật@may/db?meeting=Cụm 2":  "postgres://…@may/db?meeting=Cụm 2",
		"postgres://thuky:a@b:c/d e@may/db":             "postgres://…@may/db",
		"/home/x/postgres:/thuky:bí-mật@may/db":         "/home/x/postgres:/…@may/db",
		"không mở được \"postgres://u:p@h/d\"; thử lại": "không mở được \"postgres://…@h/d\"; thử lại",
		"postgres://may/db?user=x&password=bí-mật&a=b":  "postgres://may/db?user=x&password=…&a=b",
		"thư của an@example.org":                        "thư của an@example.org",
	} {
		if got := clean.Secrets(in); got != want {
			t.Errorf("Secrets(%q) = %q, want %q", in, got, want)
		}
	}
}
