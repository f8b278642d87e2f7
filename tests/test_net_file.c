/* normlab trial --save, --load and --evaluate: a net that comes back from a file is the same to the last bit; other files are
 * refused with one message; and a file is whole or not there. */
#include "base/arena.h"
#include "base/list.h"
#include "base/system/file.h"
#include "h5_files.h"
#include "store/store.h"
#include "trials.h"
#include <stdio.h>

#define SMALL "train_count=96 test_count=40 batch=16 "
#define MLP   "data=synthetic net='mlp hidden=8' norm=batchnorm lr=0.05 " SMALL

/* Runs normlab with these arguments in the test's folder. Fails unless it ends with `code`. Returns what it printed, a new
 * string: on standard output, or on standard error when the code is not 0. */
static char *normlab(int code, const char *format, ...) __attribute__((format(printf, 2, 3)));
static char *normlab(int code, const char *format, ...)
{
    char words[2048], *line, *out, *err;
    va_list args;
    int r;

    va_start(args, format);
    vsnprintf(words, sizeof words, format, args);
    va_end(args);
    line = format_new("\"$NORMLAB\" %s", words);
    r = run_in_folder(".", line, &out, &err);
    if (r != code)
        fail_msg("%s: exit code %d: %s%s", words, r, out, err);
    free(line);
    free(code ? out : err);
    return code ? err : out;
}

/* ---- the same net ---- */

/* What evaluations measure. */
static const enum metric evaluated[] = {METRIC_val_loss,   METRIC_val_error, METRIC_test_loss,
                                        METRIC_test_error, METRIC_fit_loss,  METRIC_gamma_mean,
                                        METRIC_gamma_sd,   METRIC_beta_mean, METRIC_beta_sd};

/* Fails unless point `p` of a has the values of point `q` of b, bit for bit, and some are numbers. */
static void assert_same_point(const struct record *a, int p, const struct record *b, int q,
                              const char *what)
{
    int numbers = 0;

    for (size_t i = 0; i < sizeof evaluated / sizeof *evaluated; i++) {
        double x = a->result.curve[evaluated[i]][p], y = b->result.curve[evaluated[i]][q];

        numbers += !isnan(x);
        if (memcmp(&x, &y, sizeof x) && !(isnan(x) && isnan(y)))
            fail_msg("%s: %s is %.17g, not %.17g", what, metric_info[evaluated[i]].name, x, y);
    }
    assert_true(numbers >= 4);
}

static void test_evaluates_the_same(void **state)
{
    static const char *const trained[] = {
        MLP "val_fraction=0.2 fit_count=30",
        "data=synthetic-rgb net='resnet depth=8 width=4' norm='batchnorm momentum=cma' " SMALL,
        "data=synthetic-words optimizer=adam lr=0.01 net='embedding 6 tokens=${tokens}; lstm 8; ${norm}; last; "
        "dense ${classes}' norm='batchnorm over=step' " SMALL,
    };

    (void)state;
    for (size_t i = 0; i < sizeof trained / sizeof *trained; i++) {
        struct record a, b;

        free(normlab(0, "trial %s epochs=2 --file a.h5 --save n.h5", trained[i]));
        free(normlab(0, "trial --load n.h5 --evaluate --file b.h5"));
        a = read_trial("a.h5");
        b = read_trial("b.h5");
        assert_int_equal(b.result.points, 0);
        assert_true(b.result.steps == 0);
        /* training changed the net: the file is not that of first values */
        assert_true(a.result.curve[METRIC_test_loss][2] != a.result.curve[METRIC_test_loss][0]);
        assert_same_point(&b, 0, &a, 2, trained[i]);
        record_clear(&a);
        record_clear(&b);
    }
}

/* A net that was loaded is trained further; keys may change. What results from it is another trial than one from random weights. */
static void test_goes_on(void **state)
{
    struct record first, second, plain;
    char *out;

    (void)state;
    out = normlab(0, "trial " MLP "epochs=2 --file first.h5 --save first.net.h5");
    assert_holds(out, "saved the net to first.net.h5\n");
    free(out);
    free(normlab(
        0, "trial --load first.net.h5 lr=0.01 epochs=1 --file second.h5 --save second.net.h5"));
    free(normlab(0, "trial data=synthetic net='mlp hidden=8' norm=batchnorm lr=0.01 " SMALL
                    "epochs=1 --file plain.h5"));
    first = read_trial("first.h5");
    second = read_trial("second.h5");
    plain = read_trial("plain.h5");
    assert_same_point(&second, 0, &first, 2, "start");
    assert_true(second.result.curve[METRIC_test_loss][1] !=
                second.result.curve[METRIC_test_loss][0]);
    assert_string_equal(record_get(&second, "net"), "mlp hidden=8");
    assert_string_equal(record_get(&second, "lr"), "0.01");
    assert_int_equal(strlen(record_get(&second, "loaded")), 16);
    assert_string_equal(record_get(&first, "loaded"), "");
    store_key("trial", 0, &second.config, second.key);
    store_key("trial", 0, &plain.config, plain.key);
    assert_true(strcmp(second.key, plain.key) != 0);
    /* the net of a net: it is named, too */
    free(normlab(0, "trial --load second.net.h5 --evaluate --file third.h5"));
    record_clear(&plain);
    plain = read_trial("third.h5");
    assert_same_point(&plain, 0, &second, 1, "third");
    assert_true(strcmp(record_get(&plain, "loaded"), record_get(&second, "loaded")) != 0);
    record_clear(&first);
    record_clear(&second);
    record_clear(&plain);
}

