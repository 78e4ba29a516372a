package projects

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"portfel/app/desk"
	"portfel/app/desk/desktest"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// lines are the rows of a card as they are read: «label: value».
func lines(kv *ui.KeyValues) (out []string) {
	for _, r := range kv.Rows() {
		out = append(out, strings.ReplaceAll(r.Label+": "+r.Text, "\u00a0", " "))
	}
	return out
}

func has(t *testing.T, got []string, want ...string) {
	t.Helper()
	for _, w := range want {
		if !slices.Contains(got, w) {
			t.Errorf("no line %q in\n%s", w, strings.Join(got, "\n"))
		}
	}
}

// cells are the rows of a grid as they are read.
func cells(n int, cols int, fill func(int, *ui.Row)) (out []string) {
	for i := range n {
		row := ui.Row{Cells: make([]ui.Cell, cols)}
		fill(i, &row)
		var c []string
		for _, x := range row.Cells {
			c = append(c, strings.ReplaceAll(x.Text, "\u00a0", " "))
		}
		out = append(out, strings.Join(c, " | "))
	}
	return out
}

func away(t *testing.T, d *desktest.Desk) {
	t.Helper()
	a := data.Absence{ID: data.NewID[data.Absence](), PersonID: data.ShippedID[data.Person]("sample:person.lastochkin"), What: data.Vacation, Status: data.AbsencePlanned,
		StartsOn: data.NewDate(2026, 12, 28), EndsOn: data.NewDate(2026, 12, 30)}
	if err := d.Do(command.PutAbsence{Absence: a}); err != nil {
		t.Fatal(err)
	}
}

// Story 1: the plan is agreed with a day to spare; the vacation of 28–30.12 moves
// its end from 26.01 to 29.01, three working days after the baseline and two
// after the deadline 27.01.
func TestTheVacationOfStory1SpoilsTheProject(t *testing.T) {
	d, s := open(t)
	s.Show(sampleProject("copper"))
	o := s.view.pages[tabOverview].(*overview)
	has(t, lines(o.course), "Как идёт: Под угрозой", "По фактам: До срока 27.01.2027 остаётся 1 раб. день запаса", "Готово: 0 %: 0 из 416 ч", "Прошло срока: 0 %",
		"План кончается: 26.01.2027", "К базовому: Без сдвига к «Согласовано 23.11»", "Следующая веха: ТЗ утверждено, 26.01.2027")
	away(t, d)
	has(t, lines(o.course), "Как идёт: Срыв срока", "По фактам: План кончается на 2 раб. дня позже срока 27.01.2027", ": План кончается на 3 раб. дня позже базового «Согласовано 23.11»",
		"План кончается: 29.01.2027", "К базовому: +3 раб. дня к «Согласовано 23.11»", "Следующая веха: ТЗ утверждено, 29.01.2027")
	if got := seen(s, "МК-26"); got[colHealth] != "сдвиг +2 дн." || got[colFinish] != "29.01.27" {
		t.Errorf("the register says %v", got)
	}
	d.Undo()
	has(t, lines(o.course), "Как идёт: Под угрозой", "План кончается: 26.01.2027")
}

