package settings

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/workday"
)

// calendars shows a production calendar a year at a time: hours by month, the
// days that differ with their source, and whether the year is confirmed.
type calendars struct {
	s      *Screen
	id     data.ID[data.Calendar]
	name   string
	year   int
	cal    *workday.Calendar
	days   []data.CalendarDay
	which  *ui.Choice
	years  *ui.Segmented
	months *ui.Grid
	grid   *ui.Grid
	note   *ui.Label
	card   *ui.Card
	week   *week
	view   *ui.Segmented // the days of a year, or the calendar itself
	head   fyne.CanvasObject
	place  *fyne.Container
	byYear fyne.CanvasObject
	all    fyne.CanvasObject
}

// The views of a calendar.
const viewDays, viewWeek = "days", "week"

func newCalendars(s *Screen) page {
	c := &calendars{s: s, id: command.Russia, year: s.d.Today().Year()}
	t := s.d.Words().T
	c.which = ui.NewChoice(nil, "")
	c.which.OnSelect = func(o ui.Option) error { c.id = card.ID[data.Calendar](o.ID); c.reload(); return nil }
	c.years = ui.NewSegmented(nil, "", func(id string) { c.year, _ = strconv.Atoi(id); c.reload() })
	c.months = ui.NewGrid([]ui.Column{{ID: "month", Title: t("settings.month"), Width: 90, MinWidth: 90, Flex: true}, {ID: "days", Title: t("settings.workdays"), Width: 84, Right: true},
		{ID: "hours", Title: t("settings.hours"), Width: 66, Right: true}}, func() int { return 13 }, c.fillMonth)
	c.grid = ui.NewGrid([]ui.Column{{ID: "date", Title: t("field.onDate"), Width: 88}, {ID: "type", Title: t("field.type"), Width: 120, Editor: c.editType},
		{ID: "shifts", Title: t("settings.day.hours"), Width: 106, Drop: 1, Editor: c.editShifts},
		{ID: "title", Title: t("field.title"), Width: 230, Flex: true, MinWidth: 150, Editor: c.editTitle}, {ID: "source", Title: t("field.source"), Width: 110, Drop: 2, Editor: c.editSource}},
		func() int { return len(c.days) }, c.fillDay)
	c.grid.Empty = ui.NewEmpty(t("settings.calendar.empty"), ui.NewButton(ui.Primary, t("settings.calendar.load"), c.load))
	c.grid.OnDelete = func(rows []int) {
		if len(rows) > 0 {
			x := c.days[rows[0]]
			card.Delete(s.d, data.RefTo(data.KindCalendarDay, x.ID), s.d.Words().Date(x.OnDate))
		}
	}
	c.note = ui.NewLabel("")
	c.card = ui.NewCard("", "", c.grid)
	other := ui.NewButton(ui.Ghost, t("settings.year.other"), c.askYear)
	other.Small = true
	c.view = ui.NewSegmented([]ui.Option{{ID: viewDays, Label: t("settings.calendar.days")}, {ID: viewWeek, Label: t("settings.calendar.week")}}, viewDays,
		func(string) { c.lay() })
	years := ui.Across(12, ui.Own(c.years), ui.Own(other))
	c.head = years
	head := ui.Across(12, ui.Fixed(220, c.which), ui.Own(years), ui.Flex(1, ui.Spacer()))
	c.week = newWeek(c)
	c.byYear = ui.Down(12, ui.Own(c.note), ui.Flex(1, ui.Across(20, ui.Between(240, 270, ui.NewCard(t("settings.norm"), "", c.months)), ui.Flex(1, c.card))))
	c.place = container.NewStack()
	c.all = ui.Down(12, ui.Own(head), ui.Own(ui.Across(0, ui.Own(c.view), ui.Flex(1, ui.Spacer()))), ui.Flex(1, c.place))
	c.lay()
	return c
}

