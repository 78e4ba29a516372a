package command

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"portfel/data"
	"portfel/data/place"
)

// MemoFields are the fields that the text of a memo may say besides its reason,
// in the order of a form: the names of the schema.
func MemoFields(k data.PaperKind) []string {
	switch k {
	case data.PaperMemo:
		return []string{"memo.route", "memo.date", "memo.ticket", "memo.carrier", "memo.sum", "memo.reason", "memo.proof"}
	case data.PaperCarMemo:
		return []string{"car.model", "car.plate", "car.owner", "car.km", "car.fuel", "car.papers"}
	}
	return nil
}

// ReadMemo takes the text of a memo apart: a line «name=value» is a field, the
// rest is the reason (of a memo on a car, the papers).
func ReadMemo(k data.PaperKind, s string) map[string]string {
	out := map[string]string{}
	var rest []string
	for _, line := range strings.Split(s, "\n") {
		name, value, ok := strings.Cut(line, "=")
		if ok && (slices.Contains(MemoFields(k), name) || strings.HasPrefix(name, "drive.km.")) {
			out[name] = strings.TrimSpace(value)
			continue
		}
		rest = append(rest, line)
	}
	free := map[data.PaperKind]string{data.PaperMemo: "memo.reason", data.PaperCarMemo: "car.papers"}[k]
	if text := strings.TrimSpace(strings.Join(rest, "\n")); text != "" && out[free] == "" {
		out[free] = text
	}
	return out
}

// WriteMemo is the text of a memo that ReadMemo reads back; a field is one line.
func WriteMemo(fields map[string]string) string {
	var lines []string
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		if value := strings.Join(strings.Fields(fields[name]), " "); value != "" {
			lines = append(lines, name+"="+value)
		}
	}
	return strings.Join(lines, "\n")
}

// fillMemo fills a memo on a lost ticket: what its text says, else the first
// ride whose ticket has no boarding pass; the rest is left to write by hand.
func (p *paper) fillMemo() {
	said := ReadMemo(data.PaperMemo, p.rec.Text)
	fields := map[string]string{}
	if legs := p.lostRides(); len(legs) > 0 {
		l := legs[0]
		fields["memo.route"] = shownTown(p.w, l.FromPlace) + " — " + shownTown(p.w, l.ToPlace)
		fields["memo.date"] = p.w.Date(l.Depart.Day)
		fields["memo.ticket"] = l.TicketNo
		fields["memo.carrier"] = l.Carrier
	}
	maps.Copy(fields, said)
	for _, name := range []string{"memo.route", "memo.date", "memo.reason", "memo.proof"} {
		fields[name] = orBlank(fields[name])
	}
	maps.Copy(p.values.Text, fields)
}

// fillCar fills a memo on a journey by car: the rides by car with the kilometres
// that its text says.
func (p *paper) fillCar() {
	said := ReadMemo(data.PaperCarMemo, p.rec.Text)
	var rows []map[string]string
	sum, all := int64(0), true
	for _, l := range p.f.Legs {
		if l.Transport != data.ByCar {
			continue
		}
		km, err := strconv.ParseInt(said["drive.km."+strconv.Itoa(len(rows)+1)], 10, 64)
		row := map[string]string{"drive.date": p.w.Date(l.Depart.Day), "drive.from": shownTown(p.w, l.FromPlace), "drive.to": shownTown(p.w, l.ToPlace), "drive.purpose": l.Note}
		if err == nil {
			row["drive.km"] = p.w.Number(km)
		}
		all = all && err == nil
		sum += km
		rows = append(rows, row)
	}
	p.values.Lists["drives"] = rows
	if len(rows) == 0 {
		p.values.Lists["drives"] = []map[string]string{{}} // a line to write on
	}
	maps.Copy(p.values.Text, said)
	if said["car.km"] == "" && all && len(rows) > 0 {
		p.set("car.km", p.w.Number(sum))
	}
	if fuel := p.fuel(); said["car.fuel"] == "" && fuel > 0 {
		p.setSum("car.fuel", fuel, false)
	}
	for _, name := range []string{"car.model", "car.plate"} {
		p.set(name, orBlank(p.values.Text[name]))
	}
}

// fuel is what the traveller spent on fuel.
func (p *paper) fuel() (sum data.Money) {
	for _, e := range p.f.Expenses {
		if e.Category == data.SpentFuel && e.Payer.Own() {
			sum += e.Money()
		}
	}
	return sum
}

// withoutBoarding are the flights of a trip for which no boarding pass is among
// the papers: by their number where the pass has it, else by count.
func withoutBoarding(f TripFacts) (legs []data.Leg) {
	passes := 0
	for _, e := range f.Expenses {
		if e.DocWhat == data.DocBoarding {
			passes++
		}
	}
	for _, l := range f.Legs {
		if l.Transport != data.ByPlane {
			continue
		}
		if passes > 0 {
			passes--
			continue
		}
		legs = append(legs, l)
	}
	return legs
}

// sameTown tells whether two places are the same town.
func sameTown(a, b string) bool {
	x, known := place.Find(a)
	y, also := place.Find(b)
	if known && also {
		return x.Name(false) == y.Name(false)
	}
	return data.Fold(strings.TrimSpace(a)) == data.Fold(strings.TrimSpace(b))
}
