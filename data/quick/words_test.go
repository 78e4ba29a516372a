package quick

import (
	"errors"
	"strings"
	"testing"

	"portfel/data"
	"portfel/data/text"
)

func TestEveryProblemHasASentence(t *testing.T) {
	typed := strings.Repeat("25.11 ", 50)
	_, e1 := Date("план", today, nil)
	_, e2 := Date("31.11", today, nil)
	_, _, e3 := DateRange("30.11-20.11", today, nil)
	_, e4 := Time("25")
	_, _, e5 := TimeRange("17-14")
	_, e6 := Date(typed, today, nil)
	_, _, e7 := DateRange(typed, today, nil)
	_, _, e8 := TimeRange(typed)
	for i, err := range []error{e1, e2, e3, e4, e5, e6, e7, e8} {
		var p data.Problem
		if !errors.As(err, &p) {
			t.Errorf("error %d is %v", i+1, err)
		}
		for _, l := range text.Langs {
			if !text.For(l).Has("problem." + p.Code) {
				t.Errorf("%s: no sentence for %s", l, p.Code)
			}
		}
	}
	if got := text.For(text.RU).Error(e2); got != "Такой даты нет: 31.11." {
		t.Errorf("got %q", got)
	}
	if got := text.For(text.RU).Error(e4); got != "«25» — не время. Примеры: 14, 14:30, 1430." {
		t.Errorf("got %q", got)
	}
	if got := text.For(text.RU).Error(e6); len([]rune(got)) > 150 {
		t.Errorf("a pasted page makes a sentence of %d letters", len([]rune(got)))
	}
}

func TestEveryPartHasAName(t *testing.T) {
	for _, k := range []PartKind{PartKindWord, PartDate, PartUntil, PartTime, PartEffort, PartClient, PartProject, PartPerson, PartPlace, PartOther} {
		for _, l := range text.Langs {
			if !text.For(l).Has(k.Key()) {
				t.Errorf("%s: no word for %s", l, k.Key())
			}
		}
	}
}

func TestAPastedPageIsReadInReasonableTime(t *testing.T) {
	page := strings.Repeat("встреча 25.11 14-17 Медный Кряж — ", 20000)
	d := Line(page, today, nil, known)
	if d.Kind != data.KindEvent || d.Start != 840 || len(d.Parts) > 100 {
		t.Errorf("kind %s, start %d, %d parts", d.Kind, d.Start, len(d.Parts))
	}
}
