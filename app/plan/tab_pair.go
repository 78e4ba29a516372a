package plan

import "slices"

// pair is at most two of several things that are chosen to be compared, in the
// order of choosing.
type pair[T comparable] []T

// turn chooses a thing or lets it go; a third one takes the place of the second.
func (p pair[T]) turn(x T, on bool) pair[T] {
	p = slices.DeleteFunc(slices.Clone(p), func(y T) bool { return x == y })
	if !on {
		return p
	}
	if len(p) == 2 {
		p = p[:1]
	}
	return append(p, x)
}

// among keeps what still exists.
func (p pair[T]) among(all []T) pair[T] {
	return slices.DeleteFunc(slices.Clone(p), func(x T) bool { return !slices.Contains(all, x) })
}
