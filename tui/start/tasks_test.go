package start

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thidua/data/access"
	"thidua/data/meeting"
	"thidua/data/settings"
)

// to goes to an entry of the first page by what it is called.
func (v *visit) to(label string) *visit {
	v.t.Helper()
	v.press("end")
	for range v.m.home.list.Len() {
		if t, ok := v.m.home.chosen(); ok && strings.HasPrefix(t.label.VI, label) {
			return v.press("enter")
		}
		v.press("up")
	}
	v.t.Fatalf("no entry %q:\n%s", label, v.picture())
	return v
}

// Forms are written for a whole cluster; one that exists is never overwritten; and for one unit.
func TestHandOutForms(t *testing.T) {
	dir := t.TempDir()
	v := comeTo(t, dir, 120, 40).to("Phát phiếu").press("enter", "down", "enter").shows("Cả cụm: 9 phiếu")
	v.press("enter", "enter").shows("Ghi phiếu vào thư mục nào?", "phieu-2019-2020")
	v.press("enter").shows("✓ đã ghi 9 phiếu", "nam-dinh.xlsx")
	files, err := os.ReadDir(filepath.Join(dir, "phieu-2019-2020"))
	if err != nil || len(files) != 9 {
		t.Fatalf("written: %v %v", files, err)
	}
	v.press("enter").shows("BẮT ĐẦU")
	v.to("Phát phiếu").press("enter", "down", "enter", "enter", "enter", "enter").shows("tệp đã có")
	v.press("esc", "text:-b", "enter").shows("✓ đã ghi 9 phiếu").press("esc")
	v.to("Phát phiếu").press("enter", "down", "enter", "down", "enter", "enter", "text:-c", "enter")
	v.shows("✓ đã ghi 1 phiếu", "vinh-phuc.xlsx")
}

// The papers of a meeting are read and written without opening it; what is lacking is filled in in the meeting.
func TestPapersOfAMeeting(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.thidua")
	saved(t, path)
	remember(t, filepath.Join(dir, "cfg", "meetings.toml"), settings.Recent{Path: path})
	m, err := meeting.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	v := comeTo(t, dir, 120, 40).to("Văn bản").shows("Văn bản của cuộc họp nào?")
	v.press("enter").shows("VĂN BẢN VÀ SỐ LIỆU", "minutes.docx")
	v.press("enter").shows("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").press("esc")
	v.press("*").shows("mở cuộc họp để điền (F10)")
	v.press("=").shows("Thư mục").press("text:-1", "enter").shows("✓ đã ghi 9 tệp")
	if info, err := os.Stat(filepath.Join(dir, "a-van-ban-1", "minutes.docx")); err != nil || info.Size() == 0 {
		t.Error(err)
	}
	v.press("=", "ctrl+u", "paste:"+path, "enter").shows("CHƯA XUẤT").press("esc", "esc").shows("BẮT ĐẦU")
}

// A record is checked, with its fingerprint, and against one that was kept.
func TestCheckAMeeting(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.thidua")
	saved(t, path)
	snap, err := meeting.Read(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	v := comeTo(t, dir, 120, 40).to("Kiểm tra").shows("Tệp: [").press("text:a", "tab", "enter")
	v.shows("✓ 1 quyết định, chuỗi mã kiểm chứng liền mạch", snap.Fingerprint())
	v.press("=", "text:abc", "enter").shows("không phải là mã kiểm chứng")
	v.press("ctrl+u", "paste:"+strings.Repeat("0", 12), "enter").shows("mã kiểm chứng không khớp").press("enter")
	v.press("ctrl+u", "paste:"+snap.Fingerprint()[:16], "enter").shows("✓ khớp")
	foul := filepath.Join(dir, "foul.thidua")
	if err := os.WriteFile(foul, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	v.press("enter").to("Kiểm tra").press("text:foul.thidua", "enter").shows("không phải tệp cuộc họp").press("esc")
}

// A meeting is served from the page: who is invited is shown, the port is asked for, and who records.
func TestServeFromThePage(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.thidua")
	saved(t, path)
	v := comeTo(t, dir, 120, 40).to("Cho máy khác").press("text:a", "tab", "enter")
	v.shows("Chưa ai được mời").press("+").shows("Mời vào với vai trò gì?")
	v.press("down", "down", "enter").shows("Thành viên của đơn vị nào?").press("down", "enter")
	v.press("text:Phó Giám đốc Sở", "enter").shows("đó là mã vào họp của Phó Giám đốc Sở (thành viên, Bắc Ninh)",
		"pho-giam-doc-so@MÁY")
	v.press("enter").shows("1 người được mời", "Bắc Ninh")
	v.press("+", "enter", "text:phó giám đốc sở", "enter").shows("Không được").press("enter", "esc", "esc")
	v.press("enter").shows("[2222")
	v.press("ctrl+u", "text:99999", "enter").shows("không phải là cổng")
	v.press("ctrl+u", "text:2200", "enter").shows("Ai ghi quyết định?").press("enter")
	snap, err := meeting.Read(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if on := snap.Invited(); len(on) != 1 || on[0].Person != "Phó Giám đốc Sở" || on[0].Decision.By != "Thư ký" {
		t.Errorf("on record: %+v", on)
	}
	if c := v.m.Choice(); c.Task != Serve || c.Listen != ":2200" || c.Path != path || c.By != "Thư ký" {
		t.Errorf("left with %+v", c)
	}
}

// Passcodes cost what they do everywhere, if nobody says.
func TestHashCost(t *testing.T) {
	if got := New(t.Context(), Options{}).opts.HashCost; got != access.HashCost {
		t.Errorf("a passcode costs %d, not %d", got, access.HashCost)
	}
}
