package command_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"
	"time"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/office"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// storyFile is the sample file after story 3 up to the day the report is handed
// in: order signed 25.11, 31 300 paid on 27.11, receipts of 23 750 and tickets of
// the firm for 24 600.
func storyFile(t testing.TB, now *time.Time) (*sqlite.File, data.ID[data.Trip]) {
	t.Helper()
	*now = morning24
	f := clockFile(t, now)
	id := sampleTrip("copper")
	trip := mustTrip(t, f, id)
	trip.Status, trip.OrderOn, trip.AcquaintedOn = data.TripOrdered, data.NewDate(2026, 11, 25), data.NewDate(2026, 11, 25)
	do(t, f, command.MoveTrip{Trip: trip})
	do(t, f, command.Put{Record: data.MoneyMove{ID: data.NewID[data.MoneyMove](), TripID: id, MovedOn: data.NewDate(2026, 11, 27), What: data.MoneyAdvance, Amount: rub(31300), DocNo: "РКО 221"}})
	*now = time.Date(2026, 12, 8, 7, 0, 0, 0, time.UTC)
	for _, e := range []data.Expense{
		{Category: data.SpentLodging, Title: "гостиница, 4 ночи", Sum: 20980_00, DocWhat: data.DocInvoice, DocNo: "3011", Payer: data.PaidAdvance, SpentOn: data.NewDate(2026, 12, 4), Sheets: 2},
		{Category: data.SpentTax, Title: "туристический налог 2 %", Sum: 420_00, DocWhat: data.DocInvoice, DocNo: "3011", Payer: data.PaidAdvance, SpentOn: data.NewDate(2026, 12, 4)},
		{Category: data.SpentTaxi, Title: "такси", Sum: 2350_00, DocWhat: data.DocReceipt, DocNo: "=1+1", Payer: data.PaidAdvance, SpentOn: data.NewDate(2026, 12, 4), Sheets: 1, Fiscal: "9289-1842-3522"},
		{Category: data.SpentTravel, Title: "билеты на самолёт", Sum: 24600_00, DocWhat: data.DocTicket, Payer: data.PaidCompany, SpentOn: data.NewDate(2026, 11, 26), Sheets: 2},
	} {
		e.TripID = id
		do(t, f, command.PutExpense{Expense: e})
	}
	return f, id
}

// handIn hands in and approves the report of story 3 on 08.12 and 09.12.
func handIn(t testing.TB, f *sqlite.File, now *time.Time, id data.ID[data.Trip]) {
	t.Helper()
	do(t, f, command.HandInReport{TripID: id, Purpose: "командировочные расходы", Result: "Проведено 5 интервью"})
	*now = time.Date(2026, 12, 9, 7, 0, 0, 0, time.UTC)
	do(t, f, command.ApproveReport{TripID: id, ByID: samplePerson("orlova")})
}

func paperBytes(t testing.TB, f *sqlite.File, o command.PaperOptions, l text.Lang) ([]byte, []command.PaperNote) {
	t.Helper()
	var out bytes.Buffer
	notes, err := command.WritePaper(f.Read(), o, text.For(l), &out)
	if err != nil {
		t.Fatalf("%s.%s: %v", o.Code, o.Format, err)
	}
	return out.Bytes(), notes
}

// tag is any tag of XML; the end of a paragraph is a line.
var tag = regexp.MustCompile(`<[^>]*>`)

// docxText is the text of a DOCX with all its headers and footers.
func docxText(t testing.TB, b []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, x := range z.File {
		if !strings.HasPrefix(x.Name, "word/") || !strings.HasSuffix(x.Name, ".xml") {
			continue
		}
		r, err := x.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all.WriteString(tag.ReplaceAllString(strings.ReplaceAll(string(part), "</w:p>", "\n"), ""))
	}
	return strings.ReplaceAll(all.String(), "\u00a0", " ")
}

func paperText(t testing.TB, f *sqlite.File, o command.PaperOptions, l text.Lang) string {
	t.Helper()
	b, _ := paperBytes(t, f, o, l)
	if o.Format == "pdf" {
		return strings.Join(strings.Fields(strings.ReplaceAll(pdfText(t.(*testing.T), b), "\u00a0", " ")), " ")
	}
	return docxText(t, b)
}

