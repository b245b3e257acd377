package tui

import (
	"strings"

	"thidua/scoring/lang"
	"thidua/tui/kit"
)

// Join is how others come in to a meeting that is served: what to type, by what they know the host, and the same to be
// read by a camera.
type Join struct {
	Lines       []string // each a command that can be typed as it stands
	Fingerprint string   // of the host's key
	QR          [][]bool // rows of modules, true is dark, without the quiet zone; none: not drawn

	// Forget is what to type at a machine that knows the address by another key: it forgets that one.
	Forget  string
	Warning lang.Text // who cannot come in, and how to mend it; zero: everybody can
}

// joinKeys opens the page.
func (m *Model) joinKeys() []kit.Binding {
	if m.opts.Join == nil {
		return nil
	}
	return []kit.Binding{{Action: doJoin, Keys: []string{"f12"}, Shown: "F12", Weight: 16,
		Label: lang.Text{VI: "cách vào", EN: "how to join"},
		Help: lang.Text{VI: "lệnh ssh và mã QR để vào họp, cho cả phòng xem",
			EN: "the ssh line and its QR code, for the room"}}}
}

// quiet is how many light modules must stand around a QR code (ISO/IEC 18004).
const quiet = 4

// joinPage is what to type, and the code.
func (m *Model) joinPage(area int) []string {
	st, l, p, j := m.styles, m.opts.Lang, newSheet(area), m.opts.Join
	p.add(st.Strong, lang.Sayf("VÀO HỌP TỪ MÁY CỦA MÌNH", "JOIN FROM YOUR OWN LAPTOP").In(l))
	p.blank()
	p.add(st.Text,
		lang.Sayf("Mở PowerShell, Terminal hoặc PuTTY, gõ (thay TÊN bằng tên trong giấy mời, không dấu):",
			"Open PowerShell, Terminal or PuTTY, and type (NAME is the name you were invited by, without diacritics):",
		).In(l))
	p.blank()
	for _, line := range j.Lines {
		p.lines = append(p.lines, kit.NewRow(area).Gap(4).Put(st.Title, line).String())
	}
	p.blank()
	p.add(st.Text,
		lang.Sayf("Lần đầu máy hỏi có tin khóa này không. Trả lời yes chỉ khi đúng từng ký tự:",
			"The first time it asks whether to trust the key. Say yes only if it is this one, to the letter:").In(l))
	p.lines = append(p.lines, kit.NewRow(area).Gap(4).Put(st.Accent, j.Fingerprint).String())
	if j.Forget != "" {
		p.add(st.Text, lang.Sayf(
			"Máy báo REMOTE HOST IDENTIFICATION HAS CHANGED mà khóa đúng như trên: gõ dòng này, rồi vào lại:",
			"Where it says REMOTE HOST IDENTIFICATION HAS CHANGED, and the key is this one: type this, and try again:",
		).In(l))
		p.lines = append(p.lines, kit.NewRow(area).Gap(4).Put(st.Title, j.Forget).String())
	}
	if !j.Warning.IsZero() {
		p.blank()
		p.add(st.Alarm, "✗ "+j.Warning.In(l))
	}
	if len(j.QR) > 0 {
		p.blank()
		for _, line := range halfBlocks(j.QR) {
			p.lines = append(p.lines, kit.NewRow(area).Gap(4).Put(st.Code, line).String())
		}
	}
	return p.lines
}

// halfBlocks draws modules, two rows in a line: light ones are drawn, dark ones left out, on a dark ground.
func halfBlocks(code [][]bool) []string {
	light := func(x, y int) bool {
		return x < 0 || y < 0 || y >= len(code) || x >= len(code[y]) || !code[y][x]
	}
	n := len(code)
	var lines []string
	for y := -quiet; y < n+quiet; y += 2 {
		var b strings.Builder
		for x := -quiet; x < n+quiet; x++ {
			switch top, bottom := light(x, y), y+1 >= n+quiet || light(x, y+1); {
			case top && bottom:
				b.WriteString("█")
			case top:
				b.WriteString("▀")
			case bottom:
				b.WriteString("▄")
			default:
				b.WriteString(" ")
			}
		}
		lines = append(lines, b.String())
	}
	return lines
}
