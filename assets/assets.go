// Package assets embeds what the program ships: icons, fonts, zone data, words,
// calendars, norms, forms. It stands at the root because go:embed cannot reach
// upwards, and it holds nothing but embeds: who reads a file knows its shape.
package assets

import "embed"

// ZoneInfo is the zip of compiled time zones of the Go distribution.
//
//go:embed zone/zoneinfo.zip
var ZoneInfo []byte

// Text holds the words: text/<language>/<noun>.json, keys flat, in English.
//
//go:embed text
var Text embed.FS

// Calendar holds production calendars as rows, one file a country.
//
//go:embed calendar
var Calendar embed.FS

// Norm holds dated norms as rows, one file a country.
//
//go:embed norm
var Norm embed.FS

// Plan holds templates of plans: plan/<language>/<number>-<key>.csv, the name in
// the first line, then the columns of a plan.
//
//go:embed plan
var Plan embed.FS
