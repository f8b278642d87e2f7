/* How deep a net may be and still train, with and without norms and shortcuts. */
#include "experiments/experiment.h"

/* Four groups: eight, the default, would be single channels in the residual net's first stage. */
#define NORMS  "norm=none,batchnorm,layernorm,\"groupnorm groups=4\" "
#define COMMON "optimizer=sgd batch=64 schedule=cosine "

/* The rate that suits a net falls with its depth and rises with a norm: each is judged by the
 * best of four, chosen by the test error. */
#define RATES "lr=0.001,0.01,0.1,1 "
#define GRADIENT                                                                                   \
    {                                                                                              \
        .metric = METRIC_grad_ratio, .how = MEASURE_FIRST, .ratio = true                           \
    }

#define MLP    "panel=mlp net=\"mlp hidden=64x${depth}\" "
#define DEPTHS "depth=2,5,10,20,50,100 "
#define INITS  "init=he_normal,glorot_uniform "
#define CONV                                                                                       \
    "panel=conv net=\"avgpool 2; resnet depth=${depth} width=8 shortcut=${shortcut}\" "            \
    "init=he_normal shortcut=none,projection "

#define TRAINS(what, weights, norm_name, layers)                                                   \
    {                                                                                              \
        .id = "depth", .text = what, .source = "N1 N2 N4",                                         \
        .a = "panel=mlp init=" weights " depth=" layers " norm=none",                              \
        .b = "panel=mlp init=" weights " depth=" layers " norm=" norm_name, .of = BEST_ERROR,      \
        .kind = CLAIM_MORE, .margin = 10                                                           \
    }

/* The gradient of the weights at initialization depends on no rate; it is read where that is 0.01. */
#define FLAT(what, layers)                                                                         \
    {                                                                                              \
        .id = "explode", .text = what, .source = "N0 N1 N4; but see Yang et al. 2019",             \
        .a = "panel=mlp init=he_normal lr=0.01 depth=" layers " norm=batchnorm", .of = GRADIENT,   \
        .kind = CLAIM_SAME, .ratio = true, .value = 1, .margin = 10                                \
    }

static const struct claim claims[] = {
    TRAINS("a plain MLP of 20 layers has a higher error without BatchNorm than with it",
           "he_normal", "batchnorm", "20"),
    TRAINS("a plain MLP of 50 layers has a higher error without BatchNorm than with it",
           "he_normal", "batchnorm", "50"),
    TRAINS("a plain MLP of 50 layers has a higher error without LayerNorm than with it",
           "he_normal", "layernorm", "50"),
    TRAINS(
        "with Glorot's smaller weights, a plain MLP of 20 layers has a higher error without BatchNorm",
        "glorot_uniform", "batchnorm", "20"),
    TRAINS(
        "with Glorot's smaller weights, a plain MLP of 50 layers has a higher error without BatchNorm",
        "glorot_uniform", "batchnorm", "50"),
    {.id = "depth",
     .text = "BatchNorm matters little in an MLP of 2 layers",
     .source = "N1 N2 N4",
     .a = "panel=mlp init=he_normal depth=2 norm=none",
     .b = "panel=mlp init=he_normal depth=2 norm=batchnorm",
     .of = BEST_ERROR,
     .kind = CLAIM_SAME,
     .margin = 1},
    {.id = "depth",
     .text = "a plain convolutional net of 32 layers has a higher error without BatchNorm",
     .source = "N1 N2 N4",
     .a = "panel=conv shortcut=none depth=32 norm=none",
     .b = "panel=conv shortcut=none depth=32 norm=batchnorm",
     .of = BEST_ERROR,
     .kind = CLAIM_MORE,
     .margin = 10},
    {.id = "depth",
     .text =
         "with BatchNorm, a convolutional net of 32 layers has a higher error without shortcuts",
     .source = "He et al. 2016",
     .a = "panel=conv shortcut=none depth=32 norm=batchnorm",
     .b = "panel=conv shortcut=projection depth=32 norm=batchnorm",
     .of = BEST_ERROR,
     .kind = CLAIM_MORE},
    FLAT(
        "before training, in an MLP of 20 layers with BatchNorm, the first layer's gradient is as large "
        "as the last one's",
        "20"),
    FLAT(
        "before training, in an MLP of 50 layers with BatchNorm, the first layer's gradient is as large "
        "as the last one's",
        "50"),
    {.id = "explode",
     .text =
         "before training, in an MLP of 50 layers, the first layer's gradient over the last one's is "
         "larger without BatchNorm than with it",
     .source = "N0 N1 N4; but see Yang et al. 2019",
     .a = "panel=mlp init=he_normal lr=0.01 depth=50 norm=none",
     .b = "panel=mlp init=he_normal lr=0.01 depth=50 norm=batchnorm",
     .of = GRADIENT,
     .kind = CLAIM_MORE,
     .ratio = true,
     .margin = 1},
    {0},
};

