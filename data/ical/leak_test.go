package ical

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"portfel/data"
	"portfel/data/text"
)

// marked is a row of a kind with a mark in every text field.
func marked(k data.AgendaKind) data.AgendaRow {
	r := data.AgendaRow{Kind: k, Layer: data.LayerTrips, UIDID: id(1), StartsOn: day("2026-11-30"), EndsOn: day("2026-12-01"), AllDay: true,
		PersonID: dmitry, ClientID: copper, MentorID: anna.ID}
	v := reflect.ValueOf(&r).Elem()
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if f.Type.Kind() == reflect.String && !slices.Contains([]string{"Kind", "Layer", "RefKind", "UIDPart", "Status", "What", "Rule", "DaysOff"}, f.Name) {
			v.Field(i).SetString("LEAK" + strings.ToUpper(f.Name))
		}
	}
	r.Percent = 77
	r.Status = "agreed"
	switch k {
	case data.AgendaItem, data.AgendaControl:
		r.MentoringID, r.TraineeID = mentor, gromov
	case data.AgendaLeg, data.AgendaEvent, data.AgendaSeries:
		r.AllDay = false
		r.Starts, r.Ends = at0("2026-11-30T10:00 Europe/Moscow"), at0("2026-11-30T11:00 Europe/Moscow")
	}
	if k == data.AgendaSeries {
		r.Rule = "FREQ=DAILY"
	}
	return r
}

// allowed are the text fields whose content an audience may find in its file.
// What is not here must not be there; an empty list means no component at all
// unless bare says that one without texts is due.
var allowed = map[Audience]map[data.AgendaKind]string{
	ForTeam: {
		data.AgendaTrip:      "PLACE CLIENT PERSON",
		data.AgendaLocal:     "PLACE CLIENT PERSON",
		data.AgendaLeg:       "PLACE TOPLACE PERSON",
		data.AgendaTask:      "TITLE",
		data.AgendaMilestone: "TITLE",
		data.AgendaDue:       "TITLE",
		data.AgendaAbsence:   "PERSON",
		data.AgendaDocument:  "TITLE",
		data.AgendaEvent:     "TITLE PLACE",
		data.AgendaSeries:    "TITLE PLACE",
		data.AgendaProject:   "TITLE",
	},
	ForClient: {
		data.AgendaTrip:   "PLACE",
		data.AgendaLocal:  "CITY",
		data.AgendaEvent:  "",
		data.AgendaSeries: "",
	},
	ForTrainee: {
		data.AgendaItem:    "TITLE",
		data.AgendaControl: "TITLE",
		data.AgendaEvent:   "TITLE PLACE",
		data.AgendaSeries:  "TITLE PLACE",
	},
}

func TestNoAudienceSeesMoreThanItMay(t *testing.T) {
	for audience, kinds := range allowed {
		for _, k := range data.AgendaKinds {
			o := mine()
			o.Audience, o.Client, o.Who, o.Named = audience, copper, data.ID[data.Person]{}, always
			r := marked(k)
			if audience == ForTrainee {
				o.Who = gromov
				r.MentoringID, r.TraineeID = mentor, gromov
			}
			for _, as := range []TasksAs{TasksAsEvents, TasksAsTodos} {
				o.Tasks = as
				got, p := export(t, []data.AgendaRow{r}, o)
				got += string(Table(p.Write))
				for _, s := range p.Feed {
					got += s.Body
				}
				words, due := kinds[k]
				if due != (len(p.Write) == 1) {
					t.Errorf("%s for %s: %d components", k, audience, len(p.Write))
				}
				got = strings.ReplaceAll(got, "\r\n ", "")
				checkMarks(t, got, string(audience)+" "+string(k), words)
			}
		}
	}
}

// checkMarks compares the marks in a text with those that may be there.
func checkMarks(t *testing.T, got, what, words string) {
	t.Helper()
	v := reflect.TypeFor[data.AgendaRow]()
	for i := range v.NumField() {
		name := strings.ToUpper(v.Field(i).Name)
		may := slices.Contains(strings.Fields(words), name)
		if has := strings.Contains(got, "LEAK"+name); has != may {
			t.Errorf("%s: %s in the file: %v, may be: %v", what, name, has, may)
		}
	}
	if strings.Contains(got, "77") && !strings.Contains(got, "PERCENT-COMPLETE:0") {
		t.Errorf("%s: per cent", what)
	}
}

func always(data.AgendaRow) bool { return true }

// Story 4: the client's file holds days and town. That a meeting is about the
// client's project does not make it one with the client.
func TestAnInnerMeetingIsNotTheClients(t *testing.T) {
	o := mine()
	o.Audience, o.Client = ForClient, copper
	inner := meeting(30, "Внутренний разбор: маржа 73,9 % по МК", "2026-11-30T10:00 Europe/Moscow", "2026-11-30T11:30 Europe/Moscow")
	inner.ClientID, inner.Place, inner.Detail = copper, "Переговорная 3", "не показывать клиенту"
	if got, _ := export(t, []data.AgendaRow{inner}, o); strings.Contains(got, "VEVENT") {
		t.Error("nobody of the client is named in it: ", got)
	}
	o.Named = always
	call, letter := inner, inner
	call.UIDID, call.What = id(31), "call"
	letter.UIDID, letter.What = id(32), "letter"
	got, p := export(t, []data.AgendaRow{inner, call, letter}, o)
	if len(p.Write) != 2 || p.Write[0].Summary != "Встреча" || p.Write[1].Summary != "Звонок" {
		t.Fatalf("the client takes part: %+v", p.Write)
	}
	for _, it := range p.Write {
		if it.Starts != inner.Starts || it.Ends != inner.Ends || it.Place != "" || it.Description != "" {
			t.Errorf("%+v", it)
		}
	}
	for _, secret := range []string{"марж", "Переговорная", "не показывать", "МК-26"} {
		if strings.Contains(strings.ReplaceAll(got, "\r\n ", ""), secret) {
			t.Errorf("%q stands in the client's file", secret)
		}
	}
}

