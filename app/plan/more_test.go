package plan

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

func plainSpaces(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

func TestADragSaysWhatItWouldMove(t *testing.T) {
	d, s := copper(t)
	i := at(t, s, "3.1")
	// Two days more: 10 days from 13.01 end on 26.01, 12 on 28.01; the milestone goes
	// with it and misses 27.01 by a day.
	s.onDrag(i, on(2027, 1, 13), on(2027, 1, 28))
	if got := plainSpaces(s.sayDrag()); got != "сдвинет 2 работы · финиш 28.01, на 2 раб. дня позже · срок нарушен на 1 раб. день" {
		t.Errorf("says %q", got)
	}
	s.onDrag(i, on(2027, 1, 13), on(2027, 1, 25))
	if got := plainSpaces(s.sayDrag()); got != "сдвинет 2 работы · финиш 25.01, на 1 раб. день раньше" {
		t.Errorf("says %q", got)
	}
	s.onDrag(i, on(2027, 1, 13), on(2027, 1, 26))
	if got := s.sayDrag(); got != "Ничего не сдвинется" {
		t.Errorf("nothing moved, but %q", got)
	}
	same(t, "a preview moves nothing", shown(s), story1...)
	if len(d.Failed) > 0 {
		t.Errorf("failed %v", d.Failed)
	}
}

func TestABarIsResizedAtItsStart(t *testing.T) {
	d, s := copper(t)
	// 2.1 stands on 16–22.12: from 18.12 on three days are left.
	s.onDrop(at(t, s, "2.1"), on(2026, 12, 18), on(2026, 12, 22))
	x := stored(t, d, s, "2.1")
	if x.Task.Duration != data.Days(3) || x.Date.StartsOn != on(2026, 12, 18) || x.Date.EndsOn != on(2026, 12, 22) {
		t.Errorf("2.1 is %s, %s–%s", x.Task.Duration, x.Date.StartsOn, x.Date.EndsOn)
	}
}

func TestManualTasksAndMilestonesAreDragged(t *testing.T) {
	d, s := copper(t)
	x := stored(t, d, s, "1.1").Task
	setMode(&x, stored(t, d, s, "1.1").Date, data.ModeManual)
	if err := d.Do(command.Put{Record: x}); err != nil {
		t.Fatal(err)
	}
	s.onDrop(at(t, s, "1.1"), on(2026, 12, 1), on(2026, 12, 5)) // over a Saturday: a person's dates stay
	if x := stored(t, d, s, "1.1"); x.Task.StartsOn != on(2026, 12, 1) || x.Task.EndsOn != on(2026, 12, 5) {
		t.Errorf("moved to %s–%s", x.Task.StartsOn, x.Task.EndsOn)
	}
	s.onDrop(at(t, s, "1.1"), on(2026, 12, 1), on(2026, 12, 8))
	if x := stored(t, d, s, "1.1"); x.Task.EndsOn != on(2026, 12, 8) || x.Date.EndsOn != on(2026, 12, 8) {
		t.Errorf("resized to %s", x.Date.EndsOn)
	}
	s.onDrop(at(t, s, "3.2"), on(2027, 2, 12), on(2027, 2, 12))
	if x := stored(t, d, s, "3.2"); x.Date.EndsOn != on(2027, 2, 12) || x.Task.ConstraintKind != data.NotEarlier {
		t.Errorf("the milestone stands on %s", x.Date.EndsOn)
	}
}

func TestALinkIsWordedOrRefusedBeforeItIsMade(t *testing.T) {
	d, s := copper(t)
	link := func(from, to string, k ui.DependencyKind) ui.Dependency {
		return ui.Dependency{From: at(t, s, from), To: at(t, s, to), Kind: k}
	}
	if got, bad := s.askLink(link("1.1", "1.3", ui.StartStart)); bad || got != "1.1 Интервью с ЦФО → НН → 1.3 Отчёт о диагностике" {
		t.Errorf("%v %q", bad, got)
	}
	if got, bad := s.askLink(link("1.3", "1.1", ui.FinishStart)); !bad || !strings.Contains(got, "круг") || !strings.Contains(got, "Отчёт о диагностике") {
		t.Errorf("a circle: %v %q", bad, got)
	}
	if got, bad := s.askLink(link("1", "1.1", ui.FinishStart)); !bad || !strings.Contains(got, "этап") {
		t.Errorf("a stage before its own task: %v %q", bad, got)
	}
	s.onLink(link("1.1", "1.3", ui.StartStart))
	if c := line(s, at(t, s, "1.3")); c["preds"].Text != "1.1НН; 1.2" && c["preds"].Text != "1.2; 1.1НН" {
		t.Errorf("1.3 waits for %q", c["preds"].Text)
	}
	press := func(d ui.Dependency, label string) {
		t.Helper()
		for _, m := range s.linkMenu(d) {
			if strings.HasPrefix(m.Label, label) {
				m.Do()
				return
			}
		}
		t.Fatalf("no line %q", label)
	}
	press(link("1.1", "1.3", ui.StartStart), "ОО")
	if c := line(s, at(t, s, "1.3")); !strings.Contains(c["preds"].Text, "1.1ОО") {
		t.Errorf("the type: %q", c["preds"].Text)
	}
	press(link("1.1", "1.3", ui.FinishFinish), "Убрать связь")
	if c := line(s, at(t, s, "1.3")); c["preds"].Text != "1.2" {
		t.Errorf("removed: %q", c["preds"].Text)
	}
	d.Undo()
	if c := line(s, at(t, s, "1.3")); !strings.Contains(c["preds"].Text, "1.1ОО") {
		t.Errorf("undone: %q", c["preds"].Text)
	}
}

func TestWhatWouldChangeIsToldBeforeItIsKept(t *testing.T) {
	d, s := copper(t)
	s.chart.Grid.Select(at(t, s, "2.2"))
	q := s.detail.ifs
	ask := func(k int, typed string) {
		t.Helper()
		if !q.rows.Edit(k) {
			t.Fatalf("row %d is not edited", k)
		}
		d.Replace(typed)
		d.Press(fyne.KeyReturn)
	}
	// Eleven days instead of eight: from 23.12 to 15.01, as after the vacation.
	ask(0, "11")
	got := plainSpaces(q.answer.Text)
	for _, want := range []string{"сдвинет 3 работы · финиш 29.01, на 3 раб. дня позже · срок нарушен на 2 раб. дня", "2.2 Регламент бюджетирования: 23.12.2026–12.01.2027 → 23.12.2026–15.01.2027", "3.2 ТЗ утверждено"} {
		if !strings.Contains(got, want) {
			t.Errorf("does not say %q: %s", want, got)
		}
	}
	same(t, "nothing is written", shown(s), story1...)
	q.forget()
	if q.answer.Visible() || q.does != nil {
		t.Error("it is not forgotten")
	}
	ask(1, "11.01")
	if got := plainSpaces(q.answer.Text); !strings.Contains(got, "2.2 Регламент бюджетирования") {
		t.Errorf("another start: %s", got)
	}
	q.forget()
	// Without people the length stays: nothing moves as long as nobody is away.
	ask(2, "Громов 40")
	if got := q.answer.Text; got != "Ничего не сдвинется" {
		t.Errorf("another person: %s", got)
	}
	q.forget()
	ask(0, "11")
	q.keep.OnTapped()
	same(t, "kept", shown(s), story1Late...)
	if stored(t, d, s, "2.2").Task.Duration != data.Days(11) {
		t.Errorf("the file has %s", stored(t, d, s, "2.2").Task.Duration)
	}
	vacation(t, d)
	// With the vacation eleven days end on 20.01, and 3.1 runs into her own vacation of
	// 01–05.02: to 10.02. Without it all ends on 29.01, eight working days before.
	ask(2, "Кузнецова 80")
	if got := plainSpaces(q.answer.Text); !strings.Contains(got, "→ 23.12.2026–15.01.2027") || !strings.Contains(got, "на 8 раб. дней раньше") {
		t.Errorf("without Ласточкин: %s", got)
	}
}

func TestFactsByKeys(t *testing.T) {
	d, s := copper(t)
	run := func(key string) {
		t.Helper()
		for _, a := range s.Actions() {
			if a.Key == key {
				a.Do()
				return
			}
		}
		t.Fatalf("no action on %s", key)
	}
	pick(t, d, s, "1.1", "1.2")
	run("F8")
	for _, c := range []string{"1.1", "1.2"} {
		if x := stored(t, d, s, c).Task; x.ActualStart.Day != on(2026, 11, 24) || x.Status != data.TaskWorking {
			t.Errorf("%s began on %s, %s", c, x.ActualStart, x.Status)
		}
	}
	if got := d.Said[len(d.Said)-1]; got != "Начато 24 ноября: 2 работы" {
		t.Errorf("said %q", got)
	}
	s.chart.Grid.Select(at(t, s, "1.1"))
	run("F9")
	x := stored(t, d, s, "1.1")
	if x.Task.ActualFinish.Day != on(2026, 11, 24) || x.Task.Status != data.TaskDone || x.Date.Percent != 100 || x.Date.EndsOn != on(2026, 11, 24) {
		t.Errorf("1.1 ended %s, %s", x.Task.ActualFinish, x.Task.Status)
	}
	d.Undo()
	d.Undo()
	same(t, "two steps back", shown(s), story1...)
}

func TestTheDatesOfThePlan(t *testing.T) {
	d, s := copper(t)
	if s.dates.Text != "старт 30.11.26 · без даты факта" {
		t.Errorf("the strip says %q", s.dates.Text)
	}
	s.askDates()
	d.Canvas().FocusNext()
	d.Replace("14.12")
	confirm(t, d, "Пересчитать")
	// 1.1 is not begun: it starts no earlier than 14.12.
	if x := stored(t, d, s, "1.1"); x.Date.StartsOn != on(2026, 12, 14) {
		t.Errorf("1.1 starts on %s", x.Date.StartsOn)
	}
	if s.dates.Text != "старт 30.11.26 · факт на 14.12.26" || s.chart.Gantt.Status != on(2026, 12, 14) {
		t.Errorf("the strip says %q", s.dates.Text)
	}
	d.Undo()
	same(t, "undone", shown(s), story1...)
}

func TestFiltersByPersonAndCriticalPath(t *testing.T) {
	_, s := copper(t)
	for _, m := range s.whoseMenu() {
		if m.Label == "Громов И. П." {
			m.Do()
		}
	}
	same(t, "Громов", names(s), "Анализ форм отчётности", "Техническое задание")
	if s.whose.Label != "Громов И. П." {
		t.Errorf("the button says %q", s.whose.Label)
	}
	s.widen()
	s.filters.OnChanged("critical", true)
	if len(s.rows) != 7 {
		t.Errorf("critical: %q", names(s))
	}
	s.widen()
	s.relay()
	same(t, "all", shown(s), story1...)
}

func TestColumnsAreChosenAndRemembered(t *testing.T) {
	d, s := copper(t)
	g := s.chart.Grid
	cols := slices.Clone(g.Columns())
	for i := range cols {
		switch cols[i].ID {
		case "float", "free", "cost", "price", "limit":
			cols[i].Hidden = false
		case "hours":
			cols[i].Hidden = true
		case "who":
			cols[i].Width = 150
		}
	}
	g.SetColumns(cols)
	c := line(s, at(t, s, "1.1"))
	// 24 hours at 1 600 and 32 at 1 050 cost 72 000; at 3 500 and 2 400 they bring
	// 160 800.
	if c["float"].Text != "0" || c["cost"].Text != "72 000 ₽" || c["price"].Text != "160 800 ₽" {
		t.Errorf("1.1: float %q, cost %q, price %q", c["float"].Text, c["cost"].Text, c["price"].Text)
	}
	if c := line(s, at(t, s, "1")); c["cost"].Text == "" {
		t.Error("a stage has no cost")
	}
	s.critical = false
	was := s.Remember()
	again := New(d, desk.Filter{})
	again.Recall(was)
	d.Show(again)
	shown := again.chart.Grid.Shown()
	if !slices.Contains(shown, "cost") || slices.Contains(shown, "hours") || again.critical || again.Header().Title != "МК-26 Постановка бюджетирования" {
		t.Errorf("came back as %q", shown)
	}
	for _, c := range again.chart.Grid.Columns() {
		if c.ID == "who" && c.Width != 150 {
			t.Errorf("the width of who is %v", c.Width)
		}
	}
}

func TestTheBaselineStandsBehindTheBars(t *testing.T) {
	d, s := copper(t)
	vacation(t, d)
	var b ui.Bar
	s.fillBar(at(t, s, "2.2"), &b)
	if b.BaseStart != on(2026, 12, 23) || b.BaseFinish != on(2027, 1, 12) || plainSpaces(b.Shift) != "+3 дн." || b.ShiftRole != ui.Late {
		t.Errorf("2.2 %+v", b)
	}
	b = ui.Bar{}
	s.fillBar(at(t, s, "1.1"), &b)
	if b.Shift != "" {
		t.Errorf("1.1 is where it was, but %q", b.Shift)
	}
	// Ласточкин is away on 28–30.12 in the rows of his tasks only.
	has := func(code string) bool {
		return slices.ContainsFunc(s.awayOf(at(t, s, code)), func(v ui.Span) bool { return v.From == on(2026, 12, 28) && v.To == on(2026, 12, 30) })
	}
	if !has("2.2") || has("3.2") || has("2") {
		t.Errorf("shaded: 2.2 %v, 3.2 %v, 2 %v", has("2.2"), has("3.2"), has("2"))
	}
}

func TestThePanelOfAStageSumsItsTasks(t *testing.T) {
	d, s := copper(t)
	s.chart.Grid.Select(at(t, s, "1"))
	seen := d.Seen()
	for _, want := range []string{"Работ сделано", "0 из 3", "136 ч", "Кузнецова А. С. — 40 ч", "Громов И. П. — 16 ч"} {
		if !strings.Contains(seen, want) {
			t.Errorf("does not show %q", want)
		}
	}
	s.turnPanel()
	if s.detail.view.Visible() {
		t.Error("the panel stays")
	}
	s.turnPanel()
}

func TestThreeEstimatesAreTypedInOneRow(t *testing.T) {
	d, s := copper(t)
	s.chart.Grid.Select(at(t, s, "1.1"))
	kv := s.detail.left
	row := slices.IndexFunc(kv.Rows(), func(r ui.KV) bool { return r.Label == "Оценка" })
	edit := func(typed string) {
		t.Helper()
		if !kv.Edit(row) {
			t.Fatal("the estimate is not edited")
		}
		d.Replace(typed)
		d.Press(fyne.KeyReturn)
	}
	edit("3; 5; 9")
	x := stored(t, d, s, "1.1").Task
	if x.EstO != data.Days(3) || x.EstM != data.Days(5) || x.EstP != data.Days(9) || plainSpaces(kv.Rows()[row].Text) != "О 3 дн. · В 5 дн. · П 9 дн." {
		t.Errorf("%s %s %s shown as %q", x.EstO, x.EstM, x.EstP, kv.Rows()[row].Text)
	}
	edit("4; 8") // around its length of five days
	if x := stored(t, d, s, "1.1").Task; x.EstO != data.Days(4) || !x.EstM.IsZero() || x.EstP != data.Days(8) {
		t.Errorf("%s %s %s", x.EstO, x.EstM, x.EstP)
	}
	edit("9; 3")
	if got := stored(t, d, s, "1.1").Task.EstO; got != data.Days(4) {
		t.Errorf("the worst before the best was taken: %s", got)
	}
	d.Press(fyne.KeyEscape)
	edit("")
	if x := stored(t, d, s, "1.1").Task; !x.EstO.IsZero() || !x.EstP.IsZero() {
		t.Errorf("not taken away: %s", x.EstO)
	}
}

func TestRowsOfACopyWithThePastePlaceAtTheEnd(t *testing.T) {
	d, s := copper(t)
	clip("Опрос\nПротокол")
	d.Canvas().Focus(s.chart.Grid)
	d.Press(fyne.KeyEnd)
	short(d, &fyne.ShortcutPaste{})
	if !strings.Contains(d.Seen(), "Встанут в конец плана.") {
		t.Errorf("the preview: %s", d.Seen())
	}
	confirm(t, d, "Вставить 2 строки")
	same(t, "at the end", coded(s)[9:], "3.2 ТЗ утверждено", "3.3 Опрос", "3.4 Протокол")
}