static const struct table_request tables[] = {
    {.title = "Test error, MLP",
     .only = "panel=mlp",
     .panels = "init",
     .rows = "norm",
     .columns = "depth",
     .of = BEST_ERROR},
    {.title = "Test error, convolutional net, shortcut",
     .only = "panel=conv",
     .panels = "shortcut",
     .rows = "norm",
     .columns = "depth",
     .of = BEST_ERROR},
    {.title = "First layer's gradient over the last one's, MLP",
     .only = "panel=mlp lr=0.01",
     .panels = "init",
     .rows = "norm",
     .columns = "depth",
     .of = GRADIENT},
    {0},
};

#define AGAINST_DEPTH                                                                              \
    .x_label = "layers", .series = "norm", .x = "depth", .x_log = 2, .y_log10 = true

#define MAP_OF_DEPTH .x_label = "layers", .series = "norm", .x = "depth", .heat = true

static const struct figure_request figures[] = {
    {.name = "mlp",
     .title = "Test error of a plain MLP against depth, each at the best of its rates",
     .y_label = "test error in %",
     .only = "panel=mlp",
     .panels = "init",
     .of = BEST_ERROR,
     AGAINST_DEPTH},
    {.name = "conv",
     .title = "Test error of a convolutional net against depth, each at the best of its rates",
     .y_label = "test error in %",
     .only = "panel=conv",
     .of = BEST_ERROR,
     AGAINST_DEPTH},
    {.name = "gradient",
     .title = "Gradient norm of an MLP's first layer over that of its last, before training",
     .y_label = "first over last",
     .only = "panel=mlp lr=0.01",
     .panels = "init",
     .of = GRADIENT,
     AGAINST_DEPTH},
    {.name = "mlp_map",
     .title = "Test error of a plain MLP of each norm and depth, each at the best of its rates",
     .y_label = "test error in %",
     .only = "panel=mlp",
     .panels = "init",
     .of = BEST_ERROR,
     MAP_OF_DEPTH},
    {.name = "conv_map",
     .title =
         "Test error of a convolutional net of each norm and depth, each at the best of its rates",
     .y_label = "test error in %",
     .only = "panel=conv",
     .of = BEST_ERROR,
     MAP_OF_DEPTH},
    {.name = "gradient_map",
     .title = "Gradient norm of an MLP's first layer over that of its last, before training",
     .y_label = "first over last",
     .only = "panel=mlp lr=0.01",
     .panels = "init",
     .of = GRADIENT,
     .y_log10 = true,
     MAP_OF_DEPTH},
    {0},
};

const struct experiment experiment_depth = {
    .plan.name = "depth",
    .plan.version = 1,
    .plan.title = "depth at which nets still train",
    .plan.question = "How deep may a plain net be with each norm, and what do shortcuts add?",
    .plan.axis = {"panel", "net", "init", "shortcut", "norm", "depth", "lr"},
    .plan.preset =
        {
            [PRESET_SMOKE] = {"smoke",
                              "generated data, two depths: seconds, for tests",
                              "0-1",
                              COMMON "data=synthetic train_count=128 test_count=100 epochs=1 "
                                     "norm=none,batchnorm lr=0.01 ",
                              {MLP "init=he_normal depth=2,10", CONV "depth=8"}},
            [PRESET_DEMO] = {"demo",
                             "few images, three seeds: at most 3 minutes on two cores",
                             "0-2",
                             COMMON "data=fashion-mnist test_count=2000 ",
                             {MLP INITS NORMS DEPTHS RATES "train_count=3000 epochs=3", CONV
                              "norm=none,batchnorm depth=8,20,32 lr=0.01,0.1,1 train_count=2000 "
                              "epochs=2"}},
            [PRESET_PAPER] =
                {"paper",
                 "10,000 images, five seeds",
                 "0-4",
                 COMMON "data=fashion-mnist ",
                 {MLP INITS NORMS DEPTHS RATES "train_count=10000 epochs=5", CONV
                  "norm=none,batchnorm,\"groupnorm groups=4\" depth=8,20,32,56 lr=0.001,0.01,0.1,1 "
                  "train_count=4000 epochs=3"}},
        },
    .claims = claims,
    .tables = tables,
    .figures = figures,
};
