package report

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"portfel/data"
)

func nov(d int) data.Date { return data.NewDate(2026, time.November, d) }

func weekend(d data.Date) bool {
	return d.Weekday() == time.Saturday || d.Weekday() == time.Sunday
}

// small is two tasks and a milestone: Monday the 9th to Friday the 20th.
func small() []GanttRow {
	return []GanttRow{
		{Code: "1", Name: "Этап", Kind: StageBar, Start: nov(9), Finish: nov(20)},
		{Code: "1.1", Name: "Первая", Level: 1, Who: "Петрова А.", Start: nov(9), Finish: nov(13), Percent: 40},
		{Code: "1.2", Name: "Вторая", Level: 1, Who: "Ильин Д.", Start: nov(16), Finish: nov(19), BaseStart: nov(12), BaseFinish: nov(17), Critical: true, Late: true, Deadline: nov(18), Preds: []GanttLink{{Row: 1, Type: data.FinishStart}}},
		{Code: "1.3", Name: "Акт", Level: 1, Kind: MilestoneBar, Start: nov(20), Finish: nov(20), Preds: []GanttLink{{Row: 2, Type: data.FinishStart}}},
	}
}

func full() GanttOptions {
	return GanttOptions{Words: ru, Scale: ByDay, Today: nov(12), Off: weekend, Links: true, Baseline: true, Critical: true, Title: "План"}
}

// labels finds all texts of a picture.
func labels(p Picture) (all []string) {
	for _, s := range p.Shapes {
		if l, ok := s.(Label); ok {
			all = append(all, l.Text)
		}
	}
	return all
}

func has(p Picture, text string) bool {
	for _, l := range labels(p) {
		if l == text {
			return true
		}
	}
	return false
}

// bars are the rectangles of a colour above the legend, which repeats them.
func bars(p Picture, c Colour) (all []Rect) {
	legend := p.Height - 60
	for _, s := range p.Shapes {
		if r, ok := s.(Rect); ok && r.Fill == c && r.Y < legend {
			all = append(all, r)
		}
	}
	return all
}

func TestBarsAreAsLongAsTheirDays(t *testing.T) {
	p := Gantt(small(), full())
	pale, strong := bars(p, Mix(Accent, Surface, 0.33)), bars(p, Accent)
	if len(pale) != 1 || len(strong) != 1 {
		t.Fatalf("%d pale and %d strong bars", len(pale), len(strong))
	}
	// five days of 18 points, 40 % of them done
	if pale[0].W != 90 || math.Abs(strong[0].W-36) > 1e-9 || pale[0].X != strong[0].X {
		t.Errorf("bar %v wide, done %v, from %v and %v", pale[0].W, strong[0].W, pale[0].X, strong[0].X)
	}
	critical := bars(p, Mix(LateInk, Surface, 0.33))
	if len(critical) != 1 || !critical[0].Stroke.On() {
		t.Fatal("the critical bar has no outline, so grey print hides it")
	}
	// the 16th is a week after the 9th; the outline lies inside
	if got := critical[0].X - 0.4 - pale[0].X; math.Abs(got-7*18) > 1e-9 {
		t.Errorf("the second bar begins %v points after the first", got)
	}
	base := bars(p, Planned)
	if len(base) != 1 || base[0].W != 6*18 { // 12th to 17th
		t.Errorf("baseline %+v", base)
	}
}

func TestLabelsSayWhoHowLateAndHowFarMoved(t *testing.T) {
	p := Gantt(small(), full())
	for _, want := range []string{"Петрова А.", "Ильин Д. · +2\u00a0дн. · просрочено", "20.11", "Ноябрь 2026", "12", "План", "Сегодня, 12.11.2026", "Критический путь", "Базовый план", "Нерабочие дни", "Веха", "Этап"} {
		if !has(p, want) {
			t.Errorf("no label %q in %q", want, labels(p))
		}
	}
	if has(p, "Выполнено") {
		t.Error("the legend explains what does not occur")
	}
	o := full()
	o.Words = en
	p = Gantt(small(), o)
	for _, want := range []string{"Ильин Д. · +2\u00a0d · late", "20 Nov", "November 2026", "Today, 12 Nov 2026", "Task", "Critical path"} {
		if !has(p, want) {
			t.Errorf("no label %q in %q", want, labels(p))
		}
	}
}

func TestShiftCountsWorkingDays(t *testing.T) {
	rows := []GanttRow{{Name: "Т", Start: nov(9), Finish: nov(16), BaseStart: nov(9), BaseFinish: nov(13)}, {Name: "Р", Start: nov(9), Finish: nov(13), BaseStart: nov(9), BaseFinish: nov(17)}}
	p := Gantt(rows, full())
	if !has(p, "+1\u00a0дн.") { // Friday to Monday
		t.Errorf("later: %q", labels(p))
	}
	if !has(p, "−2\u00a0дн.") { // Tuesday back to Friday
		t.Errorf("earlier: %q", labels(p))
	}
}

