// Package sample is cluster 2 of 2019-2020 with nine invented sheets and a short meeting: what the demo shows and the
// tests play with. The cluster and its units are real, every score is made up; see README.md beside this file.
package sample

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
)

//go:embed cluster-2/*.toml cluster-2-meeting.toml
var files embed.FS

// What the sample meeting is of.
const (
	Rulebook = "5350-2019"
	Cluster  = "2"
	Year     = "2019-2020"
)

// File is one of the sample's files.
type File struct {
	Name string
	Text []byte
}

// Sheets are the nine self-score sheets, in order of name.
func Sheets() []File {
	entries, err := fs.ReadDir(files, "cluster-2")
	if err != nil {
		panic(fmt.Sprintf("the embedded sheets cannot be listed: %v", err)) // embedded at build time: cannot be
	}
	var out []File
	for _, e := range entries {
		out = append(out, file(path.Join("cluster-2", e.Name())))
	}
	return out
}

// Decisions is the batch of decisions of the sample meeting.
func Decisions() File { return file("cluster-2-meeting.toml") }

func file(name string) File {
	text, err := files.ReadFile(name)
	if err != nil {
		panic(fmt.Sprintf("the embedded file %s cannot be read: %v", name, err)) // embedded at build time: cannot be
	}
	return File{name, text}
}
