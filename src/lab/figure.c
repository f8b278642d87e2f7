#include "lab/figure.h"
#include "base/arena.h"
#include "base/error.h"
#include "lab/claims.h"
#include "lab/panels.h"
#include "lab/stats.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What a figure is built from. */
struct build {
    const struct figure_request *q;
    const struct results *r;
    struct config only;
    struct panels panels;
};

/* The records that one line shows. */
struct line {
    const struct build *b;
    int panel;
    const char *series, *merge; /* values; merge NULL: any */
};

/* Is record i in the line, refused or not? */
static bool in_series(const struct line *l, int i)
{
    const struct record *record = &l->b->r->record[i];
    const struct figure_request *q = l->b->q;

    return l->b->panels.of[i] == l->panel &&
           strcmp(record_get(record, q->series), l->series) == 0 &&
           (!l->merge || strcmp(record_get(record, q->merge), l->merge) == 0) &&
           record_in_cell(record, &l->b->only);
}

static bool in_line(const struct line *l, int i)
{
    return in_series(l, i) && l->b->r->record[i].result.status != TRIAL_REFUSED;
}

/* Where a record stands on the x axis; NaN: nowhere. */
static double x_of(const struct figure_request *q, const struct record *record)
{
    const char *value = record_get(record, q->x);
    char *end;
    double x = strtod(value, &end);

    if (!*value || *end)
        return NAN;
    return q->x_per_group ? x * record->result.norm_positions : x;
}

/* The mean at x with its interval; counts the diverged. */
static struct interval mean_at(const struct line *l, double x, int *diverged)
{
    const struct results *r = l->b->r;
    double *v = xcalloc((size_t)r->records, sizeof *v);
    struct interval interval;
    int n = 0;

