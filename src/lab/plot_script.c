#include "lab/plot_script.h"
#include "base/arena.h"
#include "lab/plot_data.h"
#include "lab/plot_layout.h"
#include "lab/plot_text.h"
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NO_DATA   "no data"
#define PAGE_TEXT 4.4 /* inches of text that take about 75 characters */

static void add_head(struct text *out, const struct plot_figure *f, const struct layout *l)
{
    text_add(
        out,
        "# A figure of normlab. `gnuplot %s.gp` in this folder draws it anew as .svg, .pdf and "
        ".png;\n# gnuplot -e \"term = 'pdf'\" %s.gp draws one of them, term = 'dumb' shows it "
        "in the terminal.\n# Colours, points, dashes and fonts are in ../style.gp.\n\n"
        "load '../style.gp'\n\nname = ",
        f->name, f->name);
    plot_quote(out, f->name);
    text_add(out, "\nwidth = %g # inches\nheight = %g\n", l->width, l->height);
    if (l->entries == 0)
        return;
    text_add(out,
             "\n# The series: legend entries and line types.\narray label[%d]\n"
             "array line[%d]\n",
             l->entries, l->entries);
    for (int i = 0; i < l->entries; i++) {
        const struct legend_entry *e = &l->entry[i];

        text_add(out, "label[%d] = ", i + 1);
        plot_quote(out, e->shown);
        text_add(out, "; line[%d] = ", i + 1);
        if (e->variant > 0) {
            text_add(out, "line_more(0)");
            if (e->variant == 1)
                text_add(out, "; eval second(line[%d], line[%d])", i + 1, e->first + 1);
            text_add(out, "\n");
        } else {
            char *word = xstrndup(e->style, strcspn(e->style, " "));

            text_add(out, "line_of(");
            plot_quote(out, word);
            text_add(out, ")\n");
            free(word);
        }
    }
}

static void add_ticks(struct text *out, char which, const struct axis *a)
{
    text_add(out, "    set %crange [", which);
    plot_add_number(out, a->low);
    text_add(out, ":");
    plot_add_number(out, a->high);
    text_add(out, "]; %s %c", a->log ? "set logscale" : "unset logscale", which);
    if (a->log)
        text_add(out, " %d", a->log);
    if (a->ticks == 0) {
        text_add(out, "; unset %ctics\n", which);
        return;
    }
    text_add(out, "\n    set %ctics (", which);
    for (int i = 0; i < a->ticks; i++) {
        char *label = axis_label(a, a->tick[i]), *number = format_new("%.10g", a->tick[i]);

        text_add(out, "%s", i > 0 ? ", " : "");
        if (strcmp(label, number)) {
            plot_quote(out, label);
            text_add(out, " ");
        }
        text_add(out, "%s", number);
        free(label);
        free(number);
    }
    text_add(out, ")\n");
}

/* Each line of a wrapped text as a label of its own, for terminals differ in how they place
 * several. The first is `at` inches up the page, or, rotated, across it. */
