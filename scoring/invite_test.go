package scoring

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

const testKey = "SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU"

// who writes who is invited: "Chủ tọa chair; …".
func who(s *State) string {
	var out []string
	for _, v := range s.Invited() {
		out = append(out, strings.TrimSpace(v.Person+" "+string(v.Role)+" "+v.Unit))
	}
	return strings.Join(out, "; ")
}

// invitedOf is who, for a digest.
func invitedOf(s *State) string { return "invited: " + who(s) + "\n" }

func TestInvitations(t *testing.T) {
	s := begin(t, testBook(t), 2)
	before := digest(&s)
	is := func(want string) {
		t.Helper()
		if got := who(&s); got != want {
			t.Errorf("after %d: %q, want %q", s.Seq(), got, want)
		}
	}
	is("")
	// 2, 3, 4
	s = apply(t, s, Invite{"Chủ tọa", Chair, "", testKey}, Invite{"Thư ký", Secretary, "", ByPasscode},
		Invite{"Giám đốc", Reviewer, "A", ByPasscode})
	is("Chủ tọa chair; Thư ký secretary; Giám đốc reviewer A")
	s = apply(t, s, Revoke{"thu ky"}) // 5
	is("Chủ tọa chair; Giám đốc reviewer A")
	s = apply(t, s, Invite{"Thư Ký", Observer, "", ByPasscode}) // 6
	is("Chủ tọa chair; Giám đốc reviewer A; Thư Ký observer")
	s = apply(t, s, Undo{6}, Undo{5}) // 7, 8
	is("Chủ tọa chair; Thư ký secretary; Giám đốc reviewer A")
	s = apply(t, s, Undo{8}, Undo{7}) // 9, 10
	is("Chủ tọa chair; Giám đốc reviewer A; Thư Ký observer")
	s = apply(t, s, Undo{2}) // 11
	is("Giám đốc reviewer A; Thư Ký observer")
	if v, ok := s.Invitation("GIÁM  ĐỐC"); !ok || v.Decision.Seq != 4 || v.Key != ByPasscode {
		t.Errorf("the invitation of «giám đốc»: %+v, %v", v, ok)
	}
	if _, ok := s.Invitation("Chủ tọa"); ok {
		t.Error("an invitation that was undone stands")
	}
	after := digest(&s)
	if strings.ReplaceAll(after, invitedOf(&s), "") != strings.ReplaceAll(before, invitedOf(&State{}), "") {
		t.Errorf("invitations changed the scores:\n%s\n%s", before, after)
	}
}

func TestInviteRefusals(t *testing.T) {
	s := begin(t, testBook(t), 2)
	// 2 to 5
	s = apply(t, s, Invite{"Thư ký", Secretary, "", ByPasscode}, Invite{"Dự khán", Observer, "", testKey},
		Revoke{"Dự khán"}, Invite{"Dự khán", Observer, "", testKey})
	for _, tt := range []struct {
		act  Act
		want error
	}{
		{Invite{"", Chair, "", ByPasscode}, ErrPerson},
		{Invite{" - ", Chair, "", ByPasscode}, ErrPerson},
		{Invite{"X", "", "", ByPasscode}, ErrInvite},
		{Invite{"X", "boss", "", ByPasscode}, ErrInvite},
		{Invite{"X", Reviewer, "", ByPasscode}, ErrInvite},
		{Invite{"X", Reviewer, "Z", ByPasscode}, ErrUnknownUnit},
		{Invite{"X", Secretary, "A", ByPasscode}, ErrInvite},
		{Invite{"X", Chair, "", ""}, ErrInvite},
		{Invite{"X", Chair, "", "bcfg-hjkm-npqr-stvx"}, ErrInvite},
		{Invite{"X", Chair, "", "SHA256:abc"}, ErrInvite},
		{Invite{"X", Chair, "", testKey[:20] + "\n" + testKey[20:]}, ErrInvite},
		{Invite{"X", Chair, "", "ssh-ed25519 AAAA"}, ErrInvite},
		{Invite{"Thư ký", Secretary, "", ByPasscode}, ErrInvite},
		{Invite{"THƯ  KÝ", Observer, "", testKey}, ErrInvite},
		{Invite{"thu-ky", Observer, "", testKey}, ErrInvite},
		{Invite{"Thu\u031b ky\u0301", Observer, "", testKey}, ErrInvite},
		{Revoke{"X"}, ErrInvite},
		{Revoke{""}, ErrInvite},
		{Undo{3}, ErrInvite}, // 4 would be the revocation of nobody
		{Undo{4}, ErrInvite}, // 5 would be a second invitation
	} {
		next, err := Apply(s, Decision{Act: tt.act})
		if !errors.Is(err, tt.want) || next.Seq() != s.Seq() {
			t.Errorf("%+v: %v, want %v", tt.act, err, tt.want)
		}
	}
	closed := apply(t, s, score("A", "1.1", 0), Accept{"A"}, Accept{"B"}, Attend{Unit: "A", Present: true},
		Attend{Unit: "B", Present: true}, Close{})
	for _, a := range []Act{Invite{"X", Chair, "", ByPasscode}, Revoke{"Thư ký"}} {
		if _, err := Apply(closed, Decision{Act: a}); !errors.Is(err, ErrClosed) {
			t.Errorf("%s in a closed meeting: %v", a.Kind(), err)
		}
	}
	if s := apply(t, closed, Reopen{"r"}, Revoke{"Thư ký"}); who(&s) != "Dự khán observer" {
		t.Errorf("after reopening: %s", who(&s))
	}
}

