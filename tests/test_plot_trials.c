/* normlab plot TRIAL.h5...: curves of single trials in one figure, whose key says in what they differ. */
#include "base/number.h"
#include "figures.h"
#include "store/description.h"
#include "store/store.h"
#include "trials.h"

#define KEYS "data=synthetic net='mlp hidden=8' train_count=96 test_count=40 "

static void shell(const char *command)
{
    char *err;

    if (run_in_folder(".", command, NULL, &err))
        fail_msg("%s: %s", command, err);
    free(err);
}

static int make_trials(void **state)
{
    (void)state;
    shell("mkdir runs");
    shell("\"$NORMLAB\" trial " KEYS "norm=batchnorm batch=16 epochs=3 -q --file bn.h5");
    shell("\"$NORMLAB\" trial " KEYS
          "norm=batchnorm batch=16 lr=0.01 epochs=3 -q --file runs/bn.h5");
    shell("\"$NORMLAB\" trial " KEYS
          "norm=layernorm batch=16 epochs=3 val_fraction=0.2 -q --file 'runs/a b\".h5'");
    shell("\"$NORMLAB\" trial " KEYS
          "norm=batchnorm batch=1 epochs=1 -q --file refused.h5 || [ $? = 5 ]");
    shell(
        "\"$NORMLAB\" trial data=toy-affine loss=mse net='dense 1' train_count=200 batch=20 lr=0.01 epochs=14 -q "
        "--file toy.h5");
    return 0;
}

/* Fails unless the CSV has a row of the line for each value of the metric at a point, with this value, and no others. */
static void assert_line(const char *csv, const char *panel, const char *line, const char *file,
                        enum metric m)
{
    char *path = test_path(file), *start = format_new("\n%s,%s,mean,", panel, line);
    struct record r;
    int rows = 0;

    assert_int_equal(store_trial_read(path, &r), 0);
    for (int p = 0; p <= r.result.points; p++) {
        char digits[32], *row;

        if (isnan(r.result.curve[m][p]))
            continue;
        format_double(digits, r.result.curve[m][p]);
        row = format_new("%s%d,%s,,\n", start, p, digits);
        assert_holds(csv, row);
        free(row);
        rows++;
    }
    assert_true(rows >= 3);
    assert_int_equal(occurrences(csv, start), rows);
    record_clear(&r);
    free(start);
    free(path);
}

static char *csv_of(const char *name)
{
    char *folder = test_path("plots/trials"), *csv;
    size_t n;

    csv = read_part(folder, name, "csv", &n);
    free(folder);
    return csv;
}

static void test_one(void **state)
{
    char *out, *csv, *gp;

    (void)state;
    skip_without_gnuplot();
    assert_int_equal(run_in_folder(".", "\"$NORMLAB\" plot 'runs/a b\".h5'", &out, NULL), 0);
    assert_string_equal(out, "./plots/trials/a_b_.{svg,pdf,png,gp,csv}\n");
    gp = read_in_folder("plots/trials", "a_b_.gp");
    assert_holds(gp, "\ncaption = 'layernorm; mlp hidden=8; synthetic, ");
    free(gp);
    csv = csv_of("a_b_");
    assert_line(csv, "loss (nat)", "test", "runs/a b\".h5", METRIC_test_loss);
    assert_line(csv, "loss (nat)", "training", "runs/a b\".h5", METRIC_train_loss);
    assert_line(csv, "loss (nat)", "validation", "runs/a b\".h5", METRIC_val_loss);
    assert_line(csv, "error (%)", "test", "runs/a b\".h5", METRIC_test_error);
    assert_line(csv, "error (%)", "training", "runs/a b\".h5", METRIC_train_error);
    assert_line(csv, "error (%)", "validation", "runs/a b\".h5", METRIC_val_error);
    free(csv);
    free(out);
}

