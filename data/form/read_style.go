package form

import (
	"strconv"
	"strings"
)

// styles are the named formats of a document.
type styles struct {
	all       map[string]*node
	paragraph string // id of the standard style of paragraphs
	table     string
	para, run *node // defaults of the document
}

func readStyles(root *node) styles {
	s := styles{all: map[string]*node{}}
	if root == nil {
		return s
	}
	s.para = root.kid("w:docDefaults", "w:pPrDefault", "w:pPr")
	s.run = root.kid("w:docDefaults", "w:rPrDefault", "w:rPr")
	for _, k := range root.kids {
		if k.name != "w:style" {
			continue
		}
		id := k.attr("w:styleId")
		s.all[id] = k
		if d := k.attr("w:default"); d == "1" || d == "true" || d == "on" {
			switch k.attr("w:type") {
			case "paragraph":
				s.paragraph = id
			case "table":
				s.table = id
			}
		}
	}
	return s
}

// chain are the styles from the most general one to the named one.
func (s styles) chain(id string) (all []*node) {
	for range 20 {
		n := s.all[id]
		if n == nil {
			break
		}
		all = append([]*node{n}, all...)
		id = n.kid("w:basedOn").attr("w:val")
	}
	return all
}

// base is a paragraph and a run as the document has them without any style.
func (r *reading) base() (*Paragraph, Run) {
	p := &Paragraph{Line: 1, TabEvery: r.tabs}
	run := Run{Size: 10}
	paraProps(p, r.styles.para)
	runProps(&run, r.styles.run)
	return p, run
}

// styled is a paragraph and a run as its style has them; look is that of a
// table around it.
func (r *reading) styled(pr *node, look tableLook) (*Paragraph, Run) {
	p, run := r.base()
	for _, n := range look.props {
		paraProps(p, n.kid("w:pPr"))
		runProps(&run, n.kid("w:rPr"))
	}
	id := pr.kid("w:pStyle").attr("w:val")
	if r.styles.all[id] == nil {
		id = r.styles.paragraph
	}
	p.Style = id
	for _, n := range r.styles.chain(id) {
		r.listProps(p, n.kid("w:pPr"))
		paraProps(p, n.kid("w:pPr"))
		runProps(&run, n.kid("w:rPr"))
	}
	return p, run
}

// paraProps lays the properties of a paragraph over those it has.
func paraProps(p *Paragraph, pr *node) {
	if pr == nil {
		return
	}
	for _, k := range pr.kids {
		switch k.name {
		case "w:jc":
			p.Align = alignOf(k.attr("w:val"))
		case "w:ind":
			indents(p, k)
		case "w:spacing":
			spacing(p, k)
		case "w:keepNext":
			p.KeepNext = on(k)
		case "w:keepLines":
			p.KeepLines = on(k)
		case "w:pageBreakBefore":
			p.Fresh = on(k)
		case "w:contextualSpacing":
			p.Tight = on(k)
		case "w:shd":
			p.Fill = fillOf(k)
		case "w:tabs":
			tabs(p, k)
		case "w:pBdr":
			p.Above, p.Below = borderOf(k.kid("w:top")), borderOf(k.kid("w:bottom"))
		}
	}
}

func alignOf(s string) Align {
	switch s {
	case "center":
		return AlignCentre
	case "right", "end":
		return AlignRight
	case "both", "distribute":
		return AlignBoth
	}
	return AlignLeft
}

func indents(p *Paragraph, k *node) {
	for _, v := range []struct {
		to   *float64
		name string
		sign float64
	}{{&p.Left, "w:left", 1}, {&p.Left, "w:start", 1}, {&p.Right, "w:right", 1}, {&p.Right, "w:end", 1}, {&p.First, "w:firstLine", 1}, {&p.First, "w:hanging", -1}} {
		if a := k.attr(v.name); a != "" {
			*v.to = twips(a) * v.sign
		}
	}
}

