/* How the test error depends on the batch size, for each norm. */
#include "experiments/experiments.h"

#define NORMS   "norm=none,batchnorm,layernorm,instancenorm,groupnorm "
#define BATCHES "batch=2,4,8,16,32,64,128 "

/* Momentum SGD at a rate that all norms bear at batch 128, scaled linearly below it. Without the
 * cosine the last steps' noise hides what the norms do. */
#define COMMON "lr=0.1 lr_ref_batch=128 schedule=cosine "

#define MLP       "panel=mlp net=\"mlp hidden=128-64\" "
#define RESNET    "panel=resnet net=\"avgpool 2; resnet depth=8 width=8\" "
#define BATCH_ONE MLP "norm=batchnorm batch=1 "

static const struct claim claims[] = {
    {"small-batch", "an MLP with BatchNorm has a higher test error at batch 2 than at 32",
     "N1 N2 N4; Wu & He 2018", "panel=mlp norm=batchnorm batch=2",
     "panel=mlp norm=batchnorm batch=32", METRIC_test_error, CLAIM_MORE, 1.0},
    {"small-batch", "a residual net with BatchNorm has a higher test error at batch 2 than at 32",
     "N1 N2 N4; Wu & He 2018", "panel=resnet norm=batchnorm batch=2",
     "panel=resnet norm=batchnorm batch=32", METRIC_test_error, CLAIM_MORE, 1.0},
    {"small-batch", "an MLP with BatchNorm is fine at 32: no different from 128", "N1 N2 N4",
     "panel=mlp norm=batchnorm batch=32", "panel=mlp norm=batchnorm batch=128", METRIC_test_error,
     CLAIM_SAME, 1.0},
    {"small-batch", "an MLP with GroupNorm does not care: batch 2 as 32", "N1 N2 N4; Wu & He 2018",
     "panel=mlp norm=groupnorm batch=2", "panel=mlp norm=groupnorm batch=32", METRIC_test_error,
     CLAIM_SAME, 1.0},
    {"small-batch", "an MLP with LayerNorm does not care: batch 2 as 32", "N1 N2 N4",
     "panel=mlp norm=layernorm batch=2", "panel=mlp norm=layernorm batch=32", METRIC_test_error,
     CLAIM_SAME, 1.0},
    {"small-batch", "a residual net with GroupNorm does not care: batch 2 as 32",
     "N1 N2 N4; Wu & He 2018", "panel=resnet norm=groupnorm batch=2",
     "panel=resnet norm=groupnorm batch=32", METRIC_test_error, CLAIM_SAME, 1.0},
    {"small-alt", "at batch 2 an MLP does better with GroupNorm than with BatchNorm", "N1 N2 N4",
     "panel=mlp norm=batchnorm batch=2", "panel=mlp norm=groupnorm batch=2", METRIC_test_error,
     CLAIM_MORE, 0.5},
    {"small-alt", "at batch 2 an MLP does better with LayerNorm than with BatchNorm", "N1 N2 N4",
     "panel=mlp norm=batchnorm batch=2", "panel=mlp norm=layernorm batch=2", METRIC_test_error,
     CLAIM_MORE, 0.5},
    {"small-alt", "at batch 2 a residual net does better with GroupNorm than with BatchNorm",
     "N1 N2 N4", "panel=resnet norm=batchnorm batch=2", "panel=resnet norm=groupnorm batch=2",
     METRIC_test_error, CLAIM_MORE, 0.5},
    {"batch-one", "BatchNorm cannot train a dense layer on a batch of one", "N1 N2",
     "panel=mlp norm=batchnorm batch=1", NULL, METRIC_test_error, CLAIM_REFUSED, 0},
    {0},
};

static const struct table_request tables[] = {
    {"Test error", "panel", "norm", "batch", METRIC_test_error},
    {0},
};

static const struct figure_request figures[] = {
    {
        .name = "error",
        .title = "Test error against batch size",
        .x_label = "batch size",
        .y_label = "test error in %",
        .panels = "panel",
        .series = "norm",
        .x = "batch",
        .metric = METRIC_test_error,
        .x_log = 2,
        .y_log10 = true,
    },
    {
        .name = "group_elements",
        .title = "Test error against the size of BatchNorm's statistics groups",
        .x_label = "N·S: batch size times the positions of the norm that has the fewest",
        .y_label = "test error over the norm's own best",
        .series = "norm",
        .merge = "panel",
        .x = "batch",
        .x_per_group = true,
        .metric = METRIC_test_error,
        .y = FIGURE_RELATIVE,
        .x_log = 2,
        .y_log10 = true,
    },
    {0},
};

const struct experiment experiment_batch_size = {
    .name = "batch_size",
    .version = 1,
    .title = "batch-size sensitivity of the norms",
    .question =
        "How does the test error depend on the batch size, for each norm, at equal epochs and "
        "with the learning rate scaled with the batch?",
    .axis = {"panel", "net", "norm", "batch"},
    .preset =
        {
            [PRESET_SMOKE] = {"smoke",
                              "generated data, two batch sizes: seconds, for tests",
                              "0-1",
                              COMMON "data=synthetic train_count=256 test_count=200 epochs=1",
                              {MLP NORMS "batch=2,16", RESNET NORMS "batch=16", BATCH_ONE}},
            [PRESET_DEMO] = {"demo",
                             "Fashion-MNIST, cut short: at most 3 minutes on two cores",
                             "0-5",
                             COMMON "data=fashion-mnist",
                             {MLP NORMS BATCHES "train_count=10000 epochs=5",
                              RESNET NORMS
                              "batch=2,8,32,128 train_count=2000 test_count=2000 epochs=4",
                              BATCH_ONE "train_count=10000 epochs=5"}},
            [PRESET_PAPER] = {"paper",
                              "Fashion-MNIST, 10,000 images: the reference runs",
                              "0-4",
                              COMMON "data=fashion-mnist train_count=10000 epochs=5",
                              {MLP NORMS BATCHES, RESNET NORMS BATCHES, BATCH_ONE}},
        },
    .claims = claims,
    .tables = tables,
    .figures = figures,
};
