package scoring

import (
	"slices"
	"strings"

	"thidua/scoring/lang"
)

// Order settles a tie by vote: exactly these units, best first. It has effect only while they are in fact equal (rule
// 5).
type Order struct {
	Units  []string
	How    OrderHow // empty: by vote
	Reason string   // needed where it is no vote
}

// OrderHow says how an order was come to.
type OrderHow string

// How an order is come to.
const (
	OrderByVote   OrderHow = "vote"
	OrderByRuling OrderHow = "ruling" // the chair's
	OrderByLots   OrderHow = "lots"
)

// check refuses an order that was come to in no way there is, and one that nobody voted on without a reason.
func (a Order) check(s *State) error {
	switch a.How {
	case "", OrderByVote:
		return nil
	case OrderByRuling, OrderByLots:
		if strings.TrimSpace(a.Reason) != "" {
			return nil
		}
		return refuse(ErrNoReason,
			lang.Sayf("thứ tự không do biểu quyết phải có lý do", "an order that was not voted on needs a reason"),
			lang.Sayf("ghi lý do", "give a reason")).under(s.book.TieBreak.Clause)
	}
	return refuse(ErrNotEqual,
		lang.Sayf("không có cách quyết định thứ tự %q", "an order cannot be come to by %q", string(a.How)),
		lang.Sayf("dùng vote, ruling hoặc lots", "use vote, ruling or lots"))
}

// KindOrder is the kind of Order.
const KindOrder Kind = "order"

// Kind is KindOrder.
func (Order) Kind() Kind { return KindOrder }

// votable refuses an order that is said to have been come to without the vote.
func (a Order) votable() error {
	if a.How == "" || a.How == OrderByVote {
		return nil
	}
	return refuse(ErrVote, lang.Sayf("thứ tự do biểu quyết thì how là \"vote\"",
		"an order that is voted on has how = \"vote\""),
		lang.Sayf("bỏ how, hoặc ghi quyết định này riêng", "leave out how, or record the order by itself"))
}

// ordered is every order ever given to one set of units.
type ordered struct {
	set  []int32 // the units by their place in the rulebook, ascending
	cell *cell[[]int32]
}

func (a Order) enter(s *State, d *Decision) error {
	if err := a.check(s); err != nil {
		return err
	}
	best, set, err := a.resolve(s)
	if err != nil {
		return err
	}
	if d.Seq > s.Seq() { // an order that counts again may wait until its units are equal again
		if err := a.equal(s, set); err != nil {
			return err
		}
	}
	s.settle(set, func(c *cell[[]int32]) *cell[[]int32] { return c.put(d, best) })
	return nil
}

func (a Order) leave(s *State, d *Decision) error {
	_, set, err := a.resolve(s)
	if err != nil {
		return err
	}
	s.settle(set, func(c *cell[[]int32]) *cell[[]int32] { return c.mark(d.Seq, false) })
	return nil
}

// resolve finds the units named: in the order given, and as a set.
func (a Order) resolve(s *State) (best, set []int32, err error) {
	for _, name := range a.Units {
		i, _, err := s.unit(name)
		if err != nil {
			return nil, nil, err
		}
		if slices.Contains(best, int32(i)) {
			return nil, nil,
				refuse(ErrNotEqual, lang.Sayf("%s có tên hai lần", "%s is named twice", name),
					lang.Sayf("ghi mỗi đơn vị một lần", "name each unit once"))
		}
		best = append(best, int32(i))
	}
	if len(best) < 2 {
		return nil, nil,
			refuse(ErrNotEqual,
				lang.Sayf("cần ít nhất hai đơn vị bằng điểm", "an order needs at least two units that are level"),
				lang.Sayf("ghi tất cả đơn vị bằng điểm, tốt nhất trước",
					"name all units that are level, best first")).under(s.book.TieBreak.Clause)
	}
	set = slices.Clone(best)
	slices.Sort(set)
	return best, set, nil
}

