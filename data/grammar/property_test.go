package grammar

import (
	"strings"
	"testing"
	"unicode/utf8"

	"portfel/data"
)

// check holds what is true of any text: no panic, the nominative is the text
// itself with single spaces, hyphens and the number of words stay.
func check(t *testing.T, s string) {
	t.Helper()
	plain := strings.Join(strings.Fields(s), " ")
	for name, decline := range map[string]func(string, Case) Form{"Name": Name, "Position": Position, "Town": Town} {
		if got := decline(s, Nominative).Text; got != plain {
			t.Errorf("%s: nominative of %q is %q", name, s, got)
		}
		for _, c := range Cases {
			got := decline(s, c).Text
			if strings.Count(got, "-") != strings.Count(s, "-") {
				t.Errorf("%s: hyphens of %q in %q", name, s, got)
			}
			if strings.Count(got, " ") != strings.Count(plain, " ") {
				t.Errorf("%s: words of %q in %q", name, s, got)
			}
			if utf8.ValidString(s) && !utf8.ValidString(got) {
				t.Errorf("%s: %q makes broken text", name, s)
			}
		}
	}
	for _, c := range Cases {
		Short(s, c)
		InitialsFirst(s, c)
	}
	Into(s)
	From(s)
	In(s)
}

func TestPropertiesOfGoldenWords(t *testing.T) {
	for _, file := range []string{"name.txt", "position.txt", "town.txt"} {
		for _, row := range goldenRows(t, file) {
			check(t, row[0])
			check(t, strings.ToUpper(row[0]))
		}
	}
}

func FuzzForms(f *testing.F) {
	for _, s := range []string{"", " ", "-", "--", "А.", "А.-М.", "и", ",", "(", "г.", "Ец", "ец", "Й", "Ь", "я", "Рашид оглы", "-оглы",
		"Кузнецова Анна Сергеевна", "главный бухгалтер", "Ростов-на-Дону", "и. о.", "a-b/c", "\xff", "İстанбул", "фон", "И́льич", "ǅ"} {
		f.Add(s)
	}
	f.Fuzz(check)
}

func FuzzSums(f *testing.F) {
	f.Add(int64(0), "")
	f.Add(int64(-1<<63), "USD")
	f.Fuzz(func(t *testing.T, n int64, currency string) {
		foreign := data.Foreign{Sum: n, Currency: currency}
		for _, form := range []Form{Sum(foreign), SumMixed(foreign), SumEnglish(foreign), SumMixedEnglish(foreign)} {
			if strings.Contains(form.Text, "  ") && !strings.Contains(currency, " ") {
				t.Errorf("two spaces in %q", form.Text)
			}
		}
		if Number(n, Masculine) == "" || NumberOf(n, Feminine) == "" || NumberEnglish(n) == "" {
			t.Errorf("no words for %d", n)
		}
	})
}

// Different numbers have different words, and the words of a number count it
// back: each word is worth its value.
func TestNumbersCountBack(t *testing.T) {
	worth := map[string]int64{}
	for n, w := range numerals {
		for _, g := range []Gender{Masculine, Feminine, Neuter} {
			worth[w.nominative[g]] = int64(n)
		}
	}
	for n := int64(0); n < 1_100_000; n += 7 {
		var sum, group int64
		for w := range strings.FieldsSeq(Number(n, Masculine)) {
			switch {
			case strings.HasPrefix(w, "тысяч"):
				sum, group = sum+group*1000, 0
			case strings.HasPrefix(w, "миллион"):
				sum, group = sum+group*1_000_000, 0
			default:
				group += worth[w]
			}
		}
		if sum+group != n {
			t.Fatalf("%d is %q", n, Number(n, Masculine))
		}
	}
}
