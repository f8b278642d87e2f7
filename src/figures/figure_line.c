#include "figures/figure_line.h"
#include "base/arena.h"
#include "base/number.h"
#include "figures/plot_data.h"
#include "figures/seeds.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A curve with more points than this shows its seeds by the band, or as lines where it has none. */
enum { SEEDS_UP_TO = 12 };

/* A value of a record; of training curves each has many. */
struct sample {
    double x, y; /* y NaN: the record has none there */
    double around;
    bool lost;
};

struct samples {
    struct sample *v;
    int n;
};

bool line_holds(const struct line *l, int i)
{
    const struct record *record = &l->b->r->record[i];
    const struct figure_request *q = l->b->q;

    return l->b->panels.of[i] == l->panel &&
           strcmp(record_get(record, q->series), l->series) == 0 &&
           (!l->merge || strcmp(record_get(record, q->merge), l->merge) == 0);
}

/* ---- samples ---- */

/* Where a record stands on the x axis; NaN: nowhere. */
static double x_of(const struct build *b, const struct record *record)
{
    const char *value = record_get(record, b->q->x);
    double x = number_parse(value, NULL);

    for (int i = 0; i < b->categories; i++)
        if (strcmp(b->category[i], value) == 0)
            return i + 1;
    if (b->categories || !number_is(value))
        return NAN;
    return b->q->x_per_group ? x * record->result.norm_positions : x;
}

/* Have two records the same value of a key, or does `versus` say which the other one has? */
static bool alike(const struct build *b, const struct record *x, const struct record *y,
                  const char *key)
{
    return !key || config_get(&b->versus, key) ||
           strcmp(record_get(x, key), record_get(y, key)) == 0;
}

/* What record i is compared with; NULL: there is none. */
static const struct record *reference(const struct build *b, int i)
{
    const struct record *record = &b->r->record[i];

    for (int k = 0; k < b->r->records; k++) {
        const struct record *found = &b->r->record[k];

        if (record_in_cell(found, &b->versus) && found->seed == record->seed &&
            b->panels.of[k] == b->panels.of[i] && alike(b, found, record, b->q->series) &&
            alike(b, found, record, b->q->merge) && alike(b, found, record, b->q->x))
            return found;
    }
    return NULL;
}

/* Record i's measure, compared where the figure compares. */
static struct measured measure_of(const struct build *b, int i)
{
    struct measured m = measure_record(&b->q->of, &b->r->record[i]);
    struct measured base = {.value = NAN};
    const struct record *versus;

    if (!b->q->versus)
        return m;
    versus = reference(b, i);
    if (versus)
        base = measure_record(&b->q->of, versus);
    if (base.outcome == MEASURE_UNSUCCESSFUL)
        m.outcome = MEASURE_UNSUCCESSFUL;
    m.value = b->q->y == FIGURE_OVERHEAD ? 100 * (m.value / base.value - 1) : m.value - base.value;
    return m;
}

static void add_sample(struct samples *s, double x, double y, double around, bool lost)
{
    if (isnan(x) || (isnan(y) && !lost))
        return;
    /* Doubles at each power of two. */
    if ((s->n & (s->n - 1)) == 0)
        s->v = xrealloc(s->v, (size_t)(s->n ? 2 * s->n : 1) * sizeof *s->v);
    s->v[s->n++] = (struct sample){x, y, around, lost};
}

/* Every point of its curve; a diverged trial is lost where its curve ends. */
static void add_curve(struct samples *s, const struct line *l, const struct record *record)
{
    const struct trial_result *r = &record->result;
    const double *curve = r->curve[l->b->q->of.metric], *around = r->curve[l->b->q->around];
    int last = -1;

    for (int i = l->b->q->trained; i <= r->points; i++) {
        add_sample(s, trial_epochs_at(r, i), curve[i], around[i], false);
        last = isnan(curve[i]) ? last : i;
    }
    if (r->status == TRIAL_DIVERGED)
        add_sample(s, trial_epochs_at(r, last < r->points ? last + 1 : last), NAN, NAN, true);
}

/* Is record i one that the line draws? */
static bool is_drawn(const struct line *l, int i)
{
    const struct record *record = &l->b->r->record[i];

    return line_holds(l, i) && record->result.status != TRIAL_REFUSED &&
           !(l->b->q->versus && record_in_cell(record, &l->b->versus)) &&
           record_in_cell(record, &l->b->drawn);
}

