#include "figures/table.h"
#include "base/arena.h"
#include "base/map.h"
#include "base/text.h"
#include "base/utf8.h"
#include "figures/figure.h"
#include "store/panels.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The text of a cell none of whose trials has the measure. */
#define NO_VALUE "-"

struct table_input {
    const struct table_request *request;
    const struct results *results; /* the records of the cell request->only */
    struct panels panels;
    struct prior prior; /* of the measure */
};

/* Returns the number of decimals to print: two; for a number below 1, as many as show three significant digits. Returns
 * -1 for very small and very large numbers, which need an exponent. */
static int decimals_of(double mean)
{
    double size = fabs(mean);

    if (size != 0 && !(size >= 1e-3 && size < 1e5))
        return -1;
    return size >= 1 || size == 0 ? 2 : (int)ceil(-log10(size)) + 2;
}

/* Returns the number as text, a new string. decimals: from decimals_of(). */
static char *number(int decimals, double v)
{
    return decimals < 0 ? format_new("%.3g", v) : format_new("%.*f", decimals, v);
}

/* Adds a mean and its interval, as "14.57 ±0.25"; as "43.16 +11.4 -2.6" when the two ends, as printed, are not
 * equally far from the mean. */
static void add_mean(struct text *out, const struct interval *mean)
{
    int decimals = decimals_of(mean->mean);
    char *middle = number(decimals, mean->mean), *above = number(decimals, mean->high - mean->mean),
         *below = number(decimals, mean->mean - mean->low);

    text_add(out, "%s", middle);
    if (mean->n > 1 && strcmp(above, below) == 0)
        text_add(out, " ±%s", above);
    else if (mean->n > 1)
        text_add(out, " +%s -%s", above, below);
    free(middle);
    free(above);
    free(below);
}

/* Adds how many of `seeds` seeds have learned, and the median of their values, as "7 of 10 learn: 15.32". v[n]: the
 * values; those below learned_below are of seeds that have learned. */
static void print_learners(const struct measured *v, int n, int seeds, double learned_below,
                           struct text *out)
{
    double *x = xcalloc((size_t)n + 1, sizeof *x), middle;
    int learn = 0;
    char *printed;

    for (int i = 0; i < n; i++)
        if (v[i].value < learned_below)
            x[learn++] = v[i].value;
    middle = stats_median(learn, x);
    printed = number(decimals_of(middle), middle);
    text_add(out, "%d of %d learn: %s", learn, seeds, printed);
    free(printed);
    free(x);
}

/* Adds the mean of a measure and its interval. bound: the mean is only a lower bound (measured_is_bound()). */
static void print_mean(const struct measure *m, const struct interval *mean, bool bound,
                       struct text *out)
{
    if (!measure_is_ratio(m)) {
        add_mean(out, mean);
        return;
    }
    text_add(out, "%s%.3g", bound ? "≥" : "", mean->mean);
    if (mean->n > 1 && bound)
        text_add(out, " (from %.3g)", mean->low);
    else if (mean->n > 1)
        text_add(out, " (%.3g to %.3g)", mean->low, mean->high);
}

/* The trials of a panel, cell by cell of its table: those of cell k are record[first[k]] to record[first[k + 1] - 1]. */
struct cells_of_panel {
    const struct record **record;
    size_t *first; /* [cells + 1] */
};

/* Sets at[i] to the cell of each record i, row * columns + column; -1: the record is of another panel. */
static void locate_records(const struct table_input *in, int panel, const char *const *row,
                           int rows, const char *const *column, int columns, int *at)
{
    struct map row_of = {0}, column_of = {0};

    for (int i = 0; i < rows; i++)
        map_set(&row_of, row[i], i);
    for (int j = 0; j < columns; j++)
        map_set(&column_of, column[j], j);
    for (int i = 0; i < in->results->records; i++) {
        const struct record *r = &in->results->record[i];

        at[i] = in->panels.of[i] != panel
                    ? -1
                    : map_get(&row_of, record_get(r, in->request->rows)) * columns +
                          map_get(&column_of, record_get(r, in->request->columns));
    }
    map_clear(&row_of);
    map_clear(&column_of);
}

/* Sorts the records of a panel into the cells of its table. It looks at each record once, because a table may have
 * hundreds of cells, and a file a hundred thousand trials. cells_release() frees c. */
