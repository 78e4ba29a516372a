package text

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"portfel/data"
)

// declared reads the codes that the records declare: constants of a named
// string type, by the name of the type.
func declared(t *testing.T) map[string][]string {
	t.Helper()
	codes := map[string][]string{}
	for _, f := range sourceOfRecords(t) {
		for _, d := range f.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.CONST {
				continue
			}
			for _, s := range g.Specs {
				addCode(codes, s.(*ast.ValueSpec))
			}
		}
	}
	return codes
}

func sourceOfRecords(t *testing.T) (files []*ast.File) {
	t.Helper()
	names, err := filepath.Glob("../*.go")
	if err != nil || len(names) == 0 {
		t.Fatalf("no records found: %v", err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, b, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	return files
}

func addCode(codes map[string][]string, v *ast.ValueSpec) {
	id, ok := v.Type.(*ast.Ident)
	if !ok {
		return
	}
	for _, e := range v.Values {
		if l, ok := e.(*ast.BasicLit); ok && l.Kind == token.STRING {
			s, _ := strconv.Unquote(l.Value)
			codes[id.Name] = append(codes[id.Name], s)
		}
	}
}

func TestEveryDeclaredCodeHasWordsInBothLanguages(t *testing.T) {
	byName := map[string]string{}
	for typ, prefix := range prefixes {
		byName[typ.Name()] = prefix
	}
	codes := declared(t)
	if len(codes["TripStatus"]) != 11 || len(codes["TaskStatus"]) != 7 {
		t.Fatalf("trips have 11 statuses and tasks 7, read %v and %v", codes["TripStatus"], codes["TaskStatus"])
	}
	for typ, list := range codes {
		prefix, ok := byName[typ]
		if !ok {
			t.Errorf("the codes of data.%s have no place in the table of code.go", typ)
			continue
		}
		for _, c := range list {
			needWords(t, prefix, c)
		}
	}
}

func needWords(t *testing.T, prefix, code string) {
	t.Helper()
	if code == "" {
		code = "none"
	}
	for _, l := range Langs {
		if !For(l).Has(prefix + code) {
			t.Errorf("%s: no word for %s", l, prefix+code)
		}
	}
}

func TestLooseCodesHaveWords(t *testing.T) {
	for _, k := range data.DeliverableKinds {
		needWords(t, "deliverable.kind.", k)
	}
	for s := range data.TaskFlow {
		needWords(t, "item.status.", string(s))
	}
	for _, l := range data.LinkTypes {
		needWords(t, "link.code.", string(l))
	}
	for _, z := range Zones {
		needWords(t, "zone.", z.Code)
		if _, err := data.Location(z.Zone); err != nil {
			t.Error(err)
		}
	}
}

// Every field that a record complains about has a name to lead its sentence.
func TestFieldsOfProblemsHaveNames(t *testing.T) {
	for _, f := range sourceOfRecords(t) {
		ast.Inspect(f, func(n ast.Node) bool {
			c, ok := n.(*ast.CallExpr)
			if !ok || len(c.Args) < 3 {
				return true
			}
			sel, ok := c.Fun.(*ast.SelectorExpr)
			l, isText := c.Args[1].(*ast.BasicLit)
			if ok && isText && sel.Sel.Name == "Add" {
				field, _ := strconv.Unquote(l.Value)
				needWords(t, "field.", field)
			}
			return true
		})
	}
}

func TestWordsOfCodes(t *testing.T) {
	ru, en := For(RU), For(EN)
	cases := []struct{ got, want string }{
		{ru.Code(data.TripPlanned), "Запланирована"},
		{en.Code(data.TripPlanned), "Planned"},
		{ru.Code(data.TaskReturned), "Возвращена"},
		{ru.ItemStatus(data.TaskReturned), "Возвращён"},
		{ru.ItemStatus(data.TaskDone), "Принят"},
		{ru.Code(data.AsSoonAsPossible), "Как можно раньше"},
		{ru.Code(data.VersionStatus("")), "Не начат"},
		{ru.Code(data.TripKind("")), ""},
		{ru.Code("свои слова"), "свои слова"},
		{ru.DeliverableKind("spec"), "Техническое задание"},
		{ru.DeliverableKind("Свой вид"), "Свой вид"},
		{ru.LinkCode(data.FinishStart), "ОН"},
		{en.LinkCode(data.FinishStart), "FS"},
		{CodeKey(data.TripPlanned), "trip.status.planned"},
	}
	for _, c := range cases {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}
