package command

import (
	"fmt"
	"strconv"
	"strings"

	"portfel/data"
	"portfel/data/mspdi"
)

// The custom field in which an export writes what a value is exactly where its
// import would read it otherwise: «portfel d=5d@140400;l3FS=2d@9600» says that the
// duration of 140 400 seconds is five working days, and the lag of 9600 tenths
// after task 3 two. d is the duration, r what remains, v the delay of levelling, l
// a link; «-» is "not given". A value that has changed since is read as it stands.
const (
	exactField = "188744016" // Text30 of a task
	exactAlias = "portfel"
	exactMark  = "portfel "
)

// exactValues are the entries of the field of one task.
type exactValues struct{ list []string }

func (e *exactValues) add(key, span string, beside int64) {
	e.list = append(e.list, fmt.Sprintf("%s=%s@%d", key, span, beside))
}

// write puts the field into a task, in the place of an older one; a field of the
// user's own stays.
func (e exactValues) write(t *mspdi.Task) {
	for _, v := range t.Values {
		if v.FieldID == exactField && !strings.HasPrefix(v.Value, exactMark) {
			return
		}
	}
	t.Values = withoutExact(t.Values)
	if len(e.list) > 0 {
		t.Values = append(t.Values, mspdi.Value{FieldID: exactField, Value: exactMark + strings.Join(e.list, ";")})
	}
}

// withoutExact are the custom values but that of the field.
func withoutExact(list []mspdi.Value) (out []mspdi.Value) {
	for _, v := range list {
		if v.FieldID != exactField || !strings.HasPrefix(v.Value, exactMark) {
			out = append(out, v)
		}
	}
	return out
}

func hasExact(t *mspdi.Task) bool { return len(withoutExact(t.Values)) != len(t.Values) }

// exactOf is what the field says of a key, if the value beside it still stands.
func exactOf(t *mspdi.Task, key string, beside int64) (data.Span, bool) {
	for _, v := range t.Values {
		list, ok := strings.CutPrefix(v.Value, exactMark)
		if v.FieldID != exactField || !ok {
			continue
		}
		for _, entry := range strings.Split(list, ";") {
			k, value, _ := strings.Cut(entry, "=")
			span, n, _ := strings.Cut(value, "@")
			if k != key || n != strconv.FormatInt(beside, 10) {
				continue
			}
			if span == "-" {
				return data.Span{}, true
			}
			s, err := data.ParseSpan(span)
			return s, err == nil && s.Amount >= -data.MaxTaskDays*1000 && s.Amount <= data.MaxTaskDays*1000
		}
	}
	return data.Span{}, false
}
