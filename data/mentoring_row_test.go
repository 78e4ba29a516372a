package data

import "testing"

func TestLaddersTakeFirstAndLast(t *testing.T) {
	id := NewID[Competency]()
	day := func(n int) Date { return NewDate(2026, 11, n) }
	rows := []ScoreRow{
		{CompetencyID: id, Name: "Методология", ByWhom: ScoreMentor, Level: 3, OnDate: day(20)},
		{CompetencyID: id, Name: "Методология", ByWhom: ScoreMentor, Level: 1, OnDate: day(1)},
		{CompetencyID: id, Name: "Методология", ByWhom: ScoreSelf, Level: 2, OnDate: day(1)},
		{CompetencyID: id, Name: "Методология", ByWhom: ScoreTarget, Level: 4, OnDate: day(1)},
		{CompetencyID: NewID[Competency](), Name: "Интервью", ByWhom: ScoreSelf, Level: 2, OnDate: day(1)},
	}
	got := Ladders(rows)
	if len(got) != 2 || got[0].Name != "Интервью" || got[0].Start != 2 || got[0].Now != 2 || got[0].Goal != 0 {
		t.Fatalf("%+v", got)
	}
	if l := got[1]; l.Start != 1 || l.Now != 3 || l.Self != 2 || l.Goal != 4 || l.Changed != day(20) {
		t.Errorf("%+v", l)
	}
}

func TestItemsStandInTheOrderOfTheTree(t *testing.T) {
	a, b, c, lost := NewID[Task](), NewID[Task](), NewID[Task](), NewID[Task]()
	got := OrderItems([]ItemRow{{ID: a, Name: "1"}, {ID: b, Name: "1.1", ParentID: a}, {ID: c, Name: "2"}, {ID: NewID[Task](), Name: "1.2", ParentID: a},
		{ID: NewID[Task](), Name: "1.1.1", ParentID: b}, {ID: NewID[Task](), Name: "3", ParentID: lost}})
	want := []string{"1 0", "1.1 1", "1.1.1 2", "1.2 1", "2 0", "3 0"}
	for i, r := range got {
		if s := r.Name + " " + string(rune('0'+r.Depth)); s != want[i] {
			t.Errorf("row %d: %s, want %s", i, s, want[i])
		}
	}
}
