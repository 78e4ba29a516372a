package app

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// allowed says, for each package of the house, which others it may import
// directly: the rules of the package comments in one place. "screens" are the
// rooms of the navigation.
var allowed = map[string][]string{
	"portfel":             {"app", "app/cli", "app/shot", "assets"},
	"assets":              {},
	"data":                {"assets"},
	"data/text":           {"data", "assets"},
	"data/text/wordcheck": {},
	"data/workday":        {"data"},
	"data/norm":           {"data"},
	"data/place":          {"data", "assets"},
	"data/load":           {"data", "data/workday"},
	"data/table":          {"data"},
	"data/schedule":       {"data", "data/workday", "data/schedule/rcpsp"},
	"data/schedule/rcpsp": {},
	"data/cost":           {"data"},
	"data/merge":          {"data"},
	"data/pack":           {"data"},
	"data/vault":          {"data"},
	"data/mspdi":          {"data"},
	"data/report":         {"data", "data/text"},
	"data/perdiem":        {"data", "data/norm", "data/workday"},
	"data/form":           {"data", "data/text"},
	"data/grammar":        {"data", "assets"},
	"data/office":         {"data", "data/text", "data/report", "data/form", "assets"},
	"data/quick":          {"data", "data/text", "data/workday"},
	"data/ical":           {"data", "data/text", "data/workday"},
	"data/sqlite":         {"data"},
	"data/command":        {"data", "assets", "data/sqlite", "engines"},
	"data/sample":         {"data", "assets", "data/sqlite", "data/command", "engines"},
	"app/ui":              {"data", "data/text", "assets", "app/locale"},
	"app/desk":            {"data", "data/text", "data/quick", "data/workday", "data/command", "data/sqlite", "app/ui"},
	"app/card":            {"data", "data/text", "data/quick", "data/workday", "data/command", "app/desk", "app/ui"},
	"app/meeting":         {"data", "data/text", "data/quick", "data/workday", "data/command", "app/desk", "app/ui", "app/card"},
	"app/locale":          {},
	"app/journey":         {},
	"app/shot":            {"data", "data/text", "data/command", "data/sqlite", "app", "app/ui", "app/desk"},
	"app/cli":             {"data", "assets", "data/sqlite", "data/command", "data/sample", "engines", "app/shot", "app"},
	"app":                 {"data", "assets", "data/sqlite", "data/command", "data/sample", "engines", "app/desk", "app/ui", "app/card", "app/meeting", "screens"},
	"app/desk/desktest":   {"data", "data/text", "data/command", "data/sqlite", "data/sample", "app/desk", "app/ui"},
}

var screens = []string{"app/overview", "app/projects", "app/plan", "app/mentoring", "app/trips", "app/documents", "app/clients", "app/calendar", "app/settings", "app/welcome"}

var screenMay = []string{"data", "data/text", "data/quick", "data/workday", "data/place", "data/load", "data/norm", "data/report", "data/perdiem", "data/form", "data/grammar", "data/command", "app/desk", "app/ui", "app/card", "app/meeting"}

var engines = []string{"data/text", "data/workday", "data/norm", "data/place", "data/load", "data/table", "data/schedule", "data/quick", "data/ical", "data/cost", "data/mspdi", "data/report", "data/office", "data/perdiem", "data/form", "data/grammar", "data/merge", "data/pack", "data/vault"}

// outside says which packages may import a foreign module, a line each.
var outside = map[string][]string{
	"fyne.io/fyne/v2":                {"portfel", "app"}, // and everything under app/
	"filippo.io/age":                 {"data/vault"},
	"github.com/google/uuid":         {"data", "data/sqlite"},
	"modernc.org/sqlite":             {"data/sqlite"},
	"github.com/gofrs/flock":         {"data/sqlite"},
	"github.com/adrg/xdg":            {"portfel", "app", "app/cli"},
	"github.com/emersion/go-ical":    {"data/ical"},
	"github.com/teambition/rrule-go": {"data/ical"},
	"golang.org/x/text":              {"data/text", "data/table", "data/ical", "data/mspdi"},
	"golang.org/x/image":             {"data/office"},
	"github.com/xuri/excelize/v2":    {"data/office"},
	"codeberg.org/go-pdf/fpdf":       {"data/office"},
	"github.com/pdfcpu/pdfcpu":       {"data/office"},
}

type goPackage struct {
	ImportPath   string
	Name         string
	Dir          string
	GoFiles      []string
	Imports      []string
	TestImports  []string
	XTestImports []string
}

