package norm

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// amounts are numbers of the law that mean nothing else: they may stand nowhere
// in the code that counts trips, in roubles or kopecks, as a number or a text.
var amounts = map[string]bool{"700": true, "2500": true, "70000": true, "250000": true, "700.0": true, "2500.0": true}

// rates are numbers of the law that also mean other things: parts of a norm,
// days of a term, rates of tax. They may not be multiplied or divided by, given
// to the arithmetic of days, or stand for what is named like a norm.
var rates = map[string]bool{"3": true, "0.5": true, "50": true, "500": true, "20": true, "22": true, "0.2": true, "0.20": true, "0.22": true,
	"1.2": true, "1.20": true, "1.22": true, "120": true, "122": true, "2000": true, "2200": true}

var (
	dayWork  = regexp.MustCompile(`^(AddDays|Next|Prev|Times|muldiv)$`)
	likeNorm = regexp.MustCompile(`(?i)(percent|vat|limit|norm|perdiem|report|due|term|deadline|days|share|part|half)`)
	likeView = regexp.MustCompile(`(?i)(width|height|gap|size|row|col)`) // sizes on a screen
)

// legal finds numbers of the law among the literals of a file. With all, the
// ambiguous ones are found wherever they stand.
func legal(set *token.FileSet, f *ast.File, all bool) (found []string) {
	var path []ast.Node
	ast.Inspect(f, func(n ast.Node) bool {
		if n == nil {
			path = path[:len(path)-1]
			return true
		}
		path = append(path, n)
		l, ok := n.(*ast.BasicLit)
		if !ok || l.Kind == token.CHAR {
			return true
		}
		v := strings.Trim(strings.ReplaceAll(l.Value, "_", ""), "\"`")
		if amounts[v] || rates[v] && l.Kind != token.STRING && (all && !index(path) || counts(path)) {
			found = append(found, fmt.Sprintf("%s: %s", set.Position(l.Pos()), l.Value))
		}
		return true
	})
	return found
}

// index tells whether the last node of a path picks from a list.
func index(path []ast.Node) bool {
	x, ok := path[len(path)-2].(*ast.IndexExpr)
	return ok && x.Index == path[len(path)-1]
}

// counts tells whether the last node of a path takes part in such a reckoning.
func counts(path []ast.Node) bool {
	for i := len(path) - 2; i >= 0; i-- {
		child := path[i+1]
		switch p := path[i].(type) {
		case *ast.ParenExpr, *ast.UnaryExpr:
			continue
		case *ast.BinaryExpr:
			switch p.Op {
			case token.MUL, token.QUO:
				return true
			case token.ADD, token.SUB:
				if named(p.X) || named(p.Y) {
					return true
				}
				continue
			}
			return named(p.X) || named(p.Y)
		case *ast.CallExpr:
			if conversion(p) {
				continue
			}
			return child != p.Fun && dayWork.MatchString(last(p.Fun))
		case *ast.AssignStmt:
			return anyNamed(p.Lhs)
		case *ast.ValueSpec:
			for _, id := range p.Names {
				if isNorm(id.Name) {
					return true
				}
			}
			return false
		case *ast.KeyValueExpr:
			return named(p.Key)
		case *ast.ReturnStmt:
			return returned(path[:i])
		default:
			return false
		}
	}
	return false
}

// returned tells whether the function around is named like a norm.
func returned(path []ast.Node) bool {
	for i := len(path) - 1; i >= 0; i-- {
		switch f := path[i].(type) {
		case *ast.FuncLit:
			return false
		case *ast.FuncDecl:
			return isNorm(f.Name.Name)
		}
	}
	return false
}

// conversion tells calls that only change a type: data.Money(3), int64(22).
func conversion(c *ast.CallExpr) bool {
	switch last(c.Fun) {
	case "int", "int32", "int64", "float64", "Date", "Money", "Minutes":
		return len(c.Args) == 1
	}
	return false
}

func anyNamed(list []ast.Expr) bool {
	for _, e := range list {
		if named(e) {
			return true
		}
	}
	return false
}

