package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"thidua/data/demo"
	"thidua/tui"
	startpage "thidua/tui/start"
)

func (a *app) demoCommand() *cobra.Command {
	var o screenOptions
	var lesson string
	cmd := &cobra.Command{
		Use:   "demo",
		Short: a.text("Cuộc họp mẫu để thử; không giữ lại gì", "The sample meeting to try out; nothing is kept"),
		Long: a.text("Cuộc họp mẫu để thử; không giữ lại gì. Mỗi bài tập một phút:",
			"The sample meeting to try out; nothing is kept. Lessons of a minute each:") + "\n\n" + a.lessons(),
		Args: a.args(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.runDemo(cmd.Context(), lesson, o)
		},
	}
	o.flags(a, cmd)
	cmd.Flags().StringVar(&lesson, "lesson", "first", a.text("bài tập", "the lesson to practise"))
	completeWords(cmd, "lesson", lessonIDs()...)
	return cmd
}

// lessonIDs are the lessons on the sample meeting, by what --lesson takes.
func lessonIDs() (ids []string) {
	for _, l := range append([]tui.Lesson{tui.FirstSteps()}, tui.Lessons()...) {
		ids = append(ids, l.ID)
	}
	return ids
}

// lessons lists the lessons, a line each.
func (a *app) lessons() string {
	var b strings.Builder
	for _, id := range lessonIDs() {
		l, _ := tui.LessonByID(id)
		fmt.Fprintf(&b, "  %-10s %s: %s\n", id, l.Title.In(a.lang), l.About.In(a.lang))
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// runDemo runs the sample meeting on screen, with a lesson, until the person leaves.
func (a *app) runDemo(ctx context.Context, lesson string, o screenOptions) error {
	l, ok := tui.LessonByID(lesson)
	if !ok {
		return a.usage("không có bài %q; các bài: %s", "there is no lesson %q; the lessons: %s", lesson,
			strings.Join(lessonIDs(), ", "))
	}
	if err := errors.Join(o.check(a), a.point.pass(ctx)); err != nil {
		return err
	}
	sample, err := demo.Load()
	if err != nil {
		return err
	}
	m, err := sample.At(l.Stage, nil)
	if err != nil {
		return err
	}
	opts := a.options(o, true)
	opts.Lesson = &l
	opts.Papers = startpage.PapersFolder("cuoc-hop-mau") // offered, and written only where somebody asks
	return errors.Join(a.screen(ctx, m, o.plain, opts), m.Close())
}
