package follow

import (
	"encoding/json"
	"os"
	"path/filepath"
	"time"

	"thidua/data/clean"
	"thidua/data/meeting"
	"thidua/data/store"
	"thidua/scoring/lang"
)

// Note is what lies beside a copy, in FILE.follow, as long as nobody has gone on with it: whose copy it is, and how it
// stood. Nothing hangs on it: the copy itself is the record.
type Note struct {
	Source string    `json:"source"` // as it may be shown
	Newest int       `json:"newest"` // how many decisions the source was known to have
	At     time.Time `json:"at"`     // when that was
	Lost   bool      `json:"lost"`   // the source could not be reached any more
}

func noteFile(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	return path + ".follow"
}

// Save keeps the note. Where that cannot be done nothing is lost but a sentence.
func (n Note) Save(path string) {
	b, err := json.Marshal(n)
	if err != nil {
		return
	}
	file := noteFile(path)
	const ownFile = 0o600
	if os.WriteFile(file+"-new", append(b, '\n'), ownFile) == nil {
		_ = os.Rename(file+"-new", file)
	}
}

// TakeOver says what whoever goes on with a copy should know, what matters most first, and makes it a meeting like any
// other: the note is gone then. There is nothing to say where the file is no copy.
func TakeOver(path string, s *meeting.Snapshot) []lang.Text {
	if !store.IsFile(path) {
		return nil
	}
	file := noteFile(path)
	text, err := os.ReadFile(file)
	var n Note
	if err != nil || json.Unmarshal(text, &n) != nil {
		return nil
	}
	_ = os.Remove(file)
	return n.said(s)
}

// said is the note in words: what is here, what is not, what was open.
func (n Note) said(s *meeting.Snapshot) []lang.Text {
	out := []lang.Text{lang.Sayf("Bản sao của %s: có mọi quyết định đến số %d, ghi lúc %s.",
		"A copy of %s: it has every decision up to number %d, recorded at %s.", lang.Both(clean.Show(n.Source)),
		s.Seq(),
		s.Saved().Local().Format("15:04:05 02/01/2006"))}
	if lacks := n.Newest - s.Seq(); lacks > 0 {
		out[0] = lang.Sayf("%s THIẾU %d quyết định mà máy kia đã ghi.",
			"%s IT LACKS %d that the other machine had recorded.",
			out[0], lacks)
	}
	if o := s.Opening(); o != nil {
		out = append(out, lang.Sayf("Khi đó đang lấy phiếu: «%s» (số %d). Phiếu đã mất: hủy cuộc đó rồi lấy phiếu lại.",
			"A vote was open: «%s» (decision %d). Its ballots are lost: declare it void, then take it again.",
			lang.Both(o.Open.What), o.Decision.Seq))
	}
	return append(out,
		lang.Sayf("Phiếu chưa kiểm, đề nghị đang chờ và điều đang gõ ở máy kia không có ở đây.",
			"Ballots not counted, suggestions that waited, and what was being typed over there are not here."),
		lang.Sayf("Từ nay họp ở máy này: không ghi tiếp ở máy kia nữa, nếu không hai bản sẽ khác nhau.",
			"From now on the meeting is here: record nothing more on the other machine, or the two will differ."),
		lang.Sayf("Người được mời vào qua SSH: chép tệp .access của máy kia sang đây, hoặc mời lại.",
			"Those invited over SSH: copy the .access file of the other machine here, or invite them anew."))
}
