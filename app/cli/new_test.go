package cli

import (
	"os"
	"strings"
	"testing"
)

func TestANewFileHasItsEndingAndItsLanguage(t *testing.T) {
	d := newDesk(t)
	d.says(2, "", "portfel: x.txt: имя файла данных оканчивается на .portfel. Добавьте это окончание.\n", "new", "@x.txt")
	if _, err := os.Stat(d.path("x.txt")); err == nil {
		t.Error("x.txt was made")
	}
	d.ok("new", "@e.portfel", "--lang", "en")
	d.says(1, "", "portfel: e.portfel: there is nothing to undo.\n", "undo", "@e.portfel")
	d.says(1, "", "portfel: e.portfel: отменять нечего.\n", "undo", "@e.portfel", "--lang", "ru")
	d.ok("new", "@r.portfel")
	d.says(1, "", "portfel: r.portfel: отменять нечего.\n", "undo", "@r.portfel")
	if out := d.ok("check", "@e.portfel"); out != "kind\tname\tdefect\n" {
		t.Errorf("a new file has defects: %s", out)
	}
}

func TestCommonFlagsMayStandBeforeTheCommand(t *testing.T) {
	d := story1Desk(t)
	d.ok(importStory1...)
	for _, flags := range [][]string{{"--lang", "en"}, {"--lang=en"}, {"--now", "2026-11-24T09:42", "--lang", "en"}, {"--json", "--lang=en"}} {
		line := append(append([]string{}, flags...), "schedule", "@a.portfel", "нет такого")
		d.says(2, "", "portfel: Not found: Project “нет такого”. To look for names: portfel search\n", line...)
		if !Wants(line) {
			t.Errorf("%v opens a window", line)
		}
	}
	if out := d.ok("--json", "schedule", "@a.portfel", "МК-26"); !strings.HasPrefix(out, "[") {
		t.Errorf("--json before the command: %s", out)
	}
	d.says(2, "", "portfel: Команды «--json» нет. Список команд: portfel help\n", "--json")
	d.says(2, "", "portfel: Команды «--fun» нет. Список команд: portfel help\n", "--fun", "schedule", "@a.portfel", "МК-26")
}

func TestNothingIsLeftBesideAFile(t *testing.T) {
	d := story1Desk(t)
	d.ok(importStory1...)
	d.ok("schedule", "@a.portfel", "МК-26")
	d.ok("agenda", "@a.portfel", "2026-11-24", "2026-12-24")
	d.ok("check", "@a.portfel")
	d.ok("search", "@a.portfel", "ТЗ")
	d.run("import", "@a.portfel", "@plan.csv", "--dry-run")
	entries, err := os.ReadDir(d.dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != "a.portfel" && e.Name() != "plan.csv" {
			t.Errorf("left beside the file: %s", e.Name())
		}
	}
}

func TestAWindowNeedsAScreen(t *testing.T) {
	for name, want := range map[string]bool{"": false, "DISPLAY": true, "WAYLAND_DISPLAY": true} {
		getenv := func(s string) string {
			if s == name {
				return ":0"
			}
			return ""
		}
		if got := hasScreen("linux", getenv); got != want {
			t.Errorf("with %q: %v", name, got)
		}
		if !hasScreen("windows", getenv) {
			t.Error("Windows has a screen")
		}
	}
}
