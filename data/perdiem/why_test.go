package perdiem

import (
	"strings"
	"testing"

	"portfel/data"
	"portfel/data/text"
)

func said(d Day, l text.Lang) string {
	w := text.For(l)
	var all []string
	for _, c := range d.Why() {
		all = append(all, c.Text(w))
	}
	return strings.ReplaceAll(strings.Join(all, " "), "\u00a0", " ")
}

func TestADaySaysWhy(t *testing.T) {
	r, err := Calculate(homeRows[0].input(t))
	if err != nil {
		t.Fatal(err)
	}
	want := "День в России: полная норма. Общая норма: 1 500 ₽ в день. Основание: приказ № 2. Без налога до 700 ₽ в день, сверх предела 800 ₽. " +
		"Основание: п. 1 ст. 217, п. 2 ст. 422 НК РФ; проверьте по действующей редакции кодекса."
	if got := said(r.Days[0], text.RU); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

func TestADayAbroadSaysItsCountryAndItsRate(t *testing.T) {
	in := Input{Trip: data.Trip{What: data.TripAbroad, Country: "TR", StartsOn: day("2026-10-13"), EndsOn: day("2026-10-14")}, Zone: zones["MSK"], Rates: firm(), Norms: norms(t),
		RateOn: day("2026-10-09"), Fx: func(string, data.Date) (int64, int64, bool) { return 90_1250, 1, true }}
	r, err := Calculate(in)
	if err != nil {
		t.Fatal(err)
	}
	got := said(r.Days[0], text.RU)
	for _, part := range []string{"День выезда через границу России считается по норме страны: Турция.", "Норма страны (Турция): 50,00 USD в день.", "Курс на 09.10.2026: 90,1250 ₽ за 1 USD.", "Без налога до 2 500 ₽ в день, сверх предела 2 006,25 ₽."} {
		if !strings.Contains(got, part) {
			t.Errorf("%q is not in %q", part, got)
		}
	}
	if got = said(r.Days[1], text.EN); !strings.Contains(got, "by the norm of this country: Russia.") {
		t.Error(got)
	}
}

func TestEveryRuleHasWordsInBothLanguages(t *testing.T) {
	all := append(append(append(append(append(append([]row{}, homeRows...), zoneRows...), holidayRows...), saidRows...), abroadRows...), farRows...)
	seen := map[Rule]bool{}
	for _, x := range all {
		r, _ := Calculate(x.input(t))
		for _, d := range r.Days {
			seen[d.Rule] = true
			for _, l := range text.Langs {
				if s := said(d, l); strings.Contains(s, "perdiem.") || strings.Contains(s, "{") || strings.Contains(s, "country.") {
					t.Errorf("%s %s: %s", x.name, d.On, s)
				}
			}
		}
	}
	for rule := range letters {
		if !seen[rule] {
			t.Errorf("no trip shows the rule %s", rule)
		}
	}
}

func TestMissingThingsAreCalmSentences(t *testing.T) {
	in := Input{Trip: data.Trip{What: data.TripAbroad, Country: "TR", StartsOn: day("2026-10-13"), EndsOn: day("2026-10-13")}, Zone: zones["MSK"], Norms: norms(t)}
	_, err := Calculate(in)
	if got, want := text.For(text.RU).Error(err), "Нет размера суточных: Турция, 13.10.2026. Добавьте его в настройках, в разделе «Суточные»."; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}
