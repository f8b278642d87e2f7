/* How fast a net gets somewhere, and where it ends, with and without norms; among them the MNIST
 * comparison of note N1. */
#include "experiments/experiment.h"

/* Four groups: eight, the default, would be single channels in the residual net's first stage. */
#define NORMS "norm=none,batchnorm,layernorm,\"groupnorm groups=4\" "

/* N1: Dense with its activation and bias, then BatchNormalization; 256-128-64, Adam 0.001, 20 epochs, a fifth
 * held out. What it does not say is Keras's default: batch 32, Glorot's initialization, momentum and eps of the
 * norm. data=mnist takes the set that N1 has. */
#define N1                                                                                         \
    "panel=n1 net==\"mlp hidden=256-128-64 norm_at=after\" norm==none,\"batchnorm compat=keras\" " \
    "init==glorot_uniform optimizer==adam adam_form==keras optimizer_eps==1e-7 lr==0.001 "         \
    "input==unit val_fraction==0.2 batch==32 "

/* Seconds are processor time, so that trials may run side by side: what they share, as caches, shows; waiting does not. */

/* At one rate for all, and at a higher one, which only some bear. */
#define CONV                                                                                       \
    "panel=conv net=\"avgpool 2; resnet depth=8 width=8\" optimizer=sgd lr=0.01,0.1 batch=64 " NORMS

#define STEPS(error)                                                                               \
    {                                                                                              \
        .metric = METRIC_test_error, .how = MEASURE_STEPS_TO, .target = error                      \
    }
#define SECONDS(error)                                                                             \
    {                                                                                              \
        .metric = METRIC_test_error, .how = MEASURE_SECONDS_TO, .target = error                    \
    }

/* Errors in %; each data set has its own. */
#define CONV_NEAR 25
#define CONV_FAR  18
#define N1_TARGET 15
#define N1_MNIST  3

#define CONV_NONE     "panel=conv data=fashion-mnist lr=0.01 norm=none"
#define CONV_NORM     "panel=conv data=fashion-mnist lr=0.01 norm=batchnorm"
#define CONV_NORM_10X "panel=conv data=fashion-mnist lr=0.1 norm=batchnorm"
#define N1_NONE       "panel=n1 norm=none"
#define N1_NORM       "panel=n1 norm=\"batchnorm compat=keras\""

#define FASTER(what, sources, without, with, measured)                                             \
    {                                                                                              \
        .id = "converge", .text = what, .source = sources, .a = without, .b = with,                \
        .of = measured, .kind = CLAIM_MORE, .ratio = true, .margin = 2                             \
    }

#define BETTER(name, what, sources, without, with, of_metric)                                      \
    {                                                                                              \
        .id = name, .text = what, .source = sources, .a = without, .b = with,                      \
        .of.metric = of_metric, .kind = CLAIM_MORE                                                 \
    }

#define IOFFE "N1 N3 N4; Ioffe & Szegedy 2015"

static const struct claim claims[] = {
    FASTER(
        "a residual net at a rate of 0.01 needs more steps to an error of 25 % without BatchNorm "
        "than with it",
        IOFFE, CONV_NONE, CONV_NORM, STEPS(CONV_NEAR)),
    FASTER(
        "a residual net without BatchNorm at a rate of 0.01 needs more steps to an error of 25 % than "
        "one with it at 0.1",
        IOFFE, CONV_NONE, CONV_NORM_10X, STEPS(CONV_NEAR)),
    FASTER(
        "a residual net at a rate of 0.01 needs more steps to an error of 18 % without BatchNorm "
        "than with it",
        IOFFE, CONV_NONE, CONV_NORM, STEPS(CONV_FAR)),
    FASTER(
        "a residual net without BatchNorm at a rate of 0.01 needs more steps to an error of 18 % than "
        "one with it at 0.1",
        IOFFE, CONV_NONE, CONV_NORM_10X, STEPS(CONV_FAR)),
    FASTER(
        "a residual net at a rate of 0.01 needs more seconds to an error of 25 % without BatchNorm "
        "than with it",
        IOFFE, CONV_NONE, CONV_NORM, SECONDS(CONV_NEAR)),
    FASTER(
        "N1's network on Fashion-MNIST needs more steps to an error of 15 % without BatchNorm than "
        "with it",
        "N1", N1_NONE " data=fashion-mnist", N1_NORM " data=fashion-mnist", STEPS(N1_TARGET)),
    FASTER(
        "N1's network on MNIST needs more steps to an error of 3 % without BatchNorm than with it",
        "N1", N1_NONE " data=mnist", N1_NORM " data=mnist", STEPS(N1_MNIST)),
    BETTER("accuracy", "a residual net at a rate of 0.01 ends at a higher error without BatchNorm",
           "N1 N3 N4", CONV_NONE, CONV_NORM, METRIC_test_error),
    BETTER(
        "accuracy",
        "a residual net without BatchNorm at a rate of 0.01 ends at a higher error than one with it "
        "at 0.1",
        "N1 N3 N4", CONV_NONE, CONV_NORM_10X, METRIC_test_error),
    BETTER("practical", "N1's network on MNIST has a higher validation error without BatchNorm",
           "N1", N1_NONE " data=mnist", N1_NORM " data=mnist", METRIC_val_error),
    BETTER("practical", "N1's network on MNIST has a higher test error without BatchNorm", "N1",
           N1_NONE " data=mnist", N1_NORM " data=mnist", METRIC_test_error),
    BETTER("practical",
           "N1's network on Fashion-MNIST, which takes MNIST's place here, has a higher test error "
           "without BatchNorm",
           "N1", N1_NONE " data=fashion-mnist", N1_NORM " data=fashion-mnist", METRIC_test_error),
    {0},
};

