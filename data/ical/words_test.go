package ical

import (
	"strings"
	"testing"

	"portfel/data"
	"portfel/data/text"
)

// row is a bare row of a kind on one day.
func row(k data.AgendaKind, change func(*data.AgendaRow)) data.AgendaRow {
	r := data.AgendaRow{Kind: k, Layer: data.LayerDeadlines, UIDID: id(1), StartsOn: day("2026-12-16"), EndsOn: day("2026-12-16"), AllDay: true, PersonID: anna.ID, Person: anna.ShortName}
	if change != nil {
		change(&r)
	}
	return r
}

func TestTitlesAndStatuses(t *testing.T) {
	other := func(r *data.AgendaRow) { r.PersonID, r.Person = dmitry, "Ласточкин Д. О." }
	for _, c := range []struct {
		row        data.AgendaRow
		ru, en     string
		status     Status
		free, mine bool
	}{
		{row(data.AgendaTrip, func(r *data.AgendaRow) { r.Place = "Казань"; r.Status = "planned" }), "Командировка: Казань", "Trip: Казань", Tentative, false, false},
		{row(data.AgendaTrip, func(r *data.AgendaRow) { other(r); r.Client = "ООО «Икс»"; r.Status = "closed" }), "Командировка: ООО «Икс» · Ласточкин Д. О.", "Trip: ООО «Икс» · Ласточкин Д. О.", Confirmed, false, false},
		{row(data.AgendaTrip, nil), "Командировка", "Trip", Confirmed, false, false},
		{row(data.AgendaLocal, func(r *data.AgendaRow) { r.Place = "ул. Складочная, 1"; r.Status = "planned" }), "Местная командировка: ул. Складочная, 1", "Local trip: ул. Складочная, 1", Confirmed, false, false},
		{row(data.AgendaReport, func(r *data.AgendaRow) { r.Place = "Казань"; r.Status = "planned" }), "Авансовый отчёт: Казань", "Advance report: Казань", Tentative, true, true},
		{row(data.AgendaTask, func(r *data.AgendaRow) { r.Title = "Анализ"; r.Status = "done" }), "Анализ", "Анализ", Confirmed, true, false},
		{row(data.AgendaMilestone, func(r *data.AgendaRow) { r.Title = "Акт" }), "Веха: Акт", "Milestone: Акт", Confirmed, true, false},
		{row(data.AgendaDue, func(r *data.AgendaRow) { r.Title = "Анализ" }), "Срок задачи: Анализ", "Task deadline: Анализ", Confirmed, true, false},
		{row(data.AgendaItem, func(r *data.AgendaRow) { r.Title = "Конспект"; r.Trainee = "Громов И. П." }), "Конспект · Громов И. П.", "Конспект · Громов И. П.", Confirmed, true, true},
		{row(data.AgendaControl, func(r *data.AgendaRow) { r.Title = "30"; r.Trainee = "Громов И. П." }), "Контрольная точка: 30 дней · Громов И. П.", "Control point: 30 days · Громов И. П.", Confirmed, true, true},
		{row(data.AgendaAbsence, func(r *data.AgendaRow) { r.What, r.Status = "vacation", "planned" }), "Отпуск", "Vacation", Tentative, false, true},
		{row(data.AgendaAbsence, func(r *data.AgendaRow) { other(r); r.What, r.Status = "vacation", "agreed" }), "Отпуск · Ласточкин Д. О.", "Vacation · Ласточкин Д. О.", Confirmed, false, true},
		{row(data.AgendaDocument, func(r *data.AgendaRow) { r.Title = "ТЗ"; r.Status = "client" }), "Срок документа: ТЗ", "Document due: ТЗ", Confirmed, true, false},
		{row(data.AgendaProject, func(r *data.AgendaRow) { r.Title = "МК-26"; r.Status = "presale" }), "Срок проекта: МК-26", "Project deadline: МК-26", Tentative, true, false},
		{row(data.AgendaEvent, func(r *data.AgendaRow) { r.Title = "Совещание"; r.Status = "held" }), "Совещание", "Совещание", Confirmed, false, false},
	} {
		for lang, want := range map[text.Lang]string{text.RU: c.ru, text.EN: c.en} {
			o := mine()
			o.Lang = lang
			it := Items([]data.AgendaRow{c.row}, o)[0]
			if strings.ReplaceAll(it.Summary, "\u00a0", " ") != want || it.Status != c.status || it.Free != c.free || it.Private != c.mine {
				t.Errorf("%s: %q %s free %v private %v, want %q %s", c.row.Kind, it.Summary, it.Status, it.Free, it.Private, want, c.status)
			}
		}
	}
}

func TestStatusOfATaskInATaskList(t *testing.T) {
	for s, want := range map[data.TaskStatus]Status{data.TaskOpen: NeedsAction, data.TaskWorking: InProcess, data.TaskWaiting: InProcess,
		data.TaskReview: InProcess, data.TaskReturned: InProcess, data.TaskDone: Completed, data.TaskCancelled: Cancelled} {
		if got := todoStatus(s); got != want {
			t.Errorf("%s: %s", s, got)
		}
	}
}

func TestDescriptionOfATaskNamesEveryShownFact(t *testing.T) {
	r := taskRow(1, "Анализ", "2026-12-01", "2026-12-03", "review", 60)
	r.Detail = "отчёт на 20 страниц"
	it := Items([]data.AgendaRow{r}, mine())[0]
	want := "Ожидаемый результат: отчёт на 20 страниц\nСостояние: На проверке\nГотовность: 60 %\nОтветственный: Кузнецова А. С.\nПроект: МК-26\nКлиент: " + copperName
	if got := strings.ReplaceAll(it.Description, "\u00a0", " "); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestLabelsHaveWords(t *testing.T) {
	for _, l := range text.Langs {
		for _, key := range append([]string{"ics.busy"}, labelKeys...) {
			if key != "ics.busy" {
				key = "ics.label." + key
			}
			if s := text.For(l).T(key); s == key || (key != "ics.busy") != strings.Contains(s, "{0}") {
				t.Errorf("%s %s: %q", l, key, s)
			}
		}
	}
}

func TestTriggers(t *testing.T) {
	for min, want := range map[int]string{-15: "-PT15M", -180: "-PT3H", -900: "-PT15H", 540: "PT9H", 0: "PT0M", -95: "-PT1H35M"} {
		if got := trigger(min); got != want {
			t.Errorf("%d: %s, want %s", min, got, want)
		}
	}
}

func TestWholeDayMeetingIsRemindedTheDayBefore(t *testing.T) {
	it := Items([]data.AgendaRow{row(data.AgendaEvent, func(r *data.AgendaRow) { r.Title = "День открытых дверей" })}, mine())[0]
	if !it.HasRemind || it.Remind != -15*60 {
		t.Errorf("%+v", it)
	}
}

func TestEveryKindHasAPlaceInTheTable(t *testing.T) {
	for _, k := range data.AgendaKinds {
		if _, ok := views[k]; !ok {
			t.Errorf("%s: who may see it is not decided", k)
		}
	}
}

func TestLegWithoutALength(t *testing.T) {
	r := legRow(2, "Москва", "Химки", "", "2026-11-30T06:35 Europe/Moscow", "2026-11-30T06:35 Europe/Moscow")
	it := Items([]data.AgendaRow{r}, mine())[0]
	if it.Ends != at0("2026-11-30T06:36 Europe/Moscow") || it.Summary != "Москва → Химки" {
		t.Errorf("%+v", it)
	}
}
