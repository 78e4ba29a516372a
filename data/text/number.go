package text

import (
	"fmt"
	"strconv"
	"strings"

	"portfel/data"
)

// nb is the no-break space that stands inside numbers.
const nb = "\u00a0"

// minus is the true minus sign, as wide as a digit.
const minus = "−"

// Number is a whole number with its thousands apart: «1 312 000», 1,312,000. A
// number of four digits is grouped too, so that columns stand in line.
func (w *Words) Number(n int64) string { return w.decimal(strconv.FormatInt(n, 10), "") }

// decimal writes digits with an optional sign and a fraction.
func (w *Words) decimal(whole, frac string) string {
	sign := ""
	if t, ok := strings.CutPrefix(whole, "-"); ok {
		sign, whole = minus, t
	}
	sep, point := nb, ","
	if !w.ru() {
		sep, point = ",", "."
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + sep + whole[i:]
	}
	if frac != "" {
		frac = point + frac
	}
	return sign + whole + frac
}

// Decimal writes n/1000 with at most three decimals and no needless zeros:
// «2,5» for 2500.
func (w *Words) Decimal(thousandths int64) string {
	whole, frac, _ := strings.Cut(data.Thousandths(thousandths), ".")
	return w.decimal(whole, frac)
}

// Money is a sum with its currency: «1 312 000 ₽» for whole roubles,
// «7 500,50 ₽» with kopecks; in English ₽1,312,000 and ₽7,500.50.
func (w *Words) Money(m data.Money) string {
	whole, frac, _ := strings.Cut(m.Decimal(), ".")
	if frac == "00" {
		frac = ""
	}
	return w.rouble(w.decimal(whole, frac))
}

// MoneyExact is a sum with kopecks in any case: «50,00 ₽», as papers ask.
func (w *Words) MoneyExact(m data.Money) string { return w.rouble(w.Amount(m)) }

// MoneyRounded is a sum rounded to whole roubles, half away from zero.
func (w *Words) MoneyRounded(m data.Money) string {
	half := data.Money(50)
	if m < 0 {
		half = -50
	}
	return w.rouble(w.Number(int64((m + half) / 100)))
}

// Amount is a sum with kopecks and without its sign, for columns under a
// heading that names the currency: «28 000,00».
func (w *Words) Amount(m data.Money) string {
	whole, frac, _ := strings.Cut(m.Decimal(), ".")
	return w.decimal(whole, frac)
}

func (w *Words) rouble(s string) string {
	if w.ru() {
		return s + nb + "₽"
	}
	if t, ok := strings.CutPrefix(s, minus); ok {
		return minus + "₽" + t
	}
	return "₽" + s
}

// Percent is a whole per cent: «60 %», 60%.
func (w *Words) Percent(n int) string { return w.percent(w.Number(int64(n))) }

// PercentTenths is a per cent from tenths: «73,9 %» for 739, «80 %» for 800.
func (w *Words) PercentTenths(tenths int64) string { return w.percent(w.Decimal(tenths * 100)) }

func (w *Words) percent(s string) string {
	if w.ru() {
		return s + nb + "%"
	}
	return s + "%"
}

// Hours is working time in hours to a hundredth: «6,5 ч», «0 ч»; 6.5 h.
func (w *Words) Hours(m data.Minutes) string { return w.HoursNumber(m) + nb + w.T("unit.hour") }

// HoursNumber is Hours without the unit, for columns that name it above.
func (w *Words) HoursNumber(m data.Minutes) string { return w.Decimal(hundredths(int64(m))) }

// hundredths turns minutes into thousandths of an hour, rounded to hundredths
// of an hour, half away from zero.
func hundredths(minutes int64) int64 {
	n, half := minutes*100, int64(30)
	if n < 0 {
		half = -30
	}
	return (n + half) / 60 * 10
}

// FileSize is a size in bytes with the unit that fits: «512 Б», «1,4 МБ».
func (w *Words) FileSize(bytes int64) string {
	units := []string{"unit.byte", "unit.kb", "unit.mb", "unit.gb"}
	tenths, i := bytes*10, 0
	for ; i < len(units)-1 && tenths >= 10240; i++ {
		tenths = (tenths + 512) / 1024
	}
	if i == 0 || tenths >= 1000 {
		return w.Number((tenths+5)/10) + nb + w.T(units[i])
	}
	return w.Decimal(tenths*100) + nb + w.T(units[i])
}

// Signed is a whole number with its sign in any case, for differences: «+6».
func (w *Words) Signed(n int64) string {
	if n > 0 {
		return "+" + w.Number(n)
	}
	return w.Number(n)
}

// two writes a number of two digits.
func two(n int) string { return fmt.Sprintf("%02d", n) }