#define TABLE(heading, cell, of_what)                                                              \
    {                                                                                              \
        .title = heading, .only = cell, .rows = "norm", .columns = "lr", .of = of_what             \
    }

static const struct table_request tables[] = {
    TABLE("Steps, residual net", "panel=conv data=fashion-mnist", STEPS(CONV_NEAR)),
    TABLE("Steps, residual net", "panel=conv data=fashion-mnist", STEPS(CONV_FAR)),
    TABLE("Seconds, residual net", "panel=conv data=fashion-mnist", SECONDS(CONV_NEAR)),
    TABLE("Steps, N1's network", "panel=n1 data=fashion-mnist", STEPS(N1_TARGET)),
    TABLE("Seconds, N1's network", "panel=n1 data=fashion-mnist", SECONDS(N1_TARGET)),
    TABLE("Steps, N1's network", "panel=n1 data=mnist", STEPS(N1_MNIST)),
    TABLE("Seconds, N1's network", "panel=n1 data=mnist", SECONDS(N1_MNIST)),
    TABLE("Final error, residual net", "panel=conv", TEST_ERROR),
    TABLE("Final error, N1's network", "panel=n1", TEST_ERROR),
    {0},
};

#define CURVE(net, label, of_metric)                                                               \
    .x_label = "epoch", .y_label = label, .only = "panel=" net, .series = "norm",                  \
    .x = FIGURE_EPOCH, .of.metric = of_metric

static const struct figure_request figures[] = {
    {.name = "conv_error",
     .title = "Test error over training, residual net",
     CURVE("conv", "test error in %", METRIC_test_error),
     .skip_start = true,
     .y_log10 = true},
    {.name = "conv_loss",
     .title = "Training loss over training, residual net",
     CURVE("conv", "training loss in nats", METRIC_train_loss),
     .y_log10 = true},
    {.name = "n1_error",
     .title = "Validation error of N1's network",
     CURVE("n1", "validation error in %", METRIC_val_error),
     .skip_start = true,
     .y_log10 = true},
    {.name = "n1_loss",
     .title = "Validation loss of N1's network",
     CURVE("n1", "validation loss in nats", METRIC_val_loss)},
    {.name = "n1_train_loss",
     .title = "Training loss of N1's network",
     CURVE("n1", "training loss in nats", METRIC_train_loss),
     .y_log10 = true},
    {.name = "gamma",
     .title = "Gamma over training: mean over channels, band: one standard deviation over channels",
     .x_label = "epoch",
     .y_label = "gamma",
     .panels = "panel",
     .series = "norm",
     .x = FIGURE_EPOCH,
     .of.metric = METRIC_gamma_mean,
     .band_metric = METRIC_gamma_sd},
    {0},
};

const struct experiment experiment_convergence = {
    .plan.name = "convergence",
    .plan.version = 2, /* 2: seconds are processor time */
    .plan.title = "speed of convergence and final accuracy",
    .plan.question = "How many steps, and how much time, does a net need to a given accuracy with and "
                "without norms, and where does it end?",
    .plan.axis = {"panel", "net", "norm", "lr"},
    .plan.preset =
        {
            [PRESET_SMOKE] = {"smoke",
                              "generated data, one epoch: seconds, for tests",
                              "0-1",
                              "data=synthetic train_count=256 test_count=100 epochs=1 looks=2 ",
                              {CONV, N1}},
            [PRESET_DEMO] = {"demo",
                             "few images, three seeds: at most 3 minutes on two cores",
                             "0-2",
                             "data=fashion-mnist test_count=2000 looks=4 ",
                             {CONV "train_count=5000 epochs=4", N1 "train_count=10000 epochs=10"}},
            [PRESET_PAPER] =
                {"paper",
                 "a residual net on 20,000 images, N1's at full size; five seeds. N1's own set as well: "
                 "normlab data fetch mnist, then data=fashion-mnist,mnist",
                 "0-4",
                 "data=fashion-mnist ",
                 /* Targets are reached within an epoch or two: a few looks would not tell when. */
                 {CONV "train_count=20000 epochs=6 looks=16",
                  N1 "train_count=all epochs=20 looks=8"}},
        },
    .claims = claims,
    .tables = tables,
    .figures = figures,
};
