package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"portfel/data"
)

func sampleItems() []Item {
	d := day
	return []Item{
		{ID: "1", From: d("2026-11-24"), To: d("2026-11-24"), AllDay: true, Title: "ТЗ: ответ", Role: Late},
		{ID: "2", From: d("2026-11-24"), To: d("2026-11-24"), Start: 1020, End: 1050, Title: "созвон", Role: Planned},
		{ID: "3", From: d("2026-11-25"), To: d("2026-11-25"), AllDay: true, Title: "демо-пример", Role: Risk},
		{ID: "4", From: d("2026-11-26"), To: d("2026-11-26"), AllDay: true, Title: "1:1 Сафина", Role: Planned},
		{ID: "5", From: d("2026-11-27"), To: d("2026-11-27"), AllDay: true, Title: "отчёт отделу", Role: Go},
		{ID: "6", From: d("2026-11-30"), To: d("2026-11-30"), AllDay: true, Title: "1:1 Ильин", Role: Planned},
		{ID: "7", From: d("2026-12-01"), To: d("2026-12-04"), AllDay: true, Title: "Санкт-Петербург · Север-Энерго", Role: Go, Word: "утверждена"},
		{ID: "8", From: d("2026-12-02"), To: d("2026-12-03"), AllDay: true, Title: "показ тех. проекта", Role: Planned},
		{ID: "9", From: d("2026-11-25"), To: d("2026-11-25"), Start: 600, End: 690, Title: "Планёрка проекта", Role: Go},
		{ID: "10", From: d("2026-11-25"), To: d("2026-11-25"), Start: 630, End: 720, Title: "Звонок: Медный Кряж", Role: Planned},
		{ID: "11", From: d("2026-11-25"), To: d("2026-11-25"), Start: 840, End: 1020, Title: "Балтик-Тара, согласование протокола", Role: Risk},
		{ID: "12", From: d("2026-11-25"), To: d("2026-11-25"), Start: 1050, End: 1080, Title: "1:1 Громов", Role: Done},
	}
}

func sampleLoad() []LoadWeek {
	var weeks []LoadWeek
	for i, h := range []int{42, 47, 38, 52, 40, 31, 22, 12} {
		label := []string{"48", "49", "50", "51", "52", "53", "1", "2"}[i]
		weeks = append(weeks, LoadWeek{Label: label, Load: data.Hours(h), Norm: data.Hours(40)})
	}
	return weeks
}

func sampleProjects() *Grid {
	type project struct {
		name, hours, finish string
		done                float32
		role                Role
		word                string
	}
	rows := []project{
		{"Ромашка-Ритейл · Бюджетирование", "212 / 640", "26.02.27", .38, Late, "сдвиг +6 дн."},
		{"Вектор-Строй · Казначейство", "388 / 520", "18.12.26", .61, Risk, "запас 1 дн."},
		{"Север-Энерго · Консолидация", "901 / 1 180", "29.01.27", .74, Done, "по плану"},
		{"Альфа-Логистик · Аудит учёта", "24 / 160", "15.01.27", .15, Done, "по плану"},
		{"Отдел · Методология 2027", "36 / 80", "30.12.26", .45, Planned, "внутренний"},
	}
	g := NewGrid([]Column{{ID: "name", Title: pick("Проект", "Project"), Width: 240, Flex: true, Sortable: true}, {ID: "done", Title: pick("Готовность", "Done"), Width: 92},
		{ID: "hours", Title: pick("Факт / план, ч", "Actual / plan, h"), Width: 110, Right: true}, {ID: "finish", Title: pick("Финиш", "Finish"), Width: 82, Sortable: true}, {ID: "state", Title: pick("Состояние", "State"), Width: 112}},
		func() int { return len(rows) }, func(i int, r *Row) {
			s := rows[i]
			r.ID = s.name
			r.Cells[0].Text, r.Cells[2].Text, r.Cells[3].Text = s.name, s.hours, s.finish
			r.Cells[1] = Cell{HasBar: true, Bar: s.done}
			r.Cells[4] = Cell{ChipRole: s.role, ChipWord: s.word}
		})
	g.RowHeight = 37
	g.Order = Sort{"finish", false}
	return g
}

