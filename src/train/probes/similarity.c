/*
 * The probe similarity: how similar the features of a batch's samples are. A sample's features are its activations, at
 * all positions. Each column is measured in every batch, because norms over the batch make its samples depend on each
 * other; values are means over batches.
 *
 * cosine: the mean cosine c between the features of two samples. In a wide relu net without a norm, at initialization,
 * each layer changes it to J(c) = (sqrt(1 - c^2) + (pi - arccos c) c) / pi (Cho & Saul 2009). So it tends to 1. With
 * batch norm it tends to J(-1/(B - 1)) in a batch of B (Yang et al. 2019).
 *
 * soft_rank: (tr M)^2 / |M|^2 with the Frobenius norm (Daneshmand et al. 2020). M = H^T H / B are the second moments of
 * the features H[B][d], which are not centered. The soft rank lies between 1 and the rank of H, so it is at most B.
 *
 * mean_share: the sum over channels of mean^2, divided by the sum over channels of the mean square. Both means are over
 * samples and positions. It is 1/pi for a relu of Gaussian values with mean 0.
 */
#include "base/arena.h"
#include "train/probes/probe.h"
#include <math.h>
#include <stdlib.h>

enum { PAIR_COSINE, SOFT_RANK, MEAN_SHARE, COLUMNS };

static const struct profile_column columns[] = {
    {"cosine", "1", "mean cosine of the features of two samples, over all pairs of a batch", -1, 1,
     false, false},
    {"soft_rank", "1",
     "(tr M)^2 / |M|^2 of the second moments M of a batch's features; at most the batch size", 1,
     INFINITY, false, true},
    {"mean_share", "1",
     "share of the features' mean square that is due to the mean of each channel over a batch", 0,
     1, false, false},
    {0},
};

/* For each column, the sum over the batches that have a value, and the number of these batches. */
struct sums {
    double sum[COLUMNS];
    int batches[COLUMNS];
};

struct watching {
    const struct twin *twin;
    struct sums *stage; /* [stages] */
};

/* The features of a batch, divided by the largest one, so that their squares neither overflow nor become 0. Features at
 * padding are 0. */
struct features {
    int n;    /* samples */
    size_t d; /* features of a sample: [positions][channels] */
    int channels;
    real *h;        /* [n][d] */
    double *square; /* [n] sum of a sample's squares */
    double rows;    /* valid positions of all samples */
    double power;   /* sum of all squares */
};

/* Fills f with the output of node k. Returns false when all features are 0, or some are not finite. The caller frees
 * f->h and f->square in both cases. */
static bool copy_features(struct features *f, const struct node *k, const struct io *io)
{
    size_t rows = twin_rows(k, io), c = (size_t)k->layer.out.c;
    const unsigned char *mask = twin_mask(k, io);
    real most = 0;

    *f = (struct features){.n = io->n, .d = rows / (size_t)io->n * c, .channels = (int)c};
    f->h = xcalloc(rows * c, sizeof *f->h);
    f->square = xcalloc((size_t)f->n, sizeof *f->square);
    for (size_t r = 0; r < rows; r++) {
        f->rows += !mask || mask[r];
        for (size_t i = r * c; i < (r + 1) * c && (!mask || mask[r]); i++)
            most = (real)fabs((double)io->y[i]) > most ? (real)fabs((double)io->y[i]) : most;
    }
    if (!(most > 0 && isfinite((double)most)))
        return false;
    for (size_t r = 0; r < rows; r++)
        for (size_t i = r * c; i < (r + 1) * c && (!mask || mask[r]); i++)
            f->h[i] = io->y[i] / most;
    for (int s = 0; s < f->n; s++) {
        f->square[s] = k->layer.kernels->square_sum(f->d, f->h + (size_t)s * f->d);
        f->power += f->square[s];
    }
    return isfinite(f->power);
}

/* Returns the mean cosine over all pairs of samples. It is computed from the sum of the n unit vectors: the squared
 * length of that sum is n plus twice the sum of the pairs' cosines. Samples whose features are all 0 have no direction
 * and are left out. */
static double mean_cosine(const struct features *f)
{
    double *sum = xcalloc(f->d, sizeof *sum), squared = 0, n = 0;

    for (int s = 0; s < f->n; s++) {
        double scale = 1 / sqrt(f->square[s]);

        if (!(f->square[s] > 0))
            continue;
        n++;
        for (size_t i = 0; i < f->d; i++)
            sum[i] += scale * f->h[(size_t)s * f->d + i];
    }
    for (size_t i = 0; i < f->d; i++)
        squared += sum[i] * sum[i];
    free(sum);
    return n > 1 ? (squared - n) / (n * (n - 1)) : NAN;
}

/* Computes soft_rank from H H^T or H^T H, whichever is smaller: both have the same trace and Frobenius norm. */
static double soft_rank(const struct features *f)
{
    bool samples = (size_t)f->n <= f->d;
    int d = (int)f->d, m = samples ? f->n : d;
    size_t count = (size_t)m * (size_t)m;
    real *product = xcalloc(count, sizeof *product);
    double square = 0;

    gemm(!samples, samples, m, m, samples ? d : f->n, f->h, d, f->h, d, false, product, m);
    for (size_t i = 0; i < count; i++)
        square += (double)product[i] * product[i];
    free(product);
    return f->power * f->power / square;
}

static double mean_share(const struct features *f, const struct kernels *k)
{
    double *sum = xcalloc((size_t)f->channels, sizeof *sum), squared = 0;
    size_t c = (size_t)f->channels;

    k->columns_total((size_t)f->n * f->d / c, f->channels, f->h, c, sum);
    for (size_t i = 0; i < c; i++)
        squared += sum[i] * sum[i];
    free(sum);
    return squared / f->rows / f->power;
}

/* A function for net->watch. */
static void watch(void *context, const struct node *k, const struct io *io)
{
    struct watching *w = context;
    int post = twin_post_stage(w->twin, k);
    double value[COLUMNS];
    struct features f;

    if (post < 0)
        return;
    if (copy_features(&f, k, io)) {
        value[PAIR_COSINE] = mean_cosine(&f);
        value[SOFT_RANK] = soft_rank(&f);
        value[MEAN_SHARE] = mean_share(&f, k->layer.kernels);
        for (int i = 0; i < COLUMNS; i++)
            if (!isnan(value[i])) {
                w->stage[post].sum[i] += value[i];
                w->stage[post].batches[i]++;
            }
    }
    free(f.h);
    free(f.square);
}

static void measure(struct twin *w, void *kept, double *value)
{
    struct watching s = {w, xcalloc((size_t)w->stages, sizeof *s.stage)};

    (void)kept;
    w->trial.net.watch = watch;
    w->trial.net.watch_context = &s;
    for (int b = 0; b < w->batches; b++)
        twin_forward(w, b, true);
    for (int i = 0; i < w->stages; i++)
        for (int j = 0; j < COLUMNS; j++)
            value[i * COLUMNS + j] = s.stage[i].sum[j] / s.stage[i].batches[j];
    free(s.stage);
}

const struct probe_type probe_similarity = {
    .name = "similarity",
    .help =
        "cosine of two samples' features, soft rank of a batch's features, share of the channels' means",
    .column = columns,
    .measure = measure,
};
