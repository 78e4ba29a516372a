package mspdi

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// What is not of the schema stays behind its neighbour; what is goes to its
// place.
func TestUnknownElementsKeepTheirPlace(t *testing.T) {
	f := parse(t, inProject(`<Tasks><Task>
		<First/>
		<Rollup>1</Rollup>
		<UID>5</UID>
		<Name>А</Name>
		<AfterName a="1"><b>текст</b></AfterName>
		<AfterName2/>
		<OutlineLevel>1</OutlineLevel>
		<HideBar>1</HideBar>
		<AfterHideBar/>
		<CommitmentType>0</CommitmentType>
		<Last/>
	</Task></Tasks>`))
	equal(t, "extra", f.Tasks[0].Extra, `<?after .?><First/>`+
		`<?after Name?><AfterName a="1"><b>текст</b></AfterName><?after Name?><AfterName2/>`+
		`<HideBar>1</HideBar><?after HideBar?><AfterHideBar/><Rollup>1</Rollup><CommitmentType>0</CommitmentType><?after CommitmentType?><Last/>`)
	got := children(t, bytesOf(t, f))["Task"][0]
	equal(t, "written", strings.Join(got, " "), "First UID Name AfterName AfterName2 OutlineLevel HideBar AfterHideBar Rollup CommitmentType Last")
	same(t, f, again(t, f))
}

func TestUnknownElementsOnEveryLevel(t *testing.T) {
	const x = `<x:Чужое xmlns:x="urn:x">1</x:Чужое>`
	f := parse(t, inProject(x+
		`<ExtendedAttributes>`+x+`<ExtendedAttribute><FieldID>1</FieldID>`+x+`</ExtendedAttribute></ExtendedAttributes>`+
		`<Calendars>`+x+`<Calendar><UID>1</UID>`+x+`<WeekDays>`+x+`<WeekDay><DayType>1</DayType>`+x+`<WorkingTimes>`+x+`</WorkingTimes></WeekDay></WeekDays>`+
		`<Exceptions><Exception>`+x+`<TimePeriod><FromDate>2026-01-01T00:00:00</FromDate>`+x+`</TimePeriod></Exception></Exceptions><WorkWeeks><WorkWeek>`+x+`</WorkWeek></WorkWeeks></Calendar></Calendars>`+
		`<Tasks>`+x+`<Task><UID>1</UID><Name>А</Name><OutlineLevel>1</OutlineLevel>`+x+`<PredecessorLink><PredecessorUID>1</PredecessorUID>`+x+`</PredecessorLink><Baseline>`+x+`</Baseline></Task></Tasks>`+
		`<Resources>`+x+`<Resource><UID>1</UID>`+x+`<Rates>`+x+`<Rate>`+x+`</Rate></Rates><AvailabilityPeriods>`+x+`</AvailabilityPeriods></Resource></Resources>`+
		`<Assignments>`+x+`<Assignment><UID>1</UID>`+x+`</Assignment></Assignments>`))
	s := bytesOf(t, f)
	equal(t, "kept", strings.Count(s, x), 22)
	same(t, f, parse(t, s))
	equal(t, "again", bytesOf(t, parse(t, s)), s)
}

func TestUnknownAttributes(t *testing.T) {
	f := parse(t, `<Project xmlns="http://schemas.microsoft.com/project" xmlns:x="urn:x" x:a="1">
		<Title lang="ru">План</Title>
		<Tasks count="1"><Task x:b="&lt;&quot;2?>" c='3'><UID>1</UID><Name x:d="4">А</Name><OutlineLevel>1</OutlineLevel></Task></Tasks></Project>`)
	s := bytesOf(t, f)
	for _, want := range []string{
		`<Project xmlns="http://schemas.microsoft.com/project" xmlns:x="urn:x" x:a="1">`,
		`<Title lang="ru">План</Title>`, `<Tasks count="1">`,
		`<Task x:b="&lt;&#34;2?&gt;" c="3" xmlns:x="urn:x">`, `<Name x:d="4" xmlns:x="urn:x">А</Name>`,
	} {
		if !strings.Contains(s, want) {
			t.Errorf("no %s in\n%s", want, s)
		}
	}
	same(t, f, parse(t, s))
}

