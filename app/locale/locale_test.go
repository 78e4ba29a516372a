package locale

import "testing"

func TestTheFirstNamedLocaleCounts(t *testing.T) {
	for _, c := range []struct{ all, messages, lang, want string }{
		{"", "", "", ""},
		{"", "", "ru_RU.UTF-8", "ru_RU.UTF-8"},
		{"", "en_GB.UTF-8", "ru_RU.UTF-8", "en_GB.UTF-8"},
		{"C.UTF-8", "en_GB.UTF-8", "ru_RU.UTF-8", ""},
		{"C", "", "ru_RU.UTF-8", ""},
		{"POSIX", "", "", ""},
		{"ru_RU.UTF-8", "C", "C", "ru_RU.UTF-8"},
	} {
		t.Setenv("LC_ALL", c.all)
		t.Setenv("LC_MESSAGES", c.messages)
		t.Setenv("LANG", c.lang)
		if got := System(); got != c.want {
			t.Errorf("LC_ALL=%q LC_MESSAGES=%q LANG=%q: %q, not %q", c.all, c.messages, c.lang, got, c.want)
		}
	}
}
