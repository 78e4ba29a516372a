package form

import (
	"strings"
	"unicode"
)

// paragraph reads a paragraph with its runs.
func (r *reading) paragraph(n *node, look tableLook) *Paragraph {
	pr := n.kid("w:pPr")
	p, run := r.styled(pr, look)
	number := r.number(p, pr)
	r.listProps(p, pr)
	paraProps(p, pr)
	mark := run
	runProps(&mark, pr.kid("w:rPr"))
	p.Size, p.Font = mark.Size, mark.Font
	t := &texting{reading: r, p: p, base: run}
	if number != "" {
		t.number(number, mark)
	}
	t.inline(n)
	return p
}

// texting collects the runs of a paragraph.
type texting struct {
	*reading
	p     *Paragraph
	base  Run
	field []*fielding // open fields, inmost last
}

// fielding is a field: what it is, and whether its result is being read.
type fielding struct {
	code   strings.Builder
	result bool
	shown  bool // the program shows its own value instead of the result
}

// number puts the number of a list before the text.
func (t *texting) number(s string, like Run) {
	like.Underline, like.Strike, like.Raise = false, false, 0
	like.Text = s
	t.p.Runs = append(t.p.Runs, like, Run{Kind: RunTab, Size: like.Size, Font: like.Font})
	if t.p.First < 0 {
		t.p.Tabs = append([]Tab{{At: t.p.Left}}, t.p.Tabs...)
	}
}

func (t *texting) inline(n *node) {
	for _, k := range flat(n) {
		switch k.name {
		case "w:r":
			t.run(k)
		case "w:fldSimple":
			f := &fielding{}
			f.code.WriteString(k.attr("w:instr"))
			t.field = append(t.field, f)
			t.separate()
			t.inline(k)
			t.field = t.field[:len(t.field)-1]
		case "m:oMath", "m:oMathPara":
			t.lost[LostMath] = true
			t.math(k)
		case "mc:AlternateContent":
			t.inline(k.kid("mc:Choice"))
		}
	}
}

// run reads one run.
func (t *texting) run(n *node) {
	run := t.base
	pr := n.kid("w:rPr")
	for _, s := range t.styles.chain(pr.kid("w:rStyle").attr("w:val")) {
		runProps(&run, s.kid("w:rPr"))
	}
	runProps(&run, pr)
	if on(pr.kid("w:vanish")) {
		return
	}
	caps := on(pr.kid("w:caps"))
	for _, k := range n.kids {
		t.piece(k, run, caps)
	}
}

// piece reads what stands in a run.
func (t *texting) piece(k *node, run Run, caps bool) {
	switch k.name {
	case "w:t":
		s := strings.NewReplacer("\n", " ", "\t", " ", "\r", " ").Replace(k.content())
		if caps {
			s = strings.ToUpper(s)
		}
		t.say(run, RunText, s)
	case "w:tab", "w:ptab":
		t.say(run, RunTab, "")
	case "w:cr":
		t.say(run, RunLine, "")
	case "w:br":
		kind := RunLine
		if k.attr("w:type") == "page" {
			kind = RunPage
		}
		t.say(run, kind, "")
	case "w:noBreakHyphen":
		t.say(run, RunText, "\u2011")
	case "w:sym":
		t.say(run, RunText, symbol(k.attr("w:char")))
	case "w:pgNum":
		t.say(run, RunNo, "")
	case "w:fldChar":
		t.fieldChar(k.attr("w:fldCharType"), run)
	case "w:instrText":
		if len(t.field) > 0 {
			t.field[len(t.field)-1].code.WriteString(k.content())
		}
	case "w:drawing":
		t.drawing(k, run)
	case "w:pict", "w:object":
		t.oldDrawing(k)
	case "mc:AlternateContent":
		if c := k.kid("mc:Choice"); c != nil {
			for _, x := range c.kids {
				t.piece(x, run, caps)
			}
		}
	}
}

// say adds a run; the stored result of a field that we compute is left out.
func (t *texting) say(run Run, kind RunKind, s string) {
	for _, f := range t.field {
		if !f.result || f.shown {
			return
		}
	}
	if kind == RunText && s == "" {
		return
	}
	run.Kind, run.Text = kind, s
	t.p.Runs = append(t.p.Runs, run)
}

// fieldChar follows a field of several runs.
func (t *texting) fieldChar(kind string, run Run) {
	switch kind {
	case "begin":
		if len(t.field) < 20 {
			t.field = append(t.field, &fielding{})
		}
	case "separate":
		t.separateAs(run)
	case "end":
		if n := len(t.field); n > 0 {
			if !t.field[n-1].result {
				t.separateAs(run)
			}
			t.field = t.field[:n-1]
		}
	}
}

func (t *texting) separate() { t.separateAs(t.base) }

// separateAs ends the code of a field: numbers of pages are ours.
func (t *texting) separateAs(run Run) {
	if len(t.field) == 0 {
		return
	}
	f := t.field[len(t.field)-1]
	f.result = true
	code, _, _ := strings.Cut(strings.TrimSpace(f.code.String()), " ")
	switch strings.ToUpper(code) {
	case "PAGE":
		t.say(run, RunNo, "")
		f.shown = true
	case "NUMPAGES", "SECTIONPAGES":
		t.say(run, RunPages, "")
		f.shown = true
	}
}

// math keeps the letters of a formula.
func (t *texting) math(n *node) {
	for _, k := range n.kids {
		if strings.HasSuffix(k.name, ":t") {
			t.say(t.base, RunText, k.content())
		}
		t.math(k)
	}
}

// symbol is a sign of a symbol font: its private letters become a bullet.
func symbol(hex string) string {
	r := []rune(hexRune(hex))
	if len(r) == 0 || unicode.In(r[0], unicode.Co) {
		return "•"
	}
	return string(r)
}
