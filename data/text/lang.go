package text

// Lang is a language of the program, the code of its folder of words.
type Lang string

// The languages.
const (
	RU Lang = "ru"
	EN Lang = "en"
)

// Langs lists the languages in the order of choices.
var Langs = []Lang{RU, EN}

// LangOf reads a language setting or a locale ("ru_RU.UTF-8", "en-GB");
// everything that is not English is Russian.
func LangOf(s string) Lang {
	if len(s) >= 2 && (s[:2] == "en" || s[:2] == "EN") {
		return EN
	}
	return RU
}

// Words speaks one language. It is immutable and safe for use from several
// goroutines.
type Words struct {
	lang  Lang
	words map[string]entry
	order *order
}

// For gives the words of a language; an unknown language speaks Russian.
func For(l Lang) *Words {
	if w := all[l]; w != nil {
		return w
	}
	return all[RU]
}

//text:prefix language.

// LangName is the name of a language in that language: «Русский», English.
func (w *Words) LangName(l Lang) string { return w.T("language." + string(l)) }

// Lang is the language of the words.
func (w *Words) Lang() Lang { return w.lang }

// ru tells whether the formats are the Russian ones.
func (w *Words) ru() bool { return w.lang != EN }
