package sqlite

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"portfel/data"
)

// found are the titles that a query finds, at most limit.
func found(t testing.TB, f *File, words string, limit int) []string {
	t.Helper()
	rows, err := f.Read().Search(words, limit)
	if err != nil {
		t.Fatalf("%q: %v", words, err)
	}
	var all []string
	for _, r := range rows {
		all = append(all, r.Title)
	}
	return all
}

func TestEveryWordMustBeginAWordOfTheRecord(t *testing.T) {
	f := fresh(t)
	c := client("АО «Медный Кряж»")
	c.Note = "Счёт в банке «Ёж»; договор № ВК-2026/118"
	put(t, f, c)
	for words, want := range map[string]int{
		"медный": 1, "МЕДН": 1, "м": 1, "кряж мед": 1, "«кряж»": 1, "еж": 1, "ёж": 1, "Счет банк": 1, "вк-2026": 1, "118": 1, "екатеринбург": 1,
		"едный": 0, "медный завод": 0, "кряж-": 1, " ": 0, "": 0, `"`: 0, "*": 0, "NEAR(": 0, "медный OR завод": 0, "title:медный": 0, "-медный": 1, "медный\u00a0кряж": 1,
	} {
		if got := found(t, f, words, 9); len(got) != want {
			t.Errorf("%q finds %v, want %d", words, got, want)
		}
	}
}

func TestTitlesCountMoreThanBodies(t *testing.T) {
	f := fresh(t)
	inBody, inTitle := client("Балтик-Тара"), client("Орион")
	inBody.Note = "подрядчик у «Орион»"
	put(t, f, inBody, inTitle)
	if got := found(t, f, "орион", 9); len(got) != 2 || got[0] != "Орион" {
		t.Errorf("found %v", got)
	}
}

func TestAtMostAsManyAsAskedFor(t *testing.T) {
	f := fresh(t)
	edit(t, f, func(tx *Tx) error {
		for i := range 60 {
			if err := tx.Put(client(fmt.Sprintf("Завод %02d", i))); err != nil {
				return err
			}
		}
		return nil
	})
	if got := found(t, f, "завод", 50); len(got) != 50 {
		t.Errorf("%d of 50", len(got))
	}
	if got := found(t, f, "завод", 1000); len(got) != 60 {
		t.Errorf("%d of 60", len(got))
	}
	if got := found(t, f, "завод 07", 50); len(got) != 1 || got[0] != "Завод 07" {
		t.Errorf("found %v", got)
	}
}

func TestSearchFollowsEveryChange(t *testing.T) {
	f := fresh(t)
	c := client("Ёлка")
	put(t, f, c)
	check := func(what string, want map[string]int) {
		t.Helper()
		for words, n := range want {
			if got := found(t, f, words, 9); len(got) != n {
				t.Errorf("%s: %q finds %v", what, words, got)
			}
		}
	}
	d := c
	d.Name = "Сосна"
	put(t, f, d)
	check("renamed", map[string]int{"елка": 0, "сосна": 1})
	mustUndo(t, f)
	check("rename undone", map[string]int{"елка": 1, "сосна": 0})
	mustRedo(t, f)
	check("redone", map[string]int{"елка": 0, "сосна": 1})
	edit(t, f, func(tx *Tx) error { return tx.Archive(data.RefTo(data.KindClient, c.ID), data.NewDate(2026, 11, 24)) })
	check("put away", map[string]int{"сосна": 1})
	remove(t, f, data.RefTo(data.KindClient, c.ID))
	check("deleted", map[string]int{"сосна": 0, "елка": 0})
	mustUndo(t, f)
	check("deletion undone", map[string]int{"сосна": 1})
	f = reopened(t, f)
	check("reopened", map[string]int{"сосна": 1})
}

// A mentoring and an absence are found by the name of their person, a version by
// the title of its document: also by a new one.
func TestRecordsAreFoundByTheNameTheyAreCalledAfter(t *testing.T) {
	f := fresh(t)
	who := data.Person{ID: data.NewID[data.Person](), FullName: "Громов Илья"}
	me := data.Person{ID: data.NewID[data.Person](), FullName: "Кузнецова Анна", IsMe: true}
	day := data.NewDate(2026, 11, 16)
	doc := data.Deliverable{ID: data.NewID[data.Deliverable](), Title: "Регламент"}
	put(t, f, who, me, doc,
		data.Mentoring{ID: data.NewID[data.Mentoring](), TraineeID: who.ID, MentorID: me.ID, StartsOn: day, EndsOn: day + 91, Status: data.MentoringRunning},
		data.Absence{ID: data.NewID[data.Absence](), PersonID: who.ID, StartsOn: day, EndsOn: day, What: data.Study, Status: data.AbsencePlanned},
		data.Version{ID: data.NewID[data.Version](), DeliverableID: doc.ID, Label: "0.1", CreatedOn: day, Status: data.VersionDraft})
	kinds := func(words string) string {
		rows, err := f.Read().Search(words, 9)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[data.Kind]bool{}
		for _, r := range rows {
			seen[r.Kind] = true
		}
		var all []string
		for _, k := range []data.Kind{data.KindPerson, data.KindMentoring, data.KindAbsence, data.KindDeliverable, data.KindVersion} {
			if seen[k] {
				all = append(all, string(k))
			}
		}
		return strings.Join(all, " ")
	}
	who.FullName, doc.Title = "Белов Илья", "Положение"
	put(t, f, who, doc)
	for words, want := range map[string]string{"громов": "", "белов": "person mentoring absence", "регламент": "", "положение": "deliverable version"} {
		if got := kinds(words); got != want {
			t.Errorf("renamed: %q finds %q, want %q", words, got, want)
		}
	}
	mustUndo(t, f)
	for words, want := range map[string]string{"громов": "person mentoring absence", "белов": "", "регламент": "deliverable version", "положение": ""} {
		if got := kinds(words); got != want {
			t.Errorf("undone: %q finds %q, want %q", words, got, want)
		}
	}
}

func TestEveryKindWithANameIsSearchable(t *testing.T) {
	text, err := viewText()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range tables {
		in := strings.Contains(text, "SELECT '"+string(r.Kind())+"'")
		if in != searchable[r.Kind()] {
			t.Errorf("%s: in the view %v, in the list %v", r.Kind(), in, searchable[r.Kind()])
		}
	}
}

// No text of a user is syntax to the index, and what a record is called finds it.
func FuzzSearch(f *testing.F) {
	for _, s := range []string{"медный кряж", `"`, "a*b", "c-d", "AND OR NOT", "NEAR/2", "ё", "\x00", "'; DROP TABLE x", "½", "ﬁ", "İ", "\xff", "日本", "^a", "{", "title : x"} {
		f.Add(s)
	}
	file := fresh(f)
	f.Fuzz(func(t *testing.T, s string) {
		if _, err := file.Read().Search(s, 5); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		if strings.TrimSpace(s) == "" || !strings.ContainsFunc(data.Fold(s), isWordRune) || rand.Intn(4) > 0 {
			return
		}
		put(t, file, client(s))
		if len(found(t, file, s, 5)) == 0 {
			t.Fatalf("a client called %q is not found by its name", s)
		}
		mustUndo(t, file)
	})
}
