/* The files of checkpoints: whole or not at all, refused when they are damaged or another's, and removed in the end. */
#include "base/error.h"
#include "base/formats/transfer.h"
#include "base/sha256.h"
#include "base/system/file.h"
#include "results.h"
#include "store/saved/checkpoint.h"
#include <unistd.h>

#define KEYS                                                                                       \
    "data=synthetic train_count=320 test_count=100 batch=32 epochs=2 net=\"mlp hidden=16\" "       \
    "norm=batchnorm optimizer=adam lr=0.01"
#define KEY "0123456789abcdef"

static int steps_left; /* until stop() stops the trial; -1: it never does */

static bool stop(void *context)
{
    (void)context;
    return steps_left >= 0 && steps_left-- == 0;
}

/* A session of the trial whose result goes to the file `name` of the test's folder. Stops it after `steps` steps; -1:
 * not at all. `warned` becomes what it prints to standard error, a new string. */
static int session(const char *name, int steps, struct trial_result *r, char **warned)
{
    char *path = test_path(name);
    struct checkpoint c;
    const struct trial_keeper keeper = {
        .load = checkpoint_load, .save = checkpoint_save, .stop = stop, .context = &c};
    struct config config = {0};
    int code;

    steps_left = steps;
    checkpoint_init(&c, path, KEY, 2);
    assert_int_equal(config_parse(&config, KEYS), 0);
    capture_stderr();
    code = trial_run_kept(&config, r, NULL, NULL, &keeper);
    *warned = captured_stderr();
    config_clear(&config);
    checkpoint_clear(&c);
    free(path);
    return code;
}

static struct trial_result whole; /* of a trial that nothing stopped */
static char *state_bytes;         /* the file of its state after 7 steps */
static size_t state_size;

static int make_state(void **state)
{
    char *path = test_path("made.state"), *warned;

    (void)state;
    assert_int_equal(session("whole.h5", -1, &whole, &warned), 0);
    assert_string_equal(warned, "");
    free(warned);
    assert_int_equal(session("made.h5", 7, &(struct trial_result){0}, &warned), TRIAL_STOPPED);
    assert_string_equal(warned, "");
    state_bytes = file_read(path, &state_size, false);
    assert_true(state_bytes && state_size > 10000);
    free(warned);
    free(path);
    return 0;
}

static int free_state(void **state)
{
    (void)state;
    trial_result_clear(&whole);
    free(state_bytes);
    return 0;
}

/* Fails unless the result is that of the whole trial. */
static void assert_whole(const struct trial_result *r)
{
    assert_int_equal(r->status, TRIAL_DONE);
    for (int m = 0; m < METRICS; m++)
        if (!metric_info[m].timing)
            assert_memory_equal(r->curve[m], whole.curve[m],
                                ((size_t)whole.points + 1) * sizeof(double));
}

/* Runs the trial with this file as its state. Fails unless it prints one line with `want` (NULL: nothing) and ends as
 * the whole trial. */
static void go_on_from(const char *bytes, size_t size, const char *want)
{
    char *path = test_path("given.state"), *warned;
    struct trial_result r;

    assert_int_equal(file_write(path, bytes, size), 0);
    assert_int_equal(session("given.h5", -1, &r, &warned), 0);
    if (want) {
        assert_holds(warned, want);
        assert_holds(warned, "given.state");
        assert_holds(warned, "; the trial starts anew\n");
        assert_ptr_equal(strchr(warned, '\n'), warned + strlen(warned) - 1);
    } else {
        assert_string_equal(warned, "");
    }
    assert_whole(&r);
    trial_result_clear(&r);
    free(warned);
    free(path);
}

static void test_goes_on(void **state)
{
    (void)state;
    go_on_from(state_bytes, state_size, NULL);
}

/* One bit in each part of the file, and the file cut off in each. */
static void test_damaged(void **state)
{
    const size_t at[] = {0, 20, 30, 300, 1000, state_size / 2, state_size - 65, state_size - 1};
    char *copy = xcalloc(state_size, 1);

    (void)state;
    for (size_t i = 0; i < sizeof at / sizeof *at; i++) {
        memcpy(copy, state_bytes, state_size);
        copy[at[i]] ^= 4;
        go_on_from(copy, state_size, "is damaged");
        go_on_from(state_bytes, at[i], "is damaged");
    }
    memcpy(copy, state_bytes, state_size);
    memset(copy + state_size - 5000, 0, 5000); /* as a disk that failed may leave it */
    go_on_from(copy, state_size, "is damaged");
    free(copy);
}

