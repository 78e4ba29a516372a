package rcpsp

import (
	"math"
	"slices"
)

// steps is a function of the slot: left[k] from at[k] to at[k+1], the last value
// for ever. The first step begins at zero and neighbours differ.
type steps struct{ at, left []int32 }

func level(units int) steps { return steps{[]int32{0}, []int32{clamp(units)}} }

func clamp(units int) int32 { return int32(min(max(units, 0), math.MaxInt32)) }

func (s *steps) copyFrom(o *steps) {
	s.at = append(s.at[:0], o.at...)
	s.left = append(s.left[:0], o.left...)
}

// find is the step that slot t lies in.
func (s *steps) find(t int) int {
	lo, hi := 0, len(s.at)
	for hi-lo > 1 {
		mid := int(uint(lo+hi) >> 1)
		if int(s.at[mid]) <= t {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lo
}

// cut makes a step begin at t, if none does, and returns it.
func (s *steps) cut(t int) int {
	k := s.find(t)
	if int(s.at[k]) == t {
		return k
	}
	s.at = slices.Insert(s.at, k+1, int32(t))
	s.left = slices.Insert(s.left, k+1, s.left[k])
	return k + 1
}

// join removes the border before step k if both sides are equal.
func (s *steps) join(k int) {
	if k > 0 && k < len(s.at) && s.left[k-1] == s.left[k] {
		s.at = slices.Delete(s.at, k, k+1)
		s.left = slices.Delete(s.left, k, k+1)
	}
}

// set makes the value v in [from, to).
func (s *steps) set(from, to int, v int32) {
	if from >= to {
		return
	}
	a := s.cut(from)
	b := s.cut(to)
	s.left[a] = v
	s.at = slices.Delete(s.at, a+1, b)
	s.left = slices.Delete(s.left, a+1, b)
	s.join(a + 1)
	s.join(a)
}

// lower takes units away in [from, to).
func (s *steps) lower(from, to int, units int32) {
	a := s.cut(from)
	b := s.cut(to)
	for k := a; k < b; k++ {
		s.left[k] -= units
	}
	s.join(b)
	s.join(a)
}

// lowerAll takes units away in several stretches, given by their borders in
// ascending order, in one go. The steps in between are built anew in the scratch.
func (s *steps) lowerAll(borders []int32, units int32, scratch *steps) {
	switch len(borders) {
	case 0:
		return
	case 2:
		s.lower(int(borders[0]), int(borders[1]), units)
		return
	}
	first := s.find(int(borders[0]))
	k, t, less := first, s.at[first], int32(0)
	scratch.at, scratch.left = scratch.at[:0], scratch.left[:0]
	for {
		scratch.push(t, s.left[k]-less)
		next := int32(math.MaxInt32)
		if k+1 < len(s.at) {
			next = s.at[k+1]
		}
		if len(borders) == 0 {
			break
		}
		if t = min(next, borders[0]); t == borders[0] {
			borders, less = borders[1:], units-less
		}
		if t == next {
			k++
		}
	}
	s.at = slices.Replace(s.at, first, k+1, scratch.at...)
	s.left = slices.Replace(s.left, first, k+1, scratch.left...)
	s.join(first + len(scratch.at))
	s.join(first)
}

// push adds a step at the end.
func (s *steps) push(t, v int32) {
	n := len(s.at)
	if n > 0 && s.at[n-1] == t {
		n--
		s.at, s.left = s.at[:n], s.left[:n]
	}
	if n == 0 || s.left[n-1] != v {
		s.at, s.left = append(s.at, t), append(s.left, v)
	}
}

// first is the first start from slot t on with enough left for d slots, or None.
func (s *steps) first(units int32, t, d int) int {
	end := t + d
	for k := s.find(t); ; k++ {
		last := k+1 == len(s.at)
		if s.left[k] < units {
			if last {
				return None
			}
			t = int(s.at[k+1])
			end = t + d
		} else if last || int(s.at[k+1]) >= end {
			return t
		}
	}
}

// last is the last start from slot t down to floor with enough left for d slots,
// or None.
func (s *steps) last(units int32, t, d, floor int) int {
	for k := s.find(t + d - 1); t >= floor; k-- {
		if at := int(s.at[k]); s.left[k] < units {
			t = at - d
		} else if at <= t {
			return t
		}
	}
	return None
}
