package grammar

import "strings"

var (
	englishOnes = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen " +
		"fifteen sixteen seventeen eighteen nineteen")
	englishTens = strings.Fields("- - twenty thirty forty fifty sixty seventy eighty ninety")
)

// NumberEnglish is a whole number in English words with "and" after hundreds:
// "one thousand two hundred and fifty".
func NumberEnglish(n int64) string { return signed(n, englishWords(magnitude(n)), "minus ") }

func englishWords(n uint64) string {
	if n == 0 {
		return englishOnes[0]
	}
	var all []string
	for power, group := range groups(n) {
		if group == 0 {
			continue
		}
		part := englishGroup(group)
		if power > 0 {
			part += " " + scales[power-1].english
		} else if group < 100 && n >= 1000 {
			part = "and " + part
		}
		all = append([]string{part}, all...)
	}
	return strings.Join(all, " ")
}

// englishGroup is 1 to 999 in words.
func englishGroup(n int) string {
	switch {
	case n < 20:
		return englishOnes[n]
	case n < 100 && n%10 == 0:
		return englishTens[n/10]
	case n < 100:
		return englishTens[n/10] + "-" + englishOnes[n%10]
	case n%100 == 0:
		return englishOnes[n/100] + " hundred"
	}
	return englishOnes[n/100] + " hundred and " + englishGroup(n%100)
}
