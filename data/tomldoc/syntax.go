package tomldoc

import (
	"errors"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"thidua/data/clean"
	"thidua/scoring/lang"
)

// positionOf is the line and column of a syntax error, from 1; 0 where they are not known. The library counts an
// unexpected line end to the line after it; people look for it on the line that ends there.
func positionOf(text string, err error) (line, column int) {
	var p toml.ParseError
	if !errors.As(err, &p) {
		return 0, 0
	}
	at := p.Position.Start
	if at <= 0 || at > len(text) {
		return p.Position.Line, p.Position.Col
	}
	if at == len(text) && strings.HasSuffix(text, "\n") { // the file ends too early: on its last line
		at--
	}
	for at+1 < len(text) && (text[at] == ' ' || text[at] == '\t') { // what is too much comes after the blanks
		at++
	}
	begin := 1 + strings.LastIndexByte(text[:at], '\n')
	return 1 + strings.Count(text[:at], "\n"), 1 + utf8.RuneCountInString(text[begin:at])
}

// syntax says what is wrong with a text that is no TOML, as far as the column; the line stands before it.
func syntax(text string, err error) lang.Text {
	what := lang.Sayf("thư viện đọc TOML báo «%s»", "the library that reads TOML says «%s»", clean.Show(err.Error()))
	var p toml.ParseError
	if errors.As(err, &p) {
		what = inWords(strings.TrimSuffix(p.Message, "."))
	}
	if _, column := positionOf(text, err); column > 0 {
		return lang.Sayf("TOML không hợp lệ: %s (cột %d)", "not valid TOML: %s (column %d)", what, column)
	}
	return lang.Sayf("TOML không hợp lệ: %s", "not valid TOML: %s", what)
}

// sentence is what the library says of one kind of error, and how we say it; %s is what it found there.
type sentence struct{ library, vi, en string }

