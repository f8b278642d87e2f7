/* Tables of means with their 95 % intervals, as plain text. */
#include "base/arena.h"
#include "lab/figure.h"
#include "lab/panels.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct table {
    const struct table_request *q;
    const struct results *r;
    struct panels panels;
};

/* The mean of the measured seeds. */
static struct interval mean_of(const struct measure *m, const struct measured *v, int n)
{
    double *x = xcalloc((size_t)n + 1, sizeof *x);
    struct interval mean;

    for (int i = 0; i < n; i++)
        x[i] = v[i].value;
    mean = measure_mean(m, n, x);
    free(x);
    return mean;
}

/* Two decimals, or three digits of what is less than 1; very small and large numbers with an exponent. */
static void add_mean(struct text *out, double mean, double half)
{
    double size = fabs(mean);
    int decimals = size >= 1 || size == 0 ? 2 : (int)ceil(-log10(size)) + 2;
    bool plain = size == 0 || (size >= 1e-3 && size < 1e5);

    if (plain)
        text_add(out, "%.*f", decimals, mean);
    else
        text_add(out, "%.3g", mean);
    if (isnan(half))
        return;
    if (plain)
        text_add(out, " ±%.*f", decimals, half);
    else
        text_add(out, " ±%.2g", half);
}

static void print_mean(const struct measure *m, const struct interval *mean, bool bound,
                       struct text *out)
{
    if (!measure_is_ratio(m)) {
        add_mean(out, mean->mean, mean->n > 1 ? mean->high - mean->mean : NAN);
        return;
    }
    text_add(out, "%s%.3g", bound ? "≥" : "", mean->mean);
    if (mean->n > 1)
        text_add(out, " (%.2g to %.2g)", mean->low, mean->high);
}

/* What the trials of one cell of one panel give. */
static void print_cell_of(const struct table *t, int panel, const char *row, const char *column,
                          struct text *out)
{
    const struct record **record = xcalloc((size_t)t->r->records, sizeof *record);
    struct measured *v = xcalloc((size_t)t->r->records, sizeof *v);
    int count = 0, n, lost = 0, refused = 0;
    bool bound = false;
    struct interval mean;

    for (int i = 0; i < t->r->records; i++)
        if (t->panels.of[i] == panel &&
            strcmp(record_get(&t->r->record[i], t->q->rows), row) == 0 &&
            strcmp(record_get(&t->r->record[i], t->q->columns), column) == 0)
            record[count++] = &t->r->record[i];
    n = measure_seeds(&t->q->of, record, count, v);
    for (int i = 0; i < n; i++) {
        lost += v[i].outcome == MEASURE_LOST;
        refused += v[i].outcome == MEASURE_REFUSED;
        bound |= v[i].at_end;
    }
    mean = mean_of(&t->q->of, v, n);
    if (mean.n)
        print_mean(&t->q->of, &mean, bound, out);
    else if (!lost)
        text_add(out, n && refused == n ? "refused" : "-");
    if (lost)
        text_add(out, "%s!%d", mean.n ? " " : "", lost);
    free(record);
    free(v);
}

/* Columns that a text takes; "±" has two bytes. */
static int width_of(const char *s)
{
    int columns = 0;

    for (; *s; s++)
        columns += (*s & 0xc0) != 0x80;
    return columns;
}

static void print_title(FILE *out, const struct table *t, int panel)
{
    const struct measure *m = &t->q->of;
    const char *unit = measure_unit(m);
    struct text what = {0};

    measure_print(m, &what);
    fprintf(out, "%s%s%s: %s%s%s by %s and %s (%s)\n\n", t->q->title,
            *t->panels.label[panel] ? ", " : "", t->panels.label[panel], what.s,
            *unit ? " in " : "", unit, t->q->rows, t->q->columns,
            measure_is_ratio(m) ? "geometric mean and its 95 % interval"
                                : "mean ± half of the 95 % interval");
    text_clear(&what);
}

/* A panel's texts: the columns' names in row 0, the rows' in column 0. */
struct grid {
    int rows, columns;
    char **text; /* [rows][columns] */
};

static struct grid grid_of(const struct table *t, int panel)
{
    const struct table_request *q = t->q;
    const char **row, **column;
    struct grid g = {.rows = 1 + panels_values(&t->panels, t->r, panel, q->rows, &row),
                     .columns = 1 + panels_values(&t->panels, t->r, panel, q->columns, &column)};

    g.text = xcalloc((size_t)(g.rows * g.columns), sizeof *g.text);
    for (int i = 0; i < g.rows; i++)
        for (int j = 0; j < g.columns; j++) {
            struct text cell = {0};

            if (i > 0 && j > 0)
                print_cell_of(t, panel, row[i - 1], column[j - 1], &cell);
            else
                text_add(&cell, "%s", i > 0 ? row[i - 1] : j > 0 ? column[j - 1] : q->rows);
            g.text[i * g.columns + j] = cell.s;
        }
    free(row);
    free(column);
    return g;
}

/* Names to the left, numbers to the right, in columns as wide as their widest cell. */
static void print_grid(FILE *out, const struct grid *g)
{
    for (int i = 0; i < g->rows; i++) {
        for (int j = 0; j < g->columns; j++) {
            const char *cell = g->text[i * g->columns + j];
            int width = 0, blanks;

            for (int k = 0; k < g->rows; k++) {
                int other = width_of(g->text[k * g->columns + j]);

                width = other > width ? other : width;
            }
            blanks = width - width_of(cell);
            fprintf(out, "  %*s%s%*s", j ? blanks : 0, "", cell, j ? 0 : blanks, "");
        }
        fprintf(out, "\n");
    }
    fprintf(out, "\n");
}

static void print_panel(FILE *out, const struct table *t, int panel)
{
    struct grid g = grid_of(t, panel);

    print_title(out, t, panel);
    print_grid(out, &g);
    for (int i = 0; i < g.rows * g.columns; i++)
        free(g.text[i]);
    free(g.text);
}

void table_print(FILE *out, const struct table_request *q, const struct results *r)
{
    const char *named[] = {q->rows, q->columns, q->of.along, NULL};
    struct results shown = results_only(r, q->only);
    struct table t = {.q = q, .r = &shown};

    panels_init(&t.panels, &shown, q->panels, named);
    for (int i = 0; i < t.panels.count; i++)
        print_panel(out, &t, i);
    panels_release(&t.panels);
    free(shown.record);
}
