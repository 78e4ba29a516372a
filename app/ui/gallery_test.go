package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"portfel/data"
	"portfel/data/text"
)

// themes runs a picture in both themes and both languages; content is built
// anew each time, as a screen does after a change of language.
func themes(t *testing.T, name string, w, h float32, build func() fyne.CanvasObject) {
	for _, v := range []struct {
		tag  string
		dark bool
		lang text.Lang
	}{{"", false, text.RU}, {"-dark", true, text.RU}, {"-en", false, text.EN}} {
		win := window(t, NewLabel(""), w, h)
		SetWords(text.For(v.lang))
		Apply(v.dark)
		win.SetContent(build())
		win.Resize(fyne.NewSize(w, h))
		shoot(t, win, name+v.tag)
	}
	SetWords(text.For(text.RU))
}

func en() bool { return words.Lang() == text.EN }

// pick gives the word for the language of the picture.
func pick(ru, english string) string {
	if en() {
		return english
	}
	return ru
}

func sampleRail(on string) *Rail {
	r := NewRail(pick("Портфель", "Portfel"), []RailItem{
		{ID: "overview", Icon: IconHome, Label: pick("Обзор", "Overview"), Count: 3},
		{ID: "projects", Icon: IconProjects, Label: pick("Проекты", "Projects")},
		{ID: "plan", Icon: IconPlan, Label: pick("План работ", "Plan")},
		{ID: "mentoring", Icon: IconMentoring, Label: pick("Наставничество", "Mentoring")},
		{ID: "trips", Icon: IconTrips, Label: pick("Командировки", "Trips"), Count: 1},
		{ID: "documents", Icon: IconDocuments, Label: pick("Документы", "Documents"), Count: 2},
		{ID: "clients", Icon: IconClients, Label: pick("Клиенты", "Clients")},
		{ID: "calendar", Icon: IconCalendar, Label: pick("Календарь", "Calendar")},
		{ID: "reports", Icon: IconReports, Label: pick("Отчёты", "Reports")},
	}, []RailItem{{ID: "settings", Icon: IconSettings, Label: pick("Настройки", "Settings")}}, nil)
	r.SetActive(on)
	r.SetSaved(pick("Сохранено · 24.11 09:42", "Saved · 24 Nov 09:42"))
	return r
}

func frame(on string, top *TopBar, body fyne.CanvasObject) fyne.CanvasObject {
	return NewLayers(Across(0, Fixed(RailWidth, sampleRail(on)), Flex(1, Down(0, Own(top), Flex(1, body)))))
}

func rowsOf(rows []ListRow) *List {
	return NewList(func() int { return len(rows) }, func(i int, r *ListRow) { *r = rows[i] })
}

func attention() *List {
	l := rowsOf([]ListRow{
		{ID: "1", Badge: "−4 дня", BadgeRole: Late, Title: "Согласовать техническое задание с заказчиком", Note: "Ромашка-Ритейл · Бюджетирование · документ ТЗ v0.7, у Петровой А.", Right: "20.11"},
		{ID: "2", Badge: "сегодня", BadgeRole: Risk, Title: "Авансовый отчёт: Казань, 16–19 ноября", Note: "Командировка · подано 0 из 4 документов · остаток аванса 3 240 ₽", Right: "24.11"},
		{ID: "3", Badge: "−1 день", BadgeRole: Late, Title: "Встреча по плану стажёра: Ильин Д., 4-я неделя", Note: "Наставничество · 5 из 9 пунктов выполнено", Right: "23.11"},
		{ID: "4", Badge: "завтра", BadgeRole: Risk, Title: "Демонстрационный пример «БДДС, 3 юрлица»", Note: "Вектор-Строй · критический путь · выполнено 60 %", Right: "25.11"},
		{ID: "5", Badge: "пт", BadgeRole: Risk, Title: "Недельный отчёт руководителю отдела", Note: "Отчётность · черновик собран, 12 строк", Right: "27.11"},
	})
	l.Full = true
	return l
}

