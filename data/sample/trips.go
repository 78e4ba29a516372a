package sample

import "portfel/data"

func trip(key string) data.ID[data.Trip] { return id[data.Trip]("trip." + key) }

func (b *book) leg(of, key string, l data.Leg) {
	b.ord += 100
	l.ID, l.TripID, l.Ord = id[data.Leg]("leg."+of+"."+key), trip(of), b.ord
	b.put(l)
}

func (b *book) trips() {
	b.copperTrip()
	b.daisyTrip()
	b.minskTrip()
	b.localTrips()
	b.otherTrips()
}

// copperTrip is the trip of the stories: agreed, the order is not signed yet.
func (b *book) copperTrip() {
	b.put(data.Trip{ID: trip(copper), Name: "Екатеринбург", What: data.TripHome, PersonID: b.me, ProjectID: project(copper), ClientID: client(copper),
		Purpose: "интервью с ЦФО, этап 1", Place: "Екатеринбург", StartsOn: on(2026, 11, 30), EndsOn: on(2026, 12, 4), Status: data.TripAgreed,
		Basis: "план работ МК-26", HostPhone: "+7 343 000-11-22", OwnPhone: "+7 495 000-00-21"})
	b.leg(copper, "out", data.Leg{Transport: data.ByPlane, FromPlace: "Москва (SVO)", ToPlace: "Екатеринбург (SVX)",
		Depart: at(on(2026, 11, 30), 6, 35), Arrive: in(yekaterinburg, on(2026, 11, 30), 11, 5), Carrier: "SU 1402", Hotel: "«Рудный двор», 4 ночи, бронь 30118"})
	b.leg(copper, "back", data.Leg{Transport: data.ByPlane, FromPlace: "Екатеринбург (SVX)", ToPlace: "Москва (SVO)",
		Depart: in(yekaterinburg, on(2026, 12, 4), 21, 40), Arrive: at(on(2026, 12, 4), 22, 15), Carrier: "SU 1409"})
}

// daisyTrip is over, its report is due on 24.11: three working days after 19.11.
func (b *book) daisyTrip() {
	b.put(data.Trip{ID: trip(daisy), Name: "Казань", What: data.TripHome, PersonID: b.me, ProjectID: project(daisy), ClientID: client(daisy),
		Purpose: "показ технического задания, сбор замечаний", Place: "Казань", StartsOn: on(2026, 11, 17), EndsOn: on(2026, 11, 19), Status: data.TripOrdered,
		OrderNo: "54-ком", OrderOn: on(2026, 11, 12), AssignmentNo: "54", HostPhone: "+7 843 000-00-14", OwnPhone: "+7 495 000-00-21",
		TaskText: "1. Показать техническое задание финансовой службе.\n2. Собрать замечания.\n3. Согласовать срок ответа."})
	b.leg(daisy, "out", data.Leg{Transport: data.ByPlane, FromPlace: "Москва (SVO)", ToPlace: "Казань (KZN)",
		Depart: at(on(2026, 11, 17), 7, 5), Arrive: at(on(2026, 11, 17), 8, 45), Carrier: "SU 1192", TicketNo: "555 2400118", Hotel: "«Торговая», 2 ночи"})
	b.leg(daisy, "back", data.Leg{Transport: data.ByPlane, FromPlace: "Казань (KZN)", ToPlace: "Москва (SVO)",
		Depart: at(on(2026, 11, 19), 20, 10), Arrive: at(on(2026, 11, 19), 21, 55), Carrier: "SU 1193", TicketNo: "555 2400119"})
}

// minskTrip is a finished journey abroad of two travellers.
func (b *book) minskTrip() {
	for _, who := range []string{anna, dmitry} {
		key := "minsk." + who
		b.put(data.Trip{ID: trip(key), GroupID: trip("minsk." + anna), Name: "Минск", What: data.TripAbroad, PersonID: b.person(who), ProjectID: project(baltic),
			ClientID: client(baltic), Purpose: "обследование литейного цеха дочернего завода", Place: "Минск", Country: "BY", StartsOn: on(2026, 9, 22), EndsOn: on(2026, 9, 25),
			Status: data.TripClosed, OrderNo: "41-ком", OrderOn: on(2026, 9, 16), AssignmentNo: "41",
			TaskText: "Обследовать литейный цех, собрать формы учёта", ResultText: "Собраны 11 форм, проведено 6 интервью, протокол подписан"})
		b.leg(key, "out", data.Leg{Transport: data.ByTrain, FromPlace: "Москва, Белорусский вокзал", ToPlace: "Минск",
			Depart: at(on(2026, 9, 22), 7, 15), Arrive: in("Europe/Minsk", on(2026, 9, 22), 14, 30), Carrier: "поезд 717", Crosses: true, Country: "BY", Hotel: "«Литейная», 3 ночи"})
		b.leg(key, "back", data.Leg{Transport: data.ByTrain, FromPlace: "Минск", ToPlace: "Москва, Белорусский вокзал",
			Depart: in("Europe/Minsk", on(2026, 9, 25), 15, 55), Arrive: at(on(2026, 9, 25), 23, 5), Carrier: "поезд 718", Crosses: true, Country: "RU"})
	}
}

