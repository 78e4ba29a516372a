package sample

import (
	"fmt"
	"math/rand"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
)

// Size says how much a generated file holds.
type Size struct {
	People, Clients                    int
	Projects, TasksPerProject          int
	Trips, Documents, Events, Absences int
}

// Full is the size that the program is measured on.
var Full = Size{People: 60, Clients: 300, Projects: 20, TasksPerProject: 1000, Trips: 2000, Documents: 5000, Events: 50000, Absences: 200}

// Large writes a generated file: the same records for the same size and key.
// The days lie in 2024–2027. The file must be new; it is seeded if it needs it.
func Large(f *sqlite.File, size Size, key int64) error {
	if err := seed(f); err != nil {
		return err
	}
	me, err := f.Read().Me()
	if err != nil {
		return err
	}
	g := &generator{size: size, r: rand.New(rand.NewSource(key)), calendar: command.Russia, me: me.ID}
	if _, err := f.Base(g); err != nil {
		return fmt.Errorf("generated records: %w", err)
	}
	return nil
}

// generator is the command that writes a generated file.
type generator struct {
	size     Size
	r        *rand.Rand
	calendar data.ID[data.Calendar]
	me       data.ID[data.Person]
	tx       *sqlite.Tx
}

// Label is that of the sample.
func (g *generator) Label() (string, string) { return "command.sample", "" }

// Run writes everything.
func (g *generator) Run(tx *sqlite.Tx) error {
	g.tx = tx
	for _, part := range []func() error{g.people, g.clients, g.projects, g.trips, g.documents, g.events, g.absences} {
		if err := part(); err != nil {
			return err
		}
	}
	return nil
}

// number is the id of the n-th generated record of a kind.
func number[T any](kind string, n int) data.ID[T] {
	return data.ShippedID[T](fmt.Sprintf("large:%s:%d", kind, n))
}

// pick is a random id of a kind; none when there are none.
func pick[T any](g *generator, kind string, of int) data.ID[T] {
	if of == 0 {
		return data.ID[T]{}
	}
	return number[T](kind, g.r.Intn(of))
}

func (g *generator) person() data.ID[data.Person] {
	if n := g.r.Intn(g.size.People); n > 0 {
		return number[data.Person]("person", n)
	}
	return g.me
}

func oneOf[T any](r *rand.Rand, list []T) T { return list[r.Intn(len(list))] }

// firstDay and days span the years that the shipped calendar knows.
var firstDay, spanDays = on(2024, 1, 9), 1440

func (g *generator) day() data.Date { return firstDay + data.Date(g.r.Intn(spanDays)) }

func (g *generator) put(rs ...data.Record) error {
	for _, r := range rs {
		if err := g.tx.Put(r); err != nil {
			return err
		}
	}
	return nil
}

var (
	families = []string{"Алексеев", "Борисов", "Виноградов", "Григорьев", "Дмитриев", "Егоров", "Жуков", "Зайцев", "Игнатьев", "Королёв", "Лапин", "Морозов", "Николаев", "Осипов", "Павлов", "Романов", "Семёнов", "Тарасов", "Усов", "Фомин", "Шаров", "Щукин", "Юдин", "Яковлев"}
	given    = []string{"Андрей Петрович", "Василий Сергеевич", "Глеб Иванович", "Денис Олегович", "Ефим Львович", "Иван Андреевич", "Кирилл Юрьевич", "Леонид Ильич", "Матвей Антонович", "Олег Павлович"}
	towns    = []string{"Москва", "Санкт-Петербург", "Казань", "Самара", "Екатеринбург", "Новосибирск", "Омск", "Тула", "Пермь", "Уфа"}
	forms    = []string{"ООО", "АО", "ПАО"}
	trades   = []string{"Завод", "Торг", "Строй", "Энерго", "Логистик", "Агро", "Пром", "Сервис", "Ресурс", "Металл"}
	verbs    = []string{"Подготовить", "Проверить", "Согласовать", "Описать", "Рассчитать", "Собрать", "Уточнить", "Разработать"}
	nouns    = []string{"регламент бюджетирования", "реестр форм", "модель БДДС", "план счетов", "протокол интервью", "раздел ТЗ", "методику учёта затрат", "справочник статей", "отчёт о диагностике", "карту процессов"}
)

func (g *generator) people() error {
	for n := range g.size.People {
		p := data.Person{ID: number[data.Person]("person", n), FullName: families[n%len(families)] + " " + oneOf(g.r, given), Grade: oneOf(g.r, data.Grades),
			Position: "консультант", Department: fmt.Sprintf("Отдел %d", 1+n%4), WorkPlace: "Москва", Zone: moscow, CalendarID: g.calendar, WeekHours: data.Hours(40)}
		if n == 0 {
			p.ID, p.IsMe = g.me, true
		}
		if err := g.put(p); err != nil {
			return err
		}
	}
	return nil
}

func (g *generator) clients() error {
	for n := range g.size.Clients {
		c := data.Client{ID: number[data.Client]("client", n), Name: fmt.Sprintf("%s «%s-%d»", oneOf(g.r, forms), oneOf(g.r, trades), n+1), What: oneOf(g.r, data.ClientKinds),
			City: oneOf(g.r, towns), Zone: moscow, Category: oneOf(g.r, []string{"A", "B", "C", ""}), CadenceDays: oneOf(g.r, []int{7, 14, 30, 0}), OwnerID: g.person()}
		if err := g.put(c); err != nil {
			return err
		}
		for k := range 1 + g.r.Intn(3) {
			if err := g.put(data.Contact{ID: number[data.Contact]("contact", n*10+k), ClientID: c.ID, FullName: oneOf(g.r, families) + " " + oneOf(g.r, given),
				Position: "финансовый директор", Role: oneOf(g.r, data.ContactRoles)}); err != nil {
				return err
			}
		}
	}
	return nil
}
