// Package mspdi reads and writes the XML of MS Project (MSPDI), as versions
// 2003 to 2021 and many other programs save it.
//
// Read makes a File of it: header, calendars, tasks, resources, assignments,
// links and baselines in the program's own types, and the Notes of what stood
// in the source but could not be understood. Write makes the XML again. Losses
// names what a File says that a plan of this program has no place for.
//
// It is pure: bytes in, values out. It must never know plans, people, ids of
// the file of data, the clock, or in which language a fault is read.
//
// # The format
//
// Facts are from the published schema (mspdi_pj12.xsd) and, for elements of
// later versions, from files of these. Times have no zone. A cost is written in
// hundredths of the currency, so that its number is already kopecks; a rate is
// written in units of the currency per hour, whatever its format says. Slack,
// delay and lag are tenths of a minute; a lag in per cent is the per cent.
// Durations are hours of work, or hours by the clock when the format is elapsed.
//
// # What is kept
//
// What a record of the file has and its struct has not, stands in Extra, one
// fragment of XML with nothing added but processing instructions of our own:
//
//	<?at . a="1"?>     attributes of the record itself
//	<?at Name a="1"?>  attributes of one of its elements
//	<?after Name?>     the element that follows is not of the schema and stood
//	                   behind that element
//	<?in Tasks?>       the element that follows stood inside that collection
//
// Elements of the schema go back to their place in the schema, whatever their
// place was; others go behind their neighbour. A value that could not be
// understood (a number, a date, an unknown enumeration) is noted, left out of
// the struct and kept in Extra, so that it too goes back as it was. A fragment
// carries the prefixes it uses, so it can move to another file.
//
// Whether a record had an element at all is remembered in the record, so that a
// file gains no elements on the way through; a record made anew gets the
// elements that MS Project does not like to miss.
//
// # Decisions
//
//   - The whole source is held in memory, at most Limits.Bytes, and turned into
//     UTF-8 before it is parsed: fragments are then slices of it. The encoding is
//     told by a mark, else by the XML declaration. For the one-byte encodings the
//     package uses golang.org/x/text/encoding/charmap.
//   - The XML is cut by a lexer of our own: encoding/xml took 2 s and 17 million
//     allocations for a file of ten thousand tasks (52 MB), the lexer takes 0.7 s
//     and 1.9 million. The tests hold the two against each other: whatever ours
//     takes, the library takes and sees the same.
//   - DOCTYPE is refused, so there are no entities but the five of XML.
//   - UID is what links, baselines and later imports go by: a calendar, task or
//     resource without one, or with one that is taken, is refused. All such
//     faults are told at once. An assignment may lack it.
//   - Nothing here recurses over the source: elements nest at most Limits.Depth
//     deep, and the outline is a list of levels.
//   - Dates outside 1900..2200 are no dates of a plan ("0001-01-01" stands for
//     none in many programs): noted and kept. "NA" is none, silently.
//   - Seconds of a date are cut off and noted; amounts of time keep them.
//   - A number with more than six decimals is rounded, a cost to the kopeck.
//   - An element that stands twice where the schema allows one: the first
//     counts, the second is noted and dropped. Comments are dropped.
//   - Rules of exceptions: weekly, monthly, yearly, every n days and single
//     ranges override each other in this order, as in MS Project. Days of the
//     old form were computed by MS Project itself from the rules, for some years
//     ahead: they override what we compute, and the rules fill the other years.
//     A day that a month lacks is its last.
//     A day of the old form that is only the range of a rule is passed over.
//   - The calendar years that are expanded are those that a calendar can hold,
//     1900 to 2200.
//   - A split is working days without work between the first and the last work
//     of an assignment, or working time between Stop and Resume of a task: the
//     format has no mark of its own for it.
//   - Project 2007 wrote empty tags around work weeks ("<>"), which is no XML:
//     refused by a code of its own.
package mspdi