func TestWhatOptionsHideIsNotDrawn(t *testing.T) {
	o := full()
	o.Baseline, o.Critical, o.Links, o.Today = false, false, false, 0
	p := Gantt(small(), o)
	if len(bars(p, Planned)) != 0 || has(p, "Базовый план") || has(p, "Критический путь") || has(p, "Сегодня, 12.11.2026") {
		t.Error("hidden things are drawn")
	}
	for _, s := range p.Shapes {
		if l, ok := s.(Poly); ok && l.Open {
			t.Error("a link is drawn")
		}
	}
}

// paths are the links of a picture.
func paths(p Picture) (all []Poly) {
	for _, s := range p.Shapes {
		if l, ok := s.(Poly); ok && l.Open {
			all = append(all, l)
		}
	}
	return all
}

func TestLinksJoinTheRightEnds(t *testing.T) {
	for kind, want := range map[data.LinkType][2]data.Date{ // begins and ends at the morning of
		data.FinishStart: {nov(14), nov(16)}, data.StartStart: {nov(9), nov(16)}, data.FinishFinish: {nov(14), nov(21)}, data.StartFinish: {nov(9), nov(21)},
	} {
		rows := []GanttRow{{Name: "А", Start: nov(9), Finish: nov(13)}, {Name: "Б", Start: nov(16), Finish: nov(20), Preds: []GanttLink{{Row: 0, Type: kind}}}}
		p := Gantt(rows, full())
		links := paths(p)
		if len(links) != 1 {
			t.Fatalf("%s: %d links", kind, len(links))
		}
		first := bars(p, Mix(Accent, Surface, 0.33))[0].X // the morning of the 9th
		at := func(d data.Date) float64 { return first + float64(d-nov(9))*18 }
		q := links[0].Points
		if begin, end := q[0].X, q[len(q)-1].X; math.Abs(begin-at(want[0])) > 0.01 || math.Abs(end-at(want[1])) > 2 {
			t.Errorf("%s: from %v to %v, want %v to %v", kind, begin, end, at(want[0]), at(want[1]))
		}
		for i := 1; i < len(q); i++ {
			if q[i].X != q[i-1].X && q[i].Y != q[i-1].Y {
				t.Errorf("%s: a slanting line", kind)
			}
		}
	}
}

func TestLinksToNothingAreLeftOut(t *testing.T) {
	rows := small()
	rows[1].Preds = []GanttLink{{Row: 1}, {Row: -1}, {Row: 99}}
	rows[2].Preds = nil
	rows[3].Preds = []GanttLink{{Row: 2}}
	rows[2].Start, rows[2].Finish = 0, 0
	if got := len(paths(Gantt(rows, full()))); got != 0 {
		t.Errorf("%d links", got)
	}
}

func TestWidthIsKept(t *testing.T) {
	for _, w := range []float64{420, 560, 757, 1200, 3000} {
		o := full()
		o.Scale, o.Width = AutoScale, w
		if p := Gantt(small(), o); math.Abs(p.Width-w) > 0.01 {
			t.Errorf("asked for %v, got %v", w, p.Width)
		}
	}
}

func TestNarrowChartLeavesOutWhatIsSaidElsewhere(t *testing.T) {
	o := full()
	o.Scale, o.Width = AutoScale, 420
	p := Gantt(small(), o)
	if has(p, "Исполнитель") || !has(p, "Работа") || !has(p, "№") {
		t.Errorf("columns of a narrow chart: %q", labels(p))
	}
}

func TestRatioStretchesTowardsThePage(t *testing.T) {
	o := full()
	o.Scale, o.Ratio = AutoScale, 1.41
	var rows []GanttRow
	for i := range 60 {
		rows = append(rows, GanttRow{Code: fmt.Sprint(i + 1), Name: "Работа", Start: nov(1) + data.Date(i*3), Finish: nov(5) + data.Date(i*3)})
	}
	p := Gantt(rows, o)
	if got := p.Width / p.Height; got < 1.3 || got > 1.45 {
		t.Errorf("a chart of 60 rows is %.0f by %.0f, %.2f", p.Width, p.Height, got)
	}
}

func TestScalesNameTheirSteps(t *testing.T) {
	rows := []GanttRow{{Name: "Долгая", Start: data.NewDate(2026, 10, 5), Finish: data.NewDate(2027, 9, 30)}}
	for scale, want := range map[Scale][]string{ByWeek: {"Октябрь 2026", "Январь 2027", "5", "12"}, ByMonth: {"2026", "2027", "окт.", "янв."}, ByQuarter: {"2026", "2027", "IV кв.", "I кв."}} {
		o := full()
		o.Scale = scale
		p := Gantt(rows, o)
		for _, s := range want {
			if !has(p, s) {
				t.Errorf("scale %d: no %q in %q", scale, s, labels(p))
			}
		}
	}
	o := full()
	o.Scale = AutoScale
	if p := Gantt(rows, o); !has(p, "янв.") { // a year is shown by months
		t.Errorf("a year by itself: %q", labels(p))
	}
	if p := Gantt(rows, o); !has(p, "05.10.26") {
		t.Error("dates over two years do not name them")
	}
}

