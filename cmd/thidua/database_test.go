package main

import (
	"net"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"thidua/data/postgres/postgrestest"
)

// TestScriptsOnDatabase runs the scripts of testdata/postgres with a database of their own: $MEETING and $OTHER are two
// meetings that can be made there, $AWAY is one of a server that is not.
func TestScriptsOnDatabase(t *testing.T) {
	database := postgrestest.Start(t).NewDatabase(t)
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