/* Another seed draws no other training samples, or the net would be validated on samples that it has been trained on. */
static void test_the_samples_stay(void **state)
{
    static const struct {
        const char *keys, *drawn;
    } cases[] = {{"", "seed"}, {"seed=3", "3"}, {"seed=5", "3"}, {"seed=5 data_seed=seed", "seed"}};

    (void)state;
    free(normlab(0, "trial " MLP "val_fraction=0.2 seed=3 epochs=1 --save drawn.h5"));
    for (int i = 0; i < 4; i++) {
        struct record r;

        free(normlab(0, "trial --load drawn.h5 --evaluate %s --file d.h5", cases[i].keys));
        r = read_trial("d.h5");
        assert_string_equal(record_get(&r, "data_seed"), cases[i].drawn);
        record_clear(&r);
    }
}

/* ---- the file ---- */

static void test_layout(void **state)
{
    char *path = test_path("layout.h5"), *text;
    struct h5_file *f;
    struct h5_array a;
    struct record r;

    (void)state;
    free(normlab(0,
                 "trial data=toy-affine loss=mse net='dense 4; batchnorm; tanh; dense 1' epochs=1 "
                 "train_count=64 batch=16 lr=0.01 --file layout.trial.h5 --save layout.h5"));
    r = read_trial("layout.trial.h5");
    f = h5_open(path);
    assert_non_null(f);
    assert_true(h5_get_number(f, "/", "normlab_net") == 1);
    assert_true(h5_get_number(f, "/", "epochs") == 1 && h5_get_number(f, "/", "steps") == 4);
    assert_true(h5_get_number(f, "/final", "test_loss") == r.result.curve[METRIC_test_loss][1]);
    text = h5_get_text(f, "/", "layers");
    assert_string_equal(text, "dense1 norm1 dense2");
    free(text);
    text = h5_get_text(f, "/config", "lr");
    assert_string_equal(text, "0.01");
    free(text);
    text = h5_get_text(f, "/", "data_sha256");
    assert_string_equal(text, r.result.data_sha256);
    free(text);
    assert_int_equal(h5_read(f, "param/dense2/weight", &a), 0); /* [in][out] */
    assert_int_equal(a.rank, 2);
    assert_true(a.dim[0] == 4 && a.dim[1] == 1);
    h5_array_clear(&a);
    assert_int_equal(h5_read(f, "state/norm1/running_var", &a), 0);
    assert_true(a.rank == 1 && a.dim[0] == 4);
    for (int i = 0; i < 4; i++)
        assert_true(((double *)a.data)[i] > 0 && ((double *)a.data)[i] != 1);
    h5_array_clear(&a);
    h5_close(f);
    record_clear(&r);
    free(path);
}

/* Copies the net saved.h5 to changed.h5 but for one tensor: `at` becomes `value`, or the tensor is left out (at -1), or holds
 * text (at -2). added: the name of a further tensor; NULL: none. */
static void change(const char *name, int at, double value, const char *added)
{
    char *from = test_path("saved.h5"), *to = test_path("changed.h5");
    static const char *const all[] = {"param/dense1/weight",    "param/norm1/gamma",
                                      "param/norm1/beta",       "param/dense2/weight",
                                      "param/dense2/bias",      "state/norm1/running_mean",
                                      "state/norm1/running_var"};
    struct h5_file *in = h5_open(from), *out = h5_create(to);
    struct h5_array a;

    assert_non_null(in);
    h5_set_number(out, "/", "normlab_net", 1);
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        bool it = strcmp(all[i], name) == 0;

        assert_int_equal(h5_read(in, all[i], &a), 0);
        if (it && at >= 0)
            ((double *)a.data)[at] = value;
        if (!it || at >= 0)
            h5_write(out, all[i], &a, 0, NULL, NULL);
        if (it && at == -2) {
            char *word = (char *)"word";
            struct h5_array text = {.type = H5_TEXT, .rank = 1, .dim = {1}, .data = &word};

            h5_write(out, all[i], &text, 0, NULL, NULL);
        }
        if (added && i == 0)
            h5_write(out, added, &a, 0, NULL, NULL);
        h5_array_clear(&a);
    }
    assert_int_equal(h5_publish(out), 0);
    h5_close(in);
    free(from);
    free(to);
}

/* Fails unless the file is refused with one message that names it and has this in it. */
static void refuse(const char *name, const char *keys, const char *want)
{
    char *err = normlab(1, "trial --load %s --evaluate %s", name, keys);

    assert_holds(err, name);
    assert_message(err, want);
}

