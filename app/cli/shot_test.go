package cli

import (
	"os"
	"strings"
	"testing"

	"portfel/data"
	"portfel/data/command"
)

// The rule of names holds for what a picture shows, too.
func TestWhatAPictureSelects(t *testing.T) {
	d := sampleDesk(t)
	small := []string{"--size", "800x200"}
	for _, c := range []struct{ screen, name string }{
		{"trips", "Минск/Ласточкин"}, {"trips", "минск/кузнецова анна сергеевна"}, {"trips", "Екатеринбург"}, {"plan", "РР-26"}, {"plan", "Интервью с ЦФО"},
		{"projects", "МК-26"}, {"mentoring", "Громов"}, {"clients", "Медный Кряж"}, {"calendar", "Планёрка отдела"}, {"settings", "Я"}, {"settings", "Орлова"},
	} {
		d.says(0, "", "", append([]string{"shot", "@s.portfel", c.screen, "@o.png", "--select", c.name}, small...)...)
	}
	for _, c := range []struct{ screen, name, errs string }{
		{"trips", "Минск", "«Минск» подходит к нескольким: Минск/Кузнецова Анна Сергеевна; Минск/Ласточкин Дмитрий Олегович. Напишите имя полнее."},
		{"trips", "Минск/Громов", "Не найдено: Командировка «Минск/Громов». Имя или его часть можно узнать командой portfel search"},
		{"plan", "Нет такого", "Не найдено: Проект «Нет такого». Имя или его часть можно узнать командой portfel search"},
		{"clients", "", "Не найдено: Клиент «». Имя или его часть можно узнать командой portfel search"},
		{"overview", "Екатеринбург", "На экране «overview» нечего выбирать по имени."},
	} {
		d.says(2, "", "portfel: "+c.errs+"\n", append([]string{"shot", "@s.portfel", c.screen, "@n.png", "--select", c.name}, small...)...)
	}
	d.says(2, "", "portfel: o.jpg: рисунок записывается в PNG. Имя файла должно оканчиваться на .png\n", "shot", "@s.portfel", "trips", "@o.jpg")
}

func TestAProjectWithoutAPlanHasNoPicture(t *testing.T) {
	d := sampleDesk(t)
	d.change("s.portfel", command.Put{Record: data.Project{ID: data.NewID[data.Project](), Name: "Без плана", Status: data.ProjectPlanning}})
	d.says(2, "", "portfel: У проекта «Без плана» нет плана.\n", "shot", "@s.portfel", "plan", "@o.png", "--select", "Без плана")
}

func TestTheSmallestPictureOfEachScreen(t *testing.T) {
	d := sampleDesk(t)
	for _, room := range rooms() {
		d.ok("shot", "@s.portfel", room, "@o.png", "--size", "800x200")
	}
}

// What is selected is shown: the two travellers of one trip give two pictures.
func TestThePictureShowsWhatIsSelected(t *testing.T) {
	d := sampleDesk(t)
	d.ok("shot", "@s.portfel", "trips", "@a.png", "--select", "Минск/Ласточкин")
	d.ok("shot", "@s.portfel", "trips", "@b.png", "--select", "Минск/Кузнецова")
	if a, b := d.read("a.png"), d.read("b.png"); a == b || !strings.HasPrefix(a, "\x89PNG") {
		t.Error("both travellers give the same picture")
	}
}

// A data file is never an output, and a table is not the calendar itself.
func TestNothingIsWrittenOverADataFile(t *testing.T) {
	d := newDesk(t)
	d.ok("new", "@a.portfel", "--demo")
	before := d.read("a.portfel")
	d.says(2, "", "portfel: a.portfel: это файл данных или сам календарь, таблица туда не пишется. Назовите другой файл.\n", "export", "@a.portfel", "@o.ics", "--table", "@a.portfel")
	d.says(2, "", "portfel: o.ics: это файл данных или сам календарь, таблица туда не пишется. Назовите другой файл.\n", "export", "@a.portfel", "@o.ics", "--table", "@o.ics")
	d.ok("new", "@c.portfel")
	if err := os.Rename(d.path("c.portfel"), d.path("c.png")); err != nil {
		t.Fatal(err)
	}
	if _, _, code := d.run("shot", "@a.portfel", "trips", "@c.png"); code != 2 {
		t.Errorf("shot over a data file: exit %d", code)
	}
	if d.read("a.portfel") != before {
		t.Error("the data file was changed")
	}
}
