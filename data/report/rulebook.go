package report

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"thidua/data/table"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// cluster is a cluster of a rulebook with its sitting officers.
type cluster struct {
	ID     string   `json:"id"`
	Units  []string `json:"units"`
	Leader string   `json:"leader"`
	Deputy string   `json:"deputy"`

	Others map[scoring.Office]string `json:"others,omitempty"`
}

// RulebookJSON writes a rulebook as the contract has it (section 1), fields among the criteria in the letter's order.
func RulebookJSON(w io.Writer, b *scoring.Rulebook) error {
	criteria, err := objects(view.Rulebook(b, lang.VI))
	if err != nil {
		return err
	}
	clusters := []cluster{}
	for _, c := range b.Clusters {
		row := cluster{ID: c.ID, Units: c.Units}
		if o, ok := c.Sitting(); ok {
			row.Leader, row.Deputy, row.Others = o.Leader, o.Deputy, o.Others
		}
		clusters = append(clusters, row)
	}
	return write(w, struct {
		ID       string            `json:"id"`
		Title    string            `json:"title"`
		Example  bool              `json:"example,omitempty"`
		Criteria []json.RawMessage `json:"criteria"`
		Clusters []cluster         `json:"clusters"`
	}{b.ID, b.Title.VI, b.Example, criteria, clusters})
}

// RulebookText writes a rulebook for people: its criteria as a tree, then its clusters.
func RulebookText(w io.Writer, b *scoring.Rulebook, l lang.Lang) error {
	t := view.Rulebook(b, l)
	if _, err := fmt.Fprintf(w, "%s\n%s\n\n%s", t.Title.In(l), b.Source.In(l), grid(t)); err != nil {
		return err
	}
	for _, c := range b.Clusters {
		officers := lang.Text{}
		if o, ok := c.Sitting(); ok {
			var held []string
			for _, office := range o.Held() {
				held = append(held, fmt.Sprintf("%s %s", strings.ToLower(b.OfficeName(office).In(l)), o.Holder(office)))
			}
			officers = lang.Both(fmt.Sprintf(" (%s: %s)", o.Year, strings.Join(held, ", ")))
		}
		_, err := fmt.Fprintf(w, "\n%s%s\n  %s\n", c.Name.In(l), officers.In(l), strings.Join(c.Units, ", "))
		if err != nil {
			return err
		}
	}
	return nil
}

// RulebookChangesText writes what changed for people: below each entry what of it is said differently.
func RulebookChangesText(w io.Writer, t table.Table) error {
	var b strings.Builder
	b.WriteString(t.Title.In(t.Lang) + "\n")
	above := ""
	for i := range t.Len {
		where, what := t.At(i, "where").Text, t.At(i, "what").Text
		if where != above {
			above = where
			fmt.Fprintf(&b, "\n%s\n", where)
		}
		switch was, is := t.At(i, "was").Text, t.At(i, "is").Text; {
		case was == "" && is == "":
			fmt.Fprintf(&b, "  %s\n", what)
		case was == "" || is == "":
			fmt.Fprintf(&b, "  %s: %s\n", what, was+is)
		default:
			fmt.Fprintf(&b, "  %s: %s → %s\n", what, was, is)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// RulebookChangesJSON writes what changed from one rulebook to another.
func RulebookChangesJSON(w io.Writer, from, to string, t table.Table) error {
	changes, err := objects(t)
	if err != nil {
		return err
	}
	return write(w, struct {
		From    string            `json:"from"`
		To      string            `json:"to"`
		Changes []json.RawMessage `json:"changes"`
	}{from, to, changes})
}
