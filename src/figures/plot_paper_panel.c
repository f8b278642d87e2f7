#include "figures/plot_paper.h"
#include "base/arena.h"
#include "base/number.h"
#include "figures/plot_category.h"
#include "figures/plot_data.h"
#include "figures/plot_guide.h"
#include "figures/plot_text.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void paper_label(struct text *out, const struct layout *l, const char *wrapped, double at,
                 double points, const char *place, const char *how)
{
    bool rotated = strstr(how, "rotate") != NULL;

    while (*wrapped) {
        size_t n = strcspn(wrapped, "\n");
        char *line = xstrndup(wrapped, n);

        text_add(out, "        set label ");
        plot_quote(out, line);
        if (rotated)
            text_add(out, " at screen %.5f, %s %s\n", at / l->width, place, how);
        else
            text_add(out, " at %s, screen %.5f %s\n", place, at / l->height, how);
        free(line);
        at += (rotated ? 1 : -1) * plot_line_height(points);
        wrapped += n + (wrapped[n] == '\n');
    }
}

/* Diverged trials in rows above the axes; the word for them is beside the first row, or above all. */
static void add_losts(struct text *out, const struct plot_figure *f, const struct layout *l, int i)
{
    const struct panel_layout *p = &l->panel[i];
    double axes = p->top - p->bottom;
    double word = LOST_FIRST + (l->word_above ? p->lost_rows * LOST_STEP : 0);

    if (p->losts == 0)
        return;
    text_add(out,
             "        set arrow from graph 0,1 to graph 1,1 nohead lw 0.5 dt (2,3) lc rgb ink\n"
             "        set label '%s' at graph 0, graph %.5f %s textcolor rgb ink\n",
             plot_lost_word(f), 1 + word / axes, l->word_above ? "left" : "right offset -0.6,0");
    for (int k = 0; k < p->losts; k++) {
        const struct lost_mark *lost = &p->lost[k];

        text_add(out, "        eval lost(%d, ",
                 layout_entry(l, &f->panel[i].series[lost->series]) + 1);
        plot_add_number(out, lost->x);
        text_add(out, ", %.5f, %g)\n", 1 + (LOST_FIRST + LOST_STEP * lost->row) / axes,
                 lost->count);
    }
}

/* What every part of a series' drawing needs. */
struct stroke {
    const struct plot_series *s;
    int stride;  /* see series_stride() */
    int start;   /* the first x with a point: another one for each curve, where lines meet */
    int line;    /* index into line[] */
    char *block; /* "$p1s2" */
    struct dodge by;
    const char *low; /* the column of the band's lower end */
    bool category, boxes, edges, seeds;
};

static void use_x(struct text *out, const char *block, const char *suffix, double by)
{
    text_add(out, "%s%s using ", block, suffix);
    if (by == 0)
        text_add(out, "1");
    else
        text_add(out, "($1%+.4f)", by);
}

static void add_band(struct text *out, const struct stroke *k, int *items)
{
    if (k->category || k->s->marks || !series_has_band(k->s))
        return;
    text_add(out, "%s%s using 1:%s:4 with filledcurves lc rgb %s(line[%d])", plot_next_item(items),
             k->block, k->low, k->edges ? "spread" : "band", k->line);
    /* Edges tell bands apart that lie one upon the other. */
    for (int i = 0; k->edges && i < 2; i++)
        text_add(out, "%s%s using 1:%s with lines lt line[%d] lw 0.6", plot_next_item(items),
                 k->block, i ? "4" : k->low, k->line);
}

static void add_boxes(struct text *out, const struct stroke *k, int *items)
{
    if (!k->boxes || k->s->marks || !series_has_mean(k->s))
        return;
    text_add(out, "%s", plot_next_item(items));
    use_x(out, k->block, "", k->by.lost);
    text_add(out,
             ":2:(%.4f) with boxes lt line[%d] lc rgb bar(line[%d]) dt solid lw 0.8 "
             "fill solid border lc rgb style_rgb[line[%d]]",
             k->by.width, k->line, k->line, k->line);
}

/* Ranges of categories, and those without neighbours. */
static void add_bars(struct text *out, const struct stroke *k, int *items)
{
    if (k->s->marks || !(k->category ? series_has_range(k->s) : series_has_bars(k->s)))
        return;
    text_add(out, "%s", plot_next_item(items));
    use_x(out, k->block, k->category ? "" : "_bars", k->by.mean);
    text_add(out, ":2:%s:4 with yerrorbars lt line[%d] pt -1 dt solid lw 0.8", k->low, k->line);
}

static void add_seeds(struct text *out, const struct stroke *k, int *items)
{
    if (!k->seeds)
        return;
    text_add(out, "%s", plot_next_item(items));
    use_x(out, k->block, "_seeds", k->by.seeds);
    if (k->s->seed_lines)
        text_add(out, ":2 with lines lt line[%d] dt solid lw 0.6 lc rgb faint(line[%d])", k->line,
                 k->line);
    else
        text_add(out, ":2 with points lt line[%d] ps 0.6 lc rgb faint(line[%d])", k->line, k->line);
}

