package command

import (
	"slices"
	"strings"

	"portfel/data"
	"portfel/data/ical"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// ownItems is what this file itself has in calendars, as far as a file that comes
// back speaks of it: as it would be written now for every audience and in every
// language, and as it was last given to each feed. An item that came back was edited
// elsewhere only where it is like none of them.
type ownItems struct {
	r     *sqlite.Reader
	o     ical.DecodeOptions
	items map[string]ical.Item    // mine, by key
	now   map[string][]string     // texts by key
	state map[string]data.IcsItem // by key
}

// readOwn makes our own items of the records that a file speaks of.
func readOwn(r *sqlite.Reader, items []ical.Foreign) (ownItems, error) {
	own := ownItems{r: r, items: map[string]ical.Item{}, now: map[string][]string{}, state: map[string]data.IcsItem{}}
	ids := map[data.ID[data.Any]]bool{}
	for _, f := range items {
		if f.Own {
			ids[f.OwnID] = true
		}
	}
	if len(ids) == 0 {
		return own, nil
	}
	o := ical.Options{Audience: ical.ForTeam}
	_, rows, err := calendarRows(r, &o)
	if err != nil {
		return own, err
	}
	rows = slices.DeleteFunc(rows, func(a data.AgendaRow) bool { return !ids[a.UIDID] && !ids[data.ID[data.Any](a.SeriesID)] })
	own.o = ical.DecodeOptions{Zone: o.Owner.Zone, FileID: o.FileID}
	own.writeNow(rows, o)
	states, err := r.IcsItems()
	if err != nil {
		return own, err
	}
	for _, s := range states {
		own.state[s.UID] = s
	}
	return own, nil
}

// writeNow makes the items as each calendar would have them now.
func (own *ownItems) writeNow(rows []data.AgendaRow, o ical.Options) {
	for _, lang := range text.Langs {
		for _, tasks := range []ical.TasksAs{ical.TasksAsEvents, ical.TasksAsTodos} {
			for _, a := range audiencesOf(rows) {
				a.Lang, a.Tasks, a.FileID, a.Owner, a.Now, a.Off, a.Confidential = lang, tasks, o.FileID, o.Owner, o.Now, o.Off, o.Confidential
				own.write(ical.Items(rows, a))
			}
		}
	}
}

// audiencesOf are me, the team, and every client and trainee of the rows.
func audiencesOf(rows []data.AgendaRow) []ical.Options {
	list := []ical.Options{{Audience: ical.ForMe}, {Audience: ical.ForTeam}}
	clients, trainees := map[data.ID[data.Client]]bool{}, map[data.ID[data.Person]]bool{}
	for _, r := range rows {
		if !r.ClientID.IsZero() && !clients[r.ClientID] {
			clients[r.ClientID] = true
			list = append(list, ical.Options{Audience: ical.ForClient, Client: r.ClientID, Named: func(data.AgendaRow) bool { return true }})
		}
		if !r.TraineeID.IsZero() && !trainees[r.TraineeID] {
			trainees[r.TraineeID] = true
			list = append(list, ical.Options{Audience: ical.ForTrainee, Who: r.TraineeID})
		}
	}
	return list
}

func (own *ownItems) write(items []ical.Item) {
	for i := range items {
		it := &items[i]
		if _, here := own.items[it.Key]; !here {
			own.items[it.Key] = *it // of the first audience, me
		}
		if !it.Hidden && !slices.Contains(own.now[it.Key], it.Text()) {
			own.now[it.Key] = append(own.now[it.Key], it.Text())
		}
	}
}

// isNow tells whether an item is as some calendar would have it now.
func (own *ownItems) isNow(key string, f ical.Foreign) bool {
	return slices.ContainsFunc(own.now[key], func(s string) bool {
		x, ok := ical.ReadText(s, own.o)
		return ok && len(editsOf(x, f)) == 0
	})
}

// like is what an item that came back was made from: of all that was or would be
// written, what differs least; the last told first.
func (own *ownItems) like(key string, f ical.Foreign) (best ical.Foreign, found bool, err error) {
	told, err := own.r.IcsTold(key)
	if err != nil {
		return best, false, err
	}
	var texts []string
	for _, t := range told {
		texts = append(texts, t.Body)
	}
	least := 0
	for _, s := range append(texts, own.now[key]...) {
		x, ok := ical.ReadText(s, own.o)
		if n := len(editsOf(x, f)); ok && (!found || n < least) {
			best, least, found = x, n, true
		}
	}
	return best, found, nil
}

// edit is something that was changed in an item elsewhere; its code names it for a
// reader.
type edit string

const (
	editWhen   edit = "when"
	editStatus edit = "status"
	editTitle  edit = "title"
	editPlace  edit = "place"
	editRule   edit = "rule"
	editDays   edit = "days" // taken out of a series or put back
	editNote   edit = "note"
)

// editsOf tells what differs between an item and what it was made from. What a
// calendar only derives from a record, as its category, is passed over: many
// programs drop it.
func editsOf(was, f ical.Foreign) (list []edit) {
	add := func(e edit, differs bool) {
		if differs {
			list = append(list, e)
		}
	}
	add(editWhen, !sameTime(was, f))
	add(editStatus, f.Status != "" && f.Status != was.Status || f.Todo && f.Percent != was.Percent)
	add(editTitle, f.Summary != was.Summary)
	add(editPlace, f.Location != was.Location)
	add(editRule, plainRule(f) != plainRule(was) || f.UntilOn != was.UntilOn || !slices.Equal(f.RDates, was.RDates))
	add(editDays, !slices.Equal(f.ExDates, was.ExDates))
	add(editNote, f.Description != was.Description)
	return list
}

func sameTime(a, b ical.Foreign) bool {
	if a.AllDay != b.AllDay || a.Todo != b.Todo {
		return false
	}
	if a.AllDay {
		return a.StartsOn == b.StartsOn && a.EndsOn == b.EndsOn
	}
	return sameInstant(a.Starts, b.Starts) && sameInstant(a.Ends, b.Ends)
}

func sameInstant(a, b data.Moment) bool { return !a.Before(b) && !b.Before(a) }

// plainRule is a rule in an order of its own and without what changes nothing, as
// programs rearrange it.
func plainRule(f ical.Foreign) string {
	parts := strings.Split(f.Rule, ";")
	parts = slices.DeleteFunc(parts, func(p string) bool { return p == "INTERVAL=1" || p == "WKST=MO" })
	slices.Sort(parts)
	return strings.Join(parts, ";")
}

var ownKinds = map[data.AgendaKind]data.Kind{
	data.AgendaTrip: data.KindTrip, data.AgendaLocal: data.KindTrip, data.AgendaPapers: data.KindTrip, data.AgendaReport: data.KindTrip, data.AgendaLeg: data.KindLeg,
	data.AgendaTask: data.KindTask, data.AgendaMilestone: data.KindTask, data.AgendaDue: data.KindTask, data.AgendaItem: data.KindTask,
	data.AgendaControl: data.KindMentoring, data.AgendaAbsence: data.KindAbsence, data.AgendaDocument: data.KindDeliverable,
	data.AgendaSeries: data.KindSeries, data.AgendaProject: data.KindProject,
}

func kindOfOwn(it ical.Item) data.Kind {
	if k, ok := ownKinds[it.Kind]; ok {
		return k
	}
	return data.KindEvent
}
