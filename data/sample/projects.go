package sample

import "portfel/data"

const internal = "internal"

// otherProjects are invented, one for each state that a list can show.
func (b *book) otherProjects() {
	b.daisyProject()
	b.northProject()
	b.balticProject()
	b.alphaProject()
	b.devicesProject()
	b.internalProject()
	b.put(data.Project{ID: project(pharmacy), Code: "ДФ-27", Name: "Управленческая отчётность сети аптек", ClientID: client(pharmacy),
		What: data.ProjectConsulting, Billing: data.BillingFixed, Status: data.ProjectPresale, ManagerID: b.me, StartsOn: on(2027, 2, 8),
		Goal: "Коммерческое предложение направлено 30.10, ответ обещали к середине декабря"})
}

// daisyProject runs late: the client has not answered.
func (b *book) daisyProject() {
	b.put(data.Project{ID: project(daisy), Code: "РР-26", Name: "Бюджетирование розничной сети", ClientID: client(daisy),
		What: data.ProjectImplementation, Billing: data.BillingFixed, Status: data.ProjectRunning, ManagerID: b.me,
		StartsOn: on(2026, 10, 5), DeadlineOn: on(2027, 1, 18), Goal: "Бюджет доходов и расходов по 14 магазинам в учётной системе"})
	b.member(daisy, anna, "руководитель проекта")
	b.member(daisy, artyom, "ведущий аналитик")
	b.member(daisy, polina, "помощник аналитика")
	b.curator(daisy, "belova", "заказчик")
	b.curator(daisy, "petrova", "рабочая группа")
	p := projectPlan(daisy)
	p.StartsOn = on(2026, 10, 5)
	b.plan(p, daisy, []work{
		{key: "1", name: "Обследование"},
		{key: "1.1", name: "Интервью и сбор форм", days: 8, shares: []share{{anna, 32}, {artyom, 40}}, place: data.PlaceClient, begun: on(2026, 10, 5), ended: on(2026, 10, 14), status: data.TaskDone},
		{key: "1.2", name: "Отчёт об обследовании", days: 7, shares: []share{{artyom, 36}, {polina, 20}}, place: data.PlaceOffice, begun: on(2026, 10, 15), ended: on(2026, 10, 23), status: data.TaskDone, after: "1.1"},
		{key: "2", name: "Техническое задание"},
		{key: "2.1", name: "Подготовить техническое задание", days: 10, shares: []share{{anna, 48}, {polina, 40}}, place: data.PlaceOffice, begun: on(2026, 10, 26), ended: on(2026, 11, 9), status: data.TaskDone, after: "1.2"},
		{key: "2.2", name: "Согласовать техническое задание с заказчиком", begun: on(2026, 11, 10), days: 9, shares: []share{{anna, 16}}, place: data.PlaceRemote,
			status: data.TaskWaiting, percent: 70, after: "2.1", deadline: on(2026, 11, 20), edit: func(t *data.Task) {
				t.WaitingFor, t.WaitingSince, t.Importance = "Петрова А. И.: ответ по разделу 4.2", on(2026, 11, 16), 1
			}},
		{key: "3", name: "Настройка и запуск"},
		{key: "3.1", name: "Настройка модели бюджетов", days: 20, shares: []share{{artyom, 96}, {polina, 64}}, place: data.PlaceRemote, after: "2.2"},
		{key: "3.2", name: "Обучение пользователей", days: 5, shares: []share{{artyom, 24}}, place: data.PlaceClient, after: "3.1"},
		{key: "3.3", name: "Опытная эксплуатация", days: 15, shares: []share{{artyom, 40}}, place: data.PlaceRemote, after: "3.2"},
		{key: "3.4", name: "Система принята", after: "3.3", deadline: on(2027, 1, 18)},
	})
}

