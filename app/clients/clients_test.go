package clients

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"portfel/app/desk"
	"portfel/app/desk/desktest"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

func open(t *testing.T) (*desktest.Desk, *Screen) {
	t.Helper()
	d := desktest.New(t, text.RU, false)
	s := New(d, desk.Filter{})
	d.Show(s)
	return d, s
}

func sampleClient(key string) data.Ref {
	return data.RefTo(data.KindClient, data.ShippedID[data.Client]("sample:client."+key))
}

func typed(d *desktest.Desk, s string) {
	for _, r := range s {
		d.Canvas().Focused().TypedRune(r)
	}
}

func press(d *desktest.Desk, keys ...fyne.KeyName) {
	for _, k := range keys {
		d.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func next(d *desktest.Desk, n int) {
	for range n {
		d.Canvas().FocusNext()
	}
}

func names(s *Screen) string {
	var out []string
	for _, r := range s.rows {
		out = append(out, r.Name)
	}
	return strings.Join(out, ", ")
}

// seen is the row of the list as it is read.
func seen(s *Screen, name string) ui.ListRow {
	for i, r := range s.rows {
		if strings.Contains(r.Name, name) {
			var row ui.ListRow
			s.fill(i, &row)
			return row
		}
	}
	return ui.ListRow{}
}

// On 24.11 Балтик-Тара (cadence 7) has been silent since 11.11: 13 days.
func TestListTellsSilence(t *testing.T) {
	_, s := open(t)
	if r := seen(s, "Балтик"); r.ChipWord != "молчим 13 дней" || r.ChipRole != ui.Late || r.Note != "A · Москва" {
		t.Errorf("%+v", r)
	}
	if r := seen(s, "Кряж"); r.ChipWord != "" || r.Right != "4 дня назад" {
		t.Errorf("%+v", r)
	}
	if !strings.HasPrefix(names(s), "ООО «Балтик-Тара»") || !strings.HasSuffix(names(s), "АО «Медный Кряж»") {
		t.Errorf("6 days over the cadence stand first, 4 days of silence last: %s", names(s))
	}
	if c := s.Header().Crumb; !strings.HasPrefix(c, "5 действующих · с ") || !strings.HasSuffix(c, " молчим дольше принятого") {
		t.Errorf("crumb %q", c)
	}
}

func TestChipsSearchAndOrder(t *testing.T) {
	_, s := open(t)
	s.chips.OnChanged(chipLeads, true)
	if names(s) != "ООО «Волга-Агро», ООО «Дельта-Фарм»" {
		t.Errorf("leads: %s", names(s))
	}
	s.chips.OnChanged(chipAll, true)
	s.search.SetText("ковалева")
	if names(s) != "АО «Медный Кряж»" {
		t.Errorf("by a person, ё as е: %s", names(s))
	}
	s.search.SetText("тула")
	if names(s) != "АО «Приборостроитель»" {
		t.Errorf("by town: %s", names(s))
	}
	s.search.SetText("")
	s.orders.OnChanged(orderName, true)
	if !strings.HasPrefix(names(s), "ООО «Альфа-Логистик», ООО «Балтик-Тара», ООО «Волга-Агро»") {
		t.Errorf("by name without legal form: %s", names(s))
	}
}

func TestNewClientByTyping(t *testing.T) {
	d, s := open(t)
	s.create()
	typed(d, "ООО «Свежий ветер»")
	next(d, 2)
	typed(d, "Самара")
	next(d, 3)
	typed(d, "Ветров Олег")
	next(d, 1)
	typed(d, "+7 900 111-22-33")
	press(d, fyne.KeyReturn)
	c := s.view.client
	if c.Name != "ООО «Свежий ветер»" || c.City != "Самара" || c.Zone != "Europe/Samara" || c.What != data.ClientPotential {
		t.Fatalf("%+v %v", c, d.Failed)
	}
	if len(s.view.people.rows) != 1 || s.view.people.rows[0].Phone != "+7 900 111-22-33" {
		t.Errorf("%+v", s.view.people.rows)
	}
	d.Undo()
	if s.view.client.ID == c.ID && s.chosen == data.ID[data.Client](c.ID) {
		t.Error("undo takes client and contact back and leaves the card")
	}
}

func TestWrongNumbersAreRefusedWithWords(t *testing.T) {
	d, s := open(t)
	s.Show(sampleClient("copper"))
	s.view.tabs.Select(tabFacts)
	if !s.view.facts.Edit(6) {
		t.Fatal("the INN is not edited")
	}
	f := d.Canvas().Focused().(*ui.Field)
	for _, c := range [][2]string{{"12345", "ИНН: ИНН — это 10 или 12 цифр."}, {"7707083894", "ИНН с ошибкой: контрольная цифра не сходится."}} {
		f.SetText(c[0])
		press(d, fyne.KeyReturn)
		if !strings.Contains(f.Problem(), c[1][len("ИНН"):][:20]) || s.view.client.Inn != "" {
			t.Errorf("%s: %q", c[0], f.Problem())
		}
	}
	f.SetText("7707 083893")
	press(d, fyne.KeyReturn)
	if s.view.client.Inn != "7707083893" {
		t.Errorf("INN %q", s.view.client.Inn)
	}
}

func TestDoublesArePointedOutBeforeSaving(t *testing.T) {
	d, s := open(t)
	s.create()
	typed(d, "балтик тара")
	press(d, fyne.KeyReturn)
	if len(d.Asked) != 1 || !strings.Contains(d.Asked[0].Sentence, "ООО «Балтик-Тара»") || len(s.all) != 8 {
		t.Fatalf("%+v", d.Asked)
	}
	d.Asked[0].Answers[0].Do()
	if len(d.Opened) != 1 || d.Opened[0] != sampleClient("baltic") || d.Canvas().Overlays().Top() != nil {
		t.Errorf("opened %v", d.Opened)
	}
	s.create()
	typed(d, "балтик тара")
	press(d, fyne.KeyReturn)
	d.Asked[1].Answers[1].Do()
	if len(s.all) != 9 || s.view.client.Name != "балтик тара" {
		t.Errorf("%d clients", len(s.all))
	}
}

func TestContactsInPlace(t *testing.T) {
	d, s := open(t)
	s.Show(sampleClient("copper"))
	p := s.view.people
	if len(p.rows) != 3 || p.rows[0].FullName != "Седых Павел Игоревич" {
		t.Fatalf("who decides stands first: %+v", p.rows)
	}
	p.list.Select(0)
	p.fields.Edit(4)
	typed(d, "sedykh")
	press(d, fyne.KeyReturn)
	if d.Canvas().Focused().(*ui.Field).Problem() == "" {
		t.Error("an address without @ was taken")
	}
	d.Canvas().Focused().(*ui.Field).SetText("sedykh@kryazh.example")
	press(d, fyne.KeyReturn)
	if p.rows[0].Email != "sedykh@kryazh.example" {
		t.Errorf("e-mail %q", p.rows[0].Email)
	}
	p.copy(p.rows[0].Phone)
	if got := fyne.CurrentApp().Clipboard().Content(); got != "+7 343 000-11-22" {
		t.Errorf("clipboard %q", got)
	}
	p.add()
	typed(d, "Новиков Пётр")
	next(d, 3)
	typed(d, "8 343 0001122") // the number of Седых
	press(d, fyne.KeyReturn)
	if len(d.Asked) != 1 || !strings.Contains(d.Asked[0].Sentence, "Седых") {
		t.Fatalf("%+v %v", d.Asked, d.Failed)
	}
	d.Asked[0].Answers[1].Do()
	if len(p.rows) != 4 {
		t.Errorf("%d contacts", len(p.rows))
	}
	p.remove(p.list.Selected())
	if len(p.rows) != 3 {
		t.Errorf("%d contacts after the deletion, failed %v", len(p.rows), d.Failed)
	}
	d.Undo()
	if len(p.rows) != 4 {
		t.Errorf("%d contacts after undo", len(p.rows))
	}
}

func TestTimelineOpensRecordsAndPlansMeetings(t *testing.T) {
	d, s := open(t)
	s.Show(sampleClient("baltic"))
	line := s.view.line
	if line.rows[0].head != "Было" {
		t.Fatalf("%+v", line.rows[0])
	}
	for i, x := range line.rows {
		if x.row.Kind == data.KindTrip && x.row.What == string(data.TripLocal) {
			line.open(i)
		}
	}
	if len(d.Opened) != 1 || d.Opened[0].Kind != data.KindTrip {
		t.Errorf("%v", d.Opened)
	}
	s.view.plan()
	typed(d, "Согласование протокола")
	next(d, 2)
	d.Canvas().Focused().(*ui.DateField).SetText("ср")
	next(d, 1)
	typed(d, "14-17")
	press(d, fyne.KeyReturn)
	if line.rows[0].head != "Впереди" || line.rows[1].row.Title != "Согласование протокола" {
		t.Fatalf("%+v %v", line.rows, d.Failed)
	}
	got := line.rows[1].row
	if got.OnDate != data.NewDate(2026, 11, 25) || got.Starts.Clock() != "14:00" {
		t.Errorf("%+v", got)
	}
	if r := seen(s, "Балтик"); r.Note != "A · Москва · впереди: завтра" {
		t.Errorf("note %q", r.Note)
	}
	d.Undo()
	if line.rows[0].head != "Было" {
		t.Error("undone")
	}
}

func TestClientWithNeighboursGoesToTheArchive(t *testing.T) {
	d, s := open(t)
	i := s.list.Selected()
	s.list.OnDelete(i)
	if len(d.Asked) != 1 {
		t.Fatal("projects point to the client")
	}
	d.Asked[0].Answers[0].Do()
	if strings.Contains(names(s), "Балтик") {
		t.Error("an archived client stays in the list")
	}
	s.chips.OnChanged(chipArchive, true)
	if names(s) != "ООО «Балтик-Тара»" {
		t.Errorf("archive: %s", names(s))
	}
}

func TestCategoryBringsItsCadence(t *testing.T) {
	c := data.Client{Category: "A", CadenceDays: 7}
	setCategory(&c, "C")
	if c.CadenceDays != 30 {
		t.Errorf("%d", c.CadenceDays)
	}
	c.CadenceDays = 21
	setCategory(&c, "B")
	if c.CadenceDays != 21 {
		t.Errorf("a cadence of one's own stays: %d", c.CadenceDays)
	}
}

func TestRoomIsRemembered(t *testing.T) {
	d, s := open(t)
	s.Show(sampleClient("volga"))
	s.view.tabs.Select(tabFacts)
	again := New(d, desk.Filter{})
	d.Show(again)
	again.Recall(s.Remember())
	if again.view.client.Name != "ООО «Волга-Агро»" || again.view.tabs.On != tabFacts {
		t.Errorf("%q %q", again.view.client.Name, again.view.tabs.On)
	}
	again.Recall("nothing")
}
