/* Trials on sequences: what a batch holds, and what is measured of padding. */
#include "support.h"

#include "base/arena.h"
#include "base/text.h"
#include "net/net.h"
#include "train/sequences.h"
#include "train/trial.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- batches ---- */

enum { ROOM = 7, DIMENSIONS = 2, COUNT = 5 };

static const int32_t length[COUNT] = {3, 7, 1, 4, 2};
static const uint8_t label[COUNT] = {0, 1, 2, 0, 1};

/* Sequence i, step t, dimension c: 100 i + 10 t + c. */
static const struct data *series_set(void)
{
    static float series[COUNT * ROOM * DIMENSIONS];
    static const double mean[DIMENSIONS] = {50, 0}, sd[DIMENSIONS] = {5, 0};
    static struct data d = {
        .classes = 3,
        .train = {.count = COUNT, .series = series, .length = length, .label = label},
        .mean = mean,
        .sd = sd,
    };

    d.shape = shape_sequence(ROOM, DIMENSIONS);
    for (int i = 0; i < COUNT; i++)
        for (int t = 0; t < length[i]; t++)
            for (int c = 0; c < DIMENSIONS; c++)
                series[(i * ROOM + t) * DIMENSIONS + c] = (float)(100 * i + 10 * t + c);
    return &d;
}

static void test_batch_of_series(void **state)
{
    const struct data *d = series_set();
    const struct sequence_options all = {0};
    const int32_t index[3] = {3, 0, 2};
    struct sequences s;
    real x[3 * 6 * DIMENSIONS];
    unsigned char mask[3 * 6];
    uint8_t got[3];

    (void)state;
    sequences_init(&s, d, &d->train, true, &all);
    assert_int_equal(s.count, COUNT);
    assert_int_equal(s.longest, 7);
    assert_int_equal(sequences_positions(&s, 3, index), 4);
    memset(x, 1, sizeof x);
    sequences_fill(&s, 3, index, 6, x, mask, got);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(got[i], label[index[i]]);
        for (int t = 0; t < 6; t++) {
            bool valid = t < length[index[i]];
            const real *v = x + (i * 6 + t) * DIMENSIONS;

            assert_int_equal(mask[i * 6 + t], valid);
            if (valid) { /* a dimension without spread keeps its scale */
                assert_true(fabs(v[0] - (100 * index[i] + 10 * t - 50) / 5.0) < 1e-4);
                assert_true(v[1] == (real)(100 * index[i] + 10 * t + 1));
            } else {
                assert_true(v[0] == 0 && v[1] == 0);
            }
        }
    }
    sequences_release(&s);
}

static void test_length_and_padding(void **state)
{
    const struct data *d = series_set();
    const struct sequence_options cut = {.length = 3, .pad = 0.7},
                                  set = {.pad_to = PAD_TO_SET, .pad = 0.5};
    const int32_t one = 0, all[3] = {0, 1, 2};
    struct sequences s;
    real x[3 * 10 * DIMENSIONS];
    unsigned char mask[3 * 10];
    uint8_t got[3];

    (void)state;
    sequences_init(&s, d, &d->train, false, &cut);
    assert_int_equal(s.count, 3); /* of 3, 7 and 4 steps */
    assert_int_equal(s.longest, 3);
    assert_int_equal(sequences_positions(&s, 3, all), 10); /* 3 of 10 are 30 % */
    sequences_fill(&s, 3, all, 10, x, mask, got);
    for (int i = 0; i < 3; i++) {
        static const int sequence[] = {0, 1, 3};

        assert_int_equal(got[i], label[sequence[i]]);
        assert_int_equal(s.steps[i], 3);
        assert_true(x[(i * 10 + 2) * DIMENSIONS] == (real)(100 * sequence[i] + 20));
        assert_true(mask[i * 10 + 2] == 1 && mask[i * 10 + 3] == 0);
    }
    sequences_release(&s);
    sequences_init(&s, d, &d->train, false, &set);
    assert_int_equal(sequences_positions(&s, 1, &one), 14);
    sequences_release(&s);
    for (int n = 1; n < 40; n++) { /* shares that are no binary numbers */
        assert_int_equal(sequences_padded(&(struct sequence_options){.pad = 0.9}, n), 10 * n);
        assert_int_equal(sequences_padded(&(struct sequence_options){.pad = 0.8}, n), 5 * n);
    }
}

