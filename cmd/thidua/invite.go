package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"thidua/data/meeting"
	"thidua/scoring"
)

// inviteOptions are the flags of `invite`.
type inviteOptions struct {
	role            scoring.Role
	unit, name, key string
	revoke          string
	list            bool
	format          string
}

func (a *app) inviteCommand() *cobra.Command {
	var o inviteOptions
	cmd := &cobra.Command{
		Use: "invite MEETING --role R [--unit U] --name N [--key FILE]",
		Short: a.text("Mời một người vào họp qua SSH, bằng khóa hoặc mã; hủy lời mời; xem ai được mời",
			"Let a person in over SSH, by key or passcode; revoke that; show who is invited"),
		Example: `  thidua invite cum2.thidua --role secretary --name "Thư ký cụm"
  thidua invite cum2.thidua --role reviewer --unit nam-dinh --name "Phó Giám đốc Sở" --key id_ed25519.pub
  thidua invite cum2.thidua --revoke "Thư ký cụm"
  thidua invite cum2.thidua --list`,
		Args:              a.args(1, 1, "MEETING"),
		ValidArgsFunction: completeMeeting,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.checkInvite(cmd, o); err != nil {
				return err
			}
			switch {
			case o.list:
				return a.listInvited(cmd.Context(), args[0], o.format)
			case o.revoke != "":
				return a.revoke(cmd.Context(), args[0], o.revoke)
			}
			return a.invite(cmd.Context(), args[0], o)
		},
	}
	cmd.Flags().StringVar((*string)(&o.role), "role", "",
		a.text("vai trò: chair, secretary, reviewer, observer, screen, standby",
			"the role: chair, secretary, reviewer, observer, screen, standby"))
	cmd.Flags().StringVar(&o.unit, "unit", "", a.text("đơn vị của thành viên (reviewer)", "the unit of a reviewer"))
	cmd.Flags().StringVar(&o.name, "name", "", a.text("họ và tên, hoặc chức vụ", "full name, or office"))
	cmd.Flags().StringVar(&o.key, "key", "",
		a.text("tệp khóa công khai SSH; không có thì tạo mã vào họp",
			"the file of an SSH public key; without it a passcode is made"))
	cmd.Flags().StringVar(&o.revoke, "revoke", "",
		a.text("hủy lời mời của người này", "revoke this person's invitation"))
	cmd.Flags().BoolVar(&o.list, "list", false, a.text("xem ai được mời", "show who is invited"))
	a.formatFlag(cmd, &o.format)
	completeWords(cmd, "role", roles()...)
	completeFromMeeting(cmd, "unit", func(s *meeting.Snapshot) []string { return unitNames(s).Names() })
	completeFromMeeting(cmd, "revoke", func(s *meeting.Snapshot) (names []string) {
		for _, v := range s.Invited() {
			names = append(names, v.Person)
		}
		return names
	})
	return cmd
}

// roles are the roles that a person may be invited in, as one types them.
func roles() (names []string) {
	for _, r := range scoring.Roles() {
		names = append(names, string(r))
	}
	return names
}

// completeFromMeeting offers what a meeting has, if it has been named already.
func completeFromMeeting(cmd *cobra.Command, flag string, words func(*meeting.Snapshot) []string) {
	_ = cmd.RegisterFlagCompletionFunc(flag,
		func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) == 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			snap, err := meeting.Read(cmd.Context(), args[0])
			if err != nil {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return words(snap), cobra.ShellCompDirectiveNoFileComp
		})
}

// checkInvite refuses flags that make no sense together.
func (a *app) checkInvite(cmd *cobra.Command, o inviteOptions) error {
	given := cmd.Flags().Changed
	only := func(flag string, others ...string) error {
		for _, other := range others {
			if given(other) {
				return a.usage("--%s không đi cùng --%s", "--%s does not go with --%s", flag, other)
			}
		}
		return nil
	}
	switch {
	case o.list:
		if err := a.checkFormat(o.format); err != nil {
			return err
		}
		return only("list", "revoke", "role", "unit", "name", "key")
	case given("format"):
		return a.usage("--format chỉ đi cùng --list", "--format goes with --list only")
	case given("revoke"):
		if o.revoke == "" {
			return a.usage("--revoke cần tên một người", "--revoke needs somebody's name")
		}
		return only("revoke", "role", "unit", "name", "key")
	case o.role == "":
		return a.usage("thiếu --role: %s", "--role is missing: %s", strings.Join(roles(), ", "))
	case !slices.Contains(scoring.Roles(), o.role):
		return a.usage("không có vai trò %q; dùng chair, secretary, reviewer, observer, screen hoặc standby",
			"there is no role %q; use chair, secretary, reviewer, observer, screen or standby", o.role)
	case o.name == "":
		return a.usage("thiếu --name", "--name is missing")
	case o.role == scoring.Reviewer && o.unit == "":
		return a.usage("thiếu --unit: thành viên (reviewer) phải thuộc một đơn vị",
			"--unit is missing: a reviewer is of a unit")
	case o.role != scoring.Reviewer && o.unit != "":
		return a.usage("--unit chỉ đi cùng --role reviewer", "--unit goes with --role reviewer only")
	case given("key") && o.key == "":
		return a.usage("--key cần tên một tệp", "--key needs the name of a file")
	}
	return nil
}