static void cells_init(struct cells_of_panel *c, const struct table_input *in, int panel,
                       const char *const *row, int rows, const char *const *column, int columns)
{
    int n = in->results->records, *at = xcalloc((size_t)n + 1, sizeof *at);
    size_t cells = (size_t)rows * (size_t)columns;

    c->record = xcalloc((size_t)n + 1, sizeof *c->record);
    c->first = xcalloc(cells + 2, sizeof *c->first);
    locate_records(in, panel, row, rows, column, columns, at);
    /* First first[k + 2] counts the records of cell k. Then first[k + 1] is the index of its next record, so that at
     * the end it is the index behind its last one. */
    for (int i = 0; i < n; i++)
        if (at[i] >= 0)
            c->first[at[i] + 2]++;
    for (size_t k = 2; k <= cells; k++)
        c->first[k] += c->first[k - 1];
    for (int i = 0; i < n; i++)
        if (at[i] >= 0)
            c->record[c->first[at[i] + 1]++] = &in->results->record[i];
    free(at);
}

static void cells_release(struct cells_of_panel *c)
{
    free(c->record);
    free(c->first);
}

/* Adds the text of a cell of the table: the mean over its trials, or print_learners() where only some seeds learn. "!2"
 * stands behind it, or alone, when 2 trials are unsuccessful. Without both, the text is "refused" when all trials were
 * refused, else NO_VALUE. */
static void print_cell(const struct table_input *in, const struct record *const *record, int count,
                       struct text *out)
{
    struct measured *v = xcalloc((size_t)count + 1, sizeof *v);
    int n, unsuccessful = 0, refused = 0;
    bool bound = false;
    double learned_below;
    struct interval mean;

    n = measure_seeds(&in->request->of, record, count, v);
    for (int i = 0; i < n; i++) {
        unsuccessful += v[i].outcome == MEASURE_UNSUCCESSFUL;
        refused += v[i].outcome == MEASURE_REFUSED;
        bound |= measured_is_bound(&v[i]);
    }
    mean = measured_mean(&in->request->of, n, v, &in->prior);
    learned_below = measure_parts_at(&in->request->of, n, v);
    if (!isnan(learned_below))
        print_learners(v, n, n - refused, learned_below, out);
    else if (mean.n)
        print_mean(&in->request->of, &mean, bound, out);
    else if (!unsuccessful)
        text_add(out, n && refused == n ? "refused" : NO_VALUE);
    if (unsuccessful)
        text_add(out, "%s!%d", mean.n ? " " : "", unsuccessful);
    free(v);
}

/* Sets title, about and across of a panel's table. */
static void name_table(const struct table_input *in, int panel, struct table *t)
{
    const struct table_request *q = in->request;
    const char *unit = measure_unit(&q->of), *label = in->panels.label[panel];
    struct text what = {0};

    t->title = format_new("%s%s%s", q->title, *label ? ", " : "", label);
    measure_print(&q->of, &what);
    t->about = format_new(
        "%s%s%s by %s and %s; %s", what.s, *unit ? " in " : "", unit, q->rows, q->columns,
        measure_is_along(&q->of) && measure_is_ratio(&q->of)
            ? "geometric mean over seeds and its 95 % interval; the steps of the axis are not included"
        : measure_is_ratio(&q->of) ? "geometric mean and its 95 % interval"
        : measure_scale(&q->of) == STATS_LOGIT
            ? "mean and its 95 % interval, or how many seeds learn and their median"
            : "mean and its 95 % interval");
    t->across = xstrdup(q->columns);
    text_clear(&what);
}

/* Fills rows, columns and text of a panel's table. */
static void fill_table(const struct table_input *in, int panel, struct table *t)
{
    const struct table_request *q = in->request;
    const char **row, **column;
    struct cells_of_panel cells;

    t->rows = 1 + panels_values(&in->panels, in->results, panel, q->rows, &row);
    t->columns = 1 + panels_values(&in->panels, in->results, panel, q->columns, &column);
    t->text = xcalloc((size_t)(t->rows * t->columns), sizeof *t->text);
    cells_init(&cells, in, panel, row, t->rows - 1, column, t->columns - 1);
    for (int i = 0; i < t->rows; i++)
        for (int j = 0; j < t->columns; j++) {
            struct text cell = {0};

            if (i > 0 && j > 0) {
                int k = (i - 1) * (t->columns - 1) + j - 1;

                print_cell(in, cells.record + cells.first[k],
                           (int)(cells.first[k + 1] - cells.first[k]), &cell);
            } else {
                text_add(&cell, "%s", i > 0 ? row[i - 1] : j > 0 ? column[j - 1] : q->rows);
            }
            t->text[i * t->columns + j] = cell.s;
        }
    cells_release(&cells);
    free(row);
    free(column);
}

/* True when one of `count` texts is not NO_VALUE. The texts are `step` apart, from text[0] on. */
static bool any_text(char *const *text, int step, int count)
{
    for (int i = 0; i < count; i++)
        if (strcmp(text[i * step], NO_VALUE) != 0)
            return true;
    return false;
}

/* Removes rows and columns without a value, as those of norms that do not have the metric. False when nothing is left
 * but the names. */
