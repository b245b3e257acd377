package start

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"time"

	"thidua/data/meeting"
	"thidua/data/record"
	"thidua/data/settings"
	"thidua/data/store"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// open opens a meeting for writing. Who records there is asked once.
func (h *home) open(typed string) effect {
	file := h.opts.Recents
	return effect{work: &work{what: lang.Text{VI: "đang mở", EN: "opening"}, do: func(ctx context.Context) outcome {
		path := store.Absolute(typed)
		m, err := meeting.Open(context.WithoutCancel(ctx), path)
		if err != nil {
			said := screen.Said(err)
			if nowhere(path) {
				said = lang.Sayf("%s\n%s", "%s\n%s", said, plugIn())
			}
			return outcome{then: func(screen.Env) effect { return h.cannot(path, err, said) }}
		}
		by := settings.RecentOf(file, store.Kept(path)).By
		return outcome{drop: func() { _ = m.Close() }, then: func(screen.Env) effect {
			choice := Choice{Task: Run, Path: path, By: by, Meeting: m}
			if by != "" {
				return effect{leave: &choice}
			}
			return effect{home: true, open: h.askWho(choice)}
		}}
	}}}
}

// askWho asks who records in a meeting that is open.
func (h *home) askWho(choice Choice) page {
	return &who{home: h, choice: choice, ask: askName(h.offeredName(), nil)}
}

// offeredName is the name that is offered where somebody records: that of the person, unless the system only says what
// kind of account it is. Then it is the office.
func (h *home) offeredName() string {
	accounts := []string{"", "admin", "administrator", "root", "user", "users", "owner", "guest", "pc"}
	if slices.Contains(accounts, strings.ToLower(h.opts.By)) {
		return lang.Text{VI: "Thư ký", EN: "Secretary"}.In(h.opts.Lang)
	}
	return h.opts.By
}

// askName asks for the name of who records.
func askName(offered string, take func(screen.Env, string) effect) *ask {
	return newAsk(
		lang.Text{VI: "Ai ghi quyết định?", EN: "Who records?"},
		lang.Text{
			VI: "Tên hoặc chức vụ của người ghi, như «Thư ký cụm». Tên này đứng ở từng quyết định trong nhật ký " +
				"và được nhớ cho cuộc họp này.",
			EN: "Name or office of who records, such as «Secretary». It stands at every decision of the record " +
				"and is remembered for this meeting."},
		lang.Text{VI: "Người ghi", EN: "Recorded by"},
		lang.Text{VI: "gõ tên hoặc chức vụ", EN: "type a name or an office"}, offered, take)
}

// who is the question who records. The meeting is open already: whoever goes back closes it.
type who struct {
	*ask
	home   *home
	choice Choice
}

func (w *who) do(env screen.Env, a kit.Action) effect {
	switch a {
	case doBack:
		return effect{home: true, load: func(context.Context) outcome {
			w.letGo()
			return outcome{}
		}}
	case doTake:
		if missing := w.prompt.Missing(); !missing.IsZero() {
			return alarm(missing)
		}
		w.choice.By = w.prompt.Value()
		return effect{leave: &w.choice}
	}
	return effect{}
}

func (w *who) letGo() { _ = w.choice.Meeting.Close() }

// LookEvery is how often a meeting that is looked on at is looked at for new decisions.
const LookEvery = time.Second

// lookOn opens a meeting only to read.
func lookOn(path string) effect {
	return effect{work: &work{what: lang.Text{VI: "đang mở để xem", EN: "opening to read"},
		do: func(ctx context.Context) outcome {
			w, err := meeting.Watch(context.WithoutCancel(ctx), path, LookEvery)
			if err != nil {
				return outcome{then: func(screen.Env) effect { return effect{open: newTrouble(screen.Said(err))} }}
			}
			return outcome{drop: func() { _ = w.Close() }, then: func(screen.Env) effect {
				return effect{leave: &Choice{Task: Look, Path: path, Watching: w}}
			}}
		}}}
}

// cannot says why a meeting could not be opened, and what can be done instead.
func (h *home) cannot(path string, err error, said lang.Text) effect {
	var held *record.LockedError
	again := option{id: "again", label: lang.Text{VI: "Thử lại", EN: "Try again"}}
	back := option{id: "back", label: lang.Text{VI: "Quay lại", EN: "Back"}}
	options := []option{again, back}
	if errors.As(err, &held) || errors.Is(err, fs.ErrPermission) {
		read := option{id: "look", label: lang.Text{VI: "Chỉ xem, không ghi", EN: "Look on, record nothing"},
			more: lang.Text{VI: "điều ghi ở nơi kia hiện ngay ở đây", EN: "what is recorded there shows here"}}
		options = append([]option{read}, options...)
	}
	if h.find(path) != nil && (errors.Is(err, fs.ErrNotExist) || errors.Is(err, record.ErrNotMeeting)) {
		options = append(options, option{id: "forget",
			label: lang.Text{VI: "Bỏ khỏi danh sách", EN: "Take it off the list"},
			more:  lang.Text{VI: "tệp không bị động đến", EN: "no file is touched"}})
	}
	t := newTrouble(said)
	t.set(options)
	t.take = func(_ screen.Env, id string) effect {
		e := effect{back: true}
		switch id {
		case "look":
			e = lookOn(path)
		case "again":
			e = h.open(path)
		case "forget":
			e = h.forget(path)
		}
		e.back = true
		return e
	}
	return effect{open: t}
}

// newTrouble says what went wrong, in full, until it has been seen.
func newTrouble(said lang.Text) *choose {
	c := newChoose(lang.Text{VI: "Không được", EN: "It did not work"},
		lang.Text{VI: "Điều gì không làm được, vì sao, và làm gì tiếp.",
			EN: "What could not be done, why, and what next."},
		nil, func(screen.Env, string) effect { return effect{back: true} })
	c.set([]option{{id: "back", label: lang.Text{VI: "Quay lại", EN: "Back"}}})
	c.label = lang.Text{VI: "chọn", EN: "choose"}
	c.intro = func(env screen.Env, w int) []string {
		lines := paragraph(env.Styles.Bad, "✗ "+env.In(said), w)
		return append(lines, kit.Blank(w))
	}
	return c
}
