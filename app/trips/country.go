package trips

import (
	"slices"
	"strings"

	"portfel/app/desk"
	"portfel/app/ui"
)

// nearCountries are those to which a consultant of a Russian firm travels most;
// a list of countries begins with them. All others stand in countries, as
// ISO 3166 codes. Their names come from the Unicode CLDR.
const nearCountries = "BY KZ AM KG UZ AZ TJ TM GE MD MN CN TR RS AE"

const countries = "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM " +
	"DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP " +
	"KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH " +
	"PK PL PS PT PW PY QA RO RS RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA " +
	"VC VE VN VU WS YE ZA ZM ZW"

//text:prefix country.

// countryOptions are the countries abroad: the near ones first, the others by
// name; the first option is no country, which is Russia.
func countryOptions(d desk.Desk) []ui.Option {
	w := d.Words()
	option := func(code string) ui.Option {
		return ui.Option{ID: code, Label: w.T("country." + strings.ToLower(code)), Note: code}
	}
	near := strings.Fields(nearCountries)
	var first, rest []ui.Option
	for _, code := range near {
		first = append(first, option(code))
	}
	for _, code := range strings.Fields(countries) {
		if !slices.Contains(near, code) {
			rest = append(rest, option(code))
		}
	}
	slices.SortFunc(rest, func(a, b ui.Option) int { return w.Compare(a.Label, b.Label) })
	return append(append([]ui.Option{{Label: w.T("trips.country.home")}}, first...), rest...)
}
