package overlay

import (
	"strings"

	"thidua/scoring/lang"
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

// NewJoin shows how to come in.
func NewJoin(j *Join) Overlay { return &page{id: JoinPage, write: j.write} }

func (j *Join) write(env Env, s *sheet) {
	st := env.Styles
	s.add(st.Strong, env.Say("VÀO HỌP TỪ MÁY CỦA MÌNH", "JOIN FROM YOUR OWN LAPTOP"))
	s.blank()
	s.add(st.Text, env.Say("Mở PowerShell, Terminal hoặc PuTTY, gõ (thay TÊN bằng tên trong giấy mời, không dấu):",
		"Open PowerShell, Terminal or PuTTY, and type (NAME is the name you were invited by, without diacritics):"))
	s.blank()
	for _, line := range j.Lines {
		s.row(s.newRow().Gap(4).Put(st.Title, line))
	}
	s.blank()
	s.add(st.Text, env.Say("Lần đầu máy hỏi có tin khóa này không. Trả lời yes chỉ khi đúng từng ký tự:",
		"The first time it asks whether to trust the key. Say yes only if it is this one, to the letter:"))
	s.row(s.newRow().Gap(4).Put(st.Accent, j.Fingerprint))
	if j.Forget != "" {
		s.add(st.Text, env.Say(
			"Máy báo REMOTE HOST IDENTIFICATION HAS CHANGED mà khóa đúng như trên: gõ dòng này, rồi vào lại:",
			"Where it says REMOTE HOST IDENTIFICATION HAS CHANGED, and the key is this one: type this, and try again:"))
		s.row(s.newRow().Gap(4).Put(st.Title, j.Forget))
	}
	if !j.Warning.IsZero() {
		s.blank()
		s.add(st.Alarm, "✗ "+j.Warning.In(env.Lang))
	}
	writeStandbys(env, s)
	if len(j.QR) == 0 || s.spoken {
		return
	}
	s.blank()
	for _, line := range halfBlocks(j.QR) {
		s.row(s.newRow().Gap(4).Put(st.Code, line))
	}
}

// writeStandbys says which machines keep a copy of the record, and how far each is.
func writeStandbys(env Env, s *sheet) {
	if env.Floor == nil || len(env.Floor.Standbys) == 0 {
		return
	}
	st := env.Styles
	s.blank()
	s.add(st.Strong,
		env.Say("MÁY DỰ PHÒNG (giữ bản sao, không ai phải đợi)", "STANDBYS (keep a copy; nobody waits for them)"))
	for _, x := range env.Floor.Standbys {
		switch {
		case !x.Gone.IsZero():
			s.add(st.Alarm,
				env.Say("✗ %s: mất từ %s, bản sao có đến số %d/%d", "✗ %s: lost since %s, its copy goes up to %d of %d",
					x.Name, x.Gone.Format("15:04:05"), x.Has, env.Live.Seq()))
		case !x.Late.IsZero():
			s.add(st.Warn, env.Say("… %s: chậm từ %s, đã có %d/%d", "… %s: behind since %s, has %d of %d",
				x.Name, x.Late.Format("15:04:05"), x.Has, env.Live.Seq()))
		default:
			s.add(st.Good, env.Say("✓ %s: đủ mọi quyết định", "✓ %s: has every decision", x.Name))
		}
	}
}

// quiet is how many light modules must stand around a QR code (ISO/IEC 18004).
const quiet = 4

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
