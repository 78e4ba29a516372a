package trips

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// seen are the facts of the card «Проверьте», each with its buttons.
func seen(t *testing.T, s *Screen) (out []string) {
	t.Helper()
	for i, l := range cardOf(t, s).lists {
		row := ui.ListRow{}
		l.Fill(0, &row)
		line := row.Title + " | " + row.Note
		for _, w := range cardOf(t, s).ways[i] {
			line += " [" + cardOf(t, s).label(w) + "]"
		}
		out = append(out, line)
	}
	return out
}

// cardOf is the list inside the card.
func cardOf(t *testing.T, s *Screen) *warnings {
	t.Helper()
	x := newWarnings(s.detail)
	x.read()
	return x
}

// buttonIn finds a button by its words among what is shown.
func buttonIn(o fyne.CanvasObject, label string) *ui.Button {
	switch x := o.(type) {
	case *ui.Button:
		if x.Label == label {
			return x
		}
	case *fyne.Container:
		for _, y := range x.Objects {
			if b := buttonIn(y, label); b != nil {
				return b
			}
		}
	case *ui.Card:
		return buttonIn(x.Content, label)
	}
	return nil
}

const (
	oneToOne = "1:1 с Громовым | ср 02.12 17:30–18:00 · встреча в дни поездки [Перевести в звонок] [Перенести на пн 07.12 17:30] [Отменить встречу]"
	onSite   = "Ласточкин Д. О.: 1.1 Интервью с ЦФО | работа на площадке 30 ноября\u00a0– 4 декабря, поездки к клиенту нет [Добавить участником поездки] [Его часть удалённо]"
)

// Story 3: she takes the second button; then the 1:1 moves to the telephone, and
// nothing is left to check.
func TestTheButtonsOfStory3(t *testing.T) {
	d, s := room(t, text.RU, false)
	s.Show(ref(sampleTrip("copper")))
	same(t, seen(t, s), oneToOne, onSite)
	for _, label := range []string{"Его часть удалённо", "Перевести в звонок"} {
		b := buttonIn(s.detail.side.hitCard, label)
		if b == nil {
			t.Fatalf("no button %q", label)
		}
		d.Canvas().Focus(b)
		press(t, d, fyne.KeySpace)
	}
	if s.detail.side.hitCard.Visible() || len(seen(t, s)) != 0 {
		t.Errorf("left: %q", seen(t, s))
	}
	if last := d.Said[len(d.Said)-1]; last != "Перевести в звонок: 1:1 с Громовым" {
		t.Error(last)
	}
	d.Undo()
	d.Undo()
	same(t, seen(t, s), oneToOne, onSite)
}

func TestConflictsAndFaultsOfTheRoute(t *testing.T) {
	d, s := room(t, text.RU, false)
	s.Show(ref(sampleTrip("copper")))
	me, _ := d.Read().Me()
	id := data.NewID[data.Trip]()
	for _, c := range []desk.Command{
		command.Put{Record: data.Absence{ID: data.NewID[data.Absence](), PersonID: me.ID, What: data.Vacation, Status: data.AbsencePlanned, StartsOn: day(12, 3), EndsOn: day(12, 8)}},
		command.PlanTrip{Trip: data.Trip{ID: id, Name: "Тула", PersonID: me.ID, StartsOn: day(12, 4), EndsOn: day(12, 6)}},
		command.EditLeg{Leg: data.Leg{TripID: sampleTrip("copper"), FromPlace: "Пермь", ToPlace: "Уфа", Transport: data.ByTrain,
			Depart: data.Moment{Day: day(11, 30), Min: 600, Zone: "Asia/Yekaterinburg"}, Arrive: data.Moment{Day: day(11, 30), Min: 700, Zone: "Asia/Yekaterinburg"}}},
	} {
		if err := d.Do(c); err != nil {
			t.Fatal(err)
		}
	}
	same(t, seen(t, s),
		"Отпуск | 3–8 декабря · запланировано [Перенести поездку на 14–18 декабря] [Отправить вместо: Ласточкин Д. О.] [Перенести отпуск на 7–12 декабря]",
		"Другая поездка: Тула | 4–6 декабря [Перенести поездку на 14–18 декабря] [Перенести «Тула» на 9–11 декабря]",
		strings.Replace(oneToOne, "пн 07.12", "чт 10.12", 1),  // the 1:1 of 09.12 is there already
		strings.Replace(onSite, "4 декабря", "10 декабря", 1), // 30.11–02.12, and after the vacation 09.12 and 10.12
		"Переезды накладываются по времени | SVO → SVX, Пермь → Уфа",
		"Переезд начинается не там, где кончился прежний | Пермь → Уфа, SVX → SVO")
	lists := s.detail.side.hitCard.Content
	l := listsIn(lists)[1]
	d.Canvas().Focus(l)
	press(t, d, fyne.KeyReturn)
	if len(d.Opened) != 1 || d.Opened[0] != ref(id) {
		t.Error(d.Opened)
	}
	s.Show(ref(sampleTrip("daisy")))
	if s.detail.side.hitCard.Visible() {
		t.Error("a trip that is over has nothing to check")
	}
}

func listsIn(o fyne.CanvasObject) (out []*ui.List) {
	switch x := o.(type) {
	case *ui.List:
		return []*ui.List{x}
	case *fyne.Container:
		for _, y := range x.Objects {
			out = append(out, listsIn(y)...)
		}
	case *ui.Card:
		return listsIn(x.Content)
	}
	return out
}

// The order is refused while the traveller has a vacation, and the dialog offers
// the ways out.
func TestAVacationRefusesTheOrder(t *testing.T) {
	d, s := room(t, text.RU, false)
	s.Show(ref(sampleTrip("copper")))
	me, _ := d.Read().Me()
	if err := d.Do(command.Put{Record: data.Absence{ID: data.NewID[data.Absence](), PersonID: me.ID, What: data.Vacation, Status: data.AbsenceAgreed, StartsOn: day(12, 3), EndsOn: day(12, 8)}}); err != nil {
		t.Fatal(err)
	}
	relays := 0
	box, refuse := s.detail.beforeOrder(ui.NewForm(), func() { relays++ })
	if err := refuse(); err == nil || d.Words().Error(err) != "На эти дни приходится Отпуск: 03.12.2026–08.12.2026. Перенесите поездку или отсутствие, либо отправьте другого." {
		t.Errorf("%v", err)
	}
	b := buttonIn(box, "Перенести отпуск на 7–12 декабря")
	if b == nil {
		t.Fatal("no way out in the dialog")
	}
	b.OnTapped()
	if err := refuse(); err != nil || relays != 1 {
		t.Errorf("%v, %d", err, relays)
	}
	if i := slices.IndexFunc(seen(t, s), func(x string) bool { return x == onSite }); i != 1 {
		t.Errorf("%q", seen(t, s))
	}
}

func TestEnglishWaysAreEnglish(t *testing.T) {
	_, s := room(t, text.EN, false)
	s.Show(ref(sampleTrip("copper")))
	same(t, seen(t, s),
		"1:1 с Громовым | Wed 2 Dec 17:30–18:00 · a meeting in the days of the trip [Make it a call] [Move to Mon 7 Dec 17:30] [Call it off]",
		"Ласточкин Д. О.: 1.1 Интервью с ЦФО | on-site work 30 November\u00a0– 4 December, no trip to the client [Add to the trip] [His part remotely]")
}
