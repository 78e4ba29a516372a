package command_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/pack"
	"portfel/data/sample"
	"portfel/data/sqlite"
)

// side is one of the two laptops.
type side struct {
	t testing.TB
	*sqlite.File
}

func openSide(t testing.TB, fill func(*sqlite.File) error) side {
	t.Helper()
	f, err := sqlite.Create(filepath.Join(t.TempDir(), "a.portfel"), command.Options(func() time.Time { return time.Date(2026, 11, 27, 9, 0, 0, 0, time.UTC) }))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	if _, err := f.Base(command.Seed{}); err != nil {
		t.Fatal(err)
	}
	if fill != nil {
		if err := fill(f); err != nil {
			t.Fatal(err)
		}
	}
	return side{t, f}
}

func (s side) do(c sqlite.Command) data.Changed {
	s.t.Helper()
	ch, err := s.Do(c)
	if err != nil {
		s.t.Fatal(err)
	}
	return ch
}

// send makes the package of Громов's mentoring and reads its bytes.
func (s side) send(id data.ID[data.Mentoring]) (pack.Package, []byte) {
	s.t.Helper()
	made, err := command.PackMentoring(s.Read(), id, nil)
	if err != nil {
		s.t.Fatal(err)
	}
	if err := s.Keep(made.Keep); err != nil {
		s.t.Fatal(err)
	}
	p, err := pack.Read(made.Bytes, nil)
	if err != nil {
		s.t.Fatal(err)
	}
	return p, made.Bytes
}

func (s side) preview(p pack.Package) command.PackPreview {
	s.t.Helper()
	v, err := command.OpenPack(s.Read(), p, false)
	if err != nil {
		s.t.Fatal(err)
	}
	return v
}

func (s side) item(id data.ID[data.Mentoring], part string) data.ItemRow {
	s.t.Helper()
	rows, err := s.Read().Items(id)
	if err != nil {
		s.t.Fatal(err)
	}
	for _, r := range rows {
		if strings.Contains(r.Name, part) {
			return r
		}
	}
	s.t.Fatalf("no item %q", part)
	return data.ItemRow{}
}

func (s side) sound() {
	s.t.Helper()
	found, err := command.Check(s.Read())
	if err != nil || len(found) > 0 {
		s.t.Errorf("%v, %v", found, err)
	}
}

// gromov is the mentoring of the trainee of the sample that runs.
func gromov(t testing.TB, f side) data.ID[data.Mentoring] {
	t.Helper()
	rows, err := f.Read().Mentorings(data.MentoringFilter{}, data.NewDate(2026, 11, 24))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if strings.HasPrefix(r.Trainee, "Громов") {
			return r.ID
		}
	}
	t.Fatal("no Громов")
	return data.ID[data.Mentoring]{}
}

// Story 2 on two files: out, three items handed in, back, checked, out again.
func TestStory2OnTwoLaptops(t *testing.T) {
	mentor, trainee := openSide(t, sample.Fill), openSide(t, nil)
	id := gromov(t, mentor)

	p1, _ := mentor.send(id)
	if v := trainee.preview(p1); !v.Joins || len(v.Conflicts) > 0 {
		t.Errorf("joins: %v, %v", v.Joins, v.Conflicts)
	}
	trainee.do(command.ApplyPack{Package: p1})
	trainee.sound()
	me, err := trainee.Read().Me()
	if err != nil || me.FullName != "Громов Илья Павлович" || me.Grade != data.GradeTrainee {
		t.Errorf("%+v, %v", me, err)
	}
	rows, err := trainee.Read().Mentorings(data.MentoringFilter{}, data.NewDate(2026, 11, 27))
	if err != nil || len(rows) != 1 || !rows[0].Own || rows[0].Mine || rows[0].Mentor != "Кузнецова Анна Сергеевна" || rows[0].Items != 14 {
		t.Fatalf("%+v, %v", rows, err)
	}

	const abc, gost, minutes = "ABC-бюджетирования", "ГОСТ 34.602", "протокол стартовой"
	hand := func(part string, spent data.Minutes, files ...command.File) {
		trainee.do(command.Submit{ItemID: trainee.item(id, part).ID, On: data.NewDate(2026, 11, 27), Spent: spent, Comment: "Готово", Files: files})
	}
	hand(abc, data.Hours(4), command.File{Name: "Конспект.txt", Bytes: []byte("ABC: три страницы")})
	hand(gost, data.Hours(2))
	hand(minutes, 30)
	p2, _ := trainee.send(id)
	v := mentor.preview(p2)
	var spent, files int
	for _, x := range v.Items {
		for _, c := range x.Changes {
			if c.Field == "status" && c.New != "review" {
				t.Errorf("%s: %s → %s", x.Name, c.Old, c.New)
			}
			if c.Added && c.Ref.Kind == data.KindAttachment {
				files++
			}
			if c.Field == "traineeSpent" {
				n := 0
				for _, r := range c.New {
					n = n*10 + int(r-'0')
				}
				spent += n
			}
		}
	}
	if len(v.Items) != 3 || len(v.Conflicts) != 0 || spent != 390 || files != 1 {
		t.Fatalf("%d changes, %d conflicts, %d min, %d files: %+v", len(v.Items), len(v.Conflicts), spent, files, v.Items)
	}
	mentor.do(command.ApplyPack{Package: p2})
	mentor.sound()
	if got := mentor.item(id, abc); got.Status != data.TaskReview {
		t.Errorf("%+v", got)
	}

	mentor.do(command.Accept{ItemID: mentor.item(id, abc).ID, Score: 4, On: data.NewDate(2026, 11, 27)})
	mentor.do(command.Accept{ItemID: mentor.item(id, minutes).ID, Score: 5, On: data.NewDate(2026, 11, 27)})
	mentor.do(command.Return{ItemID: mentor.item(id, gost).ID, Remarks: "нет источников", Due: data.NewDate(2026, 12, 1), On: data.NewDate(2026, 11, 27)})
	p3, _ := mentor.send(id)
	if v := trainee.preview(p3); len(v.Items) != 3 || len(v.Conflicts) != 0 || v.Joins {
		t.Errorf("%+v", v)
	}
	trainee.do(command.ApplyPack{Package: p3})
	trainee.sound()
	if got := trainee.item(id, gost); got.Status != data.TaskReturned || got.DeadlineOn != data.NewDate(2026, 12, 1) {
		t.Errorf("%+v", got)
	}
	if got := trainee.item(id, abc); got.Status != data.TaskDone || got.Score != 4 {
		t.Errorf("%+v", got)
	}
}

