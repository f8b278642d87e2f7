/* normlab bench as a user meets it, the dump that peers read, and sessions of steps. */
#include "json.h"
#include "support.h"

#include "base/arena.h"
#include "base/system/file.h"
#include "base/text.h"
#include "data/data.h"
#include "layers/layer.h"
#include "net/net.h"
#include "store/hdf5/h5.h"
#include "tools/bench.h"
#include "train/run/step_times.h"
#include "train/trial.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define QUICK  " --seconds 0.001 --repeat 2 --json"
#define NET    "data=synthetic net='mlp hidden=16' "
#define CONFIG NET "norm=batchnorm batch=50 lr=0.05"

/* Fails unless s is JSON; returns how many objects, one a line, it has. */
static int count_objects(const char *s)
{
    int n = 0;

    assert_json(s);
    while ((s = strstr(s, "\n{"))) {
        s++;
        n++;
    }
    return n;
}

/* A number of object `row` of the array. */
static double number(const char *json, int row, const char *name)
{
    char *quoted = format_new("\"%s\": ", name);
    const char *s = strstr(json, "\n{");
    double v;

    while (row-- > 0)
        s = strstr(s + 1, "\n{");
    s = strstr(s, quoted);
    if (!s)
        fail_msg("no \"%s\" in %s", name, json);
    v = strtod(s + strlen(quoted), NULL);
    free(quoted);
    return v;
}

static char *bench(const char *arguments)
{
    char *command = format_new("\"$NORMLAB\" bench %s" QUICK, arguments), *out, *err;

    assert_int_equal(run_command(command, &out, &err), 0);
    assert_string_equal(err, "");
    free(command);
    free(err);
    return out;
}

static void check_rows(const char *name, const char *unit, int rows)
{
    char *out = bench(name), *bound = format_new("bound_%s", unit);

    assert_int_equal(count_objects(out), rows);
    for (int i = 0; i < rows; i++) {
        double least = number(out, i, "min_ms"), median = number(out, i, "median_ms");
        double rate = number(out, i, unit), limit = number(out, i, bound);
        double limit_ms = number(out, i, "bound_ms"), fraction = number(out, i, "fraction");

        assert_true(least > 0 && median >= least);
        assert_true(rate > 0 && limit > 0);
        assert_true(fabs(fraction - rate / limit) < 1e-9 * fraction);
        assert_true(fabs(fraction - limit_ms / median) < 1e-9 * fraction);
        assert_true(number(out, i, "calls") >= 1);
    }
    free(bound);
    free(out);
}

static void test_norms(void **state)
{
    int norms = 0;

    (void)state;
#ifdef __SANITIZE_ADDRESS__
    skip_because(
        "norms of this size take the sanitizers long; they check such norms in test_norm_parts");
#endif
    for (int i = 0; layer_types[i]; i++)
        norms += layer_types[i]->is_norm;
    assert_true(norms >= 5);
    check_rows("norms", "gb_s", 3 * norms);
}

static void test_gemm(void **state)
{
    (void)state;
    check_rows("gemm", "gflop_s", 13);
}

static void test_conv(void **state)
{
    (void)state;
    check_rows("conv", "gflop_s", 21);
}

static void test_train(void **state)
{
    char *out = bench("train " CONFIG " train_count=120 --steps 6");
    double median, rate, image;

    (void)state;
    assert_int_equal(count_objects(out), 1);
    median = number(out, 0, "median_ms");
    image = number(out, 0, "image_ms");
    rate = number(out, 0, "gflop_s");
    assert_true(median > 0 && rate > 0);
    /* Six steps are two epochs, of 50, 50 and 20 images. */
    assert_true(number(out, 0, "images") == 40);
    assert_true(fabs(image - median / 40) < 1e-9 * image);
    assert_true(number(out, 0, "calls") == 6);
    assert_true(number(out, 0, "peak_bytes") > 1e6);
    free(out);
}

/* Of a net whose work grows with the positions alone: those of a batch count, not those of the net. */
static void test_train_sequences(void **state)
{
    static const char *const arguments[] = {
        "train data=synthetic-series net='conv1d 8; ${norm}; mean; dense ${classes}' norm=layernorm "
        "--steps 5",
        "train data=synthetic-words net='embedding 8 tokens=${tokens}; mean; dense ${classes}' "
        "batch=1 --steps 5",
        "train data=synthetic-words net='embedding 8 tokens=${tokens}; mean; dense ${classes}' "
        "batch=1 pad_to=set --steps 5",
    };
    double rate[3], median[3];

    (void)state;
    for (int i = 0; i < 3; i++) {
        char *out = bench(arguments[i]);

        assert_int_equal(count_objects(out), 1);
        assert_holds(out, i == 0 ? "\"shape\": \"20x3\"" : "\"shape\": \"12x1\"");
        rate[i] = number(out, 0, "gflop_s");
        median[i] = number(out, 0, "median_ms");
        free(out);
    }
    assert_true(rate[0] > 0);
    assert_true(rate[1] * median[1] < 0.95 * rate[2] * median[2]);
}

