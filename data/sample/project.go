package sample

import (
	"portfel/data"
	"portfel/data/command"
)

func project(key string) data.ID[data.Project] {
	if key == "" {
		return data.ID[data.Project]{}
	}
	return id[data.Project]("project." + key)
}

func projectPlan(key string) data.Plan {
	return data.Plan{ID: id[data.Plan]("plan." + key), What: data.PlanOfProject, ProjectID: project(key)}
}

func (b *book) member(key, who, role string) {
	b.put(data.Member{ID: id[data.Member]("member." + key + "." + who), ProjectID: project(key), PersonID: b.person(who), Role: role})
}

func (b *book) curator(key, who, role string) {
	b.put(data.Member{ID: id[data.Member]("member." + key + "." + who), ProjectID: project(key), ContactID: contact(who), Role: role})
}

// copperProject is the project of the stories as it stands on 24.11.2026: the
// plan is agreed, Ласточкин's vacation is not entered yet.
func (b *book) copperProject() {
	b.put(data.Project{ID: project(copper), Code: "МК-26", Name: "Постановка бюджетирования", ClientID: client(copper),
		What: data.ProjectConsulting, Billing: data.BillingFixed, Status: data.ProjectPlanning, ManagerID: b.me,
		StartsOn: on(2026, 11, 30), DeadlineOn: on(2027, 1, 27),
		Goal:  "Финансовая структура, регламент бюджетирования и техническое задание на подсистему бюджетирования",
		Price: 100 * 2_100_000})
	b.member(copper, anna, "руководитель проекта")
	b.member(copper, dmitry, "аналитик")
	b.member(copper, ilya, "стажёр")
	b.curator(copper, "sedykh", "заказчик")
	b.curator(copper, "nazarov", "рабочая группа")
	p := projectPlan(copper)
	p.StartsOn = on(2026, 11, 30)
	b.plan(p, copper, copperWork())
	b.put(data.Approval{ID: id[data.Approval]("approval.plan." + copper), PlanID: p.ID, Round: 1, Role: data.RoleApproves, PersonID: b.person(head),
		Decision: data.DecisionAgreed, DecidedOn: on(2026, 11, 24), Comment: "Обоснование ресурсов утверждено"})
}

// agreed is the baseline of the story, taken when the plan was agreed.
func agreed() command.TakeBaseline {
	return command.TakeBaseline{ID: id[data.Baseline]("baseline." + copper), PlanID: projectPlan(copper).ID, Name: "Согласовано 23.11", TakenAt: at(on(2026, 11, 23), 17, 0)}
}

func copperWork() []work {
	team := func(k, l, g int) (s []share) {
		for _, x := range []share{{anna, k}, {dmitry, l}, {ilya, g}} {
			if x.hours > 0 {
				s = append(s, x)
			}
		}
		return s
	}
	return []work{
		{key: "1", name: "Диагностика"},
		{key: "1.1", name: "Интервью с ЦФО", days: 5, shares: team(24, 32, 0), place: data.PlaceClient},
		{key: "1.2", name: "Анализ форм отчётности", days: 4, shares: team(0, 32, 16), place: data.PlaceOffice, after: "1.1"},
		{key: "1.3", name: "Отчёт о диагностике", days: 3, shares: team(16, 16, 0), place: data.PlaceOffice, after: "1.2"},
		{key: "2", name: "Методика"},
		{key: "2.1", name: "Финансовая структура", days: 5, shares: team(32, 24, 0), place: data.PlaceOffice, after: "1.3"},
		{key: "2.2", name: "Регламент бюджетирования", days: 8, shares: team(16, 64, 0), place: data.PlaceOffice, after: "2.1"},
		{key: "3", name: "ТЗ"},
		{key: "3.1", name: "Техническое задание", days: 10, shares: team(56, 64, 24), place: data.PlaceOffice, after: "2.2",
			edit: func(t *data.Task) { t.Note = "Подготовка 5 дней, согласование 5 дней" }},
		{key: "3.2", name: "ТЗ утверждено", after: "3.1", deadline: on(2027, 1, 27)},
	}
}
