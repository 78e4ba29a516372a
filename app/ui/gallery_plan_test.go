package ui

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"portfel/data"
)

type planRow struct {
	wbs, name, who string
	hours          int
	from, to       string
	done           int
	depth          int
	kind           BarKind
	role           Role
}

var planRows = []planRow{
	{"1", "Обследование", "", 120, "2026-10-19", "2026-11-03", 100, 0, SummaryBar, Plain},
	{"1.1", "Интервью с финансовой службой", "Вы", 32, "2026-10-19", "2026-10-23", 100, 1, TaskBar, Done},
	{"1.2", "Описание платёжного процесса", "Петрова А.", 56, "2026-10-26", "2026-10-30", 100, 1, TaskBar, Done},
	{"1.3", "Отчёт об обследовании", "Вы", 32, "2026-11-02", "2026-11-03", 100, 1, TaskBar, Done},
	{"2", "Прототип", "", 180, "2026-11-05", "2026-11-27", 61, 0, SummaryBar, Plain},
	{"2.1", "Модель данных казначейства", "Петрова А.", 48, "2026-11-05", "2026-11-12", 100, 1, TaskBar, Done},
	{"2.2", "Настройка заявок на платёж", "Вы", 52, "2026-11-10", "2026-11-18", 80, 1, TaskBar, Plain},
	{"2.3", "Демонстрационный пример «БДДС, 3 юрлица»", "Ильин Д.", 40, "2026-11-18", "2026-11-25", 60, 1, TaskBar, Late},
	{"2.4", "Показ прототипа заказчику", "Вы", 0, "2026-11-27", "2026-11-27", 0, 1, MilestoneBar, Plain},
	{"3", "Техническое задание", "", 96, "2026-11-30", "2026-12-09", 0, 0, SummaryBar, Plain},
	{"3.1", "Черновик ТЗ", "Вы", 56, "2026-11-30", "2026-12-04", 0, 1, TaskBar, Late},
	{"3.2", "Согласование с заказчиком", "Вы", 24, "2026-12-07", "2026-12-08", 0, 1, TaskBar, Late},
	{"3.3", "ТЗ утверждено", "", 0, "2026-12-09", "2026-12-09", 0, 1, MilestoneBar, Plain},
	{"4", "Опытная эксплуатация", "", 124, "2026-12-10", "2026-12-18", 0, 0, SummaryBar, Plain},
	{"4.1", "Обучение пользователей", "Петрова А.", 36, "2026-12-10", "2026-12-14", 0, 1, TaskBar, Plain},
	{"4.2", "Сопровождение платёжной недели", "Вы", 72, "2026-12-14", "2026-12-18", 0, 1, TaskBar, Late},
	{"4.3", "Акт выполненных работ", "Вы", 0, "2026-12-18", "2026-12-18", 0, 1, MilestoneBar, Plain},
}

func planColumns() []Column {
	return []Column{
		{ID: "wbs", Title: pick("№", "No."), Width: 46}, {ID: "name", Title: pick("Работа", "Task"), Width: 268, Tree: true, Flex: true,
			Editor: func(i int) Editor { return NewField(planRows[i].name) }},
		{ID: "who", Title: pick("Исполнитель", "Assignee"), Width: 104}, {ID: "hours", Title: pick("Часы", "Hours"), Width: 62, Right: true},
		{ID: "from", Title: pick("Начало", "Start"), Width: 70}, {ID: "to", Title: pick("Финиш", "Finish"), Width: 70}, {ID: "done", Title: "%", Width: 54, Right: true},
	}
}

