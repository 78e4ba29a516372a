package cli

import (
	"bytes"
	"path/filepath"
	"strings"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/mspdi"
	"portfel/data/office"
	"portfel/data/sqlite"
	sources "portfel/data/table"
)

// look is what an import would do, with what is lost on the way where the kind of
// source knows it.
func look(cmd importing, r *sqlite.Reader) (command.ImportPreview, error) {
	if x, ok := cmd.(interface {
		Look(*sqlite.Reader) (command.ImportPreview, error)
	}); ok {
		return x.Look(r)
	}
	rows, err := cmd.Preview(r)
	return command.ImportPreview{Rows: rows}, err
}

// importOf makes the command of a source.
func (c *call) importOf(r *sqlite.Reader, b []byte, kind sourceKind) (importing, error) {
	switch kind {
	case kindCalendar:
		cmd, err := command.ReadCalendar(r, b, filepath.Base(c.args[1]))
		return cmd, in(c.args[1], exitDefect, err)
	case kindProject:
		return c.importProject(b)
	case kindPackage:
		return c.importPackage(r, b)
	case kindBook:
		t, err := c.firstSheet(b)
		if err != nil {
			return nil, err
		}
		return c.importTable(t)
	}
	t, err := sources.Read(bytes.NewReader(b))
	if err != nil {
		return nil, in(c.args[1], exitDefect, err)
	}
	return c.importTable(t)
}

// importProject reads an MS Project file.
func (c *call) importProject(b []byte) (importing, error) {
	f, err := mspdi.Read(bytes.NewReader(b), mspdi.Limits{})
	if err != nil {
		return nil, c.faults(err)
	}
	cmd := command.ImportMSPDI{Source: f, File: c.args[1], Project: c.flags["project"], Words: c.words}
	cmd.Start, err = c.startFlag()
	return cmd, err
}

func (c *call) startFlag() (data.Date, error) {
	if s, ok := c.flags["start"]; ok {
		return date(s)
	}
	return 0, nil
}

// firstSheet reads the first sheet of a workbook as a table.
func (c *call) firstSheet(b []byte) (sources.Table, error) {
	sheets, err := office.ReadXLSX(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return sources.Table{}, in(c.args[1], exitDefect, err)
	}
	t, err := command.SheetTable(sheets)
	if err != nil {
		return t, in(c.args[1], exitDefect, err)
	}
	if more := command.OtherSheets(sheets); len(more) > 0 {
		c.note(c.words.N("exchange.otherSheets", len(more), strings.Join(more, ", ")))
	}
	return t, nil
}

// importTable makes the command of a table, by its columns.
func (c *call) importTable(t sources.Table) (importing, error) {
	kind := sources.KindOf(t)
	if kind != sources.KindPlan {
		if err := c.without(c.words.T("exchange.kind."+string(kind)), "project", "start"); err != nil {
			return nil, err
		}
	}
	cmd, ignored, err := command.ReadTable(t, kind, c.args[1])
	if err != nil {
		return nil, in(c.args[1], exitDefect, err)
	}
	if len(ignored) > 0 {
		c.note(c.words.N("import.ignored", len(ignored), strings.Join(ignored, ", ")))
	}
	if plan, ok := cmd.(command.ImportPlan); ok {
		plan.Project = c.flags["project"]
		plan.Start, err = c.startFlag()
		return plan, err
	}
	return cmd, nil
}