// lay shows the days of the year, or the calendar itself, which knows no year.
func (c *calendars) lay() {
	if c.view.Chosen() == viewWeek {
		c.head.Hide()
		c.place.Objects = []fyne.CanvasObject{c.week.all}
	} else {
		c.head.Show()
		c.place.Objects = []fyne.CanvasObject{c.byYear}
	}
	if c.all != nil {
		c.all.Refresh()
	}
}

func (c *calendars) content() fyne.CanvasObject { return c.all }

func (c *calendars) reload() {
	d := c.s.d
	w := d.Words()
	opts := card.Calendars(d)
	c.which.SetOptions(opts)
	c.which.Set(c.id.String())
	c.name = c.which.Chosen().Label
	cal, err := command.CalendarDays(d.Read(), c.id)
	if err != nil {
		d.Fail(err)
	}
	c.cal = cal
	if rec, err := d.Read().Load(data.RefTo(data.KindCalendar, c.id)); err == nil {
		c.week.show(rec.(data.Calendar), cal)
	}
	c.yearChips()
	if c.days, err = d.Read().CalendarDays(c.id, c.year); err != nil {
		d.Fail(err)
	}
	c.note.Set(c.status())
	c.note.SetRole(c.role())
	c.card.SetTitle(w.F("settings.days.of", strconv.Itoa(c.year)), w.N("settings.rows", len(c.days)))
	c.months.Reload()
	c.grid.Reload()
}

func (c *calendars) yearChips() {
	years := map[int]bool{c.year: true, c.s.d.Today().Year(): true, c.s.d.Today().Year() + 1: true}
	for _, y := range c.cal.Years() {
		years[y.Year] = true
	}
	var opts []ui.Option
	for y := 1900; y <= 2200; y++ {
		if years[y] {
			opts = append(opts, ui.Option{ID: strconv.Itoa(y), Label: strconv.Itoa(y)})
		}
	}
	c.years.Options = opts
	c.years.On = map[string]bool{strconv.Itoa(c.year): true}
	c.years.Refresh()
}

// firstYear and lastYear bound the years that can be asked for.
const firstYear, lastYear = 1992, 2200

// askYear asks for a year that has no chip yet; without data it can be loaded.
func (c *calendars) askYear() {
	w := c.s.d.Words()
	year := ui.NewNumberField(c.year, firstYear, lastYear)
	form := ui.NewForm().AddNote("year", w.T("settings.year.field"), year, w.T("settings.year.note"))
	ui.ShowDialog(c.s.d.Canvas(), ui.Dialog{Title: w.T("settings.year.other"), Width: 420, Content: form, Confirm: w.T("settings.year.show"),
		OnConfirm: submit(c.s.d, form, func() error {
			y, err := year.Get()
			if err == nil {
				c.year = y
				c.reload()
			}
			return err
		})})
}

// open shows a calendar, a year or a day of one.
func (c *calendars) open(ref data.Ref) bool {
	if ref.Kind == data.KindCalendar {
		c.view.Set(viewWeek, true)
		c.lay()
		c.id = data.As[data.Calendar](ref)
		c.reload()
		return true
	}
	rec, err := c.s.d.Read().Load(ref)
	if err != nil {
		return false
	}
	c.view.Set(viewDays, true)
	c.lay()
	switch x := rec.(type) {
	case data.CalendarDay:
		c.id, c.year = x.CalendarID, x.OnDate.Year()
	case data.CalendarYear:
		c.id, c.year = x.CalendarID, x.Year
	}
	c.reload()
	if ref.Kind == data.KindCalendarDay {
		return c.grid.SelectID(ref.ID.String())
	}
	return true
}

// status says what is known of the year.
func (c *calendars) status() string {
	w := c.s.d.Words()
	switch {
	case !c.cal.HasData(c.year):
		return w.F("settings.year.none", strconv.Itoa(c.year))
	case !c.cal.Confirmed(c.year):
		return w.F("settings.year.doubtful", strconv.Itoa(c.year))
	}
	return w.F("settings.year.confirmed", strconv.Itoa(c.year))
}