    *diverged = 0;
    for (int i = 0; i < r->records; i++) {
        if (!in_line(l, i) || x_of(l->b->q, &r->record[i]) != x)
            continue;
        if (r->record[i].result.status == TRIAL_DIVERGED)
            ++*diverged;
        v[n++] = trial_final(&r->record[i].result, l->b->q->metric);
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
    const struct results *r = l->b->r;
    int n = 0;

    *xs = xcalloc((size_t)r->records, sizeof **xs);
    for (int i = 0; i < r->records; i++) {
        double x = x_of(l->b->q, &r->record[i]);
        bool known = !isfinite(x) || !in_line(l, i);

        for (int j = 0; j < n && !known; j++)
            known = (*xs)[j] == x;
        if (!known)
            (*xs)[n++] = x;
    }
    qsort(*xs, (size_t)n, sizeof **xs, by_x);
    return n;
}

static void add_seeds(const struct line *l, struct plot_series *s)
{
    const struct results *r = l->b->r;

    s->seed = xcalloc((size_t)r->records, sizeof *s->seed);
    for (int i = 0; i < r->records; i++) {
        double y = trial_final(&r->record[i].result, l->b->q->metric);

        if (!in_line(l, i) || isnan(y))
            continue;
        s->seed[s->seeds][0] = x_of(l->b->q, &r->record[i]);
        s->seed[s->seeds++][1] = y;
    }
}

/* Everything over the best mean. */
static void make_relative(struct plot_series *s)
{
    double best = INFINITY;

    for (int i = 0; i < s->points; i++)
        best = fmin(best, s->point[i].y);
    if (!isfinite(best) || best <= 0)
        return;
    for (int i = 0; i < s->points; i++) {
        s->point[i].y /= best;
        s->point[i].low /= best;
        s->point[i].high /= best;
    }
    for (int i = 0; i < s->seeds; i++)
        s->seed[i][1] /= best;
}

/* Fills s; false when the line has no records. */
static bool build_series(const struct line *l, struct plot_series *s)
{
    double *xs;
    int n = line_x(l, &xs);

    memset(s, 0, sizeof *s);
    if (n > 0) {
        s->point = xcalloc((size_t)n, sizeof *s->point);
        s->lost = xcalloc((size_t)n, sizeof *s->lost);
        s->style = xstrdup(l->series);
        s->label = l->merge ? format_new("%s, %s", l->series, l->merge) : xstrdup(l->series);
        add_seeds(l, s);
    }
    for (int i = 0; i < n; i++) {
        int diverged;
        struct interval m = mean_at(l, xs[i], &diverged);

        s->point[s->points++] = (struct plot_point){xs[i], m.mean, m.low, m.high};
        if (diverged) {
            s->lost[s->losts][0] = xs[i];
            s->lost[s->losts++][1] = diverged;
        }
    }
    if (l->b->q->y == FIGURE_RELATIVE)
        make_relative(s);
    free(xs);
    return n > 0;
}

/* Adds "instancenorm refused" or "batchnorm refused at batch 1" when set-up refused some. */
static void add_refusal(const struct line *l, struct text *note)
{
    const struct figure_request *q = l->b->q;
    struct text at = {0};
    const char **x;
    int n = panels_values(&l->b->panels, l->b->r, l->panel, q->x, &x), refused = 0, all = 0;

    for (int k = 0; k < n; k++) {
        int here = 0;

        for (int i = 0; i < l->b->r->records; i++) {
            const struct record *record = &l->b->r->record[i];

            if (!in_series(l, i) || strcmp(record_get(record, q->x), x[k]))
                continue;
            all++;
            here += record->result.status == TRIAL_REFUSED;
        }
        if (here)
            text_add(&at, " %s", x[k]);
        refused += here;
    }
    if (refused) {
        text_add(note, "%s%s refused", note->length ? "; " : "", l->series);
        if (refused < all)
            text_add(note, " at %s%s", q->x, text_str(&at));
        if (l->merge)
            text_add(note, " (%s)", l->merge);
    }
    text_clear(&at);
    free(x);
}

static void build_panel(const struct build *b, int panel, struct plot_panel *p)
{
    const char **series, **merge = NULL;
    int n = panels_values(&b->panels, b->r, -1, b->q->series, &series);
    int merges = b->q->merge ? panels_values(&b->panels, b->r, panel, b->q->merge, &merge) : 1;
    struct text note = {0};

    p->title = xstrdup(b->panels.label[panel]);
    p->series = xcalloc((size_t)n * (size_t)merges, sizeof *p->series);
    for (int m = 0; m < merges; m++)
        for (int i = 0; i < n; i++) {
            struct line line = {b, panel, series[i], merge ? merge[m] : NULL};

            p->count += build_series(&line, &p->series[p->count]);
            add_refusal(&line, &note);
        }
    p->note = note.s ? note.s : xstrdup("");
    free(series);
    free(merge);
}

/* "fashion-mnist, 5 seeds: means with 95 % intervals" */
static char *caption(const struct build *b)
{
    const char **data, **seeds;
    int n = panels_values(&b->panels, b->r, -1, "data", &data);
    int m = panels_values(&b->panels, b->r, -1, "seed", &seeds);
    struct text t = {0};

    for (int i = 0; i < n; i++)
        text_add(&t, "%s%s", i ? ", " : "", data[i]);
    if (m > 1)
        text_add(&t, ", %d seeds: means with 95 %% intervals", m);
    else
        text_add(&t, ", one seed");
    free(data);
    free(seeds);
    return t.s;
}

void figure_build(const struct figure_request *q, const struct results *r, struct plot_figure *f)
{
    const char *named[] = {q->series, q->x, q->merge, NULL};
    struct build b = {.q = q, .r = r};

    if (q->only && config_parse(&b.only, q->only))
        BUG("figure %s: its cell does not parse", q->name);
    panels_init(&b.panels, r, q->panels, named);
    *f = (struct plot_figure){
        .name = xstrdup(q->name),
        .title = xstrdup(q->title),
        .caption = caption(&b),
        .x_label = xstrdup(q->x_label),
        .y_label = xstrdup(q->y_label),
        .x_log = q->x_log,
        .y_log10 = q->y_log10,
        .panel = xcalloc((size_t)b.panels.count, sizeof(struct plot_panel)),
        .panels = b.panels.count,
    };
    for (int i = 0; i < b.panels.count; i++)
        build_panel(&b, i, &f->panel[i]);
    panels_release(&b.panels);
    config_clear(&b.only);
}
