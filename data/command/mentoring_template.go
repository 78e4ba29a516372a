package command

import (
	"fmt"
	"path"
	"strings"

	"portfel/assets"
	"portfel/data"
	"portfel/data/sqlite"
	"portfel/data/workday"
)

// MentoringTemplate is a plan of items without people and days: each item begins
// so many working days after the start of the mentoring.
type MentoringTemplate struct {
	Key   string // "1-trainee"; empty for the plan of another trainee
	Name  string
	Goals string
	Items []TemplateItem
}

// TemplateItem is a section (no days) or an item of a template.
type TemplateItem struct {
	Code      string // "1.2": the section stands before the point
	Name      string
	Offset    int // working days from the start, 0 = the first day
	Days      int // working days that it takes; the last one is its term
	Effort    data.Minutes
	Mentor    data.Minutes
	Skill     string // competency by name
	Result    string
	Criterion string
	After     string // code of the item that it waits for
}

// Count is how many items there are; sections are none.
func (t MentoringTemplate) Count() (n int) {
	for _, x := range t.Items {
		if x.Days > 0 {
			n++
		}
	}
	return n
}

// MentoringTemplates are the templates that the program ships, in the order of
// grades; a language without its own has the Russian ones.
func MentoringTemplates(lang string) ([]MentoringTemplate, error) {
	dir := "plan/mentoring/" + lang
	files, err := assets.Plan.ReadDir(dir)
	if err != nil {
		dir = "plan/mentoring/ru"
		if files, err = assets.Plan.ReadDir(dir); err != nil {
			return nil, err
		}
	}
	var out []MentoringTemplate
	for _, f := range files {
		b, err := assets.Plan.ReadFile(path.Join(dir, f.Name()))
		if err != nil {
			return nil, err
		}
		t, err := parseTemplate(string(b))
		if err != nil {
			return nil, fmt.Errorf("template %s: %w", f.Name(), err)
		}
		t.Key = strings.TrimSuffix(f.Name(), path.Ext(f.Name()))
		out = append(out, t)
	}
	return out, nil
}

// templateColumns is how many cells a line of a shipped template has.
const templateColumns = 10

// parseTemplate reads a shipped template: its name, its goals, the names of the
// columns, then a line an item with tabs between the cells.
func parseTemplate(s string) (t MentoringTemplate, err error) {
	lines := strings.Split(strings.TrimRight(s, "\n"), "\n")
	if len(lines) < 4 {
		return t, fmt.Errorf("no items")
	}
	t.Name, t.Goals = lines[0], lines[1]
	for n, line := range lines[3:] {
		c := strings.Split(line, "\t")
		if len(c) != templateColumns {
			return t, fmt.Errorf("line %d has %d cells", n+4, len(c))
		}
		x := TemplateItem{Code: c[0], Name: c[1], Skill: c[6], Result: c[7], Criterion: c[8], After: c[9]}
		for _, f := range []struct {
			cell string
			to   func(thousandths int64)
		}{
			{c[2], func(v int64) { x.Offset = int(v / 1000) }}, {c[3], func(v int64) { x.Days = int(v / 1000) }},
			{c[4], func(v int64) { x.Effort = data.Minutes(v * 60 / 1000) }}, {c[5], func(v int64) { x.Mentor = data.Minutes(v * 60 / 1000) }},
		} {
			if f.cell == "" {
				continue
			}
			v, err := data.ParseThousandths(f.cell)
			if err != nil {
				return t, fmt.Errorf("line %d: %w", n+4, err)
			}
			f.to(v)
		}
		t.Items = append(t.Items, x)
	}
	return t, nil
}

// LayTemplate adds the items of a template to the plan of a mentoring, from the
// day on which it begins, over the working days of the trainee.
type LayTemplate struct {
	MentoringID data.ID[data.Mentoring]
	Template    MentoringTemplate
	Name        string // of the trainee, for the label
}

// Label is "command.mentoring.template" and the trainee.
func (c LayTemplate) Label() (string, string) { return "command.mentoring.template", c.Name }

// Run makes the competencies that the file lacks, the items and their links.
func (c LayTemplate) Run(tx *sqlite.Tx) error {
	m, err := sqlite.Get(tx.Reader, c.MentoringID)
	if err != nil {
		return err
	}
	d := deriver{tx: tx}
	p, err := d.person(m.TraineeID)
	if err != nil {
		return err
	}
	skills, err := skillsOf(tx, c.Template)
	if err != nil {
		return err
	}
	made := map[string]data.ID[data.Task]{}
	for _, x := range c.Template.Items {
		t := laidItem(x, p.cal, m.StartsOn)
		t.ParentID, t.CompetencyID = made[sectionOf(x.Code)], skills[data.Fold(x.Skill)]
		if err := (AddItem{MentoringID: m.ID, Item: t}).Run(tx); err != nil {
			return err
		}
		made[x.Code] = t.ID
	}
	for _, x := range c.Template.Items {
		pred, ok := made[x.After]
		if x.After == "" || !ok {
			continue
		}
		if err := tx.Put(data.Dependency{ID: data.NewID[data.Dependency](), PredID: pred, SuccID: made[x.Code], Type: data.FinishStart}); err != nil {
			return err
		}
	}
	return nil
}

