package form

import (
	"slices"
	"strconv"
	"strings"
)

// reading turns parts of a DOCX into the model.
type reading struct {
	pack    *pack
	styles  styles
	lists   numbering
	lost    map[Loss]bool
	images  map[string]*Image
	blocks  int
	texts   []*node // paragraphs of text boxes that follow the current one
	tabs    float64
	part    string         // the part being read
	rels    map[string]rel // of that part
	defined map[string][]Block
	sums    bool // spaces between paragraphs are added
}

// Read reads a DOCX, filled or not, into the model. Errors are those of Open.
func Read(b []byte) (*Document, error) {
	t, err := Open(b)
	if err != nil {
		return nil, err
	}
	r := &reading{pack: t.pack, lost: map[Loss]bool{}, images: map[string]*Image{}, tabs: 35.4, part: t.pack.main, rels: t.pack.rels, defined: map[string][]Block{}}
	if err := r.definitions(); err != nil {
		return nil, err
	}
	root, err := parse(t.parts[0].xml)
	if err != nil {
		return nil, damaged(t.pack.main)
	}
	d := &Document{Title: r.title(), SumSpaces: r.sums}
	if err := r.sections(root.kid("w:document", "w:body"), d); err != nil {
		return nil, err
	}
	if root.find("w:footnoteReference") || root.find("w:endnoteReference") {
		r.lost[LostFootnotes] = true
	}
	for l := range r.lost {
		d.Lost = append(d.Lost, l)
	}
	slices.Sort(d.Lost)
	return d, nil
}

// find tells whether an element stands anywhere in the tree.
func (n *node) find(name string) bool {
	return n.name == name || slices.ContainsFunc(n.kids, func(k *node) bool { return k.find(name) })
}

// definitions reads styles, lists and settings.
func (r *reading) definitions() error {
	parts := map[string]*node{}
	for _, rel := range r.pack.rels {
		switch rel.kind {
		case "styles", "numbering", "settings":
			root, err := r.pack.xml(rel.target)
			if err != nil {
				return err
			}
			if root != nil {
				parts[rel.kind] = root.element()
			}
		}
	}
	r.styles = readStyles(parts["styles"])
	r.lists = readNumbering(parts["numbering"])
	if s := parts["settings"].kid("w:defaultTabStop"); s != nil {
		r.tabs = max(twips(s.attr("w:val")), 4)
	}
	r.sums = on(parts["settings"].kid("w:compat", "w:doNotUseHTMLParagraphAutoSpacing"))
	return nil
}

// title is that of the file's properties.
func (r *reading) title() string {
	root, err := r.pack.xml("docProps/core.xml")
	if err != nil || root == nil {
		return ""
	}
	for _, k := range root.element().kids {
		if strings.HasSuffix(k.name, ":title") {
			return k.content()
		}
	}
	return ""
}

// sections cuts the body: a section ends with the paragraph that holds its
// properties, the last one with the body's own.
func (r *reading) sections(body *node, d *Document) error {
	var blocks []Block
	var kids []*node
	for _, k := range flat(body) {
		if k.name == "w:sectPr" {
			continue
		}
		kids = append(kids, k)
	}
	end := func(pr *node) error {
		s, err := r.section(pr, d)
		s.Blocks = blocks
		d.Sections = append(d.Sections, s)
		blocks = nil
		return err
	}
	for _, k := range kids {
		blocks = append(blocks, r.block(k)...)
		if pr := k.kid("w:pPr", "w:sectPr"); k.name == "w:p" && pr != nil {
			if err := end(pr); err != nil {
				return err
			}
		}
	}
	return end(body.kid("w:sectPr"))
}

// flat is the kids of a container with those of content controls and the like
// in their place; deleted text is left out.
func flat(n *node) (all []*node) {
	if n == nil {
		return nil
	}
	for _, k := range n.kids {
		switch k.name {
		case "":
		case "w:sdt":
			all = append(all, flat(k.kid("w:sdtContent"))...)
		case "w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:hyperlink", "w:dir", "w:bdo":
			all = append(all, flat(k)...)
		case "w:del", "w:moveFrom":
		default:
			all = append(all, k)
		}
	}
	return all
}

