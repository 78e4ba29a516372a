package mspdi

import (
	"errors"
	"io"
	"os"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"
	"time"
)

// refused reads a source that must be refused with one fault.
func refused(t *testing.T, source string, limit Limits) Fault {
	t.Helper()
	_, err := Read(strings.NewReader(source), limit)
	var f Fault
	if !errors.As(err, &f) {
		t.Fatalf("got %v, want a Fault", err)
	}
	return f
}

func TestRefusals(t *testing.T) {
	for name, x := range map[string]struct {
		source, code, args string
		line               int
	}{
		"empty":               {"", "empty", "", 0},
		"spaces":              {" \n\t", "empty", "", 0},
		"text":                {"Задача;Срок\nА;5", "notXML", "", 0},
		"json":                {`{"Project": 1}`, "notXML", "", 0},
		"only a declaration":  {`<?xml version="1.0"?>`, "notXML", "", 0},
		"mpp":                 {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "mpp", "", 0},
		"xlsx":                {"PK\x03\x04....", "zip", "", 0},
		"html":                {"<html><body/></html>", "root", "html", 1},
		"a calendar":          {`<?xml version="1.0"?>` + "\n<calendar year=\"2026\"/>", "root", "calendar", 2},
		"another Project":     {`<Project xmlns="urn:ganttproject"/>`, "namespace", "urn:ganttproject", 1},
		"Maven's project":     {`<project xmlns="http://maven.apache.org/POM/4.0.0"/>`, "root", "project", 1},
		"unknown encoding":    {`<?xml version="1.0" encoding="EBCDIC"?><Project/>`, "encoding", "ebcdic", 1},
		"broken utf-8":        {inProject("\n\n<Title>\xCF\xEB\xE0\xED</Title>"), "encodingBytes", "utf-8", 3},
		"half a letter":       {"\xFF\xFE<", "truncated", "", 0},
		"a lone surrogate":    {"\xFF\xFE<\x00\x00\xD8", "encodingBytes", "utf-16", 0},
		"crossed tags":        {inProject("<Tasks></Task>"), "syntax", "unexpected end tag Task", 1},
		"truncated in a tag":  {`<Project xmlns="http://schemas.microsoft.com/project"><Tas`, "truncated", "", 1},
		"truncated in text":   {`<Project xmlns="http://schemas.microsoft.com/project"><Title>Пл`, "truncated", "", 1},
		"truncated behind":    {`<Project xmlns="http://schemas.microsoft.com/project">` + "\n<Tasks>\n", "truncated", "", 3},
		"more behind the end": {`<Project xmlns="http://schemas.microsoft.com/project"/><a/>`, "syntax", "more behind the end", 1},
		"text behind the end": {`<Project xmlns="http://schemas.microsoft.com/project"/>а`, "syntax", "more behind the end", 1},
		"an attribute twice":  {inProject(`<Title a="1" a="2"/>`), "syntax", "an attribute stands twice in Title", 1},
		"unknown entity":      {inProject("<Title>&nbsp;</Title>"), "entity", "", 1},
		"Project 2007":        {inProject("<Calendars><Calendar><UID>1</UID>\n<><WorkWeek/></></Calendar></Calendars>"), "emptyTag", "", 2},
		"external entity":     {`<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]><Project>&x;</Project>`, "doctype", "", 1},
		"a doctype within":    {inProject(`<!DOCTYPE a>`), "doctype", "", 1},
	} {
		t.Run(name, func(t *testing.T) {
			f := refused(t, x.source, Limits{})
			if f.Code != x.code || f.Line != x.line || x.args != "" && strings.Join(f.Args, ",") != x.args {
				t.Errorf("got %v", f)
			}
			if f.Element == "" && f.UID != -1 || f.Problem().Code != "mspdi."+f.Code {
				t.Errorf("UID %d, problem %v", f.UID, f.Problem())
			}
		})
	}
}

