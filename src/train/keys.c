#include "train/keys.h"
#include "base/arena.h"
#include "net/net.h"
#include "train/batch.h"
#include "train/loss.h"
#include "train/profile.h"
#include "train/trial.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define AT(field) offsetof(struct trial_options, field)

#define OPTIMIZER(name) "|" #name
static const char optimizers[] =
#include "optimizers/optimizers.def"
    ;
#undef OPTIMIZER

/* The keys that come before the optimizers' own keys in the canonical order. */
static const struct option early_keys[] = {
    {"panel", OPTION_TEXT, AT(panel), "", 0, 0, NULL, "label: the panel of an experiment"},
    {"data", OPTION_TEXT, AT(data), "fashion-mnist", 0, 0, NULL, "data set (normlab list data)"},
    {"train_count", OPTION_INT, AT(train_count), "all", 1, 1e9, "all",
     "number of training samples, from the first on"},
    {"test_count", OPTION_INT, AT(test_count), "all", 1, 1e9, "all",
     "number of test samples, from the first on"},
    {"val_fraction", OPTION_REAL, AT(val_fraction), "0", 0, 0.9, NULL,
     "fraction of the training samples, the last ones, that is kept for validation"},
    {"input", OPTION_CHOICE, AT(input), "standard", 0, 0, BATCH_INPUTS,
     "images and series: standardized per channel by the training set, or raw; images: unit, from 0 "
     "to 1"},
    {"flip", OPTION_BOOL, AT(flip), "0", 0, 0, NULL, "augmentation: mirror half of the images"},
    {"crop", OPTION_INT, AT(crop), "0", 0, 64, NULL,
     "augmentation: shift by at most so many pixels, with zeros coming in"},
    {"test_contrast", OPTION_REAL, AT(test_contrast), "0", 0, 1, NULL,
     "test images: multiply the contrast of each by a random number from 1 - value to 1 + value"},
    {"test_brightness", OPTION_REAL, AT(test_brightness), "0", 0, 1, NULL,
     "test images: add a random number from -255 to 255, times the value, to the pixels of each"},
    {"length", OPTION_INT, AT(sequences.length), "0", 0, 1000000, NULL,
     "sequences: leave out those with fewer steps and cut the others to so many; 0: use all as they "
     "are"},
    {"pad", OPTION_REAL, AT(sequences.pad), "0", 0, 0.99, NULL,
     "sequences: fraction of a batch's positions that is extra padding, after its longest sequence"},
    {"pad_to", OPTION_CHOICE, AT(sequences.pad_to), "batch", 0, 0, PAD_TOS,
     "sequences: pad to the longest of the batch, or of the whole set"},
    {"net", OPTION_TEXT, AT(net), "mlp", 0, 0, NULL,
     "network: a name (normlab list nets), or its text"},
    {"init", OPTION_CHOICE, AT(init), "he_normal", 0, 0, INIT_SCHEMES,
     "distribution of the initial weights"},
    {"init_scale", OPTION_REAL, AT(init_scale), "1", 0, 1e6, NULL, "factor on the initial weights"},
    {"loss", OPTION_CHOICE, AT(loss), "softmax", 0, 0, LOSSES,
     "cross-entropy of a softmax, or of sigmoids scaled to sum 1 (Keras); mse: for regression sets"},
    {"seed", OPTION_INT, AT(seed), "0", 0, 2147483647, NULL, "seed of everything random"},
    {"epochs", OPTION_INT, AT(epochs), "5", 0, 100000, NULL,
     "passes over the training samples; 0: only measure the untrained net"},
    {"evals_per_epoch", OPTION_INT, AT(evals_per_epoch), "1", 1, 1000, NULL,
     "evaluations per epoch"},
    {"fit_count", OPTION_INT, AT(fit_count), "0", 0, 1e9, "all",
     "number of training samples, from the first on, for fit_loss and fit_error; 0: measure neither"},
    {"batch", OPTION_INT, AT(batch), "32", 1, 1 << 20, NULL, "samples per training step"},
    {"drop_last", OPTION_BOOL, AT(drop_last), "0", 0, 0, NULL,
     "1: leave out the last batch of an epoch when it is not full"},
    {"optimizer", OPTION_CHOICE, AT(optimizer.kind), "sgd", 0, 0, optimizers + 1, "update rule"},
    {"lr", OPTION_REAL, AT(lr), "0.1", 0, 1e6, NULL, "learning rate"},
    {"lr_ref_batch", OPTION_REAL, AT(lr_ref_batch), "0", 0, 1e6, NULL,
     "linear scaling rule: the rate is lr * batch / lr_ref_batch; 0: off"},
    {0},
};

