package main

import (
	"bytes"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"thidua/data/meeting"
	"thidua/data/postgres/postgrestest"
)

// databases is where the tests make theirs.
var databases postgrestest.Shared

// TestScriptsOnDatabase runs the scripts of testdata/postgres with a database of their own: $MEETING and $OTHER are two
// meetings that can be made there, $AWAY is one of a server that is not.
func TestScriptsOnDatabase(t *testing.T) {
	database := databases.Start(t).NewDatabase(t)
	gone, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	away := "postgres://thuky:s3cr3t@" + gone.Addr().String() + "/x?meeting=a"
	gone.Close()
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "postgres"),
		Setup: func(env *testscript.Env) error {
			env.Setenv("MEETING", database+"?sslmode=disable&meeting=Cụm 2")
			env.Setenv("OTHER", database+"?sslmode=disable&meeting=Cụm 2, bản chép")
			env.Setenv("AWAY", away)
			return setUpScript(env)
		},
		Cmds:               scriptCommands(),
		UpdateScripts:      *update,
		RequireUniqueNames: true,
	})
}

// TestApplyWithTheDatabaseAway: a batch whose database goes away while it is sent waits no longer than it was told, and
// says then that nobody knows whether it was recorded, and where it would stand: it is there or it is not.
func TestApplyWithTheDatabaseAway(t *testing.T) {
	server := databases.Start(t)
	name := server.NewDatabase(t) + "?sslmode=disable&meeting=Cụm 2"
	batch := filepath.Join(t.TempDir(), "batch.toml")
	text := "[[decision]]\nkind = \"note\"\nunit = \"Nam Định\"\ntarget = \"1.1\"\ntext = \"x\"\n"
	if err := os.WriteFile(batch, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	call := func(want int, args ...string) string {
		t.Helper()
		var out, complaint bytes.Buffer
		code := run(t.Context(), append([]string{"--lang", "en"}, args...),
			stdio{in: strings.NewReader(""), out: &out, err: &complaint})
		if code != want {
			t.Fatalf("%v: exit status %d, %s", args, code, &complaint)
		}
		return complaint.String()
	}
	call(exitDone, "new", name, "--cluster", "2", "--year", "2019-2020",
		filepath.Join("..", "..", "sample", "cluster-2"))
	for _, arrives := range []bool{false, true} {
		before, err := meeting.Read(t.Context(), name)
		if err != nil {
			t.Fatal(err)
		}
		proxy := server.NewProxy(t)
		proxy.CutWhere(func(way postgrestest.Way, chunk []byte) (int, bool) {
			if way != postgrestest.ToServer || !bytes.Contains(chunk, []byte("INSERT INTO thidua.entries")) {
				return len(chunk), false
			}
			proxy.Refuse()
			if arrives {
				return len(chunk), true
			}
			return 0, true
		})
		through := strings.Replace(name, fmt.Sprintf(":%d/", server.Port), fmt.Sprintf(":%d/", proxy.Port()), 1)
		said := call(exitFail, "apply", "--wait", "100ms", through, batch)
		if strings.Count(said, "\n") != 1 || !strings.Contains(said, "not known whether it was recorded") ||
			!strings.Contains(said, fmt.Sprintf("1 decision of this batch stand behind number %d", before.Seq())) {
			t.Errorf("arrives %t: it says %s", arrives, said)
		}
		after, err := meeting.Read(t.Context(), name)
		for arrives && err == nil && after.Seq() == before.Seq() { // the server may still be at it
			after, err = meeting.Read(t.Context(), name)
		}
		if err != nil || (after.Seq() == before.Seq()+1) != arrives {
			t.Errorf("arrives %t: from %d to %d decisions, %v", arrives, before.Seq(), after.Seq(), err)
		}
	}
}
