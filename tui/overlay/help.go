package overlay

import "strings"

// NewHelp explains the screen and lists its keys.
func NewHelp() Overlay { return &page{id: Help, write: writeHelp} }

func writeHelp(env Env, s *sheet) {
	st := env.Styles
	s.add(st.Strong, strings.ToUpper(env.Screen.Title().In(env.Lang)))
	s.add(st.Text, env.In(env.Screen.Help()))
	s.blank()
	for _, b := range env.Keys {
		row := s.newRow().Right(st.Key, b.Shown, 11).Gap(2).Put(st.Text, b.Help.In(env.Lang))
		if !b.Off.IsZero() {
			row.Put(st.Dim, " ("+b.Off.In(env.Lang)+")")
		}
		s.row(row)
	}
	s.blank()
	book := env.Snap.Rulebook()
	s.add(st.Dim, env.Say("Bộ tiêu chí: %s · %s", "Rulebook: %s · %s", book.Title, book.Source))
}
