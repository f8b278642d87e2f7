/* Evaluates the net: losses and errors, with the statistics of norms that the configuration asks for. */
#include "base/median.h"
#include "base/rng.h"
#include "base/system/clock.h"
#include "layers/norms/norm.h"
#include "train/session.h"
#include <math.h>
#include <string.h>

/* ---- the statistics of norms ---- */

struct eval_how eval_how(const struct trial *t, enum eval_stats stats)
{
    const struct trial_options *o = &t->options;

    return (struct eval_how){
        .stats = stats,
        .samples = o->precise_samples,
        .var = (enum precise_var)o->precise_var,
        .batch = o->eval_batch == EVAL_AS_TRAINED ? o->batch : o->eval_batch,
        .own_weight = o->own_weight,
    };
}

/* Returns the least common multiple of a and b; or some number above `most`, when the multiple is above `most`. */
static int common_multiple(int a, int b, int most)
{
    int m = a;

    while (m % b && m <= most)
        m += a;
    return m;
}

/* Returns the least number of samples that each norm over the batch divides into full chunks, or `most` if that is
 * smaller. */
static int chunk_of_all(const struct net *n, int most)
{
    int chunk = 1;

    for (int k = 0; k < n->nodes && chunk < most; k++) {
        const struct norm *m = norm_within(&n->node[k].layer);

        if (m && m->running && m->partition.samples > 1)
            chunk = common_multiple(chunk, m->partition.samples, most);
    }
    return chunk < most ? chunk : most;
}

/* Returns a batch size for `count` samples: the smallest one that consists of full chunks of every norm and makes no more
 * batches than the batch size of training would. The last batch may have fewer samples. */
static int equal_batch(const struct trial *t, int count)
{
    int chunk = chunk_of_all(&t->net, t->options.batch),
        most = t->options.batch - t->options.batch % chunk, batches = (count + most - 1) / most,
        size = (count + batches - 1) / batches;

    return (size + chunk - 1) / chunk * chunk;
}

/* Replaces the running statistics by precise ones (Wu & Johnson 2021): averages over batches of training samples, in
 * forward passes in training mode, but without augmentation. In these passes every norm normalizes by the statistics of
 * the batch, so one pass over the samples is enough for all norms. */
static void set_precise(struct trial *t, const struct eval_how *how)
{
    struct net *n = &t->net;
    int batch = t->options.batch,
        count = how->samples == COUNT_ALL || how->samples > t->train_n ? t->train_n : how->samples;

    if (how->exact)
        batch = equal_batch(t, count);
    else
        count = count < batch ? batch : count - count % batch;
    memset(t->averages, 0, n->state_reals * sizeof *t->averages);
    n->norm_stats = NORM_STATS_BATCH;
    n->averages = t->averages;
    for (int b = 0; b * batch < count; b++) {
        int size = count - b * batch < batch ? count - b * batch : batch;

        for (int i = 0; i < size; i++)
            t->eval_index[i] = b * batch + i;
        session_fill(t, &t->train, size, t->eval_index, false, 0);
        net_forward(n, size, true, rng_key((uint64_t)t->options.seed, "precise", (uint64_t)b));
    }
    n->averages = NULL;
    norm_averages_write(t->averages, n->state_reals, how->var == PRECISE_TOTAL, n->state);
    n->norm_stats = NORM_STATS_USUAL;
}

/* Makes the next forward passes in inference mode use the statistics that `how` asks for, until stats_end(). */
static void stats_begin(struct trial *t, const struct eval_how *how)
{
    struct net *n = &t->net;

    n->norm_stats = NORM_STATS_USUAL;
    if (n->state_reals == 0)
        return;
    memcpy(t->kept_state, n->state, n->state_reals * sizeof *n->state);
    if (how->stats == EVAL_PRECISE)
        set_precise(t, how);
    if (how->stats == EVAL_BY_BATCH)
        n->norm_stats = NORM_STATS_BATCH;
    if (how->stats == EVAL_OWN)
        n->norm_stats = NORM_STATS_OWN;
    n->own_weight = how->own_weight;
}

/* Restores the net's state and its usual statistics. */
static void stats_end(struct trial *t)
{
    struct net *n = &t->net;

    n->norm_stats = NORM_STATS_USUAL;
    if (n->state_reals > 0)
        memcpy(n->state, t->kept_state, n->state_reals * sizeof *n->state);
}

/* ---- losses and errors ---- */

/* Runs a forward pass in inference mode on the n samples of t->eval_index, and returns the loss of the first `counted` of
 * them. Records the time of the pass when n is EVAL_BATCH. */
