package form

import (
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"

	"portfel/data/text"
)

// story3 are the values of the trip to Yekaterinburg, written by hand.
func story3(t testing.TB) Values {
	t.Helper()
	b, err := os.ReadFile("testdata/story3.json")
	if err != nil {
		t.Fatal(err)
	}
	var v struct {
		Text  map[string]string
		Lists map[string][]map[string]string
	}
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatal(err)
	}
	return Values{v.Text, v.Lists}
}

// shipped is the bytes of a shipped template, as they stand in the tree.
func shipped(t testing.TB, lang, code string) []byte {
	t.Helper()
	b, err := os.ReadFile("../../assets/form/" + lang + "/" + code + ".docx")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func open(t testing.TB, b []byte) *Template {
	t.Helper()
	tpl, err := Open(b)
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	return tpl
}

// saying is all text of a DOCX, a paragraph a line.
func saying(t testing.TB, b []byte) string {
	t.Helper()
	var lines []string
	for _, e := range open(t, b).entries() {
		lines = append(lines, e.text)
	}
	return strings.Join(lines, "\n")
}

func TestShippedTemplatesHaveNoFaults(t *testing.T) {
	w := text.For(text.RU)
	for _, lang := range []string{"ru", "en"} {
		for _, code := range Codes {
			s, ok := SchemaOf(code)
			if !ok {
				t.Fatalf("no schema of %s", code)
			}
			for _, f := range open(t, shipped(t, lang, code)).Check(s) {
				t.Errorf("%s/%s: %s", lang, code, f.Sentence(w))
			}
		}
	}
}

func TestShippedTemplatesAreFilledWithoutARest(t *testing.T) {
	for _, lang := range []string{"ru", "en"} {
		for _, code := range Codes {
			s, _ := SchemaOf(code)
			b, err := open(t, shipped(t, lang, code)).Fill(s, story3(t))
			if err != nil {
				t.Fatalf("%s/%s: %v", lang, code, err)
			}
			if got := saying(t, b); strings.ContainsAny(got, "{}") {
				t.Errorf("%s/%s keeps braces:\n%s", lang, code, got)
			}
		}
	}
}

// What must stand in the papers of story 3, whatever their words.
func TestPapersOfStory3SayItsFacts(t *testing.T) {
	facts := map[string][]string{
		Order:         {"57-ком", "Кузнецова Анна Сергеевна", "Екатеринбург", "АО «Медный Кряж»", "30 ноября 2026 г.", "4 декабря 2026 г.", "31 300,00", "Интервью с ЦФО, этап 1", "12345678"},
		Assignment:    {"Подписать протокол стартовой встречи", "Забрать оригинал договора № ВК-2026/118", "Встреча с Ковалёвой О. Ю., бухгалтерия", "М. В. Орлова"},
		Estimate:      {"7 500,00", "20 800,00", "3 000,00", "31 300,00", "Тридцать одна тысяча триста рублей 00 копеек"},
		AdvanceReport: {"31 250,00", "50,00", "420,00", "20 980,00", "2 350,00", "Е. И. Лаптева", "В. П. Соколов", "0042", "Командировочные расходы", "Тридцать одна тысяча двести пятьдесят рублей 00 копеек"},
		Memo:          {"Екатеринбург — Москва", "262 2417563308"},
		CarMemo:       {"Лада Веста", "А 123 ВС 777", "3 640", "Верхняя Пышма"},
		LocalTrips:    {"25.11.2026", "14:00", "17:00", "ООО «Балтик-Тара»", "Рябов А. В., +7 495 000-33-44"},
		Journal:       {"Кузнецова Анна Сергеевна", "57-ком", "30.11.2026", "04.12.2026"},
	}
	for code, want := range facts {
		for _, lang := range []string{"ru", "en"} {
			s, _ := SchemaOf(code)
			b, err := open(t, shipped(t, lang, code)).Fill(s, story3(t))
			if err != nil {
				t.Fatal(err)
			}
			got := saying(t, b)
			for _, f := range want {
				if !strings.Contains(got, f) {
					t.Errorf("%s/%s does not say %q", lang, code, f)
				}
			}
		}
	}
}

// Before the approval the report has lines to write on, and no word of an
// overspending that is not there.
func TestAdvanceReportHasTwoFaces(t *testing.T) {
	s, _ := SchemaOf(AdvanceReport)
	tpl := open(t, shipped(t, "ru", AdvanceReport))
	fill := func(v Values) string {
		b, err := tpl.Fill(s, v)
		if err != nil {
			t.Fatal(err)
		}
		return saying(t, b)
	}
	v := story3(t)
	approved := fill(v)
	if strings.Contains(approved, "______________ руб.") || strings.Contains(approved, "Перерасход") {
		t.Errorf("approved report:\n%s", approved)
	}
	for _, name := range []string{"report.accepted", "report.accepted_words", "report.approved_on", "report.balance", "report.balance_words"} {
		delete(v.Text, name)
	}
	v.Text["report.overspend"] = "120,50"
	written := fill(v)
	for _, want := range []string{"______________ руб.", "Перерасход", "120,50"} {
		if !strings.Contains(written, want) {
			t.Errorf("open report lacks %q", want)
		}
	}
	if strings.Contains(written, "Остаток") {
		t.Error("open report speaks of a rest")
	}
}

func TestEachFieldIsNamedOnceAndExplainedInBothLanguages(t *testing.T) {
	plain := regexp.MustCompile(`^[a-z]+(\.[a-z_]+)?$`)
	for _, code := range Codes {
		s, _ := SchemaOf(code)
		all, seen := append([]Def(nil), s.Fields...), map[string]bool{}
		for _, l := range s.Lists {
			all = append(append(all, l.Def), l.Fields...)
		}
		for _, d := range all {
			if !plain.MatchString(d.Name) || d.RU == "" || seen[d.Name] || seen[fold(d.RU)] {
				t.Errorf("%s: field %q %q is named badly or twice", code, d.Name, d.RU)
			}
			seen[d.Name], seen[fold(d.RU)] = true, true
			for _, l := range []text.Lang{text.RU, text.EN} {
				if !text.For(l).Has("form.field." + d.Name) {
					t.Errorf("%s: field %s has no explanation in %s", code, d.Name, l)
				}
			}
		}
		if s.Title(text.For(text.EN)) == "" {
			t.Errorf("%s has no title", code)
		}
	}
}