/* A measure along an axis: of the drawn records that stand where record i does, one value a seed. Record
 * i is the first of them, or nothing is added. */
static void add_summaries(struct samples *s, const struct line *l, int i)
{
    const struct results *r = l->b->r;
    const struct record **here = xcalloc((size_t)r->records, sizeof *here);
    struct measured *m = xcalloc((size_t)r->records, sizeof *m);
    double x = x_of(l->b, &r->record[i]);
    int count = 0, n = 0;

    for (int k = 0; k < r->records; k++)
        if (is_drawn(l, k) && x_of(l->b, &r->record[k]) == x)
            here[count++] = &r->record[k];
    if (count && here[0] == &r->record[i])
        n = measure_seeds(&l->b->q->of, here, count, m);
    for (int k = 0; k < n; k++)
        add_sample(s, x, m[k].value, NAN, m[k].outcome == MEASURE_UNSUCCESSFUL);
    free(here);
    free(m);
}

static struct samples samples_of(const struct line *l)
{
    const struct build *b = l->b;
    struct samples s = {0};

    for (int i = 0; i < b->r->records; i++) {
        const struct record *record = &b->r->record[i];
        struct measured m;

        if (!is_drawn(l, i))
            continue;
        if (strcmp(b->q->x, FIGURE_EPOCH) == 0) {
            add_curve(&s, l, record);
        } else if (measure_is_along(&b->q->of)) {
            add_summaries(&s, l, i);
        } else {
            m = measure_of(b, i);
            add_sample(&s, x_of(b, record), m.value, trial_final(&record->result, b->q->around),
                       m.outcome == MEASURE_UNSUCCESSFUL);
        }
    }
    return s;
}

/* ---- a series ---- */

static int by_x(const void *a, const void *b)
{
    double x = ((const struct sample *)a)->x, y = ((const struct sample *)b)->x;

    return (x > y) - (x < y);
}

/* The mean of what is around the samples. */
static double mean_around(const struct sample *v, int count)
{
    double sum = 0;
    int n = 0;

    for (int i = 0; i < count; i++)
        if (!isnan(v[i].around)) {
            sum += v[i].around;
            n++;
        }
    return n ? sum / n : NAN;
}

/* How far apart seeds that learn and seeds that do not are, at least: the metric's column `apart`. Infinitely far where
 * the figure's y is not the metric itself, and in heat maps, whose numbers are those of tables. */
static double apart(const struct figure_request *q)
{
    bool is_metric = !q->of.unit && (q->of.how == MEASURE_FINAL || q->of.how == MEASURE_FIRST ||
                                     q->of.how == MEASURE_BEST);

    return is_metric && !q->heat && q->y != FIGURE_OVERHEAD ? metric_info[q->of.metric].apart
                                                            : INFINITY;
}

static double *values_of(const struct sample *v, int count)
{
    double *y = xcalloc((size_t)count, sizeof *y);

    for (int i = 0; i < count; i++)
        y[i] = v[i].y;
    return y;
}

/* True when some of the samples, which stand at one x, learn and some do not. */
static bool is_split(const struct build *b, const struct sample *v, int count)
{
    double *y = values_of(v, count);
    bool split = seeds_split(count, y, apart(b->q));

    free(y);
    return split;
}

/* The mean of samples that stand at one x, with their range, or what is around it; their median where they split. */
static struct plot_point point_of(const struct build *b, const struct sample *v, int count,
                                  bool split)
{
    double *y = values_of(v, count);
    struct plot_point p = {.x = v[0].x, .low = NAN, .high = NAN, .median = split};

    p.y = split ? stats_median(count, y) : measure_mean(&b->q->of, count, y).mean;
    if (!split)
        seeds_range(count, y, &p.low, &p.high);
    if (b->q->around) {
        p.low = p.y - mean_around(v, count);
        p.high = p.y + mean_around(v, count);
    }
    free(y);
    return p;
}

/* Adds what stands at one x. */
static void add_place(const struct build *b, const struct sample *v, int count, bool split,
                      struct plot_series *s)
{
    int lost = 0;

