/* The probe moments: mean and standard deviation of pre-activations and activations. */
#include "base/arena.h"
#include "train/probes/probe.h"
#include <math.h>
#include <stdlib.h>

enum { PRE_MEAN, PRE_SD, POST_MEAN, POST_SD };

static const struct profile_column columns[] = {
    {"pre_mean", "1", "mean of the pre-activations, over samples, positions and units", -INFINITY,
     INFINITY, false, false},
    {"pre_sd", "1", "population standard deviation of the pre-activations", 0, INFINITY, false,
     true},
    {"post_mean", "1", "mean of the activations", -INFINITY, INFINITY, false, false},
    {"post_sd", "1", "population standard deviation of the activations", 0, INFINITY, false, true},
    {0},
};

/* Sums over the values of one layer: the number of values, their mean, and the sum of squared deviations from it
 * (Welford 1962). */
struct sums {
    double count, mean, squares;
};

struct watching {
    const struct twin *twin;
    struct sums *pre, *post; /* [stages] */
};

static void add_values(struct sums *s, const struct node *k, const struct io *io)
{
    size_t rows = twin_rows(k, io), c = (size_t)k->layer.out.c;
    const unsigned char *mask = twin_mask(k, io);

    for (size_t r = 0; r < rows; r++)
        for (size_t i = 0; i < c && (!mask || mask[r]); i++) {
            double v = io->y[r * c + i], d = v - s->mean;

            s->mean += d / ++s->count;
            s->squares += d * (v - s->mean);
        }
}

static void watch(void *context, const struct node *k, const struct io *io)
{
    struct watching *w = context;
    int pre = twin_pre_stage(w->twin, k), post = twin_post_stage(w->twin, k);

    if (pre >= 0)
        add_values(&w->pre[pre], k, io);
    if (post >= 0)
        add_values(&w->post[post], k, io);
}

static void measure(struct twin *w, void *kept, double *value)
{
    struct sums *sums = xcalloc(2 * (size_t)w->stages, sizeof *sums);
    struct watching watching = {w, sums, sums + w->stages};

    (void)kept;
    w->trial.net.watch = watch;
    w->trial.net.watch_context = &watching;
    for (int b = 0; b < w->batches; b++)
        twin_forward(w, b, true);
    for (int i = 0; i < w->stages; i++, value += 4) {
        value[PRE_MEAN] = watching.pre[i].mean;
        value[PRE_SD] = sqrt(watching.pre[i].squares / watching.pre[i].count);
        value[POST_MEAN] = watching.post[i].mean;
        value[POST_SD] = sqrt(watching.post[i].squares / watching.post[i].count);
    }
    free(sums);
}

const struct probe_type probe_moments = {
    .name = "moments",
    .help = "mean and standard deviation of pre-activations and activations",
    .column = columns,
    .measure = measure,
};
