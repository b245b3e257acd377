// Package report writes tables: as text for people, as CSV for other programs and for Excel, and as JSON by the
// contract. What stands in a table is said in data/view; here is only how an output writes it, a file for each. JSON
// and the heads of CSV do not depend on any language.
package report
