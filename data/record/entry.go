package record

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/gowebpki/jcs"

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
	h := sha256.New()
	h.Write([]byte(prev))
	h.Write([]byte{'\n'})
	h.Write(body)
	var sum [sha256.Size]byte
	return hex.EncodeToString(h.Sum(sum[:0]))
}

// Canonical writes JSON in its canonical form (RFC 8785). It fails on what is not JSON, on a key given twice, on text
// that is not UTF-8. A number becomes the nearest IEEE 754 double: whole numbers beyond 2^53 do not survive.
func Canonical(json []byte) ([]byte, error) {
	out, err := jcs.Transform(json)
	if err != nil {
		return nil, fmt.Errorf("canonical JSON: %w", err)
	}
	return out, nil
}

func isCanonical(body []byte) bool {
	out, err := jcs.Transform(body)
	return err == nil && bytes.Equal(out, body)
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
		case e.Hash != Chain(t.hash, e.Body):
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
