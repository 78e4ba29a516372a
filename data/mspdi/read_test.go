package mspdi

import (
	"fmt"
	"strings"
	"testing"

	"portfel/data"
)

func TestHeaderOf2003(t *testing.T) {
	f := loadFile(t, "2003.xml")
	p := f.Project
	equal(t, "title", p.Title, "Постановка бюджетирования")
	equal(t, "company", p.Company, "ООО «Север»")
	equal(t, "version", p.SaveVersion, 0)
	equal(t, "start", p.Start, at("2005-03-01T09:00"))
	equal(t, "finish", p.Finish, at("2005-03-16T18:00"))
	equal(t, "from finish", p.FromFinish, false)
	equal(t, "opens", p.DefaultStart, Clock(9*60))
	equal(t, "closes", p.DefaultFinish, Clock(18*60))
	equal(t, "day", p.MinutesPerDay, 480)
	equal(t, "currency", p.CurrencySymbol, "р.")
	equal(t, "week", p.WeekStart, 1)
	equal(t, "notes", len(f.Notes), 0)
	if !strings.Contains(p.Extra, "<CreationDate>2005-02-01T09:00:00</CreationDate>") {
		t.Errorf("the date of creation is lost: %q", p.Extra)
	}
}

func TestTasksOf2003(t *testing.T) {
	f := loadFile(t, "2003.xml")
	a, b := f.Tasks[1], f.Tasks[2]
	equal(t, "name", a.Name, "Обследование")
	equal(t, "priority", a.Priority, 700)
	equal(t, "type", a.Type, FixedUnits)
	equal(t, "effort driven", a.EffortDriven, true)
	equal(t, "estimated", a.DurationFormat.Estimated(), true)
	equal(t, "span", f.Project.Span(a.Duration, a.DurationFormat), data.Days(3))
	equal(t, "exact", a.Duration.Minutes(), data.Hours(24))
	equal(t, "NA", a.Stop, data.Stamp{})
	equal(t, "deadline", a.Deadline, at("2005-03-04T18:00"))
	equal(t, "note", a.Notes, "Интервью с директором & бухгалтером")
	equal(t, "no calendar", a.CalendarUID, -1)

	equal(t, "priority not given", b.Priority, 500)
	equal(t, "type", b.Type, FixedWork)
	equal(t, "constraint", b.Constraint, data.NotEarlier)
	equal(t, "constraint date", b.ConstraintDate, at("2005-03-09T09:00"))
	equal(t, "link", b.Links[0].Type, data.FinishStart)
	lag, ok := f.Project.Lag(&b.Links[0])
	equal(t, "lag", lag, data.Days(1)) // 4800 tenths of a minute
	equal(t, "lag known", ok, true)
	equal(t, "active", a.Inactive, false)
}

func TestTaskOf2016(t *testing.T) {
	f := loadFile(t, "2016.xml")
	a := f.Tasks[2]
	equal(t, "span of 450 minutes a day", f.Project.Span(a.Duration, a.DurationFormat), data.Days(5)) // 37.5 h
	equal(t, "work keeps its seconds", a.Work, Period(30*3600+30))
	equal(t, "work in minutes, half up", a.Work.Minutes(), data.Hours(30)+1)
	equal(t, "stop", a.Stop, at("2026-03-03T17:30"))
	equal(t, "resume", a.Resume, at("2026-03-04T09:00"))
	equal(t, "late finish", a.LateFinish, at("2026-03-06T17:30"))
	equal(t, "slack", a.TotalSlack.Minutes(), data.Minutes(450)) // 4500 tenths: a day
	equal(t, "fixed cost", a.FixedCost.Decimal(), "15000.00")    // hundredths
	equal(t, "accrual", a.FixedCostAccrual, AtEnd)
	equal(t, "cost to the kopeck", a.Cost.Decimal(), "75000.51")
	equal(t, "per cent", [2]int{a.Percent, a.PercentWork}, [2]int{40, 35})
	equal(t, "actual", [2]Period{a.ActualDuration, a.ActualWork}, [2]Period{15 * 3600, 10*3600 + 1800})
	equal(t, "constraint", a.Constraint, data.NotLater)
	equal(t, "of finish", a.ConstraintOfFinish(), true)
	equal(t, "link", a.HyperlinkAddress, "https://example.org/a?b=1&c=2")
	equal(t, "note", a.Notes, "Строка 1\nСтрока 2")
	equal(t, "critical", a.Critical, true)
	equal(t, "field", a.Values[0].Value, "№ 17/26")
	equal(t, "field's name", f.Attributes[0].Alias, "Договор")
	equal(t, "name", f.Tasks[1].Name, "Этап <1>")
}

