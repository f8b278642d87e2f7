#include "train/keys.h"
#include "base/arena.h"
#include "net/net.h"
#include "train/batch.h"
#include "train/loss.h"
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

static const struct option early_keys[] = {
    {"panel", OPTION_TEXT, AT(panel), "", 0, 0, NULL, "a label; names the panel of an experiment"},
    {"data", OPTION_TEXT, AT(data), "fashion-mnist", 0, 0, NULL, "data set (normlab list data)"},
    {"train_count", OPTION_INT, AT(train_count), "all", 1, 1e9, "all",
     "first so many training samples"},
    {"test_count", OPTION_INT, AT(test_count), "all", 1, 1e9, "all", "first so many test samples"},
    {"val_fraction", OPTION_REAL, AT(val_fraction), "0", 0, 0.9, NULL,
     "part of the training samples held out for validation (the last ones)"},
    {"input", OPTION_CHOICE, AT(input), "standard", 0, 0, BATCH_INPUTS,
     "pixels: standardized by the training set, 0 to 1, or 0 to 255; series: standardized for each "
     "dimension, or raw; tokens are never scaled"},
    {"flip", OPTION_BOOL, AT(flip), "0", 0, 0, NULL, "augmentation: mirror half of the images"},
    {"crop", OPTION_INT, AT(crop), "0", 0, 64, NULL,
     "augmentation: shift by up to so many pixels, as a crop of the padded image"},
    {"test_contrast", OPTION_REAL, AT(test_contrast), "0", 0, 1, NULL,
     "distorts test images: each one's contrast times a number from 1 - this to 1 + this"},
    {"test_brightness", OPTION_REAL, AT(test_brightness), "0", 0, 1, NULL,
     "distorts test images: each one's pixels plus a number from -255 to 255 times this"},
    {"length", OPTION_INT, AT(sequences.length), "0", 0, 1000000, NULL,
     "sequences: those of at least so many steps, cut to them, which may make two the same; 0: all as "
     "they are"},
    {"pad", OPTION_REAL, AT(sequences.pad), "0", 0, 0.99, NULL,
     "sequences: share of a batch's positions that is padding behind its longest sequence"},
    {"pad_to", OPTION_CHOICE, AT(sequences.pad_to), "batch", 0, 0, PAD_TOS,
     "sequences: the longest one is that of the batch, or of the set"},
    {"net", OPTION_TEXT, AT(net), "mlp", 0, 0, NULL, "network (normlab list nets), or its text"},
    {"init", OPTION_CHOICE, AT(init), "he_normal", 0, 0, INIT_SCHEMES, "how weights are drawn"},
    {"init_scale", OPTION_REAL, AT(init_scale), "1", 0, 1e6, NULL, "factor on the drawn weights"},
    {"loss", OPTION_CHOICE, AT(loss), "softmax", 0, 0, LOSSES,
     "cross-entropy of a softmax, or of sigmoids scaled to sum 1 (Keras); mse: of a regression set"},
    {"seed", OPTION_INT, AT(seed), "0", 0, 2147483647, NULL, "of everything random"},
    {"epochs", OPTION_INT, AT(epochs), "5", 0, 100000, NULL,
     "passes over the training samples; 0: the untrained net is measured"},
    {"evals_per_epoch", OPTION_INT, AT(evals_per_epoch), "1", 1, 1000, NULL,
     "evaluations an epoch"},
    {"fit_count", OPTION_INT, AT(fit_count), "0", 0, 1e9, "all",
     "first so many training samples, on which fit_loss and fit_error are measured; 0: neither is"},
    {"batch", OPTION_INT, AT(batch), "32", 1, 1 << 20, NULL, "samples a training step"},
    {"drop_last", OPTION_BOOL, AT(drop_last), "0", 0, 0, NULL,
     "1: leave out an epoch's last batch when it is not full"},
    {"optimizer", OPTION_CHOICE, AT(optimizer.kind), "sgd", 0, 0, optimizers + 1, "update rule"},
    {"lr", OPTION_REAL, AT(lr), "0.1", 0, 1e6, NULL, "learning rate"},
    {"lr_ref_batch", OPTION_REAL, AT(lr_ref_batch), "0", 0, 1e6, NULL,
     "linear scaling rule: the rate is lr * batch / lr_ref_batch; 0: off"},
    {0},
};

/* The keys that follow those of the optimizers. */
static const struct option late_keys[] = {
    {"optimizer_eps", OPTION_REAL, AT(optimizer.eps), "1e-8", 1e-20, 1, NULL,
     "of adam and rmsprop"},
    {"weight_decay", OPTION_REAL, AT(optimizer.weight_decay), "0", 0, 1e3, NULL,
     "L2 penalty, in the gradient, on weights"},
    {"decay_all", OPTION_BOOL, AT(optimizer.decay_all), "0", 0, 0, NULL,
     "1: weight decay on gamma, beta and biases, too"},
    {"clip_norm", OPTION_REAL, AT(optimizer.clip_norm), "0", 0, 1e9, NULL,
     "largest L2 norm of the gradient; 0: off"},
    {"schedule", OPTION_CHOICE, AT(schedule), "constant", 0, 0, SCHEDULES, "of the learning rate"},
    {"warmup_epochs", OPTION_REAL, AT(warmup_epochs), "0", 0, 1e5, NULL,
     "linear growth at the start"},
    {"step_at", OPTION_TEXT, AT(step_at), "", 0, 0, NULL, "schedule=step: epochs, as 30-60-90"},
    {"step_factor", OPTION_REAL, AT(step_factor), "0.1", 0, 1, NULL,
     "schedule=step: factor at each"},
    {0},
};

const struct option execution_keys[] = {
    {"threads", OPTION_INT, offsetof(struct execution, threads), "1", 1, 64, NULL,
     "that share each step's work; changes no result, so no part of a trial"},
    {0},
};

/* ---- the tables, one after the other ---- */

enum { TABLES = OPTIMIZERS + 2 };

static const struct option *key_table(int i)
{
    return i == 0 ? early_keys : i <= OPTIMIZERS ? optimizer_types[i - 1]->options : late_keys;
}

/* The struct that table i fills. */
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

/* Sets one key; skips a key of the net. 0, or -1 with why. */
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
    struct trial_options *source = (struct trial_options *)o; /* only read */
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
    return 0;
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
