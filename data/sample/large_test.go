package sample

import (
	"testing"

	"portfel/data"
	"portfel/data/command"
)

func TestAGeneratedFileHasWhatItsSizeSays(t *testing.T) {
	size := Size{People: 5, Clients: 7, Projects: 2, TasksPerProject: 40, Trips: 9, Documents: 11, Events: 30, Absences: 4}
	f := create(t)
	if err := Large(f, size, 1); err != nil {
		t.Fatal(err)
	}
	for name, got := range map[string][2]int{
		"people": {len(list[data.Person](t, f, "")), 5}, "clients": {len(list[data.Client](t, f, "")), 7}, "projects": {len(list[data.Project](t, f, "")), 2},
		"tasks": {len(list[data.Task](t, f, "plan_id NOT IN (SELECT id FROM plan WHERE what = 'template')")), 80}, "trips": {len(list[data.Trip](t, f, "")), 9}, "legs": {len(list[data.Leg](t, f, "")), 18},
		"documents": {len(list[data.Deliverable](t, f, "")), 11}, "events": {len(list[data.Event](t, f, "")), 30}, "absences": {len(list[data.Absence](t, f, "")), 4},
	} {
		if got[0] != got[1] {
			t.Errorf("%s: %d, want %d", name, got[0], got[1])
		}
	}
	if defects, err := command.Check(f.Read()); len(defects) > 0 || err != nil {
		t.Errorf("%v, %v", defects, err)
	}
}

func TestTheSameSeedMakesTheSameFile(t *testing.T) {
	size := Size{People: 3, Clients: 2, Projects: 1, TasksPerProject: 25, Trips: 3, Documents: 3, Events: 5}
	var files [2][]data.Task
	for i := range files {
		f := create(t)
		if err := Large(f, size, 42); err != nil {
			t.Fatal(err)
		}
		files[i] = list[data.Task](t, f, "1 = 1 ORDER BY ord")
	}
	for i := range files[0] {
		if files[0][i] != files[1][i] {
			t.Errorf("task %d: %+v and %+v", i, files[0][i], files[1][i])
		}
	}
}

func BenchmarkLarge(b *testing.B) {
	for b.Loop() {
		if err := Large(create(b), Full, 1); err != nil {
			b.Fatal(err)
		}
	}
}
