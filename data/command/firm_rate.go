package command

import (
	"portfel/data"
	"portfel/data/sqlite"
)

// PutFxRate keeps a rate of a currency. Two rates of one currency and day would
// leave open which one counts: the second is a Problem "fxTwice" of the day.
type PutFxRate struct{ Rate data.FxRate }

// Label is "command.put.fx_rate" and the currency.
func (c PutFxRate) Label() (string, string) { return "command.put.fx_rate", c.Rate.Currency }

// Run checks and puts.
func (c PutFxRate) Run(tx *sqlite.Tx) error {
	x := c.Rate
	if x.Currency == "RUB" || !letters(x.Currency) {
		return data.Problems{{Field: "currency", Code: "currency", Args: []string{x.Currency}}}
	}
	same, err := sqlite.List[data.FxRate](tx.Reader, "currency = ? AND rated_on = ? AND id <> ? LIMIT 1", x.Currency, x.RatedOn, x.ID)
	if err != nil {
		return err
	}
	if len(same) > 0 {
		return data.Problems{{Field: "ratedOn", Code: "fxTwice", Args: []string{x.Currency, x.RatedOn.String()}}}
	}
	return tx.Put(x)
}
