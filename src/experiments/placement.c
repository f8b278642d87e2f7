/* Where the norm stands: before or after the activation, on the input, or both; and the two networks of
 * note N0 against the numbers printed there. */
#include "experiments/experiment.h"

#define PLACES "placement=before,after,input,input-before,input-after "
#define ACTS   "act=relu,sigmoid,tanh "
#define COMMON "optimizer=adam lr=0.001 batch=64 schedule=cosine "
#define MLP    "panel=mlp net=\"mlp hidden=128-64 act=${act} norm_at=${placement}\" "
#define CONV   "panel=conv net=\"lenet act=${act} norm_at=${placement}\" "

/* Convolutions take longer. */
#define SHORT  "train_count=2000 test_count=1000 epochs=4 "
#define LONGER "train_count=5000 test_count=2000 epochs=5 looks=3 "

/* A net without norms is the same wherever they would stand. */
#define NONE "norm=none placement=before "

/* N0's networks, as Keras trains them; they stay what they are, whatever is asked of the others. */
#define NOTEBOOK                                                                                   \
    "panel=notebook net==\"mlp hidden=300-100 act=${act} norm_at=${placement}\" act==relu "        \
    "norm==\"batchnorm compat=keras\" placement==input-after,input-before init==glorot_uniform "   \
    "optimizer==adam adam_form==keras optimizer_eps==1e-7 lr==0.001 schedule==constant "           \
    "loss==sigmoid input==raw batch==32 "

/* Note N0, its two tables: validation and training accuracy as errors in per cent, and losses. */
static const struct printed after_val_error[] = {{1, 14.78}, {2, 12.36}, {3, 12.86}, {4, 11.99},
                                                 {5, 11.59}, {6, 11.75}, {0, 0}};
static const struct printed before_val_error[] = {{1, 13.87}, {2, 12.65}, {3, 12.13}, {4, 11.89},
                                                  {5, 11.72}, {6, 11.47}, {0, 0}};
static const struct printed after_train_error[] = {{1, 19.89}, {2, 13.68}, {3, 12.16}, {4, 11.13},
                                                   {5, 10.19}, {6, 9.90},  {0, 0}};
static const struct printed before_train_error[] = {{1, 19.27}, {2, 13.11}, {3, 11.74}, {4, 10.74},
                                                    {5, 10.24}, {6, 9.84},  {0, 0}};
static const struct printed after_val_loss[] = {{1, .4253}, {2, .3703}, {3, .3602}, {4, .3444},
                                                {5, .3428}, {6, .3394}, {0, 0}};
static const struct printed before_val_loss[] = {{1, .3913}, {2, .3513}, {3, .3392}, {4, .3294},
                                                 {5, .3279}, {6, .3542}, {0, 0}};

#define AFTER  "panel=notebook placement=input-after"
#define BEFORE "panel=notebook placement=input-before"

#define KERAS_MISSES                                                                               \
    "Keras itself misses the value printed for epoch 1, so a refutation by that value says "       \
    "nothing of normlab: see the notes of placement"

/* At full size alone: the numbers are those of all 60,000 images. */
#define REPRODUCES(what, where, numbers, of_metric, beside)                                        \
    {                                                                                              \
        .id = "notebook", .text = what, .source = "N0",                                            \
        .a = where " train_count=all data=fashion-mnist", .of.metric = of_metric,                  \
        .kind = CLAIM_PRINTED, .margin = 1, .printed = numbers, .note = beside                     \
    }

#define NO_DIFFERENCE(net, name, activation)                                                       \
    {                                                                                              \
        .id = "placement",                                                                         \
        .text = name " with " activation " does as well with BatchNorm after the activation as "   \
                     "before it",                                                                  \
        .source = "N0 N1 N4; caffenet-benchmark",                                                  \
        .a = "panel=" net " act=" activation " norm=batchnorm placement=after",                    \
        .b = "panel=" net " act=" activation " norm=batchnorm placement=before",                   \
        .of.metric = METRIC_test_error, .kind = CLAIM_SAME, .margin = 0.5                          \
    }

#define HELPS(where, activation)                                                                   \
    {                                                                                              \
        .id = "placement",                                                                         \
        .text = "an MLP with " activation " does better with BatchNorm " where " than with none",  \
        .source = "N0 N1 N4", .a = "panel=mlp act=" activation " norm=none",                       \
        .b = "panel=mlp act=" activation " norm=batchnorm placement=" where,                       \
        .of.metric = METRIC_test_error, .kind = CLAIM_MORE, .margin = 0                            \
    }

static const struct claim claims[] = {
    NO_DIFFERENCE("mlp", "an MLP", "relu"),
    NO_DIFFERENCE("mlp", "an MLP", "sigmoid"),
    NO_DIFFERENCE("mlp", "an MLP", "tanh"),
    NO_DIFFERENCE("conv", "a convolutional net", "relu"),
    NO_DIFFERENCE("conv", "a convolutional net", "sigmoid"),
    NO_DIFFERENCE("conv", "a convolutional net", "tanh"),
    HELPS("before", "relu"),
    HELPS("after", "relu"),
    HELPS("before", "sigmoid"),
    REPRODUCES("N0's network with the norm after the activation reaches the validation accuracies "
               "printed there",
               AFTER, after_val_error, METRIC_test_error, NULL),
    REPRODUCES("N0's network with the norm before the activation reaches the validation accuracies "
               "printed there",
               BEFORE, before_val_error, METRIC_test_error, NULL),
    REPRODUCES(
        "N0's network with the norm after the activation reaches the training accuracies printed "
        "there",
        AFTER, after_train_error, METRIC_train_error, KERAS_MISSES),
    REPRODUCES(
        "N0's network with the norm before the activation reaches the training accuracies printed "
        "there",
        BEFORE, before_train_error, METRIC_train_error, KERAS_MISSES),
    {0},
};

