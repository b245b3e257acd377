package scoring_test

import (
	"go/ast"
	"path"
	"slices"
	"strings"
)

// Who may import whom. Test files are free.
//
//	cmd     →  everything
//	tui     →  data, scoring               Charm from here on, wish only in tui/ssh
//	data    →  sample, scoring
//	scoring →  scoring/lang                no files, no network, no clock, no chance
//	sample  →  nothing
//
// Inside tui and data the same holds, never up and never sideways: storeys.

const module = "thidua/"

// room is a folder, what the files in and below it may import of ours, and of others.
type room struct {
	folder string
	ours   []string // folders, each with all below it
	others bool     // modules from outside
	charm  bool     // and the Charm modules among them
	why    string
}

// rooms lists the folders; of two that hold a file, the first counts.
func rooms() []room {
	const pure = "what is true is proved without anything that can fail or change"
	return []room{
		{folder: "scoring/lang", why: pure},
		{folder: "scoring", ours: []string{"scoring/lang"}, why: pure},
		{folder: "sample", why: "the sample is files that data reads like anybody's"},
		{folder: "data", ours: []string{"data", "sample", "scoring"}, others: true,
			why: "data serves commands and other programs too, and knows no screen"},
		{folder: "tui", ours: []string{"tui", "data", "scoring"}, others: true, charm: true,
			why: "screens show the meeting that they are given and know nothing of commands or of the sample"},
		{folder: "cmd", ours: []string{"cmd", "tui", "data", "scoring", "sample"}, others: true, charm: true,
			why: "the house has these rooms and no others"},
	}
}

// outside lists packages of the standard library that reach out of the process.
func outside() []string {
	return []string{"crypto/rand", "database", "io/ioutil", "log", "math/rand", "net", "os", "plugin", "syscall",
		"unsafe"}
}

// impure lists functions of otherwise innocent packages that do so.
func impure() []string {
	return []string{
		"fmt.Print", "fmt.Printf", "fmt.Println", "fmt.Scan", "fmt.Scanf", "fmt.Scanln",
		"time.After", "time.AfterFunc", "time.NewTicker", "time.NewTimer", "time.Now", "time.Since", "time.Sleep",
		"time.Tick", "time.Until",
	}
}

func wrongRoom(s source) (out []fault) {
	all := rooms()
	i := slices.IndexFunc(all, func(r room) bool { return s.in(r.folder) })
	if i < 0 {
		return nil // strangeNames reports the folder
	}
	r := all[i]
	for _, spec := range s.Imports {
		p := importPath(spec)
		first, _, _ := strings.Cut(p, "/")
		switch ours, isOurs := strings.CutPrefix(p, module); {
		case isOurs && !under(ours, r.ours...):
			out = append(out, s.at(spec, r.why, "%s must not import %s", r.folder, ours))
		case under(p, "charm.land", "github.com/charmbracelet") && r.others && !r.charm:
			out = append(out,
				s.at(spec, "the next version of the screen library must cost nothing below tui",
					"%s must not import %s", r.folder, p))
		case !isOurs && strings.Contains(first, ".") && !r.others:
			out = append(out, s.at(spec, r.why, "%s takes only the standard library, not %s", r.folder, p))
		}
	}
	return out
}

// storey is a package inside tui or data and the packages of the same room that it may import.
type storey struct {
	folder string
	may    []string
	why    string
}

