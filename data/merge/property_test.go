package merge

import (
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"testing"

	"portfel/data"
)

// world is a random set of records: items that may lie in one another, with two
// fields and what is handed in for them.
type world struct {
	r    *rand.Rand
	rows []Row
}

func (w *world) add(kind data.Kind) {
	id := data.ID[data.Any]{}
	w.r.Read(id[:])
	row := Row{kind, id, map[string]string{"Name": w.value(), "Note": w.value()}}
	if up := w.pick(data.KindTask); up != nil {
		row.Fields["ParentID"] = up.ID.String()
	} else if kind != data.KindTask {
		return
	}
	w.rows = append(w.rows, row)
}

func (w *world) value() string { return []string{"", "а", "б", "в"}[w.r.Intn(4)] }

func (w *world) pick(kind data.Kind) *Row {
	if len(w.rows) == 0 || w.r.Intn(5) == 0 && kind == data.KindTask {
		return nil
	}
	r := &w.rows[w.r.Intn(len(w.rows))]
	if r.Kind != kind {
		return nil
	}
	return r
}

// drop deletes a record and all that lies in it, as the file does.
func (w *world) drop(id string) {
	var down []string
	w.rows = slices.DeleteFunc(w.rows, func(r Row) bool {
		if r.Fields["ParentID"] == id {
			down = append(down, r.ID.String())
		}
		return r.ID.String() == id
	})
	for _, d := range down {
		w.drop(d)
	}
}

func (w *world) edit() {
	switch w.r.Intn(6) {
	case 0:
		w.add(data.KindTask)
	case 1:
		w.add(data.KindSubmission)
	case 2:
		if r := w.pick(data.KindTask); r != nil {
			w.drop(r.ID.String())
		}
	default:
		if len(w.rows) > 0 {
			r := w.rows[w.r.Intn(len(w.rows))]
			r.Fields[[]string{"Name", "Note"}[w.r.Intn(2)]] = w.value()
		}
	}
}

func (w *world) copy() *world {
	n := &world{r: w.r}
	for _, r := range w.rows {
		n.rows = append(n.rows, r.clone())
	}
	return n
}

func randomSides(seed int64) (base, a, b *world, r *rand.Rand) {
	r = rand.New(rand.NewSource(seed))
	base = &world{r: r}
	for range r.Intn(12) {
		base.add([]data.Kind{data.KindTask, data.KindTask, data.KindSubmission}[r.Intn(3)])
	}
	a, b = base.copy(), base.copy()
	for range r.Intn(8) {
		a.edit()
	}
	for range r.Intn(8) {
		b.edit()
	}
	return base, a, b, r
}

func swapped(cs []Conflict) (out []Conflict) {
	for _, c := range cs {
		c.Ours, c.Theirs, c.OursDeleted, c.TheirsDeleted = c.Theirs, c.Ours, c.TheirsDeleted, c.OursDeleted
		out = append(out, c)
	}
	return out
}

func TestRandomEditsOnBothSidesJoin(t *testing.T) {
	conflicts := 0
	for seed := range int64(20000) {
		base, a, b, r := randomSides(seed)
		ab, ba := Merge(base.rows, a.rows, b.rows), Merge(base.rows, b.rows, a.rows)
		if !reflect.DeepEqual(ab.Joined, ba.Joined) || !reflect.DeepEqual(ab.Conflicts, swapped(ba.Conflicts)) {
			t.Fatalf("seed %d: another result in the other order:\n%v\n%v", seed, ab, ba)
		}
		conflicts += len(ab.Conflicts)
		side := map[string]Side{}
		choose := func(c Conflict) Side { return side[fmt.Sprint(c.Ref, c.Field)] }
		for _, c := range ab.Conflicts {
			side[fmt.Sprint(c.Ref, c.Field)] = r.Intn(2) == 0
		}
		end := ab.Resolve(choose)
		if !reflect.DeepEqual(end, ba.Resolve(func(c Conflict) Side { return !choose(c) })) {
			t.Fatalf("seed %d: decided alike, another result", seed)
		}
		nothingLost(t, seed, index(base.rows), index(a.rows), index(b.rows), ab.Conflicts, index(end))
		nothingLost(t, seed, index(base.rows), index(b.rows), index(a.rows), ab.Conflicts, index(end))
		again := Merge(b.rows, end, b.rows)
		if len(again.Conflicts) > 0 || !reflect.DeepEqual(again.Joined, end) {
			t.Fatalf("seed %d: the second time changes something", seed)
		}
		if same := Merge(base.rows, a.rows, a.rows); len(same.Conflicts) > 0 || !reflect.DeepEqual(same.Joined, index(a.rows).sorted()) {
			t.Fatalf("seed %d: merged with itself it changed", seed)
		}
	}
	if conflicts < 1000 {
		t.Errorf("only %d conflicts were tried", conflicts)
	}
}

// nothingLost says of each edit of one side that it is in the result, or that it
// was asked about; and that nothing in the result points nowhere.
func nothingLost(t *testing.T, seed int64, base, one, other set3, asked []Conflict, end set3) {
	t.Helper()
	whole, ids := map[data.Ref]bool{}, map[string]bool{"": true}
	field := map[string]bool{}
	for _, c := range asked {
		whole[c.Ref] = whole[c.Ref] || c.Field == ""
		field[fmt.Sprint(c.Ref, c.Field)] = true
	}
	anyWhole := false
	for _, w := range whole {
		anyWhole = anyWhole || w
	}
	for ref := range end {
		ids[ref.ID.String()] = true
	}
	for ref, r := range end {
		if !ids[r.Fields["ParentID"]] {
			t.Fatalf("seed %d: %v points to nothing", seed, ref)
		}
	}
	for ref, r := range one {
		b, known := base[ref]
		e, stays := end[ref]
		if !stays {
			_, inOther := other[ref]
			if (!known && !anyWhole) || known && changed(b, r) && !whole[ref] || known && inOther && !whole[ref] {
				t.Fatalf("seed %d: %v was lost", seed, ref)
			}
			continue
		}
		for f, v := range r.Fields {
			if b.Fields[f] != v && e.Fields[f] != v && !field[fmt.Sprint(ref, f)] {
				t.Fatalf("seed %d: %v.%s is %q, was changed to %q", seed, ref, f, e.Fields[f], v)
			}
		}
	}
	for ref := range base {
		_, stays := one[ref]
		_, back := end[ref]
		if !stays && back && !whole[ref] {
			t.Fatalf("seed %d: %v was deleted and is back", seed, ref)
		}
	}
}
