package command

import (
	"errors"
	"strings"

	"portfel/data"
	"portfel/data/schedule"
	"portfel/data/text"
)

// ReadPreds reads the predecessors of a task as people type them, by WBS codes:
// «1.2;1.3НН+2д». The links come without ids, for SetLinks.
func ReadPreds(t data.PlanTree, typed string) ([]data.Dependency, error) {
	at := make(map[string]int, len(t.Rows))
	for i, r := range t.Rows {
		at[r.Code] = i
	}
	list, err := schedule.ParseLinks(typed, func(id string) (int, bool) { i, ok := at[id]; return i, ok })
	if err != nil {
		var bad *schedule.LinkError
		if errors.As(err, &bad) {
			return nil, bad.Problem()
		}
		return nil, err
	}
	out := make([]data.Dependency, len(list))
	for i, p := range list {
		out[i] = data.Dependency{PredID: t.Rows[p.Task].Task.ID, Type: p.Type, Lag: p.Lag}
	}
	return out, nil
}

// WritePreds is what ReadPreds reads; russian writes ОН, НН, ОО, НО.
func WritePreds(row data.PlanRow, russian bool) string {
	n := schedule.Latin
	if russian {
		n = schedule.Russian
	}
	parts := make([]string, len(row.Preds))
	for i, p := range row.Preds {
		parts[i] = p.Code + schedule.FormatLink(p.Dependency.Type, p.Dependency.Lag, n)
	}
	return strings.Join(parts, "; ")
}

// ReadShares reads the people of a task as they are typed: «Кузнецова 24;
// Ласточкин 32»: a name or its beginning that only one person has, and hours.
// Hours left out keep what the person has, or share what is left of the effort.
func ReadShares(people []data.NameRow, row data.PlanRow, typed string) ([]Share, error) {
	var out []Share
	for _, part := range strings.FieldsFunc(typed, func(r rune) bool { return r == ';' || r == '\n' }) {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		name, effort, given, err := splitShare(part)
		if err != nil {
			return nil, err
		}
		id, err := onePerson(people, name)
		if err != nil {
			return nil, err
		}
		s := Share{PersonID: id, Effort: effort, Units: 100}
		for _, a := range row.Assignees {
			if a.PersonID == id {
				s.Units = a.Units
				if !given {
					s.Effort, given = a.Effort, true
				}
			}
		}
		if !given {
			s.Effort = -1
		}
		out = append(out, s)
	}
	return fillShares(out, row.Task.Effort), nil
}

// splitShare divides «Ласточкин 32» or «Ласточкин:32 ч» into name and hours.
func splitShare(part string) (name string, effort data.Minutes, given bool, err error) {
	i := strings.IndexAny(part, "0123456789")
	if i < 0 {
		return strings.TrimRight(part, ": "), 0, false, nil
	}
	name = strings.TrimRight(part[:i], ": ")
	effort, err = text.ParseHours(part[i:])
	return name, effort, true, err
}

// onePerson finds the person whose name begins with the typed words.
func onePerson(people []data.NameRow, name string) (data.ID[data.Person], error) {
	want := data.Fold(name)
	var found []data.NameRow
	for _, p := range people {
		if data.Fold(p.Name) == want {
			return data.ID[data.Person](p.ID), nil
		}
		if want != "" && strings.HasPrefix(data.Fold(p.Name), want) {
			found = append(found, p)
		}
	}
	switch len(found) {
	case 0:
		return data.ID[data.Person]{}, data.Problems{{Field: "assignees", Code: "noPerson", Args: []string{name}}}
	case 1:
		return data.ID[data.Person](found[0].ID), nil
	}
	return data.ID[data.Person]{}, data.Problems{{Field: "assignees", Code: "manyPeople", Args: []string{name}}}
}

// fillShares gives shares without hours an even part of what is left.
func fillShares(shares []Share, effort data.Minutes) []Share {
	open := 0
	for _, s := range shares {
		if s.Effort < 0 {
			open++
		} else {
			effort -= s.Effort
		}
	}
	for i := range shares {
		if shares[i].Effort < 0 {
			part := max(effort, 0) / data.Minutes(open)
			shares[i].Effort = part
			effort -= part
			open--
		}
	}
	return shares
}
