// Package report says what a report says, not how it is written down: a neutral
// Document of headings, facts, tables and signatures, and a neutral Picture of
// lines, rectangles and texts for charts. It also draws the Gantt chart of a
// plan as such a picture.
//
// The package must never know a file format, a font file, a window, where
// records are kept or what time it is: values in, values out. Package office
// turns its documents and pictures into files.
//
// Decisions:
//   - Cells are typed (date, money, minutes ...) and stay so until a writer
//     formats them: a spreadsheet gets a real date, paper gets «24.11.2026».
//   - Totals are values that the maker of the document has computed. A writer
//     adds nothing up, so that all formats say the same.
//   - Emphasis is a Mark with a meaning (late, risk, done), never a colour. The
//     writers show it by a sign or a word as well as by colour.
//   - Lengths are points (1/72 inch), y grows downwards.
//   - Text is measured by a table of letter widths of the font that the writers
//     embed, made together with that font. So a layout is the same in SVG, PNG
//     and PDF, and package report needs no font. A test of package office
//     compares the table with the font.
package report
