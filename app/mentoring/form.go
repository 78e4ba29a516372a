package mentoring

import (
	"time"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// months is the length that a new mentoring is proposed with.
const months = 3

// lastControl is the day of the last control point after the start: the proposed
// end lies on it or later, and not on a day off, to which the point would not
// wait.
const lastControl = 90

// planForm is the dialog of a new plan.
type planForm struct {
	s                        *Screen
	form                     *ui.Form
	trainee, mentor, grounds *ui.Choice
	from, to, probation      *ui.DateField
	goals                    *ui.Field
	weekday                  *ui.Choice
	clock                    *ui.Parsed[int]
	limit                    *ui.Label
	sheet                    *ui.Sheet
}

// create asks for trainee, mentor, period and grounds, and whether they meet
// every week.
func (s *Screen) create() {
	me, err := s.d.Read().Me()
	if err != nil {
		s.d.Fail(err)
		return
	}
	f := newPlanForm(s, me.ID)
	w := s.d.Words()
	f.sheet = ui.ShowDialog(s.d.Canvas(), ui.Dialog{Title: w.T("mentoring.new"), Content: f.form, Width: 560, Confirm: w.T("mentoring.create"),
		OnConfirm: func() error { return card.Submit(s.d, f.form, f.keep) }})
	s.d.Canvas().Focus(f.trainee)
}

func newPlanForm(s *Screen, me data.ID[data.Person]) *planForm {
	d, t := s.d, s.d.Words().T
	start := card.Workdays(d).OnOrAfter(d.Today())
	f := &planForm{s: s, form: ui.NewForm(), limit: ui.NewNote(""), goals: ui.NewField(""), clock: ui.NewTimeField(17*60 + 30)}
	f.trainee, f.mentor = ui.NewChoice(card.People(d, false), ""), ui.NewChoice(card.People(d, false), me.String())
	f.from, f.to, f.probation = card.NewDate(d, start), card.NewDate(d, card.Workdays(d).OnOrAfter(max(start.AddMonths(months)-1, start+lastControl))), card.NewDate(d, 0)
	f.grounds = ui.NewChoice(card.Codes(d, "mentoring.grounds.", data.GroundsList), string(data.GroundsJob))
	f.weekday = ui.NewChoice(s.weekdays(), "3")
	f.limit.SetRole(ui.Risk)
	f.trainee.OnSelect, f.mentor.OnSelect = f.choseTrainee, f.choseMentor
	f.warn(me)
	f.form.Add("traineeId", t("mentoring.field.trainee"), f.trainee).Add("mentorId", t("mentoring.field.mentor"), ui.Down(2, ui.Own(f.mentor), ui.Own(f.limit))).
		Add("startsOn", t("mentoring.field.starts"), f.from).Add("endsOn", t("mentoring.field.ends"), f.to).
		Add("probationUntil", t("mentoring.field.probation"), f.probation).Add("grounds", t("mentoring.field.grounds"), f.grounds).
		Add("goals", t("mentoring.field.goals"), f.goals).Add("weekly", t("mentoring.weekly"), ui.Across(8, ui.Flex(1, f.weekday), ui.Fixed(80, f.clock)))
	return f
}

// choseTrainee takes the end of the probation over from the person.
func (f *planForm) choseTrainee(o ui.Option) error {
	rec, err := f.s.d.Read().Load(data.RefTo(data.KindPerson, card.ID[data.Person](o.ID)))
	if err == nil {
		f.probation.Set(rec.(data.Person).ProbationUntil)
	}
	return err
}

func (f *planForm) choseMentor(o ui.Option) error {
	f.warn(card.ID[data.Person](o.ID))
	f.form.Refresh()
	return nil
}

// warn says that one more trainee is too many for a mentor.
func (f *planForm) warn(mentor data.ID[data.Person]) {
	f.limit.Set(overLimit(f.s.d, mentor, 1))
	f.limit.Hidden = f.limit.Text == ""
}

// keep makes the plan and shows it.
func (f *planForm) keep() (err error) {
	d, w := f.s.d, f.s.d.Words()
	m := data.Mentoring{ID: data.NewID[data.Mentoring](), TraineeID: card.ID[data.Person](f.trainee.ID), MentorID: card.ID[data.Person](f.mentor.ID),
		Grounds: data.Grounds(f.grounds.ID), Goals: f.goals.Text, Status: data.MentoringDraft}
	for _, x := range []struct {
		field *ui.DateField
		to    *data.Date
	}{{f.from, &m.StartsOn}, {f.to, &m.EndsOn}, {f.probation, &m.ProbationUntil}} {
		if *x.to, err = x.field.Get(); err != nil {
			return err
		}
	}
	c := command.NewMentoring{Mentoring: m, Name: f.trainee.Chosen().Label, PlanName: w.T("mentoring.plan")}
	if c.Weekly, err = f.weekly(c.Name); err != nil {
		return err
	}
	if err := d.Do(c); err != nil {
		return err
	}
	f.s.Reload()
	f.s.Show(data.RefTo(data.KindMentoring, m.ID))
	f.sheet.Close() // it would give the keyboard back to where it was
	if !f.s.part {
		f.s.record.tabs.Select(tabItems)
		d.Canvas().Focus(f.s.record.items.field) // the first items are typed at once
	}
	return nil
}

// weekly is the meeting that the form asks for, nil when there is none.
func (f *planForm) weekly(name string) (*command.Weekly, error) {
	at, err := f.clock.Get()
	if err != nil || f.weekday.ID == "" || at == ui.NoTime {
		return nil, err
	}
	return &command.Weekly{Day: time.Weekday(f.weekday.ID[0] - '0'), Min: at, Minutes: 30, Title: f.s.d.Words().F("mentoring.talk.title", name)}, nil
}

// weekdays are the working days on which people meet, and none.
func (s *Screen) weekdays() []ui.Option {
	out := []ui.Option{{ID: "", Label: s.d.Words().T("mentoring.weekly.none")}}
	for n := time.Monday; n <= time.Friday; n++ {
		out = append(out, ui.Option{ID: string(rune('0' + n)), Label: s.d.Words().F("mentoring.weekly.on", s.d.Words().WeekdayName(n))})
	}
	return out
}

// conclude asks for the outcome that ends a mentoring.
func (x *record) conclude() {
	d, w, id, name := x.s.d, x.s.d.Words(), x.row.ID, data.ShortName(x.row.Trainee)
	outcome := ui.NewChoice(card.Codes(d, "mentoring.conclusion.", data.ConclusionKinds), string(data.ConclusionFits))
	on := card.NewDate(d, d.Today())
	until := card.NewDate(d, 0)
	words := ui.NewArea(x.m.ConclusionText, 5)
	form := ui.NewForm().Add("conclusion", w.T("mentoring.field.outcome"), outcome).Add("closedOn", w.T("mentoring.field.closed"), on).
		AddNote("until", w.T("mentoring.field.extended"), until, w.T("mentoring.extended.note")).Add("conclusionText", w.T("mentoring.field.conclusion"), words)
	keep := func() error {
		day, err := on.Get()
		if err != nil {
			return err
		}
		to, err := until.Get()
		if err != nil {
			return err
		}
		return d.Do(command.Conclude{ID: id, Name: name, Outcome: data.ConclusionKind(outcome.ID), Text: words.Text, On: day, Until: to})
	}
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.F("mentoring.conclude.title", name), Content: form, Width: 560, Confirm: w.T("mentoring.move.done"),
		OnConfirm: func() error { return card.Submit(d, form, keep) }})
	d.Canvas().Focus(outcome)
}
