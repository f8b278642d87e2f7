/* Sets up a trial, and takes its training steps. */
#include "base/arena.h"
#include "base/error.h"
#include "base/rng.h"
#include "base/system/clock.h"
#include "layers/norms/norm.h"
#include "train/session.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void trial_close(struct trial *t)
{
    if (!t)
        return;
    optimizer_release(&t->optimizer);
    net_release(&t->net);
    config_clear(&t->config);
    parallel_stop(t->threads);
    data_close(&t->data);
    sequences_release(&t->train.sequences);
    sequences_release(&t->test.sequences);
    free(t->mask);
    free(t->order);
    free(t->pick);
    free(t->label);
    free(t->target);
    free(t->pass_s);
    free(t->affine);
    free(t->worker_loss);
    free(t->eval_index);
    free(t->averages);
    free(t->kept_state);
    free(t);
}

/* ---- set-up ---- */

/* Prints a message, and has the value INVALID. */
#define invalid(...) (error(__VA_ARGS__), INVALID)

/* Sets *n to the value of a key, or to `all` when the value is COUNT_ALL. Returns 0, or INVALID after a message when the
 * value is above `all`, the number of samples that `what` has. */
static int choose_count(int value, int all, const char *key, const char *what, int *n)
{
    *n = value == COUNT_ALL ? all : value;
    return *n > all
               ? invalid("%s=%d: %s has %d: give no more, or %s=all", key, value, what, all, key)
               : 0;
}

/* Draws `count` of the `all` samples of the training split at random: those that the trial sees (key data_seed). The draw
 * depends only on `all` and on the seed, so it is the same for all norms, nets and batch sizes. */
static void pick_samples(struct trial *t, int count, int all)
{
    const struct trial_options *o = &t->options;
    int seed = o->data_seed == DATA_SEED_OF_TRIAL ? o->seed : o->data_seed;
    struct rng rng = rng_stream((uint64_t)seed, "training samples");

    t->pick = xcalloc((size_t)all, sizeof *t->pick);
    for (int i = 0; i < all; i++)
        t->pick[i] = i;
    rng_shuffle(&rng, t->pick, all);
    if (t->sequences)
        sequences_take(&t->train.sequences, count, t->pick);
    else
        t->train.images.pick = t->pick;
}

/* Sets the numbers of training, validation and test samples (train_n, val_n, test_n) and fit_n. Returns 0, or
 * INVALID after a message. */
static int split_data(struct trial *t)
{
    const struct trial_options *o = &t->options;
    int train = t->sequences ? t->train.sequences.count : t->data.train.count,
        test = t->sequences ? t->test.sequences.count : t->data.test.count, all;
    char what[OPTION_TEXT_MAX + 32];

    if (o->sequences.length > 0)
        snprintf(what, sizeof what, "%s with length=%d", o->data, o->sequences.length);
    else
        snprintf(what, sizeof what, "%s", o->data);
    if (choose_count(o->train_count, train, "train_count", what, &all) ||
        choose_count(o->test_count, test, "test_count", what, &t->test_n))
        return INVALID;
    if (o->data_seed != DATA_SEED_FIRST)
        pick_samples(t, all, train);
    t->val_n = (int)lround(o->val_fraction * all);
    t->train_n = all - t->val_n;
    if (t->train_n < o->batch)
        return invalid("%d training sample%s make%s no batch of %d: lower batch or val_fraction",
                       t->train_n, plural(t->train_n), t->train_n == 1 ? "s" : "", o->batch);
    if (o->workers > o->batch)
        return invalid(
            "workers=%d: a batch of %d has samples for at most %d worker%s; lower workers",
            o->workers, o->batch, o->batch, plural(o->batch));
    if (session_steps(t) < o->evals_per_epoch)
        return invalid("evals_per_epoch=%d: an epoch has %d step%s of batch=%d; lower it",
                       o->evals_per_epoch, session_steps(t), plural(session_steps(t)), o->batch);
    return choose_count(o->fit_count, t->train_n, "fit_count", "the training set", &t->fit_n);
}

/* Checks that the configuration fits the kind of data: images, tokens or series, with classes or targets. Returns 0,
 * or INVALID after a message. */
