/* The batch-size table that public reruns of Wu & He 2018 print: ResNet-20 on CIFAR-10. */
#include "experiments/experiment.h"

/* From the first rerun, which scales the rate with the batch: SGD, momentum 0.9, lr 0.1 * batch / 32, eight groups,
 * projection shortcuts. It trains for 100 epochs and divides the rate by ten at 30, 60 and 90; so few epochs as here take a
 * cosine, and no augmentation (there: mirrored and shifted). The net is He et al.'s; theirs has each block's first norm behind
 * relu, no norm in the shortcuts, GroupNorm's last gamma of a block at 0. Keras's L2(1e-4) there is a weight_decay of 2e-4. */
#define COMMON                                                                                     \
    "net=\"resnet depth=20 width=16\" optimizer=sgd lr=0.1 lr_ref_batch=32 momentum=0.9 "          \
    "weight_decay=1e-4 schedule=cosine "
#define NORMS "norm=batchnorm,\"groupnorm groups=8\" "

#define BN "norm=batchnorm"
#define GN "norm=\"groupnorm groups=8\""

#define RERUNS "Wu & He 2018; reruns BeFranke/GroupNorm, HickmannLautaro/GroupNorm"

#define WORSE(size, worse, than, by, what)                                                         \
    {                                                                                              \
        .id = "small-batch", .text = what, .source = RERUNS, .a = "batch=" size " " worse,         \
        .b = "batch=" size " " than, .of.metric = METRIC_test_error, .kind = CLAIM_MORE,           \
        .margin = by                                                                               \
    }
#define GN_SAME(size)                                                                              \
    {                                                                                              \
        .id = "small-batch",                                                                       \
        .text = "ResNet-20 with GroupNorm does not care: batch " size " as 32", .source = RERUNS,  \
        .a = "batch=" size " " GN, .b = "batch=32 " GN, .of.metric = METRIC_test_error,            \
        .kind = CLAIM_SAME, .margin = 0.6                                                          \
    }

static const struct claim claims[] = {
    WORSE("2", BN, GN, 3,
          "at batch 2 ResNet-20 with BatchNorm has a higher test error than with GroupNorm"),
    WORSE("4", BN, GN, 0,
          "at batch 4 ResNet-20 with BatchNorm has a higher test error than with GroupNorm"),
    WORSE("8", GN, BN, 0,
          "at batch 8 ResNet-20 with GroupNorm has a higher test error than with BatchNorm"),
    WORSE("16", GN, BN, 0,
          "at batch 16 ResNet-20 with GroupNorm has a higher test error than with BatchNorm"),
    WORSE("32", GN, BN, 0,
          "at batch 32 ResNet-20 with GroupNorm has a higher test error than with BatchNorm"),
    GN_SAME("2"),
    GN_SAME("4"),
    GN_SAME("8"),
    GN_SAME("16"),
    {.id = "small-batch",
     .text = "ResNet-20 with BatchNorm has a higher test error at batch 2 than at 32",
     .source = RERUNS,
     .a = "batch=2 " BN,
     .b = "batch=32 " BN,
     .of.metric = METRIC_test_error,
     .kind = CLAIM_MORE,
     .margin = 3},
    {0},
};

static const struct table_request tables[] = {
    {.title = "Test error", .rows = "norm", .columns = "batch", .of.metric = METRIC_test_error},
    {.title = "Training error",
     .rows = "norm",
     .columns = "batch",
     .of.metric = METRIC_train_error},
    {0},
};

/* Their mean accuracies of GroupNorm less those of BatchNorm, over 5 seeds each. */
static const struct printed rerun_1[] = {{2, 85.79 - 80.30},  {4, 85.97 - 84.77},
                                         {8, 85.77 - 86.14},  {16, 85.71 - 86.40},
                                         {32, 85.95 - 86.40}, {0, 0}};
static const struct printed rerun_2[] = {{2, 84.44 - 79.37},  {4, 84.42 - 83.57},
                                         {8, 84.12 - 84.34},  {16, 83.93 - 84.37},
                                         {32, 84.01 - 84.69}, {0, 0}};
static const struct printed_series reruns[] = {
    {"", "BeFranke's rerun, 100 epochs", rerun_1},
    {"", "HickmannLautaro's rerun, 30 epochs of 4 augmented copies", rerun_2},
    {0}};

static const struct figure_request figures[] = {
    {.name = "error",
     .title = "Test error of ResNet-20 against batch size",
     .x_label = "batch size",
     .y_label = "test error in %",
     .series = "norm",
     .x = "batch",
     .of.metric = METRIC_test_error,
     .x_log = 2},
    {.name = "difference",
     .title = "Test error with BatchNorm less that with GroupNorm",
     .x_label = "batch size",
     .y_label = "points of test error",
     .series = "norm",
     .x = "batch",
     .of.metric = METRIC_test_error,
     .y = FIGURE_DIFFERENCE,
     .baseline = GN,
     .compared = BN,
     .printed = reruns,
     .x_log = 2},
    {.name = "training",
     .title = "Test error over training",
     .x_label = "epoch",
     .y_label = "test error in %",
     .panels = "batch",
     .series = "norm",
     .x = FIGURE_EPOCH,
     .skip_start = true,
     .of.metric = METRIC_test_error},
    {0},
};

const struct experiment experiment_resnet20 = {
    .plan.name = "resnet20",
    .plan.version = 1,
    .plan.title = "batch-size sensitivity of ResNet-20 on CIFAR-10",
    .plan.question =
        "Does the published table of BatchNorm's and GroupNorm's accuracy by batch size come "
        "out: GroupNorm flat, BatchNorm ahead at 8 and more, behind at 4 and 2?",
    .plan.axis = {"net", "norm", "batch"},
    .plan.preset =
        {
            [PRESET_SMOKE] = {"smoke",
                              "generated data, two batch sizes: seconds, for tests",
                              "0-1",
                              COMMON "data=synthetic-rgb train_count=32 test_count=32 epochs=1 ",
                              {NORMS "batch=2,16"}},
            [PRESET_DEMO] = {"demo",
                             "CIFAR-10, cut short: at most 3 minutes on two cores",
                             "0-2",
                             COMMON "data=cifar10 train_count=2000 test_count=1000 epochs=3 ",
                             {NORMS "batch=2,4,8,32"}},
            [PRESET_PAPER] =
                {"paper",
                 "CIFAR-10, all of it, 4 epochs, five seeds: two hours and a half on two cores",
                 "0-4",
                 COMMON "data=cifar10 epochs=4 ",
                 {NORMS "batch=2,4,8,16,32"}},
        },
    .claims = claims,
    .tables = tables,
    .figures = figures,
};
