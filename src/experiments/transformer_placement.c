/* Where a transformer's norms should stand, and when its training needs a warm-up. */
#include "experiments/experiment.h"

#define NET                                                                                        \
    "net=\"transformer layers=${depth} width=32 heads=4 ff=128 norm_at=${norm_at}\" "              \
    "norm_at=pre,post "

/* Norm "none" is the net without norms, the same in both places. */
#define NORMS                                                                                      \
    "norm=none,\"layernorm over=token\",\"rmsnorm over=token\",\"batchnorm masked=1\",batchnorm "
#define FEW_NORMS "norm=none,\"layernorm over=token\",\"batchnorm masked=1\" "

#define COMMON "optimizer=adam batch=64 init=glorot_uniform schedule=cosine "

#define LN     "norm=\"layernorm over=token\" "
#define DEEP   "depth=6 lr=0.003 "
#define SOURCE "Xiong et al. 2020"

#define GRADIENT                                                                                   \
    {                                                                                              \
        .metric = METRIC_grad_ratio, .how = MEASURE_FIRST, .ratio = true                           \
    }

static const struct claim claims[] = {
    {.id = "warm-up",
     .text =
         "6 blocks with LayerNorm behind each sum (post) have a higher error without a warm-up, at "
         "a rate of 0.003",
     .source = SOURCE,
     .a = LN DEEP "norm_at=post warmup_epochs=0",
     .b = LN DEEP "norm_at=post warmup_epochs=1",
     .of = TEST_ERROR,
     .kind = CLAIM_MORE,
     .margin = 1},
    {.id = "warm-up",
     .text =
         "6 blocks with LayerNorm first in each residual (pre) do not need a warm-up, at a rate of "
         "0.003",
     .source = SOURCE,
     .a = LN DEEP "norm_at=pre warmup_epochs=0",
     .b = LN DEEP "norm_at=pre warmup_epochs=1",
     .of = TEST_ERROR,
     .kind = CLAIM_SAME,
     .margin = 2},
    {.id = "warm-up",
     .text =
         "without a warm-up, 6 blocks have a higher error with LayerNorm post than pre, at a rate "
         "of 0.003",
     .source = SOURCE,
     .a = LN DEEP "norm_at=post warmup_epochs=0",
     .b = LN DEEP "norm_at=pre warmup_epochs=0",
     .of = TEST_ERROR,
     .kind = CLAIM_MORE,
     .margin = 1},
    {.id = "warm-up",
     .text =
         "at the best of its rates, 6 blocks without norms and without a warm-up have a higher error than "
         "with LayerNorm pre",
     .source = "beside Xiong et al. 2020",
     .a = "norm=none depth=6 norm_at=pre warmup_epochs=0",
     .b = LN "depth=6 norm_at=pre warmup_epochs=0",
     .of = BEST_ERROR,
     .kind = CLAIM_MORE},
    {.id = "sequence",
     .text =
         "at the best of its rates, a transformer of 2 blocks has a higher error with BatchNorm over valid "
         "positions than with LayerNorm, pre",
     .source = "N0 N2 N4; Shen et al. 2020",
     .a = "norm=\"batchnorm masked=1\" depth=2 norm_at=pre warmup_epochs=1",
     .b = LN "depth=2 norm_at=pre warmup_epochs=1",
     .of = BEST_ERROR,
     .kind = CLAIM_MORE},
    {0},
};

#define TABLE(heading, cell, rows_key, of_what)                                                    \
    {                                                                                              \
        .title = heading, .only = cell, .panels = "norm_at", .rows = rows_key, .columns = "depth", \
        .of = of_what                                                                              \
    }

static const struct table_request tables[] = {
    TABLE("Test error at the best rate, no warm-up", "warmup_epochs=0", "norm", BEST_ERROR),
    TABLE("Test error at the best rate, warm-up", "warmup_epochs=1", "norm", BEST_ERROR),
    TABLE("Best rate, no warm-up", "warmup_epochs=0", "norm", BEST_RATE),
    TABLE("Best rate, warm-up", "warmup_epochs=1", "norm", BEST_RATE),
    TABLE("Test error at a rate of 0.003, no warm-up", "warmup_epochs=0 lr=0.003", "norm",
          TEST_ERROR),
    TABLE("Test error at a rate of 0.003, warm-up", "warmup_epochs=1 lr=0.003", "norm", TEST_ERROR),
    TABLE("Gradient of the embedding over that of the output layer, before training",
          "warmup_epochs=0 lr=0.003", "norm", GRADIENT),
    {0},
};

#define AGAINST_DEPTH .x_label = "blocks", .series = "norm", .x = "depth", .x_log = 2

static const struct figure_request figures[] = {
    {.name = "error",
     .title =
         "Test error at a rate of 0.003 against depth, without and with a warm-up of one epoch",
     .y_label = "test error in %",
     .panels = "norm_at",
     .only = "lr=0.003",
     .of = TEST_ERROR,
     AGAINST_DEPTH},
    {.name = "best",
     .title = "Test error against depth, each at the best of its rates",
     .y_label = "test error in %",
     .panels = "norm_at",
     .of = BEST_ERROR,
     AGAINST_DEPTH},
    {.name = "training",
     .title = "Training loss of nets of 6 blocks at a rate of 0.003",
     .x_label = "epoch",
     .y_label = "training loss in nats",
     .panels = "norm_at",
     .series = "norm",
     .only = DEEP,
     .x = FIGURE_EPOCH,
     .skip_start = true,
     .of.metric = METRIC_train_loss},
    {.name = "gradient",
     .title = "Gradient norm of the embedding over that of the output layer, before training",
     .y_label = "embedding over output",
     .panels = "norm_at",
     .only = "lr=0.003 warmup_epochs=0",
     .of = GRADIENT,
     .y_log10 = true,
     AGAINST_DEPTH},
    {0},
};

const struct experiment experiment_transformer_placement = {
    .plan.name = "transformer_placement",
    .plan.version = 1,
    .plan.title = "where a transformer's norms stand",
    .plan.question =
        "Should a transformer's norms stand before each sublayer or behind each sum, and which "
        "of the two needs a warm-up?",
    .plan.axis = {"net", "norm_at", "norm", "warmup_epochs", "depth", "lr"},
    .plan.preset =
        {
            [PRESET_SMOKE] = {"smoke",
                              "generated words, two depths: seconds, for tests",
                              "0-1",
                              COMMON "data=synthetic-words train_count=64 test_count=40 epochs=2 "
                                     "lr=0.003 warmup_epochs=0,1 ",
                              {NET "norm=none,\"layernorm over=token\" depth=2,6"}},
            [PRESET_DEMO] = {"demo",
                             "3,000 words, one rate, five seeds: at most 3 minutes on two cores",
                             "0-4",
                             COMMON "data=words test_count=900 train_count=3000 epochs=3 looks=2 "
                                    "warmup_epochs=0,1 ",
                             {NET FEW_NORMS "depth=2,6 lr=0.003"}},
            [PRESET_PAPER] = {"paper",
                              "5,000 words, three depths, two rates, five seeds",
                              "0-4",
                              COMMON "data=words train_count=5000 test_count=900 epochs=4 looks=2 "
                                     "warmup_epochs=0,1 ",
                              {NET NORMS "depth=2,6,12 lr=0.001,0.003"}},
        },
    .claims = claims,
    .tables = tables,
    .figures = figures,
};