func TestSpansThatOverlapGetLinesOfTheirOwn(t *testing.T) {
	o := full()
	o.Spans = []GanttSpan{{From: nov(9), To: nov(13), Label: "Казань"}, {From: nov(12), To: nov(14), Label: "СПб"}, {From: nov(16), To: nov(18), Label: "Тверь"}}
	p := Gantt(small(), o)
	y := map[string]float64{}
	for _, s := range p.Shapes {
		if l, ok := s.(Label); ok {
			y[l.Text] = l.Y
		}
	}
	if y["Казань"] == 0 || y["Казань"] == y["СПб"] || y["Казань"] != y["Тверь"] {
		t.Errorf("labels at %v", y)
	}
}

// inside checks that a chart paints nothing outside its picture and that its
// size is sane.
func inside(t *testing.T, p Picture) {
	t.Helper()
	if !(p.Width > 0 && p.Width < 20_000 && p.Height > 0) {
		t.Fatalf("size %v by %v", p.Width, p.Height)
	}
	for _, s := range p.Shapes {
		l, top, r, b := s.Bounds()
		if l < -8 || top < -8 || r > p.Width+8 || b > p.Height+8 || math.IsNaN(l+top+r+b) {
			t.Fatalf("%#v is outside of %v by %v", s, p.Width, p.Height)
		}
		if text, ok := s.(Label); ok {
			if text.Text == "" || strings.Contains(text.Text, "\n") {
				t.Fatalf("label %+v", text)
			}
		}
	}
}

func TestAnyPlanStaysInsideItsPicture(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		var rows []GanttRow
		n := random.IntN(40)
		date := func() data.Date {
			if random.IntN(8) == 0 {
				return 0
			}
			return nov(1) + data.Date(random.IntN(3000)-100)
		}
		for range n {
			r := GanttRow{Code: "1.2.3", Name: strings.Repeat("Длинное имя ", random.IntN(12)), Who: strings.Repeat("Кто-то ", random.IntN(6)), Level: random.IntN(20) - 2, Kind: BarKind(random.IntN(3)),
				Start: date(), Finish: date(), BaseStart: date(), BaseFinish: date(), Deadline: date(), Percent: random.IntN(300) - 100, Critical: random.IntN(2) == 0, Late: random.IntN(2) == 0, Effort: data.Minutes(random.IntN(10000))}
			for range random.IntN(3) {
				r.Preds = append(r.Preds, GanttLink{Row: random.IntN(n+2) - 1, Type: data.LinkTypes[random.IntN(4)]})
			}
			rows = append(rows, r)
		}
		o := full()
		o.Scale, o.Width, o.Ratio, o.Today = Scale(random.IntN(5)), float64(random.IntN(3)*500), float64(random.IntN(2)), date()
		o.Spans = []GanttSpan{{From: date(), To: date(), Label: "Поездка"}, {From: date(), To: date(), Label: "Ещё"}}
		if random.IntN(4) == 0 {
			o.From, o.To = date(), date()
		}
		inside(t, Gantt(rows, o))
	}
}

func TestAbsurdDatesStayBounded(t *testing.T) {
	rows := []GanttRow{{Name: "Начало времён", Start: 1, Finish: 2}, {Name: "Конец", Start: data.NewDate(9999, 12, 30), Finish: data.NewDate(9999, 12, 31), BaseFinish: 5, BaseStart: 4}, {Name: "Вне", Start: -5, Finish: 4_000_000}}
	for scale := AutoScale; scale <= ByQuarter; scale++ {
		o := full()
		o.Scale = scale
		p := Gantt(rows, o)
		inside(t, p)
		if len(p.Shapes) > 20_000 {
			t.Errorf("scale %d: %d shapes", scale, len(p.Shapes))
		}
	}
	inside(t, Gantt(nil, GanttOptions{}))
	inside(t, Gantt([]GanttRow{{Name: "Без дат"}}, GanttOptions{Words: en}))
}

func BenchmarkGantt(b *testing.B) {
	for _, n := range []int{100, 1000, 10_000} {
		rows := many(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Gantt(rows, full())
			}
		})
	}
}

// many makes a plan of n rows for measuring.
func many(n int) []GanttRow {
	rows := make([]GanttRow, n)
	for i := range rows {
		at := nov(2) + data.Date(i/4)
		rows[i] = GanttRow{Code: fmt.Sprintf("%d.%d", i/10+1, i%10), Name: fmt.Sprintf("Работа номер %d по договору", i), Level: min(i%10, 1), Who: "Петрова А.", Start: at, Finish: at + 6, Percent: i % 101, Critical: i%7 == 0, BaseStart: at - 1, BaseFinish: at + 4}
		if i%10 == 0 {
			rows[i].Kind = StageBar
		} else if i > 0 {
			rows[i].Preds = []GanttLink{{Row: i - 1, Type: data.FinishStart}}
		}
	}
	return rows
}
