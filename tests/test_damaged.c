/* Damaged files from elsewhere, which have no checksum: flipped bits, missing ends, ranges of zeros or of other bytes. No
 * command ends by a signal or runs for ever. Here each file is read by one command; scripts/damaged.sh runs this with a number of
 * files, which all commands read: test_damaged [FILES of each kind in each form [FIRST [KIND]]]. */
#include "foreign.h"

static int most_files = SANITIZED ? 4 : 7; /* of each kind in each form */
static int first_file;
static const char *only; /* the kind; NULL: all */
static bool all_commands;

/* ---- damage ---- */

static void flip(struct rng *r, char *data, size_t size, int bits)
{
    for (int i = 0; i < bits; i++)
        data[rng_below(r, (uint32_t)size)] ^= (char)(1 << rng_below(r, 8));
}

/* Metadata are small numbers: bytes that become 0, 1, 127, 128 or 255 reach more than flipped bits. */
static void replace(struct rng *r, char *data, size_t size, int bytes)
{
    static const unsigned char value[] = {0, 1, 0x7f, 0x80, 0xff};

    for (int i = 0; i < bytes; i++)
        data[rng_below(r, (uint32_t)size)] = (char)value[rng_below(r, sizeof value)];
}

static void zero_range(struct rng *r, char *data, size_t size)
{
    size_t from = rng_below(r, (uint32_t)size), n = 1 + rng_below(r, 4096);

    memset(data + from, 0, n < size - from ? n : size - from);
}

static void move_range(struct rng *r, char *data, size_t size)
{
    size_t n = 1 + rng_below(r, 512), from = rng_below(r, (uint32_t)(size - n)),
           to = rng_below(r, (uint32_t)(size - n));

    memmove(data + to, data + from, n);
}

/* Damages data in a way that follows from r. Returns the new size. */
static size_t damage(struct rng *r, char *data, size_t size)
{
    switch (rng_below(r, 8)) {
    case 0:
        return rng_below(r, (uint32_t)size);
    case 1:
        zero_range(r, data, size);
        return size;
    case 2:
        move_range(r, data, size);
        return size;
    case 3:
    case 4:
        replace(r, data, size, 1 + (int)rng_below(r, 16));
        return size;
    default:
        flip(r, data, size, 1 + (int)rng_below(r, 16));
        return size;
    }
}

/* ---- the campaign ---- */

/* Keeps a file with which a command failed. */
static void keep(enum kind kind, enum form form, int number, const char *data, size_t size)
{
    char *name = format_new("bad_%s_%s_%d.h5", kind_name[kind], form_name[form], number),
         *path = test_path(name);

    file_write(path, data, size);
    print_error("the file is kept: %s\n", path);
    free(path);
    free(name);
}

static void try_form(enum kind kind, enum form form, struct tally *t)
{
    char *name = format_new("good/%s.h5", kind_name[kind]), *from = test_path(name),
         *to = test_path("good/rewritten.h5"), *data;
    size_t size;

    rewrite_file(from, to, form);
    data = file_read(to, &size, false);
    assert_int_equal(try_file(kind, key, data, size, true, 0, &(struct tally){0}), 0);
    for (int i = first_file; i < first_file + most_files; i++) {
        struct rng r = rng_from_key(rng_key((uint64_t)i, kind_name[kind], (uint64_t)form));
        char *copy = xcalloc(size, 1);
        size_t left;

        memcpy(copy, data, size);
        left = damage(&r, copy, size);
        if (try_file(kind, key, copy, left, all_commands, i + (int)form, t))
            keep(kind, form, i, copy, left);
        free(copy);
    }
    free(data);
    free(to);
    free(from);
    free(name);
}

static void try_kind(enum kind kind)
{
    struct tally t = {0};

    if (only && strcmp(only, kind_name[kind]))
        return;
    for (int form = 0; form < FORMS; form++)
        try_form(kind, (enum form)form, &t);
    printf("%s: %d files, %d commands: %d did their work, %d told what is wrong (HDF5 crashed in "
           "the child in %d, did not finish in %d), %d failed\n",
           kind_name[kind], t.files, t.commands, t.done, t.told, t.crashed, t.endless, t.bad);
    assert_int_equal(t.bad, 0);
}

static void test_merged(void **state)
{
    (void)state;
    try_kind(KIND_MERGED);
}

static void test_trial(void **state)
{
    (void)state;
    try_kind(KIND_TRIAL);
}

static void test_input(void **state)
{
    (void)state;
    try_kind(KIND_INPUT);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_merged),
        cmocka_unit_test(test_trial),
        cmocka_unit_test(test_input),
    };

    all_commands = argc > 1;
    if (argc > 1)
        most_files = atoi(argv[1]);
    if (argc > 2)
        first_file = atoi(argv[2]);
    if (argc > 3)
        only = argv[3];
    return cmocka_run_group_tests(tests, foreign_set_up, foreign_tear_down);
}
