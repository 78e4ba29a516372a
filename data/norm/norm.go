package norm

import (
	"bufio"
	"bytes"
	"fmt"
	"strings"

	"portfel/data"
)

// Table is the norms by code, for questions about days.
type Table map[string][]data.Norm

// New sorts rows into a table.
func New(rows []data.Norm) Table {
	t := Table{}
	for _, n := range rows {
		t[n.Code] = append(t[n.Code], n)
	}
	return t
}

// On is the row of a code valid on the day: of several the one that began last.
// No row is an error that names the code and the day.
func (t Table) On(code string, day data.Date) (data.Norm, error) {
	var best data.Norm
	found := false
	for _, n := range t[code] {
		if n.ValidFrom > day || !n.ValidTo.IsZero() && n.ValidTo < day {
			continue
		}
		if !found || n.ValidFrom > best.ValidFrom {
			best, found = n, true
		}
	}
	if !found {
		return best, data.Problems{{Code: "noNorm", Args: []string{"@norm." + code, day.String()}}}
	}
	return best, nil
}

// Whole is the value of a norm that counts whole things.
func (t Table) Whole(code string, day data.Date) (int, error) {
	n, err := t.On(code, day)
	if err != nil {
		return 0, err
	}
	v, err := data.ParseThousandths(n.Value)
	if err != nil || v%1000 != 0 {
		return 0, data.Problems{{Field: "value", Code: "number", Args: []string{n.Value}}}
	}
	return int(v / 1000), nil
}

// ParseTSV reads the shipped rows: code, value, unit, valid_from, valid_to,
// source, with a header line. Errors name the line.
func ParseTSV(b []byte) ([]data.Norm, error) {
	var out []data.Norm
	s := bufio.NewScanner(bytes.NewReader(b))
	for line := 1; s.Scan(); line++ {
		if line == 1 || s.Text() == "" {
			continue
		}
		c := strings.Split(s.Text(), "\t")
		if len(c) != 6 {
			return nil, fmt.Errorf("line %d: %d columns, want 6", line, len(c))
		}
		n := data.Norm{ID: data.ShippedID[data.Norm]("norm:" + c[0] + ":" + c[3]), Code: c[0], Value: c[1], Unit: c[2], SourceText: c[5]}
		var err error
		if n.ValidFrom, err = data.ParseDate(c[3]); err == nil {
			n.ValidTo, err = data.ParseDate(c[4])
		}
		if err == nil {
			err = n.Validate().Err()
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", line, err)
		}
		out = append(out, n)
	}
	return out, s.Err()
}
