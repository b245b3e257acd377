package workbook

import (
	"bytes"
	"encoding/binary"
	"path/filepath"
	"strings"
	"unicode/utf16"

	"thidua/scoring/lang"
)

// strange says what else a file is that is no workbook of ours: an old one, one with a password, one with macros.
func strange(file string, src []byte) (what, mend lang.Text) {
	const zip = "PK\x03\x04"
	switch {
	case hasPassword(src):
		return lang.Text{VI: "tệp có mật khẩu", EN: "the file has a password"},
			lang.Text{VI: "mở trong Excel bằng mật khẩu, bỏ mật khẩu, lưu lại thành .xlsx",
				EN: "open it in Excel with its password, take the password off, and save it as .xlsx"}
	case bytes.HasPrefix(src, []byte(compound)):
		what = lang.Text{VI: "tệp Excel kiểu cũ (.xls)", EN: "an old Excel file (.xls)"}
		if strings.EqualFold(filepath.Ext(file), ".xlsx") {
			what = lang.Text{VI: "tệp Excel kiểu cũ (.xls) mang tên .xlsx", EN: "an old Excel file (.xls) named .xlsx"}
		}
		if !named(src, "Workbook") && !named(src, "Book") {
			what = lang.Text{VI: "tệp kiểu cũ, không phải bảng tính Excel", EN: "an old file, no Excel workbook"}
		}
		return what, lang.Text{VI: "mở trong Excel, chọn lưu thành «Excel Workbook (.xlsx)»: đổi tên tệp là không đủ",
			EN: "open it in Excel and save it as «Excel Workbook (.xlsx)»: another name is not enough"}
	case !bytes.HasPrefix(src, []byte(zip)):
		return lang.Text{VI: "không phải tệp XLSX", EN: "not an XLSX file"}, lang.Text{
			VI: "kiểm tra xem có đúng tệp không; lưu lại thành .xlsx hoặc .csv",
			EN: "check that it is the right file; save it as .xlsx or .csv"}
	case bytes.Contains(src, []byte("vbaProject.bin")):
		return lang.Text{VI: "tệp có macro", EN: "the file has macros"},
			lang.Text{VI: "lưu lại thành .xlsx, loại không có macro",
				EN: "save it as .xlsx, the kind without macros"}
	}
	return lang.Text{}, lang.Text{}
}

// compound is how a compound file begins: a folder of streams in one file, which is what Excel wrote before .xlsx, and
// what it puts an encrypted .xlsx into.
const compound = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// hasPassword reports whether a file is an encrypted .xlsx or .docx.
func hasPassword(src []byte) bool {
	return named(src, "EncryptedPackage") || named(src, "EncryptionInfo")
}

// named reports whether a compound file has a stream of a name ([MS-CFB], 2.6.1: an entry of the directory has 128
// bytes, the name in UTF-16 first, after 64 bytes its length with the zero that ends it). The directory may lie
// anywhere in the file, in order or not: every place where an entry can stand is looked at.
func named(src []byte, name string) bool {
	if !bytes.HasPrefix(src, []byte(compound)) {
		return false
	}
	const header, entry, lengthAt = 512, 128, 64
	var want []byte
	for _, u := range utf16.Encode([]rune(name + "\x00")) {
		want = binary.LittleEndian.AppendUint16(want, u)
	}
	for at := header; at+entry <= len(src); at += entry {
		length := int(binary.LittleEndian.Uint16(src[at+lengthAt:]))
		if length == len(want) && bytes.HasPrefix(src[at:], want) {
			return true
		}
	}
	return false
}
