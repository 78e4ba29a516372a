package plan

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"portfel/app/desk/desktest"
	"portfel/app/ui"
	"portfel/data"
)

// short sends a shortcut to what has the keyboard.
func short(d *desktest.Desk, s fyne.Shortcut) {
	d.T.Helper()
	d.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(s)
}

func ctrl(k fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierControl}
}

func alt(k fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierAlt}
}

// pick chooses the rows of codes, as Ctrl and a click do.
func pick(t *testing.T, d *desktest.Desk, s *Screen, codes ...string) {
	t.Helper()
	var ids []string
	for _, c := range codes {
		ids = append(ids, s.rows[at(t, s, c)].Task.ID.String())
	}
	s.chart.Grid.ChooseIDs(ids)
	d.Canvas().Focus(s.chart.Grid)
}

func coded(s *Screen) (out []string) {
	for i := range s.rows {
		c := line(s, i)
		out = append(out, c["code"].Text+" "+c["name"].Text)
	}
	return out
}

func clip(text string) { fyne.CurrentApp().Clipboard().SetContent(text) }

// confirm presses the main button of the dialog on top.
func confirm(t *testing.T, d *desktest.Desk, label string) {
	t.Helper()
	var press func(o fyne.CanvasObject) bool
	press = func(o fyne.CanvasObject) bool {
		if b, ok := o.(*ui.Button); ok && b.Label == label {
			b.OnTapped()
			return true
		}
		for _, c := range children(o) {
			if press(c) {
				return true
			}
		}
		return false
	}
	top := d.Canvas().Overlays().Top()
	if top == nil || !press(top) {
		t.Fatalf("no button %q", label)
	}
}

func TestNamesAreTypedWithTabAndShiftTab(t *testing.T) {
	d, s := settled(t)
	s.add(data.TaskWork)
	d.Replace("Диагностика")
	d.Press(fyne.KeyReturn)
	d.Type("Интервью с ЦФО")
	d.Press(fyne.KeyTab, fyne.KeyReturn) // Tab moves it in and leaves the name open
	d.Type("Анализ форм")
	d.Press(fyne.KeyReturn)
	s.chart.Grid.OnTab(len(s.rows), "name", true) // the next one will stand at the top
	d.Type("Методика")
	d.Press(fyne.KeyReturn)
	d.Press(fyne.KeyTab)
	d.Type("Регламент")
	d.Press(fyne.KeyReturn)
	same(t, "the tree", coded(s), "1 Диагностика", "1.1 Интервью с ЦФО", "1.2 Анализ форм", "2 Методика", "2.1 Регламент")
	if len(d.Failed) > 0 {
		t.Errorf("failed: %v", d.Failed)
	}
}

// pasted is 200 rows of a spreadsheet: 20 stages of nine tasks, each waiting for
// the one before.
func pasted() string {
	var b strings.Builder
	b.WriteString("СДР\tРабота\tДней\tПосле\tИсполнитель\tЧасы\tКомментарий\n")
	for i := range 20 {
		fmt.Fprintf(&b, "%d\tЭтап %d\t\t\t\t\t\n", i+1, i+1)
		for k := 1; k < 10; k++ {
			after := ""
			if k > 1 {
				after = fmt.Sprintf("%d.%d", i+1, k-1)
			}
			fmt.Fprintf(&b, "%d.%d\t  Работа %d.%d\t2\t%s\tГромов\t16\tx\n", i+1, k, i+1, k, after)
		}
	}
	return b.String()
}

func TestTwoHundredRowsPastedAreOneStep(t *testing.T) {
	d, s := settled(t)
	s.add(data.TaskWork)
	d.Replace("Подготовка")
	d.Press(fyne.KeyReturn, fyne.KeyUp)
	clip(pasted())
	short(d, &fyne.ShortcutPaste{})
	seen := d.Seen()
	for _, want := range []string{"180 работ · 20 этапов · 160 связей. Встанут после 1 «Подготовка».", "Столбцы, которые плану не нужны: Комментарий.", "Вставить 200 строк", "Работа 1.2", "Громов И. П."} {
		if !strings.Contains(seen, want) {
			t.Errorf("the preview does not say %q", want)
		}
	}
	if len(s.rows) != 1 {
		t.Fatalf("the preview has written: %d rows", len(s.rows))
	}
	confirm(t, d, "Вставить 200 строк")
	if len(s.rows) != 201 || len(d.Failed) > 0 {
		t.Fatalf("%d rows, failed %v", len(s.rows), d.Failed)
	}
	// The paste stands behind the first task; nine tasks of two days in a chain
	// from 30.11 are 18 working days: to 23.12.
	x := stored(t, d, s, "2.9")
	if x.Task.Name != "Работа 1.9" || x.Date.EndsOn != on(2026, 12, 23) || len(x.Preds) != 1 || x.Preds[0].Code != "2.8" || x.Date.Effort != data.Hours(16) {
		t.Errorf("2.9 is %s, %s, after %v", x.Task.Name, x.Date.EndsOn, x.Preds)
	}
	if got := s.chosenIDs(); len(got) != 200 {
		t.Errorf("%d rows are chosen", len(got))
	}
	d.Undo()
	same(t, "one undo", coded(s), "1 Подготовка")
	d.Redo()
	if len(s.rows) != 201 {
		t.Errorf("redo gives %d rows", len(s.rows))
	}
}

