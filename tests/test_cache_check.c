/* A cache whose content has changed behind its header, one that is cut or deleted under a trial, and source files that
 * were rewritten with their old sizes and times. */
#include "support.h"

#include "base/sha256.h"
#include "data/cache.h"
#include "data_sets.h"
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { HEADER = 4096 };

/* ---- the cache of the set mnist, which every test makes anew ---- */

static char cache[512], note[600];

static void set_times(const char *path, struct stat st)
{
    struct timespec times[2] = {st.st_atim, st.st_mtim};

    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

static void make_cache(void)
{
    struct data d;

    free(put_set("data/mnist", 0, false));
    open_silently(&d, "mnist");
    data_close(&d);
    assert_int_equal(entries("cache", "mnist-", cache, sizeof cache), 1);
    snprintf(note, sizeof note, "%.*s/.%s.checked", (int)(strrchr(cache, '/') - cache), cache,
             strrchr(cache, '/') + 1);
}

/* Adds 1 to a byte of the first image, in place and with the old time of change. */
static void damage(void)
{
    int fd = open(cache, O_RDWR);
    struct stat st;
    uint8_t byte;

    assert_true(fd >= 0);
    fstat(fd, &st);
    assert_int_equal(pread(fd, &byte, 1, HEADER), 1);
    byte++;
    assert_int_equal(pwrite(fd, &byte, 1, HEADER), 1);
    close(fd);
    set_times(cache, st);
}

static void assert_opens(int first_pixel, const char *warning)
{
    struct data d;

    capture_stderr();
    assert_int_equal(data_open(&d, "mnist"), 0);
    if (warning)
        assert_said("warning", cache, warning);
    else
        assert_silent();
    assert_int_equal(d.train.image[0], first_pixel);
    data_close(&d);
}

static void test_changed_content(void **state)
{
    (void)state;
    make_cache();
    damage();
    assert_opens(0, "its content has changed");
    assert_opens(0, NULL);
}

/* Series are floats, in which any bits are a number. */
static void test_changed_series(void **state)
{
    static const char set[] = "@classLabel true a b\n@data\n1,2,3:4,5,6:a\n7:8:b\n";
    char *one = test_path("data/Toy_TRAIN.ts"), *two = test_path("data/Toy_TEST.ts"), *bytes;
    struct data d;
    size_t size;

    (void)state;
    put_file(one, set, strlen(set), false);
    put_file(two, set, strlen(set), false);
    open_silently(&d, "ts:Toy");
    data_close(&d);
    assert_int_equal(entries("cache", "ts-", cache, sizeof cache), 1);
    bytes = file_read(cache, &size, false);
    bytes[HEADER + 1] ^= 0x40;
    put_file(cache, bytes, size, false);
    capture_stderr();
    assert_int_equal(data_open(&d, "ts:Toy"), 0);
    assert_said("warning", cache, "its content has changed");
    assert_true(d.train.series[0] == 1);
    data_close(&d);
    free(bytes), free(one), free(two);
}

/* ---- the note that a cache was checked ---- */

/* Returns the content of a note about the cache as it is now. The hash is that in the header, which stays when the content
 * changes. */
static char *note_text(void)
{
    size_t size;
    char *bytes = file_read(cache, &size, false), *text;
    struct stat st;

    assert_int_equal(stat(cache, &st), 0);
    text = format_new("%lld %lld %lld.%09ld %lld.%09ld %.64s\n", (long long)st.st_ino,
                      (long long)st.st_size, (long long)st.st_mtim.tv_sec, st.st_mtim.tv_nsec,
                      (long long)st.st_ctim.tv_sec, st.st_ctim.tv_nsec, bytes + 64);
    free(bytes);
    return text;
}

static void put_note(double age_s)
{
    char *text = note_text();

    put_file(note, text, strlen(text), false);
    set_age(note, age_s);
    free(text);
}

/* Damage goes unnoticed while there is a note, because no process computes the hash. After a day one does. */
static void test_trusted_for_a_day(void **state)
{
    (void)state;
    make_cache();
    assert_false(file_exists(note)); /* too young: it could change in the same tick of the clock */
    damage();
    put_note(23 * 3600.0);
    assert_opens(1, NULL);
    put_note(25 * 3600.0);
    assert_opens(0, "its content has changed");
    damage();
    put_note(-3600);
    assert_opens(0, "its content has changed");
}

/* A note does not count after the cache has changed. */
static void test_note_of_earlier_content(void **state)
{
    (void)state;
    make_cache();
    put_note(10);
    usleep(20000); /* the clock of file times ticks */
    damage();
    assert_opens(0, "its content has changed");
}

static void assert_note(const char *path)
{
    char *text = note_text(), *found;
    size_t size;

    assert_true(file_exists(path));
    found = file_read(path, &size, false);
    assert_string_equal(found, text);
    free(found);
    free(text);
}

/* The note is beside the cache, or else in the user's own folder. */
static void test_note_is_written(void **state)
{
    char *own;

    (void)state;
    make_cache();
    sleep(3);
    assert_opens(0, NULL);
    assert_note(note);
    assert_int_equal(unlink(note), 0);
    assert_int_equal(mkdir(note, 0777), 0); /* nobody can write a file there, not even root */
    own = format_new("%s/home/.cache/normlab/%s", test_folder(), strrchr(note, '/') + 1);
    assert_opens(0, NULL);
    assert_note(own);
    usleep(20000);
    damage();
    assert_opens(0, "its content has changed");
    free(own);
}

/* One of several processes takes the hash; the others wait for its note. */
static void test_waits_for_another(void **state)
{
    int fd, status;
    pid_t child;

    (void)state;
    make_cache();
    damage();
    fd = open(cache, O_RDONLY);
    assert_int_equal(flock(fd, LOCK_EX), 0);
    fflush(NULL);
    child = fork();
    if (child == 0) {
        struct data d;

        close(fd);
        _exit(data_open(&d, "mnist") == 0 && d.train.image[0] == 1 ? 0 : 1);
    }
    usleep(200000);
    assert_int_equal(waitpid(child, &status, WNOHANG), 0);
    put_note(1);
    close(fd);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

/* ---- a cache that goes away under a trial ---- */

static void test_cut(void **state)
{
    int status;
    pid_t child;
    char *said;

    (void)state;
    make_cache();
    capture_stderr();
    fflush(NULL);
    child = fork();
    if (child == 0) {
        struct data d;

        if (data_open(&d, "mnist") || truncate(cache, HEADER))
            _exit(1);
        _exit(d.train.image[TRAIN * H * W - 1] ? 2 : 3);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    said = captured_stderr();
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGBUS);
    assert_true(text_starts_with(said, "normlab: error: "));
    assert_holds(said, cache);
    assert_holds(said, "cut short");
    assert_ptr_equal(strchr(said, '\n'), said + strlen(said) - 1);
    free(said);
    assert_opens(0, "its length is wrong");
}

/* The memory of a mapped file stays when its name goes, or another file takes it. */
static void test_deleted(void **state)
{
    struct data d;

    (void)state;
    make_cache();
    open_silently(&d, "mnist");
    assert_int_equal(unlink(cache), 0);
    assert_set(&d, "mnist", 0);
    put_file(cache, "", 0, false);
    assert_set(&d, "mnist", 0);
    data_close(&d);
}

#define RUN                                                                                        \
    "$NORMLAB run batch_size data=mnist net='mlp hidden=8' norm=none batch=2 train_count=all "     \
    "test_count=all val_fraction=0 --seeds 0 --no-plot -q -j1 --out out "

/* A user sees which cache it was, nothing says that the trial itself failed, and the same command runs it. */
static void test_cut_under_a_run(void **state)
{
    char *line, *out, *error;

    (void)state;
    make_cache();
    line = format_new(
        "cd '%s' && rm -rf out && { " RUN "lr=0 epochs=100000 evals_per_epoch=1 & pid=$!; i=0; "
        /* until the worker, normlab trial, has the cache: the run itself maps it before */
        "until [ \"$(for p in $(grep -ls '%s' /proc/[0-9]*/maps); do grep -aqs trial ${p%%/maps}/cmdline && "
        "echo it; done)\" ] || [ $i = 600 ]; do sleep .1; i=$((i + 1)); done; "
        "truncate -s 4096 '%s'; wait $pid; echo code $?; find out -name '*.failed'; }",
        test_folder(), cache, cache);
    assert_int_equal(run_command(line, &out, &error), 0);
    assert_holds(error, cache);
    assert_holds(error, "cut short");
    assert_holds(error, "the next run tries it again");
    assert_holds(out, "code 3");
    assert_null(strstr(out, ".failed"));
    free(out), free(error), free(line);
    line = format_new("cd '%s' && " RUN "epochs=1", test_folder());
    assert_int_equal(run_command(line, NULL, NULL), 0);
    free(line);
}

/* ---- source files ---- */

/* Other pixels with the old sizes and times. */
static void rewrite_sources(int base)
{
    static const char *const names[] = {"train-images-idx3-ubyte", "train-labels-idx1-ubyte",
                                        "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"};
    struct stat old[4];

    for (int i = 0; i < 4; i++) {
        char *path = format_new("%s/data/mnist/%s", test_folder(), names[i]);

        assert_int_equal(stat(path, &old[i]), 0);
        free(path);
    }
    free(put_set("data/mnist", base, false));
    for (int i = 0; i < 4; i++) {
        char *path = format_new("%s/data/mnist/%s", test_folder(), names[i]);

        set_times(path, old[i]);
        free(path);
    }
}

static void test_rewritten_source(void **state)
{
    bool renewed = true;

    (void)state;
    make_cache();
    assert_int_equal(data_check("mnist", &renewed), 0);
    assert_false(renewed);
    rewrite_sources(50);
    assert_opens(0, NULL); /* without data_check() the old content is used */
    assert_int_equal(data_check("mnist", &renewed), 0);
    assert_true(renewed);
    assert_opens(50, NULL);
    assert_int_equal(data_check("mnist", &renewed), 0);
    assert_false(renewed);
    assert_int_equal(data_check("synthetic", &renewed), 0);
    assert_false(renewed);
}

/* data_check() also finds content that changed while a note says that it was checked, as a failing disk changes it. */
static void test_check_in_spite_of_a_note(void **state)
{
    bool renewed = false;

    (void)state;
    make_cache();
    damage();
    put_note(10);
    assert_opens(1, NULL);
    assert_int_equal(data_check("mnist", &renewed), 0);
    assert_true(renewed);
    assert_opens(0, NULL);
}

/* A damaged cache holds no data that a trial has used. */
static void test_check_of_a_damaged_cache(void **state)
{
    bool renewed = true;

    (void)state;
    make_cache();
    damage();
    capture_stderr();
    assert_int_equal(data_check("mnist", &renewed), 0);
    assert_said("warning", cache, "its content has changed");
    assert_false(renewed);
    assert_opens(0, NULL);
}

/* data_check() closes what cache_map() has filled: it must be empty when the cache cannot be opened. */
static void test_unreadable_cache(void **state)
{
    struct origin o = {.type = data_type_find("mnist"), .cache = "no such folder/mnist.cache"};
    struct data d;

    (void)state;
    memset(&d, 1, sizeof d);
    assert_false(cache_map(&d, &o));
    assert_null(d.map);
    assert_int_equal(d.map_bytes, 0);
}

static void test_doctor_and_run(void **state)
{
    char *doctor = format_new("cd '%s' && $NORMLAB doctor --check-data 2>&1 | grep '^data *mnist'",
                              test_folder()),
         *run = format_new("cd '%s' && rm -rf out && " RUN "epochs=1 --check-data", test_folder()),
         *out, *error;

    (void)state;
    make_cache();
    run_command(doctor, &out, NULL);
    assert_holds(out, "; checked");
    free(out);
    rewrite_sources(50);
    run_command(doctor, &out, NULL);
    assert_holds(out, "its cache held other data");
    free(out);
    assert_opens(50, NULL);
    rewrite_sources(20);
    assert_int_equal(run_command(run, NULL, &error), 0);
    assert_holds(error, "data=mnist: its cache held other data");
    free(error);
    assert_opens(20, NULL);
    assert_int_equal(run_command(run, NULL, &error), 0);
    assert_null(strstr(error, "its cache held other data"));
    free(error), free(doctor), free(run);
}

#define TEST_CASE(name) cmocka_unit_test_setup(test_##name, surround)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(changed_content),
        TEST_CASE(changed_series),
        TEST_CASE(trusted_for_a_day),
        TEST_CASE(note_of_earlier_content),
        TEST_CASE(note_is_written),
        TEST_CASE(waits_for_another),
        TEST_CASE(cut),
        TEST_CASE(deleted),
        TEST_CASE(cut_under_a_run),
        TEST_CASE(rewritten_source),
        TEST_CASE(check_in_spite_of_a_note),
        TEST_CASE(check_of_a_damaged_cache),
        TEST_CASE(unreadable_cache),
        TEST_CASE(doctor_and_run),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
