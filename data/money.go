package data

import "fmt"

// Money is an amount in kopecks of the rouble. There are no floats: a sum that
// people sign is whole kopecks.
type Money int64

// Decimal is "1312000.00": a point and two decimals, as the command line prints.
func (m Money) Decimal() string {
	sign := ""
	if m < 0 {
		sign, m = "-", -m
	}
	return fmt.Sprintf("%s%d.%02d", sign, m/100, m%100)
}

// Minutes is an amount of working time or effort.
type Minutes int64

// Hours makes Minutes of whole hours.
func Hours(n int) Minutes { return Minutes(n) * 60 }
