// Package html writes papers as pages for a browser: one file that loads nothing, reads on a phone and on a desk, and
// prints on the pages that the paper says. Text from people is text, whatever it looks like: html/template sees to it.
package html

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"

	"thidua/data/paper"
)

//go:embed page.html
var pageHTML string

//go:embed page.css
var pageCSS string

// Write writes the document. The same document gives the same bytes. An error is one of w.
func Write(w io.Writer, d paper.Document) error {
	t, err := template.New("page").Funcs(template.FuncMap{
		"country": func() string { return paper.Country }, "motto": func() string { return paper.Motto },
	}).Parse(pageHTML)
	if err != nil {
		return fmt.Errorf("the page's form: %w", err)
	}
	return t.Execute(w, pageOf(d.Clean()))
}

// page is what the template shows.
type page struct {
	Lang, Title, Author, Draft, Foot string
	Style                            template.CSS
	Sections                         []section
	FootClass                        string // of the last section, whose page it is printed on
}

// section is a run of printed pages of one orientation.
type section struct {
	Class  string
	Blocks []node
}

// node is a block: the one of these that it is.
type node struct {
	Letterhead *paper.Letterhead
	Title      *paper.Title
	Heading    *heading
	Paragraph  *paragraph
	Table      *table
	Chart      *chart
	Signatures *paper.Signatures
	Recipients *paper.Recipients
	Group      []node
	Fold       *fold
}

// fold is what opens when somebody asks, and on paper.
type fold struct {
	Head   string
	Blocks []node
}

// heading is the head of a part; Deep of a part of a part.
type heading struct {
	Text string
	Deep bool
}

// paragraph is a paragraph of text.
type paragraph struct {
	Class string
	Runs  []paper.Run
}

func pageOf(d paper.Document) page {
	p := page{Lang: d.Lang.String(), Title: d.Title, Author: d.Author, Draft: d.Draft, Foot: d.Foot,
		Style: template.CSS(pageCSS)} // ours, embedded: not from anybody's input
	for _, s := range d.Sections {
		x := section{Blocks: nodes(s.Blocks)}
		if s.Landscape {
			x.Class = "landscape"
		}
		p.Sections, p.FootClass = append(p.Sections, x), x.Class
	}
	return p
}

func nodes(blocks []paper.Block) []node {
	out := make([]node, len(blocks))
	for i, b := range blocks {
		out[i] = nodeOf(b)
	}
	return out
}

func nodeOf(b paper.Block) node {
	switch b := b.(type) {
	case paper.Letterhead:
		return node{Letterhead: &b}
	case paper.Title:
		return node{Title: &b}
	case paper.Paragraph:
		return paragraphOf(b)
	case paper.Table:
		t := tableOf(b)
		return node{Table: &t}
	case paper.Chart:
		c := chartOf(b)
		return node{Chart: &c}
	case paper.Signatures:
		return node{Signatures: &b}
	case paper.Recipients:
		return node{Recipients: &b}
	case paper.Group:
		return node{Group: nodes(b.Blocks)}
	case paper.Fold:
		return node{Fold: &fold{b.Head, nodes(b.Blocks)}}
	}
	return node{}
}

func paragraphOf(p paper.Paragraph) node {
	if p.Style == paper.Section1 || p.Style == paper.Section2 {
		h := heading{Deep: p.Style == paper.Section2}
		for _, r := range p.Runs {
			h.Text += r.Text
		}
		return node{Heading: &h}
	}
	return node{Paragraph: &paragraph{Class: classOf(p.Style), Runs: p.Runs}}
}

// classOf is how a paragraph's style is called on the page; empty for that of most.
func classOf(s paper.Style) string {
	switch s {
	case paper.Item:
		return "item"
	case paper.Centred:
		return "centred"
	case paper.Basis:
		return "basis"
	case paper.Note:
		return "note"
	}
	return ""
}
