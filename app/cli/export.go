package cli

import (
	"slices"
	"strings"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/ical"
	"portfel/data/sqlite"
)

// runExport writes a table of records, a report or a calendar. Without a report
// where one is needed it lists them.
func runExport(c *call) error {
	switch {
	case len(c.args) < 2:
		return c.listExports()
	case c.isPackage():
		return runPackage(c)
	case c.isTableExport():
		return runTableExport(c)
	case c.isPlanReport():
		return runPlanReport(c)
	case c.isPaper():
		return runPaper(c)
	case len(c.args) > 2:
		return usage("exchange.code", c.args[2], strings.Join(exportCodes(), " "))
	case c.extension() != "ics":
		return usage("exchange.needCode", c.args[1], strings.Join(exportCodes(), " "))
	}
	return runCalendar(c)
}

// runCalendar writes a calendar and records what was exported.
func runCalendar(c *call) (err error) {
	for _, name := range []string{"project", "trip", "mentoring", "from", "to"} {
		if _, given := c.flags[name]; given {
			return usage("cli.flag", name, c.line())
		}
	}
	if t := c.flags["table"]; t != "" && (sameFile(t, c.args[1]) || isDatabase(t)) {
		return usage("cli.overOut", t)
	}
	f, err := c.writing()
	if err != nil {
		return err
	}
	defer closing(f, &err)
	o, err := c.calendarOptions(f.Read())
	if err != nil {
		return err
	}
	made, err := command.ExportCalendar(f, o, c.on["changed"])
	if err != nil {
		return in(c.args[0], exitDefect, err)
	}
	if err := writeBeside(c.args[1], made.ICS); err != nil {
		return err
	}
	if path := c.flags["table"]; path != "" {
		if err := writeBeside(path, made.Table()); err != nil {
			return err
		}
	}
	if c.on["changed"] && made.Items == 0 {
		c.note(c.words.F("cli.unchanged", c.args[1]))
	}
	return made.Keep()
}

func (c *call) calendarOptions(r *sqlite.Reader) (ical.Options, error) {
	o := ical.Options{Lang: c.words.Lang(), Audience: ical.ForMe, CalName: c.words.T("app.name"), Tasks: ical.TasksAsEvents}
	if a, ok := c.flags["for"]; ok {
		o.Audience = ical.Audience(a)
	}
	if !slices.Contains(ical.Audiences, o.Audience) {
		return o, usage("cli.choice", "for", string(o.Audience), join(ical.Audiences))
	}
	switch t := c.flags["tasks"]; t {
	case "", "event":
	case "todo":
		o.Tasks = ical.TasksAsTodos
	default:
		return o, usage("cli.choice", "tasks", t, "event todo")
	}
	var err error
	if list, given := c.flags["layers"]; given {
		if o.Layers, err = layers(list); err != nil {
			return o, err
		}
	}
	return o, c.whose(r, &o)
}

// layers reads a list of layers; an empty one would be a calendar of nothing.
func layers(list string) (out []data.Layer, err error) {
	for _, l := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' }) {
		if !slices.Contains(data.Layers, data.Layer(l)) {
			return nil, usage("cli.choice", "layers", l, join(data.Layers))
		}
		out = append(out, data.Layer(l))
	}
	if len(out) == 0 {
		return nil, usage("cli.choice", "layers", list, join(data.Layers))
	}
	return out, nil
}

// whose finds the client, the trainee or the colleague of --who.
func (c *call) whose(r *sqlite.Reader, o *ical.Options) (err error) {
	who := c.flags["who"]
	switch {
	case who == "" && (o.Audience == ical.ForClient || o.Audience == ical.ForTrainee):
		return usage("cli.whoNeeded", "--for "+string(o.Audience), "--who")
	case who == "":
	case o.Audience == ical.ForClient:
		o.Client, err = findClient(r, who)
	default:
		o.Who, err = findPerson(r, who)
	}
	return err
}

func join[S ~string](list []S) string {
	words := make([]string, len(list))
	for i, s := range list {
		words[i] = string(s)
	}
	return strings.Join(words, " ")
}
