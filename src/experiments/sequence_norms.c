/* Which norm suits which net of sequences, and at which batch size. */
#include "experiments/experiment.h"

/* Words of all lengths: every batch has its own share of padding. */
#define NORMS                                                                                      \
    "norm=none,batchnorm,\"batchnorm masked=1\",\"layernorm over=token\",\"rmsnorm over=token\","  \
    "\"groupnorm masked=1\",\"instancenorm masked=1\" "
#define STEP_NORM "norm=\"batchnorm over=step masked=1\" "
#define FEW_NORMS                                                                                  \
    "norm=none,batchnorm,\"batchnorm masked=1\",\"layernorm over=token\",\"groupnorm masked=1\" "

#define LSTM        "panel=lstm net=\"recurrent cell=lstm layers=2 units=32 embedding=32 pool=mean\" "
#define GRU         "panel=gru net=\"recurrent cell=gru layers=2 units=32 embedding=32 pool=mean\" "
#define RNN         "panel=rnn net=\"recurrent cell=rnn layers=2 units=32 embedding=32 pool=mean\" "
#define CONV        "panel=conv net=\"convnet layers=3 width=32 k=3\" "
#define TRANSFORMER "panel=transformer net=\"transformer layers=2 width=32 heads=4 ff=64\" "

/* Norms within the cell, on what comes from the input, from the step before, and on the cell's state. */
#define CELL                                                                                        \
    "panel=cell net=\"embedding 32 tokens=${tokens}; lstm 32 norm=${norm} norm_at=x-h-c masked=1; " \
    "lstm 32 norm=${norm} norm_at=x-h-c masked=1; mean; dense ${classes}\" "                        \
    "norm=batchnorm,layernorm,rmsnorm "

#define COMMON "optimizer=adam schedule=cosine init=glorot_uniform clip_norm=1 "

/* The notes speak of recurrent networks and transformers, Shen et al. of transformers. */
#define RECURRENT   "N0 N2 N4"
#define TRANSFORMED "N0 N2 N4; Shen et al. 2020"

#define WORSE(what, from, net, norm_name, than, size)                                              \
    {                                                                                              \
        .id = "sequence", .text = what, .source = from,                                            \
        .a = "panel=" net " batch=" size " norm=" norm_name,                                       \
        .b = "panel=" net " batch=" size " norm=" than, .of = BEST_ERROR, .kind = CLAIM_MORE       \
    }
#define LN     "\"layernorm over=token\""
#define MASKED "\"batchnorm masked=1\""

static const struct claim claims[] = {
    WORSE("at batch 64 an LSTM has a higher error with BatchNorm than with LayerNorm", RECURRENT,
          "lstm", "batchnorm", LN, "64"),
    WORSE("at batch 64 a transformer has a higher error with BatchNorm than with LayerNorm",
          TRANSFORMED, "transformer", "batchnorm", LN, "64"),
    WORSE("at batch 64 a convolutional net has a higher error with BatchNorm than with LayerNorm",
          "no source: beside the others", "conv", "batchnorm", LN, "64"),
    WORSE("at batch 4 an LSTM has a higher error with BatchNorm than with LayerNorm", RECURRENT,
          "lstm", "batchnorm", LN, "4"),
    WORSE("at batch 4 a transformer has a higher error with BatchNorm than with LayerNorm",
          TRANSFORMED, "transformer", "batchnorm", LN, "4"),
    WORSE("at batch 64 an LSTM has a higher error with BatchNorm over valid positions than with "
          "LayerNorm",
          RECURRENT, "lstm", MASKED, LN, "64"),
    WORSE(
        "at batch 64 a transformer has a higher error with BatchNorm over valid positions than with "
        "LayerNorm",
        TRANSFORMED, "transformer", MASKED, LN, "64"),
    WORSE(
        "at batch 64 an LSTM has a higher error with BatchNorm in its cells, per time step, than with "
        "LayerNorm there",
        RECURRENT, "cell", "batchnorm", "layernorm", "64"),
    WORSE(
        "at batch 4 an LSTM has a higher error with BatchNorm in its cells, per time step, than with "
        "LayerNorm there",
        RECURRENT, "cell", "batchnorm", "layernorm", "4"),
    {0},
};

static const struct table_request tables[] = {
    {.title = "Test error at the best rate",
     .panels = "panel",
     .rows = "norm",
     .columns = "batch",
     .of = BEST_ERROR},
    {.title = "Best rate",
     .panels = "panel",
     .rows = "norm",
     .columns = "batch",
     .of = {.metric = METRIC_test_error, .how = MEASURE_BEST_AT, .along = "lr"}},
    {0},
};

static const struct figure_request figures[] = {
    {.name = "error",
     .title = "Test error against batch size, each at the best of its rates",
     .x_label = "batch",
     .y_label = "test error in %",
     .panels = "panel",
     .series = "norm",
     .x = "batch",
     .x_log = 2,
     .y_log10 = true, /* masked InstanceNorm is far above the others */
     .of = BEST_ERROR},
    {.name = "training",
     .title = "Training loss at batch 64 and a rate of 0.003",
     .x_label = "epoch",
     .y_label = "training loss in nats",
     .panels = "panel",
     .series = "norm",
     .only = "batch=64 lr=0.003",
     .x = FIGURE_EPOCH,
     .skip_start = true,
     .of.metric = METRIC_train_loss},
    {0},
};

const struct experiment experiment_sequence_norms = {
    .plan.name = "sequence_norms",
    .plan.version = 1,
    .plan.title = "norms in nets of sequences",
    .plan.question =
        "Does BatchNorm do worse than LayerNorm in recurrent nets and transformers, and how "
        "does that depend on the batch size?",
    .plan.axis = {"panel", "net", "norm", "batch", "lr"},
    .plan.preset =
        {
            [PRESET_SMOKE] = {"smoke",
                              "generated words, few norms, two batch sizes: seconds, for tests",
                              "0-1",
                              COMMON "data=synthetic-words train_count=64 test_count=40 epochs=1 "
                                     "lr=0.003 batch=4,64 ",
                              {LSTM "norm=batchnorm,\"layernorm over=token\"",
                               TRANSFORMER "norm=batchnorm,\"layernorm over=token\"",
                               CONV STEP_NORM, CELL}},
            [PRESET_DEMO] = {"demo",
                             "3,000 words, five seeds: at most 3 minutes on two cores",
                             "0-4",
                             COMMON "data=words train_count=3000 test_count=900 epochs=3 "
                                    "lr=0.003,0.01 batch=4,16,64 ",
                             {LSTM FEW_NORMS, CONV FEW_NORMS, TRANSFORMER FEW_NORMS, CELL}},
            [PRESET_PAPER] = {"paper",
                              "6,000 words, three rates, five seeds",
                              "0-4",
                              COMMON "data=words train_count=6000 test_count=1800 epochs=5 "
                                     "lr=0.003,0.01,0.03 batch=4,16,64 ",
                              {LSTM NORMS, LSTM STEP_NORM, GRU NORMS, RNN NORMS, CONV NORMS,
                               TRANSFORMER NORMS, CELL}},
        },
    .claims = claims,
    .tables = tables,
    .figures = figures,
};