func (b *book) localTrips() {
	b.put(
		data.Trip{ID: trip("local.baltic"), Name: "Балтик-Тара", What: data.TripLocal, PersonID: b.me, ProjectID: project(baltic), ClientID: client(baltic),
			Purpose: "сдача итогового отчёта", Place: "Москва, ул. Складочная, 1", StartsOn: on(2026, 11, 11), EndsOn: on(2026, 11, 11), TimeFrom: 10 * 60, TimeTo: 13 * 60,
			Status: data.TripHeld, HostPhone: "+7 495 000-33-44", OwnPhone: "+7 495 000-00-21", ResultText: "Отчёт передан под подпись"},
		data.Trip{ID: trip("local.alpha"), Name: "Химки", What: data.TripLocal, PersonID: b.me, ProjectID: project(alpha), ClientID: client(alpha),
			Purpose: "график возобновления работ", Place: "Химки, Терминальная ул., 3", StartsOn: on(2026, 11, 26), EndsOn: on(2026, 11, 26), TimeFrom: 10 * 60, TimeTo: 13 * 60,
			Status: data.TripPlanned, HostPhone: "+7 495 000-61-10", OwnPhone: "+7 495 000-00-21"},
	)
}

// settledTrips are colleagues' trips at the last steps before they are closed.
func (b *book) settledTrips() {
	b.put(
		data.Trip{ID: trip("north.model"), Name: "Санкт-Петербург, сверка", What: data.TripHome, PersonID: b.person(artyom), ProjectID: project(north), ClientID: client(north),
			Purpose: "сверка справочников", Place: "Санкт-Петербург", StartsOn: on(2026, 11, 5), EndsOn: on(2026, 11, 6), Status: data.TripReported,
			OrderNo: "51-ком", OrderOn: on(2026, 11, 2), AssignmentNo: "51", ResultText: "Расхождения сняты, акт сверки подписан"},
		data.Trip{ID: trip("daisy.survey"), Name: "Казань, обследование", What: data.TripHome, PersonID: b.person(artyom), ProjectID: project(daisy), ClientID: client(daisy),
			Purpose: "интервью и сбор форм", Place: "Казань", StartsOn: on(2026, 10, 6), EndsOn: on(2026, 10, 9), Status: data.TripApproved,
			OrderNo: "46-ком", OrderOn: on(2026, 10, 1), AssignmentNo: "46", ResultText: "Проведено 9 интервью, собраны формы"},
	)
}

func (b *book) otherTrips() {
	b.put(
		data.Trip{ID: trip(north), Name: "Санкт-Петербург", What: data.TripHome, PersonID: b.person(artyom), ProjectID: project(north), ClientID: client(north),
			Purpose: "показ технического проекта", Place: "Санкт-Петербург", StartsOn: on(2026, 12, 1), EndsOn: on(2026, 12, 4), Status: data.TripPlanned},
		data.Trip{ID: trip(volga), Name: "Самара", What: data.TripHome, PersonID: b.me, ClientID: client(volga), Purpose: "переговоры о диагностике", Place: "Самара",
			StartsOn: on(2026, 10, 27), EndsOn: on(2026, 10, 28), Status: data.TripCancelled, CancelReason: "клиент перенёс переговоры на январь"},
		data.Trip{ID: trip(pharmacy), Name: "Новосибирск", What: data.TripHome, PersonID: b.me, ClientID: client(pharmacy), Purpose: "защита предложения",
			Place: "Новосибирск", StartsOn: on(2027, 1, 27), EndsOn: on(2027, 1, 29), Status: data.TripDraft},
	)
	b.settledTrips()
	b.leg(north, "out", data.Leg{Transport: data.ByTrain, FromPlace: "Москва, Ленинградский вокзал", ToPlace: "Санкт-Петербург",
		Depart: at(on(2026, 12, 1), 6, 50), Arrive: at(on(2026, 12, 1), 10, 45), Carrier: "«Сапсан» 752А"})
	b.leg(north, "back", data.Leg{Transport: data.ByTrain, FromPlace: "Санкт-Петербург", ToPlace: "Москва, Ленинградский вокзал",
		Depart: at(on(2026, 12, 4), 19, 0), Arrive: at(on(2026, 12, 4), 22, 55), Carrier: "«Сапсан» 777А"})
}