func trainees() *List {
	l := rowsOf([]ListRow{
		{ID: "1", Title: "Ильин Данила", Note: "план до 18.12 · следующая встреча 30.11", HasBar: true, SideBar: true, Bar: .56, ChipRole: Late, ChipWord: "2 просроч."},
		{ID: "2", Title: "Сафина Лейла", Note: "план до 29.01 · следующая встреча 26.11", HasBar: true, SideBar: true, Bar: .28, ChipRole: Done, ChipWord: "в графике"},
	})
	l.Full = true
	return l
}

func TestGalleryTrips(t *testing.T) {
	themes(t, "trips", 1440, 900, func() fyne.CanvasObject {
		trips := rowsOf([]ListRow{
			{ID: "1", Title: "Санкт-Петербург", Note: "1–4 декабря · Север-Энерго", ChipRole: Go, ChipWord: "утверждена"},
			{ID: "2", Title: "Казань", Note: "16–19 ноября · Вектор-Строй", ChipRole: Risk, ChipWord: "отчёт сегодня"},
			{ID: "3", Title: "Химки, местная", Note: "11 ноября, 10–17 · Альфа-Логистик", ChipRole: Done, ChipWord: "закрыта"},
			{ID: "4", Title: "Новосибирск", Note: "19–23 октября · Ромашка-Ритейл", ChipRole: Done, ChipWord: "закрыта"},
		})
		trips.SelectID("2")
		legs := rowsOf([]ListRow{
			{Left: [2]string{"пн 16.11", "07:05 – 08:45"}, Title: "SVO → KZN · SU 1192", Note: "Аэрофлот, место 14C, бронь X7KQ2M · местное время (МСК)", NoteLines: 2, ChipRole: Done, ChipWord: "куплен"},
			{Left: [2]string{"16 – 19.11"}, Title: "Гостиница «Ногай»", Note: "Профсоюзная, 16 · 3 ночи · завтрак · подтверждение 88120", NoteLines: 2, ChipRole: Done, ChipWord: "оплачена"},
			{Left: [2]string{"вт 17.11", "10:00 – 18:00"}, Title: "Показ прототипа, финансовая служба", TitleLines: 2, Note: "Вектор-Строй, ул. Баумана, 44, каб. 302 · Каримова Г. Р., +7 843 000-00-14", NoteLines: 2, ChipRole: Go, ChipWord: "работа 2.4"},
			{Left: [2]string{"чт 19.11", "20:10 – 21:55"}, Title: "KZN → SVO · SU 1193", Note: "Аэрофлот, место 11A", ChipRole: Done, ChipWord: "куплен"},
		})
		centre := NewCard("", "", Down(0,
			Own(NewHeading("Казань, 16–19 ноября", "Показ прототипа и сбор замечаний · Вектор-Строй · приказ № 118-к от 09.11", NewMenuButton("Документы", nil), NewButton(Primary, "Сдать отчёт", nil))),
			Own(NewSteps(3, Step{"Заявка", Done}, Step{"Утверждена", Done}, Step{"В пути", Done}, Step{"Отчёт", Late}, Step{"Закрыта", Plain})),
			Own(NewTabs([]Tab{{"route", "Маршрут", NoCount}, {"costs", "Расходы", 7}, {"docs", "Документы", 4}, {"result", "Итоги поездки", NoCount}}, "route", nil)),
			Flex(1, legs)))
		money := NewKeyValues(
			KV{Label: "Аванс", Text: "28 000,00", Number: true}, KV{Label: "Проезд", Text: "16 480,00", Number: true},
			KV{Label: "Гостиница", Text: "5 480,00", Number: true}, KV{Label: "Суточные 4 × 700", Text: "2 800,00", Number: true},
			KV{Label: "Прочее", Text: "0,00", Number: true}, KV{Label: "К возврату", Text: "3 240,00", Number: true, Bold: true})
		checks := Down(0, Own(NewCheckRow("Приказ о направлении", "", true, nil)), Own(NewCheckRow("Служебное задание", "", true, nil)),
			Own(NewCheckRow("Отчёт о выполнении задания", "", false, nil)), Own(NewCheckRow("Авансовый отчёт и чеки", "", false, nil)))
		right := Down(16, Own(NewCard("Деньги", "RUB", money)), Own(NewCard("До закрытия", "срок 24.11", checks)))
		body := Body(Across(20, Fixed(340, NewCard("Поездки", "2026", trips)), Flex(1, centre), Fixed(320, right)))
		top := NewTopBar("Командировки", "1 впереди · 1 ждёт отчёта · 11 за год · 38 дней в пути", func() {}, NewButton(Secondary, "В календарь .ics", nil), NewButton(Primary, "Новая поездка", nil))
		return frame("trips", top, body)
	})
}

