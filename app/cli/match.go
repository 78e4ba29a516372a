package cli

import (
	"strings"

	"portfel/data"
	"portfel/data/sqlite"
)

// named is something that can be asked for by name.
type named struct {
	id    data.ID[data.Any]
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

func findProject(r *sqlite.Reader, name string) (data.ID[data.Project], error) {
	all, err := sqlite.List[data.Project](r, "")
	if err != nil {
		return data.ID[data.Project]{}, err
	}
	var list []named
	for _, p := range all {
		list = append(list, named{p.Key(), []string{p.Title(), p.Name, p.Code}})
	}
	n, err := match(data.KindProject, list, name)
	return data.ID[data.Project](n.id), err
}

// findPerson also knows the owner as «Я» and me.
func findPerson(r *sqlite.Reader, name string) (data.ID[data.Person], error) {
	if key := data.Fold(name); key == "я" || key == "me" {
		me, err := r.Me()
		return me.ID, err
	}
	all, err := sqlite.List[data.Person](r, "")
	if err != nil {
		return data.ID[data.Person]{}, err
	}
	var list []named
	for _, p := range all {
		list = append(list, named{p.Key(), []string{p.FullName, p.Short()}})
	}
	n, err := match(data.KindPerson, list, name)
	return data.ID[data.Person](n.id), err
}

func findClient(r *sqlite.Reader, name string) (data.ID[data.Client], error) {
	all, err := sqlite.List[data.Client](r, "")
	if err != nil {
		return data.ID[data.Client]{}, err
	}
	var list []named
	for _, p := range all {
		list = append(list, named{p.Key(), []string{p.Name, p.FullName}})
	}
	n, err := match(data.KindClient, list, name)
	return data.ID[data.Client](n.id), err
}
