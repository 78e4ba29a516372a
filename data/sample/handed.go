package sample

import "portfel/data"

// handedIn is what Громов has handed in by 24.11.2026: one item accepted, one
// waiting for the check with its file, one returned.
func (b *book) handedIn() {
	ilyas := b.person(ilya)
	put := func(item string, s data.Submission) {
		s.ID, s.TaskID, s.PersonID = id[data.Submission]("submission."+item), task(ilya, item), ilyas
		if s.Verdict != data.VerdictPending {
			s.DeciderID = b.me
		}
		b.put(s)
	}
	put("1.1", data.Submission{HandedOn: on(2026, 11, 20), TraineeSpent: data.Hours(4), Comment: "Прочитал, лист ознакомления подписан",
		Verdict: data.VerdictAccepted, Score: 5, MentorSpent: 30, DecidedOn: on(2026, 11, 20)})
	put("1.3", data.Submission{HandedOn: on(2026, 11, 23), TraineeSpent: data.Hours(6), Comment: "Выводы на последней странице", Verdict: data.VerdictPending})
	put("2.2", data.Submission{HandedOn: on(2026, 11, 23), TraineeSpent: data.Hours(3), Comment: "Протокол по образцу отдела",
		Verdict: data.VerdictReturned, Remarks: "Нет сроков у решений 3 и 4", NewTermOn: on(2026, 11, 27), MentorSpent: 30, DecidedOn: on(2026, 11, 24)})
	b.commands = append(b.commands, attach{data.Attachment{ID: id[data.Attachment]("file.submission.1.3"), OwnerKind: data.KindSubmission, OwnerID: data.ID[data.Any](id[data.Submission]("submission.1.3")),
		Name: "Разбор отчёта.txt", Mime: "text/plain; charset=utf-8", AddedOn: on(2026, 11, 23)}, "Разбор отчёта о диагностике.\nЦели: …\nМетоды: …\nВыводы: …\n"})
}

// materials are what the trainee is given for the items.
func (b *book) materials() {
	for i, x := range []struct{ item, title, link string }{
		{"1.1", "Порядок отдела, папка «Новому сотруднику»", ""},
		{"1.2", "Методика ABC-бюджетирования, раздел 2", ""},
		{"2.1", "ГОСТ 34.602-2020, текст стандарта", "https://protect.gost.ru/"},
		{"2.1", "Образец ТЗ отдела", ""},
		{"2.2", "Образец протокола", ""},
	} {
		b.put(data.Material{ID: id[data.Material]("material." + x.item + "." + x.title), TaskID: task(ilya, x.item), Ord: int64(i+1) * 100, Title: x.title, Link: x.link})
	}
}