static bool drop_empty(struct table *t)
{
    int rows = t->rows, columns = t->columns, kept = 0;
    bool *column = xcalloc((size_t)columns + 1, sizeof *column);

    for (int j = 1; j < columns; j++)
        column[j] = any_text(&t->text[columns + j], columns, rows - 1);
    for (int i = 0, n = 0; i < rows; i++) {
        bool row = i == 0 || any_text(&t->text[i * columns + 1], 1, columns - 1);

        t->rows -= !row;
        for (int j = 0; j < columns; j++, n++)
            if (row && (j == 0 || column[j]))
                t->text[kept++] = t->text[n];
            else
                free(t->text[n]);
    }
    t->columns = kept / t->rows;
    free(column);
    return t->rows > 1;
}

static void table_clear(struct table *t)
{
    for (int k = 0; k < t->rows * t->columns; k++)
        free(t->text[k]);
    free(t->text);
    free(t->title);
    free(t->about);
    free(t->across);
}

int tables_build(const struct table_request *q, const struct results *r, struct table **out)
{
    const char *named[] = {q->rows, q->columns, q->of.along, NULL};
    struct results shown = results_only(r, q->only);
    struct table_input in = {.request = q, .results = &shown};
    int panels, n = 0;

    panels_init(&in.panels, &shown, q->panels, named);
    panels = measure_missing_curve(&q->of, r) == METRICS ? in.panels.count : 0;
    if (panels)
        in.prior = measure_prior(&q->of, measure_scale(&q->of), r);
    *out = xcalloc((size_t)panels + 1, sizeof **out);
    for (int i = 0; i < panels; i++) {
        struct table *t = &(*out)[n];

        name_table(&in, i, t);
        fill_table(&in, i, t);
        if (drop_empty(t))
            n++;
        else
            table_clear(t);
    }
    panels_release(&in.panels);
    free(shown.record);
    return n;
}

void tables_clear(struct table *t, int n)
{
    for (int i = 0; i < n; i++)
        table_clear(&t[i]);
    free(t);
}

/* ---- as plain text ---- */

/* A table as it is printed: plain, or transposed, with its columns as rows. */
struct layout {
    const struct table *table;
    bool transposed;
    int rows, columns;
    int *width; /* [columns] of the widest text in each */
};

static const char *cell_of(const struct layout *l, int i, int j)
{
    const struct table *t = l->table;

    if (!l->transposed)
        return t->text[i * t->columns + j];
    return i || j ? t->text[j * t->columns + i] : t->across;
}

static void layout_init(struct layout *l, const struct table *t, bool transposed)
{
    *l = (struct layout){.table = t, .transposed = transposed};
    l->rows = transposed ? t->columns : t->rows;
    l->columns = transposed ? t->rows : t->columns;
    l->width = xcalloc((size_t)l->columns + 1, sizeof *l->width);
    for (int j = 0; j < l->columns; j++)
        for (int i = 0; i < l->rows; i++) {
            const char *cell = cell_of(l, i, j);
            int width = utf8_columns(cell, strlen(cell));

            l->width[j] = width > l->width[j] ? width : l->width[j];
        }
}

/* Returns the end of the columns [first, end) that fit on a line together with column 0; at least one.
 * terminal_columns: as for table_print(). */
static int end_of(const struct layout *l, int first, int terminal_columns)
{
    int used = 2 + l->width[0], end = first;

    for (; end < l->columns; end++) {
        used += 2 + l->width[end];
        if (terminal_columns && used > terminal_columns && end > first)
            break;
    }
    return end;
}

/* Prints column 0 and the columns [first, end). */
static void print_columns(FILE *out, const struct layout *l, int first, int end)
{
    for (int i = 0; i < l->rows; i++) {
        for (int j = 0; j < end; j = j == 0 ? first : j + 1) {
            const char *cell = cell_of(l, i, j);
            int blanks = l->width[j] - utf8_columns(cell, strlen(cell));

            fprintf(out, "  %*s%s%*s", j ? blanks : 0, "", cell, j ? 0 : blanks, "");
        }
        fprintf(out, "\n");
    }
    fprintf(out, "\n");
}

void table_print(FILE *out, const struct table *t, int terminal_columns)
{
    struct layout l, transposed;
    int first = 1, end;

    layout_init(&l, t, false);
    layout_init(&transposed, t, true);
    fprintf(out, "%s: %s\n\n", t->title, t->about);
    if (end_of(&l, 1, terminal_columns) < l.columns &&
        end_of(&transposed, 1, terminal_columns) == transposed.columns) {
        print_columns(out, &transposed, 1, transposed.columns);
    } else {
        do {
            end = end_of(&l, first, terminal_columns);
            print_columns(out, &l, first, end);
            first = end;
        } while (first < l.columns);
    }
    free(l.width);
    free(transposed.width);
}
