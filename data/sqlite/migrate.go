package sqlite

import (
	"crypto/sha256"
	"database/sql"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"sort"
	"strings"
)

//go:embed migration/*.sql
var shippedMigrations embed.FS

// migrations are the files that make and change tables. Only tests put others
// in their place.
var migrations fs.FS = shippedMigrations

//go:embed view/*.sql
var views embed.FS

// Version is the number of the newest migration: the version of files that this
// program writes.
func Version() int { return len(migrationNames()) }

func migrationNames() []string { return sqlNames(migrations, "migration") }

func sqlNames(files fs.FS, dir string) []string {
	entries, err := fs.ReadDir(files, dir)
	if err != nil {
		panic("embedded " + dir + ": " + err.Error())
	}
	var names []string
	for _, e := range entries {
		names = append(names, dir+"/"+e.Name())
	}
	sort.Strings(names)
	return names
}

func (f *File) migrate(fresh bool) error {
	var have int
	if err := f.w.QueryRow("PRAGMA user_version").Scan(&have); err != nil {
		return err
	}
	if have > Version() {
		return openError("file.newer", f.Path, nil) // the header was older: the version stood in the log beside it
	}
	if !fresh && have < Version() {
		if err := f.setAside(have); err != nil {
			return err
		}
	}
	for n := have; n < Version(); n++ {
		if err := f.migrateOne(n); err != nil {
			return fmt.Errorf("migration %d: %w", n+1, err)
		}
	}
	if err := f.rebuild(); err != nil {
		return err
	}
	if have < Version() && !fresh {
		if f.opt.Ship != nil {
			if _, err := f.Base(f.opt.Ship); err != nil {
				return err
			}
		}
		return f.rederive()
	}
	return nil
}

func (f *File) migrateOne(n int) error {
	text, err := fs.ReadFile(migrations, migrationNames()[n])
	if err != nil {
		return err
	}
	tx, err := f.w.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	for _, s := range []string{string(text),
		fmt.Sprintf("PRAGMA application_id = %d", applicationID),
		fmt.Sprintf("PRAGMA user_version = %d", n+1)} {
		if _, err := tx.Exec(s); err != nil {
			return err
		}
	}
	return tx.Commit()
}

// rebuild drops and makes views and triggers again when their text changed.
func (f *File) rebuild() error {
	text, err := viewText()
	if err != nil {
		return err
	}
	text += triggerText()
	sum := sha256.Sum256([]byte(text))
	stamp := hex.EncodeToString(sum[:])
	var have string
	err = f.w.QueryRow("SELECT body FROM remembered WHERE place = 'schema'").Scan(&have)
	if err == nil && have == stamp {
		return nil
	}
	tx, err := f.w.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := dropDerived(tx); err != nil {
		return err
	}
	if _, err := tx.Exec(text); err != nil {
		return fmt.Errorf("views and triggers: %w", err)
	}
	if _, err := tx.Exec("INSERT INTO remembered (place, body) VALUES ('schema', ?) ON CONFLICT (place) DO UPDATE SET body = excluded.body", stamp); err != nil {
		return err
	}
	return tx.Commit()
}

func viewText() (string, error) {
	var b strings.Builder
	for _, n := range sqlNames(views, "view") {
		text, err := views.ReadFile(n)
		if err != nil {
			return "", err
		}
		b.Write(text)
		b.WriteString("\n")
	}
	return b.String(), nil
}

func dropDerived(tx *sql.Tx) error {
	rows, err := tx.Query("SELECT type, name FROM sqlite_schema WHERE type IN ('view', 'trigger')")
	if err != nil {
		return err
	}
	var drops []string
	for rows.Next() {
		var kind, name string
		if err := rows.Scan(&kind, &name); err != nil {
			rows.Close()
			return err
		}
		drops = append(drops, fmt.Sprintf("DROP %s %s", kind, name))
	}
	rows.Close()
	for _, d := range drops {
		if _, err := tx.Exec(d); err != nil {
			return err
		}
	}
	return rows.Err()
}

// triggerText makes three triggers a table: they write whole rows as JSON into
// the journal, and refuse a write outside a step.
func triggerText() string {
	var b strings.Builder
	for _, r := range tables {
		m := mappingOf(r)
		for _, t := range []struct{ op, when, old, new, id string }{
			{"INSERT", "", "NULL", rowJSON(m, "NEW"), "NEW.id"},
			{"UPDATE", " WHEN " + differs(m), rowJSON(m, "OLD"), rowJSON(m, "NEW"), "NEW.id"},
			{"DELETE", "", rowJSON(m, "OLD"), "NULL", "OLD.id"},
		} {
			fmt.Fprintf(&b, `CREATE TRIGGER %[1]s_%[2]s AFTER %[2]s ON %[1]s%[3]s BEGIN
  SELECT RAISE(ABORT, 'no step is open') WHERE NOT EXISTS (SELECT 1 FROM step WHERE is_open = 1);
  INSERT INTO change (step_id, tbl, row_id, old, new)
    VALUES ((SELECT id FROM step WHERE is_open = 1), '%[1]s', %[4]s, %[5]s, %[6]s);
END;
`, m.table, t.op, t.when, t.id, t.old, t.new)
		}
	}
	return b.String()
}

func rowJSON(m *mapping, row string) string {
	var parts []string
	for _, c := range m.columns {
		parts = append(parts, fmt.Sprintf("'%s', %s.%s", c, row, c))
	}
	return "json_object(" + strings.Join(parts, ", ") + ")"
}

func differs(m *mapping) string {
	var parts []string
	for _, c := range m.columns {
		parts = append(parts, fmt.Sprintf("OLD.%s IS NOT NEW.%s", c, c))
	}
	return strings.Join(parts, " OR ")
}
