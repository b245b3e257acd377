package papers

import "thidua/data/paper"

// heading is the head of a part: «I. CHƯƠNG TRÌNH».
func heading(text string) paper.Block { return paper.Plain(paper.Section1, text) }

// item is a line of a list.
func item(text string) paper.Block { return paper.Plain(paper.Item, "- "+text) }

// body is a paragraph of text.
func body(text string) paper.Block { return paper.Plain(paper.Body, text) }

// roman are the numbers of parts.
func roman(n int) string {
	return [...]string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV"}[n-1]
}
