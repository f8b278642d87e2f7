#include "train/trial.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/parallel.h"
#include "base/process.h"
#include "base/rng.h"
#include "data/data.h"
#include "train/batch.h"
#include "train/keys.h"
#include "train/loss.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { EVAL_BATCH = 32 }; /* fixed, so that a result does not depend on the training batch */

struct trial {
    struct trial_options options;
    struct execution execution;
    struct parallel *threads; /* NULL: the calling one alone */
    struct schedule schedule;
    struct data data;
    struct batch_source train, test;
    int train_n, val_n, test_n; /* validation images stand behind the training ones */
    struct net net;
    struct optimizer optimizer;
    int32_t *order; /* of an epoch's samples */
    uint8_t *label; /* of a batch */
    long step;
    uint64_t augment_key; /* of the epoch */
    bool evaluates;       /* the net has room for evaluate()'s batches */
    struct trial_result *result;
};

void trial_close(struct trial *t)
{
    if (!t)
        return;
    optimizer_release(&t->optimizer);
    net_release(&t->net);
    parallel_stop(t->threads);
    data_close(&t->data);
    free(t->order);
    free(t->label);
    free(t);
}

static int choose_count(int asked, int there, const char *key, const char *data, int *n)
{
    *n = asked == COUNT_ALL ? there : asked;
    if (*n > there)
        return error("%s=%d: %s has %d", key, asked, data, there);
    return 0;
}

static int open_data(struct trial *t)
{
    const struct trial_options *o = &t->options;
    int all;

    if (data_open(&t->data, o->data) ||
        choose_count(o->train_count, t->data.train.count, "train_count", o->data, &all) ||
        choose_count(o->test_count, t->data.test.count, "test_count", o->data, &t->test_n))
        return -1;
    t->val_n = (int)lround(o->val_fraction * all);
    t->train_n = all - t->val_n;
    if (t->train_n < o->batch)
        return error("%d training images make no batch of %d: lower batch or val_fraction",
                     t->train_n, o->batch);
    batch_source_init(&t->train, &t->data, &t->data.train, o->input);
    batch_source_init(&t->test, &t->data, &t->data.test, o->input);
    t->train.flip = o->flip;
    t->train.crop = o->crop;
    memcpy(t->result->data_sha256, t->data.sha256, sizeof t->data.sha256);
    return 0;
}

/* 0, -1 after a message, or REFUSED with the reason in result. */
static int build_net(struct trial *t, const struct config *config)
{
    const struct trial_options *o = &t->options;
    int last = o->drop_last ? 0 : t->train_n % o->batch;
    int batch = o->batch;
    struct net_request q = {
        .text = o->net,
        .config = config,
        .in = t->data.shape,
        .classes = t->data.classes,
        .max_n = t->evaluates && batch < EVAL_BATCH ? EVAL_BATCH : batch,
        .min_train_n = last ? last : batch,
    };
    struct text why = {0};
    int r = net_build(&t->net, &q, NULL, &why);

    if (r == 0 && !shape_equal(t->net.out, shape_vector(t->data.classes))) {
        char out[48];

        shape_print(out, t->net.out);
        text_add(&why, "net: its output is %s, but %s has %d classes; end it with dense ${classes}",
                 out, o->data, t->data.classes);
        r = -1;
    }
    if (r == REFUSED) {
        free(t->result->message);
        t->result->message = format_new("%s", text_str(&why));
    } else if (r) {
        error("%s", text_str(&why));
    }
    text_clear(&why);
    return r;
}

/* Options, data and net; nothing large is allocated. 0, -1 after a message, or REFUSED. */
static int prepare(struct trial *t, const struct config *config, struct trial_result *result)
{
    struct config what = {0}, complete = {0};
    struct text why = {0};
    int r = execution_split(config, &what, &t->execution, &why);

    if (r == 0)
        r = trial_complete(&what, &complete, &why);
    if (r == 0)
        r = trial_options_parse(&t->options, &complete, &why);
    if (r == 0)
        r = trial_schedule(&t->options, &t->schedule, &why);
    if (r)
        error("%s", text_str(&why));
    trial_result_init(result, t->options.epochs);
    t->result = result;
    result->threads = t->execution.threads;
    if (r == 0)
        r = open_data(t);
    if (r == 0)
        r = build_net(t, &complete);
    text_clear(&why);
    config_clear(&what);
    config_clear(&complete);
    return r;
}