/* The keys that come after the optimizers' own keys in the canonical order. */
static const struct option late_keys[] = {
    {"optimizer_eps", OPTION_REAL, AT(optimizer.eps), "1e-8", 1e-20, 1, NULL,
     "adam, rmsprop: added to the denominator"},
    {"weight_decay", OPTION_REAL, AT(optimizer.weight_decay), "0", 0, 1e3, NULL,
     "L2 penalty on weights, added to the gradient"},
    {"decay_all", OPTION_BOOL, AT(optimizer.decay_all), "0", 0, 0, NULL,
     "1: weight decay also on gamma, beta and biases"},
    {"clip_norm", OPTION_REAL, AT(optimizer.clip_norm), "0", 0, 1e9, NULL,
     "scale the gradient down to this L2 norm where it is larger; 0: off"},
    {"schedule", OPTION_CHOICE, AT(schedule), "constant", 0, 0, SCHEDULES,
     "how the learning rate changes"},
    {"warmup_epochs", OPTION_REAL, AT(warmup_epochs), "0", 0, 1e5, NULL,
     "epochs over which the learning rate grows linearly to its full value"},
    {"step_at", OPTION_TEXT, AT(step_at), "", 0, 0, NULL,
     "schedule=step: after which epochs, as 30-60-90"},
    {"step_factor", OPTION_REAL, AT(step_factor), "0.1", 0, 1, NULL,
     "schedule=step: factor on the learning rate at each of them"},
    {0},
};

/* Keys that were added after results had been published. The hash that is a trial's key leaves them out when they have the
 * value of older trials, which is their default unless former_default[] names another, so that these keep their names. Defaults must be in canonical form. */
