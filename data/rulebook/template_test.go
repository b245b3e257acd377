package rulebook_test

import (
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"thidua/data/rulebook"
)

// asides are the keys that a built-in file shows and does not need, block by block, without their mark.
func asides(text string) (blocks []string) {
	block := ""
	for line := range strings.Lines(text) {
		if rest, ok := strings.CutPrefix(line, "#: "); ok {
			block += rest
			continue
		}
		if block != "" {
			blocks = append(blocks, block)
		}
		block = ""
	}
	return blocks
}

// The letter's file is a template: what it shows beside its own keys is written as it has to be, and holds where the
// mark is taken away.
func TestTemplate(t *testing.T) {
	text := open(t, rulebook.Default).Text
	blocks := asides(text)
	for _, block := range blocks {
		if _, err := toml.Decode(block, new(map[string]any)); err != nil {
			t.Errorf("no TOML: %v\n%s", err, block)
		}
	}
	if len(blocks) < 10 {
		t.Errorf("%d blocks only", len(blocks))
	}
	for _, header := range []string{"[words]", "[[bar]]", "[vote.order]", "[[office]]"} {
		var out []string
		using := false
		for line := range strings.Lines(text) {
			using = strings.HasPrefix(line, "#: "+header) || using && strings.HasPrefix(line, "#: ")
			if using {
				line = strings.TrimPrefix(line, "#: ")
			}
			if header == "[[office]]" && strings.HasPrefix(line, "offices ") { // one or the other
				continue
			}
			out = append(out, line)
		}
		ours := strings.Join(out, "")
		if header == "[[office]]" { // the letter's offices are gone
			ours = strings.ReplaceAll(ours, `deputy = "`, `deputy2 = "`)
		}
		b, err := rulebook.Read("ours.toml", []byte(ours))
		if err != nil {
			t.Errorf("with %s: %v", header, err)
			continue
		}
		if changes, err := rulebook.Compare(open(t, rulebook.Default), b); err != nil || len(changes) == 0 {
			t.Errorf("with %s nothing changes: %v", header, err)
		}
	}
}