// Story 1: 144, 232 and 40 hours; 504 000, 556 800 and 0 roubles by rates; 230 400,
// 243 600 and 18 000 of cost, and the trip by its estimate: 31 300 and tickets for
// 24 600. 2 100 000 - 492 000 - 55 900 = 1 552 100, 73.91 per cent.
func TestTheMoneyOfStory1(t *testing.T) {
	d, s := open(t)
	s.Show(sampleProject("copper"))
	s.view.tabs.Select(tabMoney)
	m := s.view.pages[tabMoney].(*money)
	has(t, lines(m.sums), "Оплата: Фиксированная цена", "Цена без НДС: 2 100 000 ₽", "Часы по ставкам клиента: 1 060 800 ₽", "Себестоимость часов: 492 000 ₽",
		"Командировки: 55 900 ₽, по отчётам 0 ₽",
		"Маржа: 1 552 100 ₽ · 73,9 %", "Освоено затрат: 0 ₽ из 547 900 ₽", "Часы: сделано 0 ч из 416 ч, осталось 416 ч")
	has(t, cells(m.lines(), 6, m.fillLine), "Кузнецова А. С. | 144 ч | 0 ч | 144 ч | 230 400 ₽ | 504 000 ₽", "Ласточкин Д. О. | 232 ч | 0 ч | 232 ч | 243 600 ₽ | 556 800 ₽",
		"Громов И. П. | 40 ч | 0 ч | 40 ч | 18 000 ₽ | 0 ₽", "Всего | 416 ч | 0 ч | 416 ч | 492 000 ₽ | 1 060 800 ₽")
	m.sums.Edit(1)
	d.Replace("")
	d.Press(fyne.KeyReturn)
	// By rates: 1 060 800 - 547 900 = 512 900, 48.35 per cent.
	has(t, lines(m.sums), "Цена без НДС: 1 060 800 ₽ по ставкам", "Маржа: 512 900 ₽ · 48,4 %")
	m.sums.Edit(1)
	d.Replace("400 000")
	d.Press(fyne.KeyReturn)
	has(t, lines(m.sums), "Маржа: −147 900 ₽ · −37 % · убыток")
	d.Undo()
	d.Undo()
	has(t, lines(m.sums), "Цена без НДС: 2 100 000 ₽")
}

// Without Громов's cost rate his 40 hours cost nothing known: 492 000 - 18 000.
func TestHoursWithoutARateAreNamed(t *testing.T) {
	d, s := open(t)
	s.Show(sampleProject("copper"))
	s.view.tabs.Select(tabMoney)
	m := s.view.pages[tabMoney].(*money)
	if err := d.Do(command.Delete{Ref: data.RefTo(data.KindRate, data.ShippedID[data.Rate]("sample:rate.cost.gromov"))}); err != nil {
		t.Fatal(err)
	}
	s.Reload()
	has(t, lines(m.sums), "Себестоимость часов: 474 000 ₽")
	if got := strings.ReplaceAll(m.note.Text, "\u00a0", " "); !strings.HasPrefix(got, "Нет ставки себестоимости: Громов И. П. — 40 ч; эти часы в затраты не вошли.") {
		t.Errorf("note %q", got)
	}
	has(t, cells(m.lines(), 6, m.fillLine), "Громов И. П. | 40 ч | 0 ч | 40 ч | нет ставки | 0 ₽")
}

// Tasks done by half: 56 + 64 hours of story 1's stage 1.1 at 50 per cent.
func TestWorkDoneByPerCent(t *testing.T) {
	d, s := open(t)
	s.Show(sampleProject("copper"))
	s.view.tabs.Select(tabMoney)
	m := s.view.pages[tabMoney].(*money)
	rec, err := d.Read().Load(data.RefTo(data.KindTask, data.ShippedID[data.Task]("sample:task.copper.1.1")))
	if err != nil {
		t.Fatal(err)
	}
	x := rec.(data.Task)
	x.Percent = 50
	if err := d.Do(command.Put{Record: x}); err != nil {
		t.Fatal(err)
	}
	// 12 of 24 and 16 of 32 hours: 12 × 1 600 + 16 × 1 050 = 36 000.
	has(t, lines(m.sums), "Освоено затрат: 36 000 ₽ из 547 900 ₽", "Часы: сделано 28 ч из 416 ч, осталось 388 ч")
	has(t, cells(m.lines(), 6, m.fillLine), "Кузнецова А. С. | 144 ч | 12 ч | 132 ч | 230 400 ₽ | 504 000 ₽")
}

