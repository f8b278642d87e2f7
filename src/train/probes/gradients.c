/*
 * The probe gradients: how large the gradients of the loss are in each stage, and how much they differ between batches.
 *
 * The gradient of a sample is the batch size times the gradient of the mean loss with respect to the sample's values.
 * Under norms over the batch these values also change the losses of the other samples, and the gradient contains these
 * changes. The theory of Yang et al. 2019, theorem 8, is about the mean square of this gradient (pre_ms, post_ms).
 */
#include "base/arena.h"
#include "train/probes/probe.h"
#include <math.h>
#include <stdlib.h>

enum { WEIGHT_NORM, WEIGHT_MS, WEIGHT_SNR, PRE_NORM, PRE_MS, POST_NORM, POST_MS, COLUMNS };

static const struct profile_column columns[] = {
    {"weight_norm", "1",
     "L2 norm of the gradient of the stage's weight; of the mean loss over all batches of the probe",
     0, INFINITY, false, true},
    {"weight_ms", "1", "mean square of the elements of that gradient", 0, INFINITY, false, true},
    {"weight_snr", "1",
     "signal to noise of the weight's gradient: squared norm of its mean over the batches, over its "
     "variance between batches (the sum over elements); none with one batch",
     0, INFINITY, false, true},
    {"pre_norm", "1",
     "root of the mean square over samples of the L2 norm of a sample's gradient of the pre-activation",
     0, INFINITY, false, true},
    {"pre_ms", "1",
     "mean square over samples, positions and units of a sample's gradient of the pre-activation",
     0, INFINITY, false, true},
    {"post_norm", "1", "as pre_norm, of the activation", 0, INFINITY, false, true},
    {"post_ms", "1", "as pre_ms, of the activation", 0, INFINITY, false, true},
    {0},
};

/* The sum of squares of the gradients of a stage's pre-activations or activations, and their number. */
struct squares {
    double sum, count;
};

struct watching {
    const struct twin *twin;
    struct squares *pre, *post; /* [stages] */
};

/* Adds the gradients of the output of node k, of all samples in this call. */
static void add_squares(struct squares *s, const struct node *k, const struct io *io)
{
    size_t rows = twin_rows(k, io), c = (size_t)k->layer.out.c;
    const unsigned char *mask = twin_mask(k, io);
    double sum = 0;

    for (size_t r = 0; r < rows; r++) {
        if (mask && !mask[r])
            continue;
        for (size_t i = 0; i < c; i++)
            sum += (double)io->dy[r * c + i] * (double)io->dy[r * c + i];
        s->count += (double)c;
    }
    s->sum += sum * io->n * io->n;
}

/* A function for net->watch_backward. */
static void watch(void *context, const struct node *k, const struct io *io)
{
    struct watching *w = context;
    int pre = twin_pre_stage(w->twin, k), post = twin_post_stage(w->twin, k);

    if (pre >= 0)
        add_squares(&w->pre[pre], k, io);
    if (post >= 0)
        add_squares(&w->post[post], k, io);
}

/* Adds the batch's gradients of all parameters to sum [param_reals], and their squares in each stage's weights to
 * squares [stages]. */
static void add_batch(const struct twin *w, double *sum, double *squares)
{
    const struct net *n = &w->trial.net;

    for (size_t i = 0; i < n->param_reals; i++)
        sum[i] += n->dparam[i];
    for (int s = 0; s < w->stages; s++)
        squares[s] += twin_weight_product(w, s, n->dparam, n->dparam);
}

static void measure(struct twin *w, void *kept, double *value)
{
    size_t stages = (size_t)w->stages, reals = w->trial.net.param_reals;
    struct squares *sums = xcalloc(2 * stages, sizeof *sums);
    double *sum = xcalloc(reals, sizeof *sum), *squares = xcalloc(stages, sizeof *squares);
    real *mean = xcalloc(reals, sizeof *mean);
    struct watching watching = {w, sums, sums + stages};
    double batches = w->batches, samples = batches * w->trial.options.batch;

    (void)kept;
    w->trial.net.watch_backward = watch;
    w->trial.net.watch_context = &watching;
    for (int b = 0; b < w->batches; b++) {
        twin_forward(w, b, true);
        twin_backward(w);
        add_batch(w, sum, squares);
    }
    for (size_t i = 0; i < reals; i++)
        mean[i] = (real)(sum[i] / batches);
    for (int i = 0; i < w->stages; i++, value += COLUMNS) {
        double signal = twin_weight_product(w, i, mean, mean);
        double noise = (squares[i] - batches * signal) / (batches - 1);

        value[WEIGHT_NORM] = sqrt(signal);
        value[WEIGHT_MS] = signal / (double)twin_weight_count(w, i);
        value[WEIGHT_SNR] = batches > 1 && noise > 0 ? signal / noise : NAN;
        value[PRE_NORM] = sqrt(watching.pre[i].sum / samples);
        value[PRE_MS] = watching.pre[i].sum / watching.pre[i].count;
        value[POST_NORM] = sqrt(watching.post[i].sum / samples);
        value[POST_MS] = watching.post[i].sum / watching.post[i].count;
    }
    free(mean);
    free(squares);
    free(sum);
    free(sums);
}

const struct probe_type probe_gradients = {
    .name = "gradients",
    .help = "size of the gradients of weights, pre-activations and activations; signal to noise",
    .column = columns,
    .measure = measure,
};
