package command

import (
	"regexp"
	"strings"
	"unicode"

	"portfel/data"
	"portfel/data/text"
)

// airlines are the carriers whose flight numbers are known without a word
// beside them, by their IATA designators.
var airlines = wordSet("SU S7 DP U6 UT FV N4 A4 5N R3 HZ Y7 IO WZ ZF EO YC D2 RT 2G I8 KV GZ VI 6R EY EK FZ TK PC QR HY KC DV B2 J2 A9 MF CA CZ MU HU 3U JU LH LX OS AF KL BA AY MS W6 W9 G9 KE OZ JL NH SQ TG AI VN OM T5 7J SZ U8")

// russianDesignators are the designators that are written with Russian letters.
var russianDesignators = map[string]string{"СУ": "SU", "С7": "S7", "У6": "U6", "ЮТ": "UT", "ДП": "DP", "ФВ": "FV", "Н4": "N4", "А4": "A4", "ЯК": "R3"}

func wordSet(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

var (
	flightNo   = regexp.MustCompile(`(^|[^\p{L}\d])([A-ZА-Я]{2}|[A-ZА-Я]\d|\d[A-ZА-Я])[ \x{00a0}\-‑]?(\d{1,4})([A-Z])?(?:[^\p{L}\d:]|:\D|:?$)`)
	flightWord = regexp.MustCompile(`(?i)(?:рейс\p{L}*|flight|vol)(?:\s+(?:number|no\.?|номер))?[\s:№#.]*$`)
)

// flightIn is the flight number of a text: «SU 1402»; "" when there is none.
func flightIn(s string) string {
	for at := 0; at < len(s); {
		m := flightNo.FindStringSubmatchIndex(s[at:])
		if m == nil {
			return ""
		}
		code, no, tail := s[at+m[4]:at+m[5]], s[at+m[6]:at+m[7]], ""
		if m[8] >= 0 {
			tail = s[at+m[8] : at+m[9]]
		}
		if ru, ok := russianDesignators[code]; ok {
			code = ru
		}
		if airlines[code] || code == strings.Map(latin, code) && flightWord.MatchString(s[:at+m[4]]) {
			return code + " " + no + tail
		}
		at += m[5]
	}
	return ""
}

// latin drops what is not a Latin capital or a digit.
func latin(r rune) rune {
	if r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
		return r
	}
	return -1
}

var (
	airlineName = regexp.MustCompile(`(?i)аэрофлот|aeroflot|победа|pobeda|s7 airlines|уральские авиалинии|ural airlines|ютэйр|utair|россия авиа\p{L}*|nordwind|азимут|smartavia|red wings|nordstar|turkish airlines|air astana|белавиа|belavia|uzbekistan airways|flydubai|emirates|qatar airways`)
	trainBrand  = regexp.MustCompile(`(?i)(?:сапсан|sapsan|ласточк|lastochka|стриж|strizh|невский экспресс|nevsky express|аврора|арктика|финист)`)
	trainNo     = regexp.MustCompile(`(?i)(?:поезд(?:а|е|у|ом)?|train|сапсан|sapsan|ласточка|lastochka|стриж|strizh|скорый|фирменный|пассажирский)[»"“”)]*\s*(?:(?:номер|number|no\.?)\s*)?[№#:]?\s*(\d{1,4})\s?([А-ЯЁA-Z]{1,2})?(?:[^\p{L}\d]|$)`)
	trainBare   = regexp.MustCompile(`(?:^|[^\p{L}\d])(\d{3})\s?([А-ЯЁ]{1,2})(?:[^\p{L}\d]|$)`)
	busNo       = regexp.MustCompile(`(?i)(?:автобус\p{L}*|bus|coach)\s*[№#:]?\s*(\d{1,4}[а-яa-z]?)(?:[^\p{L}\d]|$)`)
)

