package projects

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"portfel/app/card"
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

func sampleProject(key string) data.Ref {
	return data.RefTo(data.KindProject, data.ShippedID[data.Project]("sample:project."+key))
}

// typed types letters into what has the focus.
func typed(d *desktest.Desk, s string) {
	for _, r := range s {
		d.Canvas().Focused().TypedRune(r)
	}
}

// press types keys into what has the focus.
func press(d *desktest.Desk, keys ...fyne.KeyName) {
	for _, k := range keys {
		d.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// seen is the row of the register as it is read: its cells by column.
func seen(s *Screen, code string) map[string]string {
	for i, r := range s.rows {
		if r.Code != code {
			continue
		}
		row := ui.Row{Cells: make([]ui.Cell, len(s.grid.Columns()))}
		s.fill(i, &row)
		out := map[string]string{}
		for k, c := range s.grid.Columns() {
			out[c.ID] = row.Cells[k].Text + row.Cells[k].ChipWord
		}
		return out
	}
	return nil
}

func codes(s *Screen) string {
	var out []string
	for _, r := range s.rows {
		out = append(out, r.Code)
	}
	return strings.Join(out, " ")
}

// The finish, the hours and the reserve of story 1; the sample's late project.
func TestRegisterShowsPlanAndHealth(t *testing.T) {
	_, s := open(t)
	for code, want := range map[string]map[string]string{
		"МК-26": {colName: "МК-26 Постановка бюджетирования", colClient: "АО «Медный Кряж»", colStatus: "планирование", colHours: "0 / 416",
			colFinish: "26.01.27", colDeadline: "27.01.27", colHealth: "запас 1 дн.", colLate: ""},
		"РР-26": {colStatus: "в работе", colHours: "227 / 456", colFinish: "26.01.27", colDeadline: "18.01.27", colHealth: "сдвиг +6 дн.", colLate: "1 просроч."},
		"ВН-27": {colHealth: "внутренний"},
		"АЛ-26": {colStatus: "приостановлен", colHealth: ""},
	} {
		got := seen(s, code)
		for col, v := range want {
			if got[col] != v {
				t.Errorf("%s %s: %q, want %q", code, col, got[col], v)
			}
		}
	}
	if c := s.Header().Crumb; c != "7 активных · 1 не укладывается в срок · 1 просроченная задача" {
		t.Errorf("crumb %q", c)
	}
}

func TestChipsAndOrder(t *testing.T) {
	_, s := open(t)
	if codes(s) != "БТ-26 ВН-27 РР-26 МК-26 СЭ-26 АЛ-26 ДФ-27" {
		t.Errorf("by deadline, none last: %s", codes(s))
	}
	s.grid.OnSort(ui.Sort{Column: colHealth})
	if !strings.HasPrefix(codes(s), "РР-26 МК-26 БТ-26 СЭ-26") {
		t.Errorf("by health, the worst first: %s", codes(s))
	}
	s.chips.OnChanged(chipClosed, true)
	if codes(s) != "ПС-26" {
		t.Errorf("closed: %s", codes(s))
	}
	s.chips.OnChanged(chipArchive, true)
	if codes(s) != "" {
		t.Errorf("archive: %s", codes(s))
	}
}

func TestNewProjectByTyping(t *testing.T) {
	d, s := open(t)
	s.create()
	typed(d, "Аудит закупок")
	d.Canvas().FocusNext()
	typed(d, "ЗК-26")
	press(d, fyne.KeyReturn)
	if seen(s, "ЗК-26")[colName] != "ЗК-26 Аудит закупок" || s.view.project.Name != "Аудит закупок" {
		t.Fatalf("%s, card %q, failed %v", codes(s), s.view.project.Name, d.Failed)
	}
	if got := seen(s, "ЗК-26"); got[colHealth] != "план пуст" || got[colManager] != "Кузнецова А. С." {
		t.Errorf("%v", got)
	}
	s.view.openPlan()
	if len(d.Opened) != 1 || d.Opened[0].Kind != data.KindPlan {
		t.Errorf("opened %v", d.Opened)
	}
	d.Undo()
	if seen(s, "ЗК-26") != nil || !s.chosen.IsZero() {
		t.Error("one undo takes project, plan and member back and closes the card")
	}
}

func TestNewProjectNeedsANameAndAFreeCode(t *testing.T) {
	d, s := open(t)
	s.create()
	press(d, fyne.KeyReturn)
	if d.Canvas().Overlays().Top() == nil {
		t.Fatal("the dialog closed without a name")
	}
	typed(d, "Второй")
	d.Canvas().FocusNext()
	typed(d, "МК-26")
	press(d, fyne.KeyReturn)
	if d.Canvas().Overlays().Top() == nil || len(s.all) != 8 {
		t.Error("a code was taken twice")
	}
}

func TestClientIsMadeWithTheProject(t *testing.T) {
	d, s := open(t)
	made := card.NewClients{}
	o, err := made.Make("ООО «Новый»")
	if err != nil || o.Label != "ООО «Новый»" || len(made) != 1 {
		t.Fatal(err)
	}
	if _, err := made.Make("  "); err == nil {
		t.Error("a client without a name")
	}
	before := len(d.Failed)
	s.Show(sampleProject("internal"))
	p := s.view.project
	kv := s.view.pages[tabOverview].(*overview).client(p, nil)
	c := kv.Edit().(*ui.Choice)
	x, err := c.OnCreate("АО «Свежий»")
	if err != nil {
		t.Fatal(err)
	}
	if err := c.OnSelect(x); err != nil {
		t.Fatal(err)
	}
	if got := seen(s, "ВН-27")[colClient]; got != "АО «Свежий»" || len(d.Failed) != before {
		t.Errorf("client %q %v", got, d.Failed)
	}
	d.Undo()
	if got := seen(s, "ВН-27")[colClient]; got != "" {
		t.Errorf("undone in one step: %q", got)
	}
	if names, _ := d.Read().ClientNames(); len(names) != 8 {
		t.Errorf("%d clients", len(names))
	}
}

func TestFactsAreEditedInPlace(t *testing.T) {
	d, s := open(t)
	s.Show(sampleProject("copper"))
	o := s.view.pages[tabOverview].(*overview)
	if !o.fields.Edit(1) {
		t.Fatal("the name is not edited")
	}
	typed(d, "!")
	press(d, fyne.KeyReturn)
	if s.view.project.Name != "!" && s.view.project.Name != "Постановка бюджетирования!" {
		t.Errorf("name %q", s.view.project.Name)
	}
	if o.fields.Rows()[1].Text != s.view.project.Name {
		t.Errorf("shown %q", o.fields.Rows()[1].Text)
	}
	o.fields.Edit(6) // the deadline, typed the short way
	field := d.Canvas().Focused().(*ui.DateField)
	field.SetText("15.01")
	press(d, fyne.KeyReturn)
	if got := seen(s, "МК-26"); got[colDeadline] != "15.01.27" || got[colHealth] != "сдвиг +7 дн." {
		t.Errorf("18–22, 25, 26 January are seven working days: %v", got)
	}
	d.Undo()
	if got := seen(s, "МК-26"); got[colDeadline] != "27.01.27" || got[colHealth] != "запас 1 дн." {
		t.Errorf("after undo: %v", got)
	}
}

func TestStatesMoveByButtons(t *testing.T) {
	d, s := open(t)
	s.Show(sampleProject("copper"))
	next, ok := s.view.moved("running")
	if !ok || next.Stage() != "running" {
		t.Fatal("no next state")
	}
	for _, it := range projectMenu(d, s.view.project, s.view.row.PlanID) {
		if it.Label == "В работу" {
			it.Do()
		}
	}
	if seen(s, "МК-26")[colStatus] != "в работе" {
		t.Errorf("%v %v", seen(s, "МК-26"), d.Failed)
	}
	for _, it := range projectMenu(d, s.view.project, s.view.row.PlanID) {
		if it.Label == "К планированию" {
			t.Error("a project at work is never planned again")
		}
	}
}

func TestDeletionOffersTheArchive(t *testing.T) {
	d, s := open(t)
	s.Show(sampleProject("copper"))
	i, _ := s.grid.CursorRow()
	s.remove([]int{i})
	if len(d.Asked) != 1 || !strings.Contains(d.Asked[0].Sentence, "Екатеринбург") {
		t.Fatalf("a trip points to it: %+v", d.Asked)
	}
	d.Asked[0].Answers[0].Do()
	if seen(s, "МК-26") != nil {
		t.Error("an archived project stays in the list")
	}
	s.chips.OnChanged(chipArchive, true)
	if codes(s) != "МК-26" {
		t.Errorf("archive: %s", codes(s))
	}
	if s.view.project.ArchivedOn.IsZero() {
		t.Error("the card tells that it is archived")
	}
	unarchive(d, s.view.project)
	if codes(s) != "" {
		t.Errorf("archive after the way back: %s", codes(s))
	}
}

func TestTeamInPlace(t *testing.T) {
	d, s := open(t)
	s.Show(sampleProject("copper"))
	s.view.tabs.Select(tabTeam)
	team := s.view.pages[tabTeam].(*team)
	if len(team.rows) != 5 || s.view.tabs.Tabs[2].Count != 5 {
		t.Fatalf("%d members", len(team.rows))
	}
	team.list.Select(1)
	team.edit()
	typed(d, "эксперт")
	press(d, fyne.KeyReturn)
	if team.rows[1].Role != "эксперт" && team.rows[1].Role != "аналитикэксперт" {
		t.Errorf("role %q", team.rows[1].Role)
	}
	team.remove(1)
	if len(team.rows) != 4 || len(d.Said) == 0 {
		t.Errorf("%d members, said %v", len(team.rows), d.Said)
	}
	d.Undo()
	if len(team.rows) != 5 {
		t.Errorf("after undo %d", len(team.rows))
	}
}

func TestMeetingsAndNeighbours(t *testing.T) {
	d, s := open(t)
	s.Show(sampleProject("copper"))
	s.view.tabs.Select(tabMeetings)
	m := s.view.pages[tabMeetings].(*meetings)
	if len(m.rows) != 3 || m.rows[0].Title != "Встреча с Ковалёвой: закрывающие документы" {
		t.Fatalf("%+v", m.rows)
	}
	if m.rows[2].Detail != "Состав рабочей группы и порядок интервью согласованы; протокол подписать в поездке" {
		t.Errorf("the result is shown: %q", m.rows[2].Detail)
	}
	asked := map[string]desk.Filter{}
	for _, room := range []string{"trips", "documents"} {
		d.Embeds[room] = func(_ desk.Desk, f desk.Filter) desk.Screen {
			asked[room] = f
			return desktest.Blank{CanvasObject: ui.NewNote("")}
		}
		s.view.tabs.Select(room)
		if asked[room].ProjectID != s.view.project.ID {
			t.Errorf("%s embedded with %+v", room, asked[room])
		}
	}
}

func TestEscapeClosesTheCard(t *testing.T) {
	d, s := open(t)
	s.Show(sampleProject("copper"))
	if len(s.grid.Shown()) != 3 {
		t.Errorf("beside the card: %v", s.grid.Shown())
	}
	d.Canvas().Focus(s.grid)
	press(d, fyne.KeyEscape)
	if !s.chosen.IsZero() || strings.Join(s.grid.Shown(), " ") != "name client status done hours finish deadline health late" {
		t.Errorf("%v", s.grid.Shown())
	}
	d.Canvas().Focus(s.grid)
	press(d, fyne.KeyDown)
	if s.chosen.IsZero() {
		t.Error("the arrows open a card again")
	}
}

func TestRoomIsRemembered(t *testing.T) {
	d, s := open(t)
	s.chips.OnChanged(chipAll, true)
	s.Show(sampleProject("north"))
	s.view.tabs.Select(tabTeam)
	again := New(d, desk.Filter{})
	d.Show(again)
	again.Recall(s.Remember())
	if again.view.project.Code != "СЭ-26" || again.view.tabs.On != tabTeam || again.chip != chipAll {
		t.Errorf("%q %q %q", again.view.project.Code, again.view.tabs.On, again.chip)
	}
	again.Recall("{broken")
}

func TestEmbeddedListOpensTheRoom(t *testing.T) {
	d := desktest.New(t, text.RU, false)
	s := New(d, desk.Filter{ClientID: data.ShippedID[data.Client]("sample:client.copper")})
	d.Show(s)
	if codes(s) != "МК-26" {
		t.Fatalf("%s", codes(s))
	}
	s.open(0)
	if len(d.Opened) != 1 || d.Opened[0] != sampleProject("copper") {
		t.Errorf("%v", d.Opened)
	}
}

// A plan of the department belongs to no project: it is made here and opened.
func TestAPlanWithoutAProject(t *testing.T) {
	d, s := open(t)
	for _, b := range s.Header().Buttons {
		if b.Label == "План без проекта" {
			test.Tap(b)
		}
	}
	if !strings.Contains(d.Seen(), "План отдела") {
		t.Fatalf("%q", d.Seen())
	}
	d.Canvas().FocusNext() // the name
	d.Replace("План отдела на 2027 год")
	press(d, fyne.KeyReturn)
	if len(d.Opened) != 1 || d.Opened[0].Kind != data.KindPlan {
		t.Fatalf("opened %v, failed %v", d.Opened, d.Failed)
	}
	rec, err := d.Read().Load(d.Opened[0])
	if err != nil {
		t.Fatal(err)
	}
	if p := rec.(data.Plan); p.What != data.PlanOfDepartment || p.Name != "План отдела на 2027 год" || !p.IsCurrent || p.StartsOn != d.Today() || p.CalendarID.IsZero() {
		t.Errorf("%+v", p)
	}
	heads, err := d.Read().Plans()
	if err != nil || !slices.ContainsFunc(heads, func(h data.PlanHead) bool { return data.RefTo(data.KindPlan, h.ID) == d.Opened[0] }) {
		t.Error("the room of plans does not list it", err)
	}
	d.Undo()
	if ok, _ := d.Read().HasRecord(d.Opened[0]); ok {
		t.Error("undo has left the plan")
	}
}

// The keyboard is never nowhere: in the register, on the button of an empty one,
// and on the next state after a state was pressed.
func TestTheKeyboardIsAlwaysSomewhere(t *testing.T) {
	d, s := open(t)
	s.Focus()
	if d.Canvas().Focused() != fyne.Focusable(s.grid) || !s.chosen.IsZero() {
		t.Errorf("%T, card open: %v", d.Canvas().Focused(), !s.chosen.IsZero())
	}
	press(d, fyne.KeyDown)
	if s.chosen.IsZero() {
		t.Error("Down opens no card")
	}
	s.Show(sampleProject("closed"))
	s.Show(sampleProject("copper"))
	var b *ui.Button
	for _, o := range s.view.facts.Parts {
		if x, ok := o.(*ui.Button); ok && b == nil {
			b = x
		}
	}
	d.Canvas().Focus(b)
	was := s.view.project.Status
	press(d, fyne.KeyReturn)
	if s.view.project.Status == was {
		t.Fatal("the state has not moved")
	}
	if now, ok := d.Canvas().Focused().(*ui.Button); !ok || now == b || !slices.Contains(s.view.facts.Parts, fyne.CanvasObject(now)) {
		t.Errorf("the keyboard is on %T", d.Canvas().Focused())
	}
	e := desktest.Empty(t, text.RU, false)
	none := New(e, desk.Filter{})
	e.Show(none)
	none.Focus()
	if x, ok := e.Canvas().Focused().(*ui.Button); !ok || x.Label != "Новый проект" {
		t.Errorf("an empty register: the keyboard is on %T", e.Canvas().Focused())
	}
}

// The plan of a new project is empty: the card says so and leads into it.
func TestANewProjectTeachesWhereDatesComeFrom(t *testing.T) {
	d, s := open(t)
	s.create()
	typed(d, "Пилот")
	press(d, fyne.KeyReturn)
	seen := d.Seen()
	if strings.Contains(seen, "нет плана") || !strings.Contains(seen, "план пуст") || !strings.Contains(seen, "Дат ещё нет: добавьте в план задачи.") {
		t.Errorf("%q", seen)
	}
	o := s.view.pages[tabOverview].(*overview)
	test.Tap(o.side.Empty.Button)
	if len(d.Opened) != 1 || d.Opened[0] != data.RefTo(data.KindPlan, s.view.row.PlanID) {
		t.Errorf("%v", d.Opened)
	}
}

// A narrow window keeps the card inside it: states wrap.
func TestACardFitsANarrowWindow(t *testing.T) {
	d, s := open(t)
	for _, r := range s.all {
		s.Show(r.Ref())
		for _, tab := range []string{tabOverview, tabMoney, tabTeam} {
			s.view.tabs.Select(tab)
			if m := s.content.MinSize(); m.Width > 904 || m.Height > 640 { // 1100 less the rail, 700 less the top bar
				t.Errorf("%s, %s: needs %v", r.Title(), tab, m)
			}
		}
	}
	_ = d
}
