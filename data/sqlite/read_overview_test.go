package sqlite_test

import (
	"path/filepath"
	"testing"
	"time"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sample"
	"portfel/data/sqlite"
)

func overviewFile(t testing.TB, fill func(*sqlite.File) error) *sqlite.File {
	t.Helper()
	now := func() time.Time { return time.Date(2026, 11, 24, 6, 42, 0, 0, time.UTC) }
	f, err := sqlite.Create(filepath.Join(t.TempDir(), "o.portfel"), command.Options(now))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	if err := fill(f); err != nil {
		t.Fatal(err)
	}
	return f
}

func overviewMe(t testing.TB, f *sqlite.File) data.ID[data.Person] {
	t.Helper()
	me, err := f.Read().Me()
	if err != nil {
		t.Fatal(err)
	}
	return me.ID
}

// The rows are worked out from the sample's records as of 24.11.2026, a
// Tuesday; the week ends on 29.11.
func TestAttentionIsWhatTheSampleOwes(t *testing.T) {
	f := overviewFile(t, sample.Fill)
	rows, err := f.Read().Attention(overviewMe(t, f), data.NewDate(2026, 11, 24), data.NewDate(2026, 11, 29))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]data.AttentionRow{}
	for i, r := range rows {
		got[string(r.What)+" "+r.Title] = r
		if i > 0 && !r.DueOn.IsZero() && r.DueOn < rows[i-1].DueOn {
			t.Errorf("%s stands after %s", r.DueOn, rows[i-1].DueOn)
		}
	}
	for key, due := range map[string]data.Date{
		"waiting Согласовать техническое задание с заказчиком":      data.NewDate(2026, 11, 20),
		"document Техническое задание на подсистему бюджетирования": data.NewDate(2026, 11, 20),
		"review Разобрать отчёт о диагностике прошлого проекта":     data.NewDate(2026, 11, 23),
		"report Казань": data.NewDate(2026, 11, 24),
		"meeting Созвон: ответ по разделу 4.2":              data.NewDate(2026, 11, 24),
		"task Демонстрационный пример «БДДС, 3 юрлица»":     data.NewDate(2026, 11, 25),
		"document Демонстрационный пример «БДДС, 3 юрлица»": data.NewDate(2026, 11, 25),
		"waiting Получить подписанный протокол приёмки":     data.NewDate(2026, 11, 25),
		"approval Регламент закрытия периода":               data.NewDate(2026, 11, 26),
		"papers Екатеринбург":                               data.NewDate(2026, 11, 25), // the 3rd working day before 30.11
		"task Недельный отчёт руководителю отдела":          data.NewDate(2026, 11, 27),
		"document Методические рекомендации по ЦФО":         data.NewDate(2026, 11, 27),
	} {
		r, ok := got[key]
		if !ok || r.DueOn != due {
			t.Errorf("%s: due %s, want %s (there: %v)", key, r.DueOn, due, ok)
		}
	}
	if r := got["waiting Согласовать техническое задание с заказчиком"]; r.WaitingSince != data.NewDate(2026, 11, 16) || r.Project != "Бюджетирование розничной сети" {
		t.Errorf("%+v", r)
	}
	for _, never := range []string{"waiting Выборочная проверка", "control 30", "meeting Планёрка отдела"} {
		if _, there := got[never]; there {
			t.Errorf("%s asks for attention", never)
		}
	}
}

func TestWorkOfAPersonHasRidesAndMeetings(t *testing.T) {
	f := overviewFile(t, sample.Fill)
	rows, err := f.Read().WorkOf(overviewMe(t, f), data.NewDate(2026, 11, 30), data.NewDate(2026, 12, 6))
	if err != nil {
		t.Fatal(err)
	}
	count, effort := map[data.WorkKind]int{}, map[string]data.Minutes{}
	for _, r := range rows {
		count[r.What]++
		effort[r.Title] = r.Effort
	}
	if count[data.WorkRide] != 2 || count[data.WorkMeeting] != 1 || effort["Интервью с ЦФО"] != data.Hours(24) {
		t.Errorf("%v %v", count, effort)
	}
	if _, paused := effort["Заключение и рекомендации"]; paused {
		t.Error("work of a paused project counts")
	}
}

func BenchmarkOverviewReads(b *testing.B) {
	size := sample.Size{People: 20, Clients: 60, Projects: 20, TasksPerProject: 1000, Trips: 2000, Documents: 5000, Events: 50000, Absences: 200}
	f := overviewFile(b, func(f *sqlite.File) error { return sample.Large(f, size, 1) })
	me := overviewMe(b, f)
	today := data.NewDate(2026, 11, 24)
	run := func(name string, read func(r *sqlite.Reader) (int, error)) {
		b.Run(name, func(b *testing.B) {
			n := 0
			for range b.N {
				var err error
				if n, err = read(f.Read()); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(n), "rows")
		})
	}
	run("attention", func(r *sqlite.Reader) (int, error) {
		rows, err := r.Attention(me, today, today+5)
		return len(rows), err
	})
	run("work", func(r *sqlite.Reader) (int, error) {
		rows, err := r.WorkOf(me, today.Monday(), today.Monday()+55)
		return len(rows), err
	})
	run("names", func(r *sqlite.Reader) (int, error) {
		rows, err := r.CalledNames()
		return len(rows), err
	})
	run("projects", func(r *sqlite.Reader) (int, error) {
		rows, err := r.Projects(data.ProjectFilter{PersonID: me}, today)
		return len(rows), err
	})
	run("mentorings", func(r *sqlite.Reader) (int, error) {
		rows, err := r.Mentorings(data.MentoringFilter{PersonID: me}, today)
		return len(rows), err
	})
	run("trips", func(r *sqlite.Reader) (int, error) {
		rows, err := r.Trips(data.TripFilter{Show: data.TripsAhead, Sort: data.TripsOldest, Today: today, PersonID: me})
		return len(rows), err
	})
	run("agenda of two weeks, mine", func(r *sqlite.Reader) (int, error) {
		rows, err := r.Agenda(data.AgendaFilter{From: today.Monday(), To: today.Monday() + 13, PersonID: me})
		return len(rows), err
	})
	run("agenda of a month, mine", func(r *sqlite.Reader) (int, error) {
		rows, err := r.Agenda(data.AgendaFilter{From: today - 23, To: today + 18, PersonID: me})
		return len(rows), err
	})
	run("agenda of a month, all", func(r *sqlite.Reader) (int, error) {
		rows, err := r.Agenda(data.AgendaFilter{From: today - 23, To: today + 18})
		return len(rows), err
	})
}
