package sample

import (
	"time"

	"portfel/data"
	"portfel/data/command"
)

func monthOf(m int) time.Month { return time.Month(m) }

// Short names of the people in the sample's tables.
const (
	anna    = "kuznetsova"
	dmitry  = "lastochkin"
	ilya    = "gromov"
	head    = "orlova"
	artyom  = "tikhonov"
	polina  = "ershova"
	nikolay = "belyaev"
)

// person is the id of one of the sample's people.
func (b *book) person(name string) data.ID[data.Person] {
	if name == anna {
		return b.me
	}
	if name == "" {
		return data.ID[data.Person]{}
	}
	return id[data.Person]("person." + name)
}

func (b *book) people() {
	b.commands = append(b.commands, command.Set{Code: "setup", Value: "done"},
		command.Set{Code: "department.name", Value: "Отдел управленческого учёта"})
	b.put(
		b.colleague(head, "Орлова Марина Викторовна", "руководитель отдела", data.GradeHead, on(2015, 3, 2)),
		b.colleague(anna, "Кузнецова Анна Сергеевна", "консультант", data.GradeConsultant, on(2019, 9, 2)),
		b.colleague(dmitry, "Ласточкин Дмитрий Олегович", "аналитик", data.GradeAnalyst, on(2022, 4, 11)),
		b.colleague(artyom, "Тихонов Артём Сергеевич", "ведущий аналитик", data.GradeLead, on(2018, 2, 5)),
		b.colleague(polina, "Ершова Полина Андреевна", "помощник аналитика", data.GradeAssistant, on(2026, 6, 1)),
		b.trainee(),
		b.gone(),
	)
	b.rates()
	b.absences()
}

// rates are what an hour costs the firm and the client, in roubles.
func (b *book) rates() {
	for _, x := range []struct {
		who        string
		bill, cost data.Money
	}{{anna, 3500, 1600}, {dmitry, 2400, 1050}, {ilya, 0, 450}, {head, 4500, 2200}, {artyom, 3000, 1400}, {polina, 1800, 800}, {nikolay, 2400, 1050}} {
		b.put(data.Rate{ID: id[data.Rate]("rate.bill." + x.who), PersonID: b.person(x.who), What: data.RateBill, Amount: 100 * x.bill},
			data.Rate{ID: id[data.Rate]("rate.cost." + x.who), PersonID: b.person(x.who), What: data.RateCost, Amount: 100 * x.cost})
	}
}

func (b *book) colleague(name, full, position string, g data.Grade, hired data.Date) data.Person {
	p := data.Person{ID: b.person(name), FullName: full, Position: position, Grade: g,
		Department: "Отдел управленческого учёта", WorkPlace: "Москва", Zone: moscow, CalendarID: b.calendar,
		WeekHours: data.Hours(40), HiredOn: hired, Email: name + "@vektor-consult.example", IsMe: name == anna}
	if name != head {
		p.ManagerID = b.person(head)
	}
	if name == anna {
		p.Phone = "+7 495 000-00-21"
	}
	return p
}

func (b *book) trainee() data.Person {
	p := b.colleague(ilya, "Громов Илья Павлович", "стажёр", data.GradeTrainee, on(2026, 11, 16))
	p.ProbationUntil = on(2027, 2, 15)
	return p
}

// gone is a colleague who has left: in the archive, still named by old records.
func (b *book) gone() data.Person {
	p := b.colleague(nikolay, "Беляев Николай Андреевич", "аналитик", data.GradeAnalyst, on(2020, 10, 1))
	p.ArchivedOn = on(2026, 8, 31)
	return p
}

func (b *book) absences() {
	put := func(key, who, deputy string, what data.AbsenceKind, st data.AbsenceStatus, from, to data.Date, note string) {
		b.put(data.Absence{ID: id[data.Absence]("absence." + key), PersonID: b.person(who), DeputyID: b.person(deputy),
			What: what, Status: st, StartsOn: from, EndsOn: to, Note: note})
	}
	put("orlova", head, anna, data.Vacation, data.AbsenceAgreed, on(2027, 1, 11), on(2027, 1, 15), "график отпусков на 2027 год")
	put("kuznetsova", anna, dmitry, data.Vacation, data.AbsencePlanned, on(2027, 2, 1), on(2027, 2, 5), "")
	put("tikhonov", artyom, dmitry, data.Sick, data.AbsenceAgreed, on(2026, 11, 10), on(2026, 11, 13), "больничный лист закрыт")
	put("ershova", polina, artyom, data.Study, data.AbsenceAgreed, on(2026, 12, 21), on(2026, 12, 25), "сессия")
	put("lastochkin", dmitry, anna, data.DayOff, data.AbsenceCancelled, on(2026, 11, 20), on(2026, 11, 20), "перенёс на январь")
}
