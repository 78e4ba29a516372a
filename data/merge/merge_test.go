package merge

import (
	"reflect"
	"testing"

	"portfel/data"
)

func rowOf(t *testing.T, r data.Record) Row {
	t.Helper()
	row, err := RowOf(r)
	if err != nil {
		t.Fatal(err)
	}
	return row
}

var (
	item = data.Task{ID: data.NewID[data.Task](), PlanID: data.NewID[data.Plan](), Name: "Конспект", Status: data.TaskWorking, Percent: 40,
		DeadlineOn: data.NewDate(2026, 11, 27), Duration: data.Days(5), Effort: data.Hours(8), ActualStart: data.OnDay(data.NewDate(2026, 11, 23))}
	handed = data.Submission{ID: data.NewID[data.Submission](), TaskID: item.ID, HandedOn: data.NewDate(2026, 11, 27), Verdict: data.VerdictPending}
)

func TestEveryRecordGoesIntoARowAndBack(t *testing.T) {
	for _, r := range append([]data.Record{item, handed, data.Person{ID: data.NewID[data.Person](), IsMe: true}}, data.Records...) {
		row := rowOf(t, r)
		back, err := row.Record(reflect.New(reflect.TypeOf(r)).Elem().Interface().(data.Record))
		if err != nil || back != r {
			t.Errorf("%s: %v, %v, want %v", r.Kind(), back, err, r)
		}
	}
	if f := rowOf(t, item).Fields; f["DeadlineOn"] != "2026-11-27" || f["Percent"] != "40" || f["ParentID"] != "" {
		t.Errorf("%v", f)
	}
}

func TestAnUnknownFieldAndAValueThatIsNoneAreRefused(t *testing.T) {
	for field, value := range map[string]string{"Salary": "1", "ID": item.ID.String(), "Percent": "много", "DeadlineOn": "31.02.2026", "PlanID": "x"} {
		if _, err := (Row{data.KindTask, data.ID[data.Any](item.ID), map[string]string{field: value}}).Record(data.Task{}); err == nil {
			t.Errorf("%s = %q was taken", field, value)
		}
	}
}

func TestTwoPeopleChangeOneItem(t *testing.T) {
	ours, theirs := item, item
	ours.DeadlineOn, ours.Note = data.NewDate(2026, 12, 1), "Добавить источники"
	theirs.Status, theirs.Percent, theirs.Note = data.TaskReview, 100, "Готово"
	m := Merge([]Row{rowOf(t, item)}, []Row{rowOf(t, ours)}, []Row{rowOf(t, theirs), rowOf(t, handed)})
	want := []Conflict{{Ref: data.RefTo(data.KindTask, item.ID), Field: "Note", Ours: "Добавить источники", Theirs: "Готово"}}
	if !reflect.DeepEqual(m.Conflicts, want) {
		t.Fatalf("%v", m.Conflicts)
	}
	both := theirs
	both.DeadlineOn = ours.DeadlineOn
	got := m.Resolve(func(Conflict) Side { return Theirs })
	if !reflect.DeepEqual(got, []Row{rowOf(t, handed), rowOf(t, both)}) {
		t.Errorf("%v", got)
	}
	// Status, percent and note of the item; the handing-in and what it says in six fields.
	if all := Changes([]Row{rowOf(t, ours)}, got); len(all) != 3+1+6 {
		t.Errorf("%d changes: %v", len(all), all)
	}
}

func TestADeletedItemThatWasHandedInIsAQuestion(t *testing.T) {
	m := Merge([]Row{rowOf(t, item)}, nil, []Row{rowOf(t, item), rowOf(t, handed)})
	want := []Conflict{{Ref: data.RefTo(data.KindTask, item.ID), OursDeleted: true}}
	if !reflect.DeepEqual(m.Conflicts, want) {
		t.Fatalf("%v", m.Conflicts)
	}
	if got := m.Resolve(func(Conflict) Side { return Ours }); len(got) != 0 {
		t.Errorf("deleted: %v", got)
	}
	if got := m.Resolve(func(Conflict) Side { return Theirs }); len(got) != 2 {
		t.Errorf("kept: %v", got)
	}
}

func TestWhatIsNotSaidChangesNothing(t *testing.T) {
	part := Row{data.KindTask, data.ID[data.Any](item.ID), map[string]string{"Percent": "60"}}
	got := Merge([]Row{rowOf(t, item)}, []Row{rowOf(t, item)}, []Row{part})
	want := item
	want.Percent = 60
	if len(got.Conflicts) > 0 || !reflect.DeepEqual(got.Joined, []Row{rowOf(t, want)}) {
		t.Errorf("%v", got)
	}
}
