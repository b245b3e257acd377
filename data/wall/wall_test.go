package wall_test

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/data/wall"
	"thidua/scoring"
)

// home gives a test a folder of its own for settings.
func home(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"XDG_CONFIG_HOME", "AppData", "HOME"} {
		t.Setenv(name, dir)
	}
	return dir
}

// recorded is a meeting in a file.
func recorded(t *testing.T) (m *meeting.Meeting, path string) {
	t.Helper()
	s, err := demo.Load()
	if err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "m.thidua")
	m, err = meeting.Begin(t.Context(), path, "Thư ký", s.Begin)
	if err != nil {
		t.Fatal(err)
	}
	return m, path
}

// until waits for news of a kind.
func until(t *testing.T, news <-chan wall.News, what string, ok func(wall.News) bool) wall.News {
	t.Helper()
	late := time.After(20 * time.Second)
	for {
		select {
		case n, open := <-news:
			if !open {
				t.Fatalf("the news ended before: %s", what)
			}
			if ok(n) {
				return n
			}
		case <-late:
			t.Fatalf("no news: %s", what)
		}
	}
}

// A wall shows the ranking of the record until a host comes, then what stands on it, also what was put there before,
// and goes on to show that when the host has gone.
func TestWatch(t *testing.T) {
	home(t)
	m, path := recorded(t)
	news, err := wall.Watch(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if n := until(t, news, "no host", func(wall.News) bool { return true }); n.Host != wall.Absent ||
		n.Shown.Kind != meeting.WallBoard {
		t.Errorf("without a host: %+v", n)
	}
	propose(t, m, scoring.Attend{Unit: m.Snapshot().Units()[0].Name(), Present: true})
	until(t, news, "the record has grown", func(n wall.News) bool { return n.Snap.Seq() == 2 })

	w := meeting.NewWall()
	on := meeting.OnWall{Kind: meeting.WallCriterion, Unit: 2, Node: 7}
	w.Put(on)
	h, err := wall.Open(path, m, w)
	if err != nil {
		t.Fatal(err)
	}
	n := until(t, news, "the host", func(n wall.News) bool { return n.Host == wall.Here })
	if n.Shown != on || n.Snap.Fingerprint() != m.Snapshot().Fingerprint() {
		t.Errorf("at the host: %+v", n.Shown)
	}
	propose(t, m, scoring.Attend{Unit: m.Snapshot().Units()[1].Name(), Present: true})
	until(t, news, "a decision", func(n wall.News) bool { return n.Snap.Seq() == 3 })
	if w.Screens() != 1 {
		t.Errorf("%d screens show the wall", w.Screens())
	}
	h.Close()
	n = until(t, news, "the host has gone", func(n wall.News) bool { return n.Host == wall.Departed })
	if n.Shown != on || n.Snap.Seq() != 3 {
		t.Errorf("after the host: %+v", n)
	}
	again := meeting.NewWall()
	h, err = wall.Open(path, m, again)
	if err != nil {
		t.Fatal(err)
	}
	defer h.Close()
	until(t, news, "the next host", func(n wall.News) bool {
		return n.Host == wall.Here && n.Shown == again.Shown() && n.Snap.Seq() == 3
	})
	if err := m.Close(); err != nil {
		t.Error(err)
	}
}

func propose(t *testing.T, m *meeting.Meeting, act scoring.Act) {
	t.Helper()
	_, err := m.Propose(context.Background(), meeting.Proposal{By: "Thư ký", Acts: []scoring.Act{act}})
	if err != nil {
		t.Fatal(err)
	}
}

// Who does not know the key is told nothing, and the file that holds it is its owner's alone.
func TestKey(t *testing.T) {
	dir := home(t)
	m, path := recorded(t)
	defer m.Close()
	h, err := wall.Open(path, m, meeting.NewWall())
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(filepath.Join(dir, "thidua", "wall-*.json"))
	if len(files) != 1 {
		t.Fatalf("%q", files)
	}
	st, err := os.Stat(files[0])
	if err != nil || st.Mode().Perm()&0o077 != 0 && filepath.Separator == '/' {
		t.Errorf("%v %v", st.Mode(), err)
	}
	b, _ := os.ReadFile(files[0])
	_, rest, _ := strings.Cut(string(b), `"at":"`)
	at, _, _ := strings.Cut(rest, `"`)
	for _, key := range []string{"", "guessed", strings.Repeat("x", 4000)} {
		c, err := net.Dial("tcp", at)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(c, key)
		_ = c.SetReadDeadline(time.Now().Add(20 * time.Second))
		if line, err := bufio.NewReader(c).ReadString('\n'); err == nil || line != "" {
			t.Errorf("key %.10q: was told %.40q", key, line)
		}
		c.Close()
	}
	h.Close()
	if _, err := os.Stat(files[0]); !os.IsNotExist(err) {
		t.Errorf("the address outlives the host: %v", err)
	}
}
