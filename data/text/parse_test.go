package text

import (
	"errors"
	"testing"

	"portfel/data"
)

// code is the code of a problem, or "" for none.
func code(err error) string {
	var p data.Problem
	if errors.As(err, &p) {
		return p.Code
	}
	if err != nil {
		return err.Error()
	}
	return ""
}

func TestParseMoney(t *testing.T) {
	good := map[string]data.Money{
		"": 0, "  ": 0, "0": 0, "5": 500, "5,5": 550, "5.50": 550, "0,01": 1,
		"1 312 000,50": 131200050, "1\u00a0312\u00a0000,50": 131200050, "1\u202f312\u202f000.50": 131200050,
		"1312000": 131200000, "7 500 ₽": 750000, "7500р": 750000, "7500 руб.": 750000, "₽7,500.50": 750050, "₽7,500": 750000, "−₽3,240": -324000, "7500 RUB": 750000,
		"1,312,000": 131200000, "1.312.000": 131200000, "1,312,000.50": 131200050, "1.312.000,50": 131200050, "1.312,50": 131250,
		"-50": -5000, "−50,00 ₽": -5000, "9999999999999": 999999999999900,
	}
	for s, want := range good {
		if got, err := ParseMoney(s); err != nil || got != want {
			t.Errorf("%q: got %d %v, want %d", s, got, err, want)
		}
	}
	for _, s := range []string{"пять", "5,555", "1,312", "5,", ",5", "5,5,5", "12,34,567", "--5", "5-", "₽", "1e5", "99999999999999", "1 2x"} {
		if _, err := ParseMoney(s); code(err) != "moneyFormat" {
			t.Errorf("%q: got %v, want moneyFormat", s, err)
		}
	}
}

func TestWrittenMoneyIsReadBack(t *testing.T) {
	for _, m := range []data.Money{0, 1, 99, 100, 750050, 131200000, -324000, 256200000} {
		for _, l := range Langs {
			w := For(l)
			for _, s := range []string{w.MoneyExact(m), w.Amount(m), w.Money(m), w.MoneyTyped(m)} {
				if got, err := ParseMoney(s); err != nil || got != m {
					t.Errorf("%q: got %d %v, want %d", s, got, err, m)
				}
			}
		}
	}
}

func TestParseHours(t *testing.T) {
	good := map[string]data.Minutes{
		"": 0, "6": 360, "6,5": 390, "6.5": 390, "6,5 ч": 390, "6:30": 390, "0:05": 5, "6ч30м": 390, "6ч 30": 390, "6h30m": 390, "6 часов": 360,
		"90м": 90, "90 мин": 90, "45m": 45, "0,33": 20, "1,75ч": 105, "40 ч": 2400,
	}
	for s, want := range good {
		if got, err := ParseHours(s); err != nil || got != want {
			t.Errorf("%q: got %d %v, want %d", s, got, err, want)
		}
	}
	bad := map[string]string{"2д": "hoursDays", "2 дня": "hoursDays", "2d": "hoursDays", "-2": "hoursFormat", "6:60": "hoursFormat", "6:5:5": "hoursFormat",
		"шесть": "hoursFormat", "6ч30ч": "hoursFormat", "6:": "hoursFormat", "ч": "hoursFormat", "6,1234": "hoursFormat", "1д4ч": "hoursFormat"}
	for s, want := range bad {
		if _, err := ParseHours(s); code(err) != want {
			t.Errorf("%q: got %v, want %s", s, err, want)
		}
	}
}

func TestTypedHoursAreReadBack(t *testing.T) {
	for _, m := range []data.Minutes{0, 5, 20, 30, 50, 390, 1972 * 60} {
		for _, l := range Langs {
			typed := For(l).HoursTyped(m)
			if got, err := ParseHours(typed); err != nil || got != m {
				t.Errorf("%s %q: got %d %v, want %d", l, typed, got, err, m)
			}
		}
	}
}