static int check_kind(const struct trial *t)
{
    const struct trial_options *o = &t->options;
    const struct sequence_options *s = &o->sequences;
    bool numbers = t->data.train.target, tokens = t->data.tokens > 0;
    bool for_images = o->flip || o->crop || o->test_contrast > 0 || o->test_brightness > 0;
    const struct {
        bool wrong;
        const char *why;
    } rules[] = {
        {numbers && t->sequences,
         "has sequences with numbers as their targets, which are not trained on"},
        {numbers && o->loss != LOSS_MSE, "has numbers as its targets: it takes loss=mse"},
        {numbers && o->test_mistakes,
         "has numbers as its targets, where no sample is right or wrong: leave test_mistakes out"},
        {!numbers && o->loss == LOSS_MSE, "has classes: take loss=softmax or loss=sigmoid"},
        {t->sequences && for_images,
         "has sequences: flip, crop, test_contrast and test_brightness are for images"},
        {t->sequences && o->input == INPUT_UNIT,
         "has sequences: input=unit is for images; take standard or raw"},
        {tokens && o->input == INPUT_RAW, "has tokens, which are never scaled: leave input out"},
        {!t->sequences && (s->length || s->pad > 0 || s->pad_to),
         "has no sequences: length, pad and pad_to are for those"},
    };

    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (rules[i].wrong)
            return invalid("data=%s %s", o->data, rules[i].why);
    return 0;
}

/* Sets up the samples of both splits, which are images or vectors. */
static void open_images(struct trial *t)
{
    const struct trial_options *o = &t->options;

    batch_source_init(&t->train.images, &t->data, &t->data.train, o->input);
    batch_source_init(&t->test.images, &t->data, &t->data.test, o->input);
    t->train.images.flip = o->flip;
    t->train.images.crop = o->crop;
    t->test.images.contrast = o->test_contrast;
    t->test.images.brightness = o->test_brightness;
    t->test.images.seed = (uint64_t)o->seed;
}

/* Chooses the sequences of both splits. Returns 0, or INVALID after a message. */
static int open_sequences(struct trial *t)
{
    const struct trial_options *o = &t->options;
    bool standard = o->input == INPUT_STANDARD;
    struct sequences *train = &t->train.sequences, *test = &t->test.sequences;

    sequences_init(train, &t->data, &t->data.train, standard, &o->sequences);
    sequences_init(test, &t->data, &t->data.test, standard, &o->sequences);
    if (train->count == 0 || test->count == 0)
        return invalid("length=%d: data=%s has no sequences so long in its %s set; lower length",
                       o->sequences.length, o->data, train->count == 0 ? "training" : "test");
    train->longest = test->longest =
        train->longest > test->longest ? train->longest : test->longest;
    return 0;
}

/* Opens the data set and divides its samples. Returns 0; after a message, -1 when the data set cannot be read, or INVALID
 * when it does not fit the configuration. */
static int open_data(struct trial *t)
{
    const struct trial_options *o = &t->options;

    if (data_open(&t->data, o->data))
        return -1;
    t->sequences = t->data.shape.rank == 2;
    if (check_kind(t))
        return INVALID;
    if (!t->sequences)
        open_images(t);
    else if (open_sequences(t))
        return INVALID;
    if (t->evaluates && t->sequences)
        t->spare_positions = t->test.sequences.longest;
    if (split_data(t))
        return INVALID;
    memcpy(t->result->data_sha256, t->data.sha256, sizeof t->data.sha256);
    return 0;
}

/* Returns the shape of the net's input. For sequences, the number of positions is that of the longest sequence with its
 * padding, plus spare_positions. */
static struct shape input_shape(const struct trial *t)
{
    struct shape shape = t->data.shape;

    if (t->sequences)
        shape.h = sequences_padded(&t->options.sequences, t->train.sequences.longest) +
                  t->spare_positions;
    return shape;
}

static int largest(int a, int b)
{
    return a > b ? a : b;
}

/* Returns the number of samples in the largest batch that an evaluation normalizes by the batch's own statistics; 0 when
 * no evaluation does so. */
static int eval_batch(const struct trial *t)
{
    const struct trial_options *o = &t->options;
    bool used = o->eval_stats == EVAL_BY_BATCH || o->eval_all || strstr(o->probe, "inference");
    int batch = eval_how(t, EVAL_BY_BATCH).batch,
        all = largest(largest(t->val_n, t->test_n), t->fit_n);

    return !used || !t->evaluates ? 0 : batch < all ? batch : all;
}

