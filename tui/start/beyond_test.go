package start

import (
	"path/filepath"
	"testing"
)

// The board of a folder, and a copy of a meeting elsewhere, are begun from the page.
func TestBeyondThisMachine(t *testing.T) {
	dir := t.TempDir()
	v := comeTo(t, dir, 120, 40)
	v.to("Bảng toàn quốc")
	v.shows("Thư mục nào chứa các tệp .thidua?").press("ctrl+u", "text:"+dir, "enter")
	if c := v.m.Choice(); !v.over || c.Task != Board || c.Path != dir {
		t.Errorf("left with %+v\n%s", c, v.picture())
	}

	v = comeTo(t, dir, 120, 40)
	v.to("Bảng toàn quốc")
	v.press("ctrl+u", "text:postgres://máy/csdl", "enter")
	if c := v.m.Choice(); !v.over || c.Task != Board || c.Path != "postgres://máy/csdl" {
		t.Errorf("left with %+v\n%s", c, v.picture())
	}

	v = comeTo(t, dir, 120, 40)
	v.to("Máy dự phòng")
	v.shows("Cuộc họp ở đâu?").press("text:may-du-phong@10.0.0.1:2222", "enter")
	v.shows("Bản sao ở tệp nào?").press("ctrl+u", "text:"+filepath.Join(dir, "b.thidua"), "enter")
	c := v.m.Choice()
	if !v.over || c.Task != Standby || c.From != "ssh://may-du-phong@10.0.0.1:2222" ||
		c.Path != filepath.Join(dir, "b.thidua") {
		t.Errorf("left with %+v\n%s", c, v.picture())
	}
}
