package sample

import "portfel/data"

// finishedDocument has its whole life behind it: three versions, two rounds of
// approval, handed over.
func (b *book) finishedDocument() {
	b.document("devices.concept", devices, "3", anna, data.Deliverable{Title: "Концепция управленческого учёта", Designation: "064.ПС.КН.01", What: "concept", DueOn: on(2026, 4, 28)},
		edition{label: "0.1", day: on(2026, 3, 20), status: data.VersionReplaced, changes: "структура и цели", file: "Концепция_0.1.txt"},
		edition{label: "0.6", day: on(2026, 4, 3), status: data.VersionReplaced, changes: "варианты и расчёт", sent: on(2026, 4, 6), file: "Концепция_0.6.txt",
			signatures: []signature{
				{who: nikolay, role: data.RoleAgrees, due: on(2026, 4, 6), answer: data.DecisionAgreed, day: on(2026, 4, 3)},
				{who: head, role: data.RoleAgrees, due: on(2026, 4, 6), answer: data.DecisionAgreed, day: on(2026, 4, 6)},
				{who: "mescheryakov", contact: true, role: data.RoleAgrees, due: on(2026, 4, 13), answer: data.DecisionRemarks, day: on(2026, 4, 13),
					comment: "Замечания 1–5: добавить порядок перехода и сроки"},
			}},
		edition{label: "1.0", day: on(2026, 4, 20), status: data.VersionHanded, changes: "учтены замечания 1–5", sent: on(2026, 4, 21), approved: on(2026, 4, 28), file: "Концепция_1.0.txt",
			signatures: []signature{
				{who: head, role: data.RoleAgrees, due: on(2026, 4, 21), answer: data.DecisionAgreed, day: on(2026, 4, 20)},
				{who: "mescheryakov", contact: true, role: data.RoleApproves, due: on(2026, 4, 28), answer: data.DecisionAgreed, day: on(2026, 4, 28)},
			}})
}

func (b *book) otherDocuments() {
	b.document("north.demo", north, "1.3", anna, data.Deliverable{Title: "Демонстрационный пример «БДДС, 3 юрлица»", What: "demo", DueOn: on(2026, 11, 25)},
		edition{label: "0.3", day: on(2026, 11, 19), status: data.VersionDraft, changes: "два юрлица из трёх"})
	b.document("north.rules", north, "2.2", artyom, data.Deliverable{Title: "Регламент закрытия периода", What: "regulation", DueOn: on(2026, 12, 21)},
		edition{label: "0.4", day: on(2026, 11, 20), status: data.VersionInternal, changes: "на внутреннее согласование",
			signatures: []signature{
				{who: anna, role: data.RoleAgrees, due: on(2026, 11, 26), answer: data.DecisionPending},
				{who: head, role: data.RoleAgrees, due: on(2026, 11, 26), answer: data.DecisionPending},
			}})
	b.document("north.design", north, "1.1", artyom, data.Deliverable{Title: "Технический проект консолидации", Designation: "088.СЭ.П2.01", What: "design",
		Profile: data.ProfileCurrent, DueOn: on(2026, 12, 4)},
		edition{label: "0.8", day: on(2026, 11, 9), status: data.VersionRemarks, changes: "для показа заказчику", sent: on(2026, 11, 9),
			signatures: []signature{{who: "lebedev", contact: true, role: data.RoleAgrees, due: on(2026, 11, 18), answer: data.DecisionRemarks, day: on(2026, 11, 17),
				comment: "Нет схемы взаимных расчётов"}}})
	b.document("baltic.method", baltic, "2", anna, data.Deliverable{Title: "Методика учёта затрат по переделам", Designation: "081.БТ.МТ.01", What: "method", DueOn: on(2026, 9, 18)},
		edition{label: "1.0", day: on(2026, 9, 16), status: data.VersionApproved, approved: on(2026, 9, 18), sent: on(2026, 9, 16)})
	b.document("baltic.minutes", baltic, "5", anna, data.Deliverable{Title: "Протокол приёмки работ", What: "minutes", DueOn: on(2026, 11, 25)},
		edition{label: "1.0", day: on(2026, 11, 16), status: data.VersionClient, sent: on(2026, 11, 18),
			signatures: []signature{{who: "ryabov", contact: true, role: data.RoleApproves, due: on(2026, 11, 25), answer: data.DecisionPending}}})
	b.document("internal.guide", internal, "2", anna, data.Deliverable{Title: "Методические рекомендации по ЦФО", What: "guideline", DueOn: on(2026, 11, 27)},
		edition{label: "2.0", day: on(2026, 10, 30), status: data.VersionReplaced},
		edition{label: "2.1", day: on(2026, 11, 20), status: data.VersionInternal, changes: "примеры по торговле",
			signatures: []signature{{who: head, role: data.RoleApproves, due: on(2026, 11, 27), answer: data.DecisionPending}}})
	b.document("pharmacy.offer", pharmacy, "", anna, data.Deliverable{Title: "Коммерческое предложение для сети аптек", What: "offer", DueOn: on(2026, 10, 30), Confidential: true},
		edition{label: "1.0", day: on(2026, 10, 29), status: data.VersionApproved, sent: on(2026, 10, 30), approved: on(2026, 10, 30)})
}
