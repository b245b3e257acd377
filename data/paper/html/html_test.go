package html_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"thidua/data/paper"
	"thidua/data/paper/html"
	"thidua/scoring/lang"
)

// hostile is what somebody might type who wants a browser to obey.
const hostile = "</td></style></script><script>alert(1)</script><img src=x onerror=alert(2)> \" " +
	"onmouseover=\"a' %s {{.}} &lt;"

// everywhere is a paper of every block with a text in every place that has one.
func everywhere(text string) paper.Document {
	runs := []paper.Run{{Text: text, Bold: true}, {Text: text, Italic: true}}
	person := paper.Signer{Authority: []string{text}, Hint: text, Post: text, Name: text}
	copies := paper.Recipients{Head: text, Lines: []string{text}}
	cell := paper.Cell{Text: text + "\n" + text, Span: 2, Down: 2, Part: 2}
	return paper.Document{Title: text, Author: text, Lang: lang.VI, Foot: text, Draft: text,
		Sections: []paper.Section{{Landscape: true, Blocks: []paper.Block{
			paper.Letterhead{Parent: []string{text}, Issuer: []string{text}, Number: text, Place: text},
			paper.Title{Name: text, Subject: []string{text}, Rule: true},
			paper.Paragraph{Runs: runs}, paper.Paragraph{Runs: runs, Style: paper.Section1},
			paper.Paragraph{Runs: runs, Style: paper.Section2}, paper.Paragraph{Runs: runs, Style: paper.Item},
			paper.Paragraph{Runs: runs, Style: paper.Note}, paper.Paragraph{Runs: runs, Style: paper.Basis},
			paper.Table{Columns: []paper.Column{{}, {Align: paper.Right}},
				Head: []paper.Row{{Cells: []paper.Cell{cell}}},
				Rows: []paper.Row{{Cells: []paper.Cell{cell}, Bold: true, Shade: true}}},
			paper.Chart{Title: text, Heads: [2]string{text, text},
				Bars: []paper.Bar{{Name: text, Value: text, Part: -1}}},
			paper.Signatures{Left: person, Right: person},
			paper.Signatures{Copies: copies, Right: person},
			copies,
			paper.Group{Blocks: []paper.Block{
				paper.Fold{Head: text, Blocks: []paper.Block{paper.Plain(paper.Body, text)}}}},
		}}}}
}

func written(t *testing.T, d paper.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := html.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// elements are the names of the elements of a page and their attributes, without the texts.
func elements(t *testing.T, page string) string {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(page))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	var out strings.Builder
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			out.WriteString("<" + x.Name.Local)
			for _, a := range x.Attr {
				out.WriteString(" " + a.Name.Local)
			}
			out.WriteString(">")
		case xml.EndElement:
			out.WriteString("</" + x.Name.Local + ">")
		}
	}
}

// Whatever people write, the page has the elements that the paper gives it and no others, and loads nothing.
func TestTextStaysText(t *testing.T) {
	plain, page := written(t, everywhere("chữ")), written(t, everywhere(hostile))
	if got, want := elements(t, page), elements(t, plain); got != want {
		t.Errorf("the text makes elements:\n%s\nwant\n%s", got, want)
	}
	for _, never := range []string{"<script", "<img", "ZgotmplZ", "http:", "https:"} {
		if strings.Contains(page, never) {
			t.Errorf("the page has %s", never)
		}
	}
	bidi := written(t, everywhere("\u202ea\x1b"))
	if !strings.Contains(page, "&lt;script&gt;alert(1)") || strings.Contains(bidi, "\u202e") {
		t.Error("a text is not as it was written, or not clean")
	}
}

// Every text of a paper stands on its page, in order and with what it is: head, table, picture, signatures.
func TestPageHasAll(t *testing.T) {
	page := written(t, everywhere("chữ"))
	const texts = 48 // the word for a draft stands twice; the heads of a chart only where it is a table
	if n := strings.Count(page, "chữ"); n != texts {
		t.Errorf("%d texts, want %d", n, texts)
	}
	at := 0
	for _, want := range []string{`<html lang="vi">`, "<title>chữ</title>", `class="draft"`,
		`class="watermark" aria-hidden`, `<section class="landscape">`, paper.Country, paper.Motto,
		"<h1>chữ</h1>", "<b>chữ</b><i>chữ</i>", "<h2>", "<h3>", `<p class="item">`,
		`<th scope="col" colspan="2" rowspan="2" class="part"`, "<br>", `<tr class="shade">`,
		`class="b part" style="--part:100.00%"`, `role="img" aria-label="chữ"`, `width="0"`, `class="signatures"`,
		`class="recipients"`, "<details><summary><h2>chữ</h2></summary>", `<footer class="landscape">`} {
		next := strings.Index(page[at:], want)
		if next < 0 {
			t.Fatalf("after %d bytes there is no %s\n%s", at, want, page)
		}
		at += next + len(want)
	}
}