// A value that is not understood goes back as it was, until a new one is set.
func TestWrongValuesGoBack(t *testing.T) {
	f := parse(t, inTask(`<Priority kind="x">высокий</Priority><Start>завтра</Start><Type>9</Type><Milestone>да</Milestone><PercentComplete>140</PercentComplete><Duration>-PT8H0M0S</Duration>`))
	equal(t, "notes", codes(f.Notes), []string{"number Task/Priority", "date Task/Start", "enum Task/Type", "flag Task/Milestone", "range Task/PercentComplete", "durationNegative Task/Duration"})
	first := codes(f.Notes)
	equal(t, "range", f.Notes[4].Args, []string{"140", "0", "100"})
	equal(t, "record", [2]any{f.Notes[0].UID, f.Notes[0].Name}, [2]any{5, "Отчёт"})
	equal(t, "priority", f.Tasks[0].Priority, 500)
	s := bytesOf(t, f)
	for _, want := range []string{`<Priority kind="x">высокий</Priority>`, "<Start>завтра</Start>", "<Type>9</Type>", "<Milestone>да</Milestone>", "<PercentComplete>140</PercentComplete>", "<Duration>-PT8H0M0S</Duration>"} {
		if !strings.Contains(s, want) {
			t.Errorf("no %s in\n%s", want, s)
		}
	}
	back := parse(t, s)
	same(t, f, back)
	slices.Sort(first)
	second := codes(back.Notes)
	slices.Sort(second)
	equal(t, "notes again", second, first)

	f.Tasks[0].Start = at("2026-03-02T09:00")
	if s := bytesOf(t, f); strings.Contains(s, "завтра") || !strings.Contains(s, "<Start>2026-03-02T09:00:00</Start>") {
		t.Errorf("the new start does not replace the old text:\n%s", s)
	}
}

func TestRepeatedAndNestedValues(t *testing.T) {
	f := parse(t, inTask(`<Notes>один</Notes><Notes>два</Notes><WBS><b>1</b></WBS>лишнее`))
	equal(t, "first counts", f.Tasks[0].Notes, "один")
	equal(t, "notes", codes(f.Notes), []string{"repeated Task/Notes", "nested Task/WBS", "dropped Task"})
	same(t, f, again(t, f))
}

// A fragment moves to another file with all that it needs.
func TestExtraMovesToANewTask(t *testing.T) {
	f := loadFile(t, "2016.xml")
	moved := &File{Tasks: []Task{{UID: 1, Name: "Перенос", OutlineLevel: 1, Extra: f.Tasks[2].Extra}}}
	back := again(t, moved)
	hints := regexp.MustCompile(`<\?after \w+\?>`) // the neighbours are not all there
	got, want := hints.ReplaceAllString(back.Tasks[0].Extra, ""), hints.ReplaceAllString(f.Tasks[2].Extra, "")
	equal(t, "length", len(got), len(want))
	for _, x := range []string{"<HideBar>0</HideBar>", "<ACWP>3000000.00</ACWP>", `<z:Zebra xmlns:z="urn:example:zoo"/>`, "<BoardColumnUID>0</BoardColumnUID>"} {
		if !strings.Contains(got, x) {
			t.Errorf("no %s in %s", x, got)
		}
	}
}

func TestExtraOfOtherHands(t *testing.T) {
	for name, extra := range map[string]string{
		"open": "<a>", "crossed": "<a></b>", "text": "текст", "doctype": "<!DOCTYPE a><a/>", "entity": "<a>&b;</a>",
	} {
		var f Fault
		err := Write(&strings.Builder{}, &File{Tasks: []Task{{UID: 7, Extra: extra}}})
		if !errors.As(err, &f) || f.Code != "extra" || f.Element != "Task" || f.UID != 7 {
			t.Errorf("%s: got %v", name, err)
		}
	}
	f := &File{Tasks: []Task{{UID: 7, Name: "А", OutlineLevel: 1, Extra: `<Новое/><?at . a="1" b?><?at Name xmlns="urn:x"?><Rollup>1</Rollup>`}}}
	got := children(t, bytesOf(t, f))["Task"][0]
	equal(t, "without a hint it stands last", got[len(got)-2]+" "+got[len(got)-1], "Rollup Новое")
	same(t, parse(t, bytesOf(t, f)), again(t, parse(t, bytesOf(t, f))))
}
