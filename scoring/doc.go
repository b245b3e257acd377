// Package scoring is what is true in a review meeting of an emulation cluster: rulebook, sheets, decisions, totals,
// ranks, ties, awards. It is pure: no files, no clock, no chance, no package-level state. Everything it needs comes in
// as values, everything it finds out goes out as values, each able to say why.
//
// A meeting is a fold. The first decision, New, brings the rulebook and the sheets; every further one goes through
// Apply, the only place where rules bind:
//
//	score := scoring.Score{Unit: "Nam Định", Criterion: "3.1.3", Mark: scoring.InPercent(90_00)}
//	state, err := scoring.Apply(state, scoring.Decision{Act: score})
//
// How a unit gets its rank, by example of Công văn 5350:
//
//	criteria   maximum × percent, exact                     30 × 90 %      27,00
//	total      criteria + bonuses - penalties               1979,5 + 8  1.987,50
//	rank       by total; level at the top: by the criteria of the level departments;
//	           still level, or level below the top: shared (1, 2, 2, 4) until the meeting votes on the order
//	award      down the ranking: one flag, then certificates; what a shared rank leaves open is undecided
//
// Where to find what:
//
//	rulebook.go, compile*.go             what a letter fixes, and what is wrong with it; calendar.go its dates
//	criterion.go, mark.go, takes.go      a row of it, what it can be given, and what that is worth
//	decision.go, state.go                a decision, the fold, what a state can be asked
//	cell.go                              what decisions overwrite
//	new, score, grant, sanction …        a file for each kind of decision; undo.go takes any of them back
//	unit.go, points.go, limit.go         one unit: marks, points, sums, the room for bonuses
//	ranking.go, award.go, standing.go    ranks, ties, awards, and the table of them
//	order.go                             what the meeting decides of a tie
//	attend.go, vote.go, verdict.go       who is present, votes, what a count comes to
//	ballot.go, election*.go, lots.go     rounds, runoffs, rotation, lots
//	close.go, reveal.go                  what has to be done before the end, and the order of announcing
//	why*.go                              the sum behind a number, a rank, an award
//	errors.go                            how a rule says no
//
// Points are whole millionths of a point, percents whole hundredths of a percent, so nothing is rounded before it is
// shown. «Not scored» counts 0 and is not 0; a tie is a value, never settled by the order of input.
//
// A State is never changed: Apply copies what a decision touches. Any number of screens may read one while the next is
// made. Ranking after a decision looks only at the rows between a unit's old and new place.
package scoring
