package cli

import (
	"bytes"
	"slices"
	"strings"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
)

// paperPack is the REPORT that joins a report with its receipts.
const paperPack = "pack"

// exportCodes are the codes of everything that is exported but the calendar.
func exportCodes() []string {
	return slices.Concat(command.ExportCodes(), command.PaperCodes(), []string{paperPack})
}

// exportFormats are the file extensions of an export.
func exportFormats(code string) []string {
	if code == paperPack {
		return []string{"pdf"}
	}
	if f := command.PaperFormats(code); f != nil {
		return f
	}
	return command.ExportFormats(code)
}

// isPaper tells whether the arguments of export ask for a paper of trips.
func (c *call) isPaper() bool {
	return len(c.args) == 3 && (c.args[2] == paperPack || command.PaperFormats(c.args[2]) != nil)
}

// runPaper writes a paper of a trip (--trip NAME) or a journal of a period (--from,
// --to). What should be looked at before it is signed goes to standard error.
func runPaper(c *call) error {
	o := command.PaperOptions{Code: c.args[2], Format: c.extension(), Lang: c.words.Lang()}
	if err := c.paperFlags(&o); err != nil {
		return err
	}
	if formats := exportFormats(o.Code); !slices.Contains(formats, o.Format) {
		return usage("exchange.format", o.Code, c.args[1], strings.Join(formats, " "))
	}
	f, err := c.reading()
	if err != nil {
		return err
	}
	defer f.Close()
	o.Lang = c.words.Lang()
	if name, given := c.flags["trip"]; given {
		if o.TripID, err = lookUp[data.Trip](f.Read(), data.KindTrip, name); err != nil {
			return err
		}
	}
	b, err := c.paperBytes(f.Read(), o)
	if err != nil {
		return err
	}
	return writeBeside(c.args[1], b)
}

// paperFlags reads the flags that go with the paper and refuses the others.
func (c *call) paperFlags(o *command.PaperOptions) error {
	journal := slices.Contains(command.TripJournals, o.Code)
	others := []string{"for", "who", "layers", "tasks", "table", "project", "mentoring", "changed"}
	if journal {
		others = append(others, "trip")
	} else {
		others = append(others, "from", "to")
	}
	if err := c.without(o.Code, others...); err != nil {
		return err
	}
	if _, given := c.flags["trip"]; !journal && !given {
		return usage("cli.needTrip", "--trip")
	}
	for name, day := range map[string]*data.Date{"from": &o.From, "to": &o.To} {
		if s, given := c.flags[name]; given {
			var err error
			if *day, err = date(s); err != nil {
				return err
			}
		}
	}
	return nil
}

// paperBytes are the bytes of a paper; its notes are told.
func (c *call) paperBytes(r *sqlite.Reader, o command.PaperOptions) ([]byte, error) {
	var b bytes.Buffer
	var notes []command.PaperNote
	var err error
	if o.Code == paperPack {
		notes, err = command.WritePack(r, o.TripID, c.words, nil, &b)
	} else {
		notes, err = command.WritePaper(r, o, c.words, &b)
	}
	if err != nil {
		return nil, in(c.args[1], exitDefect, err)
	}
	for _, n := range notes {
		c.note(c.args[1] + ": " + n.Sentence(c.words))
	}
	return b.Bytes(), nil
}
