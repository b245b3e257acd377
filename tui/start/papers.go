package start

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/data/outputs"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/overlay"
	"thidua/tui/screen"
)

// papers shows the papers of a meeting as it stands, whoever has it open, with the page that a meeting has for them.
type papers struct {
	opts *Options
	snap *meeting.Snapshot
	*overlay.Papers
}

// askPapers asks of which meeting.
func (h *home) askPapers(screen.Env) effect {
	return h.pick(lang.Text{VI: "Văn bản", EN: "Papers"},
		lang.Text{VI: "Văn bản của cuộc họp nào? Cuộc họp chỉ được đọc, không mở để ghi.",
			EN: "Of which meeting? It is only read, not opened for writing."},
		func(_ screen.Env, path string) effect {
			return effect{work: &work{what: lang.Text{VI: "đang đọc cuộc họp", EN: "reading the meeting"},
				do: func(ctx context.Context) outcome {
					snap, err := meeting.Read(ctx, path)
					return outcome{then: func(env screen.Env) effect {
						if err != nil {
							return effect{open: newTrouble(screen.Said(err))}
						}
						p := &papers{opts: h.opts, snap: snap}
						p.Papers = overlay.NewPapers(p.env(env), PapersFolder(path))
						return effect{open: p}
					}}
				}}}
		})
}

// PapersFolder is the folder that is offered for the papers of a meeting: beside its file, named after it.
func PapersFolder(path string) string { return strings.TrimSuffix(path, ".thidua") + "-van-ban" }

// env is what the page of papers may know.
func (p *papers) env(env screen.Env) overlay.Env {
	env.Snap = p.snap
	return overlay.Env{Env: env, Live: p.snap}
}

func (p *papers) title() lang.Text { return lang.Text{VI: "Văn bản", EN: "Papers"} }

func (p *papers) about() lang.Text {
	return lang.Text{VI: "Các tệp mà cuộc họp cho ra: còn thiếu gì, đọc trước, ghi ra một thư mục. Phần còn thiếu " +
		"điền trong cuộc họp.",
		EN: "The files that the meeting gives: what they lack, as text, and into a folder. What is lacking is " +
			"filled in in the meeting."}
}

func (p *papers) keys() []kit.Binding {
	return p.Keys(p.env(screen.Env{Lang: p.opts.Lang}))
}

func (p *papers) do(env screen.Env, a kit.Action) effect {
	e := p.Do(p.env(env), a)
	switch {
	case e.Read != nil:
		file := *e.Read
		return effect{load: func(context.Context) outcome {
			lines := file.Read()
			return outcome{then: func(screen.Env) effect {
				p.Show(file, lines)
				return effect{}
			}}
		}}
	case e.Export != nil:
		return p.export(env.Lang, *e.Export)
	case e.Go != "":
		return alarm(lang.Sayf("mở cuộc họp để điền (%s)", "open the meeting to fill it in (%s)", e.Go.Key()))
	case e.Close:
		return effect{back: true}
	}
	return effect{note: e.Note, alarm: e.Alarm}
}

// export writes files. The page itself shows how far that is.
func (p *papers) export(l lang.Lang, to overlay.Folder) effect {
	w := &work{what: lang.Text{VI: "đang ghi các tệp", EN: "writing the files"}, firm: true,
		says: make(chan lang.Text, 1)}
	w.do = func(context.Context) outcome {
		written, err := outputs.Write(p.snap, l, to.Dir, to.Names, func(done, all int, name string) {
			w.tell(lang.Sayf("đang ghi tệp %d/%d %s", "writing file %d of %d %s", min(done+1, all), all, name))
		})
		then := func(screen.Env) effect {
			p.Exported(to.Dir, written, err)
			return effect{}
		}
		return outcome{then: then}
	}
	return effect{work: w}
}

func (p *papers) key(msg tea.KeyPressMsg) effect {
	p.Type(overlay.Env{}, msg)
	return effect{}
}

func (p *papers) insert(pasted string) effect {
	p.Paste(overlay.Env{}, pasted)
	return effect{}
}

func (p *papers) draw(env screen.Env, body kit.Rect) screen.View { return p.Draw(p.env(env), body) }

func (p *papers) click(screen.Env, int, int) effect { return effect{} }
func (p *papers) wheel(rows int)                    { p.Scroll(p.env(screen.Env{Lang: p.opts.Lang}), rows) }
