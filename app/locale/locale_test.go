package locale_test

import (
	"os"
	"os/exec"
	"testing"

	"fyne.io/fyne/v2/lang"

	_ "portfel/app/locale"
)

// The test runs itself with the locale and looks at what was said while the
// packages were initialised.
func TestTheToolkitIsQuietAboutALocaleWithoutALanguage(t *testing.T) {
	if os.Getenv("PORTFEL_LOCALE_TEST") != "" {
		lang.L("Cancel")
		return
	}
	for _, l := range []string{"C.UTF-8", "C", "POSIX", "", "ru_RU.UTF-8"} {
		cmd := exec.Command(os.Args[0], "-test.run", t.Name())
		cmd.Env = []string{"LC_ALL=" + l, "PORTFEL_LOCALE_TEST=1"}
		out, err := cmd.CombinedOutput()
		if err != nil || string(out) != "PASS\n" {
			t.Errorf("LC_ALL=%s: %v %s", l, err, out)
		}
	}
}
