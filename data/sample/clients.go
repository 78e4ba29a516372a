package sample

import "portfel/data"

// Keys of the sample's clients.
const (
	copper   = "copper"   // АО «Медный Кряж»
	baltic   = "baltic"   // ООО «Балтик-Тара»
	daisy    = "daisy"    // ООО «Ромашка-Ритейл»
	north    = "north"    // АО «Север-Энерго»
	alpha    = "alpha"    // ООО «Альфа-Логистик»
	volga    = "volga"    // ООО «Волга-Агро»
	devices  = "devices"  // АО «Приборостроитель»
	pharmacy = "pharmacy" // ООО «Дельта-Фарм»
)

func client(key string) data.ID[data.Client] {
	if key == "" {
		return data.ID[data.Client]{}
	}
	return id[data.Client]("client." + key)
}

func contact(key string) data.ID[data.Contact] { return id[data.Contact]("contact." + key) }

func (b *book) clients() {
	b.put(
		data.Client{ID: client(copper), Name: "АО «Медный Кряж»", FullName: "Акционерное общество «Медный Кряж»", What: data.ClientActive,
			City: "Екатеринбург", Zone: yekaterinburg, Address: "Екатеринбург, ул. Рудная, 8", Category: "A", CadenceDays: 7,
			OwnerID: b.me, VerifiedOn: on(2026, 11, 19),
			Note: "Договор № ВК-2026/118 от 20.11.2026. Пропуск на площадку заказывать за 2 дня."},
		data.Client{ID: client(baltic), Name: "ООО «Балтик-Тара»", What: data.ClientActive, City: "Москва", Zone: moscow,
			Address: "Москва, ул. Складочная, 1", Category: "A", CadenceDays: 7, OwnerID: b.me},
		data.Client{ID: client(daisy), Name: "ООО «Ромашка-Ритейл»", What: data.ClientActive, City: "Казань", Zone: moscow,
			Address: "Казань, ул. Торговая, 12", Category: "A", CadenceDays: 7, OwnerID: b.me},
		data.Client{ID: client(north), Name: "АО «Север-Энерго»", What: data.ClientActive, City: "Санкт-Петербург", Zone: moscow,
			Category: "B", CadenceDays: 14, OwnerID: b.person(artyom)},
		data.Client{ID: client(alpha), Name: "ООО «Альфа-Логистик»", What: data.ClientActive, City: "Химки", Zone: moscow,
			Address: "Химки, Терминальная ул., 3", Category: "B", CadenceDays: 14, OwnerID: b.me},
		data.Client{ID: client(volga), Name: "ООО «Волга-Агро»", What: data.ClientPotential, City: "Самара", Zone: "Europe/Samara",
			Category: "C", CadenceDays: 30, OwnerID: b.me, Confidential: true},
		data.Client{ID: client(devices), Name: "АО «Приборостроитель»", What: data.ClientFormer, City: "Тула", Zone: moscow,
			Category: "C", CadenceDays: 30, OwnerID: b.me},
		data.Client{ID: client(pharmacy), Name: "ООО «Дельта-Фарм»", What: data.ClientLead, City: "Новосибирск", Zone: "Asia/Novosibirsk",
			Category: "B", CadenceDays: 14, OwnerID: b.me},
	)
	b.contacts()
}

func (b *book) contacts() {
	put := func(key, who, name, position, phone string, role data.ContactRole) {
		b.put(data.Contact{ID: contact(key), ClientID: client(who), FullName: name, Position: position, Phone: phone, Role: role})
	}
	put("sedykh", copper, "Седых Павел Игоревич", "финансовый директор", "+7 343 000-11-22", data.RoleDecides)
	put("kovaleva", copper, "Ковалёва Ольга Юрьевна", "бухгалтерия", "+7 343 000-11-25", data.RoleAccounting)
	put("nazarov", copper, "Назаров Тимур Ринатович", "начальник планово-экономического отдела", "+7 343 000-11-31", data.RoleTeam)
	put("ryabov", baltic, "Рябов Алексей Викторович", "заместитель директора по экономике", "+7 495 000-33-44", data.RoleCustomer)
	put("petrova", daisy, "Петрова Алла Игоревна", "финансовый контролёр", "+7 843 000-00-14", data.RoleTeam)
	put("belova", daisy, "Белова Ирина Степановна", "финансовый директор", "+7 843 000-00-10", data.RoleDecides)
	put("lebedev", north, "Лебедев Роман Павлович", "начальник отдела отчётности", "+7 812 000-07-52", data.RoleCustomer)
	put("zhukova", alpha, "Жукова Елена Максимовна", "главный бухгалтер", "+7 495 000-61-10", data.RoleAccounting)
	put("sorokin", volga, "Сорокин Вадим Ильич", "исполнительный директор", "+7 846 000-20-20", data.RoleDecides)
	put("mescheryakov", devices, "Мещеряков Игорь Львович", "директор по экономике", "+7 4872 00-15-16", data.RoleDecides)
	put("kim", pharmacy, "Ким Виктория Сергеевна", "коммерческий директор", "+7 383 000-45-46", data.RoleCustomer)
}
