package form

import (
	"strconv"
	"strings"
	"unicode"
)

// numbering are the lists of a document.
type numbering struct {
	abstract map[string]*node // abstractNum by id
	nums     map[string]*node
	counts   map[string]*[9]int // of the abstract list
}

func readNumbering(root *node) numbering {
	l := numbering{map[string]*node{}, map[string]*node{}, map[string]*[9]int{}}
	if root == nil {
		return l
	}
	for _, k := range root.kids {
		switch k.name {
		case "w:abstractNum":
			l.abstract[k.attr("w:abstractNumId")] = k
		case "w:num":
			l.nums[k.attr("w:numId")] = k
		}
	}
	return l
}

// level finds the properties of a list's level.
func (l numbering) level(num string, level int) *node {
	abstract := l.abstract[l.nums[num].kid("w:abstractNumId").attr("w:val")]
	if abstract == nil {
		return nil
	}
	for _, k := range abstract.kids {
		if k.name == "w:lvl" && k.attr("w:ilvl") == strconv.Itoa(level) {
			return k
		}
	}
	return nil
}

// listOf is the list and the level of a paragraph: its own, or its style's.
func (r *reading) listOf(p *Paragraph, pr *node) (num string, level int) {
	find := func(pr *node) {
		n := pr.kid("w:numPr")
		if id := n.kid("w:numId").attr("w:val"); id != "" {
			num = id
		}
		if v, err := strconv.Atoi(n.kid("w:ilvl").attr("w:val")); err == nil && v >= 0 && v < 9 {
			level = v
		}
	}
	for _, s := range r.styles.chain(p.Style) {
		find(s.kid("w:pPr"))
	}
	find(pr)
	return num, level
}

// listProps lays the indents of a list over a paragraph whose properties name it.
func (r *reading) listProps(p *Paragraph, pr *node) {
	if pr.kid("w:numPr") == nil {
		return
	}
	num, level := r.listOf(p, pr)
	paraProps(p, r.lists.level(num, level).kid("w:pPr"))
}

// number counts a paragraph of a list on and says its number: «2.1.» or «•».
func (r *reading) number(p *Paragraph, pr *node) string {
	num, level := r.listOf(p, pr)
	n := r.lists.level(num, level)
	if n == nil {
		return ""
	}
	key := r.lists.nums[num].kid("w:abstractNumId").attr("w:val")
	c := r.lists.counts[key]
	if c == nil {
		c = &[9]int{}
		for i := range c {
			c[i] = r.lists.start(num, i) - 1
		}
		r.lists.counts[key] = c
	}
	c[level]++
	for i := level + 1; i < 9; i++ {
		c[i] = r.lists.start(num, i) - 1
	}
	return r.numberText(num, n, c)
}

func (l numbering) start(num string, level int) int {
	if n, err := strconv.Atoi(l.level(num, level).kid("w:start").attr("w:val")); err == nil && n >= 0 && n < 1e6 {
		return n
	}
	return 1
}

// numberText puts the counts into the text of a level: «%1.%2.».
func (r *reading) numberText(num string, n *node, c *[9]int) string {
	s := n.kid("w:lvlText").attr("w:val")
	if n.kid("w:numFmt").attr("w:val") == "bullet" {
		for _, x := range s {
			if unicode.In(x, unicode.Co) || x == 'o' {
				return "•"
			}
		}
		return s
	}
	for i := range c {
		format := r.lists.level(num, i).kid("w:numFmt").attr("w:val")
		s = strings.ReplaceAll(s, "%"+strconv.Itoa(i+1), counted(max(c[i], 1), format))
	}
	return s
}

// counted writes a number in the manner of a list.
func counted(n int, format string) string {
	switch format {
	case "none":
		return ""
	case "lowerLetter":
		return lettered(n, 'a', 26)
	case "upperLetter":
		return lettered(n, 'A', 26)
	case "russianLower":
		return string([]rune("абвгдежзиклмнопрстуфхцчшщэюя")[(n-1)%28])
	case "russianUpper":
		return string([]rune("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ")[(n-1)%28])
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperRoman":
		return roman(n)
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	}
	return strconv.Itoa(n)
}

// lettered is a, b … z, aa, bb as Word counts.
func lettered(n int, first rune, size int) string {
	return strings.Repeat(string(first+rune((n-1)%size)), min((n-1)/size+1, 20))
}

func roman(n int) string {
	if n >= 4000 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, d := range []struct {
		n int
		s string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= d.n {
			b.WriteString(d.s)
			n -= d.n
		}
	}
	return b.String()
}

// hexRune is the letter of a hexadecimal code, "" when it is none.
func hexRune(s string) string {
	n, err := strconv.ParseUint(s, 16, 20)
	if err != nil {
		return ""
	}
	return string(rune(n))
}
