package command

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"portfel/data"
	"portfel/data/quick"
)

var pastePeople = []data.NameRow{{ID: data.ID[data.Any]{1}, Name: "Кузнецова А. С."}, {ID: data.ID[data.Any]{2}, Name: "Ласточкин Д. О."}, {ID: data.ID[data.Any]{3}, Name: "Громов И. П."}}

func readPaste(s string) Paste {
	today := data.NewDate(2026, time.November, 24)
	return ReadPaste(s, data.PlanTree{}, pastePeople, func(v string) (data.Date, error) { return quick.Date(v, today, nil) })
}

// said writes what was understood: depth, name, length, hours, links, people.
func said(p Paste) (out []string) {
	for _, r := range p.Rows {
		s := fmt.Sprintf("%d %s %s", r.Depth, r.Name, r.Duration)
		if r.HasKids {
			s = fmt.Sprintf("%d [%s]", r.Depth, r.Name)
		}
		if r.Effort > 0 {
			s += fmt.Sprintf(" %dh", r.Effort/60)
		}
		for _, x := range r.Shares {
			s += fmt.Sprintf(" %c:%d", []rune(pastePeople[x.PersonID[0]-1].Name)[0], x.Effort/60)
		}
		for _, l := range r.Preds {
			s += fmt.Sprintf(" <%d%s%s", l.Row+1, l.Type, l.Lag)
		}
		out = append(out, s)
	}
	return out
}

func understood(t *testing.T, what, text string, want ...string) Paste {
	t.Helper()
	p := readPaste(text)
	if got := strings.Join(said(p), "\n"); got != strings.Join(want, "\n") {
		t.Errorf("%s:\n%s\nwant\n%s", what, got, strings.Join(want, "\n"))
	}
	return p
}

func TestPasteWithHeadersOfThePlanFile(t *testing.T) {
	p := understood(t, "headers", "№\tродитель\tзадача\tдней\tпредшественники\tисполнитель\tтрудозатраты, ч\tЦвет\r\n"+
		"1\t\tДиагностика\t\t\t\t\t\r\n"+
		"2\t1\tИнтервью с ЦФО\t5\t\t\tКузнецова:24;Ласточкин:32\tкрасный\r\n"+
		"3\t1\tАнализ форм\t4\t2ОН+2д\tЛасточкин;Громов\t48\t\r\n"+
		"4\t\tТЗ утверждено\t0\t3\t\t\t\r\n",
		"0 [Диагностика]", "1 Интервью с ЦФО 5d 56h К:24 Л:32", "1 Анализ форм 4d 48h Л:24 Г:24 <2FS2d", "0 ТЗ утверждено 0d <3FS")
	if strings.Join(p.Ignored, ",") != "Цвет" || len(p.Faults) != 0 {
		t.Errorf("ignored %q, faults %v", p.Ignored, p.Faults)
	}
}

func TestPasteWithoutHeaders(t *testing.T) {
	understood(t, "names and days, indented by spaces", "Диагностика\t12\n  Интервью\t5\n  Отчёт\t3\nМетодика\n    Структура\t5\n      Схема\t2,5\n    Регламент\t40ч\n",
		"0 [Диагностика]", "1 Интервью 5d", "1 Отчёт 3d", "0 [Методика]", "1 [Структура]", "2 Схема 2.5d", "1 Регламент 2400m")
	understood(t, "tabs before the lines", "Диагностика\n\tИнтервью\n\t\tПротокол\nМетодика\n", "0 [Диагностика]", "1 [Интервью]", "2 Протокол 1d", "0 Методика 1d")
	understood(t, "an outline over two columns", "Этап\t\t\n\tИнтервью\t5\n\tОтчёт\t3\n", "0 [Этап]", "1 Интервью 5d", "1 Отчёт 3d")
	understood(t, "codes in a column of their own", "1\tЭтап\t\t\n1.1\tИнтервью\t5\t\n1.2\tОтчёт\t3\t1.1НН+1д\n2\tКонец\t0\t1.2\n",
		"0 [Этап]", "1 Интервью 5d", "1 Отчёт 3d <2SS1d", "0 Конец 0d <3FS")
	understood(t, "codes before the names", "1. Этап\n1.1. Интервью\n1.2. Отчёт\n2. Конец", "0 [Этап]", "1 Интервью 1d", "1 Отчёт 1d", "0 Конец 1d")
	understood(t, "what a foreign program copies", "Task Name\tDuration\tStart\tFinish\tPredecessors\tResource Names\nScope\t4 days\tMon 30.11.26\tThu 03.12.26\t\t\nDraft\t2 days\t\t\t1\tГромов[50%]\nMeet\t0 days\t\t\t1,2SS+1d\t\n",
		"0 Scope 4d", "0 Draft 2d Г:0 <1FS", "0 Meet 0d <1FS <2SS1d")
	understood(t, "quoted cells", "Название\tДней\n\"Отчёт \"\"А\"\"\n(часть 1)\"\t3\n", `0 Отчёт "А" (часть 1) 3d`)
}

func TestPasteNamesWhatItCouldNotRead(t *testing.T) {
	p := understood(t, "faults", "Работа\tДней\tПосле\tИсполнитель\nОдна\tмного\t\tИванов\nДве\t3\t77\t\n\t5\t\t\n", "0 Одна 1d", "0 Две 3d")
	var got []string
	for _, f := range p.Faults {
		got = append(got, fmt.Sprintf("%d %s %s %s", f.Line, f.Column, f.What.Code, f.Name))
	}
	want := "2 Дней spanFormat много|2 Исполнитель noPerson Иванов|4 Работа required |3 После table.noTask 77"
	if strings.Join(got, "|") != want {
		t.Errorf("faults %q, want %q", strings.Join(got, "|"), want)
	}
}

func FuzzReadPaste(f *testing.F) {
	for _, s := range []string{"a\tb\n", "Работа\tДней\n\"x\"\"\n\t5", "1\tA\n1.1\tB\t3\t1", "\t\tA\n B", "id;name;parent\n1;A;2\n2;B;1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := -1
		for i, r := range readPaste(s).Rows {
			if r.Name == "" || r.Depth < 0 || r.Depth > last+1 {
				t.Fatalf("%q gave row %d %+v", s, i, r)
			}
			last = r.Depth
			for _, l := range r.Preds {
				if l.Row == i {
					t.Fatalf("%q: row %d waits for itself", s, i)
				}
			}
		}
	})
}

// Cells laid over rows are read by the columns they are laid over: whatever they
// hold, a row writes or clears only those, and no fault is written.
func FuzzReadOver(f *testing.F) {
	for _, s := range []string{"5\n\n3", "Дней\n5", "1.2;3\t4", "\"x\"\"\n\t5", "Кто\tСрок\nГромов\t1.1.2027"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		columns := []string{"duration_days", "predecessors", "", "resource"}
		p := ReadOver(s, columns, data.PlanTree{}, pastePeople, func(v string) (data.Date, error) { return quick.Date(v, 1, nil) })
		for i, r := range p.Rows {
			seen := map[string]bool{}
			for _, c := range append(append([]string{}, r.Write...), r.Clear...) {
				if seen[c] || !slices.Contains(p.Columns, c) {
					t.Fatalf("%q: row %d writes %q: %v %v, columns %v", s, i, c, r.Write, r.Clear, p.Columns)
				}
				seen[c] = true
			}
		}
	})
}
