package lang

// Error is an error that says itself in every language.
type Error struct {
	Text
	err error
}

// Errorf is an Error in the words of Sayf. The last argument may be an error: it is what Unwrap gives, and is said in
// its own words, in the sentence's language where it has them.
func Errorf(vi, en string, args ...any) *Error {
	e := &Error{}
	if n := len(args); n > 0 {
		e.err, _ = args[n-1].(error)
	}
	e.Text = Sayf(vi, en, args...)
	return e
}

func (e *Error) Error() string { return e.In(EN) }

// Unwrap gives the cause, nil if there is none.
func (e *Error) Unwrap() error { return e.err }
