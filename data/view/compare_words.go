package view

import (
	"strings"

	"thidua/data/decision"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// What the sections, keys and values of a rulebook are called where two rulebooks are compared. A word that is not here
// is said as the file writes it.

func partWord(part string) lang.Text {
	return wordOf(map[string]lang.Text{
		"id": {VI: "mã", EN: "id"}, "title": {VI: "tên", EN: "title"}, "source": {VI: "văn bản", EN: "source"},
		"year": {VI: "năm", EN: "year"}, "example": {VI: "ví dụ", EN: "example"},
		"edition": {VI: "phiên bản quy tắc", EN: "edition"}, "words": {VI: "từ ngữ", EN: "words"},
		"scale": {VI: "thang điểm", EN: "scale"}, "levels": {VI: "mức chấm", EN: "levels"},
		"criterion": {VI: "tiêu chí", EN: "criterion"}, "limit": {VI: "giới hạn", EN: "limit"},
		"rank": {VI: "xếp hạng", EN: "ranking"}, "tiebreak": {VI: "bằng điểm", EN: "tie-break"},
		"class": {VI: "xếp loại", EN: "class"}, "award": {VI: "khen thưởng", EN: "award"},
		"bar": {VI: "điều kiện loại", EN: "bar"}, "sanction": {VI: "xử lý", EN: "sanction"},
		"vote": {VI: "biểu quyết", EN: "votes"}, "closing": {VI: "chốt", EN: "closing"},
		"office": {VI: "chức danh", EN: "office"}, "election": {VI: "bầu cử", EN: "election"},
		"deadline": {VI: "thời hạn", EN: "deadline"}, "cluster": {VI: "cụm", EN: "cluster"},
		"alias": {VI: "cách viết tên", EN: "alias"}, "clause": {VI: "điều khoản", EN: "clause"},
		"paper": {VI: "văn bản của cuộc họp", EN: "papers"},
	}, part)
}

// itemWord is the name of a table within a section; codes and ids are names themselves.
func itemWord(part, item string) lang.Text {
	if part == "limit" {
		return wordOf(map[string]lang.Text{
			"bonus": {VI: "điểm thưởng", EN: "bonus"}, "penalty": {VI: "điểm trừ", EN: "penalty"},
		}, item)
	}
	if part == "vote" {
		return decision.Name(scoring.Kind(item))
	}
	if cluster, year, ok := strings.Cut(item, ".officers."); ok {
		return lang.Sayf("%s, năm %s", "%s in %s", cluster, year)
	}
	return lang.Both(item)
}

func keyWord(key string) lang.Text {
	words := ruleWords()
	if w, ok := words[key]; ok {
		return w
	}
	return wordOf(map[string]lang.Text{
		"order": {VI: "thứ tự", EN: "order"}, "title": {VI: "tên", EN: "title"}, "name": {VI: "tên", EN: "name"},
		"short": {VI: "tên ngắn", EN: "short name"}, "max": {VI: "điểm tối đa", EN: "maximum"},
		"assessor": {VI: "đơn vị đánh giá", EN: "assessor"}, "with": {VI: "cùng đánh giá", EN: "assessed with"},
		"kind": {VI: "cách chấm", EN: "kind"}, "entry": {VI: "cách nhập", EN: "entry"},
		"optional": {VI: "có thể không áp dụng", EN: "optional"}, "evidence": {VI: "minh chứng", EN: "evidence"},
		"bands": {VI: "các mức", EN: "bands"}, "clause": {VI: "điều khoản", EN: "clause"},
		"total": {VI: "tổng", EN: "total"}, "share": {VI: "tỷ lệ (%)", EN: "share (%)"},
		"total_clause": {VI: "điều khoản của tổng", EN: "clause of the total"},
		"by":           {VI: "xếp theo", EN: "by"}, "at": {VI: "áp dụng cho", EN: "at"},
		"assessors": {VI: "đơn vị đánh giá", EN: "assessors"}, "criteria": {VI: "tiêu chí", EN: "criteria"},
		"counts": {VI: "số lượng", EN: "numbers"}, "quota": {VI: "tỷ lệ", EN: "quota"},
		"min": {VI: "mức tối thiểu", EN: "minimum"}, "class": {VI: "xếp loại tối thiểu", EN: "class"},
		"beside": {VI: "kèm khen thưởng khác", EN: "beside another"}, "sign": {VI: "dấu", EN: "sign"},
		"level": {VI: "mức", EN: "level"}, "from": {VI: "từ", EN: "from"}, "until": {VI: "đến", EN: "until"},
		"day": {VI: "ngày", EN: "day"}, "except": {VI: "ngoại lệ", EN: "exceptions"},
		"units": {VI: "đơn vị", EN: "units"}, "region": {VI: "vùng", EN: "region"},
		"leader": {VI: "cấp trưởng", EN: "leader"}, "deputy": {VI: "cấp phó", EN: "deputy"},
		"names": {VI: "cách viết", EN: "names"}, "text": {VI: "nội dung", EN: "text"},
		"id": {VI: "mã", EN: "id"}, "source": {VI: "văn bản", EN: "source"}, "year": {VI: "cách ghi năm", EN: "years"},
	}, key)
}

// ruleWords are the keys of votes and elections.
func ruleWords() map[string]lang.Text {
	return map[string]lang.Text{
		"base": {VI: "tính trên", EN: "base"}, "threshold": {VI: "tỷ lệ cần đạt", EN: "threshold"},
		"quorum": {VI: "số đơn vị phải có mặt", EN: "quorum"}, "secret": {VI: "phiếu kín", EN: "secret"},
		"recusal": {VI: "đơn vị liên quan không biểu quyết", EN: "recusal"},
		"written": {VI: "biểu quyết bằng văn bản", EN: "votes in writing"},
		"offices": {VI: "chức danh", EN: "offices"}, "runoff": {VI: "số ứng cử vòng sau", EN: "runoff"},
		"rotation": {VI: "luân phiên", EN: "rotation"}, "lots": {VI: "bốc thăm", EN: "lots"},
		"sitting": {VI: "người đang giữ chức", EN: "sitting officers"}, "group": {VI: "tên gọi nhóm", EN: "group"},
	}
}

// valueWord says the words that a key may have.
func valueWord(key, value string) lang.Text {
	words := map[string]map[string]lang.Text{
		"base": {"present": {VI: "đơn vị có mặt", EN: "units present"}, "members": {VI: "mọi đơn vị", EN: "all units"},
			"cast":  {VI: "phiếu đã bỏ", EN: "votes cast"},
			"valid": {VI: "phiếu tán thành và không tán thành", EN: "votes for and against"}},
		"by": {"total": {VI: "tổng điểm", EN: "total"},
			"share": {VI: "tỷ lệ trên điểm tối đa", EN: "share of the maximum"}},
		"at": {"top": {VI: "điểm cao nhất", EN: "the highest total"},
			"every": {VI: "mọi nhóm bằng điểm", EN: "every tie"},
			"award": {VI: "đến nhóm có đơn vị nhận khen thưởng cao nhất", EN: "down to the first award"}},
		"sitting": {"warn": {VI: "được ứng cử, có nhắc", EN: "may stand, with a warning"},
			"allow": {VI: "được ứng cử", EN: "may stand"}, "refuse": {VI: "không được ứng cử", EN: "may not stand"}},
		"kind": {"percent": {VI: "phần trăm", EN: "percent"}, "yes-no": {VI: "đạt hoặc không", EN: "yes or no"},
			"bands": {VI: "theo mức tỷ lệ", EN: "bands"}, "levels": {VI: "theo bậc", EN: "levels"},
			"count": {VI: "theo số lần", EN: "count"}},
		"entry": {"percent": {VI: "phần trăm", EN: "percent"}, "points": {VI: "điểm", EN: "points"}},
		"year": {"school": {VI: "năm học", EN: "school year"},
			"calendar": {VI: "năm dương lịch", EN: "calendar year"}},
	}
	return wordOf(words[key], value)
}

// wordOf is a word, or the key itself where there is none.
func wordOf(words map[string]lang.Text, key string) lang.Text {
	if w, ok := words[key]; ok {
		return w
	}
	return lang.Both(key)
}