// northProject is on time with little to spare.
func (b *book) northProject() {
	b.put(data.Project{ID: project(north), Code: "СЭ-26", Name: "Консолидация отчётности", ClientID: client(north),
		What: data.ProjectConsulting, Billing: data.BillingTime, Status: data.ProjectRunning, ManagerID: b.person(artyom),
		StartsOn: on(2026, 9, 7), DeadlineOn: on(2027, 1, 29), Goal: "Сводная отчётность трёх юридических лиц за 10 рабочих дней"})
	b.member(north, artyom, "руководитель проекта")
	b.member(north, anna, "консультант")
	b.curator(north, "lebedev", "заказчик")
	p := projectPlan(north)
	p.StartsOn = on(2026, 9, 7)
	b.plan(p, north, []work{
		{key: "1", name: "Модель"},
		{key: "1.1", name: "Модель консолидации", days: 15, shares: []share{{artyom, 60}, {anna, 24}}, place: data.PlaceOffice, begun: on(2026, 9, 7), ended: on(2026, 9, 25), status: data.TaskDone},
		{key: "1.2", name: "Справочники и план счетов группы", days: 20, shares: []share{{artyom, 80}}, place: data.PlaceRemote, begun: on(2026, 9, 28), ended: on(2026, 10, 23), status: data.TaskDone, after: "1.1"},
		{key: "1.3", name: "Демонстрационный пример «БДДС, 3 юрлица»", begun: on(2026, 10, 26), days: 22, shares: []share{{anna, 40}}, place: data.PlaceOffice,
			status: data.TaskWorking, percent: 60, after: "1.2", deadline: on(2026, 11, 25)},
		{key: "2", name: "Регламент"},
		{key: "2.1", name: "Разбор примера с заказчиком", days: 3, shares: []share{{artyom, 12}}, place: data.PlaceRemote, after: "1.3"},
		{key: "2.2", name: "Регламент закрытия периода", days: 15, shares: []share{{artyom, 60}}, place: data.PlaceOffice, after: "2.1"},
		{key: "2.3", name: "Опытный расчёт за декабрь", days: 20, shares: []share{{artyom, 112}}, place: data.PlaceRemote, after: "2.2"},
		{key: "2.4", name: "Отчётность сведена", after: "2.3", deadline: on(2027, 1, 29)},
	})
}

// balticProject is done but for the client's signature.
func (b *book) balticProject() {
	b.put(data.Project{ID: project(baltic), Code: "БТ-26", Name: "Методика учёта затрат", ClientID: client(baltic),
		What: data.ProjectConsulting, Billing: data.BillingFixed, Status: data.ProjectClosing, ManagerID: b.me,
		StartsOn: on(2026, 8, 17), DeadlineOn: on(2026, 11, 27), Goal: "Методика учёта затрат по переделам и её апробация на одном цехе"})
	b.member(baltic, anna, "руководитель проекта")
	b.member(baltic, dmitry, "аналитик")
	b.curator(baltic, "ryabov", "заказчик")
	p := projectPlan(baltic)
	p.StartsOn = on(2026, 8, 17)
	b.plan(p, baltic, []work{
		{key: "1", name: "Обследование цеха", days: 10, shares: []share{{dmitry, 48}}, place: data.PlaceClient, begun: on(2026, 8, 17), ended: on(2026, 8, 28), status: data.TaskDone},
		{key: "2", name: "Методика учёта затрат", days: 15, shares: []share{{anna, 40}, {dmitry, 60}}, place: data.PlaceOffice, begun: on(2026, 8, 31), ended: on(2026, 9, 18), status: data.TaskDone, after: "1"},
		{key: "3", name: "Апробация на литейном цехе", days: 20, shares: []share{{dmitry, 90}}, place: data.PlaceClient, begun: on(2026, 9, 21), ended: on(2026, 10, 16), status: data.TaskDone, after: "2"},
		{key: "4", name: "Итоговый отчёт", days: 12, shares: []share{{anna, 30}, {dmitry, 24}}, place: data.PlaceOffice, begun: on(2026, 10, 19), ended: on(2026, 11, 3), status: data.TaskDone, after: "3"},
		{key: "5", name: "Получить подписанный протокол приёмки", days: 8, place: data.PlaceClient, begun: on(2026, 11, 16), status: data.TaskWaiting, percent: 50, after: "4",
			start: on(2026, 11, 16), deadline: on(2026, 11, 25), edit: func(t *data.Task) {
				t.What, t.ResponsibleID = data.TaskErrand, b.me
				t.WaitingFor, t.WaitingSince = "Рябов А. В.: подпись", on(2026, 11, 18)
			}},
		{key: "6", name: "Работы приняты", after: "5", deadline: on(2026, 11, 27)},
	})
}

// alphaProject is paused by the client.
func (b *book) alphaProject() {
	b.put(data.Project{ID: project(alpha), Code: "АЛ-26", Name: "Аудит управленческого учёта", ClientID: client(alpha),
		What: data.ProjectConsulting, Billing: data.BillingRetainer, Status: data.ProjectPaused, ManagerID: b.me,
		StartsOn: on(2026, 10, 12), DeadlineOn: on(2027, 2, 26), Note: "Приостановлен клиентом до закрытия года, письмо от 06.11"})
	b.member(alpha, anna, "руководитель проекта")
	b.member(alpha, polina, "помощник аналитика")
	b.curator(alpha, "zhukova", "рабочая группа")
	p := projectPlan(alpha)
	p.StartsOn = on(2026, 10, 12)
	b.plan(p, alpha, []work{
		{key: "1", name: "Опись учётных регистров", days: 10, shares: []share{{polina, 60}}, place: data.PlaceClient, begun: on(2026, 10, 12), ended: on(2026, 10, 23), status: data.TaskDone},
		{key: "2", name: "Выборочная проверка", days: 12, shares: []share{{polina, 56}}, place: data.PlaceOffice, status: data.TaskWaiting, percent: 40,
			after: "1", start: on(2027, 1, 18), edit: func(t *data.Task) {
				t.WaitingFor, t.WaitingSince = "закрытие года у клиента", on(2026, 11, 6)
			}},
		{key: "3", name: "Заключение и рекомендации", days: 8, shares: []share{{anna, 32}}, place: data.PlaceOffice, after: "2", start: on(2027, 2, 8)},
		{key: "4", name: "Заключение передано", after: "3", deadline: on(2027, 2, 26)},
	})
}

