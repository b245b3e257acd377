package record

import (
	"crypto/sha256"
	"encoding/hex"

	"thidua/scoring/lang"
)

// Entry is one decision of the record.
type Entry struct {
	Seq  int    // 1, 2, 3 ... without gaps
	Body []byte // the decision's canonical JSON (RFC 8785) without its hash
	Hash string // lower-case hex SHA-256 of: previous hash (empty for the first), "\n", Body
}

// Chain is the hash of a body that follows the entry whose hash is prev (empty for the first).
func Chain(prev string, body []byte) string {
	sum := link(prev, body)
	return hex.EncodeToString(sum[:])
}

// link is Chain as bytes.
func link(prev string, body []byte) [sha256.Size]byte {
	var room [1024]byte // for nearly every body
	return sha256.Sum256(append(append(append(room[:0], prev...), '\n'), body...))
}

// Follows reports whether the entry's hash is that of its body after the entry whose hash is prev.
func (e *Entry) Follows(prev string) bool {
	var text [2 * sha256.Size]byte
	sum := link(prev, e.Body)
	hex.Encode(text[:], sum[:])
	return string(text[:]) == e.Hash
}

// tip is the end of a record: the last entry's number and hash. The zero tip is that of an empty record.
type tip struct {
	seq  int
	hash string
}

// follow checks that entries continue the record that ends at h, and gives its new end. It is what every store asks
// before it writes: nothing that Check would find fault with is ever recorded.
func (t tip) follow(path string, entries []Entry) (tip, error) {
	for _, e := range entries {
		switch {
		case e.Seq != t.seq+1:
			return t,
				&Error{path,
					lang.Sayf("quyết định số %d không nối tiếp nhật ký, đang dừng ở số %d",
						"decision %d does not continue the record, which ends at %d", e.Seq, t.seq),
					lang.Sayf("đọc lại nhật ký rồi ghi lại", "read the record again, then repeat"), ErrSequence}
		case !e.Follows(t.hash):
			return t,
				&Error{path,
					lang.Sayf("mã kiểm chứng của quyết định số %d không nối với quyết định trước",
						"the hash of decision %d does not follow from its body and the hash before it", e.Seq),
					lang.Sayf("đọc lại nhật ký rồi ghi lại", "read the record again, then repeat"), ErrChain}
		case !isCanonical(e.Body):
			return t,
				&Error{path,
					lang.Sayf("nội dung quyết định số %d không ở dạng JSON chuẩn (RFC 8785)",
						"the body of decision %d is not canonical JSON (RFC 8785)", e.Seq),
					lang.Sayf("chuẩn hóa nội dung trước khi tính mã kiểm chứng",
						"bring the body into canonical form before hashing it"), ErrForm}
		}
		t = tip{e.Seq, e.Hash}
	}
	return t, nil
}