func TestBaselines(t *testing.T) {
	a := loadFile(t, "2016.xml").Tasks[2]
	b := a.Baselines[0]
	equal(t, "baselines", len(a.Baselines), 2)
	equal(t, "number", [2]int{b.Number, a.Baselines[1].Number}, [2]int{0, 10})
	equal(t, "start", b.Start, at("2026-03-02T09:00"))
	equal(t, "finish", b.Finish, at("2026-03-05T17:30"))
	equal(t, "duration", b.Duration, Period(30*3600))
	equal(t, "work", b.Work, Period(28*3600))
	equal(t, "cost", b.Cost.Decimal(), "70000.00")
}

func TestManualTaskAndLinks(t *testing.T) {
	f := loadFile(t, "2016.xml")
	a := f.Tasks[3]
	equal(t, "manual", a.Manual, true)
	equal(t, "priority 0 is given", a.Priority, 0)
	equal(t, "types", []data.LinkType{a.Links[0].Type, a.Links[1].Type}, []data.LinkType{data.StartStart, data.FinishFinish})
	lead, _ := f.Project.Lag(&a.Links[0])
	equal(t, "lead of an hour", lead, data.Span{Amount: -60, Unit: data.WorkMinutes})
	lag, _ := f.Project.Lag(&a.Links[1])
	equal(t, "two days by the clock", lag, data.Span{Amount: 2 * 1440, Unit: data.ElapsedMins})
}

func TestResourceAndAssignment(t *testing.T) {
	f := loadFile(t, "2016.xml")
	p, a := f.Resources[1], f.Assignments[0]
	equal(t, "name", p.Name, "Иванов Пётр")
	equal(t, "type", p.Type, WorkResource)
	equal(t, "units", p.MaxUnits.Percent(), 75)
	equal(t, "rate an hour", p.StandardRate.Money().Decimal(), "1234.57")
	equal(t, "rate exactly", p.StandardRate.String(), "1234.5678")
	equal(t, "shown by the day", p.StandardRateFormat, PerDay)
	equal(t, "per use", p.CostPerUse.Decimal(), "500.00")
	equal(t, "calendar", p.CalendarUID, 3)
	equal(t, "e-mail", p.Email, "ivanov@example.org")
	equal(t, "unnamed", f.Resources[0].Name, "")

	equal(t, "task", a.TaskUID, 12)
	equal(t, "person", a.ResourceUID, 1)
	equal(t, "units", a.Units.Percent(), 80)
	equal(t, "remaining", a.RemainingWork, Period(19*3600+30*60+30))
	equal(t, "baseline", a.Baselines[0].Work, Period(28*3600))
	equal(t, "no gaps", len(a.Gaps), 0)
	if n := strings.Count(a.Extra, "<TimephasedData>"); n != 4 {
		t.Errorf("%d of 4 phases are kept", n)
	}
}