func packages(t *testing.T) []goPackage {
	t.Helper()
	cmd := exec.Command("go", "list", "-e", "-tags", "migrated_fynedo", "-json=ImportPath,Name,Dir,GoFiles,Imports", "portfel/...")
	cmd.Dir = ".."
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []goPackage
	dec := json.NewDecoder(bytes.NewReader(out))
	for {
		var p goPackage
		if err := dec.Decode(&p); err == io.EOF {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

func short(path string) string {
	if path == "portfel" {
		return path
	}
	return strings.TrimPrefix(path, "portfel/")
}

func expand(list []string) map[string]bool {
	m := map[string]bool{}
	for _, x := range list {
		switch x {
		case "engines":
			for _, e := range engines {
				m[e] = true
			}
		case "screens":
			for _, s := range screens {
				m[s] = true
			}
		default:
			m[x] = true
		}
	}
	return m
}

func rulesOf(name string) (map[string]bool, bool) {
	for _, s := range screens {
		if s == name {
			return expand(screenMay), true
		}
	}
	list, ok := allowed[name]
	return expand(list), ok
}

func TestRoomsImportOnlyWhatTheHouseAllows(t *testing.T) {
	for _, p := range packages(t) {
		name := short(p.ImportPath)
		may, known := rulesOf(name)
		if !known {
			t.Errorf("%s has no line in the house rules", name)
			continue
		}
		for _, imp := range p.Imports {
			if strings.HasPrefix(imp, "portfel") && !may[short(imp)] {
				t.Errorf("%s imports %s", name, short(imp))
			}
			checkOutside(t, name, imp)
		}
	}
}

func checkOutside(t *testing.T, name, imp string) {
	t.Helper()
	if imp == "database/sql" && name != "data/sqlite" {
		t.Errorf("%s imports database/sql", name)
	}
	if (imp == "fyne.io/fyne/v2/app" || strings.HasPrefix(imp, "fyne.io/fyne/v2/driver/gl")) && name != "portfel" {
		t.Errorf("%s imports %s: then its tests need a C compiler", name, imp)
	}
	if strings.HasPrefix(imp, "fyne.io/fyne/v2/test") && name != "app/shot" && name != "app/desk/desktest" {
		t.Errorf("%s imports %s", name, imp)
	}
	if !strings.Contains(strings.Split(imp, "/")[0], ".") {
		return
	}
	for mod, who := range outside {
		if imp != mod && !strings.HasPrefix(imp, mod+"/") {
			continue
		}
		for _, w := range who {
			if w == name || mod == "fyne.io/fyne/v2" && strings.HasPrefix(name, "app/") {
				return
			}
		}
		t.Errorf("%s imports %s", name, imp)
		return
	}
	t.Errorf("%s imports %s, which has no line in the house rules", name, imp)
}

func TestEachPackageSaysWhatItIs(t *testing.T) {
	for _, p := range packages(t) {
		if p.Name == "main" || len(p.GoFiles) == 0 {
			continue
		}
		found := false
		for _, f := range p.GoFiles {
			b, err := os.ReadFile(filepath.Join(p.Dir, f))
			if err != nil {
				t.Fatal(err)
			}
			if regexp.MustCompile(`(?m)^// Package ` + p.Name + ` `).Match(b) {
				found = true
			}
		}
		if !found {
			t.Errorf("%s has no package comment", p.ImportPath)
		}
	}
}

func TestThreadsAndClocksStayInTheirRooms(t *testing.T) {
	goFunc := regexp.MustCompile(`(?m)^\s*go (func|[a-z])`)
	clock := regexp.MustCompile(`\btime\.(Now|Since)\(`)
	fyneDo := regexp.MustCompile(`\bfyne\.Do`)
	for _, p := range packages(t) {
		name := short(p.ImportPath)
		for _, f := range p.GoFiles {
			b, err := os.ReadFile(filepath.Join(p.Dir, f))
			if err != nil {
				t.Fatal(err)
			}
			later := name == "app/desk" || name == "app/ui" && f == "later.go"
			if !later && (goFunc.Match(b) || fyneDo.Match(b)) {
				t.Errorf("%s/%s starts a goroutine or calls fyne.Do", name, f)
			}
			if clock.Match(b) && name != "portfel" && name != "app/desk" && name != "app/ui" && name != "app/cli" {
				t.Errorf("%s/%s reads the clock", name, f)
			}
			if strings.Contains(string(b), "time.LoadLocation(") {
				t.Errorf("%s/%s loads a zone from the system", name, f)
			}
			if name == "portfel" && f == "main.go" && bytes.Count(b, []byte("\n")) > 60 {
				t.Errorf("main.go has more than 60 lines")
			}
		}
	}
}

func TestTheRootHoldsOnlyTheAgreedHouse(t *testing.T) {
	may := map[string]bool{"main.go": true, "app": true, "data": true, "assets": true, "FyneApp.toml": true, "go.mod": true, "go.sum": true,
		"README.md": true, "Makefile": true, "LICENSE": true, ".gitignore": true, ".ci": true, ".git": true, "CHANGELOG.md": true, "CONTRIBUTING.md": true, "bin": true}
	out, err := exec.Command("git", "-C", "..", "ls-files").Output()
	if err != nil {
		return // a source tree without git: nothing to ask
	}
	for _, f := range strings.Fields(string(out)) {
		if top, _, _ := strings.Cut(f, "/"); !may[top] {
			t.Errorf("%s stands at the top of the house", f)
		}
	}
}

func TestSQLiteAndItsRuntimeMoveTogether(t *testing.T) {
	get := func(module, in string) string {
		cmd := exec.Command("go", "list", "-m", "-f", "{{.Version}}", module)
		if in != "" {
			cmd = exec.Command("go", "mod", "graph")
		}
		cmd.Dir = ".."
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		if in == "" {
			return strings.TrimSpace(string(out))
		}
		for _, l := range strings.Split(string(out), "\n") {
			if from, to, ok := strings.Cut(l, " "); ok && strings.HasPrefix(from, in+"@") && strings.HasPrefix(to, module+"@") {
				return strings.TrimPrefix(to, module+"@")
			}
		}
		return ""
	}
	have := get("modernc.org/libc", "")
	want := get("modernc.org/libc", "modernc.org/sqlite")
	if have != want {
		t.Errorf("modernc.org/libc %s, but this modernc.org/sqlite was made with %s", have, want)
	}
}