/* ---- the profile of steps ---- */

/* Fails unless the text `name` of object `row` is `want`. */
static void assert_text(const char *json, int row, const char *name, const char *want)
{
    char *quoted = format_new("\"%s\": \"%s\"", name, want);
    const char *s = strstr(json, "\n{"), *end;

    while (row-- > 0)
        s = strstr(s + 1, "\n{");
    end = strchr(s + 1, '\n');
    s = strstr(s, quoted);
    if (!s || s > end)
        fail_msg("no %s in that row of %s", quoted, json);
    free(quoted);
}

#define PROFILED                                                                                   \
    "data=synthetic net='conv2d 4 k=3; ${norm}; relu; maxpool 2; tanh; flatten; dense 8; relu; "   \
    "dense ${classes}' norm=batchnorm batch=50 lr=0.05 train_count=120"
enum { STEP_ROW, FIRST_PART, PART_ROWS = 8, FIRST_LAYER_ROW = FIRST_PART + PART_ROWS };

static const char *const part_names[PART_ROWS] = {"products", "norms", "activations", "other",
                                                  "batch",    "loss",  "optimizer",   "rest"};
enum { KINDS = 4 }; /* of layers */
static const char *const profiled_layers[][3] = {
    {"conv1", "products", "conv2d"},      {"norm1", "norms", "batchnorm+relu"},
    {"maxpool1", "other", "maxpool"},     {"tanh1", "activations", "tanh"},
    {"dense1", "products", "dense+relu"}, {"dense2", "products", "dense"},
};
enum { PROFILED_LAYERS = sizeof profiled_layers / sizeof *profiled_layers };

/* The parts' times have the step's as their sum, and so have their shares; those of layers have the sum of their kind. */
static void assert_sums(const char *out)
{
    double step = number(out, STEP_ROW, "ms"), ms = 0, share = 0;

    assert_true(step > 0);
    assert_true(number(out, STEP_ROW, "share") == 1);
    for (int i = 0; i < PART_ROWS; i++) {
        ms += number(out, FIRST_PART + i, "ms");
        share += number(out, FIRST_PART + i, "share");
    }
    assert_true(fabs(ms - step) < 1e-9 * step);
    assert_true(fabs(share - 1) < 1e-9);
    for (int i = 0; i < KINDS; i++) {
        double left = number(out, FIRST_PART + i, "ms");

        for (int k = 0; k < PROFILED_LAYERS; k++)
            if (strcmp(profiled_layers[k][1], part_names[i]) == 0)
                left -= number(out, FIRST_LAYER_ROW + k, "ms");
        assert_true(fabs(left) < 1e-9 * step);
    }
}

static void test_profile(void **state)
{
    char *out = bench("train " PROFILED " --profile --steps 6");

    (void)state;
    assert_int_equal(count_objects(out), FIRST_LAYER_ROW + PROFILED_LAYERS);
    assert_text(out, STEP_ROW, "name", "step");
    for (int i = 0; i < PART_ROWS; i++)
        assert_text(out, FIRST_PART + i, "name", part_names[i]);
    for (int i = 0; i < PROFILED_LAYERS; i++) {
        int row = FIRST_LAYER_ROW + i;
        double ms = number(out, row, "ms"), bound = number(out, row, "bound_ms");

        assert_text(out, row, "name", profiled_layers[i][0]);
        assert_text(out, row, "kind", profiled_layers[i][1]);
        assert_text(out, row, "type", profiled_layers[i][2]);
        assert_true(number(out, row, "forward_ms") > 0 && number(out, row, "backward_ms") > 0);
        assert_true(fabs(ms - number(out, row, "forward_ms") - number(out, row, "backward_ms")) <
                    1e-9 * ms);
        assert_true(bound > 0 && fabs(number(out, row, "fraction") - bound / ms) < 1e-6);
    }
    assert_sums(out);
    free(out);
}

/* Bounds of wide products are proportional to their operations. The net's first layer has no gradient of its input, so it
 * has two products in a step; the others have three. */