// Whatever is decided about a few people, in whatever order: who is invited is what a plain list of the decisions that
// count says, and no older state changes.
func TestInvitedIsTheFold(t *testing.T) {
	b := testBook(t)
	rapid.Check(t, func(t *rapid.T) {
		s := beginRapid(t, b, 2, false)
		for range rapid.IntRange(1, 25).Draw(t, "decisions") {
			was, before := s, who(&s)
			next, err := Apply(s, Decision{Act: drawInvite(t, &s)})
			if who(&was) != before {
				t.Fatalf("an older state changed: %s, was %s", who(&was), before)
			}
			if err == nil {
				s = next
			}
			var plain []string
			for seq := 2; seq <= s.Seq(); seq++ {
				d, _ := s.Decision(seq)
				if _, gone := s.Withdrawn(seq); gone {
					continue
				}
				switch a := d.Act.(type) {
				case Invite:
					plain = append(plain, a.Person+" "+string(a.Role))
				case Revoke:
					n := len(plain)
					if plain = slices.DeleteFunc(plain, func(p string) bool {
						return strings.HasPrefix(p, a.Person+" ")
					}); len(plain) != n-1 {
						t.Fatalf("decision %d revoked %d invitations", seq, n-len(plain))
					}
				}
			}
			if got, want := who(&s), strings.Join(plain, "; "); got != want {
				t.Fatalf("after %d: %s, want %s", s.Seq(), got, want)
			}
		}
	})
}

// drawInvite draws an invitation, a revocation or an undo.
func drawInvite(t *rapid.T, s *State) Act {
	person := rapid.SampledFrom([]string{"X", "Y", "Z"}).Draw(t, "person")
	switch rapid.IntRange(0, 4).Draw(t, "kind") {
	case 0, 1:
		return Invite{person, rapid.SampledFrom([]Role{Chair, Secretary, Observer}).Draw(t, "role"), "",
			ByPasscode}
	case 2:
		return Revoke{person}
	}
	return Undo{rapid.IntRange(2, max(s.Seq(), 2)).Draw(t, "seq")}
}

// BenchmarkApplyWithManyInvited decides a score while a hundred people are invited: they must cost it nothing.
func BenchmarkApplyWithManyInvited(b *testing.B) {
	s := begin(b, testBook(b), 9)
	for i := range 100 {
		s = apply(b, s, Invite{"Khách " + strings.Repeat("x", i), Observer, "", ByPasscode})
	}
	for b.Loop() {
		if _, err := Apply(s, Decision{Act: score("A", "1.1", 8750)}); err != nil {
			b.Fatal(err)
		}
	}
}
