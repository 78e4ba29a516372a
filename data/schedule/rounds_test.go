package schedule

// rounds is how many random plans a test tries: fewer under the race detector,
// which has nothing to find in a package without goroutines.
func rounds(n int) int {
	if raced {
		return n/12 + 1
	}
	return n
}
