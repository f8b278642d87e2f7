/* The probe percentiles: percentiles of the pre-activations of a layer, over all units and of one unit. The latter are as
 * in figure 1 of Ioffe & Szegedy 2015, which shows the input of one "typical" sigmoid. Here the unit is drawn at random by
 * the trial's seed and the layer's name. So it is the same one with every norm, and it is not chosen by its values. */
#include "base/arena.h"
#include "base/rng.h"
#include "base/text.h"
#include "train/probes/unit_values.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The columns: ALL_UNITS percentiles over all units, then those of one unit, PERCENTILES in all; then the changes of
 * SHIFTS percentiles over all units, of the one in column P15 and the next ones. */
enum { P15 = 1, ALL_UNITS = 5, PERCENTILES = 8, SHIFTS = 3, COLUMNS = PERCENTILES + SHIFTS };

static const double p[PERCENTILES] = {.05, .15, .5, .85, .95, .15, .5, .85};

#define COLUMN(name, help)                                                                         \
    {                                                                                              \
        name, "1", help, -INFINITY, INFINITY, false, false                                         \
    }

#define SHIFT_COLUMN(of, name)                                                                     \
    {                                                                                              \
        name, "1", "|change of the " of " of the pre-activations since the first point|", 0,       \
            INFINITY, false, true                                                                  \
    }

static const struct profile_column columns[] = {
    COLUMN(
        "p5",
        "5th percentile of the pre-activations, over samples, positions and units; of each unit at most " UNIT_KEPT_TEXT
        " values, evenly spread"),
    COLUMN("p15", "15th percentile of the pre-activations"),
    COLUMN("p50", "median of the pre-activations"),
    COLUMN("p85", "85th percentile of the pre-activations"),
    COLUMN("p95", "95th percentile of the pre-activations"),
    COLUMN("unit_p15", "15th percentile of the pre-activation of one unit, drawn by the seed"),
    COLUMN("unit_p50", "median of the pre-activation of that unit"),
    COLUMN("unit_p85", "85th percentile of the pre-activation of that unit"),
    SHIFT_COLUMN("15th percentile", "shift_p15"),
    SHIFT_COLUMN("median", "shift_p50"),
    SHIFT_COLUMN("85th percentile", "shift_p85"),
    {0},
};

struct watching {
    const struct twin *twin;
    struct unit_values *pre; /* [stages] */
};

/* A function for net->watch. */
static void watch(void *context, const struct node *k, const struct io *io)
{
    struct watching *w = context;
    int pre = twin_pre_stage(w->twin, k);

    if (pre >= 0)
        unit_values_add(&w->pre[pre], k, io);
}

/* Returns the unit of a stage that is measured alone. */
static int drawn_unit(const struct twin *w, const struct stage *s)
{
    char *name = format_new("unit/%s", s->weight->layer.name);
    struct rng r = rng_stream((uint64_t)w->trial.options.seed, name);

    free(name);
    return (int)rng_below(&r, (uint32_t)s->pre->layer.out.c);
}

/* Writes the percentiles over all units and those of `unit` to value[PERCENTILES]. Reorders the kept values. */
static void set_values(struct unit_values *v, int unit, double *value)
{
    size_t n = (size_t)v->count, room = (size_t)v->room;
    real *own = v->kept + (size_t)unit * room;

    sort_reals(own, n);
    for (int i = ALL_UNITS; i < PERCENTILES; i++)
        value[i] = percentile(own, n, p[i]);
    for (size_t u = 1; u < (size_t)v->units; u++)
        memmove(v->kept + u * n, v->kept + u * room, n * sizeof *v->kept);
    n *= (size_t)v->units;
    sort_reals(v->kept, n);
    for (int i = 0; i < ALL_UNITS; i++)
        value[i] = percentile(v->kept, n, p[i]);
}

/* The percentiles at the first point, with which later points are compared. */
struct first {
    double *value; /* [stages][SHIFTS] */
    bool known;    /* false before the first point */
};

static int open_first(struct twin *w, void **kept)
{
    struct first *f = xcalloc(1, sizeof *f);

    f->value = xcalloc((size_t)w->stages * SHIFTS, sizeof *f->value);
    *kept = f;
    return 0;
}

static void close_first(void *kept)
{
    struct first *f = kept;

    free(f->value);
    free(f);
}

static void transfer_first(struct twin *w, void *kept, struct transfer *t)
{
    struct first *f = kept;

    TRANSFER(t, f->known);
    transfer_bytes(t, f->value, (size_t)w->stages * SHIFTS * sizeof *f->value);
}

/* Writes the changes of a stage since the first point; at that point, stores its percentiles in f instead. */
static void set_shifts(const struct first *f, int stage, double *value)
{
    double *first = f->value + stage * SHIFTS;

    for (int i = 0; i < SHIFTS; i++)
        if (f->known)
            value[PERCENTILES + i] = fabs(value[P15 + i] - first[i]);
        else
            first[i] = value[P15 + i];
}

static void measure(struct twin *w, void *kept, double *value)
{
    struct watching s = {w, xcalloc((size_t)w->stages, sizeof *s.pre)};
    struct first *f = kept;

    for (int i = 0; i < w->stages; i++)
        unit_values_init(&s.pre[i], w, w->stage[i].pre);
    w->trial.net.watch = watch;
    w->trial.net.watch_context = &s;
    for (int b = 0; b < w->batches; b++)
        twin_forward(w, b, true);
    for (int i = 0; i < w->stages; i++) {
        set_values(&s.pre[i], drawn_unit(w, &w->stage[i]), value + i * COLUMNS);
        set_shifts(f, i, value + i * COLUMNS);
        unit_values_clear(&s.pre[i]);
    }
    f->known = true;
    free(s.pre);
}

const struct probe_type probe_percentiles = {
    .name = "percentiles",
    .help =
        "percentiles of the pre-activations, over all units and of one unit, and their change since the first point",
    .column = columns,
    .open = open_first,
    .close = close_first,
    .transfer = transfer_first,
    .measure = measure,
};
