package card_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"portfel/app/card"
	"portfel/app/desk/desktest"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// shown puts rows of a person of the sample into a window; the rows are made
// anew after each change, as a screen does.
type shown struct {
	*desktest.Desk
	kv   *ui.KeyValues
	name string
	make func(data.Person) []ui.KV
}

func (s *shown) Content() fyne.CanvasObject { return s.kv }
func (s *shown) Kinds() []data.Kind         { return []data.Kind{data.KindPerson} }
func (s *shown) Reload()                    { s.kv.Set(s.make(s.person())...) }

func (s *shown) person() data.Person {
	s.T.Helper()
	rows, err := s.Read().People(true)
	if err != nil {
		s.T.Fatal(err)
	}
	for _, p := range rows {
		if strings.HasPrefix(p.FullName, s.name) {
			return p
		}
	}
	s.T.Fatalf("no %s", s.name)
	return data.Person{}
}

func rowsOf(t *testing.T, lang text.Lang, dark bool) *shown {
	t.Helper()
	s := &shown{Desk: desktest.New(t, lang, dark), kv: ui.NewKeyValues(), name: "Громов"}
	d := s.Desk
	s.make = func(p data.Person) []ui.KV {
		return []ui.KV{
			card.Text(d, "Должность", p.Position, func(v string) data.Record { p.Position = v; return p }),
			card.Date(d, "Испытание", p.ProbationUntil, func(v data.Date) data.Record { p.ProbationUntil = v; return p }),
			card.Hours(d, "Неделя", p.WeekHours, func(v data.Minutes) data.Record { p.WeekHours = v; return p }),
			card.Pick(d, "Руководитель", card.People(d, true), p.ManagerID.String(), func(v string) data.Record { p.ManagerID = card.ID[data.Person](v); return p }),
			card.Number(d, "Номер", len(p.TabNo), 0, 5, func(v int) data.Record { p.TabNo = strings.Repeat("1", v); return p }),
			card.Long(d, "Примечание", p.Note, func(v string) data.Record { p.Note = v; return p }),
		}
	}
	d.Show(s)
	return s
}

func (s *shown) edit(i int, typed string) {
	s.T.Helper()
	if !s.kv.Edit(i) {
		s.T.Fatalf("row %d cannot be edited", i)
	}
	s.Replace(typed)
	s.Press(fyne.KeyReturn)
}

func (s *shown) texts() (all []string) {
	for _, r := range s.kv.Rows() {
		all = append(all, strings.ReplaceAll(r.Text, "\u00a0", " "))
	}
	return all
}

func TestRowsAreEditedInPlace(t *testing.T) {
	s := rowsOf(t, text.RU, false)
	if got := s.texts(); !slices.Equal(got, []string{"стажёр", "15.02.2027", "40 ч", "Орлова М. В.", "", ""}) {
		t.Fatalf("the sample shows %q", got)
	}
	s.edit(0, "младший аналитик")
	s.edit(1, "26.02")
	s.edit(2, "32")
	s.edit(4, "4")
	if got := s.texts(); !slices.Equal(got, []string{"младший аналитик", "26.02.2027", "32 ч", "Орлова М. В.", "4", ""}) {
		t.Errorf("shows %q", got)
	}
	p := s.person()
	if p.Position != "младший аналитик" || p.ProbationUntil != data.NewDate(2027, 2, 26) || p.WeekHours != data.Hours(32) || p.TabNo != "1111" {
		t.Errorf("the file has %+v", p)
	}
	s.Undo()
	s.Undo()
	if got := s.texts(); got[2] != "40 ч" || got[1] != "26.02.2027" {
		t.Errorf("after two undos %q", got)
	}
}

func TestTheShortWaysOfADate(t *testing.T) {
	s := rowsOf(t, text.RU, false)
	// Today is Tuesday 24.11.2026.
	for typed, want := range map[string]string{"завтра": "25.11.2026", "пт": "27.11.2026", "+3р": "27.11.2026", "25.11.2026": "25.11.2026", "": ""} {
		s.edit(1, typed)
		if got := s.texts()[1]; got != want {
			t.Errorf("%q is %q, not %q", typed, got, want)
		}
	}
}

func TestRefusedValuesStayOpenWithWords(t *testing.T) {
	for _, x := range []struct {
		row         int
		typed, says string
	}{
		{1, "31.02.2027", "Такой даты нет: 31.02.2027."},
		{1, "когда-нибудь", "«когда-нибудь» — не дата."},
		{2, "много", "«много» — не часы."},
		{4, "9", "5"},
	} {
		s := rowsOf(t, text.RU, false)
		before := s.texts()
		s.edit(x.row, x.typed)
		if !strings.Contains(s.Seen(), x.says) || !strings.Contains(s.Seen(), x.typed) {
			t.Errorf("%q: seen %q", x.typed, s.Seen())
		}
		s.Press(fyne.KeyEscape)
		if got := s.texts(); !slices.Equal(got, before) || strings.Contains(s.Seen(), x.says+" ") {
			t.Errorf("after Escape %q", got)
		}
	}
}

