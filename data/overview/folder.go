package overview

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"time"

	"thidua/data/record"
	"thidua/data/store"
)

// folder is a folder of meeting files.
type folder string

// ending is that of meeting files.
const ending = ".thidua"

func (f folder) list(context.Context) ([]listed, error) {
	entries, err := os.ReadDir(string(f))
	if err != nil {
		return nil, err
	}
	var out []listed
	for _, e := range entries {
		name, ok := strings.CutSuffix(e.Name(), ending)
		if !ok || e.IsDir() {
			continue
		}
		path := filepath.Join(string(f), e.Name())
		looks, err := store.Glance(path)
		if err != nil {
			looks = err.Error()
		}
		out = append(out, listed{path: path, name: name, looks: looks})
	}
	return out, nil
}

// read opens a file no longer than need be: a writer that closes would wait.
func (f folder) read(ctx context.Context, m listed, from int) ([]record.Entry, error) {
	kept, err := store.OpenReader(ctx, m.path)
	if err != nil {
		return nil, err
	}
	defer kept.Close()
	return kept.Entries(ctx, from)
}

// looking is how often a folder is looked at.
const looking = time.Second

func (f folder) wait(ctx context.Context) {
	select {
	case <-ctx.Done():
	case <-time.After(looking):
	}
}

func (f folder) close() error { return nil }