func TestACellThatWasNotUnderstoodIsNamed(t *testing.T) {
	d, s := settled(t)
	s.add(data.TaskWork)
	d.Press(fyne.KeyEscape)
	clip("Работа\tДней\tИсполнитель\nОпрос\tскоро\tИванов\n")
	d.Canvas().Focus(s.chart.Grid)
	short(d, &fyne.ShortcutPaste{})
	for _, want := range []string{"Строка 2, «Дней»", "Строка 2, «Исполнитель»", "Иванов", "Пропущено."} {
		if !strings.Contains(d.Seen(), want) {
			t.Errorf("the preview does not say %q: %s", want, d.Seen())
		}
	}
	clip("  \n")
	d.Press(fyne.KeyEscape)
	d.Canvas().Focus(s.chart.Grid)
	short(d, &fyne.ShortcutPaste{})
	if n := len(d.Said); n == 0 || !strings.Contains(d.Said[n-1], "нет строк") {
		t.Errorf("an empty clipboard: %q", d.Said)
	}
}

func TestCopiedRowsComeBackTheSame(t *testing.T) {
	d, s := copper(t)
	pick(t, d, s, "2", "2.1", "2.2")
	short(d, &fyne.ShortcutCopy{})
	got := strings.Split(fyne.CurrentApp().Clipboard().Content(), "\n")
	if got[2] != "2.1\t    Финансовая структура\t5\t1.3\tКузнецова А. С. 32; Ласточкин Д. О. 24\t56\t16.12.2026\t22.12.2026\t\t0" {
		t.Errorf("copied %q", got[2])
	}
	s.chart.Grid.Select(at(t, s, "3"))
	short(d, &fyne.ShortcutPaste{})
	confirm(t, d, "Вставить 3 строки")
	same(t, "pasted", coded(s)[10:], "4 Методика", "4.1 Финансовая структура", "4.2 Регламент бюджетирования")
	x := stored(t, d, s, "4.2")
	if x.Task.Duration != data.Days(8) || len(x.Preds) != 1 || x.Preds[0].Code != "4.1" || x.Date.Effort != data.Hours(80) || x.Task.ConstraintKind != data.AsSoonAsPossible {
		t.Errorf("4.2 %+v after %v", x.Task, x.Preds)
	}
}

func TestSeveralRowsAreMovedIndentedLinkedGivenAndDeletedTogether(t *testing.T) {
	d, s := copper(t)
	pick(t, d, s, "1.2", "1.3")
	short(d, alt(fyne.KeyUp))
	same(t, "up", coded(s)[1:4], "1.1 Анализ форм отчётности", "1.2 Отчёт о диагностике", "1.3 Интервью с ЦФО")
	short(d, alt(fyne.KeyDown))
	short(d, alt(fyne.KeyDown))
	same(t, "down over the end of the stage", coded(s)[1:5], "1.1 Интервью с ЦФО", "2 Методика", "2.1 Анализ форм отчётности", "2.2 Отчёт о диагностике")
	d.Undo()
	d.Undo()
	d.Undo()
	same(t, "back", shown(s), story1...)

	pick(t, d, s, "3.1", "3.2")
	short(d, alt(fyne.KeyLeft))
	same(t, "outdented", coded(s)[7:], "3 ТЗ", "4 Техническое задание", "5 ТЗ утверждено")
	d.Undo()

	for _, c := range []string{"1.2", "1.3", "2.1"} {
		cell(t, d, s, c, "preds", "")
	}
	pick(t, d, s, "1.1", "1.2", "1.3", "2", "2.1")
	short(d, ctrl(fyne.KeyL))
	// A stage whose task is chosen too is passed over.
	for c, want := range map[string]string{"1.2": "1.1", "1.3": "1.2", "2.1": "1.3", "2": ""} {
		if got := line(s, at(t, s, c))["preds"].Text; got != want {
			t.Errorf("%s waits for %q, not %q", c, got, want)
		}
	}
	same(t, "linked anew", shown(s), story1...)
	short(d, &desktop.CustomShortcut{KeyName: fyne.KeyL, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift})
	if got := line(s, at(t, s, "2.1"))["preds"].Text; got != "" {
		t.Errorf("unlinked, 2.1 waits for %q", got)
	}
	d.Undo()

	pick(t, d, s, "1.1", "1.2", "1")
	s.give()
	d.Type("Громов")
	d.Press(fyne.KeyReturn)
	if d.Canvas().Overlays().Top() != nil {
		confirm(t, d, "Назначить")
	}
	if a := stored(t, d, s, "1.1").Assignees; len(a) != 3 || len(stored(t, d, s, "1.2").Assignees) != 2 {
		t.Errorf("1.1 has %d people", len(a))
	}
	d.Undo()

	before := len(d.Said)
	pick(t, d, s, "1.2", "1.3")
	d.Press(fyne.KeyDelete)
	if len(s.rows) != 8 && len(d.Failed) == 0 {
		t.Errorf("%d rows after deleting two", len(s.rows))
	}
	if len(d.Failed) == 0 && (len(d.Said) == before || !strings.Contains(d.Said[len(d.Said)-1], "2 работы")) {
		t.Errorf("said %q", d.Said)
	}
}

