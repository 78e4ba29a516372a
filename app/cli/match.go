package cli

import (
	"strings"

	"portfel/data"
)

// named is something that can be asked for by name.
type named struct {
	ref   data.Ref
	names []string // whole names and codes; the first is shown
}

// match finds the record that a name means: the whole name or code, else a part
// of it that only one record has. Case and ё do not count.
func match(kind data.Kind, list []named, name string) (named, error) {
	key := data.Fold(strings.TrimSpace(name))
	if key == "" {
		return named{}, usage("cli.noName", kind, name, "portfel search")
	}
	whole := func(s string) bool { return data.Fold(s) == key }
	part := func(s string) bool { return strings.Contains(data.Fold(s), key) }
	for _, fits := range []func(string) bool{whole, part} {
		found := having(list, fits)
		if len(found) == 1 {
			return found[0], nil
		}
		if len(found) > 1 {
			return named{}, usage("cli.manyNames", name, shown(found))
		}
	}
	return named{}, usage("cli.noName", kind, name, "portfel search")
}

func having(list []named, fits func(string) bool) (out []named) {
	for _, n := range list {
		for _, s := range n.names {
			if fits(s) {
				out = append(out, n)
				break
			}
		}
	}
	return out
}

// shown lists at most five names.
func shown(list []named) string {
	var names []string
	for i, n := range list {
		if i == 5 {
			names = append(names, "…")
			break
		}
		names = append(names, n.names[0])
	}
	return strings.Join(names, "; ")
}
