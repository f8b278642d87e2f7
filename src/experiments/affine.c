/* What gamma and beta are for: nets that lack one or both; and two tasks for a lone norm, in which it has
 * to learn a scale and a shift, and to undo itself. */
#include "experiments/experiment.h"

#define AFFINE "affine=both,scale,shift,none "
#define MLP                                                                                        \
    "panel=mlp net=\"flatten; dense 128; ${norm} affine=${affine}; relu; dense 64; ${norm} "       \
    "affine=${affine}; relu; dense ${classes}\" norm=batchnorm,layernorm,groupnorm " AFFINE
#define CONV                                                                                        \
    "panel=conv net=\"avgpool 2; conv2d 16 k=3; ${norm} affine=${affine}; relu; maxpool 2; conv2d " \
    "32 k=3; ${norm} affine=${affine}; relu; maxpool 2; flatten; dense ${classes}\" "               \
    "norm=batchnorm,layernorm,groupnorm,instancenorm " AFFINE
#define COMMON "batch=64 "
#define DEEP   "optimizer=sgd lr=0.05 schedule=cosine "

/* A norm alone on one number a sample. N1's task is to give 5 times the standardized number, plus 2; the
 * other, to give the number itself, for which gamma must become its deviation and beta its mean. These
 * panels have their own data, whatever the others take. */
#define ALONE                                                                                      \
    "net==\"${norm} affine=${affine}\" norm==batchnorm optimizer==sgd lr==0.01 momentum==0 loss==mse batch==64 "
#define LEARN "panel=learn data==toy-affine " ALONE AFFINE
#define UNDO  "panel=undo data==toy-identity input==unit " ALONE AFFINE

#define SQUARED_ERROR                                                                              \
    {                                                                                              \
        .metric = METRIC_test_loss, .unit = ""                                                     \
    }

#define LEARNS(panel_name, what, of_metric, wanted, within)                                        \
    {                                                                                              \
        .id = "learn", .text = what, .source = "N0 N1 N2",                                         \
        .a = "panel=" panel_name " affine=both", .of.metric = of_metric, .kind = CLAIM_SAME,       \
        .value = wanted, .margin = within                                                          \
    }

#define COSTS(net, name, lacking, norm_name)                                                       \
    {                                                                                              \
        .id = "learn",                                                                             \
        .text =                                                                                    \
            name " with " norm_name " has a higher error with affine=" lacking " than with both",  \
        .source = "N0 N1 N2, which call gamma and beta necessary",                                 \
        .a = "panel=" net " affine=" lacking " norm=" norm_name,                                   \
        .b = "panel=" net " affine=both norm=" norm_name, .of.metric = METRIC_test_error,          \
        .kind = CLAIM_MORE, .margin = 0.5                                                          \
    }

static const struct claim claims[] = {
    LEARNS("learn", "gamma learns the scale of 5", METRIC_gamma_mean, 5, 0.25),
    LEARNS("learn", "beta learns the shift of 2", METRIC_beta_mean, 2, 0.1),
    LEARNS("undo", "gamma becomes the input's standard deviation of 0.2", METRIC_gamma_mean, 0.2,
           0.01),
    LEARNS("undo", "beta becomes the input's mean of 0.6", METRIC_beta_mean, 0.6, 0.01),
    {.id = "undo",
     .text =
         "a BatchNorm alone learns to give its input back: the mean squared error falls below a "
         "hundredth of the input's variance",
     .source = "N0 N1 N2 N3 N4",
     .a = "panel=undo affine=both",
     .of = SQUARED_ERROR,
     .kind = CLAIM_LESS,
     .value = 0,
     .margin = 4e-4},
    {.id = "undo",
     .text =
         "a BatchNorm without gamma and beta cannot give its input back: its mean squared error is "
         "higher",
     .source = "N0 N1 N2 N3 N4",
     .a = "panel=undo affine=none",
     .b = "panel=undo affine=both",
     .of = SQUARED_ERROR,
     .kind = CLAIM_MORE,
     .margin = 0.04},
    COSTS("mlp", "an MLP", "none", "batchnorm"),
    COSTS("mlp", "an MLP", "scale", "batchnorm"),
    COSTS("mlp", "an MLP", "shift", "batchnorm"),
    COSTS("conv", "a convolutional net", "none", "batchnorm"),
    COSTS("conv", "a convolutional net", "none", "instancenorm"),
    {0},
};