#define STEPS_TO(error)                                                                            \
    {                                                                                              \
        .metric = METRIC_test_error, .how = MEASURE_STEPS_TO, .target = error                      \
    }

static const struct table_request tables[] = {
    {.title = "Test error, MLP",
     .only = "panel=mlp",
     .panels = "act",
     .rows = "norm",
     .columns = "placement",
     .of.metric = METRIC_test_error},
    {.title = "Test error, convolutional net",
     .only = "panel=conv",
     .panels = "act",
     .rows = "norm",
     .columns = "placement",
     .of.metric = METRIC_test_error},
    {.title = "Steps to an error of 18 %, MLP",
     .only = "panel=mlp",
     .panels = "act",
     .rows = "norm",
     .columns = "placement",
     .of = STEPS_TO(18)},
    {.title = "Steps to an error of 25 %, convolutional net",
     .only = "panel=conv",
     .panels = "act",
     .rows = "norm",
     .columns = "placement",
     .of = STEPS_TO(25)},
    {0},
};

static const struct printed_series printed_error[] = {
    {AFTER, "printed in N0", after_val_error},
    {BEFORE, "printed in N0", before_val_error},
    {0},
};

static const struct printed_series printed_loss[] = {
    {AFTER, "printed in N0", after_val_loss},
    {BEFORE, "printed in N0", before_val_loss},
    {0},
};

#define BY_PLACE(net, label, of_what)                                                              \
    .x_label = "where the norm stands", .y_label = label, .only = "panel=" net, .panels = "act",   \
    .series = "norm", .x = "placement", .mean_line = "none", .of = of_what

static const struct figure_request figures[] = {
    {.name = "mlp",
     .title = "Test error of an MLP by the place of its norms",
     BY_PLACE("mlp", "test error in %", TEST_ERROR)},
    {.name = "conv",
     .title = "Test error of a convolutional net by the place of its norms",
     BY_PLACE("conv", "test error in %", TEST_ERROR)},
    {.name = "mlp_steps",
     .title = "Steps of an MLP to a test error of 18 %",
     BY_PLACE("mlp", "steps", STEPS_TO(18))},
    {.name = "conv_steps",
     .title = "Steps of a convolutional net to a test error of 25 %",
     BY_PLACE("conv", "steps", STEPS_TO(25))},
    {.name = "notebook",
     .title = "The two networks of note N0",
     .x_label = "epoch",
     .y_label = "validation error in %",
     .only = "panel=notebook",
     .panels = "placement",
     .series = "norm",
     .x = FIGURE_EPOCH,
     .skip_start = true,
     .of.metric = METRIC_test_error,
     .printed = printed_error},
    {.name = "notebook_loss",
     .title = "The two networks of note N0: loss",
     .x_label = "epoch",
     .y_label = "validation loss in nats",
     .only = "panel=notebook",
     .panels = "placement",
     .series = "norm",
     .x = FIGURE_EPOCH,
     .skip_start = true,
     .of.metric = METRIC_test_loss,
     .printed = printed_loss},
    {0},
};

const struct experiment experiment_placement = {
    .plan.name = "placement",
    .plan.version = 1,
    .plan.title = "the place of the norms",
    .plan.question = "Where should a norm stand: before or after the activation, on the input, or both? "
                "And do the networks of note N0 reach the numbers printed there?",
    .plan.axis = {"panel", "net", "norm", "act", "placement"},
    .plan.preset =
        {
            [PRESET_SMOKE] = {"smoke",
                              "generated data, one epoch: seconds, for tests",
                              "0-1",
                              COMMON
                              "data=synthetic train_count=128 test_count=100 epochs=1 looks=2 ",
                              {MLP "norm=batchnorm act=relu " PLACES, MLP NONE "act=relu",
                               CONV "norm=batchnorm act=relu placement=before,after",
                               NOTEBOOK "looks=1 epochs=2"}},
            [PRESET_DEMO] = {"demo",
                             "few images, three seeds: at most 3 minutes on two cores",
                             "0-2",
                             COMMON "data=fashion-mnist train_count=5000 test_count=2000 epochs=4 "
                                    "looks=4 ",
                             {MLP "norm=batchnorm,layernorm " ACTS PLACES, MLP NONE ACTS,
                              CONV "norm=batchnorm,layernorm act=relu,sigmoid " PLACES SHORT,
                              CONV NONE "act=relu,sigmoid " SHORT,
                              NOTEBOOK "train_count=12000 test_count=all epochs=6 looks=1"}},
            [PRESET_PAPER] = {"paper",
                              "20,000 images, five seeds; N0's networks at full size",
                              "0-4",
                              COMMON "data=fashion-mnist train_count=20000 epochs=5 looks=5 ",
                              {MLP "norm=batchnorm,layernorm " ACTS PLACES, MLP NONE ACTS,
                               CONV "norm=batchnorm,layernorm " ACTS PLACES LONGER,
                               CONV NONE ACTS LONGER,
                               NOTEBOOK "train_count=all epochs=10 looks=1"}},
        },
    .claims = claims,
    .tables = tables,
    .figures = figures,
};
