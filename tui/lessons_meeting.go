package tui

import (
	"thidua/data/demo"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/edit"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

func lessonCorrect() Lesson {
	return Lesson{ID: "correct", Title: lang.Text{VI: "Sửa chỗ ghi nhầm", EN: "Correct a slip"},
		About: lang.Text{VI: "ghi nhầm, hoàn tác, ghi lại có lý do",
			EN: "a slip, its undo, and the right number with a reason"},
		steps: []step{
			{on: screen.Review, hint: lang.Sayf("Ghi nhầm: gõ 8 rồi %s.", "Make a slip: type 8, then %s.", kit.KeyTake),
				done: func(m *Model, s mark) bool { return m.made(s, a[scoring.Score]) }},
			{hint: lang.Sayf("Đáng lẽ là 80. %s hoàn tác.", "It should have been 80. %s undoes it.", screen.KeyUndo),
				done: func(m *Model, s mark) bool { return m.made(s, a[scoring.Undo]) }},
			{on: screen.Review, hint: lang.Sayf("Gõ 80, %s sang lý do, gõ vài chữ, %s.",
				"Type 80, %s for the reason, a few words, %s.", edit.KeyField, kit.KeyTake),
				done: func(m *Model, s mark) bool {
					return m.made(s, func(act scoring.Act) bool {
						x, ok := act.(scoring.Score)
						return ok && x.Reason != ""
					})
				}},
			{hint: lang.Sayf("%s: nhật ký giữ cả ba.", "%s: the record keeps all three.", screen.Record.Key()),
				done: onScreen(screen.Record)},
		},
		last: finished(lang.Text{VI: "Không gì mất: ghi nhầm, hoàn tác, ghi lại đều còn.",
			EN: "Nothing is lost: slip, undo and correction stay."})}
}

func lessonGrant() Lesson {
	return Lesson{ID: "grant", asks: true, Title: lang.Text{VI: "Trả lời đề nghị thưởng", EN: "Answer a request"},
		About: lang.Text{VI: "duyệt, hoặc không duyệt có lý do", EN: "grant it, or refuse it with a reason"},
		steps: []step{
			{on: screen.Review, hint: lang.Sayf("Đơn vị đề nghị thưởng tại đây. %s duyệt đúng như đề nghị.",
				"The unit asks for a bonus here. %s grants what it asks.", edit.KeyGrant),
				done: func(m *Model, s mark) bool { return m.made(s, a[scoring.Bonus]) }},
			{hint: lang.Sayf("Đã thưởng. %s hoàn tác, để thử cách trả lời kia.",
				"Granted. %s undoes it, to try the other answer.", screen.KeyUndo),
				done: func(m *Model, s mark) bool { return m.made(s, a[scoring.Undo]) }},
			{on: screen.Review, hint: lang.Sayf("%s không duyệt: gõ lý do, %s.", "%s refuses it: type the reason, %s.",
				edit.KeyReject, kit.KeyTake),
				done: func(m *Model, s mark) bool { return m.made(s, a[scoring.Reject]) }},
			{hint: lang.Sayf("%s: những đề nghị còn chờ trả lời.",
				"%s: the requests that still wait.", screen.Vote.Key()),
				done: onScreen(screen.Vote)},
		},
		last: finished(lang.Text{VI: "Đề nghị nào cũng phải có câu trả lời trước khi chốt.",
			EN: "Every request wants an answer before the meeting closes."})}
}

func lessonVote() Lesson {
	return Lesson{ID: "vote", Title: lang.Text{VI: "Biểu quyết", EN: "Vote"},
		About: lang.Text{VI: "đưa một đề nghị ra biểu quyết và nhập số phiếu",
			EN: "put a request to the vote and type the count"},
		steps: []step{
			{hint: lang.Sayf("%s: những điều có thể đưa ra biểu quyết.",
				"%s: what can be put to the vote.", screen.Vote.Key()),
				done: onScreen(screen.Vote)},
			{on: screen.Vote, hint: lang.Sayf("↓ chọn một đề nghị, %s đưa ra biểu quyết.",
				"↓ chooses a request, %s puts it to the vote.", kit.KeyTake),
				done: func(m *Model, _ mark) bool { return m.on() == screen.Vote && m.editing() }},
			{on: screen.Vote,
				hint: lang.Sayf("Gõ số tán thành, %s, số không tán thành: ô cuối tự điền đủ 9. %s để ghi.",
					"Type how many are for, %s, against: the last box fills up to nine. %s records it.", kit.KeyTake,
					kit.KeyTake),
				done: func(m *Model, s mark) bool { return m.made(s, a[scoring.Vote]) }},
			{hint: lang.Sayf("Kết quả đứng đó đến khi nhấn một phím: nhấn %s.",
				"The result stays until a key is pressed: press %s.", kit.KeyTake),
				done: func(m *Model, _ mark) bool { return !m.announced() }},
		},
		last: finished(lang.Text{VI: "Màn hình này giữ mọi cuộc biểu quyết với đủ số phiếu.",
			EN: "This screen keeps every vote with all its counts."})}
}

func lessonTie() Lesson {
	return Lesson{ID: "tie", Stage: demo.Tied, Title: lang.Text{VI: "Phân định bằng điểm", EN: "Settle a tie"},
		About: lang.Text{VI: "hai đơn vị bằng điểm ở hạng có khen thưởng",
			EN: "two units are level where an award ends"},
		steps: []step{
			{hint: lang.Sayf("Hai đơn vị cùng hạng 4. %s: biểu quyết để phân định.",
				"Two units share rank 4. %s: the vote that settles it.", screen.Vote.Key()),
				done: onScreen(screen.Vote)},
			{on: screen.Vote,
				hint: lang.Sayf("Dòng đầu là bằng điểm: %s.",
					"The first line is the tie: %s.", kit.KeyTake),
				done: func(m *Model, _ mark) bool { return m.on() == screen.Vote && m.editing() }},
			{on: screen.Vote,
				hint: lang.Sayf("Gõ phiếu của từng đơn vị, không bằng nhau, ví dụ 6, %s, 3. %s để ghi.",
					"Type each unit's votes, not the same, say 6, %s, 3. %s records it.", kit.KeyTake, kit.KeyTake),
				done: func(m *Model, s mark) bool { return m.made(s, a[scoring.Vote]) }},
			{hint: lang.Sayf("%s: mỗi đơn vị một hạng. %s hỏi vì sao.", "%s: each has a rank of its own. %s asks why.",
				screen.Board.Key(), screen.KeyWhy), done: onScreen(screen.Board)},
		},
		last: finished(lang.Text{VI: "Phiếu cũng bằng nhau thì có chủ tọa quyết định hoặc bốc thăm.",
			EN: "If the votes are level too, the chair rules or lots are drawn."})}
}

func lessonElect() Lesson {
	return Lesson{ID: "elect", Stage: demo.Reviewed,
		Title: lang.Text{VI: "Bầu Cụm trưởng, Cụm phó", EN: "Elect leader and deputy"},
		About: lang.Text{VI: "kiểm phiếu từng vòng; chương trình đọc kết quả",
			EN: "count each round; the program gives the result"},
		steps: []step{
			{hint: lang.Sayf("%s: phiếu bầu.", "%s: the ballot.", screen.Election.Key()),
				done: onScreen(screen.Election)},
			{on: screen.Election,
				hint: lang.Text{VI: "Gõ phiếu từng đơn vị, ↓ sang đơn vị sau: 9 phiếu, một đơn vị từ 5. = ghi vòng.",
					EN: "Type each unit's votes, ↓ for the next: 9 in all, one with 5. = records the round."},
				done: func(m *Model, _ mark) bool { _, _, ok := m.live.Elected(scoring.Leader); return ok }},
			{on: screen.Election,
				hint: lang.Text{VI: "Bây giờ là Cụm phó: làm như vậy.", EN: "Now the deputy, in the same way."},
				done: func(m *Model, _ mark) bool { _, _, ok := m.live.Elected(scoring.Deputy); return ok }},
		},
		last: finished(lang.Text{VI: "Chưa ai quá bán thì chương trình tự mở vòng sau.",
			EN: "Where nobody has a majority, the next round opens by itself."})}
}
