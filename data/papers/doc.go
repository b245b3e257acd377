// Package papers writes the papers of a meeting from its record, in the form of Nghị định 30/2020/NĐ-CP: minutes,
// minutes of counting, report, proposal, ballot papers. Nothing is typed twice: what was decided, with all counts and
// sums, stands in the record; what a record cannot know (place, posts, who spoke) are its particulars, and a row of
// dots where nobody has given them.
//
// The papers are Vietnamese whatever the language of the program, as the decree wants them. What they say of one
// rulebook and no other comes from its [paper]:
//
//	snapshot  →  source (source.go)  →  a file for each paper  →  paper.Document
//	                                    roll, scores, votes, result, election: the parts they share
package papers
