package text

import (
	"reflect"
	"strings"
	"sync"
	"unicode"

	"portfel/data"
)

// Column is the name of a record's field as people say it, from its column in
// the journal: "depart" is «Отправление».
func (w *Words) Column(column string) string {
	key := "field." + camel(column)
	if w.Has(key) {
		return w.T(key)
	}
	return column
}

// Stored is a journaled value as people read it: a day, a moment, an effort, the
// word of a code. Ids are the caller's to name. An empty value is a dash.
func (w *Words) Stored(kind data.Kind, column, v string) string {
	if v == "" {
		return "—"
	}
	t := columnTypes()[string(kind)+"."+column]
	switch {
	case t == nil:
		return v
	case t == reflect.TypeFor[data.Date]():
		d, _ := data.ParseDate(v)
		return w.Date(d)
	case t == reflect.TypeFor[data.Moment]():
		m, _ := data.ParseMoment(v)
		return w.Moment(m)
	case t == reflect.TypeFor[data.Span]():
		s, _ := data.ParseSpan(v)
		return w.Span(s)
	case t == reflect.TypeFor[data.Minutes]():
		return w.Hours(data.Minutes(whole(v)))
	case t == reflect.TypeFor[data.Money]():
		return w.Money(data.Money(whole(v)))
	case t.Kind() == reflect.Bool:
		return w.T("stored." + yes(v))
	case foreignSums[string(kind)+"."+column]:
		return w.Amount(data.Money(whole(v)))
	case column == "rate" && t.Kind() == reflect.Int64: // of a currency, ten-thousandths of a rouble
		return w.Decimal(whole(v) / 10)
	case kind == data.KindEstimate && column == "count":
		return w.Decimal(whole(v))
	case kind == data.KindDeliverable && column == "what":
		return w.DeliverableKind(v)
	case t.Kind() == reflect.String && prefixes[t] != "":
		c := reflect.New(t).Elem()
		c.SetString(v)
		return w.Code(c.Interface())
	}
	return v
}

// foreignSums are the columns of sums whose currency stands beside them.
var foreignSums = map[string]bool{"expense.sum": true, "estimate.price": true, "per_diem.amount": true}

//text:prefix stored.

func yes(v string) string {
	if v == "0" || v == "false" {
		return "no"
	}
	return "yes"
}

func whole(v string) (n int64) {
	for _, r := range v {
		if r >= '0' && r <= '9' {
			n = n*10 + int64(r-'0')
		}
	}
	if strings.HasPrefix(v, "-") {
		return -n
	}
	return n
}

// columnTypes are the Go types behind "<kind>.<column>".
var columnTypes = sync.OnceValue(func() map[string]reflect.Type {
	m := map[string]reflect.Type{}
	for _, r := range data.Records {
		t := reflect.TypeOf(r)
		for i := range t.NumField() {
			m[string(r.Kind())+"."+column(t.Field(i).Name)] = t.Field(i).Type
		}
	}
	return m
})

// column turns a field name into its column: ClientID is client_id.
func column(field string) string {
	var b strings.Builder
	rs := []rune(field)
	for i, r := range rs {
		if unicode.IsUpper(r) && i > 0 && !unicode.IsUpper(rs[i-1]) {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// camel turns a column into the field name that words use.
func camel(column string) string {
	parts := strings.Split(column, "_")
	for i := 1; i < len(parts); i++ {
		if parts[i] != "" {
			parts[i] = strings.ToUpper(parts[i][:1]) + parts[i][1:]
		}
	}
	return strings.Join(parts, "")
}
