/* What padding does to norms over sequences, and what counting only valid steps mends. */
#include "experiments/experiment.h"

/* Words cut to 8 letters have the same share of padding in every batch, which is `pad`; cut so, a few words of
 * the test set are also in the training set. Words of all lengths have some padding by themselves, of which
 * each batch has another share; `pad` is what comes on top. With pad=0.75 a batch is four times as long. */
#define EQUAL   "length=8 "
#define NATURAL "length=0 "

#define NORMS                                                                                      \
    "norm=none,batchnorm,\"batchnorm masked=1\",\"layernorm over=token\",\"rmsnorm over=token\","  \
    "groupnorm,\"groupnorm masked=1\",instancenorm,\"instancenorm masked=1\" "
#define FEW_NORMS                                                                                  \
    "norm=batchnorm,\"batchnorm masked=1\",\"layernorm over=token\",groupnorm,"                    \
    "\"groupnorm masked=1\" "

#define LSTM        "panel=lstm net=\"recurrent cell=lstm layers=2 units=32 embedding=32 pool=mean\" "
#define CONV        "panel=conv net=\"convnet layers=3 width=32 k=3\" "
#define TRANSFORMER "panel=transformer net=\"transformer layers=2 width=32 heads=4 ff=64\" "

/* Must the rate be retuned with masking? */
#define FEW_RATES "norm=batchnorm,\"batchnorm masked=1\" lr=0.003,0.03 pad=0.75 "
#define RATES                                                                                      \
    "norm=batchnorm,\"batchnorm masked=1\",\"layernorm over=token\" lr=0.001,0.003,0.03,0.1 pad=0.75 "

#define COMMON "optimizer=adam batch=64 schedule=cosine init=glorot_uniform clip_norm=1 "

#define RATE "lr=0.01 "

#define LN     "norm=\"layernorm over=token\""
#define BN     "norm=batchnorm"
#define MASKED "norm=\"batchnorm masked=1\""

#define CLAIM(what, from, cell_a, cell_b, of_what, which, how_much)                                \
    {                                                                                              \
        .id = "padding", .text = what, .source = from, .a = cell_a, .b = cell_b, .of = of_what,    \
        .kind = which, .margin = how_much                                                          \
    }

/* What notes N0, N2 and N4 say, of one net on words of one kind, at one rate. */
#define OF_NET(net, name, words, length)                                                           \
    CLAIM(name " on " words                                                                        \
               " at a rate of 0.01 has a higher error when batches are padded to four "            \
               "times their length and BatchNorm counts it",                                       \
          "N0 N2 N4", "panel=" net " pad=0.75 " RATE length BN,                                    \
          "panel=" net " pad=0 " RATE length BN, TEST_ERROR, CLAIM_MORE, 0),                       \
        CLAIM(name " on " words " at a rate of 0.01, padded to four times their length, has a "    \
                   "higher error when BatchNorm counts padding than when it counts valid steps "   \
                   "alone",                                                                        \
              "N0 N2 N4; pytorch#70529", "panel=" net " pad=0.75 " RATE length BN,                 \
              "panel=" net " pad=0.75 " RATE length MASKED, TEST_ERROR, CLAIM_MORE, 0),            \
        CLAIM(name " on " words " at a rate of 0.01 with LayerNorm per token does not care for "   \
                   "batches padded to four times their length",                                    \
              "N0 N2 N4", "panel=" net " pad=0.75 " RATE length LN,                                \
              "panel=" net " pad=0 " RATE length LN, TEST_ERROR, CLAIM_SAME, 1)

/* Each at the best of its rates, chosen by the test error. */
#define MENDED(net, name)                                                                          \
    CLAIM(name " on words of all lengths, padded to four times their length and each at the best " \
               "of its rates, has a higher error when BatchNorm counts padding than when it "      \
               "counts valid steps alone",                                                         \
          "N0 N2 N4; pytorch#70529", "panel=" net " pad=0.75 " NATURAL BN,                         \
          "panel=" net " pad=0.75 " NATURAL MASKED, BEST_ERROR, CLAIM_MORE, 0)

#define RETUNED(net, name)                                                                         \
    {                                                                                              \
        .id = "retune",                                                                            \
        .text = name " on words of all lengths, padded to four times their length, has the same "  \
                     "best rate whether or not BatchNorm counts padding",                          \
        .source = "users ask", .a = "panel=" net " pad=0.75 " NATURAL MASKED,                      \
        .b = "panel=" net " pad=0.75 " NATURAL BN, .of = BEST_RATE, .kind = CLAIM_SAME,            \
        .ratio = true, .margin = 2                                                                 \
    }

#define CHANGE(what, norm, of_metric, which, than)                                                 \
    CLAIM(what, "N0 N2 N4", "panel=conv pad=0.5 " RATE EQUAL norm, NULL, {.metric = of_metric},    \
          which, than)

