package command

import (
	"fmt"

	"portfel/assets"
	"portfel/data"
	"portfel/data/norm"
	"portfel/data/perdiem"
	"portfel/data/sqlite"
	"portfel/data/workday"
)

// Russia is the production calendar that the program ships.
var Russia = data.ShippedID[data.Calendar]("calendar:ru")

// Owner is the id of the person whom a new file belongs to.
var Owner = data.ShippedID[data.Person]("person:owner")

// Seed puts into a new file what the program ships: the production calendar of
// Russia, norms, plan templates, an owner without a name yet (Moscow, 40 hours), and the file's
// own identity. Rows that are there already stay as they are.
type Seed struct{ Lang string } // of the shipped templates; empty = Russian

// Label is "command.seed".
func (Seed) Label() (string, string) { return "command.seed", "" }

// Run adds what is missing.
func (c Seed) Run(tx *sqlite.Tx) error {
	if tx.Setting(FileID, "") == "" {
		if err := (Set{FileID, data.NewID[data.Any]().String()}).Run(tx); err != nil {
			return err
		}
	}
	if err := seedCalendar(tx); err != nil {
		return err
	}
	if err := (Ship{}).Run(tx); err != nil {
		return err
	}
	if err := c.templates(tx); err != nil {
		return err
	}
	if _, err := tx.Me(); err == nil {
		return nil
	}
	return tx.Put(data.Person{ID: Owner, FullName: "Я", IsMe: true, Zone: "Europe/Moscow", CalendarID: Russia, WeekHours: data.Hours(40)})
}

func (c Seed) templates(tx *sqlite.Tx) error {
	if c.Lang == "" {
		c.Lang = "ru"
	}
	if err := (Set{templateLang, c.Lang}).Run(tx); err != nil {
		return err
	}
	return seedTemplates(tx, c.Lang)
}

// templateLang is the setting that tells the language of the shipped templates.
const templateLang = "template.language"

func seedCalendar(tx *sqlite.Tx) error {
	c := data.Calendar{ID: Russia, Name: "Россия", Region: "RU"}
	if _, known, err := tx.Stored(c); err != nil || known {
		return err
	}
	b, err := assets.Calendar.ReadFile("calendar/ru.tsv")
	if err != nil {
		return err
	}
	file, err := workday.ParseTSV(b)
	if err != nil {
		return fmt.Errorf("shipped calendar: %w", err)
	}
	if err := tx.Put(c); err != nil {
		return err
	}
	return putCalendar(tx, Russia, file, nil)
}

// Ship adds the dated rows that the program ships and the file lacks: norms,
// daily allowances, rules of numbering. It runs in a new file, and in an older
// one after its migration.
type Ship struct{}

// Label is "command.seed".
func (Ship) Label() (string, string) { return "command.seed", "" }

// Run adds; a row that is there stays as the user left it.
func (Ship) Run(tx *sqlite.Tx) error {
	if err := seedNorms(tx); err != nil {
		return err
	}
	for _, n := range shippedNumbering {
		n.ID = data.NumberingID(n.Code)
		if err := putMissing(tx, n); err != nil {
			return err
		}
	}
	b, err := assets.Norm.ReadFile("norm/perdiem.tsv")
	if err != nil {
		return err
	}
	rates, err := perdiem.ParseRates(b)
	if err != nil {
		return fmt.Errorf("shipped daily allowances: %w", err)
	}
	for _, p := range rates {
		if err := putMissing(tx, p); err != nil {
			return err
		}
	}
	return nil
}

// putMissing puts a shipped record that the file does not have.
func putMissing(tx *sqlite.Tx, r data.Record) error {
	if _, known, err := tx.Stored(r); err != nil || known {
		return err
	}
	return tx.Put(r)
}

// shippedNumbering are the rules of a new file; the firm has its own.
var shippedNumbering = []data.Numbering{
	{Code: data.PaperOrder, Pattern: "{n}-ком", First: 1, Yearly: true},
	{Code: data.PaperAssignment, Pattern: "{n}", First: 1, Yearly: true},
	{Code: data.PaperEstimate, Pattern: "{n}", First: 1, Yearly: true},
	{Code: data.PaperReport, Pattern: "{n}", First: 1, Yearly: true},
	{Code: data.PaperMemo, Pattern: "{n}", First: 1, Yearly: true},
	{Code: data.PaperCarMemo, Pattern: "{n}", First: 1, Yearly: true},
}

