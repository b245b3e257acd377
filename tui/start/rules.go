package start

import (
	"context"

	"thidua/data/rulebook"
	"thidua/data/store"
	"thidua/scoring/lang"
	"thidua/tui/screen"
)

// askRulebook asks by which rulebook; then takes it.
func (h *home) askRulebook(then func(env screen.Env, book *rulebook.Book) effect) effect {
	return effect{work: &work{what: lang.Text{VI: "đang đọc các bộ tiêu chí", EN: "reading the rulebooks"},
		do: func(context.Context) outcome {
			var books []*rulebook.Book
			var options []option
			for _, id := range rulebook.IDs() {
				book, err := rulebook.Open(id)
				if err != nil {
					return outcome{then: func(screen.Env) effect { return failed(err) }}
				}
				o := option{id: id, label: book.Title, more: lang.Both(id)}
				if book.Example {
					o.more = lang.Sayf("%s · ví dụ", "%s · an example", id)
				}
				books, options = append(books, book), append(options, o)
			}
			options = append(options, option{id: fileID, label: lang.Text{VI: "Tệp khác…", EN: "Another file…"},
				more: lang.Text{VI: "bộ tiêu chí của cụm bạn, tệp .toml", EN: "your own rulebook, a .toml file"}})
			return outcome{then: func(screen.Env) effect {
				return effect{open: h.chooseRulebook(books, options, then)}
			}}
		}}}
}

// fileID is the choice of a file in place of what is listed.
const fileID = "file"

func (h *home) chooseRulebook(books []*rulebook.Book, options []option,
	then func(screen.Env, *rulebook.Book) effect) page {
	return newChoose(lang.Text{VI: "Bộ tiêu chí", EN: "Rulebook"},
		lang.Text{VI: "Chấm theo bộ tiêu chí nào? Bộ của năm 2019-2020 có sẵn; bộ khác là một tệp TOML.",
			EN: "By which rulebook? That of 2019-2020 is built in; another is a TOML file."},
		options, func(env screen.Env, id string) effect {
			for _, b := range books {
				if b.ID == id {
					return then(env, b)
				}
			}
			return h.askRulebookFile(then)
		})
}

// askRulebookFile asks for the file of a rulebook, and says what is wrong with it.
func (h *home) askRulebookFile(then func(screen.Env, *rulebook.Book) effect) effect {
	p := newPath(lang.Text{VI: "Tệp bộ tiêu chí", EN: "The rulebook's file"},
		lang.Text{VI: "Tệp TOML của bộ tiêu chí.", EN: "The TOML file of the rulebook."},
		lang.Text{VI: "Tệp", EN: "File"}, h.folder(), func(_ screen.Env, typed string) effect {
			return effect{work: &work{what: lang.Text{VI: "đang đọc bộ tiêu chí", EN: "reading the rulebook"},
				do: func(context.Context) outcome {
					book, err := rulebook.Open(store.Absolute(typed))
					return outcome{then: func(env screen.Env) effect {
						if err != nil {
							return effect{open: newTrouble(screen.Said(err))}
						}
						return then(env, book)
					}}
				}}}
		})
	p.ends = []string{".toml"}
	return p.opened()
}
