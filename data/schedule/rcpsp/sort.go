package rcpsp

import "slices"

// sorter sorts lists of activities in memory of its own. What it returns is
// overwritten by its next call but one.
type sorter struct {
	count []int32
	lists [2][]int32
	turn  int
}

func newSorter(n int) sorter {
	return sorter{lists: [2][]int32{make([]int32, n), make([]int32, n)}}
}

// by is the list in ascending order of the keys of its activities; equals stay as
// they were. Close keys are counted, others compared.
func (s *sorter) by(list []int32, keys []int) []int32 {
	s.turn = 1 - s.turn
	out := s.lists[s.turn]
	if len(list) == 0 {
		return out
	}
	lo, hi := keys[list[0]], keys[list[0]]
	for _, i := range list {
		lo, hi = min(lo, keys[i]), max(hi, keys[i])
	}
	if width := hi - lo + 1; width <= 1024+8*len(list) {
		s.scatter(out, list, keys, lo, width)
		return out
	}
	copy(out, list)
	slices.SortStableFunc(out, func(a, b int32) int { return keys[a] - keys[b] })
	return out
}

// scatter is a counting sort of keys from lo to lo+width-1.
func (s *sorter) scatter(out, list []int32, keys []int, lo, width int) {
	if len(s.count) < width {
		s.count = make([]int32, width)
	}
	count := s.count[:width]
	clear(count)
	for _, i := range list {
		count[keys[i]-lo]++
	}
	at := int32(0)
	for k, c := range count {
		count[k] = at
		at += c
	}
	for _, i := range list {
		k := keys[i] - lo
		out[count[k]] = i
		count[k]++
	}
}