// storyThreePapers are the facts of story 3 that each paper has to say: 5 days
// at 1 500 are 7 500; 7 500 + 20 800 + 3 000 = 31 300 of advance; 7 500 + 20 980 +
// 420 + 2 350 = 31 250 spent; 50 left.
var storyThreePapers = map[string][]string{
	"order":          {"57-ком", "25 ноября 2026 г.", "Кузнецова Анна Сергеевна", "Екатеринбург", "АО «Медный Кряж»", "30 ноября 2026 г.", "4 декабря 2026 г.", "31 300,00", "С. И. Белов", "Генеральный директор", "00000017"},
	"assignment":     {"Екатеринбург", "с 30.11.2026 по 04.12.2026", "Интервью с ЦФО, этап 1", "М. В. Орлова", "№ 57-ком от 25.11.2026", "Проведено 5 интервью"},
	"estimate":       {"7 500,00", "20 800,00", "3 000,00", "24 600,00", "оплачивает компания", "55 900,00", "31 300,00", "Тридцать одна тысяча триста рублей 00 копеек", "5 дней", "4 ночи"},
	"advance-report": {"8 декабря 2026 г.", "Суточные: 5 дней × 1 500,00", "7 500,00", "20 980,00", "420,00", "2 350,00", "оплачено компанией, 24 600,00", "31 250,00", "31 300,00", "50,00", "Тридцать одна тысяча двести пятьдесят рублей 00 копеек", "Пятьдесят рублей 00 копеек", "РКО 221 от 27.11.2026", "09.12.2026", "Н. П. Тарасова", "Руководитель отдела", "М. В. Орлова", "Командировочные расходы"},
	"memo":           {"Москва — Екатеринбург", "30.11.2026", "SU 1402", "Кузнецовой Анны Сергеевны", "консультанта"},
	"departures":     {"Кузнецова Анна Сергеевна", "57-ком", "30.11.2026", "04.12.2026", "АО «Медный Кряж»"},
}

func TestPapersOfStoryThree(t *testing.T) {
	var now time.Time
	f, id := storyFile(t, &now)
	handIn(t, f, &now, id)
	for code, facts := range storyThreePapers {
		for _, format := range []string{"docx", "pdf"} {
			o := command.PaperOptions{Code: code, TripID: id, Format: format}
			if code == command.PaperDepartures {
				o.TripID, o.From, o.To = data.ID[data.Trip]{}, data.NewDate(2026, 11, 1), data.NewDate(2026, 12, 31)
			}
			got := paperText(t, f, o, text.RU)
			b, _ := paperBytes(t, f, o, text.RU)
			keepReport(t, code+"."+format, b)
			for _, want := range facts {
				if format == "pdf" {
					want = strings.Join(strings.Fields(want), " ")
				}
				if !strings.Contains(got, want) {
					t.Errorf("%s.%s does not say %q:\n%s", code, format, want, got)
				}
			}
			if strings.Contains(got, "{{") || strings.Contains(got, "}}") {
				t.Errorf("%s.%s keeps a placeholder", code, format)
			}
			o.Lang = text.EN
			if english := paperText(t, f, o, text.RU); strings.Contains(english, "{{") || strings.Contains(english, "Суточные") || strings.Contains(english, "рублей") {
				t.Errorf("%s.%s in English:\n%s", code, format, english)
			}
		}
	}
}

