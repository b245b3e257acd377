// Package workbook is the self-score sheet as a workbook: the form that is handed out to units, and what comes back
// from them, as a form that was filled in or as a table of their own.
//
//	Form  →  a workbook with a row for each criterion, cells to fill in, live totals; hidden: which form it is
//	Open  →  the cells of a workbook or of a CSV file, within limits
//	Sheet →  the same as a document that package sheet reads like any other, every finding with sheet and cell
//
// Nothing of a workbook is believed but what was typed into the cells to fill in: totals and formulas are worked out
// anew, and every other cell has to be as it was handed out.
package workbook
