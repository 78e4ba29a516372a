package grammar

import "testing"

func TestShortNames(t *testing.T) {
	for _, s := range []struct {
		full  string
		c     Case
		short string
		first string
	}{
		{"Кузнецов Артём Сергеевич", Dative, "Кузнецову А. С.", "А. С. Кузнецову"},
		{"Кузнецова Анна Сергеевна", Genitive, "Кузнецовой А. С.", "А. С. Кузнецовой"},
		{"Анна Сергеевна Кузнецова", Genitive, "Кузнецовой А. С.", "А. С. Кузнецовой"},
		{"Кузнецов А.С.", Instrumental, "Кузнецовым А. С.", "А. С. Кузнецовым"},
		{"Кузнецова А. С.", Nominative, "Кузнецова А. С.", "А. С. Кузнецова"},
		{"Кузьменко Ольга", Dative, "Кузьменко О.", "О. Кузьменко"},
		{"Смирнова Анна-Мария Петровна", Dative, "Смирновой А.-М. П.", "А.-М. П. Смирновой"},
		{"Смирнова А.-М. П.", Dative, "Смирновой А.-М. П.", "А.-М. П. Смирновой"},
		{"Мамедов Эльчин Рашид оглы", Genitive, "Мамедова Э. Р.", "Э. Р. Мамедова"},
		{"фон Берг Фёдор Фёдорович", Genitive, "фон Берга Ф. Ф.", "Ф. Ф. фон Берга"},
		{"Анна Сергеевна", Dative, "Анне Сергеевне", "Анне Сергеевне"},
	} {
		if got := Short(s.full, s.c); got != (Form{s.short, true}) {
			t.Errorf("Short(%s) = %v, want %s", s.full, got, s.short)
		}
		if got := InitialsFirst(s.full, s.c); got != (Form{s.first, true}) {
			t.Errorf("InitialsFirst(%s) = %v, want %s", s.full, got, s.first)
		}
	}
	if got := Short("Ковалюк О.", Dative); got != (Form{"Ковалюк О.", false}) {
		t.Error("a name that tells no gender:", got)
	}
}

func TestGenderOf(t *testing.T) {
	for full, want := range map[string]struct {
		g    Gender
		sure bool
	}{
		"Ковалюк Ольга Петровна":    {Feminine, true},
		"Ковалюк Саша Петрович":     {Masculine, true},
		"Ковалюк Олег":              {Masculine, true},
		"Кузнецова Саша":            {Feminine, true},
		"Кузнецов А. С.":            {Masculine, true},
		"Ковалюк Саша":              {Unknown, false},
		"Калина О. И.":              {Unknown, false},
		"Мамедова Лейла Рашид кызы": {Feminine, true},
		"Иванов Мария Петрович":     {Masculine, false},
		"Кузнецова Иван":            {Masculine, false},
		"Артем":                     {Masculine, true},
		"":                          {Unknown, false},
	} {
		if g, sure := GenderOf(full); g != want.g || sure != want.sure {
			t.Errorf("GenderOf(%s) = %v %v, want %v", full, g, sure, want)
		}
	}
}
