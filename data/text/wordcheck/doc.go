// Package wordcheck reads the source of the module and compares the word keys
// it uses with the keys that the word files define. Only tests import it.
//
// What counts as a use of a key:
//   - the first argument of a call of T, F or N, also through a local name
//     (t := w.T; t("trip.new")); such a key must be defined;
//   - what a method Label returns first: commands name their steps so; it must
//     be defined too, and so must a literal of the form "@trip.status.draft";
//   - any other string literal that is equal to a defined key;
//   - the code of a data.Problem, written as a literal or given to
//     Problems.Add: it must be defined behind "problem.".
//
// Keys that are built at run time are declared by their beginning: a literal
// that ends with a point ("trip.status." + code), or a comment
// //text:prefix trip.status. beside the code; //text:key trip.new declares one
// key. Test files are not read: a key that only a test uses is not used.
package wordcheck
