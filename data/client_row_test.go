package data

import "testing"

func TestCheckDigitsOfRegisters(t *testing.T) {
	for _, c := range []struct {
		inn, ogrn string
		codes     string
	}{
		{"7707083893", "1027700132195", ""}, // a bank's published numbers
		{"7707083894", "", "innSum"},
		{"7707083893", "1027700132196", "ogrnSum"},
		{"500100732259", "", ""}, // the example of twelve digits in common use
		{"500100732258", "", "innSum"},
		{"123", "", ""}, // the length is Validate's
	} {
		got := ""
		for _, p := range CheckRegister(Client{Inn: c.inn, Ogrn: c.ogrn}) {
			got += p.Code
		}
		if got != c.codes {
			t.Errorf("%s %s: %q, want %q", c.inn, c.ogrn, got, c.codes)
		}
	}
}

func TestTwinsByNumberNamePhoneAndMail(t *testing.T) {
	a := ClientRow{ID: NewID[Client](), Name: "ООО «Балтик-Тара»", Inn: "7707083893"}
	b := ClientRow{ID: NewID[Client](), Name: "АО «Ёлка»"}
	k := ContactRow{ID: NewID[Contact](), ClientID: a.ID, FullName: "Рябов Алексей", Phone: "+7 495 000-33-44", Email: "Ryabov@tara.example", Client: a.Name}
	for _, c := range []struct {
		s    Sketch
		want TwinReason
	}{
		{Sketch{Name: "балтик тара"}, TwinName},
		{Sketch{Name: "Елка, ЗАО"}, TwinName},
		{Sketch{Name: "Другая", Inn: "7707083893"}, TwinInn},
		{Sketch{Name: "Другая", Phone: "8 (495) 0003344"}, TwinPhone},
		{Sketch{Name: "Другая", Email: " ryabov@TARA.example"}, TwinEmail},
		{Sketch{Name: "Балтик"}, 0},
		{Sketch{Name: "Балтик-Тара", Inn: "7707083893", Phone: k.Phone, Own: a.ID}, 0},
		{Sketch{Name: "ООО"}, 0},
	} {
		got := TwinReason(0)
		if found := Twins(c.s, []ClientRow{a, b}, []ContactRow{k}); len(found) > 0 {
			got = found[0].Reason
		}
		if got != c.want {
			t.Errorf("%+v: %d, want %d", c.s, got, c.want)
		}
	}
}

func TestSilenceAgainstCadence(t *testing.T) {
	today := NewDate(2026, 11, 23)
	for _, c := range []struct {
		row  ClientRow
		days int
		over bool
	}{
		{ClientRow{LastOn: today - 12, CadenceDays: 7}, 12, true},
		{ClientRow{LastOn: today - 7, CadenceDays: 7}, 7, false},
		{ClientRow{LastOn: today - 300}, 300, false},
		{ClientRow{CadenceDays: 7}, -1, false},
		{ClientRow{LastOn: today + 1, CadenceDays: 7}, 0, false},
	} {
		if days, over := c.row.Silence(today); days != c.days || over != c.over {
			t.Errorf("%+v: %d %v", c.row, days, over)
		}
	}
	late, later := ClientRow{LastOn: today - 12, CadenceDays: 7}, ClientRow{LastOn: today - 41, CadenceDays: 30}
	if CompareSilence(later, late, today) >= 0 {
		t.Error("eleven days over the cadence stand before five")
	}
}

func TestHealthByFacts(t *testing.T) {
	count := func(from, to Date) int { return int(to - from) }
	today := NewDate(2026, 11, 24)
	p := ProjectRow{Status: ProjectRunning, DeadlineOn: today + 20, FinishOn: today + 20}
	with := func(f func(*ProjectRow)) ProjectRow { q := p; f(&q); return q }
	for _, c := range []struct {
		name string
		row  ProjectRow
		want Health
		days int
	}{
		{"to the day", p, HealthTight, 0},
		{"after it", with(func(q *ProjectRow) { q.FinishOn += 6 }), HealthShift, 6},
		{"internal after it", with(func(q *ProjectRow) { q.FinishOn += 6; q.What = ProjectInternal }), HealthShift, 6},
		{"internal", with(func(q *ProjectRow) { q.What = ProjectInternal }), HealthInternal, 0},
		{"three days", with(func(q *ProjectRow) { q.FinishOn -= 3 }), HealthTight, 3},
		{"four days", with(func(q *ProjectRow) { q.FinishOn -= 4 }), HealthFits, 4},
		{"no plan", with(func(q *ProjectRow) { q.FinishOn = 0 }), HealthUnplanned, 0},
		{"no deadline", with(func(q *ProjectRow) { q.DeadlineOn = 0 }), HealthNoDeadline, 0},
		{"deadline gone", with(func(q *ProjectRow) { q.DeadlineOn, q.FinishOn = today-1, today-2 }), HealthOverdue, 1},
		{"paused", with(func(q *ProjectRow) { q.Status = ProjectPaused; q.FinishOn += 6 }), HealthNone, 0},
	} {
		if h, days := c.row.Health(today, count); h != c.want || days != c.days {
			t.Errorf("%s: %d %d", c.name, h, days)
		}
	}
}