static void test_other_files(void **state)
{
    char *path = test_path("saved.h5"), *bytes, *cut = test_path("cut.h5");
    size_t size;

    (void)state;
    free(normlab(0, "trial " MLP "epochs=1 --file result.h5 --save saved.h5"));
    change("", 0, 0, NULL); /* a file of the same tensors is the same net */
    free(normlab(0, "trial --load changed.h5 --evaluate " MLP));
    refuse(
        "saved.h5", "net='mlp hidden=9'",
        "param/dense1/weight is [144,8], this net needs [144,9]; the file's net was trained with net=\"mlp hidden=8\"");
    refuse("saved.h5", "net='mlp hidden=8-8'",
           "param/dense2/weight is [8,10], this net needs [8,8]");
    refuse("saved.h5", "norm=none", "has no param/dense1/bias, which this net has");
    change("state/norm1/running_mean", -1, 0, NULL);
    refuse("changed.h5", MLP, "has no state/norm1/running_mean, which this net has");
    change("", 0, 0, "param/dense3/weight");
    refuse("changed.h5", MLP, "has param/dense3/weight, which this net lacks");
    change("state/norm1/running_var", 2, -1e-6, NULL);
    refuse("changed.h5", MLP, "state/norm1/running_var[2] is -1e-06, should be 0 or more");
    change("param/norm1/gamma", 1, NAN, NULL);
    refuse("changed.h5", MLP, "param/norm1/gamma[1] is nan, should be finite");
    change("param/dense2/bias", -2, 0, NULL);
    refuse("changed.h5", MLP, "param/dense2/bias holds text, not numbers");
    refuse("result.h5", "", "is the result of a trial and has no weights");
    refuse("nowhere.h5", "", "No such file");
    bytes = file_read(path, &size, false);
    assert_non_null(bytes);
    assert_int_equal(file_write(cut, bytes, size / 2), 0);
    refuse("cut.h5", "", "");
    bytes[size / 2] ^= 1;
    assert_int_equal(file_write(cut, bytes, size), 0);
    refuse("cut.h5", "", "");
    free(bytes);
    free(cut);
    free(path);
}

/* ---- whole or not at all ---- */

static void test_whole(void **state)
{
    char *out, *err, *path = test_path("kept.h5"), *before, *after;
    size_t a, b;

    (void)state;
    free(normlab(0, "trial " MLP "epochs=1 --save kept.h5"));
    before = file_read(path, &a, false);
    /* no room for the new net */
    assert_int_equal(
        run_in_folder(".", "ulimit -f 4; \"$NORMLAB\" trial " MLP "epochs=1 seed=1 --save kept.h5",
                      &out, &err),
        1);
    assert_message(err, "kept.h5");
    after = file_read(path, &b, false);
    assert_true(a == b && memcmp(before, after, a) == 0);
    free(out);
    free(before);
    free(after);
    /* no net of a trial that did not end well */
    err = normlab(
        6,
        "trial data=toy-affine loss=mse batch=20 train_count=200 epochs=30 lr=3 momentum=0 net='dense 1' "
        "--save diverged.h5");
    assert_holds(err, "diverged.h5 is not written, because the trial");
    free(err);
    assert_false(is_there(".", "diverged.h5"));
    assert_int_equal(run_in_folder(".", "ls *.tmp.* 2>/dev/null", NULL, NULL), 2);
    free(path);
}

static void test_wrong_options(void **state)
{
    static const struct refusal cases[] = {
        {"\"$NORMLAB\" trial --evaluate " MLP, 2, "--evaluate goes with --load"},
        {"\"$NORMLAB\" trial --evaluate --load saved.h5 epochs=3", 2, "leave epochs out"},
        {"\"$NORMLAB\" trial --keep-state " MLP, 2, "--keep-state goes with --file"},
        {"\"$NORMLAB\" trial --file x.h5 --save ./x.h5 " MLP, 2,
         "--file has its result or its state there"},
        {"\"$NORMLAB\" trial --file x.h5 --save x.state " MLP, 2, "--file has its result"},
        {"\"$NORMLAB\" trial --file saved.h5 --load ./saved.h5", 2, "would write its result"},
        {"\"$NORMLAB\" trial loaded=0123456789abcdef " MLP, 1, "only normlab trial --load"},
        {"\"$NORMLAB\" trial --load saved.h5 loaded=0123456789abcdef", 1,
         "not loaded=0123456789abcdef"},
        {"\"$NORMLAB\" trial --save no/such/n.h5 " MLP, 1, "no/such"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_command_refused(".", "", &cases[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_evaluates_the_same), cmocka_unit_test(test_goes_on),
        cmocka_unit_test(test_the_samples_stay),   cmocka_unit_test(test_layout),
        cmocka_unit_test(test_other_files),        cmocka_unit_test(test_whole),
        cmocka_unit_test(test_wrong_options),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
