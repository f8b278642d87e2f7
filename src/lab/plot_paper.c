#include "lab/plot_paper.h"
#include "base/arena.h"
#include "lab/plot_data.h"
#include "lab/plot_text.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

/* Bands first and means last, so that nothing hides a mean. */
static void add_plot(struct text *out, const struct layout *l, const struct plot_panel *panel,
                     int p, const struct axis *y)
{
    int items = 0;

    text_add(out, "        ");
    for (int i = 0; i < panel->count; i++)
        if (series_has_band(&panel->series[i])) {
            text_add(out, "%s$p%ds%d using 1:", plot_next_item(&items), p, i + 1);
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
                plot_next_item(&items), p, i + 1, layout_entry(l, &panel->series[i]) + 1);
    for (int i = 0; i < panel->count; i++)
        if (series_has_seeds(&panel->series[i])) {
            int k = layout_entry(l, &panel->series[i]) + 1;

            text_add(
                out,
                "%s$p%ds%d_seeds using 1:2 with points lt line[%d] ps 0.6 lc rgb faint(line[%d])",
                plot_next_item(&items), p, i + 1, k, k);
        }
    for (int i = 0; i < panel->count; i++)
        if (series_has_mean(&panel->series[i]))
            text_add(out, "%s$p%ds%d using 1:2 with linespoints lt line[%d]",
                     plot_next_item(&items), p, i + 1, layout_entry(l, &panel->series[i]) + 1);
    text_add(out, items > 0 ? "\n" : "plot NaN\n");
}

void plot_paper(struct text *out, const struct plot_figure *f, const struct layout *l, int i)
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
