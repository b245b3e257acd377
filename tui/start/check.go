package start

import (
	"context"
	"errors"

	"thidua/data/verify"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

const doAgainst kit.Action = "start-against"

// askCheck asks which meeting is to be checked, and checks it.
func (h *home) askCheck(screen.Env) effect {
	return h.pick(lang.Text{VI: "Kiểm tra một cuộc họp", EN: "Verify a meeting"},
		lang.Text{VI: "Kiểm tra nhật ký của cuộc họp nào? Mọi quyết định được chạy lại từ đầu.",
			EN: "Which meeting's record? Every decision is replayed from the beginning."},
		func(_ screen.Env, path string) effect {
			return effect{work: &work{what: lang.Text{VI: "đang kiểm tra", EN: "checking"},
				do: func(ctx context.Context) outcome {
					report, err := verify.Check(ctx, path)
					return outcome{then: func(env screen.Env) effect {
						if err != nil {
							return effect{open: newFaults(path, err)}
						}
						return effect{open: h.newReport(report)}
					}}
				}}}
		})
}

// newFaults says everything that is wrong with a record.
func newFaults(path string, err error) page {
	return &text{head: lang.Text{VI: "Nhật ký có lỗi", EN: "The record has faults"},
		help: lang.Text{VI: "Nhật ký này không còn như đã ghi, hoặc không đọc được.",
			EN: "This record is not what was recorded, or cannot be read."},
		write: func(env screen.Env, w int) []string {
			st := env.Styles
			lines := append(paragraph(st.Text, short(path), w), kit.Blank(w))
			var faults *verify.Faults
			if !errors.As(err, &faults) {
				return append(lines, paragraph(st.Bad, "✗ "+screen.Said(err).In(env.Lang), w)...)
			}
			head := env.Say("✗ %s", "✗ %s", lang.Count(len(faults.List), "lỗi", "fault", "faults"))
			lines = append(lines, paragraph(st.Bad, head, w)...)
			for _, f := range faults.List {
				lines = append(lines, indented(st.Text, "✗ "+f.In(env.Lang), w, 2)...)
			}
			return lines
		}}
}

// newReport says that a record is whole, with its fingerprint, and what else was found.
func (h *home) newReport(r *verify.Report) page {
	now := h.opts.Now()
	return &text{head: lang.Text{VI: "Kết quả kiểm tra", EN: "What was found"},
		help: lang.Text{
			VI: "Mã kiểm chứng đại diện cho toàn bộ nhật ký: ai giữ mã này thì sau này biết có gì bị sửa hay không.",
			EN: "The fingerprint stands for the whole record: whoever keeps it can tell later whether it was changed."},
		own: func() []kit.Binding {
			return []kit.Binding{finishing(), {Action: doAgainst, Keys: kit.Named("="), Shown: "=", Weight: 80,
				Label: lang.Text{VI: "so với mã đã giữ", EN: "compare"},
				Help: lang.Text{VI: "so với mã kiểm chứng đã giữ",
					EN: "compare with a fingerprint that was kept"}}}
		},
		act: func(_ screen.Env, a kit.Action) effect {
			if a == doAgainst {
				return effect{open: askKept(r)}
			}
			return effect{home: true}
		},
		write: func(env screen.Env, w int) []string {
			st := env.Styles
			lines := append(paragraph(st.Text, short(r.Path), w), kit.Blank(w))
			whole := st.Good
			if len(r.Snap.Mistakes()) > 0 {
				whole = st.Warn
			}
			for _, said := range r.Said() {
				lines = append(lines, paragraph(whole, env.In(said), w)...)
			}
			for _, said := range r.Times(now) {
				lines = append(lines, paragraph(st.Warn, env.In(said), w)...)
			}
			if !r.Remark.IsZero() {
				lines = append(lines, paragraph(st.Warn, "! "+env.In(r.Remark), w)...)
			}
			lines = append(lines, kit.Blank(w))
			lines = append(lines, paragraph(st.Title, env.Say("MÃ KIỂM CHỨNG", "FINGERPRINT"), w)...)
			return append(lines, paragraph(st.Strong, r.Snap.Fingerprint(), w)...)
		}}
}

// askKept asks for a fingerprint that was kept.
func askKept(r *verify.Report) page {
	return newAsk(lang.Text{VI: "Mã đã giữ", EN: "The fingerprint kept"},
		lang.Text{VI: "Gõ hoặc dán mã kiểm chứng đã giữ, cả mã hoặc ít nhất 12 ký tự đầu, như trong biên bản.",
			EN: "Type or paste the fingerprint that was kept: all of it, or at least its first 12 digits."},
		lang.Text{VI: "Mã", EN: "Fingerprint"}, lang.Text{VI: "gõ mã kiểm chứng", EN: "type the fingerprint"}, "",
		func(_ screen.Env, typed string) effect {
			kept, ok := verify.Kept(typed)
			if !ok {
				return alarm(verify.NoFingerprint(typed))
			}
			if err := r.Against(kept); err != nil {
				return effect{open: newTrouble(screen.Said(err))}
			}
			return effect{back: true, good: true, note: lang.Text{VI: "✓ khớp: nhật ký đúng như khi mã này được giữ",
				EN: "✓ it matches: the record is what it was when this was kept"}}
		})
}