// devicesProject is closed.
func (b *book) devicesProject() {
	b.put(data.Project{ID: project(devices), Code: "ПС-26", Name: "Концепция управленческого учёта", ClientID: client(devices),
		What: data.ProjectConsulting, Billing: data.BillingFixed, Status: data.ProjectClosed, ManagerID: b.me,
		StartsOn: on(2026, 2, 9), DeadlineOn: on(2026, 4, 30), Goal: "Концепция принята дирекцией 28.04.2026"})
	b.member(devices, anna, "руководитель проекта")
	b.member(devices, nikolay, "аналитик")
	b.curator(devices, "mescheryakov", "заказчик")
	p := projectPlan(devices)
	p.StartsOn = on(2026, 2, 9)
	b.plan(p, devices, []work{
		{key: "1", name: "Диагностика", days: 10, shares: []share{{nikolay, 60}}, place: data.PlaceClient, begun: on(2026, 2, 9), ended: on(2026, 2, 20), status: data.TaskDone},
		{key: "2", name: "Сравнение вариантов", days: 15, shares: []share{{anna, 50}, {nikolay, 40}}, place: data.PlaceOffice, begun: on(2026, 2, 24), ended: on(2026, 3, 17), status: data.TaskDone, after: "1"},
		{key: "3", name: "Концепция", days: 20, shares: []share{{anna, 90}}, place: data.PlaceOffice, begun: on(2026, 3, 18), ended: on(2026, 4, 14), status: data.TaskDone, after: "2"},
		{key: "4", name: "Согласование и передача", days: 10, shares: []share{{anna, 20}}, place: data.PlaceClient, begun: on(2026, 4, 15), ended: on(2026, 4, 28), status: data.TaskDone, after: "3"},
		{key: "5", name: "Концепция утверждена", begun: on(2026, 4, 28), ended: on(2026, 4, 28), status: data.TaskDone, after: "4", deadline: on(2026, 4, 30)},
	})
}

// internalProject is the department's own.
func (b *book) internalProject() {
	b.put(data.Project{ID: project(internal), Code: "ВН-27", Name: "Методология 2027",
		What: data.ProjectInternal, Billing: data.BillingNone, Status: data.ProjectRunning, ManagerID: b.person(head),
		StartsOn: on(2026, 10, 12), DeadlineOn: on(2026, 12, 30), Goal: "Единые методики и шаблоны отдела к началу года"})
	b.member(internal, head, "заказчик")
	b.member(internal, anna, "автор методик")
	b.member(internal, polina, "библиотека шаблонов")
	p := projectPlan(internal)
	p.StartsOn = on(2026, 10, 12)
	b.plan(p, internal, []work{
		{key: "1", name: "Обзор методик отдела", days: 15, shares: []share{{anna, 20}}, place: data.PlaceOffice, begun: on(2026, 10, 12), ended: on(2026, 10, 30), status: data.TaskDone},
		{key: "2", name: "Методические рекомендации по ЦФО", begun: on(2026, 11, 2), days: 17, shares: []share{{anna, 30}}, place: data.PlaceOffice,
			status: data.TaskReview, percent: 90, after: "1", edit: func(t *data.Task) { t.ReviewerID = b.person(head) }},
		{key: "3", name: "Библиотека шаблонов документов", begun: on(2026, 11, 2), days: 30, shares: []share{{polina, 60}}, place: data.PlaceOffice,
			status: data.TaskWorking, percent: 25, after: "1"},
		{key: "4", name: "Недельный отчёт руководителю отдела", days: 1, shares: []share{{anna, 1}}, place: data.PlaceOffice,
			start: on(2026, 11, 27), deadline: on(2026, 11, 27), edit: func(t *data.Task) { t.What = data.TaskErrand }},
		{key: "5", name: "Шаблоны на английском языке", days: 5, place: data.PlaceOffice, status: data.TaskCancelled,
			edit: func(t *data.Task) { t.Note = "Отложено до 2028 года" }},
		{key: "6", name: "Методики утверждены", after: "2,3,4", deadline: on(2026, 12, 30)},
	})
}
