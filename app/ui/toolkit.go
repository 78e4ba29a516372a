package ui

import (
	"encoding/json"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	_ "portfel/app/locale" // before lang looks at the environment
)

// toolkitKeys are the words that the toolkit's own entry shows in its menu, and
// ours for them. The toolkit follows the language of the system and cannot be
// told another, so our words take the place of those of that language.
var toolkitKeys = map[string]string{
	"Cut": "toolkit.cut", "Copy": "toolkit.copy", "Paste": "toolkit.paste", "Select all": "toolkit.all", "Undo": "toolkit.undo", "Redo": "toolkit.redo",
}

//text:prefix toolkit.

// speakToolkit gives the toolkit the words of the program's language.
func speakToolkit() {
	own := make(map[string]string, len(toolkitKeys))
	for theirs, ours := range toolkitKeys {
		own[theirs] = words.T(ours)
	}
	b, err := json.Marshal(own)
	if err != nil {
		return // a map of strings
	}
	if err := lang.AddTranslationsForLocale(b, fyne.Locale(lang.SystemLocale().LanguageString())); err != nil {
		fyne.LogError("words of the toolkit", err)
	}
}
