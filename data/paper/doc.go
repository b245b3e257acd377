// Package paper is the model of a paper as an office writes it, in the form of Nghị định 30/2020/NĐ-CP: letterhead,
// title, paragraphs, tables, signatures, recipients. It knows neither meetings nor file formats:
//
//	data/papers, data/webpage  →  Document  →  paper/docx · paper/pdf · paper/html · paper/txt
//
// A Document says what stands on the paper and in which order; where on the page, in which size and with which rules
// under it is the decree's business, and stands once here (form.go) for all that draw it. Two files of one document
// break their lines at the same words: both measure with the same letters (package serif).
package paper
