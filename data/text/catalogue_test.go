package text

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestWordFilesAreSound(t *testing.T) {
	if err := Check(); err != nil {
		t.Error(err)
	}
}

func file(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }

func TestDefectsOfWordFilesAreNamed(t *testing.T) {
	cases := []struct{ name, a, b, want string }{
		{"a key in two files", `{"x.y":"1"}`, `{"x.y":"2"}`, "ru/b.json: key x.y stands already in ru/a.json"},
		{"a key twice in one file", `{"x.y":"1","x.y":"2"}`, `{}`, "ru/a.json: key x.y stands already in ru/a.json"},
		{"a number for a text", `{"x.y":1}`, `{}`, "key x.y: neither a text nor plural forms"},
		{"a wrong plural form", `{"x.y":{"two":"1"}}`, `{}`, "key x.y: unknown plural form two"},
		{"a list", `[]`, `{}`, "ru/a.json: not an object"},
		{"half a file", `{"x.y":"1"`, `{}`, "ru/a.json"},
		{"an empty file", ``, `{}`, "ru/a.json"},
		{"text behind", `{} {}`, `{}`, "text after the object"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := loadAll(fstest.MapFS{"text/ru/a.json": file(c.a), "text/ru/b.json": file(c.b)})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q in it", err, c.want)
			}
		})
	}
}

func TestFirstFileWinsAKeyThatStandsTwice(t *testing.T) {
	m, _ := loadAll(fstest.MapFS{"text/ru/a.json": file(`{"x.y":"1"}`), "text/ru/b.json": file(`{"x.y":"2"}`)})
	if got := m[RU].T("x.y"); got != "1" {
		t.Errorf("got %q, want 1", got)
	}
}

// sample is a catalogue of our own, so that these tests do not hang on words.
func sample(t *testing.T) *Words {
	t.Helper()
	m, err := loadAll(fstest.MapFS{"text/ru/a.json": file(`{
		"a.plain": "Слово",
		"a.two": "{1} и {0}",
		"a.odd": "{0} {2} {x} {",
		"a.tasks": {"one": "{n} задача у {0}", "few": "{n} задачи у {0}", "many": "{n} задач у {0}", "other": "{n} задачи у {0}"}}`)})
	if err != nil {
		t.Fatal(err)
	}
	return m[RU]
}

func TestLookup(t *testing.T) {
	w := sample(t)
	cases := []struct{ name, got, want string }{
		{"a text", w.T("a.plain"), "Слово"},
		{"a missing key is itself", w.T("a.missing"), "a.missing"},
		{"a missing key with arguments", w.F("a.missing", 1), "a.missing"},
		{"a missing plural", w.N("a.missing", 1), "a.missing"},
		{"places in any order", w.F("a.two", "раз", "два"), "два и раз"},
		{"a value that looks like a place", w.F("a.two", "{1}", "{0}"), "{0} и {1}"},
		{"unknown places stay", w.F("a.odd", "да"), "да {2} {x} {"},
		{"plural with a place", w.N("a.tasks", 3, "Ильина"), "3 задачи у Ильина"},
		{"plural of a plain text", w.N("a.plain", 3), "Слово"},
	}
	for _, c := range cases {
		if c.got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, c.got, c.want)
		}
	}
	if !w.Has("a.two") || w.Has("a.missing") {
		t.Error("Has is wrong")
	}
	if got := strings.Join(w.Keys(), " "); got != "a.odd a.plain a.tasks a.two" {
		t.Errorf("keys %q", got)
	}
}

// The numbers and categories are those of the CLDR table for Russian.
func TestRussianPlurals(t *testing.T) {
	w := sample(t)
	for form, numbers := range map[string][]int{
		"задача": {1, 21, 31, 101, 121, 1001, -1},
		"задачи": {2, 3, 4, 22, 23, 24, 102, 103, -4},
		"задач":  {0, 5, 9, 10, 11, 12, 13, 14, 15, 19, 20, 25, 100, 111, 112, 114, 1011},
	} {
		for _, n := range numbers {
			if got := strings.Fields(strings.ReplaceAll(w.N("a.tasks", n, "x"), nb, "")); got[1] != form {
				t.Errorf("%d: got %q, want %q", n, got[1], form)
			}
		}
	}
}

func TestEnglishPlurals(t *testing.T) {
	w := For(EN)
	for n, want := range map[int]string{0: "0 days", 1: "1 day", 2: "2 days", 11: "11 days", 21: "21 days", -1: "−1 day"} {
		if got := w.Days(n); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestLanguageOfASetting(t *testing.T) {
	for s, want := range map[string]Lang{"ru": RU, "en": EN, "en_GB.UTF-8": EN, "ru_RU.UTF-8": RU, "": RU, "C": RU} {
		if got := LangOf(s); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
	if For("xx").Lang() != RU {
		t.Error("an unknown language does not speak Russian")
	}
}
