package mspdi

import (
	"strconv"
	"strings"
	"testing"
)

func rowsOf(levels ...int) *File {
	f := &File{}
	for i, l := range levels {
		f.Tasks = append(f.Tasks, Task{UID: i, Name: "Задача " + strconv.Itoa(i), OutlineLevel: l})
	}
	return f
}

func TestParents(t *testing.T) {
	//            project A  A.1 A.1.1 A.2 B  deep  deep's sibling
	f := rowsOf(0, 1, 2, 3, 2, 1, 4, 4)
	equal(t, "parents", f.Parents(), []int{-1, -1, 1, 2, 1, -1, 5, 5})
	f.Tasks[3].Name = " " // a blank row has a parent and is none
	f.Tasks[4].OutlineLevel = 4
	equal(t, "blank", f.Parents(), []int{-1, -1, 1, 2, 2, -1, 5, 5})
}

func TestNumber(t *testing.T) {
	f := rowsOf(0, 1, 2, 3, 2, 1, 4, 4, 1)
	f.Number()
	var got []string
	for _, x := range f.Tasks {
		s := x.OutlineNumber
		if x.Summary {
			s += "+"
		}
		got = append(got, s)
	}
	equal(t, "numbers", strings.Join(got, " "), "0+ 1+ 1.1+ 1.1.1 1.2 2+ 2.1 2.2 3")
	equal(t, "row", f.Tasks[8].ID, 8)
}

func TestOutlineTenThousandDeep(t *testing.T) {
	var b strings.Builder
	for i := 1; i <= 10_000; i++ {
		n := strconv.Itoa(i)
		b.WriteString("<Task><UID>" + n + "</UID><Name>Т" + n + "</Name><OutlineLevel>" + n + "</OutlineLevel></Task>")
	}
	f := parse(t, inProject("<Tasks>"+b.String()+"</Tasks>"))
	parents := f.Parents()
	equal(t, "first", parents[0], -1)
	equal(t, "last", parents[9999], 9998)
	f.Number()
	equal(t, "deep rows have no number", f.Tasks[9999].OutlineNumber, "")
	back := again(t, f)
	same(t, back, again(t, back))
}

func TestOddOutlines(t *testing.T) {
	f := parse(t, inProject(`<Tasks>
		<Task><UID>1</UID><Name>А</Name><OutlineLevel>1</OutlineLevel></Task>
		<Task><UID>2</UID><Name>Б</Name><OutlineLevel>3</OutlineLevel></Task>
		<Task><UID>3</UID><Name>В</Name><OutlineNumber>1.2</OutlineNumber></Task>
		<Task><UID>4</UID><Name>Г</Name></Task>
		<Task><UID>5</UID><Name>Д</Name><OutlineNumber>1.1.1</OutlineNumber><OutlineLevel>1</OutlineLevel></Task>
		<Task><UID>6</UID><Name>Е</Name><OutlineLevel>-1</OutlineLevel></Task>
		<Task><UID>7</UID><Name>Ж</Name><OutlineLevel>70000</OutlineLevel></Task>
	</Tasks>`))
	equal(t, "parents", f.Parents(), []int{-1, 0, 0, -1, -1, -1, -1})
	var got []string
	for _, n := range f.Notes {
		got = append(got, n.Code+" "+strconv.Itoa(n.UID)+" "+strconv.Itoa(n.Line))
	}
	equal(t, "notes", got, []string{"range 6 7", "range 7 8", "levelJump 2 3", "levelMissing 4 5", "levelMismatch 5 6", "levelMissing 6 7", "levelMissing 7 8"})
	same(t, f, again(t, f))
}