const struct layer *session_without_own(const struct trial *t)
{
    for (int k = 0; k < t->net.nodes; k++) {
        const struct norm *m = norm_within(&t->net.node[k].layer);

        if (m && !norm_takes_own(m))
            return &t->net.node[k].layer;
    }
    return NULL;
}

/* Sets the result's message to why the trial is refused. */
static void set_reason(struct trial *t, struct text *why)
{
    free(t->result->message);
    t->result->message = format_new("%s", text_str(why));
}

/* Checks that the norms can use a sample's own statistics when these are asked for. Returns 0 or REFUSED. */
static int check_own(struct trial *t)
{
    const struct layer *without = session_without_own(t);
    struct text why = {0};

    if (t->options.eval_stats != EVAL_OWN || !without)
        return 0;
    text_add(&why, "eval_stats=own mixes variances, and %s has ", without->name);
    if (norm_within(without)->custom)
        text_add(&why, "statistics of another kind; take another eval_stats");
    else
        text_add(&why, "another scale; take scale=var or another eval_stats");
    set_reason(t, &why);
    text_clear(&why);
    return REFUSED;
}

/* Checks that no statistics group has one value when batches of n samples are normalized by their own statistics.
 * Returns 0 or REFUSED. */
static int check_batch_of(struct trial *t, int n)
{
    struct text why = {0};
    int k = 0;

    while (k < t->net.nodes && (n == 0 || norm_takes_batch(&t->net.node[k].layer, n)))
        k++;
    if (k == t->net.nodes)
        return 0;
    text_add(&why,
             "eval_batch: in an evaluation, a batch of %d leaves one value in a statistics group "
             "of %s, whose variance is undefined; take a larger eval_batch or more samples",
             n, t->net.node[k].layer.name);
    set_reason(t, &why);
    text_clear(&why);
    return REFUSED;
}

/* Calls check_batch_of() for the smallest batch of each set that is evaluated with the batch's own statistics: with
 * eval_stats=batch all sets, else at most the test set. Returns 0 or REFUSED. */
static int check_eval_batch(struct trial *t)
{
    const int set[] = {t->test_n, t->val_n, t->fit_n};
    int batch = eval_batch(t), sets = t->options.eval_stats == EVAL_BY_BATCH ? 3 : 1, r = 0;

    for (int i = 0; i < sets && r == 0; i++)
        r = check_batch_of(t, set[i] < batch ? set[i] : batch);
    return r;
}

/* For a net `q` that was refused with the reason `why`. When only the last batch of an epoch is too small for it, adds to
 * `why` that drop_last=1 leaves out that batch. */
static void explain_last_batch(struct trial *t, struct net_request q, struct text *why)
{
    int batch = t->options.batch, last = q.min_train_n;
    struct text other = {0};

    q.min_train_n = batch;
    if (last < batch &&
        net_build_for_workers(&t->net, &q, net_workers_of(t->options.workers, batch), NULL,
                              &other) == 0) {
        net_release(&t->net);
        text_add(
            why,
            "; %d samples leave a last batch of %d in each epoch, which drop_last=1 leaves out",
            t->train_n, last);
    }
    text_clear(&other);
}

int session_build_net(struct trial *t, bool unfused)
{
    const struct trial_options *o = &t->options;
    int batch = o->batch, last = o->drop_last ? 0 : t->train_n % batch;
    struct net_request q = {
        .text = o->net,
        .config = &t->config,
        .in = input_shape(t),
        .classes = t->data.outputs,
        .tokens = t->data.tokens,
        .max_n = largest(largest(batch, t->evaluates ? EVAL_BATCH : 0), eval_batch(t)),
        .min_train_n = last ? last : batch,
        .unfused = unfused,
    };
    struct text why = {0};
    int r = net_build_for_workers(&t->net, &q, net_workers_of(o->workers, batch), NULL, &why);

    if (r == 0 && t->net.takes_all_positions && t->spare_positions > 0) {
        /* This net has a layer that always works on all positions. So the net is built again without spare positions. */
        t->spare_positions = 0;
        net_release(&t->net);
        text_clear(&why);
        return session_build_net(t, unfused);
    }
    if (r == 0 && !shape_equal(t->net.out, shape_vector(t->data.outputs))) {
        char out[48];

        shape_print(out, t->net.out);
        text_add(&why, "net: its output is %s, but %s has %d %s; end it with dense ${classes}", out,
                 o->data, t->data.outputs, t->data.train.target ? "targets" : "classes");
        r = -1;
    }
    if (r == REFUSED) {
        explain_last_batch(t, q, &why);
        set_reason(t, &why);
    } else if (r) {
        r = invalid("%s", text_str(&why));
    }
    text_clear(&why);
    return r;
}

