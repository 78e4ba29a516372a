package report

import (
	"math"
	"strings"
	"testing"
	"time"

	"portfel/data"
	"portfel/data/text"
)

var (
	ru = text.For(text.RU)
	en = text.For(text.EN)
)

func TestCellIsWrittenAsTheLanguageWritesIt(t *testing.T) {
	moment := data.Moment{Day: data.NewDate(2026, time.November, 30), Min: 395, Zone: "Europe/Moscow"}
	for _, c := range []struct {
		cell                  Cell
		ru, en, spoken, plain string
	}{
		{Text("а;б"), "а;б", "а;б", "а;б", "а;б"},
		{Date(data.NewDate(2026, time.November, 24)), "24.11.2026", "24 Nov 2026", "24.11.2026", "2026-11-24"},
		{Moment(moment), "30.11.2026 06:35", "30 Nov 2026 06:35", "30.11.2026 06:35", "2026-11-30T06:35"},
		{Int(1312000), "1 312 000", "1,312,000", "1 312 000", "1312000"},
		{Money(28_000_00), "28 000,00", "28,000.00", "28 000 ₽", "28000.00"},
		{Money(-50), "−0,50", "−0.50", "−0,50 ₽", "-0.50"},
		{Hours(390), "6,5", "6.5", "6,5 ч", "6.5"},
		{Hours(50), "0,83", "0.83", "0,83 ч", "0.833"}, // 50/60 = 0.8333
		{Percent(60), "60 %", "60%", "60 %", "60"},
		{Tenths(739), "73,9 %", "73.9%", "73,9 %", "73.9"},
		{Days(2500), "2,5", "2.5", "2,5 дн.", "2.5"},
		{Cell{}, "", "", "", ""},
		{Date(0), "", "", "", ""},
		{Text(""), "", "", "", ""},
	} {
		plain := func(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }
		if got := plain(c.cell.Written(ru)); got != c.ru {
			t.Errorf("%+v in Russian: %q, want %q", c.cell, got, c.ru)
		}
		if got := plain(c.cell.Written(en)); got != c.en {
			t.Errorf("%+v in English: %q, want %q", c.cell, got, c.en)
		}
		if got := plain(c.cell.Spoken(ru)); got != c.spoken {
			t.Errorf("%+v alone: %q, want %q", c.cell, got, c.spoken)
		}
		if got := c.cell.Plain(); got != c.plain {
			t.Errorf("%+v for programs: %q, want %q", c.cell, got, c.plain)
		}
	}
}

func TestPlainHoursGiveTheSameMinutes(t *testing.T) {
	for m := int64(-200); m < 3000; m++ {
		n, err := data.ParseThousandths(strings.TrimPrefix(Hours(data.Minutes(m)).Plain(), "-"))
		if back := (n*60 + 500) / 1000; err != nil || back != max(m, -m) {
			t.Fatalf("%d minutes are %s hours and then %d minutes (%v)", m, Hours(data.Minutes(m)).Plain(), back, err)
		}
	}
}

func TestMoneyNamesItsCurrencyInTheHead(t *testing.T) {
	if got := (Column{Title: "Сумма", Type: AsMoney}).Head(ru); got != "Сумма,\u00a0₽" {
		t.Errorf("head %q", got)
	}
	if got := (Column{Title: "Часы", Type: AsHours}).Head(ru); got != "Часы" {
		t.Errorf("head %q", got)
	}
}

func TestIndentGoesToTheColumnOfNames(t *testing.T) {
	table := Table{Columns: []Column{{Title: "№", Type: AsText}, {Title: "Работа", Type: AsText, Width: 2}, {Title: "Кто", Type: AsText}}}
	if got := table.Indented(); got != 1 {
		t.Errorf("column %d", got)
	}
	table.Columns[1].Width = 0
	if got := table.Indented(); got != 0 {
		t.Errorf("without weights: column %d", got)
	}
	if got := (&Table{Columns: []Column{{Type: AsDate}}}).Indented(); got != -1 {
		t.Errorf("without texts: column %d", got)
	}
}

func TestMarksOfATableAreNamedOnce(t *testing.T) {
	table := Table{Rows: []Row{{Mark: Done}, {}, {Mark: Late}, {Mark: Done}}}
	got := table.Marks()
	if len(got) != 2 || got[0] != Late || got[1] != Done {
		t.Errorf("marks %v", got)
	}
	for _, m := range got {
		if m.Sign() == "" || m.Word(ru) == "" || m.Word(en) == "" {
			t.Errorf("mark %d is shown by colour alone", m)
		}
	}
}

