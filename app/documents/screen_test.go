package documents

import (
	"os"
	"path/filepath"
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

const spec = "Техническое задание на подсистему бюджетирования"

func open(t *testing.T, f desk.Filter) (*desktest.Desk, *Screen) {
	t.Helper()
	d := desktest.New(t, text.RU, false)
	s := New(d, f)
	d.Show(s)
	return d, s
}

// refOf is the document of a title.
func refOf(t *testing.T, s *Screen, title string) data.Ref {
	t.Helper()
	for _, r := range s.all {
		if r.Title == title {
			return data.RefTo(data.KindDeliverable, r.ID)
		}
	}
	t.Fatalf("no document %q", title)
	return data.Ref{}
}

func show(t *testing.T, s *Screen, title string) {
	t.Helper()
	if !s.Show(refOf(t, s, title)) {
		t.Fatalf("%q is not shown", title)
	}
}

// row is what the register shows of a document, the cells of the line.
func row(t *testing.T, s *Screen, title string) []ui.Cell {
	t.Helper()
	for i := range s.lines {
		r := ui.Row{Cells: make([]ui.Cell, 6)}
		s.fill(i, &r)
		if r.Cells[0].Text == title {
			return r.Cells
		}
	}
	t.Fatalf("the register does not show %q", title)
	return nil
}

func titles(s *Screen) (out []string) {
	for i := range s.lines {
		r := ui.Row{Cells: make([]ui.Cell, 6)}
		s.fill(i, &r)
		if r.Group {
			out = append(out, "# "+r.Title)
		} else {
			out = append(out, r.Cells[0].Text)
		}
	}
	return out
}

func press(t *testing.T, d *desktest.Desk, keys ...fyne.KeyName) {
	t.Helper()
	for _, k := range keys {
		f := d.Canvas().Focused()
		if f == nil {
			t.Fatalf("%s: nothing has the keyboard", k)
		}
		f.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func typeIn(d *desktest.Desk, s string) {
	for _, r := range s {
		d.Canvas().Focused().TypedRune(r)
	}
}

func TestTheRegisterOfTheSample(t *testing.T) {
	_, s := open(t, desk.Filter{})
	c := row(t, s, spec)
	// Due on 20.11.2026, today is 24.11: four days late.
	for i, want := range []string{spec, "ТЗ", "0.7", "Вы", "20.11", ""} {
		if c[i].Text != want {
			t.Errorf("column %d shows %q, want %q", i, c[i].Text, want)
		}
	}
	if c[4].Note != "−4 дня" || c[4].Role != ui.Late || c[5].ChipWord != "у заказчика" {
		t.Errorf("term %+v, state %+v", c[4], c[5])
	}
	if c := row(t, s, "ТЗ на подсистему бюджетирования"); c[2].Text != "—" || c[5].ChipWord != "не начат" || c[4].Text != "26.01.27" {
		t.Errorf("a document that is not begun: %+v", c)
	}
	if h := s.Header(); !strings.HasSuffix(h.Crumb, "в работе · 1 просрочен") || len(h.Buttons) != 1 {
		t.Errorf("header %q with %d buttons", h.Crumb, len(h.Buttons))
	}
}

func TestChipsNarrowTheRegister(t *testing.T) {
	_, s := open(t, desk.Filter{})
	all := len(s.lines)
	for filter, want := range map[string]string{filterLate: spec, filterClient: spec} {
		s.chips.OnChanged(filter, true)
		if got := strings.Join(titles(s), "|"); !strings.Contains(got, want) || len(s.lines) >= all {
			t.Errorf("%s shows %s", filter, got)
		}
	}
	s.chips.OnChanged(filterLate, true)
	if got := titles(s); len(got) != 2 || got[0] != "# РР-26 · Бюджетирование розничной сети" {
		t.Errorf("overdue: %q", got)
	}
	s.chips.OnChanged(filterArchive, true)
	if len(s.lines) != 0 || s.side.row != nil {
		t.Errorf("the archive is empty, but shows %q", titles(s))
	}
}

func TestSortingInsideAProject(t *testing.T) {
	_, s := open(t, desk.Filter{})
	inProject := func() (out []string) {
		on := false
		for _, x := range titles(s) {
			if strings.HasPrefix(x, "# ") {
				on = strings.Contains(x, "МК-26")
			} else if on {
				out = append(out, x)
			}
		}
		return out
	}
	if got := inProject(); got[0] != "Отчёт о диагностике" || got[3] != "ТЗ на подсистему бюджетирования" {
		t.Errorf("by term: %q", got)
	}
	s.grid.OnSort(ui.Sort{Column: colTitle, Down: true})
	if got := inProject(); got[0] != "ТЗ на подсистему бюджетирования" || got[4] != "Отчёт о диагностике" {
		t.Errorf("by title, downwards: %q", got)
	}
}

func TestADocumentIsMadeByTyping(t *testing.T) {
	d, s := open(t, desk.Filter{})
	show(t, s, "Отчёт о диагностике")
	test.Tap(s.Header().Buttons[0])
	typeIn(d, "Сводка замечаний")
	press(t, d, fyne.KeyReturn)
	if got := row(t, s, "Сводка замечаний"); got[3].Text != "Вы" || got[5].ChipWord != "не начат" {
		t.Errorf("made %+v", got)
	}
	if s.side.row.Title != "Сводка замечаний" || s.side.row.ProjectCode != "МК-26" {
		t.Errorf("the card shows %q of %q", s.side.row.Title, s.side.row.ProjectCode)
	}
	d.Undo()
	for _, x := range titles(s) {
		if x == "Сводка замечаний" {
			t.Error("undo left it")
		}
	}
}

func TestADocumentNeedsATitle(t *testing.T) {
	d, s := open(t, desk.Filter{})
	n := len(s.all)
	s.create()
	press(t, d, fyne.KeyReturn)
	if len(s.all) != n || d.Canvas().Overlays().Top() == nil {
		t.Error("a document without a title was made")
	}
}

func TestCellsAreEditedByKeyboard(t *testing.T) {
	d, s := open(t, desk.Filter{})
	show(t, s, "Отчёт о диагностике")
	d.Canvas().Focus(s.grid)
	press(t, d, fyne.KeyF2)
	typeIn(d, "Отчёт о диагностике, этап 1")
	press(t, d, fyne.KeyReturn)
	i := s.at[refOf(t, s, "Отчёт о диагностике, этап 1").ID.String()]
	if !s.grid.Edit(i, colDue, "") {
		t.Fatal("the term cannot be edited")
	}
	typeIn(d, "18.12")
	press(t, d, fyne.KeyReturn)
	if c := row(t, s, "Отчёт о диагностике, этап 1"); c[4].Text != "18.12" {
		t.Errorf("term %q", c[4].Text)
	}
	d.Undo()
	d.Undo()
	if c := row(t, s, "Отчёт о диагностике"); c[4].Text != "15.12" {
		t.Errorf("after two undos the term is %q", c[4].Text)
	}
}

func TestVersionsFollowTheirStates(t *testing.T) {
	d, s := open(t, desk.Filter{})
	show(t, s, spec)
	first := func() *ui.Button { return s.side.life.buttons.Objects[0].(*ui.Button) }
	if first().Label != "Клиент утвердил" {
		t.Fatalf("the first button is %q", first().Label)
	}
	test.Tap(first())
	v := s.side.version()
	if v.Status != data.VersionApproved || v.ApprovedOn != d.Today() {
		t.Errorf("version %+v", v)
	}
	if c := row(t, s, spec); c[5].ChipWord != "утверждён" || c[4].Role == ui.Late {
		t.Errorf("the register shows %+v", c[4:])
	}
	if len(d.Said) != 1 || !strings.Contains(d.Said[0], "утверждён") {
		t.Errorf("said %q", d.Said)
	}
	d.Undo()
	if s.side.version().Status != data.VersionClient {
		t.Error("undo did not bring the version back to the client")
	}
}

func TestANewVersionWithItsFile(t *testing.T) {
	d, s := open(t, desk.Filter{})
	show(t, s, "Технический проект консолидации")
	if b := s.side.life.buttons.Objects[0].(*ui.Button); b.Label != "Новая версия" {
		t.Fatalf("after remarks the first button is %q", b.Label)
	}
	d.Path = filepath.Join(t.TempDir(), "Проект_0.9.docx")
	if err := os.WriteFile(d.Path, []byte("исправленный текст"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.side.newVersion()
	if f := d.Canvas().Focused().(*ui.Field); f.Text != "0.9" {
		t.Errorf("proposed %q after 0.8", f.Text)
	}
	test.Tap(findButton(t, d, "Выбрать файл…"))
	press(t, d, fyne.KeyReturn)
	if c := row(t, s, "Технический проект консолидации"); c[2].Text != "0.9" || c[5].ChipWord != "черновик" {
		t.Errorf("the register shows %+v", c)
	}
	v := s.side.versions
	if len(v) != 2 || v[0].File != "Проект_0.9.docx" || v[1].Status != data.VersionReplaced {
		t.Fatalf("versions %+v", v)
	}
	opened := ""
	card.OpenPath = func(path string) error { opened = path; return nil }
	s.side.life.open(0)
	b, err := os.ReadFile(opened)
	if err != nil || string(b) != "исправленный текст" || filepath.Base(opened) != "Проект_0.9.docx" {
		t.Errorf("opened %q: %q, %v", opened, b, err)
	}
	os.Chmod(opened, 0o600)
	os.RemoveAll(filepath.Dir(opened))
}

// findButton is a button of the dialog on top.
func findButton(t *testing.T, d *desktest.Desk, label string) *ui.Button {
	t.Helper()
	for _, o := range test.LaidOutObjects(d.Canvas().Overlays().Top()) {
		if b, ok := o.(*ui.Button); ok && b.Label == label {
			return b
		}
	}
	t.Fatalf("no button %q", label)
	return nil
}

func TestSignatures(t *testing.T) {
	d, s := open(t, desk.Filter{})
	show(t, s, spec)
	s.side.tabs.Select(tabApproval)
	g := s.side.signs
	if g.lines[0].head != "Версия 0.7 · круг 1" || g.lines[0].right != "2 из 4" {
		t.Fatalf("heading %q, %q", g.lines[0].head, g.lines[0].right)
	}
	var r ui.ListRow
	g.row(4, &r)
	if r.Title != "Белова И. С." || r.ChipWord != "−4 дня" || r.Checked || !strings.HasPrefix(r.Note, "Утверждает · финансовый директор") {
		t.Errorf("row %+v", r)
	}
	if g.again.Visible() {
		t.Error("another round is offered while two have not answered")
	}
	g.list.OnCheck(3, true)
	g.list.OnCheck(4, true)
	if g.lines[0].right != "4 из 4" || !g.again.Visible() {
		t.Errorf("after both agreed: %q", g.lines[0].right)
	}
	d.Undo()
	if g.lines[0].right != "3 из 4" {
		t.Errorf("after undo: %q", g.lines[0].right)
	}
	g.list.Select(1)
	d.Canvas().Focus(g.list)
	press(t, d, fyne.KeyDelete)
	if g.lines[0].right != "2 из 3" {
		t.Errorf("after one was taken out: %q", g.lines[0].right)
	}
}

func TestAskingForASignature(t *testing.T) {
	d, s := open(t, desk.Filter{})
	show(t, s, "Регламент планирования")
	options := s.side.signers()
	client := ""
	for _, o := range options {
		if o.Label == "Белова И. С." {
			client = o.ID
		}
	}
	if client == "" {
		t.Fatalf("the client's people are not offered: %v", options)
	}
	s.side.askApproval()
	who := d.Canvas().Focused().(*ui.Choice)
	who.Set(client)
	test.Tap(findButton(t, d, "Добавить"))
	if v := s.side.version(); v.Asked != 1 || v.Given != 0 {
		t.Errorf("%d of %d", v.Given, v.Asked)
	}
	// Three working days after Tuesday 24.11 is Friday 27.11.
	if a := s.side.approvals[0]; a.DueOn != data.NewDate(2026, 11, 27) || a.Role != data.RoleAgrees {
		t.Errorf("asked %+v", a)
	}
}

func TestDeletingADocument(t *testing.T) {
	d, s := open(t, desk.Filter{})
	show(t, s, "Протокол приёмки работ")
	d.Canvas().Focus(s.grid)
	press(t, d, fyne.KeyDelete)
	if got := strings.Join(titles(s), "|"); strings.Contains(got, "Протокол приёмки работ") {
		t.Errorf("still there: %s", got)
	}
	if len(d.Failed) > 0 || len(d.Said) != 1 {
		t.Fatalf("failed %v, said %q", d.Failed, d.Said)
	}
	d.Undo()
	if c := row(t, s, "Протокол приёмки работ"); c[2].Text != "1.0" {
		t.Errorf("came back as %+v", c)
	}
}

func TestTheArchiveAndTheWayBack(t *testing.T) {
	d, s := open(t, desk.Filter{})
	ref := refOf(t, s, "Регламент планирования")
	s.Show(ref)
	card.Archive(d, ref, "Регламент планирования")
	if _, shown := s.at[ref.ID.String()]; shown {
		t.Fatal("an archived document stands among the others")
	}
	if !s.Show(ref) || s.filter != filterArchive {
		t.Fatalf("search has to find it, filter %s", s.filter)
	}
	for _, m := range s.menu(0) {
		if m.Label == "Вернуть из архива" {
			m.Do()
		}
	}
	s.chips.OnChanged(filterAll, true)
	if c := row(t, s, "Регламент планирования"); c[2].Text != "0.2" {
		t.Errorf("%+v", c)
	}
}

func TestFilesOfADocument(t *testing.T) {
	d, s := open(t, desk.Filter{})
	show(t, s, spec)
	s.side.tabs.Select(tabProperties)
	files := s.side.facts.files
	d.Path = filepath.Join(t.TempDir(), "Письмо исх. 18.pdf")
	if err := os.WriteFile(d.Path, []byte("%PDF-1.4"), 0o600); err != nil {
		t.Fatal(err)
	}
	files.Add()
	if files.Len() != 1 {
		t.Fatalf("%d files, failed %v", files.Len(), d.Failed)
	}
	var r ui.ListRow
	files.List.Fill(0, &r)
	if r.Title != "Письмо исх. 18.pdf" || !strings.HasPrefix(r.Note, "8") || !strings.HasSuffix(r.Note, "24.11.2026") {
		t.Errorf("%q, %q", r.Title, r.Note)
	}
	d.Path = filepath.Join(t.TempDir(), "копия.pdf")
	files.List.OnMenu(0)[1].Do()
	if b, err := os.ReadFile(d.Path); err != nil || string(b) != "%PDF-1.4" {
		t.Errorf("copy %q, %v", b, err)
	}
	files.List.OnMenu(0)[1].Do()
	if len(d.Failed) != 1 || !strings.Contains(d.Words().Error(d.Failed[0]), "Такой файл уже есть") {
		t.Errorf("writing over a file: %v", d.Failed)
	}
	files.List.OnDelete(0)
	if files.Len() != 0 {
		t.Error("the file was not deleted")
	}
	d.Undo()
	if files.Len() != 1 {
		t.Error("undo did not bring the file back")
	}
}

func TestInAProjectsCardTheRegisterStandsAlone(t *testing.T) {
	d, full := open(t, desk.Filter{})
	show(t, full, spec)
	s := New(d, desk.Filter{ProjectID: full.side.row.ProjectID})
	d.Show(s)
	if got := titles(s); len(got) != 3 || strings.HasPrefix(got[0], "# ") {
		t.Fatalf("documents of the project: %q", got)
	}
	ref := refOf(t, s, spec)
	s.grid.SelectID(ref.ID.String())
	d.Canvas().Focus(s.grid)
	press(t, d, fyne.KeyReturn)
	if len(d.Opened) != 1 || d.Opened[0] != ref {
		t.Errorf("opened %v", d.Opened)
	}
}

func TestThePlaceIsRemembered(t *testing.T) {
	d, s := open(t, desk.Filter{})
	s.chips.OnChanged(filterMine, true)
	s.grid.OnSort(ui.Sort{Column: colState, Down: true})
	show(t, s, spec)
	s.side.tabs.Select(tabProperties)
	kept := s.Remember()
	again := New(d, desk.Filter{})
	d.Show(again)
	again.Recall(kept)
	if again.filter != filterMine || again.order != s.order || again.chosen().Title != spec || again.side.tabs.On != tabProperties {
		t.Errorf("came back to %s, %+v, %q, %s", again.filter, again.order, again.chosen().Title, again.side.tabs.On)
	}
	again.Recall("{broken")
}

// The short word that the table shows is the kind that it stands for: typing «тз»
// makes no kind of its own beside it.
func TestTheShortWordOfAKindIsTheKind(t *testing.T) {
	_, s := open(t, desk.Filter{})
	o, err := s.ownKind("тз")
	if err != nil || o.ID != "spec" || o.Note != "ТЗ" {
		t.Errorf("%+v %v", o, err)
	}
	if o, _ := s.ownKind("коммерческое предложение"); o.ID != "offer" {
		t.Errorf("%+v", o)
	}
	if o, _ := s.ownKind("Паспорт показателя"); o.ID != "Паспорт показателя" {
		t.Errorf("%+v", o)
	}
	found := false
	for _, o := range s.kinds("") {
		found = found || o.ID == "spec" && o.Note == "ТЗ"
	}
	if !found {
		t.Error("the choice does not know the short word")
	}
}

// The buttons of a version stay inside the card, whatever its state is.
func TestTheButtonsOfAVersionFitTheCard(t *testing.T) {
	_, s := open(t, desk.Filter{})
	for _, st := range []data.VersionStatus{data.VersionDraft, data.VersionInternal, data.VersionClient, data.VersionRemarks, data.VersionApproved, data.VersionHanded} {
		s.side.life.fillButtons(&data.VersionRow{Status: st})
		if w := s.side.life.buttons.MinSize().Width; w > 268 { // the narrowest card less its margins
			t.Errorf("%s: the buttons need %v units", st, w)
		}
	}
}
