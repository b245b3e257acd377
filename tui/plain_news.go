package tui

import (
	"slices"
	"strings"

	"thidua/data/decision"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/overlay"
	"thidua/tui/screen"
)

// What those who listen are told beside what they do themselves: what was decided, which keys wait, what keys do.

// mostNews is how many decisions are said that came at once.
const mostNews = 12

// news says what has been decided since: at other terminals, and of several decisions made here together those that
// the note below does not name. While one is on its way to the disk its answer comes first.
func (p *Plain) news() {
	m := p.model
	if m.busy > 0 || m.live.Seq() <= p.seq {
		return
	}
	env := m.env()
	fresh := m.live.Log[p.seq:]
	p.seq = m.live.Seq()
	if n := len(fresh) - mostNews; n > 0 {
		p.say(env.Say("Có %s mới; nghe những quyết định cuối:", "%s; the last of them:",
			lang.Count(n+mostNews, "quyết định", "new decision", "new decisions")))
		fresh = fresh[n:]
	}
	noted := m.note.text.In(env.Lang)
	for _, e := range fresh {
		said := decision.Sentence(&m.live.State, e.Decision).In(env.Lang)
		if !strings.Contains(noted, said) {
			p.say(env.Say("Số %d, %s: %s", "Decision %d, %s: %s", e.Seq, e.By, said))
		}
	}
}

// suggestions says that one more waits, to who may record it.
func (p *Plain) suggestions() {
	m := p.model
	if !m.opts.Who.Decides(overlay.Suggestible) {
		return
	}
	was := p.suggested
	if p.suggested = len(overlay.Waiting(m.follow.floor)); p.suggested > was && !m.overlays.Is(overlay.Suggestions) {
		p.say(m.env().Say("Có %d đề nghị của các thành viên: %s để nghe.", "Suggested by reviewers: %d; %s reads them.",
			p.suggested, screen.KeySuggestions))
	}
}

// waiting says how many keys wait: for the disk, or, after a refusal, for somebody to say what becomes of them.
func (p *Plain) waiting() {
	m, now := p.model, ""
	if n := len(m.ahead.input); n > 0 && (m.busy > 0 || m.ahead.stays) {
		now = m.env().Say("%s đang chờ", "%s waiting", lang.Count(n, "phím", "key", "keys"))
	}
	if now != "" && now != p.ahead {
		p.say(now)
	}
	p.ahead = now
	if m.ahead.stays && !p.stays {
		for _, b := range m.aheadKeys() {
			p.say(b.Shown + ": " + b.Help.In(m.opts.Lang))
		}
	}
	p.stays = m.ahead.stays
}

// mostKeys is how many keys are named where they do something else than before; F1 reads all.
const mostKeys = 5

// mostOff is how many of them are named though they are off, with the reason.
const mostOff = 2

// keys names the keys that matter most, where they have not been named yet: those of the footer, and why one of them is
// off.
func (p *Plain) keys() {
	m, l := p.model, p.model.opts.Lang
	if m.ahead.stays {
		return // those have been said
	}
	all := slices.Clone(m.bindings())
	all = slices.DeleteFunc(all, func(b kit.Binding) bool { return b.Weight <= 0 })
	slices.SortStableFunc(all, func(a, b kit.Binding) int { return b.Weight - a.Weight })
	var set string
	var said []string
	for i, b := range all[:min(len(all), mostKeys)] {
		set += string(b.Action) + " "
		switch one := b.Shown + " " + b.Label.In(l); {
		case b.Off.IsZero():
			said = append(said, one)
		case i < mostOff:
			said = append(said, one+" ("+b.Off.In(l)+")")
		}
	}
	set += string(m.on())
	if set = l.String() + " " + set; p.named[set] || len(said) == 0 {
		return
	}
	p.named[set] = true
	if text := strings.Join(said, "; "); m.overlays.Any() {
		p.say(m.env().Say("Phím: %s.", "Keys: %s.", text))
	} else {
		p.say(m.env().Say("Phím: %s. %s đọc tất cả.", "Keys: %s. %s reads all.", text, screen.KeyHelp))
	}
}
