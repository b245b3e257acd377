package names_test

import (
	"slices"
	"testing"

	"golang.org/x/text/unicode/norm"

	"thidua/data/names"
)

func TestSlug(t *testing.T) {
	for in, want := range map[string]string{"Nam Định": "nam-dinh", "Thừa Thiên - Huế": "thua-thien-hue",
		"Bà Rịa - Vũng Tàu": "ba-ria-vung-tau", "Đắk Lắk": "dak-lak", "": ""} {
		for _, form := range []norm.Form{norm.NFC, norm.NFD} {
			if got := names.Slug(form.String(in)); got != want {
				t.Errorf("Slug(%q) = %q, want %q", in, got, want)
			}
		}
	}
}

func TestFind(t *testing.T) {
	x := names.New([]string{"Nam Định", "Hà Nam", "Hạ Nam", "Thành phố Hồ Chí Minh"},
		map[string][]string{"Thành phố Hồ Chí Minh": {"TP.HCM", "Hồ Chí Minh"}})
	for in, want := range map[string]string{
		"Nam Định": "Nam Định", "nam định": "Nam Định", "NAM ĐỊNH": "Nam Định", "nam-dinh": "Nam Định",
		"Nam Dinh": "Nam Định", " nam  dinh ": "Nam Định",
		norm.NFD.String("Nam Định"): "Nam Định",
		"Hà Nam":                    "Hà Nam", "hạ nam": "Hạ Nam",
		"tp.hcm": "Thành phố Hồ Chí Minh", "ho chi minh": "Thành phố Hồ Chí Minh",
	} {
		if got, ok := x.Find(in); !ok || got != want {
			t.Errorf("Find(%q) = %q, %v; want %q", in, got, ok, want)
		}
	}
	for _, in := range []string{"ha nam", "Ha Nam", "", "Nam", "Thái Bình", "Tỉnh", "Tỉnh ha nam", "Sở GD&ĐT",
		"Sở Y tế Nam Định", "Nam Định tỉnh"} {
		if got, ok := x.Find(in); ok {
			t.Errorf("Find(%q) = %q, though it is none or several", in, got)
		}
	}
}

// Names that fold alike are one; a name written as it is written always finds itself; what fits several is told.
func TestSameName(t *testing.T) {
	x := names.New([]string{"Hà Nội", "hà nội", "Ha Noi", "Hà  Nội", "-"},
		map[string][]string{"Hà Nội": {"Ha Noi", "Thủ đô"}, "Ha Noi": {"Thủ đô"}})
	if got := x.Names(); !slices.Equal(got, []string{"Hà Nội", "Ha Noi", "-"}) {
		t.Errorf("names %q", got)
	}
	for in, want := range map[string]string{"Hà Nội": "Hà Nội", "HÀ NỘI": "Hà Nội", "Ha Noi": "Ha Noi",
		"ha noi": "Ha Noi", "-": "-", "ha-noi": "", "Hạ Nội": "", "?": ""} {
		if got, _ := x.Find(in); got != want {
			t.Errorf("Find(%q) = %q, want %q", in, got, want)
		}
	}
	if got := x.Fits("hạ nội"); !slices.Equal(got, []string{"Hà Nội", "Ha Noi"}) {
		t.Errorf("fits %q", got)
	}
}

// Offices write themselves with what they are; where exactly one name is left of it, that one is meant.
func TestFindOffices(t *testing.T) {
	x := names.New([]string{"Nam Định", "Hải Dương", "Bắc Ninh", "Thừa Thiên - Huế", "Hà Nội", "Thanh Hóa", "Bạc Liêu",
		"Thành phố Hồ Chí Minh"}, map[string][]string{"Thừa Thiên - Huế": {"Huế"}, "Thành phố Hồ Chí Minh": {"TP.HCM",
		"Hồ Chí Minh"}})
	for in, want := range map[string]string{
		"Tỉnh Nam Định": "Nam Định", "tinh nam dinh": "Nam Định", "T. Nam Định": "Nam Định", "NamDinh": "Nam Định",
		"Nam Ðịnh": "Nam Định", "UBND tỉnh Nam Định": "Nam Định",
		"Sở GD&ĐT Nam Định": "Nam Định", "Sở GDĐT Nam Định": "Nam Định", "Sở GD-ĐT tỉnh Nam Định": "Nam Định",
		"Sở Giáo dục và Đào tạo Hải Dương": "Hải Dương", "SỞ GIÁO DỤC & ĐÀO TẠO HẢI DƯƠNG": "Hải Dương",
		"Thành phố Bắc Ninh": "Bắc Ninh", "Tỉnh Thanh Hóa": "Thanh Hóa", "Thanh Hoá": "Thanh Hóa",
		"TP. Huế": "Thừa Thiên - Huế", "TP Huế": "Thừa Thiên - Huế", "Thành phố Huế": "Thừa Thiên - Huế",
		"Hanoi": "Hà Nội", "TP. Hà Nội": "Hà Nội", "TP. Hồ Chí Minh": "Thành phố Hồ Chí Minh",
		"TPHCM": "Thành phố Hồ Chí Minh",
		"Sở Giáo dục, Khoa học và Công nghệ Bạc Liêu": "Bạc Liêu",
	} {
		if got, ok := x.Find(in); !ok || got != want {
			t.Errorf("Find(%q) = %q, %v; want %q", in, got, ok, want)
		}
	}
}
