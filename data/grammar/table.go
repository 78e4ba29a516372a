package grammar

import (
	"strings"

	"portfel/assets"
)

// rows reads a shipped table: cells by tabs, without comments and empty lines.
// A missing table is a fault of the build and stops the program at its start.
func rows(name string) [][]string {
	b, err := assets.Grammar.ReadFile("grammar/" + name + ".tsv")
	if err != nil {
		panic(err)
	}
	var all [][]string
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimRight(line, "\r\n"); line != "" && line[0] != '#' {
			all = append(all, strings.Split(line, "\t"))
		}
	}
	return all
}

// cell is a cell of a row, empty behind its end.
func cell(row []string, i int) string {
	if i < len(row) {
		return row[i]
	}
	return ""
}

// wordSets reads a table of lists: a key, then words by spaces. A word stands
// under one key only.
func wordSets(name string) map[string]string {
	keys := map[string]string{}
	for _, row := range rows(name) {
		for w := range strings.FieldsSeq(cell(row, 1)) {
			keys[w] = row[0]
		}
	}
	return keys
}