// A late project: 35 of 68 working days of its term are gone, 5.10 to 23.11 of
// 5.10 to 18.01.
func TestReasonsOfALateProject(t *testing.T) {
	_, s := open(t)
	s.Show(sampleProject("daisy"))
	o := s.view.pages[tabOverview].(*overview)
	has(t, lines(o.course), "Как идёт: Срыв срока", "По фактам: План кончается на 6 раб. дней позже срока 18.01.2027", ": 1 работа просрочена", ": В плане 1 противоречие", "Прошло срока: 51 %")
	if !slices.ContainsFunc(o.rows, func(r sideRow) bool {
		return r.problem != "" && r.task.Name == "Обучение пользователей"
	}) {
		t.Error("the contradiction is not listed")
	}
}

func TestHoursOverTheBaseline(t *testing.T) {
	d, s := open(t)
	s.Show(sampleProject("copper"))
	rec, err := d.Read().Load(data.RefTo(data.KindAssignment, data.ShippedID[data.Assignment]("sample:share.copper.2.2.kuznetsova")))
	if err != nil {
		t.Fatal(err)
	}
	a := rec.(data.Assignment)
	a.Effort += data.Hours(12)
	task, err := d.Read().Load(data.RefTo(data.KindTask, a.TaskID))
	if err != nil {
		t.Fatal(err)
	}
	x := task.(data.Task)
	x.Effort += data.Hours(12)
	if err := d.Do(command.All{Key: "command.put.assignment", Commands: []desk.Command{command.Put{Record: a}, command.Put{Record: x}}}); err != nil {
		t.Fatal(err)
	}
	has(t, lines(s.view.pages[tabOverview].(*overview).course), ": Перерасход 12 ч: часов больше, чем в базовом плане «Согласовано 23.11»")
}

// By hand: the choice asks for a reason, and the card and the register say that
// it is by hand; the facts stay beside it.
func TestHealthByHandNeedsAReason(t *testing.T) {
	d, s := open(t)
	s.Show(sampleProject("copper"))
	o := s.view.pages[tabOverview].(*overview)
	o.course.Edit(0)
	d.Type("Срыв")
	d.Press(fyne.KeyReturn)
	if d.Canvas().Overlays().Top() == nil {
		t.Fatal("nothing asks for the reason")
	}
	d.Press(fyne.KeyReturn)
	if !strings.Contains(d.Seen(), "Нужно заполнить.") {
		t.Errorf("no reason is taken for one: %q", d.Seen())
	}
	d.Type("Клиент не даёт данных")
	d.Press(fyne.KeyReturn)
	has(t, lines(o.course), "Как идёт: Срыв срока — указано вручную", "Причина: Клиент не даёт данных", "По фактам: До срока 27.01.2027 остаётся 1 раб. день запаса")
	if got := seen(s, "МК-26")[colHealth]; got != "срыв, вручную" {
		t.Errorf("the register says %q", got)
	}
	d.Undo()
	has(t, lines(o.course), "Как идёт: Под угрозой")
}

// made makes a project by keys alone: its name, a template, the start 30.11.2026.
func made(d *desktest.Desk, s *Screen, name, template string) {
	s.create()
	d.Type(name)
	for range 5 { // code, client, kind, billing, template
		d.Canvas().FocusNext()
	}
	d.Type(template)
	d.Press(fyne.KeyReturn)
	d.Canvas().FocusNext()
	d.Replace("30.11.2026")
	d.Press(fyne.KeyReturn)
}

