package trips

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// A line of a trip: the town is the place and never a word of the purpose, also
// beside a client.
func TestALineOfATripIsUnderstood(t *testing.T) {
	for line, want := range map[string]string{
		"Казань 7-9.12 переговоры Ромашка":              "Казань | переговоры | Ромашка | 07.12.2026–09.12.2026",
		"Казань переговоры 7-9.12 Ромашка":              "Казань | переговоры | Ромашка | 07.12.2026–09.12.2026",
		"Нижний Новгород 7-9.12 аудит":                  "Нижний Новгород | аудит |  | 07.12.2026–09.12.2026",
		"командировка Казань 7-9.12 встреча с Ромашкой": "Казань | встреча с Ромашкой | Ромашка | 07.12.2026–09.12.2026",
	} {
		d, s := room(t, text.RU, false)
		f := newTripForm(s)
		if err := f.take(line); err != nil {
			t.Fatal(err)
		}
		client := f.chosenClient()
		client, _, _ = strings.Cut(client, "-")
		if got := strings.Join([]string{f.place.Text, f.purpose.Text, client, f.days.Text}, " | "); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
		if len(d.Failed) > 0 {
			t.Error(d.Failed)
		}
	}
}

// Hours that run backwards are refused where they were typed.
func TestALineWithHoursBackwardsIsRefused(t *testing.T) {
	d, s := room(t, text.RU, false)
	before := len(s.rows)
	s.create()
	typeIn(d, "местная сб 17-14 Балтик-Тара спор")
	press(t, d, fyne.KeyReturn)
	if d.Canvas().Overlays().Top() == nil || len(s.rows) != before {
		t.Fatal("a trip was made of hours that run backwards")
	}
	if seen := d.Seen(); !strings.Contains(seen, "Конец не позже начала: 17-14") || strings.Contains(seen, "спор Балтик") {
		t.Error(seen)
	}
	d.Replace("местная сб 14-17 Балтик-Тара спор")
	press(t, d, fyne.KeyReturn)
	if x := s.detail.trip; x.Purpose != "спор" || x.TimeFrom != 14*60 || x.TimeTo != 17*60 || d.Canvas().Overlays().Top() != nil {
		t.Errorf("%+v", x)
	}
}

// A client that is not there yet is made with the trip, as one step.
func TestAClientIsMadeWithATrip(t *testing.T) {
	d, s := room(t, text.RU, false)
	f := newTripForm(s)
	o, err := f.client.OnCreate("ООО «Новый завод»")
	if err != nil {
		t.Fatal(err)
	}
	f.client.Options = append(f.client.Options, o)
	f.client.Set(o.ID)
	f.place.SetText("Пермь")
	f.days.SetText("7.12-9.12")
	if err := f.save(); err != nil {
		t.Fatal(err)
	}
	if s.detail.row.Client != "ООО «Новый завод»" {
		t.Errorf("%q", s.detail.row.Client)
	}
	client := s.detail.trip.ClientID
	d.Undo()
	if ok, _ := d.Read().HasRecord(data.RefTo(data.KindClient, client)); ok {
		t.Error("undo of the trip has left its client")
	}
}

// A country makes the trip one abroad; the card shows it and changes it.
func TestTheCountryOfATripAbroad(t *testing.T) {
	d, s := room(t, text.RU, false)
	f := newTripForm(s)
	if got := f.country.Options[1].Label; f.country.Chosen().Label != "Россия" || got != "Беларусь" {
		t.Errorf("%q %q", f.country.Chosen().Label, got)
	}
	f.place.SetText("Алматы")
	f.days.SetText("7.12-9.12")
	f.country.Set("KZ")
	if err := f.country.OnSelect(ui.Option{ID: "KZ"}); err != nil {
		t.Fatal(err)
	}
	if err := f.save(); err != nil {
		t.Fatal(err)
	}
	if x := s.detail.trip; x.What != data.TripAbroad || x.Country != "KZ" {
		t.Errorf("%s %s", x.What, x.Country)
	}
	row := func() (text string, at int) {
		for i, r := range s.detail.task.kv.Rows() {
			if r.Label == "Страна" {
				return r.Text, i
			}
		}
		return "", -1
	}
	got, at := row()
	if got != "Казахстан" {
		t.Fatalf("the card says %q", got)
	}
	s.detail.turn(pageTask)
	s.detail.task.kv.Edit(at)
	typeIn(d, "Арм")
	press(t, d, fyne.KeyReturn)
	if got, _ := row(); got != "Армения" || s.detail.trip.Country != "AM" {
		t.Errorf("%q %s", got, s.detail.trip.Country)
	}
	s.Show(ref(sampleTrip("copper")))
	if _, at := row(); at >= 0 {
		t.Error("a trip inside Russia asks for a country")
	}
}

// What an undo has put back is told from what was typed.
func TestTheHistoryNamesAnUndo(t *testing.T) {
	d, s := room(t, text.RU, false)
	s.Show(ref(sampleTrip("copper")))
	x := s.detail.trip
	x.Purpose = "другая цель"
	if err := d.Do(command.Put{Record: x}); err != nil {
		t.Fatal(err)
	}
	d.Undo()
	rows := shown(s.detail.history().(*ui.List))
	same(t, rows[:2], "Цель поездки | другая цель → интервью с ЦФО, этап 1 · отмена действия | ", "Цель поездки | интервью с ЦФО, этап 1 → другая цель | ")
}
