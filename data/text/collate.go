package text

import (
	"strings"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// order sorts by the rules of a language. A collator keeps buffers, so it
// works behind a lock.
type order struct {
	mu sync.Mutex
	c  *collate.Collator
}

func newOrder(l Lang) *order {
	return &order{c: collate.New(language.Make(string(l)), collate.IgnoreCase, collate.Numeric)}
}

// Compare orders names as a reader expects: ё beside е, case ignored, «Этап 2»
// before «Этап 10». Equal names of different letters are still ordered, so that
// a list never flickers.
func (w *Words) Compare(a, b string) int {
	w.order.mu.Lock()
	defer w.order.mu.Unlock()
	if n := w.order.c.CompareString(a, b); n != 0 {
		return n
	}
	return strings.Compare(a, b)
}

// Less tells whether a stands before b; see Compare.
func (w *Words) Less(a, b string) bool { return w.Compare(a, b) < 0 }