func parseDay(s string) (data.Date, error) { return data.ParseDate(s) }

func TestGalleryFields(t *testing.T) {
	themes(t, "fields", 1000, 760, func() fyne.CanvasObject {
		bad := NewField("не дата")
		form := NewForm()
		form.Add("name", pick("Название", "Name"), NewField("МК-26 Постановка бюджетирования"))
		form.Add("client", pick("Клиент", "Client"), NewChoice([]Option{{"1", "АО «Медный Кряж»", "Екатеринбург"}}, "1"))
		form.Add("start", pick("Начало", "Start"), NewDateField(day("2026-11-30"), parseDay))
		form.AddNote("end", pick("Встреча", "Meeting"), NewMomentField(data.Moment{Day: day("2026-11-30"), Min: 395, Zone: "Europe/Moscow"}, parseDay, pick("Москва", "Moscow")).Box, pick("По местному времени клиента.", "In the client's local time."))
		form.Add("sum", pick("Сумма", "Amount"), NewMoneyField(131200050))
		form.Add("bad", pick("Срок", "Due"), bad)
		form.Add("note", pick("Заметка", "Note"), NewArea(pick("Первая строка\nвторая", "First line\nsecond"), 3))
		bad.SetProblem(pick("Нужна дата: 24.11.2026.", "A date is needed: 24 Nov 2026."))
		buttons := Across(8, Own(NewButton(Primary, pick("Добавить", "Add"), nil)), Own(NewButton(Secondary, pick("Экспорт", "Export"), nil)),
			Own(NewButton(Ghost, pick("Отмена", "Cancel"), nil)), Own(NewIconButton(IconMore, "", nil)), Own(NewButton(Danger, pick("Удалить", "Delete"), nil)), Flex(1, Spacer()))
		chips := Across(8, Own(NewChip(Late, pick("−4 дня", "4 days late"))), Own(NewChip(Risk, pick("сегодня", "today"))), Own(NewChip(Done, pick("закрыта", "closed"))), Own(NewChip(Go, pick("в работе", "under way"))), Own(NewChip(Planned, pick("план", "planned"))), Flex(1, Spacer()))
		off := NewButton(Secondary, pick("Нельзя", "Disabled"), nil)
		off.Disable()
		side := Down(14, Own(buttons), Own(chips), Own(NewSegmented([]Option{{"w", pick("Неделя", "Week"), ""}, {"d", pick("День", "Day"), ""}, {"m", pick("Месяц", "Month"), "3"}}, "w", nil)),
			Own(NewCheck(pick("Показывать завершённые", "Show finished"), true, nil)), Own(NewCheck(pick("Мои", "Mine"), false, nil)), Own(Across(8, Own(off), Own(NewLink(pick("Вектор-Строй", "Vektor-Stroy"), nil)), Flex(1, Spacer()))),
			Own(NewProgress(.4)), Own(NewScale(pick("Методология", "Method"), 1, 3, 4, "1 → 3 → 4")), Own(NewLabel(pick("Финиш проекта 18.12 → 22.12 · пересечение с командировкой в Санкт-Петербург 1–4 декабря · акт № 3 переносится на 23.12", "Project finish 18 Dec → 22 Dec · overlaps the trip to Saint Petersburg · act no. 3 moves to 23 Dec"))))
		l := NewLayers(container.NewStack(Body(Across(20, Flex(1, NewCard(pick("Форма", "Form"), "", Pad(16, 14, form))), Flex(1, NewCard(pick("Части", "Parts"), pick("все виды", "all kinds"), Pad(16, 14, side)))))))
		l.Snack(pick("Поездка в Казань отменена", "The trip to Kazan is cancelled"), pick("Отменить", "Undo"), func() {})
		return l
	})
}
