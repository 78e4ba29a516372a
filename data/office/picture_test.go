package office

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"math"
	"strings"
	"testing"

	"portfel/data"
	"portfel/data/report"
	"portfel/data/text"
)

// svgText reads an SVG as XML and gives its texts; broken XML fails.
func svgText(t *testing.T, b []byte) (texts []string, elements map[string]int) {
	t.Helper()
	elements = map[string]int{}
	d := xml.NewDecoder(bytes.NewReader(b))
	inText := false
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return texts, elements
		}
		if err != nil {
			t.Fatal(err)
		}
		switch v := tok.(type) {
		case xml.StartElement:
			elements[v.Name.Local]++
			if inText = v.Name.Local == "text"; inText {
				texts = append(texts, "")
			}
		case xml.EndElement:
			inText = false
		case xml.CharData:
			if inText {
				texts[len(texts)-1] += string(v)
			}
		}
	}
}

func TestSVGHoldsTheChart(t *testing.T) {
	for _, l := range text.Langs {
		p := report.Gantt(treasury(), treasuryOptions(l))
		var b bytes.Buffer
		if err := WriteSVG(&b, p); err != nil {
			t.Fatal(err)
		}
		keep(t, "gantt-"+string(l)+".svg", b.Bytes())
		texts, elements := svgText(t, b.Bytes())
		all := strings.Join(texts, "\n")
		for _, want := range []string{"Демонстрационный пример «БДДС, 3 юрлица»", "Ильин Д.", "Вектор-Строй · Казначейство"} {
			if !strings.Contains(all, want) {
				t.Errorf("%s: no %q", l, want)
			}
		}
		if elements["svg"] != 1 || elements["title"] != 1 || elements["rect"] < 30 || elements["path"] < 30 {
			t.Errorf("elements %v", elements)
		}
	}
}

func TestSVGEscapesText(t *testing.T) {
	p := report.Picture{Title: `<b>&"`, Width: 10, Height: 10, Shapes: []report.Shape{report.Label{Text: "a<b>&\"]]>\x00\x01\uffff", Size: 9, Ink: report.Ink}, report.Line{To: report.Point{X: math.NaN(), Y: math.Inf(1)}, Stroke: report.Ink, Width: 1}}}
	var b bytes.Buffer
	if err := WriteSVG(&b, p); err != nil {
		t.Fatal(err)
	}
	texts, _ := svgText(t, b.Bytes())
	if len(texts) != 1 || !strings.HasPrefix(texts[0], "a<b>&\"]]>") {
		t.Errorf("text %q", texts)
	}
}

