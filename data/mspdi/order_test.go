package mspdi

import (
	"encoding/xml"
	"errors"
	"io"
	"math/rand"
	"os"
	"slices"
	"strings"
	"testing"

	"portfel/data"
)

// published are the sequences of the schema of 2007, by record.
func published(t *testing.T) map[string][]string {
	t.Helper()
	b, err := os.ReadFile("testdata/order2007.txt")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]string{}
	for _, line := range strings.Split(string(b), "\n") {
		if name, list, ok := strings.Cut(line, ": "); ok && !strings.HasPrefix(line, "#") {
			out[name] = strings.Fields(list)
		}
	}
	return out
}

func TestOrdersAreThoseOfTheSchema(t *testing.T) {
	orders := map[string]*order{
		"Project": projectOrder, "Calendar": calendarOrder, "WeekDay": weekDayOrder, "Exception": exceptionOrder,
		"WorkWeek": workWeekOrder, "Task": taskOrder, "PredecessorLink": linkOrder, "Value": valueOrder,
		"Baseline": baselineOrder, "Resource": resourceOrder, "AvailabilityPeriod": availabilityOrder,
		"Rate": rateOrder, "Assignment": assignmentOrder,
	}
	for name, want := range published(t) {
		var got []string
		for _, n := range orders[name].names {
			if slices.Contains(want, n) {
				got = append(got, n)
			}
		}
		equal(t, name, got, want)
		delete(orders, name)
	}
	equal(t, "orders without a sequence", len(orders), 0)
}

// children are the names of the elements of each record in a written file.
func children(t *testing.T, source string) map[string][][]string {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(source))
	out := map[string][][]string{}
	var open []string
	var lists [][]string
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			if n := len(lists); n > 0 {
				lists[n-1] = append(lists[n-1], tok.Name.Local)
			}
			open, lists = append(open, tok.Name.Local), append(lists, nil)
		case xml.EndElement:
			n := len(open) - 1
			out[open[n]] = append(out[open[n]], lists[n])
			open, lists = open[:n], lists[:n]
		}
	}
}

// Whatever the order of a source, the file that is written has that of the
// schema.
func TestWrittenElementsStandInTheOrderOfTheSchema(t *testing.T) {
	want := published(t)
	rnd := rand.New(rand.NewSource(1))
	for range 50 {
		names := slices.DeleteFunc(slices.Clone(want["Task"]), func(n string) bool {
			return n == "UID" || n == "PredecessorLink" || n == "ExtendedAttribute" || n == "Baseline"
		})
		rnd.Shuffle(len(names), func(i, k int) { names[i], names[k] = names[k], names[i] })
		var b strings.Builder
		for _, n := range names {
			b.WriteString("<" + n + ">1</" + n + ">") // no date is "1": those are kept as they stand
		}
		f := parse(t, inProject(`<Tasks><Task>`+b.String()+`<Baseline><Cost>1</Cost><Number>1</Number></Baseline><UID>5</UID></Task></Tasks>`))
		got := children(t, bytesOf(t, f))["Task"][0]
		at := -1
		for _, n := range got {
			k := slices.Index(want["Task"], n)
			if k <= at {
				t.Fatalf("%s stands behind %s", n, want["Task"][at])
			}
			at = k
		}
		equal(t, "elements", len(got), len(names)+2)
	}
}

// A file made anew has the elements that MS Project does not like to miss.
func TestNewFile(t *testing.T) {
	f := &File{
		Project: Project{SaveVersion: 14, Title: "План «Новый»", Start: at("2026-03-02T09:00"), CalendarUID: 1, MinutesPerDay: 480, DurationFormat: InDays, DefaultStart: 9 * 60, DefaultFinish: 18 * 60},
		Calendars: []Calendar{{UID: 1, Name: "Основной", Base: true, BaseUID: -1,
			Days:       []WeekDay{{DayType: 1}, {DayType: 2, Working: true, Shifts: "09:00-13:00 14:00-24:00"}},
			Exceptions: []Exception{{Name: "Праздник", Type: Daily, Range: WholeDays(date("2026-05-01"), date("2026-05-01")), Occurrences: 1}}}},
		Tasks: []Task{
			{UID: 1, Name: "Первая", OutlineLevel: 1, Duration: PeriodOf(960), DurationFormat: InDays},
			{UID: 2, Name: "Вторая", OutlineLevel: 1, Links: []Link{{PredecessorUID: 1, Type: data.FinishStart}}, Baselines: []Baseline{{Start: at("2026-03-02T09:00")}}},
		},
		Resources:   []Resource{{UID: 1, ID: 1, Name: "Иванов", MaxUnits: One}},
		Assignments: []Assignment{{UID: 1, TaskUID: 1, ResourceUID: 1, Units: One / 2, Work: PeriodOf(480)}},
	}
	f.Number()
	s := bytesOf(t, f)
	for _, want := range []string{
		"<Name>Первая</Name>\n\t\t\t<Active>1</Active>\n\t\t\t<Manual>0</Manual>\n\t\t\t<Type>0</Type>\n\t\t\t<IsNull>0</IsNull>\n\t\t\t<WBS>1</WBS>\n\t\t\t<OutlineNumber>1</OutlineNumber>\n\t\t\t<OutlineLevel>1</OutlineLevel>\n\t\t\t<Duration>PT16H0M0S</Duration>\n\t\t\t<DurationFormat>7</DurationFormat>",
		"<PredecessorUID>1</PredecessorUID>\n\t\t\t\t<Type>1</Type>\n\t\t\t\t<CrossProject>0</CrossProject>\n\t\t\t\t<LinkLag>0</LinkLag>",
		"<ScheduleFromStart>1</ScheduleFromStart>",
		"<ToTime>00:00:00</ToTime>",
		"<FromDate>2026-05-01T00:00:00</FromDate>\n\t\t\t\t\t\t<ToDate>2026-05-01T23:59:00</ToDate>",
		"<Number>0</Number>",
		"<Units>0.5</Units>",
	} {
		if !strings.Contains(s, want) {
			t.Errorf("no %q in\n%s", want, s)
		}
	}
	back := parse(t, s)
	equal(t, "priority", back.Tasks[0].Priority, 500)
	equal(t, "shifts", back.Calendars[0].Days[1].Shifts, data.Shifts("09:00-13:00 14:00-24:00"))
	equal(t, "exception", back.ExceptionDays(1), []Day{{On: date("2026-05-01"), Name: "Праздник"}})
	equal(t, "units", back.Assignments[0].Units, One/2)
	same(t, back, again(t, back))
}
