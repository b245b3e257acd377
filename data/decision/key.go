package decision

import "encoding/json"

// key is one key of a kind of decision, tied to the part of an act that it fills in.
type key struct {
	name   string   // on record
	inFile string   // in files: the same word, but for reasons of their own
	needed bool     // a file must have it
	or     []string // unless it has one of these
	unsaid bool     // no file says it: it is worked out of what the file says
	value
}

// value is what stands under a key: how it is written, and read.
type value interface {
	// record is the value as JSON; nil where the key is left out.
	record() (any, error)

	// read takes the value from the record. An error that is none of JSON's is said as it is.
	read(raw json.RawMessage) error

	// take takes the value from a file. What is wrong with it goes to the findings.
	take(f fields, name string)
}

// demanded is a value that the record must have: without it nobody could say what was decided.
type demanded interface{ missing() error }

// need is a key that a file must have.
func need(name string, v value) key { return key{name: name, inFile: name, needed: true, value: v} }

// may is a key that a file may leave out.
func may(name string, v value) key { return key{name: name, inFile: name, value: v} }

// unless is the key, which a file need not have that has one of some others.
func (k key) unless(others ...string) key { k.or = others; return k }

// derived is the key of what is worked out of the others: the record has it, and no file.
func (k key) derived() key { k.unsaid = true; return k }

// filed is the key with another name in files.
func (k key) filed(name string) key { k.inFile = name; return k }