// A fault within a record names it.
func TestFaultNamesTheRecord(t *testing.T) {
	f := refused(t, inProject("<Tasks><Task><UID>12</UID>\n<Name>А</Task></Tasks>"), Limits{})
	equal(t, "fault", f.Error(), "mspdi: syntax (unexpected end tag Task) in Task 12 at line 2")
	equal(t, "column", f.Column, 15) // behind "<Name>А</Task>"
}

// A bomb of entities never gets as far as its entities.
func TestEntityBomb(t *testing.T) {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE lolz [<!ENTITY l0 "ха">`)
	for i := 1; i < 10; i++ {
		n := strconv.Itoa(i)
		b.WriteString("<!ENTITY l" + n + ` "` + strings.Repeat("&l"+strconv.Itoa(i-1)+";", 10) + `">`)
	}
	b.WriteString("]><Project><Title>&l9;</Title></Project>")
	equal(t, "code", refused(t, b.String(), Limits{}).Code, "doctype")
}

func TestLimits(t *testing.T) {
	equal(t, "bytes", refused(t, inProject(strings.Repeat(" ", 100)), Limits{Bytes: 100}).Args, []string{"100"})
	equal(t, "elements", refused(t, inProject(strings.Repeat("<a/>", 10)), Limits{Elements: 10}).Code, "tooMany")
	parse(t, inProject(strings.Repeat("<a/>", 1000)))
	deep := inProject(strings.Repeat("<a>", 100_000) + strings.Repeat("</a>", 100_000))
	equal(t, "depth", refused(t, deep, Limits{}).Code, "tooDeep")
	f := refused(t, inProject(strings.Repeat("<a>", 20)+strings.Repeat("</a>", 20)), Limits{Depth: 20})
	equal(t, "depth", f.Args, []string{"20"})
}

// Every beginning of a good file is refused, and none of them stops the program.
func TestTruncatedAnywhere(t *testing.T) {
	b, err := os.ReadFile("testdata/losses.xml")
	if err != nil {
		t.Fatal(err)
	}
	whole := strings.TrimSpace(string(b))
	for n := 0; n < len(whole); n++ {
		if _, err := Read(strings.NewReader(whole[:n]), Limits{}); err == nil {
			t.Fatalf("%d of %d bytes were taken for a file", n, len(whole))
		}
	}
}

func TestBrokenReader(t *testing.T) {
	_, err := Read(io.MultiReader(strings.NewReader("<Project"), iotest.ErrReader(os.ErrDeadlineExceeded)), Limits{})
	if !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}

func TestMissingAndDuplicateUIDs(t *testing.T) {
	_, err := Read(strings.NewReader(inProject(`<Calendars><Calendar><Name>А</Name></Calendar></Calendars>
		<Tasks><Task><UID>1</UID></Task>
		<Task><UID>1</UID></Task>
		<Task><UID>один</UID></Task></Tasks>
		<Resources><Resource><UID>7</UID></Resource><Resource><UID>7</UID></Resource></Resources>`)), Limits{})
	var fs Faults
	if !errors.As(err, &fs) {
		t.Fatalf("got %v", err)
	}
	var got []string
	for _, f := range fs {
		got = append(got, f.Code+" "+f.Element+" "+strconv.Itoa(f.Line)+" "+strings.Join(f.Args, ","))
	}
	equal(t, "faults", got, []string{"uidMissing Calendar 1 ", "uidDuplicate Task 3 1,2", "uidMissing Task 4 ", "uidDuplicate Resource 5 7,5"})
}

func TestOddAssignmentsAndLinks(t *testing.T) {
	f := parse(t, inProject(`<Tasks><Task><UID>1</UID><Name>А</Name><OutlineLevel>1</OutlineLevel><CalendarUID>9</CalendarUID>
		<PredecessorLink><PredecessorUID>1</PredecessorUID></PredecessorLink><PredecessorLink><PredecessorUID>8</PredecessorUID></PredecessorLink><PredecessorLink/></Task></Tasks>
		<Resources><Resource><UID>1</UID><CalendarUID>9</CalendarUID></Resource></Resources>
		<Assignments><Assignment><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID></Assignment>
		<Assignment><UID>1</UID><TaskUID>2</TaskUID><ResourceUID>3</ResourceUID></Assignment>
		<Assignment><UID>1</UID><TaskUID>1</TaskUID><ResourceUID>-65535</ResourceUID></Assignment></Assignments>`))
	equal(t, "notes", codes(f.Notes), []string{
		"linkSelf Task/PredecessorLink", "linkMissing Task/PredecessorLink", "linkMissing Task/PredecessorLink", "calendarMissing Task/CalendarUID",
		"uidMissing Assignment/UID", "taskMissing Assignment/TaskUID", "resourceMissing Assignment/ResourceUID", "uidDuplicate Assignment/UID",
		"calendarMissing Resource/CalendarUID",
	})
	same(t, f, again(t, f))
}

func TestDatesFarAway(t *testing.T) {
	f := parse(t, inTask(`<Start>0001-01-01T00:00:00</Start><Finish>9999-12-31T23:59:59</Finish><Deadline>NA</Deadline><LateStart>1900-01-01T00:00:00</LateStart><LateFinish>2200-12-31T00:00:00</LateFinish>`))
	equal(t, "notes", codes(f.Notes), []string{"dateRange Task/Start", "dateRange Task/Finish"})
	equal(t, "start", f.Tasks[0].Start.IsZero(), true)
	equal(t, "early enough", f.Tasks[0].LateStart, at("1900-01-01"))
	same(t, f, again(t, f))
}

func TestLongAndOddDurations(t *testing.T) {
	f := parse(t, inTask(`<Duration>PT9999999H0M0S</Duration><Work>P1Y</Work><ActualWork>PT0H0M0.5S</ActualWork><RemainingWork>8</RemainingWork>`))
	equal(t, "notes", codes(f.Notes), []string{"durationLong Task/Duration", "duration Task/Work", "rounded Task/ActualWork", "duration Task/RemainingWork"})
	same(t, f, again(t, f))
}

func TestTenMegabytesOnOneLine(t *testing.T) {
	long := strings.Repeat("Ж", 5<<20)
	f := parse(t, inTask("<Notes>"+long+"</Notes><Unknown>"+long+"</Unknown>"))
	equal(t, "note", len(f.Tasks[0].Notes), 10<<20)
	f = parse(t, inTask("<Priority>"+long+"</Priority>"))
	if n := len(f.Notes[0].Args[0]); n > 200 {
		t.Errorf("%d bytes of the text are in the note", n)
	}
}

func TestNotesAreCounted(t *testing.T) {
	f := parse(t, inTask(strings.Repeat("<PredecessorLink><LinkLag>x</LinkLag></PredecessorLink>", maxNotes+5)))
	last := f.Notes[len(f.Notes)-1]
	equal(t, "kept", len(f.Notes), maxNotes+1)
	equal(t, "last", [2]any{last.Code, last.Args[0]}, [2]any{"more", strconv.Itoa(maxNotes + 10)}) // a number and a missing link each
}

// Rules for all the years that there are, in calendars without end, take
// bounded time.
func TestHostileCalendars(t *testing.T) {
	const rule = `<Exception><TimePeriod><FromDate>1900-01-01T00:00:00</FromDate><ToDate>2200-12-31T23:59:00</ToDate></TimePeriod><Type>7</Type><Period>1</Period></Exception>`
	var b strings.Builder
	for i := 1; i <= 2000; i++ {
		n := strconv.Itoa(i)
		b.WriteString("<Calendar><UID>" + n + "</UID><BaseCalendarUID>" + strconv.Itoa(i+1) + "</BaseCalendarUID><Exceptions>" + strings.Repeat(rule, 20) + "</Exceptions></Calendar>")
	}
	from := time.Now()
	f := parse(t, inProject("<Calendars>"+b.String()+"</Calendars>"))
	losses := f.Losses()
	f.View(1)
	if took := time.Since(from); took > time.Minute {
		t.Errorf("took %v", took)
	}
	equal(t, "told", losses[len(losses)-1].Code, "calendarLong")
}