func TestPickingByKeyboard(t *testing.T) {
	s := rowsOf(t, text.RU, false)
	s.kv.Edit(3)
	s.Type("тихонов")
	s.Press(fyne.KeyReturn)
	if got := s.texts()[3]; got != "Тихонов А. С." {
		t.Errorf("picked %q", got)
	}
	s.kv.Edit(3)
	s.Press(fyne.KeyEscape)
	if got := s.texts()[3]; got != "Тихонов А. С." {
		t.Errorf("Escape picked %q", got)
	}
	s.kv.Edit(3)
	s.Press(fyne.KeyHome, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyReturn)
	if !s.person().ManagerID.IsZero() || s.texts()[3] != "—" {
		t.Errorf("the dash takes the manager away, but: %q", s.texts()[3])
	}
}

func TestHistoryIsInWords(t *testing.T) {
	s := rowsOf(t, text.RU, false)
	p := s.person()
	p.Grade = data.GradeAssistant
	card.Do(s, command.Put{Record: p})
	s.edit(1, "26.02.2027")
	s.kv.Edit(3)
	s.Type("тихонов")
	s.Press(fyne.KeyReturn)
	l := card.History(s, data.RefTo(data.KindPerson, p.ID))
	var all []string
	for i := range l.Len() {
		var r ui.ListRow
		l.Fill(i, &r)
		all = append(all, strings.ReplaceAll(r.Left[0]+" | "+r.Left[1]+" | "+r.Title+" | "+r.Note, "\u00a0", " "))
	}
	w := s.Words()
	for i, want := range []string{
		w.T("field.managerId") + " | Орлова Марина Викторовна → Тихонов Артём Сергеевич",
		w.T("field.probationUntil") + " | 15.02.2027 → 26.02.2027",
		w.T("field.grade") + " | Стажёр → Помощник аналитика",
	} {
		if len(all) <= i || !strings.HasPrefix(all[i], "24.11 09:42 | ") || !strings.HasSuffix(all[i], " | "+want) {
			t.Fatalf("line %d of\n  %s\nis not %q", i, strings.Join(all, "\n  "), want)
		}
	}
	if last := all[len(all)-1]; !strings.HasSuffix(last, "Часовой пояс | Москва (МСК)") {
		t.Errorf("the zone is told as %q", last)
	}
	card.ShowHistory(s, data.RefTo(data.KindPerson, p.ID), p.Short())
	if seen := s.Seen(); !strings.Contains(seen, "История изменений: Громов И. П.") || !strings.Contains(seen, "Стажёр → Помощник аналитика") || !strings.HasSuffix(seen, " Закрыть") || strings.Contains(seen, "Отмена") {
		t.Errorf("seen %q", seen)
	}
	s.Press(fyne.KeyEscape)
	if s.Canvas().Overlays().Top() != nil {
		t.Error("Escape does not close it")
	}
}

func TestDeletionAndTheArchive(t *testing.T) {
	s := rowsOf(t, text.RU, false)
	free := data.Person{ID: data.NewID[data.Person](), FullName: "Зимина Ольга Петровна", WeekHours: data.Hours(40), Zone: "Europe/Moscow"}
	card.Do(s, command.Put{Record: free})
	card.Delete(s, data.RefTo(data.KindPerson, free.ID), free.Short())
	if len(s.Asked) > 0 || len(s.Said) != 1 || !strings.Contains(s.Said[0], "Зимина О. П.") {
		t.Errorf("asked %v, said %q", s.Asked, s.Said)
	}
	s.Undo()
	s.name = "Зимина"
	if s.person().ID != free.ID {
		t.Error("undo did not bring her back")
	}
	s.name = "Громов"
	ref := data.RefTo(data.KindPerson, s.person().ID)
	card.Delete(s, ref, "Громов И. П.")
	if len(s.Asked) != 1 || !strings.Contains(s.Asked[0].Sentence, "Удалить нельзя, с этой записью связаны") || len(s.Asked[0].Answers) != 2 {
		t.Fatalf("asked %+v, failed %v", s.Asked, s.Failed)
	}
	last := s.Asked[0].Answers[1]
	if last.Label != s.Words().T("app.cancel") || last.Do != nil {
		t.Errorf("the way out is %q", last.Label)
	}
	s.Asked[0].Answers[0].Do()
	if s.person().ArchivedOn != data.NewDate(2026, 11, 24) {
		t.Errorf("archived on %s", s.person().ArchivedOn)
	}
	labels := func() (all []string) {
		for _, m := range card.Menu(s, ref, "Громов И. П.") {
			all = append(all, m.Label)
		}
		return all
	}
	w := s.Words().T
	if got := labels(); !slices.Equal(got, []string{w("card.history"), "", w("card.unarchive"), w("card.delete")}) {
		t.Errorf("the menu in the archive: %q", got)
	}
	card.Unarchive(s, ref, "Громов И. П.")
	if !s.person().ArchivedOn.IsZero() {
		t.Error("still in the archive")
	}
	if got := labels(); got[2] != w("card.archive") {
		t.Errorf("the menu: %q", got)
	}
	s.Undo()
	if s.person().ArchivedOn.IsZero() {
		t.Error("undo of the way back did nothing")
	}
}

