package text

import (
	"reflect"
	"testing"

	"portfel/data"
)

func TestJournaledValuesAsPeopleReadThem(t *testing.T) {
	stored := func(k data.Kind, column, v string) func(w *Words) string {
		return func(w *Words) string { return w.Column(column) + ": " + w.Stored(k, column, v) }
	}
	check(t, []row{
		both("a status", stored(data.KindTrip, "status", "planned"), "Состояние: Запланирована", "Status: Planned"),
		both("a date", stored(data.KindTask, "deadline_on", "2026-11-27"), "Срок: 27.11.2026", "Deadline: 27 Nov 2026"),
		both("a moment", stored(data.KindLeg, "depart", "2026-11-30T06:35 Europe/Moscow"), "Отправление: 30.11.2026 06:35 МСК", "Departure: 30 Nov 2026 06:35 MSK"),
		both("effort", stored(data.KindTask, "effort", "390"), "Трудозатраты: 6,5 ч", "Effort: 6.5 h"),
		both("a span", stored(data.KindTask, "duration", "2.5d"), "Длительность: 2,5 дн.", "Duration: 2.5 d"),
		both("a text", stored(data.KindTask, "name", "Форма"), "Название: Форма", "Name: Форма"),
		both("nothing", stored(data.KindTask, "name", ""), "Название: —", "Name: —"),
		both("an unknown column", stored(data.KindTask, "no_such", "5"), "no_such: 5", "no_such: 5"),
	})
}

// History names every column of every record.
func TestEveryColumnHasAName(t *testing.T) {
	for _, r := range data.Records {
		typ := reflect.TypeOf(r)
		for i := range typ.NumField() {
			if name := typ.Field(i).Name; name != "ID" {
				needWords(t, "field.", camel(column(name)))
			}
		}
	}
}

func TestRecordsAreNamedInSentences(t *testing.T) {
	p := data.Problem{Code: "inUse", Args: []string{"@kind.trip|Казань", "@kind.task|Форма"}}
	check(t, []row{
		both("a list of records", func(w *Words) string {
			return w.List([]string{w.arg(p.Args[0]), w.arg(p.Args[1]), w.arg("@no.such"), w.arg("a|b")})
		},
			"командировка «Казань», задача «Форма», @no.such и a|b", "trip “Казань”, task “Форма”, @no.such and a|b"),
	})
	if got, want := For(RU).Problem(p), "Удалить нельзя, с этой записью связаны: командировка «Казань» и задача «Форма»."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
