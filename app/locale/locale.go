package locale

import (
	"os"
	"strings"
)

func init() {
	if nameless(first()) && os.Getenv("LANGUAGE") == "" {
		os.Setenv("LANGUAGE", "en") // read by the toolkit, but not by the input method
	}
}

// System is the locale that the environment names, as "ru_RU.UTF-8"; "" when it
// names no language.
func System() string {
	if l := first(); l != "C" && l != "POSIX" && !nameless(l) {
		return l
	}
	return ""
}

func first() string {
	for _, v := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if s := os.Getenv(v); s != "" {
			return s
		}
	}
	return ""
}

// nameless tells of a locale that is only an encoding, as C.UTF-8.
func nameless(l string) bool { return strings.HasPrefix(l, "C.") }
