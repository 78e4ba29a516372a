package settings

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"portfel/app/desk/desktest"
	"portfel/app/ui"
	"portfel/data"
)

func on(y, m, d int) data.Date { return data.NewDate(y, time.Month(m), d) }

// whom shows the card of a person.
func whom(t *testing.T, name string) (*desktest.Desk, *Screen, *people) {
	t.Helper()
	d, s := open(t, "people")
	p := s.pages["people"].(*people)
	if !s.Show(data.RefTo(data.KindPerson, person(t, d, name).ID)) {
		t.Fatalf("%s is not shown", name)
	}
	return d, s, p
}

func TestPeopleOfTheSample(t *testing.T) {
	d, _, p := whom(t, "Ласточкин")
	rows := list(p.list)
	has(t, rows, "Кузнецова А. С. | консультант | это я")
	if len(rows) != 6 || !strings.Contains(d.Seen(), "Ласточкин Дмитрий Олегович") {
		t.Errorf("people: %q", rows)
	}

}

func TestAPersonEditedInPlace(t *testing.T) {
	d, _, p := whom(t, "Ласточкин")
	w := d.Words().T
	edit(t, d, p.kv, w("field.position"), "ведущий аналитик")
	edit(t, d, p.kv, w("field.grade"), "ведущ")
	edit(t, d, p.kv, w("field.managerId"), "тихонов")
	edit(t, d, p.kv, w("field.hiredOn"), "12.04.2022")
	x := person(t, d, "Ласточкин")
	if x.Position != "ведущий аналитик" || x.Grade != data.GradeLead || x.ManagerID != person(t, d, "Тихонов").ID || x.HiredOn != on(2022, 4, 12) {
		t.Errorf("the file has %+v", x)
	}
	has(t, list(p.list), "Ласточкин Д. О. | ведущий аналитик | ")
	if !strings.Contains(d.Seen(), "12.04.2022") {
		t.Error("the new day is not shown")
	}
	for range 4 {
		d.Undo()
	}
	if x := person(t, d, "Ласточкин"); x.Position != "аналитик" || x.HiredOn != on(2022, 4, 11) {
		t.Errorf("after undo %+v", x)
	}
}

func TestANewPerson(t *testing.T) {
	d, s, p := whom(t, "Ласточкин")
	press(t, s, "Новый человек")
	d.Press(fyne.KeyReturn)
	if !strings.Contains(d.Seen(), "Нужно заполнить.") {
		t.Error("a person without a name was made")
	}
	d.Type("Зимина Ольга Петровна")
	d.Canvas().FocusNext()
	d.Type("аналитик")
	d.Press(fyne.KeyReturn)
	x := person(t, d, "Зимина")
	if x.Position != "аналитик" || x.WeekHours != data.Hours(40) || x.Zone != "Europe/Moscow" || x.Department != "Отдел управленческого учёта" {
		t.Errorf("the file has %+v", x)
	}
	if c, ok := p.chosen(); !ok || c.ID != x.ID {
		t.Errorf("the card shows %q", c.FullName)
	}
}

func TestAnAbsenceTypedWithADeputy(t *testing.T) {
	d, s, p := whom(t, "Ласточкин")
	tap(t, d, "Новое отсутствие")
	d.Canvas().FocusNext() // from the kind to the days
	d.Type("31.12.2026-28.12.2026")
	d.Press(fyne.KeyReturn)
	if !strings.Contains(d.Seen(), "Конец раньше начала") || d.Canvas().Overlays().Top() == nil {
		t.Error("days in the wrong order were taken")
	}
	d.Replace("28-30.12")
	d.Canvas().FocusNext()
	d.Type("кузн")
	d.Press(fyne.KeyReturn)
	d.Canvas().FocusNext()
	d.Type("график отпусков")
	d.Press(fyne.KeyReturn)
	has(t, list(p.absences), "28–30 декабря 2026 | Отпуск · замещает Кузнецова А. С. · график отпусков | запланировано")
	away, err := d.Read().Absences(person(t, d, "Ласточкин").ID)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(away, func(a data.Absence) bool { return a.StartsOn == on(2026, 12, 28) })
	if i < 0 || away[i].EndsOn != on(2026, 12, 30) || away[i].DeputyID != person(t, d, "Кузнецова").ID || away[i].What != data.Vacation {
		t.Fatalf("the file has %+v", away)
	}
	at := slices.IndexFunc(p.away, func(a data.Absence) bool { return a.ID == away[i].ID })
	for _, m := range p.absenceMenu(p.away[at]) {
		if m.Label == "Согласовать" || strings.HasPrefix(m.Label, "Соглас") {
			m.Do()
		}
	}
	has(t, list(p.absences), "график отпусков | соглас")
	p.absences.Select(at)
	d.Canvas().Focus(p.absences)
	d.Press(fyne.KeyDelete)
	if got := strings.Join(list(p.absences), ""); strings.Contains(got, "28–30 декабря") {
		t.Errorf("still there: %s", got)
	}
	d.Undo()
	has(t, list(p.absences), "28–30 декабря 2026")
	if !s.Show(data.RefTo(data.KindAbsence, away[i].ID)) {
		t.Error("the absence is not found")
	}
}