// The template of the program: 5 + 4 + 3 + 5 + 8 + 5 + 5 + 5 + 2 working days from
// 30.11.2026 on, with 31.12 to 10.01 off, end on 04.02.2027; 448 hours.
func TestANewProjectFromATemplate(t *testing.T) {
	d, s := open(t)
	options := templateOptions(d)
	if len(options) != 4 || options[0].Label != "Диагностика управленческого учёта" || options[3].Label != "Без шаблона" {
		t.Fatalf("%+v", options)
	}
	if n := strings.ReplaceAll(options[2].Note, "\u00a0", " "); options[2].Label != "Постановка бюджетирования" || n != "10 задач · 448 ч" {
		t.Errorf("%q: %q", options[2].Label, n)
	}
	made(d, s, "Бюджет завода", "Постановка")
	if s.view.project.Name != "Бюджет завода" {
		t.Fatalf("card %q, failed %v", s.view.project.Name, d.Failed)
	}
	has(t, lines(s.view.pages[tabOverview].(*overview).course), "План кончается: 04.02.2027", "Готово: 0 %: 0 из 448 ч")
	s.view.tabs.Select(tabMoney)
	m := s.view.pages[tabMoney].(*money)
	if got := strings.ReplaceAll(m.note.Text, "\u00a0", " "); !strings.HasPrefix(got, "Никому не назначено 448 ч: их стоимость неизвестна.") {
		t.Errorf("note %q", got)
	}
	d.Undo()
	if len(s.all) != 8 {
		t.Error("one undo takes it all back")
	}
}

// A plan saved as a template is offered to the next project: 416 hours of story 1
// without their people.
func TestThePlanAsATemplate(t *testing.T) {
	d, s := open(t)
	s.Show(sampleProject("copper"))
	before := len(templateOptions(d))
	for _, a := range s.Actions() {
		if a.Label == "Сохранить план как шаблон…" {
			a.Do()
		}
	}
	d.Replace("Постановка бюджетирования")
	d.Press(fyne.KeyReturn)
	if !strings.Contains(d.Seen(), "Шаблон «Постановка бюджетирования» уже есть.") {
		t.Errorf("two templates of one name: %q", d.Seen())
	}
	d.Replace("Наш бюджет")
	d.Press(fyne.KeyReturn)
	options := templateOptions(d)
	if len(options) != before+1 || options[3].Label != "Наш бюджет" || strings.ReplaceAll(options[3].Note, "\u00a0", " ") != "6 задач · 416 ч" {
		t.Fatalf("%+v, failed %v", options, d.Failed)
	}
	if len(d.Said) != 1 || !strings.Contains(d.Said[0], "Наш бюджет") {
		t.Errorf("said %v", d.Said)
	}
	made(d, s, "Второй завод", "Наш")
	// The days of story 1, and no deadline of it.
	has(t, lines(s.view.pages[tabOverview].(*overview).course), "План кончается: 26.01.2027", "Готово: 0 %: 0 из 416 ч")
	for range 2 {
		d.Undo()
	}
	if len(templateOptions(d)) != before {
		t.Error("undo leaves the template")
	}
}

// The plan follows the calendar that the project is given: a week with a working
// Saturday ends earlier.
func TestTheCalendarOfAProject(t *testing.T) {
	d, s := open(t)
	six := data.Calendar{ID: data.NewID[data.Calendar](), Name: "Шестидневка", BaseID: command.Russia, Hours: data.MakeWeekShifts([7]data.Shifts{
		"", "09:00-13:00 14:00-18:00", "09:00-13:00 14:00-18:00", "09:00-13:00 14:00-18:00", "09:00-13:00 14:00-18:00", "09:00-13:00 14:00-18:00", "09:00-13:00"})}
	if err := d.Do(command.Put{Record: six}); err != nil {
		t.Fatal(err)
	}
	s.Show(sampleProject("copper"))
	o := s.view.pages[tabOverview].(*overview)
	for i, r := range o.fields.Rows() {
		if r.Label == "Календарь" {
			if r.Text != "Как у владельца файла" {
				t.Errorf("calendar %q", r.Text)
			}
			o.fields.Edit(i)
		}
	}
	d.Type("Шести")
	d.Press(fyne.KeyReturn)
	has(t, lines(o.fields), "Календарь: Шестидневка")
	rec, err := d.Read().Load(data.RefTo(data.KindPlan, s.view.row.PlanID))
	if err != nil || rec.(data.Plan).CalendarID != six.ID {
		t.Errorf("the plan stands on %v %v", rec.(data.Plan).CalendarID, err)
	}
	d.Undo()
	has(t, lines(o.fields), "Календарь: Как у владельца файла")
}