// tied are the units that are level with one, itself included, ascending.
func (r *ranking) tied(s *State, unit int32) (members []int32) {
	lo, hi := r.class(s, int(r.pos[unit]))
	for _, x := range r.rows[lo:hi] {
		members = append(members, x.unit)
	}
	slices.Sort(members)
	return members
}

// equal refuses an order of units that are not exactly those which share a rank, as agreed or as appraised: the
// appraisal can bring about a tie of its own.
func (a Order) equal(s *State, set []int32) error {
	for _, i := range set {
		if err := s.units[i].needsSheet(); err != nil {
			return err
		}
	}
	members := s.agreed.tied(s, set[0])
	if slices.Equal(members, set) || slices.Equal(newRanking(s, Appraised).tied(s, set[0]), set) {
		return nil
	}
	var names []lang.Sayer
	for _, i := range members {
		names = append(names, lang.Both(s.units[i].name))
	}
	if len(members) == 1 && len(set) > 1 && s.sameTotal(set) {
		return refuse(ErrNotEqual,
			lang.Sayf("%s bằng tổng điểm, nhưng điểm bậc học đã phân định thứ tự",
				"%s have the same total, but the points of the level departments set them apart",
				s.unitList(ints(set))),
			lang.Sayf("không cần biểu quyết thứ tự này", "this order needs no vote")).under(s.book.TieBreak.Clause)
	}
	if len(members) == 1 {
		return refuse(ErrNotEqual,
			lang.Sayf("%s không bằng điểm với đơn vị nào", "%s is level with no other unit", names[0]),
			lang.Sayf("chỉ xếp thứ tự các đơn vị đang bằng điểm",
				"only units that are level can be put in order")).under(s.book.TieBreak.Clause)
	}
	return refuse(ErrNotEqual,
		lang.Sayf("các đơn vị này không đúng là nhóm đang bằng điểm", "these are not exactly the units that are level"),
		lang.Sayf("nhóm bằng điểm gồm %s", "level are %s", lang.List(names...))).under(s.book.TieBreak.Clause)
}

// sameTotal reports whether units have the same total.
func (s *State) sameTotal(set []int32) bool {
	for _, i := range set[1:] {
		if s.units[i].Total(Agreed) != s.units[set[0]].Total(Agreed) {
			return false
		}
	}
	return true
}

func ints(set []int32) []int {
	out := make([]int, len(set))
	for i, v := range set {
		out[i] = int(v)
	}
	return out
}

// settle changes what is decided about a set of units, and ranks them anew.
func (s *State) settle(set []int32, change func(*cell[[]int32]) *cell[[]int32]) {
	s.orders = slices.Clone(s.orders)
	at := slices.IndexFunc(s.orders, func(o ordered) bool { return slices.Equal(o.set, set) })
	if at < 0 {
		at = len(s.orders)
		s.orders = append(s.orders, ordered{set: set})
	}
	s.orders[at].cell = change(s.orders[at].cell)
	s.agreed = s.agreed.moved(s, int(set[0]), s.units[set[0]])
}

// order is what was decided about a set of units, nil if nothing that counts.
func (s *State) order(set []int32) *cell[[]int32] {
	for _, o := range s.orders {
		if slices.Equal(o.set, set) {
			return o.cell.top()
		}
	}
	return nil
}

// Ordered is the decision that put units in order which are level, and the order: whether it was voted on, ruled or
// drawn is in it. ok is false where nothing that counts did. Units are indexes of State.Units.
func (s *State) Ordered(units []int) (d *Decision, o Order, ok bool) {
	set := make([]int32, len(units))
	for i, unit := range units {
		set[i] = int32(unit)
	}
	slices.Sort(set)
	c := s.order(set)
	if c == nil {
		return nil, Order{}, false
	}
	o, ok = c.dec.Act.(Order)
	if v, voted := c.dec.Act.(Vote); voted {
		o, ok = v.Act.(Order)
	}
	return c.dec, o, ok
}