/* The key names the differing values alone; files of one name in two folders are two lines. */
static void test_several(void **state)
{
    char *folder = test_path("here/plots/trials"), *csv, *gp;
    size_t n;

    (void)state;
    skip_without_gnuplot();
    shell(
        "\"$NORMLAB\" plot bn.h5 runs/bn.h5 'runs/a b\".h5' refused.h5 --out here --format svg --width 3.4");
    csv = read_part(folder, "bn+bn+a_b_+refused", "csv", &n);
    assert_line(csv, "loss (nat)",
                "\"val_fraction=0, epochs=3, batch=16, lr=0.1, batchnorm, test\"", "bn.h5",
                METRIC_test_loss);
    assert_line(csv, "error (%)",
                "\"val_fraction=0, epochs=3, batch=16, lr=0.01, batchnorm, training\"",
                "runs/bn.h5", METRIC_train_error);
    assert_line(csv, "loss (nat)",
                "\"val_fraction=0.2, epochs=3, batch=16, lr=0.1, layernorm, test\"",
                "runs/a b\".h5", METRIC_test_loss);
    assert_null(strstr(csv, "validation"));
    assert_null(strstr(csv, "batch=1,"));
    gp = read_part(folder, "bn+bn+a_b_+refused", "gp", &n);
    assert_holds(gp, "note[1] = 'val_fraction=0, epochs=1, batch=1, lr=0.1, batchnorm: refused'\n");
    assert_holds(gp, "style[1] = 'batchnorm'; ");
    assert_holds(gp, "style[2] = 'trial2'; "); /* a colour of its own */
    assert_holds(gp, "style[3] = 'layernorm'; ");
    assert_on_page(folder, "bn+bn+a_b_+refused");
    free(gp);
    free(csv);
    free(folder);
}

/* Without classes there are no errors; a long curve in the terminal. */
static void test_regression(void **state)
{
    char *out, *csv;

    (void)state;
    skip_without_gnuplot();
    shell("\"$NORMLAB\" plot toy.h5 --format svg");
    csv = csv_of("toy");
    assert_line(csv, "loss (nat)", "test", "toy.h5", METRIC_test_loss);
    assert_null(strstr(csv, "error"));
    assert_int_equal(
        run_in_folder("terminal", "\"$NORMLAB\" plot ../toy.h5 --term && ls", &out, NULL), 0);
    assert_holds(out, "loss (nat): mean over samples");
    assert_holds(out, "training");
    assert_null(strstr(out, "plots"));
    free(out);
    free(csv);
}

static void test_refused(void **state)
{
    static const struct refusal cases[] = {
        {"\"$NORMLAB\" plot refused.h5", 1,
         "refused.h5: there are no curves to draw: the trial was refused"},
        {"\"$NORMLAB\" plot bn.h5 nowhere.h5", 1, "nowhere.h5"},
        {"\"$NORMLAB\" plot bn.h5 batch_size", 2, "takes one experiment, or files of trials"},
        {"\"$NORMLAB\" plot batch_size placement", 2, "takes one experiment, or files of trials"},
        {"\"$NORMLAB\" plot bn.h5 --preset demo", 2, "--preset is for an experiment"},
        {"\"$NORMLAB\" trial -q " KEYS "batch=16 epochs=0 --save net.h5; \"$NORMLAB\" plot net.h5",
         1, "net.h5"},
        {"printf x >text.h5; \"$NORMLAB\" plot text.h5", 1, "text.h5"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_command_refused(".", "", &cases[i]);
}

/* ---- labels ---- */

static void test_labels(void **state)
{
    static const char *const configs[] = {"norm=batchnorm lr=0.1 net=mlp seed=0",
                                          "norm=batchnorm lr=0.2 net=mlp seed=0",
                                          "norm=\"groupnorm groups=8\" lr=0.1 net=mlp seed=0",
                                          "norm=batchnorm lr=0.2 net=mlp seed=0"};
    static const char *const want[] = {"batchnorm, lr=0.1", "batchnorm, lr=0.2",
                                       "groupnorm groups=8, lr=0.1", "batchnorm, lr=0.2 (4)"};
    struct results r = {0}, same = {0};
    struct list label = {0};

    (void)state;
    for (int i = 0; i < 4; i++)
        add_trial(&r, 0, configs[i], 1);
    description_labels(&r, &label);
    assert_int_equal(label.count, 4);
    for (int i = 0; i < 4; i++)
        assert_string_equal(label.item[i], want[i]);
    list_clear(&label);
    add_trial(&same, 0, configs[0], 1);
    add_trial(&same, 0, configs[0], 1);
    description_labels(&same, &label);
    assert_string_equal(label.item[0], "trial 1");
    assert_string_equal(label.item[1], "trial 2");
    list_clear(&label);
    free_trials(&r);
    free_trials(&same);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one),        cmocka_unit_test(test_several),
        cmocka_unit_test(test_regression), cmocka_unit_test(test_refused),
        cmocka_unit_test(test_labels),
    };

    return cmocka_run_group_tests(tests, make_trials, NULL);
}