// storeys lists them from below. A package of tui that is not listed is a screen.
func storeys() []storey {
	return []storey{
		{"data/clean", nil,
			"what a text may hold is asked by everybody"},
		{"data/names", nil,
			"how names are compared is asked by everybody"},
		{"data/settings", nil,
			"what a person likes has nothing to do with a meeting"},
		{"data/record", list("data/clean"),
			"the record keeps bytes in order and does not know what they mean"},
		{"data/record/recordtest", list("data/record"),
			"the contract of every store is written against the interface"},
		{"data/postgres", list("data/clean data/names data/record"),
			"a database keeps bytes in order, as every store does"},
		{"data/postgres/postgrestest", nil,
			"a server for tests knows nothing of what is kept there"},
		{"data/store", list("data/clean data/names data/postgres data/record"),
			"opens a record by the name that people give a meeting, whatever keeps it"},
		{"data/finding", list("data/clean"),
			"a finding is a place and a sentence"},
		{"data/tomldoc", list("data/clean data/finding"),
			"files are read before anybody asks what they mean"},
		{"data/rulebook", list("data/finding data/names data/tomldoc"),
			"rules are read before sheets and decisions"},
		{"data/workbook", list("data/clean data/finding data/names data/paper data/paper/serif data/rulebook " +
			"data/tomldoc"),
			"a workbook is a sheet in cells, before anybody asks what the sheet says"},
		{"data/sheet", list("data/clean data/finding data/names data/rulebook data/tomldoc data/workbook"),
			"a sheet is read by its rulebook, before there is a meeting"},
		{"data/forms", list("data/export data/finding data/names data/rulebook data/workbook"),
			"empty forms are made of a rulebook, before there is a meeting"},
		{"data/verify", list("data/clean data/finding data/meeting data/record data/store"),
			"a record is checked by replaying it, whoever asks"},
		{"data/create", list("data/finding data/meeting data/names data/rulebook data/sheet"),
			"a meeting is made of sheets, whoever asks for it"},
		{"data/decision", list("data/clean data/finding data/names data/record data/rulebook data/tomldoc"),
			"a decision is read and written without asking the meeting it is for"},
		{"data/batch", list("data/decision data/finding data/rulebook data/sheet data/tomldoc data/workbook"),
			"what a meeting is given in files is read by its rulebook and its units"},
		{"data/appraisal", list("data/clean data/decision data/finding data/names data/rulebook data/sheet " +
			"data/tomldoc data/workbook"),
			"what the departments gave is read by the meeting's rulebook, and says itself what it comes to"},
		{"data/meeting", list("data/clean data/decision data/names data/record data/store"),
			"the meeting owns its record and knows no files of others"},
		{"data/room", list("data/clean data/decision data/meeting data/names"),
			"who is here follows the meeting"},
		{"data/wall", list("data/meeting data/record"),
			"what stands on the wall is brought to another window as the meeting has it"},
		{"data/overview",
			list("data/clean data/decision data/meeting data/names data/postgres data/record data/store " +
				"data/table data/view"),
			"meetings side by side are each a reading of theirs"},
		{"data/follow", list("data/clean data/meeting data/record data/store"),
			"a copy is a record that follows another, whoever keeps it"},
		{"data/access", list("data/clean data/finding data/meeting data/names data/record data/store"),
			"who may come in is asked beside the meeting"},
		{"data/table", nil,
			"a table is cells, and knows no meeting"},
		{"data/view", list("data/access data/clean data/decision data/meeting data/names data/rulebook data/table"),
			"what is said and tabulated is a reading of the meeting, the same on paper and on screen"},
		{"data/export", list("data/clean"),
			"a folder of files is written without asking what is in them"},
		{"data/outputs", list("data/clean data/export data/meeting data/paper/docx data/paper/html data/paper/pdf " +
			"data/paper/txt data/papers data/report data/results data/table data/view data/webpage"),
			"a list of the files that a meeting gives, whatever writes them"},
		{"data/webpage", list("data/meeting data/paper data/table data/view"),
			"a page shows what the view says"},
		{"data/results", list("data/clean data/meeting data/paper data/paper/serif data/table data/view"),
			"a workbook shows what the view says"},
		{"data/papers", list("data/clean data/decision data/meeting data/names data/paper data/table data/view"),
			"what a paper says is a reading of the meeting"},
		{"data/paper/serif", nil,
			"letters know no papers"},
		{"data/paper/txt", list("data/clean data/paper data/paper/serif"),
			"a renderer draws what the paper says"},
		{"data/paper/html", list("data/clean data/paper"),
			"a renderer draws what the paper says"},
		{"data/paper/docx", list("data/clean data/paper data/paper/serif"),
			"a renderer draws what the paper says"},
		{"data/paper/pdf", list("data/clean data/paper data/paper/serif"),
			"a renderer draws what the paper says"},
		{"data/paper", list("data/clean data/paper/serif"),
			"a paper is blocks in order and knows neither meetings nor file formats"},
		{"data/report", list("data/access data/clean data/meeting data/table data/view"),
			"a report shows what the view says"},
		{"data/demo", list("data/decision data/meeting data/rulebook data/sheet data/tomldoc"),
			"the sample is read like anybody's files"},
		{"data/meeting/meetingtest", list("data/demo data/meeting"),
			"long records for benchmarks are made of the sample"},

		{"tui/kit", list("data/clean data/table"),
			"lines, keys and colours know nothing of meetings"},
		{"tui/paint", list("tui/kit"),
			"a picture is put into bytes without asking what it shows"},
		{"tui/paint/painttest", nil,
			"a terminal knows nothing of the programs that draw on it"},
		{"tui/kit/kittest", nil,
			"tests draw pictures of what is on a screen, whatever that is"},
		{"tui/screen", list("tui/kit"),
			"what a screen is says nothing of any screen"},
		{"tui/files", list("tui/kit tui/screen"),
			"which files there are is said on several screens and knows none"},
		{"tui/edit", list("tui/kit tui/screen"),
			"the editor is part of several screens and knows none"},
		{"tui/ballot", list("tui/kit tui/screen"),
			"the ballot is part of several screens and knows none"},
		{"tui/overlay", list("tui/files tui/kit tui/screen"),
			"what lies over a screen does not know which one"},
		{"tui/award", list("tui/kit tui/screen"),
			"a form about awards is part of screens and knows none"},
		{"tui/appraisal", list("tui/award tui/kit tui/screen"),
			"the appraisal's differences come from the meeting, and its words from the view"},
		{"tui/board", list("tui/award tui/kit tui/screen"),
			"the board shows what is ranked, and its numbers come from the view"},
		{"tui/minutes", list("tui/files tui/kit tui/screen"),
			"the minutes page shows and asks what papers say, and knows no paper"},
		{"tui/record", list("tui/kit tui/screen"),
			"the log shows what was decided, and its words come from the view"},
		{"tui/wall", list("tui/ballot tui/board tui/ceremony tui/compare tui/kit tui/review tui/screen"),
			"the wall shows what several screens show the room, and knows no session"},
		{"tui/ssh", list("tui tui/kit tui/paint tui/screen tui/wall"),
			"a terminal far away shows the same program"},
		{"tui", nil,
			"the program knows all its screens, and not who shows it far away"},
	}
}

