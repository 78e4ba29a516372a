package command_test

import (
	"bytes"
	"errors"
	"image"
	"image/jpeg"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/perdiem"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// foundCodes are the findings as «wrong order», in their order.
func foundCodes(list []command.Finding) (all []string) {
	for _, f := range list {
		all = append(all, string(f.Level)+" "+f.Code)
	}
	return all
}

func checked(t testing.TB, f *sqlite.File, id data.ID[data.Trip]) []command.Finding {
	t.Helper()
	list, err := command.ReadTripCheck(f.Read(), id)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func has(list []command.Finding, code string) *command.Finding {
	for i := range list {
		if list[i].Code == code {
			return &list[i]
		}
	}
	return nil
}

// Story 3 on 08.12: two flights without boarding passes, no result; 4 000 above
// the limit, 50 to return.
func TestWhatTheAccountantSaysOfStoryThree(t *testing.T) {
	var now time.Time
	f, id := storyFile(t, &now)
	list := checked(t, f, id)
	sameLines(t, foundCodes(list), "doubt boarding", "doubt boarding", "doubt result", "hint noFile", "hint noFile", "hint noFile", "hint noFile", "hint aboveLater", "hint rest")
	w := text.For(text.RU)
	if s := list[0].Sentence(w) + " " + list[0].Advice(w); s != "Нет посадочного талона: Москва — Екатеринбург, 30.11.2026. Приложите талон или справку перевозчика; если он утерян, составьте служебную записку." || !list[0].Memo {
		t.Error(s)
	}
	if s := strings.ReplaceAll(has(list, "aboveLater").Sentence(w), "\u00a0", " "); s != "Суточные 7 500 ₽: в пределах 3 500 ₽, сверх предела 4 000 ₽. Это доход последнего дня месяца, в котором утвердят отчёт: НДФЛ и взносы." {
		t.Error(s)
	}
	handIn(t, f, &now, id)
	if s := strings.ReplaceAll(has(checked(t, f, id), "above").Sentence(w), "\u00a0", " "); !strings.Contains(s, "Это доход 31.12.2026") {
		t.Error(s)
	}
}

// checkOf is a trip without fault; each case of the table spoils one thing.
func checkOf() command.CheckInput {
	id := data.NewID[data.Trip]()
	day := func(d int) data.Date { return data.NewDate(2026, 10, d) }
	x := command.TripFacts{Trip: data.Trip{ID: id, What: data.TripHome, Status: data.TripOrdered, OrderNo: "1", OrderOn: day(1), AcquaintedOn: day(2), ResultText: "Сделано"},
		Row: data.TripRow{ID: id, StartsOn: day(6), EndsOn: day(9), ReportOn: day(14)}}
	x.Legs = []data.Leg{{ID: data.NewID[data.Leg](), Transport: data.ByTrain, TicketNo: "1", FromPlace: "Москва", ToPlace: "Казань", Depart: data.Moment{Day: day(6), Min: 600, Zone: "Europe/Moscow"}, Arrive: data.Moment{Day: day(6), Min: 900, Zone: "Europe/Moscow"}}}
	x.Moves = []data.MoneyMove{{TripID: id, What: data.MoneyAdvance, Amount: 100}}
	e := data.Expense{ID: data.NewID[data.Expense](), TripID: id, Category: data.SpentLodging, Title: "гостиница, 3 ночи", Sum: 100, DocWhat: data.DocInvoice, Payer: data.PaidAdvance, SpentOn: day(9), Sheets: 1}
	tax := e
	tax.ID, tax.Category, tax.Title, tax.Sum = data.NewID[data.Expense](), data.SpentTax, "", 2
	x.Expenses = []data.Expense{e, tax}
	in := command.CheckInput{Facts: x, Today: day(12)}
	for _, e := range x.Expenses {
		in.Files = append(in.Files, command.TripFile{Owner: data.RefTo(data.KindExpense, e.ID), Attachment: data.Attachment{Name: "скан.pdf"}})
	}
	return in
}

func TestEachFindingComesAlone(t *testing.T) {
	if list := command.CheckTrip(checkOf()); len(list) > 0 {
		t.Fatalf("a trip without fault: %v", foundCodes(list))
	}
	expense := func(in *command.CheckInput) *data.Expense { return &in.Facts.Expenses[0] }
	day := func(d int) data.Date { return data.NewDate(2026, 10, d) }
	for want, spoil := range map[string]func(*command.CheckInput){
		"wrong settings":    func(in *command.CheckInput) { in.Missing.Add(true, "company", "paper.company") },
		"wrong order":       func(in *command.CheckInput) { in.Facts.Trip.Status = data.TripAgreed },
		"doubt orderNo":     func(in *command.CheckInput) { in.Facts.Trip.OrderNo = "" },
		"wrong orderSigned": func(in *command.CheckInput) { in.Facts.Papers = []data.Paper{{What: data.PaperOrder, Number: "1"}} },
		"hint acquainted":   func(in *command.CheckInput) { in.Facts.Trip.AcquaintedOn = 0 },
		"wrong diem":        func(in *command.CheckInput) { in.Facts.DiemErr = data.Problems{{Code: "perdiem.noDates"}} },
		"wrong money": func(in *command.CheckInput) {
			in.Facts.MoneyErr = data.Problems{{Field: "rate", Code: "noRate", Args: []string{"EUR", ""}}}
		},
		"doubt fault":    func(in *command.CheckInput) { in.Facts.Diem.Faults = data.Problems{{Code: "perdiem.noCountry"}} },
		"wrong stale":    func(in *command.CheckInput) { in.Facts.Report.ReportedOn, in.Facts.Report.Spent = day(12), 1 },
		"hint notOver":   func(in *command.CheckInput) { in.Today = day(8) },
		"wrong late":     func(in *command.CheckInput) { in.Today = day(15) },
		"doubt wasLate":  func(in *command.CheckInput) { in.Facts.Report.ReportedOn = day(15) },
		"doubt boarding": func(in *command.CheckInput) { in.Facts.Legs[0].Transport = data.ByPlane },
		"doubt ticket":   func(in *command.CheckInput) { in.Facts.Legs[0].TicketNo = "" },
		"doubt car":      func(in *command.CheckInput) { in.Facts.Legs[0].Transport = data.ByCar },
		"doubt noPaper":  func(in *command.CheckInput) { expense(in).DocWhat = data.DocNone },
		"doubt outside":  func(in *command.CheckInput) { expense(in).DocOn = day(10) },
		"doubt sheets":   func(in *command.CheckInput) { expense(in).Sheets = 0 },
		"hint noFile":    func(in *command.CheckInput) { in.Files = in.Files[1:] },
		"doubt twin":     func(in *command.CheckInput) { in.Facts.Expenses[1].Fiscal, expense(in).Fiscal = "9-1-3", "9-1-3" },
		"hint noLodging": func(in *command.CheckInput) {
			expense(in).Category, expense(in).Title = data.SpentOther, "прочее"
		},
		"doubt nights": func(in *command.CheckInput) { expense(in).Title = "гостиница, 4 ночи" },
		"hint tax":     func(in *command.CheckInput) { in.Facts.Expenses[1].Category = data.SpentTaxi },
		"doubt taxInside": func(in *command.CheckInput) {
			in.Facts.Expenses[1].Category, expense(in).Title = data.SpentTaxi, "3 ночи и налог"
		},
		"hint above":      func(in *command.CheckInput) { in.Facts.Diem.Above, in.Facts.Diem.IncomeOn = 400, day(31) },
		"hint aboveLater": func(in *command.CheckInput) { in.Facts.Diem.Above = 400 },
		"doubt dayOff": func(in *command.CheckInput) {
			in.Facts.Diem.Days = []perdiem.Day{{On: day(8), Off: true, Part: 1000, Use: data.DayStay}}
		},
		"wrong advance": func(in *command.CheckInput) { in.Facts.Moves = nil },
		"hint rest":     func(in *command.CheckInput) { in.Facts.Money.Rest = 50 },
		"hint owed":     func(in *command.CheckInput) { in.Facts.Money.Rest = -50 },
		"doubt result":  func(in *command.CheckInput) { in.Facts.Trip.ResultText = " " },
		"hint items":    func(in *command.CheckInput) { in.Facts.Items = []data.TripItem{{Title: "акт"}, {Done: true}} },
		"wrong file":    func(in *command.CheckInput) { in.Files[0].Bad = true },
	} {
		in := checkOf()
		spoil(&in)
		list := command.CheckTrip(in)
		if got := foundCodes(list); !slices.Equal(got, []string{want}) {
			t.Errorf("want %q, got %v", want, got)
			continue
		}
		for _, l := range text.Langs {
			for _, s := range []string{list[0].Sentence(text.For(l)), list[0].Advice(text.For(l)), list[0].Level.Word(text.For(l))} {
				if s == "" || strings.Contains(s, "{") || strings.Contains(s, "tripcheck.") {
					t.Errorf("%s in %s: %q", want, l, s)
				}
			}
		}
	}
}

// A marked day off, a personal one and one on the road need no question.
func TestMarkedDaysOffAreNotAsked(t *testing.T) {
	for _, d := range []perdiem.Day{{On: data.NewDate(2026, 10, 8), Off: true, Part: 1000, Use: data.DayRoad}, {On: data.NewDate(2026, 10, 8), Off: true, Part: 1000, Use: data.DayWork}} {
		in := checkOf()
		in.Facts.Diem.Days = []perdiem.Day{d}
		if d.Use == data.DayWork {
			in.Facts.Days = []data.TripDay{{DayOn: d.On, Use: data.DayWork}}
		}
		if list := command.CheckTrip(in); len(list) > 0 {
			t.Errorf("%s: %v", d.Use, foundCodes(list))
		}
	}
}

func TestALocalTripHasNothingToCheck(t *testing.T) {
	if list := checked(t, tripFile(t, morning24), sampleTrip("local.baltic")); list != nil {
		t.Errorf("%v", foundCodes(list))
	}
}

// The pack of story 3: the report of 2 pages, the list, a photo and a bill of a
// page, and a ticket of the trip.
func TestThePackOfStoryThree(t *testing.T) {
	var now time.Time
	f, id := storyFile(t, &now)
	handIn(t, f, &now, id)
	x, err := command.ReadTrip(f.Read(), id)
	if err != nil {
		t.Fatal(err)
	}
	var shot bytes.Buffer
	if err := jpeg.Encode(&shot, image.NewRGBA(image.Rect(0, 0, 300, 500)), nil); err != nil {
		t.Fatal(err)
	}
	bill, _ := paperBytes(t, f, command.PaperOptions{Code: "order", TripID: id, Format: "pdf"}, text.RU)
	attach := func(o data.Ref, name string, b []byte) {
		do(t, f, command.Attach{Owner: o, File: command.File{Name: name, Bytes: b}})
	}
	attach(data.RefTo(data.KindExpense, x.Expenses[0].ID), "счёт.pdf", bill)
	attach(data.RefTo(data.KindExpense, x.Expenses[2].ID), "чек.jpg", shot.Bytes())
	attach(data.RefTo(data.KindTrip, id), "посадочный талон.jpg", shot.Bytes())
	attach(data.RefTo(data.KindTrip, id), "переписка.txt", []byte("письмо"))
	var out bytes.Buffer
	var heard []string
	notes, err := command.WritePack(f.Read(), id, text.For(text.RU), func(done, all int, name string) bool {
		heard = append(heard, name)
		return true
	}, &out)
	if err != nil {
		t.Fatal(err)
	}
	keepReport(t, "pack.pdf", out.Bytes())
	if n := len(regexp.MustCompile(`/Type\s*/Page\b`).FindAll(out.Bytes(), -1)); n != 6 {
		t.Errorf("%d pages", n)
	}
	if got := strings.Join(heard, "|"); got != "Авансовый отчёт|Перечень документов|счёт.pdf|чек.jpg|посадочный талон.jpg|" {
		t.Errorf("heard %s", got)
	}
	if len(notes) != 1 || !strings.Contains(notes[0].Sentence(text.For(text.RU)), "переписка.txt не вошёл в пакет") {
		t.Errorf("notes %+v", notes)
	}
	if list := checked(t, f, id); len(slices.DeleteFunc(foundCodes(list), func(s string) bool { return s != "doubt boarding" })) != 1 {
		t.Errorf("one flight of two has its pass: %v", foundCodes(list))
	}

	out.Reset()
	_, err = command.WritePack(f.Read(), id, text.For(text.RU), func(done, _ int, _ string) bool { return done < 3 }, &out)
	if !errors.Is(err, command.ErrStopped) || out.Len() > 0 {
		t.Errorf("%v, %d bytes", err, out.Len())
	}
	attach(data.RefTo(data.KindExpense, x.Expenses[1].ID), "битый.jpg", shot.Bytes()[:40])
	_, err = command.WritePack(f.Read(), id, text.For(text.RU), nil, &out)
	if got := text.For(text.RU).Error(err); got != "битый.jpg: картинка повреждена. Замените файл." || out.Len() > 0 {
		t.Errorf("%q, %d bytes", got, out.Len())
	}
}

func journalText(t testing.TB, f *sqlite.File, o command.PaperOptions) string {
	t.Helper()
	return paperText(t, f, o, text.RU)
}

// Story 7: the journal of November has the trip of the 11th and the planned one
// of the 26th, with hours, address, purpose and whom to call.
func TestJournalsOfAPeriod(t *testing.T) {
	f := tripFile(t, morning24)
	local := journalText(t, f, command.PaperOptions{Code: "local-trips", Format: "docx"})
	mentions(t, local, "Ноябрь 2026", "11.11.2026", "10:00", "13:00", "ООО «Балтик-Тара»", "Москва, ул. Складочная, 1", "Сдача итогового отчёта", "Рябов А. В., +7 495 000-33-44", "Подпись", "26.11.2026")
	if october := journalText(t, f, command.PaperOptions{Code: "local-trips", Format: "docx", From: data.NewDate(2026, 10, 1), To: data.NewDate(2026, 10, 31)}); strings.Contains(october, "Балтик") {
		t.Error("a trip of November stands in October")
	}
	gone := journalText(t, f, command.PaperOptions{Code: "departures", Format: "docx", From: data.NewDate(2026, 9, 1), To: data.NewDate(2026, 12, 31)})
	mentions(t, gone, "Минск, Беларусь", "41-ком", "Ласточкин Дмитрий Олегович", "25.09.2026", "54-ком")
	if strings.Contains(gone, "Екатеринбург") || strings.Contains(gone, "Самара") {
		t.Error("a trip without a signed order, or a cancelled one, stands in the journal")
	}
	var b bytes.Buffer
	for _, o := range []command.PaperOptions{{Code: "local-trips", Format: "xlsx"}, {Code: "departures", Format: "xlsx"}, {Code: "trips", Format: "xlsx"}, {Code: "trips", Format: "pdf"}} {
		b.Reset()
		if _, err := command.WritePaper(f.Read(), o, text.For(text.EN), &b); err != nil || b.Len() < 5000 {
			t.Errorf("%+v: %v, %d bytes", o, err, b.Len())
		}
		keepReport(t, "journal-"+o.Code+"."+o.Format, b.Bytes())
	}
	if _, err := command.WritePaper(f.Read(), command.PaperOptions{Code: "trips", Format: "docx"}, text.For(text.RU), io.Discard); err == nil {
		t.Error("a plan as DOCX")
	}
}

// The last quarter of 2026: five trips. Екатеринбург is planned with 55 900
// (story 1); Казань of October has cost 6 000 + 14 100 + 1 200 = 21 300,
// Санкт-Петербург 3 000 + 5 900 + 1 100 = 10 000.
func TestThePlanOfTripsOfAQuarter(t *testing.T) {
	f := tripFile(t, morning24)
	got := journalText(t, f, command.PaperOptions{Code: "trips", Format: "pdf", From: data.NewDate(2026, 10, 1), To: data.NewDate(2026, 12, 31)})
	mentions(t, got, "Екатеринбург", "55 900,00", "21 300,00", "10 000,00", "31 300,00", "Согласована")
	if strings.Contains(got, "Минск") || strings.Contains(got, "Самара") {
		t.Error("a trip of September or a cancelled one stands in the plan")
	}
}

func TestThePeriodOfAJournal(t *testing.T) {
	day := data.NewDate
	for _, c := range []struct {
		code                   string
		from, to, first, until data.Date
	}{
		{"local-trips", 0, 0, day(2026, 11, 1), day(2026, 11, 30)},
		{"local-trips", day(2026, 2, 10), 0, day(2026, 2, 10), day(2026, 2, 28)},
		{"departures", 0, day(2026, 2, 10), day(2026, 2, 1), day(2026, 2, 10)},
		{"trips", 0, 0, day(2026, 1, 1), day(2026, 12, 31)},
		{"trips", day(2027, 4, 1), day(2027, 6, 30), day(2027, 4, 1), day(2027, 6, 30)},
	} {
		first, until, err := command.JournalPeriod(c.code, c.from, c.to, day(2026, 11, 24))
		if err != nil || first != c.first || until != c.until {
			t.Errorf("%s %s..%s is %s..%s, %v", c.code, c.from, c.to, first, until, err)
		}
	}
}
