package tomldoc

// longestWord is the most letters that a word may have to be compared with others: what is longer is no slip of a
// finger.
const longestWord = 100

// Nearest is the candidate that a misspelt word was probably meant to be: two letters off, or a third of a long word,
// and more right than wrong. Empty if there is none.
func Nearest(word string, candidates []string) string {
	length := len([]rune(word))
	if length > longestWord {
		return ""
	}
	best, distance := "", min(max(2, length/3), (length-1)/2)+1
	for _, c := range candidates {
		if d := edits([]rune(word), []rune(c)); d < distance {
			best, distance = c, d
		}
	}
	return best
}

// edits is how many letters must be added, dropped or changed to make b of a (Levenshtein's distance).
func edits(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			cost := diagonal
			if x != y {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
