package welcome

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"portfel/app/desk/desktest"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// start shows the first question of a new file; ended counts the two ways out.
func start(t *testing.T, lang text.Lang, dark bool) (d *desktest.Desk, s *Screen, ended map[string]int) {
	t.Helper()
	d = desktest.Empty(t, lang, dark)
	ended = map[string]int{}
	s = New(d, nil, Ways{Done: func() { ended["done"]++ }, Sample: func() { ended["sample"]++ }, Language: func(text.Lang, State) { ended["language"]++ }})
	d.Show(s)
	s.Focus()
	return d, s, ended
}

func tap(t *testing.T, d *desktest.Desk, label string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(d.Canvas().Content()) {
		if b, ok := o.(*ui.Button); ok && b.Label == label {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("no button %q", label)
}

func sees(t *testing.T, d *desktest.Desk, want ...string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(d.Seen(), w) {
			t.Errorf("not seen: %q in %q", w, d.Seen())
		}
	}
}

func TestTheFourQuestionsEndInAUsableFile(t *testing.T) {
	d, _, ended := start(t, text.RU, false)
	sees(t, d, "Как вас зовут?", "Кто я", "Отдел", "Календарь", "Начало")
	d.Type("  Кузнецова Анна Сергеевна ")
	d.Canvas().FocusNext()
	d.Type("Консультант")
	d.Press(fyne.KeyReturn)
	sees(t, d, "В каком отделе вы работаете?")
	d.Type("Отдел управленческого учёта")
	d.Canvas().FocusNext()
	d.Type("Орлова Марина Викторовна")
	d.Press(fyne.KeyReturn)
	sees(t, d, "Где и сколько вы работаете?", "Россия, пятидневка", "Календарь 2027 года пока не подтверждён")
	d.Replace("Москва")
	tap(t, d, "Далее")
	sees(t, d, "С чего начнём?")
	if _, err := d.File.Undo(); err == nil {
		t.Error("something was written before the last answer")
	}
	tap(t, d, "Начать с пустого файла")
	if ended["done"] != 1 || ended["sample"] != 0 || len(d.Failed) > 0 {
		t.Fatalf("ended %v, failed %v", ended, d.Failed)
	}
	me, err := d.Read().Me()
	if err != nil {
		t.Fatal(err)
	}
	if me.FullName != "Кузнецова Анна Сергеевна" || me.Position != "Консультант" || me.Department != "Отдел управленческого учёта" ||
		me.WorkPlace != "Москва" || me.Zone != "Europe/Moscow" || me.WeekHours != data.Hours(40) {
		t.Errorf("the owner is %+v", me)
	}
	people, err := d.Read().People(false)
	if err != nil || len(people) != 2 {
		t.Fatalf("%d people, %v", len(people), err)
	}
	for _, p := range people {
		if !p.IsMe && (p.FullName != "Орлова Марина Викторовна" || p.ID != me.ManagerID || p.Grade != data.GradeHead) {
			t.Errorf("the head is %+v", p)
		}
	}
	for code, want := range map[string]string{"department.name": "Отдел управленческого учёта", "language": "ru", "setup": "done"} {
		if got := d.Read().Setting(code, ""); got != want {
			t.Errorf("%s is %q", code, got)
		}
	}
	d.Undo() // the first answers are no step: without them the file has no owner
	if got := d.Read().Setting("setup", ""); got != "done" {
		t.Errorf("undo went back through the first questions, setup is %q", got)
	}
	if me, err := d.Read().Me(); err != nil || me.FullName != "Кузнецова Анна Сергеевна" {
		t.Errorf("the owner is %+v, %v", me, err)
	}
}

func TestAnEmptyNameIsRefusedUnderItsField(t *testing.T) {
	d, s, _ := start(t, text.RU, false)
	d.Press(fyne.KeyReturn)
	sees(t, d, "Как вас зовут?", "Нужно заполнить.")
	d.Type("   ")
	tap(t, d, "Далее")
	if s.step != 0 || len(d.Failed) > 0 {
		t.Errorf("at step %d, failed %v", s.step, d.Failed)
	}
	d.Canvas().Focus(s.focus)
	d.Replace("Анна")
	d.Press(fyne.KeyReturn)
	sees(t, d, "В каком отделе вы работаете?")
	tap(t, d, "Назад")
	if strings.Contains(d.Seen(), "Нужно заполнить.") {
		t.Error("the refusal stays")
	}
}

func TestGoingBackKeepsTheAnswers(t *testing.T) {
	d, _, _ := start(t, text.RU, false)
	d.Type("Анна Кузнецова")
	tap(t, d, "Далее")
	d.Type("Отдел учёта")
	d.Canvas().FocusNext()
	d.Type("Орлова")
	tap(t, d, "Назад") // without «Далее»
	sees(t, d, "Анна Кузнецова")
	d.Press(fyne.KeyReturn)
	sees(t, d, "Отдел учёта", "Орлова")
	tap(t, d, "Далее")
	d.Replace("Казань")
	tap(t, d, "Далее")
	tap(t, d, "Назад")
	sees(t, d, "Казань", "40 ч")
	tap(t, d, "Назад")
	tap(t, d, "Назад")
	sees(t, d, "Анна Кузнецова")
}

func TestWrongHoursAreRefused(t *testing.T) {
	d, s, _ := start(t, text.RU, false)
	d.Type("Анна")
	tap(t, d, "Далее")
	tap(t, d, "Далее")
	for range 2 {
		d.Canvas().FocusNext()
	}
	d.Replace("много")
	tap(t, d, "Далее")
	sees(t, d, "«много» — не часы.")
	if s.step != 2 || len(d.Failed) > 0 {
		t.Errorf("at step %d, failed %v", s.step, d.Failed)
	}
}

func TestTheSampleIsAskedFor(t *testing.T) {
	d, _, ended := start(t, text.RU, false)
	d.Type("Анна")
	for range 3 {
		tap(t, d, "Далее")
	}
	tap(t, d, "Посмотреть на примере")
	if ended["sample"] != 1 || ended["done"] != 0 || d.Read().Setting("setup", "") != "" {
		t.Errorf("ended %v, setup %q", ended, d.Read().Setting("setup", ""))
	}
}

func TestTheLanguageIsChosenAtOnce(t *testing.T) {
	d, s, ended := start(t, text.RU, false)
	d.Type("Anna")
	for _, o := range test.LaidOutObjects(d.Canvas().Content()) {
		if x, ok := o.(*ui.Segmented); ok {
			x.OnChanged("en", true)
		}
	}
	if ended["language"] != 1 || d.Read().Setting("language", "") != "" {
		t.Errorf("told %d times, the file has %q: it hears of it with the last answer", ended["language"], d.Read().Setting("language", ""))
	}
	for range 3 {
		tap(t, d, "Далее")
	}
	tap(t, d, "Начать с пустого файла")
	if d.Read().Setting("language", "") != "en" || s.answers.Me.FullName != "Anna" || ended["done"] != 1 {
		t.Errorf("language %q of %q", d.Read().Setting("language", ""), s.answers.Me.FullName)
	}
}

func TestOtherWordsKeepTheAnswers(t *testing.T) {
	d := desktest.Empty(t, text.RU, false)
	var state State
	s := New(d, nil, Ways{Language: func(l text.Lang, so State) { state = so }})
	d.Show(s)
	s.Focus()
	d.Type("Анна")
	tap(t, d, "Далее")
	d.Type("Отдел учёта")
	s.language().(*ui.Segmented).OnChanged("en", true)
	if state.Step != 1 || state.Answers.Me.FullName != "Анна" || state.Answers.Department != "Отдел учёта" || state.Answers.Language != "en" {
		t.Errorf("the state is %+v", state)
	}
}

func TestShots(t *testing.T) {
	for _, v := range []struct {
		name, next string
		lang       text.Lang
		dark       bool
	}{{"ru-light", "Далее", text.RU, false}, {"en-dark", "Next", text.EN, true}} {
		d, _, _ := start(t, v.lang, v.dark)
		tap(t, d, v.next)
		d.Shoot("welcome-refused-" + v.name)
		d.Type("Кузнецова Анна Сергеевна")
		for _, step := range []string{"2", "3", "4"} {
			tap(t, d, v.next)
			d.Shoot("welcome-" + step + "-" + v.name)
		}
	}
}
