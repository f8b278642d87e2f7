/* Tables of means with their 95 % intervals, as plain text. */
#include "base/arena.h"
#include "lab/figure.h"
#include "lab/stats.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The records of one cell of one panel. */
static void cell_text(const struct table_request *q, const struct results *r, const char *panel,
                      const char *row, const char *column, char out[64])
{
    double *v = xcalloc((size_t)r->records, sizeof *v);
    int n = 0, diverged = 0, refused = 0;
    struct interval m;

    for (int i = 0; i < r->records; i++) {
        const struct record *record = &r->record[i];

        if (strcmp(record_get(record, q->panels), panel) ||
            strcmp(record_get(record, q->rows), row) ||
            strcmp(record_get(record, q->columns), column))
            continue;
        v[n++] = trial_final(&record->result, q->metric);
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

static bool panel_has(const struct table_request *q, const struct results *r, const char *panel,
                      const char *key, const char *value)
{
    for (int i = 0; i < r->records; i++)
        if (strcmp(record_get(&r->record[i], q->panels), panel) == 0 &&
            strcmp(record_get(&r->record[i], key), value) == 0)
            return true;
    return false;
}

static void print_panel(const struct table_request *q, const struct results *r, const char *panel)
{
    const char **rows, **columns;
    int n = results_values(r, q->rows, &rows), m = results_values(r, q->columns, &columns),
        label = 0;

    for (int i = 0; i < n; i++)
        label = (int)strlen(rows[i]) > label ? (int)strlen(rows[i]) : label;
    printf("%s, %s: %s in %s by %s and %s (mean ± half of the 95 %% interval)\n\n", q->title, panel,
           metric_info[q->metric].name, metric_info[q->metric].unit, q->rows, q->columns);
    printf("  %-*s", label, q->rows);
    for (int j = 0; j < m; j++)
        if (panel_has(q, r, panel, q->columns, columns[j]))
            print_cell(columns[j], 14);
    printf("\n");
    for (int i = 0; i < n; i++) {
        if (!panel_has(q, r, panel, q->rows, rows[i]))
            continue;
        printf("  %-*s", label, rows[i]);
        for (int j = 0; j < m; j++) {
            char text[64];

            if (!panel_has(q, r, panel, q->columns, columns[j]))
                continue;
            cell_text(q, r, panel, rows[i], columns[j], text);
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
    const char **panels;
    int n = results_values(r, q->panels, &panels);

    for (int i = 0; i < n; i++)
        print_panel(q, r, panels[i]);
    free(panels);
}
