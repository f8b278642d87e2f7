/* Whether a bias before a norm does anything: the norm subtracts the mean, and the bias with it. */
#include "experiments/experiment.h"

#define MLP                                                                                        \
    "panel=mlp net=\"flatten; dense 128 bias=${bias}; ${norm}; relu; dense 64 bias=${bias}; "      \
    "${norm}; relu; dense ${classes}\" bias=0,1 norm=none,batchnorm,layernorm,groupnorm "
#define CONV                                                                                       \
    "panel=conv net=\"avgpool 2; conv2d 16 k=3 bias=${bias}; ${norm}; relu; maxpool 2; conv2d 32 " \
    "k=3 bias=${bias}; ${norm}; relu; maxpool 2; flatten; dense ${classes}\" bias=0,1 "            \
    "norm=none,batchnorm,layernorm,instancenorm,groupnorm "
#define COMMON "optimizer=sgd lr=0.05 batch=64 schedule=cosine "

#define CHANGES_NOTHING(net, name, norm_name, sources)                                             \
    {                                                                                              \
        .id = "bias",                                                                              \
        .text = name " with " norm_name " does as well with a bias before it as without",          \
        .source = sources, .a = "panel=" net " bias=1 norm=" norm_name,                            \
        .b = "panel=" net " bias=0 norm=" norm_name, .of.metric = METRIC_test_error,               \
        .kind = CLAIM_SAME, .margin = 0.5                                                          \
    }

static const struct claim claims[] = {
    CHANGES_NOTHING("mlp", "an MLP", "batchnorm", "N1"),
    CHANGES_NOTHING("conv", "a convolutional net", "batchnorm", "N1"),
    CHANGES_NOTHING("conv", "a convolutional net", "instancenorm", "N1, of BatchNorm"),
    /* These subtract the mean of several channels, whose biases differ: here it is not redundant. */
    CHANGES_NOTHING("mlp", "an MLP", "layernorm", "N1, of BatchNorm"),
    CHANGES_NOTHING("mlp", "an MLP", "groupnorm", "N1, of BatchNorm"),
    {0},
};

static const struct table_request tables[] = {
    {.title = "Test error",
     .panels = "panel",
     .rows = "norm",
     .columns = "bias",
     .of.metric = METRIC_test_error},
    {0},
};

static const struct figure_request figures[] = {
    {.name = "difference",
     .title = "Test error with a bias before the norm less that without",
     .x_label = "norm",
     .y_label = "difference in points",
     .panels = "panel",
     .series = "norm",
     .x = "norm",
     .y = FIGURE_DIFFERENCE,
     .baseline = "bias=0",
     .of.metric = METRIC_test_error},
    {0},
};

const struct experiment experiment_bias = {
    .plan.name = "bias",
    .plan.version = 1,
    .plan.title = "a bias before the norm",
    .plan.question = "Does a bias right before a norm change what a net learns?",
    .plan.axis = {"panel", "net", "norm", "bias"},
    .plan.preset =
        {
            [PRESET_SMOKE] = {"smoke",
                              "generated data: seconds, for tests",
                              "0-1",
                              COMMON "data=synthetic train_count=128 test_count=100 epochs=1 ",
                              {MLP, CONV}},
            [PRESET_DEMO] = {"demo",
                             "5,000 images, six seeds: at most 3 minutes on two cores",
                             "0-5",
                             COMMON "data=fashion-mnist train_count=5000 ",
                             {MLP "epochs=5", CONV "epochs=3"}},
            [PRESET_PAPER] = {"paper",
                              "20,000 images, twelve seeds",
                              "0-11",
                              COMMON "data=fashion-mnist train_count=20000 ",
                              {MLP "epochs=6", CONV "epochs=4"}},
        },
    .claims = claims,
    .tables = tables,
    .figures = figures,
};