static const struct claim claims[] = {
    OF_NET("lstm", "an LSTM", "words of all lengths", NATURAL),
    OF_NET("conv", "a convolutional net", "words of all lengths", NATURAL),
    OF_NET("transformer", "a transformer", "words of all lengths", NATURAL),
    OF_NET("lstm", "an LSTM", "words of one length", EQUAL),
    OF_NET("conv", "a convolutional net", "words of one length", EQUAL),
    OF_NET("transformer", "a transformer", "words of one length", EQUAL),
    MENDED("lstm", "an LSTM"),
    MENDED("conv", "a convolutional net"),
    MENDED("transformer", "a transformer"),
    RETUNED("lstm", "an LSTM"),
    RETUNED("conv", "a convolutional net"),
    RETUNED("transformer", "a transformer"),
    CHANGE(
        "more padding changes what a convolutional net with LayerNorm per token gives at valid positions by "
        "nothing",
        LN, METRIC_pad_change_train, CLAIM_SAME, 1e-12),
    CHANGE(
        "more padding changes what a convolutional net with masked BatchNorm gives at valid positions by "
        "nothing",
        MASKED, METRIC_pad_change_train, CLAIM_SAME, 1e-12),
    CHANGE(
        "more padding changes what a convolutional net with BatchNorm that counts it gives at valid "
        "positions, in training",
        BN, METRIC_pad_change_train, CLAIM_MORE, 0.01),
    CHANGE(
        "more padding changes what a convolutional net with GroupNorm that counts it gives at valid "
        "positions, in inference",
        "norm=groupnorm", METRIC_pad_change, CLAIM_MORE, 0.01),
    {0},
};

#define TABLE(heading, cell, rows_key, columns_key, of_what)                                       \
    {                                                                                              \
        .title = heading, .only = cell, .panels = "panel", .rows = rows_key,                       \
        .columns = columns_key, .of = of_what                                                      \
    }
#define FINAL(of_metric)                                                                           \
    {                                                                                              \
        .metric = of_metric                                                                        \
    }

#define STATISTIC(heading, of_metric)                                                              \
    TABLE(heading ", words of one length", EQUAL RATE, "norm", "pad", FINAL(of_metric))

static const struct table_request tables[] = {
    TABLE("Test error, words of all lengths", NATURAL RATE, "norm", "pad", TEST_ERROR),
    TABLE("Test error, words of one length", EQUAL RATE, "norm", "pad", TEST_ERROR),
    TABLE("Best rate, words of all lengths", NATURAL "pad=0.75", "norm", "pad", BEST_RATE),
    STATISTIC("Change at valid positions by more padding, inference", METRIC_pad_change),
    STATISTIC("Change at valid positions by more padding, training", METRIC_pad_change_train),
    STATISTIC("Batch mean off the valid one, first norm", METRIC_mean_bias_first),
    STATISTIC("Batch mean off the valid one, last norm", METRIC_mean_bias_last),
    STATISTIC("Batch variance off the valid one, first norm", METRIC_var_bias_first),
    STATISTIC("Batch variance off the valid one, last norm", METRIC_var_bias_last),
    STATISTIC("Distance of the batch's mean from the running one", METRIC_stat_distance),
    TABLE("Distance of the batch's mean from the running one, words of all lengths", NATURAL RATE,
          "norm", "pad", FINAL(METRIC_stat_distance)),
    TABLE("Distance of the batch's variance from the running one, words of all lengths",
          NATURAL RATE, "norm", "pad", FINAL(METRIC_var_distance)),
    {0},
};

#define AGAINST_PADDING .panels = "panel", .series = "norm", .x = "pad"

/* Paired: every trial less the one that is the same but has no padding added. */
#define ADDED(figure_name, words, length)                                                          \
    {                                                                                              \
        .name = figure_name,                                                                       \
        .title = "What padding to four times the length adds to the test error, " words,           \
        .x_label = "net", .y_label = "points of test error", .series = "norm", .x = "panel",       \
        .only = RATE length, .of = TEST_ERROR, .y = FIGURE_DIFFERENCE, .baseline = "pad=0",          \
        .compared = "pad=0.75"                                                                        \
    }
#define STATISTIC_FIGURE(figure_name, heading, label, of_metric)                                   \
    {                                                                                              \
        .name = figure_name, .title = heading ", words of one length",                             \
        .x_label = "share of padding", .y_label = label, .only = RATE EQUAL,                       \
        .of.metric = of_metric, AGAINST_PADDING                                                    \
    }

