package table

import (
	"reflect"
	"strings"
	"testing"

	"portfel/data"
)

func readPlan(t *testing.T, text string) (Plan, []Fault) {
	t.Helper()
	p, faults, err := ReadPlan(mustRead(t, []byte(text)))
	if err != nil {
		t.Fatal(err)
	}
	return p, faults
}

func TestAPlanIsReadAsWritten(t *testing.T) {
	p, faults := readPlan(t, `id,parent,name,duration_days,predecessors,resource,effort_h,start,deadline
1,,Диагностика,,,,,,
1.1,1,Интервью с ЦФО,5,,Кузнецова;Ласточкин,Кузнецова:24;Ласточкин:32,2026-11-30,
1.2,1,Анализ  форм,"2,5",1.1FS+2d,Громов,"16,5",,04.12.2026
В,,Веха,0,1.2,,,,
`)
	if len(faults) > 0 {
		t.Fatalf("faults %+v", faults)
	}
	want := []PlanRow{
		{Line: 2, ID: "1", Name: "Диагностика"},
		{Line: 3, ID: "1.1", Parent: "1", Name: "Интервью с ЦФО", Duration: data.Days(5), Resources: []string{"Кузнецова", "Ласточкин"},
			Efforts: []NamedEffort{{"Кузнецова", data.Hours(24)}, {"Ласточкин", data.Hours(32)}}, Start: data.NewDate(2026, 11, 30)},
		{Line: 4, ID: "1.2", Parent: "1", Name: "Анализ форм", Duration: data.Span{Amount: 2500, Unit: data.WorkDays}, Links: "1.1FS+2d", Resources: []string{"Громов"},
			Effort: 990, Deadline: data.NewDate(2026, 12, 4)},
		{Line: 5, ID: "В", Name: "Веха", Duration: data.Days(0), Links: "1.2"},
	}
	for i, w := range want {
		if !reflect.DeepEqual(p.Rows[i], w) {
			t.Errorf("row %d: %+v\nwant %+v", i, p.Rows[i], w)
		}
	}
}

func TestFaultsNameLineColumnAndValue(t *testing.T) {
	for _, c := range []struct{ row, want string }{
		{";;Без номера;1;;;;;", "2 № required"},
		{"1;;;1;;;;;", "2 Задача required"},
		{"1;;А;пять;;;;;", "2 Дней table.days пять 20000"},
		{"1;;А;NaN;;;;;", "2 Дней table.days NaN 20000"},
		{"1;;А;-1;;;;;", "2 Дней table.days -1 20000"},
		{"1;;А;1e9;;;;;", "2 Дней table.days 1e9 20000"},
		{"1;;А;1;;;Иванов:x;;", "2 Часы table.hours Иванов:x"},
		{"1;;А;1;;;\"Иванов:1;иванов:2\";;", "2 Часы table.nameTwice иванов"},
		{"1;;А;1;;;-4;;", "2 Часы table.hours -4"},
		{"1;;А;1;;;;31.02.2026;", "2 Старт table.date 31.02.2026"},
		{"1;;А;1;;;;;2026-13-01", "2 Срок table.date 2026-13-01"},
		{"1;9;А;1;;;;;", "2 Родитель table.noParent 9"},
		{"1;1;А;1;;;;;", "2 Родитель table.ownParent 1"},
	} {
		_, faults := readPlan(t, "№;Родитель;Задача;Дней;Предшественники;Исполнитель;Часы;Старт;Срок\n"+c.row+"\n")
		if len(faults) != 1 || show(faults[0]) != c.want {
			t.Errorf("%s: %+v, want %s", c.row, faults, c.want)
		}
	}
}

func show(f Fault) string {
	return strings.TrimSpace(strings.Join(append([]string{two(f.Line)[1:], f.Column, f.What.Code}, f.What.Args...), " "))
}

func TestEveryFaultOfASourceIsTold(t *testing.T) {
	_, faults := readPlan(t, "id;parent;name\n1;2;А\n2;1;Б\n2;;В\n3;;\n")
	var got []string
	for _, f := range faults {
		got = append(got, show(f))
	}
	want := []string{"5 name required", "4 id table.idTwice 2 3", "2 parent table.parentCircle 2", "3 parent table.parentCircle 1"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// Row i stands on line i+2 at level i+1: the levels 51 to 56 are refused.
func TestNestingIsBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString("id;parent;name\n0;;А\n")
	for i := 1; i <= MaxDepth+5; i++ {
		b.WriteString(itoa(i) + ";" + itoa(i-1) + ";А\n")
	}
	_, faults := readPlan(t, b.String())
	if len(faults) != 6 || faults[0].What.Code != "table.depth" || faults[0].Line != MaxDepth+2 {
		t.Errorf("%+v", faults)
	}
}

func itoa(n int) string { return data.Thousandths(int64(n) * 1000) }

func TestOtherTablesAreNotPlans(t *testing.T) {
	_, _, err := ReadPlan(mustRead(t, []byte("trip;depart;arrive\n")))
	if got := codeOf(err); got != "table.notPlan trip, depart, arrive" {
		t.Errorf("%s", got)
	}
}

func TestAPlanWithoutTasksIsNone(t *testing.T) {
	_, _, err := ReadPlan(mustRead(t, []byte("id,parent,name,duration_days\n")))
	if got := codeOf(err); got != "table.noTasks " {
		t.Errorf("%s", got)
	}
}

func FuzzReadPlan(f *testing.F) {
	f.Add([]byte(russian))
	f.Add([]byte("id,parent,name,duration_days,predecessors,resource,effort_h\n1,,\"А, Б\",2.5,2FS+1d,R01,8\n2,1,В,0,,,\n"))
	f.Add(utf16Bytes(russian, true, true))
	f.Add([]byte("\xff\xfe\"\n"))
	f.Add([]byte("id,name\n1,\xcf\xf0\xe8\n2,Мир\n"))
	f.Add([]byte("a\tb\n\"x\ty\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		tab, err := Read(strings.NewReader(string(b)))
		if err != nil {
			return
		}
		for _, r := range tab.Rows {
			if len(r.Cells) != len(tab.Header) || r.Line < 1 {
				t.Fatalf("row %+v under %d columns", r, len(tab.Header))
			}
		}
		p, faults, err := ReadPlan(tab)
		if err == nil && len(faults) == 0 {
			for _, r := range p.Rows {
				if r.ID == "" || r.Name == "" || r.Effort < 0 || r.Duration.Amount < 0 {
					t.Fatalf("accepted %+v", r)
				}
			}
		}
	})
}
