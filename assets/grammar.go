package assets

import "embed"

// Grammar holds tables of Russian grammar as rows: declensions, family and
// given names, positions, towns, numerals, currencies. The first lines of each
// file say what its columns are.
//
//go:embed grammar/*.tsv
var Grammar embed.FS
