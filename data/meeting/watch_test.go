package meeting_test

import (
	"os"
	"testing"
	"time"

	"thidua/data/meeting"
	"thidua/scoring"
)

// Who looks on sees what is recorded elsewhere, up to the end, and can record nothing.
func TestWatch(t *testing.T) {
	t.Parallel()
	path, m := begun(t)
	w, err := meeting.Watch(t.Context(), path, time.Millisecond)
	if err != nil {
		t.Fatal(err)
	}
	feed := w.Subscribe(t.Context())
	if got := <-feed; got.Fingerprint() != m.Snapshot().Fingerprint() {
		t.Errorf("at first %d decisions", got.Seq())
	}
	for i := range 3 {
		two := meeting.Proposal{By: "Thư ký",
			Acts: []scoring.Act{score(scoring.Percent(i * 100)), score(scoring.Percent(i*100 + 50))}}
		want, err := m.Propose(t.Context(), two)
		if err != nil {
			t.Fatal(err)
		}
		got := <-feed
		for got.Seq() < want.Seq() {
			got = <-feed
		}
		if got.Fingerprint() != want.Fingerprint() || len(got.Log) != len(want.Log) {
			t.Errorf("seen %d decisions, recorded %d", got.Seq(), want.Seq())
		}
	}
	if _, err := w.Propose(t.Context(), meeting.Proposal{Acts: []scoring.Act{score(100_00)}}); err == nil {
		t.Error("who only looks on recorded something")
	}
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(path, path+".gone"); err != nil {
		t.Fatal(err)
	}
	for w.Lost() == nil {
		<-feed
	}
	if err := os.Rename(path+".gone", path); err != nil {
		t.Fatal(err)
	}
	for w.Lost() != nil {
		<-feed
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if _, open := <-feed; open {
		for range feed {
		}
	}
	if _, err := meeting.Watch(t.Context(), path+"x", time.Millisecond); err == nil {
		t.Error("a meeting that is not there is looked on at")
	}
}