// All eight constraints and what a plan makes of their dates.
func TestConstraints(t *testing.T) {
	for n, want := range []struct {
		kind   data.ConstraintKind
		finish bool
	}{
		{data.AsSoonAsPossible, false}, {data.AsLateAsPossible, false}, {data.MustStart, false}, {data.MustFinish, true},
		{data.NotEarlier, false}, {data.StartNotLater, false}, {data.FinishNotEarlier, true}, {data.NotLater, true},
	} {
		source := fmt.Sprintf(`<ConstraintType>%d</ConstraintType>`, n)
		f := parse(t, inTask(source+`<ConstraintDate>2026-03-02T09:00:00</ConstraintDate>`))
		equal(t, "constraint", f.Tasks[0].Constraint, want.kind)
		equal(t, "of finish", f.Tasks[0].ConstraintOfFinish(), want.finish)
		same(t, f, again(t, f))
		anew := bytesOf(t, &File{Tasks: []Task{{UID: 1, Constraint: want.kind}}})
		equal(t, "written", strings.Contains(anew, source), true)
	}
}

func TestEncodings(t *testing.T) {
	const russian = `<Project xmlns="http://schemas.microsoft.com/project"><Title>Ёлка № 1</Title></Project>`
	for name, source := range map[string]string{
		"utf-8":          `<?xml version="1.0" encoding="UTF-8"?>` + russian,
		"none":           russian,
		"utf-8 mark":     "\xEF\xBB\xBF" + `<?xml version="1.0"?>` + russian,
		"windows-1251":   `<?xml version="1.0" encoding="windows-1251"?>` + encode1251(russian),
		"utf-16 little":  "\xFF\xFE" + encode16(`<?xml version="1.0" encoding="UTF-16"?>`+russian, false),
		"utf-16 big":     "\xFE\xFF" + encode16(`<?xml version="1.0" encoding="utf-16"?>`+russian, true),
		"utf-16 no mark": encode16(`<?xml version="1.0" encoding="UTF-16"?>`+russian, false),
	} {
		t.Run(name, func(t *testing.T) {
			equal(t, "title", parse(t, source).Project.Title, "Ёлка № 1")
		})
	}
}

// encode1251 is written by the table of the code page: А..я from 0xC0, Ё 0xA8,
// № 0xB9.
func encode1251(s string) string {
	var out []byte
	for _, r := range s {
		switch {
		case r < 0x80:
			out = append(out, byte(r))
		case r >= 'А' && r <= 'я':
			out = append(out, byte(r-'А'+0xC0))
		case r == 'Ё':
			out = append(out, 0xA8)
		case r == '№':
			out = append(out, 0xB9)
		}
	}
	return string(out)
}

func encode16(s string, big bool) string {
	var out []byte
	for _, r := range s {
		a, b := byte(r), byte(r>>8)
		if big {
			a, b = b, a
		}
		out = append(out, a, b)
	}
	return string(out)
}

func TestFileWithoutNamespaceIsReadAndNoted(t *testing.T) {
	f := parse(t, `<Project><Title>План</Title><HideBar2>1</HideBar2><Tasks><Task><UID>1</UID><Name>А</Name><OutlineLevel>1</OutlineLevel><HideBar>1</HideBar></Task></Tasks></Project>`)
	equal(t, "title", f.Project.Title, "План")
	equal(t, "notes", codes(f.Notes), []string{"noNamespace "})
	back := again(t, f)
	same(t, f, back)
	equal(t, "notes after writing", len(back.Notes), 0)
}

func TestPrefixedNamespace(t *testing.T) {
	f := parse(t, `<p:Project xmlns:p="http://schemas.microsoft.com/project" xmlns="urn:other"><p:Title>План</p:Title><p:WorkFormat>2</p:WorkFormat><Title>чужой</Title></p:Project>`)
	equal(t, "title", f.Project.Title, "План")
	if !strings.Contains(f.Project.Extra, `<Title xmlns="urn:other">чужой</Title>`) {
		t.Errorf("the foreign element is lost: %q", f.Project.Extra)
	}
	same(t, f, again(t, f))
}
