/* The probe moments: mean and standard deviation of pre-activations and activations; drift, which is how far the distribution
 * of each unit's pre-activation has moved; and the mean square of the residual stream, the sums of a body and a shortcut. */
#include "base/arena.h"
#include "train/probes/unit_values.h"
#include <math.h>
#include <stdlib.h>

enum { PRE_MEAN, PRE_SD, POST_MEAN, POST_SD, DRIFT_LAST, DRIFT_START = 7, STREAM_MS = 10, COLUMNS };

/* The columns of a drift, from DRIFT_LAST or DRIFT_START on: how much a unit's mean, standard deviation and distribution
 * have changed since an earlier point, relative to its standard deviation then. Each is a mean over units. */
enum { DRIFT_MEAN, DRIFT_SD, DRIFT_W1, DRIFTS };

#define DRIFT_COLUMNS(name, since)                                                                 \
    {"drift_mean_" name,                                                                           \
     "1",                                                                                          \
     "mean over units of |change of the unit's mean pre-activation| / its sd, since " since        \
     "; constant units are left out",                                                              \
     0,                                                                                            \
     INFINITY,                                                                                     \
     false,                                                                                        \
     true},                                                                                        \
        {"drift_sd_" name,                                                                         \
         "1",                                                                                      \
         "mean over units of |log(sd / sd before)| of the unit's pre-activation, since " since     \
         "; constant units are left out",                                                          \
         0,                                                                                        \
         INFINITY,                                                                                 \
         false,                                                                                    \
         true},                                                                                    \
    {                                                                                              \
        "drift_w1_" name, "1",                                                                     \
            "mean over units of the 1-Wasserstein distance between the unit's distributions of "   \
            "pre-activations / its sd, since " since ", by at most " UNIT_KEPT_TEXT                \
            " evenly spread values; constant units are left out",                                  \
            0, INFINITY, false, true                                                               \
    }

static const struct profile_column columns[] = {
    {"pre_mean", "1", "mean of the pre-activations, over samples, positions and units", -INFINITY,
     INFINITY, false, false},
    {"pre_sd", "1", "population standard deviation of the pre-activations", 0, INFINITY, false,
     true},
    {"post_mean", "1", "mean of the activations", -INFINITY, INFINITY, false, false},
    {"post_sd", "1", "population standard deviation of the activations", 0, INFINITY, false, true},
    DRIFT_COLUMNS("last", "the point before"),
    DRIFT_COLUMNS("start", "the first point"),
    {"stream_ms", "1",
     "mean square of the sum that ends a residual block, in the layer before that sum", 0, INFINITY,
     false, true},
    {0},
};

/* The values of all stages at one point, [stages]. A stage has values of `stream` only where stage_sum() is not NULL. */
struct stage_values {
    struct unit_values *pre, *post, *stream;
};

/* The pre-activations at the first point and at the point before this one, for drift. */
struct earlier {
    /* [stages]; equal when there was one point before; NULL when there was none */
    struct unit_values *start, *last;
    int stages;
};

struct watching {
    const struct twin *twin;
    struct stage_values now;
    const struct node **sum; /* [stages] the result of stage_sum() */
};

/* Returns the last sum of a body and a shortcut in stage i; NULL when there is none. */
static const struct node *stage_sum(const struct twin *w, int i)
{
    const struct net *n = &w->trial.net;
    const struct node *end = i + 1 < w->stages ? w->stage[i + 1].weight : n->node + n->nodes;

    while (--end > w->stage[i].weight)
        if (end->layer.inputs == 2)
            return end;
    return NULL;
}

/* A function for net->watch. */
static void watch(void *context, const struct node *k, const struct io *io)
{
    struct watching *w = context;
    int pre = twin_pre_stage(w->twin, k), post = twin_post_stage(w->twin, k);

    if (pre >= 0)
        unit_values_add(&w->now.pre[pre], k, io);
    if (post >= 0)
        unit_values_add(&w->now.post[post], k, io);
    for (int i = 0; k->layer.inputs == 2 && i < w->twin->stages; i++)
        if (w->sum[i] == k)
            unit_values_add(&w->now.stream[i], k, io);
}

/* Frees the values of all stages. v may be NULL. */
static void free_values(struct unit_values *v, int stages)
{
    for (int i = 0; v && i < stages; i++)
        unit_values_clear(&v[i]);
    free(v);
}

/* A unit counts as constant when its standard deviation is at most this fraction of the root mean square of its layer:
 * the deviation may then come from rounding alone. */
static const double constant_share = 1e-6;

/* Adds the drift of unit u to sum[DRIFTS], and returns 1. Returns 0 when the unit is constant at one of the two points.
 * The kept values must be sorted (unit_values_sort()). */
