/* Measures the effects of padding on a net for sequences: the metrics from pad_change to var_distance of
 * metrics.def. */
#include "base/arena.h"
#include "layers/norms/norm.h"
#include "train/session.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    CHANGE_BATCHES = 2, /* number of batches of EVAL_BATCH test sequences for pad_change */
    BIAS_BATCHES = 4,   /* number of training batches for the other metrics */
};

/* The samples 0 to all - 1 are divided in this order into batches of `size`. Writes the indices of the samples of batch
 * `number` to `index`. Returns their number: the last batch may have fewer than `size`, batches after it have 0. */
static int batch_index(int32_t *index, int number, int size, int all)
{
    int first = number * size, n = all - first < size ? all - first : size;

    for (int i = 0; i < n; i++)
        index[i] = first + i;
    return n > 0 ? n : 0;
}

/* ---- how more padding changes the values inside the net ---- */

/* The change of a layer's output, which is computed twice: without and with the extra padding. */
struct change {
    const struct node *last; /* the layer: the last one whose output has positions */
    /* the output at valid positions, without the extra padding */
    real *before;
    /* false: the pass fills `before`; true: the pass is compared with `before` */
    bool padded;
    /* sums of squares: of the differences, and of the values with extra padding */
    double change, size;
};

/* A function for net->watch, which is called after each layer of a forward pass. At the layer s->last, stores or compares
 * its output. */
static void watch_change(void *context, const struct node *k, const struct io *io)
{
    struct change *s = context;
    size_t c = (size_t)k->layer.out.c, rows = layer_rows(&k->layer, io);
    real *before = s->before;

    if (k != s->last)
        return;
    for (size_t r = 0; r < rows; r++)
        for (size_t j = 0; j < c && io->mask[r]; j++, before++) {
            double v = io->y[r * c + j], difference = v - *before;

            if (s->padded) {
                s->change += difference * difference;
                s->size += v * v;
            } else {
                *before = (real)v;
            }
        }
}

/* Returns the last layer whose output has positions; NULL when there is none. */
static const struct node *last_with_positions(const struct net *n)
{
    const struct node *last = NULL;

    for (int i = 0; i < n->nodes; i++)
        if (n->node[i].layer.out.rank == 2 && !n->node[i].layer.type->view)
            last = &n->node[i];
    return last;
}

/* Measures pad_change_train if `training`, else pad_change. NaN when no layer's output has positions, or when the net
 * has no spare positions. */
static double measure_change(struct trial *t, bool training)
{
    struct net *n = &t->net;
    struct change s = {.last = last_with_positions(n)};
    int32_t index[EVAL_BATCH];
    int smallest = t->options.batch < EVAL_BATCH ? t->options.batch : EVAL_BATCH;

    if (!s.last || t->spare_positions == 0)
        return NAN;
    s.before = xcalloc(EVAL_BATCH * shape_size(s.last->layer.out), sizeof *s.before);
    n->watch = watch_change;
    n->watch_context = &s;
    for (int b = 0; b < CHANGE_BATCHES; b++) {
        int size = batch_index(index, b, EVAL_BATCH, t->test_n);

        /* In training mode, a norm may not allow a batch smaller than those of training. */
        if (size == 0 || (training && size < smallest))
            break;
        for (int pass = 0; pass < 2; pass++) {
            s.padded = pass;
            session_fill(t, &t->test, size, index, false, pass * t->spare_positions);
            net_forward(n, size, training, 0);
        }
    }
    n->watch = NULL;
    free(s.before);
    return s.size > 0 ? sqrt(s.change / s.size) : NAN;
}

/* ---- how much padding biases the statistics of norms ---- */

/* The sum of squares and the number of values, for a root mean square. */
struct average {
    double squares, count;
};

static void add_square(struct average *a, double v)
{
    a->squares += v * v;
    a->count++;
}

static double root_mean_square(const struct average *a)
{
    return a->count > 0 ? sqrt(a->squares / a->count) : NAN;
}

/* Over which positions statistics are computed: over valid ones alone, or over all. */
enum { VALID, ALL, POSITION_SETS };

/* The averages that measure_bias() fills, and what it needs for them. */
struct bias {
    /* first and last norm over sequences; NULL: there are none */
    const struct node *first, *last;
    /* [channels of the norm with most channels] mean and variance of each channel in one batch, at one norm */
    double *mean[POSITION_SETS], *var[POSITION_SETS];
    struct average mean_bias[2], var_bias[2]; /* of the first and of the last norm */
    struct average distance, var_distance;    /* stat_distance and var_distance */
    const real *state; /* a copy of the net's state, made before the probe's passes changed it */
};

/* Computes the mean [c] and variance [c] over the rows of x [rows][c] with mask[row] = 1, or over all rows if mask is
 * NULL. The variance divides by the number of rows. */
static void moments(size_t rows, size_t c, const real *x, const unsigned char *mask, double *mean,
                    double *var)
{
    double count = 0;

    memset(mean, 0, c * sizeof *mean);
    memset(var, 0, c * sizeof *var);
    for (size_t r = 0; r < rows; r++) {
        if (mask && !mask[r])
            continue;
        count++;
        for (size_t j = 0; j < c; j++)
            mean[j] += x[r * c + j];
    }
    for (size_t j = 0; j < c; j++)
        mean[j] /= count;
    for (size_t r = 0; r < rows; r++)
        for (size_t j = 0; j < c && (!mask || mask[r]); j++)
            var[j] += (x[r * c + j] - mean[j]) * (x[r * c + j] - mean[j]) / count;
}

