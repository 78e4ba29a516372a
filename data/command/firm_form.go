package command

import (
	"errors"
	"strconv"

	"portfel/assets"
	"portfel/data"
	"portfel/data/form"
	"portfel/data/sqlite"
)

// PaperSchemas are the papers that have templates, with the fields of each.
func PaperSchemas() (all []form.Schema) {
	for _, code := range form.Codes {
		if s, ok := form.SchemaOf(code); ok {
			all = append(all, s)
		}
	}
	return all
}

// ShippedForm is the template that the program ships for a paper in a language;
// no such paper is data.ErrNotFound.
func ShippedForm(code, lang string) ([]byte, error) {
	b, err := assets.Form.ReadFile("form/" + lang + "/" + code + ".docx")
	if err != nil {
		return nil, data.ErrNotFound
	}
	return b, nil
}

// OwnForm is the user's template of a paper with its file; false when the
// shipped one is in use.
func OwnForm(r *sqlite.Reader, code, lang string) (f data.Form, file data.Attachment, ok bool, err error) {
	f, err = sqlite.Get(r, data.FormID(code, lang))
	if errors.Is(err, data.ErrNotFound) {
		return f, file, false, nil
	}
	if err != nil {
		return f, file, false, err
	}
	files, err := r.Attachments(data.RefTo(data.KindForm, f.ID))
	if err != nil || len(files) == 0 {
		return f, file, false, err
	}
	return f, files[len(files)-1], true, nil
}

// FormBytes is the template that a paper is made of: the user's own, else the
// shipped one. Own bytes that do not match their hash are data.ErrDamaged.
func FormBytes(r *sqlite.Reader, code, lang string) (b []byte, own bool, err error) {
	_, file, own, err := OwnForm(r, code, lang)
	if err != nil {
		return nil, false, err
	}
	if own {
		b, err = r.Blob(file.Sha256)
		return b, true, err
	}
	b, err = ShippedForm(code, lang)
	return b, false, err
}

// CheckForm looks whether a file can be the template of a paper: the faults of
// its placeholders, or the error of a file that is no DOCX.
func CheckForm(code string, b []byte) ([]form.Fault, error) {
	s, ok := form.SchemaOf(code)
	if !ok {
		return nil, data.ErrNotFound
	}
	t, err := form.Open(b)
	if err != nil {
		return nil, err
	}
	return t.Check(s), nil
}

// SetForm takes a template of the user's for a paper; the one before it goes.
type SetForm struct {
	Code, Lang string
	File       File
}

// Label is "command.form.set" and the file's name.
func (c SetForm) Label() (string, string) { return "command.form.set", c.File.Name }

// Run refuses a file that is no template, and one with faults: "form.faults".
func (c SetForm) Run(tx *sqlite.Tx) error {
	faults, err := CheckForm(c.Code, c.File.Bytes)
	if p, ok := firstProblem(err); ok {
		return data.Problems{p}
	}
	if err != nil {
		return err
	}
	if len(faults) > 0 {
		return data.Problems{{Code: "form.faults", Args: []string{faults[0].Placeholder, strconv.Itoa(len(faults))}}}
	}
	f := data.Form{ID: data.FormID(c.Code, c.Lang), Code: c.Code, Lang: c.Lang, Name: c.File.Name, SetOn: tx.Today()}
	if err := dropFormFiles(tx, f.ID); err != nil {
		return err
	}
	if err := tx.Put(f); err != nil {
		return err
	}
	_, err = takeIn(tx, data.RefTo(data.KindForm, f.ID), c.File)
	return err
}

func dropFormFiles(tx *sqlite.Tx, id data.ID[data.Form]) error {
	files, err := tx.Attachments(data.RefTo(data.KindForm, id))
	if err != nil {
		return err
	}
	for _, a := range files {
		if err := tx.Delete(data.RefTo(data.KindAttachment, a.ID)); err != nil {
			return err
		}
	}
	return nil
}

// ResetForm goes back to the shipped template of a paper.
type ResetForm struct{ Code, Lang, Name string }

// Label is "command.form.reset" and the name of the paper.
func (c ResetForm) Label() (string, string) { return "command.form.reset", c.Name }

// Run takes the user's template away.
func (c ResetForm) Run(tx *sqlite.Tx) error {
	id := data.FormID(c.Code, c.Lang)
	if err := dropFormFiles(tx, id); err != nil {
		return err
	}
	return tx.Delete(data.RefTo(data.KindForm, id))
}