static void test_profile_bounds(void **state)
{
    char *out = bench("train data=synthetic batch=128 train_count=256 lr=1e-3 "
                      "net='flatten; dense 1024; dense 1024; dense 2048; dense ${classes}' "
                      "--profile --steps 2");
    double first = number(out, FIRST_LAYER_ROW, "bound_ms"),
           second = number(out, FIRST_LAYER_ROW + 1, "bound_ms"),
           third = number(out, FIRST_LAYER_ROW + 2, "bound_ms");

    (void)state;
    assert_true(fabs(third / second - 2) < 0.01);
    assert_true(fabs(second / first / (3 * 1024 / (2 * 144.)) - 1) < 0.01);
    free(out);
}

static void config_of(struct config *c)
{
    assert_int_equal(config_parse(c, "data=synthetic net=\"mlp hidden=16\" norm=batchnorm "
                                     "batch=50 lr=0.05 train_count=1020 data_seed=first epochs=3"),
                     0);
}

/* Timed steps have the bits of others, and times that fit together. */
static void test_timed_steps(void **state)
{
    struct config c = {0};
    struct trial_result r[2];
    struct trial *t[2];
    const struct net *n[2];
    struct step_times times = {0};

    (void)state;
    config_of(&c);
    for (int i = 0; i < 2; i++) {
        t[i] = trial_open(&c, &r[i]);
        assert_non_null(t[i]);
        n[i] = trial_look(t[i]).net;
        trial_epoch(t[i], 1);
    }
    times.layer = xcalloc((size_t)n[1]->nodes, sizeof *times.layer);
    for (int i = 0; i < 4; i++) {
        struct trial_step plain = trial_step(t[0], i), timed = trial_step_timed(t[1], i, &times);
        double sum = times.batch_s + times.loss_s + times.update_s;

        assert_memory_equal(&plain.loss, &timed.loss, sizeof plain.loss);
        assert_memory_equal(n[0]->param, n[1]->param, n[0]->param_reals * sizeof(real));
        assert_true(!n[1]->watch && !n[1]->watch_backward);
        for (int k = 0; k < n[1]->nodes; k++) {
            assert_true((times.layer[k].forward_s > 0) != n[1]->node[k].layer.type->view);
            sum += times.layer[k].forward_s + times.layer[k].backward_s;
        }
        assert_true(times.batch_s > 0 && times.loss_s > 0 && times.update_s > 0);
        assert_true(sum <= times.step_s * (1 + 1e-9));
    }
    free(times.layer);
    for (int i = 0; i < 2; i++) {
        trial_close(t[i]);
        trial_result_clear(&r[i]);
    }
    config_clear(&c);
}

