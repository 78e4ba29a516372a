package text

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"portfel/data/text/wordcheck"
)

func TestBothLanguagesHaveTheSameKeysInTheSameFiles(t *testing.T) {
	ru, en := For(RU), For(EN)
	for _, k := range ru.Keys() {
		e, ok := en.words[k]
		if !ok {
			t.Errorf("%s: no English words (%s)", k, ru.words[k].file)
		} else if got, want := base(e.file), base(ru.words[k].file); got != want {
			t.Errorf("%s: in %s in English, in %s in Russian", k, got, want)
		}
	}
	for _, k := range en.Keys() {
		if !ru.Has(k) {
			t.Errorf("%s: no Russian words (%s)", k, en.words[k].file)
		}
	}
}

func base(file string) string { return file[strings.Index(file, "/")+1:] }

func TestKeysAreWrittenTheSameWay(t *testing.T) {
	shape := regexp.MustCompile(`^[a-z][A-Za-z0-9_]*(\.[A-Za-z0-9_-]+)+$`)
	for _, k := range For(RU).Keys() {
		if !shape.MatchString(k) {
			t.Errorf("%s: a key is words joined by points (%s)", k, For(RU).words[k].file)
		}
	}
}

// all texts of an entry: the text itself, or every plural form.
func (e entry) texts() []string {
	if e.forms == nil {
		return []string{e.text}
	}
	var all []string
	for _, s := range e.forms {
		all = append(all, s)
	}
	return all
}

func TestNoTextIsEmptyOrHasSpacesAround(t *testing.T) {
	for _, l := range Langs {
		for k, e := range For(l).words {
			for _, s := range e.texts() {
				if s == "" || s != strings.TrimSpace(s) {
					t.Errorf("%s %s: %q", e.file, k, s)
				}
			}
		}
	}
}

func TestPluralFormsAreComplete(t *testing.T) {
	need := map[Lang][]string{RU: {"one", "few", "many"}, EN: {"one", "other"}}
	for l, forms := range need {
		for k, e := range For(l).words {
			for _, f := range forms {
				if _, ok := e.forms[f]; e.forms != nil && !ok {
					t.Errorf("%s %s: the form %q is missing", e.file, k, f)
				}
			}
			if l == EN && (e.forms == nil) != (For(RU).words[k].forms == nil) {
				t.Errorf("%s: plural in one language only", k)
			}
		}
	}
}

var place = regexp.MustCompile(`\{[^}]*\}`)

// places lists the different places of an entry, over all its forms.
func places(e entry) []string {
	var all []string
	for _, s := range e.texts() {
		all = append(all, place.FindAllString(s, -1)...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func TestPlacesAreTheSameInBothLanguages(t *testing.T) {
	for k, e := range For(RU).words {
		ru, en := places(e), places(For(EN).words[k])
		if e.forms != nil { // «одна задача» may leave the number out
			ru, en = without(ru, "{n}"), without(en, "{n}")
		}
		if !slices.Equal(ru, en) {
			t.Errorf("%s: places %v in Russian, %v in English", k, ru, en)
		}
	}
}

func without(list []string, s string) []string {
	return slices.DeleteFunc(list, func(x string) bool { return x == s })
}

func TestPlacesAreNumbersFromZero(t *testing.T) {
	for _, l := range Langs {
		for k, e := range For(l).words {
			for _, p := range places(e) {
				if !regexp.MustCompile(`^\{([0-9]|n)\}$`).MatchString(p) || p == "{n}" && e.forms == nil {
					t.Errorf("%s %s: place %s", e.file, k, p)
				}
			}
		}
	}
}

// latinAllowed are Latin words that a Russian screen may show: names of
// formats, keys and programs. Words in capitals (PDF, CSV) need no entry.
var latinAllowed = []string{"ical", "vcard", "ctrl", "shift", "alt", "esc", "enter", "tab", "del", "delete", "home", "end", "excel", "word", "outlook",
	"google", "thunderbird", "project", "microsoft", "windows", "linux", "macos", "portfel", "schedule", "ics", "vplan", "vbak", "xlsx", "docx", "pdf", "csv", "xml", "html", "png",
	"utf", "english", "iana", "europe", "moscow", "sqlite", "page", "pgup", "pgdn", "insert", "space"}

// otherLanguage are the keys that speak the other language on purpose: who
// cannot read this one must find the way out.
var otherLanguage = []string{"language.ru", "language.en", "app.action.lang"}

func TestRussianWordsAreRussian(t *testing.T) {
	latin := regexp.MustCompile(`[A-Za-z]{3,}`)
	for k, e := range For(RU).words {
		if slices.Contains(otherLanguage, k) {
			continue
		}
		for _, s := range e.texts() {
			if strings.ContainsAny(s, `"'`) {
				t.Errorf("%s %s: quotes in Russian are «»: %q", e.file, k, s)
			}
			for _, word := range latin.FindAllString(place.ReplaceAllString(s, ""), -1) {
				if word != strings.ToUpper(word) && !slices.Contains(latinAllowed, strings.ToLower(word)) {
					t.Errorf("%s %s: %q in %q", e.file, k, word, s)
				}
			}
		}
	}
}

func TestEnglishWordsHaveNoRussian(t *testing.T) {
	cyrillic := regexp.MustCompile(`\p{Cyrillic}`)
	for k, e := range For(EN).words {
		for _, s := range e.texts() {
			if !slices.Contains(otherLanguage, k) && cyrillic.MatchString(s) {
				t.Errorf("%s %s: %q", e.file, k, s)
			}
		}
	}
}

func TestKeysUsedAndDefinedAgree(t *testing.T) {
	r, err := wordcheck.Check(os.DirFS("../.."), For(RU).Keys())
	if err != nil {
		t.Fatal(err)
	}
	for _, u := range r.Missing {
		t.Errorf("used and not defined: %s", u)
	}
	for _, k := range r.Unused {
		t.Errorf("defined and not used: %s (%s)", k, For(RU).words[k].file)
	}
}
