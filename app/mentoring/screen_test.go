package mentoring

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/desk/desktest"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

func open(t *testing.T) (*desktest.Desk, *Screen) {
	t.Helper()
	d := desktest.New(t, text.RU, false)
	s := New(d, desk.Filter{})
	d.Show(s)
	return d, s
}

func press(t *testing.T, d *desktest.Desk, keys ...fyne.KeyName) {
	t.Helper()
	for _, k := range keys {
		f := d.Canvas().Focused()
		if f == nil {
			t.Fatalf("%s: nothing has the keyboard", k)
		}
		f.TypedKey(&fyne.KeyEvent{Name: k})
		if now := d.Canvas().Focused(); k == fyne.KeySpace && now != nil {
			now.TypedRune(' ') // the toolkit sends the letter after the key
		}
	}
}

func typeIn(d *desktest.Desk, s string) {
	for _, r := range s {
		d.Canvas().Focused().TypedRune(r)
	}
}

// itemAt is the index and the row of an item by the beginning of its name.
func itemAt(t *testing.T, s *Screen, name string) (int, ui.ListRow) {
	t.Helper()
	for i := range s.record.items.rows {
		if strings.HasPrefix(s.record.items.rows[i].Name, name) {
			var r ui.ListRow
			s.record.items.row(i, &r)
			r.Note = strings.ReplaceAll(r.Note, "\u00a0", " ")
			return i, r
		}
	}
	t.Fatalf("no item %q", name)
	return 0, ui.ListRow{}
}

// dialogField is the n-th field of the dialog on top, of a type.
func dialogField[T any](t *testing.T, d *desktest.Desk, n int) T {
	t.Helper()
	for _, o := range test.LaidOutObjects(d.Canvas().Overlays().Top()) {
		if f, ok := o.(T); ok {
			if n == 0 {
				return f
			}
			n--
		}
	}
	var none T
	t.Fatalf("the dialog has no field %T", none)
	return none
}