static void add_label(struct text *out, const struct layout *l, const char *wrapped, double at,
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

/* Earlier series of the panel with diverged trials at the same x. */
static int lost_row(const struct plot_panel *p, int s, double x)
{
    int row = 0;

    for (int t = 0; t < s; t++)
        for (int i = 0; i < p->series[t].losts; i++)
            row += p->series[t].lost[i][0] == x && p->series[t].lost[i][1] > 0;
    return row;
}

static void add_losts(struct text *out, const struct layout *l, const struct plot_panel *panel,
                      const struct panel_layout *p)
{
    double axes = p->top - p->bottom;

    if (p->lost_rows == 0)
        return;
    text_add(out,
             "        set arrow from graph 0,1 to graph 1,1 nohead lw 0.5 dt (2,3) lc rgb ink\n"
             "        set label '" LOST_WORD "' at graph 0, graph %.5f right offset -0.6,0 "
             "textcolor rgb ink\n",
             1 + LOST_FIRST / axes);
    for (int s = 0; s < panel->count; s++)
        for (int i = 0; i < panel->series[s].losts; i++) {
            const double *lost = panel->series[s].lost[i];
            double y = LOST_FIRST + LOST_STEP * lost_row(panel, s, lost[0]);

            if (!(lost[1] > 0) || !isfinite(lost[0]))
                continue;
            text_add(out, "        eval lost(%d, ", layout_entry(l, &panel->series[s]) + 1);
            plot_add_number(out, lost[0]);
            text_add(out, ", %.5f, %g)\n", 1 + y / axes, lost[1]);
        }
}

/* What goes before each item of a plot statement. */
static const char *next_item(int *items)
{
    return (*items)++ == 0 ? "plot " : ", \\\n             ";
}

/* Bands first and means last, so that nothing hides a mean. */
static void add_plot(struct text *out, const struct layout *l, const struct plot_panel *panel,
                     int p, const struct axis *y)
{
    int items = 0;

    text_add(out, "        ");
    for (int i = 0; i < panel->count; i++)
        if (series_has_band(&panel->series[i])) {
            text_add(out, "%s$p%ds%d using 1:", next_item(&items), p, i + 1);
            /* A logarithmic axis has no place for an end at or below 0: the band leaves the panel.
             */
            if (y->log)
                text_add(out, "($3 > 0 ? $3 : $4 > 0 ? %g : NaN)", y->low / 2);
            else
                text_add(out, "3");
            text_add(out, ":4 with filledcurves lc rgb band(line[%d])",
                     layout_entry(l, &panel->series[i]) + 1);
        }
    for (int i = 0; i < panel->count; i++)
        if (series_has_bars(&panel->series[i]))
            text_add(
                out,
                "%s$p%ds%d_bars using 1:2:3:4 with yerrorbars lt line[%d] pt -1 dt solid lw 0.8",
                next_item(&items), p, i + 1, layout_entry(l, &panel->series[i]) + 1);
    for (int i = 0; i < panel->count; i++)
        if (series_has_seeds(&panel->series[i])) {
            int k = layout_entry(l, &panel->series[i]) + 1;

            text_add(
                out,
                "%s$p%ds%d_seeds using 1:2 with points lt line[%d] ps 0.6 lc rgb faint(line[%d])",
                next_item(&items), p, i + 1, k, k);
        }
    for (int i = 0; i < panel->count; i++)
        if (series_has_mean(&panel->series[i]))
            text_add(out, "%s$p%ds%d using 1:2 with linespoints lt line[%d]", next_item(&items), p,
                     i + 1, layout_entry(l, &panel->series[i]) + 1);
    text_add(out, items > 0 ? "\n" : "plot NaN\n");
}

static void add_paper(struct text *out, const struct plot_figure *f, const struct layout *l, int i)
{
    const struct panel_layout *p = &l->panel[i];
    struct text x_label = {0};
    char center[32];

    text_add(out,
             "        set lmargin at screen %.5f; set rmargin at screen %.5f\n"
             "        set bmargin at screen %.5f; set tmargin at screen %.5f\n",
             p->left / l->width, p->right / l->width, p->bottom / l->height, p->top / l->height);
    plot_quote(&x_label, f->x_label);
    text_add(out, "        set xlabel %s offset 0,0.4\n", text_str(&x_label));
    text_clear(&x_label);
    if (p->y_label_x > 0)
        add_label(out, l, l->y_label, p->y_label_x, POINTS_TEXT, "graph 0.5",
                  "center rotate by 90");
    snprintf(center, sizeof center, "screen %.5f", p->center / l->width);
    add_label(out, l, p->title, p->title_y, POINTS_PANEL, center, "center font font_panel");
    add_label(out, l, p->note, p->note_y, POINTS_TEXT, center,
              "center font font_small textcolor rgb ink");
    add_losts(out, l, &f->panel[i], p);
    if (i == 0) {
        add_label(out, l, l->title, l->title_y, POINTS_TITLE, "screen 0.5",
                  "center font font_title");
        add_label(out, l, l->caption, l->caption_y, POINTS_TEXT, "screen 0.5",
                  "center font font_small textcolor rgb ink");
        for (int k = 0; k < l->entries; k++)
            text_add(out, "        eval legend(%d, %.5f, %.5f, %.5f)\n", k + 1,
                     l->entry[k].x / l->width, l->entry[k].y / l->height, LEGEND_LINE / l->width);
    }
    add_plot(out, l, &f->panel[i], i + 1, &l->y[i]);
    text_add(out, "        unset label; unset arrow\n");
}

/* "diverged: batchnorm 3 at 2, 1 at 4; groupnorm 1 at 2", wrapped; "" when nothing did. */
static char *lost_lines(const struct layout *l, const struct plot_panel *panel)
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
                text_add(&lost, "%s%s", lost.length ? "; " : LOST_WORD ": ", name);
            text_add(&lost, "%s %g at %g", first ? "" : ",", v[1], v[0]);
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
    char *lost = lost_lines(l, &f->panel[i]);
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
static void add_dumb(struct text *out, const struct plot_figure *f, const struct layout *l, int i)
{
    const struct plot_panel *panel = &f->panel[i];
    int items = 0;

    add_dumb_title(out, f, l, i);
    text_add(out, "\n        unset grid; set key below center reverse Left\n        set xlabel ");
    plot_quote(out, f->x_label);
    text_add(out, "\n        ");
    for (int s = 0; s < panel->count; s++) {
        int k = layout_entry(l, &panel->series[s]) + 1;

        if (series_has_mean(&panel->series[s]))
            text_add(out, "%s$p%ds%d using 1:2 with linespoints lt %d pt %d title brief(label[%d])",
                     next_item(&items), i + 1, s + 1, k, k, k);
    }
    text_add(out, items > 0 ? "\n" : "plot NaN notitle\n");
    text_add(out, "        unset label\n");
}

void plot_script(struct text *out, const struct plot_figure *f)
{
    struct layout l;

    layout_init(&l, f);
    add_head(out, f, &l);
    for (int p = 0; p < f->panels; p++) {
        text_add(
            out,
            "\n# Panel %d: x, mean, low and high end of its 95 %% interval; x, y of each seed.\n",
            p + 1);
        for (int s = 0; s < f->panel[p].count; s++)
            plot_add_blocks(out, &f->panel[p].series[s], p + 1, s + 1);
    }
    text_add(out, "\nif (!exists('term')) { term = 'svg pdf png' }\n"
                  "if (!exists('suffix')) { suffix = '' }\n"
                  "do for [t in term] {\n"
                  "    eval terminal(t, width, height)\n"
                  "    if (t ne 'dumb') {\n"
                  "        set output name . '.' . t . suffix\n"
                  "        set multiplot\n"
                  "    }\n");
    for (int p = 0; p < f->panels; p++) {
        text_add(out, "\n    # Panel %d\n", p + 1);
        add_ticks(out, 'x', &l.x[p]);
        add_ticks(out, 'y', &l.y[p]);
        if (l.y[p].empty)
            text_add(out, "    set label '" NO_DATA "' at graph 0.5, graph 0.5 center\n");
        text_add(out, "    if (t eq 'dumb') {\n");
        add_dumb(out, f, &l, p);
        text_add(out, "    } else {\n");
        add_paper(out, f, &l, p);
        text_add(out, "    }\n");
    }
    text_add(out, "    if (t ne 'dumb') { unset multiplot }\n    unset output\n}\n");
    layout_release(&l, f);
}