func TestTheSamePackageTwiceChangesNothingAndUndoneItCanBeTakenAgain(t *testing.T) {
	mentor, trainee := openSide(t, sample.Fill), openSide(t, nil)
	id := gromov(t, mentor)
	p1, bytes1 := mentor.send(id)
	if p, again := mentor.send(id); p.ID != p1.ID || !bytes.Equal(bytes1, again) {
		t.Error("the same plan sent again is another package")
	}
	trainee.do(command.ApplyPack{Package: p1})
	if v := trainee.preview(p1); !v.Same || len(v.Items) > 0 {
		t.Errorf("%+v", v)
	}
	if ch := trainee.do(command.ApplyPack{Package: p1}); len(ch.IDs) > 0 {
		t.Errorf("%v", ch)
	}
	if _, err := trainee.Undo(); err != nil {
		t.Fatal(err)
	}
	rows, err := trainee.Read().Mentorings(data.MentoringFilter{}, 0)
	if me, _ := trainee.Read().Me(); err != nil || len(rows) != 0 || me.FullName != "Я" {
		t.Errorf("%v, %v, %v", rows, me.FullName, err)
	}
	trainee.do(command.ApplyPack{Package: p1})
	trainee.sound()
	if v := trainee.preview(p1); !v.Same {
		t.Error("taken again after an undo, and not known")
	}
}

// Both work on while packages are under way: what only one changed joins, what both
// changed is asked.
func TestBothWorkOnAndAConflictIsAsked(t *testing.T) {
	mentor, trainee := openSide(t, sample.Fill), openSide(t, nil)
	id := gromov(t, mentor)
	p1, _ := mentor.send(id)
	trainee.do(command.ApplyPack{Package: p1})
	const model = "модель БДДС"
	edit := func(s side, change func(*data.Task)) {
		x, err := sqlite.Get(s.Read(), s.item(id, model).ID)
		if err != nil {
			t.Fatal(err)
		}
		change(&x)
		s.do(command.Put{Record: x})
	}
	edit(mentor, func(x *data.Task) {
		x.DeadlineOn, x.Note = data.NewDate(2026, 12, 28), "Взять данные 2025 года"
	})
	edit(trainee, func(x *data.Task) { x.Percent, x.Note = 30, "Нужен доступ к данным" })
	p2, _ := trainee.send(id)
	v := mentor.preview(p2)
	if len(v.Conflicts) != 1 || v.Conflicts[0].Field != "note" || v.Conflicts[0].Ours != "Взять данные 2025 года" || v.Conflicts[0].Theirs != "Нужен доступ к данным" {
		t.Fatalf("%+v", v.Conflicts)
	}
	mentor.do(command.ApplyPack{Package: p2, Theirs: map[string]bool{v.Conflicts[0].Key: true}})
	got, err := sqlite.Get(mentor.Read(), mentor.item(id, model).ID)
	if err != nil || got.Percent != 30 || got.Note != "Нужен доступ к данным" || got.DeadlineOn != data.NewDate(2026, 12, 28) {
		t.Errorf("%+v, %v", got, err)
	}
	p3, _ := mentor.send(id)
	if v := trainee.preview(p3); len(v.Conflicts) != 0 || len(v.Items) != 1 || len(v.Items[0].Changes) != 1 || v.Items[0].Changes[0].Field != "deadlineOn" {
		t.Errorf("%+v", v)
	}
	if _, err := command.OpenPack(trainee.Read(), p1, false); err != nil {
		t.Error(err) // taken before: nothing happens
	}
}