func spacing(p *Paragraph, k *node) {
	if a := k.attr("w:before"); a != "" {
		p.Before = max(twips(a), 0)
	}
	if a := k.attr("w:after"); a != "" {
		p.After = max(twips(a), 0)
	}
	if on := k.attr("w:beforeAutospacing"); on == "1" || on == "true" {
		p.Before = 14
	}
	if on := k.attr("w:afterAutospacing"); on == "1" || on == "true" {
		p.After = 14
	}
	a := k.attr("w:line")
	if a == "" {
		return
	}
	switch k.attr("w:lineRule") {
	case "exact":
		p.Line, p.Rule = min(max(twips(a), 1), 400), LineExact
	case "atLeast":
		p.Line, p.Rule = min(max(twips(a), 1), 400), LineAtLeast
	default:
		p.Line, p.Rule = min(max(twips(a)/12, 0.5), 10), LineFactor
	}
}

// tabs adds places to jump to and takes out those that are cleared.
func tabs(p *Paragraph, k *node) {
	all := append([]Tab(nil), p.Tabs...)
	for _, t := range k.kids {
		if t.name != "w:tab" || len(all) > 100 {
			continue
		}
		at := twips(t.attr("w:pos"))
		kept := all[:0]
		for _, old := range all {
			if old.At < at-0.1 || old.At > at+0.1 {
				kept = append(kept, old)
			}
		}
		all = kept
		switch v := t.attr("w:val"); v {
		case "clear", "bar", "num":
		case "decimal":
			all = append(all, Tab{at, AlignRight, leaderOf(t)})
		default:
			all = append(all, Tab{at, alignOf(v), leaderOf(t)})
		}
	}
	p.Tabs = all
}

func leaderOf(t *node) rune {
	switch t.attr("w:leader") {
	case "underscore", "heavy":
		return '_'
	case "dot", "middleDot":
		return '.'
	case "hyphen":
		return '-'
	}
	return 0
}

// runProps lays the properties of a run over those it has.
func runProps(run *Run, pr *node) {
	if pr == nil {
		return
	}
	for _, k := range pr.kids {
		switch k.name {
		case "w:b":
			run.Bold = on(k)
		case "w:i":
			run.Italic = on(k)
		case "w:u":
			run.Underline = on(k) && k.attr("w:val") != ""
		case "w:strike", "w:dstrike":
			run.Strike = on(k)
		case "w:color":
			run.Colour = colourOf(k.attr("w:val"))
		case "w:sz":
			if n, err := strconv.ParseFloat(k.attr("w:val"), 64); err == nil && n >= 2 && n <= 400 {
				run.Size = n / 2
			}
		case "w:rFonts":
			if f := k.attr("w:ascii"); f != "" {
				run.Font = f
			}
		case "w:position":
			run.Lift = min(max(twips(k.attr("w:val"))*10, -50), 50)
		case "w:vertAlign":
			run.Raise = map[string]int8{"superscript": 1, "subscript": -1}[k.attr("w:val")]
		}
	}
}

func colourOf(s string) Colour {
	n, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 24)
	if err != nil || len(s) < 6 {
		return Colour{}
	}
	return Colour{uint32(n), true}
}

func fillOf(shd *node) Colour { return colourOf(shd.attr("w:fill")) }

// borderOf reads a line around something; widths are eighths of a point.
func borderOf(n *node) Border {
	if n == nil {
		return Border{}
	}
	b := Border{Set: true, Colour: colourOf(n.attr("w:color"))}
	switch v := n.attr("w:val"); v {
	case "nil", "none", "":
		return b
	case "dashed", "dotted", "dashSmallGap", "dotDash", "dotDotDash":
		b.Dash = true
	}
	eighths, err := strconv.ParseFloat(n.attr("w:sz"), 64)
	if err != nil {
		eighths = 4
	}
	b.Width = min(max(bounded(eighths), 2), 96) / 8
	return b
}
