package cli

import (
	"errors"
	"io"
	"os"
	"strconv"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
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
	if !kind.imported() {
		return usage("cli.sourceNotYet", c.args[1], string(kind))
	}
	if kind == kindCalendar {
		if err := c.without(string(kind), "project", "start"); err != nil {
			return err
		}
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
	seen, err := look(cmd, f.Read())
	if err != nil {
		return c.refused(err)
	}
	n, err := c.report(seen)
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
	seen, err := look(cmd, f.Read())
	if err != nil {
		return c.refused(err)
	}
	changed, doErr := f.Do(cmd)
	if doErr != nil && !isRefusal(doErr) {
		return c.refused(doErr) // nothing was written, and nothing is said to have been
	}
	n, err := c.report(seen)
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

// note tells something that is no error.
func (c *call) note(s string) { io.WriteString(c.env.Stderr, "portfel: "+s+"\n") }

// report prints a line a record and counts the refused ones; what is lost on the
// way is told beside.
func (c *call) report(p command.ImportPreview) (refused int, err error) {
	t := c.table("action", "kind", "name", "reason")
	t.header = false
	for _, r := range p.Rows {
		t.add(string(r.Action), string(r.Kind), r.Name, c.reason(r))
	}
	c.tell(c.args[1], p.Notes)
	return p.Refused(), t.print(c.env.Stdout)
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
	case r.Column != "":
		return c.words.F("exchange.element", r.Column, s)
	}
	return s
}
