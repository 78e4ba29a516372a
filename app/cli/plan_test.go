package cli

import (
	"strings"
	"testing"
)

// Story 1: 3.1 begins on 13 January because 2.2 ends on the 12th; 2.2 loses the
// seven weekdays of the holidays, and with the vacation three more.
func TestWhyNamesWhatBinds(t *testing.T) {
	d := newDesk(t)
	d.ok("new", "@a.portfel", "--demo")
	head := "cause\tsubject\tfrom\tto\tdays\ttext\n"
	d.says(0, head+"link\t2.2\t2026-12-23\t2027-01-12\t-\tпосле работы 2.2 «Регламент бюджетирования», связь ОН, 23.12.2026–12.01.2027\n"+
		"daysOff\t2.2\t2026-12-31\t2027-01-10\t7\tнерабочие дни 31.12.2026–10.01.2027, Новогодние каникулы\n", "", "why", "@a.portfel", "МК-26", "3.1")
	d.says(0, head+"planStart\t1.1\t2026-11-30\t2026-11-30\t-\tstart of the plan 30 Nov 2026\n", "", "why", "@a.portfel", "МК-26", "1.1", "--lang", "en")
	d.says(2, "", "portfel: Работы «9.9» в плане «МК-26 Постановка бюджетирования» нет. Номера работ печатает portfel schedule\n", "why", "@a.portfel", "МК-26", "9.9")
}

// Story 1, the week of the trip: 24 hours of the project, two flights of 2 h 30
// and 2 h 35 by the clocks of their zones, half an hour of the 1:1.
func TestLoadOfTheWeekOfTheTrip(t *testing.T) {
	d := newDesk(t)
	d.ok("new", "@a.portfel", "--demo")
	out := d.ok("load", "@a.portfel", "2026-11-30", "2026-12-04")
	for _, want := range []string{"person\tweek\tminutes\tnorm\ttrips\tabsences\tmentoring\toverload\n",
		"Кузнецова А. С.\t2026-11-30\t1775\t2400\t305\t0\t30\t0\n", "Ласточкин Д. О.\t2026-11-30\t1920\t2400\t0\t0\t0\t0\n"} {
		if !strings.Contains(out, want) {
			t.Errorf("no line %q in\n%s", want, out)
		}
	}
	d.says(2, "", "portfel: Период с 2026-12-04 по 2026-11-30 не подходит: конец не раньше начала и не больше десяти лет.\n", "load", "@a.portfel", "2026-12-04", "2026-11-30")
}

// Two tasks of 3 and 2 whole days of one person run side by side from 30
// November; levelled they take five days, 30.11-04.12, two more than before. The
// preview changes nothing, --apply is one step.
func TestLevelShowsItsPriceAndKeepsItOnlyWhenAsked(t *testing.T) {
	d := newDesk(t)
	d.ok("new", "@a.portfel")
	d.write("p.csv", "id;parent;name;duration_days;predecessors;resource;effort_h\n1;;А;3;;Я;24\n2;;Б;2;;Я;16\n")
	d.ok("import", "@a.portfel", "@p.csv", "--project", "П", "--start", "2026-11-30")
	before := d.ok("schedule", "@a.portfel", "П")
	for _, line := range [][]string{{"level", "@a.portfel", "П"}, {"level", "@a.portfel"}} {
		out := d.ok(line...)
		if !strings.Contains(out, "price_days\tП\t2\n") || !strings.Contains(out, "overload_days\t-\t0\n") {
			t.Errorf("%v:\n%s", line, out)
		}
	}
	if after := d.ok("schedule", "@a.portfel", "П"); after != before {
		t.Errorf("a preview changed the plan:\n%s", after)
	}
	d.ok("level", "@a.portfel", "П", "--apply")
	got := d.ok("schedule", "@a.portfel", "П")
	if strings.Count(got, "2026-11-30") != 1 || strings.Count(got, "2026-12-04") != 1 {
		t.Errorf("levelled:\n%s", got)
	}
	d.ok("undo", "@a.portfel")
	if after := d.ok("schedule", "@a.portfel", "П"); after != before {
		t.Errorf("undone:\n%s", after)
	}
}