func samplePlan() *TreeGantt {
	t := NewTreeGantt(planColumns(), func() int { return len(planRows) }, func(i int, r *Row) {
		s := planRows[i]
		r.ID, r.Depth, r.Bold = s.wbs, s.depth, false
		c := r.Cells
		c[0] = Cell{Text: s.wbs, Small: true, Role: Muted}
		c[1] = Cell{Text: s.name, Bold: s.depth == 0}
		if s.depth == 0 {
			r.Toggle = Open
		}
		c[2].Text = s.who
		if s.hours > 0 {
			c[3].Text = fmt.Sprint(s.hours)
		}
		c[4].Text, c[5].Text, c[6].Text = dayMonth(day(s.from)), dayMonth(day(s.to)), fmt.Sprint(s.done)
	}, 640)
	n := t.Gantt
	n.Today = day("2026-11-24")
	n.Fill = func(i int, b *Bar) {
		s := planRows[i]
		*b = Bar{Kind: s.kind, Start: day(s.from), Finish: day(s.to), Progress: float32(s.done) / 100, Role: s.role, Label: s.who}
		if s.kind == SummaryBar {
			b.Label = ""
		}
		if s.kind == MilestoneBar {
			b.Label = dayMonth(b.Finish)
		}
	}
	n.Spans = []Span{{From: day("2026-12-01"), To: day("2026-12-04"), Label: "СПб"}}
	n.SetRange(day("2026-10-19"), day("2026-12-18"))
	n.SetLinks([]Dependency{{From: 1, To: 2}, {From: 2, To: 3}, {From: 5, To: 6}, {From: 6, To: 7, Critical: true}, {From: 7, To: 8, Critical: true}, {From: 8, To: 10, Critical: true}, {From: 10, To: 11, Critical: true}, {From: 11, To: 12, Critical: true}, {From: 12, To: 14}})
	t.Grid.SelectID("2.3")
	return t
}

func planScreen(t *TreeGantt) fyne.CanvasObject {
	top := NewTopBar("Вектор-Строй · Казначейство", pick("финиш 18.12, базовый 16.12", "finish 18 Dec, baseline 16 Dec"), func() {}, NewButton(Secondary, pick("Экспорт", "Export"), nil), NewButton(Primary, pick("Добавить", "Add"), nil))
	top.SetChip(Risk, pick("запас 1 день", "1 day of float"))
	strip := NewStrip("34 работы · 520 ч план · 388 ч факт · 1 312 000 ₽",
		NewSegmented([]Option{{"w", pick("Неделя", "Week"), ""}, {"d", pick("День", "Day"), ""}, {"m", pick("Месяц", "Month"), ""}}, "w", nil),
		NewToggles([]Option{{"c", pick("Критический путь", "Critical path"), ""}, {"b", pick("Базовый план", "Baseline"), ""}, {"l", pick("Загрузка", "Load"), ""}}, []string{"c"}, nil))
	return frame("plan", top, Down(0, Own(strip), Flex(1, t.View)))
}

func TestGalleryPlan(t *testing.T) {
	themes(t, "plan", 1440, 900, func() fyne.CanvasObject { return planScreen(samplePlan()) })
}

func TestGalleryPlanZoom(t *testing.T) {
	for z, name := range map[Zoom]string{ByDay: "plan-by-day", ByMonth: "plan-by-month", ByQuarter: "plan-by-quarter"} {
		win := window(t, NewLabel(""), 1440, 900)
		p := samplePlan()
		p.Gantt.Baseline = true
		fill := p.Gantt.Fill
		p.Gantt.Fill = func(i int, b *Bar) { fill(i, b); b.BaseStart, b.BaseFinish = b.Start-2, b.Finish-2 }
		win.SetContent(planScreen(p))
		p.Gantt.SetZoom(z)
		p.Gantt.ShowDay(day("2026-11-10"))
		shoot(t, win, name)
	}
}

func manyRows(n int) *TreeGantt {
	base := data.Date(day("2026-01-12"))
	t := NewTreeGantt(planColumns(), func() int { return n }, func(i int, r *Row) {
		s := &planRows[i%len(planRows)]
		r.ID, r.Depth = s.wbs, s.depth
		r.Cells[0] = Cell{Text: s.wbs, Small: true, Role: Muted}
		r.Cells[1] = Cell{Text: s.name, Bold: s.depth == 0}
		r.Cells[2].Text, r.Cells[3].Text = s.who, "40"
		r.Cells[4].Text, r.Cells[5].Text, r.Cells[6].Text = "18.11", "25.11", "60"
	}, 640)
	t.Gantt.Today = day("2026-03-01")
	t.Gantt.Fill = func(i int, b *Bar) {
		s := base + data.Date(i%90)
		*b = Bar{Start: s, Finish: s + 6, Progress: .4, Label: "Петрова А."}
	}
	t.Gantt.SetRange(base, base+120)
	links := make([]Dependency, n-1)
	for i := range links {
		links[i] = Dependency{From: i, To: i + 1}
	}
	t.Gantt.SetLinks(links)
	return t
}
