package overlay

import (
	"strings"

	"thidua/data/names"
	"thidua/data/view"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// helpEntry is one thing that the help page says.
type helpEntry struct {
	head bool      // it heads what follows
	key  string    // the key, or the mark, that it is about
	text lang.Text // what it does, or means
	off  lang.Text // why it does not work just now
	does bool      // it can be done from the page
	take Effect    // so
}

// entries is all that the help page says of what is below it.
func (h *helping) entries(env Env) []helpEntry {
	own, global := env.Keys[:env.Own], env.Keys[env.Own:]
	here := lang.Text{VI: "Phím ở đây", EN: "Keys here"}
	if h.title != nil {
		out := append(aboutEntries(h.title(), h.about()), keyEntries(here, own)...)
		out = append(out, keyEntries(lang.Text{VI: "Phím ở mọi trang", EN: "Keys on every page"}, global)...)
		return append(out, orderEntries(false)...)
	}
	out := append(aboutEntries(env.Screen.Title(), env.Screen.Help()), keyEntries(here, own)...)
	out = append(out, keyEntries(lang.Text{VI: "Phím ở mọi màn hình", EN: "Keys on every screen"}, global)...)
	out = append(out, orderEntries(env.Own > 0)...)
	out = append(out, markEntries()...)
	book := env.Snap.Rulebook()
	return append(out, helpEntry{head: true},
		helpEntry{text: lang.Sayf("Bộ tiêu chí: %s · %s", "Rulebook: %s · %s", book.Title, book.Source)})
}

// aboutEntries say what something is for.
func aboutEntries(title, about lang.Text) []helpEntry {
	return []helpEntry{{head: true, text: lang.Text{VI: strings.ToUpper(title.VI), EN: strings.ToUpper(title.EN)}},
		{text: about}}
}

// keyEntries are keys with what they do, under a heading.
func keyEntries(head lang.Text, keys []kit.Binding) []helpEntry {
	if len(keys) == 0 {
		return nil
	}
	out := []helpEntry{{head: true, text: head}}
	for _, b := range keys {
		typed := len(b.Keys) != 1 && b.Has("0") // a digit is typed on the screen, not taken from a page
		out = append(out, helpEntry{key: b.Shown, text: b.Help, off: b.Off, does: !typed && !b.Has("f1"),
			take: Effect{Press: &b}})
	}
	return out
}

// orderEntries is the order in which a meeting goes, each step with the screen on which it is done; there says whether
// one can go there from here.
func orderEntries(there bool) []helpEntry {
	out := []helpEntry{{head: true, text: lang.Text{VI: "Thứ tự một cuộc họp", EN: "The order of a meeting"}}}
	step := func(on screen.ID, vi, en string) {
		to := Effect{Effect: screen.Effect{Go: on, At: screen.Place{Unit: -1, Node: -1}}}
		out = append(out, helpEntry{key: on.Key(), text: lang.Text{VI: vi, EN: en}, does: there, take: to})
	}
	step(screen.Roll, "điểm danh: ai có mặt, ai vắng có lý do", "the roll: who is present, who is absent and why")
	step(screen.Minutes, "phiên họp, khai mạc, ý kiến phát biểu cho biên bản",
		"the sitting, the opening, what is said for the minutes")
	step(screen.Review, "từng đơn vị: phần trăm, thưởng, trừ; thống nhất bản chấm",
		"unit by unit: percent, bonus, penalty; accept the sheet")
	step(screen.Compare, "một tiêu chí ở mọi đơn vị, khi cần so",
		"a criterion at all units, where it has to be compared")
	step(screen.Vote, "biểu quyết điều còn ý kiến khác nhau, trả lời đề nghị thưởng",
		"vote on what is contested, answer the requests")
	step(screen.Board, "xếp hạng: bằng điểm, khen thưởng còn chờ", "the ranking: ties, awards that are pending")
	step(screen.Election, "bầu cụm trưởng, cụm phó năm sau", "elect the leader and the deputy of next year")
	step(screen.Ceremony, "chốt cuộc họp rồi công bố", "close the meeting, then announce")
	step(screen.Record, "mọi quyết định đã ghi: xem lại, hoàn tác", "every decision on record: look back, undo")
	return out
}

// markEntries say what the marks on the screens mean.
func markEntries() []helpEntry {
	out := []helpEntry{{head: true, text: lang.Text{VI: "Dấu trên màn hình", EN: "Marks on the screens"}}}
	for m := range view.Marks {
		out = append(out, helpEntry{key: m.Sign(), text: m.Word()})
	}
	for _, m := range [...]struct{ sign, vi, en string }{
		{"✓", "đã xong, đã ghi, đã thống nhất", "done, on record, accepted"},
		{"✗", "chưa ghi được, hoặc không thông qua", "not recorded, or not carried"},
		{"→", "từ giá trị cũ sang giá trị mới", "from the old value to the new one"},
		{"◇", "điểm tự chấm, bên cạnh điểm cụm thống nhất", "the self-score, beside the agreed one"},
	} {
		out = append(out, helpEntry{key: m.sign, text: lang.Text{VI: m.vi, EN: m.en}})
	}
	return out
}

// found are the entries in which all words stand, below their headings; all of them for no word.
func found(all []helpEntry, typed string) (out []helpEntry) {
	words := strings.Fields(names.Bare(typed))
	var head *helpEntry
	for i, e := range all {
		if e.head {
			head = &all[i]
			continue
		}
		bare := names.Bare(e.key + " " + e.text.VI + " " + e.text.EN)
		if !fits(bare, words) {
			continue
		}
		if head != nil {
			out, head = append(out, *head), nil
		}
		out = append(out, e)
	}
	return out
}

// fits reports whether every word begins a word of a text, or is the whole of its key.
func fits(bare string, words []string) bool {
	for _, w := range words {
		if !strings.HasPrefix(bare, w) && !strings.Contains(bare, " "+w) {
			return false
		}
	}
	return true
}