static int allocate(struct trial *t)
{
    int all = t->train_n + t->val_n;

    if (net_commit(&t->net) || optimizer_setup(&t->optimizer, &t->options.optimizer, &t->net) ||
        parallel_start(&t->threads, t->execution.threads))
        return -1;
    t->net.threads = t->train.threads = t->test.threads = t->threads;
    net_init(&t->net, (uint64_t)t->options.seed, t->options.init, t->options.init_scale);
    t->order = xcalloc((size_t)all, sizeof *t->order);
    t->label = xcalloc((size_t)t->net.max_n, 1);
    t->result->parameters = (double)t->net.trainable;
    t->result->norm_positions = t->net.norm_positions ? t->net.norm_positions : NAN;
    return 0;
}

/* Loss and error in inference mode over samples [first, first + n) of a source. */
static void evaluate(struct trial *t, const struct batch_source *source, int first, int n,
                     int epoch, enum metric loss, enum metric wrong)
{
    struct loss_sum sum = {0, 0};

    for (int i = 0; i < n; i += EVAL_BATCH) {
        int m = n - i < EVAL_BATCH ? n - i : EVAL_BATCH;
        int32_t index[EVAL_BATCH];
        struct loss_sum part;

        for (int j = 0; j < m; j++)
            index[j] = first + i + j;
        batch_fill(source, m, index, false, 0, net_input(&t->net), t->label);
        net_forward(&t->net, m, false, 0);
        part = loss_softmax(m, t->data.classes, net_output(&t->net), t->label, NULL);
        sum.loss += part.loss;
        sum.wrong += part.wrong;
    }
    if (n > 0) {
        t->result->curve[loss][epoch] = sum.loss / n;
        t->result->curve[wrong][epoch] = 100.0 * sum.wrong / n;
    }
}

static void evaluate_all(struct trial *t, int epoch)
{
    evaluate(t, &t->train, t->train_n, t->val_n, epoch, METRIC_val_loss, METRIC_val_error);
    evaluate(t, &t->test, 0, t->test_n, epoch, METRIC_test_loss, METRIC_test_error);
}

/* One step on samples index[0..n). Returns its loss and errors; *norm: the gradient's. */
static struct loss_sum train_step(struct trial *t, int n, const int32_t *index,
                                  uint64_t augment_key, double lr, double *norm)
{
    uint64_t key = rng_key((uint64_t)t->options.seed, "step", (uint64_t)t->step);
    struct loss_sum sum;

    batch_fill(&t->train, n, index, true, augment_key, net_input(&t->net), t->label);
    net_forward(&t->net, n, true, key);
    sum = loss_softmax(n, t->data.classes, net_output(&t->net), t->label,
                       net_output_gradient(&t->net));
    if (isfinite(sum.loss)) {
        net_backward(&t->net, n, key);
        *norm = optimizer_step(&t->optimizer, lr);
    }
    return sum;
}

static int steps_per_epoch(const struct trial *t)
{
    int batch = t->options.batch;

    return t->options.drop_last ? t->train_n / batch : (t->train_n + batch - 1) / batch;
}

static double learning_rate(const struct trial *t)
{
    const struct trial_options *o = &t->options;
    double lr = o->lr_ref_batch > 0 ? o->lr * o->batch / o->lr_ref_batch : o->lr;

    return lr * schedule_factor(&t->schedule, t->step, steps_per_epoch(t));
}

void trial_epoch(struct trial *t, int epoch)
{
    uint64_t seed = (uint64_t)t->options.seed;
    struct rng shuffle = rng_from_key(rng_key(seed, "order", (uint64_t)epoch));

    t->augment_key = rng_key(seed, "augment", (uint64_t)epoch);
    for (int i = 0; i < t->train_n; i++)
        t->order[i] = i;
    rng_shuffle(&shuffle, t->order, t->train_n);
}

