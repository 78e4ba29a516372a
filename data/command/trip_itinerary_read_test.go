package command

import (
	"strings"
	"testing"

	"portfel/data"
	"portfel/data/ical"
	"portfel/data/text"
)

// calendarOf writes events into a calendar file; each is its lines without BEGIN
// and END.
func calendarOf(events ...string) []byte {
	var b strings.Builder
	b.WriteString("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//RU\r\n")
	for _, e := range events {
		b.WriteString("BEGIN:VEVENT\r\n")
		for _, l := range strings.Split(strings.TrimSpace(e), "\n") {
			b.WriteString(strings.TrimSpace(l) + "\r\n")
		}
		b.WriteString("END:VEVENT\r\n")
	}
	b.WriteString("END:VCALENDAR\r\n")
	return []byte(b.String())
}

// readEvents recognises events for a trip to Yekaterinburg of somebody in Moscow.
func readEvents(t testing.TB, lang text.Lang, events ...string) []ItineraryItem {
	t.Helper()
	stops, refused, err := ical.Itinerary(calendarOf(events...), "file")
	if err != nil || len(refused) > 0 {
		t.Fatalf("%v %+v\n%s", err, refused, events)
	}
	return readStops(stops, data.Trip{ID: data.NewID[data.Trip](), Place: "Екатеринбург"}, "Europe/Moscow", text.For(lang))
}

// tell writes an item in a line.
func tell(i ItineraryItem) string {
	s := string(i.What)
	switch {
	case i.Refused.Code != "":
		return s + " | " + i.Refused.Code
	case i.What == ItineraryRide:
		l := i.Leg
		s = strings.Join([]string{string(l.Transport), l.FromPlace, l.ToPlace, l.Depart.String(), l.Arrive.String(), l.Carrier, l.TicketNo, l.Note}, " | ")
	case i.What == ItineraryStay:
		s += " | " + i.Hotel + " | " + i.From.String() + " | " + i.To.String() + " | " + i.Town
	default:
		s += " | " + i.Event.Title + " | " + i.Event.Starts.String()
	}
	if i.Doubt.Code != "" {
		s += " | " + strings.Join(append([]string{i.Doubt.Code}, i.Doubt.Args...), " ")
	}
	return s
}

// The flight of story 3 leaves Moscow at 06:35 and lands in Yekaterinburg, two
// hours ahead, at 11:05 by its clock: 03:35 and 06:05 UTC.
const out3 = " | 2026-11-30T06:35 Europe/Moscow | 2026-11-30T11:05 Asia/Yekaterinburg | "

