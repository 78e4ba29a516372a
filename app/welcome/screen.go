package welcome

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// Screen asks the questions.
type Screen struct {
	d       desk.Desk
	answers command.SetUp
	step    int
	box     *fyne.Container
	form    *ui.Form
	keep    func() error // takes the answers of the question that is shown
	sample  func()
	done    func()
	other   func(text.Lang, State)
	focus   fyne.Focusable
}

const steps = 4

// State is what was answered so far, and at which question the user is.
type State struct {
	Answers command.SetUp
	Step    int
}

// Ways are where the questions lead: Done when the answers are written, Sample
// when the user would rather look at the sample file first, Language when the
// questions are wanted in other words: the screen is then made anew from State.
type Ways struct {
	Done, Sample func()
	Language     func(text.Lang, State)
}

// New makes the first question, or goes on from a state.
func New(d desk.Desk, from *State, ways Ways) *Screen {
	s := &Screen{d: d, done: ways.Done, sample: ways.Sample, other: ways.Language, box: container.NewStack()}
	if from != nil {
		s.answers = from.Answers
		s.show(from.Step)
		return s
	}
	me, err := d.Read().Me()
	if err != nil {
		d.Fail(err)
	}
	me.FullName = ""
	s.answers = command.SetUp{Me: me, Language: string(d.Words().Lang())}
	s.show(0)
	return s
}

// Content is a card in the middle of the window.
func (s *Screen) Content() fyne.CanvasObject { return s.box }

// Kinds is nothing: the answers are not shown elsewhere yet.
func (s *Screen) Kinds() []data.Kind { return nil }

// Reload does nothing.
func (s *Screen) Reload() {}

func (s *Screen) show(step int) {
	s.step = step
	t := s.d.Words().T
	n := strconv.Itoa(step + 1)
	var body fyne.CanvasObject
	switch step {
	case 0:
		body = s.who()
	case 1:
		body = s.department()
	case 2:
		body = s.calendar()
	default:
		body = s.last()
	}
	head := ui.Down(4, ui.Own(ui.NewHead(t("welcome.title."+n))), ui.Own(ui.NewLabel(t("welcome.note."+n))))
	card := ui.NewCard("", "", ui.Pad(28, 24, ui.Down(18, ui.Own(s.dots()), ui.Own(head), ui.Flex(1, body), ui.Own(s.buttons()))))
	s.box.Objects = []fyne.CanvasObject{container.NewCenter(container.NewGridWrap(fyne.NewSize(600, 500), card))}
	s.box.Refresh()
}

// dots are the four steps as words.
//
//text:prefix welcome.step.
func (s *Screen) dots() fyne.CanvasObject {
	var all []ui.Step
	for i := range steps {
		st := ui.Step{Label: s.d.Words().T("welcome.step." + strconv.Itoa(i+1))}
		switch {
		case i < s.step:
			st.Role = ui.Done
		case i == s.step:
			st.Role = ui.Go
		}
		all = append(all, st)
	}
	return ui.NewSteps(s.step, all...)
}

//text:prefix welcome.title.
//text:prefix welcome.note.

func (s *Screen) buttons() fyne.CanvasObject {
	t := s.d.Words().T
	parts := []ui.Part{ui.Own(s.language()), ui.Flex(1, ui.Spacer())}
	if s.step > 0 {
		parts = append(parts, ui.Own(ui.NewButton(ui.Secondary, t("welcome.back"), func() { s.back() })))
	}
	if s.step < steps-1 {
		parts = append(parts, ui.Own(ui.NewButton(ui.Primary, t("welcome.next"), s.next)))
	}
	return ui.Across(8, parts...)
}

// language switches the words of the questions themselves.
func (s *Screen) language() fyne.CanvasObject {
	var opts []ui.Option
	for _, l := range text.Langs {
		opts = append(opts, ui.Option{ID: string(l), Label: s.d.Words().T("language." + string(l))})
	}
	return ui.NewSegmented(opts, s.answers.Language, func(id string) {
		if err := s.keep(); err != nil && s.step > 0 {
			s.d.Fail(err)
			return
		}
		s.answers.Language = id
		s.other(text.LangOf(id), State{s.answers, s.step})
	})
}

func (s *Screen) next() {
	if !s.form.Commit() {
		s.stay()
		return
	}
	s.form.Clean()
	if err := s.keep(); err != nil {
		if err = s.form.Fail(err); err != nil {
			s.d.Fail(err)
		}
		s.stay()
		return
	}
	s.show(s.step + 1)
	s.Focus()
}

// stay gives the keyboard back after a refusal: a click on the button took it.
func (s *Screen) stay() {
	if _, typing := s.d.Canvas().Focused().(interface{ Value() string }); !typing {
		s.Focus()
	}
}

// back keeps what was answered so far; what is wrong with it is said on the way
// forward.
func (s *Screen) back() {
	if err := s.keep(); err != nil {
		s.form.Clean()
	}
	s.show(s.step - 1)
	s.Focus()
}

// Focus puts the keyboard into the first field.
func (s *Screen) Focus() {
	if s.focus != nil {
		s.d.Canvas().Focus(s.focus)
	}
}

func (s *Screen) finish() {
	if err := s.d.Do(s.answers); err != nil {
		s.d.Fail(err)
		return
	}
	s.done()
}
