package demo

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"thidua/sample"
)

// What the sample's sheets are of: an id of the rulebook's clusters, and a year as people write it.
const (
	Cluster = sample.Cluster
	Year    = sample.Year
)

// Handed puts the sample's sheets into a new folder among the temporary ones, as units hand them in. Whoever asked for
// it may do with it what they like; the error names the file that could not be written.
func Handed() (dir string, err error) {
	if dir, err = os.MkdirTemp("", "thidua-"); err != nil {
		return "", fmt.Errorf("a folder for the sample's sheets: %w", err)
	}
	for _, s := range sample.Sheets() {
		if err := os.WriteFile(filepath.Join(dir, filepath.Base(s.Name)), s.Text, 0o600); err != nil {
			return "", errors.Join(fmt.Errorf("the sample's sheets: %w", err), os.RemoveAll(dir))
		}
	}
	return dir, nil
}
