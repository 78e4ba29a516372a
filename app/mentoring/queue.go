package mentoring

import (
	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// queue is the view «Проверить»: what waits for the mentor's check over all
// trainees at the left, the chosen one with its files and history in the middle,
// and what else asks for a look at the right. A digit accepts with that score.
type queue struct {
	s       *Screen
	me      data.ID[data.Person]
	rows    []data.QueueRow
	list    *ui.List
	middle  *ui.Card
	blank   *ui.Empty
	body    *fyne.Container
	head    *ui.Heading
	bar     *fyne.Container
	fields  *ui.KeyValues
	files   *card.Files
	past    *ui.List
	history []data.SubmissionRow
	watch   *watch
	content fyne.CanvasObject
	limit   int // working days in which the mentor checks
}

func newQueue(s *Screen) *queue {
	q := &queue{s: s, head: ui.NewHeading("", ""), fields: ui.NewKeyValues(), files: card.NewFiles(s.d, data.Ref{}), watch: newWatch(s)}
	t := s.d.Words().T
	q.list = ui.NewList(func() int { return len(q.rows) }, q.fill)
	q.list.OnSelect = func(int) { q.show() }
	q.list.OnOpen = func(int) { q.openFile() }
	q.list.OnMenu = func(int) []ui.MenuItem { return q.menu() }
	q.list.Empty = ui.NewEmpty(t("mentoring.queue.empty"), nil)
	q.past = ui.NewList(func() int { return len(q.history) }, q.pastRow)
	q.past.Full = true
	q.fields.LabelWidth = 150
	q.blank = ui.NewEmpty(t("mentoring.queue.choose"), nil)
	q.bar = q.buttons()
	q.body = ui.Down(0, ui.Own(q.head), ui.Own(ui.Pad(16, 6, q.bar)), ui.Flex(1, ui.Scroll(ui.Down(8, ui.Own(q.fields), ui.Own(ui.Pad(12, 8, q.files.Content())),
		ui.Own(ui.Pad(12, 8, ui.NewCard(t("mentoring.queue.history"), "", q.past)))))))
	q.middle = ui.NewCard("", "", q.blank)
	q.content = ui.Body(ui.Across(20, ui.Between(240, 330, ui.NewCard(t("mentoring.queue.title"), t("mentoring.queue.keys"), q.list)),
		ui.Flex(1, q.middle), ui.Between(220, sideWidth, q.watch.content)))
	return q
}

// buttons accept with a score, return, and open the file.
func (q *queue) buttons() *fyne.Container {
	w := q.s.d.Words()
	parts := []ui.Part{ui.Own(ui.NewNote(w.T("mentoring.queue.accept")))}
	for score := 1; score <= data.MaxItemScore; score++ {
		b := ui.NewButton(ui.Secondary, digit(score), func() { q.accept(score) })
		b.Small, b.Tip = true, w.F("mentoring.accept.score", score)
		parts = append(parts, ui.Own(b))
	}
	back := ui.NewButton(ui.Secondary, w.T("mentoring.queue.return"), q.giveBack)
	file := ui.NewButton(ui.Primary, w.T("mentoring.queue.file"), q.openFile)
	back.Small, file.Small = true, true
	return ui.Across(6, append(parts, ui.Flex(1, ui.Spacer()), ui.Own(back), ui.Own(file))...)
}

func digit(n int) string { return string(rune('0' + n)) }

// read takes the queue from the file; the place in it stays when the row is gone.
func (q *queue) read() {
	me, err := q.s.d.Read().Me()
	if err == nil {
		q.me = me.ID
		q.rows, err = q.s.d.Read().ReviewQueue(q.me)
	}
	if err == nil {
		q.limit, _, err = command.ReviewLimits(q.s.d.Read(), q.s.d.Today())
	}
	if err != nil {
		q.s.d.Fail(err)
	}
}

// reload shows what read has taken.
func (q *queue) reload() {
	at := q.list.Selected()
	q.list.Reload()
	if q.list.Selected() < 0 && len(q.rows) > 0 {
		q.list.Select(min(max(at, 0), len(q.rows)-1))
	}
	q.show()
	q.watch.read(q.me)
}

// chosen is the item under the cursor, nil when there is none.
func (q *queue) chosen() *data.QueueRow {
	if i := q.list.Selected(); i >= 0 && i < len(q.rows) {
		return &q.rows[i]
	}
	return nil
}

func (q *queue) fill(i int, r *ui.ListRow) {
	x, w, today := &q.rows[i], q.s.d.Words(), q.s.d.Today()
	r.ID, r.Title, r.TitleLines = x.TaskID.String(), x.Name, 2
	files, handed := "", ""
	if x.Files > 0 {
		files = w.N("mentoring.files", x.Files)
	}
	if !x.HandedOn.IsZero() {
		handed = w.F("mentoring.queue.handed", day(q.s.d, x.HandedOn))
	}
	r.Note, r.NoteLines = text.Join(data.ShortName(x.Trainee), handed, files), 2
	if x.HandedOn.IsZero() {
		return
	}
	waits := card.Workdays(q.s.d).Distance(x.HandedOn, today)
	r.ChipRole, r.ChipWord = ui.Go, w.N("mentoring.queue.waits", max(0, waits))
	if waits > q.limit {
		r.ChipRole = ui.Late
	}
}

// show fills the middle from the chosen item.
func (q *queue) show() {
	x := q.chosen()
	if x == nil {
		q.middle.Content = q.blank
		q.middle.Refresh()
		return
	}
	w := q.s.d.Words()
	q.middle.Content = q.body
	q.head.Set(x.Name, text.Join(data.ShortName(x.Trainee), x.Section))
	q.fields.Set(q.facts(x)...)
	q.files.Show(data.RefTo(data.KindSubmission, x.SubmissionID))
	rows, err := q.s.d.Read().ItemHistory(x.TaskID)
	if err != nil {
		q.s.d.Fail(err)
	}
	q.history = rows
	q.past.Empty = ui.NewEmpty(w.T("mentoring.queue.unhanded"), nil)
	q.past.Reload()
	q.middle.Refresh()
}

// facts are what the mentor looks at before a decision.
func (q *queue) facts(x *data.QueueRow) []ui.KV {
	w := q.s.d.Words()
	due := ui.KV{Label: w.T("mentoring.field.due"), Text: w.Date(x.Due())}
	if !x.OnTime() {
		due.Role, due.Text = ui.Late, text.Join(due.Text, w.T("mentoring.queue.late"))
	}
	rows := []ui.KV{due, {Label: w.T("mentoring.queue.spent"), Text: w.F("mentoring.queue.hours", w.Hours(x.TraineeSpent), w.Hours(x.Effort))},
		{Label: w.T("mentoring.field.mentorhours"), Text: w.Hours(x.MentorEffort)}}
	for _, f := range []struct{ label, value string }{{"mentoring.queue.comment", x.Comment}, {"mentoring.field.result", x.Result},
		{"mentoring.field.criterion", x.Criterion}, {"mentoring.field.skill", x.Competency}} {
		if f.value != "" {
			rows = append(rows, ui.KV{Label: w.T(f.label), Text: f.value})
		}
	}
	plan := data.RefTo(data.KindTask, x.TaskID)
	return append(rows, ui.KV{Label: w.T("mentoring.queue.plan"), Text: data.ShortName(x.Trainee), Open: func() { q.s.Show(plan) }})
}

func (q *queue) pastRow(i int, r *ui.ListRow) { fillRound(q.s.d, &q.history[i], i+1, r) }

// openFile opens the first file of the handing-in; the others are in its list.
func (q *queue) openFile() {
	x := q.chosen()
	if x == nil {
		return
	}
	rows, err := q.s.d.Read().Attachments(data.RefTo(data.KindSubmission, x.SubmissionID))
	switch {
	case err != nil:
		q.s.d.Fail(err)
	case len(rows) == 0:
		q.s.d.Say(q.s.d.Words().T("mentoring.queue.nofile"), "", nil)
	default:
		card.OpenAttachment(q.s.d, rows[0])
	}
}

// accept takes the chosen item with a score; the next one is chosen.
func (q *queue) accept(score int) {
	if x := q.chosen(); x != nil {
		q.do(command.Accept{ItemID: x.TaskID, Name: x.Name, Score: score})
	}
}

// giveBack asks what is missing and until when.
func (q *queue) giveBack() {
	if x := q.chosen(); x != nil {
		askReturn(q.s, x.TaskID, x.Name, x.Due(), func() { q.s.d.Canvas().Focus(q.list) })
	}
}

// do runs a command and offers to take it back.
func (q *queue) do(c desk.Command) {
	if !card.Do(q.s.d, c) {
		return
	}
	w := q.s.d.Words()
	q.s.d.Say(w.F("mentoring.did", w.Step(c.Label())), w.T("step.undo"), q.s.d.Undo)
}

// actions are the keys of the queue.
func (q *queue) actions() []desk.Action {
	x := q.chosen()
	if x == nil {
		return nil
	}
	w := q.s.d.Words()
	var out []desk.Action
	for score := 1; score <= data.MaxItemScore; score++ {
		out = append(out, desk.Action{Label: w.F("mentoring.action", w.F("mentoring.accept.score", score), x.Name), Key: digit(score), Do: func() { q.accept(score) }})
	}
	return append(out, desk.Action{Label: w.F("mentoring.action", w.T("mentoring.queue.file"), x.Name), Key: "F8", Do: q.openFile},
		desk.Action{Label: w.F("mentoring.action", w.T("mentoring.queue.return"), x.Name), Key: "F9", Do: q.giveBack})
}

func (q *queue) menu() []ui.MenuItem {
	w := q.s.d.Words()
	list := []ui.MenuItem{{Label: w.T("mentoring.queue.file"), Icon: ui.IconAttach, Shortcut: "Enter", Do: q.openFile}, {}}
	for score := data.MaxItemScore; score >= 1; score-- {
		list = append(list, ui.MenuItem{Label: w.F("mentoring.accept.score", score), Shortcut: digit(score), Do: func() { q.accept(score) }})
	}
	return append(list, ui.MenuItem{}, ui.MenuItem{Label: w.T("mentoring.queue.return"), Icon: ui.IconUndo, Shortcut: "F9", Do: q.giveBack})
}
