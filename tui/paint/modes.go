package paint

import (
	"fmt"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// The modes of a terminal while pictures are drawn on it: the other screen, reports of clicks, pasted text marked as
// such, no cursor until one is placed, and no line that begins another by itself.
const (
	On = ansi.SetModeAltScreenSaveCursor + ansi.SetModeBracketedPaste + ansi.SetModeMouseButtonEvent +
		ansi.SetModeMouseExtSgr + ansi.ResetModeTextCursorEnable + ansi.ResetModeAutoWrap

	// Off leaves all of them, from the middle of a picture too.
	Off = ansi.ResetModeSynchronizedOutput + plain + ansi.SetModeAutoWrap + ansi.ResetModeMouseExtSgr +
		ansi.ResetModeMouseButtonEvent + ansi.ResetModeBracketedPaste +
		ansi.ResetBackgroundColor + ansi.ResetForegroundColor + ansi.ResetModeAltScreenSaveCursor +
		ansi.SetModeTextCursorEnable

	// Questions are asked once: the answers may never come.
	Questions = ansi.RequestBackgroundColor + ansi.RequestModeSynchronizedOutput
)

// A terminal on this machine also says which keys it can tell apart, and how it counts cells, if it knows.
const (
	keysOn       = ansi.SetModifyOtherKeys2
	keysOff      = ansi.ResetModifyOtherKeys
	askOfLetters = ansi.RequestModeUnicodeCore
)

// pushKeys has keys told apart that look alike to older terminals; popKeys leaves that.
func pushKeys() string { return keysOn + ansi.PushKittyKeyboard(ansi.KittyDisambiguateEscapeCodes) }

func popKeys() string { return keysOff + ansi.PopKittyKeyboard(1) }

// Synced reports whether an answer says that a terminal knows synchronized output.
func Synced(answer tea.ModeReportMsg) bool {
	return answer.Mode == ansi.ModeSynchronizedOutput && answer.Value == ansi.ModeReset
}

// Raw is a sequence that a program sends by itself.
func Raw(m tea.RawMsg) string { return fmt.Sprint(m.Msg) }