static struct loss_sum evaluate_batch(struct trial *t, const struct split *split, int n,
                                      int counted)
{
    double start;

    session_fill(t, split, n, t->eval_index, false, 0);
    start = clock_seconds();
    net_forward(&t->net, n, false, 0);
    if (n == EVAL_BATCH)
        t->pass_s[t->passes++] = clock_seconds() - start;
    return session_loss(t, counted, NULL);
}

/* Notes which of the `counted` samples of the current batch are wrong, the first of which is sample `first`. */
static void note_mistakes(const struct trial *t, int first, int counted, struct mistakes *m)
{
    int k = t->data.outputs;

    for (int i = 0; i < counted; i++)
        mistakes_set(m, first + i,
                     loss_is_wrong(k, net_output(&t->net) + (size_t)i * (size_t)k, t->label[i]));
}

/* Sets *loss to the mean loss of the samples [first, first + n) of a split, and *wrong to their error in per cent.
 * Leaves both unchanged when n is 0, and *wrong for a regression set. When norms use the batch's own statistics, all
 * batches have the same size: samples before the last batch fill it up, and are not counted again. mistakes: gets the bit
 * of each sample; NULL: none. */
static void evaluate(struct trial *t, const struct eval_how *how, const struct split *split,
                     int first, int n, double *loss, double *wrong, struct mistakes *mistakes)
{
    bool by_batch = how->stats == EVAL_BY_BATCH && t->net.state_reals > 0;
    int batch = by_batch ? how->batch : EVAL_BATCH;
    struct loss_sum sum = {0, 0};

    for (int i = 0; i < n; i += batch) {
        int counted = n - i < batch ? n - i : batch;
        int size = by_batch && batch <= n ? batch : counted;
        struct loss_sum part;

        for (int j = 0; j < size; j++)
            t->eval_index[j] = first + i + (j < counted ? j : counted - 1 - j);
        part = evaluate_batch(t, split, size, counted);
        sum.loss += part.loss;
        sum.wrong += part.wrong;
        if (mistakes)
            note_mistakes(t, first + i, counted, mistakes);
    }
    if (n > 0)
        *loss = sum.loss / n;
    if (n > 0 && !t->target)
        *wrong = 100.0 * sum.wrong / n;
}

double evaluate_test_error(struct trial *t, const struct eval_how *how, int first, int n)
{
    double loss, error = NAN;

    t->passes = 0;
    stats_begin(t, how);
    evaluate(t, how, &t->test, first, n, &loss, &error, NULL);
    stats_end(t);
    return error;
}

/* Returns how many test samples are evaluated at a point: only some of them before the last point (key curve_count). */
static int samples_to_test(const struct trial *t, int point)
{
    int count = t->options.curve_count;

    return count == COUNT_ALL || count > t->test_n || point == t->result->points ? t->test_n
                                                                                 : count;
}

/* With eval_all=1: writes the test error with running, precise and batch statistics to the curves at this point. */
static void evaluate_all(struct trial *t, int point)
{
    static const struct {
        enum metric metric;
        enum eval_stats stats;
    } all[] = {
        {METRIC_test_error_running, EVAL_RUNNING},
        {METRIC_test_error_precise, EVAL_PRECISE},
        {METRIC_test_error_batch, EVAL_BY_BATCH},
    };

    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        struct eval_how how = eval_how(t, all[i].stats);
        double **curve = t->result->curve;
        bool known = (int)all[i].stats == t->options.eval_stats;

        curve[all[i].metric][point] =
            known ? curve[METRIC_test_error][point]
                  : evaluate_test_error(t, &how, 0, samples_to_test(t, point));
    }
}

void evaluate_point(struct trial *t, int point)
{
#define AT(metric) (&t->result->curve[METRIC_##metric][point])
    struct eval_how how = eval_how(t, t->options.eval_stats);
    bool keeps = t->options.test_mistakes && point == t->result->points;

    t->passes = 0;
    stats_begin(t, &how);
    evaluate(t, &how, &t->train, t->train_n, t->val_n, AT(val_loss), AT(val_error), NULL);
    evaluate(t, &how, &t->test, 0, samples_to_test(t, point), AT(test_loss), AT(test_error),
             keeps ? &t->result->mistakes : NULL);
    evaluate(t, &how, &t->train, 0, t->fit_n, AT(fit_loss), AT(fit_error), NULL);
    stats_end(t);
    *AT(gap) = *AT(test_error) - *AT(fit_error);
    *AT(inference_ms) = 1e3 * median(t->pass_s, t->passes);
    parameter_moments(&t->net, PARAM_GAMMA, AT(gamma_mean), AT(gamma_sd));
    parameter_moments(&t->net, PARAM_BETA, AT(beta_mean), AT(beta_sd));
#undef AT
    if (t->options.eval_all && t->net.state_reals > 0)
        evaluate_all(t, point);
    if (t->sequences)
        padding_point(t, point);
}