// The sheet of the report holds numbers: 31 250,00 is a number with the format of
// money, and a number of a paper «=1+1» stays a text.
func TestTheSheetOfAnAdvanceReportHoldsNumbers(t *testing.T) {
	var now time.Time
	f, id := storyFile(t, &now)
	handIn(t, f, &now, id)
	b, _ := paperBytes(t, f, command.PaperOptions{Code: "advance-report", TripID: id, Format: "xlsx"}, text.RU)
	keepReport(t, "advance-report.xlsx", b)
	sheets, err := office.ReadXLSX(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	var cells []string
	for _, r := range sheets[0].Rows {
		cells = append(cells, strings.Join(r.Cells, "|"))
	}
	got := strings.ReplaceAll(strings.Join(cells, "\n"), "\u00a0", " ")
	for _, want := range []string{"Суточные: 5 дней × 1 500,00|7500|7500", "|20980|20980", "|420|420", "|=1+1|Такси, кассовый чек|2350|2350", "оплачено компанией, 24 600,00|0|0", "Итого|31250|31250", "Остаток к возврату", "50"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	z, _ := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	for _, x := range z.File {
		if strings.HasPrefix(x.Name, "xl/worksheets/") {
			r, _ := x.Open()
			part, _ := io.ReadAll(r)
			if bytes.Contains(part, []byte("<f>")) {
				t.Errorf("%s holds a formula", x.Name)
			}
		}
	}
}

// Before the order is signed the next number is shown and stays free; the command
// takes it.
func TestANumberIsShownBeforeItIsTaken(t *testing.T) {
	f := tripFile(t, morning24)
	o := command.PaperOptions{Code: "order", TripID: sampleTrip("copper"), Format: "docx"}
	for range 2 {
		_, notes := paperBytes(t, f, o, text.RU)
		if len(notes) != 1 || notes[0].Code != "number" || notes[0].Sentence(text.For(text.RU)) != "Номера ещё нет: показан следующий, 57-ком." {
			t.Fatalf("notes %+v", notes)
		}
	}
	put, ok, err := command.NumberPaper(f.Read(), o)
	if err != nil || !ok {
		t.Fatal(ok, err)
	}
	do(t, f, put)
	if got := mustTrip(t, f, sampleTrip("copper")); got.OrderNo != "57-ком" {
		t.Errorf("order %q", got.OrderNo)
	}
	if _, notes := paperBytes(t, f, o, text.RU); len(notes) != 0 {
		t.Errorf("notes %+v", notes)
	}
	if _, ok, _ := command.NumberPaper(f.Read(), o); ok {
		t.Error("a paper takes a second number")
	}
	x, err := command.ReadTrip(f.Read(), sampleTrip("copper"))
	if err != nil || len(x.Papers) != 1 {
		t.Errorf("papers %+v, %v", x.Papers, err)
	}
}

// Nobody to sign and no name of the firm: refused by what is missing and where.
func TestAPaperNeedsTheFirmAndWhoSigns(t *testing.T) {
	f := tripFile(t, morning24)
	signers, err := f.Read().Signatories()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range signers {
		if s.Role == data.SignHead {
			do(t, f, command.Delete{Ref: data.RefTo(data.KindSignatory, s.ID)})
		}
	}
	var out bytes.Buffer
	_, err = command.WritePaper(f.Read(), command.PaperOptions{Code: "order", TripID: sampleTrip("copper"), Format: "docx"}, text.For(text.RU), &out)
	if got := text.For(text.RU).Error(err); got != "На 24.11.2026 нет подписанта: Руководитель компании. Добавьте его в Настройки → Компания, в список подписантов." || out.Len() > 0 {
		t.Errorf("%q, %d bytes", got, out.Len())
	}
	var ps data.Problems
	if !errors.As(err, &ps) || ps[0].Field != "signatory" || ps[0].Code != "paper.signer" {
		t.Errorf("%#v", err)
	}
	do(t, f, command.Delete{Ref: data.RefTo(data.KindCompany, data.CompanyID())})
	_, err = command.WritePaper(f.Read(), command.PaperOptions{Code: "local-trips", Format: "docx"}, text.For(text.RU), &out)
	if !errors.As(err, &ps) || ps[0].Code != "paper.company" {
		t.Errorf("%v", err)
	}
}

// A handed-in report whose expenses have changed is not printed with lines that
// do not come to its sum.
func TestAStaleReportIsRefused(t *testing.T) {
	var now time.Time
	f, id := storyFile(t, &now)
	do(t, f, command.HandInReport{TripID: id, Result: "Готово"})
	do(t, f, command.PutExpense{Expense: data.Expense{TripID: id, Category: data.SpentTaxi, Title: "ещё такси", Sum: 100_00, DocWhat: data.DocReceipt, Payer: data.PaidSelf, SpentOn: data.NewDate(2026, 12, 3)}})
	_, err := command.WritePaper(f.Read(), command.PaperOptions{Code: "advance-report", TripID: id, Format: "docx"}, text.For(text.RU), io.Discard)
	if got := strings.ReplaceAll(text.For(text.RU).Error(err), "\u00a0", " "); !strings.Contains(got, "Отчёт сдан на 31 250,00 ₽, а расходы составляют 31 350,00 ₽") {
		t.Errorf("%q", got)
	}
}

// A doubtful form of a name is noted with the record and the field to mend; the
// user's own form stands on the paper.
func TestDoubtfulNamesAreNotedAndOwnFormsWin(t *testing.T) {
	f := tripFile(t, morning24)
	p, err := sqlite.Get(f.Read(), owner(t, f))
	if err != nil {
		t.Fatal(err)
	}
	p.FullName = "Грымжо Сумбат"
	do(t, f, command.Put{Record: p})
	o := command.PaperOptions{Code: "memo", TripID: sampleTrip("copper"), Format: "docx"}
	_, notes := paperBytes(t, f, o, text.RU)
	found := false
	for _, n := range notes {
		found = found || n.Code == "case" && n.Field == "nameGenitive" && n.Ref == data.RefTo(data.KindPerson, p.ID)
	}
	if !found {
		t.Errorf("notes %+v", notes)
	}
	p.NameGenitive = "Грымжо Сумбата"
	do(t, f, command.Put{Record: p})
	got := paperText(t, f, o, text.RU)
	_, notes = paperBytes(t, f, o, text.RU)
	for _, n := range notes {
		if n.Field == "nameGenitive" {
			t.Errorf("still noted: %+v", n)
		}
	}
	if !strings.Contains(got, "Грымжо Сумбата") {
		t.Errorf("the own form is not on the paper:\n%s", got)
	}
}

func TestAMemoSaysWhatItsTextSays(t *testing.T) {
	f := tripFile(t, morning24)
	id := sampleTrip("copper")
	fields := map[string]string{"memo.ticket": "262 2417563308", "memo.reason": "Талон утерян\nв такси.", "memo.proof": "справка перевозчика"}
	memo := data.Paper{ID: data.NewID[data.Paper](), TripID: id, What: data.PaperMemo, Text: command.WriteMemo(fields)}
	do(t, f, command.PutPaper{Paper: memo})
	got := paperText(t, f, command.PaperOptions{Code: "memo", TripID: id, MemoID: memo.ID, Format: "docx"}, text.RU)
	mentions(t, got, "262 2417563308", "Талон утерян в такси.", "справка перевозчика", "Москва — Екатеринбург")
	if x := command.ReadMemo(data.PaperMemo, "Потерян в поезде"); x["memo.reason"] != "Потерян в поезде" {
		t.Errorf("free text: %v", x)
	}
}

func TestPapersThatCannotBe(t *testing.T) {
	f := tripFile(t, morning24)
	for _, c := range []struct {
		o    command.PaperOptions
		code string
	}{
		{command.PaperOptions{Code: "nothing", Format: "pdf"}, "report.code"},
		{command.PaperOptions{Code: "order", Format: "xlsx"}, "report.format"},
		{command.PaperOptions{Code: "order", Format: "docx", TripID: sampleTrip("local.baltic")}, "paper.local"},
		{command.PaperOptions{Code: "trips", Format: "pdf", From: data.NewDate(2026, 2, 1), To: data.NewDate(2026, 1, 1)}, "order"},
	} {
		var p data.Problem
		if _, err := command.WritePaper(f.Read(), c.o, text.For(text.RU), io.Discard); !errors.As(err, &p) || p.Code != c.code {
			t.Errorf("%+v: %v", c.o, err)
		}
	}
}

// The user's own template is filled instead of the shipped one.
func TestTheOwnTemplateIsUsed(t *testing.T) {
	f := tripFile(t, morning24)
	memo, err := command.ShippedForm("memo", "ru")
	if err != nil {
		t.Fatal(err)
	}
	do(t, f, command.SetForm{Code: "order", Lang: "ru", File: command.File{Name: "свой.docx", Bytes: ownOrder(t, memo)}})
	got := paperText(t, f, command.PaperOptions{Code: "order", TripID: sampleTrip("copper"), Format: "docx"}, text.RU)
	if !strings.Contains(got, "Наш приказ 57-ком: Кузнецовой Анне Сергеевне, Екатеринбург") {
		t.Errorf("%s", got)
	}
}

// ownOrder is a DOCX with one line, packed as another one is.
func ownOrder(t *testing.T, like []byte) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(like), int64(len(like)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, x := range z.File {
		part, err := w.Create(x.Name)
		if err != nil {
			t.Fatal(err)
		}
		if x.Name == "word/document.xml" {
			io.WriteString(part, `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Наш приказ {{документ.номер}}: {{сотрудник.фио кому}}, {{trip.place}}</w:t></w:r></w:p></w:body></w:document>`)
			continue
		}
		r, err := x.Open()
		if err != nil {
			t.Fatal(err)
		}
		io.Copy(part, r)
		r.Close()
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
