package sqlite

import (
	"fmt"
	"sort"
	"strings"
	"testing"

	"portfel/data"
)

// Records without a name of their own are called by what they belong to, also
// when that and they are gone.
func TestHistoryNamesWhatIsDeleted(t *testing.T) {
	f := fresh(t)
	p := data.Project{ID: data.NewID[data.Project](), Code: "МК-26", Name: "Бюджетирование", Status: data.ProjectRunning}
	plan := data.Plan{ID: data.NewID[data.Plan](), What: data.PlanOfProject, ProjectID: p.ID, IsCurrent: true, StartsOn: data.NewDate(2026, 11, 30)}
	who := data.Person{ID: data.NewID[data.Person](), FullName: "Ласточкин Дмитрий Олегович", Zone: "Europe/Moscow", WeekHours: data.Hours(40)}
	task := func(name string) data.Task {
		return data.Task{ID: data.NewID[data.Task](), PlanID: plan.ID, Name: name, What: data.TaskWork, Mode: data.ModeAuto, Status: data.TaskOpen, Place: data.PlaceOffice}
	}
	a, b := task("Интервью"), task("Формы")
	put(t, f, p, plan, who, a, b,
		data.Dependency{ID: data.NewID[data.Dependency](), PredID: a.ID, SuccID: b.ID, Type: data.FinishStart},
		data.Assignment{ID: data.NewID[data.Assignment](), TaskID: a.ID, PersonID: who.ID, Effort: data.Hours(8), Units: 100},
		data.Absence{ID: data.NewID[data.Absence](), PersonID: who.ID, What: data.Vacation, Status: data.AbsencePlanned, StartsOn: data.NewDate(2026, 12, 28), EndsOn: data.NewDate(2026, 12, 30)})
	want := "absence Ласточкин Дмитрий Олегович, assignment Интервью, dependency Формы, person Ласточкин Дмитрий Олегович, plan МК-26 Бюджетирование, project Бюджетирование, task Интервью, task Формы"
	if got := historyNames(t, f); got != want {
		t.Errorf("while they are there:\n%s\nwant\n%s", got, want)
	}
	if _, err := f.Undo(); err != nil {
		t.Fatal(err)
	}
	if got := historyNames(t, f); got != want {
		t.Errorf("when they are gone:\n%s\nwant\n%s", got, want)
	}
	for id, name := range map[string]string{a.ID.String(): "Интервью", who.ID.String(): "Ласточкин Дмитрий Олегович", plan.ID.String(): "МК-26 Бюджетирование"} {
		if got := f.Read().NameOfID(id); got != name {
			t.Errorf("a deleted record is called %q, want %q", got, name)
		}
	}
}

// historyNames are the kinds and names of all that was changed, once each.
func historyNames(t *testing.T, f *File) string {
	t.Helper()
	rows, err := f.Read().HistorySince("")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	var all []string
	for _, r := range rows {
		if s := fmt.Sprintf("%s %s", r.Kind, r.Name); !seen[s] {
			seen[s] = true
			all = append(all, s)
		}
	}
	sort.Strings(all)
	return strings.Join(all, ", ")
}
