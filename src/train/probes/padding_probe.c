/* What padding does to a net of sequences. */
#include "base/arena.h"
#include "layers/norms/norm.h"
#include "train/session.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    CHANGE_BATCHES = 2, /* of EVAL_BATCH test sequences */
    BIAS_BATCHES = 4,   /* of training sequences */
};

/* Writes the indices of batch `number` of batches of `size` of `all` samples. Returns how many there are. */
static int batch_index(int32_t *index, int number, int size, int all)
{
    int first = number * size, n = all - first < size ? all - first : size;

    for (int i = 0; i < n; i++)
        index[i] = first + i;
    return n > 0 ? n : 0;
}

/* ---- what more padding changes ---- */

struct change {
    const struct node *last; /* the last layer that keeps positions */
    real *before;            /* its values at valid positions, one after the other */
    bool padded; /* the second pass, with more padding: compare with `before`, else write it */
    double change, size; /* sums of squares */
};

static void note_values(void *context, const struct node *k, const struct io *io)
{
    struct change *g = context;
    size_t c = (size_t)k->layer.out.c, rows = layer_rows(&k->layer, io);
    real *before = g->before;

    if (k != g->last)
        return;
    for (size_t r = 0; r < rows; r++) {
        if (!io->mask[r])
            continue;
        for (size_t j = 0; j < c; j++, before++) {
            double v = io->y[r * c + j], difference = v - *before;

            if (g->padded)
                g->change += difference * difference;
            else
                *before = (real)v;
            g->size += g->padded ? v * v : 0;
        }
    }
}

/* The last layer whose output has positions; NULL: none. */
static const struct node *last_sequence(const struct net *n)
{
    const struct node *last = NULL;

    for (int i = 0; i < n->nodes; i++)
        if (n->node[i].layer.out.rank == 2 && !n->node[i].layer.type->view)
            last = &n->node[i];
    return last;
}

/* RMS change at valid positions over the RMS there; NaN when no layer keeps positions, or the net cannot take more. */
static double measure_change(struct trial *t, bool training)
{
    struct net *n = &t->net;
    struct change g = {.last = last_sequence(n)};
    int32_t index[EVAL_BATCH];
    int smallest = t->options.batch < EVAL_BATCH ? t->options.batch : EVAL_BATCH;

    if (!g.last || t->spare_positions == 0)
        return NAN;
    g.before = xcalloc(EVAL_BATCH * shape_size(g.last->layer.out), sizeof *g.before);
    n->watch = note_values;
    n->watch_context = &g;
    for (int b = 0; b < CHANGE_BATCHES; b++) {
        int size = batch_index(index, b, EVAL_BATCH, t->test_n);

        if (training && size < smallest) /* a norm may not allow so few */
            break;
        for (int pass = 0; size > 0 && pass < 2; pass++) {
            g.padded = pass;
            session_fill(t, &t->test, size, index, false, pass * t->spare_positions);
            net_forward(n, size, training, 0);
        }
    }
    n->watch = NULL;
    free(g.before);
    return g.size > 0 ? sqrt(g.change / g.size) : NAN;
}

/* ---- how far padding moves the statistics ---- */

struct average {
    double squares, count;
};

static void add_square(struct average *a, double v)
{
    a->squares += v * v;
    a->count++;
}

static double root_mean(const struct average *a)
{
    return a->count > 0 ? sqrt(a->squares / a->count) : NAN;
}

struct bias {
    const struct node *first, *last; /* norms */
    double *mean[2], *var[2];        /* [c of the widest norm] over valid positions, and over all */
    struct average mean_bias[2], var_bias[2]; /* of the first norm and the last */
    struct average distance, var_distance;
    const real *state; /* the net's state before any batch changed its running statistics */
};

/* Mean and variance of the rows that the mask marks, by two passes; mask NULL: of all rows. */
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

/* False for a constant channel, whose standard deviation cannot serve as a unit. */
static bool varies(double mean, double var)
{
    return var > 1e-10 * (1e-10 + mean * mean);
}

/* Adds the differences between the statistics over all positions and over valid ones; which: 0 first, 1 last norm. */
static void add_bias(struct bias *b, int which, size_t c)
{
    for (size_t j = 0; j < c; j++) {
        if (!varies(b->mean[0][j], b->var[0][j]))
            continue;
        add_square(&b->mean_bias[which], (b->mean[1][j] - b->mean[0][j]) / sqrt(b->var[0][j]));
        add_square(&b->var_bias[which], b->var[1][j] / b->var[0][j] - 1);
    }
}

