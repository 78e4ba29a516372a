package table

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"portfel/data"
)

func mustRead(t *testing.T, b []byte) Table {
	t.Helper()
	got, err := Read(strings.NewReader(string(b)))
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func codeOf(err error) string {
	var p data.Problem
	if errors.As(err, &p) {
		return p.Code + " " + strings.Join(p.Args, " ")
	}
	return "no problem"
}

const russian = "№;Задача;Дней\n1;Интервью с ЦФО;5\n2;Ёлка «Ы»;4\n"

func utf16Bytes(s string, little, mark bool) []byte {
	u := utf16.Encode([]rune(s))
	if mark {
		u = append([]uint16{0xFEFF}, u...)
	}
	b := make([]byte, 0, 2*len(u))
	for _, c := range u {
		if little {
			b = append(b, byte(c), byte(c>>8))
		} else {
			b = append(b, byte(c>>8), byte(c))
		}
	}
	return b
}

func TestEveryEncodingOfTheSameTextIsTheSameTable(t *testing.T) {
	plain := strings.ReplaceAll(russian, "«Ы»", "Ы")
	cp1251, err := charmap.Windows1251.NewEncoder().Bytes([]byte(plain))
	if err != nil {
		t.Fatal(err)
	}
	want := Table{Header: []string{"№", "Задача", "Дней"}, Rows: []Row{{2, []string{"1", "Интервью с ЦФО", "5"}}, {3, []string{"2", "Ёлка Ы", "4"}}}}
	for name, b := range map[string][]byte{
		"UTF-8": []byte(plain), "UTF-8 with BOM": []byte("\ufeff" + plain), "windows-1251": cp1251,
		"UTF-16LE with BOM": utf16Bytes(plain, true, true), "UTF-16BE with BOM": utf16Bytes(plain, false, true),
		"UTF-16LE": utf16Bytes(plain, true, false), "UTF-16BE": utf16Bytes(plain, false, false),
	} {
		if got := mustRead(t, b); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// The old encoding holds pairs of bytes that are letters of UTF-8 by accident: a
// capital Р or С and a sign behind it.
func TestTheOldEncodingWithSignsBehindCapitals(t *testing.T) {
	plain := "№;Задача\n1;«РЁС» — ООО «ВЕКТОР»\n2;ТЗ № 5… Їжак\n3;С»\n"
	b, err := charmap.Windows1251.NewEncoder().Bytes([]byte(plain))
	if err != nil {
		t.Fatal(err)
	}
	want := []Row{{2, []string{"1", "«РЁС» — ООО «ВЕКТОР»"}}, {3, []string{"2", "ТЗ № 5… Їжак"}}, {4, []string{"3", "С»"}}}
	if got := mustRead(t, b).Rows; !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
}

func TestSeparatorsQuotesAndLineEnds(t *testing.T) {
	for name, c := range map[string]struct {
		in   string
		want []Row
	}{
		"semicolons":      {"a;b\n1;2\n", []Row{{2, []string{"1", "2"}}}},
		"commas":          {"a,b\n1,2\n", []Row{{2, []string{"1", "2"}}}},
		"tabs":            {"a\tb\n1\t2\n", []Row{{2, []string{"1", "2"}}}},
		"comma in a cell": {"a;b\n1,5;2\n", []Row{{2, []string{"1,5", "2"}}}},
		"CRLF":            {"a;b\r\n1;2\r\n3;4", []Row{{2, []string{"1", "2"}}, {3, []string{"3", "4"}}}},
		"CR":              {"a;b\r1;2\r", []Row{{2, []string{"1", "2"}}}},
		"quotes":          {"a;b\n\"x;\"\"y\"\"\";2\n", []Row{{2, []string{`x;"y"`, "2"}}}},
		"line in quotes":  {"a;b\n\"x\ny\";2\n3;4\n", []Row{{2, []string{"x\ny", "2"}}, {4, []string{"3", "4"}}}},
		"quote inside":    {"a;b\nАО \"Кряж\";2\n", []Row{{2, []string{`АО "Кряж"`, "2"}}}},
		"tab, not quoted": {"a\tb\n\"Кряж\" АО\t2\n", []Row{{2, []string{`"Кряж" АО`, "2"}}}},
		"blank lines":     {"\n a ; b \n\n;\n 1 ; 2 \n", []Row{{5, []string{"1", "2"}}}},
		"short row":       {"a;b;c\n1\n", []Row{{2, []string{"1", "", ""}}}},
		"empty cells on":  {"a;b\n1;2;;\n", []Row{{2, []string{"1", "2"}}}},
		"one column":      {"a\n1\n", []Row{{2, []string{"1"}}}},
	} {
		if got := mustRead(t, []byte(c.in)).Rows; !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}

// Excel takes a first line «sep=;» and writes it; a line of the source keeps its
// number.
func TestALineThatNamesTheSeparator(t *testing.T) {
	for text, want := range map[string]Table{
		"sep=;\r\nid;name\r\n1;A, B\r\n":   {Header: []string{"id", "name"}, Rows: []Row{{3, []string{"1", "A, B"}}}},
		"SEP=,\nid,name\n1,A; B; C\n":      {Header: []string{"id", "name"}, Rows: []Row{{3, []string{"1", "A; B; C"}}}},
		"\ufeffsep=\t\nid\tname\n1\tA;B\n": {Header: []string{"id", "name"}, Rows: []Row{{3, []string{"1", "A;B"}}}},
		"sep=|\nid|name\n1|A\n":            {Header: []string{"id", "name"}, Rows: []Row{{3, []string{"1", "A"}}}},
		"sep=;name\n1;A\n":                 {Header: []string{"sep=", "name"}, Rows: []Row{{2, []string{"1", "A"}}}}, // a heading
	} {
		if got := mustRead(t, []byte(text)); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %v", text, got)
		}
	}
	if _, err := Read(strings.NewReader("sep=;\nid;name\n1;A;B\n")); codeOf(err) != "table.cells 3 3 2" {
		t.Error(codeOf(err))
	}
}

func TestWhatCannotBeReadIsRefusedByItsPlace(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"nothing":            {"", "table.empty "},
		"only blank lines":   {"\n;;\n", "table.empty "},
		"a picture":          {"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01\x02", "table.binary "},
		"broken UTF-8":       {"имя;дней\nСтоимость работ по договору;\xff5\n", "table.encoding 2"},
		"one line of each":   {"id,name\n1,\xcf\xf0\xe8\xe2\xe5\xf2\n2,Мир\n", "table.encoding 2"},
		"stray bytes":        {"id,name\n1,A\xff\xfe\x80\n", "table.encoding 2"},
		"UTF-8 as old bytes": {"id,name\n1,ok\n2,\xd0\x9c\xff\xfe\xfd\n", "table.encoding 3"},
		"half a letter":      {string(utf16Bytes("№;имя\n1;Мир\n", true, true)) + "1", "table.encoding 3"},
		"a torn pair":        {string(utf16Bytes("№;имя\n1;", true, true)) + "\x3d\xd8\n\x00", "table.encoding 2"},
		"an open quote":      {"a;b\n1;2\n3;\"x\n", "table.quote 3"},
		"text after quotes":  {"a;b\n\"x\"y;2\n", "table.quote 2"},
		"too many cells":     {"a;b\n1;2\n1;2;3\n", "table.cells 3 3 2"},
		"a line of 10 MB":    {"a;b\n1;2\n" + strings.Repeat("я", 5<<20) + "\n", "table.line 3 1"},
		"a file of 40 MB":    {strings.Repeat("a;b\n", 10<<20), "table.large 32"},
	} {
		_, err := Read(strings.NewReader(c.in))
		if got := codeOf(err); got != c.want {
			t.Errorf("%s: %v (%s), want %s", name, err, got, c.want)
		}
	}
}

func TestColumnsAreFoundByEitherName(t *testing.T) {
	tab := mustRead(t, []byte("ИД;РОДИТЕЛЬ;Задача;Длительность, дней;Трудозатраты, ч;Предшественники;Исполнитель;Цвет\n"))
	c, err := tab.Match(PlanColumns)
	want := map[string]int{"id": 0, "parent": 1, "name": 2, "duration_days": 3, "effort_h": 4, "predecessors": 5, "resource": 6}
	if err != nil || !reflect.DeepEqual(c.At, want) || !reflect.DeepEqual(c.Ignored, []string{"Цвет"}) {
		t.Errorf("%+v, %v", c, err)
	}
	twice := mustRead(t, []byte("id;№;name\n"))
	if _, err := twice.Match(PlanColumns); codeOf(err) != "table.twice №" {
		t.Errorf("a column twice: %v", err)
	}
}