static void test_wrong_arguments(void **state)
{
    static const struct refusal cases[] = {
        {"", 2, "which one"},
        {"norm", 2, "did you mean 'norms'?"},
        {"speed", 2, "should be norms, gemm, conv or train"},
        {"norms batch=3", 2, "norms takes no argument"},
        {"gemm --steps 3", 2, "--steps is an option of bench train"},
        {"conv --profile", 2, "--profile is an option of bench train"},
        {"train norm=none --dump x.h5 --profile", 2, "exclude each other"},
        {"conv --dump x.h5", 2, "--dump is an option of bench train"},
        {"norms --seconds x", 2, "--seconds x: should be a number"},
        {"norms --seconds nan", 2, "--seconds nan: should be a number"},
        {"norms --repeat 0", 2, "should be a whole number"},
        {"train norm=none --steps 0", 2, "--steps 0: should be a whole number from 1"},
        {"train norm=none --steps 1.5", 2, "should be a whole number"},
        {"train norm", 2, "should be KEY=VALUE"},
        {"train norm=none bacth=3", 2, "did you mean 'batch'?"},
        {"train norm=none data=mnits", 1, "mnits"},
        {"train " NET "norm=batchnorm batch=1", 1, "norm1"},
        {"train " NET "batch=50 lr=1e6 init_scale=1e6 norm=none --steps 9", 1, "not finite"},
        {"train " CONFIG " --dump /nonexistent/x.h5", 1, "/nonexistent/x.h5"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_command_refused(".", "\"$NORMLAB\" bench ", &cases[i]);
}

/* ---- the dump ---- */

static void assert_images(struct h5_file *f, const struct data *d)
{
    struct h5_array a;

    assert_int_equal(h5_read(f, "/image", &a), 0);
    assert_true(a.rank == 4 && a.dim[0] == 1020 && a.dim[1] == 12 && a.dim[3] == 1);
    for (size_t i = 0; i < h5_count(&a); i++)
        assert_true(((double *)a.data)[i] == d->train.image[i]);
    h5_array_clear(&a);
    assert_int_equal(h5_read(f, "/mean", &a), 0);
    assert_true(a.rank == 1 && ((double *)a.data)[0] == d->mean[0]);
    h5_array_clear(&a);
}

static void assert_names(struct h5_file *f)
{
    static const char *const want[] = {"dense1/weight", "norm1/gamma", "norm1/beta",
                                       "dense2/weight", "dense2/bias"};
    struct h5_array a;

    assert_int_equal(h5_read(f, "/params", &a), 0);
    assert_int_equal(h5_count(&a), 5);
    for (int i = 0; i < 5; i++) {
        assert_string_equal(((char **)a.data)[i], want[i]);
    }
    h5_array_clear(&a);
}

/* The values stand as they are before the first step. */
static void assert_first_values(struct h5_file *f, const struct config *c)
{
    struct trial_result r;
    struct trial *t = trial_open(c, &r);
    const struct net *n = trial_look(t).net;
    const struct layer *dense = &n->node[1].layer; /* behind flatten */
    struct h5_array a;

    assert_string_equal(dense->name, "dense1");
    assert_int_equal(h5_read(f, "/param/dense1/weight", &a), 0);
    assert_true(a.rank == 2 && a.dim[0] == 144 && a.dim[1] == 16);
    for (size_t i = 0; i < h5_count(&a); i++)
        assert_true(((double *)a.data)[i] ==
                    n->param[n->node[1].param_at + dense->param[0].offset + i]);
    h5_array_clear(&a);
    trial_close(t);
    trial_result_clear(&r);
}

/* Each epoch's order is a permutation, and the losses are those of the trial. */
static void assert_steps(struct h5_file *f, const double *train_loss)
{
    struct h5_array order, loss;
    char seen[3][1020] = {{0}};

    assert_int_equal(h5_read(f, "/order", &order), 0);
    assert_int_equal(h5_read(f, "/loss", &loss), 0);
    assert_true(order.rank == 2 && order.dim[0] == 3 && order.dim[1] == 1020);
    assert_int_equal(h5_count(&loss), BENCH_DUMP_STEPS);
    for (size_t i = 0; i < 3 * 1020; i++)
        seen[i / 1020][(size_t)((double *)order.data)[i]]++;
    for (size_t i = 0; i < 3 * 1020; i++)
        assert_int_equal(seen[i / 1020][i % 1020], 1);
    for (int epoch = 0; epoch < 2; epoch++) { /* 20 steps of 50 and one of 20 */
        const double *step = (const double *)loss.data + 21 * (size_t)epoch;
        double sum = 0;

        for (int i = 0; i < 21; i++)
            sum += step[i] * (i < 20 ? 50 : 20);
        assert_true(fabs(sum / 1020 - train_loss[epoch + 1]) < 1e-12);
    }
    h5_array_clear(&order);
    h5_array_clear(&loss);
}

static void test_dump(void **state)
{
    struct config c = {0};
    struct trial_result r;
    char *path = test_path("dump.h5"), *batch;
    struct h5_file *f;
    struct data d;

    (void)state;
    config_of(&c);
    assert_int_equal(bench_dump(&c, 0, path), 0);
    assert_int_equal(trial_run(&c, &r, NULL, NULL), 0);
    assert_int_equal(data_open(&d, "synthetic"), 0);
    f = h5_open(path);
    assert_non_null(f);
    assert_images(f, &d);
    assert_names(f);
    assert_first_values(f, &c);
    assert_steps(f, r.curve[METRIC_train_loss]);
    batch = h5_get_text(f, "/", "batch");
    assert_string_equal(batch, "50");
    h5_close(f);
    data_close(&d);
    trial_result_clear(&r);
    config_clear(&c);
    free(batch);
    free(path);
}

/* Reads the losses and the number of epochs from the dump of `steps` steps. */
static struct h5_array dumped_losses(int steps, size_t *epochs)
{
    struct config c = {0};
    char *path = test_path("dump.h5");
    struct h5_array order, loss;
    struct h5_file *f;

    config_of(&c);
    assert_int_equal(bench_dump(&c, steps, path), 0);
    f = h5_open(path);
    assert_non_null(f);
    assert_int_equal(h5_read(f, "/order", &order), 0);
    assert_int_equal(h5_read(f, "/loss", &loss), 0);
    *epochs = order.dim[0];
    h5_close(f);
    h5_array_clear(&order);
    config_clear(&c);
    free(path);
    return loss;
}

/* A dump of fewer steps holds the first losses of a longer one, and the order of the epochs that it needs. */
static void test_dump_steps(void **state)
{
    size_t epochs, few_epochs;
    struct h5_array loss = dumped_losses(0, &epochs), few = dumped_losses(22, &few_epochs);

    (void)state;
    assert_int_equal(h5_count(&few), 22);
    assert_int_equal(few_epochs, 2); /* 21 steps an epoch */
    assert_memory_equal(few.data, loss.data, 22 * sizeof(double));
    h5_array_clear(&loss);
    h5_array_clear(&few);
}

/* ---- the dump of sequences ---- */

/* A set's sequences of at least 6 steps are there in their order, cut to 6, the last tenth left out. */
#define SEQUENCES                                                                                  \
    " norm=layernorm length=6 pad=0.25 val_fraction=0.1 batch=16 lr=0.01 optimizer=adam epochs=1"
enum { ROOM = 8 };

static size_t assert_lengths(struct h5_file *f)
{
    struct h5_array a;
    size_t n;

    assert_int_equal(h5_read(f, "/length", &a), 0);
    n = h5_count(&a);
    assert_int_equal(a.rank, 1);
    for (size_t i = 0; i < n; i++)
        assert_true(((double *)a.data)[i] == 6);
    h5_array_clear(&a);
    return n;
}

/* The value of a padded sequence's step as it enters the net. */
static double expected_value(const struct data *d, size_t sequence, size_t t, size_t c)
{
    size_t channels = (size_t)d->shape.c, at = sequence * (size_t)d->shape.h + t;

    if (t >= 6)
        return 0;
    if (d->tokens)
        return d->train.image[at];
    return (d->train.series[at * channels + c] - d->mean[c]) / d->sd[c];
}

static void assert_sequences(const struct h5_array *a, const struct h5_array *label,
                             const struct data *d, size_t n)
{
    size_t channels = (size_t)d->shape.c, at = 0, sequence = 0;

    assert_true(a->dim[0] == n && a->dim[1] == ROOM && h5_count(label) == n);
    for (size_t i = 0; i < n; i++, sequence++) {
        while (d->train.length[sequence] < 6)
            sequence++;
        assert_true(((double *)label->data)[i] == d->train.label[sequence]);
        for (size_t t = 0; t < ROOM; t++)
            for (size_t c = 0; c < channels; c++, at++)
                assert_true(fabs(((double *)a->data)[at] - expected_value(d, sequence, t, c)) <
                            1e-5);
    }
}

static void check_sequences(const char *set, const char *net, const char *name)
{
    struct config c = {0};
    char *path = test_path("sequences.h5"),
         *text = format_new("data=%s data_seed=first net=\"%s\"" SEQUENCES, set, net);
    struct h5_array a, label;
    struct h5_file *f;
    struct data d;
    size_t n;

    assert_int_equal(config_parse(&c, text), 0);
    assert_int_equal(bench_dump(&c, 0, path), 0);
    assert_int_equal(data_open(&d, set), 0);
    f = h5_open(path);
    assert_non_null(f);
    assert_false(h5_exists(f, "/image") || h5_exists(f, "/mean"));
    n = assert_lengths(f);
    assert_true(n > 100);
    assert_int_equal(h5_read(f, name, &a), 0);
    assert_int_equal(h5_read(f, "/label", &label), 0);
    assert_sequences(&a, &label, &d, n);
    h5_array_clear(&a);
    h5_array_clear(&label);
    h5_close(f);
    data_close(&d);
    config_clear(&c);
    free(text);
    free(path);
}

static void test_dump_sequences(void **state)
{
    (void)state;
    check_sequences("synthetic-words",
                    "embedding 4 tokens=${tokens}; ${norm}; mean; dense ${classes}", "/token");
    check_sequences("synthetic-series", "conv1d 4; ${norm}; mean; dense ${classes}", "/series");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_norms),
        cmocka_unit_test(test_gemm),
        cmocka_unit_test(test_conv),
        cmocka_unit_test(test_train),
        cmocka_unit_test(test_train_sequences),
        cmocka_unit_test(test_profile),
        cmocka_unit_test(test_profile_bounds),
        cmocka_unit_test(test_timed_steps),
        cmocka_unit_test(test_wrong_arguments),
        cmocka_unit_test(test_dump),
        cmocka_unit_test(test_dump_steps),
        cmocka_unit_test(test_dump_sequences),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
