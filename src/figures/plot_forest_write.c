#include "base/formats/csv.h"
#include "base/number.h"
#include "base/text.h"
#include "figures/plot_data.h"
#include "figures/plot_files.h"
#include "figures/plot_forest.h"
#include "figures/plot_forest_layout.h"
#include "figures/plot_paper.h"
#include "figures/plot_script.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- numbers ---- */

/* A number, or which way it is infinite. */
static void csv_bound(struct text *out, double v)
{
    if (isinf(v))
        csv_text(out, v < 0 ? "-inf" : "inf");
    else
        csv_number(out, v);
}

static void forest_csv(struct text *out, const struct plot_forest *f)
{
    text_add(out, "panel,label,verdict,n,mean,low,high,margin_low,margin_high,lost\n");
    for (int p = 0; p < f->panels; p++)
        for (int i = 0; i < f->panel[p].rows; i++) {
            const struct plot_forest_row *r = &f->panel[p].row[i];

            csv_text(out, f->panel[p].title);
            csv_text(out, r->label);
            csv_text(out, r->verdict);
            csv_integer(out, r->n);
            csv_bound(out, r->mean);
            csv_bound(out, r->low);
            csv_bound(out, r->high);
            csv_bound(out, r->margin_low);
            csv_bound(out, r->margin_high);
            csv_integer(out, r->lost);
            csv_end(out);
        }
}

/* ---- data blocks ---- */

static bool has_margin(const struct forest_row *r)
{
    return !isnan(r->row->margin_low) && !isnan(r->row->margin_high);
}

static bool panel_has_margins(const struct forest_panel *p)
{
    for (int i = 0; i < p->rows; i++)
        if (has_margin(&p->row[i]))
            return true;
    return false;
}

static double within(const struct axis *x, double v)
{
    return fmin(fmax(v, x->low), x->high);
}

static bool panel_has_verdict(const struct forest_panel *p, int verdict)
{
    for (int i = 0; i < p->rows; i++)
        if (p->row[i].verdict == verdict)
            return true;
    return false;
}

static void add_row(struct text *out, const struct forest_row *r)
{
    const double v[] = {r->mean, r->y, r->low, r->high};

    for (int i = 0; i < 4; i++) {
        text_add(out, "%s", i > 0 ? " " : "");
        plot_add_number(out, v[i]);
    }
    text_add(out, "\n");
}

/* $p<p>v<k>: the rows of a verdict; $p<p>_margin: x, y and their extents of the shaded regions. */
static void add_blocks(struct text *out, const struct forest *l, int p)
{
    const struct forest_panel *panel = &l->panel[p];

    text_add(
        out,
        "\n# Panel %d: mean, y in inches above the axis, low and high end, as far as the axis goes.\n",
        p + 1);
    for (int k = 0; k < l->page.entries; k++) {
        if (!panel_has_verdict(panel, k))
            continue;
        text_add(out, "$p%dv%d << EOD\n", p + 1, k + 1);
        for (int i = 0; i < panel->rows; i++)
            if (panel->row[i].verdict == k)
                add_row(out, &panel->row[i]);
        text_add(out, "EOD\n");
    }
    if (!panel_has_margins(panel))
        return;
    text_add(out, "$p%d_margin << EOD\n", p + 1);
    for (int i = 0; i < panel->rows; i++) {
        const struct forest_row *r = &panel->row[i];

        if (has_margin(r))
            text_add(out, "%.10g %.10g %.5f %.5f\n", within(&panel->x, r->row->margin_low),
                     within(&panel->x, r->row->margin_high), r->y - r->height / 2,
                     r->y + r->height / 2);
    }
    text_add(out, "EOD\n");
}

/* ---- a panel ---- */