func TestParsePercent(t *testing.T) {
	for s, want := range map[string]int{"": 0, "0": 0, "60": 60, "60 %": 60, "100%": 100} {
		if got, err := ParsePercent(s); err != nil || got != want {
			t.Errorf("%q: got %d %v, want %d", s, got, err, want)
		}
	}
	for _, s := range []string{"101", "-1", "5,5", "x", "%"} {
		if _, err := ParsePercent(s); code(err) != "percentFormat" {
			t.Errorf("%q: got %v, want percentFormat", s, err)
		}
	}
}

func TestParseSpan(t *testing.T) {
	span := func(n int64, u data.Unit) data.Span { return data.Span{Amount: n, Unit: u} }
	good := map[string]data.Span{
		"": {}, "5": data.Days(5), "5д": data.Days(5), "5 дней": data.Days(5), "1 рабочий день": data.Days(1), "5р": data.Days(5), "0": data.Days(0),
		"2.5d": span(2500, data.WorkDays), "2,5д": span(2500, data.WorkDays), "4ч": span(240, data.WorkMinutes), "4h": span(240, data.WorkMinutes), "1,5ч": span(90, data.WorkMinutes),
		"30м": span(30, data.WorkMinutes), "3кд": span(3000, data.CalendarDays), "3cd": span(3000, data.CalendarDays), "24кч": span(1440, data.ElapsedMins),
		"+2д": data.Days(2), "-1д": data.Days(-1), "−1д": data.Days(-1), "-1,5ч": span(-90, data.WorkMinutes),
	}
	for s, want := range good {
		if got, err := ParseSpan(s); err != nil || got != want {
			t.Errorf("%q: got %v %v, want %v", s, got, err, want)
		}
	}
	for _, s := range []string{"д", "5ы", "5 5 x", "1,2345д", "2,5м", "пять", "--1", "1-2д"} {
		if _, err := ParseSpan(s); code(err) != "spanFormat" {
			t.Errorf("%q: got %v, want spanFormat", s, err)
		}
	}
}

func TestTypedSpansAreReadBack(t *testing.T) {
	for _, s := range []data.Span{data.Days(5), {Amount: 2500, Unit: data.WorkDays}, {Amount: 240, Unit: data.WorkMinutes}, {Amount: 3000, Unit: data.CalendarDays},
		{Amount: 1440, Unit: data.ElapsedMins}, data.Days(-1), data.Days(1500)} {
		for _, l := range Langs {
			typed := For(l).SpanTyped(s)
			if got, err := ParseSpan(typed); err != nil || got != s {
				t.Errorf("%s %q: got %v %v, want %v", l, typed, got, err, s)
			}
		}
	}
}

func TestProblemsOfParsingNameWhatWasTyped(t *testing.T) {
	_, err := ParseMoney(" пять ")
	if got := For(RU).Error(err); got != "«пять» — не сумма. Пример: 1 312 000,50." {
		t.Errorf("got %q", got)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"", "1 312 000,50", "6ч30м", "6:30", "60 %", "2.5d", "−1д", "1.312.000,5", "₽", "\u00a05\u202f0"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if m, err := ParseMoney(s); err == nil {
			if again, err := ParseMoney(For(RU).MoneyExact(m)); err != nil || again != m {
				t.Errorf("%q: read as %d, written and read again as %d %v", s, m, again, err)
			}
		}
		if m, err := ParseHours(s); err == nil && m < 0 {
			t.Errorf("%q: negative hours %d", s, m)
		}
		if n, err := ParsePercent(s); err == nil && (n < 0 || n > 100) {
			t.Errorf("%q: per cent %d", s, n)
		}
		ParseSpan(s)
	})
}

func TestProblemsOfParsingHaveSentences(t *testing.T) {
	_, money := ParseMoney("x")
	_, hours := ParseHours("x")
	_, days := ParseHours("2д")
	_, percent := ParsePercent("x")
	_, span := ParseSpan("x")
	for _, err := range []error{money, hours, days, percent, span} {
		for _, l := range Langs {
			if !For(l).Has("problem." + code(err)) {
				t.Errorf("%s: no sentence for %v", l, err)
			}
		}
	}
}
