package assets

import _ "embed"

// City holds towns with their airports and time zones as rows: name in Russian
// and in English, airport codes by spaces, further names by semicolons, IANA
// zone. State of September 2026.
//
//go:embed zone/city.tsv
var City []byte
