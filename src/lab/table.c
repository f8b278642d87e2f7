/* Tables of means with their 95 % intervals, as plain text. */
#include "base/arena.h"
#include "lab/figure.h"
#include "lab/panels.h"
#include "lab/stats.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct table {
    const struct table_request *q;
    const struct results *r;
    struct panels panels;
};

/* The records of one cell of one panel. */
static void cell_text(const struct table *t, int panel, const char *row, const char *column,
                      char out[64])
{
    double *v = xcalloc((size_t)t->r->records, sizeof *v);
    int n = 0, diverged = 0, refused = 0;
    struct interval m;

    for (int i = 0; i < t->r->records; i++) {
        const struct record *record = &t->r->record[i];

        if (t->panels.of[i] != panel || strcmp(record_get(record, t->q->rows), row) ||
            strcmp(record_get(record, t->q->columns), column))
            continue;
        v[n++] = trial_final(&record->result, t->q->metric);
        diverged += record->result.status == TRIAL_DIVERGED;
        refused += record->result.status == TRIAL_REFUSED;
    }
    m = stats_mean(n, v);
    free(v);
    if (n == 0)
        snprintf(out, 64, "-");
    else if (refused == n)
        snprintf(out, 64, "refused");
    else if (m.n == 0)
        snprintf(out, 64, "%d diverged", diverged);
    else if (m.n == 1)
        snprintf(out, 64, "%.2f", m.mean);
    else
        snprintf(out, 64, "%.2f ±%.2f", m.mean, m.high - m.mean);
    if (diverged && m.n)
        snprintf(out + strlen(out), 64 - strlen(out), " !%d", diverged);
}

/* printf pads by bytes; "±" has two. */
static void print_cell(const char *s, int width)
{
    int columns = 0;

    for (const char *c = s; *c; c++)
        columns += (*c & 0xc0) != 0x80;
    printf("%*s%s", width > columns ? width - columns : 0, "", s);
}

static void print_panel(const struct table *t, int panel)
{
    const struct table_request *q = t->q;
    const char **rows, **columns;
    int n = panels_values(&t->panels, t->r, panel, q->rows, &rows);
    int m = panels_values(&t->panels, t->r, panel, q->columns, &columns), label = 0;

    for (int i = 0; i < n; i++)
        label = (int)strlen(rows[i]) > label ? (int)strlen(rows[i]) : label;
    printf("%s, %s: %s in %s by %s and %s (mean ± half of the 95 %% interval)\n\n", q->title,
           t->panels.label[panel], metric_info[q->metric].name, metric_info[q->metric].unit,
           q->rows, q->columns);
    printf("  %-*s", label, q->rows);
    for (int j = 0; j < m; j++)
        print_cell(columns[j], 14);
    printf("\n");
    for (int i = 0; i < n; i++) {
        printf("  %-*s", label, rows[i]);
        for (int j = 0; j < m; j++) {
            char text[64];

            cell_text(t, panel, rows[i], columns[j], text);
            print_cell(text, 14);
        }
        printf("\n");
    }
    printf("\n");
    free(rows);
    free(columns);
}

void table_print(const struct table_request *q, const struct results *r)
{
    const char *named[] = {q->rows, q->columns, NULL};
    struct table t = {.q = q, .r = r};

    panels_init(&t.panels, r, q->panels, named);
    for (int i = 0; i < t.panels.count; i++)
        print_panel(&t, i);
    panels_release(&t.panels);
}
