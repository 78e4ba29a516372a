package mspdi

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

// ownTokens and libraryTokens are the tokens of a text, line by line, as our
// lexer and encoding/xml see them. Neighbouring texts are one.
func ownTokens(b []byte) (string, error) {
	l := lexer{buf: b}
	var out tokens
	for {
		ev, err := l.next()
		switch {
		case err != nil:
			return "", err
		case ev == atEOF:
			return out.String(), nil
		case ev == atStart:
			line := "<" + l.name.space + "|" + l.name.local
			for _, a := range l.attrs {
				line += fmt.Sprintf(" %s|%s=%q", a.space, a.local, a.value)
			}
			out.add(line)
		case ev == atEnd:
			out.add("/" + l.name.space + "|" + l.name.local)
		case ev == atHint:
			out.add("?" + l.name.local + " " + l.string())
		case ev == atText:
			out.text += l.string()
		}
	}
}

func libraryTokens(b []byte) (string, error) {
	d := xml.NewDecoder(bytes.NewReader(b))
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	var out tokens
	for {
		t, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return out.String(), nil
		}
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.StartElement:
			line := "<" + t.Name.Space + "|" + t.Name.Local
			for _, a := range t.Attr {
				line += fmt.Sprintf(" %s|%s=%q", a.Name.Space, a.Name.Local, a.Value)
			}
			out.add(line)
		case xml.EndElement:
			out.add("/" + t.Name.Space + "|" + t.Name.Local)
		case xml.ProcInst:
			out.add("?" + t.Target + " " + lineEnds.Replace(string(t.Inst)))
		case xml.CharData:
			out.text += string(t)
		case xml.Directive:
			return "", errors.New("directive")
		}
	}
}

// lineEnds does in instructions what the library does everywhere else.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

type tokens struct {
	lines []string
	text  string
}

func (o *tokens) add(line string) {
	if o.text != "" {
		o.lines = append(o.lines, fmt.Sprintf("%q", o.text))
	}
	o.lines, o.text = append(o.lines, line), ""
}

func (o *tokens) String() string {
	o.add("")
	return strings.Join(o.lines, "\n")
}

var xmlSamples = []string{
	`<a/>`, `<a b="1" c='2"3'/>`, "<a>\r\nтекст\r</a>", "<a><?pi b\rc\r\n?></a>", `<a>&lt;&gt;&amp;&quot;&apos;&#1078;&#x436;&#13;</a>`, `<a><![CDATA[<b>&amp;]]]]><![CDATA[>]]></a>`,
	`<?xml version="1.0" encoding="utf-8"?><a><!-- - --><?pi data ?></a>`, `<x:a xmlns:x="u" x:b="&#10;&lt;"/>`, `<Ёлка-1.2_3/>`, "<a\n\tb = '1'\n></a\n>",
	`<:a/>`, `<a:/>`, `<a b="`, `<a>]]></a>`, `<!-- a -- b --><a/>`, `<a:b:c/>`, `<1a/>`, `<a b=1/>`, `<a b/>`, `<a b="1"c="2"/>`, `<a b="<"/>`, `<a>&nbsp;</a>`, `<a>&#0;</a>`,
	`<a>&#xD800;</a>`, `<a`, `</a`, `<`, `<!`, `<!-`, `<![CD`, `<!DOCTYPE a>`, `<?`, `<?a`, `<??>`, `<a></b>`, `< a/>`, `<a / >`, `a & b`, `<a>&lt</a>`,
}

// Whatever our lexer takes, the library takes too, and sees the same.
func TestLexerAgainstTheLibrary(t *testing.T) {
	list := xmlSamples
	for _, name := range []string{"2003.xml", "2016.xml", "losses.xml"} {
		b, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, string(b))
	}
	for _, s := range list {
		agree(t, []byte(s), true)
	}
}

// agree compares the two; both says that a refusal must be mutual.
func agree(t *testing.T, b []byte, both bool) {
	t.Helper()
	own, err := ownTokens(b)
	lib, err2 := libraryTokens(b)
	switch {
	case err == nil && err2 != nil:
		t.Errorf("%.200q: taken, but the library says %v", b, err2)
	case err == nil && own != lib:
		t.Errorf("%.200q:\n%s\nthe library:\n%s", b, own, lib)
	case both && err != nil && err2 == nil && !stricter(string(b)):
		t.Errorf("%.200q: refused: %v (%v)", b, err, err.(*lexError).args)
	}
}

// stricter tells of the samples in which the library takes what XML does not.
func stricter(s string) bool {
	return s == `<a b="1"c="2"/>` || s == `<a>&#xD800;</a>`
}

func FuzzLexer(f *testing.F) {
	for _, s := range xmlSamples {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) > 1<<12 || !utf8.Valid(b) || foreignByte(b) >= 0 || bytes.Contains(b, []byte("<?xml")) || !ascii(b) {
			return
		}
		agree(t, b, false)
	})
}

// ascii: names beyond ASCII follow different editions of XML.
func ascii(b []byte) bool {
	for _, c := range b {
		if c >= 0x80 {
			return false
		}
	}
	return true
}
