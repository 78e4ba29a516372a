// Package norm answers what a norm's value is on a day, from dated rows: laws
// and the firm's own acts change, and a document keeps the norms of its day.
//
// It is pure: rows in, values out. It must never know where rows are kept, and
// holds no number of its own: a missing norm is an error, not a default.
package norm
