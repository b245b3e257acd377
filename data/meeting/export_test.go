package meeting

import "thidua/data/record"

// Over puts something between a meeting and its store.
func (m *Meeting) Over(wrap func(record.Store) record.Store) { m.store = wrap(m.store) }
