package command_test

import (
	"errors"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
)

// states are the actions of a preview: «added USD 2026-11-24 l2».
func states(t *testing.T, f *sqlite.File, c command.FirmImport) (out []string) {
	t.Helper()
	rows, err := c.Preview(f.Read())
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		s := string(r.Action) + " " + r.Name + " " + r.Day.String()
		if r.Action == command.ImportRefused {
			s += " " + strconv.Itoa(r.Line) + " " + r.Column + " " + r.Reason.Code
		}
		out = append(out, s)
	}
	return out
}

func same(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\n  %s\nwant\n  %s", what, strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// bank is a file of the Bank of Russia: windows-1251, decimal comma. The name of
// the currency is Cyrillic in that encoding.
const bank = "<?xml version=\"1.0\" encoding=\"windows-1251\"?>\n<ValCurs Date=\"24.11.2026\" name=\"Foreign Currency Market\">\n" +
	"<Valute ID=\"R01235\"><NumCode>840</NumCode><CharCode>USD</CharCode><Nominal>1</Nominal><Name>\xc4\xee\xeb\xeb\xe0\xf0</Name><Value>78,2345</Value><VunitRate>78,2345</VunitRate></Valute>\n" +
	"<Valute ID=\"R01335\"><NumCode>398</NumCode><CharCode>KZT</CharCode><Nominal>100</Nominal><Name>\xd2\xe5\xed\xe3\xe5</Name><Value>15,0721</Value></Valute>\n</ValCurs>\n"

func TestRatesOfTheBankOfRussia(t *testing.T) {
	f := newFile(t)
	x, err := command.ReadFx([]byte(bank))
	if err != nil {
		t.Fatal(err)
	}
	c := command.ImportFx{File: x}
	same(t, "preview", states(t, f, c), "added USD 2026-11-24", "added KZT 2026-11-24")
	do(t, f, c)
	r, ok, err := f.Read().FxOn("KZT", data.NewDate(2026, 11, 30))
	if err != nil || !ok || r.Rate != 150721 || r.Nominal != 100 || r.SourceText != "Банк России" {
		t.Errorf("tenge %+v, %v, %v", r, ok, err)
	}
	// 2 000 tenge at 15.0721 for 100 are 301.442, that is 301,44 roubles.
	if got := (data.Foreign{Sum: 2000_00, Currency: "KZT"}).In(r.Rate, r.Nominal).Money(); got != 301_44 {
		t.Errorf("2 000 tenge are %s", got.Decimal())
	}
	steps, _ := f.Read().Steps(10)
	do(t, f, c)
	if again, _ := f.Read().Steps(10); len(again) != len(steps) {
		t.Error("the same file a second time left a step")
	}
	same(t, "again", states(t, f, c), "same USD 2026-11-24", "same KZT 2026-11-24")
	if only := x.Only(map[string]bool{"KZT": true}); len(only.Rates) != 1 {
		t.Errorf("only the tenge: %+v", only.Rates)
	}
}

func TestATableOfRates(t *testing.T) {
	f := newFile(t)
	x, err := command.ReadFx([]byte("currency;date;rate;nominal\nusd;24.11.2026;78,2345;\nEUR;2026-11-24;90.5;1\nEURO;24.11.2026;90;1\nUSD;31.02.2026;78;1\nCNY;24.11.2026;десять;1\nUSD;24.11.2026;79;1\nRUB;24.11.2026;1;1\nAMD;24.11.2026;20,1;0\n"))
	if err != nil {
		t.Fatal(err)
	}
	c := command.ImportFx{File: x}
	same(t, "preview", states(t, f, c), "added USD 2026-11-24", "added EUR 2026-11-24", "refused USD 2026-11-24 7  sheetrow.twice",
		"refused EURO 2026-11-24 4 currency currency", "refused USD  5 date dateFormat", "refused CNY 2026-11-24 6 rate firm.rate",
		"refused RUB 2026-11-24 8 currency currency", "refused AMD 2026-11-24 9 nominal firm.nominal")
	do(t, f, c)
	// Another rate of the same day changes the row; a table without a header is
	// read in the order of the columns.
	x, err = command.ReadFx([]byte("USD\t24.11.2026\t80\nUSD\t25.11.2026\t81,5\n"))
	if err != nil {
		t.Fatal(err)
	}
	same(t, "second", states(t, f, command.ImportFx{File: x}), "changed USD 2026-11-24", "added USD 2026-11-25")
}

func TestFilesThatHaveNoRates(t *testing.T) {
	for typed, code := range map[string]string{
		"": "table.empty", "имя;возраст;город;рост\nАнна;30;Москва;170\n": "firm.columns", "currency;date\nUSD;24.11.2026\n": "firm.columns",
		"<html><body>Курсы</body></html>": "firm.noRates", "<ValCurs Date=\"24.11.2026\"><Valute><CharCode>USD</CharCode>": "firm.xml", "<ValCurs Date=\"24.11.2026\"></ValCurs>": "firm.noRates",
	} {
		_, err := command.ReadFx([]byte(typed))
		var p data.Problem
		if !errors.As(err, &p) || p.Code != code {
			t.Errorf("%q: %v, want %s", typed, err, code)
		}
	}
	x, err := command.ReadFx([]byte("<ValCurs Date=\"\"><Valute><CharCode>USD</CharCode><Nominal>1</Nominal><Value>78</Value></Valute></ValCurs>"))
	if err != nil || len(x.Rates) != 0 || len(x.Faults) != 1 || x.Faults[0].Reason.Code != "required" {
		t.Errorf("rates without a day: %+v, %v", x, err)
	}
}

func TestTwoRatesOfADayAreRefused(t *testing.T) {
	f := newFile(t)
	x := data.FxRate{ID: data.NewID[data.FxRate](), Currency: "USD", RatedOn: data.NewDate(2026, 11, 24), Rate: 78_2345, Nominal: 1}
	do(t, f, command.PutFxRate{Rate: x})
	do(t, f, command.PutFxRate{Rate: x})
	x.ID = data.NewID[data.FxRate]()
	refuses(t, f, command.PutFxRate{Rate: x}, "ratedOn", "fxTwice")
	x.Currency = "RUB"
	refuses(t, f, command.PutFxRate{Rate: x}, "currency", "currency")
}

// A new row ends the one of the file that held on its day; the norm of the
// stories is 3 working days since 01.09.2025.
func TestNormsOfAFile(t *testing.T) {
	f := newFile(t)
	x, err := command.ReadNorms([]byte("code\tvalue\tunit\tvalid_from\tvalid_to\tsource\ntrip.report.days\t5\tworkdays\t2027-03-01\t\tПП РФ 01.02.2027 № 1\n" +
		"own.norm\t2,5\tpercent\t01.01.2026\t31.12.2026\tприказ\ntrip.report.days\tпять\tworkdays\t2027-05-01\t\t\nown.norm\t3\tpercent\t\t\t\nown.norm\t3\tpercent\t2027-05-01\t2027-04-01\t\n"))
	if err != nil {
		t.Fatal(err)
	}
	c := command.ImportNorms{File: x}
	same(t, "preview", states(t, f, c), "added trip.report.days 2027-03-01", "added own.norm 2026-01-01", "changed trip.report.days 2025-09-01",
		"refused trip.report.days 2027-05-01 4 value number", "refused own.norm  5 valid_from required", "refused own.norm 2027-05-01 6 valid_to order")
	do(t, f, c)
	rows, err := f.Read().Norms()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, n := range rows {
		if n.Code == "trip.report.days" || n.Code == "own.norm" {
			got = append(got, strings.Join([]string{n.Code, n.Value, n.ValidFrom.String(), n.ValidTo.String()}, " "))
		}
	}
	same(t, "norms", got, "own.norm 2.5 2026-01-01 2026-12-31", "trip.report.days 5 2027-03-01 ", "trip.report.days 3 2025-09-01 2027-02-28", "trip.report.days 3 2015-01-08 2025-08-31")
	steps, _ := f.Read().Steps(10)
	do(t, f, c)
	if again, _ := f.Read().Steps(10); len(again) != len(steps) {
		t.Errorf("the same file a second time left a step: %q", states(t, f, c))
	}
	if _, err := f.Undo(); err != nil {
		t.Fatal(err)
	}
	same(t, "after undo", states(t, f, c)[:3], "added trip.report.days 2027-03-01", "added own.norm 2026-01-01", "changed trip.report.days 2025-09-01")
}

func TestWhoSignsOnADay(t *testing.T) {
	day := func(m, d int) data.Date { return data.NewDate(2026, 1, 1) + data.Date(30*(m-1)+d-1) }
	all := []data.Signatory{
		{ID: data.NewID[data.Signatory](), Name: "Белов Сергей Ильич", Role: data.SignHead, Authority: data.ByStatute, ValidFrom: day(1, 1)},
		{ID: data.NewID[data.Signatory](), Name: "Орлов Пётр Ильич", Role: data.SignHead, Authority: data.ByProxy, AuthorityNo: "5", ValidFrom: day(3, 1), ValidTo: day(4, 1)},
	}
	for d, want := range map[data.Date]string{day(1, 1) - 1: "", day(1, 1): "Белов Сергей Ильич", day(3, 1): "Орлов Пётр Ильич", day(4, 1): "Орлов Пётр Ильич", day(4, 2): "Белов Сергей Ильич"} {
		if s, ok := command.SignerOn(all, data.SignHead, d); s.Name != want || ok != (want != "") {
			t.Errorf("%s: %q, want %q", d, s.Name, want)
		}
	}
	if _, ok := command.SignerOn(all, data.SignCashier, day(2, 1)); ok {
		t.Error("somebody signs as the cashier")
	}
}

func TestANewPerDiemEndsTheOldOne(t *testing.T) {
	f := newFile(t)
	add := func(x data.PerDiem, from data.Date) data.PerDiem {
		x.ID, x.ValidFrom = data.NewID[data.PerDiem](), from
		do(t, f, command.AddPerDiem{Rate: x})
		return x
	}
	ru := data.PerDiem{Country: "RU", Amount: 1500_00}
	add(ru, data.NewDate(2026, 1, 1))
	add(data.PerDiem{Country: "RU", City: "Екатеринбург", Amount: 1700_00}, data.NewDate(2026, 6, 1))
	ru.Amount = 1800_00
	add(ru, data.NewDate(2027, 1, 1))
	rows, err := f.Read().PerDiems()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, x := range rows {
		if x.Country != "RU" || x.Amount == 700_00 { // the shipped one
			continue
		}
		got = append(got, x.City+" "+data.Money(x.Amount).Decimal()+" "+x.ValidFrom.String()+" "+x.ValidTo.String())
	}
	same(t, "rows", got, " 1500.00 2026-01-01 2026-12-31", " 1800.00 2027-01-01 ", "Екатеринбург 1700.00 2026-06-01 ")
	ru.ID, ru.ValidFrom = data.NewID[data.PerDiem](), data.NewDate(2027, 1, 1)
	refuses(t, f, command.AddPerDiem{Rate: ru}, "validFrom", "perdiemTwice")
	ru.ValidFrom = 0
	refuses(t, f, command.AddPerDiem{Rate: ru}, "validFrom", "required")
}

func TestTheInnOfTheFirmIsDoubtedNotRefused(t *testing.T) {
	// 7701000019: 7·2+7·4+0·10+1·3+…+1·8 = 53, 53 mod 11 = 9.
	for inn, bad := range map[string]bool{"7701000019": false, "7701000017": true, "": false, "77": false} {
		c := data.Company{ID: data.CompanyID(), Name: "Вектор", Inn: inn}
		if got := len(command.CheckCompany(c)) > 0; got != bad {
			t.Errorf("%q: doubtful %v", inn, got)
		}
		if inn != "77" && c.Validate().Err() != nil {
			t.Errorf("%q is refused", inn)
		}
	}
}

// The rules give «Кузнецовой Анне Сергеевне»; what is typed otherwise is kept,
// and what the rule gives anyway is not.
func TestCasesOfAPerson(t *testing.T) {
	p := data.Person{FullName: "Кузнецова Анна Сергеевна", Position: "консультант"}
	of := func(p data.Person, field string) command.PersonCase {
		for _, c := range command.PersonCases(p) {
			if c.Field == field {
				return c
			}
		}
		return command.PersonCase{}
	}
	if c := of(p, "nameDative"); c.Text() != "Кузнецовой Анне Сергеевне" || c.Doubtful() {
		t.Errorf("dative %+v", c)
	}
	if c := of(p, "positionGenitive"); c.Text() != "консультанта" {
		t.Errorf("position %+v", c)
	}
	p = command.WithCase(p, "nameDative", "Кузнецовой А. С.")
	if c := of(p, "nameDative"); c.Text() != "Кузнецовой А. С." || p.NameDative != "Кузнецовой А. С." {
		t.Errorf("own %+v", c)
	}
	if p = command.WithCase(p, "nameDative", "Кузнецовой Анне Сергеевне"); p.NameDative != "" {
		t.Errorf("kept %q beside the rule", p.NameDative)
	}
	if cs := command.PersonCases(data.Person{FullName: "Иванов Пётр Ильич"}); of(data.Person{FullName: "Иванов Пётр Ильич"}, "positionDative").Rule != "" || len(cs) != 8 {
		t.Errorf("no position, but %+v", cs)
	}
}

// The shipped template may be given back as one's own; a file that is none, and
// one for another paper, are refused; going back takes the file away.
func TestATemplateOfOnesOwn(t *testing.T) {
	f := newFile(t)
	b, err := command.ShippedForm("order", "ru")
	if err != nil {
		t.Fatal(err)
	}
	refuses(t, f, command.SetForm{Code: "order", Lang: "ru", File: command.File{Name: "a.txt", Bytes: []byte("текст")}}, "", "form.notDocx")
	report, err := command.ShippedForm("advance-report", "ru")
	if err != nil {
		t.Fatal(err)
	}
	refuses(t, f, command.SetForm{Code: "order", Lang: "ru", File: command.File{Name: "АО.docx", Bytes: report}}, "", "form.faults")
	own := append([]byte(nil), b...)
	do(t, f, command.SetForm{Code: "order", Lang: "ru", File: command.File{Name: "Приказ.docx", Bytes: own}})
	do(t, f, command.SetForm{Code: "order", Lang: "ru", File: command.File{Name: "Приказ 2.docx", Bytes: own}})
	form, file, ok, err := command.OwnForm(f.Read(), "order", "ru")
	if err != nil || !ok || form.Name != "Приказ 2.docx" || file.Name != "Приказ 2.docx" || form.SetOn != data.NewDate(2026, 11, 24) {
		t.Errorf("own form %+v %+v %v %v", form, file, ok, err)
	}
	if got, mine, err := command.FormBytes(f.Read(), "order", "ru"); !mine || err != nil || len(got) != len(b) {
		t.Errorf("%d bytes, own %v, %v", len(got), mine, err)
	}
	if _, mine, err := command.FormBytes(f.Read(), "order", "en"); mine || err != nil {
		t.Errorf("the English one: own %v, %v", mine, err)
	}
	do(t, f, command.ResetForm{Code: "order", Lang: "ru", Name: "Приказ"})
	if files, err := f.Read().Attachments(data.RefTo(data.KindForm, data.FormID("order", "ru"))); len(files) != 0 || err != nil {
		t.Errorf("files left: %+v, %v", files, err)
	}
	if _, err := f.Undo(); err != nil {
		t.Fatal(err)
	}
	if _, mine, err := command.FormBytes(f.Read(), "order", "ru"); !mine || err != nil {
		t.Errorf("after undo: own %v, %v", mine, err)
	}
}

func FuzzReadFx(f *testing.F) {
	f.Add([]byte(bank))
	f.Add([]byte("currency;date;rate;nominal\nUSD;24.11.2026;78,2345;1\n"))
	f.Add([]byte("<ValCurs Date=\"24/11/2026\"><Valute/></ValCurs>"))
	f.Fuzz(func(t *testing.T, b []byte) {
		x, err := command.ReadFx(b)
		if err != nil && len(x.Rates)+len(x.Faults) > 0 {
			t.Error("rates beside an error")
		}
		for _, l := range x.Rates {
			l.Rate.ID = data.NewID[data.FxRate]()
			if ps := l.Rate.Validate(); len(ps) > 0 || l.Rate.Currency == "RUB" {
				t.Errorf("%+v: %v", l.Rate, ps)
			}
		}
	})
}

func FuzzReadNorms(f *testing.F) {
	f.Add([]byte("code\tvalue\tunit\tvalid_from\tvalid_to\tsource\na\t1\tdays\t2020-01-01\t\tx\n"))
	f.Add([]byte("a;2,5;days;01.01.2020\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		x, err := command.ReadNorms(b)
		if err != nil && len(x.Norms)+len(x.Faults) > 0 {
			t.Error("norms beside an error")
		}
		for _, l := range x.Norms {
			if ps := l.Norm.Validate(); len(ps) > 0 || l.Norm.ValidFrom.IsZero() {
				t.Errorf("%+v: %v", l.Norm, ps)
			}
		}
	})
}
