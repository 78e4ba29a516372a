package grammar

import (
	"fmt"

	"portfel/data"
)

// currency is a row of currency.tsv.
type currency struct {
	gender      Gender
	unit, small [3]string // Russian for 1, 2, 5; no small = no hundredths
	english     [2]string // for 1 and many
	cent        [2]string
}

var currencies = readCurrencies()

func readCurrencies() map[string]currency {
	all := map[string]currency{}
	for _, row := range rows("currency") {
		c := currency{gender: Masculine}
		if row[1] == "f" {
			c.gender = Feminine
		}
		copy(c.unit[:], row[2:5])
		copy(c.small[:], row[5:8])
		c.english = [2]string{row[8], row[9]}
		c.cent = [2]string{cell(row, 10), cell(row, 11)}
		all[row[0]] = c
	}
	return all
}

// currencyOf is the currency of a sum. One that the table lacks is written by
// its code, with hundredths as a fraction.
func currencyOf(f data.Foreign) (c currency, known bool) {
	code := f.Currency
	if f.Home() {
		code = "RUB"
	}
	if c, known = currencies[code]; !known {
		c = currency{gender: Masculine, unit: [3]string{code, code, code}, english: [2]string{code, code}}
	}
	return c, known
}

// Roubles is a sum in Russian words: «Семь тысяч пятьсот рублей 00 копеек».
func Roubles(m data.Money) string { return Sum(data.Roubles(m)).Text }

// RoublesMixed is a sum in digits with Russian words in brackets:
// «7 500,00 (Семь тысяч пятьсот) рублей 00 копеек».
func RoublesMixed(m data.Money) string { return SumMixed(data.Roubles(m)).Text }

// RoublesEnglish is a sum in English words: "Seven thousand five hundred
// roubles 00 kopecks".
func RoublesEnglish(m data.Money) string { return SumEnglish(data.Roubles(m)).Text }

// Sum is a sum in its currency in Russian words. It is unsure when the currency
// is not in the table, or has hundredths that it does not know.
func Sum(f data.Foreign) Form {
	whole, unit, tail, sure := russianSum(f)
	return Form{whole + " " + unit + tail, sure}
}

// SumMixed is a sum in digits with Russian words in brackets; see Sum.
func SumMixed(f data.Foreign) Form {
	whole, unit, tail, sure := russianSum(f)
	return Form{digits(f.Sum, "\u00a0", ",") + " (" + whole + ") " + unit + tail, sure}
}

// russianSum is the number in words, the unit, and the hundredths.
func russianSum(f data.Foreign) (whole, unit, tail string, sure bool) {
	c, known := currencyOf(f)
	n := magnitude(f.Sum)
	whole = capital(signed(f.Sum, words(n/100, c.gender, false), "минус "))
	unit = c.unit[pluralIndex(n/100)]
	tail, exact := hundredths(n%100, c.small[pluralIndex(n%100)])
	return whole, unit, tail, known && exact
}

// hundredths are two digits with their name. A currency without them shows
// none, or a fraction that needs a look.
func hundredths(n uint64, name string) (tail string, sure bool) {
	switch {
	case name != "":
		return fmt.Sprintf(" %02d %s", n, name), true
	case n == 0:
		return "", true
	}
	return fmt.Sprintf(" %02d/100", n), false
}

// SumEnglish is a sum in its currency in English words; see Sum.
func SumEnglish(f data.Foreign) Form {
	whole, rest, sure := englishSum(f)
	return Form{whole + rest, sure}
}

// SumMixedEnglish is "7,500.00 (Seven thousand five hundred) roubles 00
// kopecks"; see Sum.
func SumMixedEnglish(f data.Foreign) Form {
	whole, rest, sure := englishSum(f)
	return Form{digits(f.Sum, ",", ".") + " (" + whole + ")" + rest, sure}
}

func englishSum(f data.Foreign) (whole, rest string, sure bool) {
	c, known := currencyOf(f)
	n := magnitude(f.Sum)
	whole = capital(signed(f.Sum, englishWords(n/100), "minus "))
	tail, exact := hundredths(n%100, englishForm(c.cent, n%100))
	return whole, " " + englishForm(c.english, n/100) + tail, known && exact
}

func englishForm(forms [2]string, n uint64) string {
	if n == 1 {
		return forms[0]
	}
	return forms[1]
}

// digits writes hundredths as a decimal with grouped thousands and a true minus.
func digits(sum int64, group, point string) string {
	n := magnitude(sum)
	whole := fmt.Sprint(n / 100)
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + group + whole[i:]
	}
	return signed(sum, whole, "−") + point + fmt.Sprintf("%02d", n%100)
}
