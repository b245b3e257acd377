package record

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// TestPublishWithoutLinks publishes what no system makes hard links to, a folder, as on a file system without them.
func TestPublishWithoutLinks(t *testing.T) {
	t.Parallel()
	from, to := filepath.Join(t.TempDir(), "from"), filepath.Join(t.TempDir(), "to")
	for round, want := range []error{nil, fs.ErrExist} {
		if err := os.Mkdir(from, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := publish(from, to); !errors.Is(err, want) {
			t.Errorf("round %d: %v, want %v", round, err, want)
		}
	}
	if _, err := os.Stat(from); err != nil {
		t.Errorf("what could not be published is gone: %v", err)
	}
}
