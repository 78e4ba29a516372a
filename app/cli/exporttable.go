package cli

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/mspdi"
	"portfel/data/office"
	"portfel/data/report"
	"portfel/data/sqlite"
)

// listExports prints the codes of what can be exported, the formats of each and
// what it is.
func (c *call) listExports() error {
	t := c.table("report", "formats", "text")
	for _, code := range exportCodes() {
		t.add(code, strings.Join(exportFormats(code), " "), c.words.T("exchange.report."+code))
	}
	t.add("", "ics", c.words.T("exchange.report.calendar"))
	return t.print(c.env.Stdout)
}

// extension is that of the file to be written, without the point.
func (c *call) extension() string {
	return strings.TrimPrefix(strings.ToLower(filepath.Ext(c.args[1])), ".")
}

// isTableExport tells whether the arguments of export ask for a table of records.
func (c *call) isTableExport() bool {
	return len(c.args) == 3 && slices.Contains(command.TableExports, c.args[2])
}

// runTableExport writes a plan, the people or the absences: what an import reads
// again.
func runTableExport(c *call) error {
	code, ext := c.args[2], c.extension()
	if err := c.without(code, "for", "who", "layers", "tasks", "table", "trip", "mentoring", "from", "to", "changed"); err != nil {
		return err
	}
	if code != command.ExportOfPlan {
		if err := c.without(code, "project"); err != nil {
			return err
		}
	}
	if formats := command.ExportFormats(code); !slices.Contains(formats, ext) {
		return usage("exchange.format", code, c.args[1], strings.Join(formats, " "))
	}
	f, err := c.reading()
	if err != nil {
		return err
	}
	defer f.Close()
	b, notes, err := c.tableBytes(f.Read(), code, ext)
	if err != nil {
		return err
	}
	if err := writeBeside(c.args[1], b); err != nil {
		return err
	}
	c.tell(c.args[1], notes)
	return nil
}

// tableBytes are the bytes of an export, and what it cannot carry.
func (c *call) tableBytes(r *sqlite.Reader, code, ext string) ([]byte, []command.ImportNote, error) {
	if code == command.ExportOfPlan {
		plan, err := c.reportPlan(r)
		if err != nil {
			return nil, nil, err
		}
		if ext == "xml" {
			return c.projectBytes(r, plan)
		}
		t, notes, err := command.PlanTable(r, plan, c.words)
		if err != nil {
			return nil, nil, err
		}
		b, err := c.written(t, ext)
		return b, notes, err
	}
	read := command.PeopleTable
	if code == command.ExportOfAbsences {
		read = command.AbsencesTable
	}
	t, err := read(r, c.words)
	if err != nil {
		return nil, nil, err
	}
	b, err := c.written(t, ext)
	return b, nil, err
}

// projectBytes is a plan as an MS Project file.
func (c *call) projectBytes(r *sqlite.Reader, plan data.ID[data.Plan]) ([]byte, []command.ImportNote, error) {
	f, notes, err := command.ExportMSPDI(r, plan, c.words)
	if err != nil {
		return nil, nil, err
	}
	var b bytes.Buffer
	if err := mspdi.Write(&b, f); err != nil {
		return nil, nil, fmt.Errorf("write MS Project file: %w", err)
	}
	return b.Bytes(), notes, nil
}

// written is a table as CSV or XLSX.
func (c *call) written(t report.Table, ext string) ([]byte, error) {
	var b bytes.Buffer
	if ext == "csv" {
		err := office.WriteCSV(&b, &t, office.CSVOptions{BOM: true})
		return b.Bytes(), err
	}
	err := office.WriteXLSX(&b, report.Document{Blocks: []report.Block{&t}}, c.words)
	return b.Bytes(), err
}