// The client joins a weekly meeting of ours once: it sees that day alone.
func TestADayOfAnInnerSeriesStandsByItself(t *testing.T) {
	series, day := weekly(), moved()
	for _, r := range []*data.AgendaRow{&series, &day} {
		r.MentoringID, r.TraineeID, r.Layer = data.ID[data.Mentoring]{}, data.ID[data.Person]{}, data.LayerMeetings
	}
	o := mine()
	o.Audience, o.Client = ForClient, copper
	o.Named = func(r data.AgendaRow) bool { return r.UIDID == day.UIDID }
	got, p := export(t, []data.AgendaRow{series, day}, o)
	if len(p.Write) != 1 || p.Write[0].UID != key(21, "") || strings.Contains(got, "RECURRENCE-ID") || strings.Contains(got, "RRULE") {
		t.Error(got)
	}
}

func TestTheClientSeesTheTownAndNotTheStreet(t *testing.T) {
	o := mine()
	o.Audience, o.Client = ForClient, copper
	r := tripRows()[0]
	r.Place = "Екатеринбург, ул. Малышева, 51"
	if _, p := export(t, []data.AgendaRow{r}, o); len(p.Write) != 1 || p.Write[0].Place != "Екатеринбург" || p.Write[0].Summary != "Командировка: Екатеринбург" {
		t.Errorf("%+v", p.Write)
	}
}

func TestOthersSeeNothing(t *testing.T) {
	for _, k := range data.AgendaKinds {
		other := marked(k)
		for _, o := range []Options{
			{Audience: ForClient, Client: baltic},  // another client
			{Audience: ForClient},                  // no client named
			{Audience: ForTrainee, Who: dmitry},    // another trainee
			{Audience: ForTrainee},                 // nobody named
			{Audience: ForTeam, Who: gromov},       // another colleague
			{Audience: ForMe, Who: gromov},         // another person's part of mine
			{Audience: "stranger", Client: copper}, // unknown audience
		} {
			o.FileID, o.Lang, o.Now = fileID, text.RU, mine().Now
			o.Named = func(r data.AgendaRow) bool { return r.ClientID == o.Client }
			if got, _ := export(t, []data.AgendaRow{other}, o); strings.Contains(got, "LEAK") {
				t.Errorf("%s for %q %v: %s", k, o.Audience, o.Who, got)
			}
		}
	}
}

func TestMentoringOfOthersIsOnlyBusyForTheTeam(t *testing.T) {
	o := mine()
	o.Audience = ForTeam
	got, p := export(t, []data.AgendaRow{weekly(), moved()}, o)
	if strings.Contains(got, "Громов") || strings.Contains(got, "Переговорная") {
		t.Error(got)
	}
	if len(p.Write) != 2 || p.Write[0].Summary != "Занято" || p.Write[0].Starts != weekly().Starts || p.Write[0].Rule == "" {
		t.Errorf("%+v", p.Write)
	}
	o.Audience, o.Client = ForClient, copper
	o.Named = always
	r := weekly()
	r.ClientID = copper
	if got, _ := export(t, []data.AgendaRow{r}, o); strings.Contains(got, "VEVENT") {
		t.Error("a client sees mentoring")
	}
}

func TestConfidential(t *testing.T) {
	r := marked(data.AgendaEvent)
	o := mine()
	o.Confidential = func(r data.AgendaRow) bool { return r.ClientID == copper }
	if got, _ := export(t, []data.AgendaRow{r}, o); !strings.Contains(got, "CLASS:PRIVATE") || !strings.Contains(got, "LEAKTITLE") {
		t.Error("me: ", got)
	}
	o.Audience = ForTeam
	if got, _ := export(t, []data.AgendaRow{r}, o); strings.Contains(got, "LEAKTITLE") || !strings.Contains(got, "SUMMARY:Занято") {
		t.Error("team: ", got)
	}
	o.Audience, o.Client, o.Named = ForClient, copper, always
	if got, _ := export(t, []data.AgendaRow{r}, o); strings.Contains(got, "VEVENT") {
		t.Error("client: ", got)
	}
}

func TestTicketNumbersStandNowhere(t *testing.T) {
	r := legRow(2, "Москва", "Екатеринбург", "SU 1404 555-2412345678", "2026-11-30T06:35 Europe/Moscow", "2026-11-30T11:05 Asia/Yekaterinburg")
	got, p := export(t, []data.AgendaRow{r}, mine())
	if strings.Contains(got, "2412345678") || p.Write[0].Summary != "Москва → Екатеринбург · SU 1404" {
		t.Error(got)
	}
}

func TestOnlyMeAndTheTraineeAreReminded(t *testing.T) {
	rows := append(tripRows(), weekly())
	for a, want := range map[Audience]bool{ForMe: true, ForTeam: false, ForTrainee: true} {
		o := mine()
		o.Audience = a
		if a == ForTrainee {
			o.Who = gromov
		}
		if got, _ := export(t, rows, o); strings.Contains(got, "VALARM") != want {
			t.Errorf("%s: reminders %v", a, !want)
		}
	}
	o := mine()
	o.Reminders = []Reminder{}
	if got, _ := export(t, rows, o); strings.Contains(got, "VALARM") {
		t.Error("a table without reminders reminds")
	}
	o.Reminders = []Reminder{{data.AgendaLeg, -95}}
	if got, _ := export(t, rows, o); strings.Count(got, "TRIGGER:-PT1H35M\r\n") != 2 {
		t.Error("own reminders")
	}
}
