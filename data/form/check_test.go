package form

import (
	"strings"
	"testing"

	"portfel/data/text"
)

func TestFaultsAreNamedWithTheirPlace(t *testing.T) {
	table := "<w:tbl>" + row(p(r("Шапка"))) + row(p(r("{{trip.plase}}"))) + "</w:tbl>"
	list := "<w:tbl>" + row(p(r("{{expense.sum}}"))) + row(p(r("{{#expenses}}{{#expenses}}"))) + row(p(r("{{#расхды}}"))) + "</w:tbl>"
	files := parts(p(r("Первый"))+p("")+p(r("Место: {{поездка.мето}}"))+table+list+p(r("{{#expenses}}"))+p(r("Открыто {{trip.place"))+p(r("и закрыто}} тут"))+p(r("{{чужое слово}}")),
		map[string]string{"word/header1.xml": `<w:hdr ` + wNames + `>` + p(r("{{person.nam}}")) + `</w:hdr>`})
	w := text.For(text.RU)
	var got []string
	for _, f := range open(t, docx(t, files)).Check(small) {
		got = append(got, f.Sentence(w))
	}
	want := []string{
		"Место: абзац 2. Поля {{поездка.мето}} нет. Может быть, {{поездка.место}}?",
		"Место: таблица 1, строка 2. Поля {{trip.plase}} нет. Может быть, {{trip.place}}?",
		"Место: таблица 2, строка 1. Поле {{expense.sum}} стоит в строке без своего списка. Добавьте в эту строку {{#expenses}}.",
		"Место: таблица 2, строка 2. В строке два списка, второй: {{#expenses}}. Оставьте один.",
		"Место: таблица 2, строка 2. В строке два списка, второй: {{#expenses}}. Оставьте один.",
		"Место: таблица 2, строка 3. Списка {{#расхды}} нет. Может быть, {{#расходы}}?",
		"Место: абзац 3. Список {{#expenses}} стоит не в таблице. Поместите его в строку таблицы.",
		"Место: абзац 4. Двойные скобки не закрыты: «{{trip.place».",
		"Место: абзац 5. Двойные скобки закрыты, но не открыты: «и закрыто}}».",
		"Место: абзац 6. Поля {{чужое слово}} нет.",
		"Место: верхний колонтитул, абзац 1. Поля {{person.nam}} нет. Может быть, {{person.name}}?",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestFieldsAreListedWithTheirPlace(t *testing.T) {
	b := doc(t, p(r("{{trip.place}}"))+"<w:tbl>"+row(p(r("{{#expenses}}{{expense.sum}}")))+"</w:tbl>"+p(r("{{Неизвестно}}")))
	got := open(t, b).Fields()
	want := []Field{{"trip.place", Place{Body, 1, 0, 0}}, {"expenses", Place{Body, 0, 1, 1}}, {"expense.sum", Place{Body, 0, 1, 1}}, {"неизвестно", Place{Body, 2, 0, 0}}}
	if len(got) != len(want) {
		t.Fatalf("got %v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %v, want %v", got[i], want[i])
		}
	}
}

func TestATemplateWithFaultsIsNotFilled(t *testing.T) {
	_, err := open(t, doc(t, p(r("{{trip.place}} {{wrong}} {{worse}}")))).Fill(small, place("x"))
	if want := "Шаблон не заполнить: неверное место {{wrong}}. Всего ошибок: 2."; err == nil || text.For(text.RU).Error(err) != want {
		t.Errorf("got %v", err)
	}
}

func TestSingleBracesAreText(t *testing.T) {
	b := doc(t, p(r("множество {a} и }b{"))+p(r("{{{trip.place}}}")))
	faults := open(t, b).Check(small)
	for _, f := range faults {
		if f.Where.Paragraph == 1 {
			t.Errorf("single braces: %v", f)
		}
	}
}

func TestDistanceIsThatOfLevenshtein(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "abc", 3}, {"kitten", "sitting", 3}, {"место", "мето", 1}, {"same", "same", 0}} {
		if got := distance(c.a, c.b); got != c.want {
			t.Errorf("%s, %s: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
