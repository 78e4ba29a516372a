package locale

import (
	"os"
	"strings"
)

func init() {
	if nameless(system()) && os.Getenv("LANGUAGE") == "" {
		os.Setenv("LANGUAGE", "en") // read by the toolkit, but not by the input method
	}
}

// system is the locale that the environment names.
func system() string {
	for _, v := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if s := os.Getenv(v); s != "" {
			return s
		}
	}
	return ""
}

// nameless tells of a locale that is only an encoding, as C.UTF-8.
func nameless(l string) bool { return strings.HasPrefix(l, "C.") }
