package decision

import (
	"encoding/json"

	"thidua/scoring"
)

// past is the meetings of earlier years that a meeting holds itself against; left out where none was named.
type past []scoring.Past

// pastYear is one of them, on record.
type pastYear struct {
	Year  string     `json:"year"`
	Stage string     `json:"stage"`
	Units []pastUnit `json:"units"`

	Rulebook string `json:"rulebook,omitempty"`
	Open     bool   `json:"open,omitempty"`
}

type pastUnit struct {
	Unit   string      `json:"unit"`
	Rank   int         `json:"rank"`
	Total  json.Number `json:"total"`
	Max    json.Number `json:"max"`
	Award  string      `json:"award"`
	Fields []pastField `json:"fields"`
}

type pastField struct {
	Code   string      `json:"code"`
	Title  string      `json:"title"`
	Points json.Number `json:"points"`
	Max    json.Number `json:"max"`
}

func (v *past) record() (any, error) {
	if len(*v) == 0 {
		return nil, nil
	}
	var out []pastYear
	for _, p := range *v {
		year := pastYear{Year: p.Year, Stage: p.Stage.String(), Units: []pastUnit{}, Rulebook: p.Rulebook,
			Open: p.Open}
		for _, u := range p.Units {
			unit := pastUnit{u.Unit, u.Rank, number(u.Total), number(u.Max), u.Award, []pastField{}}
			for _, f := range u.Fields {
				unit.Fields = append(unit.Fields, pastField{f.Code, f.Title, number(f.Points), number(f.Max)})
			}
			year.Units = append(year.Units, unit)
		}
		out = append(out, year)
	}
	return out, nil
}

func (v *past) read(raw json.RawMessage) error {
	var kept []pastYear
	if err := unmarshalStrict(raw, &kept); err != nil {
		return err
	}
	var wrong error
	points := func(n json.Number) scoring.Points {
		p, err := scoring.ExactPoints(n.String())
		if wrong == nil {
			wrong = err
		}
		return p
	}
	for _, k := range kept {
		stage, err := scoring.ParseStage(k.Stage)
		if err != nil {
			return err
		}
		p := scoring.Past{Year: k.Year, Stage: stage, Rulebook: k.Rulebook, Open: k.Open}
		for _, u := range k.Units {
			unit := scoring.PastUnit{Unit: u.Unit, Rank: u.Rank, Total: points(u.Total), Max: points(u.Max),
				Award: u.Award}
			for _, f := range u.Fields {
				unit.Fields = append(unit.Fields, scoring.PastField{Code: f.Code, Title: f.Title,
					Points: points(f.Points), Max: points(f.Max)})
			}
			p.Units = append(p.Units, unit)
		}
		*v = append(*v, p)
	}
	return wrong
}

func (*past) take(fields, string) {}
