// Package office writes what package report says: documents as XLSX, PDF and
// CSV, pictures as SVG, PNG and PDF. It also reads the tables of foreign XLSX
// files, and nothing else of them.
//
// The package must never know records, where they are kept, a window, or what
// time it is: the moment that goes into a file's properties is the document's.
//
// Decisions:
//   - The same input gives the same bytes, so that files can be compared and
//     tested.
//   - Writers work in memory or write on as they go; the caller writes beside
//     the target and renames.
//   - Text of users never becomes a formula or markup.
//   - The PDF writer places every line itself and uses fpdf only to draw: its
//     own tables cut rows, and its text measures fail on letters that the font
//     lacks. Such letters become a box here.
//   - The fonts are the window's Inter with TrueType outlines, which fpdf needs
//     (assets/font/truetype.py). PNG and PDF draw with the same files.
//   - A foreign XLSX is read by a small reader of our own, not by excelize: it
//     stops at limits before memory is taken, tells dates by their format, and
//     names sheet and cell in its errors.
package office
