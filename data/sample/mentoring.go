package sample

import "portfel/data"

func mentoring(key string) data.ID[data.Mentoring]   { return id[data.Mentoring]("mentoring." + key) }
func competency(key string) data.ID[data.Competency] { return id[data.Competency]("competency." + key) }

// mentoring is Громов's: running since 16.11.2026, probation until 15.02.2027.
func (b *book) mentoring() {
	b.competencies()
	m := data.Mentoring{ID: mentoring(ilya), TraineeID: b.person(ilya), MentorID: b.me, StartsOn: on(2026, 11, 16), EndsOn: on(2027, 2, 15),
		ProbationUntil: on(2027, 2, 15), Grounds: data.GroundsJob, OrderNo: "41-л", Status: data.MentoringRunning,
		Goals: "К концу испытания самостоятельно вести интервью и готовить разделы технического задания"}
	b.put(m)
	p := data.Plan{ID: id[data.Plan]("plan." + ilya), What: data.PlanOfMentoring, MentoringID: m.ID, StartsOn: m.StartsOn,
		Name: "Стажёр управленческого учёта"}
	b.plan(p, ilya, b.traineeWork())
	b.itemLink("3.1", "1.2")
	b.itemLink("3.3", "3.1")
	b.handedIn()
	b.materials()
	b.oneToOne(m)
	b.reviews(m)
	b.scores(m)
}

// itemLink joins a trainee's item and the project task that it is a part of.
func (b *book) itemLink(item, of string) {
	b.put(data.Link{ID: id[data.Link]("item." + item), LeftKind: data.KindTask, LeftID: data.ID[data.Any](task(ilya, item)),
		RightKind: data.KindTask, RightID: data.ID[data.Any](task(copper, of)), Role: "task"})
}

// item is a line of a trainee's plan: it begins on its first day and is due
// on its last.
type item struct {
	key, name    string
	from, due    data.Date
	days         int
	hours        int
	mentor       data.Minutes
	skill        string
	status       data.TaskStatus
	percent      int
	score        int
	result, note string
}

func (b *book) items(who string, list []item) (out []work) {
	for _, x := range list {
		w := work{key: x.key, name: x.name, days: x.days, start: x.from, deadline: x.due, status: x.status, percent: x.percent, place: data.PlaceOffice,
			edit: func(t *data.Task) {
				if x.days == 0 {
					return
				}
				t.MentorEffort, t.Score, t.Result, t.Note, t.ReviewerID = x.mentor, x.score, x.result, x.note, b.me
				if x.skill != "" {
					t.CompetencyID = competency(x.skill)
				}
			}}
		if x.status != "" {
			w.begun = x.from
		}
		if x.status == data.TaskDone {
			w.ended = x.due
		}
		if x.hours > 0 {
			w.shares = []share{{who, x.hours}}
		}
		out = append(out, w)
	}
	return out
}

// traineeWork is 14 items in 5 sections: 124 hours of the trainee's, 24 of the
// mentor's. What stands for a task of the project has that task's term.
func (b *book) traineeWork() []work {
	const half = data.Minutes(30)
	nov := func(d int) data.Date { return on(2026, 11, d) }
	dec := func(d int) data.Date { return on(2026, 12, d) }
	jan := func(d int) data.Date { return on(2027, 1, d) }
	feb := func(d int) data.Date { return on(2027, 2, d) }
	return b.items(ilya, []item{
		{key: "1", name: "Введение в профессию"},
		{key: "1.1", name: "Ознакомиться с порядком отдела и правилами работы с клиентом", from: nov(16), due: nov(20), days: 5, hours: 4, mentor: half,
			skill: "client", status: data.TaskDone, score: 5, result: "лист ознакомления"},
		{key: "1.2", name: "Изучить методику ABC-бюджетирования, конспект 3 стр.", from: nov(23), due: nov(27), days: 5, hours: 8, mentor: data.Hours(1),
			skill: "method", status: data.TaskWorking, percent: 40, result: "конспект 3 стр."},
		{key: "1.3", name: "Разобрать отчёт о диагностике прошлого проекта", from: nov(17), due: nov(23), days: 5, hours: 6, mentor: data.Hours(1),
			skill: "documents", status: data.TaskReview, percent: 100, result: "разбор: цели, методы, выводы"},
		{key: "2", name: "Документы и стандарты"},
		{key: "2.1", name: "Изучить ГОСТ 34.602-2020, выписать разделы ТЗ", from: nov(24), due: nov(27), days: 4, hours: 6, mentor: data.Hours(1),
			skill: "documents", result: "перечень разделов с пояснениями"},
		{key: "2.2", name: "Составить протокол стартовой встречи по образцу", from: nov(23), due: nov(27), days: 5, hours: 4, mentor: data.Hours(1),
			skill: "documents", status: data.TaskReturned, percent: 60, result: "протокол", note: "Нет сроков у решений 3 и 4"},
		{key: "2.3", name: "Оформить отчёт по шаблону компании", from: dec(9), due: dec(11), days: 3, hours: 6, mentor: data.Hours(1) + half, skill: "documents"},
		{key: "3", name: "Работа в проекте"},
		{key: "3.1", name: "Собрать реестр форм клиента МК (задача 1.2)", from: dec(7), days: 4, hours: 16, mentor: data.Hours(2),
			skill: "documents", result: "реестр форм"},
		{key: "3.2", name: "Провести 1 интервью под наблюдением", from: dec(14), due: dec(18), days: 5, hours: 8, mentor: data.Hours(3), skill: "interview"},
		{key: "3.3", name: "Подготовить раздел ТЗ", from: jan(13), days: 6, hours: 24, mentor: data.Hours(4), skill: "method"},
		{key: "4", name: "Инструменты"},
		{key: "4.1", name: "Учебная модель БДДС в таблицах", from: dec(16), due: dec(25), days: 8, hours: 12, mentor: data.Hours(2), skill: "tools"},
		{key: "4.2", name: "Практикум: план счетов в учётной системе", from: jan(11), due: jan(15), days: 5, hours: 10, mentor: data.Hours(1) + half, skill: "tools"},
		{key: "5", name: "Самостоятельность"},
		{key: "5.1", name: "Выступить на семинаре отдела", from: jan(25), due: jan(29), days: 5, hours: 8, mentor: data.Hours(1) + half, skill: "client"},
		{key: "5.2", name: "Самостоятельное интервью с заказчиком", from: feb(1), due: feb(5), days: 5, hours: 6, mentor: data.Hours(2), skill: "interview"},
		{key: "5.3", name: "Самооценка и план развития", from: feb(8), due: feb(10), days: 3, hours: 6, mentor: data.Hours(2), skill: "client"},
	})
}