func named(e ast.Expr) bool { return isNorm(last(e)) }

func isNorm(name string) bool { return likeNorm.MatchString(name) && !likeView.MatchString(name) }

// last is the last word of a name, "" for other expressions.
func last(e ast.Expr) string {
	switch v := e.(type) {
	case *ast.Ident:
		return v.Name
	case *ast.SelectorExpr:
		return v.Sel.Name
	case *ast.CallExpr:
		return last(v.Fun)
	case *ast.IndexExpr:
		return last(v.X)
	case *ast.StarExpr:
		return last(v.X)
	}
	return ""
}

// innocent are literals that only look like numbers of the law, by file and
// value, with the reason.
var innocent = map[string]string{
	"mentoring_facts.go: 20": "tenths of an average, half up",
	"export_mspdi.go: 20":    "days of a month in MS Project's own settings",
}

// Numbers that a law sets stand in dated rows, never in the code that counts
// trips: the limit of 700 and 2500 roubles, half a norm for one day abroad, three
// days for the report, the rates of VAT.
func TestNoLegalNumberIsAConstant(t *testing.T) {
	for dir, all := range map[string]bool{"../perdiem": true, "../command": false, "../../app/trips": false} {
		files, err := filepath.Glob(dir + "/*.go")
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %d files, %v", dir, len(files), err)
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			b, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for _, s := range findIn(t, filepath.Base(name), string(b), all) {
				t.Errorf("%s: %s: a number of the law is a row of assets/norm", dir, s)
			}
		}
	}
}

func findIn(t *testing.T, name, source string, all bool) (out []string) {
	t.Helper()
	set := token.NewFileSet()
	f, err := parser.ParseFile(set, name, source, 0)
	if err != nil {
		t.Fatal(err)
	}
	place := regexp.MustCompile(`:\d+:\d+`)
	for _, s := range legal(set, f, all) {
		if innocent[place.ReplaceAllString(s, "")] == "" {
			out = append(out, s)
		}
	}
	return out
}

// The search itself is tested: what it must see, and what it must leave alone.
func TestLegalNumbersAreSeen(t *testing.T) {
	for line, want := range map[string]int{
		"x := 700":                                    1,
		"x := 2_500_00":                               1,
		`s := "2500"`:                                 1,
		"due := cal.AddDays(last, 3)":                 1,
		"vat := sum * 22 / 100":                       1,
		"vat := sum * data.Money(20) / 100":           1,
		"half := rate * 0.5":                          1,
		"const reportDays = 3":                        1,
		"if days > 3 { f() }":                         1,
		"n := Norm{Percent: 50}":                      1,
		"on := last + 3":                              0,
		"on := lastDays + 3":                          1,
		"part := rate.Times(500)":                     1,
		"sum = sum / 120 * 20":                        2,
		"w := ui.Column{Width: 20}":                   0,
		"x := list[:3]":                               0,
		"f(3)":                                        0,
		"if len(list) > 3 { f() }":                    0,
		"for i := range 3 { f(i) }":                   0,
		"x := (20)":                                   0,
		"days := cal.Whole(norm.ReportDays, on)":      0,
		"daysWidth := 20":                             0,
		"func() int { return 3 }()":                   0,
		"out = append(out, data.Money(20))":           0,
		"perDiem := data.Money(22)":                   1,
		"t := reportTerm{Days: 3}":                    1,
		"vat := map[bool]int{true: 22, false: 20}[y]": 0,
	} {
		got := findIn(t, "x.go", "package x\nfunc g() {\n"+line+"\n}\n", false)
		if len(got) != want {
			t.Errorf("%s: %v, want %d", line, got, want)
		}
	}
	if got := findIn(t, "x.go", "package x\nfunc vatRate() int { return 22 }\n", false); len(got) != 1 {
		t.Errorf("a function that returns a rate: %v", got)
	}
	if got := findIn(t, "x.go", "package x\nvar x, y = list[3], f(3)\n", true); len(got) != 1 {
		t.Errorf("everywhere: %v", got)
	}
}