func seedNorms(tx *sqlite.Tx) error {
	b, err := assets.Norm.ReadFile("norm/ru.tsv")
	if err != nil {
		return err
	}
	rows, err := norm.ParseTSV(b)
	if err != nil {
		return fmt.Errorf("shipped norms: %w", err)
	}
	for _, n := range rows {
		if err := putMissing(tx, n); err != nil {
			return err
		}
	}
	return nil
}

// LoadCalendar takes the years of a calendar file into a calendar: their days
// are replaced, other years stay.
type LoadCalendar struct {
	CalendarID data.ID[data.Calendar]
	Name       string
	File       workday.File
}

// Label is "command.calendar.load".
func (c LoadCalendar) Label() (string, string) { return "command.calendar.load", c.Name }

// Run replaces the years. A day that is there already keeps its row, so that the
// same file a second time changes nothing.
func (c LoadCalendar) Run(tx *sqlite.Tx) error {
	old := map[data.Date]data.ID[data.CalendarDay]{}
	for _, y := range c.File.Years {
		days, err := sqlite.List[data.CalendarDay](tx.Reader, "calendar_id = ? AND on_date BETWEEN ? AND ?",
			c.CalendarID, data.NewDate(y.Year, 1, 1), data.NewDate(y.Year, 12, 31))
		if err != nil {
			return err
		}
		for _, d := range days {
			old[d.OnDate] = d.ID
		}
	}
	if err := putCalendar(tx, c.CalendarID, c.File, old); err != nil {
		return err
	}
	for _, d := range c.File.Days {
		delete(old, d.Date)
	}
	for _, id := range old {
		if err := tx.Delete(data.RefTo(data.KindCalendarDay, id)); err != nil {
			return err
		}
	}
	return nil
}

// putCalendar writes days and years into the rows that are there, else into new
// ones. Shipped rows get ids that are the same in every file.
func putCalendar(tx *sqlite.Tx, id data.ID[data.Calendar], f workday.File, old map[data.Date]data.ID[data.CalendarDay]) error {
	for _, d := range f.Days {
		row := data.CalendarDay{ID: old[d.Date], CalendarID: id, OnDate: d.Date, Type: d.Type, Minutes: minutesOf(d), Title: d.Title, Source: d.Source}
		switch {
		case !row.ID.IsZero():
		case id == Russia:
			row.ID = data.ShippedID[data.CalendarDay]("calendar:ru:" + d.Date.String())
		default:
			row.ID = data.NewID[data.CalendarDay]()
		}
		if err := tx.Put(row); err != nil {
			return err
		}
	}
	for _, y := range f.Years {
		row := data.CalendarYear{ID: data.ShippedID[data.CalendarYear](fmt.Sprintf("calendar:%s:%d", id, y.Year)), CalendarID: id,
			Year: y.Year, Confirmed: y.Confirmed, Source: y.Source}
		if err := tx.Put(row); err != nil {
			return err
		}
	}
	return nil
}

// minutesOf is the working time that a row stands for.
func minutesOf(d workday.Day) data.Minutes {
	switch {
	case d.Type == data.DayIsOff:
		return 0
	case d.Minutes > 0:
		return d.Minutes
	case d.Type == data.DayIsShort:
		return workday.Short
	}
	return workday.Regular
}

// SetUp answers the four questions of the first start in one step.
type SetUp struct {
	Me         data.Person // name, position, grade, zone, week, calendar
	Department string
	Head       string // full name of the head of department, empty = none
	Language   string
}

// Label is "command.setup".
func (c SetUp) Label() (string, string) { return "command.setup", "" }

// Run writes the owner, the head and the settings.
func (c SetUp) Run(tx *sqlite.Tx) error {
	me, err := tx.Me()
	if err != nil {
		return err
	}
	c.Me.ID, c.Me.IsMe, c.Me.Department = me.ID, true, c.Department
	if c.Head != "" {
		head := data.Person{ID: data.NewID[data.Person](), FullName: c.Head, Grade: data.GradeHead, Department: c.Department,
			Zone: c.Me.Zone, CalendarID: c.Me.CalendarID, WeekHours: data.Hours(40)}
		if err := tx.Put(head); err != nil {
			return err
		}
		c.Me.ManagerID = head.ID
	}
	if err := tx.Put(c.Me); err != nil {
		return err
	}
	if c.Language != "" && c.Language != tx.Setting(templateLang, "ru") {
		if err := reseedTemplates(tx, c.Language); err != nil {
			return err
		}
	}
	for _, s := range []Set{{"department.name", c.Department}, {"language", c.Language}, {"setup", "done"}} {
		if err := s.Run(tx); err != nil {
			return err
		}
	}
	return nil
}