static void test_batch_of_tokens(void **state)
{
    static const uint8_t token[2 * 4] = {5, 1, 0, 0, 7, 8, 9, 2};
    static const int32_t steps[2] = {2, 4};
    static const double mean = 0, sd = 1;
    struct data d = {.shape = shape_sequence(4, 1),
                     .tokens = 10,
                     .train = {.count = 2, .image = token, .length = steps, .label = label},
                     .mean = &mean,
                     .sd = &sd};
    const struct sequence_options all = {0};
    const int32_t index[2] = {1, 0};
    const real want[2 * 4] = {7, 8, 9, 2, 5, 1, 0, 0};
    struct sequences s;
    real x[2 * 4];
    unsigned char mask[2 * 4];
    uint8_t got[2];

    (void)state;
    sequences_init(&s, &d, &d.train, true, &all);
    sequences_fill(&s, 2, index, 4, x, mask, got);
    assert_memory_equal(x, want, sizeof want);
    sequences_release(&s);
}

/* ---- trials ---- */

static int start(const char *config_text, struct trial_result *r)
{
    struct config c = {0};
    int done;

    assert_int_equal(config_parse(&c, config_text), 0);
    done = trial_run(&c, r, NULL, NULL);
    config_clear(&c);
    return done;
}

#define TRIAL(data, head)                                                                          \
    "data=" data " epochs=2 batch=16 optimizer=adam lr=0.01 init=glorot_uniform seed=1 "           \
    "net=\"" head "; conv1d 8 k=3; ${norm}; relu; conv1d 8 k=3; ${norm}; relu; mean; "             \
    "dense ${classes}\" "
#define WORDS  TRIAL("synthetic-words", "embedding 8 tokens=${tokens}")
#define SERIES TRIAL("synthetic-series", "${norm}")

static double last(const struct trial_result *r, enum metric m)
{
    return trial_final(r, m);
}

/* Where padding is not counted it changes nothing: neither what comes out of a trained net, to the bit,
 * nor, but for the rounding of gradients, how it trains. */
static void test_masked_trials(void **state)
{
    static const char *const norms[] = {"batchnorm masked=1", "layernorm over=token",
                                        "groupnorm groups=2 masked=1", "none"};

    (void)state;
    for (size_t k = 0; k < sizeof norms / sizeof *norms; k++) {
        struct trial_result r[2];

        for (int pad = 0; pad < 2; pad++) {
            char *text = format_new(WORDS "norm=\"%s\" pad=%s", norms[k], pad ? "0.75" : "0");

            assert_int_equal(start(text, &r[pad]), 0);
            assert_true(last(&r[pad], METRIC_pad_change) == 0);
            assert_true(last(&r[pad], METRIC_pad_change_train) == 0);
            free(text);
        }
        assert_true(r[0].curve[METRIC_test_loss][0] == r[1].curve[METRIC_test_loss][0]);
        assert_true(fabs(last(&r[0], METRIC_test_loss) - last(&r[1], METRIC_test_loss)) <
                    1e6 * REAL_EPSILON * last(&r[0], METRIC_test_loss));
        trial_result_clear(&r[0]);
        trial_result_clear(&r[1]);
    }
}

