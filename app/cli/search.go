package cli

import (
	"strings"

	"portfel/data"
	"portfel/data/quick"
	"portfel/data/sqlite"
)

// searchLimit is how many records a search prints.
const searchLimit = 200

// runSearch prints what the palette of the window finds: the words as typed
// first, then as typed in the other keyboard layout.
func runSearch(c *call) error {
	f, err := c.reading()
	if err != nil {
		return err
	}
	defer f.Close()
	rows, err := find(f.Read(), strings.Join(c.args[1:], " "))
	if err != nil {
		return err
	}
	t := c.table("kind", "name", "where")
	for _, r := range rows {
		t.add(string(r.Kind), r.Title, r.Place)
	}
	return t.print(c.env.Stdout)
}

func find(r *sqlite.Reader, words string) (out []data.SearchRow, err error) {
	seen := map[data.ID[data.Any]]bool{}
	for _, q := range quick.Variants(words) {
		rows, err := r.Search(q, searchLimit)
		if err != nil {
			return nil, err
		}
		for _, x := range rows {
			if !seen[x.ID] && len(out) < searchLimit {
				seen[x.ID] = true
				out = append(out, x)
			}
		}
	}
	return out, nil
}
