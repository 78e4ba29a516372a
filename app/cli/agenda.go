package cli

import (
	"sort"
	"strconv"

	"portfel/data"
)

// maxAgenda is the longest span of an agenda, in days.
const maxAgenda = 3660

// runAgenda prints everything that has a date, a line an item and day.
func runAgenda(c *call) error {
	from, to, err := c.span()
	if err != nil {
		return err
	}
	f, err := c.reading()
	if err != nil {
		return err
	}
	defer f.Close()
	rows, err := f.Read().Agenda(data.AgendaFilter{From: from, To: to})
	if err != nil {
		return err
	}
	t := c.table("date", "time", "zone", "kind", "title", "project", "person", "status")
	for _, d := range byDay(rows, from, to) {
		t.add(d.day, d.clock(), d.zone(), string(d.row.Kind), c.title(d.row), d.row.Project, d.person(), d.row.Status)
	}
	return t.print(c.env.Stdout)
}

// span are the days FROM and TO of a command, both inclusive.
func (c *call) span() (from, to data.Date, err error) {
	if from, err = date(c.args[1]); err != nil {
		return 0, 0, err
	}
	if to, err = date(c.args[2]); err != nil {
		return 0, 0, err
	}
	if to < from || to > from+maxAgenda {
		return 0, 0, usage("cli.span", c.args[1], c.args[2])
	}
	return from, to, nil
}

// dayRow is an item on one of its days.
type dayRow struct {
	day data.Date
	row data.AgendaRow
}

// byDay lays items out by day; a day's rows keep the order of the agenda: whole
// days first, then by the clock.
func byDay(rows []data.AgendaRow, from, to data.Date) (out []dayRow) {
	for _, r := range rows {
		for d := max(r.StartsOn, from); d <= min(r.EndsOn, to); d++ {
			out = append(out, dayRow{d, r})
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		a, b := out[i], out[j]
		if a.day != b.day {
			return a.day < b.day
		}
		return a.clock() < b.clock()
	})
	return out
}

// clock is when a timed item begins; later days of it are whole.
func (d dayRow) clock() string {
	if d.row.AllDay || d.row.Starts.IsZero() || d.row.Starts.Day != d.day {
		return ""
	}
	return d.row.Starts.Clock()
}

func (d dayRow) zone() string {
	if d.clock() == "" {
		return ""
	}
	return d.row.Starts.Zone
}

func (d dayRow) person() string {
	if d.row.Person == "" {
		return d.row.Trainee
	}
	return d.row.Person
}

// title is what an item is called.
func (c *call) title(r data.AgendaRow) string {
	switch r.Kind {
	case data.AgendaLeg:
		return r.Place + " → " + r.ToPlace
	case data.AgendaAbsence:
		return c.words.Code(data.AbsenceKind(r.What))
	case data.AgendaControl:
		if n, err := strconv.Atoi(r.Title); err == nil {
			return c.words.Code(r.Kind) + ": " + c.words.Days(n)
		}
	}
	return r.Title
}