static void test_counting_trials(void **state)
{
    struct trial_result r;

    (void)state;
    assert_int_equal(start(WORDS "norm=batchnorm pad=0.75", &r), 0);
    assert_true(last(&r, METRIC_pad_change) == 0); /* running statistics do not see the batch */
    assert_true(last(&r, METRIC_pad_change_train) > 0.05);
    assert_true(last(&r, METRIC_stat_distance) > 0);
    trial_result_clear(&r);
    assert_int_equal(start(WORDS "norm=instancenorm", &r), 0);
    assert_true(last(&r, METRIC_pad_change) > 0.05);
    assert_true(isnan(last(&r, METRIC_stat_distance)));
    trial_result_clear(&r);
}

/* Other nets, and every way to take samples at once: more padding changes nothing that masked norms give. */
static void test_other_nets(void **state)
{
    static const char *const nets[] = {
        "transformer layers=1 width=16 heads=2 ff=16",
        "recurrent cell=lstm units=8 embedding=8 bidirectional=1 pool=mean",
        "recurrent cell=gru layers=2 units=8 embedding=8",
    };

    (void)state;
    for (size_t i = 0; i < sizeof nets / sizeof *nets; i++)
        for (int to_set = 0; to_set < 2; to_set++) {
            struct trial_result r;
            char *text = format_new("data=synthetic-words epochs=1 batch=40 optimizer=adam lr=0.01 "
                                    "init=glorot_uniform val_fraction=0.2 fit_count=50 pad=0.3 "
                                    "pad_to=%s net=\"%s\" norm=\"batchnorm masked=1\"",
                                    to_set ? "set" : "batch", nets[i]);

            assert_int_equal(start(text, &r), 0);
            assert_true(last(&r, METRIC_pad_change) == 0);
            assert_true(last(&r, METRIC_pad_change_train) == 0);
            assert_true(isfinite(last(&r, METRIC_val_loss)) && isfinite(last(&r, METRIC_fit_loss)));
            trial_result_clear(&r);
            free(text);
        }
}

/* The running statistics that one step with momentum=1 leaves are the last batch's, so that the distance
 * from them of that very batch, alone in its epoch, is 0: as the norm counts, which is not the other way. */
static void test_distance(void **state)
{
    (void)state;
    for (int masked = 0; masked < 2; masked++) {
        struct trial_result r;
        char *text =
            format_new("data=synthetic-series train_count=40 batch=40 epochs=1 lr=0 pad=0.5 "
                       "net=\"batchnorm momentum=1 running_var=biased masked=%d; mean; "
                       "dense ${classes}\"",
                       masked);

        assert_int_equal(start(text, &r), 0);
        assert_true(r.curve[METRIC_stat_distance][1] < 1e-5);
        assert_true(r.curve[METRIC_var_distance][1] < 1e-5);
        assert_true(r.curve[METRIC_var_distance][0] > 0.1 || masked); /* var starts at 1 */
        assert_true(r.curve[METRIC_mean_bias_first][1] > 0.01);
        trial_result_clear(&r);
        free(text);
    }
}

/* Without padding there is no bias; and what there is at a norm on the input itself is what the law of
 * total variance says of zeros among standardized numbers. */