func (b *book) competencies() {
	put := func(key, name, area string) {
		b.put(data.Competency{ID: competency(key), Name: name, Area: area, Scale: 5})
	}
	put("method", "Методология", "Предмет")
	put("interview", "Интервьюирование", "Работа с людьми")
	put("client", "Работа с клиентом", "Работа с людьми")
	put("documents", "Документы проекта", "Предмет")
	put("tools", "Инструменты", "Техника")
}

// oneToOne is the weekly meeting, Wednesday 17:30; the one of 18.11 was held by
// phone, because the mentor was in Казань.
func (b *book) oneToOne(m data.Mentoring) {
	s := data.Series{ID: id[data.Series]("series.one2one"), What: data.EventOneToOne, Title: "1:1 с Громовым", MentoringID: m.ID,
		Starts: at(on(2026, 11, 18), 17, 30), Ends: at(on(2026, 11, 18), 18, 0), Rule: "FREQ=WEEKLY;BYDAY=WE",
		UntilOn: on(2027, 2, 10), DaysOff: data.DaysOffSkip, Place: "переговорная 2"}
	b.put(s)
	e := data.Event{ID: id[data.Event]("event.one2one.1118"), What: data.EventOneToOne, Title: s.Title, Status: data.EventHeld, MentoringID: m.ID,
		Starts: at(on(2026, 11, 18), 18, 0), Ends: at(on(2026, 11, 18), 18, 30), Place: "по телефону", SeriesID: s.ID, OriginalOn: on(2026, 11, 18),
		Result: "Разобрали порядок отдела, договорились о первых трёх пунктах"}
	b.put(e)
	for _, who := range []string{anna, ilya} {
		b.put(data.EventPerson{ID: id[data.EventPerson]("series.one2one." + who), SeriesID: s.ID, PersonID: b.person(who)},
			data.EventPerson{ID: id[data.EventPerson]("event.one2one.1118." + who), EventID: e.ID, PersonID: b.person(who)})
	}
}

func (b *book) reviews(m data.Mentoring) {
	b.put(
		data.Review{ID: id[data.Review]("review.week1"), MentoringID: m.ID, What: data.ReviewWeek, HeldOn: on(2026, 11, 20), Visibility: data.VisibleBoth, Score: 4,
			MentorNote:  "Хорошее начало: порядок отдела изучен полностью, вопросы по делу.",
			TraineeNote: "Сложнее всего термины; прошу пример конспекта."},
		data.Review{ID: id[data.Review]("review.private"), MentoringID: m.ID, What: data.ReviewWeek, HeldOn: on(2026, 11, 23), Visibility: data.VisibleMentor,
			MentorNote: "Личная заметка, только для наставника: торопится с выводами, проверять источники; на встречах с клиентом пока не оставлять одного."},
	)
}

// scores are the start and the aim of each competency.
func (b *book) scores(m data.Mentoring) {
	for _, s := range []struct {
		skill              string
		self, mentor, want int
	}{{"method", 2, 1, 3}, {"interview", 2, 1, 3}, {"client", 2, 2, 3}, {"documents", 2, 2, 4}, {"tools", 3, 3, 4}} {
		b.score(m, s.skill, "start", data.ScoreSelf, s.self, m.StartsOn, data.ID[data.Review]{})
		b.score(m, s.skill, "start", data.ScoreMentor, s.mentor, m.StartsOn, data.ID[data.Review]{})
		b.score(m, s.skill, "start", data.ScoreTarget, s.want, m.StartsOn, data.ID[data.Review]{})
	}
}

func (b *book) score(m data.Mentoring, skill, when string, by data.ScoreBy, level int, day data.Date, review data.ID[data.Review]) {
	key := "score." + m.ID.String() + "." + skill + "." + when + "." + string(by)
	b.put(data.Score{ID: id[data.Score](key), MentoringID: m.ID, CompetencyID: competency(skill), ReviewID: review, ByWhom: by, Level: level, OnDate: day})
}
