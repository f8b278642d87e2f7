/* How much the scale of the first weights matters, with and without norms. */
#include "experiments/experiment.h"

#define NORMS   "norm=none,batchnorm,layernorm,\"groupnorm groups=4\" "
#define SCALES  "init_scale=0.01,0.03,0.1,0.3,1,3,10,30,100 "
#define SCHEMES "init=he_normal,glorot_uniform,lecun_normal "
#define COMMON  "optimizer=sgd lr=0.03 batch=64 schedule=cosine "
#define MLP     "panel=mlp net=\"mlp hidden=128-128-64\" "
#define RESNET  "panel=resnet net=\"avgpool 2; resnet depth=8 width=8\" "

/* A scale is usable when the error is within 5 points of the norm's own best, which is at most 50 %. Scales are
 * half a decade apart: a range wider by 10 times, two places of the axis, may be wider by 3 to 33. */
#define USABLE(what)                                                                               \
    {                                                                                              \
        .metric = METRIC_test_error, .how = what, .along = "init_scale", .tolerance = 5,           \
        .target = 50                                                                               \
    }

#define WIDER(net, name, norm, norm_name)                                                          \
    {                                                                                              \
        .id = "init",                                                                              \
        .text = "the range of weight scales within 5 points of its own best is wider for " name    \
                " with " norm_name " than without",                                                \
        .source = "N0 N1 N3 N4", .a = "panel=" net " init=he_normal norm=" norm,                   \
        .b = "panel=" net " init=he_normal norm=none", .of = USABLE(MEASURE_USABLE_RANGE),         \
        .kind = CLAIM_MORE, .ratio = true, .margin = 9                                             \
    }

static const struct claim claims[] = {
    WIDER("mlp", "an MLP", "batchnorm", "BatchNorm"),
    WIDER("mlp", "an MLP", "layernorm", "LayerNorm"),
    WIDER("resnet", "a residual net", "batchnorm", "BatchNorm"),
    WIDER("resnet", "a residual net", "\"groupnorm groups=4\"", "GroupNorm"),
    {0},
};

static const struct table_request tables[] = {
    {.title = "Usable range of scales",
     .panels = "panel",
     .rows = "norm",
     .columns = "init",
     .of = USABLE(MEASURE_USABLE_RANGE)},
    {.title = "Best scale",
     .panels = "panel",
     .rows = "norm",
     .columns = "init",
     .of = USABLE(MEASURE_BEST_AT)},
    {0},
};

static const struct figure_request figures[] = {
    {.name = "error",
     .title = "Test error against the scale of the first weights",
     .x_label = "factor on the weights",
     .y_label = "test error in %",
     .panels = "panel",
     .series = "norm",
     .x = "init_scale",
     .of.metric = METRIC_test_error,
     .x_log = 10,
     .y_log10 = true},
    {.name = "error_map",
     .title = "Test error of each norm at each scale of the first weights",
     .x_label = "factor on the weights",
     .y_label = "test error in %",
     .panels = "panel",
     .series = "norm",
     .x = "init_scale",
     .of.metric = METRIC_test_error,
     .heat = true},
    {0},
};

const struct experiment experiment_initialization = {
    .plan.name = "initialization",
    .plan.version = 1,
    .plan.title = "sensitivity to the scale of the first weights",
    .plan.question = "How far may the first weights be from their usual scale before training fails?",
    .plan.axis = {"panel", "net", "init", "norm", "init_scale"},
    .plan.preset =
        {
            [PRESET_SMOKE] = {"smoke",
                              "generated data, three scales: seconds, for tests",
                              "0-1",
                              COMMON "data=synthetic train_count=128 test_count=100 epochs=1 "
                                     "init=he_normal init_scale=0.01,1,100 norm=none,batchnorm ",
                              {MLP, RESNET}},
            [PRESET_DEMO] = {"demo",
                             "few images, three seeds: at most 3 minutes on two cores",
                             "0-2",
                             COMMON "data=fashion-mnist test_count=2000 epochs=3 " NORMS SCALES,
                             {MLP SCHEMES "train_count=4000",
                              RESNET "init=he_normal train_count=2000"}},
            [PRESET_PAPER] = {"paper",
                              "10,000 images, five seeds",
                              "0-4",
                              COMMON "data=fashion-mnist train_count=10000 " NORMS SCALES,
                              {MLP SCHEMES "epochs=5", RESNET "init=he_normal epochs=3"}},
        },
    .claims = claims,
    .tables = tables,
    .figures = figures,
};