// sentences are tried in order; the first that fits the whole message counts.
func sentences() []sentence {
	return []sentence{
		{`Key '(.*)' has already been defined`, `khóa %s có hai lần`, `the key %s is there twice`},
		{`Key '(.*)' was already created.*`, `%s đã có ở trên, không thể mở lại`,
			`%s is there above already and cannot be opened again`},
		{`strings cannot contain newlines`, `chữ trong dấu nháy chưa đóng dấu nháy ở cuối dòng`,
			`a text in quotes is not closed at the end of the line`},
		{`unexpected EOF; expected ['"]+`, `tệp kết thúc khi chữ trong dấu nháy chưa đóng`,
			`the file ends within a text in quotes`},
		{`expected value but found (?:'\\n'|'\\r'|'#') instead`, `thiếu giá trị sau dấu =`,
			`the value after = is missing`},
		{`unexpected EOF; expected value`, `thiếu giá trị sau dấu =`, `the value after = is missing`},
		{`expected value but found (.*) instead`, `«%s» không phải là giá trị; chữ phải đặt trong dấu nháy`,
			`«%s» is no value; text must be in quotes`},
		{`expected a top-level item to end with.*but got ',' instead`,
			`có dấu phẩy sau giá trị; số thập phân viết bằng dấu chấm, như 85.5`,
			`there is a comma after the value; decimals are written with a point, such as 85.5`},
		{`expected a top-level item to end with.*but got (.*) instead`,
			`thừa «%s» sau giá trị; mỗi khóa ở một dòng riêng`,
			`«%s» is too much after the value; every key has a line of its own`},
		{`unexpected '=': key name appears blank|unexpected '='`, `thiếu tên khóa trước dấu =`,
			`the name of the key before = is missing`},
		{`unexpected '\.'.*`, `tên khóa không thể bắt đầu bằng dấu chấm`, `a key cannot begin with a point`},
		{`expected '\.' or '=', but got '\\n' instead|unexpected EOF; expected key separator '='`,
			`thiếu dấu = sau tên khóa`, `the = after the key is missing`},
		{`expected '\.' or '=', but got (.*) instead`,
			`sau tên khóa phải là dấu =, không phải «%s»; tên có dấu cách hoặc dấu tiếng Việt phải đặt trong dấu nháy`,
			`after a key comes =, not «%s»; a key with spaces or diacritics must be in quotes`},
		{`expected '\.' or '\]' to end table name, but got .* instead|expected end of table array name delimiter.*`,
			`tên bảng chưa đóng dấu ]`, `the name of the table is not closed with ]`},
		{`unexpected (?:end of table name|table separator) .*`, `tên bảng để trống`, `the name of the table is blank`},
		{`expected a comma \(','\) or array terminator \('\]'\), but got end of file`, `danh sách chưa đóng dấu ]`,
			`the list is not closed with ]`},
		{`expected a comma \(','\) or array terminator \('\]'\), but got (.*)`,
			`giữa hai phần tử của danh sách phải là dấu phẩy, không phải «%s»`,
			`between the elements of a list comes a comma, not «%s»`},
		{`expected a comma or an inline table terminator '\}', but got end of file instead`, `bảng chưa đóng dấu }`,
			`the table is not closed with }`},
		{`expected a comma or an inline table terminator '\}', but got (.*) instead`,
			`giữa hai khóa của bảng phải là dấu phẩy, không phải «%s»`,
			`between the keys of a table comes a comma, not «%s»`},
		{`unexpected comma`, `thừa dấu phẩy`, `there is a comma too many`},
		{`Invalid (?:integer|float) "(.*)": cannot have leading zeroes`, `số %s không được bắt đầu bằng chữ số 0`,
			`the number %s cannot begin with 0`},
		{`Invalid float "(.*)": '\.' must be followed.*`, `số %s thiếu chữ số sau dấu chấm`,
			`the number %s has no digit after the point`},
		{`Invalid (?:integer|float)(?: value:)? "(.*)".*|invalid float: '(.*)'|not an? \w+ number: '(.*)'`,
			`%s không phải là số`, `%s is not a number`},
		{`floats must start with a digit, not '\.'`, `số phải bắt đầu bằng chữ số, như 0.5`,
			`a number begins with a digit, such as 0.5`},
		{`expected a digit but got .*|cannot use sign with non-decimal numbers.*`, `sau dấu + hoặc - phải là chữ số`,
			`after + or - comes a digit`},
		{`(.*) is out of (?:range for|the safe) .*`, `số %s quá lớn`, `the number %s is too large`},
		{`invalid datetime: "(.*)"`, `%s không phải là ngày giờ có thật, như 2020-06-08 hoặc 2020-06-30T08:00:00+07:00`,
			`%s is no date or time that exists, such as 2020-06-08 or 2020-06-30T08:00:00+07:00`},
		{`invalid escape(?: in string|:) '(.*)'`, `trong dấu nháy kép không có %s; viết \\ để có một dấu \`,
			`there is no %s within double quotes; write \\ for one \`},
		{`expected \w+ hexadecimal digits after '(.*)', but got .*|Escaped character '(.*)' is not valid UTF-8`,
			`sau %s phải là mã của một ký tự`, `after %s comes the code of a character`},
		{`TOML files cannot contain control characters: '0x(.*)'`, `có ký tự điều khiển U+00%s`,
			`there is the control character U+00%s`},
		{`files cannot contain NULL bytes.*`, `có byte 0: tệp có thể được lưu với mã UTF-16; lưu lại với mã UTF-8`,
			`there is a byte 0: the file may have been saved as UTF-16; save it as UTF-8`},
		{`newlines not allowed within inline tables`, `bảng { } phải nằm trên một dòng`,
			`a table { } must be on one line`},
		{`unexpected EOF`, `tệp kết thúc giữa chừng`, `the file ends halfway`},
	}
}

// inWords says a message of the library in our languages; one that is new to us is quoted.
func inWords(message string) lang.Text {
	for _, s := range sentences() {
		m := regexp.MustCompile(`^(?s:` + s.library + `)$`).FindStringSubmatch(message)
		if m == nil {
			continue
		}
		found := clean.Show(strings.Trim(strings.Join(m[1:], ""), `'"`))
		if strings.Contains(s.vi, "%s") {
			return lang.Sayf(s.vi, s.en, found)
		}
		return lang.Text{VI: s.vi, EN: s.en}
	}
	return lang.Sayf("thư viện đọc TOML báo «%s»", "the library that reads TOML says «%s»", clean.Show(message))
}
