package table

import (
	"strconv"
	"strings"
	"time"

	"portfel/data"
)

// TripColumns are the columns of a list of trips, a row a leg.
var TripColumns = []Column{
	{"trip", []string{"командировка", "поездка"}},
	{"kind", []string{"вид"}},
	{"person", []string{"человек", "сотрудник", "фио", "имя"}},
	{"client", []string{"клиент"}},
	{"place", []string{"место", "город"}},
	{"purpose", []string{"цель"}},
	{"country", []string{"страна"}},
	{"from_place", []string{"откуда"}},
	{"to_place", []string{"куда"}},
	{"depart", []string{"отправление"}},
	{"depart_zone", []string{"пояс отправления"}},
	{"arrive", []string{"прибытие"}},
	{"arrive_zone", []string{"пояс прибытия"}},
	{"crosses_border", []string{"граница", "пересекает границу"}},
	{"border_date", []string{"дата границы"}},
	{"road_to_min", []string{"дорога туда, мин"}},
	{"road_from_min", []string{"дорога обратно, мин"}},
	{"transport", []string{"транспорт"}},
	{"carrier", []string{"перевозчик", "рейс"}},
	{"ticket", []string{"билет"}},
}

// LegRow is a row of a list of trips: one ride of one person.
type LegRow struct {
	Line      int
	Trip      string
	Kind      data.TripKind // empty = by the legs
	Name      string
	Client    string
	Place     string
	Purpose   string
	Country   string
	Leg       data.Leg // without ids; zones as given, else that of the person
	NoDepartZ bool     // the zone of the departure is that of the person
	NoArriveZ bool
}

// Trips is a source that lists the legs of trips.
type Trips struct {
	Columns Columns
	Rows    []LegRow // without those that have a fault
}

// transports are the words of the means of travel beside the codes.
var transports = map[string]data.Transport{
	"самолет": data.ByPlane, "авиа": data.ByPlane, "поезд": data.ByTrain, "машина": data.ByCar, "автомобиль": data.ByCar, "такси": data.ByCar,
	"автобус": data.ByBus, "пароход": data.ByShip, "теплоход": data.ByShip, "другое": data.ByOther, "другой транспорт": data.ByOther,
}

// ReadTrips reads the legs of trips; the rows with a fault are told, the others
// stand.
func ReadTrips(t Table) (Trips, []Fault, error) {
	c, rows, faults, err := readRows(t, TripColumns, (*rowReader).leg)
	return Trips{c, rows}, faults, err
}

func (r *rowReader) leg(row Row) LegRow {
	x := LegRow{Line: row.Line, Trip: name(r.cell(row, "trip")), Name: name(r.cell(row, "person")), Client: name(r.cell(row, "client")),
		Place: name(r.cell(row, "place")), Purpose: r.cell(row, "purpose"), Country: strings.ToUpper(r.cell(row, "country"))}
	shown := strings.Trim(x.Trip+"/"+x.Name, "/")
	if x.Trip == "" {
		r.fault(row, "trip", shown, "sheetrow.trip")
	}
	if x.Name == "" {
		r.fault(row, "person", shown, "sheetrow.person")
	}
	if s := r.cell(row, "kind"); s != "" {
		if x.Kind = tripKind(s); x.Kind == "" {
			r.fault(row, "kind", shown, "sheetrow.kind", s, joined(data.TripKinds))
		}
	}
	x.Leg = data.Leg{FromPlace: name(r.cell(row, "from_place")), ToPlace: name(r.cell(row, "to_place")), Carrier: r.cell(row, "carrier"), TicketNo: r.cell(row, "ticket")}
	x.Leg.Depart, x.NoDepartZ = r.moment(row, "depart", shown)
	x.Leg.Arrive, x.NoArriveZ = r.moment(row, "arrive", shown)
	if s := r.cell(row, "transport"); s != "" {
		if x.Leg.Transport = transportOf(s); x.Leg.Transport == "" {
			r.fault(row, "transport", shown, "sheetrow.transport", s, joined(data.Transports))
		}
	}
	r.border(row, &x.Leg, shown)
	x.Leg.RoadTo, x.Leg.RoadFrom = r.minutes(row, "road_to_min", shown), r.minutes(row, "road_from_min", shown)
	return x
}

// border reads whether a ride crosses a state border, and when: a day alone says
// that it does.
func (r *rowReader) border(row Row, l *data.Leg, shown string) {
	switch s := data.Fold(r.cell(row, "crosses_border")); s {
	case "", "0", "no", "нет", "false":
	case "1", "yes", "да", "true", "x", "+":
		l.Crosses = true
	default:
		r.fault(row, "crosses_border", shown, "sheetrow.yes", s)
	}
	if day := r.day(row, "border_date", shown); !day.day.IsZero() {
		l.BorderOn, l.Crosses = day.day, true
	}
}

// minutes reads a whole number of minutes within a day, 0 for an empty cell.
func (r *rowReader) minutes(row Row, column, shown string) int {
	s := r.cell(row, column)
	if s == "" {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > 1440 {
		r.fault(row, column, shown, "sheetrow.minutes", s)
		return 0
	}
	return n
}

// moment reads a time by the clock of its place; without a zone it is told so.
func (r *rowReader) moment(row Row, column, shown string) (data.Moment, bool) {
	s, zone := r.cell(row, column), r.cell(row, column+"_zone")
	if s == "" {
		r.fault(row, column, shown, "required")
		return data.Moment{}, false
	}
	var at time.Time
	var err error
	for _, layout := range []string{"2006-01-02T15:04", "2006-01-02 15:04", "02.01.2006 15:04", "02.01.2006T15:04"} {
		if at, err = time.Parse(layout, s); err == nil {
			break
		}
	}
	if err != nil || at.Year() < 1900 || at.Year() > 2200 {
		r.fault(row, column, shown, "sheetrow.moment", s)
		return data.Moment{}, false
	}
	if _, bad := data.Location(zone); zone != "" && bad != nil {
		r.fault(row, column+"_zone", shown, "sheetrow.zone", zone)
	}
	return data.Moment{Day: data.DateOf(at), Min: at.Hour()*60 + at.Minute(), Zone: zone}, zone == ""
}

func tripKind(s string) data.TripKind {
	switch data.Fold(s) {
	case "ru", "по россии", "россия":
		return data.TripHome
	case "abroad", "за границу", "заграничная":
		return data.TripAbroad
	case "local", "местная", "по городу":
		return data.TripLocal
	}
	return ""
}

func transportOf(s string) data.Transport {
	key := data.Fold(s)
	for _, t := range data.Transports {
		if key == string(t) {
			return t
		}
	}
	return transports[key]
}