// section reads the properties of a section. Headers that it does not name are
// those of the section before.
func (r *reading) section(pr *node, d *Document) (Section, error) {
	s := Section{Width: 595.3, Height: 841.9, Top: 56.7, Right: 42.5, Bottom: 56.7, Left: 85, HeadAt: 35.4, FootAt: 35.4, NewPage: true}
	if n := len(d.Sections); n > 0 {
		last := d.Sections[n-1]
		s.Head, s.Foot, s.FirstHead, s.FirstFoot = last.Head, last.Foot, last.FirstHead, last.FirstFoot
	}
	size, margin := pr.kid("w:pgSz"), pr.kid("w:pgMar")
	for _, v := range []struct {
		to     *float64
		from   *node
		name   string
		lo, hi float64
	}{{&s.Width, size, "w:w", 72, 4000}, {&s.Height, size, "w:h", 72, 4000},
		{&s.Top, margin, "w:top", -2000, 2000}, {&s.Right, margin, "w:right", 0, 2000}, {&s.Bottom, margin, "w:bottom", -2000, 2000}, {&s.Left, margin, "w:left", 0, 2000},
		{&s.HeadAt, margin, "w:header", 0, 2000}, {&s.FootAt, margin, "w:footer", 0, 2000}} {
		if a := v.from.attr(v.name); a != "" {
			*v.to = min(max(twips(a), v.lo), v.hi)
		}
	}
	s.Top, s.Bottom = max(s.Top, -s.Top), max(s.Bottom, -s.Bottom)
	s.Special = on(pr.kid("w:titlePg"))
	s.NewPage = pr.kid("w:type").attr("w:val") != "continuous"
	s.FirstPage, _ = strconv.Atoi(pr.kid("w:pgNumType").attr("w:start"))
	if n, _ := strconv.Atoi(pr.kid("w:cols").attr("w:num")); n > 1 {
		r.lost[LostColumns] = true
	}
	return s, r.margins(pr, &s)
}

// margins reads the headers and footers of a section.
func (r *reading) margins(pr *node, s *Section) error {
	if pr == nil {
		return nil
	}
	for _, k := range pr.kids {
		var to *[]Block
		switch k.name + " " + k.attr("w:type") {
		case "w:headerReference default", "w:headerReference ":
			to = &s.Head
		case "w:footerReference default", "w:footerReference ":
			to = &s.Foot
		case "w:headerReference first":
			to = &s.FirstHead
		case "w:footerReference first":
			to = &s.FirstFoot
		default:
			continue
		}
		blocks, err := r.aside(r.pack.rels[k.attr("r:id")].target)
		if err != nil {
			return err
		}
		*to = blocks
	}
	return nil
}

// aside reads a header or footer.
func (r *reading) aside(part string) ([]Block, error) {
	if b, ok := r.defined[part]; ok {
		return b, nil
	}
	root, err := r.pack.xml(part)
	if err != nil || root == nil {
		return nil, err
	}
	rels, err := r.pack.relations(part)
	if err != nil {
		return nil, err
	}
	oldPart, oldRels := r.part, r.rels
	r.part, r.rels = part, rels
	blocks := r.all(root.element(), tableLook{})
	r.part, r.rels = oldPart, oldRels
	r.defined[part] = blocks
	return blocks, nil
}

// maxBlocks bounds the paragraphs and tables of a document.
const maxBlocks = 200_000

// all reads the blocks of a container.
func (r *reading) all(n *node, look tableLook) (out []Block) {
	for _, k := range flat(n) {
		out = append(out, r.blockIn(k, look)...)
	}
	return out
}

func (r *reading) block(n *node) []Block { return r.blockIn(n, tableLook{}) }

// blockIn reads a paragraph or a table, and after it the text of boxes that
// hang on it.
func (r *reading) blockIn(n *node, look tableLook) (out []Block) {
	if r.blocks++; r.blocks > maxBlocks {
		return nil
	}
	switch n.name {
	case "w:p":
		out = append(out, r.paragraph(n, look))
	case "w:tbl":
		if t := r.table(n); len(t.Rows) > 0 {
			out = append(out, t)
		}
	case "mc:AlternateContent":
		return r.all(n.kid("mc:Choice"), look)
	}
	boxes := r.texts
	r.texts = nil
	for _, b := range boxes {
		out = append(out, r.all(b, tableLook{})...)
	}
	return out
}

// twips are twentieths of a point; with a unit (strict files) as they say.
func twips(s string) float64 {
	for unit, points := range map[string]float64{"pt": 1, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72, "pc": 12} {
		if n, ok := strings.CutSuffix(s, unit); ok {
			f, _ := strconv.ParseFloat(n, 64)
			return bounded(f * points)
		}
	}
	f, _ := strconv.ParseFloat(s, 64)
	return bounded(f / 20)
}

// bounded keeps a length between what a page could ever need.
func bounded(f float64) float64 {
	if f != f {
		return 0
	}
	return min(max(f, -4000), 4000)
}

// on tells whether a switch stands and is not said to be off.
func on(n *node) bool {
	if n == nil {
		return false
	}
	switch n.attr("w:val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}
