package table

import (
	"strconv"

	"portfel/data"
)

// AbsenceColumns are the columns of a list of absences.
var AbsenceColumns = []Column{
	{"person", []string{"человек", "сотрудник", "фио", "имя"}},
	{"kind", []string{"вид", "причина"}},
	{"from", []string{"с", "первый день", "начало"}},
	{"to", []string{"по", "последний день", "конец", "окончание"}},
	{"deputy", []string{"замещает", "заместитель"}},
}

// AbsenceRow is a row of a list of absences; both days count.
type AbsenceRow struct {
	Line     int
	Name     string
	Kind     data.AbsenceKind
	From, To data.Date
	Deputy   string
}

// Absences is a source that lists absences.
type Absences struct {
	Columns Columns
	Rows    []AbsenceRow // without those that have a fault
}

// absences are the words of the reasons beside the codes.
var absences = map[string]data.AbsenceKind{
	"отпуск": data.Vacation, "ежегодный отпуск": data.Vacation, "без сохранения": data.Unpaid, "за свой счет": data.Unpaid, "отпуск без сохранения": data.Unpaid,
	"без содержания": data.Unpaid, "больничный": data.Sick, "болезнь": data.Sick, "учеба": data.Study, "учебный отпуск": data.Study, "отгул": data.DayOff,
}

// ReadAbsences reads a list of absences; the rows with a fault are told, the
// others stand. Without a kind an absence is a vacation.
func ReadAbsences(t Table) (Absences, []Fault, error) {
	c, rows, faults, err := readRows(t, AbsenceColumns, (*rowReader).absence)
	return Absences{c, rows}, faults, err
}

func (r *rowReader) absence(row Row) AbsenceRow {
	x := AbsenceRow{Line: row.Line, Name: name(r.cell(row, "person")), Kind: data.Vacation, Deputy: name(r.cell(row, "deputy"))}
	if x.Name == "" {
		r.fault(row, "person", x.Name, "sheetrow.person")
	}
	if s := r.cell(row, "kind"); s != "" {
		if x.Kind = absenceKind(s); x.Kind == "" {
			r.fault(row, "kind", x.Name, "sheetrow.kind", s, joined(data.AbsenceKinds))
		}
	}
	from, to := r.day(row, "from", x.Name), r.day(row, "to", x.Name)
	if from.ok && to.ok && (from.day.IsZero() || to.day.IsZero()) {
		r.fault(row, "from", x.Name, "sheetrow.dates")
	}
	x.From, x.To = from.day, to.day
	return x
}

func absenceKind(s string) data.AbsenceKind {
	key := data.Fold(s)
	for _, k := range data.AbsenceKinds {
		if key == string(k) {
			return k
		}
	}
	return absences[key]
}

// dateCell is a date that was read, or not.
type dateCell struct {
	day data.Date
	ok  bool
}

func problem(code string, args []string) data.Problem { return data.Problem{Code: code, Args: args} }

// Number writes a line number for a sentence.
func Number(n int) string { return strconv.Itoa(n) }