// trainIn is the number of a train with its letters, without a space: «016Е».
func trainIn(s string) string {
	for _, x := range []*regexp.Regexp{trainNo, trainBare} {
		if m := x.FindStringSubmatch(s); m != nil {
			return m[1] + strings.ToUpper(m[2])
		}
	}
	return ""
}

var rideWords = []struct {
	by   data.Transport
	word *regexp.Regexp
}{
	{data.ByTrain, regexp.MustCompile(`(?i)поезд(?:[^\p{L}]|$|[аеуо])|ж/д|жд билет|ржд|\brzd\b|russian railways|\btrain\b|\brail|вагон|сапсан|sapsan|ласточк|lastochka|🚆|🚄`)},
	{data.ByBus, regexp.MustCompile(`(?i)автобус|автовокзал|\bbus\b|\bcoach\b|🚌`)},
	{data.ByShip, regexp.MustCompile(`(?i)теплоход|паром(?:[^\p{L}]|$)|\bferry\b|\bship\b`)},
	{data.ByCar, regexp.MustCompile(`(?i)трансфер|такси|\btransfer\b|\btaxi\b|каршеринг`)},
	{data.ByPlane, regexp.MustCompile(`(?i)рейс|авиа|перел[её]т|самол[её]т|аэропорт|вылет|\bflight|airlines?\b|airways|\bairport|boarding|✈`)},
}

// transportOf is the means of a ride by its words: of the title first, then of
// everything; none when nothing says so.
func transportOf(title, all string, r way) data.Transport {
	byAir := r.from.Code != "" && r.to.Code != "" || r.from.raw != "" || r.to.raw != ""
	for _, s := range []string{title, all} {
		for _, x := range rideWords {
			if x.word.MatchString(s) && !(byAir && x.by != data.ByPlane) {
				return x.by
			}
		}
		switch {
		case flightIn(s) != "" || byAir && s == all:
			return data.ByPlane
		case trainIn(s) != "" || r.from.station != "" || r.to.station != "":
			return data.ByTrain
		}
	}
	return ""
}

// carrierOf is carrier and number as a leg has them: «SU 1402», «поезд 016Е»,
// ««Сапсан» 752А».
func carrierOf(by data.Transport, title, all string, w *text.Words) string {
	switch by {
	case data.ByPlane:
		if no := oneOf(flightIn(title), flightIn(all)); no != "" {
			return no
		}
		return namedFlight(all)
	case data.ByTrain:
		no := oneOf(trainIn(title), trainIn(all))
		brand := firstUpper(strings.ToLower(trainBrand.FindString(all)))
		if brand == "Ласточк" {
			brand += "а"
		}
		switch {
		case brand != "":
			return strings.TrimSpace(w.Quote(brand) + " " + no)
		case no != "":
			return w.F("itinerary.train", no)
		}
	case data.ByBus:
		if m := busNo.FindStringSubmatch(all); m != nil {
			return w.F("itinerary.bus", m[1])
		}
	}
	return ""
}

// airlineCodes are the designators of carriers by the beginning of their names.
var airlineCodes = map[string]string{"аэрофлот": "SU", "aeroflot": "SU", "победа": "DP", "pobeda": "DP", "s7 airlines": "S7", "уральские": "U6", "ural": "U6", "ютэйр": "UT", "utair": "UT", "россия": "FV",
	"nordwind": "N4", "азимут": "A4", "smartavia": "5N", "red wings": "WZ", "nordstar": "Y7", "turkish": "TK", "air astana": "KC", "белавиа": "B2", "belavia": "B2", "uzbekistan": "HY", "flydubai": "FZ", "emirates": "EK", "qatar": "QR"}

var numberAlone = regexp.MustCompile(`(?i)(?:рейс\p{L}*|flight|airlines|airways|авиалинии|аэрофлот|aeroflot|победа|pobeda|ютэйр|utair|азимут)\s*[№#:]?\s*(\d{2,4})(?:[^\p{L}\d:.]|$)`)

