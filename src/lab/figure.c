#include "lab/figure.h"
#include "base/arena.h"
#include "base/error.h"
#include "lab/claims.h"
#include "lab/stats.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool is_number(const char *s, double *v)
{
    char *end;

    *v = strtod(s, &end);
    return *s && !*end;
}

static int by_number(const void *a, const void *b)
{
    double x = strtod(*(const char *const *)a, NULL), y = strtod(*(const char *const *)b, NULL);

    return x < y ? -1 : x > y;
}

int results_values(const struct results *r, const char *key, const char ***values)
{
    bool numbers = true;
    double v;
    int n = 0;

    *values = xcalloc((size_t)r->records, sizeof **values);
    for (int i = 0; i < r->records; i++) {
        const char *value = record_get(&r->record[i], key);
        bool known = false;

        for (int j = 0; j < n && !known; j++)
            known = strcmp((*values)[j], value) == 0;
        if (!known)
            (*values)[n++] = value;
        numbers = numbers && is_number(value, &v);
    }
    if (numbers)
        qsort(*values, (size_t)n, sizeof **values, by_number);
    return n;
}

/* The records that one line shows. */
struct line {
    const struct figure_request *q;
    const struct results *r;
    const struct config *only;
    const char *panel, *series, *merge; /* values; NULL: any */
};

static bool in_line(const struct line *l, const struct record *record)
{
    const struct figure_request *q = l->q;

    return (!l->panel || !q->panels || strcmp(record_get(record, q->panels), l->panel) == 0) &&
           strcmp(record_get(record, q->series), l->series) == 0 &&
           (!l->merge || strcmp(record_get(record, q->merge), l->merge) == 0) &&
           record_in_cell(record, l->only) && record->result.status != TRIAL_REFUSED;
}

/* Where a record stands on the x axis; NaN: nowhere. */
static double x_of(const struct figure_request *q, const struct record *record)
{
    double x;

    if (!is_number(record_get(record, q->x), &x))
        return NAN;
    return q->x_per_group ? x * record->result.norm_positions : x;
}

/* The mean at x with its interval; counts the diverged. */
static struct interval mean_at(const struct line *l, double x, int *diverged)
{
    double *v = xcalloc((size_t)l->r->records, sizeof *v);
    struct interval interval;
    int n = 0;

    *diverged = 0;
    for (int i = 0; i < l->r->records; i++) {
        const struct record *record = &l->r->record[i];

        if (!in_line(l, record) || x_of(l->q, record) != x)
            continue;
        if (record->result.status == TRIAL_DIVERGED)
            ++*diverged;
        v[n++] = trial_final(&record->result, l->q->metric);
    }
    interval = stats_mean(n, v);
    free(v);
    return interval;
}

static int by_x(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return x < y ? -1 : x > y;
}

/* The distinct finite x of a line, sorted; the caller frees. */
static int line_x(const struct line *l, double **xs)
{
    int n = 0;

    *xs = xcalloc((size_t)l->r->records, sizeof **xs);
    for (int i = 0; i < l->r->records; i++) {
        double x = x_of(l->q, &l->r->record[i]);
        bool known = !isfinite(x) || !in_line(l, &l->r->record[i]);

        for (int j = 0; j < n && !known; j++)
            known = (*xs)[j] == x;
        if (!known)
            (*xs)[n++] = x;
    }
    qsort(*xs, (size_t)n, sizeof **xs, by_x);
    return n;
}

static void add_seeds(const struct line *l, struct plot_series *s, double base)
{
    s->seed = xcalloc((size_t)l->r->records, sizeof *s->seed);
    for (int i = 0; i < l->r->records; i++) {
        const struct record *record = &l->r->record[i];
        double y = trial_final(&record->result, l->q->metric);

        if (!in_line(l, record) || isnan(y))
            continue;
        s->seed[s->seeds][0] = x_of(l->q, record);
        s->seed[s->seeds++][1] = y - base;
    }
}