func TestGalleryOverview(t *testing.T) {
	themes(t, "overview", 1440, 900, func() fyne.CanvasObject {
		trips := rowsOf([]ListRow{
			{Title: "Санкт-Петербург · Север-Энерго", Note: "1–4 декабря · Сапсан 752А, 06:50 · гостиница подтверждена", ChipRole: Go, ChipWord: "через 7 дн."},
			{Title: "Казань · Вектор-Строй", Note: "16–19 ноября · суточные 4 × 700 ₽", ChipRole: Risk, ChipWord: "отчёт сегодня"}})
		trips.Full = true
		left := Down(16, Own(NewCard("Требует внимания", "2 просрочено · 3 на этой неделе", attention())), Fixed(268, NewCard("Проекты", "5 активных", sampleProjects())))
		right := Down(16, Own(NewCard("Две недели", "iCal · обновлено сегодня", NewTwoWeeks(day("2026-11-24"), sampleItems()[:8]))),
			Own(NewCard("Моя загрузка", "часов в неделю, норма 40", NewLoadBars(sampleLoad()))),
			Own(NewCard("Стажёры", "2 плана", trainees())), Own(NewCard("Командировки", "", trips)))
		top := NewTopBar("Вторник, 24 ноября", "неделя 48 · рабочий день, до конца месяца 5 раб. дней", func() {}, NewButton(Primary, pick("Добавить", "Add"), nil))
		return frame("overview", top, Body(Across(20, Flex(1.3, left), Flex(1, right))))
	})
}

func documentGrid() *Grid {
	type doc struct {
		name, kind, version, who string
		role                     Role
		word, due                string
	}
	rows := []doc{{name: "Ромашка-Ритейл · Бюджетирование"},
		{"Техническое задание на подсистему бюджетирования", "ТЗ", "0.7", "Петрова А.", Risk, "у заказчика", "20.11"},
		{"Отчёт об обследовании", "Отчёт", "1.0", "Вы", Done, "утверждён", "30.10"},
		{"Регламент планирования", "Методика", "0.2", "Вы", Planned, "черновик", "11.12"},
		{name: "Вектор-Строй · Казначейство"},
		{"Демонстрационный пример «БДДС, 3 юрлица»", "Пример", "0.3", "Ильин Д.", Go, "в работе", "25.11"},
		{"Рабочее задание: платёжный календарь", "Раб. задание", "0.9", "Петрова А.", Go, "проверка", "27.11"},
		{"Акт выполненных работ № 3", "Акт", "—", "Вы", Planned, "не начат", "18.12"}}
	g := NewGrid([]Column{{ID: "name", Title: "Документ", Width: 380, Flex: true, Sortable: true}, {ID: "kind", Title: "Вид", Width: 110}, {ID: "v", Title: "Версия", Width: 66},
		{ID: "who", Title: "Ответственный", Width: 116}, {ID: "state", Title: "Состояние", Width: 110}, {ID: "due", Title: "Срок", Width: 70}},
		func() int { return len(rows) }, func(i int, r *Row) {
			s := rows[i]
			if s.kind == "" {
				r.Group, r.Title = true, s.name
				return
			}
			r.ID = s.name
			r.Cells[0].Text, r.Cells[1].Text, r.Cells[2].Text, r.Cells[3].Text = s.name, s.kind, s.version, s.who
			r.Cells[4] = Cell{ChipRole: s.role, ChipWord: s.word}
			r.Cells[5].Text = s.due
			if s.role == Risk {
				r.Cells[5].Role = Late
			}
		})
	g.RowHeight = 37
	g.Select(1)
	return g
}

func TestGalleryDocuments(t *testing.T) {
	themes(t, "documents", 1440, 900, func() fyne.CanvasObject {
		versions := rowsOf([]ListRow{
			{ID: "1", Title: "0.7 · ТЗ_бюджетирование_0.7.docx", TitleLines: 2, Note: "12.11 · 1,4 МБ · учтены замечания 1–14", ChipRole: Risk, ChipWord: "у заказчика"},
			{ID: "2", Title: "0.6 · ТЗ_бюджетирование_0.6.docx", Note: "06.11 · 1,3 МБ · после внутренней проверки"},
			{Head: true, Title: "Согласование", Right: "2 из 4"},
			{ID: "3", Checkable: true, Checked: true, Title: "Руководитель группы", Note: "Орлов П. · 09.11"},
			{ID: "4", Checkable: true, Title: "Заказчик: финансовый директор", Note: "Белова И. С. · напомнили 18.11", ChipRole: Late, ChipWord: "−4 дня"},
			{ID: "5", Checkable: true, Title: "Заказчик: подпись"}})
		side := NewCard("", "", Down(0, Own(NewHeading("Техническое задание на подсистему бюджетирования", "РР-БЮД.ТЗ · Ромашка-Ритейл · работа 3.2")),
			Own(NewTabs([]Tab{{"v", "Версии", NoCount}, {"a", "Согласование", NoCount}, {"p", "Свойства", NoCount}}, "v", nil)), Flex(1, versions)))
		top := NewTopBar("Документы", "18 в работе · 2 просрочены", func() {}, NewButton(Secondary, "Шаблоны", nil), NewButton(Primary, "Новый документ", nil))
		return frame("documents", top, Down(0, Own(NewStrip("сгруппировано по проекту · сортировка: срок", NewSegmented([]Option{{"1", "Все проекты", ""}, {"2", "В работе", ""}, {"3", "У заказчика", ""}}, "1", nil))),
			Flex(1, Body(Across(20, Flex(1, NewCard("", "", documentGrid())), Fixed(360, side))))))
	})
}

