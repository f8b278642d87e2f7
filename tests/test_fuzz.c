/*
 * The fuzzing targets (tests/fuzz/) in a short form: every seed, and every input that has failed once, is replayed; then each target gets
 * seeds with random changes for a moment. scripts/fuzz.sh runs the same targets for as long as one likes, with libFuzzer, which sees
 * what code an input reaches.
 */
#include "base/arena.h"
#include "base/list.h"
#include "base/rng.h"
#include "base/system/clock.h"
#include "base/system/file.h"
#include "child.h"
#include "fuzz.h"
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST_CHANGES = 4 };
#define MOMENT_S 0.5 /* of changed inputs, for each target */

/* An input, and its bytes. */
struct input {
    char *data;
    size_t size;
};

struct inputs {
    struct input *item;
    int count;
};

/* Adds the files of tests/fuzz/FOLDER/TARGET. There may be no such folder. */
static void add_inputs(struct inputs *all, const char *folder, const char *target)
{
    char *name = format_new("fuzz/%s/%s", folder, target), *path = test_source(name);
    DIR *d = opendir(path);
    struct dirent *e;

    while (d && (e = readdir(d))) {
        char *file = format_new("%s/%s", path, e->d_name);
        struct input input;

        if (*e->d_name != '.' && (input.data = file_read(file, &input.size, false)))
            array_add(all->item, all->count) = input;
        free(file);
    }
    if (d)
        closedir(d);
    free(path);
    free(name);
}

static void inputs_clear(struct inputs *all)
{
    for (int i = 0; i < all->count; i++)
        free(all->item[i].data);
    free(all->item);
}

/* Writes the input that a target is about to get to a file: after a crash, it is the one that failed. */
static void keep(int fd, const struct input *input)
{
    assert_true(pwrite(fd, input->data, input->size, 0) == (ssize_t)input->size);
    assert_int_equal(ftruncate(fd, (off_t)input->size), 0);
}

/* ---- changes ---- */

static size_t below(struct rng *r, size_t n)
{
    return (size_t)(rng_uniform(r) * (double)n) % (n ? n : 1);
}

/* Changes one byte, removes or doubles some, or takes some of another input. */
static void change(struct input *in, const struct inputs *all, struct rng *r)
{
    const struct input *other = &all->item[below(r, (size_t)all->count)];
    size_t at = below(r, in->size + 1), n = below(r, 16) + 1, from = below(r, other->size + 1);

    switch (below(r, 4)) {
    case 0:
        if (at < in->size)
            in->data[at] = (char)below(r, 256);
        break;
    case 1:
        n = n < in->size - at ? n : in->size - at;
        memmove(in->data + at, in->data + at + n, in->size - at - n);
        in->size -= n;
        break;
    case 2:
        if (at < in->size)
            in->data[at] ^= (char)(1 << below(r, 8));
        break;
    default:
        n = n < other->size - from ? n : other->size - from;
        in->data = xrealloc(in->data, in->size + n + 1);
        memmove(in->data + at + n, in->data + at, in->size - at);
        memcpy(in->data + at, other->data + from, n);
        in->size += n;
    }
}

/* Runs the target on changed inputs. Returns how many. */
static int run_changed(const struct fuzz_target *t, const struct inputs *all, struct rng *r,
                       int kept)
{
    double end = clock_seconds() + MOMENT_S;
    int runs = 0;

    for (; clock_seconds() < end; runs++) {
        const struct input *seed = &all->item[below(r, (size_t)all->count)];
        struct input in = {xstrndup(seed->data, seed->size), seed->size};

        for (size_t n = below(r, MOST_CHANGES) + 1; n > 0; n--)
            change(&in, all, r);
        in.size = in.size < t->most ? in.size : t->most;
        keep(kept, &in);
        fuzz_run(t, in.data, in.size);
        free(in.data);
    }
    return runs;
}

static void test_target(void **state)
{
    const struct fuzz_target *t = *state;
    struct rng r = random_moments(t->name);
    struct inputs all = {0};
    char *path = test_path(t->name);
    int kept = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);

    assert_true(kept >= 0);
    add_inputs(&all, "seeds", t->name);
    assert_true(all.count > 0);
    add_inputs(&all, "found", t->name);
    print_message("an input that fails is left in %s\n", path);
    fflush(stdout); /* a crash would lose it */
    for (int i = 0; i < all.count; i++) {
        keep(kept, &all.item[i]);
        fuzz_run(t, all.item[i].data, all.item[i].size);
    }
    print_message("%s: %d inputs, %d changed ones\n", t->name, all.count,
                  run_changed(t, &all, &r, kept));
    inputs_clear(&all);
    close(kept);
    free(path);
}

int main(void)
{
    struct CMUnitTest *tests = NULL;
    int count = 0, failed;

    for (int i = 0; fuzz_targets[i]; i++)
        array_add(tests, count) =
            (struct CMUnitTest){.name = fuzz_targets[i]->name,
                                .test_func = test_target,
                                .initial_state = (void *)(uintptr_t)fuzz_targets[i]};
    failed = _cmocka_run_group_tests("fuzz", tests, (size_t)count, NULL, NULL);
    free(tests);
    return failed;
}
