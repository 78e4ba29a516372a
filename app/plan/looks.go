package plan

import (
	"encoding/json"

	"portfel/app/ui"
)

// remembered is how a person has set the table and the chart, kept when the
// program ends. What is not known when it is read is passed over.
type remembered struct {
	Columns  ui.Look `json:"columns"`
	Table    float32 `json:"table,omitempty"`  // width of the table in units, when it was dragged
	Plain    bool    `json:"plain,omitempty"`  // no critical path
	Across   bool    `json:"across,omitempty"` // the critical path of all projects
	Alone    bool    `json:"alone,omitempty"`  // no absences
	NoLinks  bool    `json:"noLinks,omitempty"`
	NoGhosts bool    `json:"noGhosts,omitempty"`
	NoPanel  bool    `json:"noPanel,omitempty"`
}

func (s *Screen) looks() string {
	g := s.chart.Gantt
	r := remembered{Columns: s.chart.Grid.Look(s.columns()), Plain: !s.critical, Across: s.across, Alone: !s.absences, NoLinks: !g.ShowLinks, NoGhosts: !g.Baseline, NoPanel: s.noPanel}
	if s.chart.View.Share == 0 {
		r.Table = s.chart.View.Px
	}
	b, err := json.Marshal(r)
	if err != nil {
		return ""
	}
	return string(b)
}

func (s *Screen) setLooks(text string) {
	var r remembered
	if text == "" || json.Unmarshal([]byte(text), &r) != nil {
		return
	}
	g := s.chart.Gantt
	s.chart.Grid.SetLook(r.Columns)
	if r.Table > 0 {
		s.chart.View.Px, s.chart.View.Share = r.Table, 0
	}
	s.critical, s.across, s.absences = !r.Plain, r.Across, !r.Alone
	g.ShowLinks, g.Baseline = !r.NoLinks, !r.NoGhosts
	if r.NoPanel != s.noPanel {
		s.turnPanel()
	}
}
