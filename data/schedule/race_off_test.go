//go:build !race

package schedule

// raced tells that the race detector watches (race_on_test.go).
const raced = false
