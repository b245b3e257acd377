package tui

import (
	"thidua/data/demo"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/ceremony"
	"thidua/tui/kit"
	"thidua/tui/overlay"
	"thidua/tui/record"
	"thidua/tui/screen"
)

func lessonClose() Lesson {
	return Lesson{ID: "close", Stage: demo.Elected, Title: lang.Text{VI: "Chốt cuộc họp", EN: "Close the meeting"},
		About: lang.Text{VI: "xem còn thiếu gì, rồi chốt", EN: "see what is missing, then close"},
		steps: []step{
			{hint: lang.Sayf("%s: những gì còn thiếu trước khi chốt.", "%s: what is missing before it can be closed.",
				screen.Ceremony.Key()), done: onScreen(screen.Ceremony)},
			{on: screen.Ceremony, hint: lang.Text{VI: "Không còn gì ngăn. = chốt cuộc họp, = lần nữa để chắc chắn.",
				EN: "Nothing is in the way. = closes the meeting, = once more to be sure."},
				done: func(m *Model, _ mark) bool { return m.live.Closed() }},
		},
		last: finished(lang.Text{VI: "Mã kiểm chứng trên màn hình cho biết không số nào bị sửa.",
			EN: "The fingerprint on screen shows that no number was changed."})}
}

func lessonAnnounce() Lesson {
	return Lesson{ID: "announce", Stage: demo.Closed,
		Title: lang.Text{VI: "Công bố kết quả", EN: "Announce the results"},
		About: lang.Text{VI: "từng bước, từ hạng cuối lên", EN: "step by step, from the last place up"},
		steps: []step{
			{hint: lang.Sayf("%s: công bố.", "%s: the ceremony.", screen.Ceremony.Key()),
				done: onScreen(screen.Ceremony)},
			{on: screen.Ceremony, hint: lang.Sayf("%s bắt đầu.",
				"%s begins.", kit.KeyTake),
				done: func(m *Model, _ mark) bool { return m.ceremony.Reveal().Running }},
			{on: screen.Ceremony,
				hint: lang.Sayf("%s bước tiếp, %s lùi: đi đến hết.",
					"%s goes on, %s back: go to the end.", ceremony.KeyNext, ceremony.KeyBack),
				done: func(m *Model, _ mark) bool { r := m.ceremony.Reveal(); return r.Running && r.Shown == r.Of }},
		},
		last: finished(lang.Text{VI: "Bút trình chiếu gửi đúng hai phím ấy: dùng được ngay.",
			EN: "A presenter's clicker sends these two keys: it just works."})}
}

func lessonPapers() Lesson {
	return Lesson{ID: "papers", Stage: demo.Closed,
		Title: lang.Text{VI: "Biên bản và tờ trình", EN: "Minutes and proposal"},
		About: lang.Text{VI: "văn bản có gì, còn thiếu gì, đọc trước",
			EN: "what papers there are, what they lack, reading them first"},
		steps: []step{
			{over: []overlay.ID{overlay.PapersPage},
				hint: lang.Sayf("%s: các văn bản của cuộc họp.", "%s: the papers of the meeting.",
					screen.KeyPapers), done: func(m *Model, _ mark) bool { return m.overlays.Is(overlay.PapersPage) }},
			{over: []overlay.ID{overlay.PapersPage}, hint: lang.Sayf("↓ chọn một văn bản, %s đọc trước.",
				"↓ chooses a paper, %s reads it.", kit.KeyTake),
				done: func(m *Model, _ mark) bool { return m.papers != nil && m.papers.Reading() }},
			{over: []overlay.ID{overlay.PapersPage}, hint: lang.Sayf("%s đọc tiếp. %s về danh sách.",
				"%s reads on. %s goes back to the list.", ceremony.KeyNext, kit.KeyTake),
				done: func(m *Model, _ mark) bool { return !m.papers.Reading() }},
		},
		last: finished(lang.Text{VI: "Trong cuộc họp thật, tại đây xuất mọi văn bản vào một thư mục.",
			EN: "In a real meeting all papers are written into a folder from here."})}
}

func lessonRecover() Lesson {
	return Lesson{ID: "recover", Stage: demo.Closed,
		Title: lang.Text{VI: "Khi đã chốt mà còn sai", EN: "When it is closed and wrong"},
		About: lang.Text{VI: "mở lại có lý do, rút một quyết định cũ, chốt lại",
			EN: "reopen with a reason, take back an old decision, close again"},
		steps: []step{
			{hint: lang.Sayf("%s: cuộc họp đã chốt.", "%s: the meeting is closed.", screen.Ceremony.Key()),
				done: onScreen(screen.Ceremony)},
			{on: screen.Ceremony,
				hint: lang.Sayf("%s mở lại: gõ lý do, %s.",
					"%s reopens it: type a reason, %s.", ceremony.KeyReopen, kit.KeyTake),
				done: func(m *Model, _ mark) bool { return !m.live.Closed() }},
			{hint: lang.Sayf("%s: mọi quyết định.", "%s: every decision.", screen.Record.Key()),
				done: onScreen(screen.Record)},
			{on: screen.Record, hint: lang.Sayf("↑ chọn một quyết định cũ, %s rồi %s: rút riêng nó.",
				"↑ chooses an old decision; %s, then %s, takes back that one alone.", record.KeyUndo, kit.KeyTake),
				done: func(m *Model, s mark) bool { return m.made(s, a[scoring.Undo]) }},
		},
		last: finished(lang.Text{VI: "Mất điện cũng vậy: mở lại tệp, mọi quyết định đã ghi còn đủ.",
			EN: "After a power cut too: open the file again, all that was recorded is there."})}
}
