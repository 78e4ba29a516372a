package table

import (
	"fmt"
	"strings"
	"testing"

	"portfel/data"
)

func tableOf(t testing.TB, text string) Table {
	t.Helper()
	tab, err := Read(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return tab
}

func TestKindsAreToldByTheirColumns(t *testing.T) {
	for text, want := range map[string]Kind{
		"id,name,duration_days\n":            KindPlan,
		"№;Задача;Дней\n":                    KindPlan,
		"person,position,grade,hours_week\n": KindPeople,
		"Сотрудник;Ступень;Себестоимость часа, ₽\n": KindPeople,
		"person,kind,from,to,deputy\n":                   KindAbsences,
		"Сотрудник;Вид;С;По\n":                           KindAbsences,
		"trip,kind,person,from_place,to_place,depart\n":  KindTrips,
		"Командировка;Человек;Откуда;Куда;Отправление\n": KindTrips,
		"colour,size\n": KindPlan,
	} {
		if got := KindOf(tableOf(t, text)); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func faultsOf(list []Fault) (out []string) {
	for _, f := range list {
		out = append(out, fmt.Sprintf("%d %s %s: %s %s", f.Line, f.Column, f.Name, f.What.Code, strings.Join(f.What.Args, "|")))
	}
	return out
}

func equal(t *testing.T, what string, got, want []string) {
	t.Helper()
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s:\n%s\nwant\n%s", what, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestPeopleWithRatesInRoubles(t *testing.T) {
	p, faults, err := ReadPeople(tableOf(t, "Сотрудник;Должность;Ступень;Часов в неделю;Себестоимость часа, ₽;Цена часа\n"+
		"Борисова  Инна;Ведущий аналитик;Ведущий аналитик;36;2 500,50 ₽;\n"+
		"Власов Пётр;;lead;;1200;4000.5\n"+
		";;;;;\nГромов;;царь;200;-5;много\nВЛАСОВ ПЕТР;;;;;\n"))
	if err != nil || len(p.Rows) != 2 {
		t.Fatalf("%+v, %v", p, err)
	}
	a, b := p.Rows[0], p.Rows[1]
	if a.Name != "Борисова Инна" || a.Grade != data.GradeLead || a.Week != data.Hours(36) || !a.HasCost || a.Cost != 250050 || a.HasBill {
		t.Errorf("%+v", a)
	}
	if b.Grade != data.GradeLead || b.HasWeek || b.Cost != 120000 || b.Bill != 400050 {
		t.Errorf("%+v", b)
	}
	equal(t, "faults", faultsOf(faults), []string{
		"5 Ступень Громов: sheetrow.grade царь|trainee, assistant, analyst, lead, consultant, manager, head",
		"5 Часов в неделю Громов: sheetrow.hours 200", "5 Себестоимость часа, ₽ Громов: sheetrow.money -5", "5 Цена часа Громов: sheetrow.money много",
		"6 Сотрудник ВЛАСОВ ПЕТР: sheetrow.twice 3",
	})
}

func TestAbsences(t *testing.T) {
	a, faults, err := ReadAbsences(tableOf(t, "person,kind,from,to,deputy\nБорисова Инна,vacation,2026-12-01,2026-12-14,Власов Пётр\nВласов Пётр,Больничный,07.12.2026,08.12.2026,\n"+
		"Громов,праздник,2026-12-01,2026-12-02,\nГромов,sick,,2026-12-02,\nГромов,sick,вчера,2026-12-02,\n"))
	if err != nil || len(a.Rows) != 2 || a.Rows[0].Kind != data.Vacation || a.Rows[0].Deputy != "Власов Пётр" || a.Rows[1].Kind != data.Sick || a.Rows[1].From != data.NewDate(2026, 12, 7) {
		t.Errorf("%+v, %v", a.Rows, err)
	}
	equal(t, "faults", faultsOf(faults), []string{"4 kind Громов: sheetrow.kind праздник|vacation, unpaid, sick, study, dayoff", "5 from Громов: sheetrow.dates ", "6 from Громов: table.date вчера"})
}

func TestLegsOfTrips(t *testing.T) {
	x, faults, err := ReadTrips(tableOf(t, "trip,kind,person,client,place,purpose,country,from_place,to_place,depart,depart_zone,arrive,arrive_zone,crosses_border,border_date,road_to_min,road_from_min,transport,carrier,ticket\n"+
		"Екатеринбург,,Я,Кряж,Екатеринбург,интервью,,SVO,SVX,2026-11-30T06:35,Europe/Moscow,2026-11-30T11:05,Asia/Yekaterinburg,0,,90,,plane,SU 1404,555\n"+
		"Екатеринбург,,Я,,,,,SVX,SVO,04.12.2026 21:40,Asia/Yekaterinburg,2026-12-04T22:15,,да,04.12.2026,,75,Самолёт,,\n"+
		"Тверь,море,Я,,,,,А,Б,завтра,Mars/City,2026-12-04T22:15,,может,,-5,,ракета,,\n"))
	if err != nil || len(x.Rows) != 2 {
		t.Fatalf("%+v, %v", x.Rows, err)
	}
	a, b := x.Rows[0], x.Rows[1]
	if a.Leg.Depart.String() != "2026-11-30T06:35 Europe/Moscow" || a.Leg.Transport != data.ByPlane || a.Leg.TicketNo != "555" || a.Leg.RoadTo != 90 || a.Leg.Crosses || a.NoDepartZ {
		t.Errorf("%+v", a)
	}
	if b.Leg.Depart.Min != 21*60+40 || !b.NoArriveZ || b.Leg.Transport != data.ByPlane || !b.Leg.Crosses || b.Leg.BorderOn != data.NewDate(2026, 12, 4) || b.Leg.RoadFrom != 75 {
		t.Errorf("%+v", b)
	}
	equal(t, "faults", faultsOf(faults), []string{"4 kind Тверь/Я: sheetrow.kind море|ru, abroad, local", "4 depart Тверь/Я: sheetrow.moment завтра", "4 transport Тверь/Я: sheetrow.transport ракета|plane, train, car, bus, ship, other",
		"4 crosses_border Тверь/Я: sheetrow.yes может", "4 road_to_min Тверь/Я: sheetrow.minutes -5"})
}

func TestListsWithoutRowsAreRefused(t *testing.T) {
	for _, read := range []func(Table) ([]Fault, error){
		func(t Table) ([]Fault, error) { _, f, err := ReadPeople(t); return f, err },
		func(t Table) ([]Fault, error) { _, f, err := ReadAbsences(t); return f, err },
		func(t Table) ([]Fault, error) { _, f, err := ReadTrips(t); return f, err },
	} {
		if _, err := read(tableOf(t, "person\n")); err == nil || err.(data.Problem).Code != "sheetrow.noRows" {
			t.Errorf("%v", err)
		}
	}
}

// Lists of any bytes are read or refused, never more rows than there are.
func FuzzLists(f *testing.F) {
	f.Add("person,kind,from,to,deputy\nБорисова,vacation,2026-12-01,2026-12-14,\n")
	f.Add("person,position,grade,hours_week,cost_rate,bill_rate\nА Б,,lead,40,1,2\n")
	f.Add("trip,person,depart,arrive\nТ,Я,2026-11-30T06:35,2026-11-30T11:05\n")
	f.Fuzz(func(t *testing.T, s string) {
		tab, err := Read(strings.NewReader(s))
		if err != nil {
			return
		}
		if p, faults, err := ReadPeople(tab); err == nil && len(p.Rows)+len(faults) < len(tab.Rows) {
			t.Errorf("%d rows, %d faults of %d", len(p.Rows), len(faults), len(tab.Rows))
		}
		if a, faults, err := ReadAbsences(tab); err == nil && len(a.Rows)+len(faults) < len(tab.Rows) {
			t.Errorf("%d rows, %d faults of %d", len(a.Rows), len(faults), len(tab.Rows))
		}
		if x, faults, err := ReadTrips(tab); err == nil && len(x.Rows)+len(faults) < len(tab.Rows) {
			t.Errorf("%d rows, %d faults of %d", len(x.Rows), len(faults), len(tab.Rows))
		}
	})
}