/* Adds the distances between the batch's statistics, over the positions that the norm counts, and the running ones. */
static void add_distance(struct bias *b, const struct node *k)
{
    const struct norm *m = k->layer.type->norm(&k->layer);
    int counted = m->masked == MASKED_YES ? 0 : 1;
    const real *mean = b->state + k->state_at + m->mean, *var = b->state + k->state_at + m->var;

    for (int c = 0; c < k->layer.in[0].c; c++) {
        add_square(&b->distance, (b->mean[counted][c] - mean[c]) / sqrt(var[c] + m->eps));
        add_square(&b->var_distance, log((b->var[counted][c] + m->eps) / (var[c] + m->eps)));
    }
}

/* True for a norm over sequences whose statistics go over all time steps, as those measured here. */
static bool is_sequence_norm(const struct node *k)
{
    const struct norm *m = k->layer.type->norm ? k->layer.type->norm(&k->layer) : NULL;

    return m && k->layer.in[0].rank == 2 && !(m->running && !m->partition.all_positions);
}

/* True when the norm has running statistics of each channel, as those measured here. */
static bool has_channel_statistics(const struct node *k)
{
    const struct norm *m = k->layer.type->norm(&k->layer);

    return m->running && m->partition.channels == 1 && !m->uncentered;
}

static void note_statistics(void *context, const struct node *k, const struct io *io)
{
    struct bias *b = context;
    size_t c = (size_t)k->layer.in[0].c, rows = layer_rows(&k->layer, io);

    if (!is_sequence_norm(k))
        return;
    moments(rows, c, io->x[0], io->mask, b->mean[0], b->var[0]);
    moments(rows, c, io->x[0], NULL, b->mean[1], b->var[1]);
    if (k == b->first)
        add_bias(b, 0, c);
    if (k == b->last)
        add_bias(b, 1, c);
    if (has_channel_statistics(k))
        add_distance(b, k);
}

/* Finds the net's first and last norm over sequences, and allocates. False when it has none. */
static bool bias_init(struct bias *b, const struct net *n)
{
    size_t widest = 0;

    *b = (struct bias){0};
    for (int i = 0; i < n->nodes; i++) {
        const struct node *k = &n->node[i];

        if (!is_sequence_norm(k))
            continue;
        b->first = b->first ? b->first : k;
        b->last = k;
        if ((size_t)k->layer.in[0].c > widest)
            widest = (size_t)k->layer.in[0].c;
    }
    for (int i = 0; b->first && i < 2; i++) {
        b->mean[i] = xcalloc(widest, sizeof(double));
        b->var[i] = xcalloc(widest, sizeof(double));
    }
    return b->first != NULL;
}

static void bias_release(struct bias *b)
{
    for (int i = 0; i < 2; i++) {
        free(b->mean[i]);
        free(b->var[i]);
    }
}

/* Passes in training mode over the first training sequences, in batches as in training. */
static void measure_bias(struct trial *t, struct bias *b)
{
    struct net *n = &t->net;
    int32_t *index = xcalloc((size_t)t->options.batch, sizeof *index);

    n->watch = note_statistics;
    n->watch_context = b;
    for (int i = 0; i < BIAS_BATCHES; i++) {
        int size = batch_index(index, i, t->options.batch, t->train_n);

        if (size < t->options.batch)
            break;
        session_fill(t, &t->train, size, index, false, 0);
        net_forward(n, size, true, 0);
        memcpy(n->state, b->state, n->state_reals * sizeof *n->state);
    }
    n->watch = NULL;
    free(index);
}

void padding_point(struct trial *t, int point)
{
#define AT(metric) t->result->curve[METRIC_##metric][point]
    struct net *n = &t->net;
    size_t bytes = n->state_reals * sizeof *n->state;
    real *state = xcalloc(n->state_reals, sizeof *state);
    struct bias b;

    memcpy(state, n->state, bytes);
    AT(pad_change) = measure_change(t, false);
    AT(pad_change_train) = measure_change(t, true);
    memcpy(n->state, state, bytes);
    if (bias_init(&b, n)) {
        b.state = state;
        measure_bias(t, &b);
        AT(mean_bias_first) = root_mean(&b.mean_bias[0]);
        AT(mean_bias_last) = root_mean(&b.mean_bias[1]);
        AT(var_bias_first) = root_mean(&b.var_bias[0]);
        AT(var_bias_last) = root_mean(&b.var_bias[1]);
        AT(stat_distance) = root_mean(&b.distance);
        AT(var_distance) = root_mean(&b.var_distance);
    }
    bias_release(&b);
    free(state);
#undef AT
}