static void add_plot(struct text *out, const struct forest *l, int p, bool dumb)
{
    const struct forest_panel *panel = &l->panel[p];
    int items = 0;

    text_add(out, "        ");
    if (panel_has_margins(panel) && !dumb)
        text_add(
            out,
            "%s$p%d_margin using 1:3:1:2:3:4 with boxxyerror lt 1 dt solid lw 1 lc rgb margin_rgb fill solid "
            "border lc rgb margin_rgb",
            plot_next_item(&items), p + 1);
    for (int k = 0; k < l->page.entries; k++)
        if (panel_has_verdict(panel, k))
            text_add(out, "%s$p%dv%d using 3:2:($4-$3):(0) with vectors nohead lt %s%d%s lw 1.2%s",
                     plot_next_item(&items), p + 1, k + 1, dumb ? "" : "line[", k + 1,
                     dumb ? "" : "]", dumb ? " notitle" : "");
    for (int k = 0; k < l->page.entries; k++)
        if (!panel_has_verdict(panel, k))
            continue;
        else if (dumb)
            text_add(out, "%s$p%dv%d using 1:2 with points lt %d pt %d title brief(label[%d])",
                     plot_next_item(&items), p + 1, k + 1, k + 1, k + 1, k + 1);
        else
            text_add(out, "%s$p%dv%d using 1:2 with points lt line[%d] ps 1.1",
                     plot_next_item(&items), p + 1, k + 1, k + 1);
    text_add(out, items > 0 ? "\n" : "plot NaN notitle\n");
}

/* Heads where an interval goes on beyond the axis. */
static void add_cuts(struct text *out, const struct forest_panel *p)
{
    for (int i = 0; i < p->rows; i++) {
        const struct forest_row *r = &p->row[i];

        if (r->clip_low)
            text_add(out, "        eval cut(line[%d], %.10g, 0, %.5f)\n", r->verdict + 1, r->mean,
                     r->y);
        if (r->clip_high)
            text_add(out, "        eval cut(line[%d], %.10g, 1, %.5f)\n", r->verdict + 1, r->mean,
                     r->y);
    }
}

static void add_texts(struct text *out, const struct forest *l, const struct forest_panel *p)
{
    const struct layout *page = &l->page;
    char left[32], right[32];

    number_format(left, sizeof left, "screen %.5f", l->label_x / page->width);
    number_format(right, sizeof right, "screen %.5f", l->number_x / page->width);
    for (int i = 0; i < p->rows; i++) {
        paper_label(out, page, p->row[i].label, p->row[i].label_y, POINTS_TEXT, left, "left");
        paper_label(out, page, p->row[i].number, p->bottom + p->row[i].y, POINTS_TEXT, right,
                    "left");
    }
    paper_label(out, page, p->title, p->title_y, POINTS_PANEL, left, "left font font_panel");
    paper_label(out, page, p->note, p->note_y, POINTS_TEXT, left,
                "left font font_small textcolor rgb ink");
}

/* The line of no difference; beside each interval alone where labels stand above these. */
static void add_reference(struct text *out, const struct forest_panel *panel,
                          const struct plot_forest *f, int p)
{
    const char *how = "nohead back lw 0.8 dt solid lc rgb ink";

    if (!f->narrow && panel->rows > 0)
        text_add(out, "        set arrow from first %d, graph 0 to first %d, graph 1 %s\n",
                 f->panel[p].ratio, f->panel[p].ratio, how);
    for (int i = 0; f->narrow && i < panel->rows; i++) {
        const struct forest_row *r = &panel->row[i];

        text_add(out, "        set arrow from first %d, first %.5f to first %d, first %.5f %s\n",
                 f->panel[p].ratio, r->y - r->height / 2 - 0.01, f->panel[p].ratio,
                 r->y + r->height / 2 + 0.01, how);
    }
}

static void add_paper(struct text *out, const struct forest *l, const struct plot_forest *f, int p)
{
    const struct layout *page = &l->page;
    const struct forest_panel *panel = &l->panel[p];

    text_add(out,
             "        set lmargin at screen %.5f; set rmargin at screen %.5f\n"
             "        set bmargin at screen %.5f; set tmargin at screen %.5f\n"
             "        set xlabel ",
             l->left / page->width, l->right / page->width, panel->bottom / page->height,
             panel->top / page->height);
    plot_quote(out, panel->rows > 0 ? f->panel[p].x_label : "");
    text_add(out, " offset 0,0.4\n");
    add_reference(out, panel, f, p);
    add_texts(out, l, panel);
    add_cuts(out, panel);
    if (p == 0) {
        paper_heading(out, page);
        paper_legend(out, page);
    }
    add_plot(out, l, p, false);
}

