package command

import (
	"slices"
	"strconv"
	"strings"

	"portfel/data"
	"portfel/data/merge"
	"portfel/data/pack"
)

// check refuses what nobody's program writes, whoever made the package: kinds and
// fields that do not go this way, records of others, ids that lead out of the
// package, files that are not what their records say.
func (m *packMerge) check() error {
	base, mine := rowsByRef(m.base), rowsByRef(m.mine)
	if err := m.checkAbout(); err != nil {
		return err
	}
	for i, row := range m.theirs {
		_, inBase := base[row.Ref()]
		_, inMine := mine[row.Ref()]
		fresh := !inBase && !inMine
		cut, err := m.fieldsOf(row, fresh)
		if err != nil {
			return err
		}
		m.theirs[i] = cut
		if fresh {
			if err := m.checkFresh(cut); err != nil {
				return err
			}
		}
		if m.p.Kind == pack.ToMentor {
			if err := mayTrainee(cut, base[row.Ref()], fresh); err != nil {
				return err
			}
		}
	}
	if err := m.checkRefs(); err != nil {
		return err
	}
	return m.checkFiles()
}

// checkAbout wants a package to the trainee to be about one mentoring and its plan.
func (m *packMerge) checkAbout() error {
	found := m.p.Kind == pack.ToMentor
	for _, row := range m.theirs {
		switch {
		case row.Kind == data.KindMentoring && row.ID != m.p.About:
			return packProblem("content", "mentoring")
		case row.Kind == data.KindMentoring:
			found = true
		case row.Kind == data.KindPlan && row.Fields["What"] != string(data.PlanOfMentoring):
			return packProblem("content", "plan")
		}
		if about, ok := row.Fields["MentoringID"]; ok && about != m.p.About.String() && (about != "" || row.Kind == data.KindPlan) {
			return packProblem("content", string(row.Kind))
		}
	}
	if !found {
		return packProblem("content", "mentoring")
	}
	return nil
}

// fieldsOf refuses a kind or field that the table does not know, and leaves of a
// known record the fields that its sender may change.
func (m *packMerge) fieldsOf(row merge.Row, fresh bool) (merge.Row, error) {
	line, ok := packLineOf(row.Kind)
	if !ok || m.p.Kind == pack.ToMentor && line.back == backNothing {
		return row, packProblem("content", string(row.Kind))
	}
	all := append(strings.Fields(line.both), strings.Fields(line.down)...)
	if row.Kind == data.KindPerson {
		all = append(all, strings.Fields(ofTrainee)...)
	}
	for f, v := range row.Fields {
		if !slices.Contains(all, f) || len(v) > maxPackText {
			return row, packProblem("content", string(row.Kind)+"."+f)
		}
	}
	return only(row, line.fields(m.p.Kind, fresh)), nil
}

// maxPackText is the longest text of a field that is taken, in bytes.
const maxPackText = 1 << 20

// checkFresh refuses a new record whose id the file has for something else.
func (m *packMerge) checkFresh(row merge.Row) error {
	has, err := m.r.HasRecord(m.local(row.Ref()))
	if err != nil || !has {
		return err
	}
	if row.Kind == data.KindPerson || row.Kind == data.KindCompetency {
		return m.share(row)
	}
	return packProblem("alien", "@kind."+string(row.Kind))
}

// mayTrainee refuses what is the mentor's to say.
func mayTrainee(row, base merge.Row, fresh bool) error {
	status := row.Fields["Status"]
	ok := true
	switch row.Kind {
	case data.KindTask:
		decided := status == string(data.TaskDone) || status == string(data.TaskReturned) || status == string(data.TaskCancelled)
		ok = (!decided || status == base.Fields["Status"]) && (!fresh || row.Fields["Score"] == "0")
	case data.KindSubmission:
		ok = !fresh || row.Fields["Verdict"] == string(data.VerdictPending) && row.Fields["MentorSpent"] == "0" && row.Fields["DeciderID"] == ""
	case data.KindReview:
		ok = !fresh
	case data.KindAttachment, data.KindScore:
		ok = ofTheirs(row)
	}
	if !ok {
		return packProblem("right", "@kind."+string(row.Kind))
	}
	return nil
}

// checkRefs wants every id of the package to lead to a record of the package or of
// this mentoring here.
func (m *packMerge) checkRefs() error {
	known := map[string]bool{"": true, m.p.About.String(): true}
	for _, rows := range [][]merge.Row{m.base, m.mine, m.theirs} {
		for _, row := range rows {
			known[row.ID.String()] = true
		}
	}
	for _, row := range m.theirs {
		for f, v := range row.Fields {
			if strings.HasSuffix(f, "ID") && !known[v] {
				return packProblem("content", string(row.Kind)+"."+f)
			}
		}
	}
	return nil
}

// checkFiles wants the contents of all attachments and no others, and names that
// are names and not ways through folders.
func (m *packMerge) checkFiles() error {
	used := map[string]bool{}
	for _, row := range m.theirs {
		if row.Kind != data.KindAttachment {
			continue
		}
		f, ok := m.p.Of(row.Fields["Sha256"])
		if !ok || strconv.FormatInt(f.Size, 10) != row.Fields["Size"] {
			return packProblem("content", "attachment.Sha256")
		}
		if !plainName(row.Fields["Name"]) {
			return packProblem("path", clipName(row.Fields["Name"]))
		}
		if k := data.Kind(row.Fields["OwnerKind"]); k != data.KindTask && k != data.KindSubmission {
			return packProblem("content", "attachment.OwnerKind")
		}
		used[f.Sha256] = true
	}
	if len(used) != len(m.p.Files) {
		return packProblem("content", "files")
	}
	return nil
}

// plainName tells whether a file's name leads nowhere on any system.
func plainName(name string) bool {
	bad := func(r rune) bool { return r < ' ' || r == '/' || r == '\\' || r == 0x7f || r == 0x202e }
	return name != "" && name == strings.TrimSpace(name) && strings.Trim(name, ".") != "" && len(name) <= 255 && strings.IndexFunc(name, bad) < 0
}

func clipName(s string) string {
	rs := []rune(strings.Map(func(r rune) rune {
		if r < ' ' || r == '@' || r == '|' {
			return '?'
		}
		return r
	}, s))
	if len(rs) > 60 {
		return string(rs[:60]) + "…"
	}
	return string(rs)
}
