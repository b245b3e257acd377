package start

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/data/settings"
	"thidua/sample"
	"thidua/scoring"
)

// handedIn writes the sample's sheets into a folder, as they are or changed.
func handedIn(t *testing.T, dir string, change func(name, text string) string) {
	t.Helper()
	for _, s := range sample.Sheets() {
		text := string(s.Text)
		if change != nil {
			text = change(s.Name, text)
		}
		if text == "" {
			continue
		}
		if err := os.WriteFile(filepath.Join(dir, filepath.Base(s.Name)), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// toSheets goes from the first page to where the folder of sheets is asked for: cluster 2 of 2019-2020.
func (v *visit) toSheets() *visit {
	v.t.Helper()
	v.press("enter").shows("Bộ tiêu chí", "Thi đua khối các sở giáo dục và đào tạo")
	v.press("enter").shows("Cuộc họp của cụm nào?", "Cụm thi đua số 2")
	v.press("down", "enter").shows("Họp cho năm nào?", "[2019-2020")
	return v.press("enter").shows("Thư mục có phiếu")
}

// A slip in a sheet is said with its place; mended in another program and read again, without leaving the page, the
// meeting is made, and what was typed is what stands in it.
func TestMakeAMeeting(t *testing.T) {
	dir := t.TempDir()
	sheetsIn := filepath.Join(dir, "phiếu")
	if err := os.Mkdir(sheetsIn, 0o700); err != nil {
		t.Fatal(err)
	}
	handedIn(t, sheetsIn, func(name, text string) string {
		switch {
		case strings.Contains(name, "nam-dinh"):
			return strings.Replace(text, `"1.1"`, `"1.11"`, 1)
		case strings.Contains(name, "ha-nam"):
			return ""
		}
		return text
	})
	v := comeTo(t, dir, 120, 40).toSheets()
	v.press("text:phi", "tab", "enter").shows("điều phải sửa", "nam-dinh.toml", "dòng", "→")
	v.press("enter").shows("sửa rồi đọc lại")
	handedIn(t, sheetsIn, nil)
	if err := os.Remove(filepath.Join(sheetsIn, "ha-nam.toml")); err != nil {
		t.Fatal(err)
	}
	v.press("f5").shows("không còn gì phải sửa", "Nam Định: chấm 111 trong 111", "Hà Nam: chưa có phiếu", "nộp chậm")
	v.press("enter").shows("Các đơn vị này chưa nộp phiếu", "Hà Nam")
	v.press("end", "enter").shows("chưa có lý do")
	v.press("home", "enter", "enter").shows("gõ lý do")
	v.press("text:sáp nhập", "enter").shows("không có phiếu: sáp nhập")
	v.press("end", "enter").shows("Tệp cuộc họp", "cum-thi-dua-so-2-2019-2020.thidua")
	taken := filepath.Join(dir, "cum-thi-dua-so-2-2019-2020.thidua")
	if err := os.WriteFile(taken, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	v.press("enter").shows("không ghi đè")
	if err := os.Remove(taken); err != nil {
		t.Fatal(err)
	}
	v.press("enter").shows("Người ghi: [Thư ký")
	v.press("ctrl+u", "text:Thư ký", "enter")
	c := v.m.Choice()
	if !v.over || c.Task != Run || c.By != "Thư ký" || c.Path != taken {
		t.Fatalf("left with %+v\n%s", c, v.picture())
	}
	s := c.Meeting.Snapshot()
	if err := c.Meeting.Close(); err != nil {
		t.Fatal(err)
	}
	if again, err := meeting.Read(t.Context(), taken); err != nil || again.Fingerprint() != s.Fingerprint() {
		t.Errorf("read again: %v", err)
	}
	if len(s.Units()) != 9 || s.Year() != "2019-2020" || s.Cluster() != "2" || s.Log[0].By != "Thư ký" {
		t.Errorf("made: %d units, %s, cluster %s, by %s", len(s.Units()), s.Year(), s.Cluster(), s.Log[0].By)
	}
}

// Folders from which no meeting can be made are said for what they are, and nothing is made.
func TestFoldersThatWillNotDo(t *testing.T) {
	for name, tt := range map[string]struct {
		fill func(t *testing.T, dir string)
		want []string
	}{
		"empty": {func(*testing.T, string) {}, []string{"thư mục không có bản tự chấm nào"}},
		"two for one unit": {func(t *testing.T, dir string) {
			handedIn(t, dir, nil)
			text, err := os.ReadFile(filepath.Join(dir, "nam-dinh.toml"))
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, "nam-dinh (2).toml"), text, 0o600); err != nil {
				t.Fatal(err)
			}
		}, []string{"Nam Định đã có bản tự chấm", "giữ lại một bản"}},
		"somebody else's": {func(t *testing.T, dir string) {
			handedIn(t, dir, nil)
			text := []byte("rulebook = '5350-2019'\nunit = 'Hà Nội'\nyear = '2019-2020'\n[percent]\n'1.1' = 1\n")
			if err := os.WriteFile(filepath.Join(dir, "a.toml"), text, 0o600); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, "b.xlsx"), []byte("no workbook"), 0o600); err != nil {
				t.Fatal(err)
			}
		}, []string{"không thuộc cụm 2", "không phải tệp XLSX"}},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			in := filepath.Join(dir, "p")
			if err := os.Mkdir(in, 0o700); err != nil {
				t.Fatal(err)
			}
			tt.fill(t, in)
			v := comeTo(t, dir, 120, 40).toSheets().press("text:p", "enter").shows(tt.want...)
			v.press("enter").shows("sửa rồi đọc lại")
			if entries, err := os.ReadDir(dir); err != nil || len(entries) > 1 {
				t.Errorf("in the folder now: %v %v", entries, err)
			}
		})
	}
	v := come(t, 80, 24).toSheets()
	v.press("text:nowhere", "enter").shows("không có thư mục này")
	v.press("esc", "esc", "esc", "esc").shows("BẮT ĐẦU")
}

