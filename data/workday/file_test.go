package workday

import (
	"strings"
	"testing"

	"portfel/assets"
	"portfel/data"
)

const sampleXML = `<?xml version="1.0" encoding="UTF-8"?>
<calendar year="2027" lang="ru" date="2026.09.01" country="ru">
 <holidays>
  <holiday id="1" title="Новогодние каникулы" />
 </holidays>
 <days>
  <day d="01.01" t="1" h="1" />
  <day d="11.13" t="3" />
  <day d="02.20" t="2" />
  <day d="11.05" t="1" f="11.13" />
 </days>
</calendar>`

func TestYearFromPublicFile(t *testing.T) {
	f, err := Parse([]byte(sampleXML))
	if err != nil {
		t.Fatal(err)
	}
	c := russia(t).Overlay(f.Days)
	if c.Minutes(day("2027-11-13")) != Regular || c.Minutes(day("2027-02-20")) != Short || c.Title(day("2027-01-01")) != "Новогодние каникулы" {
		t.Error("the days of the file do not count")
	}
	if d, _ := c.On(day("2027-11-05")); d.MovedFrom != day("2027-11-13") {
		t.Errorf("moved day off: %+v", d)
	}
	if alone := f.Calendar(); !alone.Confirmed(2027) || alone.HasData(2026) {
		t.Error("the year of the file")
	}
}

func TestBadXMLNamesTheLine(t *testing.T) {
	for name, x := range map[string]struct{ from, to, want string }{
		"month":    {`d="11.13"`, `d="13.13"`, "line 8: "},
		"no day":   {`d="02.20"`, `d="02.30"`, "line 9: "},
		"moved":    {`f="11.13"`, `f="soon"`, "line 10: "},
		"twice":    {`d="02.20"`, `d="11.13"`, "line 9: "},
		"year":     {`year="2027"`, `year="99999"`, "line 2: "},
		"no year":  {`year="2027"`, ``, "line 2: "},
		"cut":      {`</days>`, ``, "line 12: "},
		"entity":   {`title="Н`, `title="&bomb;`, "line 4: "},
		"encoding": {`UTF-8`, `koi8-r`, "line 1: "},
		"second":   {`</days>`, `</days><calendar year="2028"/>`, "line 11: "},
		"empty":    {sampleXML, "<a/>", "line 1: "},
	} {
		_, err := Parse([]byte(strings.Replace(sampleXML, x.from, x.to, 1)))
		if err == nil || !strings.HasPrefix(err.Error(), x.want) {
			t.Errorf("%s: %v, want %s...", name, err, x.want)
		}
	}
}

func TestBadRowsNameTheLine(t *testing.T) {
	head := columns + "\n2026-01-01\toff\t\t\t\n"
	for _, x := range []struct{ row, want string }{
		{"2026-01-02\toff", "line 3: 2 columns"},
		{"2026-02-30\toff\t\t\t", "line 3: date"},
		{"2026-01-02\tfree\t\t\t", "line 3: kind"},
		{"2026-01-02\toff\t\tx\t", "line 3: date"},
		{"2026-01-01\toff\t\t\t", "line 3: 2026-01-01 stands twice"},
		{"0001-01-01\toff\t\t\t", "line 3: date 0001-01-01 is not between"},
	} {
		_, err := Parse([]byte(head + x.row))
		if err == nil || !strings.HasPrefix(err.Error(), x.want) {
			t.Errorf("%q: %v", x.row, err)
		}
	}
	if _, err := Parse(nil); err == nil {
		t.Error("an empty file is a calendar")
	}
	f, err := Parse([]byte("\xef\xbb\xbf" + strings.ReplaceAll(head, "\n", "\r\n")))
	if err != nil || len(f.Days) != 1 {
		t.Errorf("byte order mark and CRLF: %v, %v", f, err)
	}
}

func FuzzParse(f *testing.F) {
	ru, err := assets.Calendar.ReadFile("calendar/ru.tsv")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(ru[:400])
	f.Add([]byte(sampleXML))
	f.Add([]byte("<calendar year='2026'><day d='12.31' t='1'/></calendar>"))
	f.Add([]byte(columns + "\n2200-12-31\twork\t\t\t\n1900-01-01\toff\t\t\t"))
	f.Fuzz(func(t *testing.T, b []byte) {
		file, err := Parse(b)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "line ") {
				t.Errorf("%v names no line", err)
			}
			return
		}
		c := file.Calendar()
		for _, d := range file.Days {
			if c.IsWorking(d.Date) != (d.Type != data.DayIsOff) {
				t.Errorf("%s is worked: %v, the file says %s", d.Date, c.IsWorking(d.Date), d.Type)
			}
		}
	})
}