int session_prepare(struct trial *t, const struct config *config, struct trial_result *result)
{
    const struct trial_options *o = &t->options;
    struct config trial = {0};
    struct text why = {0};
    int r = execution_split(config, &trial, &t->execution, &why) ||
                    trial_complete(&trial, &t->config, &why) ||
                    trial_options_parse(&t->options, &t->config, &why) ||
                    trial_schedule(&t->options, &t->schedule, &why)
                ? invalid("%s", text_str(&why))
                : 0;

    trial_result_init(result, r ? 0 : o->epochs * o->evals_per_epoch, r ? 1 : o->evals_per_epoch);
    t->result = result;
    result->threads = t->execution.threads;
    if (r == 0 && *o->loaded && !t->loads)
        r = invalid("loaded=%s: only normlab trial --load starts from a net; leave loaded out",
                    o->loaded);
    if (r == 0)
        r = open_data(t);
    if (r == 0)
        r = session_build_net(t, false);
    if (r == 0)
        r = check_eval_batch(t);
    if (r == 0)
        r = check_own(t);
    text_clear(&why);
    config_clear(&trial);
    return r;
}

void session_allocate_batch(struct trial *t)
{
    t->label = xcalloc((size_t)t->net.max_n, 1);
    if (t->sequences)
        t->mask = xcalloc((size_t)t->net.max_n * shape_positions(t->net.in), 1);
    if (t->data.train.target)
        t->target = xcalloc((size_t)t->net.max_n * (size_t)t->data.outputs, sizeof *t->target);
}

int session_allocate(struct trial *t)
{
    int evaluated = t->evaluates ? t->val_n + t->test_n + t->fit_n : 0;

    if (session_start_workers(t))
        return -1;
    if (net_commit(&t->net) || parallel_start(&t->threads, t->execution.threads))
        return -1;
    t->net.threads = t->train.images.threads = t->test.images.threads = t->threads;
    if (optimizer_setup_net(&t->optimizer, &t->options.optimizer, &t->net))
        return -1;
    net_init(&t->net, (uint64_t)t->options.seed, t->options.init, t->options.init_scale);
    t->order = xcalloc((size_t)t->train_n, sizeof *t->order);
    session_allocate_batch(t);
    /* +3: with the batch's own statistics, also the last batch of each of the three sets has EVAL_BATCH samples. */
    t->pass_s = xcalloc((size_t)(evaluated / EVAL_BATCH) + 3, sizeof *t->pass_s);
    if (t->options.freeze_norm > 0 && t->options.freeze_affine)
        t->affine = xcalloc(t->net.param_reals, sizeof *t->affine);
    if (t->evaluates) {
        t->eval_index = xcalloc((size_t)t->net.max_n, sizeof *t->eval_index);
        t->averages = xcalloc(t->net.state_reals, sizeof *t->averages);
        t->kept_state = xcalloc(t->net.state_reals, sizeof *t->kept_state);
    }
    t->result->parameters = (double)t->net.trainable;
    t->result->norm_positions =
        t->net.norm_positions && !t->sequences ? t->net.norm_positions : NAN;
    return 0;
}

int session_reserve(const struct trial *t)
{
    if (gemm_reserve(t->execution.threads))
        return 0;
    return error("no memory for the matrix products, which take 128 MiB of addresses for each "
                 "thread: take fewer threads, or raise the limit (ulimit -v)");
}

struct trial *trial_open(const struct config *config, struct trial_result *result)
{
    struct trial *t = xcalloc(1, sizeof *t);
    int r = session_prepare(t, config, result);

    if (r == 0)
        r = session_allocate(t);
    if (r == 0)
        r = session_reserve(t);
    if (r == 0)
        return t;
    if (r == REFUSED)
        error("%s", result->message);
    trial_result_clear(result);
    trial_close(t);
    return NULL;
}

/* ---- steps ---- */

int session_steps(const struct trial *t)
{
    int batch = t->options.batch;

    return t->options.drop_last ? t->train_n / batch : (t->train_n + batch - 1) / batch;
}

