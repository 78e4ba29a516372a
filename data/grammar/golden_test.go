package grammar

import (
	"os"
	"strings"
	"testing"
)

// goldenRows reads testdata written by hand: cells by " | ".
func goldenRows(t *testing.T, file string) (all [][]string) {
	t.Helper()
	b, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			all = append(all, strings.Split(line, " | "))
		}
	}
	return all
}

// wanted reads a form of testdata; "?" before it means unsure.
func wanted(s string) Form {
	text, unsure := strings.CutPrefix(s, "?")
	return Form{text, !unsure}
}

var caseSign = map[string]Case{"р": Genitive, "д": Dative, "в": Accusative, "т": Instrumental, "п": Prepositional}

func testForms(t *testing.T, file string, least int, decline func(string, Case) Form) {
	t.Helper()
	all := goldenRows(t, file)
	if len(all) < least {
		t.Errorf("%s has %d rows, fewer than %d", file, len(all), least)
	}
	for _, row := range all {
		if got := decline(row[0], Nominative); got != (Form{row[0], true}) {
			t.Errorf("nominative of %q = %v", row[0], got)
		}
		for _, cell := range row[1:] {
			w := wanted(cell)
			sign, text, _ := strings.Cut(w.Text, " ")
			if got := decline(row[0], caseSign[sign]); got != (Form{text, w.Sure}) {
				t.Errorf("%s, %s: %v, want %v", row[0], sign, got, Form{text, w.Sure})
			}
		}
	}
}

func TestNames(t *testing.T)     { testForms(t, "name.txt", 120, Name) }
func TestPositions(t *testing.T) { testForms(t, "position.txt", 40, Position) }

func TestTowns(t *testing.T) {
	all := goldenRows(t, "town.txt")
	if len(all) < 60 {
		t.Errorf("%d towns, fewer than 60", len(all))
	}
	for _, row := range all {
		for i, form := range []func(string) Form{Into, From, In} {
			if got, want := form(row[0]), wanted(row[i+1]); got != want {
				t.Errorf("%s: %v, want %v", row[0], got, want)
			}
		}
	}
}

func TestTownsInOtherCases(t *testing.T) {
	for _, s := range []struct {
		town string
		c    Case
		want string
	}{
		{"Москва", Dative, "Москве"},
		{"Москва", Instrumental, "Москвой"},
		{"Псков", Instrumental, "Псковом"}, // not as the family name: Псковым
		{"Пушкино", Instrumental, "Пушкином"},
		{"Париж", Instrumental, "Парижем"},
		{"Химки", Instrumental, "Химками"},
		{"Пермь", Instrumental, "Пермью"},
		{"Набережные Челны", Dative, "Набережным Челнам"},
		{"Нижний Новгород", Instrumental, "Нижним Новгородом"},
	} {
		if got := Town(s.town, s.c); got != (Form{s.want, true}) {
			t.Errorf("%s: %v, want %s", s.town, got, s.want)
		}
	}
}

func TestEmptyTextIsUnsure(t *testing.T) {
	for _, got := range []Form{Name(" ", Dative), Position("", Dative), Town("", Genitive), Into(" "), Short("", Dative)} {
		if got != (Form{}) {
			t.Errorf("%v for nothing", got)
		}
	}
}