static const struct figure_request figures[] = {
    ADDED("added", "words of all lengths", NATURAL),
    ADDED("added_equal", "words of one length", EQUAL),
    {.name = "error",
     .title = "Test error against padding, words of all lengths",
     .x_label = "padding added, share of positions",
     .y_label = "test error in %",
     .only = RATE NATURAL,
     .of = TEST_ERROR,
     .y_log10 = true, /* masked InstanceNorm is far above the others */
     AGAINST_PADDING},
    STATISTIC_FIGURE("change", "What more padding changes at valid positions, in training mode",
                     "RMS change over RMS", METRIC_pad_change_train),
    STATISTIC_FIGURE("change_inference",
                     "What more padding changes at valid positions, in inference mode",
                     "RMS change over RMS", METRIC_pad_change),
    STATISTIC_FIGURE("mean_bias", "Mean over all positions off that of valid ones, first norm",
                     "RMS over channels, in sd", METRIC_mean_bias_first),
    STATISTIC_FIGURE("mean_bias_last", "Mean over all positions off that of valid ones, last norm",
                     "RMS over channels, in sd", METRIC_mean_bias_last),
    STATISTIC_FIGURE("var_bias", "Variance over all positions off that of valid ones, first norm",
                     "RMS over channels of ratio - 1", METRIC_var_bias_first),
    STATISTIC_FIGURE("var_bias_last",
                     "Variance over all positions off that of valid ones, last norm",
                     "RMS over channels of ratio - 1", METRIC_var_bias_last),
    {.name = "distance",
     .title = "Distance of a batch's mean from the running mean, words of all lengths",
     .x_label = "padding added, share of positions",
     .y_label = "RMS over channels, in sd",
     .only = RATE NATURAL,
     .of.metric = METRIC_stat_distance,
     AGAINST_PADDING},
    {.name = "rate",
     .title =
         "Test error against learning rate, words of all lengths padded to four times their length",
     .x_label = "learning rate",
     .y_label = "test error in %",
     .panels = "panel",
     .series = "norm",
     .only = NATURAL "pad=0.75",
     .x = "lr",
     .x_log = 10,
     .of = TEST_ERROR,
     .y_log10 = true},
    {0},
};

const struct experiment experiment_padding = {
    .plan.name = "padding",
    .plan.version = 1,
    .plan.title = "padding in batches of sequences",
    .plan.question = "What does padding do to a net's accuracy and to its norms' statistics, and does "
                "counting only valid steps mend it?",
    .plan.axis = {"panel", "net", "norm", "length", "pad", "lr"},
    .plan.preset =
        {
            [PRESET_SMOKE] = {"smoke",
                              "generated words, few norms: seconds, for tests",
                              "0-1",
                              COMMON "data=synthetic-words train_count=64 test_count=40 epochs=1 "
                                     "lr=0.01 ",
                              {LSTM NATURAL "norm=batchnorm,\"batchnorm masked=1\" pad=0,0.75",
                               CONV EQUAL FEW_NORMS "pad=0,0.5,0.75",
                               TRANSFORMER NATURAL "norm=batchnorm,\"layernorm over=token\" "
                                                   "pad=0,0.75"}},
            [PRESET_DEMO] = {"demo",
                             "3,000 words, four seeds: at most 3 minutes on two cores",
                             "0-3",
                             COMMON "data=words train_count=3000 test_count=900 epochs=4 ",
                             {LSTM NATURAL FEW_NORMS RATE "pad=0,0.75",
                              CONV NATURAL FEW_NORMS RATE "pad=0,0.75",
                              TRANSFORMER NATURAL FEW_NORMS RATE "pad=0,0.75",
                              LSTM EQUAL FEW_NORMS RATE "pad=0,0.5,0.75",
                              CONV EQUAL FEW_NORMS RATE "pad=0,0.5,0.75",
                              TRANSFORMER EQUAL FEW_NORMS RATE "pad=0,0.5,0.75",
                              LSTM NATURAL FEW_RATES, CONV NATURAL FEW_RATES,
                              TRANSFORMER NATURAL FEW_RATES}},
            [PRESET_PAPER] =
                {"paper",
                 "6,000 words, five seeds; five rates where words of all lengths are padded most",
                 "0-4",
                 COMMON "data=words train_count=6000 test_count=1800 epochs=5 ",
                 {LSTM NATURAL NORMS RATE "pad=0,0.25,0.5,0.75",
                  CONV NATURAL NORMS RATE "pad=0,0.25,0.5,0.75",
                  TRANSFORMER NATURAL NORMS RATE "pad=0,0.25,0.5,0.75",
                  LSTM EQUAL NORMS RATE "pad=0,0.25,0.5,0.75",
                  CONV EQUAL NORMS RATE "pad=0,0.25,0.5,0.75",
                  TRANSFORMER EQUAL NORMS RATE "pad=0,0.25,0.5,0.75", LSTM NATURAL RATES,
                  CONV NATURAL RATES, TRANSFORMER NATURAL RATES}},
        },
    .claims = claims,
    .tables = tables,
    .figures = figures,
};
