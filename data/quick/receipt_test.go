package quick

import (
	"errors"
	"strings"
	"testing"

	"portfel/data"
)

func TestTheTextOfAReceiptGivesDayAndSum(t *testing.T) {
	want := Receipt{On: data.NewDate(2026, 12, 4), Min: 15*60 + 30, Sum: 2350_00, Fiscal: "9289000100123456-1842-3522207165"}
	for _, s := range []string{
		"t=20261204T1530&s=2350.00&fn=9289000100123456&i=1842&fp=3522207165&n=1",
		" s=2350.00&t=20261204T153042&fn=9289000100123456&n=1&fp=3522207165&i=1842\n",
		"t=20261204T1530&s=2350&fn=9289000100123456&i=0001842&fp=3522207165",
		"https://check.example/?t=20261204T1530&s=2350,00&fn=9289000100123456&i=1842&fp=3522207165&n=1",
	} {
		if got, err := ParseReceipt(s); got != want || err != nil {
			t.Errorf("%q: %+v, %v", s, got, err)
		}
	}
	back, err := ParseReceipt("t=20261204T1530&s=50.50&fn=1&i=2&fp=3&n=2")
	if !back.Back || back.Sum != 5050 || back.Fiscal != "1-2-3" || err != nil {
		t.Errorf("a return: %+v, %v", back, err)
	}
}

func TestWhatIsNoReceiptIsRefusedByItsPlace(t *testing.T) {
	for s, want := range map[string]string{
		"": "receipt", "такси 2350": "receipt", "%zz": "receipt", strings.Repeat("t", 2000): "receipt",
		"t=20261204T1530&fn=1&i=2&fp=3":                "receiptField",
		"t=20261304T1530&s=1&fn=1&i=2&fp=3":            "receiptValue",
		"t=20261204T2560&s=1&fn=1&i=2&fp=3":            "receiptValue",
		"t=20261204T1530&s=NaN&fn=1&i=2&fp=3":          "receiptValue",
		"t=20261204T1530&s=-5&fn=1&i=2&fp=3":           "receiptValue",
		"t=20261204T1530&s=99999999999&fn=1&i=2&fp=3":  "receiptValue",
		"t=20261204T1530&s=1&fn=drop table&i=2&fp=3":   "receiptValue",
		"t=20261204T1530&s=1.005&fn=1&i=2&fp=3":        "receiptValue",
		"t=20261204T1530&s=1&fn=1&i=2&fp=000000000000": "receiptValue",
	} {
		var ps data.Problems
		if _, err := ParseReceipt(s); !errors.As(err, &ps) || ps[0].Code != want {
			t.Errorf("%q: %v, want %s", s, err, want)
		}
	}
}

func FuzzReceipt(f *testing.F) {
	f.Add("t=20261204T1530&s=2350.00&fn=9289000100123456&i=1842&fp=3522207165&n=1")
	f.Add("t=&s=&fn=1")
	f.Fuzz(func(t *testing.T, s string) {
		r, err := ParseReceipt(s)
		if err == nil && (r.Sum < 0 || r.On.IsZero() || r.Min < 0 || r.Min >= 1440 || strings.Count(r.Fiscal, "-") != 2) {
			t.Errorf("%q: %+v", s, r)
		}
	})
}