func (c *calendars) role() ui.Role {
	if c.cal.HasData(c.year) && c.cal.Confirmed(c.year) {
		return ui.Muted
	}
	return ui.Risk
}

func (c *calendars) fillMonth(i int, r *ui.Row) {
	w := c.s.d.Words()
	from, to := data.NewDate(c.year, time.Month(i+1), 1), data.NewDate(c.year, time.Month(i+2), 1)-1
	name := w.Month(time.Month(i + 1))
	if i == 12 {
		from, to = data.NewDate(c.year, 1, 1), data.NewDate(c.year, 12, 31)
		name, r.Bold = w.T("settings.year.total"), true
	}
	r.ID = strconv.Itoa(i)
	r.Cells[0].Text = name
	r.Cells[1].Text = strconv.Itoa(c.cal.Between(from, to))
	r.Cells[2].Text = w.HoursNumber(c.cal.MinutesBetween(from, to))
}

func (c *calendars) buttons() []*ui.Button {
	t := c.s.d.Words().T
	return []*ui.Button{ui.NewButton(ui.Secondary, t("settings.calendar.new"), c.addCalendar), ui.NewButton(ui.Secondary, t("settings.calendar.load"), c.load),
		ui.NewButton(ui.Primary, t("settings.day.add"), c.addDay)}
}

// load takes the years of a file into the calendar.
func (c *calendars) load() {
	d := c.s.d
	d.OpenFile([]string{".xml", ".tsv", ".txt"}, func(path string) {
		st, err := os.Stat(path)
		if err == nil && st.Size() > 1<<20 {
			err = data.Problem{Code: "tooLarge", Args: []string{"1"}}
		}
		var b []byte
		if err == nil {
			b, err = os.ReadFile(path)
		}
		if err != nil {
			d.Fail(err)
			return
		}
		f, err := workday.Parse(b)
		if err != nil {
			d.Fail(data.Problem{Code: "calendarFile", Args: []string{filepath.Base(path), d.Words().F("settings.calendar.line", lineOf(err))}})
			return
		}
		if card.Do(d, command.LoadCalendar{CalendarID: c.id, Name: c.name, File: f}) {
			c.toLoaded(f)
			d.Say(d.Words().N("settings.loaded", len(f.Days)), d.Words().T("step.undo"), d.Undo)
		}
	})
}

// toLoaded shows the first year of a file that does not speak of the year shown.
func (c *calendars) toLoaded(f workday.File) {
	for _, y := range f.Years {
		if y.Year == c.year {
			return
		}
	}
	if len(f.Years) > 0 {
		c.year = f.Years[0].Year
		c.reload()
	}
}

// lineOf is the number in an error of workday.Parse, which begins «line 7: »; the
// rest is English and for the log.
func lineOf(err error) string {
	n, _, _ := strings.Cut(strings.TrimPrefix(err.Error(), "line "), ":")
	return n
}

// addCalendar makes an overlay: a region's, a client's or a person's own days and
// hours over another calendar.
func (c *calendars) addCalendar() {
	d := c.s.d
	w := d.Words()
	name, region := ui.NewField(""), ui.NewField("")
	base := ui.NewChoice(bases(c, data.ID[data.Calendar]{}), command.Russia.String())
	form := ui.NewForm().Add("name", w.T("field.name"), name).Add("region", w.T("field.region"), region).
		AddNote("baseId", w.T("field.baseId"), base, w.T("settings.calendar.note"))
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.T("settings.calendar.new"), Content: form, Confirm: w.T("settings.add"), OnConfirm: submit(d, form, func() error {
		x := data.Calendar{ID: data.NewID[data.Calendar](), Name: name.Text, Region: region.Text, BaseID: card.ID[data.Calendar](base.ID)}
		if err := d.Do(command.PutCalendar{Calendar: x}); err != nil {
			return err
		}
		c.id = x.ID
		c.view.Set(viewWeek, true)
		c.lay()
		c.reload()
		return nil
	})})
}
