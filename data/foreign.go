package data

import (
	"fmt"
	"math/big"
	"strings"
)

// Foreign is a sum in a currency with the rate by which it is counted in
// roubles. The zero currency is the rouble.
type Foreign struct {
	Sum      int64  // hundredths of the currency
	Currency string // ISO 4217; empty = RUB
	Rate     int64  // ten-thousandths of a rouble for Nominal units; 0 = not known
	Nominal  int64  // units that Rate is for; 0 reads as 1
}

// Roubles is a sum in roubles.
func Roubles(m Money) Foreign { return Foreign{Sum: int64(m)} }

// Home tells whether the sum is in roubles.
func (f Foreign) Home() bool { return f.Currency == "" || f.Currency == "RUB" }

// Known tells whether roubles can be counted: by a rate, or because they are
// roubles, or nothing.
func (f Foreign) Known() bool { return f.Home() || f.Sum == 0 || f.Rate > 0 && f.Nominal >= 0 }

// Money is the sum in roubles, half up to the kopeck; nothing without a rate.
func (f Foreign) Money() Money {
	if f.Home() {
		return Money(f.Sum)
	}
	return Money(muldiv(f.Sum, f.Rate, 10_000*max(f.Nominal, 1)))
}

// Times is the sum for so many thousandths of a unit, half up to the hundredth.
func (f Foreign) Times(thousandths int64) Foreign {
	f.Sum = muldiv(f.Sum, thousandths, 1000)
	return f
}

// In is the same sum at another rate.
func (f Foreign) In(rate, nominal int64) Foreign {
	f.Rate, f.Nominal = rate, nominal
	return f
}

// ParseFixed reads a plain decimal with a point and at most so many digits
// behind it as whole units of the last of them: ("92.5", 4) is 925000.
func ParseFixed(s string, digits int) (int64, error) {
	whole, part, _ := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	if whole == "" || len(part) > digits || len(whole) > 15 {
		return 0, fmt.Errorf("%q is not a number with up to %d decimals", s, digits)
	}
	var n int64
	for _, c := range whole + part + strings.Repeat("0", digits-len(part)) {
		if c < '0' || c > '9' || n > 1<<59 {
			return 0, fmt.Errorf("%q is not a number", s)
		}
		n = n*10 + int64(c-'0')
	}
	if s[0] == '-' {
		n = -n
	}
	return n, nil
}

// muldiv is a x b / c, half up (away from zero), without overflow in between.
func muldiv(a, b, c int64) int64 {
	p := new(big.Int).Mul(big.NewInt(a), big.NewInt(b))
	neg := p.Sign() < 0
	p.Abs(p).Mul(p, big.NewInt(2)).Add(p, big.NewInt(c)).Quo(p, big.NewInt(2*c))
	if neg {
		p.Neg(p)
	}
	return p.Int64()
}
