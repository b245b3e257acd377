package decision

// Kinds are the kinds of decision that a file may hold.
func Kinds() []string { return kinds() }
