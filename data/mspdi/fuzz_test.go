package mspdi

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// FuzzRead feeds any bytes: they are refused by a Fault, or they are a file that
// can be asked everything, written and read equal.
func FuzzRead(f *testing.F) {
	list, err := filepath.Glob("testdata/*.xml")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range list {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	for _, s := range []string{
		"", "<Project/>", `<!DOCTYPE a><a/>`, "\xFF\xFE<\x00a\x00",
		`<?xml version="1.0" encoding="windows-1251"?><Project><Title>` + "\xCF\xEB\xE0\xED" + `</Title></Project>`,
		inTask(`<Start>0001-01-01T00:00:00</Start><Duration>-PT8H</Duration><x:a xmlns:x="u" x:b="1"/>`),
		inProject(`<Calendars a="1"><Calendar><UID>1</UID><BaseCalendarUID>1</BaseCalendarUID><WeekDays><WeekDay><DayType>0</DayType></WeekDay></WeekDays></Calendar></Calendars>`),
		inProject(`<Calendars><Calendar><UID>1</UID><Exceptions><Exception><TimePeriod><FromDate>2026-01-01T00:00:00</FromDate><ToDate>2030-01-01T00:00:00</ToDate></TimePeriod><Type>5</Type><Period>2</Period></Exception></Exceptions></Calendar></Calendars>`),
		`<p:Project xmlns:p="http://schemas.microsoft.com/project/2007" xmlns="urn:x"><a p:b="1"/><p:Tasks><p:Task><p:UID>1</p:UID></p:Task></p:Tasks></p:Project>`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) > 1<<16 {
			return
		}
		file, err := Read(bytes.NewReader(b), Limits{Bytes: 1 << 17, Elements: 10_000, Depth: 30})
		if err != nil {
			var one Fault
			var many Faults
			if !errors.As(err, &one) && !errors.As(err, &many) {
				t.Fatalf("no Fault: %v", err)
			}
			return
		}
		ask(file)
		var out, twice bytes.Buffer
		if err := Write(&out, file); err != nil {
			t.Fatalf("what was read is not written: %v", err)
		}
		back, err := Read(bytes.NewReader(out.Bytes()), Limits{})
		if err != nil {
			t.Fatalf("what was written is not read: %v\n%s", err, out.Bytes())
		}
		same(t, file, back)
		if err := Write(&twice, back); err != nil || !bytes.Equal(out.Bytes(), twice.Bytes()) {
			t.Fatalf("%v, or other bytes:\n%s\n%s", err, out.Bytes(), twice.Bytes())
		}
	})
}

// ask calls everything that a reader calls.
func ask(f *File) {
	f.Losses()
	f.Parents()
	for i := range f.Calendars {
		if i == 3 {
			break
		}
		v := f.View(f.Calendars[i].UID)
		for k := range f.Tasks {
			v.FinishDay(f.Tasks[k].Finish)
			v.StartDay(f.Tasks[k].Start)
		}
	}
	for i := range f.Tasks {
		t := &f.Tasks[i]
		f.Project.Length(f.Project.Span(t.Duration, t.DurationFormat))
		for k := range t.Links {
			f.Project.Lag(&t.Links[k])
		}
	}
	c := *f
	c.Tasks = append([]Task(nil), f.Tasks...)
	c.Number()
}

// FuzzExtra writes a fragment of any hands: it is refused, or what is written
// reads again and stays as it is from then on.
func FuzzExtra(f *testing.F) {
	for _, s := range []string{
		"<a/>", `<?after Name?><a b="1"/>`, `<?at . a="1"?><?at Name x:b="1"?>`, `<?in Tasks?><a/>`, "<a>", "<!DOCTYPE a>", "<Rollup>1</Rollup>",
		`<x:a xmlns:x="u"/>`, `<?at . a="1"/><b c="?>`, `<UID>7</UID>`, `<Baseline/>`, `<?after UID?>`, `<a xmlns="u"/>`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, extra string) {
		if len(extra) > 1<<14 {
			return
		}
		var out bytes.Buffer
		if err := Write(&out, &File{Tasks: []Task{{UID: 1, Name: "А", OutlineLevel: 1, Extra: extra}}}); err != nil {
			return
		}
		one, err := Read(bytes.NewReader(out.Bytes()), Limits{})
		if err != nil {
			t.Fatalf("what was written is not read: %v\n%s", err, out.Bytes())
		}
		same(t, one, again(t, one))
	})
}
