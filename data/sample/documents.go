package sample

import (
	"portfel/data"
	"portfel/data/sqlite"
)

func document(key string) data.ID[data.Deliverable] {
	return id[data.Deliverable]("document." + key)
}

// edition is a version of a document with the file that it came as.
type edition struct {
	label      string
	day        data.Date
	status     data.VersionStatus
	changes    string
	sent       data.Date
	approved   data.Date
	file       string
	signatures []signature
}

// signature is one approval asked for; who names a colleague, or a contact.
type signature struct {
	who     string
	contact bool
	role    data.ApprovalRole
	due     data.Date
	answer  data.Decision
	day     data.Date
	comment string
}

func (b *book) document(key, projectKey, taskKey, author string, d data.Deliverable, editions ...edition) {
	d.ID, d.ProjectID, d.TaskID, d.AuthorID = document(key), project(projectKey), task(projectKey, taskKey), b.person(author)
	b.put(d)
	for _, e := range editions {
		b.edition(key, d, e)
	}
}

func (b *book) edition(key string, d data.Deliverable, e edition) {
	v := data.Version{ID: id[data.Version]("version." + key + "." + e.label), DeliverableID: d.ID, Label: e.label, CreatedOn: e.day,
		Changes: e.changes, Status: e.status, SentOn: e.sent, ApprovedOn: e.approved}
	if e.file != "" {
		v.AttachmentID = id[data.Attachment]("file." + key + "." + e.label)
		b.commands = append(b.commands, attach{data.Attachment{ID: v.AttachmentID, OwnerKind: data.KindVersion, OwnerID: data.ID[data.Any](v.ID),
			Name: e.file, Mime: "text/plain; charset=utf-8", AddedOn: e.day}, d.Title + "\nВерсия " + e.label + "\n" + e.changes + "\n"})
	}
	b.put(v)
	for i, s := range e.signatures {
		a := data.Approval{ID: id[data.Approval]("approval." + key + "." + e.label + "." + s.who), VersionID: v.ID, Round: 1, Ord: int64(i+1) * 100,
			Role: s.role, DueOn: s.due, Decision: s.answer, DecidedOn: s.day, Comment: s.comment}
		if s.contact {
			a.ContactID = contact(s.who)
		} else {
			a.PersonID = b.person(s.who)
		}
		b.put(a)
	}
}

// attach keeps a file's bytes and the record that names them.
type attach struct {
	record data.Attachment
	text   string
}

// Label is that of a put attachment.
func (c attach) Label() (string, string) { return "command.put.attachment", c.record.Name }

// Run writes both.
func (c attach) Run(tx *sqlite.Tx) error {
	sum, err := tx.PutBlob([]byte(c.text))
	if err != nil {
		return err
	}
	c.record.Sha256, c.record.Size = sum, int64(len(c.text))
	return tx.Put(c.record)
}

func (b *book) documents() {
	b.copperDocuments()
	b.daisyDocuments()
	b.finishedDocument()
	b.otherDocuments()
}

// copperDocuments are planned: not one has a version on 24.11 but the minutes of
// the first meeting, which the client is to sign during the trip.
func (b *book) copperDocuments() {
	b.document("copper.spec", copper, "3.1", anna, data.Deliverable{Title: "ТЗ на подсистему бюджетирования", Designation: "118.МК.ТЗ.01",
		What: "spec", Profile: data.ProfileCurrent, DueOn: on(2027, 1, 26)})
	b.document("copper.report", copper, "1.3", anna, data.Deliverable{Title: "Отчёт о диагностике", Designation: "118.МК.ОТ.01", What: "report", DueOn: on(2026, 12, 15)})
	b.document("copper.method", copper, "2.1", anna, data.Deliverable{Title: "Положение о финансовой структуре", Designation: "118.МК.МТ.01", What: "method", DueOn: on(2026, 12, 22)})
	b.document("copper.rules", copper, "2.2", dmitry, data.Deliverable{Title: "Регламент бюджетирования", Designation: "118.МК.РГ.01", What: "regulation", DueOn: on(2027, 1, 12)})
	b.document("copper.minutes", copper, "", anna, data.Deliverable{Title: "Протокол стартовой встречи", What: "minutes"},
		edition{label: "1.0", day: on(2026, 11, 23), status: data.VersionClient, changes: "состав рабочей группы, порядок интервью", sent: on(2026, 11, 23),
			signatures: []signature{{who: "sedykh", contact: true, role: data.RoleApproves, due: on(2026, 12, 4), answer: data.DecisionPending}}})
}

// daisyDocuments show a document at the client, late, and its neighbours.
func (b *book) daisyDocuments() {
	b.document("daisy.spec", daisy, "2.2", anna, data.Deliverable{Title: "Техническое задание на подсистему бюджетирования", Designation: "097.РР.ТЗ.01",
		What: "spec", Profile: data.ProfileCurrent, DueOn: on(2026, 11, 20)},
		edition{label: "0.5", day: on(2026, 10, 30), status: data.VersionReplaced, changes: "черновик из шаблона", file: "ТЗ_бюджетирование_0.5.txt"},
		edition{label: "0.6", day: on(2026, 11, 6), status: data.VersionReplaced, changes: "после внутренней проверки", file: "ТЗ_бюджетирование_0.6.txt",
			signatures: []signature{
				{who: artyom, role: data.RoleAgrees, due: on(2026, 11, 9), answer: data.DecisionRemarks, day: on(2026, 11, 9), comment: "Уточнить разделы 2 и 4"},
				{who: head, role: data.RoleAgrees, due: on(2026, 11, 9), answer: data.DecisionAgreed, day: on(2026, 11, 9)},
			}},
		edition{label: "0.7", day: on(2026, 11, 12), status: data.VersionClient, changes: "учтены замечания 1–14", sent: on(2026, 11, 12), file: "ТЗ_бюджетирование_0.7.txt",
			signatures: []signature{
				{who: artyom, role: data.RoleAgrees, due: on(2026, 11, 13), answer: data.DecisionAgreed, day: on(2026, 11, 12)},
				{who: head, role: data.RoleAgrees, due: on(2026, 11, 13), answer: data.DecisionAgreed, day: on(2026, 11, 12)},
				{who: "petrova", contact: true, role: data.RoleAgrees, due: on(2026, 11, 20), answer: data.DecisionPending},
				{who: "belova", contact: true, role: data.RoleApproves, due: on(2026, 11, 20), answer: data.DecisionPending},
			}})
	b.document("daisy.report", daisy, "1.2", artyom, data.Deliverable{Title: "Отчёт об обследовании", Designation: "097.РР.ОТ.01", What: "report", DueOn: on(2026, 10, 23)},
		edition{label: "0.9", day: on(2026, 10, 20), status: data.VersionReplaced, file: "Отчёт_обследование_0.9.txt"},
		edition{label: "1.0", day: on(2026, 10, 23), status: data.VersionApproved, approved: on(2026, 10, 28), sent: on(2026, 10, 23), file: "Отчёт_обследование_1.0.txt",
			signatures: []signature{{who: "belova", contact: true, role: data.RoleApproves, due: on(2026, 10, 30), answer: data.DecisionAgreed, day: on(2026, 10, 28)}}})
	b.document("daisy.rules", daisy, "3.1", artyom, data.Deliverable{Title: "Регламент планирования", What: "regulation", DueOn: on(2026, 12, 18)},
		edition{label: "0.2", day: on(2026, 11, 23), status: data.VersionDraft, changes: "структура разделов"})
}