/* In a text terminal: labels and numbers beside the axis, one line each. */
static void add_dumb(struct text *out, const struct forest *l, const struct plot_forest *f, int p)
{
    const struct forest_panel *panel = &l->panel[p];
    const char *part[] = {p == 0 ? l->page.title : "", p == 0 ? l->page.caption : "", panel->title,
                          panel->note};
    struct text title = {0};

    for (int i = 0; i < 4; i++)
        text_add(&title, "%s%s", title.length && *part[i] ? "\n" : "", part[i]);
    text_add(out, "        set title ");
    plot_quote_lines(out, text_str(&title));
    text_clear(&title);
    text_add(out, "\n        set xlabel ");
    plot_quote(out, f->panel[p].x_label);
    text_add(out, "\n        set key below center reverse Left\n        set ytics scale 0 (");
    for (int i = 0; i < panel->rows; i++) {
        text_add(out, "%sabridge(", i > 0 ? ", " : "");
        plot_quote(out, panel->row[i].row->label);
        text_add(out, ", columns/3) . ': %s' %.5f", panel->row[i].number, panel->row[i].y);
    }
    text_add(out, ")\n        set arrow from first %d, graph 0 to first %d, graph 1 nohead back\n",
             f->panel[p].ratio, f->panel[p].ratio);
    add_plot(out, l, p, true);
}

static int most_rows(const struct forest *l, const struct plot_forest *f)
{
    int most = 0;

    for (int p = 0; p < f->panels; p++)
        most = l->panel[p].rows > most ? l->panel[p].rows : most;
    return most;
}

static void forest_script(struct text *out, const struct plot_forest *f)
{
    struct forest l;

    forest_layout_init(&l, f);
    plot_head(out, f->name, l.page.width, l.page.height);
    plot_line_types(out, &l.page);
    text_add(out, "\npage_lines = %d\n", 2 * most_rows(&l, f) + 10);
    for (int p = 0; p < f->panels; p++)
        add_blocks(out, &l, p);
    plot_begin(out);
    text_add(out, "    unset grid; unset ytics\n");
    if (!f->narrow)
        text_add(out, "    set grid xtics lw 0.5 lt 1 dt solid lc rgb 0xDDDDDD back\n");
    for (int p = 0; p < f->panels; p++) {
        text_add(out, "\n    # Panel %d\n", p + 1);
        plot_ticks(out, 'x', &l.panel[p].x);
        text_add(out,
                 l.panel[p].rows > 0 ? "    set border 1\n" : "    unset border; unset xtics\n");
        text_add(out, "    set yrange [0:%.5f]\n", l.panel[p].top - l.panel[p].bottom);
        if (l.panel[p].rows == 0)
            text_add(out, "    set label 'no data' at graph 0.5, graph 0.5 center\n");
        text_add(out, "    if (t eq 'dumb') {\n");
        add_dumb(out, &l, f, p);
        text_add(out, "    } else {\n");
        add_paper(out, &l, f, p);
        text_add(out, "    }\n    unset label; unset arrow\n");
    }
    plot_end(out);
    forest_layout_release(&l, f);
}

/* ---- files ---- */

/* One without panels is drawn with an empty one. */
static struct plot_forest drawable(const struct plot_forest *forest,
                                   struct plot_forest_panel *empty)
{
    struct plot_forest f = *forest;

    if (f.panels == 0) {
        f.panel = empty;
        f.panels = 1;
    }
    return f;
}

int plot_forest_write_as(const struct plot_forest *forest, const char *folder, const char *formats)
{
    struct plot_forest_panel empty = {0};
    struct plot_forest f = drawable(forest, &empty);
    struct text script = {0}, csv = {0};
    int r;

    forest_script(&script, &f);
    forest_csv(&csv, &f);
    r = plot_files_write(f.name, folder, &script, &csv, formats);
    text_clear(&script);
    text_clear(&csv);
    return r;
}

int plot_forest_write(const struct plot_forest *forest, const char *folder)
{
    return plot_forest_write_as(forest, folder, PLOT_ALL);
}

int plot_forest_terminal(const struct plot_forest *forest, const char *folder, int width)
{
    struct plot_forest_panel empty = {0};
    struct plot_forest f = drawable(forest, &empty);
    struct text script = {0};
    int r;

    forest_script(&script, &f);
    r = plot_files_print(f.name, folder, &script, width);
    text_clear(&script);
    return r;
}

void plot_forest_clear(struct plot_forest *forest)
{
    for (int p = 0; p < forest->panels; p++) {
        struct plot_forest_panel *panel = &forest->panel[p];

        for (int i = 0; i < panel->rows; i++) {
            free(panel->row[i].label);
            free(panel->row[i].verdict);
        }
        free(panel->row);
        free(panel->title);
        free(panel->x_label);
    }
    free(forest->panel);
    free(forest->name);
    free(forest->title);
    free(forest->caption);
    *forest = (struct plot_forest){0};
}
