package table

import (
	"strings"

	"portfel/data"
)

// PeopleColumns are the columns of a list of people.
var PeopleColumns = []Column{
	{"person", []string{"человек", "сотрудник", "фио", "имя"}},
	{"position", []string{"должность"}},
	{"grade", []string{"ступень", "грейд"}},
	{"hours_week", []string{"часов в неделю", "неделя"}},
	{"cost_rate", []string{"ставка", "ставка затрат", "себестоимость часа"}},
	{"bill_rate", []string{"ставка клиенту", "ставка продажи", "цена часа"}},
}

// PersonRow is a row of a list of people. A rate of a column that is not there,
// or is empty, is not given.
type PersonRow struct {
	Line     int
	Name     string
	Position string
	Grade    data.Grade
	Week     data.Minutes
	HasWeek  bool
	Cost     data.Money
	HasCost  bool
	Bill     data.Money
	HasBill  bool
}

// People is a source that lists people.
type People struct {
	Columns Columns
	Rows    []PersonRow // without those that have a fault
}

// grades are the words of the grades that a list may use beside the codes.
var grades = map[string]data.Grade{
	"стажер": data.GradeTrainee, "ассистент": data.GradeAssistant, "помощник": data.GradeAssistant, "помощник аналитика": data.GradeAssistant, "аналитик": data.GradeAnalyst, "ведущий аналитик": data.GradeLead,
	"ведущий": data.GradeLead, "консультант": data.GradeConsultant, "руководитель проектов": data.GradeManager, "менеджер": data.GradeManager, "руководитель проекта": data.GradeManager,
	"руководитель отдела": data.GradeHead, "начальник отдела": data.GradeHead, "руководитель": data.GradeHead,
}

// ReadPeople reads a list of people; the rows with a fault are told, the others
// stand.
func ReadPeople(t Table) (People, []Fault, error) {
	first := map[string]int{}
	c, rows, faults, err := readRows(t, PeopleColumns, func(r *rowReader, row Row) PersonRow {
		x := r.person(row)
		if line, twice := first[data.Fold(x.Name)]; twice && x.Name != "" {
			r.fault(row, "person", x.Name, "sheetrow.twice", Number(line))
		}
		first[data.Fold(x.Name)] = row.Line
		return x
	})
	return People{c, rows}, faults, err
}

func (r *rowReader) person(row Row) PersonRow {
	x := PersonRow{Line: row.Line, Name: name(r.cell(row, "person")), Position: r.cell(row, "position")}
	if x.Name == "" {
		r.fault(row, "person", x.Name, "sheetrow.person")
	}
	if s := r.cell(row, "grade"); s != "" {
		x.Grade = gradeOf(s)
		if x.Grade == "" {
			r.fault(row, "grade", x.Name, "sheetrow.grade", s, joined(data.Grades))
		}
	}
	if s := r.cell(row, "hours_week"); s != "" {
		m, ok := hours(s)
		if x.Week, x.HasWeek = m, true; !ok || m > data.Hours(168) {
			r.fault(row, "hours_week", x.Name, "sheetrow.hours", s)
		}
	}
	x.Cost, x.HasCost = r.money(row, "cost_rate", x.Name)
	x.Bill, x.HasBill = r.money(row, "bill_rate", x.Name)
	return x
}

// money reads an amount of roubles; «2 500,50 ₽» is one too.
func (r *rowReader) money(row Row, column, name string) (data.Money, bool) {
	s := r.cell(row, column)
	if s == "" {
		return 0, false
	}
	n, ok := decimal(strings.TrimSpace(strings.TrimSuffix(s, "₽")))
	if !ok || n < 0 {
		r.fault(row, column, name, "sheetrow.money", s)
		return 0, false
	}
	return data.Money((n + 5) / 10), true
}

func gradeOf(s string) data.Grade {
	key := data.Fold(s)
	for _, g := range data.Grades {
		if key == string(g) {
			return g
		}
	}
	return grades[key]
}

// name is a name without doubled spaces.
func name(s string) string { return strings.Join(strings.Fields(s), " ") }

// joined lists codes.
func joined[S ~string](list []S) string {
	all := make([]string, len(list))
	for i, s := range list {
		all[i] = string(s)
	}
	return strings.Join(all, ", ")
}
