package sample

import "portfel/data"

// formerTrainee is Ершова's mentoring of the summer, concluded: every chart of
// a whole mentoring has content.
func (b *book) formerTrainee() {
	m := data.Mentoring{ID: mentoring(polina), TraineeID: b.person(polina), MentorID: b.me, StartsOn: on(2026, 6, 1), EndsOn: on(2026, 8, 31),
		ProbationUntil: on(2026, 8, 31), Grounds: data.GroundsJob, OrderNo: "17-л", Status: data.MentoringDone, ClosedOn: on(2026, 8, 27),
		Goals: "Освоить обследование и подготовку отчётов", Conclusion: data.ConclusionFits,
		ConclusionText: "Пять пунктов плана из пяти приняты, четыре в срок. Рекомендована на должность помощника аналитика."}
	b.put(m)
	p := data.Plan{ID: id[data.Plan]("plan." + polina), What: data.PlanOfMentoring, MentoringID: m.ID, StartsOn: m.StartsOn, Name: "Помощник аналитика"}
	b.plan(p, polina, b.items(polina, []item{
		{key: "1", name: "Ознакомиться с порядком отдела", from: on(2026, 6, 1), due: on(2026, 6, 5), days: 5, hours: 6, mentor: data.Hours(1), skill: "client", status: data.TaskDone, score: 5},
		{key: "2", name: "Конспект по методике учёта затрат", from: on(2026, 6, 8), due: on(2026, 6, 19), days: 9, hours: 16, mentor: data.Hours(2), skill: "method", status: data.TaskDone, score: 4},
		{key: "3", name: "Протоколы трёх интервью", from: on(2026, 6, 29), due: on(2026, 7, 10), days: 10, hours: 20, mentor: data.Hours(3), skill: "interview", status: data.TaskDone, score: 4},
		{key: "4", name: "Раздел отчёта об обследовании", from: on(2026, 7, 20), due: on(2026, 8, 7), days: 15, hours: 40, mentor: data.Hours(5), skill: "documents", status: data.TaskDone, score: 5},
		{key: "5", name: "Выступление на семинаре отдела", from: on(2026, 8, 17), due: on(2026, 8, 21), days: 5, hours: 8, mentor: data.Hours(1), skill: "client", status: data.TaskDone, score: 4},
	}))
	for key, x := range map[string]struct {
		handed, decided data.Date
		score           int
		hours, mentor   data.Minutes
		remarks         string
	}{
		"1": {on(2026, 6, 5), on(2026, 6, 5), 5, data.Hours(6), data.Hours(1), ""},
		"2": {on(2026, 6, 19), on(2026, 6, 22), 4, data.Hours(18), data.Hours(2), "Не хватает примера по ЦФО"},
		"3": {on(2026, 7, 13), on(2026, 7, 14), 4, data.Hours(22), data.Hours(3), "Сдано на день позже срока"},
		"4": {on(2026, 8, 7), on(2026, 8, 7), 5, data.Hours(38), data.Hours(5), ""},
		"5": {on(2026, 8, 21), on(2026, 8, 21), 4, data.Hours(8), data.Hours(1), ""},
	} {
		b.put(data.Submission{ID: id[data.Submission]("submission.former." + key), TaskID: task(polina, key), PersonID: m.TraineeID, HandedOn: x.handed,
			TraineeSpent: x.hours, Verdict: data.VerdictAccepted, Score: x.score, Remarks: x.remarks, MentorSpent: x.mentor, DecidedOn: x.decided, DeciderID: b.me})
	}
	b.formerReviews(m)
}

func (b *book) formerReviews(m data.Mentoring) {
	for _, r := range []struct {
		key   string
		what  data.ReviewKind
		day   data.Date
		score int
		note  string
		level map[string]int
	}{
		{"start", data.ReviewWeek, on(2026, 6, 5), 4, "Вводная неделя пройдена.", map[string]int{"method": 1, "interview": 1, "client": 2, "documents": 2, "tools": 2}},
		{"30", data.Review30, on(2026, 7, 1), 4, "Конспект полный, не хватает примера по ЦФО.", map[string]int{"method": 2, "interview": 1, "client": 2, "documents": 2, "tools": 3}},
		{"60", data.Review60, on(2026, 7, 31), 4, "Протоколы самостоятельные.", map[string]int{"method": 2, "interview": 3, "client": 3, "documents": 3, "tools": 3}},
		{"final", data.ReviewFinal, on(2026, 8, 27), 5, "Готова к самостоятельной работе под контролем.", map[string]int{"method": 3, "interview": 3, "client": 3, "documents": 4, "tools": 3}},
	} {
		v := data.Review{ID: id[data.Review]("review.former." + r.key), MentoringID: m.ID, What: r.what, HeldOn: r.day,
			MentorNote: r.note, Visibility: data.VisibleBoth, Score: r.score}
		b.put(v)
		for skill, level := range r.level {
			b.score(m, skill, r.key, data.ScoreMentor, level, r.day, v.ID)
		}
	}
	for skill, level := range map[string]int{"method": 3, "interview": 3, "client": 3, "documents": 4, "tools": 3} {
		b.score(m, skill, "aim", data.ScoreTarget, level, m.StartsOn, data.ID[data.Review]{})
	}
}
