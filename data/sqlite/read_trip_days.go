package sqlite

import (
	"strings"

	"portfel/data"
)

// takesPart is true for an event or a series (column of event_person and its
// value) in which the person ?1 takes part; one without colleagues is the
// owner's. The plus signs keep the planner from walking all meetings of a person
// for each event.
func takesPart(column, value string) string {
	return `(EXISTS (SELECT 1 FROM event_person x WHERE x.` + column + ` = ` + value + ` AND +x.person_id = ?1)
    OR NOT EXISTS (SELECT 1 FROM event_person x WHERE x.` + column + ` = ` + value + ` AND +x.person_id IS NOT NULL)
       AND EXISTS (SELECT 1 FROM person o WHERE o.id = ?1 AND o.is_me = 1))`
}

// who lists the people of a meeting but the traveller ?1.
func who(column, value string) string {
	return `coalesce((SELECT group_concat(coalesce(nullif(w.short_name, ''), w.full_name, k.full_name), '|') FROM event_person x
    LEFT JOIN person w ON w.id = x.person_id LEFT JOIN contact k ON k.id = x.contact_id
    WHERE x.` + column + ` = ` + value + ` AND x.person_id IS NOT ?1), '')`
}

// eventDays is true for events that touch the days ?2 to ?3; no event is longer
// than a month.
const eventDays = `substr(e.starts, 1, 10) BETWEEN date(?2, '-31 days') AND ?3 AND substr(e.ends, 1, 10) >= ?2`

// TripMeetings are the meetings of the traveller in the days of a trip, and
// those that belong to the trip on any day, by time.
func (r *Reader) TripMeetings(t data.TripRow) ([]data.TripMeeting, error) {
	rows, err := query[data.TripMeeting](r, `SELECT 'event', e.id, e.what, e.title, e.status, e.starts, e.ends, e.all_day, e.place,
    coalesce(c.name, ''), `+who("event_id", "e.id")+`, coalesce(e.trip_id = ?4 OR e.client_id = ?5, 0)
  FROM (SELECT id FROM event WHERE trip_id = ?4 UNION SELECT e.id FROM event e WHERE `+eventDays+`) k
    CROSS JOIN event e ON e.id = k.id LEFT JOIN client c ON c.id = e.client_id
  WHERE (e.trip_id = ?4 OR e.status <> 'cancelled' AND e.trip_id IS NULL AND `+takesPart("event_id", "e.id")+`)
  UNION ALL SELECT 'event_series', s.id, s.what, s.title, 'planned', d.starts, d.ends, s.all_day, s.place,
    coalesce(c.name, ''), `+who("series_id", "s.id")+`, coalesce(s.client_id = ?5, 0)
  FROM due_date d JOIN event_series s ON s.id = d.owner_id LEFT JOIN client c ON c.id = s.client_id LEFT JOIN mentoring m ON m.id = s.mentoring_id
  WHERE d.code = 'occurrence' AND d.starts_on BETWEEN ?2 AND ?3 AND (m.mentor_id = ?1 OR m.trainee_id = ?1 OR m.id IS NULL AND `+takesPart("series_id", "s.id")+`)
  ORDER BY 6, 4`, t.PersonID.String(), t.StartsOn.String(), t.EndsOn.String(), t.ID.String(), t.ClientID.String())
	for i := range rows {
		rows[i].People = shortNames(rows[i].People)
	}
	return rows, err
}

// TripClashes are other trips, absences and meetings elsewhere of the traveller
// in the days of a trip. Meetings with the trip's client, or of the trip, are
// not among them, nor is what lies before the departure or after the arrival.
func (r *Reader) TripClashes(t data.TripRow) ([]data.TripClash, error) {
	if t.StartsOn.IsZero() {
		return nil, nil
	}
	rows, err := query[data.TripClash](r, `SELECT 'trip', o.id, o.name, o.what, o.status, d.starts_on, d.ends_on, d.starts, d.ends
  FROM trip o JOIN due_date d ON d.owner_id = o.id AND d.code = 'dates' AND d.ord = 0
  WHERE o.person_id = ?1 AND o.id <> ?4 AND o.status <> 'cancelled' AND o.archived_on IS NULL AND d.starts_on <= ?3 AND d.ends_on >= ?2
  UNION ALL SELECT 'absence', a.id, a.note, a.what, a.status, a.starts_on, a.ends_on, NULL, NULL
  FROM absence a WHERE a.person_id = ?1 AND a.status <> 'cancelled' AND a.starts_on <= ?3 AND a.ends_on >= ?2
  ORDER BY 6, 3`, t.PersonID.String(), t.StartsOn.String(), t.EndsOn.String(), t.ID.String())
	if err != nil {
		return nil, err
	}
	meetings, err := r.TripMeetings(t)
	if err != nil {
		return nil, err
	}
	for _, m := range meetings {
		if !m.OwnTrip && m.Status == data.EventPlanned {
			rows = append(rows, clashOf(m))
		}
	}
	return r.inside(t, rows)
}

func clashOf(m data.TripMeeting) data.TripClash {
	c := data.TripClash{Kind: m.Kind, ID: m.ID, Title: m.Title, What: string(m.What), Status: string(m.Status), StartsOn: m.Starts.Day, EndsOn: m.Ends.Day}
	if !m.AllDay {
		c.Starts, c.Ends = m.Starts, m.Ends
	}
	return c
}

// inside leaves out what a timed route or a local trip does not touch.
func (r *Reader) inside(t data.TripRow, rows []data.TripClash) ([]data.TripClash, error) {
	legs, err := r.TripLegs(t.ID)
	if err != nil {
		return nil, err
	}
	depart, arrive := data.TripSpan(legs)
	if t.What == data.TripLocal && len(legs) == 0 {
		own, err := r.DueDates(data.RefTo(data.KindTrip, t.ID))
		if err != nil {
			return nil, err
		}
		for _, d := range own {
			if d.Code == data.DueTripDates {
				depart, arrive = d.Starts, d.Ends
			}
		}
	}
	kept := rows[:0]
	for _, c := range rows {
		if !c.Outside(depart, arrive) {
			kept = append(kept, c)
		}
	}
	return kept, nil
}

// shortNames shortens the names that who has joined.
func shortNames(joined string) string {
	all := strings.Split(joined, "|")
	for i := range all {
		all[i] = data.ShortName(all[i])
	}
	return strings.Join(all, ", ")
}
