//go:build race

package command_test

// raced tells that the race detector watches: it makes the database twenty times
// slower, so long tests do less of the same.
const raced = true
