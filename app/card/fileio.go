package card

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"portfel/data"
	"portfel/data/command"
)

// readAtOnce is the size up to which a file is read in the event callback.
const readAtOnce = 4 << 20

// OpenPath hands a file to the program that the system has for its kind; tests
// replace it.
var OpenPath = func(path string) error {
	u, err := url.Parse(storage.NewFileURI(path).String())
	if err != nil {
		return err
	}
	return fyne.CurrentApp().OpenURL(u)
}

// fileSize looks at a file before it is read.
func fileSize(path string) (int64, error) {
	st, err := os.Stat(path)
	switch {
	case err != nil:
		return 0, fileProblem("fileRead", path, err)
	case !st.Mode().IsRegular():
		return 0, data.Problems{{Code: "fileRead", Args: []string{filepath.Base(path)}}}
	case st.Size() > data.MaxAttachment:
		return 0, command.TooLarge()
	}
	return st.Size(), nil
}

func readFile(path string) (command.File, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return command.File{}, fileProblem("fileRead", path, err)
	}
	return command.File{Name: filepath.Base(path), Bytes: b}, nil
}

// readAside is a job that reads a file into x, piece by piece.
func readAside(path string, x *command.File) func(context.Context, func(float64)) error {
	return func(ctx context.Context, progress func(float64)) error {
		size, err := fileSize(path)
		if err != nil {
			return err
		}
		f, err := os.Open(path)
		if err != nil {
			return fileProblem("fileRead", path, err)
		}
		defer f.Close()
		b := make([]byte, size)
		for at := 0; at < len(b); {
			if err := ctx.Err(); err != nil {
				return err
			}
			n, err := f.Read(b[at:min(len(b), at+1<<20)])
			if at += n; err != nil && !(errors.Is(err, io.EOF) && at == len(b)) {
				return fileProblem("fileRead", path, err)
			}
			progress(float64(at) / float64(len(b)))
		}
		*x = command.File{Name: filepath.Base(path), Bytes: b}
		return nil
	}
}

// tempCopy writes a read-only copy into a folder of its own and gives its path.
func tempCopy(name string, b []byte) (string, error) {
	dir, err := os.MkdirTemp("", "portfel-")
	if err != nil {
		return "", fileProblem("fileWrite", name, err)
	}
	path := filepath.Join(dir, data.SafeName(name))
	return path, writeNew(path, b, 0o400)
}

// writeNew writes a file that must not be there yet.
func writeNew(path string, b []byte, mode os.FileMode) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		if errors.Is(err, fs.ErrExist) {
			return data.Problems{{Code: "fileExists", Args: []string{path}}}
		}
		return fileProblem("fileWrite", path, err)
	}
	_, err = f.Write(b)
	if end := f.Close(); err == nil {
		err = end
	}
	if err != nil {
		os.Remove(path)
		return fileProblem("fileWrite", path, err)
	}
	return nil
}

// fileProblem turns an error of the disk into a problem that names the file.
//
//text:key problem.fileRead
//text:key problem.fileWrite
func fileProblem(code, path string, err error) error {
	why := err.Error()
	var p *fs.PathError
	if errors.As(err, &p) {
		why = p.Err.Error()
	}
	return errors.Join(data.Problems{{Code: code, Args: []string{filepath.Base(path)}}}, errors.New(why))
}

// WriteBeside writes a file beside its place and renames it, so that a reader
// never sees half of it.
func WriteBeside(path string, b []byte) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), ".portfel-*")
	if err != nil {
		return data.Problem{Code: "fileWrite", Args: []string{path, err.Error()}}
	}
	defer os.Remove(tmp.Name())
	_, err = tmp.Write(b)
	if err == nil {
		err = tmp.Sync()
	}
	if e := tmp.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		return data.Problem{Code: "fileWrite", Args: []string{path, err.Error()}}
	}
	return nil
}
