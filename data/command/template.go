package command

import (
	"bytes"
	"fmt"
	"path"
	"strings"

	"portfel/assets"
	"portfel/data"
	"portfel/data/sqlite"
	"portfel/data/table"
)

// seedTemplates puts the shipped plan templates into a file, in its language.
// Their ids are the same in every file; templates that are there stay as they
// are.
func seedTemplates(tx *sqlite.Tx, lang string) error {
	dir := "plan/" + lang
	files, err := assets.Plan.ReadDir(dir)
	if err != nil {
		return seedTemplates(tx, "ru") // a language without templates of its own
	}
	for _, f := range files {
		b, err := assets.Plan.ReadFile(path.Join(dir, f.Name()))
		if err != nil {
			return err
		}
		if err := seedTemplate(tx, strings.TrimSuffix(f.Name(), ".csv"), b); err != nil {
			return fmt.Errorf("template %s: %w", f.Name(), err)
		}
	}
	return nil
}

func seedTemplate(tx *sqlite.Tx, key string, b []byte) error {
	name, rest, _ := bytes.Cut(b, []byte("\n"))
	p := data.Plan{ID: data.ShippedID[data.Plan]("template:" + key), What: data.PlanTemplate, Name: strings.TrimRight(string(name), ";\r"), StartsOn: templateStart,
		CalendarID: Russia}
	if _, known, err := tx.Stored(p); err != nil || known {
		return err
	}
	if err := tx.Put(p); err != nil {
		return err
	}
	t, err := table.Read(bytes.NewReader(rest))
	if err != nil {
		return err
	}
	plan, faults, err := table.ReadPlan(t)
	if err != nil || len(faults) > 0 {
		return fmt.Errorf("%v %w", faults, err)
	}
	return putTemplate(tx, p, key, plan.Rows)
}

// reseedTemplates puts the shipped templates in another language. It is for the
// first start, when nobody has worked with them yet.
func reseedTemplates(tx *sqlite.Tx, lang string) error {
	list, err := sqlite.List[data.Plan](tx.Reader, "what = 'template'")
	if err != nil {
		return err
	}
	for _, p := range list {
		if err := tx.Delete(data.RefTo(data.KindPlan, p.ID)); err != nil {
			return err
		}
	}
	return seedTemplates(tx, lang)
}

// templateStart is a day on which templates lie: a Monday with no holidays near.
var templateStart = data.NewDate(2026, 9, 7)

func putTemplate(tx *sqlite.Tx, p data.Plan, key string, rows []table.PlanRow) error {
	task := func(id string) data.ID[data.Task] {
		if id == "" {
			return data.ID[data.Task]{}
		}
		return data.ShippedID[data.Task]("template:" + key + ":" + id)
	}
	var ids []string
	for i, r := range rows {
		ids = append(ids, r.ID)
		t := data.Task{ID: task(r.ID), PlanID: p.ID, ParentID: task(r.Parent), Ord: int64(i+1) * ordGap, Name: r.Name, What: data.TaskWork, Mode: data.ModeAuto,
			Status: data.TaskOpen, Duration: r.Duration, Effort: r.Effort}
		switch {
		case r.Duration.IsZero():
			t.What = data.TaskStage
		case r.Duration.Amount == 0:
			t.What = data.TaskMilestone
		}
		if err := tx.Put(t); err != nil {
			return err
		}
	}
	known := table.NewIds(ids)
	for _, r := range rows {
		links, problems := known.Links(r.Links)
		if len(problems) > 0 {
			return data.Problems(problems)
		}
		for _, l := range links {
			d := data.Dependency{ID: data.ShippedID[data.Dependency]("template:" + key + ":" + l.ID + ">" + r.ID), PredID: task(l.ID), SuccID: task(r.ID), Type: l.Type, Lag: l.Lag}
			if err := tx.Put(d); err != nil {
				return err
			}
		}
	}
	return nil
}
