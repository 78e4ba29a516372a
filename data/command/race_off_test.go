//go:build !race

package command_test

// raced tells that the race detector watches (race_on_test.go).
const raced = false
