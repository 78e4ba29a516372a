package ical

import (
	"fmt"
	"testing"
	"time"

	"portfel/data"
	"portfel/data/text"
)

const fileID = "11111111-1111-4111-8111-111111111111"

// id is a readable id: 00000000-0000-7000-8000-000000000001.
func id(n int) data.ID[data.Any] {
	var i data.ID[data.Any]
	i[6], i[8] = 0x70, 0x80
	i[14], i[15] = byte(n>>8), byte(n)
	return i
}

func day(s string) data.Date {
	d, err := data.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func at0(s string) data.Moment {
	m, err := data.ParseMoment(s)
	if err != nil {
		panic(err)
	}
	return m
}

func clock(s string) time.Time {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		panic(err)
	}
	return t
}

var (
	anna   = data.Person{ID: data.ID[data.Person](id(901)), FullName: "Кузнецова Анна Сергеевна", ShortName: "Кузнецова А. С.", Zone: "Europe/Moscow", IsMe: true}
	dmitry = data.ID[data.Person](id(902))
	gromov = data.ID[data.Person](id(903))
	copper = data.ID[data.Client](id(911))
	baltic = data.ID[data.Client](id(912))
	mentor = data.ID[data.Mentoring](id(921))
)

const copperName = "АО «Медный Кряж»"

// mine are the options of an export for the owner of the file.
func mine() Options {
	return Options{Lang: text.RU, FileID: fileID, Owner: anna, CalName: "Портфель", Now: clock("2026-11-24T06:42:00Z")}
}

// tripRows are the rows of the trip of stories 3 and 4.
func tripRows() []data.AgendaRow {
	base := data.AgendaRow{RefKind: data.KindTrip, RefID: id(1), UIDID: id(1), AllDay: true, Title: "Медный Кряж, ноябрь",
		Place: "Екатеринбург", Detail: "интервью с ЦФО, этап 1", Status: "agreed", What: "ru",
		PersonID: anna.ID, Person: anna.ShortName, ClientID: copper, Client: copperName, City: "Екатеринбург", Project: "МК-26"}
	trip, papers, report := base, base, base
	trip.Kind, trip.Layer, trip.StartsOn, trip.EndsOn = data.AgendaTrip, data.LayerTrips, day("2026-11-30"), day("2026-12-04")
	papers.Kind, papers.Layer, papers.UIDPart = data.AgendaPapers, data.LayerDeadlines, "papers"
	papers.StartsOn, papers.EndsOn = day("2026-11-25"), day("2026-11-25")
	report.Kind, report.Layer, report.UIDPart = data.AgendaReport, data.LayerDeadlines, "report"
	report.StartsOn, report.EndsOn = day("2026-12-09"), day("2026-12-09")
	return []data.AgendaRow{trip, papers, report,
		legRow(2, "Москва", "Екатеринбург", "SU 1404", "2026-11-30T06:35 Europe/Moscow", "2026-11-30T11:05 Asia/Yekaterinburg"),
		legRow(3, "Екатеринбург", "Москва", "SU 1405", "2026-12-04T21:40 Asia/Yekaterinburg", "2026-12-04T22:15 Europe/Moscow")}
}

func legRow(n int, from, to, flight, depart, arrive string) data.AgendaRow {
	d, a := at0(depart), at0(arrive)
	return data.AgendaRow{Kind: data.AgendaLeg, Layer: data.LayerLegs, RefKind: data.KindTrip, RefID: id(1), UIDID: id(n),
		StartsOn: d.Day, EndsOn: a.Day, Starts: d, Ends: a, Title: "Медный Кряж, ноябрь", Place: from, ToPlace: to, Detail: flight,
		Status: "agreed", What: "plane", PersonID: anna.ID, Person: anna.ShortName, ClientID: copper, Client: copperName, Project: "МК-26"}
}