    for (int i = 0; i < count; i++)
        lost += v[i].lost;
    s->point[s->points++] = point_of(b, v, count, split);
    if (lost) {
        s->lost[s->losts][0] = v[0].x;
        s->lost[s->losts++][1] = lost;
    }
}

/* Adds the places of samples that are sorted by x. A curve whose seeds are split at its end has medians all along: its
 * seeds are the same at every x. */
static void add_places(const struct build *b, const struct samples *all, bool curve,
                       struct plot_series *s)
{
    int last = all->n;

    while (last > 0 && all->v[last - 1].x == all->v[all->n - 1].x)
        last--;
    for (int i = 0, next; i < all->n; i = next) {
        const struct sample *v = curve ? all->v + last : all->v + i;

        for (next = i + 1; next < all->n && all->v[next].x == all->v[i].x;)
            next++;
        add_place(b, all->v + i, next - i, is_split(b, v, curve ? all->n - last : next - i), s);
    }
}

static void add_seeds(const struct samples *all, struct plot_series *s)
{
    s->seed = xcalloc((size_t)all->n + 1, sizeof *s->seed);
    for (int i = 0; i < all->n; i++)
        if (!isnan(all->v[i].y)) {
            s->seed[s->seeds][0] = all->v[i].x;
            s->seed[s->seeds++][1] = all->v[i].y;
        }
}

/* The curve of every seed, one after the other, as the records stand. */
static void add_seed_lines(const struct line *l, struct plot_series *s)
{
    struct samples all = samples_of(l);
    double before = -INFINITY;

    s->seed_lines = true;
    s->seed = xcalloc(2 * (size_t)all.n + 1, sizeof *s->seed);
    for (int i = 0; i < all.n; i++) {
        if (isnan(all.v[i].y))
            continue;
        if (all.v[i].x <= before) {
            s->seed[s->seeds][0] = NAN;
            s->seed[s->seeds++][1] = NAN;
        }
        s->seed[s->seeds][0] = before = all.v[i].x;
        s->seed[s->seeds++][1] = all.v[i].y;
    }
    free(all.v);
}

/* Counts the refused trials at each x. */
static void add_refusals(const struct line *l, struct plot_series *s)
{
    s->refused = xcalloc((size_t)l->b->r->records + 1, sizeof *s->refused);
    for (int i = 0; i < l->b->r->records; i++) {
        const struct record *record = &l->b->r->record[i];
        double x = x_of(l->b, record);
        int k = 0;

        if (!line_holds(l, i) || record->result.status != TRIAL_REFUSED || isnan(x))
            continue;
        while (k < s->refusals && s->refused[k][0] != x)
            k++;
        s->refused[k][0] = x;
        s->refused[k][1]++;
        s->refusals = k == s->refusals ? k + 1 : s->refusals;
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

bool line_build(const struct line *l, struct plot_series *s)
{
    const struct figure_request *q = l->b->q;
    struct samples all = samples_of(l);
    bool curve;

    memset(s, 0, sizeof *s);
    if (q->heat)
        add_refusals(l, s);
    if (all.n == 0 && s->refusals == 0) {
        free(s->refused);
        s->refused = NULL;
        return false;
    }
    if (all.n > 0)
        qsort(all.v, (size_t)all.n, sizeof *all.v, by_x);
    s->style = xstrdup(l->series);
    s->label = l->merge ? format_new("%s, %s", l->series, l->merge) : xstrdup(l->series);
    s->point = xcalloc((size_t)all.n + 1, sizeof *s->point);
    s->lost = xcalloc((size_t)all.n + 1, sizeof *s->lost);
    curve = strcmp(q->x, FIGURE_EPOCH) == 0;
    add_places(l->b, &all, curve, s);
    if (!curve || s->points <= SEEDS_UP_TO)
        add_seeds(&all, s);
    else if (!series_has_band(s) && all.n > s->points)
        add_seed_lines(l, s);
    if (q->y == FIGURE_RELATIVE)
        make_relative(s);
    free(all.v);
    return true;
}

double line_mean(const struct line *l, int *lost)
{
    struct samples all = samples_of(l);
    double sum = 0;
    int n = 0;

    *lost = 0;
    for (int i = 0; i < all.n; i++) {
        *lost += all.v[i].lost;
        if (!isnan(all.v[i].y)) {
            sum += all.v[i].y;
            n++;
        }
    }
    free(all.v);
    return n ? sum / n : NAN;
}