var senders = []struct{ name, event, want string }{
	{"codes with a dash and UTC", `UID:1
		DTSTART:20261130T033500Z
		DTEND:20261130T060500Z
		SUMMARY:SU 1402 SVO–SVX
		DESCRIPTION:Код бронирования: KTRWQX\nЭлектронный билет: 555 2134567890`,
		"plane | Москва (SVO) | Екатеринбург (SVX)" + out3 + "SU 1402 | 555 2134567890, бронь KTRWQX | "},
	{"towns with codes in brackets", `UID:2
		DTSTART:20261130T033500Z
		DTEND:20261130T060500Z
		SUMMARY:Flight SU 1402 Moscow (SVO) - Yekaterinburg (SVX)
		LOCATION:Sheremetyevo International Airport
		DESCRIPTION:Booking reference: KTRWQX\nSeat: 16E`,
		"plane | Москва (SVO) | Екатеринбург (SVX)" + out3 + "SU 1402 | бронь KTRWQX | место 16E"},
	{"Russian words, a zone at each end", `UID:3
		DTSTART;TZID=Europe/Moscow:20261130T063500
		DTEND;TZID=Asia/Yekaterinburg:20261130T110500
		SUMMARY:Рейс SU1402 Москва → Екатеринбург
		LOCATION:Шереметьево (SVO)\, терминал B
		DESCRIPTION:Авиакомпания: Аэрофлот\nPNR: KTRWQX`,
		"plane | Москва (SVO) | Екатеринбург (SVX)" + out3 + "SU 1402 | бронь KTRWQX | "},
	{"without zones: the clock of each place", `UID:4
		DTSTART:20261130T063500
		DTEND:20261130T110500
		SUMMARY:Перелёт Москва (SVO) — Екатеринбург (SVX), рейс SU-1402`,
		"plane | Москва (SVO) | Екатеринбург (SVX)" + out3 + "SU 1402 |  | "},
	{"one zone at both ends", `UID:5
		DTSTART;TZID=Europe/Moscow:20261130T063500
		DTEND;TZID=Europe/Moscow:20261130T090500
		SUMMARY:SU1402 SVO to SVX
		DESCRIPTION:Confirmation: KTRWQX`,
		"plane | Москва (SVO) | Екатеринбург (SVX)" + out3 + "SU 1402 | бронь KTRWQX | "},
	{"from and to in English, the codes in the description", `UID:6
		DTSTART:20261130T033500Z
		DTEND:20261130T060500Z
		SUMMARY:Flight SU 1402 from Moscow to Ekaterinburg
		DESCRIPTION:Depart SVO terminal B\nArrive SVX\nTicket number: 5552134567890`,
		"plane | Москва (SVO) | Екатеринбург (SVX)" + out3 + "SU 1402 | 555 2134567890 | "},
	{"the target in the title, the airport as the place", `UID:7
		DTSTART:20261130T033500Z
		DTEND:20261130T060500Z
		SUMMARY:Flight to Yekaterinburg (SU 1402)
		LOCATION:Moscow SVO
		DESCRIPTION:To see detailed information for automatically created events like this one\, use the official app.`,
		"plane | Москва (SVO) | Екатеринбург (SVX)" + out3 + "SU 1402 |  | "},
	{"из … в …", `UID:8
		DTSTART:20261130T033500Z
		DTEND:20261130T060500Z
		SUMMARY:Вылет из Москвы в Екатеринбург\, рейс СУ 1402
		DESCRIPTION:Номер брони KTRWQX`,
		"plane | Москва | Екатеринбург (SVX)" + out3 + "SU 1402 | бронь KTRWQX | "},
	{"the title has only the number, the lines say the rest", `UID:9
		DTSTART:20261130T033500Z
		DTEND:20261130T060500Z
		SUMMARY:Рейс SU 1402
		DESCRIPTION:Вылет: 30.11.2026 06:35\, Москва\, Шереметьево (SVO)\nПрилёт: 30.11.2026 11:05\, Екатеринбург\, Кольцово (SVX)\nБилет № 555-2134567890`,
		"plane | Москва (SVO) | Екатеринбург (SVX)" + out3 + "SU 1402 | 555 2134567890 | "},
	{"no end in the file, but in the text", `UID:10
		DTSTART:20261130T063500
		SUMMARY:✈ Москва (SVO) → Екатеринбург (SVX) SU 1402
		DESCRIPTION:Отправление: 06:35\nПрибытие: 11:05`,
		"plane | Москва (SVO) | Екатеринбург (SVX)" + out3 + "SU 1402 |  | "},
	{"whole days with the hours in the text", `UID:11
		DTSTART;VALUE=DATE:20261130
		DTEND;VALUE=DATE:20261201
		SUMMARY:Москва - Екатеринбург\, SU 1402
		DESCRIPTION:Вылет 30 ноября 2026\, 06:35 из SVO\nПрилет 30 ноября 2026\, 11:05 в SVX`,
		"plane | Москва (SVO) | Екатеринбург (SVX)" + out3 + "SU 1402 |  | "},
	{"a duration instead of an end", `UID:12
		DTSTART;TZID=Europe/Moscow:20261130T063500
		DURATION:PT2H30M
		SUMMARY:SVO→SVX Аэрофлот`,
		"plane | Москва (SVO) | Екатеринбург (SVX)" + out3 + "Аэрофлот |  | "},
	{"S7 to Novosibirsk, four hours ahead", `UID:13
		DTSTART:20261210T181500Z
		DTEND:20261210T222000Z
		SUMMARY:S7 2505 Moscow DME – Novosibirsk OVB
		DESCRIPTION:Order number: 8R4TXV. Passenger: PETROV/MR`,
		"plane | Москва (DME) | Новосибирск (OVB) | 2026-12-10T21:15 Europe/Moscow | 2026-12-11T05:20 Asia/Novosibirsk | S7 2505 | бронь 8R4TXV | "},
	{"Pobeda, a number without a space", `UID:14
		DTSTART:20261210T070000Z
		DTEND:20261210T083500Z
		SUMMARY:DP405: Москва (Внуково) - Казань
		DESCRIPTION:VKO-KZN\nКод бронирования: D4NZ8K`,
		"plane | Москва (VKO) | Казань (KZN) | 2026-12-10T10:00 Europe/Moscow | 2026-12-10T11:35 Europe/Moscow | DP 405 | бронь D4NZ8K | "},
	{"against the sun: it lands before it leaves, by the clocks", `UID:15
		DTSTART:20261215T133000
		DTEND:20261215T132000
		SUMMARY:SU 1731 PKC - SVO`,
		"plane | Петропавловск-Камчатский (PKC) | Москва (SVO) | 2026-12-15T13:30 Asia/Kamchatka | 2026-12-15T13:20 Europe/Moscow | SU 1731 |  | "},
	{"against the sun in UTC", `UID:16
		DTSTART:20261204T164000Z
		DTEND:20261204T191500Z
		SUMMARY:SU 1409 SVX–SVO`,
		"plane | Екатеринбург (SVX) | Москва (SVO) | 2026-12-04T21:40 Asia/Yekaterinburg | 2026-12-04T22:15 Europe/Moscow | SU 1409 |  | "},
	{"an airport that the table does not know, the file has its zone", `UID:17
		DTSTART;TZID=Europe/Moscow:20261220T080000
		DTEND;TZID=Asia/Nicosia:20261220T120000
		SUMMARY:Flight JU 652 SVO-LCA`,
		"plane | Москва (SVO) | LCA | 2026-12-20T08:00 Europe/Moscow | 2026-12-20T12:00 Asia/Nicosia | JU 652 |  | "},
	{"an unknown airport in UTC: the traveller's clock, with a doubt", `UID:18
		DTSTART:20261220T050000Z
		DTEND:20261220T090000Z
		SUMMARY:Flight JU 652 SVO-LCA`,
		"plane | Москва (SVO) | LCA | 2026-12-20T08:00 Europe/Moscow | 2026-12-20T12:00 Europe/Moscow | JU 652 |  |  | itineraryNoZone LCA"},
	{"a train with carriage and seat", `UID:19
		DTSTART;TZID=Europe/Moscow:20261201T205500
		DTEND;TZID=Asia/Yekaterinburg:20261203T003000
		SUMMARY:Поезд 016Е Москва → Екатеринбург
		LOCATION:Казанский вокзал
		DESCRIPTION:Вагон: 07\, место: 021\nНомер заказа: 74231859604213`,
		"train | Москва | Екатеринбург | 2026-12-01T20:55 Europe/Moscow | 2026-12-03T00:30 Asia/Yekaterinburg | поезд 016Е | бронь 74231859604213 | вагон 07, место 021"},
	{"a train by its stations and name", `UID:20
		DTSTART:20261201T035000Z
		DTEND:20261201T074500Z
		SUMMARY:Сапсан 752А: Москва (Ленинградский вокзал) — Санкт-Петербург (Московский вокзал)
		DESCRIPTION:Электронный билет 72345678901234`,
		"train | Москва, Ленинградский вокзал | Санкт-Петербург, Московский вокзал | 2026-12-01T06:50 Europe/Moscow | 2026-12-01T10:45 Europe/Moscow | «Сапсан» 752А | 72345678901234 | "},
	{"a train to two towns with hyphens", `UID:21
		DTSTART;TZID=Russian Standard Time:20261205T101500
		DTEND;TZID=Russian Standard Time:20261206T124000
		SUMMARY:Ж/д билет Ростов-на-Дону - Санкт-Петербург
		DESCRIPTION:Поезд №  049С\nВагон 12 Место 5`,
		"train | Ростов-на-Дону | Санкт-Петербург | 2026-12-05T10:15 Europe/Moscow | 2026-12-06T12:40 Europe/Moscow | поезд 049С |  | вагон 12, место 5"},
	{"a train in English", `UID:22
		DTSTART:20261201T035000Z
		DTEND:20261201T074500Z
		SUMMARY:Train 752A from Moscow to Saint Petersburg`,
		"train | Москва | Санкт-Петербург | 2026-12-01T06:50 Europe/Moscow | 2026-12-01T10:45 Europe/Moscow | поезд 752A |  | "},
	{"a train by labelled lines", `UID:23
		DTSTART:20261205T041500Z
		DTEND:20261205T101000Z
		SUMMARY:Билет на поезд
		DESCRIPTION:Поезд: 102Я\nОткуда: Ярославль-Главный\nКуда: Нижний Новгород\nВагон 3`,
		"train | Ярославль | Нижний Новгород | 2026-12-05T07:15 Europe/Moscow | 2026-12-05T13:10 Europe/Moscow | поезд 102Я |  | вагон 3"},
	{"a bus", `UID:24
		DTSTART;TZID=Asia/Yekaterinburg:20261202T080000
		DTEND;TZID=Asia/Yekaterinburg:20261202T113000
		SUMMARY:Автобус 601 Екатеринбург – Челябинск`,
		"bus | Екатеринбург | Челябинск | 2026-12-02T08:00 Asia/Yekaterinburg | 2026-12-02T11:30 Asia/Yekaterinburg | автобус 601 |  | "},
	{"a transfer", `UID:25
		DTSTART;TZID=Asia/Yekaterinburg:20261202T080000
		DTEND;TZID=Asia/Yekaterinburg:20261202T103000
		SUMMARY:Трансфер Екатеринбург - Каменск-Уральский`,
		"car | Екатеринбург | Каменск-Уральский | 2026-12-02T08:00 Asia/Yekaterinburg | 2026-12-02T10:30 Asia/Yekaterinburg |  |  | "},
	{"two towns and nothing else", `UID:26
		DTSTART:20261130T033500Z
		DTEND:20261130T060500Z
		SUMMARY:Москва – Екатеринбург`,
		"other | Москва | Екатеринбург" + out3 + " |  | "},
	{"no arrival at all", `UID:27
		DTSTART:20261130T033500Z
		SUMMARY:SU 1402 SVO–SVX`,
		"plane | Москва (SVO) | Екатеринбург (SVX) | 2026-11-30T06:35 Europe/Moscow | 2026-11-30T08:35 Asia/Yekaterinburg | SU 1402 |  |  | itineraryNoArrival"},
	{"whole days without hours", `UID:28
		DTSTART;VALUE=DATE:20261130
		DTEND;VALUE=DATE:20261201
		SUMMARY:Рейс SU 1402 SVO-SVX`,
		"ride | itineraryNoTime"},
	{"a hotel over whole days", `UID:29
		DTSTART;VALUE=DATE:20261130
		DTEND;VALUE=DATE:20261204
		SUMMARY:Отель «Рудный двор»
		LOCATION:ул. Малышева\, 5\, Екатеринбург
		DESCRIPTION:Заезд: 30.11.2026 с 14:00\nВыезд: 04.12.2026 до 12:00\nНомер бронирования: 3011845527`,
		"stay | «Рудный двор», ул. Малышева, 5, Екатеринбург, бронь 3011845527 | 2026-11-30 | 2026-12-04 | Екатеринбург"},
	{"a hotel by hours in UTC", `UID:30
		DTSTART:20261130T090000Z
		DTEND:20261204T070000Z
		SUMMARY:Проживание в гостинице Рудный двор
		LOCATION:Екатеринбург`,
		"stay | Рудный двор, Екатеринбург | 2026-11-30 | 2026-12-04 | Екатеринбург"},
	{"Stay at", `UID:31
		DTSTART;VALUE=DATE:20261130
		DTEND;VALUE=DATE:20261204
		SUMMARY:Stay at Ore Yard Hotel
		LOCATION:Malysheva 5\, Yekaterinburg
		DESCRIPTION:Confirmation number: 4415.882.301`,
		"stay | Ore Yard Hotel, Malysheva 5, Yekaterinburg, бронь 4415.882.301 | 2026-11-30 | 2026-12-04 | Екатеринбург"},
	{"a check-in by itself", `UID:32
		DTSTART;TZID=Asia/Yekaterinburg:20261130T140000
		DTEND;TZID=Asia/Yekaterinburg:20261130T150000
		SUMMARY:Check-in: Ore Yard Hotel
		DESCRIPTION:Booking ID: 881204417`,
		"stay | Ore Yard Hotel, бронь 881204417 | 2026-11-30 | 2026-11-30 | "},
	{"the day of leaving by itself", `UID:33
		DTSTART;TZID=Asia/Yekaterinburg:20261204T120000
		DTEND;TZID=Asia/Yekaterinburg:20261204T123000
		SUMMARY:Check-out: Ore Yard Hotel`,
		"stay | itineraryCheckOut"},
	{"a plain title, the hotel in the lines", `UID:34
		DTSTART;VALUE=DATE:20261130
		DTEND;VALUE=DATE:20261204
		SUMMARY:Бронирование отеля
		DESCRIPTION:Отель: Рудный двор\nАдрес: Екатеринбург\, ул. Малышева\, 5\nЗаказ № OST-7741902`,
		"stay | Рудный двор, Екатеринбург, ул. Малышева, 5, бронь OST-7741902 | 2026-11-30 | 2026-12-04 | "},
	{"a meeting in a hotel is none", `UID:35
		DTSTART;TZID=Asia/Yekaterinburg:20261201T100000
		DTEND;TZID=Asia/Yekaterinburg:20261201T120000
		SUMMARY:Встреча с ЦФО в отеле «Рудный двор»`,
		"other | Встреча с ЦФО в отеле «Рудный двор» | 2026-12-01T10:00 Asia/Yekaterinburg"},
	{"the registration is not the flight", `UID:36
		DTSTART:20261129T033500Z
		DTEND:20261129T043500Z
		SUMMARY:Онлайн-регистрация на рейс SU 1402 Москва – Екатеринбург`,
		"other | Онлайн-регистрация на рейс SU 1402 Москва – Екатеринбург | 2026-11-29T08:35 Asia/Yekaterinburg"},
	{"a call between two towns", `UID:37
		DTSTART:20261129T090000Z
		DTEND:20261129T100000Z
		SUMMARY:Созвон Москва – Екатеринбург`,
		"other | Созвон Москва – Екатеринбург | 2026-11-29T14:00 Asia/Yekaterinburg"},
	{"a dinner, on the clock of the trip's place", `UID:38
		DTSTART:20261201T190000
		DTEND:20261201T210000
		SUMMARY:Ужин с заказчиком
		LOCATION:Екатеринбург\, Вайнера 8`,
		"other | Ужин с заказчиком | 2026-12-01T19:00 Asia/Yekaterinburg"},
	{"a series", `UID:39
		DTSTART:20261130T033500Z
		DTEND:20261130T060500Z
		RRULE:FREQ=WEEKLY;COUNT=3
		SUMMARY:SU 1402 SVO–SVX`,
		"other | itineraryRepeats"},
	{"called off by the sender", `UID:40
		DTSTART:20261130T033500Z
		DTEND:20261130T060500Z
		STATUS:CANCELLED
		SUMMARY:SU 1402 SVO–SVX`,
		"other | itineraryCancelled"},
	{"a round trip without its parts cannot be told", `UID:41
		DTSTART;VALUE=DATE:20261130
		DTEND;VALUE=DATE:20261205
		SUMMARY:Авиабилет Москва – Екатеринбург – Москва`,
		"other | Авиабилет Москва – Екатеринбург – Москва | 2026-11-30T00:00 Europe/Moscow"},
	{"over a third town in one event", `UID:42
		DTSTART:20261210T080000Z
		DTEND:20261211T040000Z
		SUMMARY:Flight Moscow (SVO) → Novosibirsk (OVB) → Vladivostok (VVO)`,
		"plane | Москва (SVO) | Владивосток (VVO) | 2026-12-10T11:00 Europe/Moscow | 2026-12-11T14:00 Asia/Vladivostok |  |  | "},
	{"the code of a city with several airports, the airport in the place", `UID:43
		DTSTART:20261130T033500Z
		DTEND:20261130T060500Z
		SUMMARY:✈ SU1402 MOW-SVX
		LOCATION:Шереметьево`,
		"plane | Москва (SVO) | Екатеринбург (SVX)" + out3 + "SU 1402 |  | "},
	{"airports by their names", `UID:44
		DTSTART:20261130T033500Z
		DTEND:20261130T060500Z
		SUMMARY:SU1402 Шереметьево – Кольцово`,
		"plane | Москва (SVO) | Екатеринбург (SVX)" + out3 + "SU 1402 |  | "},
	{"the carrier by its name, the route in the lines", `UID:45
		DTSTART:20261130T033500Z
		DTEND:20261130T060500Z
		SUMMARY:Электронный билет\, Аэрофлот
		DESCRIPTION:Маршрут: Москва — Екатеринбург\nРейс 1402\nПассажир: ИВАНОВ И`,
		"plane | Москва | Екатеринбург (SVX)" + out3 + "SU 1402 |  | "},
	{"the number before the target", `UID:46
		DTSTART:20261130T033500Z
		DTEND:20261130T060500Z
		SUMMARY:Ваш рейс U6-262 в Екатеринбург
		LOCATION:Аэропорт Домодедово (DME)`,
		"plane | Москва (DME) | Екатеринбург (SVX)" + out3 + "U6 262 |  | "},
	{"a chain of codes", `UID:47
		DTSTART:20261210T080000Z
		DTEND:20261211T040000Z
		SUMMARY:S7 2505 DME-OVB-VVO`,
		"plane | Москва (DME) | Владивосток (VVO) | 2026-12-10T11:00 Europe/Moscow | 2026-12-11T14:00 Asia/Vladivostok | S7 2505 |  | "},
	{"a train from a declined town with two words", `UID:48
		DTSTART:20261205T041500Z
		DTEND:20261205T191000Z
		SUMMARY:Поезд из Нижнего Новгорода в Санкт-Петербург`,
		"train | Нижний Новгород | Санкт-Петербург | 2026-12-05T07:15 Europe/Moscow | 2026-12-05T22:10 Europe/Moscow |  |  | "},
	{"the site of a hotel in the title", `UID:49
		DTSTART;VALUE=DATE:20261130
		DTEND;VALUE=DATE:20261204
		SUMMARY:Booking.com: Рудный двор
		DESCRIPTION:Номер бронирования: 4415882301\nПИН-код: 1234`,
		"stay | Рудный двор, бронь 4415882301 | 2026-11-30 | 2026-12-04 | "},
	{"a hotel by its days in the lines", `UID:50
		DTSTART;VALUE=DATE:20261130
		DTEND;VALUE=DATE:20261204
		SUMMARY:Ore Yard Moscow
		DESCRIPTION:Hotel reservation\nCheck-in: 30 Nov 2026 after 15:00\nCheck-out: 4 Dec 2026`,
		"stay | Ore Yard Moscow | 2026-11-30 | 2026-12-04 | Москва"},
	{"a conference at an airport", `UID:51
		DTSTART:20261130T070000Z
		DTEND:20261130T120000Z
		SUMMARY:Конференция в аэропорту Шереметьево
		LOCATION:Москва - Химки`,
		"other | Конференция в аэропорту Шереметьево | 2026-11-30T10:00 Europe/Moscow"},
	{"a car hired", `UID:52
		DTSTART:20261201T050000Z
		DTEND:20261203T050000Z
		SUMMARY:Аренда автомобиля Екатеринбург – Челябинск`,
		"other | Аренда автомобиля Екатеринбург – Челябинск | 2026-12-01T10:00 Asia/Yekaterinburg"},
}

