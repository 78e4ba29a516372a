package command

import (
	"regexp"
	"strings"

	"portfel/data/ical"
	"portfel/data/text"
)

var (
	stayWord  = regexp.MustCompile(`(?i)отел[ьеяю]|гостини[цч]|хостел|апартамент|проживани|заселени|\bhotel|\bhostel|\bapart|accommodation|\blodging|\bstay\b|airbnb|booking\.com|ostrovok|островок`)
	inWord    = regexp.MustCompile(`(?i)заезд|заселени|check[\s-]?in`)
	outWord   = regexp.MustCompile(`(?i)выезд|выселени|check[\s-]?out`)
	noStay    = regexp.MustCompile(`(?i)рейс|поезд(?:[^\p{L}]|$|[аеу])|\bflight|\btrain\b|регистраци|встреч|совещани|конференц|семинар|ужин|завтрак|отпуск|\bmeeting|conference|\bdinner|\blunch|breakfast`)
	stayLead  = regexp.MustCompile(`(?i)^(?:[^\p{L}\d«"“]*(?:booking\.com|ostrovok(?:\.ru)?|островок|подтверждение\s+бронирования|бронирование|бронь|проживание|заезд|заселение|выезд|check[\s-]?in|check[\s-]?out|hotel\s+(?:reservation|booking|stay|check[\s-]?in|check[\s-]?out)|reservation|booking|stay|accommodation|lodging)(?:[^\p{L}]|$)[\s:·—–-]*)+(?:(?:в|во|at|in|for)\s+)?`)
	kindLead  = regexp.MustCompile(`(?i)^(?:отел[ьеяю]|гостиниц[аеуы]|hotel)\s*([:·—–«"“-].*)$`)
	inHotel   = regexp.MustCompile(`(?i)^(?:отеле|отеля|отель|гостинице|гостиницу|гостиницы)\s+(.+)$`)
	stayTail  = regexp.MustCompile(`(?i)[\s,:·—–(-]+(?:заезд|выезд|заселение|проживание|check[\s-]?in|check[\s-]?out|\d+\s+ноч\p{L}*|\d+\s+nights?)\)?\s*$`)
	stayLine  = regexp.MustCompile(`(?im)^\s*(?:отель|гостиница|объект размещения|hotel|property|accommodation)\s*[:—–-]\s*(.+)$`)
	addressed = regexp.MustCompile(`(?im)^\s*(?:адрес|address)\s*[:—–-]\s*(.+)$`)
)

// isStay tells whether an event is a stay: the words of one, and long enough or
// named as a check-in.
func isStay(s ical.Stop) bool {
	title, all := s.Summary, s.Summary+"\n"+strings.Join(s.Categories, " ")+"\n"+s.Description
	switch {
	case noStay.MatchString(title):
		return false
	case stayWord.MatchString(title), stayWord.MatchString(strings.Join(s.Categories, " ")):
		return longStop(s) || inWord.MatchString(all) || outWord.MatchString(all)
	case inWord.MatchString(title), outWord.MatchString(title):
		return true
	}
	return stayWord.MatchString(s.Description) && inWord.MatchString(s.Description) && outWord.MatchString(s.Description)
}

// longStop tells a night from an appointment.
func longStop(s ical.Stop) bool {
	first, last := s.Days()
	return s.AllDay || last > first
}

// isDeparture tells an event that only marks the day of leaving a hotel.
func isDeparture(s ical.Stop) bool {
	return outWord.MatchString(s.Summary) && !inWord.MatchString(s.Summary) && !longStop(s)
}

// hotelOf is what a leg keeps of a stay: the name, the address, the booking.
func hotelOf(s ical.Stop, w *text.Words) string {
	name := hotelName(s)
	address := strings.TrimSpace(s.Location)
	if m := addressed.FindStringSubmatch(s.Description); address == "" && m != nil {
		address = strings.TrimSpace(m[1])
	}
	address = strings.Trim(strings.TrimPrefix(address, name), " ,")
	if strings.Contains(address, name) || len([]rune(address)) > 90 {
		address = ""
	}
	code := bookingIn(s.Description + "\n" + s.Summary)
	if code != "" {
		code = w.F("itinerary.booking", code)
	}
	return joinWith(", ", name, address, code)
}

// hotelName is the name of the hotel without the words around it; a title that
// has none leaves it to the description and the place.
func hotelName(s ical.Stop) string {
	name := stayLead.ReplaceAllString(strings.TrimSpace(s.Summary), "")
	name = stayTail.ReplaceAllString(name, "")
	if m := kindLead.FindStringSubmatch(name); m != nil {
		name = m[1]
	}
	if m := inHotel.FindStringSubmatch(name); m != nil {
		name = m[1]
	}
	name = strings.Trim(name, " :·—–-,")
	if name != "" && !plainKind(name) {
		return name
	}
	if m := stayLine.FindStringSubmatch(s.Description); m != nil {
		return strings.TrimSpace(m[1])
	}
	first, _, _ := strings.Cut(s.Location, ",")
	return oneOf(first, name, s.Summary)
}

// plainKind tells a word that names no hotel by itself.
func plainKind(s string) bool {
	switch strings.ToLower(s) {
	case "отель", "гостиница", "отеля", "гостиницы", "в отель", "hotel", "апартаменты", "booking.com", "ostrovok", "островок":
		return true
	}
	return false
}
