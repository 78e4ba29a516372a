package sqlite

import (
	"strconv"
	"strings"

	"portfel/data"
)

// tripSelect fills a data.TripRow; «p» is the traveller, «d» the computed dates.
const tripSelect = `SELECT t.id, t.name, t.what, t.person_id, coalesce(nullif(p.short_name, ''), p.full_name, ''), coalesce(p.is_me, 0), t.group_id,
  t.place, t.purpose, t.client_id, coalesce(c.name, ''), t.project_id, coalesce(nullif(j.code, ''), j.name, ''), t.status,
  coalesce(d.starts_on, t.starts_on), coalesce(d.ends_on, t.ends_on), t.time_from, t.time_to, a.starts_on, r.starts_on, t.order_no, t.archived_on ` + tripFrom

const tripFrom = `FROM trip t
  LEFT JOIN person p ON p.id = t.person_id
  LEFT JOIN client c ON c.id = t.client_id
  LEFT JOIN project j ON j.id = t.project_id
  LEFT JOIN due_date d ON d.owner_id = t.id AND d.code = 'dates' AND d.ord = 0
  LEFT JOIN due_date a ON a.owner_id = t.id AND a.code = 'papers' AND a.ord = 0
  LEFT JOIN due_date r ON r.owner_id = t.id AND r.code = 'report' AND r.ord = 0`

// Trips are the rows of a list.
func (r *Reader) Trips(f data.TripFilter) ([]data.TripRow, error) {
	where, args := tripWhere(f)
	return shortTravellers(query[data.TripRow](r, tripSelect+" WHERE "+where+" ORDER BY "+tripOrder(f.Sort), args...))
}

// TripRow is one trip as a list shows it; data.ErrNotFound when there is none.
func (r *Reader) TripRow(id data.ID[data.Trip]) (data.TripRow, error) {
	row, err := one[data.TripRow](r, tripSelect+" WHERE t.id = ?", id.String())
	row.Person = data.ShortName(row.Person)
	return row, err
}

func shortTravellers(rows []data.TripRow, err error) ([]data.TripRow, error) {
	for i := range rows {
		rows[i].Person = data.ShortName(rows[i].Person)
	}
	return rows, err
}

// tripShows are the conditions of the chips; ?1 is today.
var tripShows = map[data.TripShow]string{
	data.TripsAhead:      "(t.status IN ('draft', 'planned', 'agreed') OR t.status = 'ordered' AND coalesce(d.starts_on, '9999') > ?1)",
	data.TripsTravelling: "t.status = 'ordered' AND d.starts_on <= ?1 AND d.ends_on >= ?1",
	data.TripsDue:        "(t.status = 'ordered' AND d.ends_on < ?1 OR t.status = 'reported')",
	data.TripsDone:       "t.status IN ('approved', 'closed', 'held')",
	data.TripsGone:       "t.status = 'cancelled'",
	data.TripsLocal:      "t.what = 'local'",
}

// tripWhere joins the conditions of a filter. Every argument has its number:
// ?1 today, ?2 first and ?3 last day of the year.
func tripWhere(f data.TripFilter) (string, []any) {
	args := []any{f.Today.String(), yearDay(f.Year, "-01-01"), yearDay(f.Year, "-12-31")}
	where := []string{"?1 <> '' AND ?2 <> '' AND ?3 <> ''"}
	if f.Show == data.TripsArchive {
		where = append(where, "t.archived_on IS NOT NULL")
	} else {
		where = append(where, "t.archived_on IS NULL")
	}
	if c := tripShows[f.Show]; c != "" {
		where = append(where, c)
	}
	if byYear(f) {
		where = append(where, inYear(f.Year == f.Today.Year()))
	}
	for _, x := range []struct{ column, id string }{{"client_id", f.ClientID.String()}, {"project_id", f.ProjectID.String()}, {"person_id", f.PersonID.String()}} {
		if x.id != "" {
			args = append(args, x.id)
			where = append(where, "t."+x.column+" = ?"+strconv.Itoa(len(args)))
		}
	}
	return strings.Join(where, " AND "), args
}

// byYear tells whether the year narrows the list: what is open now is shown
// whatever its year.
func byYear(f data.TripFilter) bool {
	switch f.Show {
	case data.TripsAhead, data.TripsTravelling, data.TripsDue:
		return false
	}
	return f.Year != 0
}