func confirm(t *testing.T, d *desktest.Desk, label string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(d.Canvas().Overlays().Top()) {
		if b, ok := o.(*ui.Button); ok && b.Label == label {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("no button %q", label)
}

func TestTheTraineeOfTheStory(t *testing.T) {
	_, s := open(t)
	if h := s.Header(); h.Crumb != "1 план действует · 1 завершён" {
		t.Errorf("crumb %q", h.Crumb)
	}
	var r ui.ListRow
	s.fill(0, &r)
	// One item is late: due on 23.11, waiting for the check on 24.11.
	if r.Title != "Громов Илья" || r.Note != "Стажёр · до 15.02.27" || r.ChipWord != "1 просрочен" || r.ChipRole != ui.Late {
		t.Errorf("row %+v", r)
	}
	// 4 h accepted, 40 % of 8 h, all of 6 h handed in, 60 % of 4 h: 15.6 of 124 h.
	if !r.HasBar || r.Bar < .1257 || r.Bar > .1259 {
		t.Errorf("progress %v, want 15.6/124", r.Bar)
	}
	if s.record.row.Items != 14 || s.record.row.Accepted != 1 {
		t.Errorf("%d items, %d accepted", s.record.row.Items, s.record.row.Accepted)
	}
	if n := s.record.head.Note; !strings.HasPrefix(n, "Наставник: вы · 16.11.2026–15.02.2027 · цель: К концу испытания") {
		t.Errorf("head %q", n)
	}
}

func TestItemsSpeakOfThemselves(t *testing.T) {
	_, s := open(t)
	_, done := itemAt(t, s, "Ознакомиться с порядком")
	if !done.Checked || done.ChipWord != "5 из 5" || done.Right != "20.11" {
		t.Errorf("accepted %+v", done)
	}
	_, check := itemAt(t, s, "Разобрать отчёт")
	if check.ChipWord != "проверить" || check.RightRole != ui.Late {
		t.Errorf("handed in %+v", check)
	}
	_, linked := itemAt(t, s, "Собрать реестр форм")
	if linked.Note != "Документы проекта · работа в проекте МК-26 · 16 ч · наставник 2 ч" {
		t.Errorf("linked %q", linked.Note)
	}
	_, head := itemAt(t, s, "Введение в профессию")
	if !head.Head || head.Right != "1 из 3" {
		t.Errorf("section %+v", head)
	}
}

func TestControlPointsAndMeetings(t *testing.T) {
	_, s := open(t)
	want := []string{"30 дней|16.12.2026 · ср", "60 дней|15.01.2027 · пт", "90 дней|15.02.2027 · пн", "Конец испытания|15.02.2027 · пн"}
	for i, w := range want {
		var r ui.ListRow
		s.side.pointRow(i, &r)
		if got := r.Title + "|" + r.Note; got != w {
			t.Errorf("point %d: %q, want %q", i, got, w)
		}
	}
	var next, last ui.ListRow
	s.side.talkRow(0, &next)
	s.side.talkRow(1, &last)
	if next.Title != "ср 25.11, 17:30" || next.ChipWord != "завтра" {
		t.Errorf("next meeting %+v", next)
	}
	if last.Title != "ср 18.11, 18:00" || !strings.HasPrefix(last.Note, "Разобрали порядок отдела") {
		t.Errorf("last meeting %+v", last)
	}
}

func TestSpaceAcceptsAnItem(t *testing.T) {
	d, s := open(t)
	i, _ := itemAt(t, s, "Разобрать отчёт")
	s.record.items.list.Select(i)
	d.Canvas().Focus(s.record.items.list)
	press(t, d, fyne.KeySpace)
	if _, r := itemAt(t, s, "Разобрать отчёт"); !r.Checked || r.ChipWord != "принят" {
		t.Errorf("after Space %+v", r)
	}
	var r ui.ListRow
	s.fill(0, &r)
	if r.ChipWord != "идёт" {
		t.Errorf("nothing is late any more, but the list says %q", r.ChipWord)
	}
	d.Undo()
	if _, r := itemAt(t, s, "Разобрать отчёт"); r.Checked {
		t.Error("undo did not take the tick back")
	}
}

func TestAcceptingWithAScore(t *testing.T) {
	_, s := open(t)
	i, _ := itemAt(t, s, "Разобрать отчёт")
	for _, m := range s.record.items.menu(i) {
		if m.Label == "Принять с оценкой 4" {
			m.Do()
		}
	}
	if _, r := itemAt(t, s, "Разобрать отчёт"); r.ChipWord != "4 из 5" {
		t.Errorf("%+v", r)
	}
}

func TestAnItemIsReturnedByKeys(t *testing.T) {
	d, s := open(t)
	i, _ := itemAt(t, s, "Разобрать отчёт")
	s.record.items.list.Select(i)
	for _, a := range s.Actions() {
		if a.Key == "F9" {
			a.Do()
		}
	}
	d.Canvas().Focus(dialogField[*ui.Area](t, d, 0))
	typeIn(d, "нет источников")
	due := dialogField[*ui.DateField](t, d, 0)
	d.Canvas().Focus(due)
	typeIn(d, "1.12")
	press(t, d, fyne.KeyReturn)
	_, r := itemAt(t, s, "Разобрать отчёт")
	if r.ChipWord != "возвращён" || r.Right != "01.12" || !strings.Contains(r.Note, "«нет источников»") {
		t.Errorf("returned %+v", r)
	}
}

func TestItemsAreTypedOneAfterAnother(t *testing.T) {
	d, s := open(t)
	i, _ := itemAt(t, s, "Изучить ГОСТ")
	s.record.items.list.Select(i)
	d.Canvas().Focus(s.record.items.field)
	typeIn(d, "Протокол второй встречи до 4.12 3ч")
	press(t, d, fyne.KeyReturn)
	typeIn(d, "Разбор замечаний")
	press(t, d, fyne.KeyReturn)
	k, first := itemAt(t, s, "Протокол второй встречи")
	if first.Title != "Протокол второй встречи" || first.Right != "04.12" || first.Note != "3 ч" {
		t.Errorf("first %+v", first)
	}
	if n, _ := itemAt(t, s, "Разбор замечаний"); k != i+1 || n != i+2 {
		t.Errorf("stand at %d and %d, after %d", k, n, i)
	}
	if s.record.row.Items != 16 {
		t.Errorf("%d items, want 16", s.record.row.Items)
	}
	if d.Canvas().Focused() != fyne.Focusable(s.record.items.field) {
		t.Error("the line has lost the keyboard")
	}
	row := s.record.items.rows[k]
	if row.ParentID != s.record.items.rows[i].ParentID {
		t.Error("a new item belongs to the section of the chosen one")
	}
}

func TestASectionAndItsFirstItem(t *testing.T) {
	d, s := open(t)
	d.Canvas().Focus(s.record.items.field)
	typeIn(d, "Итоги")
	s.record.items.add(data.TaskStage)
	if _, r := itemAt(t, s, "Итоги"); r.Head || r.Note != "раздел без заданий" {
		t.Errorf("an empty section %+v", r)
	}
	typeIn(d, "Отчёт стажёра")
	press(t, d, fyne.KeyReturn)
	if _, r := itemAt(t, s, "Итоги"); !r.Head || r.Right != "0 из 1" {
		t.Errorf("the section with its item %+v", r)
	}
}

func TestTheFieldsOfAnItem(t *testing.T) {
	d, s := open(t)
	i, _ := itemAt(t, s, "Оформить отчёт")
	s.record.items.list.OnOpen(i)
	p := s.record.items.page
	edit := func(label, typed string) {
		t.Helper()
		for k, r := range p.fields.Rows() {
			if r.Label == label {
				if !p.fields.Edit(k) {
					t.Fatalf("%s is not edited", label)
				}
				typeIn(d, typed)
				press(t, d, fyne.KeyReturn)
				return
			}
		}
		t.Fatalf("no field %q", label)
	}
	edit("Часы стажёра", "10")
	edit("Срок", "14.12")
	edit("Критерий", "без замечаний Орловой")
	s.record.items.show(data.ID[data.Task]{})
	k, r := itemAt(t, s, "Оформить отчёт")
	if r.Right != "14.12" || !strings.Contains(r.Note, "10 ч") || s.record.items.rows[k].Criterion != "без замечаний Орловой" {
		t.Errorf("%+v", r)
	}
	d.Undo()
	d.Undo()
	d.Undo()
	if _, r := itemAt(t, s, "Оформить отчёт"); r.Right != "11.12" || !strings.Contains(r.Note, "6 ч") {
		t.Errorf("after three undos %+v", r)
	}
}

func TestDeletingAnItem(t *testing.T) {
	d, s := open(t)
	i, _ := itemAt(t, s, "Собрать реестр форм")
	s.record.items.list.Select(i)
	d.Canvas().Focus(s.record.items.list)
	press(t, d, fyne.KeyDelete)
	if s.record.row.Items != 13 || len(d.Failed) > 0 {
		t.Fatalf("%d items, failed %v", s.record.row.Items, d.Failed)
	}
	d.Undo()
	if _, r := itemAt(t, s, "Собрать реестр форм"); !strings.Contains(r.Note, "МК-26") {
		t.Errorf("came back without its link: %+v", r)
	}
}

func TestTheGroundsDecideAboutPapers(t *testing.T) {
	_, s := open(t)
	labels := func() (out []string) {
		for _, r := range s.record.facts.rows() {
			out = append(out, r.Label)
		}
		return out
	}
	if got := strings.Join(labels(), "|"); strings.Contains(got, "Согласие") || strings.Contains(got, "Приказ") {
		t.Errorf("as part of the job no papers are asked for: %s", got)
	}
	m := s.record.m
	m.Grounds = data.GroundsInstruction
	card.Do(s.d, command.Put{Record: m})
	got := strings.Join(labels(), "|")
	for _, want := range []string{"Приказ №", "Согласие наставника от", "Доп. соглашение №"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing: %s", want, got)
		}
	}
}

func TestHoldingTheNextMeeting(t *testing.T) {
	d, s := open(t)
	s.record.meet()
	typeIn(d, "Разобрали конспект")
	confirm(t, d, d.Words().T("meeting.hold"))
	var r ui.ListRow
	s.side.talkRow(0, &r)
	if len(d.Failed) > 0 {
		t.Fatal(d.Failed)
	}
	found := false
	for _, m := range s.record.talks.rows {
		found = found || m.Result == "Разобрали конспект" && m.Status == data.EventHeld && m.OriginalOn == data.NewDate(2026, 11, 25)
	}
	if !found || r.Title != "ср 02.12, 17:30" {
		t.Errorf("held %v, next %q", found, r.Title)
	}
}

func TestAReviewIsWrittenAndEdited(t *testing.T) {
	d, s := open(t)
	s.record.tabs.Select(tabReviews)
	s.record.newReview()
	typeIn(d, "Неделя прошла спокойно")
	confirm(t, d, "Записать")
	if len(s.record.reviews.rows) != 3 {
		t.Fatalf("%d reviews", len(s.record.reviews.rows))
	}
	var r ui.ListRow
	s.record.reviews.row(0, &r)
	if r.Title != "За неделю · 24.11.2026" || r.Note != "Неделя прошла спокойно" || r.ChipWord != "" {
		t.Errorf("%+v", r)
	}
	s.record.reviews.row(1, &r)
	if r.ChipWord != "только наставник" {
		t.Errorf("the private note says %q", r.ChipWord)
	}
	s.record.reviews.remove(0)
	if len(s.record.reviews.rows) != 2 {
		t.Error("not deleted")
	}
	d.Undo()
	if len(s.record.reviews.rows) != 3 {
		t.Error("undo did not bring it back")
	}
}

func TestALevelIsTypedIntoItsCell(t *testing.T) {
	d, s := open(t)
	s.record.tabs.Select(tabSkills)
	k := s.record.skills
	i := -1
	for n := range k.rows {
		if k.rows[n].Name == "Интервьюирование" {
			i = n
		}
	}
	// The sample: the mentor sees 1, the trainee 2, the aim is 3.
	if l := k.rows[i]; l.Start != 1 || l.Self != 2 || l.Mentor != 1 || l.Goal != 3 {
		t.Fatalf("%+v", l)
	}
	if !k.grid.Edit(i, "mentor", "") {
		t.Fatal("the cell is not edited")
	}
	typeIn(d, "2")
	press(t, d, fyne.KeyReturn)
	if l := k.rows[i]; l.Mentor != 2 || l.Now != 2 || l.Start != 1 {
		t.Errorf("%+v", l)
	}
	if !k.grid.Edit(i, "self", "9") {
		t.Fatal("the cell is not edited")
	}
	press(t, d, fyne.KeyReturn)
	if l := k.rows[i]; l.Self != 2 {
		t.Errorf("a level outside the scale was kept: %+v", l)
	}
}

func TestANewPlanAndTheLimitOfTrainees(t *testing.T) {
	d, s := open(t)
	for n, who := range []string{"Ершова П. А.", "Ласточкин Д. О."} {
		s.create()
		trainee := d.Canvas().Focused().(*ui.Choice)
		for _, o := range trainee.Options {
			if o.Label == who {
				trainee.Set(o.ID)
			}
		}
		warned := false
		for _, o := range test.LaidOutObjects(d.Canvas().Overlays().Top()) {
			if l, ok := o.(*ui.Label); ok && l.Visible() && l.Text == "У наставника стажёров: 3, норма — не больше 2." {
				warned = true
			}
		}
		if warned != (n == 1) {
			t.Errorf("trainee %d: warned %v", n+2, warned)
		}
		confirm(t, d, "Создать")
		if d.Canvas().Focused() != fyne.Focusable(s.record.items.field) {
			t.Errorf("the keyboard is on %T, the first item cannot be typed at once", d.Canvas().Focused())
		}
		if end := s.record.m.EndsOn; end != data.NewDate(2027, 2, 24) { // 90 days after 24.11 is 22.02, off until 24.02
			t.Errorf("the plan ends on %s, before its last control point", end)
		}
		if s.record.m.Status != data.MentoringDraft || s.record.row.PlanName != "План стажёра" || len(s.record.talks.series) != 1 {
			t.Fatalf("%+v with %d series, failed %v", s.record.m, len(s.record.talks.series), d.Failed)
		}
		for _, want := range []string{"Согласован", "Утверждён", "Начать"} {
			pressMove(t, s, want)
		}
	}
	if s.record.warning.Text != "У наставника стажёров: 3, норма — не больше 2." || !s.record.warnBox.Visible() {
		t.Errorf("warning %q", s.record.warning.Text)
	}
	if h := s.Header(); h.Crumb != "3 плана действуют · 1 завершён" {
		t.Errorf("crumb %q", h.Crumb)
	}
}

// pressMove presses the button of a next state.
func pressMove(t *testing.T, s *Screen, label string) {
	t.Helper()
	for _, o := range s.record.bar.Objects {
		if b, ok := o.(*ui.Button); ok && b.Label == label {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("no button %q", label)
}

func TestFinishingAsksForTheOutcome(t *testing.T) {
	d, s := open(t)
	pressMove(t, s, "Завершить")
	if s.record.m.Status != data.MentoringRunning {
		t.Fatal("finished without a word")
	}
	confirm(t, d, "Завершить")
	id := ""
	for i := range s.all {
		if s.all[i].Trainee == "Громов Илья Павлович" {
			id = string(s.all[i].Conclusion)
		}
	}
	if id != string(data.ConclusionFits) {
		t.Errorf("outcome %q", id)
	}
	d.Undo()
	if s.chosen() == nil || s.chosen().Status != data.MentoringRunning {
		t.Error("undo did not bring the mentoring back")
	}
}

func TestFiltersArchiveAndTheWayFromAnItem(t *testing.T) {
	d, s := open(t)
	s.chips.OnChanged(filterDone, true)
	if len(s.shown) != 1 || s.chosen().Trainee != "Ершова Полина Андреевна" {
		t.Fatalf("finished: %d", len(s.shown))
	}
	var r ui.ListRow
	s.fill(0, &r)
	if r.ChipWord != "соответствует" {
		t.Errorf("outcome %q", r.ChipWord)
	}
	card.Archive(d, data.RefTo(data.KindMentoring, s.chosen().ID), "Ершова П. А.")
	if len(s.shown) != 0 || s.record.row != nil {
		t.Error("an archived plan is still shown")
	}
	s.chips.OnChanged(filterNow, true)
	i, _ := itemAt(t, s, "Выступить на семинаре")
	item := data.RefTo(data.KindTask, s.record.items.rows[i].ID)
	s.chips.OnChanged(filterDone, true)
	if !s.Show(item) || s.record.items.list.SelectedID() != item.ID.String() {
		t.Error("an item found by search is not shown")
	}
	if s.Show(data.RefTo(data.KindTask, data.NewID[data.Task]())) {
		t.Error("a task of no mentoring was taken")
	}
}

func TestInAPersonsCardTheListStandsAlone(t *testing.T) {
	d, full := open(t)
	s := New(d, desk.Filter{PersonID: full.record.m.TraineeID})
	d.Show(s)
	if len(s.shown) != 1 {
		t.Fatalf("%d plans", len(s.shown))
	}
	d.Canvas().Focus(s.list)
	press(t, d, fyne.KeyReturn)
	if len(d.Opened) != 1 || d.Opened[0].Kind != data.KindMentoring {
		t.Errorf("opened %v", d.Opened)
	}
}

func TestThePlaceIsRemembered(t *testing.T) {
	d, s := open(t)
	s.chips.OnChanged(filterAll, true)
	s.list.Select(1)
	s.record.tabs.Select(tabSkills)
	again := New(d, desk.Filter{})
	d.Show(again)
	again.Recall(s.Remember())
	if again.filter != filterAll || again.chosen().ID != s.chosen().ID || again.record.tabs.On != tabSkills {
		t.Errorf("came back to %s, %q, %s", again.filter, again.chosen().Trainee, again.record.tabs.On)
	}
	again.Recall("{broken")
}

// The page of an item has the keyboard, and Escape leads back to the list.
func TestTheKeyboardGoesIntoAnItemAndBack(t *testing.T) {
	d, s := open(t)
	i, _ := itemAt(t, s, "Разобрать отчёт")
	list := s.record.items.list
	list.Select(i)
	d.Canvas().Focus(list)
	press(t, d, fyne.KeyReturn)
	if d.Canvas().Focused() != fyne.Focusable(s.record.items.page.fields) {
		t.Fatalf("the keyboard is on %T", d.Canvas().Focused())
	}
	left := false
	for _, a := range s.Actions() {
		if a.Key == "Escape" {
			a.Do()
			left = true
		}
	}
	if !left || d.Canvas().Focused() != fyne.Focusable(list) || list.Selected() != i {
		t.Errorf("Escape: %v, the keyboard is on %T", left, d.Canvas().Focused())
	}
	for _, a := range s.Actions() {
		if a.Key == "Escape" {
			t.Error("Escape is taken where no item is open")
		}
	}
}

// A meeting that is still ahead is not marked as held without a word: the dialog
// names its day.
func TestAMeetingAheadIsNamedBeforeItIsHeld(t *testing.T) {
	d, s := open(t)
	s.record.meet()
	seen := d.Seen()
	if !strings.Contains(seen, "ср 25.11, 17:30") || !strings.Contains(seen, "она ещё впереди") {
		t.Errorf("%q", seen)
	}
}
