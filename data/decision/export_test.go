package decision

// InFiles are the kinds of decision that a file may hold.
func InFiles() []string { return inFiles() }

// Small is a rulebook of one criterion.
const Small = small
