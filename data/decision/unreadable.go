package decision

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"thidua/data/clean"
	"thidua/scoring/lang"
)

// Unreadable is an entry of a record that is no decision: why not.
type Unreadable struct {
	What  lang.Text
	cause error // nil where there is none below it
}

func (u *Unreadable) Error() string { return u.What.EN }

// In says why.
func (u *Unreadable) In(l lang.Lang) string { return u.What.In(l) }

func (u *Unreadable) Unwrap() error { return u.cause }

// unreadable makes an Unreadable; an error among the arguments is said in the sentence's own language and is its cause.
func unreadable(vi, en string, args ...any) error {
	u := &Unreadable{}
	for i, a := range args {
		if err, ok := a.(error); ok {
			args[i], u.cause = said(err), err
		}
	}
	u.What = lang.Sayf(vi, en, args...)
	return u
}

// said is an error in every language, as far as it has them.
func said(err error) lang.Sayer {
	var s lang.Sayer
	if errors.As(err, &s) {
		return s
	}
	return lang.Both(clean.Show(err.Error()))
}

// errNotSuch is a value that is not of the kind that its key holds.
var errNotSuch = errors.New("a value of the wrong kind")

// wrongAt says of which key a value is wrong.
func wrongAt(name string, err error) error {
	if !errors.Is(err, errNotSuch) {
		return err
	}
	return unreadable("giá trị của khóa %s không đúng loại",
		"the key %s has a value of the wrong kind", clean.Show(name))
}

// unknownKey says that an entry has a key that its kind does not have.
func unknownKey(name string) error {
	return unreadable("có khóa lạ %s", "it has the unknown key %s", clean.Show(fmt.Sprintf("%q", name)))
}

// notJSON says what is wrong with an entry that the JSON library does not take as one.
func notJSON(err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	key, unknown := strings.CutPrefix(err.Error(), "json: unknown field ")
	switch {
	case errors.As(err, &syntax):
		return unreadable("không phải là một quyết định: JSON sai ở byte %d",
			"the entry is not a decision: the JSON is wrong at byte %d", syntax.Offset)
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return unreadable("không phải là một quyết định: JSON bị cắt ngắn",
			"the entry is not a decision: the JSON is cut short")
	case errors.As(err, &kind) && kind.Field != "":
		return unreadable("không phải là một quyết định: giá trị của khóa %s không đúng loại",
			"the entry is not a decision: the key %s has a value of the wrong kind", clean.Show(kind.Field))
	case errors.As(err, &kind):
		return unreadable("không phải là một quyết định: JSON không phải là một đối tượng",
			"the entry is not a decision: the JSON is no object")
	case unknown:
		return unreadable("không phải là một quyết định: có khóa lạ %s",
			"the entry is not a decision: it has the unknown key %s", clean.Show(key))
	}
	return unreadable("không phải là một quyết định: thư viện đọc JSON báo «%s»",
		"the entry is not a decision: the library that reads JSON says «%s»", err)
}