func TestEventsOfSendersAreRecognised(t *testing.T) {
	for _, c := range senders {
		items := readEvents(t, text.RU, c.event)
		if len(items) != 1 {
			t.Errorf("%s: %d items", c.name, len(items))
			continue
		}
		if got := tell(items[0]); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// One event for the whole journey: its description lists the rides.
func TestAJourneyInOneEventIsTakenApart(t *testing.T) {
	for _, c := range []struct{ name, event, want string }{
		{"a line each", `UID:50
			DTSTART:20261210T080000Z
			DTEND:20261211T040000Z
			SUMMARY:Москва – Владивосток\, заказ 8R4TXV
			DESCRIPTION:S7 2505 Москва (DME) 11:00 – Новосибирск (OVB) 19:05\nS7 5219 Новосибирск (OVB) 22:40 – Владивосток (VVO) 07:25`,
			`plane | Москва (DME) | Новосибирск (OVB) | 2026-12-10T11:00 Europe/Moscow | 2026-12-10T19:05 Asia/Novosibirsk | S7 2505 | бронь 8R4TXV |
plane | Новосибирск (OVB) | Владивосток (VVO) | 2026-12-10T22:40 Asia/Novosibirsk | 2026-12-11T07:25 Asia/Vladivostok | S7 5219 | бронь 8R4TXV | `},
		{"there and back with dates", `UID:51
			DTSTART;VALUE=DATE:20261130
			DTEND;VALUE=DATE:20261205
			SUMMARY:Авиабилеты Москва – Екатеринбург – Москва
			DESCRIPTION:SVO → SVX 30.11.2026 06:35 – 30.11.2026 11:05 SU 1402\nSVX → SVO 04.12.2026 21:40 – 04.12.2026 22:15 SU 1409`,
			`plane | Москва (SVO) | Екатеринбург (SVX) | 2026-11-30T06:35 Europe/Moscow | 2026-11-30T11:05 Asia/Yekaterinburg | SU 1402 |  |
plane | Екатеринбург (SVX) | Москва (SVO) | 2026-12-04T21:40 Asia/Yekaterinburg | 2026-12-04T22:15 Europe/Moscow | SU 1409 |  | `},
		{"the times on lines of their own", `UID:52
			DTSTART:20261130T033500Z
			DTEND:20261204T191500Z
			SUMMARY:Поездка в Екатеринбург
			DESCRIPTION:1. Рейс SU 1402 Москва (SVO) – Екатеринбург (SVX)\nВылет: 30 ноября 06:35\nПрилёт: 30 ноября 11:05\n2. Поезд 069Ч Екатеринбург – Москва\nОтправление: 4 декабря 18:00\nПрибытие: 5 декабря 19:10\nВагон 4 место 17`,
			`plane | Москва (SVO) | Екатеринбург (SVX) | 2026-11-30T06:35 Europe/Moscow | 2026-11-30T11:05 Asia/Yekaterinburg | SU 1402 |  |
train | Екатеринбург | Москва | 2026-12-04T18:00 Asia/Yekaterinburg | 2026-12-05T19:10 Europe/Moscow | поезд 069Ч |  | вагон 4, место 17`},
	} {
		var got []string
		for _, i := range readEvents(t, text.RU, c.event) {
			got = append(got, strings.TrimSpace(tell(i)))
		}
		if s := strings.Join(got, "\n"); s != strings.TrimSpace(c.want) {
			t.Errorf("%s:\n got %s\nwant %s", c.name, s, c.want)
		}
	}
}

// One UID for all rides of an order: each is known by itself.
func TestRidesUnderOneUIDHaveTheirOwnKeys(t *testing.T) {
	items := readEvents(t, text.EN,
		"UID:order\nDTSTART:20261130T033500Z\nDTEND:20261130T060500Z\nSUMMARY:SU 1402 SVO–SVX",
		"UID:order\nDTSTART:20261204T164000Z\nDTEND:20261204T191500Z\nSUMMARY:SU 1409 SVX–SVO")
	if len(items) != 2 || items[0].Key != "order" || items[1].Key != "order#2" {
		t.Fatalf("%+v", items)
	}
	if got := items[1].Leg; got.FromPlace != "Yekaterinburg (SVX)" || got.ToPlace != "Moscow (SVO)" {
		t.Error(got)
	}
}

func TestCarriersAndBookings(t *testing.T) {
	for s, want := range map[string]string{"Рейс SU 1402": "SU 1402", "SU1402,": "SU 1402", "у6 231": "", "U6-231": "U6 231", "рейс ЮТ 381": "UT 381", "ZZ 12": "", "flight ZZ 12": "ZZ 12",
		"терминал D 12": "", "30.11 SU 06:35": "", "5N 142": "5N 142", "UTC+3 2026": ""} {
		if got := flightIn(s); got != want {
			t.Errorf("%q: flight %q, want %q", s, got, want)
		}
	}
	for s, want := range map[string]string{"PNR: KTRWQX": "KTRWQX", "Booking reference (PNR): KTRWQX": "KTRWQX", "Booking confirmed. Код брони – нет": "", "Conf. #: AB12CD": "AB12CD",
		"Бронь от 30.11.2026": "", "заказ № 74231859604213": "74231859604213", "reservation on Monday": "", "номер заказа 30.11.2026": ""} {
		if got := bookingIn(s); got != want {
			t.Errorf("%q: booking %q, want %q", s, got, want)
		}
	}
	for s, want := range map[string]string{"Поезд 016Е": "016Е", "поезд № 016 е": "016Е", "Train no. 7": "7", "поездка 16": "", "билет 049С": "049С", "Сапсан» 752А": "752А"} {
		if got := trainIn(s); got != want {
			t.Errorf("%q: train %q, want %q", s, got, want)
		}
	}
}

// Whatever a file says, an item is whole: a ride has both places and zones, a
// stay a hotel, and nothing panics.
func FuzzItinerary(f *testing.F) {
	for _, c := range senders {
		f.Add(calendarOf(c.event))
	}
	f.Add([]byte("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:->\nDTSTART:00010101T000000\nEND:VEVENT\nEND:VCALENDAR"))
	f.Fuzz(func(t *testing.T, b []byte) {
		stops, _, err := ical.Itinerary(b, "file")
		if err != nil {
			return
		}
		for _, i := range readStops(stops, data.Trip{Place: "Казань"}, "Europe/Moscow", text.For(text.RU)) {
			switch {
			case i.Refused.Code != "":
			case i.What == ItineraryRide && (i.Leg.FromPlace == "" || i.Leg.ToPlace == "" || i.Leg.Depart.Zone == "" || i.Leg.Arrive.Zone == ""):
				t.Errorf("%+v", i.Leg)
			case i.What == ItineraryStay && strings.TrimSpace(i.Hotel) == "":
				t.Errorf("a stay nowhere: %+v", i)
			case i.What == ItineraryOther && i.Event.Title == "":
				t.Errorf("%+v", i.Event)
			}
		}
	})
}