func TestDeletingWhatIsGone(t *testing.T) {
	s := rowsOf(t, text.RU, false)
	card.Delete(s, data.RefTo(data.KindPerson, data.NewID[data.Person]()), "никто")
	if len(s.Asked) > 0 || len(s.Said) > 0 || len(s.Failed) != 1 || s.Words().Error(s.Failed[0]) != "Такой записи больше нет." {
		t.Errorf("asked %v, said %q, failed %v", s.Asked, s.Said, s.Failed)
	}
}

func TestMovesAreButtons(t *testing.T) {
	s := rowsOf(t, text.RU, false)
	a := data.Absence{ID: data.NewID[data.Absence](), PersonID: s.person().ID, What: data.Vacation, Status: data.AbsencePlanned,
		StartsOn: data.NewDate(2027, 3, 1), EndsOn: data.NewDate(2027, 3, 5)}
	card.Do(s, command.Put{Record: a})
	with := func(to string) (data.Staged, bool) { a.Status = data.AbsenceStatus(to); return a, true }
	buttons := card.Moves(s, a, with)
	if len(buttons) != len(a.Stages()) || buttons[0].Kind != ui.Primary || buttons[len(buttons)-1].Kind != ui.Secondary {
		t.Fatalf("%d buttons", len(buttons))
	}
	for i, to := range a.Stages() {
		if got := buttons[i].Label; got != s.Words().T("absence.move."+to) && got != s.Words().T("absence.status."+to) {
			t.Errorf("%s is worded %q", to, got)
		}
	}
	test.Tap(buttons[0])
	kept, err := s.Read().Absence(a.ID)
	if err != nil || string(kept.Status) != string(a.Status) || kept.Status == data.AbsencePlanned {
		t.Errorf("the file has %s, %v", kept.Status, err)
	}
	for _, b := range card.Moves(s, kept, func(string) (data.Staged, bool) { return nil, false }) {
		test.Tap(b) // asks for more first: nothing is moved
	}
	if again, _ := s.Read().Absence(a.ID); again.Status != kept.Status || len(s.Failed) > 0 {
		t.Errorf("moved to %s, failed %v", again.Status, s.Failed)
	}
	for _, to := range []data.AbsenceStatus{data.AbsenceCancelled, data.AbsenceAgreed} { // nobody agrees to what is cancelled
		a.Status = to
		card.Do(s, command.Move{Record: a})
	}
	if len(s.Failed) != 1 || !strings.Contains(s.Words().Error(s.Failed[0]), "ельзя перейти из состояния «Отменено» в состояние «Согласовано»") {
		t.Errorf("an illegal move: %v", s.Failed)
	}
}

func TestAFormSaysARefusalEachTime(t *testing.T) {
	s := rowsOf(t, text.RU, false)
	day, name := card.NewDate(s, 0), ui.NewField("")
	form := ui.NewForm().Add("fullName", "Имя", name).Add("hiredOn", "День", day)
	ui.ShowDialog(s.Canvas(), ui.Dialog{Title: "Проба", Content: form, OnConfirm: func() error {
		return card.Submit(s, form, func() error {
			return s.Do(command.Put{Record: data.Person{ID: data.NewID[data.Person](), FullName: name.Text, WeekHours: data.Hours(40), Zone: "Europe/Moscow"}})
		})
	}})
	s.Press(fyne.KeyReturn)
	if !strings.Contains(s.Seen(), "Нужно заполнить.") || !strings.Contains(s.Seen(), "Проверьте отмеченные поля.") {
		t.Fatalf("an empty name: %q", s.Seen())
	}
	s.Canvas().FocusNext()
	s.Type("нет")
	s.Canvas().FocusPrevious()
	s.Type("Зимина О. П.")
	for range 2 {
		s.Press(fyne.KeyReturn)
		if !strings.Contains(s.Seen(), "«нет» — не дата.") {
			t.Fatalf("a wrong day: %q", s.Seen())
		}
	}
	s.Canvas().FocusNext()
	s.Replace("завтра")
	s.Press(fyne.KeyReturn)
	if s.Canvas().Overlays().Top() != nil {
		t.Errorf("still open: %q", s.Seen())
	}
	s.name = "Зимина"
	s.person()
}

func TestShots(t *testing.T) {
	for _, v := range []struct {
		name string
		lang text.Lang
		dark bool
	}{{"ru-light", text.RU, false}, {"en-dark", text.EN, true}} {
		s := rowsOf(t, v.lang, v.dark)
		s.edit(1, "26.02.2027")
		card.ShowHistory(s, data.RefTo(data.KindPerson, s.person().ID), s.person().Short())
		s.Shoot("card-history-" + v.name)
	}
}