/* Replaces the first `old` in the state by `new`, with a checksum that is right. */
static void change(const char *old, const char *new, const char *want)
{
    struct text t = {0};
    const char *at = strstr(state_bytes, old);
    size_t before, after;
    char hex[65];

    assert_non_null(at);
    before = (size_t)(at - state_bytes);
    after = before + strlen(old);
    text_addn(&t, state_bytes, before);
    text_adds(&t, new);
    text_addn(&t, state_bytes + after, state_size - 64 - after);
    sha256_hex(t.s, t.length, hex);
    text_addn(&t, hex, 64);
    go_on_from(t.s, t.length, want);
    text_clear(&t);
}

static void test_of_another(void **state)
{
    (void)state;
    change("checkpoint 2", "checkpoint 3", "is the checkpoint of another version");
    change("key " KEY, "key fedcba9876543210", "is the checkpoint of another trial");
    change("program ", "program 0", "is the checkpoint of another build of normlab");
    change("kernels ", "kernels sse ", "is the checkpoint of other kernels or libraries");
    change("glibc ", "glibc 1", "is the checkpoint of other kernels or libraries");
    change("data ", "data 0", "is a checkpoint on other data");
    /* whole lines, and too few bytes after them */
    change("\n\n", "\n", "is damaged");
}

/* An older state is replaced as one file appears, and nothing else is left in the folder. */
static void test_replaced(void **state)
{
    char *path = test_path("again.state"), *warned, *first, *second;
    struct trial_result r;
    size_t a, b;

    (void)state;
    assert_int_equal(session("again.h5", 3, &r, &warned), TRIAL_STOPPED);
    free(warned);
    first = file_read(path, &a, false);
    assert_int_equal(session("again.h5", 4, &r, &warned), TRIAL_STOPPED);
    free(warned);
    second = file_read(path, &b, false);
    assert_int_equal(a, b);
    assert_int_equal(a, state_size);
    assert_true(memcmp(first, second, a));
    assert_int_equal(run_in_folder(".", "ls *.tmp.* 2>/dev/null", NULL, NULL), 2);
    free(first);
    free(second);
    free(path);
}

/* A folder that is gone, as on a share that is unmounted: one warning in all, and the training ends well. */
static void test_no_room(void **state)
{
    char *warned;
    struct trial_result r;

    (void)state;
    assert_int_equal(session("no/such/folder.h5", 5, &r, &warned), TRIAL_STOPPED);
    assert_holds(warned, "cannot write the checkpoint");
    assert_holds(warned, "no/such/folder.state: No such file or directory; the trial goes on");
    assert_ptr_equal(strchr(warned, '\n'), warned + strlen(warned) - 1);
    free(warned);
}

static void test_paths(void **state)
{
    static const struct {
        const char *trial_file, *path;
    } made[] = {{"a/b.h5", "a/b.state"}, {"a.h5/b", "a.h5/b.state"}, {".h5", ".h5.state"}};

    (void)state;
    for (size_t i = 0; i < sizeof made / sizeof *made; i++) {
        char *path = checkpoint_path(made[i].trial_file);

        assert_string_equal(path, made[i].path);
        free(path);
    }
}

/* Only the state of a trial whose file is there goes. */
static void test_sweep(void **state)
{
    char *folder = test_path("swept"), *out;

    (void)state;
    run_in_folder("swept", "touch a.h5 a.state b.state c.h5 d.failed d.state .state", NULL, NULL);
    checkpoint_remove_done(folder);
    assert_int_equal(run_in_folder("swept", "ls -A", &out, NULL), 0);
    assert_string_equal(out, ".state\na.h5\nb.state\nc.h5\nd.failed\nd.state\n");
    free(out);
    checkpoint_remove_done("/no/such/folder");
    free(folder);
}

/* The interval is no part of what a trial is. */
static void test_the_key(void **state)
{
    static const char *const bad[] = {"-1", "x", "", "1e7"};
    struct config c = {0}, complete = {0};
    struct text why = {0};

    (void)state;
    assert_int_equal(config_parse(&c, KEYS " checkpoint=0.5"), 0);
    assert_int_equal(trial_complete(&c, &complete, &why), 0);
    assert_null(config_get(&complete, "checkpoint"));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct config none = {0};

        config_set(&c, "checkpoint", bad[i]);
        assert_int_equal(trial_complete(&c, &none, &why), -1);
        assert_holds(text_str(&why), "checkpoint=");
        text_clear(&why);
        config_clear(&none);
    }
    config_clear(&c);
    config_clear(&complete);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_goes_on),    cmocka_unit_test(test_damaged),
        cmocka_unit_test(test_of_another), cmocka_unit_test(test_replaced),
        cmocka_unit_test(test_no_room),    cmocka_unit_test(test_paths),
        cmocka_unit_test(test_sweep),      cmocka_unit_test(test_the_key),
    };

    return cmocka_run_group_tests(tests, make_state, free_state);
}