static int add_drift(const struct unit_values *now, const struct unit_values *before, int u,
                     double *sum)
{
    double sd = unit_values_sd(now, u), sd_before = unit_values_sd(before, u), distance = 0;
    const real *a = now->kept + (size_t)u * (size_t)now->room,
               *b = before->kept + (size_t)u * (size_t)before->room;

    if (!(sd > constant_share * sqrt(unit_values_all_ms(now)) &&
          sd_before > constant_share * sqrt(unit_values_all_ms(before))))
        return 0;
    for (int i = 0; i < now->count; i++)
        distance += fabs((double)a[i] - (double)b[i]);
    sum[DRIFT_MEAN] += fabs(now->moments.mean[u] - before->moments.mean[u]) / sd_before;
    sum[DRIFT_SD] += fabs(log(sd / sd_before));
    sum[DRIFT_W1] += distance / now->count / sd_before;
    return 1;
}

/* Writes the mean drift over the units to value[DRIFTS]; NaN when all units are constant. */
static void set_drift(const struct unit_values *now, const struct unit_values *before,
                      double *value)
{
    double sum[DRIFTS] = {0};
    int units = 0;

    for (int u = 0; u < now->units; u++)
        units += add_drift(now, before, u, sum);
    for (int i = 0; i < DRIFTS; i++)
        value[i] = sum[i] / units;
}

/* Fills the columns of stage i. */
static void set_values(const struct watching *w, const struct earlier *e, int i, double *value)
{
    const struct unit_values *pre = &w->now.pre[i], *post = &w->now.post[i];

    value[PRE_MEAN] = unit_values_all_mean(pre);
    value[PRE_SD] = unit_values_all_sd(pre);
    value[POST_MEAN] = unit_values_all_mean(post);
    value[POST_SD] = unit_values_all_sd(post);
    if (e->last) {
        set_drift(pre, &e->last[i], value + DRIFT_LAST);
        set_drift(pre, &e->start[i], value + DRIFT_START);
    }
    if (w->sum[i])
        value[STREAM_MS] = unit_values_all_ms(&w->now.stream[i]);
}

static struct watching start_watching(const struct twin *w)
{
    size_t n = (size_t)w->stages;
    struct watching s = {.twin = w, .sum = xcalloc(n, sizeof *s.sum)};

    s.now.pre = xcalloc(n, sizeof *s.now.pre);
    s.now.post = xcalloc(n, sizeof *s.now.post);
    s.now.stream = xcalloc(n, sizeof *s.now.stream);
    for (int i = 0; i < w->stages; i++) {
        unit_values_init(&s.now.pre[i], w, w->stage[i].pre);
        unit_values_init(&s.now.post[i], w, w->stage[i].post);
        s.sum[i] = stage_sum(w, i);
        if (s.sum[i])
            unit_values_init(&s.now.stream[i], w, s.sum[i]);
    }
    return s;
}

static int open_earlier(struct twin *w, void **kept)
{
    struct earlier *e = xcalloc(1, sizeof *e);

    e->stages = w->stages;
    *kept = e;
    return 0;
}

static void close_earlier(void *kept)
{
    struct earlier *e = kept;

    if (e->last != e->start)
        free_values(e->last, e->stages);
    free_values(e->start, e->stages);
    free(e);
}

/* Saves or restores the values of an earlier point. */
static void transfer_values(struct twin *w, struct unit_values **v, struct transfer *t)
{
    if (!transfer_saves(t))
        *v = xcalloc((size_t)w->stages, sizeof **v);
    for (int i = 0; i < w->stages; i++) {
        if (!transfer_saves(t))
            unit_values_init(&(*v)[i], w, w->stage[i].pre);
        unit_values_transfer(&(*v)[i], t);
    }
}

static void transfer_earlier(struct twin *w, void *kept, struct transfer *t)
{
    struct earlier *e = kept;
    int points = !e->start ? 0 : e->last == e->start ? 1 : 2;

    TRANSFER(t, points);
    if (points > 0)
        transfer_values(w, &e->start, t);
    if (points > 1)
        transfer_values(w, &e->last, t);
    else
        e->last = e->start;
}

static void measure(struct twin *w, void *kept, double *value)
{
    struct earlier *e = kept;
    struct watching s = start_watching(w);

    w->trial.net.watch = watch;
    w->trial.net.watch_context = &s;
    for (int b = 0; b < w->batches; b++)
        twin_forward(w, b, true);
    for (int i = 0; i < w->stages; i++) {
        unit_values_sort(&s.now.pre[i]);
        set_values(&s, e, i, value + i * COLUMNS);
    }
    free_values(s.now.post, w->stages);
    free_values(s.now.stream, w->stages);
    free(s.sum);
    if (e->last != e->start)
        free_values(e->last, e->stages);
    e->last = s.now.pre;
    if (!e->start)
        e->start = e->last;
}

const struct probe_type probe_moments = {
    .name = "moments",
    .help =
        "mean and standard deviation of pre-activations and activations, drift of each unit, residual "
        "stream",
    .column = columns,
    .open = open_earlier,
    .close = close_earlier,
    .transfer = transfer_earlier,
    .measure = measure,
};
