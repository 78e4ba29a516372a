package quick

import (
	"net/url"
	"strings"

	"portfel/data"
)

// Receipt is what the QR of a Russian till receipt says of itself.
type Receipt struct {
	On     data.Date
	Min    int // minute of the day, local to the till
	Sum    data.Money
	Fiscal string // fn-i-fp: number of the storage, of the document, its sign; the same of no two receipts
	Back   bool   // money returned to the buyer
}

// maxReceipt is the longest text that is taken for a receipt, in bytes.
const maxReceipt = 1000

// ParseReceipt reads the text of a receipt's QR as a phone shows it:
// «t=20261204T1530&s=2350.00&fn=9289000100123456&i=1842&fp=3522207165&n=1», the
// fields in any order, also behind an address and "?". Errors are Problems of
// the field "receipt": what is no such text ("receipt"), a missing field
// ("receiptField"), a field that does not read ("receiptValue").
func ParseReceipt(s string) (Receipt, error) {
	var out Receipt
	s = strings.TrimSpace(s)
	if _, behind, ok := strings.Cut(s, "?"); ok {
		s = behind
	}
	q, err := url.ParseQuery(s)
	if err != nil || len(s) > maxReceipt || q.Get("fn") == "" && q.Get("t") == "" {
		return out, receiptProblem("receipt")
	}
	for _, k := range []string{"t", "s", "fn", "i", "fp"} {
		if q.Get(k) == "" {
			return out, receiptProblem("receiptField", k)
		}
	}
	if out.On, out.Min, err = receiptTime(q.Get("t")); err != nil {
		return out, receiptProblem("receiptValue", "t", q.Get("t"))
	}
	sum, err := data.ParseFixed(strings.Replace(q.Get("s"), ",", ".", 1), 2)
	if err != nil || sum < 0 || sum > data.MaxSum {
		return out, receiptProblem("receiptValue", "s", q.Get("s"))
	}
	out.Sum = data.Money(sum)
	for _, k := range []string{"fn", "i", "fp"} {
		v := strings.TrimLeft(q.Get(k), "0")
		if v == "" || len(v) > 20 || strings.Trim(v, "0123456789") != "" {
			return out, receiptProblem("receiptValue", k, q.Get(k))
		}
		out.Fiscal += "-" + v
	}
	out.Fiscal = out.Fiscal[1:]
	out.Back = q.Get("n") == "2" || q.Get("n") == "3" // a return, or an outlay of the shop
	return out, nil
}

// receiptTime reads 20261204T1530, also with seconds.
func receiptTime(s string) (data.Date, int, error) {
	day, clock, _ := strings.Cut(s, "T")
	if len(day) != 8 || len(clock) != 4 && len(clock) != 6 {
		return 0, 0, data.ErrNotFound
	}
	d, err := data.ParseDate(day[:4] + "-" + day[4:6] + "-" + day[6:])
	if err != nil {
		return 0, 0, err
	}
	h, err := data.ParseFixed(clock[:2], 0)
	if err != nil {
		return 0, 0, err
	}
	m, err := data.ParseFixed(clock[2:4], 0)
	if err != nil || h < 0 || h > 23 || m < 0 || m > 59 {
		return 0, 0, data.ErrNotFound
	}
	return d, int(h*60 + m), nil
}

func receiptProblem(code string, args ...string) error {
	return data.Problems{{Field: "receipt", Code: code, Args: args}}
}
