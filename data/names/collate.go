package names

import (
	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Collator compares names as Vietnamese does: a à ả ã á ạ ă … d đ e. It may be used by one goroutine at a time.
type Collator struct{ c *collate.Collator }

// NewCollator makes a collator.
func NewCollator() *Collator { return &Collator{collate.New(language.Vietnamese)} }

// Compare orders two names: below 0, 0, above 0.
func (c *Collator) Compare(a, b string) int { return c.c.CompareString(a, b) }
