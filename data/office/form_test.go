package office

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"io"
	"os"
	"strings"
	"testing"

	"portfel/data"
	"portfel/data/form"
	"portfel/data/text"
)

// paperValues are the values of the trip of story 3, written by hand.
func paperValues(t testing.TB) form.Values {
	t.Helper()
	b, err := os.ReadFile("../form/testdata/story3.json")
	if err != nil {
		t.Fatal(err)
	}
	var v struct {
		Text  map[string]string
		Lists map[string][]map[string]string
	}
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatal(err)
	}
	return form.Values{Text: v.Text, Lists: v.Lists}
}

// filled is a shipped paper with values, read back.
func filled(t testing.TB, lang, code string, v form.Values) *form.Document {
	t.Helper()
	b, err := os.ReadFile("../../assets/form/" + lang + "/" + code + ".docx")
	if err != nil {
		t.Fatal(err)
	}
	tpl, err := form.Open(b)
	if err != nil {
		t.Fatal(err)
	}
	s, _ := form.SchemaOf(code)
	out, err := tpl.Fill(s, v)
	if err != nil {
		t.Fatal(err)
	}
	d, err := form.Read(out)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func formPDF(t testing.TB, d *form.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteFormPDF(&b, d, FormOptions{Words: text.For(text.RU)}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// whole is all text of a page, from its upper left corner.
func (p pdfPage) whole() string { return strings.Join(p.texts(), "\n") }

func TestPapersOfStory3AsPDF(t *testing.T) {
	pages := map[string]int{form.Order: 1, form.Assignment: 1, form.Estimate: 1, form.AdvanceReport: 2, form.Memo: 1, form.CarMemo: 1, form.LocalTrips: 1, form.Journal: 1}
	for code, want := range pages {
		for _, lang := range []string{"ru", "en"} {
			d := filled(t, lang, code, paperValues(t))
			got := pdfPages(t, formPDF(t, d))
			if len(got) != want || len(d.Lost) > 0 {
				t.Errorf("%s/%s: %d pages, want %d; lost %v", lang, code, len(got), want, d.Lost)
			}
			paper := Paper{d.Sections[0].Width, d.Sections[0].Height}
			for _, page := range got {
				page.within(t, paper, 36, 14)
				page.apart(t)
				if s := page.whole(); strings.ContainsAny(s, "{}□") {
					t.Errorf("%s/%s: braces or unknown letters in\n%s", lang, code, s)
				}
			}
		}
	}
}

// Each value stands in the file as it was given, so it can be searched.
func TestTextOfPapersCanBeSearched(t *testing.T) {
	got := pdfPages(t, formPDF(t, filled(t, "ru", form.AdvanceReport, paperValues(t))))
	for _, want := range []string{"АВАНСОВЫЙ ОТЧЁТ № 57-ком", "Кузнецова Анна Сергеевна", "31 250,00", "50,00", "Остаток", "Е. И. Лаптева", "Страница 1 из 2"} {
		if !got[0].has(want) {
			t.Errorf("page 1 lacks %q in\n%s", want, got[0].whole())
		}
	}
	for _, want := range []string{"Туристический налог", "420,00", "20 980,00", "Итого", "Страница 2 из 2"} {
		if !got[1].has(want) {
			t.Errorf("page 2 lacks %q", want)
		}
	}
	sum, _ := got[1].find("420,00")
	rest, _ := got[1].find("2 350,00")
	if d := sum.right() - rest.right(); d < -0.1 || d > 0.1 {
		t.Errorf("sums do not end under each other: %.2f and %.2f", sum.right(), rest.right())
	}
}

// many is an advance report with n expenses.
func many(t *testing.T, n int) []pdfPage {
	v := paperValues(t)
	var list []map[string]string
	for i := range n {
		list = append(list, map[string]string{"expense.date": "04.12.2026", "expense.number": fmt.Sprintf("чек-%d", i+1), "expense.name": fmt.Sprintf("Расход номер %d с длинным названием, которое идёт на вторую строку", i+1), "expense.sum": fmt.Sprintf("%d,00", 1000+i)})
	}
	v.Lists["expenses"] = list
	return pdfPages(t, formPDF(t, filled(t, "ru", form.AdvanceReport, v)))
}

func TestLongTablesRepeatTheirHeadAndKeepRowsWhole(t *testing.T) {
	got := many(t, 120)
	if len(got) < 5 {
		t.Fatalf("%d pages", len(got))
	}
	seen := 0
	for i, page := range got[1:] {
		if !page.has("Наименование документа (расхода)") && strings.Contains(page.whole(), "Расход номер") {
			t.Errorf("page %d has no head", i+2)
		}
		if want := fmt.Sprintf("Страница %d из %d", i+2, len(got)); !page.has(want) {
			t.Errorf("no %q", want)
		}
		for n := 1; n <= 120; n++ {
			number, ok := page.find(fmt.Sprintf("чек-%d", n))
			if !ok {
				continue
			}
			seen++
			sum, ok := page.find(fmt.Sprintf("%d,00", 999+n))
			if !ok || sum.y-number.y > 0.5 || number.y-sum.y > 0.5 {
				t.Errorf("row %d is torn", n)
			}
		}
		page.within(t, A4, 36, 14)
	}
	if seen != 120 {
		t.Errorf("%d rows of 120", seen)
	}
}

// The place to sign stands on one page with its name and its caption.
func TestSignaturesAreNotTornFromTheirNames(t *testing.T) {
	for n := 18; n < 34; n++ {
		for i, page := range many(t, n)[1:] {
			_, role := page.find("Подотчётное лицо")
			name, ok := page.find("А. С. Кузнецова")
			caption, below := page.find("расшифровка подписи")
			if role != ok || role != below || ok && (caption.y < name.y || caption.y-name.y > 15) {
				t.Errorf("%d expenses, page %d: role %v, name %v at %.0f, caption %v at %.0f", n, i+2, role, ok, name.y, below, caption.y)
			}
		}
	}
}

// sheetOf is a document of one A4 page with margins of 50 points.
func sheetOf(blocks ...form.Block) *form.Document {
	return &form.Document{Sections: []form.Section{{Width: 595, Height: 842, Top: 50, Right: 50, Bottom: 50, Left: 50, NewPage: true, Blocks: blocks}}}
}

func para(s string, change func(*form.Paragraph)) *form.Paragraph {
	p := &form.Paragraph{Line: 1, TabEvery: 36, Size: 10, Runs: []form.Run{{Text: s, Size: 10, Font: "Inter"}}}
	if change != nil {
		change(p)
	}
	return p
}

func TestParagraphsStandWhereTheyShould(t *testing.T) {
	long := strings.Repeat("слово ", 40)
	page := pdfPages(t, formPDF(t, sheetOf(
		para("слева", nil),
		para("справа", func(p *form.Paragraph) { p.Align = form.AlignRight }),
		para("середина", func(p *form.Paragraph) { p.Align = form.AlignCentre }),
		para("отступ", func(p *form.Paragraph) { p.Left, p.First = 30, -10 }),
		para(long, func(p *form.Paragraph) { p.Align = form.AlignBoth }),
	)))[0]
	at := func(s string) placed {
		v, ok := page.find(s)
		if !ok {
			t.Fatalf("no %q in %q", s, page.texts())
		}
		return v
	}
	if x := at("слева").x; x != 50 {
		t.Errorf("left at %.1f", x)
	}
	if x := at("справа").right(); x < 544.9 || x > 545.1 {
		t.Errorf("right ends at %.1f", x)
	}
	if m := at("середина"); (m.x+m.right())/2 < 297.4 || (m.x+m.right())/2 > 297.6 {
		t.Errorf("centre at %.1f", (m.x+m.right())/2)
	}
	if x := at("отступ").x; x != 70 {
		t.Errorf("hanging line begins at %.1f", x)
	}
	// Lines of 10 points stand 11.5 apart.
	if d := at("справа").y - at("слева").y; d < 11.49 || d > 11.51 {
		t.Errorf("lines %.2f apart", d)
	}
	ends := map[float64]float64{}
	for _, p := range page.all[4:] {
		end := p.right()
		if strings.HasSuffix(p.text, " ") {
			end -= placed{0, 0, p.size, p.bold, " "}.right()
		}
		ends[p.y] = max(ends[p.y], end)
	}
	full := 0
	for _, end := range ends {
		if end > 544.9 && end < 545.1 {
			full++
		}
	}
	if full != len(ends)-1 {
		t.Errorf("%d of %d lines are justified: %v", full, len(ends), ends)
	}
}

func TestTabsLeadToTheirPlaces(t *testing.T) {
	p := para("", func(p *form.Paragraph) {
		p.Tabs = []form.Tab{{At: 200, Align: form.AlignRight, Leader: '.'}, {At: 300, Align: form.AlignCentre}}
		p.Runs = []form.Run{{Text: "а", Size: 10}, {Kind: form.RunTab, Size: 10}, {Text: "100,00", Size: 10}, {Kind: form.RunTab, Size: 10}, {Text: "середина", Size: 10}, {Kind: form.RunTab, Size: 10}, {Text: "дальше", Size: 10}}
	})
	page := pdfPages(t, formPDF(t, sheetOf(p)))[0]
	sum, _ := page.find("100,00")
	if sum.right() < 249.9 || sum.right() > 250.1 {
		t.Errorf("right tab ends at %.1f", sum.right())
	}
	mid, _ := page.find("середина")
	if c := (mid.x + mid.right()) / 2; c < 349.9 || c > 350.1 {
		t.Errorf("centred tab at %.1f", c)
	}
	if next, _ := page.find("дальше"); next.x != 50+9*36+36 && next.x != 50+9*36 {
		t.Errorf("even tab at %.1f", next.x)
	}
}

func TestPageBreaksAndKeptParagraphs(t *testing.T) {
	var blocks []form.Block
	for range 63 { // 63 lines of 11.5 points fill 724.5 of 742
		blocks = append(blocks, para("строка", nil))
	}
	blocks = append(blocks, para("Заголовок", func(p *form.Paragraph) { p.KeepNext = true }), para("текст под ним", nil), para("с новой", func(p *form.Paragraph) { p.Fresh = true }))
	got := pdfPages(t, formPDF(t, sheetOf(blocks...)))
	if len(got) != 3 || !got[1].has("Заголовок") || !got[1].has("текст под ним") || !got[2].has("с новой") {
		for i, p := range got {
			t.Errorf("page %d: %q", i+1, p.texts()[max(0, len(p.all)-3):])
		}
	}
}

func cellOf(s string, change func(*form.Cell)) form.Cell {
	c := form.Cell{Span: 1, Pad: form.Edges[float64]{Right: 5, Left: 5}, Blocks: []form.Block{para(s, nil)}}
	if change != nil {
		change(&c)
	}
	return c
}

func TestMergedCellsTakeTheirRoom(t *testing.T) {
	tall := strings.Repeat("высокая ", 12)
	table := &form.Table{Widths: []float64{60, 100, 100}, Rows: []form.Row{
		{Cells: []form.Cell{cellOf(tall, func(c *form.Cell) { c.Merge = form.MergeBegin }), cellOf("над двумя", func(c *form.Cell) { c.Span = 2 })}},
		{Cells: []form.Cell{cellOf("", func(c *form.Cell) { c.Merge = form.MergeOn }), cellOf("1", nil), cellOf("2", nil)}},
		{Cells: []form.Cell{cellOf("низ", nil), cellOf("3", nil), cellOf("4", nil)}},
	}}
	page := pdfPages(t, formPDF(t, sheetOf(table)))[0]
	var last placed
	lines := 0
	for _, p := range page.all {
		if strings.HasPrefix(p.text, "высокая") {
			last, lines = p, lines+1
		}
	}
	below, _ := page.find("низ")
	if gap := below.y - last.y; lines != 12 || gap < 11.4 || gap > 11.6 {
		t.Errorf("%d lines, the row below stands %.1f below the last", lines, gap)
	}
	two, _ := page.find("2")
	if two.x != 50+160+5 {
		t.Errorf("third column begins at %.1f", two.x)
	}
	page.apart(t)
}

func TestAFormRowLongerThanAPageGoesOn(t *testing.T) {
	var blocks []form.Block
	for i := range 150 {
		blocks = append(blocks, para(fmt.Sprintf("строка-%d", i), nil))
	}
	table := &form.Table{Widths: []float64{100, 200}, Rows: []form.Row{
		{Head: true, Cells: []form.Cell{cellOf("Глава", nil), cellOf("Текст", nil)}},
		{Cells: []form.Cell{cellOf("слева", nil), {Span: 1, Blocks: blocks}}},
	}}
	got := pdfPages(t, formPDF(t, sheetOf(table)))
	all := ""
	for i, p := range got {
		all += p.whole() + "\n"
		p.within(t, A4, 49, 45)
		if !p.has("Глава") {
			t.Errorf("page %d has no head", i+1)
		}
	}
	for i := range 150 {
		if n := strings.Count(all, fmt.Sprintf("строка-%d\n", i)); n != 1 {
			t.Errorf("line %d stands %d times", i, n)
		}
	}
	if len(got) != 3 {
		t.Errorf("%d pages, want 3", len(got)) // 150 lines of 11.5 points on pages of 742
	}
}

func TestHeadersAndFootersStandOnEachPage(t *testing.T) {
	number := para("", func(p *form.Paragraph) {
		p.Align = form.AlignRight
		p.Runs = []form.Run{{Text: "с. ", Size: 9}, {Kind: form.RunNo, Size: 9}, {Text: " / ", Size: 9}, {Kind: form.RunPages, Size: 9}}
	})
	d := sheetOf(para("одна", nil), para("две", func(p *form.Paragraph) { p.Fresh = true }))
	s := &d.Sections[0]
	s.HeadAt, s.FootAt, s.Special = 20, 20, true
	s.Head, s.Foot = []form.Block{para("Вектор", nil)}, []form.Block{number}
	s.FirstHead = []form.Block{para("Бланк", nil)}
	got := pdfPages(t, formPDF(t, d))
	if len(got) != 2 || !got[0].has("Бланк") || got[0].has("Вектор") || got[0].has("с. 1 / 2") || !got[1].has("Вектор") || !got[1].has("с. 2 / 2") {
		t.Errorf("pages %q", []any{got[0].texts(), got[len(got)-1].texts()})
	}
}

func TestPicturesAreDrawn(t *testing.T) {
	src := image.NewNRGBA64(image.Rect(0, 0, 20, 10))
	var asPNG, asJPEG bytes.Buffer
	if err := errors.Join(png.Encode(&asPNG, src), jpeg.Encode(&asJPEG, src, nil)); err != nil {
		t.Fatal(err)
	}
	for name, img := range map[string]*form.Image{
		"png":  {Name: "a.png", Bytes: asPNG.Bytes(), Width: 100, Height: 50},
		"jpeg": {Name: "b.jpg", Bytes: asJPEG.Bytes(), JPEG: true, Width: 100, Height: 50},
	} {
		p := para("", func(p *form.Paragraph) {
			p.Runs = []form.Run{{Kind: form.RunImage, Size: 10, Image: img}, {Text: "под ней", Size: 10}}
		})
		b := formPDF(t, sheetOf(p, para("строка ниже", nil)))
		if !bytes.Contains(b, []byte("/Subtype /Image")) {
			t.Errorf("%s: no picture in the file", name)
		}
		below, _ := pdfPages(t, b)[0].find("строка ниже")
		if below.y < 50+52 {
			t.Errorf("%s: the next line stands at %.1f, over the picture", name, below.y)
		}
	}
	p := para("", func(p *form.Paragraph) {
		p.Runs = []form.Run{{Kind: form.RunImage, Size: 10, Image: &form.Image{Name: "c.png", Bytes: []byte("не картинка"), Width: 10, Height: 10}}}
	})
	formPDF(t, sheetOf(p)) // is a frame, not an error
}

// A date of 10 points is 50 wide in Arial and 57 in Inter: in a column made for
// Arial it is not torn.
func TestAWordALittleTooWideIsMadeSmaller(t *testing.T) {
	table := &form.Table{Widths: []float64{60}, Rows: []form.Row{{Cells: []form.Cell{cellOf("04.12.2026", nil)}}}}
	page := pdfPages(t, formPDF(t, sheetOf(table)))[0]
	if d, ok := page.find("04.12.2026"); !ok || d.size >= 10 || d.right() > 50+55.1 {
		t.Errorf("%q", page.texts())
	}
}

func TestFormPDFIsTheSameEachTime(t *testing.T) {
	d := filled(t, "ru", form.Order, paperValues(t))
	if !bytes.Equal(formPDF(t, d), formPDF(t, d)) {
		t.Error("two files of one document differ")
	}
}

func TestTooManyPagesAreRefused(t *testing.T) {
	var blocks []form.Block
	for range MaxPages + 2 {
		blocks = append(blocks, para("x", func(p *form.Paragraph) { p.Fresh = true }))
	}
	err := WriteFormPDF(io.Discard, sheetOf(blocks...), FormOptions{Words: text.For(text.RU)})
	var problem data.Problem
	if !errors.As(err, &problem) || problem.Code != "form.pages" {
		t.Errorf("got %v", err)
	}
}

// FuzzFormPDF draws whatever can be read.
func FuzzFormPDF(f *testing.F) {
	const w = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	f.Add(`<w:p><w:pPr><w:jc w:val="both"/><w:tabs><w:tab w:val="right" w:pos="9000" w:leader="dot"/></w:tabs></w:pPr><w:r><w:t>Текст</w:t><w:tab/><w:t>1,00</w:t><w:br w:type="page"/></w:r></w:p>`)
	f.Add(`<w:tbl><w:tblGrid><w:gridCol w:w="1000"/></w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="3"/><w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r><w:t>длинноесловобезпробелов</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:sectPr><w:pgSz w:w="10" w:h="99999"/><w:pgMar w:left="99999" w:top="-5"/></w:sectPr>`)
	f.Fuzz(func(t *testing.T, body string) {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for _, part := range [][2]string{
			{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`},
			{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="x/officeDocument" Target="d.xml"/></Relationships>`},
			{"d.xml", "<w:document " + w + "><w:body>" + body + "</w:body></w:document>"},
		} {
			p, err := z.CreateHeader(&zip.FileHeader{Name: part[0]})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.WriteString(p, part[1]); err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		d, err := form.Read(b.Bytes())
		if err != nil {
			return
		}
		var problem data.Problem
		if err := WriteFormPDF(io.Discard, d, FormOptions{Words: text.For(text.RU)}); err != nil && !errors.As(err, &problem) {
			t.Fatal(err)
		}
	})
}
