package roll

import (
	"strconv"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

const (
	doToggle  kit.Action = "toggle"
	doAll     kit.Action = "all"
	doPerson  kit.Action = "person"
	doLeave   kit.Action = "person-leaves"
	doExcuse  kit.Action = "excuse"
	doSitting kit.Action = "sitting"
	doForm    kit.Action = "sitting-form"
	doNoForm  kit.Action = "no-sitting"
)

// The keys that sentences name as well.
const (
	keySitting = "="
	keyExcuse  = "/"
	keyToggle  = "Space"
	keyPerson  = "+"
)

// Keys is the screen's key table.
func (s *Screen) Keys(env screen.Env) []kit.Binding {
	switch {
	case s.entry != nil:
		return s.entry.keys()
	case s.choosing:
		return formKeys()
	}
	here, frozen := s.here(), env.Frozen()
	toggle, add, leave, excuse, all := frozen, frozen, frozen, frozen, frozen
	if here.unit < 0 {
		toggle = or(toggle, lang.Text{VI: "chọn một đơn vị", EN: "choose a unit"})
	}
	if here.person == "" || here.of == excused {
		leave = or(leave,
			lang.Text{VI: "chọn dòng của một người đang có mặt", EN: "choose the line of somebody present"})
	}
	if here.of == tellers {
		excuse = or(excuse, lang.Text{VI: "tổ kiểm phiếu không điểm danh", EN: "tellers are not on the roll"})
	}
	if env.Snap.Present() == len(env.Snap.Units()) {
		all = or(all, lang.Text{VI: "mọi đơn vị đã có mặt", EN: "every unit is present"})
	}
	moves := s.moves(env)
	return append([]kit.Binding{
		{Action: doToggle, Once: true, Keys: kit.Named(keyToggle), Shown: keyToggle, Weight: 90, Off: toggle,
			Label: s.toggles(env),
			Help:  lang.Text{VI: "ghi đơn vị có mặt, hoặc rời họp", EN: "the unit is present, or leaves"}},
		{Action: doPerson, Keys: kit.Named(keyPerson, "plus"), Shown: keyPerson, Weight: 80, Off: add, Label: s.adds(),
			Help: lang.Text{VI: "thêm người đại diện cho đơn vị này; ở cuối trang: khách mời, tổ kiểm phiếu",
				EN: "somebody who is present for this unit; at the end of the page: guests, tellers"}},
		{Action: doLeave, Keys: []string{"-", "minus", "−"}, Shown: "−", Weight: 70, Off: leave,
			Label: lang.Text{VI: "người rời họp", EN: "person leaves"},
			Help:  lang.Text{VI: "người đang chọn rời họp", EN: "the person chosen leaves"}},
		{Action: doExcuse, Keys: kit.Named(keyExcuse), Shown: keyExcuse, Weight: 65, Off: excuse,
			Label: lang.Text{VI: "vắng, lý do…", EN: "absent…"},
			Help: lang.Text{VI: "đơn vị hoặc người đang chọn vắng: lý do, ủy quyền",
				EN: "the unit or person chosen is absent: why, and who speaks for it"}},
		{Action: doAll, Keys: []string{"*", "mul"}, Shown: "*", Weight: 68, Off: all,
			Label: lang.Text{VI: "tất cả có mặt", EN: "all present"},
			Help:  lang.Text{VI: "ghi mọi đơn vị còn lại có mặt", EN: "all other units are present"}},
		{Action: doSitting, Keys: kit.Named(keySitting), Shown: keySitting, Weight: 50, Off: frozen,
			Label: lang.Text{VI: "phiên họp mới…", EN: "new sitting…"},
			Help: lang.Text{VI: "bắt đầu phiên trù bị, phiên tổng kết hoặc phiên khác; điểm danh lại từ đầu",
				EN: "begins a preparatory, plenary or other sitting, with a new roll"}},
	}, moves...)
}

// or is the first reason that there is.
func or(a, b lang.Text) lang.Text {
	if a.IsZero() {
		return b
	}
	return a
}

// toggles is what Space does to the unit under the cursor.
func (s *Screen) toggles(env screen.Env) lang.Text {
	if u := s.unit(env); u != nil && u.Present() {
		return lang.Text{VI: "rời họp", EN: "leaves"}
	}
	return lang.Text{VI: "có mặt", EN: "present"}
}

// adds is whom + adds.
func (s *Screen) adds() lang.Text {
	switch s.here().of {
	case guests:
		return lang.Text{VI: "thêm khách", EN: "add a guest"}
	case tellers:
		return lang.Text{VI: "thêm người kiểm phiếu", EN: "add a teller"}
	}
	return lang.Text{VI: "thêm người", EN: "add a person"}
}

// formKeys choose which sitting begins.
func formKeys() (out []kit.Binding) {
	for i, form := range scoring.Forms() {
		key := strconv.Itoa(i + 1)
		label := form.Name()
		if form == scoring.OtherForm {
			label = lang.Text{VI: "phiên họp khác", EN: "other sitting"}
		}
		out = append(out, kit.Binding{Action: doForm, Once: true, Keys: []string{key}, Shown: key, Weight: 90 - i,
			Label: label, Help: lang.Sayf("bắt đầu %s", "begins: %s", label)})
	}
	return append(out, kit.Binding{Action: doNoForm, Keys: kit.Named(kit.KeyLeave), Shown: kit.KeyLeave, Weight: 85,
		Label: lang.Text{VI: "bỏ", EN: "cancel"},
		Help:  lang.Text{VI: "không bắt đầu phiên nào", EN: "no sitting begins"}})
}

// Do carries out an action.
func (s *Screen) Do(env screen.Env, a kit.Action, key string) screen.Effect {
	if s.move(env, a) || s.list.Do(a) {
		return screen.Effect{}
	}
	s.goesOn = false
	here, u := s.here(), s.unit(env)
	switch a {
	case doToggle:
		s.goesOn = !u.Present()
		return propose(scoring.Attend{Unit: u.Name(), Present: !u.Present()})
	case doAll:
		var acts []scoring.Act
		for _, u := range env.Snap.Units() {
			if !u.Present() {
				acts = append(acts, scoring.Attend{Unit: u.Name(), Present: true})
			}
		}
		return propose(acts...)
	case doPerson:
		s.entry = newEntry(env, here)
	case doLeave:
		return s.leaves(env, here)
	case doExcuse:
		s.entry = excuses(env, here)
	case doSitting:
		s.choosing = true
	case doNoForm:
		s.choosing = false
	case doForm:
		s.choosing = false
		n, _ := strconv.Atoi(key) // one of the keys
		return propose(scoring.Convene{Facts: scoring.Facts{Form: scoring.Forms()[n-1]}})
	case kit.PromptLeave:
		s.entry = nil
	case kit.PromptTake:
		return s.take(env)
	}
	return screen.Effect{}
}

// leaves is that who is under the cursor goes: out of the meeting, or of the tellers.
func (s *Screen) leaves(env screen.Env, here line) screen.Effect {
	switch here.of {
	case guests:
		return propose(scoring.Attend{Guest: scoring.Person{Name: here.person}})
	case tellers:
		var left []string
		for _, name := range env.Snap.Running().Tellers {
			if name != here.person {
				left = append(left, name)
			}
		}
		if len(left) == 0 {
			return screen.Note("Người cuối cùng: hoàn tác ở Nhật ký (%s).", "The last one: undo it on the record (%s).",
				screen.Record.Key())
		}
		return propose(scoring.Particulars{Tellers: left})
	}
	return propose(scoring.Attend{Unit: env.Snap.Units()[here.unit].Name(), Person: here.person})
}
