package cli

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
	sources "portfel/data/table"
)

// importing is an import made ready: what it would do, and the command.
type importing interface {
	sqlite.Command
	Preview(*sqlite.Reader) ([]command.ImportRow, error)
}

// runImport takes a source into the file, or tells what it would do.
func runImport(c *call) error {
	b, err := source(c.args[1])
	if err != nil {
		return err
	}
	kind := kindOf(b, c.args[1])
	if kind != kindTable && kind != kindCalendar {
		return usage("cli.sourceNotYet", c.args[1], string(kind))
	}
	if c.on["dry-run"] {
		return c.preview(b, kind)
	}
	return c.take(b, kind)
}

// maxSource is the largest source that is read, in bytes.
const maxSource = 64 << 20

func source(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, noFile("cli.noSource", path)
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxSource+1))
	if err != nil {
		return nil, noFile("cli.noSource", path)
	}
	if len(b) > maxSource {
		return nil, defect("cli.largeSource", path, maxSource>>20)
	}
	return b, nil
}

func (c *call) preview(b []byte, kind sourceKind) error {
	f, err := c.reading()
	if err != nil {
		return err
	}
	defer f.Close()
	cmd, err := c.importOf(f.Read(), b, kind)
	if err != nil {
		return err
	}
	rows, err := cmd.Preview(f.Read())
	if err != nil {
		return c.refused(err)
	}
	n, err := c.report(rows)
	if err == nil && n > 0 {
		err = c.someRefused("cli.wouldRefuse", n)
	}
	return err
}

func (c *call) take(b []byte, kind sourceKind) (err error) {
	f, err := c.writing()
	if err != nil {
		return err
	}
	defer closing(f, &err)
	cmd, err := c.importOf(f.Read(), b, kind)
	if err != nil {
		return err
	}
	rows, err := cmd.Preview(f.Read())
	if err != nil {
		return c.refused(err)
	}
	changed, doErr := f.Do(cmd)
	if doErr != nil && !isRefusal(doErr) {
		return c.refused(doErr) // nothing was written, and nothing is said to have been
	}
	n, err := c.report(rows)
	switch {
	case err != nil:
		return errors.Join(err, c.afterwards(f, changed))
	case doErr != nil:
		return c.refused(doErr)
	case n > 0:
		return errors.Join(c.someRefused("cli.refused", n), c.afterwards(f, changed))
	}
	return c.afterwards(f, changed)
}

// isRefusal tells that a source was not taken because of rows in it.
func isRefusal(err error) bool {
	var ps data.Problems
	return errors.As(err, &ps) && len(ps) > 0 && ps[0].Code == "import.refused"
}

// someRefused says that rows were refused and what to do; why, stands with them.
func (c *call) someRefused(key string, n int) error {
	c.note(c.words.N(key, n, c.args[1]))
	return &failure{code: exitDefect}
}

// refused is why a source is not taken: a project's name that fits several is
// wrong usage, everything else is in the data.
func (c *call) refused(err error) error {
	var ps data.Problems
	if errors.As(err, &ps) && len(ps) > 0 && ps[0].Code == "import.manyProjects" {
		return in(c.args[1], exitUsage, err)
	}
	return in(c.args[1], exitDefect, err)
}

// afterwards lets the automatic calendar follow a change.
func (c *call) afterwards(f *sqlite.File, changed data.Changed) error {
	if len(changed.IDs) == 0 {
		return nil
	}
	return c.rewriteCalendar(f)
}

// importOf makes the command of a source.
func (c *call) importOf(r *sqlite.Reader, b []byte, kind sourceKind) (importing, error) {
	if kind == kindCalendar {
		cmd, err := command.ReadCalendar(r, b, filepath.Base(c.args[1]))
		return cmd, in(c.args[1], exitDefect, err)
	}
	return c.importPlan(b)
}

func (c *call) importPlan(b []byte) (importing, error) {
	tab, err := sources.Read(bytes.NewReader(b))
	if err != nil {
		return nil, in(c.args[1], exitDefect, err)
	}
	if other := otherTable(tab); other != "" {
		return nil, usage("cli.sourceNotYet", c.args[1], c.words.T("cli.table."+other))
	}
	cmd := command.ImportPlan{File: c.args[1], Project: c.flags["project"]}
	if cmd.Source, cmd.Faults, err = sources.ReadPlan(tab); err != nil {
		return nil, in(c.args[1], exitDefect, err)
	}
	if s, ok := c.flags["start"]; ok {
		if cmd.Start, err = date(s); err != nil {
			return nil, err
		}
	}
	if ignored := cmd.Source.Columns.Ignored; len(ignored) > 0 {
		c.note(c.words.N("import.ignored", len(ignored), strings.Join(ignored, ", ")))
	}
	return cmd, nil
}

// note tells something that is no error.
func (c *call) note(s string) { io.WriteString(c.env.Stderr, "portfel: "+s+"\n") }

// report prints a line a record and counts the refused ones.
func (c *call) report(rows []command.ImportRow) (refused int, err error) {
	t := c.table("action", "kind", "name", "reason")
	t.header = false
	for _, r := range rows {
		if r.Action == command.ImportRefused {
			refused++
		}
		t.add(string(r.Action), string(r.Kind), r.Name, c.reason(r))
	}
	return refused, t.print(c.env.Stdout)
}

// reason is why a row was refused, with its place in the source.
func (c *call) reason(r command.ImportRow) string {
	if r.Reason.Code == "" {
		return ""
	}
	s := c.words.Problem(r.Reason)
	switch {
	case r.Line > 0 && r.Column != "":
		return c.words.F("import.place", strconv.Itoa(r.Line), r.Column, s)
	case r.Line > 0:
		return c.words.F("import.line", strconv.Itoa(r.Line), s)
	}
	return s
}
