package clients

import (
	"portfel/app/desk"
	"portfel/data"
)

//text:prefix clients.twin.

// twins looks for clients and people that a sketch would double.
func twins(d desk.Desk, s data.Sketch) []data.Twin {
	r := d.Read()
	clients, err := r.Clients(d.Today())
	if err != nil {
		d.Fail(err)
		return nil
	}
	contacts, err := r.ClientContacts(data.ID[data.Client]{})
	if err != nil {
		d.Fail(err)
	}
	return data.Twins(s, clients, contacts)
}

// askTwin points out what is there already: open it, go on all the same, or
// think again. close is called before the other record opens; nil does nothing.
func askTwin(d desk.Desk, t data.Twin, anyway string, keep, close func()) {
	w := d.Words()
	d.Ask(w.T("clients.twin.title"), twinWords(d, t),
		desk.Answer{Label: w.T("clients.twin.open"), Primary: true, Do: func() {
			if close != nil {
				close()
			}
			d.Open(t.Ref)
		}},
		desk.Answer{Label: anyway, Do: keep},
		desk.Answer{Label: w.T("app.cancel"), Do: func() {}})
}

// twinWords name what is the same: «Такой ИНН уже у клиента ООО «Балтик-Тара».».
func twinWords(d desk.Desk, t data.Twin) string {
	w := d.Words()
	if t.Name != "" {
		return w.F("clients.twin."+t.Reason.Code(), t.Name, t.Client)
	}
	return w.F("clients.twin."+t.Reason.Code(), t.Client)
}
