package cli

import (
	"os"
	"strings"
	"testing"
)

// The package goes to the laptop of a trainee whose file is new, and the answer
// comes back; the same one twice changes nothing; a private note stays at home.
func TestAPackageGoesOutAndComesBack(t *testing.T) {
	d := newDesk(t)
	d.ok("new", "@mentor.portfel", "--demo")
	d.ok("new", "@trainee.portfel")
	d.ok("export", "@mentor.portfel", "@out.vplan", "--mentoring", "Громов", "--now", "2026-11-24T09:42")
	if got := d.ok("import", "@trainee.portfel", "@out.vplan"); !strings.Contains(got, "added\tmentoring\t") {
		t.Errorf("taken:\n%s", got)
	}
	if got := d.ok("import", "@trainee.portfel", "@out.vplan"); strings.Contains(got, "added") || !strings.Contains(got, "same\t") {
		t.Errorf("taken twice:\n%s", got)
	}
	d.ok("export", "@trainee.portfel", "@back.vplan", "--mentoring", "Громов")
	if got := d.ok("import", "@mentor.portfel", "@back.vplan", "--dry-run"); strings.Contains(got, "refused") {
		t.Errorf("the answer:\n%s", got)
	}
	if _, errs, code := d.run("import", "@trainee.portfel", "@back.vplan"); code != exitDefect || errs == "" {
		t.Errorf("the own package: exit %d, %s", code, errs)
	}
	b, err := os.ReadFile(d.path("out.vplan"))
	if err != nil {
		t.Fatal(err)
	}
	b[len(b)/2] ^= 1
	if err := os.WriteFile(d.path("bad.vplan"), b, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, errs, code := d.run("import", "@mentor.portfel", "@bad.vplan"); code != exitDefect || errs == "" {
		t.Errorf("an altered package: exit %d, %s", code, errs)
	}
}