static void test_bias(void **state)
{
    enum { BATCH = 16, BATCHES = 4 };
    struct trial_result r;
    struct data d;
    double squares = 0, var_squares = 0;
    int channels = 0;

    (void)state;
    assert_int_equal(start(SERIES "norm=batchnorm length=6", &r), 0);
    for (int p = 0; p <= r.points; p++) {
        assert_true(r.curve[METRIC_mean_bias_first][p] == 0);
        assert_true(r.curve[METRIC_var_bias_last][p] == 0);
    }
    trial_result_clear(&r);

    assert_int_equal(start(SERIES "norm=batchnorm length=6 pad=0.5 data_seed=first", &r), 0);
    assert_int_equal(data_open(&d, "synthetic-series"), 0);
    channels = d.shape.c;
    for (int batch = 0, i = 0; batch < BATCHES; batch++) {
        double sum[8] = {0}, square[8] = {0};

        assert_true(channels <= 8);
        for (int n = 0; n < BATCH; i++) {
            if (d.train.length[i] < 6)
                continue;
            n++;
            for (int t = 0; t < 6; t++)
                for (int c = 0; c < channels; c++) {
                    double v =
                        d.train
                            .series[((size_t)i * (size_t)d.shape.h + (size_t)t) * (size_t)channels +
                                    (size_t)c];

                    v = (v - d.mean[c]) / d.sd[c];
                    sum[c] += v / (BATCH * 6);
                    square[c] += v * v / (BATCH * 6);
                }
        }
        for (int c = 0; c < channels; c++) {
            double m = sum[c], v = square[c] - m * m, all = 0.5 * v + 0.25 * m * m;

            squares += 0.25 * m * m / v / (BATCHES * channels);
            var_squares += (all / v - 1) * (all / v - 1) / (BATCHES * channels);
        }
    }
    assert_true(fabs(r.curve[METRIC_mean_bias_first][0] - sqrt(squares)) < 1e-5 * sqrt(squares));
    assert_true(fabs(r.curve[METRIC_var_bias_first][0] - sqrt(var_squares)) <
                1e-5 * sqrt(var_squares));
    data_close(&d);
    trial_result_clear(&r);
}

/* Measuring it leaves the trained net as it was: more evaluations, the same end. */
static void test_measuring_does_not_disturb(void **state)
{
    struct trial_result r[2];

    (void)state;
    assert_int_equal(start(WORDS "norm=batchnorm evals_per_epoch=1", &r[0]), 0);
    assert_int_equal(start(WORDS "norm=batchnorm evals_per_epoch=4", &r[1]), 0);
    assert_true(last(&r[0], METRIC_test_loss) == last(&r[1], METRIC_test_loss));
    trial_result_clear(&r[0]);
    trial_result_clear(&r[1]);
}

static void test_flatten_takes_the_room(void **state)
{
    struct trial_result r;

    (void)state;
    assert_int_equal(start("data=synthetic-series epochs=1 net=\"flatten; dense 8; ${norm}; relu; "
                           "dense ${classes}\" norm=batchnorm lr=0.01",
                           &r),
                     0);
    assert_true(isnan(last(&r, METRIC_pad_change)));
    assert_true(r.status == TRIAL_DONE);
    trial_result_clear(&r);
}

static void test_keys_for_other_data(void **state)
{
    static const char *const bad[][2] = {
        {"data=synthetic pad=0.5 norm=none", "has no sequences"},
        {"data=synthetic length=3 norm=none", "has no sequences"},
        {"data=synthetic-words flip=1 net=\"flatten; dense ${classes}\"", "are for images"},
        {"data=synthetic-words input=raw net=\"flatten; dense ${classes}\"", "never scaled"},
        {"data=synthetic-words input=unit net=\"flatten; dense ${classes}\"", "input=unit"},
        {"data=synthetic-words length=200 net=\"flatten; dense ${classes}\"", "lower length"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct trial_result r;
        char *said;

        capture_stderr();
        assert_int_equal(start(bad[i][0], &r), -1);
        said = captured_stderr();
        if (!strstr(said, bad[i][1]))
            fail_msg("'%s': said '%s', not '%s'", bad[i][0], said, bad[i][1]);
        free(said);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_batch_of_series),
        cmocka_unit_test(test_length_and_padding),
        cmocka_unit_test(test_batch_of_tokens),
        cmocka_unit_test(test_masked_trials),
        cmocka_unit_test(test_counting_trials),
        cmocka_unit_test(test_other_nets),
        cmocka_unit_test(test_distance),
        cmocka_unit_test(test_bias),
        cmocka_unit_test(test_measuring_does_not_disturb),
        cmocka_unit_test(test_flatten_takes_the_room),
        cmocka_unit_test(test_keys_for_other_data),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