/* Fills s; false when the line has no records. */
static bool build_series(const struct line *l, struct plot_series *s)
{
    double *xs, base = 0;
    int n = line_x(l, &xs);

    memset(s, 0, sizeof *s);
    s->point = xcalloc((size_t)n, sizeof *s->point);
    s->lost = xcalloc((size_t)n, sizeof *s->lost);
    for (int i = 0; i < n; i++) {
        int diverged;
        struct interval m = mean_at(l, xs[i], &diverged);

        s->point[s->points++] = (struct plot_point){xs[i], m.mean, m.low, m.high};
        if (diverged) {
            s->lost[s->losts][0] = xs[i];
            s->lost[s->losts++][1] = diverged;
        }
    }
    if (l->q->y == FIGURE_LOSS) {
        base = INFINITY;
        for (int i = 0; i < n; i++)
            base = fmin(base, s->point[i].y);
        for (int i = 0; i < n; i++) {
            s->point[i].y -= base;
            s->point[i].low -= base;
            s->point[i].high -= base;
        }
    }
    add_seeds(l, s, isfinite(base) ? base : 0);
    s->style = xstrdup(l->series);
    s->label = l->merge ? format_new("%s, %s", l->series, l->merge) : xstrdup(l->series);
    free(xs);
    return n > 0;
}

static void free_series(struct plot_series *s)
{
    free(s->label);
    free(s->style);
    free(s->point);
    free(s->seed);
    free(s->lost);
}

/* Is the record one of series `series`, in the group that key = value names (value NULL: in any)?
 */
static bool in_series(const struct figure_request *q, const struct record *record, const char *key,
                      const char *value, const char *series)
{
    return (!value || strcmp(record_get(record, key), value) == 0) &&
           strcmp(record_get(record, q->series), series) == 0;
}

/* Adds "instancenorm refused" or "batchnorm refused at batch 1" when set-up refused some. */
static void add_refusal(const struct figure_request *q, const struct results *r, const char *key,
                        const char *value, const char *series, struct text *note)
{
    struct text at = {0};
    const char **x;
    int n = results_values(r, q->x, &x), refused = 0, all = 0;

    for (int i = 0; i < n; i++) {
        int here = 0;

        for (int k = 0; k < r->records; k++) {
            const struct record *record = &r->record[k];

            if (!in_series(q, record, key, value, series) || strcmp(record_get(record, q->x), x[i]))
                continue;
            all++;
            here += record->result.status == TRIAL_REFUSED;
        }
        if (here)
            text_add(&at, " %s", x[i]);
        refused += here;
    }
    if (refused) {
        text_add(note, "%s%s refused", note->length ? "; " : "", series);
        if (refused < all)
            text_add(note, " at %s%s", q->x, text_str(&at));
        if (value && q->merge)
            text_add(note, " (%s)", value);
    }
    text_clear(&at);
    free(x);
}

/* What a panel cannot show. Where panels are merged into one, each names its own. */
static char *refusals(const struct figure_request *q, const struct results *r, const char *panel)
{
    const char **series, **merge = NULL, *key = q->merge ? q->merge : q->panels;
    int n = results_values(r, q->series, &series);
    int merges = q->merge ? results_values(r, q->merge, &merge) : 1;
    struct text note = {0};

    for (int m = 0; m < merges; m++)
        for (int i = 0; i < n; i++)
            add_refusal(q, r, key, merge ? merge[m] : panel, series[i], &note);
    free(series);
    free(merge);
    return note.s ? note.s : xstrdup("");
}

static void build_panel(const struct figure_request *q, const struct results *r,
                        const struct config *only, const char *value, struct plot_panel *p)
{
    const char **series, **merge = NULL;
    int n = results_values(r, q->series, &series);
    int merges = q->merge ? results_values(r, q->merge, &merge) : 1;

    p->title = xstrdup(value ? value : "");
    p->series = xcalloc((size_t)n * (size_t)merges, sizeof *p->series);
    for (int m = 0; m < merges; m++)
        for (int i = 0; i < n; i++) {
            struct line line = {q, r, only, value, series[i], merge ? merge[m] : NULL};

            if (build_series(&line, &p->series[p->count]))
                p->count++;
            else
                free_series(&p->series[p->count]);
        }
    p->note = refusals(q, r, value);
    free(series);
    free(merge);
}

void figure_build(const struct figure_request *q, const struct results *r, struct plot_figure *f)
{
    struct config only = {0};
    const char **panels = NULL;
    int n = q->panels ? results_values(r, q->panels, &panels) : 1;

    if (q->only && config_parse(&only, q->only))
        BUG("figure %s: its cell does not parse", q->name);
    *f = (struct plot_figure){
        .name = xstrdup(q->name),
        .title = xstrdup(q->title),
        .x_label = xstrdup(q->x_label),
        .y_label = xstrdup(q->y_label),
        .x_log2 = q->x_log2,
        .y_log10 = q->y_log10,
        .panel = xcalloc((size_t)n, sizeof(struct plot_panel)),
        .panels = n,
    };
    for (int i = 0; i < n; i++)
        build_panel(q, r, &only, panels ? panels[i] : NULL, &f->panel[i]);
    free(panels);
    config_clear(&only);
}