void session_fill_part(struct trial *t, const struct split *split, int n, const int32_t *index,
                       struct sample_range part, bool augment, int spare_positions)
{
    const int32_t *own = index + part.first;

    if (t->sequences) {
        int positions = t->net.takes_all_positions
                            ? t->net.in.h
                            : sequences_positions(&split->sequences, n, index) + spare_positions;

        sequences_fill(&split->sequences, part.count, own, positions, net_input(&t->net), t->mask,
                       t->label);
        t->net.t = positions;
        t->net.mask = t->mask;
        return;
    }
    batch_fill(&split->images, part.count, own, augment, t->augment_key, net_input(&t->net),
               t->label);
    if (t->target)
        batch_targets(&split->images, part.count, own, t->target);
}

void session_fill(struct trial *t, const struct split *split, int n, const int32_t *index,
                  bool augment, int spare_positions)
{
    session_fill_part(t, split, n, index, (struct sample_range){0, n}, augment, spare_positions);
}

struct loss_sum session_loss(const struct trial *t, int n, real *gradient)
{
    return loss_part((enum loss_kind)t->options.loss, n, n, t->data.outputs, net_output(&t->net),
                     t->label, t->target, gradient);
}

double session_learning_rate(const struct trial *t, long step)
{
    const struct trial_options *o = &t->options;
    double lr = o->lr_ref_batch > 0 ? o->lr * o->batch / o->lr_ref_batch : o->lr;

    return lr * schedule_factor(&t->schedule, step, session_steps(t));
}

bool session_is_frozen(const struct trial *t, int epoch)
{
    return t->options.freeze_norm > 0 && epoch >= t->options.freeze_norm;
}

void trial_epoch(struct trial *t, int epoch)
{
    uint64_t seed = (uint64_t)t->options.seed;
    struct rng shuffle = rng_from_key(rng_key(seed, "order", (uint64_t)epoch));

    t->augment_key = rng_key(seed, "augment", (uint64_t)epoch);
    t->frozen = session_is_frozen(t, epoch);
    for (int i = 0; i < t->train_n; i++)
        t->order[i] = i;
    rng_shuffle(&shuffle, t->order, t->train_n);
}

/* Records the time of a moment in the step, if the step is timed. Otherwise does not read the clock, which takes time. */
static void stamp(struct trial *t, enum step_stamp which)
{
    if (t->timed)
        t->stamp_s[which] = clock_seconds();
}

struct trial_step trial_step(struct trial *t, int i)
{
    int first = i * t->options.batch, remaining = t->train_n - first;
    struct trial_step step = {.n = remaining < t->options.batch ? remaining : t->options.batch,
                              .lr = session_learning_rate(t, t->step)};
    uint64_t key = rng_key((uint64_t)t->options.seed, "step", (uint64_t)t->step);
    struct loss_sum sum;

    stamp(t, STAMP_START);
    t->net.norm_stats = t->frozen ? NORM_STATS_RUNNING : NORM_STATS_USUAL;
    t->net.company = &t->company;
    session_fill_own(t, step.n, t->order + first);
    stamp(t, STAMP_FILLED);
    net_forward(&t->net, step.n, true, key);
    stamp(t, STAMP_FORWARD);
    sum = session_loss_of_all(t, step.n, net_output_gradient(&t->net));
    step.loss = sum.loss;
    step.wrong = sum.wrong;
    if (!isfinite(step.loss)) {
        t->net.company = NULL;
        return step;
    }
    stamp(t, STAMP_LOSS);
    net_backward(&t->net, step.n, key);
    t->net.company = NULL; /* only training passes are shared with other processes */
    t->result->exchange_seconds = t->company.waited_s;
    stamp(t, STAMP_BACKWARD);
    if (t->frozen && t->affine)
        affine_hold(&t->net, t->affine);
    step.gradient_norm = optimizer_step(&t->optimizer, step.lr);
    if (t->frozen && t->affine)
        affine_restore(&t->net, t->affine);
    t->step++;
    stamp(t, STAMP_UPDATE);
    return step;
}

struct trial_view trial_look(const struct trial *t)
{
    return (struct trial_view){
        .options = &t->options,
        .net = &t->net,
        .data = &t->data,
        .sequences = t->sequences ? &t->train.sequences : NULL,
        .pick = t->train.images.pick,
        .order = t->order,
        .train_n = t->train_n,
        .steps = session_steps(t),
    };
}
