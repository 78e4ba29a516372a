package trips

import (
	"slices"
	"strings"

	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// sumText is «5 245,00» or «120,50 USD».
func sumText(w *text.Words, f data.Foreign) string {
	s := w.Amount(data.Money(f.Sum))
	if f.Home() {
		return s
	}
	return s + "\u00a0" + f.Currency
}

// newCount makes the field of a count: «4», «1,5».
func newCount(w *text.Words, n int64) *ui.Parsed[int64] {
	return ui.NewParsed(n, func(s string) (int64, error) {
		v, err := data.ParseThousandths(strings.ReplaceAll(strings.TrimSpace(s), " ", ""))
		if err != nil || v < 0 {
			return 0, data.Problems{{Code: "number", Args: []string{s}}}
		}
		return v, nil
	}, w.Decimal)
}

// newSum makes the field of a sum in any currency: «5245», «120,50 USD». The rate
// of a currency is the one in force on the day; «120,50 USD 92,1» gives another.
func newSum(c *detail, f data.Foreign, on data.Date) *ui.Parsed[data.Foreign] {
	w := c.d.Words()
	return ui.NewParsed(f, func(s string) (data.Foreign, error) { return parseSum(c, s, on) }, func(f data.Foreign) string { return sumTyped(w, f) })
}

func sumTyped(w *text.Words, f data.Foreign) string {
	if f == (data.Foreign{}) {
		return ""
	}
	s := w.MoneyTyped(data.Money(f.Sum))
	if f.Home() {
		return s
	}
	return s + " " + f.Currency
}

// parseSum reads a sum, its currency and, behind that, its rate.
func parseSum(c *detail, s string, on data.Date) (f data.Foreign, err error) {
	words := strings.Fields(strings.ToUpper(s))
	at := slices.IndexFunc(words, currency)
	sum, rate := words, ""
	if at >= 0 {
		sum, f.Currency = words[:at], words[at]
		rate = strings.Join(words[at+1:], "")
	}
	m, err := text.ParseMoney(strings.Join(sum, " "))
	if err != nil {
		return f, err
	}
	if f.Currency == "RUB" || f.Currency == "РУБ" {
		f.Currency = ""
	}
	f.Sum = int64(m)
	if f.Home() {
		return data.Roubles(m), nil
	}
	return rated(c, f, rate, on)
}

// currency tells whether a word is a code of three letters.
func currency(s string) bool {
	return len([]rune(s)) == 3 && !strings.ContainsAny(s, "0123456789.,₽")
}

// rated gives a sum its rate: the typed one, else the one in force on the day.
func rated(c *detail, f data.Foreign, rate string, on data.Date) (data.Foreign, error) {
	if rate != "" {
		v, err := data.ParseFixed(strings.Replace(rate, ",", ".", 1), 4)
		if err != nil || v <= 0 {
			return f, data.Problems{{Code: "number", Args: []string{rate}}}
		}
		return f.In(v, 1), nil
	}
	x, ok, err := c.d.Read().FxOn(f.Currency, on)
	if err != nil {
		return f, err
	}
	if !ok {
		return f, data.Problems{{Code: "noRateTyped", Args: []string{f.Currency}}}
	}
	return f.In(x.Rate, x.Nominal), nil
}
