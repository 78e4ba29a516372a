package wordcheck

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"regexp"
	"strconv"
	"strings"
)

// keyShape is what a key looks like: words joined by points.
var keyShape = regexp.MustCompile(`^[a-z][A-Za-z0-9_]*(\.[A-Za-z0-9_-]+)+$`)

// prefixShape is the beginning of a key, with the point.
var prefixShape = regexp.MustCompile(`^[a-z][A-Za-z0-9_]*(\.[A-Za-z0-9_-]+)*\.$`)

// source is one file being read.
type source struct {
	*uses
	name  string
	fset  *token.FileSet
	alias map[string]bool // local names of T, F and N
}

// readFile collects the uses of one file.
func (u *uses) readFile(root fs.FS, name string) error {
	b, err := fs.ReadFile(root, name)
	if err != nil {
		return err
	}
	s := &source{u, name, token.NewFileSet(), map[string]bool{}}
	f, err := parser.ParseFile(s.fset, name, b, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return fmt.Errorf("read source: %w", err)
	}
	s.comments(f)
	ast.Inspect(f, s.aliases)
	ast.Inspect(f, s.node)
	return nil
}

func (s *source) at(n ast.Node) Use {
	return Use{File: s.name, Line: s.fset.Position(n.Pos()).Line}
}

// comments reads the declarations //text:prefix and //text:key.
func (s *source) comments(f *ast.File) {
	for _, g := range f.Comments {
		for _, c := range g.List {
			if p, ok := strings.CutPrefix(c.Text, "//text:prefix "); ok {
				s.mustPrefix(strings.TrimSpace(p), s.at(c))
			}
			if k, ok := strings.CutPrefix(c.Text, "//text:key "); ok {
				s.must(strings.TrimSpace(k), s.at(c))
			}
		}
	}
}

// aliases finds local names of the lookup: t := w.T.
func (s *source) aliases(n ast.Node) bool {
	a, ok := n.(*ast.AssignStmt)
	if !ok || len(a.Lhs) != len(a.Rhs) {
		return true
	}
	for i, r := range a.Rhs {
		id, isName := a.Lhs[i].(*ast.Ident)
		if sel, ok := r.(*ast.SelectorExpr); ok && isName && lookup(sel.Sel.Name) {
			s.alias[id.Name] = true
		}
	}
	return true
}

// lookup tells whether the name is a lookup of words.
func lookup(name string) bool { return name == "T" || name == "F" || name == "N" }

// node notes what one node of the tree uses.
func (s *source) node(n ast.Node) bool {
	switch v := n.(type) {
	case *ast.ImportSpec:
		return false
	case *ast.BasicLit:
		s.literal(v)
	case *ast.CallExpr:
		s.call(v)
	case *ast.CompositeLit:
		s.problem(v)
	case *ast.FuncDecl:
		s.label(v)
	}
	return true
}

// literal notes a literal that is a key, the beginning of one, or "@key".
func (s *source) literal(l *ast.BasicLit) {
	t, ok := text(l)
	if !ok {
		return
	}
	if key, at := strings.CutPrefix(t, "@"); at {
		if keyShape.MatchString(key) {
			s.must(key, s.at(l))
		}
		t = key
	}
	if s.defined[t] {
		s.used[t] = true
	}
	if prefixShape.MatchString(t) {
		s.prefixes[t] = true
	}
}

// call notes lookups by T, F, N and their local names, and Problems.Add.
func (s *source) call(c *ast.CallExpr) {
	switch f := c.Fun.(type) {
	case *ast.SelectorExpr:
		if lookup(f.Sel.Name) {
			s.looked(c)
		}
		if code, ok := argument(c, 2); ok && f.Sel.Name == "Add" && len(c.Args) >= 3 {
			if _, field := argument(c, 1); field {
				s.must("problem."+code, s.at(c))
			}
		}
	case *ast.Ident:
		if s.alias[f.Name] {
			s.looked(c)
		}
	}
}

// looked notes the first argument of a lookup.
func (s *source) looked(c *ast.CallExpr) {
	if key, ok := argument(c, 0); ok {
		s.must(key, s.at(c))
		return
	}
	if len(c.Args) == 0 {
		return
	}
	if b, ok := c.Args[0].(*ast.BinaryExpr); ok {
		if p, ok := text(leftmost(b)); ok {
			s.mustPrefix(p, s.at(c))
		}
	}
}

func leftmost(e ast.Expr) ast.Expr {
	for {
		b, ok := e.(*ast.BinaryExpr)
		if !ok {
			return e
		}
		e = b.X
	}
}

// problem notes the code of a data.Problem written as a literal, alone or as
// an element of Problems.
func (s *source) problem(c *ast.CompositeLit) {
	switch typeName(c.Type) {
	case "Problem":
		s.code(c)
	case "Problems":
		for _, e := range c.Elts {
			if inner, ok := e.(*ast.CompositeLit); ok && inner.Type == nil {
				s.code(inner)
			}
		}
	}
}

// code notes the code among the fields of a problem: named, or the second.
func (s *source) code(c *ast.CompositeLit) {
	for i, e := range c.Elts {
		kv, named := e.(*ast.KeyValueExpr)
		if named {
			if id, ok := kv.Key.(*ast.Ident); !ok || id.Name != "Code" {
				continue
			}
			e = kv.Value
		}
		if code, ok := text(e); ok && (named || i == 1) {
			s.must("problem."+code, s.at(e))
		}
	}
}

// typeName is the last word of a type's name.
func typeName(t ast.Expr) string {
	switch v := t.(type) {
	case *ast.Ident:
		return v.Name
	case *ast.SelectorExpr:
		return v.Sel.Name
	}
	return ""
}

// label notes what a method Label returns first.
func (s *source) label(f *ast.FuncDecl) {
	if f.Name.Name != "Label" || f.Recv == nil || f.Body == nil {
		return
	}
	ast.Inspect(f.Body, func(n ast.Node) bool {
		r, ok := n.(*ast.ReturnStmt)
		if ok && len(r.Results) > 0 {
			if key, ok := text(r.Results[0]); ok && key != "" {
				s.must(key, s.at(r))
			}
		}
		return true
	})
}

// argument is the text of the i-th argument of a call, if it is a literal.
func argument(c *ast.CallExpr, i int) (string, bool) {
	if i >= len(c.Args) {
		return "", false
	}
	return text(c.Args[i])
}

// text is the value of a string literal.
func text(e ast.Expr) (string, bool) {
	l, ok := e.(*ast.BasicLit)
	if !ok || l.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(l.Value)
	return s, err == nil
}