static const struct option added_keys[] = {
    {"probe", OPTION_TEXT, AT(probe), "", 0, 0, NULL,
     "what to measure inside the net: probes joined by +, as moments+gradients (normlab list probes)"},
    {"probe_every", OPTION_INT, AT(probe_every), "1", 1, 1e6, NULL,
     "let the probes measure at every so many evaluations, and at the end"},
    {"probe_at", OPTION_TEXT, AT(probe_at), "", 0, 0, NULL,
     "let the probes measure after these steps instead, as 0-1-10-100; or, as every-50, after every 50"},
    {"probe_samples", OPTION_INT, AT(probe_samples), "256", 1, 1e9, NULL,
     "number of training samples that the probes use, in full batches, at least one"},
    {"eval_stats", OPTION_CHOICE, AT(eval_stats), "running", 0, 0, EVAL_STATS,
     "what norms with running statistics use in evaluations. running: these; precise: statistics of training samples in "
     "training mode; batch: those of each batch; own: running ones mixed with the sample's own"},
    {"precise_samples", OPTION_INT, AT(precise_samples), "10000", 1, 1e9, "all",
     "precise: number of training samples, from the first on, in full batches, at least one"},
    {"precise_var", OPTION_CHOICE, AT(precise_var), "total", 0, 0, PRECISE_VARS,
     "precise: the variance of all samples together; or within batches, the mean of their variances"},
    {"eval_batch", OPTION_INT, AT(eval_batch), "auto", 1, 1 << 20, "auto",
     "eval_stats=batch: samples in a batch (auto: as many as in training)"},
    {"own_weight", OPTION_REAL, AT(own_weight), "0.1", 0, 1, NULL,
     "eval_stats=own: weight of the sample's own statistics; 0: running ones alone"},
    {"eval_all", OPTION_BOOL, AT(eval_all), "0", 0, 0, NULL,
     "1: measure test_error_running, test_error_precise and test_error_batch, too"},
    {"freeze_norm", OPTION_INT, AT(freeze_norm), "0", 0, 100000, NULL,
     "from the start of this epoch on (the first is 1), train with running statistics, which no longer change; 0, or a number above epochs: never"},
    {"freeze_affine", OPTION_BOOL, AT(freeze_affine), "0", 0, 0, NULL,
     "1: from freeze_norm on, gamma and beta of norms with running statistics do not change either"},
    {"workers", OPTION_INT, AT(workers), "1", 1, 1024, NULL,
     "data-parallel workers that share each batch; norms over the batch take the statistics of each worker's samples, or with sync=1 of all"},
    {"curve_count", OPTION_INT, AT(curve_count), "all", 1, 1e9, "all",
     "number of test samples, from the first on, that evaluations before the end of training use; the last one uses "
     "test_count"},
    {"test_mistakes", OPTION_BOOL, AT(test_mistakes), "0", 0, 0, NULL,
     "1: the trial's file keeps which test samples are wrong at the end of training, a bit for each (for normlab claims "
     "--test-samples)"},
    {"data_seed", OPTION_INT, AT(data_seed), "seed", 0, 2147483647, "first|seed",
     "which training samples are the train_count ones, and which of these are kept for validation. seed: drawn at random by "
     "the seed of the trial; a number: by this number; first: the first of the set"},
    {"loaded", OPTION_TEXT, AT(loaded), "", 0, 0, NULL,
     "the net that training starts from, by the first digits of its hash: normlab trial --load sets it"},
    {0},
};

/* Added keys whose default is not what older trials had. */
static const struct {
    const char *key, *value;
} former_default[] = {
    {"data_seed", "first"},
};
enum { FORMER_DEFAULTS = sizeof former_default / sizeof *former_default };

const struct option execution_keys[] = {
    {"threads", OPTION_INT, offsetof(struct execution, threads), "1", 1, 64, NULL,
     "threads that share the work of each step; they change no result"},
    {"checkpoint", OPTION_REAL, offsetof(struct execution, checkpoint), "10", 0, 1e6, NULL,
     "minutes after which a trial leaves a checkpoint, and again after as many: a trial that was stopped goes on from "
     "there; 0: never"},
    {"rank_limit", OPTION_REAL, offsetof(struct execution, rank_limit), "600", 1, 1e6, NULL,
     "normlab-mpi: seconds that a process waits for the others before all end"},
    {0},
};

/* ---- the tables in canonical order: early_keys, those of the optimizers, late_keys, added_keys ---- */

enum { TABLES = OPTIMIZERS + 3 };

/* Returns table i, 0 <= i < TABLES. */
static const struct option *key_table(int i)
{
    if (i > 0 && i <= OPTIMIZERS)
        return optimizer_types[i - 1]->options;
    return i == 0 ? early_keys : i == TABLES - 1 ? added_keys : late_keys;
}

/* Returns the struct whose fields the keys of table i set: the options of one optimizer, or o itself. */
static void *key_target(struct trial_options *o, int i)
{
    return i > 0 && i <= OPTIMIZERS ? (void *)&o->optimizer.own[i - 1] : o;
}

const struct option *trial_option_at(int index)
{
    for (int t = 0; t < TABLES; t++)
        for (const struct option *o = key_table(t); o->name; o++)
            if (index-- == 0)
                return o;
    return NULL;
}

const struct option *trial_option(const char *name)
{
    const struct option *o = NULL;

    for (int t = 0; t < TABLES && !o; t++)
        o = option_find(key_table(t), name);
    return o;
}

const char *trial_option_optimizer(const char *name)
{
    for (int i = 0; i < OPTIMIZERS; i++)
        if (option_find(optimizer_types[i]->options, name))
            return optimizer_types[i]->name;
    return NULL;
}

