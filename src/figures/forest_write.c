#include "base/arena.h"
#include "base/formats/csv.h"
#include "base/list.h"
#include "figures/figure_write.h"
#include "figures/plot_data.h"
#include "figures/plot_files.h"
#include "figures/plot_forest.h"
#include "figures/plot_text.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A mean so many times as far off as the next one is beyond the axis. */
enum { FAR = 10 };

/* Stands for an infinite end in a data block. */
#define ENDLESS 1e30

static const char *given(const char *s)
{
    return s ? s : "";
}

/* ---- CSV ---- */

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

/* ---- what an axis reaches over ---- */

static double scaled(const struct plot_forest_panel *p, double v)
{
    if (!p->ratio)
        return v;
    return v > 0 ? log(v) : -INFINITY;
}

static bool is_drawn(const struct plot_forest_panel *p, const struct plot_forest_row *r)
{
    return !isnan(r->mean) && !(p->ratio && r->mean <= 0);
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

/* The farthest mean from no difference but for those FAR times as far off as the next one; and on `width` the median
 * width of the intervals. */
static double farthest(const struct plot_forest_panel *p, double *width)
{
    double *mean = NULL, *wide = NULL, far = 0;
    int n = 0, m = 0;

    for (int i = 0; i < p->rows; i++) {
        double v = fabs(scaled(p, p->row[i].mean));
        double w = scaled(p, p->row[i].high) - scaled(p, p->row[i].low);

        if (is_drawn(p, &p->row[i]) && isfinite(v))
            array_add(mean, n) = v;
        if (is_drawn(p, &p->row[i]) && isfinite(w))
            array_add(wide, m) = w;
    }
    if (n > 0)
        qsort(mean, (size_t)n, sizeof *mean, by_value);
    if (m > 0)
        qsort(wide, (size_t)m, sizeof *wide, by_value);
    while (n > 2 && mean[n - 2] > 0 && mean[n - 1] > FAR * mean[n - 2])
        n--;
    far = n > 0 ? mean[n - 1] : 0;
    *width = m > 0 ? wide[(m - 1) / 2] : 0;
    free(mean);
    free(wide);
    return far;
}

static void reach(double *low, double *high, double v, double limit)
{
    if (isnan(v))
        return;
    v = fmin(fmax(v, -limit), limit);
    if (isfinite(v)) {
        *low = fmin(*low, v);
        *high = fmax(*high, v);
    }
}

/* What the axis reaches over: no difference, means, finite ends of intervals and margins, none of them too far off. */
static void panel_range(const struct plot_forest_panel *p, double *low, double *high)
{
    double width, far = farthest(p, &width), limit = fmax(2 * far, far + 3 * width);

    *low = *high = 0;
    for (int i = 0; i < p->rows; i++) {
        const struct plot_forest_row *r = &p->row[i];
        const double end[] = {r->low, r->high, r->margin_low, r->margin_high};

        if (!is_drawn(p, r))
            continue;
        if (fabs(scaled(p, r->mean)) <= far)
            reach(low, high, scaled(p, r->mean), far);
        for (int k = 0; k < 4; k++)
            if (isfinite(end[k]) && isfinite(scaled(p, end[k])))
                reach(low, high, scaled(p, end[k]), limit);
    }
    if (*low == *high) {
        *low -= p->ratio ? 1 : 0.5;
        *high += p->ratio ? 1 : 0.5;
    }
    *low = p->ratio ? exp(*low) : *low;
    *high = p->ratio ? exp(*high) : *high;
}

/* ---- the program ---- */

/* The index of a verdict among those of the key; adds it. */
static int verdict_index(const char ***verdict, int *n, const char *word)
{
    int i = 0;

    while (i < *n && strcmp((*verdict)[i], word) != 0)
        i++;
    if (i == *n)
        array_add(*verdict, *n) = word;
    return i + 1;
}

static double bounded(double v)
{
    return isinf(v) ? (v < 0 ? -ENDLESS : ENDLESS) : v;
}

/* A row's numbers: panel, line of the key, mean, interval, margins, seeds, seeds without a number, star. An interval or
 * margins that are not whole are none: their low end is above the high one. */
static void add_row(struct text *out, int panel, int verdict, const struct plot_forest_row *r)
{
    bool interval = !isnan(r->low) && !isnan(r->high);
    bool margins = !isnan(r->margin_low) && !isnan(r->margin_high);
    const double v[] = {panel,
                        verdict,
                        bounded(r->mean),
                        interval ? bounded(r->low) : 1,
                        interval ? bounded(r->high) : 0,
                        margins ? bounded(r->margin_low) : 1,
                        margins ? bounded(r->margin_high) : 0,
                        r->n,
                        r->lost,
                        r->star};

    for (size_t i = 0; i < sizeof v / sizeof *v; i++) {
        text_add(out, "%s", i ? " " : "");
        plot_add_number(out, v[i]);
    }
    text_add(out, "\n");
}

/* "left out, without a number: 2 not run, 1 refuted"; "" when no row is. A new string. */
static char *left_out(const struct plot_forest_panel *p)
{
    struct text t = {0};

    for (int i = 0; i < p->rows; i++) {
        const char *verdict = given(p->row[i].verdict);
        int n = 0;
        bool first = true;

        for (int k = 0; k < p->rows; k++)
            if (!is_drawn(p, &p->row[k]) && strcmp(given(p->row[k].verdict), verdict) == 0) {
                n++;
                first = first && k >= i;
            }
        if (!is_drawn(p, &p->row[i]) && first)
            text_add(&t, "%s%d %s", t.length ? ", " : "left out, without a number: ", n, verdict);
    }
    return t.s ? t.s : xstrdup("");
}

static void add_panel(struct text *out, const struct plot_forest_panel *p, int i)
{
    char *note = left_out(p);
    double low, high;

    panel_range(p, &low, &high);
    text_add(out, "panel_title[%d] = ", i);
    plot_quote(out, p->title);
    text_add(out, "; note[%d] = ", i);
    plot_quote(out, note);
    text_add(out, "; axis_label[%d] = ", i);
    plot_quote(out, p->x_label);
    text_add(out, "\nratio[%d] = %d; low[%d] = ", i, p->ratio, i);
    plot_add_number(out, low);
    text_add(out, "; high[%d] = ", i);
    plot_add_number(out, high);
    text_add(out, "\n");
    free(note);
}

static void add_key(struct text *out, const char **verdict, int n)
{
    text_add(
        out,
        "\n# The verdicts, and their line types.\nentries = %d\narray label[%d]; array line[%d]; array marks[%d]\n",
        n, n + 1, n + 1, n + 1);
    for (int i = 0; i < n; i++) {
        text_add(out, "label[%d] = ", i + 1);
        plot_quote(out, verdict[i]);
        text_add(out, "; marks[%d] = 0; line[%d] = line_of(", i + 1, i + 1);
        plot_quote(out, verdict[i]);
        text_add(out, ")\n");
    }
}

static void add_rows(struct text *out, const struct plot_forest *f)
{
    struct text block = {0}, names = {0};
    const char **verdict = NULL;
    int verdicts = 0, rows = 0;

    for (int p = 0; p < f->panels; p++)
        for (int i = 0; i < f->panel[p].rows; i++) {
            const struct plot_forest_row *r = &f->panel[p].row[i];

            if (!is_drawn(&f->panel[p], r))
                continue;
            add_row(&block, p + 1, verdict_index(&verdict, &verdicts, given(r->verdict)), r);
            text_add(&names, "claim[%d] = ", ++rows);
            plot_quote(&names, r->label);
            text_add(&names, "\n");
        }
    add_key(out, verdict, verdicts);
    text_add(
        out,
        "\n# Rows: panel, verdict, mean, low and high end of the interval and of the margins (1 and 0: none),\n"
        "# seeds, seeds without a number, and whether a star follows; then their texts.\n"
        "rows = %d; array claim[%d]\n$rows << EOD\n%sEOD\n%s",
        rows, rows + 1, text_str(&block), text_str(&names));
    text_clear(&block);
    text_clear(&names);
    free(verdict);
}

static void forest_script(struct text *out, const struct plot_forest *forest)
{
    struct plot_forest_panel empty = {0};
    struct plot_forest f = *forest;

    if (f.panels == 0) {
        f.panel = &empty;
        f.panels = 1;
    }
    script_head(out, &f.page, f.name, f.title, f.caption);
    text_add(out, "panels = %d; array panel_title[%d]; array note[%d]; array axis_label[%d]\n",
             f.panels, f.panels, f.panels, f.panels);
    text_add(out, "array ratio[%d]; array low[%d]; array high[%d]\n", f.panels, f.panels, f.panels);
    for (int p = 0; p < f.panels; p++)
        add_panel(out, &f.panel[p], p + 1);
    add_rows(out, &f);
    script_template(out, "forest");
}

/* ---- files ---- */

int plot_forest_write_as(const struct plot_forest *forest, const char *folder, const char *formats)
{
    struct text script = {0}, csv = {0};
    int r;

    forest_script(&script, forest);
    forest_csv(&csv, forest);
    r = plot_files_write(forest->name, folder, &script, &csv, formats);
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
    struct text script = {0};
    int r;

    forest_script(&script, forest);
    r = plot_files_print(forest->name, folder, &script, width);
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
