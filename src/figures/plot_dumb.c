#include "figures/plot_dumb.h"
#include "figures/plot_category.h"
#include "figures/plot_data.h"
#include "figures/plot_dodge.h"
#include "figures/plot_guide.h"
#include "figures/plot_text.h"
#include <stdio.h>
#include <stdlib.h>

#define PAGE_TEXT 4.4 /* inches of text that take about 75 characters */

/* "diverged: batchnorm 3 at 2, 1 at 4; groupnorm 1 at 2", wrapped; "" when nothing did. */
static char *lost_lines(const struct plot_figure *f, const struct layout *l,
                        const struct plot_panel *panel)
{
    struct text lost = {0};
    char *wrapped;

    for (int s = 0; s < panel->count; s++) {
        const char *name = l->entry[layout_entry(l, &panel->series[s])].shown;
        bool first = true;

        for (int i = 0; i < panel->series[s].losts; i++) {
            const double *v = panel->series[s].lost[i];

            if (!(v[1] > 0))
                continue;
            if (first)
                text_add(&lost, "%s%s%s", lost.length ? "; " : plot_lost_word(f),
                         lost.length ? "" : ": ", name);
            text_add(&lost, "%s %g at ", first ? "" : ",", v[1]);
            if (category_name(f, v[0]))
                text_add(&lost, "%s", category_name(f, v[0]));
            else
                text_add(&lost, "%g", v[0]);
            first = false;
        }
    }
    wrapped = plot_wrap(text_str(&lost), POINTS_TEXT, PAGE_TEXT, 6);
    text_clear(&lost);
    return wrapped;
}

/* Lines above a panel in a text terminal: titles, caption, note, and what diverged. */
static void add_dumb_title(struct text *out, const struct plot_figure *f, const struct layout *l,
                           int i)
{
    char *lost = lost_lines(f, l, &f->panel[i]);
    const char *panel = l->panel[i].title, *y = l->y_label;
    char *named = format_new("%s%s%s", panel, *panel && *y ? ": " : "", y);
    char *what = plot_wrap(named, POINTS_TEXT, PAGE_TEXT, 3);
    char *above = plot_wrap(i == 0 ? f->title : "", POINTS_TEXT, PAGE_TEXT, 3);
    char *caption = plot_wrap(i == 0 ? f->caption : "", POINTS_TEXT, PAGE_TEXT, 3);
    const char *part[] = {above, caption, what, l->panel[i].note, lost};
    struct text title = {0};

    /* That terminal leaves out a y label, which so stands beside the panel's title. */
    for (int k = 0; k < 5; k++)
        text_add(&title, "%s%s", title.length && *part[k] ? "\n" : "", part[k]);
    text_add(out, "        set title ");
    plot_quote_lines(out, text_str(&title));
    text_clear(&title);
    free(above);
    free(caption);
    free(named);
    free(what);
    free(lost);
}

/* In a text terminal: means only, a letter and a line of one character for each series. */
void plot_dumb(struct text *out, const struct plot_figure *f, const struct layout *l, int i)
{
    const struct plot_panel *panel = &f->panel[i];
    int items = 0;

    add_dumb_title(out, f, l, i);
    text_add(out, "\n        unset grid; set key below center reverse Left");
    if (f->categories > 0) {
        category_dumb(out, f);
    } else {
        text_add(out, "\n        set xlabel ");
        plot_quote(out, f->x_label);
    }
    text_add(out, "\n");
    guide_add(out, f, l, i, true);
    text_add(out, "        ");
    for (int s = 0; s < panel->count; s++) {
        int k = layout_entry(l, &panel->series[s]) + 1;
        int stride = series_stride(f, &panel->series[s]);

        if (!series_has_mean(&panel->series[s]))
            continue;
        text_add(out,
                 "%s$p%ds%d using ($1%+.4f):2 with %s lt %d pt %d pi %d title brief(label[%d])",
                 plot_next_item(&items), i + 1, s + 1, plot_dodge(f, panel, s).lost,
                 f->categories > 0 || panel->series[s].marks ? "points" : "linespoints", k, k,
                 stride, k);
    }
    text_add(out, items > 0 ? "\n" : "plot NaN notitle\n");
    text_add(out, "        unset label; unset arrow\n");
}