func TestAnAbsenceIsEdited(t *testing.T) {
	d, _, p := whom(t, "Орлова")
	d.Canvas().Focus(p.absences)
	d.Press(fyne.KeyHome, fyne.KeyReturn) // Enter goes into the days, in the card itself
	if d.Canvas().Overlays().Top() != nil {
		t.Fatal("an absence is edited in a dialog")
	}
	d.Replace("11-13.01.2027")
	d.Press(fyne.KeyReturn)
	has(t, list(p.absences), "11–13 января 2027")
	edit(t, d, p.awayKV, "Примечание", "экзамен")
	has(t, list(p.absences), "экзамен")
	tapIn(t, p.awayButtons, "Отменить")
	if p.away[0].Status != data.AbsenceCancelled {
		t.Errorf("%s after «Отменить»", p.away[0].Status)
	}
	d.Undo()
	before := len(p.away)
	tapIn(t, p.awayButtons, "")
	if d.Canvas().Overlays().Top() == nil || !strings.Contains(d.Seen(), "экзамен") {
		t.Errorf("the history shows %q", d.Seen())
	}
	d.Press(fyne.KeyEscape)
	last := p.awayButtons.Objects[len(p.awayButtons.Objects)-1].(*ui.Button)
	test.Tap(last)
	if len(p.away) != before-1 || !strings.Contains(d.Said[len(d.Said)-1], "Орлова") {
		t.Errorf("%d absences, said %q", len(p.away), d.Said)
	}
}

// tapIn presses the first button of a row with the label; a sign has none.
func tapIn(t *testing.T, row *fyne.Container, label string) {
	t.Helper()
	for _, o := range row.Objects {
		if b, ok := o.(*ui.Button); ok && b.Label == label {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("no button %q", label)
}

// A day is away once: the second absence of the same days is refused under its
// field. Illness alone may fall into a vacation.
func TestAnAbsenceInsideAnotherIsRefused(t *testing.T) {
	d, _, p := whom(t, "Орлова")
	before := len(p.away)
	tap(t, d, "Новое отсутствие")
	d.Canvas().FocusNext()
	d.Type("12-13.01.2027")
	d.Press(fyne.KeyReturn)
	if !strings.Contains(d.Seen(), "В эти дни уже есть отсутствие") || !strings.Contains(d.Seen(), "11.01.2027 – 15.01.2027") || len(p.away) != before {
		t.Errorf("%d absences, seen %q", len(p.away), d.Seen())
	}
	d.Replace("18-19.01.2027")
	d.Press(fyne.KeyReturn)
	if d.Canvas().Overlays().Top() != nil || len(p.away) != before+1 {
		t.Errorf("free days were refused: %q", d.Seen())
	}
	sick := data.Absence{ID: data.NewID[data.Absence](), PersonID: p.away[0].PersonID, What: data.Sick, Status: data.AbsencePlanned, StartsOn: on(2027, 1, 12), EndsOn: on(2027, 1, 13)}
	if err := p.putAbsence(sick); err != nil {
		t.Errorf("illness in another absence: %v", err)
	}
}

// The undo line tells a new person from an edited one.
func TestAPersonAddedAndEditedHaveTheirOwnWords(t *testing.T) {
	d, s, p := whom(t, "Ласточкин")
	press(t, s, "Новый человек")
	d.Type("Зимина Ольга Петровна")
	d.Press(fyne.KeyReturn)
	edit(t, d, p.kv, d.Words().T("field.position"), "аналитик")
	d.Undo()
	d.Undo()
	n := len(d.Said)
	if d.Said[n-2] == d.Said[n-1] || !strings.Contains(d.Said[n-1], "новый человек: Зимина О. П.") {
		t.Errorf("said %q", d.Said)
	}
}

func TestTheOwnerStays(t *testing.T) {
	d, _, p := whom(t, "Кузнецова")
	d.Canvas().Focus(p.list)
	d.Press(fyne.KeyDelete)
	if person(t, d, "Кузнецова").ArchivedOn != 0 || len(d.Asked) > 0 || len(d.Failed) != 1 || !strings.Contains(d.Words().Error(d.Failed[0]), "Владельца файла удалить нельзя") {
		t.Errorf("asked %v, failed %v", d.Asked, d.Failed)
	}
	for _, m := range p.menu(person(t, d, "Кузнецова")) {
		if m.Label == "Удалить" || m.Label == "В архив" {
			t.Errorf("the menu of the owner offers %q", m.Label)
		}
	}
}

func TestAPersonInUseGoesToTheArchive(t *testing.T) {
	d, s, p := whom(t, "Ласточкин")
	d.Canvas().Focus(p.list)
	d.Press(fyne.KeyDelete)
	if len(d.Asked) != 1 || !strings.Contains(d.Asked[0].Sentence, "Удалить нельзя, с этой записью связаны") {
		t.Fatalf("asked %+v, failed %v", d.Asked, d.Failed)
	}
	d.Asked[0].Answers[0].Do()
	if person(t, d, "Ласточкин").ArchivedOn != d.Today() {
		t.Error("not in the archive")
	}
	if got := strings.Join(list(p.list), ""); strings.Contains(got, "Ласточкин") {
		t.Errorf("still among the others: %s", got)
	}
	if !s.Show(data.RefTo(data.KindPerson, person(t, d, "Ласточкин").ID)) || !p.show.On {
		t.Errorf("search has to find him with the archive shown; the box stands at %v", p.show.On)
	}
	has(t, list(p.list), "Ласточкин Д. О. | аналитик | в архиве")
	d.Undo()
	has(t, list(p.list), "Ласточкин Д. О. | аналитик | ")
	if !person(t, d, "Ласточкин").ArchivedOn.IsZero() {
		t.Error("undo did not bring him back")
	}
}