/* Sets a key in each table that has it. A key of the net is in no table and is ignored. Returns 0, or -1 with the reason
 * in `why`. */
static int set_key(struct trial_options *o, const char *key, const char *value, struct text *why)
{
    for (int t = 0; t < TABLES; t++)
        if (option_find(key_table(t), key) &&
            option_set(key_table(t), key_target(o, t), key, value, why))
            return -1;
    return 0;
}

void trial_options_to_config(const struct trial_options *o, struct config *c)
{
    struct trial_options *source = (struct trial_options *)o; /* is only read here */
    int chosen = 1 + o->optimizer.kind;

    for (int t = 0; t < TABLES; t++)
        options_to_config(key_table(t), key_target(source, t), c);
    options_to_config(key_table(chosen), key_target(source, chosen), c);
}

/* ---- keys that were renamed ---- */

static const struct {
    const char *now, *before;
} renamed[] = {
    {"evals_per_epoch", "looks"},
};
enum { RENAMED = sizeof renamed / sizeof *renamed };

const char *trial_key_now(const char *key)
{
    for (int i = 0; i < RENAMED; i++)
        if (strcmp(key, renamed[i].before) == 0)
            return renamed[i].now;
    return key;
}

const char *trial_key_hashed(const char *key)
{
    for (int i = 0; i < RENAMED; i++)
        if (strcmp(key, renamed[i].now) == 0)
            return renamed[i].before;
    return key;
}

bool trial_key_is_hashed(const char *key, const char *value)
{
    const struct option *o = option_find(added_keys, key);

    for (int i = 0; i < FORMER_DEFAULTS; i++)
        if (strcmp(key, former_default[i].key) == 0)
            return strcmp(value, former_default[i].value) != 0;
    return !o || strcmp(value, o->initial);
}

void trial_add_former_defaults(struct config *c)
{
    for (int i = 0; i < FORMER_DEFAULTS; i++)
        if (!config_get(c, former_default[i].key))
            config_set(c, former_default[i].key, former_default[i].value);
}

void trial_rename_keys(struct config *c)
{
    struct config now = {0};

    for (int i = 0; i < c->count; i++)
        config_set(&now, trial_key_now(c->item[i].key), c->item[i].value);
    config_clear(c);
    *c = now;
}

/* ---- whole configurations ---- */

int execution_split(const struct config *given, struct config *trial, struct execution *how,
                    struct text *why)
{
    int r = 0;

    memset(how, 0, sizeof *how);
    options_default(execution_keys, how);
    for (int i = 0; i < given->count && r == 0; i++) {
        const char *key = given->item[i].key, *value = given->item[i].value;

        if (option_find(execution_keys, key))
            r = option_set(execution_keys, how, key, value, why);
        else
            config_set(trial, trial_key_now(key), value);
    }
    return r;
}

int trial_options_parse(struct trial_options *o, const struct config *c, struct text *why)
{
    memset(o, 0, sizeof *o);
    for (int t = 0; t < TABLES; t++)
        options_default(key_table(t), key_target(o, t));
    for (int i = 0; i < c->count; i++)
        if (set_key(o, c->item[i].key, c->item[i].value, why))
            return -1;
    if ((double)o->epochs * o->evals_per_epoch > TRIAL_POINTS) {
        text_add(why, "epochs=%d evals_per_epoch=%d: more than %d evaluations; lower one of them",
                 o->epochs, o->evals_per_epoch, TRIAL_POINTS);
        return -1;
    }
    return probe_check(o->probe, o->probe_at, why);
}

int trial_schedule(const struct trial_options *o, struct schedule *s, struct text *why)
{
    *s = (struct schedule){
        .kind = o->schedule,
        .warmup_epochs = o->warmup_epochs,
        .step_factor = o->step_factor,
        .epochs = o->epochs,
    };
    if (o->schedule == STEP && !*o->step_at) {
        text_add(why, "schedule=step needs step_at, as step_at=30-60-90");
        return -1;
    }
    return schedule_parse_steps(s, o->step_at, why);
}