// laidItem is an item with its days.
func laidItem(x TemplateItem, cal *workday.Calendar, start data.Date) data.Task {
	t := data.Task{ID: data.NewID[data.Task](), Name: x.Name, What: data.TaskStage}
	if x.Days == 0 {
		return t
	}
	from := cal.OnOrAfter(start)
	if x.Offset > 0 {
		from = cal.AddDays(from, x.Offset)
	}
	t.What, t.Effort, t.MentorEffort, t.Result, t.Criterion = data.TaskWork, x.Effort, x.Mentor, x.Result, x.Criterion
	t.Duration, t.ConstraintKind, t.ConstraintOn = data.Days(x.Days), data.NotEarlier, from
	t.DeadlineOn = from
	if x.Days > 1 {
		t.DeadlineOn = cal.AddDays(from, x.Days-1)
	}
	return t
}

// sectionOf is the code of the section of an item: "1" of "1.2".
func sectionOf(code string) string {
	if i := strings.LastIndexByte(code, '.'); i > 0 {
		return code[:i]
	}
	return ""
}

// skillsOf are the competencies of a template by folded name; those that the file
// does not have are made.
func skillsOf(tx *sqlite.Tx, t MentoringTemplate) (map[string]data.ID[data.Competency], error) {
	have, err := sqlite.List[data.Competency](tx.Reader, "archived_on IS NULL ORDER BY id")
	if err != nil {
		return nil, err
	}
	out := map[string]data.ID[data.Competency]{}
	for _, k := range have {
		if _, twice := out[data.Fold(k.Name)]; !twice {
			out[data.Fold(k.Name)] = k.ID
		}
	}
	for _, x := range t.Items {
		key := data.Fold(x.Skill)
		if _, ok := out[key]; ok || key == "" {
			continue
		}
		k := data.Competency{ID: data.NewID[data.Competency](), Name: x.Skill, Scale: 5}
		if err := tx.Put(k); err != nil {
			return nil, err
		}
		out[key] = k.ID
	}
	return out, nil
}

// TemplateOfPlan makes a template of the plan of a mentoring as it stands: names,
// lengths, hours, results and links, without people, facts and scores. So one plan
// serves several trainees.
func TemplateOfPlan(r *sqlite.Reader, id data.ID[data.Mentoring]) (t MentoringTemplate, err error) {
	m, err := sqlite.Get(r, id)
	if err != nil {
		return t, err
	}
	d := deriver{tx: &sqlite.Tx{Reader: r}}
	p, err := d.person(m.TraineeID)
	if err != nil {
		return t, err
	}
	rows, err := r.Items(id)
	if err != nil {
		return t, err
	}
	t.Name, t.Goals = p.person.Short(), m.Goals
	codes := map[data.ID[data.Task]]string{}
	count := map[data.ID[data.Task]]int{}
	for _, x := range rows {
		count[x.ParentID]++
		code := fmt.Sprint(count[x.ParentID])
		if up := codes[x.ParentID]; up != "" {
			code = up + "." + code
		}
		codes[x.ID] = code
		t.Items = append(t.Items, templateItem(x, code, p.cal, m.StartsOn))
	}
	links, err := sqlite.List[data.Dependency](r, "succ_id IN (SELECT t.id FROM task t JOIN plan p ON p.id = t.plan_id WHERE p.mentoring_id = ? AND p.is_current = 1) ORDER BY id", id)
	for _, l := range links {
		for i := range t.Items {
			if t.Items[i].Code == codes[l.SuccID] {
				t.Items[i].After = codes[l.PredID]
			}
		}
	}
	return t, err
}

// templateItem is an item of a plan without its people and days.
func templateItem(x data.ItemRow, code string, cal *workday.Calendar, start data.Date) TemplateItem {
	t := TemplateItem{Code: code, Name: x.Name}
	if x.Section() {
		return t
	}
	t.Effort, t.Mentor, t.Skill, t.Result, t.Criterion, t.Days = x.Effort, x.MentorEffort, x.Competency, x.Result, x.Criterion, 1
	from, to := x.StartsOn, max(x.StartsOn, x.Due())
	if from.IsZero() {
		from, to = x.Due(), x.Due()
	}
	if !from.IsZero() {
		t.Offset, t.Days = max(0, cal.Distance(cal.OnOrAfter(start), from)), max(1, cal.Between(from, to))
	}
	return t
}
