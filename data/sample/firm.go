package sample

import "portfel/data"

// firm is the own firm as papers name it, who signs for it and what it pays a
// day of a trip. Orders up to 56 went to other departments.
func (b *book) firm() {
	b.put(
		data.Company{ID: data.CompanyID(), Name: "ООО «Вектор Консалт»", FullName: "Общество с ограниченной ответственностью «Вектор Консалт»",
			Inn: "7701000019", Kpp: "770101001", Okpo: "00000017", LegalAddress: "105005, Москва, Бауманская ул., 6", PostalAddress: "105005, Москва, Бауманская ул., 6", Town: "Москва",
			Bank: "АО «Первый расчётный»", Bik: "044500001", Account: "40702810000000000017", Corr: "30101810000000000001"},
		data.Signatory{ID: id[data.Signatory]("sign.head"), Name: "Белов Сергей Ильич", Position: "генеральный директор", Role: data.SignHead, Authority: data.ByStatute, ValidFrom: on(2015, 3, 2)},
		data.Signatory{ID: id[data.Signatory]("sign.accountant"), Name: "Тарасова Нина Петровна", Position: "главный бухгалтер", Role: data.SignAccountant, Authority: data.ByProxy,
			AuthorityNo: "3", AuthorityOn: on(2026, 1, 12), ValidFrom: on(2026, 1, 12), ValidTo: on(2027, 1, 11)},
		data.Signatory{ID: id[data.Signatory]("sign.department"), PersonID: b.person(head), Role: data.SignDepartment, Authority: data.ByProxy,
			AuthorityNo: "7", AuthorityOn: on(2026, 1, 12), ValidFrom: on(2026, 1, 12), ValidTo: on(2027, 1, 11)},
		data.Numbering{ID: data.NumberingID(data.PaperOrder), Code: data.PaperOrder, Pattern: "{n}-ком", First: 57, Yearly: true},
		data.Numbering{ID: data.NumberingID(data.PaperAssignment), Code: data.PaperAssignment, Pattern: "{n}", First: 57, Yearly: true},
		data.PerDiem{ID: id[data.PerDiem]("perdiem.ru"), Country: "RU", Amount: 1500_00, ValidFrom: on(2026, 1, 1), SourceText: "приказ ООО «Вектор Консалт» от 12.01.2026 № 2"},
	)
}
