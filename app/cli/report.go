package cli

import (
	"bytes"
	"path/filepath"
	"strings"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
)

// reportCode takes the name of a report apart: «gantt-a3-tiled» is the chart on
// A3 over several pages. It tells whether there is such a report.
func reportCode(name string) (o command.ReportOptions, ok bool) {
	parts := strings.Split(name, "-")
	o.Code = parts[0]
	for _, p := range parts[1:] {
		switch {
		case o.Code != command.ReportGantt:
			return o, false
		case p == "tiled":
			o.Tiled = true
		default:
			o.Paper = p
		}
	}
	return o, command.ReportFormats(o.Code) != nil
}

// isPlanReport tells whether the arguments of export ask for a report on a plan.
func (c *call) isPlanReport() bool {
	if len(c.args) != 3 {
		return false
	}
	_, ok := reportCode(c.args[2])
	return ok
}

// runPlanReport writes a report on a plan: resources and execution as .pdf and
// .xlsx, gantt as .pdf, .png and .svg. gantt-a4 to gantt-a0 name the paper,
// gantt-tiled and gantt-a3-tiled spread the chart over pages.
func runPlanReport(c *call) error {
	for name := range c.flags {
		switch name {
		case "project", "from", "to", "now", "lang":
		default:
			return usage("cli.flag", name, c.line())
		}
	}
	o, _ := reportCode(c.args[2])
	o.Format = strings.TrimPrefix(strings.ToLower(filepath.Ext(c.args[1])), ".")
	for name, day := range map[string]*data.Date{"from": &o.From, "to": &o.To} {
		if s, given := c.flags[name]; given {
			var err error
			if *day, err = date(s); err != nil {
				return err
			}
		}
	}
	if o.Code != command.ReportExecution && (!o.From.IsZero() || !o.To.IsZero()) {
		return usage("cli.flag", "from, --to", c.line())
	}
	f, err := c.reading()
	if err != nil {
		return err
	}
	defer f.Close()
	if o.Plan, err = c.reportPlan(f.Read()); err != nil {
		return err
	}
	var out bytes.Buffer
	if err := command.WriteReport(f.Read(), o, c.words, &out); err != nil {
		return in(c.args[1], exitUsage, err)
	}
	return writeBeside(c.args[1], out.Bytes())
}

// reportPlan is the plan of --project; without it the only current plan of a
// project that is not over.
func (c *call) reportPlan(r *sqlite.Reader) (data.ID[data.Plan], error) {
	if name, given := c.flags["project"]; given {
		tree, err := c.plan(r, name)
		return tree.Plan.ID, err
	}
	plans, err := r.Plans()
	if err != nil {
		return data.ID[data.Plan]{}, err
	}
	var open []data.ID[data.Plan]
	for _, p := range plans {
		if !p.ProjectID.IsZero() && !p.Archived && p.Status.Open() {
			open = append(open, p.ID)
		}
	}
	if len(open) != 1 {
		return data.ID[data.Plan]{}, usage("report.needProject")
	}
	return open[0], nil
}
