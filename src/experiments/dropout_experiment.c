/* Whether a norm regularizes, and what dropout adds behind it. */
#include "experiments/experiment.h"

#define NORMS "norm=none,batchnorm,layernorm "
#define RATES "dropout=0,0.1,0.2,0.3,0.5 "

/* In the order of N1's example: Dense with its activation and bias, BatchNormalization, Dropout. */
#define MLP                                                                                        \
    "panel=mlp net=\"flatten; dense 256; relu; ${norm}; dropout ${dropout}; dense 256; relu; "     \
    "${norm}; dropout ${dropout}; dense ${classes}\" "

#define COMMON "optimizer=adam lr=0.001 batch=64 schedule=cosine fit_count=2000 "

/* The same passes over fewer images are fewer steps; small sets get more of them. */
#define SMALL  "train_count=2000 "
#define MIDDLE "train_count=10000 "
#define ALL    "train_count=all "

#define SHRINKS(images, name)                                                                      \
    {                                                                                              \
        .id = "regularize",                                                                        \
        .text = "trained on " name ", the gap between training and test error is larger without "  \
                "BatchNorm than with it",                                                          \
        .source = "N1 N2 N3 N4", .a = "train_count=" images " norm=none dropout=0",                \
        .b = "train_count=" images " norm=batchnorm dropout=0", .of.metric = METRIC_gap,           \
        .kind = CLAIM_MORE                                                                         \
    }

#define LESS_NEEDED(images, name)                                                                  \
    {                                                                                              \
        .id = "regularize",                                                                        \
        .text = "trained on " name ", the best dropout is higher without BatchNorm than with it",  \
        .source = "N1 N2 N3 N4; Ioffe & Szegedy 2015", .a = "train_count=" images " norm=none",    \
        .b = "train_count=" images " norm=batchnorm",                                              \
        .of = {.metric = METRIC_test_error, .how = MEASURE_BEST_AT, .along = "dropout"},           \
        .kind = CLAIM_MORE                                                                         \
    }

#define ADDS(images, name)                                                                         \
    {                                                                                              \
        .id = "dropout",                                                                           \
        .text = "trained on " name ", dropout of 0.3 after BatchNorm lowers the test error",       \
        .source = "N1", .a = "train_count=" images " norm=batchnorm dropout=0",                    \
        .b = "train_count=" images " norm=batchnorm dropout=0.3", .of.metric = METRIC_test_error,  \
        .kind = CLAIM_MORE                                                                         \
    }

#define INTERACTION(images, name)                                                                  \
    {                                                                                              \
        .id = "dropout",                                                                           \
        .text =                                                                                    \
            "trained on " name ", dropout of 0.3 changes the test error with BatchNorm as much "   \
            "as without",                                                                          \
        .source = "N1", .a = "train_count=" images " norm=batchnorm dropout=0.3",                  \
        .b = "train_count=" images " norm=none dropout=0.3",                                       \
        .a_base = "train_count=" images " norm=batchnorm dropout=0",                               \
        .b_base = "train_count=" images " norm=none dropout=0", .of.metric = METRIC_test_error,    \
        .kind = CLAIM_SAME, .margin = 0.5                                                          \
    }

static const struct claim claims[] = {
    SHRINKS("2000", "2,000 images"),
    SHRINKS("10000", "10,000 images"),
    SHRINKS("all", "all images"),
    LESS_NEEDED("2000", "2,000 images"),
    LESS_NEEDED("10000", "10,000 images"),
    LESS_NEEDED("all", "all images"),
    ADDS("2000", "2,000 images"),
    ADDS("10000", "10,000 images"),
    ADDS("all", "all images"),
    INTERACTION("2000", "2,000 images"),
    INTERACTION("10000", "10,000 images"),
    INTERACTION("all", "all images"),
    {0},
};

static const struct table_request tables[] = {
    {.title = "Test error",
     .panels = "train_count",
     .rows = "norm",
     .columns = "dropout",
     .of.metric = METRIC_test_error},
    {.title = "Test error less training error",
     .panels = "train_count",
     .rows = "norm",
     .columns = "dropout",
     .of.metric = METRIC_gap},
    {0},
};

#define AGAINST_DROPOUT                                                                            \
    .x_label = "dropout", .panels = "train_count", .series = "norm", .x = "dropout"

static const struct figure_request figures[] = {
    {.name = "error",
     .title = "Test error against dropout, by the number of training images",
     .y_label = "test error in %",
     .of.metric = METRIC_test_error,
     AGAINST_DROPOUT},
    {.name = "gap",
     .title = "Generalization gap against dropout, by the number of training images",
     .y_label = "test error less training error, in points",
     .of.metric = METRIC_gap,
     AGAINST_DROPOUT},
    {0},
};

const struct experiment experiment_dropout = {
    .plan.name = "dropout",
    .plan.version = 1,
    .plan.title = "norms and dropout as regularizers",
    .plan.question =
        "Does a norm narrow the gap between training and test error, and is dropout behind it "
        "of use?",
    .plan.axis = {"panel", "net", "train_count", "norm", "dropout"},
    .plan.preset =
        {
            [PRESET_SMOKE] =
                {"smoke",
                 "generated data, two rates: seconds, for tests",
                 "0-1",
                 "optimizer=adam lr=0.001 batch=32 data=synthetic test_count=100 epochs=1 "
                 "fit_count=64 norm=none,batchnorm dropout=0,0.3 ",
                 {MLP "train_count=128", MLP "train_count=256"}},
            [PRESET_DEMO] = {"demo",
                             "2,000 and 10,000 images, three seeds: at most 3 minutes on two cores",
                             "0-2",
                             COMMON "data=fashion-mnist " NORMS RATES,
                             {MLP SMALL "epochs=20", MLP MIDDLE "epochs=10"}},
            [PRESET_PAPER] = {"paper",
                              "2,000, 10,000 and all images, five seeds",
                              "0-4",
                              COMMON "data=fashion-mnist " NORMS RATES,
                              {MLP SMALL "epochs=40", MLP MIDDLE "epochs=20", MLP ALL "epochs=10"}},
        },
    .claims = claims,
    .tables = tables,
    .figures = figures,
};