func TestCutKeepsWhatFits(t *testing.T) {
	name := "Демонстрационный пример «БДДС, 3 юрлица»"
	whole := Width(name, 9, true)
	if got := Cut(name, whole, 9, true); got != name {
		t.Errorf("cut although it fits: %q", got)
	}
	for w := whole - 1; w > -5; w -= 7 {
		got := Cut(name, w, 9, true)
		if got != "" && (!strings.HasSuffix(got, "…") || !strings.HasPrefix(name, strings.TrimSuffix(got, "…"))) {
			t.Fatalf("%q at %.1f", got, w)
		}
		if Width(got, 9, true) > max(w, 0)+slack {
			t.Fatalf("%q is %.1f wide, room %.1f", got, Width(got, 9, true), w)
		}
	}
	if got := Cut("Показ, заказчику", Width("Показ, …", 9, false), 9, false); got != "Показ…" {
		t.Errorf("a separator stands before the sign: %q", got)
	}
}

func TestWrapBreaksWherePeopleDo(t *testing.T) {
	for _, c := range []struct {
		s    string
		room string // as wide as this text
		want []string
	}{
		{"один два три", "один два", []string{"один два", "три"}},
		{"один два три", "один два три", []string{"один два три"}},
		{"бизнес-процесс", "бизнес-про", []string{"бизнес-", "процесс"}},
		{"абвгдежз", "абв", []string{"абв", "где", "жз"}},
		{"один\nдва три", "один два три", []string{"один", "два три"}},
		{"", "а", []string{""}},
		{"а  б", "а", []string{"а", "б"}},
	} {
		got := Wrap(c.s, Width(c.room, 10, false), 10, false)
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%q: %q, want %q", c.s, got, c.want)
		}
	}
	if got := Wrap("сумма 4\u00a0812,50\u00a0₽", Width("сумма 4 812", 10, false), 10, false); len(got) != 2 || got[1] != "4\u00a0812,50\u00a0₽" {
		t.Errorf("a number is torn: %q", got)
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("один два три", 30.0)
	f.Add("a\xffb-c/d\n e", 3.0)
	f.Fuzz(func(t *testing.T, s string, width float64) {
		if math.IsNaN(width) || math.Abs(width) > 1e6 {
			return
		}
		lines := Wrap(s, width, 9, false)
		if len(lines) == 0 {
			t.Fatal("no line")
		}
		squeeze := func(s string) string { return strings.NewReplacer(" ", "", "\n", "").Replace(s) }
		if squeeze(strings.Join(lines, "")) != squeeze(s) {
			t.Fatalf("letters lost: %q of %q", lines, s)
		}
		Cut(s, width, 9, true)
	})
}

func TestBoundsHoldWhatIsPainted(t *testing.T) {
	for _, c := range []struct {
		s    Shape
		want [4]float64
	}{
		{Line{From: Point{10, 5}, To: Point{2, 9}, Width: 2}, [4]float64{1, 4, 11, 10}},
		{Rect{X: 1, Y: 2, W: 3, H: 4, Stroke: Ink, Width: 1}, [4]float64{0.5, 1.5, 4.5, 6.5}},
		{Rect{X: 1, Y: 2, W: 3, H: 4, Width: 1}, [4]float64{1, 2, 4, 6}},
		{Poly{Points: []Point{{3, 3}, {1, 7}, {5, 5}}}, [4]float64{1, 3, 5, 7}},
	} {
		l, top, r, b := c.s.Bounds()
		if got := [4]float64{l, top, r, b}; got != c.want {
			t.Errorf("%+v: %v, want %v", c.s, got, c.want)
		}
	}
	end := Label{X: 100, Y: 20, Text: "18.12", Size: 8, Anchor: AtEnd}
	if l, _, r, _ := end.Bounds(); math.Abs(r-100) > 1e-9 || math.Abs(l-(100-Width("18.12", 8, false))) > 1e-9 {
		t.Errorf("label from %v to %v", l, r)
	}
}

func TestMixIsBetweenItsColours(t *testing.T) {
	if got := Mix(RGB(0x000000), RGB(0xFFFFFF), 0.5); got != RGB(0x808080) {
		t.Errorf("half black on white: %x", got)
	}
	if Mix(Accent, Surface, 1) != Accent || Mix(Accent, Surface, 0) != Surface {
		t.Error("the ends are not the colours themselves")
	}
}