func TestGalleryCalendar(t *testing.T) {
	themes(t, "month", 1440, 900, func() fyne.CanvasObject {
		m := NewMonthView(day("2026-11-24"), day("2026-11-24"))
		m.SetItems(append(sampleItems(), Item{ID: "x", From: day("2026-11-25"), To: day("2026-11-25"), Start: 1100, End: 1130, Title: "ещё встреча", Role: Go}, Item{ID: "y", From: day("2026-11-25"), To: day("2026-11-25"), Start: 1130, End: 1160, Title: "и ещё", Role: Go}))
		return frame("calendar", NewTopBar(pick("Ноябрь 2026", "November 2026"), "", func() {}, NewButton(Primary, pick("Добавить", "Add"), nil)), Body(NewCard("", "", m)))
	})
	themes(t, "week", 1440, 900, func() fyne.CanvasObject {
		v := NewWeekView(day("2026-11-24"), day("2026-11-24"))
		v.Now = 582
		v.SetItems(sampleItems())
		a := NewAgendaList(day("2026-11-24"))
		a.SetItems(sampleItems(), day("2026-11-23"), day("2026-12-06"))
		return frame("calendar", NewTopBar(pick("Неделя 48", "Week 48"), "", func() {}), Body(Across(20, Flex(1, NewCard("", "", v)), Fixed(380, NewCard(pick("Повестка", "Agenda"), "", a.List)))))
	})
}

func TestGalleryOnTop(t *testing.T) {
	win := window(t, NewLayers(Body(NewCard("Проекты", "5 активных", sampleProjects()))), 1000, 700)
	form := NewForm().Add("name", "Название", NewField("МК-26")).Add("start", "Начало", NewDateField(day("2026-11-30"), parseDay))
	s := ShowDialog(win.Canvas(), Dialog{Title: "Новый проект", Content: form, Confirm: "Создать"})
	s.SetProblem("Такой код уже есть у проекта «Постановка бюджетирования».")
	shoot(t, win, "dialog")
	s.Close()
	d := NewDateField(day("2026-11-30"), parseDay)
	d.Today = day("2026-11-24")
	c := NewChoice([]Option{{"1", "АО «Медный Кряж»", "Екатеринбург"}, {"2", "ООО «Балтик-Тара»", "Москва"}, {"3", "Вектор-Строй", "Казань"}}, "2")
	c.OnCreate = func(s string) (Option, error) { return Option{s, s, ""}, nil }
	win.SetContent(NewLayers(Body(Across(20, Fixed(200, Down(0, Own(d))), Fixed(300, Down(0, Own(c))), Flex(1, Spacer())))))
	win.Resize(fyne.NewSize(1000, 700))
	win.Canvas().Focus(d)
	d.Open()
	shoot(t, win, "datefield")
	press(t, win, fyne.KeyEscape)
	win.Canvas().Focus(c)
	typeIn(win, "ба")
	shoot(t, win, "choice")
	press(t, win, fyne.KeyEscape)
	ShowMenu(win.Canvas(), fyne.NewPos(300, 200), []MenuItem{{Label: "Открыть", Shortcut: "Enter"}, {Label: "Изменить", Icon: IconEdit, Shortcut: "F2"}, {}, {Label: "Завершённые", Checked: true}, {Label: "Удалить", Icon: IconTrash, Danger: true, Shortcut: "Del"}})
	shoot(t, win, "menu")
}
