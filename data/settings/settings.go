// Package settings keeps what a person chose on screen for the next time, in the folder that the system gives programs
// for such things: language and theme, and which meetings were open here. Of a meeting it keeps what a list of meetings
// shows, and who records there; nothing that was decided.
package settings

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/BurntSushi/toml"

	"thidua/scoring/lang"
)

// Settings are a person's choices. Empty: none was made.
type Settings struct {
	Lang  string `toml:"lang,omitempty"`
	Theme string `toml:"theme,omitempty"`
}

// File is where the settings are kept: thidua/settings.toml in the user's configuration folder.
func File() (string, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", lang.Errorf("máy này không có thư mục để giữ lựa chọn: %v",
			"there is no folder for settings: %v", err)
	}
	return filepath.Join(dir, "thidua", "settings.toml"), nil
}

// Load reads the settings; a file that is not there, or cannot be read, means that none were made.
func Load(file string) Settings {
	var s Settings
	if _, err := toml.DecodeFile(file, &s); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return Settings{}
	}
	return s
}

// Save keeps the settings.
func Save(file string, s Settings) error { return write(file, s) }

// write keeps values in a file that is whole at any time: it is written beside the old one and put in its place.
func write(file string, values any) error {
	var b bytes.Buffer
	if err := toml.NewEncoder(&b).Encode(values); err != nil {
		return notKept(err)
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return lang.Errorf("không tạo được thư mục giữ lựa chọn: %v", "the folder for settings cannot be made: %v", err)
	}
	temp, err := os.CreateTemp(filepath.Dir(file), ".settings-*")
	if err != nil {
		return notKept(err)
	}
	defer os.Remove(temp.Name()) // gone already when all went well
	_, err = temp.Write(b.Bytes())
	if err = errors.Join(err, temp.Close()); err != nil {
		return notKept(err)
	}
	if err := os.Rename(temp.Name(), file); err != nil {
		return notKept(err)
	}
	return nil
}

func notKept(err error) error {
	return lang.Errorf("lựa chọn chưa được giữ lại: %v", "the settings cannot be written: %v", err)
}
