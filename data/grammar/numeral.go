package grammar

import (
	"strconv"
	"strings"
)

// numeral is a row of numeral.tsv: nominative and genitive by gender.
type numeral struct{ nominative, genitive [4]string }

// scale is a row of scale.tsv: a power of thousand.
type scale struct {
	gender   Gender
	one      [3]string // тысяча, тысячи, тысяч
	genitive [3]string // тысячи, тысяч, тысяч
	english  string
}

var (
	numerals = readNumerals()
	scales   = readScales()
)

func readNumerals() map[int]numeral {
	all := map[int]numeral{}
	for _, row := range rows("numeral") {
		n, err := strconv.Atoi(row[0])
		if err != nil {
			panic(err)
		}
		all[n] = numeral{byGender(row, 1), byGender(row, 4)}
	}
	return all
}

// byGender reads three cells; an empty one is that of the masculine.
func byGender(row []string, at int) (g [4]string) {
	for i := range 3 {
		if g[i+1] = cell(row, at+i); g[i+1] == "" {
			g[i+1] = cell(row, at)
		}
	}
	g[Unknown] = g[Masculine]
	return g
}

func readScales() []scale {
	var all []scale
	for _, row := range rows("scale") {
		s := scale{gender: Masculine, english: row[7]}
		if row[1] == "f" {
			s.gender = Feminine
		}
		copy(s.one[:], row[2:5])
		s.genitive = [3]string{row[5], row[6], row[6]}
		all = append(all, s)
	}
	return all
}

// Plural chooses among the forms for 1, 2 and 5 by the rule of Russian: 21
// takes the first, 11 to 14 the third.
func Plural(n int64, one, few, many string) string {
	return [3]string{one, few, many}[pluralIndex(magnitude(n))]
}

func pluralIndex(n uint64) int {
	switch ten := n % 10; {
	case n%100 >= 11 && n%100 <= 14:
		return 2
	case ten == 1:
		return 0
	case ten >= 2 && ten <= 4:
		return 1
	}
	return 2
}

// magnitude is the absolute value; the smallest int64 has one too.
func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// Number is a whole number in words in the nominative, in the gender of what is
// counted: один день, одна неделя, одно дело.
func Number(n int64, g Gender) string { return signed(n, words(magnitude(n), g, false), "минус ") }

// NumberOf is a whole number in words in the genitive: «в течение пяти дней».
// What is counted then stands in the genitive plural, after 1 and 21 in the
// singular.
func NumberOf(n int64, g Gender) string {
	return signed(n, words(magnitude(n), g, true), "минус ")
}

func signed(n int64, words, minus string) string {
	if n < 0 {
		return minus + words
	}
	return words
}

func words(n uint64, g Gender, genitive bool) string {
	if n == 0 {
		return numeralWord(0, g, genitive)
	}
	var all []string
	for power, group := range groups(n) {
		switch {
		case group == 0:
		case power == 0:
			all = append(groupWords(group, g, genitive), all...)
		default:
			s := scales[power-1]
			forms := s.one
			if genitive {
				forms = s.genitive
			}
			part := append(groupWords(group, s.gender, genitive), forms[pluralIndex(uint64(group))])
			all = append(part, all...)
		}
	}
	return strings.Join(all, " ")
}

// groups splits a number into thousands, the lowest first.
func groups(n uint64) []int {
	var all []int
	for ; n > 0; n /= 1000 {
		all = append(all, int(n%1000))
	}
	return all
}

// groupWords are the words of 1 to 999.
func groupWords(n int, g Gender, genitive bool) []string {
	var all []string
	for _, part := range numeralParts(n) {
		all = append(all, numeralWord(part, g, genitive))
	}
	return all
}

// numeralParts splits 1 to 999 into numbers that have a word: 271 is 200, 70, 1.
func numeralParts(n int) []int {
	var all []int
	if n >= 100 {
		all = append(all, n/100*100)
	}
	switch rest := n % 100; {
	case rest == 0:
	case rest <= 20 || rest%10 == 0:
		all = append(all, rest)
	default:
		all = append(all, rest/10*10, rest%10)
	}
	return all
}

func numeralWord(n int, g Gender, genitive bool) string {
	if genitive {
		return numerals[n].genitive[g]
	}
	return numerals[n].nominative[g]
}
