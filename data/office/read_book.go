package office

import (
	"encoding/xml"
	"path"
	"strconv"
	"strings"

	"portfel/data"
)

// relation is a line of a .rels part.
type relation struct{ kind, target string }

// structure finds the sheets, the shared texts and the styles.
func (b *foreignBook) structure() error {
	root, err := b.relations("")
	if err != nil {
		return err
	}
	workbook := "xl/workbook.xml"
	for _, r := range root {
		if r.kind == "officeDocument" {
			workbook = r.target
		}
	}
	rels, err := b.relations(workbook)
	if err != nil {
		return err
	}
	if err := b.workbook(workbook, rels); err != nil {
		return err
	}
	for _, r := range rels {
		switch r.kind {
		case "sharedStrings":
			err = b.sharedStrings(r.target)
		case "styles":
			err = b.styles(r.target)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// relations reads what a part points to, by id; targets are whole paths.
func (b *foreignBook) relations(part string) (map[string]relation, error) {
	dir, base := path.Split(part)
	p, err := b.part(dir + "_rels/" + base + ".rels")
	if p == nil || err != nil {
		return nil, err
	}
	defer p.rc.Close()
	all := map[string]relation{}
	err = p.each(func(e xml.StartElement) error {
		if e.Name.Local != "Relationship" || attr(e, "TargetMode") == "External" {
			return nil
		}
		target := attr(e, "Target")
		if !strings.HasPrefix(target, "/") {
			target = dir + target
		}
		all[attr(e, "Id")] = relation{path.Base(attr(e, "Type")), path.Clean("/" + target)[1:]}
		return nil
	})
	return all, err
}

func (b *foreignBook) workbook(name string, rels map[string]relation) error {
	p, err := b.part(name)
	if err != nil {
		return err
	}
	if p == nil {
		return data.Problem{Code: "sheet.notXlsx"}
	}
	defer p.rc.Close()
	err = p.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "workbookPr":
			b.from04 = truth(attr(e, "date1904"))
		case "sheet":
			r, ok := rels[relationID(e)]
			if ok && r.kind == "worksheet" && attr(e, "state") != "hidden" && attr(e, "state") != "veryHidden" {
				b.sheets = append(b.sheets, sheetRef{attr(e, "name"), r.target})
			}
		}
		return nil
	})
	if err == nil && len(b.sheets) == 0 {
		err = data.Problem{Code: "sheet.empty"}
	}
	return err
}

// relationID is the attribute r:id, which has a name space.
func relationID(e xml.StartElement) string {
	for _, a := range e.Attr {
		if a.Name.Local == "id" && a.Name.Space != "" {
			return a.Value
		}
	}
	return ""
}

func truth(s string) bool { return s == "1" || s == "true" || s == "on" }

func (b *foreignBook) sharedStrings(name string) error {
	p, err := b.part(name)
	if p == nil || err != nil {
		return err
	}
	defer p.rc.Close()
	return p.each(func(e xml.StartElement) error {
		if e.Name.Local != "si" {
			return nil
		}
		if len(b.strings) >= maxStrings {
			return tooLarge()
		}
		s, err := p.text()
		b.strings = append(b.strings, s)
		return err
	})
}

// styles learns which styles of cells are dates.
func (b *foreignBook) styles(name string) error {
	p, err := b.part(name)
	if p == nil || err != nil {
		return err
	}
	defer p.rc.Close()
	custom := map[int]numberKind{}
	inCells := false
	return p.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "numFmt":
			if id, err := strconv.Atoi(attr(e, "numFmtId")); err == nil && len(custom) < 10_000 {
				custom[id] = kindOfFormat(attr(e, "formatCode"))
			}
		case "cellXfs":
			inCells = true
		case "cellStyles", "dxfs":
			inCells = false
		case "xf":
			if !inCells || len(b.kinds) >= 70_000 {
				return nil
			}
			id, _ := strconv.Atoi(attr(e, "numFmtId"))
			kind, ok := custom[id]
			if !ok {
				kind = builtinKind(id)
			}
			b.kinds = append(b.kinds, kind)
		}
		return nil
	})
}

// numberKind says what a number means by its format.
type numberKind uint8

const (
	plainNumber numberKind = iota
	dateNumber
	momentNumber
	clockNumber
	durationNumber
)

// builtinKind is the kind of the formats that Excel knows by number (ECMA-376
// part 1, 18.8.30): 14-17 dates, 22 date and time, 18-21 and 45-47 times, 27-36
// and 50-58 dates of East Asian locales.
func builtinKind(id int) numberKind {
	switch {
	case id >= 14 && id <= 17, id >= 27 && id <= 36, id >= 50 && id <= 58:
		return dateNumber
	case id == 22:
		return momentNumber
	case id == 46:
		return durationNumber
	case id >= 18 && id <= 21, id == 45, id == 47:
		return clockNumber
	}
	return plainNumber
}

// kindOfFormat reads a format code: quoted and escaped letters, colours and
// locales say nothing; y and d make a date, h and s a time, m the one that
// stands beside it; [h], [m], [s] a duration.
func kindOfFormat(code string) numberKind {
	letters, elapsed := formatLetters(code)
	date := strings.ContainsAny(letters, "yd")
	clock := strings.ContainsAny(letters, "hs")
	switch {
	case elapsed && !date:
		return durationNumber
	case date && clock:
		return momentNumber
	case date:
		return dateNumber
	case clock:
		return clockNumber
	case strings.Contains(letters, "m"):
		return dateNumber
	}
	return plainNumber
}

// formatLetters are the letters of the first section that mean something, and
// whether one of them stands in brackets. A general format has none.
func formatLetters(code string) (letters string, elapsed bool) {
	code = strings.ToLower(code)
	if strings.Contains(code, "general") {
		return "", false
	}
	var b strings.Builder
	for i := 0; i < len(code) && code[i] != ';'; i++ {
		switch c := code[i]; c {
		case '"', '[':
			closing := byte('"')
			if c == '[' {
				closing = ']'
			}
			end := strings.IndexByte(code[i+1:], closing)
			if end < 0 {
				return b.String(), elapsed
			}
			inside := code[i+1 : i+1+end]
			if c == '[' && inside != "" && strings.Trim(inside, inside[:1]) == "" && strings.ContainsAny(inside[:1], "hms") {
				elapsed = true
			}
			i += end + 1
		case '\\', '_', '*':
			i++
		default:
			b.WriteByte(c)
		}
	}
	return b.String(), elapsed
}
