// Package view is what is said and tabulated of a meeting, once: standings, the record, criteria, votes, elections
// and guests as tables of cells, and the words and numbers that they share. Screens, commands and papers draw from
// it: a column is written here and nowhere else. Nothing here reads, writes or draws.
package view