func decoded(t *testing.T, p report.Picture, scale float64) image.Image {
	t.Helper()
	var b bytes.Buffer
	if err := WritePNG(&b, p, scale); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func at(img image.Image, x, y float64, scale float64) report.Colour {
	r, g, b, _ := img.At(int(x*scale), int(y*scale)).RGBA()
	return report.RGB(r>>8<<16 | g>>8<<8 | b>>8)
}

func TestPNGPaintsWhatThePictureSays(t *testing.T) {
	p := report.Picture{Width: 100, Height: 60, Shapes: []report.Shape{
		report.Rect{X: 10, Y: 10, W: 20, H: 10, Fill: report.Accent},
		report.Rect{X: 40, Y: 10, W: 20, H: 20, Radius: 6, Fill: report.LateInk, Stroke: report.Ink, Width: 2},
		report.Line{From: report.Point{X: 0, Y: 50}, To: report.Point{X: 100, Y: 50}, Stroke: report.DoneInk, Width: 1},
		report.Line{From: report.Point{X: 5, Y: 40}, To: report.Point{X: 95, Y: 40}, Stroke: report.RiskInk, Width: 2, Dash: 10},
		report.Poly{Points: []report.Point{{X: 80, Y: 10}, {X: 90, Y: 20}, {X: 80, Y: 30}, {X: 70, Y: 20}}, Fill: report.Ink},
	}}
	const k = 2
	img := decoded(t, p, k)
	if img.Bounds().Dx() != 200 || img.Bounds().Dy() != 120 {
		t.Fatalf("size %v", img.Bounds())
	}
	for _, c := range []struct {
		x, y float64
		want report.Colour
	}{
		{20, 15, report.Accent}, {5, 5, report.Surface}, {50, 20, report.LateInk}, {40, 20, report.Ink}, {40.2, 10.2, report.Surface},
		{50, 50, report.DoneInk}, {10, 40, report.RiskInk}, {20, 40, report.Surface}, {30, 40, report.RiskInk}, {80, 20, report.Ink}, {72, 12, report.Surface},
	} {
		if got := at(img, c.x, c.y, k); got != c.want {
			t.Errorf("at %v, %v: %x, want %x", c.x, c.y, got, c.want)
		}
	}
}

func TestPNGWritesRussianInBothWeights(t *testing.T) {
	dark := func(bold bool, s string) (n int) {
		img := decoded(t, report.Picture{Width: 120, Height: 20, Shapes: []report.Shape{report.Label{X: 5, Y: 14, Text: s, Size: 10, Bold: bold, Ink: report.Ink}}}, 2)
		for y := range 40 {
			for x := range 240 {
				if r, _, _, _ := img.At(x, y).RGBA(); r < 0x8000 {
					n++
				}
			}
		}
		return n
	}
	plain, bold := dark(false, "Щука № 5 ₽"), dark(true, "Щука № 5 ₽")
	if plain < 150 || bold < plain*5/4 {
		t.Errorf("%d dark points in regular, %d in bold", plain, bold)
	}
	if dark(false, "Щ") == dark(false, "□") {
		t.Error("a letter looks like the box for unknown letters")
	}
}

func TestPNGOfTheChartShowsBarsAndToday(t *testing.T) {
	p := report.Gantt(treasury(), treasuryOptions(text.RU))
	img := decoded(t, p, 2)
	checked := 0
	for _, s := range p.Shapes {
		if r, ok := s.(report.Rect); ok && r.Fill == report.DoneInk {
			if got := at(img, r.X+r.W/2, r.Y+2.5, 2); got != report.DoneInk && r.W > 10 {
				t.Errorf("bar at %v, %v is %x", r.X, r.Y, got)
			}
			checked++
		}
	}
	if checked < 4 {
		t.Errorf("only %d done bars", checked)
	}
}

func TestAbsurdPicturesAreRefused(t *testing.T) {
	big := report.Picture{Width: 20_000, Height: 20_000}
	for _, p := range []report.Picture{big, {}, {Width: math.NaN(), Height: 5}, {Width: math.Inf(1), Height: 5}} {
		var problem data.Problem
		if err := WritePNG(io.Discard, p, 2); !errors.As(err, &problem) || problem.Code != "picture.size" {
			t.Errorf("%v by %v: %v", p.Width, p.Height, err)
		}
	}
	var problem data.Problem
	if err := WritePicturePDF(io.Discard, big, PictureOptions{Paper: A4, Tiled: true, Words: text.For(text.RU)}); !errors.As(err, &problem) || problem.Code != "picture.pages" {
		t.Errorf("tiled: %v", err)
	}
}

func TestPictureOnOnePageFillsIt(t *testing.T) {
	o := treasuryOptions(text.RU)
	o.Ratio = A4.Across().Ratio()
	var b bytes.Buffer
	if err := WritePicturePDF(&b, report.Gantt(treasury(), o), PictureOptions{Paper: A4.Across(), Words: text.For(text.RU)}); err != nil {
		t.Fatal(err)
	}
	keep(t, "onepage.pdf", b.Bytes())
	pages := pdfPages(t, b.Bytes())
	if len(pages) != 1 {
		t.Fatalf("%d pages", len(pages))
	}
	pages[0].within(t, A4.Across(), pictureMargin-1, pictureMargin-1)
	if !pages[0].has("Демонстрационный пример «БДДС, 3 юрлица»") || !pages[0].has("Базовый план") {
		t.Errorf("texts %q", pages[0].texts())
	}
	left, right := pages[0].extent()
	if right-left < 600 {
		t.Errorf("the chart takes only %.0f of 842 points", right-left)
	}
}

func TestPictureOnItsOwnPaper(t *testing.T) {
	p := report.Gantt(treasury(), treasuryOptions(text.EN))
	var b bytes.Buffer
	if err := WritePicturePDF(&b, p, PictureOptions{Words: text.For(text.EN)}); err != nil {
		t.Fatal(err)
	}
	if want := fmt.Sprintf("/MediaBox [0 0 %.2f %.2f]", p.Width+2*pictureMargin, p.Height+2*pictureMargin); !bytes.Contains(b.Bytes(), []byte(want)) {
		t.Errorf("no %s", want)
	}
}

func TestLongPictureStaysOnAPageThatViewersTake(t *testing.T) {
	long := PaperOf(report.Picture{Width: 1000, Height: 50_000})
	if math.Abs(long.Height-14_400) > 0.01 || long.Width > 400 || long.Width < 300 {
		t.Errorf("paper %+v", long)
	}
}

func TestTilesAreNamedAndCoverThePicture(t *testing.T) {
	o := treasuryOptions(text.RU)
	o.Scale = report.ByDay
	rows := append(append(treasury(), treasury()...), treasury()...)
	p := report.Gantt(rows, o)
	var b bytes.Buffer
	if err := WritePicturePDF(&b, p, PictureOptions{Paper: A4.Across(), Tiled: true, Words: text.For(text.RU)}); err != nil {
		t.Fatal(err)
	}
	keep(t, "tiled.pdf", b.Bytes())
	pages := pdfPages(t, b.Bytes())
	side, head := p.Repeated.Side, p.Repeated.Head
	columns := 1 + int(math.Ceil((p.Width-786)/(786-side)))
	lines := 1 + int(math.Ceil((p.Height-525)/(525-head-p.Repeated.Row)))
	if len(pages) != columns*lines || columns < 2 || lines < 2 {
		t.Fatalf("%d pages for %.0f by %.0f, %+v", len(pages), p.Width, p.Height, p.Repeated)
	}
	for i := range pages {
		name := fmt.Sprintf("%c%d", 'A'+i%columns, i/columns+1)
		if !pages[i].has(name) || !pages[i].has(fmt.Sprintf("Страница %d из %d", i+1, columns*lines)) {
			t.Errorf("page %d: %q", i+1, pages[i].texts())
		}
	}
	if !pages[0].has("Вектор-Строй · Казначейство") {
		t.Error("the title stands on no tile")
	}
	for i := range columns {
		if !pages[i].has("Интервью с финансовой службой") {
			t.Errorf("page %d does not name its rows", i+1)
		}
	}
	if !pages[columns].has("Октябрь 2026") && !pages[columns].has("Октябрь") {
		t.Errorf("page %d has no axis: %q", columns+1, pages[columns].texts())
	}
	if !pages[columns*(lines-1)].has("Выполнено") {
		t.Error("the legend is on no tile")
	}
}

func TestColumnsOfTilesGoOnAfterZ(t *testing.T) {
	for i, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA"} {
		if got := letterOf(i); got != want {
			t.Errorf("column %d: %s", i, got)
		}
	}
}

func TestASliverOfATileIsSqueezedAway(t *testing.T) {
	if got := squeeze(1050, 1000); math.Abs(got-1000.0/1050) > 1e-9 {
		t.Errorf("5 %% over: %v", got)
	}
	if got := squeeze(1500, 1000); got != 1 {
		t.Errorf("half a tile over: %v", got)
	}
	if got := squeeze(500, 1000); got != 1 {
		t.Errorf("half a tile: %v", got)
	}
}
