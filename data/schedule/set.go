package schedule

import "math/bits"

// set is a set of small numbers.
type set []uint64

func (x *set) clear(n int) { *x = grow(*x, (n+63)/64) }

func (x set) set(i int32) { x[i>>6] |= 1 << (i & 63) }

func (x set) has(i int32) bool { return x[i>>6]>>(i&63)&1 != 0 }

// next is the first member from i on, or -1.
func (x set) next(i int) int {
	for w := i >> 6; w < len(x); w++ {
		b := x[w]
		if w == i>>6 {
			b &= ^uint64(0) << (i & 63)
		}
		if b != 0 {
			return w<<6 + bits.TrailingZeros64(b)
		}
	}
	return -1
}

// prev is the last member up to i, or -1.
func (x set) prev(i int) int {
	if i < 0 {
		return -1
	}
	for w := i >> 6; w >= 0; w-- {
		b := x[w]
		if w == i>>6 {
			b &= ^uint64(0) >> (63 - i&63)
		}
		if b != 0 {
			return w<<6 + 63 - bits.LeadingZeros64(b)
		}
	}
	return -1
}