static const struct table_request tables[] = {
    {.title = "Test error, MLP",
     .only = "panel=mlp",
     .rows = "norm",
     .columns = "affine",
     .of.metric = METRIC_test_error},
    {.title = "Test error, convolutional net",
     .only = "panel=conv",
     .rows = "norm",
     .columns = "affine",
     .of.metric = METRIC_test_error},
    {.title = "Learned gamma, BatchNorm",
     .only = "norm=batchnorm",
     .rows = "panel",
     .columns = "affine",
     .of.metric = METRIC_gamma_mean},
    {.title = "Learned beta, BatchNorm",
     .only = "norm=batchnorm",
     .rows = "panel",
     .columns = "affine",
     .of.metric = METRIC_beta_mean},
    {.title = "Mean squared error of the tasks for a norm alone",
     .only = "norm=batchnorm loss=mse",
     .rows = "panel",
     .columns = "affine",
     .of = SQUARED_ERROR},
    {0},
};

#define BY_AFFINE(net)                                                                             \
    .only = "panel=" net, .x_label = "what is learned", .y_label = "test error in %",              \
    .series = "norm", .x = "affine", .of.metric = METRIC_test_error
#define OVER_TRAINING(cell, by, label, of_metric)                                                  \
    .only = cell, .panels = by, .x_label = "epoch", .y_label = label, .x = FIGURE_EPOCH,           \
    .of.metric = of_metric

/* What the task for a norm alone wants, beside the last epoch. */
static const struct printed wanted_gamma[] = {{10, 5}, {0, 0}}, wanted_beta[] = {{10, 2}, {0, 0}};
static const struct printed_series gamma_of_task[] = {{"panel=learn", "wanted", wanted_gamma}, {0}};
static const struct printed_series beta_of_task[] = {{"panel=learn", "wanted", wanted_beta}, {0}};

static const struct figure_request figures[] = {
    {.name = "mlp", .title = "Test error of an MLP by what its norms learn", BY_AFFINE("mlp")},
    {.name = "conv",
     .title = "Test error of a convolutional net by what its norms learn",
     BY_AFFINE("conv")},
    {.name = "learn_gamma",
     .title = "Gamma of a lone BatchNorm that has to learn a scale of 5",
     .series = "affine",
     .printed = gamma_of_task,
     OVER_TRAINING("panel=learn", NULL, "gamma", METRIC_gamma_mean)},
    {.name = "learn_beta",
     .title = "Beta of a lone BatchNorm that has to learn a shift of 2",
     .series = "affine",
     .printed = beta_of_task,
     OVER_TRAINING("panel=learn", NULL, "beta", METRIC_beta_mean)},
    {.name = "gamma",
     .title = "Mean gamma over training",
     .series = "norm",
     OVER_TRAINING("affine=both loss=softmax", "panel", "mean of gamma", METRIC_gamma_mean)},
    {.name = "beta",
     .title = "Mean beta over training",
     .series = "norm",
     OVER_TRAINING("affine=both loss=softmax", "panel", "mean of beta", METRIC_beta_mean)},
    {0},
};

const struct experiment experiment_affine = {
    .plan.name = "affine",
    .plan.version = 1,
    .plan.title = "gamma and beta",
    .plan.question = "Does a net need gamma and beta, what do they become, and can a norm undo itself?",
    .plan.axis = {"panel", "net", "norm", "affine"},
    .plan.preset =
        {
            [PRESET_SMOKE] = {"smoke",
                              "generated data: seconds, for tests",
                              "0-1",
                              COMMON "data=synthetic epochs=2 ",
                              {MLP DEEP "affine=both,none train_count=128 test_count=100",
                               CONV DEEP
                               "norm=batchnorm,instancenorm affine=both,none train_count=128 "
                               "test_count=100",
                               LEARN "affine=both", UNDO "affine=both,none"}},
            [PRESET_DEMO] = {"demo",
                             "5,000 images, three seeds: at most 3 minutes on two cores",
                             "0-2",
                             COMMON "data=fashion-mnist ",
                             {MLP DEEP "train_count=5000 epochs=5",
                              CONV DEEP "train_count=5000 epochs=4", LEARN "epochs=10",
                              UNDO "epochs=10"}},
            [PRESET_PAPER] = {"paper",
                              "20,000 images, five seeds",
                              "0-4",
                              COMMON "data=fashion-mnist ",
                              {MLP DEEP "train_count=20000 epochs=6",
                               CONV DEEP "train_count=20000 epochs=5", LEARN "epochs=10",
                               UNDO "epochs=10"}},
        },
    .claims = claims,
    .tables = tables,
    .figures = figures,
};
