package data

// CheckRegister tells whether the numbers of a client are whole: besides their
// length, the check digits. INN: order of the Federal Tax Service of 29.06.2012
// № ММВ-7-6/435@; OGRN and OGRNIP: order of the Ministry of Finance of
// 30.10.2017 № 165н. A number of the wrong length is Validate's.
func CheckRegister(c Client) (ps Problems) {
	ps.Add(digitsOf(c.Inn, 10, 12) && !innSum(c.Inn), "inn", "innSum")
	ps.Add(digitsOf(c.Ogrn, 13, 15) && !ogrnSum(c.Ogrn), "ogrn", "ogrnSum")
	return ps
}

// innSum compares the last digit of an INN of 10 digits, the last two of one of
// 12.
func innSum(s string) bool {
	weights := []int{3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8}
	check := func(n int) bool {
		sum := 0
		for i := range n {
			sum += weights[len(weights)-n+i] * int(s[i]-'0')
		}
		return sum%11%10 == int(s[n]-'0')
	}
	if len(s) == 10 {
		return check(9)
	}
	return check(10) && check(11)
}

// ogrnSum compares the last digit with the number before it modulo 11 (13
// digits) or 13 (15 digits).
func ogrnSum(s string) bool {
	n, last := int64(0), len(s)-1
	for i := range last {
		n = n*10 + int64(s[i]-'0')
	}
	return n%int64(last-1)%10 == int64(s[last]-'0')
}
