package trips

import (
	"strconv"
	"strings"

	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// fill writes a line of the preview.
func (g *itinerary) fill(i int, r *ui.ListRow) {
	l := g.lines[i]
	if l.at < 0 {
		r.ID, r.Title, r.Head = "#"+l.head, l.head, true
		return
	}
	x := g.rows[l.at]
	r.ID = strconv.Itoa(l.at)
	r.TitleLines, r.NoteLines = 2, 3
	r.Title, r.Note = g.title(x), text.Join(g.says(x), g.reason(x))
	r.ChipRole, r.ChipWord = g.chip(x)
	if g.open(l.at) {
		r.Checkable, r.Checked = true, g.ticked[l.at]
		return
	}
	r.Icon, r.Role = ui.IconInfo, ui.Muted
	if x.Action == command.ImportSame {
		r.Icon = ui.IconCheck
	}
}

func (g *itinerary) title(x command.ItineraryRow) string {
	switch {
	case x.What == command.ItineraryRide && x.Leg.FromPlace != "":
		return text.Join(x.Leg.FromPlace+" → "+x.Leg.ToPlace, x.Leg.Carrier)
	case x.What == command.ItineraryStay && x.Hotel != "":
		return x.Hotel
	case x.Title == "":
		return g.c.d.Words().T("itinerary.untitled")
	}
	return x.Title
}

// says is what a row tells below its title.
func (g *itinerary) says(x command.ItineraryRow) string {
	w := g.c.d.Words()
	switch {
	case x.What == command.ItineraryRide && x.Leg.Depart.IsZero():
		return ""
	case x.What == command.ItineraryRide:
		was := ""
		if now := g.times(x.Leg); x.Action == command.ImportChanged && g.times(x.Old) != now {
			was = w.F("itinerary.was", g.times(x.Old))
		}
		return text.Join(g.times(x.Leg), small(w.Code(x.Leg.Transport)), x.Leg.TicketNo, x.Leg.Note, was)
	case x.What == command.ItineraryStay:
		return g.stay(x)
	}
	return text.Join(g.when(x.Event), plainLine(x.Text))
}

// nb keeps a clock and its zone on one line.
const nb = "\u00a0"

// times are the clocks of a leg, each with the sign of its zone: «пн 30.11, 06:35
// МСК – 11:05 МСК+2».
func (g *itinerary) times(l data.Leg) string {
	w := g.c.d.Words()
	end := w.Clock(l.Arrive.Min)
	if l.Arrive.Day != l.Depart.Day {
		end = w.WeekdayDay(l.Arrive.Day) + ", " + end
	}
	return w.WeekdayDay(l.Depart.Day) + ", " + w.Clock(l.Depart.Min) + nb + g.tell.sign(l.Depart) + dash + end + nb + g.tell.sign(l.Arrive)
}

// stay is the days of a hotel and the ride before it.
func (g *itinerary) stay(x command.ItineraryRow) string {
	w := g.c.d.Words()
	days := w.DayMonth(x.From)
	if x.To > x.From {
		days = text.Join(w.DayMonth(x.From)+dash+w.DayMonth(x.To), w.N("itinerary.nights", int(x.To-x.From)))
	}
	if x.Leg.FromPlace == "" {
		return days
	}
	return text.Join(days, w.F("itinerary.after", g.tell.route(x.Leg)))
}

// when is the time of what would become a meeting.
func (g *itinerary) when(e data.Event) string {
	w := g.c.d.Words()
	switch {
	case e.Starts.IsZero():
		return ""
	case e.AllDay && e.Ends.Day > e.Starts.Day:
		return w.DayMonth(e.Starts.Day) + dash + w.DayMonth(e.Ends.Day)
	case e.AllDay:
		return w.WeekdayDay(e.Starts.Day)
	}
	return w.WeekdayDay(e.Starts.Day) + ", " + w.Clock(e.Starts.Min) + nb + g.tell.sign(e.Starts)
}

// plainLine is the beginning of a text in one line.
func plainLine(s string) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) > 160 {
		return strings.TrimSpace(string(r[:160])) + "…"
	}
	return string(r)
}

// reason is why a row is refused, with the line of what is damaged, or what to
// look at.
func (g *itinerary) reason(x command.ItineraryRow) string {
	w := g.c.d.Words()
	switch {
	case x.Reason.Code == "" || x.Action == command.ImportSame:
		return ""
	case strings.HasPrefix(x.Reason.Code, "ics"):
		return w.F("import.line", strconv.Itoa(x.Line), w.Problem(x.Reason))
	}
	return w.Problem(x.Reason)
}

//text:prefix itinerary.chip.

var itineraryRoles = map[command.ImportAction]ui.Role{command.ImportAdded: ui.Go, command.ImportChanged: ui.Risk, command.ImportSame: ui.Done, command.ImportRefused: ui.Planned}

// chip says what becomes of a row.
func (g *itinerary) chip(x command.ItineraryRow) (ui.Role, string) {
	w := g.c.d.Words()
	if x.What == command.ItineraryOther && x.Action == command.ImportAdded {
		return ui.Planned, w.T("itinerary.chip.meeting")
	}
	return itineraryRoles[x.Action], w.T("itinerary.chip." + string(x.Action))
}

// itineraryItem is the line of the trip's menu.
func (c *detail) itineraryItem() ui.MenuItem {
	return ui.MenuItem{Label: c.d.Words().T("itinerary.menu"), Icon: ui.IconImport, Disabled: !c.movable(), Do: c.importItinerary}
}
