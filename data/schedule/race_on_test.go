//go:build race

package schedule

// raced tells that the race detector watches: it makes everything many times
// slower, so long tests do less of the same.
const raced = true
