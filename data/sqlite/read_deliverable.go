package sqlite

import (
	"crypto/sha256"
	"encoding/hex"

	"portfel/data"
)

// deliverableSelect fills a data.DeliverableRow; the newest version is that of
// the last day, of one day the one made last.
const deliverableSelect = `SELECT d.id, d.title, d.designation, d.what, d.project_id, coalesce(j.name, ''), coalesce(j.code, ''), coalesce(c.name, ''), j.client_id,
  d.task_id, coalesce(t.name, ''), d.author_id, coalesce(nullif(p.short_name, ''), p.full_name, ''), coalesce(p.is_me, 0), d.due_on, d.archived_on,
  v.id, coalesce(v.label, ''), coalesce(v.status, ''), v.created_on
FROM deliverable d
  LEFT JOIN project j ON j.id = d.project_id
  LEFT JOIN client c ON c.id = j.client_id
  LEFT JOIN task t ON t.id = d.task_id
  LEFT JOIN person p ON p.id = d.author_id
  LEFT JOIN version v ON v.id = (SELECT w.id FROM version w WHERE w.deliverable_id = d.id ORDER BY w.created_on DESC, w.id DESC LIMIT 1)`

// Deliverables are the documents that the filter leaves, archived ones too, by
// project, then by term; documents of no project stand last.
func (r *Reader) Deliverables(f data.DeliverableFilter) ([]data.DeliverableRow, error) {
	rows, err := query[data.DeliverableRow](r, deliverableSelect+`
WHERE (?1 = '' OR d.project_id = ?1) AND (?2 = '' OR j.client_id = ?2) AND (?3 = '' OR d.author_id = ?3)
ORDER BY d.project_id IS NULL, j.code, j.name, j.id, d.due_on IS NULL, d.due_on, d.title`,
		f.ProjectID.String(), f.ClientID.String(), f.AuthorID.String())
	for i := range rows {
		rows[i].Author = data.ShortName(rows[i].Author)
	}
	return rows, err
}

// DeliverableLabels are the labels of a document's versions, the newest first.
func (r *Reader) DeliverableLabels(id data.ID[data.Deliverable]) ([]string, error) {
	rows, err := query[struct{ Label string }](r, "SELECT label FROM version WHERE deliverable_id = ? ORDER BY created_on DESC, id DESC", id.String())
	var out []string
	for _, x := range rows {
		out = append(out, x.Label)
	}
	return out, err
}

// Versions are the versions of a document, the newest first. The signatures
// counted are those of the last round.
func (r *Reader) Versions(id data.ID[data.Deliverable]) ([]data.VersionRow, error) {
	return query[data.VersionRow](r, `SELECT v.id, v.label, v.created_on, v.changes, v.status, v.sent_on, v.approved_on, v.attachment_id,
  coalesce(a.name, ''), coalesce(a.size, 0),
  (SELECT count(*) FROM approval p WHERE p.version_id = v.id AND p.round = (SELECT max(round) FROM approval q WHERE q.version_id = v.id)),
  (SELECT count(*) FROM approval p WHERE p.version_id = v.id AND p.round = (SELECT max(round) FROM approval q WHERE q.version_id = v.id)
    AND p.decision IN ('agreed', 'informed'))
FROM version v LEFT JOIN attachment a ON a.id = v.attachment_id
WHERE v.deliverable_id = ? ORDER BY v.created_on DESC, v.id DESC`, id.String())
}

// Approvals are the signatures asked for on all versions of a document: the
// newest version and its last round first, in the order of asking.
func (r *Reader) Approvals(id data.ID[data.Deliverable]) ([]data.ApprovalRow, error) {
	rows, err := query[data.ApprovalRow](r, `SELECT a.id, a.version_id, v.label, a.round, a.role, a.person_id, a.contact_id,
  coalesce(nullif(p.short_name, ''), p.full_name, k.full_name, ''), coalesce(p.position, k.position, ''), coalesce(c.name, ''), coalesce(p.is_me, 0),
  a.due_on, a.decision, a.decided_on, a.comment
FROM approval a JOIN version v ON v.id = a.version_id
  LEFT JOIN person p ON p.id = a.person_id
  LEFT JOIN contact k ON k.id = a.contact_id
  LEFT JOIN client c ON c.id = k.client_id
WHERE v.deliverable_id = ? ORDER BY v.created_on DESC, v.id DESC, a.round DESC, a.ord, a.id`, id.String())
	for i := range rows {
		rows[i].Name = data.ShortName(rows[i].Name)
	}
	return rows, err
}

// Attachments are the files of a record in the order they were added.
func (r *Reader) Attachments(owner data.Ref) ([]data.Attachment, error) {
	return List[data.Attachment](r, "owner_id = ? ORDER BY added_on, id", owner.ID)
}

// Blob is the bytes of a file. Bytes that are not there or do not match the
// hash are data.ErrDamaged.
func (r *Reader) Blob(sha string) ([]byte, error) {
	rows, err := query[struct{ Bytes string }](r, "SELECT bytes FROM blob WHERE sha256 = ?", sha)
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, data.ErrDamaged
	}
	b := []byte(rows[0].Bytes)
	if sum := sha256.Sum256(b); hex.EncodeToString(sum[:]) != sha {
		return nil, data.ErrDamaged
	}
	return b, nil
}
