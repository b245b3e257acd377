//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"thidua/data/meeting"
	"thidua/data/rulebook"
)

// A newcomer's path in a real terminal: the program is started, a meeting is made from a folder of workbooks, one of
// which has to be mended first; the roll, three decisions, a vote, closing, and the papers.
func TestTerminalNewcomer(t *testing.T) {
	t.Parallel()
	book, err := rulebook.Open(rulebook.Default)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	forms, units := filepath.Join(dir, "phiếu"), []string{"Sở A", "Sở B", "Sở C"}
	if err := os.Mkdir(forms, 0o700); err != nil {
		t.Fatal(err)
	}
	own := book.With(units)
	for i, unit := range units {
		writeFilled(t, own, unit, filepath.Join(forms, string(rune('a'+i))+".xlsx"), i)
	}
	writeFilled(t, own, units[0], filepath.Join(forms, "z.xlsx"), 0) // a second sheet of one unit

	x := start(t)
	x.shows("Make a meeting…")
	x.press("enter")
	x.shows("Another file…")
	x.press("enter")
	x.shows("Name the units…")
	x.press("end", "enter")
	x.shows("Units: [")
	x.press("So", "\x7fơ", "\x7fở", " A; Sở B; Sở C") // as an input method sends it
	x.shows("3 units: Sở A · Sở B · Sở C")
	x.press("enter")
	x.shows("This year's leader")
	x.press("enter")
	x.shows("This year's deputy")
	x.press("enter")
	x.shows("Year: [")
	x.press("\x152019-2020", "enter")
	x.shows("Folder: [")
	x.press("\x15"+dir+"/phi", "tab")
	x.shows("phiếu/")
	x.press("enter")
	x.shows("to mend")
	x.shows("z.xlsx")
	if err := os.Remove(filepath.Join(forms, "z.xlsx")); err != nil {
		t.Fatal(err)
	}
	x.press("\x1b[15~")
	x.shows("3 sheets read, nothing to mend")
	x.shows("Sở B: 111 of 111 criteria scored")
	x.press("enter")
	x.shows("Keep it in: [")
	path := filepath.Join(dir, "cuộc họp.thidua")
	x.press("\x15"+strings.TrimSuffix(path, ".thidua"), "enter")
	x.shows("Recorded by: [")
	x.press("\x15Thư ký", "enter")
	x.shows("0/3 present")

	x.press("f9", "*")
	x.shows("3/3 present")
	x.press("f2")
	for i, code := range []string{"1.2", "2.1", "3.1.1"} {
		x.at(code)
		x.press("7"+strconv.Itoa(i), "enter")
		x.shows("recorded as " + strconv.Itoa(5+i))
	}
	x.at("3.1.2")
	x.press("65", "f5")
	x.shows("3 to go")
	x.press("3", "enter", "enter", "enter")
	x.shows("recorded as 8")
	x.press("space", "f2")
	for i, unit := range units {
		x.at(unit)
		x.press("=")
		x.shows(fmt.Sprintf("✓ %d/3", i+1))
	}
	x.press("f7")
	x.shows("can be closed")
	x.press("=")
	x.shows("once more")
	x.press("x", "=", "=")
	x.shows("CLOSED")
	x.press("ctrl+u")
	x.shows("PAPERS AND FIGURES")
	x.press("=")
	x.shows("Folder: [")
	x.press("enter")
	x.shows("✓ wrote")
	x.press("esc")
	x.until("the papers gone", func() bool { return !strings.Contains(x.Text(), "PAPERS AND FIGURES") })
	x.press("ctrl+q", "enter")
	x.shows("✓ closed · 12 decisions")
	x.press("ctrl+q")
	x.over(path)

	snap, err := meeting.Read(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if !snap.Closed() || snap.Log[0].By != "Thư ký" || snap.Last().By != "Thư ký" || snap.Seq() != 12 {
		t.Errorf("on record: closed %v, made by %q, closed by %q", snap.Closed(), snap.Log[0].By, snap.Last().By)
	}
	papers := filepath.Join(strings.TrimSuffix(path, ".thidua")+"-van-ban", "minutes.docx")
	if info, err := os.Stat(papers); err != nil || info.Size() == 0 {
		t.Errorf("the minutes: %v", err)
	}
}

// at goes to a unit or a criterion by its name.
func (x *terminal) at(name string) {
	x.t.Helper()
	x.press("ctrl+k")
	x.shows("Find:")
	x.press(name, "enter")
	x.until("the palette gone", func() bool { return !strings.Contains(x.Text(), "Find:") })
}