func inYear(present bool) string {
	s := "(coalesce(d.starts_on, t.starts_on) <= ?3 AND coalesce(d.ends_on, t.ends_on, d.starts_on, t.starts_on) >= ?2"
	if present {
		s += " OR t.status NOT IN ('approved', 'closed', 'held', 'cancelled')"
	}
	return s + ")"
}

// yearDay is a day of the year; without a year one that bounds nothing.
func yearDay(year int, day string) string {
	if year == 0 {
		year = 1
	}
	s := strconv.Itoa(year)
	return strings.Repeat("0", max(0, 4-len(s))) + s + day
}

// tripOrder is by day; orders by names are the caller's, who knows the language.
func tripOrder(s data.TripSort) string {
	dir := " DESC"
	if s == data.TripsOldest {
		dir = ""
	}
	return "coalesce(d.starts_on, t.starts_on, '9999')" + dir + ", t.name, coalesce(p.is_me, 0) DESC, p.full_name, t.id"
}

// TripCounts are the numbers over a list; Show and Sort of the filter do not
// matter, its year is the one that is counted.
func (r *Reader) TripCounts(f data.TripFilter) (data.TripCounts, error) {
	f.Show = data.TripsAll
	year := f.Year
	f.Year = 0
	where, args := tripWhere(f)
	args[1], args[2] = yearDay(year, "-01-01"), yearDay(year, "-12-31")
	const days = "julianday(min(d.ends_on, ?3, ?1)) - julianday(max(d.starts_on, ?2)) + 1"
	const touches = "d.starts_on <= ?3 AND d.ends_on >= ?2 AND t.status <> 'cancelled'"
	return one[data.TripCounts](r, "SELECT "+
		countIf(tripShows[data.TripsAhead])+", "+countIf(tripShows[data.TripsTravelling])+", "+
		countIf("t.status = 'ordered' AND d.ends_on < ?1")+", "+countIf("t.status = 'ordered' AND r.starts_on < ?1")+", "+countIf(touches)+
		", coalesce(sum(CASE WHEN p.is_me = 1 AND t.what <> 'local' AND t.status IN ('ordered', 'reported', 'approved', 'closed') AND d.starts_on <= ?1 AND "+touches+
		" THEN CAST("+days+" AS INTEGER) END), 0) "+tripFrom+" WHERE "+where, args...)
}

func countIf(condition string) string { return "count(CASE WHEN " + condition + " THEN 1 END)" }

// TripYears are the years in which there are trips, the newest first.
func (r *Reader) TripYears() ([]int, error) {
	rows, err := query[struct{ Year string }](r, `SELECT DISTINCT substr(starts_on, 1, 4) FROM due_date WHERE code = 'dates' ORDER BY 1 DESC`)
	var out []int
	for _, x := range rows {
		if y, err := strconv.Atoi(x.Year); err == nil {
			out = append(out, y)
		}
	}
	return out, err
}

// Trip reads a trip; data.ErrNotFound when there is none.
func (r *Reader) Trip(id data.ID[data.Trip]) (data.Trip, error) { return Get(r, id) }

// TripLegs are the legs of a trip in their order.
func (r *Reader) TripLegs(id data.ID[data.Trip]) ([]data.Leg, error) {
	return List[data.Leg](r, "trip_id = ? ORDER BY ord, id", id)
}

// TripGroup are the trips of one journey, the owner's first; a trip without a
// group is alone. Cancelled ones are among them.
func (r *Reader) TripGroup(t data.Trip) ([]data.TripRow, error) {
	return shortTravellers(query[data.TripRow](r, tripSelect+` WHERE t.id = ?1 OR t.group_id = ?2
  ORDER BY coalesce(p.is_me, 0) DESC, p.full_name`, t.ID.String(), t.GroupID.String()))
}

// TripHistory is what happened to a trip and to the legs that it has now, newest
// first, one row a field.
func (r *Reader) TripHistory(id data.ID[data.Trip]) ([]data.HistoryRow, error) {
	return r.history(historySelect+" WHERE c.row_id = ?1 OR c.row_id IN (SELECT l.id FROM trip_leg l WHERE l.trip_id = ?1) ORDER BY c.id DESC", id.String())
}
