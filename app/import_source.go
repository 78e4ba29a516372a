package app

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/mspdi"
	"portfel/data/office"
	"portfel/data/sqlite"
	"portfel/data/table"
	"portfel/data/text"
)

// importing is an import made ready: what it would do, and the command.
type importing interface {
	sqlite.Command
	Preview(*sqlite.Reader) ([]command.ImportRow, error)
}

// source is a file that was read for an import. One of its parts is filled.
type source struct {
	path     string
	project  *mspdi.File
	table    *table.Table
	kind     table.Kind // of the table
	calendar []byte
	notes    []command.ImportNote // what the reader of the file has passed over
}

// isPlan tells whether the source is a plan: it goes into a project.
func (s *source) isPlan() bool {
	return s.project != nil || s.table != nil && s.kind == table.KindPlan
}

// word is the key of what the source is.
//
//text:key importing.kind.mspdi
//text:key importing.kind.ics
//text:key importing.kind.plan
//text:key importing.kind.people
//text:key importing.kind.absences
//text:key importing.kind.trips
func (s *source) word() string {
	switch {
	case s.project != nil:
		return "importing.kind.mspdi"
	case s.table == nil:
		return "importing.kind.ics"
	}
	return "importing.kind." + string(s.kind)
}

// title is how the source calls its plan: as MS Project does, else as the file
// is called.
func (s *source) title() string {
	if s.project != nil {
		if t := strings.TrimSpace(s.project.Project.Title); t != "" {
			return t
		}
	}
	base := filepath.Base(s.path)
	return strings.TrimSpace(strings.TrimSuffix(base, filepath.Ext(base)))
}

// command makes the import of the source: of a plan into the project of a name or
// code, that begins on a day (none = as the file says).
func (s *source) command(r *sqlite.Reader, w *text.Words, project string, start data.Date) (importing, error) {
	switch {
	case s.project != nil:
		return command.ImportMSPDI{Source: s.project, File: s.path, Project: project, Start: start, Words: w}, nil
	case s.table == nil:
		return command.ReadCalendar(r, s.calendar, filepath.Base(s.path))
	}
	cmd, _, err := command.ReadTable(*s.table, s.kind, s.path)
	if plan, ok := cmd.(command.ImportPlan); ok {
		plan.Project, plan.Start = project, start
		return plan, err
	}
	return cmd, err
}

// preview is what an import would do, with what is lost on the way where the kind
// of source knows it.
func (s *source) preview(r *sqlite.Reader, cmd importing) (command.ImportPreview, error) {
	var p command.ImportPreview
	var err error
	if x, ok := cmd.(interface {
		Look(*sqlite.Reader) (command.ImportPreview, error)
	}); ok {
		p, err = x.Look(r)
	} else {
		p.Rows, err = cmd.Preview(r)
	}
	p.Notes = append(s.notes[:len(s.notes):len(s.notes)], p.Notes...)
	return p, err
}

// maxSource is the largest source that is read, in bytes.
const maxSource = 64 << 20

// readSource reads a file and finds its kind by the content. The error is a
// data.Problem or, of an MS Project file, mspdi.Faults with their lines.
func readSource(path string) (*source, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, data.Problem{Code: "importing.unread"}
	}
	defer f.Close()
	if st, err := f.Stat(); err != nil || st.IsDir() {
		return nil, data.Problem{Code: "importing.unread"}
	}
	b, err := io.ReadAll(io.LimitReader(f, maxSource+1))
	if err != nil {
		return nil, data.Problem{Code: "importing.unread"}
	}
	if len(b) > maxSource {
		return nil, data.Problem{Code: "table.large", Args: []string{"64"}}
	}
	s := &source{path: path}
	return s, s.read(b)
}

// read takes the content apart.
func (s *source) read(b []byte) (err error) {
	ext := strings.ToLower(filepath.Ext(s.path))
	switch kind := contentOf(b, ext); kind {
	case "":
		return s.readTable(table.Read(bytes.NewReader(b)))
	case "ics":
		s.calendar = b
	case "xml":
		s.project, err = mspdi.Read(bytes.NewReader(b), mspdi.Limits{})
	case "xlsx":
		sheets, err := office.ReadXLSX(bytes.NewReader(b), int64(len(b)))
		if err != nil {
			return err
		}
		if more := command.OtherSheets(sheets); len(more) > 0 {
			s.note("importing.otherSheets", strings.Join(more, ", "))
		}
		return s.readTable(command.SheetTable(sheets))
	default:
		return data.Problem{Code: "importing.not." + kind}
	}
	return err
}

//text:prefix problem.importing.

func (s *source) note(code string, args ...string) {
	s.notes = append(s.notes, command.ImportNote{What: data.Problem{Code: code, Args: args}})
}

// readTable tells the kind of a table, and which of its columns are not read.
func (s *source) readTable(t table.Table, err error) error {
	if err != nil {
		return err
	}
	s.table, s.kind = &t, table.KindOf(t)
	_, ignored, err := command.ReadTable(t, s.kind, s.path)
	if len(ignored) > 0 {
		s.note("importing.ignored", strings.Join(ignored, ", "))
	}
	return err
}

// contentOf is the kind of a source by its first bytes, by its name only where
// they do not tell: "" is a table, "mpp", "xls", "page" and the like are not
// read.
func contentOf(b []byte, ext string) string {
	head := bytes.TrimLeft(bytes.TrimPrefix(b[:min(len(b), 512)], []byte("\xEF\xBB\xBF")), " \t\r\n")
	upper := bytes.ToUpper(head)
	compound := bytes.HasPrefix(b, []byte("\xD0\xCF\x11\xE0")) // the container of old Office files
	begins := func(with string) bool { return bytes.HasPrefix(upper, []byte(with)) }
	switch {
	case begins("BEGIN:VCALENDAR"), ext == ".ics":
		return "ics"
	case begins("BEGIN:VCARD"):
		return "vcf"
	case begins("<") && (bytes.Contains(upper, []byte("<!DOCTYPE HTML")) || bytes.Contains(upper, []byte("<HTML"))):
		return "page"
	case begins("<"), ext == ".xml":
		return "xml"
	case begins("%PDF"):
		return "pdf"
	case begins("PK\x03\x04"):
		return "xlsx"
	case compound && (ext == ".xls" || ext == ".doc"):
		return ext[1:]
	case compound:
		return "mpp"
	case begins("SQLITE FORMAT 3"):
		return "portfel"
	case ext == ".vplan", begins("AGE-ENCRYPTION.ORG/"):
		return "vplan"
	}
	return ""
}
