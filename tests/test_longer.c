/* normlab trial --keep-state: a trial that is asked for more epochs goes on from its kept state, and its result is that of a
 * trial that had so many epochs from the start, bit for bit but for times. Where that cannot be, it says so and starts anew. */
#include "base/arena.h"
#include "base/system/file.h"
#include "base/text.h"
#include "store/store.h"
#include "support.h"
#include "trials.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MLP                                                                                        \
    "data=synthetic train_count=100 test_count=40 batch=16 lr=0.05 net='mlp hidden=8' norm=batchnorm "

/* Runs `normlab trial` with these keys and options. Fails unless it ends well. Returns what it printed on standard output and
 * standard error, a new string. */
static char *trial(const char *keys, int epochs, const char *options)
{
    char *line = format_new("\"$NORMLAB\" trial %s epochs=%d %s 2>&1", keys, epochs, options), *out;

    if (run_in_folder(".", line, &out, NULL))
        fail_msg("%s: %s", line, out);
    free(line);
    return out;
}

/* Fails unless long.h5 has the result of the trial with so many epochs that nothing came before. */
static void assert_whole(const char *keys, int epochs)
{
    struct record got = read_trial("long.h5"), want;

    free(trial(keys, epochs, "--file whole.h5"));
    want = read_trial("whole.h5");
    assert_string_equal(got.key, want.key);
    assert_int_equal(got.result.points, want.result.points);
    assert_true(got.result.steps == want.result.steps);
    for (int m = 0; m < METRICS; m++)
        for (int p = 0; p <= want.result.points; p++) {
            double a = got.result.curve[m][p], b = want.result.curve[m][p];

            if (metric_info[m].timing ? isnan(a) != isnan(b) : memcmp(&a, &b, sizeof a) != 0)
                fail_msg("%s: %s at point %d is %.17g, not %.17g", keys, metric_info[m].name, p, a,
                         b);
        }
    record_clear(&got);
    record_clear(&want);
}

/* Fails unless the net is that of point `epoch` of the trial. */
static void assert_saved(const char *net, const char *file, int epoch)
{
    char *command = format_new("\"$NORMLAB\" trial -q --load %s --evaluate --file e.h5", net);
    struct record of = read_trial(file), e;

    assert_int_equal(run_in_folder(".", command, NULL, NULL), 0);
    e = read_trial("e.h5");
    assert_true(of.result.curve[METRIC_test_loss][epoch] == e.result.curve[METRIC_test_loss][0]);
    record_clear(&of);
    record_clear(&e);
    free(command);
}

/* test_checkpoint does the same with all kinds of training, without files. */
static void test_goes_on(void **state)
{
    char *out;

    (void)state;
    free(trial(MLP "optimizer=adam", 1, "--file long.h5 --keep-state"));
    assert_true(is_there(".", "long.h5") && is_there(".", "long.state"));
    /* the same command again has nothing left to train */
    out = trial(MLP "optimizer=adam", 1, "--file long.h5 --keep-state");
    assert_holds(out, "went on from a checkpoint\n");
    assert_null(strstr(out, "starts anew"));
    free(out);
    assert_whole(MLP "optimizer=adam", 1);
    free(trial(MLP "optimizer=adam", 2, "--file long.h5 --keep-state"));
    /* the last time the state is not kept */
    out = trial(MLP "optimizer=adam", 4, "--file long.h5 --save net.h5");
    assert_holds(out, "went on from a checkpoint\n");
    free(out);
    assert_whole(MLP "optimizer=adam", 4);
    assert_false(is_there(".", "long.state"));
    assert_saved("net.h5", "long.h5", 4);
}

/* States that are of no use: one message says why, and the trial starts anew. */
static void test_starts_anew(void **state)
{
    static const struct {
        const char *before, *after; /* before: NULL: as in the case before */
        int epochs;
        const char *why;
    } cases[] = {
        {MLP "schedule=cosine", MLP "schedule=cosine", 3,
         "long.state is the checkpoint of a trial with epochs=2, and with schedule=cosine all steps depend on epochs; the "
         "trial starts anew\n"},
        {MLP "probe=moments", MLP "probe=moments", 3, "the points of its probes depend on epochs"},
        {MLP, MLP, 1, "is the checkpoint of a trial with more epochs"},
        {NULL, MLP "seed=1", 3, "is the checkpoint of another trial"},
        {NULL, MLP "schedule=cosine", 3, "is the checkpoint of another trial"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *out;

        if (cases[i].before) {
            free(trial(cases[i].before, 2, "--file kept.h5 --keep-state"));
            assert_true(is_there(".", "kept.state"));
        }
        run_in_folder(".", "cp kept.state long.state", NULL, NULL);
        out = trial(cases[i].after, cases[i].epochs, "--file long.h5");
        assert_holds(out, cases[i].why);
        assert_null(strstr(out, "went on"));
        free(out);
        if (i == 0)
            assert_whole(cases[i].after, cases[i].epochs);
        assert_false(is_there(".", "long.state"));
    }
}

/* A trial without --keep-state leaves none, and neither does one that diverges. */
static void test_not_kept(void **state)
{
    (void)state;
    free(trial(MLP, 1, "--file short.h5"));
    assert_false(is_there(".", "short.state"));
    assert_int_equal(
        run_in_folder(
            ".",
            "\"$NORMLAB\" trial data=toy-affine loss=mse batch=20 train_count=200 epochs=30 lr=3 "
            "momentum=0 net='dense 1' --file short.h5 --keep-state",
            NULL, NULL),
        6);
    assert_true(is_there(".", "short.h5") && !is_there(".", "short.state"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_goes_on),
        cmocka_unit_test(test_starts_anew),
        cmocka_unit_test(test_not_kept),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