// namedFlight is a flight whose carrier stands by its name: «Аэрофлот, рейс 1402».
// Without a number it is the name.
func namedFlight(s string) string {
	name := airlineName.FindString(s)
	no := numberAlone.FindStringSubmatch(s)
	if no == nil {
		return firstUpper(name)
	}
	for begin, code := range airlineCodes {
		if strings.HasPrefix(data.Fold(name), begin) {
			return code + " " + no[1]
		}
	}
	return strings.TrimSpace(firstUpper(name) + " " + no[1])
}

func firstUpper(s string) string {
	r := []rune(s)
	if len(r) == 0 {
		return ""
	}
	r[0] = unicode.ToUpper(r[0])
	return string(r)
}

var (
	ticketNo = regexp.MustCompile(`(?i)(?:e-?ticket|билет\p{L}*|ticket)(?:\s+(?:number|no|номер))?[\s.:№#]*(\d[\d \x{00a0}\-]{7,18}\d)`)
	booking  = regexp.MustCompile(`(?i)(?:pnr|код\s+брон\p{L}*|номер\s+(?:брон\p{L}*|заказа)|брон\p{L}*|заказ\p{L}*|record locator|reservation|booking|confirmation|conf|order|\bref(?:erence)?\b)(?:\s+(?:reference|ref|code|number|no|id|номер|код))*[\s.:№#)]*([A-ZА-Я0-9][A-ZА-Я0-9.\-]{3,17})(?:[^\p{L}\d]|$)`)
	carNo    = regexp.MustCompile(`(?i)(?:вагон|carriage|coach|car)(?:\s+(?:no|number))?[\s.:№#]*(\d{1,2})(?:[^\d]|$)`)
	seatNo   = regexp.MustCompile(`(?i)(?:мест[оа]|seats?)[\s.:№#]*(\d{1,3}\s?[A-ZА-Я]?)(?:[^\p{L}\d]|$)`)
)

// ticketIn is the number of an electronic ticket; the thirteen digits of an air
// ticket stand as the carrier's three and the rest.
func ticketIn(s string) string {
	m := ticketNo.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, m[1])
	if len(digits) == 13 {
		return digits[:3] + " " + digits[3:]
	}
	return digits
}

// bookingIn is the code of a booking: six letters and digits of an airline, the
// number of an order.
func bookingIn(s string) string {
	for at := 0; at < len(s); {
		m := booking.FindStringSubmatchIndex(s[at:])
		if m == nil {
			return ""
		}
		code := strings.TrimRight(s[at+m[2]:at+m[3]], ".-")
		digit := strings.ContainsAny(code, "0123456789")
		if len(code) > 3 && code == strings.ToUpper(code) && (digit || len(code) == 6 && strings.Map(latin, code) == code) && !isDay(code) {
			return code
		}
		at += m[2]
	}
	return ""
}

// isDay tells a date that stands behind the word of a booking.
func isDay(s string) bool { return dayText.FindString(s) == s }

// ticketOf is what a leg keeps as its ticket: the ticket, else the booking, or
// both.
func ticketOf(s string, w *text.Words) string {
	ticket, code := ticketIn(s), bookingIn(s)
	if strings.ReplaceAll(ticket, " ", "") == code {
		code = ""
	}
	if code != "" {
		code = w.F("itinerary.booking", code)
	}
	return joinWith(", ", ticket, code)
}

// seatOf is carriage and seat for the note of a leg.
func seatOf(s string, by data.Transport, w *text.Words) string {
	car, seat := "", ""
	if m := carNo.FindStringSubmatch(s); m != nil && by == data.ByTrain {
		car = w.F("itinerary.car", m[1])
	}
	if m := seatNo.FindStringSubmatch(s); m != nil {
		seat = w.F("itinerary.seat", strings.ReplaceAll(m[1], " ", ""))
	}
	return joinWith(", ", car, seat)
}

// joinWith joins what is not empty.
func joinWith(by string, parts ...string) string {
	var all []string
	for _, s := range parts {
		if s != "" {
			all = append(all, s)
		}
	}
	return strings.Join(all, by)
}