struct trial_step trial_step(struct trial *t, int i)
{
    int first = i * t->options.batch, left = t->train_n - first;
    struct trial_step step = {.n = left < t->options.batch ? left : t->options.batch,
                              .lr = learning_rate(t)};
    struct loss_sum sum =
        train_step(t, step.n, t->order + first, t->augment_key, step.lr, &step.gradient_norm);

    step.loss = sum.loss;
    step.wrong = sum.wrong;
    t->step += isfinite(step.loss) != 0;
    return step;
}

static void diverged(struct trial *t, const char *loss, int epoch)
{
    t->result->status = TRIAL_DIVERGED;
    free(t->result->message);
    t->result->message =
        format_new("the %s loss was not finite at step %ld, in epoch %d", loss, t->step, epoch);
}

static void train_epoch(struct trial *t, int epoch)
{
    int steps = steps_per_epoch(t), seen = 0, i;
    double start = clock_seconds(), norms = 0, lr = 0;
    double **curve = t->result->curve;
    struct loss_sum sum = {0, 0};

    trial_epoch(t, epoch);
    for (i = 0; i < steps; i++) {
        struct trial_step step = trial_step(t, i);

        lr = step.lr;
        sum.loss += step.loss;
        sum.wrong += step.wrong;
        seen += step.n;
        norms += step.gradient_norm;
        if (!isfinite(step.loss)) {
            diverged(t, "training", epoch);
            break;
        }
    }
    curve[METRIC_step_ms][epoch] = 1e3 * (clock_seconds() - start) / (i < steps ? i + 1 : steps);
    curve[METRIC_lr][epoch] = lr;
    if (t->result->status == TRIAL_DIVERGED)
        return;
    curve[METRIC_train_loss][epoch] = sum.loss / seen;
    curve[METRIC_train_error][epoch] = 100.0 * sum.wrong / seen;
    curve[METRIC_grad_norm][epoch] = norms / steps;
}

static void train(struct trial *t, trial_watch *watch, void *context)
{
    evaluate_all(t, 0);
    if (watch)
        watch(context, t->result, 0);
    for (int epoch = 1; epoch <= t->options.epochs; epoch++) {
        train_epoch(t, epoch);
        if (t->result->status == TRIAL_DONE) {
            evaluate_all(t, epoch);
            if (!isfinite(t->result->curve[METRIC_test_loss][epoch]))
                diverged(t, "test", epoch);
        }
        if (watch)
            watch(context, t->result, epoch);
        if (t->result->status != TRIAL_DONE)
            break;
    }
    t->result->steps = (double)t->step;
}

int trial_check(const struct config *config)
{
    struct trial *t = xcalloc(1, sizeof *t);
    struct trial_result result;
    int r;

    t->evaluates = true;
    r = prepare(t, config, &result);
    trial_result_clear(&result);
    trial_close(t);
    return r == REFUSED ? 0 : r;
}

struct trial *trial_open(const struct config *config, struct trial_result *result)
{
    struct trial *t = xcalloc(1, sizeof *t);
    int r = prepare(t, config, result);

    if (r == 0)
        r = allocate(t);
    if (r == 0)
        return t;
    if (r == REFUSED)
        error("%s", result->message);
    trial_result_clear(result);
    trial_close(t);
    return NULL;
}

struct trial_view trial_look(const struct trial *t)
{
    return (struct trial_view){
        .options = &t->options,
        .net = &t->net,
        .data = &t->data,
        .order = t->order,
        .train_n = t->train_n,
        .steps = steps_per_epoch(t),
    };
}

int trial_run(const struct config *config, struct trial_result *result, trial_watch *watch,
              void *context)
{
    struct trial *t = xcalloc(1, sizeof *t);
    double start = clock_seconds();
    int r;

    t->evaluates = true;
    r = prepare(t, config, result);
    if (r == 0)
        r = allocate(t);
    if (r == 0)
        train(t, watch, context);
    if (r == REFUSED) {
        result->status = TRIAL_REFUSED;
        r = 0;
    }
    result->seconds = clock_seconds() - start;
    result->peak_bytes = process_peak_bytes();
    if (r)
        trial_result_clear(result);
    trial_close(t);
    return r;
}
