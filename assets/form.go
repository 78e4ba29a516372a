package assets

import "embed"

// Form holds the templates of papers: form/<language>/<code>.docx. They are
// made by form/make.py.
//
//go:embed form/ru/*.docx form/en/*.docx
var Form embed.FS
