/* How high a learning rate each norm bears, and how wide the range of rates is that work. */
#include "experiments/experiment.h"

/* Four groups: eight, the default, would be single channels in the residual net's first stage. */
#define NORMS      "norm=none,batchnorm,layernorm,\"groupnorm groups=4\" "
#define CONV_NORMS "norm=none,batchnorm,layernorm,\"groupnorm groups=4\",instancenorm "

/* Five decades each, two rates a decade. Adam's steps do not shrink with the gradient, so its rates are
 * lower. */
#define SGD  "optimizer==sgd lr=0.0001,0.0003,0.001,0.003,0.01,0.03,0.1,0.3,1,3,10 "
#define ADAM "optimizer==adam lr=0.00001,0.00003,0.0001,0.0003,0.001,0.003,0.01,0.03,0.1,0.3,1 "

#define COMMON "batch=64 schedule=cosine "
#define MLP    "panel=mlp net=\"mlp hidden=128-64\" "
#define RESNET "panel=resnet net=\"avgpool 2; resnet depth=8 width=8\" "

/* A rate is usable when the error is within 5 points of the norm's own best, which is at most 50 %. */
#define USABLE(what)                                                                               \
    {                                                                                              \
        .metric = METRIC_test_error, .how = what, .along = "lr", .tolerance = 5, .target = 50      \
    }

/* "10 to 100 times". Rates are a bit more than 3 times apart, so 10 times, two places of the axis, is 3 to 33. */
#define LARGEST(net, name, update)                                                                 \
    {                                                                                              \
        .id = "rate",                                                                              \
        .text = "with BatchNorm " name                                                             \
                " bears a higher rate than without: within 5 points of its own best",              \
        .source = "N1 N2 N3 N4; Bjorck et al. 2018",                                               \
        .a = "panel=" net " optimizer=" update " norm=batchnorm",                                  \
        .b = "panel=" net " optimizer=" update " norm=none", .of = USABLE(MEASURE_USABLE_MOST),    \
        .kind = CLAIM_MORE, .ratio = true, .margin = 9                                             \
    }

#define WIDER(net, name)                                                                           \
    {                                                                                              \
        .id = "rate",                                                                              \
        .text = "the range of rates within 5 points of its own best is wider for " name            \
                " under SGD with BatchNorm than without",                                          \
        .source = "N1 N2 N3 N4", .a = "panel=" net " optimizer=sgd norm=batchnorm",                \
        .b = "panel=" net " optimizer=sgd norm=none", .of = USABLE(MEASURE_USABLE_RANGE),          \
        .kind = CLAIM_MORE, .ratio = true, .margin = 1                                             \
    }

static const struct claim claims[] = {
    LARGEST("mlp", "an MLP under SGD", "sgd"),
    LARGEST("mlp", "an MLP under Adam", "adam"),
    LARGEST("resnet", "a residual net under SGD", "sgd"),
    LARGEST("resnet", "a residual net under Adam", "adam"),
    WIDER("resnet", "a residual net"),
    WIDER("mlp", "an MLP"),
    {0},
};

static const struct table_request tables[] = {
    {.title = "Test error",
     .panels = "panel",
     .rows = "norm",
     .columns = "lr",
     .of.metric = METRIC_test_error},
    {.title = "Best rate",
     .panels = "panel",
     .rows = "norm",
     .columns = "optimizer",
     .of = USABLE(MEASURE_BEST_AT)},
    {.title = "Largest usable rate",
     .panels = "panel",
     .rows = "norm",
     .columns = "optimizer",
     .of = USABLE(MEASURE_USABLE_MOST)},
    {.title = "Usable range",
     .panels = "panel",
     .rows = "norm",
     .columns = "optimizer",
     .of = USABLE(MEASURE_USABLE_RANGE)},
    {0},
};

static const struct figure_request figures[] = {
    {
        .name = "error",
        .title = "Test error against learning rate",
        .x_label = "learning rate",
        .y_label = "test error in %",
        .panels = "panel",
        .series = "norm",
        .x = "lr",
        .of.metric = METRIC_test_error,
        .x_log = 10,
        .y_log10 = true,
    },
    {
        .name = "error_map",
        .title = "Test error of each norm at each learning rate",
        .x_label = "learning rate",
        .y_label = "test error in %",
        .panels = "panel",
        .series = "norm",
        .x = "lr",
        .of.metric = METRIC_test_error,
        .heat = true,
    },
    {0},
};

const struct experiment experiment_learning_rate = {
    .plan.name = "learning_rate",
    .plan.version = 1,
    .plan.title = "learning rates that the norms bear",
    .plan.question = "At which learning rates does each norm train, and how much higher may the rate be "
                "with a norm than without?",
    .plan.axis = {"panel", "net", "optimizer", "norm", "lr"},
    .plan.preset =
        {
            [PRESET_SMOKE] = {"smoke",
                              "generated data, four rates: seconds, for tests",
                              "0-1",
                              "data=synthetic train_count=128 test_count=100 epochs=1 batch=32 "
                              "schedule=cosine optimizer==sgd norm=none,batchnorm ",
                              {MLP "lr=0.001,0.1,1,1e6", RESNET "lr=0.01,0.1"}},
            [PRESET_DEMO] = {"demo",
                             "few images, three seeds: at most 3 minutes on two cores",
                             "0-2",
                             COMMON "data=fashion-mnist test_count=2000 ",
                             {MLP NORMS SGD "train_count=4000 epochs=3",
                              MLP NORMS ADAM "train_count=4000 epochs=3",
                              RESNET NORMS "optimizer==sgd lr=0.0003,0.003,0.03,0.1,0.3,1,3 "
                                           "train_count=2000 epochs=3",
                              RESNET NORMS
                              "optimizer==adam lr=0.00003,0.0003,0.003,0.01,0.03,0.1,0.3 "
                              "train_count=2000 epochs=3"}},
            [PRESET_PAPER] = {"paper",
                              "10,000 images, five seeds",
                              "0-4",
                              COMMON "data=fashion-mnist train_count=10000 ",
                              {MLP NORMS SGD "epochs=5", MLP NORMS ADAM "epochs=5",
                               RESNET CONV_NORMS SGD "epochs=3",
                               RESNET CONV_NORMS ADAM "epochs=3"}},
        },
    .claims = claims,
    .tables = tables,
    .figures = figures,
};