// weekly is the mentor's meeting of story 2: Wednesdays 17:30, half an hour.
func weekly() data.AgendaRow {
	return data.AgendaRow{Kind: data.AgendaSeries, Layer: data.LayerMentoring, RefKind: data.KindSeries, RefID: id(20), UIDID: id(20),
		StartsOn: day("2026-11-18"), EndsOn: day("2026-11-18"),
		Starts: at0("2026-11-18T17:30 Europe/Moscow"), Ends: at0("2026-11-18T18:00 Europe/Moscow"),
		Title: "1:1 с Громовым", Place: "Переговорная 3", Status: "planned", What: "one2one", MentoringID: mentor,
		TraineeID: gromov, Trainee: "Громов И. П.", MentorID: anna.ID,
		Rule: "FREQ=WEEKLY;BYDAY=WE", UntilOn: day("2027-02-15"), DaysOff: data.DaysOffSkip}
}

// moved is a touched occurrence of weekly: 02.12 becomes a call at 09:00.
func moved() data.AgendaRow {
	return data.AgendaRow{Kind: data.AgendaEvent, Layer: data.LayerMentoring, RefKind: data.KindEvent, RefID: id(21), UIDID: id(21),
		StartsOn: day("2026-12-02"), EndsOn: day("2026-12-02"),
		Starts: at0("2026-12-02T09:00 Asia/Yekaterinburg"), Ends: at0("2026-12-02T09:30 Asia/Yekaterinburg"),
		Title: "1:1 с Громовым, по телефону", Status: "planned", What: "one2one", MentoringID: mentor,
		TraineeID: gromov, Trainee: "Громов И. П.", MentorID: anna.ID,
		SeriesID: data.ID[data.Series](id(20)), OriginalOn: day("2026-12-02")}
}

// winterBreak are the days off around the New Year of 2027 on which the weekly
// meeting would fall, and weekends.
func winterBreak(d data.Date) bool {
	return d.Weekday() == time.Saturday || d.Weekday() == time.Sunday || d >= day("2026-12-31") && d <= day("2027-01-08")
}

// meeting is a timed event with a client.
func meeting(n int, title, starts, ends string) data.AgendaRow {
	s, e := at0(starts), at0(ends)
	return data.AgendaRow{Kind: data.AgendaEvent, Layer: data.LayerMeetings, RefKind: data.KindEvent, RefID: id(n), UIDID: id(n),
		StartsOn: s.Day, EndsOn: e.Day, Starts: s, Ends: e, Title: title, Status: "planned", What: "meeting"}
}

// taskRow is a task of a project's plan.
func taskRow(n int, title, from, to, status string, percent int) data.AgendaRow {
	return data.AgendaRow{Kind: data.AgendaTask, Layer: data.LayerTasks, RefKind: data.KindTask, RefID: id(n), UIDID: id(n),
		StartsOn: day(from), EndsOn: day(to), AllDay: true, Title: title, Status: status, Percent: percent,
		PersonID: anna.ID, Person: anna.ShortName, Project: "МК-26", ClientID: copper, Client: copperName}
}

// export runs all steps against an empty memory.
func export(t *testing.T, rows []data.AgendaRow, o Options) (string, Planned) {
	t.Helper()
	p := Plan(Items(rows, o), Known{}, o, false)
	return string(Encode(p.Write, o)), p
}

// remember adds what was planned to what is known.
func (k *Known) remember(p Planned) {
	if k.Items == nil {
		k.Items, k.Feed = map[string]ItemState{}, map[string]FeedState{}
	}
	for _, s := range p.Items {
		k.Items[s.UID] = s
	}
	for _, s := range p.Feed {
		k.Feed[s.UID] = s
	}
}

// find is the item whose summary begins so.
func find(t *testing.T, items []Item, key string) Item {
	t.Helper()
	for _, it := range items {
		if it.Key == key {
			return it
		}
	}
	t.Fatalf("no item %s among %d", key, len(items))
	return Item{}
}

func key(n int, part string) string {
	if part != "" {
		part = "-" + part
	}
	return fmt.Sprintf("00000000-0000-7000-8000-%012x%s@%s", n, part, fileID)
}