// wrongStorey finds imports up and sideways inside tui and data.
func wrongStorey(s source) (out []fault) {
	room, _, _ := strings.Cut(s.path, "/")
	if room != "tui" && room != "data" {
		return nil
	}
	folder := path.Dir(s.path)
	at := storeyOf(folder)
	for _, spec := range s.Imports {
		ours, isOurs := strings.CutPrefix(importPath(spec), module)
		looked := isOurs && under(ours, room) || folder == "tui/kit" && under(ours, "data")
		if looked && !slices.Contains(at.may, ours) && (folder != "tui" || ours == "tui/ssh") {
			out = append(out, s.at(spec, at.why, "%s must not import %s", folder, ours))
		}
	}
	return out
}

func list(folders string) []string { return strings.Fields(folders) }

func storeyOf(folder string) storey {
	all := storeys()
	if i := slices.IndexFunc(all, func(x storey) bool { return x.folder == folder }); i >= 0 {
		return all[i]
	}
	if under(folder, "tui") {
		below := list("tui/kit tui/screen tui/edit tui/ballot tui/files tui/overlay")
		return storey{folder, below, "a screen does not know the others: what two of them need belongs below them"}
	}
	const unlisted = "it is not in the list of storeys in scoring/layers_test.go: say there what it lies upon, and why"
	return storey{folder, nil, unlisted}
}

// engines finds a second way to count letters and cells: two of them disagree about one name's width.
func engines(s source) (out []fault) {
	for _, spec := range s.Imports {
		p := importPath(spec)
		if under(p, "github.com/rivo/uniseg", "github.com/mattn/go-runewidth", "github.com/clipperhouse/uax29") {
			out = append(out, s.at(spec, "two ways to count letters and cells disagree about one name's width",
				"%s beside tui/kit and displaywidth", p))
		}
	}
	return out
}

func wish(s source) (out []fault) {
	for _, spec := range s.Imports {
		if under(importPath(spec), "charm.land/wish", "github.com/charmbracelet/wish") && !s.in("tui/ssh") {
			out = append(out,
				s.at(spec, "who may come in from outside is decided in one place", "wish belongs into tui/ssh"))
		}
	}
	return out
}

func impureCalls(s source) (out []fault) {
	if !s.in("scoring") {
		return nil
	}
	const why = "the same decisions must give the same result on every machine at any time"
	names := map[string]string{} // what an import is called here
	for _, spec := range s.Imports {
		p := importPath(spec)
		if under(p, outside()...) {
			out = append(out, s.at(spec, why, "scoring must not import %s", p))
		}
		name := path.Base(p)
		if spec.Name != nil {
			name = spec.Name.Name
		}
		names[name] = p
	}
	ast.Inspect(s.File, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := sel.X.(*ast.Ident); ok && slices.Contains(impure(), names[x.Name]+"."+sel.Sel.Name) {
				out = append(out, s.at(sel, why, "scoring must not use %s.%s", names[x.Name], sel.Sel.Name))
			}
		}
		return true
	})
	return out
}
