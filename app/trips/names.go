package trips

import (
	"portfel/app/desk"
	"portfel/data"
	"portfel/data/quick"
)

// names are the people, clients and projects that a typed line may name.
func names(d desk.Desk) quick.Lookup {
	r := d.Read()
	var all []quick.Name
	add := func(kind data.Kind, rows []data.NameRow, err error) {
		if err != nil {
			d.Fail(err)
		}
		for _, x := range rows {
			all = append(all, quick.Name{Ref: data.Ref{Kind: kind, ID: x.ID}, Text: x.Name})
		}
	}
	people, err := r.PersonNames()
	add(data.KindPerson, people, err)
	clients, err := r.ClientNames()
	add(data.KindClient, clients, err)
	projects, err := r.ProjectNames()
	add(data.KindProject, projects, err)
	return quick.NewLookup(all)
}
