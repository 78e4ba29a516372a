package cli

import (
	"portfel/app"
	"portfel/data"
	"portfel/data/sqlite"
)

// namesOf lists the records of a kind with their names.
func namesOf[T data.Record](r *sqlite.Reader, names func(T) []string) ([]named, error) {
	all, err := sqlite.List[T](r, "")
	list := make([]named, len(all))
	for i, x := range all {
		list[i] = named{data.Ref{Kind: x.Kind(), ID: x.Key()}, names(x)}
	}
	return list, err
}

// finders list what can be asked for by name, by kind.
var finders = map[data.Kind]func(*sqlite.Reader) ([]named, error){
	data.KindProject: func(r *sqlite.Reader) ([]named, error) {
		return namesOf(r, func(p data.Project) []string { return []string{p.Title(), p.Name, p.Code} })
	},
	data.KindTask: func(r *sqlite.Reader) ([]named, error) {
		return namesOf(r, func(t data.Task) []string { return []string{t.Name} })
	},
	data.KindPerson: func(r *sqlite.Reader) ([]named, error) {
		return namesOf(r, personNames)
	},
	data.KindClient: func(r *sqlite.Reader) ([]named, error) {
		return namesOf(r, func(c data.Client) []string { return []string{c.Name, c.FullName} })
	},
	data.KindDeliverable: func(r *sqlite.Reader) ([]named, error) {
		return namesOf(r, func(d data.Deliverable) []string { return []string{d.Title, d.Designation} })
	},
	data.KindEvent: func(r *sqlite.Reader) ([]named, error) {
		return namesOf(r, func(e data.Event) []string { return []string{e.Title} })
	},
	data.KindSeries: func(r *sqlite.Reader) ([]named, error) {
		return namesOf(r, func(s data.Series) []string { return []string{s.Title} })
	},
	data.KindCalendar: func(r *sqlite.Reader) ([]named, error) {
		return namesOf(r, func(c data.Calendar) []string { return []string{c.Name} })
	},
	data.KindCompetency: func(r *sqlite.Reader) ([]named, error) {
		return namesOf(r, func(c data.Competency) []string { return []string{c.Name} })
	},
	data.KindMentoring: trainees,
	data.KindTrip:      travellers,
}

// personNames also call the owner of the file «Я» and me.
func personNames(p data.Person) []string {
	names := []string{p.FullName, p.Short()}
	if p.IsMe {
		names = append(names, "Я", "me")
	}
	return names
}

// people are the names of everybody by id.
func people(r *sqlite.Reader) (map[data.ID[data.Person]]data.Person, error) {
	all, err := sqlite.List[data.Person](r, "")
	out := make(map[data.ID[data.Person]]data.Person, len(all))
	for _, p := range all {
		out[p.ID] = p
	}
	return out, err
}

// trainees are called by the person.
func trainees(r *sqlite.Reader) ([]named, error) {
	who, err := people(r)
	if err != nil {
		return nil, err
	}
	return namesOf(r, func(m data.Mentoring) []string { return []string{who[m.TraineeID].FullName, who[m.TraineeID].Short()} })
}

// travellers are trips: by their name, and by name and person, because several
// people of one journey have a trip each.
func travellers(r *sqlite.Reader) ([]named, error) {
	who, err := people(r)
	if err != nil {
		return nil, err
	}
	return namesOf(r, func(t data.Trip) []string {
		p := who[t.PersonID]
		return []string{t.Name + "/" + p.FullName, t.Name, t.Name + "/" + p.Short()}
	})
}

// lookUp is the record of a kind that a name means.
func lookUp[T any](r *sqlite.Reader, kind data.Kind, name string) (data.ID[T], error) {
	list, err := finders[kind](r)
	if err != nil {
		return data.ID[T]{}, err
	}
	n, err := match(kind, list, name)
	return data.ID[T](n.ref.ID), err
}

func findProject(r *sqlite.Reader, name string) (data.ID[data.Project], error) {
	return lookUp[data.Project](r, data.KindProject, name)
}

func findClient(r *sqlite.Reader, name string) (data.ID[data.Client], error) {
	return lookUp[data.Client](r, data.KindClient, name)
}

func findPerson(r *sqlite.Reader, name string) (data.ID[data.Person], error) {
	return lookUp[data.Person](r, data.KindPerson, name)
}

// findShown is the record of a screen that a name means; on the screen of plans a
// project stands for its plan.
func findShown(r *sqlite.Reader, screen, name string) (data.Ref, error) {
	var kind data.Kind
	var list []named
	for _, k := range app.Opens(screen) {
		if k == data.KindPlan {
			k = data.KindProject
		}
		if finders[k] == nil {
			continue
		}
		more, err := finders[k](r)
		if err != nil {
			return data.Ref{}, err
		}
		if kind == "" {
			kind = k
		}
		list = append(list, more...)
	}
	if kind == "" {
		return data.Ref{}, usage("cli.noSelect", screen)
	}
	n, err := match(kind, list, name)
	if err != nil || n.ref.Kind != data.KindProject || screen == "projects" {
		return n.ref, err
	}
	plan, err := r.CurrentPlan(data.As[data.Project](n.ref))
	if err != nil {
		return n.ref, usage("cli.noPlan", name)
	}
	return data.RefTo(data.KindPlan, plan), nil
}
