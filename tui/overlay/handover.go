package overlay

import "thidua/scoring/lang"

// NewHandover says what whoever goes on with a standby's copy should know, a paragraph each: the first is what matters
// most.
func NewHandover(said []lang.Text) Overlay {
	return &page{id: Handover, write: func(env Env, s *sheet) {
		st := env.Styles
		s.add(st.Strong, env.Say("HỌP TIẾP TỪ MÁY DỰ PHÒNG", "GOING ON FROM THE STANDBY"))
		for i, text := range said {
			s.blank()
			style := st.Text
			if i == 0 {
				style = st.Accent
			}
			s.add(style, text.In(env.Lang))
		}
	}}
}
