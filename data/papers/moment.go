package papers

import "time"

// Moment writes a time of a day as papers do: «08 giờ 00, ngày 30 tháng 6 năm 2020».
func Moment(t time.Time) string { return moment(t) }
