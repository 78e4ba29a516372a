// Package form fills papers: a template is a DOCX that the user keeps in Word
// or Writer, with placeholders such as {{trip.place}} in its text. The package
// checks a template, fills it, and reads a filled one into a small model that
// package office draws as PDF.
//
// It must never know records, where files are kept, a window, the clock, or how
// a PDF is written: bytes and strings in, bytes and a model out.
//
// What a template may hold:
//   - {{trip.place}}, or the Russian name of the same field: {{поездка.место}};
//     spaces, case and ё do not matter;
//   - {{#expenses}} in a row of a table: the row stands once for each record of
//     the list, with {{expense.sum}} and the like; {{expense.n}} is its number;
//   - {{?trip.abroad}} at any place of a paragraph: the paragraph goes when the
//     field is empty, in a table the row goes; {{!trip.abroad}} is the opposite.
//
// Decisions:
//   - Word cuts a placeholder into several runs as it likes, so the runs of a
//     paragraph are joined before placeholders are looked for. The value has the
//     format of the run in which the placeholder begins.
//   - Nothing is written anew that need not be: a part without placeholders is
//     copied with its compression, and in the others every tag that is not
//     touched keeps its bytes. What Word knows and we do not, survives.
//   - A template with a fault is not filled. A paper with {{…}} left in it, or
//     with a sum that silently failed to come, is worse than none.
//   - Files come from elsewhere: sizes, counts and depths are bounded before the
//     memory is taken, a DTD is refused, names that climb out are refused.
//   - The names of the fields stand in one table (Schema), which is also the
//     help of the settings. Who fills them is package command.
package form