static void add_means(struct text *out, const struct stroke *k, int *items)
{
    if (k->s->marks || !series_has_mean(k->s))
        return;
    text_add(out, "%s", plot_next_item(items));
    use_x(out, k->block, "", k->by.mean);
    text_add(out, ":2 with %s lt line[%d]",
             k->category      ? "points"
             : k->stride == 1 ? "linespoints"
                              : "lines",
             k->line);
    if (k->stride > 1)
        text_add(out, "%s%s every %d::%d using 1:2 with points lt line[%d]", plot_next_item(items),
                 k->block, k->stride, k->start, k->line);
}

static void add_marks(struct text *out, const struct stroke *k, int *items)
{
    if (!k->s->marks || !series_has_mean(k->s))
        return;
    text_add(out, "%s", plot_next_item(items));
    use_x(out, k->block, "", k->by.mean);
    text_add(out, ":2 with points lt line[%d]", k->line);
}

/* Bands first and means after all, so that nothing hides a mean; marks are hollow. */
static void add_plot(struct text *out, const struct plot_figure *f, const struct layout *l, int i)
{
    void (*const part[])(struct text *, const struct stroke *,
                         int *) = {add_band, add_boxes, add_bars, add_seeds, add_means, add_marks};
    const struct plot_panel *panel = &f->panel[i];
    /* A logarithmic axis has no place for an end at or below 0: the band leaves the panel. */
    char *low = l->y[i].log ? format_new("($3 > 0 ? $3 : $4 > 0 ? %g : NaN)", l->y[i].low / 2)
                            : xstrdup("3");
    int items = 0;

    text_add(out, "        ");
    for (size_t k = 0; k < sizeof part / sizeof *part; k++)
        for (int s = 0; s < panel->count; s++) {
            int stride = series_stride(f, &panel->series[s]);
            struct stroke stroke = {
                .s = &panel->series[s],
                .line = layout_entry(l, &panel->series[s]) + 1,
                .block = format_new("$p%ds%d", i + 1, s + 1),
                .stride = stride,
                .start = s * stride / panel->count,
                .by = plot_dodge(f, panel, s),
                .low = low,
                .category = f->categories > 0,
                .boxes = f->bars,
                .edges = f->band,
                .seeds = series_shows_seeds(f, &panel->series[s]),
            };

            part[k](out, &stroke, &items);
            free(stroke.block);
        }
    text_add(out, items > 0 ? "\n" : "plot NaN\n");
    free(low);
}

void paper_legend(struct text *out, const struct layout *l)
{
    for (int k = 0; k < l->entries; k++) {
        const struct legend_entry *e = &l->entry[k];

        text_add(out, "        eval %s(%d, %.5f, %.5f, %.5f, %.5f)\n",
                 e->marks || e->sample < LEGEND_LINE ? "legend_point" : "legend", k + 1,
                 e->x / l->width, e->y / l->height, e->sample / l->width, LEGEND_TEXT / l->width);
    }
}

void paper_heading(struct text *out, const struct layout *l)
{
    paper_label(out, l, l->title, l->title_y, POINTS_TITLE, "screen 0.5", "center font font_title");
    paper_label(out, l, l->caption, l->caption_y, POINTS_TEXT, "screen 0.5",
                "center font font_small textcolor rgb ink");
}

void plot_paper(struct text *out, const struct plot_figure *f, const struct layout *l, int i)
{
    const struct panel_layout *p = &l->panel[i];
    char center[32];

    text_add(out,
             "        set lmargin at screen %.5f; set rmargin at screen %.5f\n"
             "        set bmargin at screen %.5f; set tmargin at screen %.5f\n",
             p->left / l->width, p->right / l->width, p->bottom / l->height, p->top / l->height);
    if (f->categories > 0) {
        category_paper(out, f, l, i);
    } else {
        text_add(out, "        set xlabel ");
        plot_quote(out, f->x_label);
        text_add(out, " offset 0,0.4\n");
    }
    if (p->y_label_x > 0)
        paper_label(out, l, l->y_label, p->y_label_x, POINTS_TEXT, "graph 0.5",
                    "center rotate by 90");
    number_format(center, sizeof center, "screen %.5f", p->center / l->width);
    paper_label(out, l, p->title, p->title_y, POINTS_PANEL, center, "center font font_panel");
    paper_label(out, l, p->note, p->note_y, POINTS_TEXT, center,
                "center font font_small textcolor rgb ink");
    guide_add(out, f, l, i, false);
    if (f->bars)
        text_add(out, "        set arrow from graph 0, first 0 to graph 1, first 0 nohead lw 0.6 "
                      "dt solid lc rgb ink\n");
    add_losts(out, f, l, i);
    if (i == 0) {
        paper_heading(out, l);
        paper_legend(out, l);
    }
    add_plot(out, f, l, i);
    text_add(out, "        unset label; unset arrow\n");
}