/* Adds the differences between the statistics over all positions and those over valid positions. norm: 0 for the
 * first norm, 1 for the last. c: its number of channels. Constant channels are left out, because the differences are
 * divided by the standard deviation. */
static void add_bias(struct bias *b, int norm, size_t c)
{
    for (size_t j = 0; j < c; j++) {
        double mean = b->mean[VALID][j], var = b->var[VALID][j];

        if (!(var > 1e-10 * (1e-10 + mean * mean)))
            continue;
        add_square(&b->mean_bias[norm], (b->mean[ALL][j] - mean) / sqrt(var));
        add_square(&b->var_bias[norm], b->var[ALL][j] / var - 1);
    }
}

/* True when the norm keeps a running mean and a running variance (scale=var) of each channel, over the whole batch. */
static bool has_running_moments(const struct norm *m)
{
    return m->running && m->partition.samples == NORM_ALL_SAMPLES && m->partition.channels == 1 &&
           m->mean >= 0 && m->var >= 0 && m->scale == NORM_SCALE_VAR;
}

/* Adds the differences between the statistics of the batch and the running statistics of norm m, the layer k. The
 * statistics of the batch are over valid positions if the norm is masked, else over all positions. */
static void add_distance(struct bias *b, const struct norm *m, const struct node *k)
{
    int counted = m->masked == MASKED_YES ? VALID : ALL;
    const real *mean = b->state + k->state_at + m->mean, *var = b->state + k->state_at + m->var;

    for (int c = 0; c < k->layer.in[0].c; c++) {
        add_square(&b->distance, (b->mean[counted][c] - mean[c]) / sqrt(var[c] + m->eps));
        add_square(&b->var_distance, log((b->var[counted][c] + m->eps) / (var[c] + m->eps)));
    }
}

/* True when the layer is a norm over sequences that this probe can measure. False for a norm whose running statistics
 * differ between time steps. */
static bool is_sequence_norm(const struct node *k)
{
    const struct norm *m = k->layer.type->norm ? k->layer.type->norm(&k->layer) : NULL;

    return m && k->layer.in[0].rank == 2 && !(m->running && !m->partition.all_positions);
}

/* A function for net->watch. At each norm over sequences, adds the bias and the distance of its statistics. */
static void watch_bias(void *context, const struct node *k, const struct io *io)
{
    struct bias *b = context;
    size_t c = (size_t)k->layer.in[0].c, rows = layer_rows(&k->layer, io);
    const struct norm *m;

    if (!is_sequence_norm(k))
        return;
    m = k->layer.type->norm(&k->layer);
    moments(rows, c, io->x[0], io->mask, b->mean[VALID], b->var[VALID]);
    moments(rows, c, io->x[0], NULL, b->mean[ALL], b->var[ALL]);
    if (k == b->first)
        add_bias(b, 0, c);
    if (k == b->last)
        add_bias(b, 1, c);
    if (has_running_moments(m))
        add_distance(b, m, k);
}

/* Sets b->first and b->last to the net's first and last norm over sequences. Returns the largest number of channels
 * of such a norm; 0 when there is none. */
static size_t find_norms(struct bias *b, const struct net *n)
{
    size_t widest = 0;

    for (int i = 0; i < n->nodes; i++) {
        const struct node *k = &n->node[i];

        if (!is_sequence_norm(k))
            continue;
        b->first = b->first ? b->first : k;
        b->last = k;
        if ((size_t)k->layer.in[0].c > widest)
            widest = (size_t)k->layer.in[0].c;
    }
    return widest;
}

/* Runs forward passes in training mode on the first BIAS_BATCHES full batches of training sequences, and fills b.
 * state: a copy of the net's state, which is restored after each pass. */
static void measure_bias(struct trial *t, const real *state, struct bias *b)
{
    struct net *n = &t->net;
    int32_t *index = xcalloc((size_t)t->options.batch, sizeof *index);
    size_t c = find_norms(b, n);
    double *moment = xcalloc(2 * POSITION_SETS * c, sizeof *moment);

    for (int i = 0; i < POSITION_SETS; i++) {
        b->mean[i] = moment + (size_t)i * c;
        b->var[i] = moment + (size_t)(POSITION_SETS + i) * c;
    }
    b->state = state;
    n->watch = watch_bias;
    n->watch_context = b;
    for (int i = 0; b->first && i < BIAS_BATCHES; i++) {
        int size = batch_index(index, i, t->options.batch, t->train_n);

        if (size < t->options.batch)
            break;
        session_fill(t, &t->train, size, index, false, 0);
        net_forward(n, size, true, 0);
        memcpy(n->state, state, n->state_reals * sizeof *n->state);
    }
    n->watch = NULL;
    free(moment);
    free(index);
}

void padding_point(struct trial *t, int point)
{
#define AT(metric) t->result->curve[METRIC_##metric][point]
    struct net *n = &t->net;
    size_t bytes = n->state_reals * sizeof *n->state;
    real *state = xcalloc(n->state_reals, sizeof *state);
    struct bias b = {0};

    memcpy(state, n->state, bytes);
    AT(pad_change) = measure_change(t, false);
    AT(pad_change_train) = measure_change(t, true);
    memcpy(n->state, state, bytes);
    measure_bias(t, state, &b);
    AT(mean_bias_first) = root_mean_square(&b.mean_bias[0]);
    AT(mean_bias_last) = root_mean_square(&b.mean_bias[1]);
    AT(var_bias_first) = root_mean_square(&b.var_bias[0]);
    AT(var_bias_last) = root_mean_square(&b.var_bias[1]);
    AT(stat_distance) = root_mean_square(&b.distance);
    AT(var_distance) = root_mean_square(&b.var_distance);
    free(state);
#undef AT
}
