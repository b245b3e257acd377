package rulebook_test

import (
	"reflect"
	"strings"
	"testing"

	"thidua/data/rulebook"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Every built-in rulebook but the letter's is made up, says so in both languages, and asks for the rules of today.
func TestExamplesAreLabelled(t *testing.T) {
	for _, id := range rulebook.IDs() {
		b := open(t, id)
		if b.ID != id || b.Edition != scoring.SecondEdition {
			t.Errorf("%s: id %s, edition %d", id, b.ID, b.Edition)
		}
		if id == rulebook.Default {
			continue
		}
		if !b.Example || !strings.HasPrefix(b.Title.In(lang.VI), "VÍ DỤ: ") ||
			!strings.HasPrefix(b.Title.In(lang.EN), "EXAMPLE: ") ||
			!strings.Contains(b.Source.In(lang.VI), "không do cơ quan nào ban hành") {
			t.Errorf("%s does not say that it is an example", id)
		}
	}
}

// The example for the provinces of after 2025 has the criteria, limits, ranking and tie-break of the letter, and no
// clusters.
func TestExample2026(t *testing.T) {
	letter, b := open(t, rulebook.Default), open(t, "province-2026-example")
	if !reflect.DeepEqual(letter.Criteria, b.Criteria) || len(b.Leaves()) != 111 {
		t.Error("the criteria are not the letter's")
	}
	if letter.Total != b.Total || letter.Bonus != b.Bonus || letter.Penalty != b.Penalty || letter.Rank != b.Rank ||
		!reflect.DeepEqual(letter.TieBreak, b.TieBreak) {
		t.Error("limits, ranking or tie-break are not the letter's")
	}
	if len(b.Clusters) != 0 || !b.Awards[0].Vote.Asked || !b.Awards[0].Vote.Rule.Written || len(b.Classes) != 2 {
		t.Errorf("%d clusters, vote %+v, %d classes", len(b.Clusters), b.Awards[0].Vote, len(b.Classes))
	}
}

// The example of a bloc has three offices, flags by secret ballot of two thirds of all members, and one of them beside
// the other.
func TestExampleBloc(t *testing.T) {
	b := open(t, "province-bloc-example")
	if b.Total != 1000*scoring.Point || b.Years != scoring.CalendarYear || len(b.Offices) != 3 || len(b.Classes) != 3 {
		t.Errorf("total %v, %d offices, %d classes", b.Total, len(b.Offices), len(b.Classes))
	}
	for _, a := range b.Awards[:2] {
		if v := a.Vote; !v.Asked || !v.Secret || v.Rule.Base != scoring.OfMembers || v.Rule.Threshold.More {
			t.Errorf("%s: vote %+v", a.ID, v)
		}
	}
	if !b.Awards[0].Beside || b.Awards[1].Beside || b.Awards[2].Quota.Of != scoring.OfRest || len(b.VoteOn) != 2 {
		t.Errorf("awards %+v, %d matters with rules of their own", b.Awards, len(b.VoteOn))
	}
}

// The example of a table of points holds every kind of score, in Roman numbers.
func TestExampleTable(t *testing.T) {
	b := open(t, "points-table-example")
	kinds, most := map[scoring.Scale]int{}, 0
	for _, c := range b.Criteria {
		if c.Scored {
			kinds[c.Scale]++
		}
		if c.Most > scoring.FullPercent {
			most++
		}
	}
	for s := scoring.ScalePercent; s <= scoring.ScaleCount; s++ {
		if kinds[s] == 0 {
			t.Errorf("no criterion of kind %v", s)
		}
	}
	if _, ok := b.Index("I.1.a"); !ok || most != 1 || b.Entry != scoring.EntryPoints {
		t.Errorf("I.1.a %v, %d criteria beyond their maximum, entry %v", ok, most, b.Entry)
	}
}
