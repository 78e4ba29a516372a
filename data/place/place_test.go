package place

import (
	"strings"
	"testing"

	"portfel/data"
)

func TestPlacesAreFoundAsPeopleWriteThem(t *testing.T) {
	for _, c := range []struct{ typed, city, code, zone string }{
		{"SVO", "Москва", "SVO", "Europe/Moscow"},
		{"svx", "Екатеринбург", "SVX", "Asia/Yekaterinburg"},
		{"Москва (DME)", "Москва", "DME", "Europe/Moscow"},
		{"Екатеринбург", "Екатеринбург", "", "Asia/Yekaterinburg"},
		{"екатеринбург, кольцово", "Екатеринбург", "", "Asia/Yekaterinburg"},
		{"Кольцово", "Екатеринбург", "", "Asia/Yekaterinburg"},
		{"Москва, Белорусский вокзал", "Москва", "", "Europe/Moscow"},
		{"станция Казань-Пасс.", "Казань", "", "Europe/Moscow"},
		{"Нижний Новгород", "Нижний Новгород", "", "Europe/Moscow"},
		{"н. новгород", "Нижний Новгород", "", "Europe/Moscow"},
		{"Ростов-на-Дону", "Ростов-на-Дону", "", "Europe/Moscow"},
		{"орел", "Орёл", "", "Europe/Moscow"},
		{"СПб, Московский вокзал", "Санкт-Петербург", "", "Europe/Moscow"},
		{"г. Саратов", "Саратов", "", "Europe/Saratov"},
		{"Yekaterinburg", "Екатеринбург", "", "Asia/Yekaterinburg"},
		{"Ufa airport", "Уфа", "", "Asia/Yekaterinburg"},
		{"Челны", "Набережные Челны", "", "Europe/Moscow"},
		{"Нью-Йорк (JFK)", "Нью-Йорк", "JFK", "America/New_York"},
	} {
		p, ok := Find(c.typed)
		if !ok || p.City != c.city || p.Code != c.code || p.Zone != c.zone {
			t.Errorf("%q is %q %q %q, want %q %q %q", c.typed, p.City, p.Code, p.Zone, c.city, c.code, c.zone)
		}
	}
	for _, s := range []string{"", "   ", "Верхние Коты", "ул. Московская, 3", "Казанский вокзал", "QQQ", "7"} {
		if p, ok := Find(s); ok {
			t.Errorf("%q is taken for %s", s, p.City)
		}
	}
}

// The towns that are easy to get wrong, by hours ahead of Moscow: Saratov,
// Ulyanovsk, Astrakhan +1; Volgograd, Kirov 0; Barnaul, Tomsk, Novokuznetsk
// +4; Chita +6.
func TestClocksOfTownsThatAreEasyToGetWrong(t *testing.T) {
	day := data.NewDate(2026, 11, 30)
	for city, hours := range map[string]int{"Саратов": 1, "Ульяновск": 1, "Астрахань": 1, "Самара": 1, "Ижевск": 1, "Волгоград": 0, "Киров": 0,
		"Барнаул": 4, "Томск": 4, "Новокузнецк": 4, "Кемерово": 4, "Омск": 3, "Новосибирск": 4, "Красноярск": 4, "Абакан": 4, "Улан-Удэ": 5, "Чита": 6,
		"Благовещенск": 6, "Владивосток": 7, "Южно-Сахалинск": 8, "Магадан": 8, "Анадырь": 9, "Калининград": -1, "Симферополь": 0, "Уфа": 2, "Пермь": 2,
		"Тюмень": 2, "Оренбург": 2, "Курган": 2, "Сургут": 2, "Алматы": 2, "Астана": 2, "Катманду": 2} {
		noon := data.Moment{Day: day, Min: 12 * 60, Zone: "Europe/Moscow"}
		there, err := noon.In(Zone(city))
		if err != nil {
			t.Errorf("%s: %v", city, err)
			continue
		}
		want := 12*60 + hours*60
		if city == "Катманду" {
			want = 14*60 + 45 // UTC+5:45
		}
		if there.Min != want || there.Day != day {
			t.Errorf("%s: noon in Moscow is %s", city, there)
		}
	}
}

func TestEveryRowOfTheTableIsSound(t *testing.T) {
	if n := len(All()); n < 250 {
		t.Errorf("only %d towns", n)
	}
	seen := map[string]string{}
	for _, p := range All() {
		if p.City == "" || p.English == "" || strings.TrimSpace(p.City) != p.City {
			t.Errorf("%+v", p)
		}
		if _, err := data.Location(p.Zone); err != nil {
			t.Errorf("%s: %v", p.City, err)
		}
		for _, c := range p.Codes {
			if len(c) != 3 || strings.ToUpper(c) != c || seen[c] != "" {
				t.Errorf("%s: code %q, also of %q", p.City, c, seen[c])
			}
			seen[c] = p.City
		}
		if got, _ := Find(p.City); got.City != p.City {
			t.Errorf("%s is found as %s", p.City, got.City)
		}
		if got, _ := Find(p.English); got.City != p.City {
			t.Errorf("%s is found as %s", p.English, got.City)
		}
	}
}

func TestTitleOfARoute(t *testing.T) {
	p, _ := Find("svx")
	if p.Title(false) != "Екатеринбург (SVX)" || p.Title(true) != "Yekaterinburg (SVX)" {
		t.Error(p.Title(false), p.Title(true))
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"SVO", "Москва (SVO)", "Ростов-на-Дону", "«", "\xff", "ё Ё"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, ok := Find(s)
		if ok != (p.City != "") || ok && p.Zone == "" {
			t.Errorf("%q: %+v %v", s, p, ok)
		}
	})
}
