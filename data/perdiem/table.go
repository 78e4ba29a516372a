package perdiem

import (
	"fmt"
	"strings"

	"portfel/data"
)

// rateColumns is the header line of a table of rates.
const rateColumns = "country\tcity\tgrade\tamount\tcurrency\tvalid_from\tvalid_to\tsource"

// ParseRates reads the rates that the program ships: tab-separated rows under
// their header line, amounts a day with a point and at most two decimals. A
// row's id follows from what it is for, so that it is the same in every file.
// Errors name the line.
func ParseRates(b []byte) ([]data.PerDiem, error) {
	var out []data.PerDiem
	for i, line := range strings.Split(string(b), "\n") {
		line = strings.TrimSuffix(line, "\r")
		if i == 0 {
			if line != rateColumns {
				return nil, fmt.Errorf("line 1: the columns are not %s", strings.ReplaceAll(rateColumns, "\t", ", "))
			}
			continue
		}
		if line == "" {
			continue
		}
		p, err := parseRate(line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
		out = append(out, p)
	}
	return out, nil
}

func parseRate(line string) (p data.PerDiem, err error) {
	c := strings.Split(line, "\t")
	if len(c) != 8 {
		return p, fmt.Errorf("%d columns, want 8", len(c))
	}
	p = data.PerDiem{Country: c[0], City: c[1], Grade: data.Grade(c[2]), Currency: c[4], SourceText: c[7]}
	p.ID = data.ShippedID[data.PerDiem]("perdiem:" + strings.Join([]string{c[0], c[1], c[2], c[5]}, ":"))
	if p.Amount, err = data.ParseFixed(c[3], 2); err != nil {
		return p, err
	}
	if p.ValidFrom, err = data.ParseDate(c[5]); err == nil {
		p.ValidTo, err = data.ParseDate(c[6])
	}
	if err == nil {
		err = p.Validate().Err()
	}
	return p, err
}
