package trips

import "portfel/app/ui"

// outputs are the files that a paper can be written as.
func (p *papers) outputs(paperRow) []ui.MenuItem { return nil }

// checks are what an accountant would say of the report.
func (c *detail) checks() []ui.Part { return nil }