func TestRowsAreDraggedToAnotherStage(t *testing.T) {
	d, s := copper(t)
	g := s.chart.Grid
	pick(t, d, s, "1.2", "1.3")
	top := func(i int) float32 { return g.HeadHeight + float32(i)*g.RowHeight }
	from, gap := fyne.NewPos(120, top(at(t, s, "1.3"))+8), fyne.NewPos(100, top(at(t, s, "2.2"))+2)
	g.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}, Button: desktop.MouseButtonPrimary})
	g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: gap}, Dragged: fyne.NewDelta(gap.X-from.X, gap.Y-from.Y)})
	g.DragEnd()
	same(t, "moved", coded(s)[1:7], "1.1 Интервью с ЦФО", "2 Методика", "2.1 Финансовая структура", "2.2 Анализ форм отчётности", "2.3 Отчёт о диагностике", "2.4 Регламент бюджетирования")
	d.Undo()
	same(t, "back", shown(s), story1...)
	// To the left of the tree the rows go out to the top.
	if least, most := s.depths([]int{1}, len(s.rows)); least != 0 || most != 1 {
		t.Errorf("behind a milestone depths %d–%d", least, most)
	}
	s.moveRows([]int{at(t, s, "1.1")}, len(s.rows), 0)
	if got := coded(s); got[len(got)-1] != "4 Интервью с ЦФО" {
		t.Errorf("at the end %q", got)
	}
	s.moveRows([]int{0}, 2, 1) // a stage into itself
	if got := coded(s); got[0] != "1 Диагностика" {
		t.Errorf("a stage inside itself: %q", got)
	}
}

func TestAllStagesAreFoldedAndOpened(t *testing.T) {
	d, s := copper(t)
	d.Canvas().Focus(s.chart.Grid)
	short(d, &desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift})
	same(t, "folded", coded(s), "1 Диагностика", "2 Методика", "3 ТЗ")
	short(d, &desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift})
	same(t, "opened", shown(s), story1...)
}

// children are the objects inside another.
func children(o fyne.CanvasObject) []fyne.CanvasObject {
	switch x := o.(type) {
	case *fyne.Container:
		return x.Objects
	case fyne.Widget:
		return test.WidgetRenderer(x).Objects()
	}
	return nil
}

// Cells pasted over several chosen rows change those rows, from the chosen column
// on, in one step; a single chosen row gets new rows behind it, as before.
func TestCellsArePastedOverChosenRows(t *testing.T) {
	d, s := settled(t)
	s.add(data.TaskWork)
	d.Replace("Подготовка")
	d.Press(fyne.KeyReturn, fyne.KeyUp)
	clip("Работа\tДней\nОпрос\t2\nАнализ\t3\nОтчёт\t4\n")
	short(d, &fyne.ShortcutPaste{})
	confirm(t, d, "Вставить 3 строки")
	if got := s.chosenIDs(); len(got) != 3 {
		t.Fatalf("%d rows are chosen", len(got))
	}
	clip("Опрос цехов\t5\nАнализ форм\t6\nОтчёт о диагностике\t7\n")
	short(d, &fyne.ShortcutPaste{})
	lengths := func() string {
		var out []string
		for _, x := range s.rows {
			out = append(out, x.Task.Name+" "+strings.ReplaceAll(s.d.Words().Span(x.Task.Duration), "\u00a0", " "))
		}
		return strings.Join(out, ", ")
	}
	if got := lengths(); !strings.HasSuffix(got, "Опрос цехов 5 дн., Анализ форм 6 дн., Отчёт о диагностике 7 дн.") || len(d.Failed) > 0 {
		t.Errorf("%s; failed %v", got, d.Failed)
	}
	d.Undo()
	if got := lengths(); !strings.HasSuffix(got, "Опрос 2 дн., Анализ 3 дн., Отчёт 4 дн.") {
		t.Errorf("undone: %s", got)
	}
}
