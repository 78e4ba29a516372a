package cli

import (
	"strings"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/pack"
	"portfel/data/sqlite"
	"portfel/data/vault"
)

// passphrase is the variable that seals and opens packages.
const passphrase = "PORTFEL_PASSPHRASE"

// isPackage tells whether the arguments of export ask for a package.
func (c *call) isPackage() bool { return len(c.args) == 2 && c.extension() == "vplan" }

// runPackage writes the package of a mentoring: for the trainee, or back to the
// mentor when the file is the trainee's. With a pass phrase it is sealed.
func runPackage(c *call) (err error) {
	if err := c.without("vplan", "for", "who", "layers", "tasks", "table", "project", "trip", "from", "to", "changed"); err != nil {
		return err
	}
	name, given := c.flags["mentoring"]
	if !given {
		return usage("cli.needMentoring", "mentoring")
	}
	f, err := c.writing() // what was sent is remembered for the merge to come
	if err != nil {
		return err
	}
	defer closing(f, &err)
	id, err := lookUp[data.Mentoring](f.Read(), data.KindMentoring, name)
	if err != nil {
		return err
	}
	made, err := command.PackMentoring(f.Read(), id, nil)
	if err != nil {
		return in(c.args[0], exitDefect, err)
	}
	out := made.Bytes
	if word := c.env.Getenv(passphrase); word != "" {
		if out, err = vault.Seal(out, word); err != nil {
			return err
		}
	}
	if err := writeBeside(c.args[1], out); err != nil {
		return err
	}
	return f.Keep(made.Keep)
}

// importPackage reads a package, sealed or not. An owner of the file without a
// name or data becomes its trainee.
func (c *call) importPackage(r *sqlite.Reader, b []byte) (importing, error) {
	if vault.Sealed(b) {
		opened, err := vault.Open(b, strings.TrimSpace(c.env.Getenv(passphrase)))
		if err != nil {
			return nil, in(c.args[1], exitDefect, err)
		}
		b = opened
	}
	p, err := pack.Read(b, nil)
	if err != nil {
		return nil, in(c.args[1], exitDefect, err)
	}
	cmd := command.ApplyPack{Package: p}
	_, err = command.OpenPack(r, p, false)
	return cmd, in(c.args[1], exitDefect, err)
}
