package mspdi

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
)

// maker makes random sources: known elements in any order with good and bad
// values, elements and attributes of others, prefixes declared far and near.
type maker struct {
	*rand.Rand
	b strings.Builder
	p string // prefix of MS Project's names
}

func (m *maker) pick(list ...string) string { return list[m.Intn(len(list))] }

func (m *maker) attributes() string {
	return m.pick("", "", "", ` a="1"`, ` x:a="&lt;2"`, ` xmlns:y="urn:y" y:b='3"'`, ` x:a="1" a="?>"`)
}

func (m *maker) foreign() {
	m.b.WriteString(m.pick("<x:f/>", `<x:f a="1">т&amp;<b/></x:f>`, `<g xmlns="urn:g"><h/></g>`, `<y:f xmlns:y="urn:y" x:q="1"/>`,
		"<"+m.p+"Foreign>1</"+m.p+"Foreign>", "<"+m.p+"Foreign><"+m.p+"UID>1</"+m.p+"UID></"+m.p+"Foreign>", "<!-- c -->", "<?after Name?>", "<?pi ?>", "<i><![CDATA[<]]></i>", "<u:undeclared/>"))
}

func (m *maker) value() string {
	return m.pick("1", "0", "7", "-1", "true", "x", "", " ", "2026-03-02T09:00:00", "2026-03-02T09:00:07+03:00", "2026-06-30T00:00:00", "0001-01-01T00:00:00", "NA",
		"PT8H0M0S", "PT8H0M30.5S", "-PT1H0M0S", "1.5", "0.3333333333", "12345678", "1e3", "09:00:00", "00:00:00", "24:00:00", "Ё &lt;&#13;\n\t ж", "<![CDATA[a]]>b<!-- -->c", "<n/>", "39", "1.2.3")
}

func (m *maker) leaf(name string) {
	fmt.Fprintf(&m.b, "<%s%s%s>%s</%s%s>", m.p, name, m.attributes(), m.value(), m.p, name)
}

func (m *maker) open(name string)  { fmt.Fprintf(&m.b, "<%s%s%s>", m.p, name, m.attributes()) }
func (m *maker) close(name string) { fmt.Fprintf(&m.b, "</%s%s>", m.p, name) }

// parts are the records that a record may hold: bare, or in a collection.
var parts = map[string][][2]string{
	"Project":     {{"ExtendedAttributes", "ExtendedAttributeDefinition"}, {"Calendars", "Calendar"}, {"Tasks", "Task"}, {"Resources", "Resource"}, {"Assignments", "Assignment"}},
	"Calendar":    {{"WeekDays", "WeekDay"}, {"Exceptions", "Exception"}, {"WorkWeeks", "WorkWeek"}},
	"WeekDay":     {{"", "TimePeriod"}, {"WorkingTimes", "WorkingTime"}},
	"Exception":   {{"", "TimePeriod"}, {"WorkingTimes", "WorkingTime"}},
	"WorkWeek":    {{"", "TimePeriod"}, {"WeekDays", "WeekDay"}, {"", "WeekDay"}},
	"Task":        {{"", "PredecessorLink"}, {"", "ExtendedAttribute"}, {"", "Baseline"}},
	"Resource":    {{"", "ExtendedAttribute"}, {"", "Baseline"}, {"AvailabilityPeriods", "AvailabilityPeriod"}, {"Rates", "Rate"}},
	"Assignment":  {{"", "ExtendedAttribute"}, {"", "Baseline"}, {"", "TimephasedData"}},
	"Baseline":    {{"", "TimephasedData"}},
	"WorkingTime": {},
}

var ordersByName = map[string]*order{
	"Project": projectOrder, "ExtendedAttributeDefinition": attributeOrder, "Calendar": calendarOrder, "WeekDay": weekDayOrder,
	"TimePeriod": rangeOrder, "WorkingTime": shiftOrder, "Exception": exceptionOrder, "WorkWeek": workWeekOrder, "Task": taskOrder,
	"PredecessorLink": linkOrder, "ExtendedAttribute": valueOrder, "Baseline": baselineOrder, "Resource": resourceOrder,
	"AvailabilityPeriod": availabilityOrder, "Rate": rateOrder, "Assignment": assignmentOrder,
	"TimephasedData": newOrder("Type UID Start Finish Unit Value"),
}

// record makes a record; uid is its UID, 0 for none.
func (m *maker) record(kind string, uid int) {
	name := strings.TrimSuffix(kind, "Definition")
	if kind != "Project" {
		m.open(name)
	}
	if uid > 0 {
		fmt.Fprintf(&m.b, "<%sUID>%d</%sUID>", m.p, uid, m.p)
	}
	for range m.Intn(8) {
		switch m.Intn(6) {
		case 0:
			m.foreign()
		case 1:
			m.part(kind)
		default:
			names := ordersByName[kind].names
			if n := names[m.Intn(len(names))]; n != "UID" && !m.isPart(kind, n) {
				m.leaf(n)
			}
		}
	}
	if kind != "Project" {
		m.close(name)
	}
}

func (m *maker) isPart(kind, name string) bool {
	for _, p := range parts[kind] {
		if p[0] == name || p[1] == name {
			return true
		}
	}
	return false
}

func (m *maker) part(kind string) {
	list := parts[kind]
	if len(list) == 0 {
		return
	}
	p := list[m.Intn(len(list))]
	if p[0] == "" {
		m.record(p[1], 0)
		return
	}
	m.open(p[0])
	for range m.Intn(4) {
		if m.Intn(5) == 0 {
			m.foreign()
		}
		m.record(p[1], m.uid(p[1]))
	}
	m.close(p[0])
}

func (m *maker) uid(kind string) int {
	switch kind {
	case "Calendar", "Task", "Resource", "Assignment":
		return 1 + m.Intn(1<<30)
	}
	return 0
}

func (m *maker) project() string {
	m.b.Reset()
	uri := m.pick(namespace, namespace, namespace+"/2007")
	m.p = m.pick("", "", "p:")
	switch m.p {
	case "":
		fmt.Fprintf(&m.b, `<Project xmlns="%s" xmlns:x="urn:x"%s>`, uri, m.attributes())
	default:
		fmt.Fprintf(&m.b, `<p:Project xmlns:p="%s" xmlns:x="urn:x"%s%s>`, uri, m.pick("", ` xmlns="urn:d"`), m.attributes())
	}
	for range 1 + m.Intn(3) {
		m.record("Project", 0)
		m.part("Project")
	}
	m.b.WriteString("</" + m.p + "Project>")
	return m.b.String()
}

// Whatever a file holds, writing and reading keeps it, and once written it stays
// byte for byte.
func TestRandomFilesReadEqual(t *testing.T) {
	m := &maker{Rand: rand.New(rand.NewSource(7))}
	for range 4000 {
		source := m.project()
		f, err := Read(strings.NewReader(source), Limits{})
		if err != nil {
			t.Fatalf("%v\n%s", err, source)
		}
		ask(f)
		first := bytesOf(t, f)
		back, err := Read(strings.NewReader(first), Limits{})
		if err != nil {
			t.Fatalf("%v\n%s\n%s", err, source, first)
		}
		same(t, f, back)
		if bytesOf(t, back) != first {
			t.Error("other bytes")
		}
		if t.Failed() {
			t.Fatalf("source:\n%s\nwritten:\n%s", source, first)
		}
	}
}
