package sample

import "portfel/data"

// meet is a meeting of the sample; people by their short names, contacts too.
type meet struct {
	key      string
	e        data.Event
	client   string
	project  string
	people   []string
	contacts []string
}

func (b *book) meet(m meet) {
	m.e.ID, m.e.ClientID, m.e.ProjectID = id[data.Event]("event."+m.key), client(m.client), project(m.project)
	if m.e.Status == "" {
		m.e.Status = data.EventPlanned
	}
	b.put(m.e)
	for _, who := range m.people {
		b.put(data.EventPerson{ID: id[data.EventPerson]("event." + m.key + "." + who), EventID: m.e.ID, PersonID: b.person(who)})
	}
	for _, who := range m.contacts {
		b.put(data.EventPerson{ID: id[data.EventPerson]("event." + m.key + "." + who), EventID: m.e.ID, ContactID: contact(who)})
	}
}

func (b *book) meetings() {
	b.departmentSeries()
	b.contactsKept()
	b.twoWeeks()
}

// departmentSeries meets every second Monday, so that the week of the trip is
// free.
func (b *book) departmentSeries() {
	s := data.Series{ID: id[data.Series]("series.department"), What: data.EventMeeting, Title: "Планёрка отдела", Starts: at(on(2026, 11, 9), 10, 0), Ends: at(on(2026, 11, 9), 10, 45),
		Rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", UntilOn: on(2027, 3, 29), DaysOff: data.DaysOffSkip, Place: "переговорная 1"}
	b.put(s)
	for _, who := range []string{head, anna, dmitry, artyom, polina, ilya} {
		b.put(data.EventPerson{ID: id[data.EventPerson]("series.department." + who), SeriesID: s.ID, PersonID: b.person(who)})
	}
}

// contactsKept are the last contacts with the clients: on Monday, 23.11, six of
// them are silent for longer than their cadence allows.
func (b *book) contactsKept() {
	held := func(key, who, projectKey, contact string, what data.EventKind, d data.Date, hour int, title, result string) {
		b.meet(meet{key: key, client: who, project: projectKey, people: []string{anna}, contacts: []string{contact},
			e: data.Event{What: what, Title: title, Status: data.EventHeld, Starts: at(d, hour, 0), Ends: at(d, hour+1, 0), Result: result}})
	}
	b.meet(meet{key: "copper.start", client: copper, project: copper, people: []string{anna}, contacts: []string{"sedykh"},
		e: data.Event{What: data.EventMeeting, Title: "Стартовая встреча", Status: data.EventHeld, Starts: at(on(2026, 11, 20), 11, 0), Ends: at(on(2026, 11, 20), 12, 0),
			Result:   "Состав рабочей группы и порядок интервью согласованы; протокол подписать в поездке",
			NextStep: "забрать оригинал договора № ВК-2026/118", NextOn: on(2026, 12, 4)}})
	held("baltic.last", baltic, baltic, "ryabov", data.EventVisit, on(2026, 11, 11), 11, "Сдача итогового отчёта", "Отчёт передан, протокол приёмки — после проверки экономистом")
	held("daisy.last", daisy, daisy, "petrova", data.EventMeeting, on(2026, 11, 18), 10, "Показ технического задания", "14 замечаний; по разделу 4.2 ответ обещан к 20.11")
	held("north.last", north, north, "lebedev", data.EventCall, on(2026, 11, 5), 15, "Вопросы по справочникам", "Уточнён перечень статей")
	held("alpha.last", alpha, alpha, "zhukova", data.EventLetter, on(2026, 11, 6), 12, "Письмо о приостановке", "Работы приостановлены до закрытия года")
	held("volga.last", volga, "", "sorokin", data.EventCall, on(2026, 10, 14), 16, "Переговоры о диагностике", "Просят перенести на январь")
	held("devices.last", devices, devices, "mescheryakov", data.EventCall, on(2026, 10, 1), 14, "Отзыв о проекте", "Отзыв подписан")
	held("pharmacy.last", pharmacy, pharmacy, "kim", data.EventLetter, on(2026, 10, 30), 10, "Направлено предложение", "Ответ к середине декабря")
}

// twoWeeks are the meetings of 23.11–04.12.
func (b *book) twoWeeks() {
	plan := func(key, who, projectKey string, what data.EventKind, from data.Moment, minutes int, title, place string, people, contacts []string) {
		b.meet(meet{key: key, client: who, project: projectKey, people: people, contacts: contacts,
			e: data.Event{What: what, Title: title, Place: place, Starts: from, Ends: from.Add(minutes)}})
	}
	plan("daisy.answer", daisy, daisy, data.EventCall, at(on(2026, 11, 24), 17, 0), 30, "Созвон: ответ по разделу 4.2", "видеосвязь", []string{anna, artyom}, []string{"petrova"})
	plan("north.demo", north, north, data.EventMeeting, at(on(2026, 11, 25), 11, 0), 90, "Показ демонстрационного примера", "видеосвязь", []string{anna, artyom}, []string{"lebedev"})
	plan("internal.report", "", internal, data.EventMeeting, at(on(2026, 11, 27), 16, 0), 30, "Отчёт отдела за неделю", "переговорная 1", []string{anna, head}, nil)
	plan("copper.sedykh", copper, copper, data.EventMeeting, in(yekaterinburg, on(2026, 12, 1), 10, 0), 120, "Интервью: финансовый директор", "Екатеринбург, ул. Рудная, 8",
		[]string{anna}, []string{"sedykh"})
	plan("copper.kovaleva", copper, copper, data.EventMeeting, in(yekaterinburg, on(2026, 12, 3), 15, 0), 60, "Встреча с Ковалёвой: закрывающие документы", "Екатеринбург, ул. Рудная, 8",
		[]string{anna}, []string{"kovaleva"})
	b.meet(meet{key: "seminar", people: []string{anna, polina}, e: data.Event{What: data.EventSeminar, Title: "Семинар «Изменения в учёте с 2027 года»", AllDay: true,
		Place: "онлайн", Starts: at(on(2026, 11, 26), 0, 0), Ends: at(on(2026, 11, 26), 0, 0)}})
	b.meet(meet{key: "pharmacy.call", client: pharmacy, people: []string{anna}, contacts: []string{"kim"}, e: data.Event{What: data.EventCall, Status: data.EventCancelled,
		Title: "Созвон о сроках предложения", Starts: at(on(2026, 11, 23), 15, 0), Ends: at(on(2026, 11, 23), 15, 30), Note: "Отменён по просьбе клиента"}})
}