// Units can be named in place of a cluster, with who leads them.
func TestMakeOfOwnUnits(t *testing.T) {
	dir := t.TempDir()
	handedIn(t, dir, func(name, text string) string {
		if strings.Contains(name, "nam-dinh") || strings.Contains(name, "ha-nam") {
			return text
		}
		return ""
	})
	v := comeTo(t, dir, 120, 40).press("enter", "enter", "end", "enter").shows("Tên các đơn vị")
	v.press("text:Nam Định", "enter").shows("ít nhất hai đơn vị")
	v.press("text:; Hà Nam; nam định", "enter").shows("có hai lần")
	for range len("; nam dinh") {
		v.press("backspace")
	}
	v.shows("2 đơn vị: Nam Định · Hà Nam")
	v.press("enter").shows("Cụm trưởng năm nay").press("down", "down", "enter").shows("Cụm phó năm nay")
	v.press("down", "enter", "enter", "enter").shows("2 phiếu đọc được")
	v.press("enter").shows("5350-2019-2019-2020.thidua")
	v.press("enter", "enter")
	c := v.m.Choice()
	if c.Meeting == nil {
		t.Fatalf("%+v\n%s", c, v.picture())
	}
	defer c.Meeting.Close()
	s := c.Meeting.Snapshot()
	officers, _ := s.Sitting()
	if len(s.Units()) != 2 || officers.Leader != "Hà Nam" || officers.Deputy != "Nam Định" {
		t.Errorf("%d units, led by %+v", len(s.Units()), officers)
	}
}

// Meetings of the cluster that were open here tell who held office in past years; none has to.
func TestPastYears(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "p")
	if err := os.Mkdir(in, 0o700); err != nil {
		t.Fatal(err)
	}
	handedIn(t, in, func(_, text string) string { return strings.ReplaceAll(text, "2019-2020", "2020-2021") })
	past := filepath.Join(dir, "trước.thidua")
	elected(t, past)
	remember(t, filepath.Join(dir, "cfg", "meetings.toml"), settings.Recent{Path: past})
	for _, tt := range []struct {
		keys []string
		want string // who led in the year before
	}{{[]string{"enter"}, "Bắc Ninh"}, {[]string{"end", "enter"}, ""}} {
		v := comeTo(t, dir, 120, 40).to("Tạo cuộc họp")
		v.press("enter", "down", "enter", "ctrl+u", "text:2020-2021", "enter").shows("Ai đã giữ chức các năm trước")
		v.press(tt.keys...).press("text:p", "enter").shows("9 phiếu đọc được")
		if tt.want != "" {
			v.shows("năm 2020-2021: cụm trưởng " + tt.want)
		}
		v.press("enter", "ctrl+u", "paste:"+filepath.Join(dir, "m"+tt.want), "enter", "enter")
		c := v.m.Choice()
		if c.Meeting == nil {
			t.Fatalf("%+v\n%s", c, v.picture())
		}
		if now, _ := c.Meeting.Snapshot().Sitting(); now.Leader != tt.want {
			t.Errorf("%v: led by %q, want %q", tt.keys, now.Leader, tt.want)
		}
		_ = c.Meeting.Close()
	}
}

// elected makes a meeting file of the sample in which Bắc Ninh was elected to lead.
func elected(t *testing.T, path string) {
	t.Helper()
	m, err := demo.Meeting(clock)
	if err != nil {
		t.Fatal(err)
	}
	round := scoring.Ballot{Office: scoring.Leader, Votes: map[string]int{"Bắc Ninh": 9}}
	if _, err := m.Propose(t.Context(), meeting.Proposal{By: "Thư ký", Acts: []scoring.Act{round}}); err != nil {
		t.Fatal(err)
	}
	if _, err := m.SaveCopy(t.Context(), path); err != nil {
		t.Fatal(err)
	}
}
